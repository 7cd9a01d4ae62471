import type { X509Certificate } from 'node:crypto';
import net from 'node:net';
import tls, { type PeerCertificate, type TLSSocket } from 'node:tls';
import type { Address } from '../protocols/address.ts';
import { ProbeFailure } from './failure.ts';
import { failureOf } from './http/failure.ts';
import type { Network } from './network.ts';
import { type StartTls, startTls } from './tls/starttls.ts';
import { untilAborted } from './within.ts';

/** A server, at one of the addresses of its host. */
interface TlsTarget {
  readonly host: string;
  readonly port: number;
  /** The resolved address. It passes `connect-to` and the address guard like any other. */
  readonly address: string;
  /** The protocol in which encryption is asked for first (RFC 3207, RFC 9051 §6.2.1); none: TLS from the start. */
  readonly starttls?: StartTls;
}

/** What one server showed in one handshake. Whatever is wrong with it is told, not thrown. */
export interface Handshake {
  /** `TLSv1.3` and so on, as OpenSSL names them. */
  readonly protocol: string;
  /** Whether it came about with TLS 1.0 or 1.1 alone, after the server had refused everything newer. */
  readonly isOldProtocolOnly: boolean;
  /** Whether Node trusts the chain, for this host, at the machine's own time. */
  readonly authorized: boolean;
  /** Node's one code for what is wrong; null where nothing is. It may hide others. */
  readonly errorCode: string | null;
  /** The certificates in the order in which the server sent them, its own first; nothing added. */
  readonly chain: readonly X509Certificate[];
}

/** The roots that certificates are judged by (PEM). */
export interface TrustedRoots {
  /** Mozilla's, as they come with Node. */
  readonly bundled: readonly string[];
  /** Those that the operator adds. */
  readonly extra: readonly string[];
}

/** Everything that this program asks of TLS servers. */
export interface TlsEdge {
  /**
   * What the server shows. A handshake that was made for `socket` in this run serves as well.
   *
   * @throws ProbeFailure `timeout`, `refused`, `reset`, `no-route`, `no-ipv4`, `no-ipv6`, `local-fault`, `blocked`,
   * `response-unexpected` (no STARTTLS), `port-25`; `tls-failed` with OpenSSL's code as its detail.
   */
  look(target: TlsTarget, signal: AbortSignal): Promise<Handshake>;
  /**
   * Whether the server still takes TLS 1.0 or 1.1 where nothing newer is offered, and which at best; null where it
   * does not, or where that could not be seen. Remembered for the run. Rejects only when `signal` stops it.
   */
  oldProtocolOf(target: TlsTarget, signal: AbortSignal): Promise<string | null>;
  /** A connection to speak over, whatever the certificate; the caller closes it. @throws ProbeFailure as `look` */
  socket(
    target: TlsTarget,
    signal: AbortSignal,
  ): Promise<{ readonly socket: TLSSocket; readonly handshake: Handshake }>;
  /** The addresses of a host, in the order in which they are to be tried. @throws ProbeFailure */
  addresses(host: string, port: number, signal: AbortSignal): Promise<readonly Address[]>;
  readonly roots: TrustedRoots;
  /** Closes every connection that waits for somebody to use it. */
  close(): void;
}

export interface TlsOptions {
  readonly network: Network;
  readonly resolve: (host: string, port: number, signal: AbortSignal) => Promise<readonly Address[]>;
  /** Trusted beside the roots that come with Node (PEM). */
  readonly extraRoots: readonly string[];
  /** For connecting and for the handshake, each. Default 10 s. */
  readonly connectTimeoutMs?: number;
}

interface Opened {
  readonly socket: TLSSocket;
  readonly handshake: Handshake;
}

/** Work that others may wait for, and the signal of whoever began it. */
interface Shared<T> {
  readonly work: Promise<T>;
  readonly signal: AbortSignal;
}

const defaultConnectTimeoutMs = 10_000;

/**
 * Opens the way to TLS servers. Certificates are judged by Mozilla's roots as they come with Node, not by what
 * this machine adds to them, so that a proxy or a private authority beside it hides nothing.
 */
export function openTls(options: TlsOptions): TlsEdge {
  const { network, resolve } = options;
  const connectTimeoutMs = options.connectTimeoutMs ?? defaultConnectTimeoutMs;
  const roots: TrustedRoots = { bundled: tls.rootCertificates, extra: options.extraRoots };
  const ca = [...roots.bundled, ...roots.extra];
  /** One context for all: reading the roots takes longer than a handshake. */
  let context: tls.SecureContext | null = null;
  const seen = new Map<string, Handshake>();
  const opening = new Map<string, Shared<Opened>>();
  const spare = new Map<string, Opened>();
  let isClosed = false;

  async function open(target: TlsTarget, signal: AbortSignal): Promise<Opened> {
    context ??= tls.createSecureContext({ ca });
    try {
      return await shake(target, { secureContext: context, ...speaking(target) }, false, signal);
    } catch (error) {
      if (signal.aborted || !(error instanceof ProbeFailure)) throw error;
      // A server of mail, which speaks no HTTP: its certificate is there all the same (RFC 7301 §3.2).
      if (error.detail?.endsWith('NO_APPLICATION_PROTOCOL') === true) {
        return await shake(target, { secureContext: context }, false, signal);
      }
      if (!refusesNewProtocols(error)) throw error;
      return await shakeTheOldWay(target, error, signal);
    }
  }

  /** What is going to be spoken over the connection, as far as it is known. */
  const speaking = ({ starttls }: TlsTarget) =>
    starttls === undefined ? { ALPNProtocols: ['http/1.1'] } : {};
  const old = { ca, minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT:@SECLEVEL=0' } as const;
  const oldProtocols = new Map<string, Shared<string | null>>();

  /** Whether the server speaks TLS 1.0 or 1.1, when it speaks nothing newer. */
  async function shakeTheOldWay(target: TlsTarget, refusal: ProbeFailure, signal: AbortSignal) {
    try {
      return await shake(target, old, true, signal);
    } catch (error) {
      if (signal.aborted || !(error instanceof ProbeFailure)) throw error;
      throw refusal;
    }
  }

  async function askOldProtocol(target: TlsTarget, signal: AbortSignal): Promise<string | null> {
    try {
      const { socket, handshake } = await shake(target, old, true, signal);
      socket.destroy();
      return handshake.protocol;
    } catch (error) {
      if (signal.aborted || !(error instanceof ProbeFailure)) throw error;
      return null;
    }
  }

  async function shake(
    target: TlsTarget,
    settings: tls.SecureContextOptions & Pick<tls.ConnectionOptions, 'secureContext' | 'ALPNProtocols'>,
    isOldProtocolOnly: boolean,
    signal: AbortSignal,
  ): Promise<Opened> {
    const { host, port, address } = target;
    const route = network.route({ host, port, address });
    const isName = net.isIP(host) === 0;
    const plain = await connected(route.address, route.port, target, signal);
    plain.on('error', () => {});
    let socket: TLSSocket;
    try {
      if (target.starttls !== undefined) await startTls(plain, target.starttls, connectTimeoutMs, signal);
      socket = tls.connect({
        ...settings,
        socket: plain,
        servername: isName ? host : '',
        rejectUnauthorized: false,
        checkServerIdentity: (_name, certificate) => identityError(host, certificate),
      });
    } catch (error) {
      plain.destroy();
      throw error;
    }
    return new Promise((done, reject) => {
      const stop = () => end(signal.reason);
      const timer = setTimeout(() => end(new ProbeFailure('timeout')), connectTimeoutMs);
      const settle = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', stop);
      };
      const end = (error: unknown) => {
        settle();
        socket.destroy();
        reject(error);
      };
      socket.once('secureConnect', () => {
        settle();
        try {
          done({ socket, handshake: handshakeOf(socket, isOldProtocolOnly) });
        } catch (error) {
          end(error);
        }
      });
      // Stays, so that an error on an idle socket is nobody's surprise.
      socket.on('error', (error) => end(tlsFailureOf(error, route.address)));
      signal.addEventListener('abort', stop, { once: true });
      if (signal.aborted) stop();
    });
  }

  async function connected(
    address: string,
    port: number,
    target: TlsTarget,
    signal: AbortSignal,
  ): Promise<net.Socket> {
    const socket = net.connect({ host: address, port });
    const timeout = AbortSignal.timeout(connectTimeoutMs);
    const either = AbortSignal.any([signal, timeout]);
    try {
      await new Promise<void>((done, reject) => {
        const stop = () => reject(signal.aborted ? signal.reason : new ProbeFailure('timeout'));
        either.addEventListener('abort', stop, { once: true });
        socket.once('connect', () => {
          either.removeEventListener('abort', stop);
          done();
        });
        socket.once('error', reject);
        if (either.aborted) stop();
      });
      return socket;
    } catch (error) {
      socket.destroy();
      if (signal.aborted) throw signal.reason;
      const failure = failureOf(error, address, network.lacksIPv4);
      // Hosted runners block outgoing mail silently; that says nothing about the server.
      if (failure?.code === 'timeout' && target.port === 25) throw new ProbeFailure('port-25');
      throw failure ?? error;
    }
  }

  /** Opens a connection that the next caller for the same server can wait for instead of opening another. */
  function openShared(key: string, target: TlsTarget, signal: AbortSignal): Promise<Opened> {
    const work = open(target, signal).then((opened) => {
      seen.set(key, opened.handshake);
      return opened;
    });
    opening.set(key, { work, signal });
    const forget = () => void (opening.get(key)?.work === work && opening.delete(key));
    work.then(forget, forget);
    return work;
  }

  return {
    roots,
    addresses: resolve,
    async look(target, signal) {
      const key = keyOf(target);
      const under = opening.get(key);
      const joined = under === undefined ? null : await join(under, signal);
      if (joined !== null) return joined.result.handshake;
      const known = seen.get(key);
      if (known !== undefined) return known;
      const opened = await openShared(key, target, signal);
      // Kept for an endpoint of the same server, if one comes.
      if (isClosed) opened.socket.destroy();
      else keep(spare, key, opened);
      return opened.handshake;
    },
    async oldProtocolOf(target, signal) {
      const key = keyOf(target);
      const under = oldProtocols.get(key);
      const joined = under === undefined ? null : await join(under, signal);
      if (joined !== null) return joined.result;
      const work = askOldProtocol(target, signal);
      oldProtocols.set(key, { work, signal });
      return work;
    },
    async socket(target, signal) {
      const key = keyOf(target);
      // No wait where there is nothing to wait for: a look that begins now must find this one under way.
      const under = opening.get(key);
      if (under !== undefined) await join(under, signal);
      const waiting = spare.get(key);
      spare.delete(key);
      if (waiting !== undefined && isUsable(waiting.socket)) return waiting;
      return openShared(key, target, signal);
    },
    close() {
      isClosed = true;
      for (const { socket } of spare.values()) socket.destroy();
      spare.clear();
    },
  };
}

/**
 * What somebody else has under way; null where they gave up before it came about. A failure to reach the server is
 * the same for whoever waited for it; that somebody else ran out of time is not.
 */
async function join<T>(under: Shared<T>, signal: AbortSignal): Promise<{ readonly result: T } | null> {
  try {
    return { result: await untilAborted(under.work, signal) };
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    if (under.signal.aborted) return null;
    throw error;
  }
}

function keyOf({ host, port, address, starttls }: TlsTarget): string {
  return JSON.stringify([host.toLowerCase(), port, address, starttls ?? null]);
}

function isUsable(socket: TLSSocket): boolean {
  return !socket.destroyed && socket.readable && socket.writable && socket.readableLength === 0;
}

/** Connections that wait: most endpoints come at once or never, and a machine may allow a process 256 files. */
const mostSpare = 32;

/** Keeps one waiting connection for each server, the newest ones. One that ends in the meantime is forgotten. */
function keep(spare: Map<string, Opened>, key: string, opened: Opened): void {
  spare.get(key)?.socket.destroy();
  spare.delete(key);
  spare.set(key, opened);
  for (const [oldest, { socket }] of spare) {
    if (spare.size <= mostSpare) break;
    spare.delete(oldest);
    socket.destroy();
  }
  opened.socket.once('close', () => {
    if (spare.get(key) === opened) spare.delete(key);
  });
}

/**
 * What Node finds wrong with the names of a certificate. Returned even where they cannot be read: Node asks from within
 * an event of the socket, where nothing catches what is thrown.
 */
function identityError(host: string, certificate: PeerCertificate): Error | undefined {
  try {
    return tls.checkServerIdentity(host, certificate);
  } catch (error) {
    return error as Error;
  }
}

/** `getPeerX509Certificate` is called once: a second call on the same socket finds nothing. */
function handshakeOf(socket: TLSSocket, isOldProtocolOnly: boolean): Handshake {
  const leaf = socket.getPeerX509Certificate();
  if (leaf === undefined) throw new ProbeFailure('tls-failed', 'NO_CERTIFICATE');
  const error = socket.authorizationError as unknown as Error | string | null | undefined;
  return {
    protocol: socket.getProtocol() ?? 'unknown',
    isOldProtocolOnly,
    authorized: socket.authorized,
    errorCode: codeOf(error),
    chain: chainFrom(leaf),
  };
}

/** More than any server sends for a reason. */
const longestChain = 20;

function chainFrom(leaf: X509Certificate): X509Certificate[] {
  const chain: X509Certificate[] = [];
  let each: X509Certificate | undefined = leaf;
  while (each !== undefined && chain.length < longestChain) {
    const { fingerprint256 }: X509Certificate = each;
    if (chain.some((known) => known.fingerprint256 === fingerprint256)) break;
    chain.push(each);
    each = each.issuerCertificate;
  }
  return chain;
}

/** Node gives the code as a string or on an error; what OpenSSL has no code for, by its text. */
function codeOf(error: Error | string | null | undefined): string | null {
  if (error === null || error === undefined) return null;
  if (typeof error === 'string') return error;
  const { code } = error as NodeJS.ErrnoException;
  return code ?? error.message;
}

/** What the error of a handshake means. An alert is an answer, if an unwelcome one. */
function tlsFailureOf(error: unknown, address: string): ProbeFailure | unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code?.startsWith('ERR_SSL_') || code?.startsWith('ERR_TLS_') || code === 'EPROTO') {
    return new ProbeFailure('tls-failed', code, { cause: error });
  }
  return failureOf(error, address) ?? error;
}

function refusesNewProtocols({ code, detail }: ProbeFailure): boolean {
  return (
    code === 'tls-failed' &&
    /PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|HANDSHAKE_FAILURE|INSUFFICIENT_SECURITY|NO_PROTOCOLS/.test(
      detail ?? '',
    )
  );
}
