import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { objectOf } from '../../fixtures/world/rdap.ts';
import { encode, privateWords, reply } from '../../fixtures/world/whois.ts';
import { ProbeFailure } from '../../src/edge/failure.ts';
import { readRdap, readRegistrarExpiry, registrarUrlOf } from '../../src/probes/domain/rdap.ts';
import { readJprs } from '../../src/probes/domain/whois-jp.ts';
import { parseDmarc } from '../../src/probes/mail/dmarc.ts';
import { parsePolicy } from '../../src/probes/mail/mta-sts.ts';
import { parseSpf, spfRecords } from '../../src/probes/mail/spf.ts';
import { broken, runs } from './broken.ts';

// What registries and mail domains send, broken in every way: understood as what it is, or not at all.

/** What reading gives; a failure that is foreseen is `failed`. */
function read<T>(work: () => T): T | 'failed' {
  try {
    return work();
  } catch (error) {
    if (error instanceof ProbeFailure && error.code === 'response-unexpected') return 'failed';
    throw error;
  }
}

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

describe('registries', () => {
  const general = { name: 'example.jp', type: 'general', state: 'Active', expires: '2027/05/31' } as const;
  const organisation = { ...general, type: 'organisation', state: 'Connected' } as const;
  const nameServers = ['ns1.example.net', 'ns2.example.net'];
  const replies = [general, organisation].flatMap((domain) => [
    encode(reply({ ...domain, nameServers, locks: ['AgentChangeLocked'] }, 'en'), 'utf-8'),
    encode(reply({ ...domain, nameServers }, 'ja'), 'utf-8'),
    encode(reply({ ...domain, nameServers }, 'ja'), 'iso-2022-jp'),
  ]);

  test('WHOIS answers', () => {
    for (const each of replies) expect(readJprs(each, 'example.jp')).toMatchObject({ nameServers });
    let understood = 0;
    fc.assert(
      fc.property(broken(replies), (bytes) => {
        const registration = read(() => readJprs(bytes, 'example.jp'));
        if (registration === 'failed') return;
        understood += 1;
        // Nothing but the registry's own word makes a domain that is not registered.
        if (registration === null) {
          expect(bytes.includes('No match!!')).toBe(true);
          return;
        }
        if (registration.expires !== null) expect(registration.expires).toMatch(moment);
        const kept = JSON.stringify(registration);
        expect(kept.length).toBeLessThan(2 * bytes.length + 500);
        for (const word of privateWords) expect(kept).not.toContain(word);
      }),
      runs,
    );
    expect(understood / runs.numRuns).toBeGreaterThan(0.1);
  });

  test('RDAP objects', () => {
    const good = (['verisign', 'registry', 'country', 'epp'] as const).map((habit) =>
      objectOf(
        {
          name: 'example.com',
          statuses: ['client transfer prohibited'],
          registered: '2011-05-31T00:00:00Z',
          expires: '2027-05-31T00:00:00Z',
          registrarExpires: '2027-05-31T00:00:00Z',
          nameServers,
          registrar: { name: 'Example Inc.', ianaId: '9999' },
          related: 'https://rdap.registrar.example/domain/example.com',
          registrant: { name: 'Hanako Sample', email: 'hanako@private.example', address: 'Somewhere 1' },
        },
        habit,
      ),
    );
    for (const each of good) expect(readRdap(each, 'example.com')).toMatchObject({ by: 'rdap' });
    /** A good object, with anything in some of its places. */
    const spoilt = fc
      .tuple(
        fc.constantFrom(...good),
        fc.array(fc.tuple(fc.nat(), fc.jsonValue()), { minLength: 1, maxLength: 4 }),
      )
      .map(([object, changes]) => {
        const copy = JSON.parse(JSON.stringify(object)) as Record<string, unknown>;
        for (const [which, value] of changes) {
          const places = placesIn(copy);
          const [holder, key] = places[which % places.length]!;
          holder[key] = value;
        }
        return copy;
      });
    let understood = 0;
    fc.assert(
      fc.property(spoilt, (body) => {
        const registration = read(() => readRdap(body, 'example.com'));
        const url = registrarUrlOf(body);
        if (url !== null) expect(url).toMatch(/^https:/);
        const until = read(() => readRegistrarExpiry(body, 'example.com'));
        if (until !== null && until !== 'failed') expect(until).toMatch(moment);
        if (registration === 'failed') return;
        understood += 1;
        if (registration.expires !== null) expect(registration.expires).toMatch(moment);
        const kept = JSON.stringify(registration);
        expect(kept).not.toContain('hanako@private.example');
        expect(kept.length).toBeLessThan(2 * JSON.stringify(body).length + 500);
      }),
      runs,
    );
    expect(understood / runs.numRuns).toBeGreaterThan(0.1);
  });
});

/** Every member and element below a value, as its holder and key. */
function placesIn(value: unknown): (readonly [holder: Record<string, unknown>, key: string])[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [[holder, key] as const, ...placesIn(holder[key])]);
}

test('records of mail', () => {
  const good = [
    'v=spf1 a mx/24//64 include:_spf.example.net exists:%{i}.example.net ip6:2001:db8::/32 ~all',
    'v=DMARC1; p=quarantine; sp=reject; rua=mailto:a@example.net; t=y',
    'version: STSv1\r\nmode: enforce\r\nmx: *.example.net\r\nmax_age: 604800\r\n',
  ].map((text) => Buffer.from(text));
  fc.assert(
    fc.property(broken(good), (bytes) => {
      const text = bytes.toString('latin1');
      for (const record of spfRecords([text])) {
        const parsed = parseSpf(record);
        if ('terms' in parsed) expect(parsed.terms.length).toBeLessThanOrEqual(text.split(' ').length);
        else expect(record).toContain(parsed.broken);
      }
      expect(parseDmarc(text)?.get('v') ?? 'DMARC1').toBe('DMARC1');
      const policy = parsePolicy(text);
      if (policy !== null) expect(['enforce', 'testing', 'none']).toContain(policy.mode);
    }),
    runs,
  );
});
