import http from 'node:http';
import http2 from 'node:http2';
import net from 'node:net';
import { Readable } from 'node:stream';
import { TLSSocket } from 'node:tls';
import { ProbeFailure } from '../failure.ts';
import type { MalformedPart } from '../http-edge.ts';
import { settled } from './settled.ts';
import { readAnswer } from './tolerant.ts';

/** Most of all header lines together, for the strict reader. */
const maxHeaderBytes = 65_536;

/** What goes over a connection. */
export interface Sent {
  readonly method: 'GET' | 'HEAD' | 'POST';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** The head of an answer, and its body, which is still to be read. */
export interface Received {
  readonly status: number;
  /** By lower-case name, as Latin-1; a repeated header's lines in order. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly body: Readable;
  /** What is wrong with the answer's form, as far as it has been read. */
  readonly malformed: ReadonlySet<MalformedPart>;
  /** Why the strict reader stopped within the body; null where it did not. */
  fault(): Error | null;
}

/**
 * One request over this one socket, which its caller closes, and an answer that keeps to RFC 9112.
 *
 * @throws an error of the socket; of the parser with a code that begins with `HPE_` for an answer of another form
 */
export function askOver(socket: net.Socket, sent: Sent): Promise<Received> {
  if (socket instanceof TLSSocket && socket.alpnProtocol === 'h2') return askOverHttp2(socket, sent);
  return new Promise((resolve, reject) => {
    requireOpen(socket);
    let fault: Error | null = null;
    const request = http.request({
      createConnection: () => socket,
      method: sent.method,
      path: sent.url.pathname + sent.url.search,
      headers: { host: sent.url.host, connection: 'keep-alive', ...sent.headers },
      maxHeaderSize: maxHeaderBytes,
    });
    request.on('error', (error) => {
      fault = error;
      reject(error);
    });
    request.on('upgrade', () => reject(Object.assign(new Error('not asked for'), { code: 'HPE_UPGRADE' })));
    request.on('response', (response) => {
      response.on('error', () => {});
      resolve({
        status: response.statusCode!,
        headers: new Map(Object.entries(response.headersDistinct).map(([name, lines]) => [name, lines!])),
        body: response,
        malformed: new Set(),
        fault: () => fault,
      });
    });
    request.end(sent.body ?? undefined);
  });
}

/** As `askOver`, for a server that speaks nothing but HTTP/2 (RFC 9113). */
function askOverHttp2(socket: net.Socket, { method, url, headers, body }: Sent): Promise<Received> {
  return new Promise((resolve, reject) => {
    requireOpen(socket);
    const session = http2.connect(url.origin, {
      createConnection: () => socket,
      // As many as the other parser takes.
      maxHeaderListPairs: 2000,
    });
    session.on('error', reject);
    const stream = session.request({
      ':method': method,
      ':path': url.pathname + url.search,
      ':authority': url.host,
      ...headers,
    });
    stream.on('error', reject);
    stream.on('close', () => reject(new ProbeFailure('reset')));
    stream.on('response', ({ ':status': status = 0, ...received }) => {
      const lines = Object.entries(received).filter(([name]) => !name.startsWith(':'));
      resolve({
        status,
        headers: new Map(lines.map(([name, value]) => [name, [value ?? ''].flat()])),
        body: stream,
        malformed: new Set(),
        fault: () => null,
      });
    });
    stream.end(body ?? undefined);
  });
}

/**
 * As `askOver`, with an answer of whatever form a browser still reads. Of GET alone: what changes something is never
 * sent a second time.
 */
export async function askTolerantly(socket: net.Socket, { url, headers }: Sent): Promise<Received> {
  requireOpen(socket);
  const lines = Object.entries({ host: url.host, connection: 'close', ...headers });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  socket.write(`GET ${url.pathname}${url.search} HTTP/1.1\r\n${head}\r\n`, 'latin1');
  const { body, ...received } = await readAnswer(socket);
  return { ...received, body: Readable.from(body, { objectMode: false }), fault: () => null };
}

function requireOpen(socket: net.Socket): void {
  if (socket.destroyed || socket.readableEnded) throw new ProbeFailure('reset');
}

/** A connection without encryption, once it stands. */
export function connectPlain(address: string, port: number, signal: AbortSignal): Promise<net.Socket> {
  return settled(net.connect({ host: address, port }), 'connect', signal);
}
