import net, { type AddressInfo } from 'node:net';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Authority, type Certificate, openAuthority } from '../../fixtures/world/pki.ts';
import { type RdapBehaviour, type RdapSite, startRdap } from '../../fixtures/world/rdap.ts';
import { startWhois, type WhoisBehaviour } from '../../fixtures/world/whois.ts';
import { systemClock } from '../../src/edge/clock.ts';
import { ProbeFailure } from '../../src/edge/failure.ts';
import { openHttp } from '../../src/edge/http.ts';
import { type ConnectTo, openNetwork } from '../../src/edge/network.ts';
import { bootstrapPublishedOn, rdapBaseOf } from '../../src/edge/registry/bootstrap.ts';
import { services } from '../../src/edge/registry/services.ts';
import { openRegistry, type RegistryOptions } from '../../src/edge/registry.ts';
import { openTls } from '../../src/edge/tls.ts';

// The way to registries through its public interface, against servers on loopback.

const never = new AbortController().signal;
const url = 'https://rdap.registry.test/rdap/domain/example.test';
let authority: Authority;
let certificate: Certificate;
beforeAll(async () => {
  authority = await openAuthority({ organisation: 'Test CA', aiaUrl: 'http://aia.test/ca.cer' });
  certificate = await authority.issue({
    names: ['rdap.registry.test', 'rdap.registrar.test'],
    notBefore: '2025-01-01T00:00:00Z',
    notAfter: '2040-01-01T00:00:00Z',
  });
});

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

interface World extends Partial<RegistryOptions> {
  readonly connectTo?: readonly ConnectTo[];
  readonly allowPrivate?: boolean;
  readonly addresses?: readonly string[];
  readonly trusts?: boolean;
}

function open({ connectTo = [], allowPrivate = false, addresses, trusts = true, ...options }: World) {
  const network = openNetwork({ connectTo, allowPrivate });
  const resolve = async () =>
    (addresses ?? ['203.0.113.1']).map((address) => ({ address, family: 4 as const }));
  const tls = openTls({ network, resolve, extraRoots: trusts ? [authority.root] : [] });
  const http = openHttp({ network, tls, resolve, userAgent: 'test/1', credentials: [] });
  closers.push(
    () => tls.close(),
    () => http.close(),
  );
  return openRegistry({ http, tls, network, resolve, whoisPauseMs: 0, ...options });
}

const to = (port: number, host: string | null = null): ConnectTo[] => [
  { host, port: null, toAddress: '127.0.0.1', toPort: port },
];

function site(more: Partial<RdapSite> = {}): RdapSite {
  return {
    host: 'rdap.registry.test',
    base: '/rdap/',
    habit: 'registry',
    behaviour: 'answering',
    domains: [{ name: 'example.test', statuses: ['active'] }],
    ...more,
  };
}

async function serve(...sites: RdapSite[]) {
  const server = await startRdap(certificate, sites);
  closers.push(() => server.close());
  return server;
}

/** The code that it fails with, and its detail. */
async function failure(work: Promise<unknown>): Promise<[string, string | null]> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ProbeFailure)) throw new Error(`No ProbeFailure: ${error}`);
  return [error.code, error.detail];
}

describe('where registries answer', () => {
  test.each([
    ['example.com', 'https://rdap.verisign.com/com/v1/'],
    ['example.net', 'https://rdap.verisign.com/net/v1/'],
    ['example.org', 'https://rdap.publicinterestregistry.org/rdap/'],
    ['example.info', 'https://rdap.identitydigital.services/rdap/'],
    ['example.biz', 'https://rdap.nic.biz/'],
    ['example.tokyo', 'https://rdap.gmoregistry.net/rdap/'],
    ['example.shop', 'https://rdap.gmoregistry.net/rdap/'],
    ['example.dev', 'https://pubapi.registry.google/rdap/'],
    ['example.xyz', 'https://rdap.centralnic.com/xyz/'],
    ['example.xn--q9jyb4c', 'https://pubapi.registry.google/rdap/'],
    ['example.co.uk', 'https://rdap.nominet.uk/uk/'],
    ['example.club', 'https://rdap.nic.club/'],
    ['example.berlin', 'https://rdap.nic.berlin/v1/'],
    ['example.xn--kpry57d', 'https://ccrdap.twnic.tw/taiwan/'],
    ['example.bmw', 'https://rdap.centralnic.com/bmw/'],
  ])('%s', (domain, base) => {
    expect(rdapBaseOf(domain)).toBe(base);
  });

  test('the whole list of IANA is there, as far as its servers are asked over https', () => {
    const words = services.trim().split(/\s+/);
    const domains = words.filter((word) => !word.includes('/'));
    expect(new Set(domains).size).toBe(domains.length);
    expect(domains.length).toBeGreaterThan(1100);
    const bases = domains.map((domain) => rdapBaseOf(`example.${domain}`)!);
    expect(bases.filter((base) => !/^https:\/\/[^{}]+\/$/.test(base) || !URL.canParse(base))).toEqual([]);
    // Kyrgyzstan's is listed without encryption.
    expect(rdapBaseOf('example.kg')).toBeNull();
  });

  test('nothing is guessed where IANA lists nobody', () => {
    for (const domain of [
      'example.jp',
      'example.co.jp',
      'example.de',
      'example.io',
      'example.test',
      'com.',
    ]) {
      expect(rdapBaseOf(domain)).toBeNull();
    }
    expect(open({}).rdapListedOn).toBe(bootstrapPublishedOn);
    expect(bootstrapPublishedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});

describe('RDAP', () => {
  test('asks for RDAP by its name (RFC 7480 §4.2)', async () => {
    const { port } = await serve(site({ behaviour: 'strict' }));
    expect(await open({ connectTo: to(port) }).rdap(url, never)).toMatchObject({ type: 'found' });
  });

  test('gives the object and the host that had it', async () => {
    const { port } = await serve(site());
    const reply = await open({ connectTo: to(port) }).rdap(url, never);
    expect(reply).toMatchObject({ type: 'found', host: 'rdap.registry.test' });
    expect(reply).toHaveProperty('body.ldhName', 'example.test');
  });

  test('follows redirects to the one who knows', async () => {
    const { port, asked } = await serve(
      site({ redirectsTo: 'https://rdap.registrar.test/v1/' }),
      site({ host: 'rdap.registrar.test', base: '/v1/' }),
    );
    const reply = await open({ connectTo: to(port) }).rdap(url, never);
    expect(reply).toMatchObject({ type: 'found', host: 'rdap.registrar.test' });
    expect(asked).toEqual([
      'rdap.registry.test/rdap/domain/example.test',
      'rdap.registrar.test/v1/domain/example.test',
    ]);
  });

  test.each<[string, string, string]>([
    ['without encryption', 'http://rdap.registrar.test/v1/', 'RDAP: redirect'],
    ['without encryption on the same port', 'http://rdap.registrar.test:443/v1/', 'RDAP: redirect'],
    ['to another port', 'https://rdap.registrar.test:8443/v1/', 'RDAP: redirect'],
    ['round and round', 'https://rdap.registry.test/rdap/', 'RDAP: redirects'],
  ])('does not follow redirects %s', async (_name, redirectsTo, detail) => {
    const { port, asked } = await serve(
      site({ redirectsTo }),
      site({ host: 'rdap.registrar.test', base: '/v1/' }),
    );
    const looked = failure(open({ connectTo: to(port) }).rdap(url, never));
    expect(await looked).toEqual(['response-unexpected', detail]);
    expect(asked.length).toBeLessThanOrEqual(4);
    expect(asked).not.toContain('rdap.registrar.test/v1/domain/example.test');
  });

  test('says that there is no such domain only where the server does', async () => {
    const nobody = { domains: [] };
    const look = async (more: Partial<RdapSite>) => {
      const { port } = await serve(site({ ...nobody, ...more }));
      return open({ connectTo: to(port) }).rdap(url, never);
    };
    const host = 'rdap.registry.test';
    expect(await look({})).toEqual({ type: 'not-found', isExplicit: true, host });
    expect(await look({ isTaciturn: true })).toEqual({ type: 'not-found', isExplicit: false, host });
    expect(await failure(look({ behaviour: 'foreign' }))).toEqual(['response-unexpected', 'HTTP 404']);
    expect(await failure(look({ behaviour: 'missing-page' }))).toEqual([
      'response-unexpected',
      'HTTP 404, JSON',
    ]);
  });

  test.each<[RdapBehaviour, string]>([
    ['limiting', 'rate-limited'],
    ['refusing', 'unauthorized'],
    ['failing', 'response-unexpected'],
    ['challenging', 'response-unexpected'],
    ['broken', 'response-unexpected'],
    ['huge', 'too-large'],
    ['silent', 'timeout'],
  ])('%s: %s', async (behaviour, code) => {
    const { port } = await serve(site({ behaviour }));
    const timeoutMs = behaviour === 'silent' ? 200 : 10_000;
    const looked = await failure(open({ connectTo: to(port), timeoutMs }).rdap(url, never));
    expect(looked[0]).toBe(code);
  });

  test('believes nobody whose certificate proves nothing', async () => {
    const server = await serve(site());
    const connectTo = to(server.port);
    const [code] = await failure(open({ connectTo, trusts: false }).rdap(url, never));
    expect(code).toBe('tls-failed');
    const other = url.replace('rdap.registry.test', 'rdap.stranger.test');
    expect((await failure(open({ connectTo }).rdap(other, never)))[0]).toBe('tls-failed');
    // Nothing was asked over those connections.
    expect(server.asked).toEqual([]);
  });

  test.each([url.replace('https', 'http'), 'ftp://rdap.registry.test/', 'rdap.registry.test', ''])(
    'asks over https alone: %s',
    async (address) => {
      expect(await failure(open({}).rdap(address, never))).toEqual(['response-unexpected', 'RDAP: https']);
    },
  );

  test('passes the address guard', async () => {
    const looked = failure(open({ addresses: ['127.0.0.1'] }).rdap(url, never));
    expect(await looked).toEqual(['blocked', '127.0.0.1']);
  });

  test('tries the next address where one does not answer', async () => {
    const { port } = await serve(site());
    const addresses = ['203.0.113.1', '203.0.113.2'];
    const connectTo = [...to(await closedPort(), '203.0.113.1'), ...to(port, '203.0.113.2')];
    expect(await open({ connectTo, addresses }).rdap(url, never)).toMatchObject({ type: 'found' });
  });

  test('keeps an answer for the run, and no failure', async () => {
    const registry = site({ behaviour: 'limiting' });
    const { port, asked } = await serve(registry);
    const edge = open({ connectTo: to(port) });
    expect((await failure(edge.rdap(url, never)))[0]).toBe('rate-limited');
    registry.behaviour = 'answering';
    const reply = await edge.rdap(url, never);
    expect(await edge.rdap(url, never)).toBe(reply);
    expect(asked).toHaveLength(2);
  });

  test('ends with the run', async () => {
    const { port } = await serve(site({ behaviour: 'silent' }));
    const run = new AbortController();
    const looked = failure(open({ connectTo: to(port) }).rdap(url, run.signal));
    run.abort(new ProbeFailure('deadline'));
    expect((await looked)[0]).toBe('deadline');
  });
});

describe('WHOIS', () => {
  const server = 'whois.jprs.jp';

  async function serveJp(behaviour: WhoisBehaviour = 'answering') {
    const whois = await startWhois([
      { name: 'example.jp', type: 'general', state: 'Active', nameServers: ['ns1.example.net'] },
    ]);
    whois.behaviour = behaviour;
    closers.push(() => whois.close());
    return whois;
  }

  test('sends one line and reads to the end', async () => {
    const { port, asked } = await serveJp();
    const answer = await open({ connectTo: to(port) }).whois(server, 'example.jp/e', never);
    expect(new TextDecoder().decode(answer)).toContain('[Domain Name]                   EXAMPLE.JP\r\n');
    expect(asked).toEqual(['example.jp/e']);
  });

  test.each<[WhoisBehaviour, string]>([
    ['silent', 'timeout'],
    ['empty', 'response-unexpected'],
    ['endless', 'too-large'],
    ['breaking', 'reset'],
  ])('%s: %s', async (behaviour, code) => {
    const { port } = await serveJp(behaviour);
    const timeoutMs = behaviour === 'silent' ? 200 : 10_000;
    const looked = failure(open({ connectTo: to(port), timeoutMs }).whois(server, 'example.jp/e', never));
    expect((await looked)[0]).toBe(code);
  });

  test('says why no connection came about', async () => {
    const connectTo = to(await closedPort());
    expect((await failure(open({ connectTo }).whois(server, 'example.jp/e', never)))[0]).toBe('refused');
    const guarded = open({ addresses: ['10.0.0.1'] }).whois(server, 'example.jp/e', never);
    expect(await failure(guarded)).toEqual(['blocked', '10.0.0.1']);
    const nowhere = open({ addresses: [] }).whois(server, 'example.jp/e', never);
    expect(await failure(nowhere)).toEqual(['name-not-found', server]);
  });

  test('tries the next address where one does not answer', async () => {
    const { port } = await serveJp();
    const addresses = ['203.0.113.1', '203.0.113.2'];
    const connectTo = [...to(await closedPort(), '203.0.113.1'), ...to(port, '203.0.113.2')];
    const answer = await open({ connectTo, addresses }).whois(server, 'example.jp/e', never);
    expect(answer.length).toBeGreaterThan(0);
  });

  test.each(['example.jp/e\r\nexample.net', 'ドメイン.jp', ''])('sends no other line: %j', async (query) => {
    const { port, asked } = await serveJp();
    await expect(open({ connectTo: to(port) }).whois(server, query, never)).rejects.toThrow(TypeError);
    expect(asked).toEqual([]);
  });

  test('asks one after the other with a pause between, and nothing twice', async () => {
    const { port, asked } = await serveJp();
    const waits: number[] = [];
    let elapsed = 0;
    const clock = {
      elapsedMs: () => elapsed,
      wait: async (ms: number) => {
        waits.push(ms);
        elapsed += ms;
      },
    };
    const edge = open({ connectTo: to(port), clock, whoisPauseMs: 2000 });
    const queries = ['a.jp/e', 'b.jp/e', 'a.jp/e', 'c.jp/e'];
    await Promise.all(queries.map((query) => edge.whois(server, query, never)));
    expect(asked).toEqual(['a.jp/e', 'b.jp/e', 'c.jp/e']);
    expect(waits).toEqual([2000, 2000]);
    elapsed += 1500;
    await edge.whois(server, 'd.jp/e', never);
    expect(waits.at(-1)).toBe(500);
  });

  test('a failure is not kept, and holds up nobody', async () => {
    const whois = await serveJp('empty');
    const edge = open({ connectTo: to(whois.port) });
    expect((await failure(edge.whois(server, 'example.jp/e', never)))[0]).toBe('response-unexpected');
    whois.behaviour = 'answering';
    expect((await edge.whois(server, 'example.jp/e', never)).length).toBeGreaterThan(0);
  });

  test('ends with the run, in the line and in the pause', async () => {
    const whois = await serveJp('silent');
    const last = new AbortController();
    const clock = {
      elapsedMs: systemClock.elapsedMs,
      wait: (ms: number, signal: AbortSignal) => {
        last.abort(new ProbeFailure('deadline'));
        return systemClock.wait(ms, signal);
      },
    };
    const edge = open({ connectTo: to(whois.port), clock, whoisPauseMs: 60_000 });
    const run = new AbortController();
    const first = failure(edge.whois(server, 'a.jp/e', run.signal));
    const second = failure(edge.whois(server, 'b.jp/e', run.signal));
    whois.onAsked = () => run.abort(new ProbeFailure('deadline'));
    expect([(await first)[0], (await second)[0]]).toEqual(['deadline', 'deadline']);
    expect((await failure(edge.whois(server, 'c.jp/e', last.signal)))[0]).toBe('deadline');
    expect(whois.asked).toEqual(['a.jp/e']);
  });
});

async function closedPort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((done) => server.close(() => done()));
  return port;
}
