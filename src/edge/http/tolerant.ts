import { ProbeFailure } from '../failure.ts';
import type { MalformedPart } from '../http-edge.ts';

// An answer as browsers read it. The strict reader comes first; this one reads what it refused, so that a limit of
// our own client is never called the site's fault. Each leniency is one that Chromium has (`HttpStreamParser`,
// `HttpUtil`, `HttpChunkedDecoder`); `test/edge/http-tolerant.test.ts` has them, and the suite of real servers asks Chromium.

/** As Chromium (`kMaxHeaderBufSize`). */
const mostHeadBytes = 256 * 1024;
/** What other clients and servers in between take at the very most. */
const usualHeadBytes = 65_536;
/** Answers that come before the answer itself. */
const mostInterim = 20;

interface TolerantAnswer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly body: AsyncIterable<Uint8Array>;
  /** Grows while the body is read. */
  readonly malformed: ReadonlySet<MalformedPart>;
}

/** @throws ProbeFailure `response-unexpected` for what browsers do not read either; errors of `source` */
export async function readAnswer(source: AsyncIterable<Uint8Array>): Promise<TolerantAnswer> {
  const malformed = new Set<MalformedPart>();
  const bytes = openBytes(source, malformed);
  for (let interim = 0; interim <= mostInterim; interim += 1) {
    const status = readStatusLine(await firstLine(bytes, malformed), malformed);
    const headers = await readHeaders(bytes, malformed);
    if (bytes.headBytes() > usualHeadBytes) malformed.add('head-size');
    if (status >= 200) return { status, headers, body: bodyOf(status, headers, bytes, malformed), malformed };
    // Any other may come unasked (RFC 9110 §15.2); this one says that HTTP ends here.
    if (status === 101) malformed.add('status-line');
  }
  throw unreadable('interim');
}

function unreadable(part: string): ProbeFailure {
  return new ProbeFailure('response-unexpected', part);
}

/** The first line that is not empty: Chromium passes over four octets. */
async function firstLine(bytes: Bytes, malformed: Set<MalformedPart>): Promise<string> {
  for (let passed = 0; passed < 3; passed += 1) {
    const line = await bytes.line();
    if (line !== '') return line;
    malformed.add('status-line');
  }
  throw unreadable('status-line');
}

function readStatusLine(line: string, malformed: Set<MalformedPart>): number {
  const status = /^.{0,4}?HTTP(?:\/\d{0,3}(?:\.\d{0,3})?)?[ \t]*(\d*)/is.exec(line)?.[1];
  if (status === undefined || (status !== '' && status.length !== 3)) throw unreadable('status-line');
  if (!/^HTTP\/\d\.\d \d{3}(?: |$)/.test(line)) malformed.add('status-line');
  // Where none is said, all is well.
  return status === '' ? 200 : Number(status);
}

/** The characters of a header's name (RFC 9110 §5.6.2). */
const token = /^[\w!#$%&'*+.^`|~-]+$/;

async function readHeaders(
  bytes: Bytes,
  malformed: Set<MalformedPart>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const headers = new Map<string, string[]>();
  let last: string[] | null = null;
  for (let line = await bytes.line(); line !== ''; line = await bytes.line()) {
    if (line.includes('\0')) throw unreadable('header-line');
    if (/[\x01-\x08\x0a-\x1f\x7f]/.test(line)) malformed.add('header-line');
    if (line.startsWith(' ') || line.startsWith('\t')) {
      malformed.add('folded-header');
      last?.push(`${last.pop()} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(':');
    const written = line.slice(0, Math.max(0, colon));
    const name = written.trimEnd().toLowerCase();
    if (written !== written.trimEnd() || !token.test(name)) malformed.add('header-line');
    last = null;
    if (!token.test(name)) continue;
    last = headers.get(name) ?? [];
    headers.set(name, last);
    last.push(line.slice(colon + 1).trim());
  }
  return headers;
}

function bodyOf(
  status: number,
  headers: ReadonlyMap<string, readonly string[]>,
  bytes: Bytes,
  malformed: Set<MalformedPart>,
): AsyncIterable<Uint8Array> {
  const coding = headers.get('transfer-encoding')?.join(',').toLowerCase() ?? '';
  const lengths = new Set((headers.get('content-length') ?? []).flatMap((line) => line.split(',')));
  if (headers.has('content-length') && (coding !== '' || (headers.get('content-length')?.length ?? 0) > 1)) {
    malformed.add('length');
  }
  if (status === 204 || status === 304) return bytes.next(0);
  if (/(?:^|,)\s*chunked\s*$/.test(coding)) return chunked(bytes, malformed);
  const said = new Set<number>();
  for (const each of lengths) {
    if (!/^\s*\d{1,15}\s*$/.test(each) || lengths.size > 1) malformed.add('length');
    if (/^\s*\+?\d{1,15}\s*$/.test(each)) said.add(Number(each));
  }
  // Which of them holds decides what is the next answer: browsers take none.
  if (said.size > 1) throw unreadable('length');
  const [length] = said;
  return length === undefined ? bytes.rest() : bytes.next(length);
}

/** RFC 9112 §7.1. */
async function* chunked(bytes: Bytes, malformed: Set<MalformedPart>): AsyncGenerator<Uint8Array> {
  for (;;) {
    const line = await bytes.line();
    const size = /^[ \t]*([0-9a-f]{1,8})[ \t]*(?:$|;)/i.exec(line)?.[1];
    if (size === undefined) throw unreadable('chunks');
    if (!/^[0-9a-f]+(?:;.+)?$/i.test(line)) malformed.add('chunks');
    const length = Number.parseInt(size, 16);
    if (length === 0) break;
    yield* bytes.next(length);
    if ((await bytes.line()) !== '') throw unreadable('chunks');
  }
  // What stands in trailers counts for nothing.
  for (let line = await bytes.line(); line !== ''; line = await bytes.line()) {
    if (!line.includes(':')) malformed.add('chunks');
  }
}

/** Bytes that are taken piece by piece. */
interface Bytes {
  /** The next line as Latin-1, without its end. @throws ProbeFailure where the bytes end first */
  line(): Promise<string>;
  /** The next `length` bytes. @throws ProbeFailure `reset` where they end before */
  next(length: number): AsyncGenerator<Uint8Array>;
  rest(): AsyncGenerator<Uint8Array>;
  /** How many bytes were taken as lines. */
  headBytes(): number;
}

function openBytes(source: AsyncIterable<Uint8Array>, malformed: Set<MalformedPart>): Bytes {
  const pieces = source[Symbol.asyncIterator]();
  let piece: Uint8Array = new Uint8Array();
  let headBytes = 0;

  /** Whether there are bytes in `piece`. */
  async function fill(): Promise<boolean> {
    while (piece.length === 0) {
      const { value, done } = await pieces.next();
      if (done) return false;
      piece = value;
    }
    return true;
  }

  function take(length: number): Uint8Array {
    const taken = piece.subarray(0, length);
    piece = piece.subarray(length);
    return taken;
  }

  return {
    async line() {
      const parts: Uint8Array[] = [];
      for (;;) {
        if (!(await fill())) throw new ProbeFailure('reset');
        const end = piece.indexOf(0x0a);
        const part = take(end === -1 ? piece.length : end + 1);
        parts.push(part);
        headBytes += part.length;
        if (headBytes > mostHeadBytes) throw unreadable('head-size');
        if (end === -1) continue;
        const line = Buffer.concat(parts).toString('latin1').slice(0, -1);
        if (line.endsWith('\r')) return line.slice(0, -1);
        malformed.add('line-ends');
        return line;
      }
    },
    async *next(length) {
      for (let left = length; left > 0; ) {
        if (!(await fill())) throw new ProbeFailure('reset');
        const taken = take(left);
        left -= taken.length;
        yield taken;
      }
    },
    async *rest() {
      while (await fill()) yield take(piece.length);
    },
    headBytes: () => headBytes,
  };
}
