import { pipeline, Readable, type Transform } from 'node:stream';
import zlib from 'node:zlib';
import { ProbeFailure } from '../failure.ts';

/** What is sent in `Accept-Encoding`. `deflate` is understood, and not asked for: servers disagree on what it is. */
export const acceptedEncodings = 'gzip, br, zstd';

/** Nobody nests more than one; each level costs a decoder. */
const mostEncodings = 2;

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
 * @throws ProbeFailure `response-unexpected` for an encoding that was not asked for; the signal's reason where
 * the run stops.
 */
export async function readBody(
  source: Readable,
  contentEncoding: string | null,
  limits: BodyLimits,
): Promise<{ body: Uint8Array; end: BodyEnd }> {
  const { maxBytes, signal } = limits;
  const decoders = decodersFor(contentEncoding);
  const chunks: Uint8Array[] = [];
  let decodedBytes = 0;
  let encodedBytes = 0;
  let end: BodyEnd = 'complete';
  const encoded = Readable.from(watched(), { objectMode: false });
  const decoded = decoders.at(-1) ?? encoded;
  // The callback takes the errors that the loop below sees too.
  if (decoders.length > 0) pipeline([encoded, ...decoders], () => {});
  const stop = () => decoded.destroy(signal.reason);
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
    end = signal.aborted ? 'timed-out' : 'broken-off';
  } finally {
    signal.removeEventListener('abort', stop);
    decoded.destroy();
    source.destroy();
  }
  return { body: Buffer.concat(chunks, decodedBytes).subarray(0, maxBytes), end };

  async function* watched(): AsyncGenerator<Uint8Array> {
    for await (const chunk of source as AsyncIterable<Uint8Array>) {
      limits.onProgress();
      encodedBytes += chunk.length;
      yield chunk;
      if (decoders.length > 0 && encodedBytes > maxBytes) {
        end = 'capped';
        return;
      }
    }
  }
}

function isTimeout(reason: unknown): boolean {
  return reason instanceof ProbeFailure && reason.code === 'timeout';
}

function decodersFor(contentEncoding: string | null): Transform[] {
  const encodings = (contentEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '' && each !== 'identity');
  if (encodings.length > mostEncodings) throw new ProbeFailure('response-unexpected', 'content-encoding');
  return encodings.reverse().map((encoding) => {
    switch (encoding) {
      case 'gzip':
      case 'x-gzip':
        // Lenient at the end, as browsers are: a stream without its trailer gives what can be decoded of it.
        return zlib.createGunzip({ finishFlush: zlib.constants.Z_SYNC_FLUSH });
      case 'deflate':
        return zlib.createInflate({ finishFlush: zlib.constants.Z_SYNC_FLUSH });
      case 'br':
        return zlib.createBrotliDecompress({ finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH });
      case 'zstd':
        return zlib.createZstdDecompress();
      default:
        throw new ProbeFailure('response-unexpected', 'content-encoding');
    }
  });
}

/** How a body ended: whole, cut off at `maxBytes`, still coming when time was up, or broken off by the other side. */
export type BodyEnd = 'complete' | 'capped' | 'timed-out' | 'broken-off';

/** Why a body is not whole. */
const cutOff = { capped: 'too-large', 'timed-out': 'timeout', 'broken-off': 'reset' } as const;

/** @throws ProbeFailure `too-large`, `timeout` or `reset` for a body that is not whole */
export function requireWhole({ bodyEnd }: { readonly bodyEnd: BodyEnd }, host: string | null = null): void {
  if (bodyEnd !== 'complete') throw new ProbeFailure(cutOff[bodyEnd], host);
}
