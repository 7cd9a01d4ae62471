import type { Question } from './message.ts';
import { plainName } from './name.ts';
import type { RecordSignature, SignedSet } from './views.ts';

// Record sets byte by byte (RFC 1035 §4.1), in the canonical form that signatures are made over (RFC 4034 §6).
// Bytes from outside may be anything: whatever does not fit throws a RangeError, which ends in "unreadable".

const numberOfType: Partial<Record<Question['type'], number>> = {
  A: 1,
  NS: 2,
  CNAME: 5,
  SOA: 6,
  PTR: 12,
  MX: 15,
  TXT: 16,
  AAAA: 28,
  SRV: 33,
  DS: 43,
  DNSKEY: 48,
  SVCB: 64,
  HTTPS: 65,
  CAA: 257,
};
const [cname, rrsig] = [5, 46];
const internet = 1;
/** Bytes before the first name in the data, for types whose names are written in lower case (RFC 4034 §6.2). */
const nameOffset: Readonly<Record<number, number>> = { 2: 0, 5: 0, 6: 0, 12: 0, 15: 2, 33: 6 };
const startOfAuthority = 6;
/** More jumps than a name of 255 octets could need. */
const mostJumps = 64;

interface Name {
  /** Uncompressed; letters as they came. */
  readonly bytes: Buffer;
  /** Where reading goes on behind the name. */
  readonly end: number;
}

/** The answer's record set for the question, or the alias in its place; null where the bytes hold none. */
export function readSignedSet(message: Buffer, { name, type }: Question): SignedSet | null {
  try {
    const records = readAnswers(message).filter((each) => textOf(each.owner) === name);
    const wanted = [numberOfType[type], cname].find((number) => records.some((each) => each.type === number));
    if (wanted === undefined) return null;
    const own = records.filter((each) => each.type === wanted);
    return {
      type: wanted,
      owner: own[0]!.owner,
      records: own.map(({ data }) => data),
      signatures: records
        .filter((each) => each.type === rrsig && each.data.readUInt16BE(0) === wanted)
        .map(({ data }) => readSignature(data)),
    };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function readAnswers(message: Buffer): { owner: Buffer; type: number; data: Buffer }[] {
  const questions = message.readUInt16BE(4);
  const answers = message.readUInt16BE(6);
  let at = 12;
  for (let index = 0; index < questions; index += 1) at = readName(message, at).end + 4;
  return Array.from({ length: answers }, () => {
    const owner = readName(message, at);
    const type = message.readUInt16BE(owner.end);
    const network = message.readUInt16BE(owner.end + 2);
    const start = owner.end + 10;
    const length = message.readUInt16BE(owner.end + 8);
    at = start + length;
    if (at > message.length) throw new RangeError('data');
    const data = canonicalData(message, type, start, length);
    return { owner: lowerCaseOf(owner.bytes), type: network === internet ? type : -1, data };
  });
}

/** The data with its names written out and in lower case, where the type asks for that. */
function canonicalData(message: Buffer, type: number, start: number, length: number): Buffer {
  if (type === rrsig) {
    const signer = readName(message, start + 18);
    const head = message.subarray(start, start + 18);
    return Buffer.concat([head, lowerCaseOf(signer.bytes), message.subarray(signer.end, start + length)]);
  }
  const before = nameOffset[type];
  if (before === undefined) return Buffer.from(message.subarray(start, start + length));
  const parts = [message.subarray(start, start + before)];
  let at = start + before;
  for (let index = 0; index < (type === startOfAuthority ? 2 : 1); index += 1) {
    const name = readName(message, at);
    parts.push(lowerCaseOf(name.bytes));
    at = name.end;
  }
  return Buffer.concat([...parts, message.subarray(at, start + length)]);
}

function readSignature(data: Buffer): RecordSignature {
  const signer = readName(data, 18);
  return {
    algorithm: data.readUInt8(2),
    labels: data.readUInt8(3),
    originalTtl: data.readUInt32BE(4),
    expiration: data.readUInt32BE(8),
    inception: data.readUInt32BE(12),
    keyTag: data.readUInt16BE(16),
    signer: textOf(signer.bytes),
    head: data.subarray(0, signer.end),
    bytes: data.subarray(signer.end),
  };
}

function readName(message: Buffer, start: number): Name {
  const labels: Buffer[] = [];
  let end: number | null = null;
  let size = 1;
  let jumps = 0;
  let at = start;
  for (let length = message.readUInt8(at); length > 0; length = message.readUInt8(at)) {
    if (length >= 0xc0) {
      end ??= at + 2;
      at = message.readUInt16BE(at) & 0x3fff;
      jumps += 1;
      if (jumps > mostJumps) throw new RangeError('pointers');
      continue;
    }
    size += length + 1;
    if (length > 63 || size > 255 || at + 1 + length > message.length) throw new RangeError('label');
    labels.push(message.subarray(at, at + 1 + length));
    at += 1 + length;
  }
  return { bytes: Buffer.concat([...labels, Buffer.of(0)]), end: end ?? at + 1 };
}

/** Lower case for ASCII letters; the length octets in between are below 64 and so never letters. */
function lowerCaseOf(name: Buffer): Buffer {
  return Buffer.from(name.map((byte) => (byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte)));
}

/** A name in wire format as a plain name. */
function textOf(name: Buffer): string {
  const labels: string[] = [];
  for (let at = 0; name[at]! > 0; at += 1 + name[at]!)
    labels.push(name.toString('utf8', at + 1, at + 1 + name[at]!));
  return plainName(labels.join('.'));
}
