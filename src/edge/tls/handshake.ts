import { constants, type X509Certificate } from 'node:crypto';
import net from 'node:net';
import tls, { type PeerCertificate, type TLSSocket } from 'node:tls';
import { ProbeFailure } from '../failure.ts';
import { connectPlain } from '../http/connection.ts';
import { failureOf } from '../http/failure.ts';
import { settled } from '../http/settled.ts';
import type { Network, Route } from '../network.ts';
import { proxyOnTheWay } from '../proxy.ts';
import { type Handshake, HandshakeBrokenOff, type TlsTarget } from '../tls-edge.ts';
import { within } from '../within.ts';
import { startTls } from './starttls.ts';

/** A connection, and what the server showed when it came about. */
export interface Opened {
  readonly socket: TLSSocket;
  readonly handshake: Handshake;
}

export interface HandshakeOptions {
  readonly network: Network;
  /** The roots that Node judges by (PEM). */
  readonly ca: readonly string[];
  /** For connecting and for the handshake, each. */
  readonly connectTimeoutMs: number;
}

/** Makes connections, each by a handshake of its own. */
export interface Handshakes {
  /** With the protocols of today; as browsers do where the server keeps a strict client out; and with TLS 1.0 or 1.1 only where the server refuses those. @throws ProbeFailure */
  open(target: TlsTarget, signal: AbortSignal): Promise<Opened>;
  /** With TLS 1.0 or 1.1 alone. @throws ProbeFailure */
  openTheOldWay(target: TlsTarget, signal: AbortSignal): Promise<Opened>;
}

/**
 * What Chromium offers and takes besides TLS 1.3 (`ssl_client_socket_impl.cc`): no DHE, so that no short one is in the
 * way; RSA key exchange; servers without secure renegotiation (RFC 5746); no SHA-1 in the handshake.
 */
const asBrowsers = {
  minVersion: 'TLSv1.2',
  ciphers: [
    'TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256',
    'ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384',
    'ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305',
    'ECDHE-RSA-AES128-SHA:ECDHE-RSA-AES256-SHA:AES128-GCM-SHA256:AES256-GCM-SHA384:AES128-SHA:AES256-SHA',
    '@SECLEVEL=0',
  ].join(':'),
  sigalgs:
    'ecdsa_secp256r1_sha256:rsa_pss_rsae_sha256:rsa_pkcs1_sha256:ecdsa_secp384r1_sha384:rsa_pss_rsae_sha384:' +
    'rsa_pkcs1_sha384:rsa_pss_rsae_sha512:rsa_pkcs1_sha512',
  secureOptions: constants.SSL_OP_LEGACY_SERVER_CONNECT,
} as const;

type Settings = tls.SecureContextOptions & Pick<tls.ConnectionOptions, 'secureContext' | 'ALPNProtocols'>;

export function openHandshakes({ network, ca, connectTimeoutMs }: HandshakeOptions): Handshakes {
  /** One context for all: reading the roots takes longer than a handshake. */
  let context: tls.SecureContext | null = null;
  const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT:@SECLEVEL=0' } as const;

  async function shake(target: TlsTarget, settings: Settings, signal: AbortSignal): Promise<Shaken> {
    const { host, port, address, starttls, over } = target;
    const route = network.route({ host, port, address });
    const plain = over === undefined ? await straight(target, route, signal) : await over(signal);
    let socket: TLSSocket | null = null;
    try {
      if (starttls !== undefined) await startTls(plain, starttls, connectTimeoutMs, signal);
      const shaking = tls.connect({
        ...settings,
        socket: plain,
        servername: net.isIP(host) === 0 ? host : '',
        rejectUnauthorized: false,
        requestOCSP: true,
        checkServerIdentity: (_name, certificate) => identityError(host, certificate),
      });
      socket = shaking;
      let isStapled = false;
      shaking.once('OCSPResponse', (staple: Buffer | null) => {
        isStapled = staple !== null && staple.length > 0;
      });
      await within(connectTimeoutMs, 'timeout', signal, (inTime) =>
        settled(shaking, 'secureConnect', inTime),
      );
      return { socket: shaking, isStapled };
    } catch (error) {
      const shown = socket?.getPeerX509Certificate();
      const protocol = socket?.getProtocol() ?? 'unknown';
      (socket ?? plain).destroy();
      if (signal.aborted) throw signal.reason;
      const failure = tlsFailureOf(error, route.address, network);
      if (shown === undefined || !(failure instanceof ProbeFailure)) throw failure;
      throw new HandshakeBrokenOff(failure, {
        protocol,
        isOldProtocolOnly: false,
        authorized: false,
        errorCode: null,
        chain: chainFrom(shown),
      });
    }
  }

  /** Where a proxy is named for the server, that no connection comes about without it is no fault of the server. */
  async function straight(target: TlsTarget, route: Route, signal: AbortSignal): Promise<net.Socket> {
    try {
      return await connected(route.address, route.port, target.port, signal);
    } catch (error) {
      const proxy = signal.aborted ? null : proxyOnTheWay(network, target, 'https:');
      throw proxy === null ? error : new ProbeFailure('behind-proxy', proxy.name, { cause: error });
    }
  }

  async function connected(
    address: string,
    port: number,
    askedPort: number,
    signal: AbortSignal,
  ): Promise<net.Socket> {
    try {
      return await within(connectTimeoutMs, 'timeout', signal, (inTime) =>
        connectPlain(address, port, inTime),
      );
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      const failure = failureOf(error, address, network.lacksIPv4);
      // Hosted runners block outgoing mail silently; that says nothing about the server.
      if (failure?.code === 'timeout' && askedPort === 25) throw new ProbeFailure('port-25');
      throw failure ?? error;
    }
  }

  /** A server that speaks HTTP/2 alone; one of mail speaks no HTTP, and its certificate is there all the same. */
  async function openSpeaking(target: TlsTarget, settings: Settings, signal: AbortSignal): Promise<Opened> {
    try {
      return shown(await shake(target, { ...settings, ALPNProtocols: ['h2'] }, signal), false);
    } catch (error) {
      if (signal.aborted || !(error instanceof ProbeFailure) || !speaksOtherwise(error)) throw error;
      return shown(await shake(target, settings, signal), false);
    }
  }

  async function openTheOldWay(target: TlsTarget, signal: AbortSignal): Promise<Opened> {
    return shown(await shake(target, { ca: [...ca], ...old }, signal), true);
  }

  /** Null where the first handshake failed for another reason, or browsers come no further. */
  async function openAsBrowsers(
    target: TlsTarget,
    first: ProbeFailure,
    speaking: Pick<tls.ConnectionOptions, 'ALPNProtocols'>,
    signal: AbortSignal,
  ): Promise<Opened | null> {
    if (first.code !== 'tls-failed' || first.detail?.startsWith('ERR_') !== true) return null;
    try {
      const { socket, handshake } = shown(
        await shake(target, { ca: [...ca], ...asBrowsers, ...speaking }, signal),
        false,
      );
      return { socket, handshake: { ...handshake, weakness: first.detail } };
    } catch (error) {
      if (signal.aborted || !(error instanceof ProbeFailure)) throw error;
      return null;
    }
  }

  return {
    openTheOldWay,
    async open(target, signal) {
      context ??= tls.createSecureContext({ ca: [...ca] });
      const settings = { secureContext: context };
      // What is going to be spoken over the connection, as far as it is known.
      const speaking = target.starttls === undefined ? { ALPNProtocols: ['http/1.1'] } : {};
      try {
        return shown(await shake(target, { ...settings, ...speaking }, signal), false);
      } catch (error) {
        if (signal.aborted || !(error instanceof ProbeFailure)) throw error;
        if (speaksOtherwise(error)) return openSpeaking(target, settings, signal);
        const asked = await openAsBrowsers(target, error, speaking, signal);
        if (asked !== null) return asked;
        if (!refusesNewProtocols(error)) throw error;
        return openTheOldWay(target, signal).catch((again: unknown) => {
          // That the old protocols do not help says nothing new.
          throw signal.aborted || !(again instanceof ProbeFailure) ? again : error;
        });
      }
    },
  };
}

/** A connection that stands, and whether a staple came with its certificate. */
interface Shaken {
  readonly socket: TLSSocket;
  readonly isStapled: boolean;
}

/** @throws ProbeFailure where the server showed no certificate; the connection is closed then */
function shown({ socket, isStapled }: Shaken, isOldProtocolOnly: boolean): Opened {
  try {
    const handshake = handshakeOf(socket, isOldProtocolOnly);
    return { socket, handshake: isStapled ? { ...handshake, isStapled } : handshake };
  } catch (error) {
    socket.destroy();
    throw error;
  }
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
function tlsFailureOf(error: unknown, address: string, { lacksIPv4 }: Network): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code?.startsWith('ERR_SSL_') || code?.startsWith('ERR_TLS_') || code === 'EPROTO') {
    return new ProbeFailure('tls-failed', code, { cause: error });
  }
  return failureOf(error, address, lacksIPv4) ?? error;
}

/** RFC 7301 §3.2: none of the protocols that were offered is spoken there. */
function speaksOtherwise({ detail }: ProbeFailure): boolean {
  return detail?.endsWith('NO_APPLICATION_PROTOCOL') === true;
}

function refusesNewProtocols({ code, detail }: ProbeFailure): boolean {
  return (
    code === 'tls-failed' &&
    /PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|HANDSHAKE_FAILURE|INSUFFICIENT_SECURITY|NO_PROTOCOLS/.test(
      detail ?? '',
    )
  );
}
