import type { ServedZone } from './dns-world.ts';

// One row a case: the zone, what the ledger claims of it, the findings and the exit status that follow, and what
// BIND's own programs say of the same record set at that moment.
export interface DnsCase {
  readonly zone: ServedZone;
  /** The zone above, where that is not the registry's. */
  readonly above?: ServedZone;
  /** In words, for the documentation. */
  readonly served: string;
  /** Entries of `reality.dns`. */
  readonly claim?: string;
  /** In place of those, all of `reality`. */
  readonly reality?: string;
  readonly args?: readonly string[];
  readonly finds: readonly string[];
  readonly exit: number;
  /** The record set that `delv` and `dig` are asked for: `name TYPE`. */
  readonly ask: string;
  /** The verdict of `delv`, which checks signatures from the root's key on; null where it would only wait. */
  readonly delv: string | null;
  /** What `dig` gets from each name server of the delegation, where that tells more. */
  readonly dig?: string;
}

const ns123 = ['ns1.dns.example', 'ns2.dns.example', 'ns3.dns.example'];
const [ns1, ns2, ns3] = ns123 as [string, string, string];
const drift = { exit: 1 };
const well = { finds: [], exit: 0 };
const www = 'www A 192.0.2.9';
const wwwOf = (zone: string) => `{ name: www.${zone}, type: A, values: [192.0.2.9] }`;
/** The zone is claimed to be signed as well, so that one fault is seen from two sides. */
const signedWww = (zone: string) => `{ name: ${zone}, dnssec: signed }\n- ${wwwOf(zone)}`;

const records: readonly DnsCase[] = [
  {
    zone: { name: 'caa.example', records: `${www}\n@ CAA 0 issue "digicert.com"` },
    served: 'CAA records that let DigiCert issue, where the ledger says Let’s Encrypt',
    reality: `certificates: { it: { host: www.caa.example, issuer: "Let's Encrypt" } }`,
    finds: ['dns/caa-forbids-issuer:www.caa.example/CAA'],
    ...drift,
    ask: 'caa.example CAA',
    delv: 'unsigned answer',
  },
  {
    zone: { name: 'caa-well.example', records: `${www}\n@ CAA 0 issue "letsencrypt.org"` },
    served: 'CAA records that let Let’s Encrypt issue, as the ledger says',
    reality: `certificates: { it: { host: www.caa-well.example, issuer: "Let's Encrypt" } }`,
    ...well,
    ask: 'caa-well.example CAA',
    delv: 'unsigned answer',
  },
  {
    zone: { name: 'no-name.example', records: www },
    served: 'no such name',
    claim: '{ name: shop.no-name.example, type: A, values: [192.0.2.9] }',
    finds: ['dns/no-such-name:shop.no-name.example/A'],
    ...drift,
    ask: 'shop.no-name.example A',
    delv: 'ncache nxdomain',
  },
  {
    zone: { name: 'no-record.example', records: www },
    served: 'the name without MX',
    claim: '{ name: www.no-record.example, type: MX, values: [10 mail.no-record.example] }',
    finds: ['dns/record-missing:www.no-record.example/MX'],
    ...drift,
    ask: 'www.no-record.example MX',
    delv: 'ncache nxrrset',
  },
  {
    zone: { name: 'other-value.example', records: '@ MX 10 mail.other.example.' },
    served: 'another mail host than the ledger says',
    claim: '{ name: other-value.example, type: MX, values: [10 mail.other-value.example] }',
    finds: ['dns/record-differs:other-value.example/MX'],
    ...drift,
    ask: 'other-value.example MX',
    delv: 'unsigned answer',
  },
  {
    zone: { name: 'other-text.example', records: '@ TXT "v=spf1 -all"' },
    served: 'another SPF policy than the ledger says',
    claim: '{ name: other-text.example, type: TXT, values: ["v=spf1 mx -all"], match: includes }',
    finds: ['dns/record-differs:other-text.example/TXT'],
    ...drift,
    ask: 'other-text.example TXT',
    delv: 'unsigned answer',
  },
  {
    zone: { name: 'one-more.example', records: `${www}\nwww A 192.0.2.10` },
    served: 'one address more than the ledger lists',
    claim: wwwOf('one-more.example'),
    finds: ['dns/record-unexpected:www.one-more.example/A'],
    ...drift,
    ask: 'www.one-more.example A',
    delv: 'unsigned answer',
  },
  {
    zone: { name: 'left-over.example', records: 'old A 192.0.2.9' },
    served: 'a name that the ledger says is gone',
    claim: '{ name: old.left-over.example, type: A, absent: true }',
    finds: ['dns/record-unexpected:old.left-over.example/A'],
    ...drift,
    ask: 'old.left-over.example A',
    delv: 'unsigned answer',
  },
  {
    zone: { name: 'wild.example', records: '* A 192.0.2.10' },
    served: 'a wildcard in the place of a record that was removed',
    claim: wwwOf('wild.example'),
    finds: ['dns/record-differs:www.wild.example/A'],
    ...drift,
    ask: 'www.wild.example A',
    delv: 'unsigned answer',
  },
  {
    zone: { name: 'https.example', records: 'www HTTPS 1 . alpn="h2"' },
    served: 'an HTTPS record (type 65) without h3, which the ledger lists',
    claim: `{ name: www.https.example, type: HTTPS, values: ['1 . alpn="h2,h3"'] }`,
    finds: ['dns/record-differs:www.https.example/HTTPS'],
    ...drift,
    ask: 'www.https.example HTTPS',
    delv: 'unsigned answer',
  },
  {
    zone: { name: 'disagree.example', records: www, second: 'www A 192.0.2.10' },
    served: 'two servers (BIND and Knot) that give different addresses',
    claim: wwwOf('disagree.example'),
    finds: ['dns/answers-disagree:www.disagree.example/A'],
    ...drift,
    ask: 'www.disagree.example A',
    delv: 'unsigned answer',
    dig: 'ns1: NOERROR 192.0.2.9; ns2: NOERROR 192.0.2.10',
  },
  {
    zone: { name: 'long.example', records: 'www 7200 A 192.0.2.9' },
    served: 'a TTL of two hours where the ledger allows five minutes',
    claim: '{ name: www.long.example, type: A, values: [192.0.2.9], ttl-at-most: 5m }',
    finds: ['dns/ttl-too-long:www.long.example/A'],
    ...drift,
    ask: 'www.long.example A',
    delv: 'unsigned answer',
  },
  {
    zone: { name: 'dangling.example', records: 'www CNAME app.gone.example.' },
    served: 'an alias of a name that does not exist',
    claim: '{ name: www.dangling.example, type: CNAME, values: [app.gone.example] }',
    finds: ['dns/dangling-alias:www.dangling.example/CNAME'],
    ...drift,
    ask: 'app.gone.example A',
    delv: 'ncache nxdomain',
  },
  {
    zone: { name: 'circle.example', records: 'www CNAME web\nweb CNAME www' },
    served: 'two aliases of each other',
    claim: '{ name: www.circle.example, type: CNAME, values: [web.circle.example] }',
    finds: ['dns/dangling-alias:www.circle.example/CNAME'],
    ...drift,
    ask: 'www.circle.example CNAME',
    delv: 'unsigned answer',
  },
];

const delegations: readonly DnsCase[] = [
  {
    zone: { name: 'moved.example', delegation: [ns1, ns3], own: [ns1, ns3] },
    served: 'a delegation to other name servers than the ledger lists',
    claim: `{ name: moved.example, type: NS, values: [${ns1}, ${ns2}] }`,
    finds: ['dns/delegation-differs:moved.example'],
    ...drift,
    ask: 'moved.example NS',
    delv: 'unsigned answer',
  },
  {
    zone: { name: 'half-moved.example', delegation: [ns1, ns2], own: [ns1, ns3] },
    served: 'a delegation to ns1 and ns2, and a zone that names ns1 and ns3',
    claim: `{ name: half-moved.example, type: NS, values: [${ns1}, ${ns2}] }`,
    finds: ['dns/delegation-mismatch:half-moved.example'],
    ...drift,
    ask: 'half-moved.example NS',
    delv: 'unsigned answer',
    dig: 'ns1: NOERROR ns1.dns.example. ns3.dns.example.; ns2: NOERROR ns1.dns.example. ns3.dns.example.',
  },
  {
    zone: { name: 'half-served.example', records: www, second: null },
    served: 'a zone that one of its two servers does not have (lame)',
    claim: wwwOf('half-served.example'),
    finds: ['dns/lame-nameserver:half-served.example'],
    ...drift,
    ask: 'www.half-served.example A',
    delv: 'unsigned answer',
    dig: 'ns1: NOERROR 192.0.2.9; ns2: REFUSED',
  },
  {
    zone: { name: 'not-served.example', records: null },
    served: 'a zone that none of its servers has',
    claim: wwwOf('not-served.example'),
    finds: ['dns/lame-nameserver:not-served.example'],
    ...drift,
    ask: 'www.not-served.example A',
    delv: 'failure',
    dig: 'ns1: REFUSED; ns2: REFUSED',
  },
  {
    zone: {
      name: 'nameless.example',
      records: www,
      delegation: [ns1, 'ns.gone.example'],
      own: [ns1, 'ns.gone.example'],
    },
    served: 'a delegation to a name server whose name does not exist',
    claim: wwwOf('nameless.example'),
    finds: ['dns/nameserver-unresolvable:nameless.example@ns.gone.example'],
    ...drift,
    ask: 'ns.gone.example A',
    delv: 'ncache nxdomain',
  },
  {
    zone: { name: 'one-more-ns.example', records: www, delegation: [ns1], own: [ns1, ns2] },
    served: 'a zone that names one server more than the registry, which answers alike',
    claim: wwwOf('one-more-ns.example'),
    finds: ['dns/delegation-mismatch:one-more-ns.example'],
    ...drift,
    ask: 'www.one-more-ns.example A',
    delv: 'unsigned answer',
    dig: 'ns1: NOERROR 192.0.2.9',
  },
  {
    zone: {
      name: 'aliased-ns.example',
      records: www,
      delegation: [ns1, 'ns7.dns.example'],
      own: [ns1, 'ns7.dns.example'],
    },
    served: 'a name server (Knot) whose name is an alias',
    claim: wwwOf('aliased-ns.example'),
    finds: ['dns/nameserver-is-alias:aliased-ns.example@ns7.dns.example'],
    ...drift,
    ask: 'ns7.dns.example CNAME',
    delv: 'fully validated',
  },
  {
    zone: { name: 'without-glue.example', delegation: ['a.without-glue.example', 'b.without-glue.example'] },
    served: 'name servers that lie in the zone itself, without glue',
    claim: wwwOf('without-glue.example'),
    finds: [
      'dns/lame-nameserver:without-glue.example',
      'dns/nameserver-unresolvable:without-glue.example@a.without-glue.example',
      'dns/nameserver-unresolvable:without-glue.example@b.without-glue.example',
    ],
    ...drift,
    ask: 'www.without-glue.example A',
    delv: 'failure',
  },
  {
    zone: { name: 'in-dead-zone.example', delegation: ['ns.not-served.example'] },
    served: 'a name server whose name lies in a zone that nobody serves',
    claim: wwwOf('in-dead-zone.example'),
    finds: [
      'dns/lame-nameserver:in-dead-zone.example',
      'dns/nameserver-unresolvable:in-dead-zone.example@ns.not-served.example',
    ],
    ...drift,
    ask: 'www.in-dead-zone.example A',
    delv: 'failure',
  },
  {
    zone: { name: 'dead-target.example', records: 'www CNAME app.not-served.example.' },
    served: 'an alias into a zone that nobody serves',
    claim: '{ name: www.dead-target.example, type: CNAME, values: [app.not-served.example] }',
    finds: ['dns/dangling-alias:www.dead-target.example/CNAME'],
    ...drift,
    ask: 'app.not-served.example A',
    delv: 'failure',
  },
  {
    zone: {
      name: 'over-tcp.example',
      records: www,
      delegation: [ns1, 'ns6.dns.example'],
      own: [ns1, 'ns6.dns.example'],
    },
    served: 'one server (Unbound) that speaks TCP alone',
    claim: wwwOf('over-tcp.example'),
    ...well,
    ask: 'www.over-tcp.example A',
    delv: 'unsigned answer',
    dig: 'ns1: NOERROR 192.0.2.9; ns6: no answer over UDP, NOERROR 192.0.2.9 over TCP',
  },
  {
    zone: { name: 'silent.example', delegation: ['ns4.dns.example'] },
    served: 'a delegation to a server that is silent',
    claim: wwwOf('silent.example'),
    finds: ['probe/failed:www.silent.example/A'],
    exit: 3,
    ask: 'www.silent.example A',
    delv: null,
    dig: 'ns4: no answer',
  },
  {
    zone: { name: 'inside.example', delegation: ['ns5.dns.example'] },
    served: 'a delegation to a server at a private address',
    claim: wwwOf('inside.example'),
    finds: ['probe/blocked:www.inside.example/A'],
    exit: 3,
    ask: 'www.inside.example A',
    delv: 'failure',
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
    },
    served: 'a zone that is in order, not signed',
    claim: `{ name: well.example, type: NS, values: [${ns123}] }
- { name: well.example, type: A, values: [192.0.2.9], ttl-at-most: 5m }
- { name: well.example, type: MX, values: [10 mail.well.example] }
- { name: well.example, type: TXT, values: ["v=spf1 mx -all"], match: includes }
- { name: well.example, type: CAA, values: ["0 issue ca.example"] }
- { name: www.well.example, type: CNAME, values: [well.example], ttl-at-most: 5m }
- { name: shop.well.example, type: A, values: [192.0.2.0/24], match: cidr }
- { name: old.well.example, type: A, absent: true }
- { name: well.example, dnssec: unsigned }`,
    ...well,
    ask: 'well.example A',
    delv: 'unsigned answer',
  },
];

/** Changes the data of one record after the signing, so that its signature does not match. */
const otherAddress = (text: string) =>
  text.replace(/(\bwww\.\S+\s+\d+\s+IN\s+A\s+)192\.0\.2\.9/, '$1192.0.2.66');
const withoutSignatures = (text: string) => text.replace(/^.*\sRRSIG\s+(A|SOA) .*\n/gm, '');

const signatures: readonly DnsCase[] = [
  {
    zone: {
      name: 'signed-well.example',
      records: `${www}\nshop CNAME www\n* A 192.0.2.9\n@ MX 10 Mail.Signed-Well.Example.\n@ TXT "v=spf1 " "-all"\n@ HTTPS 1 . alpn="h2,h3"\n@ CAA 0 issue "ca.example"\n_sip._tcp SRV 1 2 5060 Sip.Example.`,
      signed: { split: true },
    },
    served: 'a signed zone that is in order: two keys, an alias, a wildcard, names in capitals',
    claim: `{ name: signed-well.example, dnssec: signed }
- { name: signed-well.example, type: NS, values: [${ns1}, ${ns2}] }
- { name: www.signed-well.example, type: A, values: [192.0.2.9] }
- { name: shop.signed-well.example, type: A, values: [192.0.2.9] }
- { name: anything.signed-well.example, type: A, values: [192.0.2.9] }
- { name: signed-well.example, type: MX, values: [10 mail.signed-well.example] }
- { name: signed-well.example, type: TXT, values: [v=spf1 -all] }
- { name: signed-well.example, type: HTTPS, values: ['1 . alpn="h2,h3"'] }
- { name: signed-well.example, type: CAA, values: ['0 issue "ca.example"'] }
- { name: _sip._tcp.signed-well.example, type: SRV, values: [1 2 5060 sip.example] }`,
    ...well,
    ask: 'anything.signed-well.example A',
    delv: 'fully validated',
  },
  ...(['RSASHA256', 'RSASHA512', 'ECDSAP384SHA384', 'ED25519', 'ED448'] as const).map(
    (algorithm): DnsCase => {
      const name = `${algorithm.toLowerCase()}.example`;
      return {
        zone: { name, records: www, signed: { algorithm, nsec3: true } },
        served: `a zone signed with ${algorithm} that is in order`,
        claim: signedWww(name),
        ...well,
        ask: `www.${name} A`,
        delv: 'fully validated',
      };
    },
  ),
  {
    zone: { name: 'unsigned.example', records: www },
    served: 'no DS, where the ledger says that the zone is signed',
    claim: '{ name: unsigned.example, dnssec: signed }',
    finds: ['dns/dnssec-differs:unsigned.example'],
    ...drift,
    ask: 'www.unsigned.example A',
    delv: 'unsigned answer',
  },
  {
    zone: { name: 'signed.example', records: www, signed: {} },
    served: 'a signed zone, where the ledger says that it is not',
    claim: '{ name: signed.example, dnssec: unsigned }',
    finds: ['dns/dnssec-differs:signed.example'],
    ...drift,
    ask: 'www.signed.example A',
    delv: 'fully validated',
  },
  {
    zone: { name: 'island.example', records: www, signed: { hours: [-48, -24] }, ds: 'none' },
    served: 'expired signatures in a zone without DS',
    claim: wwwOf('island.example'),
    ...well,
    ask: 'www.island.example A',
    delv: 'unsigned answer',
  },
  {
    zone: {
      name: 'foreign-algorithm.example',
      records: www,
      atRegistry: `foreign-algorithm DS 12345 253 2 ${'ab'.repeat(32)}`,
    },
    served: 'a DS of an algorithm that nobody knows',
    claim: signedWww('foreign-algorithm.example'),
    ...well,
    ask: 'www.foreign-algorithm.example A',
    delv: 'unsigned answer',
  },
  {
    zone: {
      name: 'shop.plain.example',
      records: www,
      delegation: [],
      own: [ns1, ns2],
      resolverAsks: [ns1, ns2],
    },
    above: {
      name: 'plain.example',
      records: `shop NS ${ns1}.\nshop NS ${ns2}.\nshop DS 12345 13 2 ${'ab'.repeat(32)}`,
    },
    served: 'a DS that fits no key, below a zone that is not signed itself',
    claim: wwwOf('shop.plain.example'),
    ...well,
    ask: 'www.shop.plain.example A',
    delv: 'unsigned answer',
  },
  {
    zone: { name: 'no-key.example', records: www, ds: 'foreign' },
    served: 'a DS left over from another provider: the zone has no key',
    claim: signedWww('no-key.example'),
    finds: ['dns/ds-mismatch:no-key.example'],
    ...drift,
    ask: 'www.no-key.example A',
    delv: 'broken trust chain',
  },
  {
    zone: { name: 'other-key.example', records: www, signed: {}, ds: 'foreign' },
    served: 'a DS of another key than the one that signs',
    claim: signedWww('other-key.example'),
    finds: ['dns/ds-mismatch:other-key.example'],
    ...drift,
    ask: 'www.other-key.example A',
    delv: 'broken trust chain',
  },
  {
    zone: { name: 'wrong-digest.example', records: www, signed: {}, ds: 'wrong' },
    served: 'a DS with a wrong digest',
    claim: signedWww('wrong-digest.example'),
    finds: ['dns/ds-mismatch:wrong-digest.example'],
    ...drift,
    ask: 'www.wrong-digest.example A',
    delv: 'broken trust chain',
  },
  {
    zone: { name: 'expired.example', records: www, signed: { hours: [-24 * 30, -24] } },
    served: 'signatures that ended yesterday',
    claim: signedWww('expired.example'),
    finds: ['dns/signature-invalid:expired.example'],
    ...drift,
    ask: 'www.expired.example A',
    delv: 'broken trust chain',
  },
  {
    zone: { name: 'early.example', records: www, signed: { hours: [48, 24 * 14] } },
    served: 'signatures that begin in two days',
    claim: signedWww('early.example'),
    finds: ['dns/signature-invalid:early.example'],
    ...drift,
    ask: 'www.early.example A',
    delv: 'broken trust chain',
  },
  {
    zone: { name: 'hours-left.example', records: www, signed: { hours: [-24 * 14, 6] } },
    served: 'signatures that end in six hours',
    claim: signedWww('hours-left.example'),
    finds: ['dns/signature-invalid:hours-left.example'],
    ...drift,
    ask: 'www.hours-left.example A',
    delv: 'fully validated',
  },
  {
    zone: { name: 'changed.example', records: www, signed: { spoil: otherAddress } },
    served: 'a record that was changed after the signing',
    claim: wwwOf('changed.example').replace('192.0.2.9', '192.0.2.66'),
    finds: ['dns/signature-invalid:www.changed.example/A'],
    ...drift,
    ask: 'www.changed.example A',
    delv: 'RRSIG failed to verify',
  },
  {
    zone: { name: 'bare.example', records: www, signed: { spoil: withoutSignatures } },
    served: 'a zone with keys, and no signatures over its records',
    claim: signedWww('bare.example'),
    finds: ['dns/signature-invalid:bare.example'],
    ...drift,
    ask: 'www.bare.example A',
    delv: 'insecurity proof failed',
  },
  {
    zone: {
      name: 'half-expired.example',
      records: www,
      signed: {},
      secondSigned: { hours: [-24 * 30, -24] },
      resolverAsks: [ns2],
    },
    served: 'signatures that ended yesterday at one of two servers (Knot)',
    claim: signedWww('half-expired.example'),
    finds: ['dns/signature-invalid:half-expired.example'],
    ...drift,
    ask: 'www.half-expired.example A',
    delv: 'broken trust chain',
  },
  {
    zone: { name: 'by-hand.example', records: www, signed: { hours: [-24 * 60, 24 * 30] } },
    served: 'signatures made for 90 days that end in 30',
    claim: signedWww('by-hand.example'),
    finds: ['dns/signature-expires:by-hand.example'],
    ...drift,
    ask: 'www.by-hand.example A',
    delv: 'fully validated',
  },
  {
    zone: { name: 'rolling.example', records: www, signed: { hours: [-24 * 10, 24 * 4] } },
    served: 'signatures made for 14 days that end in four, and renew themselves',
    claim: signedWww('rolling.example'),
    ...well,
    ask: 'www.rolling.example A',
    delv: 'fully validated',
  },
];

/** What the resolver answers with by itself. */
export const ownRecords: readonly string[] = ['www.overridden.example. 300 IN A 192.0.2.66'];

const resolvers: readonly DnsCase[] = [
  {
    zone: { name: 'overridden.example', records: www },
    served: 'the right address by the name servers, another one by the resolver (Unbound)',
    claim: wwwOf('overridden.example'),
    // Long enough for a TTL out of a memory to count down.
    args: ['--retries=3s'],
    finds: ['dns/resolver-disagrees:www.overridden.example/A'],
    ...drift,
    ask: 'www.overridden.example A',
    delv: 'unsigned answer',
    dig: 'ns1: NOERROR 192.0.2.9; ns2: NOERROR 192.0.2.9',
  },
  {
    zone: { name: 'unsigned-ds.example', records: www, signed: {}, unsignedDs: true },
    served: 'a signed zone whose DS the registry gives without a signature',
    claim: signedWww('unsigned-ds.example'),
    finds: ['dns/resolver-disagrees:unsigned-ds.example'],
    ...drift,
    ask: 'www.unsigned-ds.example A',
    delv: 'broken trust chain',
  },
];

export const cases: readonly DnsCase[] = [...records, ...delegations, ...signatures, ...resolvers];
