import type { X509Certificate } from 'node:crypto';
import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { Address } from '../protocols/address.ts';
import { ProbeFailure } from './failure.ts';
import type { StartTls } from './tls/starttls.ts';

/** A server, at one of the addresses of its host. */
export interface TlsTarget {
  readonly host: string;
  readonly port: number;
  /** The resolved address. It passes `connect-to` and the address guard like any other. */
  readonly address: string;
  /** The protocol in which encryption is asked for first (RFC 3207, RFC 9051 §6.2.1); none: TLS from the start. */
  readonly starttls?: StartTls;
  /** Makes the connection that the handshake goes over, where it does not go straight to the address: through a proxy. */
  readonly over?: (signal: AbortSignal) => Promise<Socket>;
}

/** What one server showed in one handshake. Whatever is wrong with it is reported, not thrown. */
export interface Handshake {
  /** `TLSv1.3` and so on, as OpenSSL names them. */
  readonly protocol: string;
  /** Whether it came about with TLS 1.0 or 1.1 alone, after the server had refused everything newer. */
  readonly isOldProtocolOnly: boolean;
  /** Whether Node trusts the chain, for this host, at the machine's own time. */
  readonly authorized: boolean;
  /** Node's one code for what is wrong; null where nothing is. It may hide others. */
  readonly errorCode: string | null;
  /**
   * OpenSSL's code for what kept a strict client out, where the connection came about only as browsers make theirs;
   * nobody judged the chain then. Absent where the first handshake did.
   */
  readonly weakness?: string;
  /** Whether proof that the certificate is in force came with it (RFC 6066 §8). */
  readonly isStapled?: boolean;
  /** The certificates in the order in which the server sent them, its own first; nothing added. */
  readonly chain: readonly X509Certificate[];
}

/** A handshake that the server broke off after it had shown its certificates, as where it wants the client's. */
export class HandshakeBrokenOff extends ProbeFailure {
  /** What it showed until then; nobody judged the chain. */
  readonly shown: Handshake;

  constructor(failure: ProbeFailure, shown: Handshake) {
    super(failure.code, failure.detail, { cause: failure.cause });
    this.shown = shown;
  }
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
   * `response-unexpected` (no STARTTLS), `port-25`; `tls-failed` with OpenSSL's code as its detail,
   * a `HandshakeBrokenOff` where certificates were shown.
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
