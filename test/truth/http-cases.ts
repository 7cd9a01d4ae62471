import { gzipSync } from 'node:zlib';
import { Temporal } from 'temporal-polyfill';
import type { Edge } from '../../src/edge/edge.ts';
import { ProbeFailure } from '../../src/edge/failure.ts';
import { Endpoint, Ledger } from '../../src/ledger/schema.ts';
import { type EndpointClaim, type EndpointFact, endpointProbe } from '../../src/probes/endpoint/index.ts';
import type { Check, JudgeContext, Outcome } from '../../src/probes/probe.ts';
import { openServers, type Servers } from '../edge/http-world.ts';
import { judged } from '../probes/judged.ts';
import type { TruthCase } from './case.ts';

const page = '<!doctype html><title>Aoba</title>Welcome';
const ok = (headers: string, body = page) => `HTTP/1.1 200 OK\r\n${headers}\r\n${body}`;
const length = `Content-Length: ${page.length}\r\n`;
const shows = 'the page';

/** What web servers answered, and what is found where the ledger asks for the word `Welcome`. */
export const httpCases: readonly TruthCase[] = [
  answered(
    '`HTTP/1.1 100 Continue`, which nobody asked for, before the answer',
    'RFC 9110 §15.2',
    'a client must be able to read it',
    `HTTP/1.1 100 Continue\r\n\r\n${ok(length)}`,
    'match',
  ),
  answered(
    '`103 Early Hints` before the answer',
    'Chromium, curl',
    shows,
    `HTTP/1.1 103 Early Hints\r\n\r\n${ok(length)}`,
    'match',
  ),
  answered(
    '`Content-Length` twice, with the same value',
    'Chromium, curl',
    shows,
    ok(length + length),
    'http/malformed-answer (info)',
  ),
  answered(
    'lines that end without a carriage return',
    'RFC 9112 §2.2',
    'may be read',
    `HTTP/1.1 200 OK\n${length.trim()}\n\n${page}`,
    'http/malformed-answer (info)',
  ),
  answered(
    'a header `Bad Name: x`',
    'Chromium, curl',
    shows,
    ok(`Bad Name: x\r\n${length}`),
    'http/malformed-answer (info)',
  ),
  answered(
    'a header over two lines',
    'RFC 9112 §5.2',
    'is read as one, and must not be sent',
    ok(`X-A: a\r\n b\r\n${length}`),
    'http/malformed-answer (info)',
  ),
  answered(
    '`Content-Length` beside chunks',
    'RFC 9112 §6.3',
    'the chunks hold',
    ok(
      'Content-Length: 3\r\nTransfer-Encoding: chunked\r\n',
      `${page.length.toString(16)}\r\n${page}\r\n0\r\n\r\n`,
    ),
    'http/malformed-answer (info)',
  ),
  answered(
    'headers of 100 kB',
    'Chromium, curl',
    shows,
    ok(`X-A: ${'x'.repeat(100_000)}\r\n${length}`),
    'http/malformed-answer (info)',
  ),
  answered(
    'two `Content-Length` that differ',
    'Chromium',
    'an error (`ERR_RESPONSE_HEADERS_MULTIPLE_CONTENT_LENGTH`)',
    ok(`${length}Content-Length: 3\r\n`),
    'probe/failed (warning)',
  ),
  answered(
    '`Content-Encoding: UTF-8`',
    'Chromium',
    shows,
    ok(`Content-Encoding: UTF-8\r\n${length}`),
    'match',
  ),
  answered(
    '`Content-Encoding: none`',
    'Chromium, curl',
    shows,
    ok(`Content-Encoding: none\r\n${length}`),
    'match',
  ),
  answered(
    'gzip with text behind it',
    'Chromium',
    shows,
    ok('Content-Encoding: gzip\r\n', `${gzipSync(page).toString('latin1')}<!-- 0.1 s -->`),
    'match',
  ),
  answered(
    '`Content-Encoding: gzip` over a page that is not compressed',
    'Chromium, curl',
    'an error (`ERR_CONTENT_DECODING_FAILED`)',
    ok(`Content-Encoding: gzip\r\n${length}`),
    'http/site-broken (critical)',
  ),
  answered(
    'a redirect with two `Location` headers that differ',
    'Chromium',
    'an error (`ERR_RESPONSE_HEADERS_MULTIPLE_LOCATION`)',
    'HTTP/1.1 302 Found\r\nLocation: /a\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n',
    'http/status-differs (critical)',
  ),
  {
    input: 'www sends visitors to a gate, which sets a cookie for the domain of both and sends them back',
    judge: 'RFC 6265 §5.3',
    says: 'the cookie is for www too',
    ours: 'match',
    find: () =>
      withServers(async (servers) => {
        const port = await servers.http((request, response) => {
          const isGate = request.headers.host?.startsWith('gate.');
          if (request.headers.cookie === 'seen=1') response.end(page);
          else if (!isGate) response.writeHead(302, { location: `http://gate.aoba.example:${port}/` }).end();
          else {
            const cookie = 'seen=1; Domain=aoba.example; Path=/';
            const location = `http://www.aoba.example:${port}/`;
            response.writeHead(302, { location, 'set-cookie': cookie }).end();
          }
        });
        const names = { 'www.aoba.example': ['127.0.0.1'], 'gate.aoba.example': ['127.0.0.1'] };
        return found(servers, `http://www.aoba.example:${port}/`, { names });
      }),
  },
  {
    input: 'a page at one of the two addresses of its host; the other one refuses connections',
    judge: 'RFC 8305 §5',
    says: 'browsers try the other one',
    ours: 'http/address-unreachable (warning)',
    find: () =>
      withServers(async (servers) => {
        const port = await servers.http((_request, response) => response.end(page));
        const names = { 'www.aoba.example': ['127.0.0.1', '127.0.0.99'] };
        return found(servers, `http://www.aoba.example:${port}/`, { names });
      }),
  },
  {
    input: 'a page in the language of the visitor, German where none is asked for; `site.language: en`',
    judge: 'RFC 9110 §12.5.4',
    says: 'the page in English',
    ours: 'match',
    find: () =>
      withServers(async (servers) => {
        const port = await servers.http((request, response) => {
          response.end(request.headers['accept-language']?.startsWith('en') ? page : 'Willkommen');
        });
        const url = `http://127.0.0.1:${port}/`;
        return found(servers, url, { language: endpointProbe.plan(context.ledger)[0]!.claim.language });
      }),
  },
];

function answered(input: string, judge: string, says: string, answer: string, ours: string): TruthCase {
  return {
    input,
    judge,
    says,
    ours,
    find: () =>
      withServers(async (servers) => {
        const port = await servers.raw((socket) => {
          socket.once('data', () => socket.end(answer, 'latin1'));
        });
        return found(servers, `http://127.0.0.1:${port}/`);
      }),
  };
}

async function withServers<T>(work: (servers: Servers) => Promise<T>): Promise<T> {
  const servers = openServers();
  try {
    return await work(servers);
  } finally {
    await servers.close();
  }
}

/** The rules that an endpoint at `url` is reported by, where `Welcome` is to be on the page. */
async function found(
  servers: Servers,
  url: string,
  {
    language = null,
    names = {},
  }: { language?: string | null; names?: Record<string, readonly string[]> } = {},
): Promise<string> {
  const { expect } = Endpoint.parse({ url, expect: { contains: ['Welcome'] } });
  const check: Check<EndpointClaim> = {
    probe: 'endpoint',
    subject: 'home',
    path: ['reality', 'endpoints', 'home'],
    claim: { id: 'home', url, everyAddress: false, asksAddresses: true, expect, language, plainUrl: null },
  };
  const edge = { http: await servers.edge({ names }) } as Edge;
  const outcome = await endpointProbe.observe(check.claim, edge, new AbortController().signal).then(
    ({ fact }): Outcome<EndpointFact> => ({ type: 'seen', fact }),
    (failure: unknown): Outcome<EndpointFact> => {
      if (failure instanceof ProbeFailure) return { type: 'failed', failure };
      throw failure;
    },
  );
  const { findings } = judged(endpointProbe, { check, outcome }, context);
  return findings.map(({ rule, severity }) => `${rule} (${severity})`).join(', ') || 'match';
}

const now = Temporal.Instant.from('2026-11-01T00:00:00Z');
const context: JudgeContext = {
  ledger: Ledger.parse({
    version: 1,
    site: { name: 'Site', url: 'https://www.example.test/', language: 'en' },
  }),
  now,
  zone: 'Asia/Tokyo',
  next: now.add({ hours: 24 * 33 }),
  afterNext: now.add({ hours: 24 * 63 }),
  scheduledBy: 'review.every',
  leadTimeDays: 14,
  anythingAnswered: true,
  unreachable: new Set(),
  mainEndpoints: new Set(['home']),
  operator: null,
};
