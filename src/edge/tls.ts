import tls from 'node:tls';
import type { Address } from '../protocols/address.ts';
import { ProbeFailure } from './failure.ts';
import type { Network } from './network.ts';
import { type Opened, openHandshakes } from './tls/handshake.ts';
import { openSpare } from './tls/spare.ts';
import type { Handshake, TlsEdge, TlsTarget, TrustedRoots } from './tls-edge.ts';
import { untilAborted } from './within.ts';

export interface TlsOptions {
  readonly network: Network;
  readonly resolve: (host: string, port: number, signal: AbortSignal) => Promise<readonly Address[]>;
  /** Trusted beside the roots that come with Node (PEM). */
  readonly extraRoots: readonly string[];
  /** For connecting and for the handshake, each. Default 10 s. */
  readonly connectTimeoutMs?: number;
}

/** Work that others may wait for, and the signal of the caller that began it. */
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
  const { network, resolve, connectTimeoutMs = defaultConnectTimeoutMs } = options;
  const roots: TrustedRoots = { bundled: tls.rootCertificates, extra: options.extraRoots };
  const handshakes = openHandshakes({ network, ca: [...roots.bundled, ...roots.extra], connectTimeoutMs });
  const spare = openSpare();
  const seen = new Map<string, Handshake>();
  const opening = new Map<string, Shared<Opened>>();
  const oldProtocols = new Map<string, Shared<string | null>>();

  async function askOldProtocol(target: TlsTarget, signal: AbortSignal): Promise<string | null> {
    try {
      const { socket, handshake } = await handshakes.openTheOldWay(target, signal);
      socket.destroy();
      return handshake.protocol;
    } catch (error) {
      if (signal.aborted || !(error instanceof ProbeFailure)) throw error;
      return null;
    }
  }

  /** Opens a connection that the next caller for the same server can wait for instead of opening another. */
  function openShared(key: string, target: TlsTarget, signal: AbortSignal): Promise<Opened> {
    const work = handshakes.open(target, signal).then((opened) => {
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
      // For an endpoint of the same server, if one comes.
      spare.keep(key, opened);
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
      // What a proxy in between shows says nothing of the server itself.
      if (target.over !== undefined) return handshakes.open(target, signal);
      const key = keyOf(target);
      // No wait where there is nothing to wait for: a look that begins now must find this one under way.
      const under = opening.get(key);
      if (under !== undefined) await join(under, signal);
      return spare.take(key) ?? openShared(key, target, signal);
    },
    close: () => spare.close(),
  };
}

/**
 * What somebody else has under way; null where they gave up before it came about. A failure to reach the server is
 * the same for every caller that waited for it; that another one ran out of time is not.
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
