import { describe, expect, test } from 'vitest';
import type { DnsEdge } from '../../src/edge/dns.ts';
import { ProbeFailure } from '../../src/edge/failure.ts';
import type { HttpAnswer, HttpEdge } from '../../src/edge/http-edge.ts';
import type { EndpointClaim } from '../../src/probes/endpoint/fact.ts';
import { lookBehind } from '../../src/probes/endpoint/hidden.ts';
import type { Check } from '../../src/probes/probe.ts';
import type { AuthoritativeView } from '../../src/protocols/dns/views.ts';

const claim: EndpointClaim = {
  id: 'home',
  url: 'https://www.example.co.jp/',
  everyAddress: false,
  asksAddresses: false,
  expect: {},
  language: null,
  plainUrl: null,
};
const check: Check<EndpointClaim> = { probe: 'endpoint', subject: 'home', path: [], claim };

function world(options: {
  readonly own: readonly string[];
  readonly visited: readonly string[];
  readonly status: (url: URL, address: string) => number;
}): { dns: DnsEdge; http: HttpEdge; asked: string[] } {
  const asked: string[] = [];
  const dns = {
    askAuthorities: async (name: string, type: 'A'): Promise<AuthoritativeView> => ({
      view: 'authoritative',
      name,
      type,
      zone: null,
      servers: [
        {
          server: 'ns1.dns.example',
          address: '192.0.2.53',
          outcome: 'records',
          rcode: 'NOERROR',
          alias: null,
          records: options.own.map((data) => ({ data, ttl: 300 })),
          negativeTtl: null,
        },
      ],
    }),
  } as unknown as DnsEdge;
  const http = {
    addresses: async () => options.visited.map((address) => ({ address, family: 4 as const })),
    get: async ({ url, address }: { url: string; address: string }): Promise<HttpAnswer> => {
      asked.push(`${address} ${url}`);
      const status = options.status(new URL(url), address);
      if (status === 0) throw new ProbeFailure('timeout', address);
      return {
        status,
        headers: new Map(),
        redirectsTo: null,
        body: new Uint8Array(),
        bodyEnd: 'complete',
        address,
        credentials: 'none',
        tookMs: 1,
      };
    },
  } as unknown as HttpEdge;
  return { dns, http, asked };
}

const look = (edge: { dns: DnsEdge; http: HttpEdge }) =>
  lookBehind(
    [check],
    (_check, { visits: [visit] }) => visit?.end.type === 'page' && visit.end.page.status === 200,
    edge,
    '2026-11-25T13:00:00Z',
    new AbortController().signal,
  );

describe('a page that is broken for visitors', () => {
  test('and fine at the address that its name servers give: old DNS answers hide it', async () => {
    const edge = world({
      own: ['192.0.2.20'],
      visited: ['192.0.2.10'],
      status: (_url, address) => (address === '192.0.2.20' ? 200 : 503),
    });
    expect(await look(edge)).toEqual([{ endpoint: 'home', by: 'old-dns', address: '192.0.2.20' }]);
  });

  test('and fine where nobody asked before: a cache hides it', async () => {
    const edge = world({
      own: ['192.0.2.10'],
      visited: ['192.0.2.10'],
      status: (url) => (url.search === '' ? 503 : 200),
    });
    expect(await look(edge)).toEqual([{ endpoint: 'home', by: 'cache', address: '192.0.2.10' }]);
  });

  test('and fine again a moment later has come back, or comes and goes: no cache is blamed', async () => {
    const edge = world({ own: ['192.0.2.10'], visited: ['192.0.2.10'], status: () => 200 });
    expect(await look(edge)).toEqual([]);
  });

  test('and broken everywhere is broken', async () => {
    const edge = world({ own: ['192.0.2.20'], visited: ['192.0.2.10'], status: () => 503 });
    expect(await look(edge)).toEqual([]);
    expect(edge.asked).toHaveLength(2);
  });

  test('and silent at the new address is not told to be back', async () => {
    const edge = world({
      own: ['192.0.2.20'],
      visited: ['192.0.2.10'],
      status: (_url, address) => (address === '192.0.2.20' ? 0 : 503),
    });
    expect(await look(edge)).toEqual([]);
  });
});
