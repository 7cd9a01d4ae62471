import { pipeline, Readable, type Transform } from 'node:stream';
import { ProbeFailure } from '../failure.ts';
import { decodersFor } from './encoding.ts';

export interface BodyLimits {
  /** Of the decoded body. */
  readonly maxBytes: number;
  /** Aborts with a `ProbeFailure` of code `timeout` when time is up, and with any other reason when the run stops. */
  readonly signal: AbortSignal;
  /** Called whenever something comes. */
  readonly onProgress: () => void;
}

/**
 * Reads a body and undoes its content encodings (RFC 9110 §8.4). Holds no more than `maxBytes` and what one
 * step of a decoder gives, and reads no more than that many encoded bytes either, so that neither a bomb nor an
 * endless stream of nothing gets far. What came is kept, however the body ended.
 *
 * @throws the signal's reason where the run stops.
 */
export async function readBody(
  source: Readable,
  contentEncoding: string | null,
  limits: BodyLimits,
): Promise<{ body: Uint8Array; end: BodyEnd }> {
  const { maxBytes, signal } = limits;
  const { stages, last } = decodersFor(contentEncoding);
  const chunks: Uint8Array[] = [];
  let decodedBytes = 0;
  let encodedBytes = 0;
  let end: BodyEnd = 'complete';
  let hasSourceFailed = false;
  const encoded = Readable.from(watched(), { objectMode: false });
  const decoded = last ?? encoded;
  // The callback takes the errors that the loop below sees too.
  if (last !== null) pipeline([encoded, ...stages] as Transform[], () => {});
  const stop = () => {
    decoded.destroy(signal.reason);
    source.destroy(signal.reason);
  };
  signal.addEventListener('abort', stop, { once: true });
  try {
    signal.throwIfAborted();
    for await (const chunk of decoded as AsyncIterable<Uint8Array>) {
      chunks.push(chunk);
      decodedBytes += chunk.length;
      if (decodedBytes > maxBytes) {
        end = 'capped';
        break;
      }
    }
  } catch {
    if (signal.aborted && !isTimeout(signal.reason)) throw signal.reason;
    if (signal.aborted) end = 'timed-out';
    else end = last === null || hasSourceFailed ? 'broken-off' : 'undecodable';
  } finally {
    signal.removeEventListener('abort', stop);
    decoded.destroy();
    source.destroy();
  }
  return { body: Buffer.concat(chunks, decodedBytes).subarray(0, maxBytes), end };

  async function* watched(): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of source as AsyncIterable<Uint8Array>) {
        limits.onProgress();
        encodedBytes += chunk.length;
        yield chunk;
        if (last !== null && encodedBytes > maxBytes) {
          end = 'capped';
          return;
        }
      }
    } catch (error) {
      hasSourceFailed = true;
      throw error;
    }
  }
}

function isTimeout(reason: unknown): boolean {
  return reason instanceof ProbeFailure && reason.code === 'timeout';
}

/**
 * How a body ended: whole, cut off at `maxBytes`, still coming when time was up, broken off by the other side, or not
 * encoded as its header says.
 */
export type BodyEnd = 'complete' | 'capped' | 'timed-out' | 'broken-off' | 'undecodable';

/** Why a body is not whole. */
const cutOff = {
  capped: 'too-large',
  'timed-out': 'timeout',
  'broken-off': 'reset',
  undecodable: 'response-unexpected',
} as const;

/** @throws ProbeFailure `too-large`, `timeout`, `reset` or `response-unexpected` for a body that is not whole */
export function requireWhole({ bodyEnd }: { readonly bodyEnd: BodyEnd }, host: string | null = null): void {
  if (bodyEnd !== 'complete') throw new ProbeFailure(cutOff[bodyEnd], host);
}
