import packet, { type Packet } from 'dns-packet';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { openDns } from '../../src/edge/dns.ts';
import type { Edge } from '../../src/edge/edge.ts';
import { ProbeFailure } from '../../src/edge/failure.ts';
import { openNetwork } from '../../src/edge/network.ts';
import { dnsProbe } from '../../src/probes/dns/index.ts';
import { judgeSigning } from '../../src/probes/dns/judge-signing.ts';
import type { JudgeContext } from '../../src/probes/probe.ts';
import { type Behavior, registry, zone } from '../edge/dns-servers.ts';
import { newKey, type SignOptions, servesSigned } from '../edge/signed-zone.ts';
import { random } from '../simulation/random.ts';

// A signed zone seen through a network that loses one message in five: what got lost is never a wrong signature, and
// what is wrong stays the one thing that it is.

const now = Temporal.Instant.from('2026-11-01T00:00:00Z');
const context = { now, next: now.add({ hours: 24 * 33 }), leadTimeDays: 14 } as JudgeContext;
const key = newKey();
const month = { from: '2026-10-20T00:00:00Z', until: '2026-11-19T00:00:00Z' };
const lines = ['@ 60 NS ns1.example.test', 'ns1 60 A 198.51.100.1', 'www 60 A 203.0.113.10'];

/** Looks that many times, and tells which rules were found and how often the look came to an end. */
async function look(times: number, sign: Partial<SignOptions>) {
  const servers: Record<string, Behavior> = {
    ...registry(
      'example 60 NS ns1.example.test',
      'ns1.example 60 A 198.51.100.1',
      `example ${key.ds('example.test')}`,
    ),
    '198.51.100.1': servesSigned(zone('example.test', ...lines), { key, ...month, ...sign }),
  };
  const chance = random(7);
  const rules = new Map<string, number>();
  let ended = 0;
  for (let index = 0; index < times; index += 1) {
    const dns = openDns({
      network: openNetwork({ connectTo: [], allowPrivate: true }),
      resolver: null,
      rootHints: [{ name: 'root0.test', address: '192.0.2.1', port: 53 }],
      carrier: {
        async carry({ address }, message, transport) {
          if (chance() < 0.2) return null;
          const { id = 0, questions = [] } = packet.decode(message);
          const { name, type } = questions[0]!;
          const asked = { name, type, id, transport, edns: true, payload: 1232, port: 1, unchecked: false };
          return packet.encode({ id, questions, ...(servers[address]!(asked) as Packet) });
        },
      },
    });
    const claim = { about: 'records', name: 'www.example.test', type: 'A', values: [], match: 'exact' };
    try {
      const { fact } = await dnsProbe.observe(claim as never, { dns } as Edge, new AbortController().signal);
      ended += 1;
      for (const each of fact.signing.flatMap((signing) =>
        judgeSigning(signing, { path: [], refusal: null }, context),
      )) {
        rules.set(each.rule, (rules.get(each.rule) ?? 0) + 1);
      }
    } catch (error) {
      if (!(error instanceof ProbeFailure)) throw error;
    }
  }
  return { rules, ended };
}

test('a zone in order', async () => {
  const { rules, ended } = await look(300, {});
  expect(ended).toBeGreaterThan(200);
  expect([...rules.keys()].filter((rule) => rule !== 'probe/failed')).toEqual([]);
});

test('a zone with expired signatures', async () => {
  const { rules, ended } = await look(100, { until: '2026-10-30T00:00:00Z' });
  expect([...rules.keys()].filter((rule) => rule !== 'probe/failed')).toEqual(['dns/signature-invalid']);
  expect(rules.get('dns/signature-invalid')).toBeGreaterThan(0.9 * ended);
});
