import type { Transform } from 'node:stream';
import zlib from 'node:zlib';

// Content encodings (RFC 9110 §8.4.1), undone as browsers undo them: what follows a stream, its checksum, and the name
// of an encoding that does not exist are no reason not to show a page. The suite of real servers asks Chromium and curl.

/**
 * What is sent in `Accept-Encoding`. Two are understood, and not asked for: of `deflate` servers disagree on what it is,
 * and of `zstd` Node reads the first frame alone.
 */
export const acceptedEncodings = 'gzip, br';

/** As curl (`MAX_ENCODE_STACK`); each level costs a decoder. */
const mostEncodings = 5;

type Bytes = AsyncIterable<Uint8Array>;
type Stage = Transform | ((source: Bytes) => Bytes);

interface Decoder {
  /** Takes off what stands before the compressed data. */
  readonly head?: (source: Bytes) => Bytes;
  readonly decode: Transform;
}

/** The stages that undo `contentEncoding`, and the last of them, which gives what comes out; none for a body that is as it is. */
export function decodersFor(contentEncoding: string | null): {
  readonly stages: readonly Stage[];
  readonly last: Transform | null;
} {
  const names = (contentEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '' && each !== 'identity');
  // `UTF-8`, `none`: what was meant is something else, and browsers show the body as it came.
  if (names.length > mostEncodings || !names.every((each) => Object.hasOwn(decoders, each))) {
    return { stages: [], last: null };
  }
  const needed = names.reverse().map((each) => decoders[each as keyof typeof decoders]());
  return {
    stages: needed.flatMap(({ head, decode }) => (head === undefined ? [decode] : [head, decode])),
    last: needed.at(-1)?.decode ?? null,
  };
}

const gzip = (): Decoder => ({ head: withoutHead(gzipHeadLength), decode: rawInflate() });

const decoders = {
  gzip,
  'x-gzip': gzip,
  deflate: (): Decoder => ({ head: withoutHead(zlibHeadLength), decode: rawInflate() }),
  br: (): Decoder => ({
    decode: zlib.createBrotliDecompress({ finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH }),
  }),
  zstd: (): Decoder => ({ decode: zlib.createZstdDecompress() }),
};

/** Ends where the compressed data ends, or where there is no more of it. */
function rawInflate(): Transform {
  return zlib.createInflateRaw({ finishFlush: zlib.constants.Z_SYNC_FLUSH });
}

/** Longer than any head that a server writes. */
const longestHead = 65_536;

/**
 * What follows a head.
 *
 * @param lengthOf the head's length in bytes; null where it takes more to know. Throws where there is no head.
 */
function withoutHead(lengthOf: (bytes: Uint8Array) => number | null): (source: Bytes) => Bytes {
  return async function* body(source) {
    let head: Uint8Array | null = new Uint8Array();
    for await (const chunk of source) {
      if (head === null) {
        yield chunk;
        continue;
      }
      head = Buffer.concat([head, chunk]);
      const length = lengthOf(head);
      if (length === null && head.length > longestHead) throw new Error('the head does not end');
      if (length === null) continue;
      if (head.length > length) yield head.subarray(length);
      head = null;
    }
  };
}

/** RFC 1952 §2.3. */
function gzipHeadLength(bytes: Uint8Array): number | null {
  const isGzip = [0x1f, 0x8b, 0x08].every((byte, at) => bytes.length <= at || bytes[at] === byte);
  if (!isGzip) throw new Error('not gzip');
  if (bytes.length < 10) return null;
  const flags = bytes[3]!;
  let length = 10;
  if ((flags & 0x04) !== 0) {
    if (bytes.length < length + 2) return null;
    length += 2 + bytes[length]! + bytes[length + 1]! * 256;
  }
  // The file's name, and a comment: each ends with a zero.
  for (const flag of [0x08, 0x10]) {
    if ((flags & flag) === 0) continue;
    const end = bytes.indexOf(0, length);
    if (end === -1) return null;
    length = end + 1;
  }
  if ((flags & 0x02) !== 0) length += 2;
  return bytes.length < length ? null : length;
}

/** RFC 1950 §2.2; none where a server sends bare deflate data, as many do (RFC 9110 §8.4.1.2). */
function zlibHeadLength(bytes: Uint8Array): number | null {
  if (bytes.length < 2) return null;
  const [method, flags] = bytes as unknown as [number, number];
  return (method & 0x0f) === 8 && (method * 256 + flags) % 31 === 0 ? 2 : 0;
}
