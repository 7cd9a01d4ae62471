import { createHash, createPublicKey, type JsonWebKey, type KeyObject, verify } from 'node:crypto';
import type { RecordSignature, SignedSet } from '../../protocols/dns/views.ts';

// The arithmetic of DNSSEC: key tags, digests, signatures. No times: whether a signature is still valid is judged.

/** A key of a zone (DNSKEY, RFC 4034 §2). */
export interface ZoneKey {
  readonly tag: number;
  readonly algorithm: number;
  /** Whether signatures by it count at all: a zone key, not revoked (RFC 4034 §2.1.1, RFC 5011 §2.1). */
  readonly signs: boolean;
  readonly data: Uint8Array;
}

/** What the parent zone says of a key (DS, RFC 4034 §5). */
export interface KeyDigest {
  readonly tag: number;
  readonly algorithm: number;
  readonly type: number;
  /** Hexadecimal. */
  readonly digest: string;
}

/**
 * How a signature stands to the zone's keys. `unsupported`: of an algorithm that this program does not know, which
 * says nothing about the signature.
 */
export type SignatureState = 'verified' | 'wrong' | 'no-key' | 'unsupported';

const digests: Readonly<Record<number, string>> = { 1: 'sha1', 2: 'sha256', 4: 'sha384' };
const sha1 = 1;
/**
 * Not those with SHA-1 (5, 7): to resolvers a zone that is signed by nothing else counts as not signed (RFC 9905).
 */
const algorithms: Readonly<
  Record<number, { readonly hash: string | null; readonly toKey: (bytes: Buffer) => JsonWebKey }>
> = {
  8: { hash: 'sha256', toKey: rsaKey },
  10: { hash: 'sha512', toKey: rsaKey },
  13: { hash: 'sha256', toKey: (bytes) => curveKey('P-256', 32, bytes) },
  14: { hash: 'sha384', toKey: (bytes) => curveKey('P-384', 48, bytes) },
  15: { hash: null, toKey: (bytes) => ({ kty: 'OKP', crv: 'Ed25519', x: bytes.toString('base64url') }) },
  16: { hash: null, toKey: (bytes) => ({ kty: 'OKP', crv: 'Ed448', x: bytes.toString('base64url') }) },
};

/** Signatures and keys beyond these are not tried: a zone must not decide how much is computed here. */
const mostSignatures = 16;
const mostKeys = 32;
const mostKeysOfTag = 4;

/** Reads the keys out of a DNSKEY record set. */
export function keysIn(set: SignedSet): ZoneKey[] {
  return set.records.slice(0, mostKeys).flatMap((data) => {
    const bytes = Buffer.from(data);
    if (bytes.length < 5) return [];
    const flags = bytes.readUInt16BE(0);
    const isZoneKey = (flags & 0x0100) !== 0 && (flags & 0x0080) === 0 && bytes[2] === 3;
    return [{ tag: keyTag(bytes), algorithm: bytes[3]!, signs: isZoneKey, data }];
  });
}

/** RFC 4034 appendix B. */
function keyTag(data: Buffer): number {
  let sum = 0;
  data.forEach((byte, index) => {
    sum += index % 2 === 0 ? byte << 8 : byte;
  });
  return (sum + (sum >>> 16)) & 0xffff;
}

/** Reads DS as the edge writes it: `tag algorithm type digest`. */
export function digestOf(text: string): KeyDigest {
  const [tag, algorithm, type, digest = ''] = text.split(' ');
  return { tag: Number(tag), algorithm: Number(algorithm), type: Number(type), digest };
}

/**
 * The digests that a resolver goes by. Where none is left the zone counts as not signed (RFC 4035 §5.2). SHA-1 does
 * not count beside a better one (RFC 4509 §3).
 */
export function bindingDigests(all: readonly KeyDigest[]): KeyDigest[] {
  const known = all.filter(({ algorithm, type }) => algorithm in algorithms && type in digests);
  const better = known.filter(({ type }) => type !== sha1);
  return better.length > 0 ? better : known;
}

/** Whether the parent's digest is that of this key, which belongs to the zone with this name (RFC 4034 §5.1.4). */
export function isDigestOf({ tag, algorithm, type, digest }: KeyDigest, key: ZoneKey, owner: Uint8Array) {
  const hash = digests[type];
  if (hash === undefined || tag !== key.tag || algorithm !== key.algorithm || !key.signs) return false;
  return createHash(hash).update(owner).update(key.data).digest('hex') === digest.toLowerCase();
}

/** How each signature over the set stands to these keys of the zone. */
export function verifySet(
  set: SignedSet,
  zone: string,
  keys: readonly ZoneKey[],
): { readonly signature: RecordSignature; readonly state: SignatureState }[] {
  return set.signatures.slice(0, mostSignatures).map((signature) => {
    if (!(signature.algorithm in algorithms)) return { signature, state: 'unsupported' };
    const { keyTag: tag, algorithm } = signature;
    const candidates = keys.filter((key) => key.signs && key.tag === tag && key.algorithm === algorithm);
    if (candidates.length === 0 || signature.signer !== zone) return { signature, state: 'no-key' };
    const signed = signedBytes(set, signature);
    const isBy = (key: ZoneKey) => signed !== null && isSignedBy(key, signed, signature);
    return { signature, state: candidates.slice(0, mostKeysOfTag).some(isBy) ? 'verified' : 'wrong' };
  });
}

function isSignedBy(key: ZoneKey, signed: Buffer, signature: RecordSignature): boolean {
  const { hash, toKey } = algorithms[key.algorithm]!;
  let publicKey: KeyObject;
  try {
    publicKey = createPublicKey({ key: toKey(Buffer.from(key.data.subarray(4))), format: 'jwk' });
  } catch {
    return false;
  }
  return verify(hash, signed, { key: publicKey, dsaEncoding: 'ieee-p1363' }, signature.bytes);
}

/** What the signature is made over (RFC 4034 §3.1.8.1); null where it claims more labels than the name has. */
function signedBytes({ owner, type, records }: SignedSet, signature: RecordSignature): Buffer | null {
  const name = signedName(Buffer.from(owner), signature.labels);
  if (name === null) return null;
  const sorted = records.map((data) => Buffer.from(data)).sort(Buffer.compare);
  // The same record twice counts once (RFC 4034 §6.3).
  const distinct = sorted.filter((data, index) => index === 0 || !data.equals(sorted[index - 1]!));
  return Buffer.concat([
    signature.head,
    ...distinct.flatMap((data) => {
      const head = Buffer.alloc(10);
      head.writeUInt16BE(type, 0);
      head.writeUInt16BE(1, 2);
      head.writeUInt32BE(signature.originalTtl, 4);
      head.writeUInt16BE(data.length, 8);
      return [name, head, data];
    }),
  ]);
}

/** The name that was signed: the wildcard's where one was expanded (RFC 4035 §5.3.2). */
function signedName(owner: Buffer, labels: number): Buffer | null {
  const starts: number[] = [];
  for (let at = 0; owner[at]! > 0; at += 1 + owner[at]!) starts.push(at);
  // The star of a wildcard that was asked for by its own name does not count as a label.
  const isStar = starts.length > 0 && owner.subarray(0, 2).equals(Buffer.from([1, 0x2a]));
  const count = isStar ? starts.length - 1 : starts.length;
  if (labels > count) return null;
  if (labels === count) return owner;
  const rest = labels === 0 ? owner.subarray(-1) : owner.subarray(starts[starts.length - labels]!);
  return Buffer.concat([Buffer.from([1, 0x2a]), rest]);
}

/** RFC 3110 §2. */
function rsaKey(bytes: Buffer): JsonWebKey {
  const [length, start] = bytes[0] === 0 ? [bytes.readUInt16BE(1), 3] : [bytes[0]!, 1];
  return {
    kty: 'RSA',
    e: bytes.toString('base64url', start, start + length),
    n: bytes.toString('base64url', start + length),
  };
}

/** RFC 6605 §4. */
function curveKey(curve: string, size: number, bytes: Buffer): JsonWebKey {
  return {
    kty: 'EC',
    crv: curve,
    x: bytes.toString('base64url', 0, size),
    y: bytes.toString('base64url', size),
  };
}
