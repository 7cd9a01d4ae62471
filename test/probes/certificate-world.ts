import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import tls, { type TlsOptions } from 'node:tls';
import { Temporal } from 'temporal-polyfill';
import type { Edge } from '../../src/edge/edge.ts';
import { ProbeFailure } from '../../src/edge/failure.ts';
import { openHttp } from '../../src/edge/http.ts';
import { openNetwork } from '../../src/edge/network.ts';
import { openTls } from '../../src/edge/tls.ts';
import { parseLedger } from '../../src/ledger/parse.ts';
import {
  type CertificateClaim,
  type CertificateFact,
  certificateProbe,
} from '../../src/probes/certificate/index.ts';
import type { Check, JudgeContext, Observation, Outcome } from '../../src/probes/probe.ts';
import type { Finding } from '../../src/rules/finding.ts';
import { ruleNames } from '../../src/rules/index.ts';
import { type Issuer, issue, type Order, serverOf } from '../pki.ts';
import { judged } from './judged.ts';

// TLS servers on loopback, and the certificate probe looking at them through its public interface.

export const host = 'www.example.test';
/** The moment to judge by; no clock of this machine. */
export const now = Temporal.Instant.from('2030-06-01T00:00:00Z');
const never = new AbortController().signal;

const closers: (() => unknown)[] = [];
/** Closes what the test opened; for `afterEach`. */
export async function closeAll(): Promise<void> {
  for (const close of closers.splice(0)) await close();
}

/** Starts a server on a free port of 127.0.0.1 and returns the port. */
export function listen(server: net.Server): Promise<number> {
  const sockets = new Set<net.Socket>();
  server.on('connection', (socket: net.Socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
  });
  server.on('tlsClientError', () => {});
  closers.push(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((done) => server.close(done));
  });
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port));
  });
}

/** A TLS server that sends the leaf and the others, in this order. */
export async function serve(
  leaf: Issuer,
  others: readonly Issuer[],
  options: TlsOptions = {},
): Promise<number> {
  const certificates = await serverOf(leaf, others);
  return listen(tls.createServer({ ...certificates, ...options }, (socket) => socket.on('error', () => {})));
}

/** A certificate for the host. */
export const leafFor = (issuer: Issuer, order: Partial<Order> = {}): Promise<Issuer> =>
  issue(issuer, { subject: `CN=${host}`, names: [host], ...order });

/** Serves the bytes under any path; how often it was asked is counted. */
export async function serveBytes(
  bytes: Uint8Array,
  status = 200,
): Promise<{ port: number; asked: () => number }> {
  let asked = 0;
  const port = await listen(
    http.createServer((_request, response) => {
      asked += 1;
      response.writeHead(status, { 'content-type': 'application/pkix-cert' }).end(bytes);
    }),
  );
  return { port, asked: () => asked };
}

export const derOf = (issuer: Issuer): Uint8Array => new Uint8Array(issuer.certificate.rawData);
/** Where a certificate's issuer is found: what `World.aiaPort` serves. */
export const aia = 'http://aia.test/int.cer';

export interface World {
  /** The servers of the host: an address for each. A number is a port, `null` a closed one. */
  readonly servers: readonly (number | null)[];
  /** Where `aia.test` leads, on any port. */
  readonly aiaPort?: number;
  /** The host that the ledger names. */
  readonly host?: string;
  /** What the ledger says beside the host. */
  readonly claim?: string;
  readonly context?: Partial<JudgeContext>;
  /** What `ca-file` holds. */
  readonly trusts: readonly Issuer[];
}

type Seen = Observation<CertificateClaim, CertificateFact>;

export interface Opened {
  readonly check: Check<CertificateClaim>;
  readonly edge: Edge;
  observe(signal?: AbortSignal): Promise<Seen>;
  judge(observation: Seen): Finding[];
}

const addressOf = (index: number) => `203.0.113.${index + 1}`;

/** The probe, ready to look at the first certificate of a ledger. */
export function open(world: World): Opened {
  const { servers, aiaPort, claim = 'renewal: manual', context = {}, trusts } = world;
  const network = openNetwork({
    allowPrivate: false,
    connectTo: [
      ...servers.map((port, index) => ({
        host: addressOf(index),
        port: null,
        toAddress: '127.0.0.1',
        toPort: port ?? 1,
      })),
      { host: 'aia.test', port: null, toAddress: '127.0.0.1', toPort: aiaPort ?? 1 },
    ],
  });
  const resolve = async (name: string) => {
    if (net.isIPv4(name)) return [{ address: name, family: 4 as const }];
    return name === 'aia.test'
      ? [{ address: '203.0.113.200', family: 4 as const }]
      : servers.map((_port, index) => ({ address: addressOf(index), family: 4 as const }));
  };
  const edgeTls = openTls({
    network,
    resolve,
    extraRoots: trusts.map(({ pem }) => pem),
    connectTimeoutMs: 5000,
  });
  const edgeHttp = openHttp({ network, tls: edgeTls, resolve, userAgent: 'test/1', credentials: [] });
  closers.push(
    () => edgeTls.close(),
    () => edgeHttp.close(),
  );
  const edge = { tls: edgeTls, http: edgeHttp } as unknown as Edge;

  const ledger = `version: 1
site: { name: A, url: "https://a.example/" }
reality: { certificates: { www: { host: ${world.host ?? host}, ${claim} } } }
`;
  const read = parseLedger(Buffer.from(ledger), { file: 'ledger.yml', now: now.toString(), ruleNames });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const check = certificateProbe.plan(read.parsed.ledger)[0]!;
  const seen = (outcome: Outcome<CertificateFact>, from: string | null): Seen => ({
    check,
    outcome,
    from,
    startedAt: now,
    durationMs: 1,
    attempts: 1,
  });
  return {
    check,
    edge,
    observe: (signal = never) =>
      certificateProbe.observe(check.claim, edge, signal).then(
        ({ fact, from }) => seen({ type: 'seen', fact }, from),
        (failure) => {
          if (!(failure instanceof ProbeFailure)) throw failure;
          return seen({ type: 'failed', failure }, null);
        },
      ),
    judge: (observation) =>
      judged(certificateProbe, observation, {
        ledger: read.parsed.ledger,
        now,
        zone: 'Asia/Tokyo',
        next: now.add({ hours: 24 * 33 }),
        afterNext: now.add({ hours: 24 * 64 }),
        scheduledBy: 'review.every',
        leadTimeDays: 14,
        anythingAnswered: true,
        unreachable: new Set(),
        mainEndpoints: new Set(),
        operator: 'maintenance',
        ...context,
      }).findings,
  };
}

/** Looks once, and judges. */
export async function lookAt(world: World) {
  const opened = open(world);
  const observation = await opened.observe();
  const findings = opened.judge(observation);
  return { observation, findings, ids: findings.map(({ id }) => id) };
}

/** The data of the finding of a rule. */
export const dataOf = (findings: readonly Finding[], rule: string) =>
  findings.find((each) => each.rule === rule)?.data as Record<string, unknown> | undefined;
