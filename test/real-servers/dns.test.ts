import { beforeAll, expect, test } from 'vitest';
import { dnsRules } from '../../src/rules/dns.ts';
import { type DelegatedZone, openWorld, type World } from './world.ts';

// One row a case: the zone, what the ledger claims of it, the findings and the exit status that follow.
interface Case {
  readonly zone: DelegatedZone;
  /** Entries of `reality.dns`. */
  readonly claim?: string;
  /** In place of those, all of `reality`. */
  readonly reality?: string;
  readonly finds: readonly string[];
  readonly exit: number;
}

const ns123 = ['ns1.dns.example', 'ns2.dns.example', 'ns3.dns.example'];
const [ns1, ns2, ns3] = ns123 as [string, string, string];
const digest = 'ab'.repeat(32);

const cases: readonly Case[] = [
  {
    zone: { name: 'caa.example', records: 'www A 192.0.2.9\n@ CAA 0 issue "digicert.com"' },
    reality: `certificates: { it: { host: www.caa.example, issuer: "Let's Encrypt" } }`,
    finds: ['dns/caa-forbids-issuer:www.caa.example/CAA'],
    exit: 1,
  },
  {
    zone: { name: 'caa-well.example', records: 'www A 192.0.2.9\n@ CAA 0 issue "letsencrypt.org"' },
    reality: `certificates: { it: { host: www.caa-well.example, issuer: "Let's Encrypt" } }`,
    finds: [],
    exit: 0,
  },
  {
    zone: { name: 'no-name.example', records: 'www A 192.0.2.9' },
    claim: '{ name: shop.no-name.example, type: A, values: [192.0.2.9] }',
    finds: ['dns/no-such-name:shop.no-name.example/A'],
    exit: 1,
  },
  {
    zone: { name: 'no-record.example', records: 'www A 192.0.2.9' },
    claim: '{ name: www.no-record.example, type: MX, values: [10 mail.no-record.example] }',
    finds: ['dns/record-missing:www.no-record.example/MX'],
    exit: 1,
  },
  {
    zone: { name: 'other-value.example', records: '@ MX 10 mail.other.example.' },
    claim: '{ name: other-value.example, type: MX, values: [10 mail.other-value.example] }',
    finds: ['dns/record-differs:other-value.example/MX'],
    exit: 1,
  },
  {
    zone: { name: 'other-text.example', records: '@ TXT "v=spf1 -all"' },
    claim: '{ name: other-text.example, type: TXT, values: ["v=spf1 mx -all"], match: includes }',
    finds: ['dns/record-differs:other-text.example/TXT'],
    exit: 1,
  },
  {
    zone: { name: 'one-more.example', records: 'www A 192.0.2.9\nwww A 192.0.2.10' },
    claim: '{ name: www.one-more.example, type: A, values: [192.0.2.9] }',
    finds: ['dns/record-unexpected:www.one-more.example/A'],
    exit: 1,
  },
  {
    zone: { name: 'left-over.example', records: 'old A 192.0.2.9' },
    claim: '{ name: old.left-over.example, type: A, absent: true }',
    finds: ['dns/record-unexpected:old.left-over.example/A'],
    exit: 1,
  },
  {
    zone: { name: 'disagree.example', records: 'www A 192.0.2.9', second: 'www A 192.0.2.10' },
    claim: '{ name: www.disagree.example, type: A, values: [192.0.2.9] }',
    finds: ['dns/answers-disagree:www.disagree.example/A'],
    exit: 1,
  },
  {
    zone: { name: 'long.example', records: 'www 7200 A 192.0.2.9' },
    claim: '{ name: www.long.example, type: A, values: [192.0.2.9], ttl-at-most: 5m }',
    finds: ['dns/ttl-too-long:www.long.example/A'],
    exit: 1,
  },
  {
    zone: { name: 'dangling.example', records: 'www CNAME app.gone.example.' },
    claim: '{ name: www.dangling.example, type: CNAME, values: [app.gone.example] }',
    finds: ['dns/dangling-alias:www.dangling.example/CNAME'],
    exit: 1,
  },
  {
    zone: { name: 'circle.example', records: 'www CNAME web\nweb CNAME www' },
    claim: '{ name: www.circle.example, type: CNAME, values: [web.circle.example] }',
    finds: ['dns/dangling-alias:www.circle.example/CNAME'],
    exit: 1,
  },
  {
    zone: { name: 'moved.example', delegation: [ns1, ns3], own: [ns1, ns3] },
    claim: `{ name: moved.example, type: NS, values: [${ns1}, ${ns2}] }`,
    finds: ['dns/delegation-differs:moved.example'],
    exit: 1,
  },
  {
    zone: { name: 'half-moved.example', delegation: [ns1, ns2], own: [ns1, ns3] },
    claim: `{ name: half-moved.example, type: NS, values: [${ns1}, ${ns2}] }`,
    finds: ['dns/delegation-mismatch:half-moved.example'],
    exit: 1,
  },
  {
    zone: { name: 'half-served.example', records: 'www A 192.0.2.9', second: null },
    claim: '{ name: www.half-served.example, type: A, values: [192.0.2.9] }',
    finds: ['dns/lame-nameserver:half-served.example'],
    exit: 1,
  },
  {
    zone: { name: 'not-served.example', records: null },
    claim: '{ name: www.not-served.example, type: A, values: [192.0.2.9] }',
    finds: ['dns/lame-nameserver:not-served.example'],
    exit: 1,
  },
  {
    zone: {
      name: 'nameless.example',
      records: 'www A 192.0.2.9',
      delegation: [ns1, 'ns.gone.example'],
      own: [ns1, 'ns.gone.example'],
    },
    claim: '{ name: www.nameless.example, type: A, values: [192.0.2.9] }',
    finds: ['dns/nameserver-unresolvable:nameless.example@ns.gone.example'],
    exit: 1,
  },
  {
    zone: { name: 'unsigned.example' },
    claim: '{ name: unsigned.example, dnssec: signed }',
    finds: ['dns/dnssec-differs:unsigned.example'],
    exit: 1,
  },
  {
    zone: { name: 'signed.example', atRegistry: `signed DS 12345 253 2 ${digest}` },
    claim: '{ name: signed.example, dnssec: unsigned }',
    finds: ['dns/dnssec-differs:signed.example'],
    exit: 1,
  },
  {
    zone: { name: 'silent.example', delegation: ['ns4.dns.example'] },
    claim: '{ name: www.silent.example, type: A, values: [192.0.2.9] }',
    finds: ['probe/failed:www.silent.example/A'],
    exit: 3,
  },
  {
    zone: { name: 'inside.example', delegation: ['ns5.dns.example'] },
    claim: '{ name: www.inside.example, type: A, values: [192.0.2.9] }',
    finds: ['probe/blocked:www.inside.example/A'],
    exit: 3,
  },
  {
    zone: {
      name: 'well.example',
      records: `@ A 192.0.2.9
@ MX 10 mail
@ TXT "v=spf1 mx -all"
@ CAA 0 issue "ca.example"
mail A 192.0.2.10
www CNAME well.example.
shop A 192.0.2.11
shop A 192.0.2.12`,
      delegation: ns123,
      own: ns123,
      atRegistry: `well DS 12345 253 2 ${digest}`,
    },
    claim: `{ name: well.example, type: NS, values: [${ns123}] }
- { name: well.example, type: A, values: [192.0.2.9], ttl-at-most: 5m }
- { name: well.example, type: MX, values: [10 mail.well.example] }
- { name: well.example, type: TXT, values: ["v=spf1 mx -all"], match: includes }
- { name: well.example, type: CAA, values: ["0 issue ca.example"] }
- { name: www.well.example, type: CNAME, values: [well.example], ttl-at-most: 5m }
- { name: shop.well.example, type: A, values: [192.0.2.0/24], match: cidr }
- { name: old.well.example, type: A, absent: true }
- { name: well.example, dnssec: signed }`,
    finds: [],
    exit: 0,
  },
];

let world: World;
beforeAll(async () => {
  world = await openWorld({ zones: cases.map(({ zone }) => zone) });
  return world.stop;
});

for (const { zone, claim, reality, finds, exit } of cases) {
  test(`${zone.name}: ${finds.join(', ') || 'nothing'}`, async () => {
    const checked = await world.check(
      reality ?? `dns:\n- ${claim}`,
      reality === undefined ? [] : ['--only=dns'],
    );
    expect(checked.outcome, checked.stderr).toEqual({ found: finds, exit });
  });
}

test('every rule about DNS has a case', () => {
  const found = new Set(cases.flatMap(({ finds }) => finds.map((id) => id.split(':')[0])));
  expect([...found]).toEqual(expect.arrayContaining(Object.keys(dnsRules)));
});
