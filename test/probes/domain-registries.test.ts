import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Authority, type Certificate, openAuthority } from '../../fixtures/world/pki.ts';
import {
  type RdapBehaviour,
  type RdapDomain,
  type RdapHabit,
  type RdapSite,
  startRdap,
} from '../../fixtures/world/rdap.ts';
import {
  encode,
  type JpDomain,
  privateWords,
  reply,
  startWhois,
  type WhoisBehaviour,
} from '../../fixtures/world/whois.ts';
import { ProbeFailure } from '../../src/edge/failure.ts';
import { openHttp } from '../../src/edge/http.ts';
import { openNetwork } from '../../src/edge/network.ts';
import { openRegistry, type RegistryEdge } from '../../src/edge/registry.ts';
import { openTls } from '../../src/edge/tls.ts';
import { type DomainClaim, type DomainFact, domainProbe } from '../../src/probes/domain/index.ts';
import { look } from './domain-world.ts';

// What registries answer, and what is kept of it: in the shapes that vendors send, and over the wire.

const person = { name: 'Hanako Sample', email: 'hanako@private.example', address: 'Chiyoda 1-1' };

const full: RdapDomain = {
  name: 'example.com',
  statuses: ['client delete prohibited', 'client transfer prohibited'],
  registered: '1995-08-14T04:00:00Z',
  expires: '2027-08-13T04:00:00Z',
  changed: '2026-08-14T07:01:34Z',
  nameServers: ['b.dns.example', 'a.dns.example'],
  registrar: { name: 'Example Registrar, Inc.', ianaId: '9999' },
  registrant: person,
};

describe('RDAP objects', () => {
  const seen = async (habit: RdapHabit, more: Partial<RdapDomain> = {}) => {
    const { facts, told } = await look({
      domains: { 'example.com': { renewal: 'automatic' } },
      habit,
      rdap: { 'https://rdap.com.test/domain/example.com': { ...full, ...more } },
    });
    return facts[0] ?? told;
  };
  const kept: DomainFact = {
    type: 'registered',
    by: 'rdap',
    expires: '2027-08-13T04:00:00Z',
    statuses: ['client delete prohibited', 'client transfer prohibited'],
    registrar: { name: 'Example Registrar, Inc.', ianaId: '9999' },
    nameServers: ['a.dns.example', 'b.dns.example'],
    registrarExpires: null,
    unreadExpiry: null,
  };

  test.each<RdapHabit>(['verisign', 'registry', 'country', 'epp'])('as %s sends them', async (habit) => {
    expect(await seen(habit)).toEqual(kept);
  });

  test('nothing is kept of people, nor of what changes from day to day', async () => {
    const text = JSON.stringify(await seen('country'));
    expect(text).toContain('Example Registrar');
    for (const word of [
      ...Object.values(person),
      'Abuse',
      'abuse@',
      '5555550100',
      '2026-11-01',
      'C0000001',
    ]) {
      expect(text).not.toContain(word);
    }
  });

  test.each([
    ['2027-08-13T04:00:00Z', '2027-08-13T04:00:00Z'],
    ['2027-08-13T04:00:00.0Z', '2027-08-13T04:00:00Z'],
    ['2027-08-13T04:00:00.123456Z', '2027-08-13T04:00:00Z'],
    ['2027-08-13T13:00:00+09:00', '2027-08-13T04:00:00Z'],
    ['2027-08-13T04:00:00+0000', '2027-08-13T04:00:00Z'],
    ['2027-08-13T04:00:00', '2027-08-13T04:00:00Z'],
    ['2027-08-13', '2027-08-13T00:00:00Z'],
    ['2027-08-13T04:00Z', '2027-08-13T04:00:00Z'],
    ['2027-08-13 04:00:00', '2027-08-13T04:00:00Z'],
    ['2027-08-12t21:00:00-0700', '2027-08-13T04:00:00Z'],
    ['2027-08-13 04:00:00 UTC', '2027-08-13T04:00:00Z'],
    ['2027-08-13 13:00:00 +09', '2027-08-13T04:00:00Z'],
    ['2027-08-13t04:00:60z', '2027-08-13T04:00:59Z'],
    ['2027/08/13', '2027-08-13T00:00:00Z'],
    ['2027.08.13 04:00:00', '2027-08-13T04:00:00Z'],
    ['20270813', '2027-08-13T00:00:00Z'],
  ])('an end written %s', async (expires, at) => {
    expect(await seen('registry', { expires })).toMatchObject({ expires: at });
  });

  test.each(['13-Aug-2027', '2027-13-45T00:00:00Z', 'never'])(
    'an end that cannot be read is no missing one: %s',
    async (expires) => {
      const looked = await look({
        domains: { 'example.com': { registrar: 'Other', 'transfer-lock': true } },
        rdap: { 'https://rdap.com.test/domain/example.com': { ...full, expires, statuses: ['client hold'] } },
      });
      expect(looked.findings.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
        'domain/on-hold:example.com drift',
        'domain/registrar-differs:example.com drift',
        'domain/transfer-unlocked:example.com drift',
        'probe/failed:example.com@domain unknown',
      ]);
    },
  );

  test('of two ends the one that can be read counts, and a registrar’s that cannot is none', async () => {
    const events = ['soon', '2027-08-13T04:00:00Z'].map((eventDate) => ({
      eventAction: 'Expiration',
      eventDate,
    }));
    const paid = { eventAction: 'registrar expiration', eventDate: 'yes' };
    const body = { objectClassName: 'domain', ldhName: 'example.com', events: [...events, paid] };
    expect((await observe(answering(body))).fact).toMatchObject({
      expires: '2027-08-13T04:00:00Z',
      unreadExpiry: null,
      registrarExpires: null,
    });
  });

  test('a date that stands for none is none', async () => {
    const fact = await seen('registry', { expires: '0001-01-01T00:00:00Z' });
    expect(fact).toMatchObject({ expires: null, unreadExpiry: null });
  });

  test('statuses in any spelling; unknown ones are left out', async () => {
    const statuses = ['ok', 'Client Hold', 'autoRenewPeriod', 'SERVER TRANSFER PROHIBITED', 'made up', ''];
    const fact = await seen('registry', { statuses });
    expect(fact).toMatchObject({
      statuses: ['active', 'auto renew period', 'client hold', 'server transfer prohibited'],
    });
  });

  test('another domain’s object is no answer', async () => {
    expect(await seen('registry', { name: 'example.net' })).toEqual([
      'probe/failed:example.com@domain warning',
    ]);
  });

  test.each<[string, unknown]>([
    ['an error in a 200', { errorCode: 404, title: 'Not Found' }],
    ['another class', { objectClassName: 'nameserver', ldhName: 'example.com' }],
    ['a name alone', { ldhName: 'example.com' }],
    ['a name that is none', { objectClassName: 'domain', ldhName: { a: 1 } }],
  ])('%s is no answer', async (_name, body) => {
    const registry = answering(body);
    await expect(observe(registry)).rejects.toThrow(ProbeFailure);
  });

  test('members of the wrong kind are as good as none', async () => {
    const body = {
      objectClassName: 'domain',
      ldhName: 'EXAMPLE.com.',
      status: 'active',
      events: { eventAction: 'expiration' },
      nameservers: [null, 'ns1.example', { ldhName: 7 }, { ldhName: 'NS1.Example.' }, []],
      entities: [
        { roles: 'registrar' },
        { roles: ['registrar'], vcardArray: ['vcard', [['fn'], 'fn', null]] },
      ],
      links: [null, { rel: 'related', href: 'javascript:alert(1)', type: 'application/rdap+json' }],
    };
    const { fact } = await observe(answering(body));
    expect(fact).toMatchObject({ expires: null, statuses: ['active'], registrar: null });
    expect(fact).toMatchObject({ nameServers: ['7', 'ns1.example'] });
  });

  function answering(body: unknown): Partial<RegistryEdge> {
    const found = { type: 'found' as const, body: body as Record<string, unknown>, host: 'rdap.test' };
    return { rdapBaseOf: () => 'https://rdap.test/', rdap: async () => found };
  }
  function observe(registry: Partial<RegistryEdge>) {
    const claim = { domain: 'example.com', rdap: null } as DomainClaim;
    return domainProbe.observe(claim, { registry } as never, new AbortController().signal);
  }
});

describe('JPRS replies', () => {
  const general: JpDomain = {
    name: 'example.jp',
    type: 'general',
    state: 'Active',
    expires: '2027/05/31',
    nameServers: ['ns2.dns.example', 'NS1.dns.example'],
    locks: ['DomainTransferLocked', 'AgentChangeLocked'],
  };
  const organisation: JpDomain = {
    ...general,
    name: 'example.co.jp',
    type: 'organisation',
    state: 'Connected',
    expires: '2027/03/31',
    locks: ['AgentChangeLocked'],
  };
  const kept = {
    type: 'registered',
    by: 'jprs',
    unreadExpiry: null,
    nameServers: ['ns1.dns.example', 'ns2.dns.example'],
  };

  test.each<['en' | 'ja', 'utf-8' | 'iso-2022-jp']>([
    ['en', 'utf-8'],
    ['ja', 'utf-8'],
    ['ja', 'iso-2022-jp'],
  ])('in %s as %s', async (language, encoding) => {
    const domains = { 'example.jp': {}, 'example.co.jp': {} };
    const { facts, asked } = await look({ domains, jp: [general, organisation], language, encoding });
    expect(facts).toEqual([
      {
        ...kept,
        state: 'active',
        expires: '2027-05-31T14:59:59Z',
        locks: ['agentchangelocked', 'domaintransferlocked'],
      },
      { ...kept, state: 'connected', expires: '2027-03-31T14:59:59Z', locks: ['agentchangelocked'] },
    ]);
    expect(asked).toEqual(['whois.jprs.jp example.jp/e', 'whois.jprs.jp example.co.jp/e']);
    const text = JSON.stringify(facts);
    for (const word of privateWords) expect(text).not.toContain(word);
  });

  test('the fixture is what it says it is', () => {
    const bytes = encode(reply(organisation, 'ja'), 'iso-2022-jp');
    expect(bytes.every((byte) => byte < 0x80)).toBe(true);
    expect(new TextDecoder('iso-2022-jp').decode(bytes)).toContain('[ロック状態]                    Agent');
    for (const word of privateWords.slice(0, 4)) expect(reply(general, 'ja')).toContain(word);
  });

  const of = async (text: string, domain = 'example.jp') => {
    const bytes = new TextEncoder().encode(text.replaceAll('\n', '\r\n'));
    const { facts, told } = await look({ domains: { [domain]: { renewal: 'automatic' } }, jp: bytes });
    return facts[0] ?? told;
  };
  const unknown = (domain = 'example.jp') => [`probe/failed:${domain}@domain warning`];

  test('a name in Japanese, asked by its A-labels', async () => {
    const written = `Domain Information:\n[ドメイン名]  例え.JP\n[Domain Name]  XN--R8JZ45G.JP\n[Status]  Active\n`;
    expect(await of(written, '例え.jp')).toMatchObject({ state: 'active' });
    expect(await of(written.replace(/\[Domain Name\].*\n/, ''), '例え.jp')).toMatchObject({
      state: 'active',
    });
  });

  test('labels that hosts and contacts use again are not the domain’s', async () => {
    const text = `${reply(general, 'en')}[Name Server]                   ns9.contact.example\n
Host Information:
[Name Server]                   ns8.host.example\n[Status]                        Suspended\n`;
    expect(await of(text)).toMatchObject({ state: 'active', nameServers: kept.nameServers });
  });

  test('a reply without end, or with a day that is none', async () => {
    for (const expires of ['2027/13/45', '2027/02/30']) {
      expect(await of(reply({ ...general, expires }, 'en'))).toMatchObject({ expires: null });
    }
    const moved = reply({ ...organisation, state: 'Renamed', expires: 'NEW.CO.JP' }, 'en');
    expect(await of(moved, 'example.co.jp')).toMatchObject({ state: 'renamed', expires: null });
  });

  test.each<[string, string]>([
    ['a complaint', 'Too many requests. Try again later.\n'],
    ['a banner alone', '[ JPRS database provides information on network administration. ]\n'],
    ['another domain', reply({ ...general, name: 'other.jp' }, 'en')],
    ['no state', reply(general, 'en').replace(/\[Status\].*\n/, '')],
    ['a state in no known words', reply({ ...general, state: '???' }, 'en')],
    ['an empty line', '\n'],
    ['half a reply', reply(general, 'en').slice(0, 420)],
  ])('%s says nothing of the domain', async (_name, text) => {
    expect(await of(text)).toEqual(unknown());
  });

  test('“No match!!” counts at the beginning of a line alone', async () => {
    expect(await of('No match!!\n')).toEqual({ type: 'not-registered', server: 'whois.jprs.jp' });
    expect(await of(reply(general, 'en').replace('Hanako', 'No match!!'))).toMatchObject({ state: 'active' });
  });
});

describe('over the wire', () => {
  let authority: Authority;
  let certificate: Certificate;
  beforeAll(async () => {
    authority = await openAuthority({ organisation: 'Test CA', aiaUrl: 'http://aia.test/ca.cer' });
    certificate = await authority.issue({
      names: ['rdap.verisign.com', 'rdap.registrar.test'],
      notBefore: '2025-01-01T00:00:00Z',
      notAfter: '2040-01-01T00:00:00Z',
    });
  });
  const closers: (() => unknown)[] = [];
  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close();
  });

  async function world(behaviour: RdapBehaviour = 'answering', whoisBehaviour: WhoisBehaviour = 'answering') {
    const registry: RdapSite = {
      host: 'rdap.verisign.com',
      base: '/com/v1/',
      habit: 'verisign',
      behaviour,
      domains: [{ ...full, related: 'https://rdap.registrar.test/domain/EXAMPLE.COM' }],
    };
    const registrar: RdapSite = {
      host: 'rdap.registrar.test',
      base: '/',
      habit: 'registry',
      behaviour: 'answering',
      domains: [{ ...full, registrarExpires: '2027-08-13T04:00:00Z' }],
    };
    const rdap = await startRdap(certificate, [registry, registrar]);
    const whois = await startWhois([
      {
        name: 'example.jp',
        type: 'general',
        state: 'Active',
        expires: '2027/05/31',
        nameServers: ['ns1.dns.example'],
      },
    ]);
    whois.behaviour = whoisBehaviour;
    const network = openNetwork({
      allowPrivate: false,
      connectTo: [
        { host: 'whois.jprs.jp', port: 43, toAddress: '127.0.0.1', toPort: whois.port },
        { host: null, port: 443, toAddress: '127.0.0.1', toPort: rdap.port },
      ],
    });
    const resolve = async () => [{ address: '203.0.113.1', family: 4 as const }];
    const tls = openTls({ network, resolve, extraRoots: [authority.root] });
    const http = openHttp({ network, tls, resolve, userAgent: 'test/1', credentials: [] });
    closers.push(
      () => rdap.close(),
      () => whois.close(),
      () => http.close(),
      () => tls.close(),
    );
    const edge = openRegistry({ http, tls, network, resolve, whoisPauseMs: 0, timeoutMs: 2000 });
    const observe = (domain: string) =>
      domainProbe.observe(
        { domain, rdap: null } as DomainClaim,
        { registry: edge } as never,
        new AbortController().signal,
      );
    return { rdap, whois, observe };
  }

  test('the registry, then the registrar’s own server', async () => {
    const { observe, rdap } = await world();
    const { fact, from } = await observe('example.com');
    expect(from).toBe('rdap.verisign.com');
    expect(fact).toMatchObject({ expires: '2027-08-13T04:00:00Z', registrarExpires: '2027-08-13T04:00:00Z' });
    expect(rdap.asked).toEqual([
      'rdap.verisign.com/com/v1/domain/example.com',
      'rdap.registrar.test/domain/EXAMPLE.COM',
    ]);
  });

  test('JPRS by WHOIS', async () => {
    const { observe, rdap } = await world();
    const { fact, from } = await observe('example.jp');
    expect(from).toBe('whois.jprs.jp');
    expect(fact).toMatchObject({ by: 'jprs', state: 'active', expires: '2027-05-31T14:59:59Z' });
    expect(rdap.asked).toEqual([]);
    expect(await observe('other.jp')).toMatchObject({ fact: { type: 'not-registered' } });
    expect(await observe('other.com')).toMatchObject({ fact: { type: 'not-registered' } });
  });

  test.each<RdapBehaviour>(['limiting', 'refusing', 'failing', 'challenging', 'missing-page', 'broken'])(
    'a registry that is %s is not looked past',
    async (behaviour) => {
      const { observe } = await world(behaviour);
      await expect(observe('example.com')).rejects.toThrow(ProbeFailure);
    },
  );

  test.each<WhoisBehaviour>(['refusing', 'empty', 'breaking'])('so is JPRS: %s', async (behaviour) => {
    const { observe } = await world('answering', behaviour);
    await expect(observe('example.jp')).rejects.toThrow(ProbeFailure);
  });
});
