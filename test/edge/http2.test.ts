import http2 from 'node:http2';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openAuthority } from '../../fixtures/world/pki.ts';
import { openHttp } from '../../src/edge/http.ts';
import type { HttpEdge } from '../../src/edge/http-edge.ts';
import { openNetwork } from '../../src/edge/network.ts';
import { openTls } from '../../src/edge/tls.ts';
import { addressOf } from '../../src/protocols/address.ts';

// A server that speaks HTTP/2 alone. Browsers do; that this program prefers HTTP/1.1 is no fault of the server's.

const never = new AbortController().signal;
let answer: (stream: http2.ServerHttp2Stream, headers: http2.IncomingHttpHeaders) => void;
let server: http2.Http2SecureServer;
let edge: HttpEdge;
let port: number;

beforeEach(async () => {
  const authority = await openAuthority({
    organisation: 'Test CA',
    aiaUrl: 'http://aia.example.test/ca.cer',
  });
  const certificate = await authority.issue({
    names: ['www.example.test'],
    notBefore: '2025-01-01T00:00:00Z',
    notAfter: '2040-01-01T00:00:00Z',
  });
  server = http2.createSecureServer({ cert: certificate.chain, key: certificate.key });
  server.on('stream', (stream, headers) => {
    stream.on('error', () => {});
    answer(stream, headers);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
  const network = openNetwork({ connectTo: [], allowPrivate: true });
  const resolve = async () => [addressOf('127.0.0.1')];
  const tls = openTls({ network, resolve, extraRoots: [authority.root] });
  edge = openHttp({ network, tls, resolve, userAgent: 'test', credentials: [], idleTimeoutMs: 2000 });
});
afterEach(async () => {
  await edge.close();
  await new Promise((resolve) => server.close(resolve));
});

const get = () => {
  const url = `https://www.example.test:${port}/page?a=b`;
  return edge.get({ url, address: '127.0.0.1', timeoutMs: 5000, maxBytes: 100_000 }, never);
};

test('its page is read', async () => {
  answer = (stream, headers) => {
    stream.respond({
      ':status': 200,
      'content-encoding': 'gzip',
      'set-cookie': ['a=b', 'c=d'],
      'x-asked': `${headers[':authority']} ${headers[':path']} ${headers['user-agent']}`,
    });
    stream.end(gzipSync('Welcome'));
  };
  const { status, headers, body, bodyEnd } = await get();
  expect([status, Buffer.from(body).toString(), bodyEnd]).toEqual([200, 'Welcome', 'complete']);
  expect(headers.get('set-cookie')).toEqual(['a=b', 'c=d']);
  expect(headers.get('x-asked')).toEqual([`www.example.test:${port} /page?a=b test`]);
});

test('its redirect is reported', async () => {
  answer = (stream) => stream.respond({ ':status': 301, location: '/new' }, { endStream: true });
  expect((await get()).redirectsTo?.pathname).toBe('/new');
});

test('what a provider is asked goes along', async () => {
  answer = (stream, headers) => {
    stream.respond({ ':status': 200 });
    stream.write(`${headers[':method']} `);
    stream.pipe(stream);
  };
  const url = `https://www.example.test:${port}/`;
  const question = { method: 'POST', url, headers: {}, body: 'points?' } as const;
  const reply = await edge.ask({ ...question, timeoutMs: 5000, maxBytes: 1000 }, never);
  expect(Buffer.from(reply.body).toString()).toBe('POST points?');
});

test('an answer that is broken off is not known', async () => {
  answer = (stream) => stream.close(http2.constants.NGHTTP2_INTERNAL_ERROR);
  await expect(get()).rejects.toMatchObject({ code: 'response-unexpected' });
  answer = (stream) => stream.session?.destroy();
  await expect(get()).rejects.toMatchObject({ code: 'reset' });
  answer = () => {};
  await expect(get()).rejects.toMatchObject({ code: 'no-answer' });
});
