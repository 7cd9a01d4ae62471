import http from 'node:http';
import net from 'node:net';
import tls from 'node:tls';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { parseLedger } from '../../src/ledger/parse.ts';
import { certificateProbe } from '../../src/probes/certificate/index.ts';
import { addressName } from '../../src/probes/unreachable.ts';
import { ruleNames } from '../../src/rules/index.ts';
import { tlsRules } from '../../src/rules/tls.ts';
import {
  clientAuth,
  type Issuer,
  issue,
  issuingPoint,
  mustStaple,
  permitsOnly,
  revocationList,
  serverOf,
} from '../pki.ts';
import {
  aia,
  closeAll,
  dataOf,
  derOf,
  host,
  leafFor,
  listen,
  lookAt,
  now,
  serve,
  serveBytes as serveIssuer,
  type World,
} from './certificate-world.ts';

// The certificate probe through its public interface, against TLS servers on loopback.

let root: Issuer;
let intermediate: Issuer;
let stranger: Issuer;
beforeAll(async () => {
  root = await issue(null, { subject: 'C=JP, O=Test Trust, CN=Root', ca: true });
  intermediate = await issue(root, { subject: 'C=JP, O=Test Trust, CN=I1', ca: true });
  stranger = await issue(await issue(null, { subject: 'O=Stranger, CN=Root', ca: true }), {
    subject: 'O=Stranger, CN=I1',
    ca: true,
  });
});
afterEach(closeAll);

/** A leaf of the intermediate, for the host. */
const leafOf = (order: Partial<Parameters<typeof issue>[1]> = {}, by = intermediate) => leafFor(by, order);
/** Looks at servers whose chains lead to the root. */
const look = (world: Omit<World, 'trusts'> & Partial<World>) => lookAt({ trusts: [root], ...world });

test('nothing is said of a chain that is in order', async () => {
  const port = await serve(await leafOf(), [intermediate]);
  const { ids, observation } = await look({ servers: [port] });
  expect(ids).toEqual([]);
  expect(observation).toMatchObject({ from: '203.0.113.1' });
  expect(observation.outcome).toMatchObject({
    fact: { servers: [{ end: { trust: { type: 'trusted', by: 'ca-file' } } }] },
  });
});

const past = ['2029-01-01T00:00:00Z', '2030-05-01T00:00:00Z'] as const;
const future = ['2030-07-01T00:00:00Z', '2031-06-01T00:00:00Z'] as const;

describe('each fault alone', () => {
  test.each<[string, string, () => Promise<number>]>([
    ['expired', 'tls/expired', async () => serve(await leafOf({ valid: past }), [intermediate])],
    [
      'not valid yet',
      'tls/not-yet-valid',
      async () => serve(await leafOf({ valid: future }), [intermediate]),
    ],
    [
      'for another host',
      'tls/hostname-mismatch',
      async () => serve(await leafOf({ names: ['other.test'] }), [intermediate]),
    ],
    [
      'with the host in its common name alone',
      'tls/hostname-mismatch',
      async () => serve(await leafOf({ names: [] }), [intermediate]),
    ],
    [
      'of an unknown authority',
      'tls/untrusted-root',
      async () => serve(await leafOf({}, stranger), [stranger]),
    ],
    [
      'self-signed',
      'tls/self-signed',
      async () => serve(await issue(null, { subject: `CN=${host}`, names: [host] }), []),
    ],
    [
      'for clients',
      'tls/wrong-purpose',
      async () => serve(await leafOf({ purposes: [clientAuth] }), [intermediate]),
    ],
    [
      'with a short key',
      'tls/weak-key',
      async () => serve(await leafOf({ key: 'rsa1024' }), [intermediate], { ciphers: 'DEFAULT:@SECLEVEL=0' }),
    ],
  ])('%s: %s', async (_name, rule, start) => {
    const { ids, findings } = await look({ servers: [await start()] });
    expect(ids).toEqual([`${rule}:${host}`]);
    expect(findings[0]).toMatchObject({
      kind: 'drift',
      severity: 'critical',
      items: [8],
      party: 'maintenance',
    });
  });

  test('signed with SHA-1: tls/weak-signature', async () => {
    const rsaRoot = await issue(null, { subject: 'O=Test Trust, CN=RSA Root', ca: true, key: 'rsa2048' });
    const leaf = await issue(rsaRoot, { subject: `CN=${host}`, names: [host], hash: 'SHA-1' });
    const port = await serve(leaf, [], { ciphers: 'DEFAULT:@SECLEVEL=0' });
    const { ids, findings } = await look({ servers: [port], trusts: [rsaRoot] });
    expect(ids).toEqual([`tls/weak-signature:${host}`]);
    expect(dataOf(findings, 'tls/weak-signature')).toMatchObject({ algorithm: 'sha1WithRSAEncryption' });
  });

  test('exactly at its end, and before its beginning', async () => {
    const valid = (from: string, to: string) => leafOf({ valid: [from, to] });
    const first = '2029-06-01T00:00:00Z';
    const last = '2031-06-01T00:00:00Z';
    const cases: [Issuer, string[]][] = [
      [await valid(first, '2030-06-01T00:00:00Z'), [`tls/expired:${host}`]],
      [await valid(first, '2030-06-01T00:00:01Z'), [`tls/expires-soon:${host}`]],
      [await valid('2030-06-01T00:00:00Z', last), []],
      [await valid('2030-06-01T00:00:01Z', last), [`tls/not-yet-valid:${host}`]],
    ];
    for (const [leaf, ids] of cases) {
      expect((await look({ servers: [await serve(leaf, [intermediate])] })).ids).toEqual(ids);
    }
  });

  test('is judged by the moment handed in, not by this machine’s clock', async () => {
    const around = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
    // Good for Node here and now, and for nobody then; and the other way round.
    const gone = await serve(await leafOf({ valid: [around(-2), around(2)] }), [intermediate]);
    const come = await serve(await leafOf({ valid: ['2030-05-31T00:00:00Z', '2031-05-31T00:00:00Z'] }), [
      intermediate,
    ]);
    const codeOf = ({ outcome }: Awaited<ReturnType<typeof look>>['observation']) => {
      const end = outcome.type === 'seen' ? outcome.fact.servers[0]?.end : undefined;
      return end?.type === 'shown' ? end.errorCode : 'none';
    };
    const [seen, foreseen] = [await look({ servers: [gone] }), await look({ servers: [come] })];
    expect([codeOf(seen.observation), seen.ids]).toEqual([null, [`tls/expired:${host}`]]);
    expect([codeOf(foreseen.observation), foreseen.ids]).toEqual(['CERT_NOT_YET_VALID', []]);
  });

  test('an expired intermediate: tls/expired, and which one', async () => {
    const old = await issue(root, { subject: 'O=Test Trust, CN=Old', ca: true, valid: past });
    const { ids, findings } = await look({ servers: [await serve(await leafOf({}, old), [old])] });
    expect(ids).toEqual([`tls/expired:${host}`]);
    expect(dataOf(findings, 'tls/expired')).toMatchObject({ which: 'intermediate', subject: 'Old' });
  });

  test('a server that ends the handshake: tls/handshake-failed', async () => {
    const port = await listen(net.createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')));
    expect((await look({ servers: [port] })).ids).toEqual([`tls/handshake-failed:${host}`]);
  });

  test('TLS 1.1 alone: tls/old-protocol-only', async () => {
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT:@SECLEVEL=0' } as const;
    const port = await serve(await leafOf(), [intermediate], old);
    expect((await look({ servers: [port] })).ids).toEqual([`tls/old-protocol-only:${host}`]);
  });

  test('a name that the ledger asks for is missing: tls/name-not-covered', async () => {
    const port = await serve(await leafOf({ names: [host, '*.shop.test'] }), [intermediate]);
    const claim =
      'renewal: manual, names: [www.example.test, example.test, a.shop.test, "*.shop.test", b.a.shop.test]';
    const { ids, findings } = await look({ servers: [port], claim });
    expect(ids).toEqual([`tls/name-not-covered:${host}`]);
    expect(dataOf(findings, 'tls/name-not-covered')).toMatchObject({
      missing: ['example.test', 'b.a.shop.test'],
    });
  });

  test('another authority than the ledger says: tls/issuer-differs', async () => {
    const port = await serve(await leafOf(), [intermediate]);
    const { ids, findings } = await look({ servers: [port], claim: 'renewal: manual, issuer: DigiCert Inc' });
    expect(ids).toEqual([`tls/issuer-differs:${host}`]);
    expect(findings[0]).toMatchObject({ severity: 'warning', acceptable: true });
    for (const issuer of ['Test Trust', 'test', '[DigiCert Inc, Test Trust]']) {
      expect((await look({ servers: [port], claim: `renewal: manual, issuer: ${issuer}` })).ids).toEqual([]);
    }
  });

  test('an intermediate that ends first: tls/intermediate-expires', async () => {
    const ending = ['2029-01-01T00:00:00Z', '2030-07-10T00:00:00Z'] as const;
    const short = await issue(root, { subject: 'O=Test Trust, CN=Short', ca: true, valid: ending });
    const { ids, findings } = await look({ servers: [await serve(await leafOf({}, short), [short])] });
    expect(ids).toEqual([`tls/intermediate-expires:${host}`]);
    expect(findings[0]).toMatchObject({ kind: 'expiring', severity: 'warning', items: [] });
    const context = { next: now.add({ hours: 24 * 9 }) };
    expect((await look({ servers: [await serve(await leafOf({}, short), [short])], context })).ids).toEqual(
      [],
    );
  });

  test('is told from the last check that leaves the time a person needs', async () => {
    // The next check is on 4 July; 14 days more make it the 18th.
    const ending = (second: string) =>
      issue(root, {
        subject: 'O=Test Trust, CN=Short',
        ca: true,
        valid: ['2029-01-01T00:00:00Z', `2030-07-18T00:00:0${second}Z`],
      });
    const idsOf = async (short: Issuer) =>
      (await look({ servers: [await serve(await leafOf({}, short), [short])] })).ids;
    expect(await idsOf(await ending('0'))).toEqual([`tls/intermediate-expires:${host}`]);
    expect(await idsOf(await ending('1'))).toEqual([]);
  });

  test.each([
    ['a key that is too short', { key: 'rsa1024' }, 'tls/weak-key', { key: 'RSA 1024' }],
    ['a SHA-1 signature', { hash: 'SHA-1' }, 'tls/weak-signature', { algorithm: 'sha1WithRSAEncryption' }],
  ] as const)('an intermediate with %s: which one', async (_name, order, rule, data) => {
    const rsaRoot = await issue(null, { subject: 'O=Test Trust, CN=RSA Root', ca: true, key: 'rsa2048' });
    const weak = await issue(rsaRoot, {
      subject: 'O=Test Trust, CN=Weak',
      ca: true,
      key: 'rsa2048',
      ...order,
    });
    const port = await serve(await leafOf({}, weak), [weak], { ciphers: 'DEFAULT:@SECLEVEL=0' });
    const { ids, findings } = await look({ servers: [port], trusts: [rsaRoot] });
    expect(ids).toEqual([`${rule}:${host}`]);
    expect(dataOf(findings, rule)).toMatchObject({ ...data, which: 'intermediate', subject: 'Weak' });
  });

  test('a certificate with a star covers the host', async () => {
    const port = await serve(await leafOf({ names: ['*.example.test'] }), [intermediate]);
    expect((await look({ servers: [port] })).ids).toEqual([]);
    const deeper = await serve(await leafOf({ names: ['*.test'] }), [intermediate]);
    expect((await look({ servers: [deeper] })).ids).toEqual([`tls/hostname-mismatch:${host}`]);
  });

  test.each<[string, string]>([
    ['my_site.example.test', '*.example.test'],
    ['_x.example.test', '*.example.test'],
    ['www.my_site.example.test', '*.my_site.example.test'],
    ['my_site.example.test', 'my_site.example.test'],
    ['0.example.test', '*.example.test'],
    ['a--b.example.test', '*.example.test'],
    ['xn--r8jz45g.example.test', '*.example.test'],
    ['WWW.Example.Test.', '*.EXAMPLE.test'],
    [`${'a'.repeat(63)}.example.test`, '*.example.test'],
  ])('%s is covered by %s, as a host and as a name', async (name, covering) => {
    const port = await serve(await leafOf({ names: [covering, host] }), [intermediate]);
    expect((await look({ servers: [port], host: name })).ids).toEqual([]);
    expect((await look({ servers: [port], claim: `renewal: manual, names: ["${name}"]` })).ids).toEqual([]);
  });

  test.each<[string, string]>([
    ['a.my_site.example.test', '*.example.test'],
    ['my_site.test', '*.test'],
    ['my_site.example.test', '*.site.example.test'],
    ['my_site.example.test', 'my*.example.test'],
  ])('%s is not covered by %s', async (name, covering) => {
    const port = await serve(await leafOf({ names: [covering] }), [intermediate]);
    const { findings } = await look({ servers: [port], host: name });
    expect(findings.map(({ rule }) => rule)).toEqual(['tls/hostname-mismatch']);
  });

  test('an address as a host is covered by addresses alone', async () => {
    const address = '203.0.113.1';
    const named = await serve(await leafOf({ names: [host, address] }), [intermediate]);
    expect((await look({ servers: [named], host: address })).ids).toEqual([]);
    const unnamed = await serve(await leafOf({ names: [host] }), [intermediate]);
    expect((await look({ servers: [unnamed], host: address })).ids).toEqual([
      `tls/hostname-mismatch:${address}`,
    ]);
  });
});

describe('a missing intermediate', () => {
  test.each<[string, () => Promise<Uint8Array>]>([
    ['DER', async () => derOf(intermediate)],
    ['PEM', async () => Buffer.from(intermediate.pem)],
    ['PKCS #7', async () => pkcs7(derOf(intermediate))],
  ])('is told from an unknown authority by what the certificate names (%s)', async (_name, bytes) => {
    const issuer = await serveIssuer(await bytes());
    const port = await serve(await leafOf({ aia }), []);
    const { ids, findings } = await look({ servers: [port], aiaPort: issuer.port });
    expect(ids).toEqual([`tls/incomplete-chain:${host}`]);
    expect(dataOf(findings, 'tls/incomplete-chain')).toMatchObject({ missing: 'I1' });
    expect(findings[0]).toMatchObject({ severity: 'warning' });
  });

  test('is asked for once for all addresses', async () => {
    const issuer = await serveIssuer(derOf(intermediate));
    const port = await serve(await leafOf({ aia }), []);
    expect((await look({ servers: [port, port, port], aiaPort: issuer.port })).ids).toHaveLength(1);
    expect(issuer.asked()).toBe(1);
  });

  test('two steps up are followed, too', async () => {
    const second = await issue(intermediate, {
      subject: 'O=Test Trust, CN=I2',
      ca: true,
      aia: 'http://aia.test/i1',
    });
    const byPath: Record<string, Uint8Array> = { '/i2': derOf(second), '/i1': derOf(intermediate) };
    const aiaPort = await listen(
      http.createServer((request, response) => response.end(Buffer.from(byPath[request.url!]!))),
    );
    const port = await serve(await leafOf({ aia: 'http://aia.test/i2' }, second), []);
    expect((await look({ servers: [port], aiaPort })).ids).toEqual([`tls/incomplete-chain:${host}`]);
  });

  test.each<[string, () => Promise<number | undefined>, boolean]>([
    ['cannot be fetched', async () => undefined, true],
    ['is not there any more', async () => (await serveIssuer(derOf(intermediate), 404)).port, true],
    ['is no certificate', async () => (await serveIssuer(Buffer.from('<html>'))).port, true],
    ['is larger than any certificate', async () => (await serveIssuer(new Uint8Array(70_000))).port, true],
    ['is another certificate', async () => (await serveIssuer(derOf(stranger))).port, false],
  ])('that %s leaves the chain untrusted', async (_name, start, missing) => {
    const aiaPort = await start();
    const port = await serve(await leafOf({ aia }), []);
    const { ids, findings } = await look({ servers: [port], ...(aiaPort === undefined ? {} : { aiaPort }) });
    expect(ids).toEqual([`tls/untrusted-root:${host}`]);
    expect(dataOf(findings, 'tls/untrusted-root')).toMatchObject({
      code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      missing,
    });
  });

  test.each([
    ['this machine', (port: number) => `http://127.0.0.1:${port}/int.cer`],
    ['any port', () => 'http://aia.test:8080/int.cer'],
  ])('is not fetched from %s, though a certificate says so', async (_name, url) => {
    const issuer = await serveIssuer(derOf(intermediate));
    const port = await serve(await leafOf({ aia: url(issuer.port) }), []);
    const { ids, findings } = await look({ servers: [port], aiaPort: issuer.port });
    expect(ids).toEqual([`tls/untrusted-root:${host}`]);
    expect(dataOf(findings, 'tls/untrusted-root')).toMatchObject({ missing: true });
    expect(issuer.asked()).toBe(0);
  });

  test('is fetched from the second place where the first has none', async () => {
    const aiaPort = await listen(
      http.createServer((request, response) =>
        request.url === '/second' ? response.end(derOf(intermediate)) : response.writeHead(404).end(),
      ),
    );
    const leaf = await leafOf({ aia: ['http://aia.test/first', 'http://aia.test/second'] });
    const { ids } = await look({ servers: [await serve(leaf, [])], aiaPort });
    expect(ids).toEqual([`tls/incomplete-chain:${host}`]);
  });

  test('is fetched from nowhere but the web', async () => {
    const port = await serve(await leafOf({ aia: 'ldap://aia.test/cn=I1' }), []);
    expect((await look({ servers: [port] })).ids).toEqual([`tls/untrusted-root:${host}`]);
  });

  test('is not looked for above an authority’s own', async () => {
    const own = await issue(null, { subject: 'O=Stranger, CN=Own', ca: true, aia });
    const issuer = await serveIssuer(derOf(root));
    const port = await serve(await leafOf({}, own), [own]);
    const { ids, findings } = await look({ servers: [port], aiaPort: issuer.port });
    expect(ids).toEqual([`tls/untrusted-root:${host}`]);
    expect(dataOf(findings, 'tls/untrusted-root')).toMatchObject({ missing: false });
    expect(issuer.asked()).toBe(0);
  });

  test('of a stranger, fetched, is still a stranger’s', async () => {
    const issuer = await serveIssuer(derOf(stranger));
    const port = await serve(await leafOf({ aia }, stranger), []);
    expect((await look({ servers: [port], aiaPort: issuer.port })).ids).toEqual([
      `tls/untrusted-root:${host}`,
    ]);
  });
});

describe('what follows from another fault is not told beside it', () => {
  test('of another host’s certificate: its names and its issuer', async () => {
    const port = await serve(await leafOf({ names: ['other.test'] }), [intermediate]);
    const claim = 'renewal: manual, names: [shop.test], issuer: DigiCert Inc';
    expect((await look({ servers: [port], claim })).ids).toEqual([`tls/hostname-mismatch:${host}`]);
  });

  test('of an unknown authority: that it is not the ledger’s', async () => {
    const port = await serve(await leafOf({}, stranger), [stranger]);
    const claim = 'renewal: manual, issuer: DigiCert Inc';
    expect((await look({ servers: [port], claim })).ids).toEqual([`tls/untrusted-root:${host}`]);
  });

  test('of a self-signed certificate: how it signed itself', async () => {
    const own = await issue(null, { subject: `CN=${host}`, names: [host], key: 'rsa2048', hash: 'SHA-1' });
    const port = await serve(own, [], { ciphers: 'DEFAULT:@SECLEVEL=0' });
    expect((await look({ servers: [port] })).ids).toEqual([`tls/self-signed:${host}`]);
  });

  test('of what is sent needlessly: how weak it is', async () => {
    const weak = await issue(null, {
      subject: 'O=Old Trust, CN=Root',
      ca: true,
      key: 'rsa1024',
      hash: 'SHA-1',
    });
    const port = await serve(await leafOf(), [intermediate, weak], { ciphers: 'DEFAULT:@SECLEVEL=0' });
    expect((await look({ servers: [port] })).ids).toEqual([]);
  });
});

describe('where and until when', () => {
  test('a fault names the line of the ledger that speaks of it', async () => {
    const port = await serve(await leafOf(), [intermediate]);
    const claim = 'renewal: manual, names: [shop.test], issuer: DigiCert Inc';
    const { findings } = await look({ servers: [port], claim });
    const it = ['reality', 'certificates', 'www'];
    expect(findings.map(({ rule, path }) => [rule, path])).toEqual([
      ['tls/name-not-covered', [...it, 'names']],
      ['tls/issuer-differs', [...it, 'issuer']],
    ]);
    const expired = await serve(await leafOf({ valid: past }), [intermediate]);
    expect((await look({ servers: [expired] })).findings[0]).toMatchObject({ path: it });
  });

  test('a fault of dates names the date', async () => {
    const ending = ['2029-01-01T00:00:00Z', '2030-07-10T00:00:00Z'] as const;
    const short = await issue(root, { subject: 'O=Test Trust, CN=Short', ca: true, valid: ending });
    const servers = [
      await serve(await leafOf({ valid: past }), [intermediate]),
      await serve(await leafOf({}, short), [short]),
    ];
    const { findings } = await look({ servers });
    expect(findings.map(({ rule, deadline }) => [rule, deadline?.toString()])).toEqual([
      ['tls/expired', past[1]],
      ['tls/intermediate-expires', ending[1]],
    ]);
  });
});

describe('what Node’s one code hides', () => {
  test('expired, for another host, and without its intermediate: three findings', async () => {
    const issuer = await serveIssuer(derOf(intermediate));
    const valid = ['2020-01-01T00:00:00Z', '2021-01-01T00:00:00Z'] as const;
    const port = await serve(await leafOf({ valid, names: ['other.test'], aia }), []);
    const { ids, observation } = await look({ servers: [port], aiaPort: issuer.port });
    expect(observation.outcome).toMatchObject({
      fact: { servers: [{ end: { errorCode: 'CERT_HAS_EXPIRED' } }] },
    });
    expect(ids.sort()).toEqual([
      `tls/expired:${host}`,
      `tls/hostname-mismatch:${host}`,
      `tls/incomplete-chain:${host}`,
    ]);
  });

  const longAgo = { valid: ['2020-01-01T00:00:00Z', '2021-01-01T00:00:00Z'] } as const;

  test.each<[string, () => Promise<number>, readonly string[]]>([
    [
      'an unknown authority',
      async () => serve(await leafOf(longAgo, stranger), [stranger]),
      ['tls/expired', 'tls/untrusted-root'],
    ],
    [
      'a self-signed one',
      async () => serve(await issue(null, { subject: `CN=${host}`, names: [host], ...longAgo }), []),
      ['tls/expired', 'tls/self-signed'],
    ],
    [
      'one for clients',
      async () => serve(await leafOf({ ...longAgo, purposes: [clientAuth] }), [intermediate]),
      ['tls/expired', 'tls/wrong-purpose'],
    ],
    [
      'a short key',
      async () =>
        serve(await leafOf({ ...longAgo, key: 'rsa1024' }), [intermediate], {
          ciphers: 'DEFAULT:@SECLEVEL=0',
        }),
      ['tls/expired', 'tls/weak-key'],
    ],
  ])('%s that has expired as well', async (_name, start, rules) => {
    const { ids } = await look({ servers: [await start()] });
    expect(ids.sort()).toEqual(rules.map((rule) => `${rule}:${host}`));
  });

  test('a wrong purpose under an unknown authority', async () => {
    const port = await serve(await leafOf({ purposes: [clientAuth] }, stranger), [stranger]);
    expect((await look({ servers: [port] })).ids.sort()).toEqual([
      `tls/untrusted-root:${host}`,
      `tls/wrong-purpose:${host}`,
    ]);
  });
});

describe('trust is never looser than Node’s', () => {
  type Chain = (leaf: Partial<Parameters<typeof issue>[1]>) => Promise<[Issuer, readonly Issuer[]]>;
  const chains: [string, Chain][] = [
    [
      'an intermediate that is no authority',
      async (leaf) => {
        const fake = await issue(root, { subject: 'O=Test Trust, CN=Fake', ca: false, purposes: null });
        return [await leafOf(leaf, fake), [fake]];
      },
    ],
    [
      'an intermediate that is no authority, whatever it may sign',
      async (leaf) => {
        const fake = await issue(root, {
          subject: 'O=Test Trust, CN=F',
          ca: false,
          signs: true,
          purposes: null,
        });
        return [await leafOf(leaf, fake), [fake]];
      },
    ],
    [
      'an authority that may not sign',
      async (leaf) => {
        const mute = await issue(root, { subject: 'O=Test Trust, CN=Mute', ca: true, signs: false });
        return [await leafOf(leaf, mute), [mute]];
      },
    ],
    [
      'more intermediates than allowed',
      async (leaf) => {
        const narrow = await issue(root, { subject: 'O=Test Trust, CN=Narrow', ca: 0 });
        const below = await issue(narrow, { subject: 'O=Test Trust, CN=Below', ca: true });
        return [await leafOf(leaf, below), [below, narrow]];
      },
    ],
    [
      'a name that the intermediate may not sign',
      async (leaf) => {
        const narrow = await issue(root, {
          subject: 'O=Test Trust, CN=N',
          ca: true,
          nameConstraints: permitsOnly('other.test'),
        });
        return [await leafOf(leaf, narrow), [narrow]];
      },
    ],
    ['a forged signature', async (leaf) => [await leafOf({ ...leaf, forged: true }), [intermediate]]],
    [
      'an intermediate for clients',
      async (leaf) => {
        const other = await issue(root, { subject: 'O=Test Trust, CN=C', ca: true, purposes: [clientAuth] });
        return [await leafOf(leaf, other), [other]];
      },
    ],
    [
      'another intermediate of the same name',
      async (leaf) => {
        const twin = await issue(root, { subject: 'C=JP, O=Test Trust, CN=I1', ca: true });
        return [await leafOf(leaf), [twin]];
      },
    ],
  ];
  const dates: [string, Partial<Parameters<typeof issue>[1]>][] = [
    ['valid', {}],
    ['expired as well', { valid: ['2020-01-01T00:00:00Z', '2021-01-01T00:00:00Z'] }],
  ];

  test.each(
    chains.flatMap(([name, chain]) => dates.map(([when, order]) => [name, when, chain, order] as const)),
  )('%s (%s)', async (_name, _when, chain, order) => {
    const [leaf, others] = await chain(order);
    const { observation, ids } = await look({ servers: [await serve(leaf, others)] });
    const outcome = observation.outcome as { fact?: { servers: { end: { trust?: { type: string } } }[] } };
    // Nor as one that lacks no more than a certificate.
    expect(['failed', 'unknown', 'untrusted', 'wrong-purpose']).toContain(
      outcome.fact?.servers[0]?.end.trust?.type ?? 'failed',
    );
    expect(ids).not.toEqual([]);
    // What is not known is told by the dates that hid it.
    expect(ids.includes(`tls/expired:${host}`)).toBe('valid' in order);
  });
});

describe('revocation', () => {
  const crl = 'http://aia.test/list.crl';
  /** Looks at a leaf that names a list; what is served there is at stake. */
  async function withList(list: (leaf: Issuer) => Promise<Uint8Array | number>, claim?: string) {
    const leaf = await leafOf({ crl });
    const served = await list(leaf);
    const source =
      typeof served === 'number' ? await serveIssuer(new Uint8Array(), served) : await serveIssuer(served);
    const port = await serve(leaf, [intermediate]);
    const looked = await look({
      servers: [port, port],
      aiaPort: source.port,
      ...(claim === undefined ? {} : { claim }),
    });
    const outcome = looked.observation.outcome as unknown as {
      fact: { servers: { end: { chain: { revocation: { type: string } | null }[] } }[] };
    };
    return { ...looked, asked: source.asked(), said: outcome.fact.servers[0]!.end.chain[0]!.revocation };
  }

  test('in the list: tls/revoked, with the day', async () => {
    const { ids, findings, asked } = await withList((leaf) =>
      revocationList(intermediate, { revoked: [leaf], others: 2000 }),
    );
    expect(ids).toEqual([`tls/revoked:${host}`]);
    expect(findings[0]).toMatchObject({ kind: 'drift', severity: 'critical', items: [8] });
    expect(dataOf(findings, 'tls/revoked')).toMatchObject({
      revokedAt: '2030-05-20T00:00:00Z',
      which: 'leaf',
    });
    expect(asked).toBe(1);
  });

  test('not in the list: nothing', async () => {
    const { ids, said } = await withList(() => revocationList(intermediate, { others: 5000 }));
    expect(ids).toEqual([]);
    expect(said).toEqual({ type: 'good', nextUpdate: '2030-06-30T00:00:00Z' });
  });

  test('an empty list, and none at all', async () => {
    expect((await withList(() => revocationList(intermediate))).said).toMatchObject({ type: 'good' });
    const port = await serve(await leafOf(), [intermediate]);
    const { observation } = await look({ servers: [port] });
    expect(JSON.stringify(observation.outcome)).toContain('"no-list"');
  });

  test.each<[string, (leaf: Issuer) => Promise<Uint8Array | number>]>([
    ['is not there', async () => 404],
    ['is no list', async () => Buffer.from('<html>')],
    ['is cut off', async (leaf) => (await revocationList(intermediate, { revoked: [leaf] })).slice(0, 120)],
    [
      'is signed by somebody else',
      (leaf) => revocationList(intermediate, { revoked: [leaf], forger: stranger }),
    ],
    ['is another authority’s', (leaf) => revocationList(stranger, { revoked: [leaf] })],
    [
      'is for authorities alone',
      (leaf) => revocationList(intermediate, { revoked: [leaf], extensions: [issuingPoint(0x82)] }),
    ],
    [
      'is indirect',
      (leaf) => revocationList(intermediate, { revoked: [leaf], extensions: [issuingPoint(0x84)] }),
    ],
    ['is out of order', async () => 500],
  ])('that %s: not known, which is a notice', async (_name, list) => {
    const { ids, findings, said } = await withList(list);
    expect(ids).toEqual([`tls/revocation-unknown:${host}`]);
    expect(findings[0]).toMatchObject({ kind: 'notice', data: { which: 'leaf', lists: [crl] } });
    expect(said).toMatchObject({ type: 'not-known' });
  });

  test('that is for users alone counts', async () => {
    const { ids } = await withList((leaf) =>
      revocationList(intermediate, { revoked: [leaf], extensions: [issuingPoint(0x81)] }),
    );
    expect(ids).toEqual([`tls/revoked:${host}`]);
  });

  test('of an intermediate is read, too', async () => {
    const taken = await issue(root, { subject: 'O=Test Trust, CN=Taken', ca: true, crl });
    const source = await serveIssuer(await revocationList(root, { revoked: [taken] }));
    const port = await serve(await leafOf({}, taken), [taken]);
    const { ids, findings } = await look({ servers: [port], aiaPort: source.port });
    expect(ids).toEqual([`tls/revoked:${host}`]);
    expect(dataOf(findings, 'tls/revoked')).toMatchObject({ which: 'intermediate', subject: 'Taken' });
  });

  test('is not asked for where nobody trusts the chain', async () => {
    const source = await serveIssuer(await revocationList(stranger));
    const port = await serve(await leafOf({ crl }, stranger), [stranger]);
    await look({ servers: [port], aiaPort: source.port });
    const unfit = await issue(root, { subject: 'O=Test Trust, CN=C', ca: true, purposes: [clientAuth], crl });
    await look({ servers: [await serve(await leafOf({ crl }, unfit), [unfit])], aiaPort: source.port });
    expect(source.asked()).toBe(0);
  });
});

test('TLS 1.1 besides newer versions: a notice', async () => {
  const both = { minVersion: 'TLSv1', ciphers: 'DEFAULT:@SECLEVEL=0' } as const;
  const port = await serve(await leafOf(), [intermediate], both);
  const { ids, findings } = await look({ servers: [port] });
  expect(ids).toEqual([`tls/old-protocol:${host}`]);
  expect(findings[0]).toMatchObject({ kind: 'notice', data: { protocol: 'TLSv1.1' } });
  const modern = await serve(await leafOf(), [intermediate], { minVersion: 'TLSv1.3' });
  expect((await look({ servers: [modern] })).ids).toEqual([]);
});

/** The cipher suites of a ClientHello (RFC 8446 §4.1.2), which begins 9 octets into its record. */
function suitesOffered(record: Buffer): number[] {
  const sessionId = 9 + 2 + 32;
  const suites = sessionId + 1 + record[sessionId]!;
  const count = record.readUInt16BE(suites) / 2;
  return Array.from({ length: count }, (_each, index) => record.readUInt16BE(suites + 2 + 2 * index));
}

describe('what browsers get past', () => {
  /** Refuses whoever offers DHE (TLS_DHE_RSA_WITH_AES_128_GCM_SHA256), as browsers have not for years. */
  async function serveWithoutDhe(leaf: Issuer, others: readonly Issuer[], options: tls.TlsOptions = {}) {
    const certificates = await serverOf(leaf, others);
    const secure = tls.createServer({ ...certificates, ...options }, (socket) =>
      socket.on('error', () => {}),
    );
    secure.on('tlsClientError', () => {});
    return listen(
      net.createServer((socket) => {
        socket.once('data', (hello) => {
          if (suitesOffered(hello).includes(0x009e)) {
            socket.end(Buffer.from([0x15, 3, 3, 0, 2, 2, 40]));
          } else {
            socket.pause();
            socket.unshift(hello);
            secure.emit('connection', socket);
          }
        });
      }),
    );
  }

  test('is a notice: tls/weak-handshake', async () => {
    const { ids, findings, observation } = await look({
      servers: [await serveWithoutDhe(await leafOf(), [intermediate])],
    });
    expect(ids).toEqual([`tls/weak-handshake:${host}`]);
    expect(findings[0]).toMatchObject({
      kind: 'notice',
      severity: 'info',
      data: { code: expect.stringMatching(/HANDSHAKE_FAILURE$/) },
    });
    expect(observation.outcome).toMatchObject({
      fact: { servers: [{ end: { trust: { type: 'trusted' } } }] },
    });
  });

  test('has its certificate judged all the same', async () => {
    const port = await serveWithoutDhe(await leafOf({ valid: past }, stranger), [stranger]);
    expect((await look({ servers: [port] })).ids).toEqual([
      `tls/expired:${host}`,
      `tls/untrusted-root:${host}`,
      `tls/weak-handshake:${host}`,
    ]);
    const named = await serveWithoutDhe(await leafOf({ names: ['other.test'] }), [intermediate]);
    expect((await look({ servers: [named] })).ids).toEqual([
      `tls/hostname-mismatch:${host}`,
      `tls/weak-handshake:${host}`,
    ]);
  });

  test('what browsers refuse too is a failure', async () => {
    const old = { maxVersion: 'TLSv1.1', minVersion: 'TLSv1', ciphers: 'DEFAULT:@SECLEVEL=0' } as const;
    const port = await serveWithoutDhe(await leafOf(), [intermediate], old);
    const { findings } = await look({ servers: [port] });
    expect(findings.map(({ severity }) => severity)).toEqual(['critical']);
  });
});

describe('a certificate that demands a staple', () => {
  const serveStapling = async (staple: Buffer | null) => {
    const certificates = await serverOf(await leafOf({ extensions: [mustStaple] }), [intermediate]);
    const server = tls.createServer(certificates, (socket) => socket.on('error', () => {}));
    server.on('OCSPRequest', (_certificate, _issuer, answer) => answer(null, staple as Buffer));
    return listen(server);
  };

  test('and comes without: tls/staple-missing', async () => {
    const { ids, findings } = await look({ servers: [await serveStapling(null)] });
    expect(ids).toEqual([`tls/staple-missing:${host}`]);
    expect(findings[0]).toMatchObject({ kind: 'drift', severity: 'warning', items: [8] });
  });

  test('and has it: nothing', async () => {
    expect((await look({ servers: [await serveStapling(Buffer.from('staple'))] })).ids).toEqual([]);
  });
});

describe('several addresses', () => {
  test('the same fault everywhere is told once; at one address alone, with that address', async () => {
    const good = await serve(await leafOf(), [intermediate]);
    const bad = await serve(await leafOf({ valid: past }), [intermediate]);
    const both = await look({ servers: [bad, bad] });
    expect(both.ids).toEqual([`tls/expired:${host}`]);
    expect(dataOf(both.findings, 'tls/expired')).toMatchObject({ addresses: [] });
    const one = await look({ servers: [good, bad] });
    expect(one.ids).toEqual([`tls/expired:${host}`]);
    expect(dataOf(one.findings, 'tls/expired')).toMatchObject({ addresses: ['203.0.113.2'] });
  });

  test('two faults of one rule are told apart', async () => {
    const one = await serve(await leafOf({ valid: past }), [intermediate]);
    const other = await serve(await leafOf({ valid: [past[0], '2030-05-02T00:00:00Z'] }), [intermediate]);
    expect((await look({ servers: [one, other] })).ids).toEqual([
      `tls/expired:${host}@203.0.113.1`,
      `tls/expired:${host}@203.0.113.2`,
    ]);
  });

  test('two faults of one rule at one server are told apart by their serial numbers', async () => {
    const old = await issue(root, { subject: 'O=Test Trust, CN=Old', ca: true, valid: past });
    const leaf = await leafOf({ valid: past }, old);
    const port = await serve(leaf, [old]);
    const serials = [leaf, old].map(({ certificate }) => certificate.serialNumber.toUpperCase());
    const { ids, findings } = await look({ servers: [port, port] });
    expect(ids).toEqual(serials.map((serial) => `tls/expired:${host}@${serial}`));
    expect(findings.map(({ data }) => data)).toMatchObject([
      { which: 'leaf', addresses: [] },
      { which: 'intermediate', addresses: [] },
    ]);
    // A third one, at another address, is told apart by that.
    const other = await serve(await leafOf({ valid: [past[0], '2030-05-02T00:00:00Z'] }), [intermediate]);
    expect((await look({ servers: [port, other] })).ids.sort()).toEqual(
      [...serials, '203.0.113.2'].map((each) => `tls/expired:${host}@${each}`).sort(),
    );
  });

  test('a port of its own is part of what is spoken of', async () => {
    const port = await serve(await leafOf({ valid: past, names: ['other.test'] }), [intermediate]);
    const { ids, findings } = await look({ servers: [port], claim: 'port: 8443, renewal: manual' });
    expect(ids).toEqual([`tls/expired:${host}:8443`, `tls/hostname-mismatch:${host}:8443`]);
    expect(dataOf(findings, 'tls/expired')).toMatchObject({ host, port: 8443 });
  });

  test('a handshake that fails at one of them', async () => {
    const good = await serve(await leafOf(), [intermediate]);
    const bad = await listen(net.createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')));
    const { ids, findings } = await look({ servers: [good, bad] });
    expect(ids).toEqual([`tls/handshake-failed:${host}`]);
    expect(dataOf(findings, 'tls/handshake-failed')).toMatchObject({ addresses: ['203.0.113.2'] });
  });

  test('different certificates by hand: which address serves which, until when', async () => {
    const one = await serve(await leafOf({ valid: ['2030-01-01T00:00:00Z', '2031-01-01T00:00:00Z'] }), [
      intermediate,
    ]);
    const other = await serve(await leafOf({ valid: ['2030-02-01T00:00:00Z', '2031-02-01T00:00:00Z'] }), [
      intermediate,
    ]);
    const { ids, findings } = await look({ servers: [one, other, one] });
    expect(ids).toEqual([`tls/addresses-disagree:${host}`]);
    expect(dataOf(findings, 'tls/addresses-disagree')?.['certificates']).toEqual([
      expect.objectContaining({
        addresses: ['203.0.113.1', '203.0.113.3'],
        notAfter: '2031-01-01T00:00:00Z',
      }),
      expect.objectContaining({ addresses: ['203.0.113.2'], notAfter: '2031-02-01T00:00:00Z' }),
    ]);
  });

  test('certificates that renew themselves may differ', async () => {
    const one = await serve(await leafOf({ valid: ['2030-05-10T00:00:00Z', '2030-08-08T00:00:00Z'] }), [
      intermediate,
    ]);
    const other = await serve(await leafOf({ valid: ['2030-05-20T00:00:00Z', '2030-08-18T00:00:00Z'] }), [
      intermediate,
    ]);
    const { findings } = await look({ servers: [one, other], claim: 'renewal: automatic' });
    expect(findings.filter(({ kind }) => kind !== 'notice')).toEqual([]);
  });

  test('certificates that renew themselves may not differ in who issued them', async () => {
    const order = { valid: ['2030-05-10T00:00:00Z', '2030-08-08T00:00:00Z'] } as const;
    const other = await issue(root, { subject: 'O=Other Trust, CN=I1', ca: true });
    const servers = [
      await serve(await leafOf(order), [intermediate]),
      await serve(await leafOf(order, other), [other]),
    ];
    const { findings } = await look({ servers, claim: 'renewal: automatic' });
    expect(dataOf(findings, 'tls/addresses-disagree')?.['certificates']).toHaveLength(2);
  });

  test('that one server missed a renewal is told, that all did is one fault', async () => {
    // 90 days: overdue after 65.
    const missed = { valid: ['2030-03-20T00:00:00Z', '2030-06-18T00:00:00Z'] } as const;
    const fresh = { valid: ['2030-05-19T00:00:00Z', '2030-08-17T00:00:00Z'] } as const;
    const [one, two, renewed] = [
      await serve(await leafOf(missed), [intermediate]),
      await serve(await leafOf(missed), [intermediate]),
      await serve(await leafOf(fresh), [intermediate]),
    ];
    const rulesOf = async (servers: number[]) =>
      (await look({ servers, claim: 'renewal: automatic' })).findings
        .filter(({ kind }) => kind !== 'notice')
        .map(({ rule }) => rule);
    expect(await rulesOf([one, renewed])).toEqual(['tls/addresses-disagree', 'tls/renewal-overdue']);
    expect(await rulesOf([one, two])).toEqual(['tls/renewal-overdue']);
    expect(await rulesOf([renewed, renewed])).toEqual([]);
  });

  test('what a fault of one server tells already is not told again', async () => {
    const good = await serve(await leafOf(), [intermediate]);
    const misnamed = await serve(await leafOf({ names: ['other.test'] }), [intermediate]);
    expect((await look({ servers: [good, misnamed] })).ids).toEqual([`tls/hostname-mismatch:${host}`]);
  });

  test('one that cannot be reached is not known, and the others are judged', async () => {
    const good = await serve(await leafOf(), [intermediate]);
    const { ids, findings } = await look({ servers: [good, null] });
    expect(ids).toEqual([`probe/failed:${host}@203.0.113.2`]);
    expect(findings[0]).toMatchObject({ kind: 'unknown', items: [8] });
  });
});

describe('a server that cannot be reached at all', () => {
  test('is not known', async () => {
    const { findings } = await look({ servers: [null] });
    expect(findings).toMatchObject([{ rule: 'probe/failed', kind: 'unknown', data: { code: 'refused' } }]);
  });

  test('is a notice where the endpoint tells it already', async () => {
    const { findings } = await look({ servers: [null], context: { unreachable: new Set([host]) } });
    expect(findings).toMatchObject([{ rule: 'probe/failed', kind: 'notice', items: [] }]);
  });

  test('is a notice at the one address that a page does not answer at', async () => {
    const port = await serve(await leafOf(), [intermediate]);
    const unreachable = new Set([addressName(host, '203.0.113.2')]);
    const { findings } = await look({ servers: [port, null], context: { unreachable } });
    expect(findings).toMatchObject([{ id: `probe/failed:${host}@203.0.113.2`, kind: 'notice', items: [] }]);
  });

  test('says nothing about the site where nothing else answered either', async () => {
    const { findings } = await look({ servers: [null], context: { anythingAnswered: false } });
    expect(findings).toMatchObject([
      { rule: 'probe/failed', kind: 'unknown', data: { code: 'nothing-answered' } },
    ]);
  });
});

test('a server that asks its clients for a certificate is no fault', async () => {
  const options = { requestCert: true, rejectUnauthorized: true, maxVersion: 'TLSv1.2' } as const;
  const port = await serve(await leafOf(), [intermediate], options);
  expect((await look({ servers: [port], claim: 'renewal: manual, mutual: true' })).ids).toEqual([]);
  const ended = await serve(await leafOf({ valid: past }), [intermediate], options);
  const { ids } = await look({ servers: [ended], claim: 'renewal: manual, mutual: true' });
  expect(ids).toEqual([`tls/expired:${host}`]);
  const unknown = await serve(await leafOf({}, stranger), [stranger], options);
  expect((await look({ servers: [unknown], claim: 'renewal: manual, mutual: true' })).ids).toEqual([
    `tls/untrusted-root:${host}`,
  ]);
  const modern = await serve(await leafOf(), [intermediate], { requestCert: true, rejectUnauthorized: true });
  expect((await look({ servers: [modern] })).ids).toEqual([]);
});

describe('what is looked at', () => {
  const plan = (reality: string) => {
    const ledger = `version: 1\nsite: { name: A, url: "https://site.example/" }\nreality: ${reality}\n`;
    const read = parseLedger(Buffer.from(ledger), { file: 'ledger.yml', now: now.toString(), ruleNames });
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    return certificateProbe.plan(read.parsed.ledger).map(({ subject, path }) => [subject, path.join('.')]);
  };

  test('certificates, then every other https endpoint’s, each server once', () => {
    expect(
      plan(`
  certificates: { www: { host: WWW.a.example }, mail: { host: mx.a.example, port: 587, starttls: smtp } }
  endpoints:
    home: { url: "https://www.a.example/" }
    shop: { url: "https://shop.a.example:8443/x" }
    again: { url: "https://shop.a.example:8443/y" }
    plain: { url: "http://plain.a.example/" }
    hidden: { url: "https://staging.a.example/", expect: { blocked: true } }`),
    ).toEqual([
      ['www.a.example', 'reality.certificates.www'],
      ['mx.a.example:587', 'reality.certificates.mail'],
      ['shop.a.example:8443', 'reality.endpoints.shop.url'],
    ]);
  });

  test('the site’s own, where no endpoint is listed', () => {
    expect(plan('{}')).toEqual([['site.example', 'site.url']]);
  });

  test('names are A-labels', () => {
    expect(
      plan(
        '{ certificates: { jp: { host: 日本語.example } }, endpoints: { a: { url: "http://a.example/" } } }',
      ),
    ).toEqual([['xn--wgv71a119e.example', 'reality.certificates.jp']]);
  });
});

test('every rule is of item ⑧ where it is drift, and of none else', () => {
  for (const [rule, { kind, items }] of Object.entries(tlsRules)) {
    expect([rule, items]).toEqual([rule, kind === 'drift' ? [8] : []]);
  }
});

/** A bundle of one certificate and nothing else (RFC 5652 §5.1), as authorities serve it. */
function pkcs7(certificate: Uint8Array): Uint8Array {
  const wrap = (tag: number, ...parts: Uint8Array[]): Uint8Array => {
    const content = Buffer.concat(parts);
    const length =
      content.length < 128 ? [content.length] : [0x82, content.length >> 8, content.length & 0xff];
    return Buffer.concat([Buffer.from([tag, ...length]), content]);
  };
  const oid = (hex: string) => wrap(0x06, Buffer.from(hex, 'hex'));
  const data = wrap(0x30, oid('2a864886f70d010701'));
  const signed = wrap(
    0x30,
    wrap(0x02, Buffer.from([1])),
    wrap(0x31),
    data,
    wrap(0xa0, certificate),
    wrap(0x31),
  );
  return wrap(0x30, oid('2a864886f70d010702'), wrap(0xa0, signed));
}
