import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import https from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import path from 'node:path';
import tls from 'node:tls';
import { Temporal } from 'temporal-polyfill';
import { credentials } from '../../src/check/forms.ts';
import { openHttp } from '../../src/edge/http.ts';
import { openNetwork } from '../../src/edge/network.ts';
import {
  type OpenedProvider,
  openProviders,
  type ProvidersEdge,
  type ProviderWay,
} from '../../src/edge/providers.ts';
import { openScrubber } from '../../src/edge/scrubber.ts';
import { openTls } from '../../src/edge/tls.ts';
import { type Issuer, issue, serverOf } from '../pki.ts';
import type { Circumstances, Exchange, Trouble } from './cases.ts';

// A vendor on loopback: it answers for every host, over TLS that a test authority vouches for, and the program's own
// way to providers leads there.

const responses = path.resolve(import.meta.dirname, '../../fixtures/responses');

/** A request as it came. */
interface Received {
  readonly method: string;
  readonly host: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** What the vendor does with the requests that come; what none of `exchanges` fits is kept in `unanswered`. */
export interface Script {
  readonly provider: string;
  readonly now: string;
  readonly exchanges: readonly Exchange[];
  /** How many requests are to be under way at once before any is answered. */
  readonly atOnce?: number;
  /** Exchanges that are answered with a trouble instead, so many times; always, if not said. */
  readonly trouble?: { readonly of: readonly Exchange[]; readonly kind: Trouble; readonly times?: number };
}

export interface EdgeSettings {
  readonly now: string;
  readonly environment: (name: string) => string;
  /** Lines as in the input `credentials`. */
  readonly credentials: string;
  readonly token: string | null;
  /** Whether the vendor's authority is trusted. Default: yes. */
  readonly trustsRoot?: boolean;
  readonly idleTimeoutMs?: number;
  /** What every name resolves to; all of it leads to the vendor. */
  readonly address?: string | undefined;
}

export interface Vendor {
  play(script: Script): void;
  /** All that came since `play`. */
  readonly received: readonly Received[];
  readonly unanswered: readonly Received[];
  /** The program's own way to this vendor. */
  open(circumstances: Circumstances, way: Omit<ProviderWay, 'role'>, now: string): OpenedProvider;
  /** As `open`, for a whole run. */
  edge(settings: EdgeSettings): ProvidersEdge;
  /** What the program hid in its log. */
  readonly masked: ReadonlySet<string>;
  /** The port on loopback, and the root that its certificates lead to (PEM): for other clients. */
  readonly port: number;
  readonly root: string;
  close(): Promise<void>;
}

export async function openVendor(): Promise<Vendor> {
  const authority = await issue(null, { subject: 'CN=Vendor Test Root', ca: true });
  const leaf = await issue(authority, { subject: 'CN=vendor', names: ['vendor.test'] });
  const contexts = new Map<string, Promise<tls.SecureContext>>();
  let script: Script | null = null;
  let received: Received[] = [];
  let unanswered: Received[] = [];
  let troubled = 0;
  const waiting: (() => void)[] = [];
  const masked = new Set<string>();
  const closers: (() => Promise<void>)[] = [];

  const server = https.createServer(
    {
      ...(await serverOf(leaf)),
      SNICallback: (name, done) => {
        const known = contexts.get(name) ?? contextFor(name, authority);
        contexts.set(name, known);
        known.then(
          (context) => done(null, context),
          (error) => done(error),
        );
      },
    },
    (request, response) => void answer(request, response),
  );
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('tlsClientError', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  /** Resolves once as many requests are under way as the script wants. */
  function together(): Promise<void> {
    if (received.length >= (script?.atOnce ?? 0)) {
      for (const go of waiting.splice(0)) go();
      return Promise.resolve();
    }
    return new Promise((resolve) => waiting.push(resolve));
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const came: Received = {
      method: request.method ?? '',
      host: request.headers.host ?? '',
      url: request.url ?? '',
      headers: request.headers,
      body: Buffer.concat(chunks).toString(),
    };
    received.push(came);
    await together();
    const exchange = script?.exchanges.find((each) => fits(each, came));
    response.sendDate = false;
    if (script === null || exchange === undefined) {
      unanswered.push(came);
      response.writeHead(501, { 'content-type': 'text/plain' }).end('nobody answers this');
      return;
    }
    const date = new Date(script.now).toUTCString();
    const { trouble } = script;
    if (trouble?.of.includes(exchange) && troubled < (trouble.times ?? Number.POSITIVE_INFINITY)) {
      troubled += 1;
      makeTrouble(trouble.kind, date, response);
      return;
    }
    const text =
      'text' in exchange.body
        ? exchange.body.text
        : await readFile(path.join(responses, script.provider, exchange.body.file));
    response.writeHead(exchange.status ?? 200, { date, ...exchange.headers }).end(text);
  }

  function edge(settings: EdgeSettings): ProvidersEdge {
    const network = openNetwork({
      connectTo: [{ host: null, port: null, toAddress: '127.0.0.1', toPort: port }],
      allowPrivate: false,
    });
    const resolve = async () => [{ address: settings.address ?? '127.0.0.1', family: 4 as const }];
    const extraRoots = settings.trustsRoot === false ? [] : [authority.pem];
    const edgeTls = openTls({ network, resolve, extraRoots });
    const http = openHttp({
      network,
      tls: edgeTls,
      resolve,
      userAgent: 'test/1',
      credentials: [],
      idleTimeoutMs: settings.idleTimeoutMs ?? 5000,
    });
    closers.push(async () => {
      edgeTls.close();
      await http.close();
    });
    return openProviders({
      http,
      clock: { now: () => Temporal.Instant.from(settings.now), elapsedMs: () => 0, wait: async () => {} },
      environment: settings.environment,
      credentials: credentials.read(settings.credentials, 'credentials'),
      github: { apiUrl: 'https://api.github.com', repository: 'example/site', token: settings.token },
      mask: (secret) => masked.add(secret),
      scrubber: openScrubber(),
    });
  }

  return {
    play(next) {
      script = next;
      received = [];
      unanswered = [];
      troubled = 0;
      masked.clear();
    },
    get received() {
      return received;
    },
    get unanswered() {
      return unanswered;
    },
    masked,
    port,
    root: authority.pem,
    edge,
    open(circumstances, way, now) {
      const prefix = way.account === null ? '' : `${way.account}_`;
      const { environment } = circumstances;
      return edge({
        now,
        environment: (name) => {
          // What the runner sets knows no accounts.
          if (name.startsWith('ACTIONS_')) return environment[name] ?? '';
          return name.startsWith(prefix) ? (environment[name.slice(prefix.length)] ?? '') : '';
        },
        credentials: circumstances.credentials ?? '',
        token: environment.GITHUB_TOKEN ?? null,
        address: circumstances.address,
        // Nothing comes: what is waited for is the end of the patience alone.
        ...(script?.trouble?.kind === 'slow' ? { idleTimeoutMs: 50 } : {}),
      }).open({ ...way, role: circumstances.role ?? null });
    },
    async close() {
      for (const close of closers.splice(0)) await close();
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function contextFor(name: string, authority: Issuer): Promise<tls.SecureContext> {
  const leaf = await issue(authority, { subject: 'CN=vendor', names: [name] });
  return tls.createSecureContext(await serverOf(leaf));
}

function fits(exchange: Exchange, came: Received): boolean {
  const [pathname = '', query = ''] = came.url.split(/\?(.*)/s);
  return (
    (exchange.method ?? 'GET') === came.method &&
    exchange.host === came.host &&
    exchange.path === pathname &&
    (exchange.holds ?? []).every((text) => query.includes(text) || came.body.includes(text)) &&
    Object.entries(exchange.sent ?? {}).every(([name, expected]) => {
      const value = came.headers[name];
      if (typeof value !== 'string') return false;
      return typeof expected === 'string' ? value === expected : expected.test(value);
    })
  );
}

const statuses: { readonly [T in Trouble]?: number } = {
  '401': 401,
  '403': 403,
  '404': 404,
  '429': 429,
  '500': 500,
};

function makeTrouble(kind: Trouble, date: string, response: ServerResponse): void {
  const status = statuses[kind];
  if (status !== undefined) {
    const headers = { date, 'content-type': 'text/plain', ...(status === 429 ? { 'retry-after': '1' } : {}) };
    response.writeHead(status, headers).end('no');
    return;
  }
  switch (kind) {
    case 'html':
      response
        .writeHead(200, { date, 'content-type': 'text/html' })
        .end(
          '<!doctype html><html><head><title>Sign in<meta charset="utf-8"></head><body><p>Sign in<br></body></html>',
        );
      return;
    case 'truncated':
      response.writeHead(200, { date, 'content-type': 'application/json', 'content-length': '4096' });
      response.write('{"items":[{"id":"1"', () => response.destroy());
      return;
    case 'huge': {
      response.writeHead(200, { date, 'content-type': 'application/json' });
      const block = Buffer.alloc(262_144, ' ');
      const more = () => {
        while (!response.destroyed && response.write(block));
      };
      response.on('drain', more);
      response.on('error', () => {});
      more();
      return;
    }
    // Slow: nothing ever comes.
  }
}
