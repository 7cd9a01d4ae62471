import type { Packet } from 'dns-packet';
import { Temporal } from 'temporal-polyfill';
import type { Edge } from '../../src/edge/edge.ts';
import { ProbeFailure } from '../../src/edge/failure.ts';
import { Ledger } from '../../src/ledger/schema.ts';
import { dnsProbe } from '../../src/probes/dns/index.ts';
import type { JudgeContext } from '../../src/probes/probe.ts';
import { type Behavior, openWorld, rcode, registry, serves, zone } from '../edge/dns-servers.ts';
import type { TruthCase } from './case.ts';

const nameServers = ['@ 60 NS ns1.example.test', '@ 60 NS ns2.example.test', 'ns1 60 A 198.51.100.1'];
const full = serves(zone('example.test', ...nameServers, 'ns2 60 A 198.51.100.2', 'www 60 A 203.0.113.10'));
const delegation = ['ns1', 'ns2'].flatMap((name, index) => [
  `example 60 NS ${name}.example.test`,
  `${name}.example 60 A 198.51.100.${index + 1}`,
]);
const www = { type: 'A', values: ['203.0.113.10'] };
const lowerCaseAlone: Behavior = (asked) => (/[A-Z]/.test(asked.name) ? rcode('NXDOMAIN') : full(asked));
const addressesAlone: Behavior = (asked) => (asked.type === 'A' ? full(asked) : rcode('REFUSED'));

/** What name servers answered, and what was made of it. */
export const dnsCases: readonly TruthCase[] = [
  {
    input: 'a name server that says NXDOMAIN to `wWw.eXample.test`, and has `www.example.test`',
    judge: 'RFC 4343 §3; Unbound, asked in lower case',
    says: 'the name is there',
    ours: 'match',
    find: () => found({ server: lowerCaseAlone, claim: www }),
  },
  {
    input: 'load balancers that answer for A and refuse NS',
    judge: 'RFC 9156 §2.1',
    says: 'the name is there',
    ours: 'match',
    find: () => found({ server: addressesAlone, claim: www }),
  },
  {
    input: 'load balancers that give the address without AA',
    judge: 'BIND and Unbound, looking it up',
    says: 'NOERROR 203.0.113.10',
    ours: 'match',
    find: () => found({ server: (asked) => ({ ...(full(asked) as Packet), flags: 0 }), claim: www }),
  },
  {
    input: 'load balancers that refuse NS, with another address than the ledger says',
    judge: 'the servers themselves',
    says: '203.0.113.10',
    ours: 'dns/record-differs critical',
    find: () => found({ server: addressesAlone, claim: { type: 'A', values: ['203.0.113.99'] } }),
  },
  {
    input: 'a zone that names one name server more than the registry, both of which answer alike',
    judge: 'RFC 1034 §4.2.2; BIND resolves it',
    says: 'the sets should be the same',
    ours: 'dns/delegation-mismatch warning',
    find: () => found({ parent: delegation.slice(0, 2), claim: www }),
  },
  {
    input: 'name servers that lie in the zone itself, without glue',
    judge: 'BIND (`delv`)',
    says: 'failure',
    ours: 'dns/lame-nameserver critical, dns/nameserver-unresolvable warning',
    find: () => found({ parent: ['example 60 NS ns1.example.test'], claim: www }),
  },
  {
    input: 'a name server whose name is a CNAME',
    judge: 'RFC 2181 §10.3',
    says: 'must not be an alias',
    ours: 'dns/nameserver-is-alias warning',
    find: () =>
      found({
        server: serves(
          zone('example.test', ...nameServers, 'www 60 A 203.0.113.10', 'ns2 60 CNAME ns1.example.test'),
        ),
        claim: www,
      }),
  },
  {
    input: 'the text `"a\\;b"`, quotes and backslash and all, and a ledger that says the same',
    judge: 'the bytes on the wire',
    says: 'equal',
    ours: 'match',
    find: () => {
      const server = serves(zone('example.test', ...nameServers, 'www 60 TXT "a\\;b"'));
      return found({ server, claim: { type: 'TXT', values: ['"a\\;b"'] } });
    },
  },
];

interface Situation {
  readonly server?: Behavior;
  readonly parent?: readonly string[];
  /** Of `www.example.test`. */
  readonly claim: { readonly type: string; readonly values: readonly string[] };
}

/** Asks small name servers about one claim, and gives the rules of the findings with their severity. */
async function found({ server = full, parent = delegation, claim }: Situation): Promise<string> {
  await using world = await openWorld({
    ...registry(...parent),
    '198.51.100.1': server,
    '198.51.100.2': server,
  });
  const ledger = Ledger.parse({
    version: 1,
    site: { name: 'Example', url: 'https://www.example.test/' },
    reality: { dns: [{ name: 'www.example.test', ...claim }] },
  });
  const now = Temporal.Instant.from('2026-11-23T00:00:00Z');
  const context = { ledger, now, next: now, afterNext: now, zone: 'UTC', operator: null } as JudgeContext;
  const [check] = dnsProbe.plan(ledger);
  try {
    const edge = { dns: world.open() } as Edge;
    const { fact } = await dnsProbe.observe(check!.claim, edge, new AbortController().signal);
    const findings = dnsProbe.judge({ check: check!, fact } as never, context);
    return findings.map(({ rule, severity }) => `${rule} ${severity}`).join(', ') || 'match';
  } catch (error) {
    if (error instanceof ProbeFailure) return `unknown (${error.code})`;
    throw error;
  }
}
