import { createPublicKey, type KeyObject, verify, type X509Certificate } from 'node:crypto';
import { ProbeFailure } from '../../edge/failure.ts';
import type { HttpEdge } from '../../edge/http-edge.ts';
import { crlUrls, derOf } from './x509.ts';

// Revocation lists (RFC 5280 §5). A list may hold a hundred thousand entries, so it is walked through byte by byte
// instead of being read as a tree.

/** What a certificate's list says of it. */
export type Revocation =
  /** The certificate names no list: short-lived, or known to its authority alone. */
  | { readonly type: 'no-list' }
  /** The list could not be fetched, or is not one that can be believed. */
  | { readonly type: 'not-known'; readonly lists: readonly string[] }
  /** `nextUpdate`: until when the list speaks for itself; null where it does not say. ISO 8601, UTC. */
  | { readonly type: 'good'; readonly nextUpdate: string | null }
  | { readonly type: 'revoked'; readonly at: string };

/** The longest that authorities publish have some tens of megabytes. */
const maxBytes = 50 * 1024 * 1024;
const timeoutMs = 20_000;
/** Longer ones are let go after use: a run may meet several. */
const mostKeptBytes = 1024 * 1024;

/** The lists of a run: many certificates name the same. */
const listsOf = new WeakMap<HttpEdge, Map<string, Promise<Buffer | null>>>();

/** Looks a certificate up in the list of the authority that issued it. Rejects only when `signal` stops it. */
export async function revocationOf(
  certificate: X509Certificate,
  issuer: X509Certificate,
  http: HttpEdge,
  signal: AbortSignal,
): Promise<Revocation> {
  const urls = crlUrls(certificate).slice(0, 2);
  if (urls.length === 0) return { type: 'no-list' };
  for (const url of urls) {
    const bytes = await download(url, http, signal);
    const found = bytes === null ? null : readList(bytes, certificate, issuer);
    if (found !== null) return found;
  }
  return { type: 'not-known', lists: urls };
}

async function download(url: string, http: HttpEdge, signal: AbortSignal): Promise<Buffer | null> {
  const lists = listsOf.get(http) ?? new Map<string, Promise<Buffer | null>>();
  listsOf.set(http, lists);
  const known = lists.get(url);
  if (known !== undefined) {
    return known.catch(() => {
      signal.throwIfAborted();
      return download(url, http, signal);
    });
  }
  const work = http.download(url, { maxBytes, timeoutMs }, signal).then(
    ({ status, body }) =>
      status === 200 ? Buffer.from(body.buffer, body.byteOffset, body.byteLength) : null,
    (error) => {
      if (signal.aborted || !(error instanceof ProbeFailure)) throw error;
      return null;
    },
  );
  lists.set(url, work);
  // One caller's stop is no other caller's.
  work.then(
    (list) => (list?.length ?? 0) > mostKeptBytes && lists.delete(url),
    () => lists.delete(url),
  );
  return work;
}

/** What a list says of a certificate; null where it is not this authority's list, is broken, or is of another kind. */
export function readList(
  bytes: Buffer,
  certificate: X509Certificate,
  issuer: X509Certificate,
): Revocation | null {
  try {
    return read(bytes, certificate, issuer);
  } catch {
    return null;
  }
}

/** One element of DER: where it begins, where its content does, where it ends. */
interface Element {
  readonly tag: number;
  readonly start: number;
  readonly content: number;
  readonly end: number;
}

const tags = { integer: 0x02, bits: 0x03, oid: 0x06, utc: 0x17, generalized: 0x18, sequence: 0x30 };

function read(bytes: Buffer, certificate: X509Certificate, issuer: X509Certificate): Revocation | null {
  const list = elementAt(bytes, 0, bytes.length);
  const body = elementAt(bytes, list.content, list.end);
  const algorithm = elementAt(bytes, body.end, list.end);
  const signature = elementAt(bytes, algorithm.end, list.end);
  if (list.tag !== tags.sequence || signature.tag !== tags.bits) return null;

  let here = elementAt(bytes, body.content, body.end);
  // The version, which stands first, is optional.
  if (here.tag === tags.integer) here = elementAt(bytes, here.end, body.end);
  const name = elementAt(bytes, here.end, body.end);
  if (!bytes.subarray(name.start, name.end).equals(derOf(certificate, 'issuer'))) return null;
  if (!isSigned(bytes.subarray(body.start, body.end), bytes, algorithm, signature, issuer.publicKey))
    return null;
  here = elementAt(bytes, name.end, body.end);
  let nextUpdate: string | null = null;
  let place = here.end;
  if (place < body.end) {
    const next = elementAt(bytes, place, body.end);
    if (next.tag === tags.utc || next.tag === tags.generalized) {
      nextUpdate = timeOf(bytes, next);
      place = next.end;
    }
  }
  let entries: Element | null = null;
  if (place < body.end) {
    const next = elementAt(bytes, place, body.end);
    if (next.tag === tags.sequence) {
      entries = next;
      place = next.end;
    }
  }
  if (place < body.end && !isForAll(bytes.subarray(place, body.end), certificate)) return null;
  if (entries === null) return { type: 'good', nextUpdate };
  const serial = Buffer.from(
    certificate.serialNumber.padStart(
      certificate.serialNumber.length + (certificate.serialNumber.length % 2),
      '0',
    ),
    'hex',
  );
  for (let at = entries.content; at < entries.end; ) {
    const entry = elementAt(bytes, at, entries.end);
    const number = elementAt(bytes, entry.content, entry.end);
    if (isSameNumber(bytes.subarray(number.content, number.end), serial)) {
      return { type: 'revoked', at: timeOf(bytes, elementAt(bytes, number.end, entry.end)) };
    }
    at = entry.end;
  }
  return { type: 'good', nextUpdate };
}

function elementAt(bytes: Buffer, start: number, limit: number): Element {
  const tag = bytes[start];
  const first = bytes[start + 1];
  if (tag === undefined || first === undefined) throw new RangeError('DER ends early');
  let content = start + 2;
  let length = first;
  if (first & 0x80) {
    const count = first & 0x7f;
    if (count === 0 || count > 4) throw new RangeError('no DER length');
    length = bytes.readUIntBE(content, count);
    content += count;
  }
  const end = content + length;
  if (end > limit) throw new RangeError('DER runs over');
  return { tag, start, content, end };
}

/** Two's complement: a leading zero keeps a number positive. */
function isSameNumber(one: Buffer, other: Buffer): boolean {
  const bare = (number: Buffer) => {
    let from = 0;
    while (from < number.length - 1 && number[from] === 0) from += 1;
    return number.subarray(from);
  };
  return bare(one).equals(bare(other));
}

/** UTCTime or GeneralizedTime (RFC 5280 §4.1.2.5) as ISO 8601. */
function timeOf(bytes: Buffer, { tag, content, end }: Element): string {
  const text = bytes.toString('latin1', content, end);
  const digits = /^(\d{2,4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?Z$/.exec(
    tag === tags.utc ? century(text) + text : text,
  );
  if (digits === null) throw new RangeError('no time');
  const [, year, month, day, hour, minute, second = '00'] = digits;
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`).toISOString().replace('.000Z', 'Z');
}

function century(text: string): string {
  return Number(text.slice(0, 2)) >= 50 ? '19' : '20';
}

const hashes: Readonly<Record<string, string | null>> = {
  '2a864886f70d01010b': 'sha256',
  '2a864886f70d01010c': 'sha384',
  '2a864886f70d01010d': 'sha512',
  '2a8648ce3d040302': 'sha256',
  '2a8648ce3d040303': 'sha384',
  '2a8648ce3d040304': 'sha512',
  '2b6570': null,
};

function isSigned(
  body: Buffer,
  bytes: Buffer,
  algorithm: Element,
  signature: Element,
  key: KeyObject,
): boolean {
  const oid = elementAt(bytes, algorithm.content, algorithm.end);
  const hash = hashes[bytes.toString('hex', oid.content, oid.end)];
  if (oid.tag !== tags.oid || hash === undefined) return false;
  // The first byte of a bit string counts its unused bits.
  const value = bytes.subarray(signature.content + 1, signature.end);
  return verify(hash, body, createPublicKey(key.export({ type: 'spki', format: 'pem' })), value);
}

const deltaIndicator = '551d1b';
const issuingDistributionPoint = '551d1c';

/** Whether the list's extensions leave it a list of all that the authority issued to such as `certificate` (§5.2). */
function isForAll(extensions: Buffer, certificate: X509Certificate): boolean {
  const outer = elementAt(extensions, 0, extensions.length);
  const inner = elementAt(extensions, outer.content, outer.end);
  for (let at = inner.content; at < inner.end; ) {
    const extension = elementAt(extensions, at, inner.end);
    const oid = elementAt(extensions, extension.content, extension.end);
    const id = extensions.toString('hex', oid.content, oid.end);
    if (id === deltaIndicator) return false;
    if (
      id === issuingDistributionPoint &&
      !isForSuch(extensions.subarray(oid.end, extension.end), certificate)
    ) {
      return false;
    }
    at = extension.end;
  }
  return true;
}

/** §5.2.5: [1] users alone, [2] authorities alone, [3] some reasons, [4] indirect, [5] attributes alone. */
function isForSuch(rest: Buffer, { ca }: X509Certificate): boolean {
  const first = elementAt(rest, 0, rest.length);
  const value = first.tag === 0x01 ? elementAt(rest, first.end, rest.length) : first;
  const point = elementAt(rest, value.content, value.end);
  for (let at = point.content; at < point.end; ) {
    const field = elementAt(rest, at, point.end);
    const isSet = rest[field.content] !== 0;
    if (field.tag === 0x81 && isSet && ca) return false;
    if (field.tag === 0x82 && isSet && !ca) return false;
    if (field.tag === 0x83 || (field.tag === 0x84 && isSet) || (field.tag === 0x85 && isSet)) return false;
    at = field.end;
  }
  return true;
}
