import { expect, test } from 'vitest';
import type { DnsEdge } from '../../src/edge/dns.ts';
import { seeValues } from '../../src/init/records.ts';
import { openLookUp } from '../../src/probes/lookup.ts';
import type { AuthoritativeView, ServerOutcome } from '../../src/protocols/dns/views.ts';

// Why nothing was seen is the same for mail, for a first ledger and for records.

const signal = new AbortController().signal;

function answering(...outcomes: ServerOutcome[]): DnsEdge {
  const servers = outcomes.map((outcome, index) => ({
    server: `ns${index}.example`,
    address: `192.0.2.${index}`,
    outcome,
    rcode: null,
    records: [],
    alias: null,
    negativeTtl: null,
  }));
  const view = { view: 'authoritative', name: 'a.example', type: 'MX', zone: null, servers };
  return { askAuthorities: async () => view as unknown as AuthoritativeView } as Partial<DnsEdge> as DnsEdge;
}

test.each<[string, string | null, ServerOutcome[]]>([
  ['name-unresolvable', 'a.example', []],
  ['timeout', 'a.example', ['timeout', 'timeout']],
  ['name-unresolvable', 'a.example', ['timeout', 'servfail']],
  ['blocked', '192.0.2.0', ['blocked', 'blocked']],
  ['no-ipv6', 'a.example', ['no-ipv6']],
  ['timeout', 'a.example', ['timeout', 'no-ipv6', 'blocked']],
])('%s (%s) where the servers are %j', async (code, detail, outcomes) => {
  const dns = answering(...outcomes);
  await expect(openLookUp(dns, signal)('a.example', 'MX')).rejects.toMatchObject({ code, detail });
  await expect(seeValues('a.example', 'MX', dns, signal)).rejects.toMatchObject({ code, detail });
});

test('one complete answer among silent servers is an answer', async () => {
  const dns = answering('timeout', 'no-data', 'blocked');
  expect(await openLookUp(dns, signal)('a.example', 'MX')).toMatchObject({ type: 'none', records: [] });
  expect(await seeValues('a.example', 'MX', dns, signal)).toEqual([]);
});
