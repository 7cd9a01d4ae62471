import { describe, expect, test } from 'vitest';
import type { RdapDomain } from '../../fixtures/world/rdap.ts';
import type { JpDomain } from '../../fixtures/world/whois.ts';
import { type FailureCode, ProbeFailure } from '../../src/edge/failure.ts';
import { domainProbe } from '../../src/probes/domain/index.ts';
import { domainRules } from '../../src/rules/domain.ts';
import { look, now, type Situation } from './domain-world.ts';
import { judged } from './judged.ts';

// Each rule of registrations: what makes it fire, and what keeps it silent. Dates have tests of their own.

const at = 'https://rdap.com.test/domain/example.com';
const locked = ['client transfer prohibited'];

/** A .com registration that is in order for a year. */
function com(more: Partial<RdapDomain> = {}): RdapDomain {
  return {
    name: 'example.com',
    statuses: locked,
    registered: '1995-08-14T04:00:00Z',
    expires: '2027-10-13T04:00:00Z',
    nameServers: ['ns1.dns.example', 'ns2.dns.example'],
    registrar: { name: 'Example Registrar, Inc.', ianaId: '9999' },
    ...more,
  };
}

function jp(more: Partial<JpDomain> = {}): JpDomain {
  return {
    name: 'example.jp',
    type: 'general',
    state: 'Active',
    expires: '2027-10-31'.replaceAll('-', '/'),
    nameServers: ['ns1.dns.example'],
    locks: ['AgentChangeLocked'],
    ...more,
  };
}

const lookCom = (
  more: Partial<RdapDomain>,
  claim: object = { renewal: 'automatic' },
  rest: Partial<Situation> = {},
) => look({ domains: { 'example.com': claim }, rdap: { [at]: com(more) }, ...rest });

const lookJp = (
  more: Partial<JpDomain>,
  claim: object = { renewal: 'automatic' },
  rest: Partial<Situation> = {},
) => {
  const domain = jp(more);
  return look({ domains: { [domain.name]: claim }, jp: [domain], ...rest });
};

const coJp = {
  name: 'example.co.jp',
  type: 'organisation',
  state: 'Connected',
  expires: '2027/03/31',
} as const;

test('nothing is said of a registration that is in order', async () => {
  expect((await lookCom({})).told).toEqual([]);
  expect((await lookJp({})).told).toEqual([]);
  expect((await lookJp(coJp)).told).toEqual([]);
});

test('the claim is found by its place in the ledger, as A-labels', async () => {
  const domains = { 'Example.COM': {}, '例え.jp': { 'lead-time': '60d' } };
  const { told } = await look({ domains });
  expect(told).toEqual([
    'domain/not-registered:example.com critical',
    'domain/not-registered:xn--r8jz45g.jp critical',
  ]);
  const { findings } = await look({ domains });
  expect(findings.map(({ path }) => path)).toEqual([
    ['reality', 'domains', 'Example.COM'],
    ['reality', 'domains', '例え.jp'],
  ]);
});

describe('states of a gTLD', () => {
  test.each<[string, string[], string[]]>([
    ['active', ['active'], ['transfer-unlocked notice']],
    ['locked by the registrar', ['client transfer prohibited', 'client delete prohibited'], []],
    ['locked by the registry', ['server transfer prohibited', 'server update prohibited'], []],
    ['just registered', ['add period', ...locked], []],
    ['just renewed', ['renew period', ...locked], []],
    ['client hold', ['client hold', ...locked], ['on-hold critical']],
    ['server hold', ['server hold', ...locked], ['on-hold critical']],
    ['no name servers', ['inactive', ...locked], ['on-hold critical']],
    ['redemption', ['pending delete', 'redemption period'], ['pending-delete critical']],
    ['being restored', ['pending delete', 'pending restore'], ['pending-delete critical']],
    ['last days', ['pending delete', 'server hold'], ['pending-delete critical']],
    ['extended by the registry', ['auto renew period', ...locked], ['renewed-unconfirmed warning']],
    [
      'extended, and taken out of DNS',
      ['auto renew period', 'client hold', ...locked],
      ['on-hold critical', 'renewed-unconfirmed warning'],
    ],
    ['being moved', ['pending transfer', ...locked], ['transfer-unlocked notice']],
  ])('%s', async (_name, statuses, rules) => {
    const { told } = await lookCom({ statuses });
    expect(told).toEqual(rules.map((rule) => `domain/${rule.replace(' ', ':example.com ')}`));
  });

  test('the finding says who holds it, and how far a deletion has come', async () => {
    const dataOf = async (...statuses: string[]) => (await lookCom({ statuses })).findings[0]?.data;
    expect(await dataOf('client hold', ...locked)).toMatchObject({ by: 'registrar' });
    expect(await dataOf('client hold', 'server hold', ...locked)).toMatchObject({ by: 'registry' });
    expect(await dataOf('inactive', ...locked)).toMatchObject({ by: 'no-name-servers' });
    expect(await dataOf('pending delete')).toMatchObject({ phase: 'deleting', restoreBy: null });
    expect(await dataOf('pending delete', 'redemption period')).toMatchObject({ phase: 'redemption' });
    expect(await dataOf('redemption period', 'pending restore')).toMatchObject({ phase: 'restoring' });
  });

  test('what follows from a deletion is not told beside it', async () => {
    const { told } = await lookCom(
      { statuses: ['redemption period', 'client hold'], expires: '2026-10-01T00:00:00Z' },
      { registrar: 'Somebody Else', 'transfer-lock': true },
    );
    expect(told).toEqual(['domain/pending-delete:example.com critical']);
  });
});

describe('states of .jp', () => {
  test.each<[string, Partial<JpDomain>, string[]]>([
    ['Active', {}, []],
    ['Active without name servers', { nameServers: [] }, ['on-hold critical']],
    ['To be suspended', { state: 'To be suspended' }, ['to-be-suspended critical']],
    ['Suspended', { state: 'Suspended', nameServers: [] }, ['pending-delete critical']],
    ['Hold', { state: 'Hold' }, ['on-hold critical']],
    ['Connected', coJp, []],
    ['Registered', { ...coJp, state: 'Registered', nameServers: [] }, ['on-hold critical']],
    ['To be deleted', { ...coJp, state: 'To be deleted' }, ['to-be-suspended critical']],
    ['Deleted', { ...coJp, state: 'Deleted', nameServers: [] }, ['pending-delete critical']],
    ['User-Reserved', { ...coJp, state: 'User-Reserved', nameServers: [] }, ['on-hold critical']],
    ['provisional', { ...coJp, state: 'Advance-Registered' }, []],
  ])('%s', async (_name, more, rules) => {
    const domain = more.name ?? 'example.jp';
    const { told } = await lookJp(more);
    expect(told).toEqual(rules.map((rule) => `domain/${rule.replace(' ', `:${domain} `)}`));
  });

  test.each(['Reserved', 'Renamed'])('%s is neither shown as fine nor as broken', async (state) => {
    const { told, findings } = await lookJp({ ...coJp, state });
    expect(told).toEqual(['probe/failed:example.co.jp@domain warning']);
    expect(findings[0]).toMatchObject({ kind: 'unknown', items: [8], data: { code: 'response-unexpected' } });
  });

  test('to be suspended: the end of the month is the deadline', async () => {
    const { findings, dates } = await lookJp({ state: 'To be suspended', expires: '2026/11/30' });
    expect(findings[0]?.deadline?.toString()).toBe('2026-11-30T14:59:59Z');
    const told = 'domain/to-be-suspended:example.jp';
    expect(dates).toEqual([['domain-ends', '2026-11-30T14:59:59Z', told]]);
    expect((await lookJp({ state: 'To be suspended', expires: '2026/10/31' })).dates).toEqual([]);
    expect((await lookJp({ state: 'To be suspended', expires: '' })).dates).toEqual([]);
  });

  test('suspended: can be had back until the 20th of the month, by the calendar of Japan', async () => {
    const suspended = { state: 'Suspended', expires: '2026/11/30', nameServers: [] };
    const restoreBy = async (at: string) =>
      (await lookJp(suspended, {}, { now: at })).findings[0]?.data as { restoreBy: string };
    expect(await restoreBy('2026-11-05T00:00:00Z')).toMatchObject({ restoreBy: '2026-11-20T14:59:59Z' });
    // In Japan it is November already.
    expect(await restoreBy('2026-10-31T15:30:00Z')).toMatchObject({ restoreBy: '2026-11-20T14:59:59Z' });
    expect((await lookJp(suspended)).dates).toEqual([]);
  });
});

describe('not registered', () => {
  test('in the registry’s own words', async () => {
    expect((await look({ domains: { 'example.com': {} } })).told).toEqual([
      'domain/not-registered:example.com critical',
    ]);
    expect((await look({ domains: { 'example.jp': {} } })).told).toEqual([
      'domain/not-registered:example.jp critical',
    ]);
  });

  test('by an empty 404 of the listed server, and not of one that the ledger names', async () => {
    const listed = await look({ domains: { 'example.com': {} }, rdap: { [at]: 'taciturn' } });
    expect(listed.told).toEqual(['domain/not-registered:example.com critical']);
    const named = await look({
      domains: { 'example.de': { rdap: 'https://rdap.de.test/wrong' } },
      rdap: { 'https://rdap.de.test/wrong/domain/example.de': 'taciturn' },
    });
    expect(named.told).toEqual(['probe/failed:example.de@domain warning']);
  });
});

describe('the registrar', () => {
  const told = async (registrar: string, seen: RdapDomain['registrar']) =>
    (await lookCom(seen === undefined ? {} : { registrar: seen }, { renewal: 'automatic', registrar })).told;
  const differs = ['domain/registrar-differs:example.com warning'];

  test.each([
    ['Example Registrar, Inc.', 'Example Registrar, Inc.'],
    ['example registrar', 'Example Registrar, Inc.'],
    ['Example', 'EXAMPLE REGISTRAR LLC'],
    ['GoDaddy', 'GoDaddy.com, LLC'],
    ['GoDaddy.com', 'GoDaddy, LLC'],
    ['Key Systems', 'Key-Systems GmbH'],
    ['GMO Internet', 'GMO Internet Group, Inc. d/b/a Onamae.com'],
    ['Onamae.com', 'GMO Internet Group, Inc. d/b/a Onamae.com'],
    ['Sample K.K.', 'Sample KK'],
    ['株式会社サンプル', 'サンプル'],
    ['Ｅｘａｍｐｌｅ', 'Example, Inc.'],
  ])('%s is %s', async (said, name) => {
    expect(await told(said, { name })).toEqual([]);
  });

  test.each([
    ['Example', 'Exampleton, Inc.'],
    ['Google Domains', 'Squarespace Domains II LLC'],
    ['Inc.', 'Example, Inc.'],
  ])('%s is not %s', async (said, name) => {
    expect(await told(said, { name })).toEqual(differs);
  });

  test('its number counts as well', async () => {
    const seen = { name: 'Example Registrar, Inc.', ianaId: '9999' };
    expect(await told('9999', seen)).toEqual([]);
    expect(await told('IANA ID: 9999', seen)).toEqual([]);
    expect(await told('IANA 999', seen)).toEqual(differs);
    expect(await told('IANA 999', { ianaId: '9999' })).toEqual(differs);
  });

  test('what the registry does not tell is no contradiction', async () => {
    expect(await told('Example', { ianaId: '9999' })).toEqual([]);
    expect((await lookJp({}, { renewal: 'automatic', registrar: 'Somebody' })).told).toEqual([]);
  });

  test('the finding stands at the ledger’s line and can be accepted', async () => {
    const { findings } = await lookCom({}, { renewal: 'automatic', registrar: 'Somebody Else' });
    expect(findings[0]).toMatchObject({
      path: ['reality', 'domains', 'example.com', 'registrar'],
      acceptable: true,
      items: [8],
      party: 'maintenance',
      data: { expected: 'Somebody Else', registrar: 'Example Registrar, Inc.' },
    });
  });
});

describe('the transfer lock', () => {
  const claimed = { renewal: 'automatic', 'transfer-lock': true };
  const unlocked = { statuses: ['active'] };

  test('is drift where the ledger claims it, else a notice', async () => {
    const { told, findings } = await lookCom(unlocked, claimed);
    expect(told).toEqual(['domain/transfer-unlocked:example.com warning']);
    expect(findings[0]).toMatchObject({
      kind: 'drift',
      items: [8],
      path: ['reality', 'domains', 'example.com', 'transfer-lock'],
    });
    const notice = await lookCom(unlocked);
    expect(notice.findings[0]).toMatchObject({ kind: 'notice', severity: 'info', items: [] });
  });

  test('is nothing where the ledger says that there is none', async () => {
    expect((await lookCom(unlocked, { renewal: 'automatic', 'transfer-lock': false })).told).toEqual([]);
  });

  test('of .jp is the one against another registrar, not the one against another owner', async () => {
    expect((await lookJp({ locks: ['AgentChangeLocked', 'DomainTransferLocked'] }, claimed)).told).toEqual(
      [],
    );
    const drift = ['domain/transfer-unlocked:example.jp warning'];
    expect((await lookJp({ locks: ['DomainTransferLocked'] }, claimed)).told).toEqual(drift);
    expect((await lookJp({ locks: [] }, claimed)).told).toEqual(drift);
    expect((await lookJp({ locks: [] })).told).toEqual(['domain/transfer-unlocked:example.jp notice']);
  });

  test('is not missed in registries of countries that may have none', async () => {
    const uk = (statuses: string[]) =>
      look({
        domains: { 'example.co.uk': { renewal: 'automatic' } },
        rdap: { 'https://rdap.uk.test/domain/example.co.uk': { ...com(), name: 'example.co.uk', statuses } },
      });
    expect((await uk(['active'])).told).toEqual([]);
    expect((await uk(['client delete prohibited'])).told).toEqual([
      'domain/transfer-unlocked:example.co.uk notice',
    ]);
  });
});

describe('a renewal that only the registry knows of', () => {
  const related = 'https://rdap.registrar.test/domain/example.com';
  const extended = { statuses: ['auto renew period', ...locked], expires: '2027-10-13T04:00:00Z' };
  const settle = (registrarExpires: string | undefined, more: Partial<RdapDomain> = extended) =>
    look({
      domains: { 'example.com': { renewal: 'automatic' } },
      rdap: {
        [at]: com({ ...more, related }),
        [related]: com(registrarExpires === undefined ? {} : { registrarExpires }),
      },
    });
  const unconfirmed = ['domain/renewed-unconfirmed:example.com warning'];

  test('can be taken back for 45 days after the old end', async () => {
    const { told, findings } = await lookCom(extended);
    expect(told).toEqual(unconfirmed);
    expect(findings[0]?.deadline?.toString()).toBe('2026-11-27T04:00:00Z');
    const later = await lookCom(extended, { renewal: 'automatic' }, { now: '2026-11-28T00:00:00Z' });
    expect(later.told).toEqual(unconfirmed);
    expect(later.findings[0]?.deadline).toBeNull();
  });

  test('is settled by the registrar’s own date', async () => {
    expect((await settle('2027-10-13T04:00:00Z')).told).toEqual([]);
    expect((await settle('2027-10-12T00:00:00Z')).told).toEqual([]);
    expect((await settle('2028-10-13T04:00:00Z')).told).toEqual([]);
    expect((await settle('2026-10-13T04:00:00Z')).told).toEqual(unconfirmed);
    expect((await settle(undefined)).told).toEqual(unconfirmed);
  });

  test('is told without the status too, where the registrar’s date has passed', async () => {
    const quiet = { statuses: locked, expires: '2027-10-13T04:00:00Z' };
    expect((await settle('2026-10-13T04:00:00Z', quiet)).told).toEqual(unconfirmed);
    expect((await settle('2027-10-13T04:00:00Z', quiet)).told).toEqual([]);
    expect((await settle(undefined, quiet)).told).toEqual([]);
  });

  test('the second opinion is one hop, and its failure is nobody’s fault', async () => {
    for (const failure of [new ProbeFailure('timeout'), new ProbeFailure('rate-limited')]) {
      const { told, asked } = await look({
        domains: { 'example.com': { renewal: 'automatic' } },
        rdap: { [at]: com({ related }), [related]: failure },
      });
      expect(told).toEqual([]);
      expect(asked).toEqual([at, related]);
    }
    for (const odd of [related.replace('https', 'http'), related.replace('.test/', '.test:8443/'), 'x', at]) {
      const { asked } = await look({ domains: { 'example.com': {} }, rdap: { [at]: com({ related: odd }) } });
      expect(asked).toEqual([at]);
    }
    const elsewhere = await look({
      domains: { 'example.com': { renewal: 'automatic' } },
      rdap: { [at]: com({ related }), [related]: com({ name: 'other.com', registrarExpires: now }) },
    });
    expect(elsewhere.told).toEqual([]);
  });
});

describe('what could not be looked at', () => {
  test.each<[FailureCode, string | null]>([
    ['timeout', null],
    ['refused', null],
    ['rate-limited', 'rdap.com.test'],
    ['unauthorized', 'HTTP 403'],
    ['response-unexpected', 'HTTP 503'],
    ['tls-failed', 'CERT_HAS_EXPIRED'],
    ['deadline', null],
  ])('%s is unknown, never expired', async (code, detail) => {
    const domains = { 'example.com': { expires: '2020-01-01' } };
    const { told, findings, dates } = await look({ domains, rdap: { [at]: new ProbeFailure(code, detail) } });
    expect(told).toEqual(['probe/failed:example.com@domain warning']);
    expect(findings[0]).toMatchObject({ kind: 'unknown', items: [8], data: { code, detail } });
    expect(dates).toEqual([]);
  });

  test('a place that reaches nothing says so', async () => {
    const failed = { rdap: { [at]: new ProbeFailure('timeout') }, context: { anythingAnswered: false } };
    const { findings } = await look({ domains: { 'example.com': {} }, ...failed });
    expect(findings[0]).toMatchObject({ rule: 'probe/failed', data: { code: 'nothing-answered' } });
  });

  test('the address guard, and a place without IPv4 or IPv6, have findings of their own', async () => {
    const of = async (failure: ProbeFailure, context = {}) =>
      (await look({ domains: { 'example.com': {} }, rdap: { [at]: failure }, context })).told;
    expect(await of(new ProbeFailure('blocked', '10.0.0.1'))).toEqual([
      'probe/blocked:example.com@domain warning',
    ]);
    for (const code of ['no-ipv4', 'no-ipv6'] as const) {
      const failure = new ProbeFailure(code);
      expect(await of(failure)).toEqual(['probe/not-testable:example.com@domain notice']);
      expect(await of(failure, { anythingAnswered: false })).toEqual([
        'probe/failed:example.com@domain warning',
      ]);
    }
  });

  test('a registry that nobody knows is unknown, with the reason', async () => {
    const { told, findings, asked } = await look({ domains: { 'example.de': {} } });
    expect(told).toEqual(['probe/failed:example.de@domain warning']);
    expect(findings[0]?.data).toMatchObject({ detail: 'RDAP: .de (IANA 2026-02-13)' });
    expect(asked).toEqual([]);
  });

  test('the ledger’s date stands in for it, as far as a date goes', async () => {
    const of = async (claim: object) => (await look({ domains: { 'example.de': claim } })).told;
    const dated = { renewal: 'automatic', expires: '2027-10-31', evidence: 'seen in the console' };
    const notice = 'domain/expiry-not-published:example.de notice';
    const unknown = 'probe/failed:example.de@domain warning';
    expect(await of(dated)).toEqual([notice]);
    expect(await of({ ...dated, registrar: 'Example' })).toEqual([unknown, notice]);
    expect(await of({ ...dated, 'transfer-lock': true })).toEqual([unknown, notice]);
  });

  test('the ledger can name the server, with or without its last slash', async () => {
    const answer = 'https://rdap.de.test/v1/domain/example.de';
    for (const rdap of ['https://rdap.de.test/v1/', 'https://rdap.de.test/v1']) {
      const { told, from } = await look({
        domains: { 'example.de': { renewal: 'automatic', rdap } },
        rdap: { [answer]: { ...com(), name: 'example.de' } },
      });
      expect(told).toEqual([]);
      expect(from).toEqual(['rdap.de.test']);
    }
  });

  test('a server that the ledger names for a .jp domain is asked in place of WHOIS', async () => {
    const answer = 'https://rdap.jp.test/domain/example.jp';
    const { told, asked } = await look({
      domains: { 'example.jp': { renewal: 'automatic', rdap: 'https://rdap.jp.test/' } },
      // Past its date, which rolls over by itself.
      rdap: { [answer]: { ...com(), name: 'example.jp', expires: '2026-10-31T14:59:59Z' } },
    });
    expect([told, asked]).toEqual([[], [answer]]);
  });

  test('a fault of ours is unknown as well', () => {
    const check = domainProbe.plan({ reality: { domains: { 'example.com': {} } } } as never)[0]!;
    const outcome = { type: 'crashed', error: new Error('x') } as const;
    const observation = { check, outcome };
    const context = { now: { epochMilliseconds: 0 }, operator: null } as never;
    const { findings, dates } = judged(domainProbe, observation, context);
    expect(findings).toMatchObject([{ id: 'probe/failed:example.com@domain', data: { code: 'crashed' } }]);
    expect(dates).toEqual([]);
  });

  test('a complete answer is believed at once', async () => {
    const { facts } = await look({ domains: { 'example.com': {} } });
    expect(facts).toHaveLength(1);
    expect(domainProbe.needsConfirmation()).toBe(false);
  });
});

test('every rule has the kind, severity and items that its name stands for', () => {
  const critical = [
    'domain/expired',
    'domain/on-hold',
    'domain/pending-delete',
    'domain/to-be-suspended',
    'domain/not-registered',
  ] as const;
  for (const name of critical) {
    expect(domainRules[name]).toMatchObject({ kind: 'drift', severity: 'critical', items: [8] });
  }
});
