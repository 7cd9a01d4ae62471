import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import packet, { type Packet } from 'dns-packet';
import {
  type Behavior,
  message,
  parseLine,
  serves,
  type ZoneFile,
  type ZoneRecord,
  zone,
} from './dns-servers.ts';

// Zones that are signed (DNSSEC) as a test wants them to be, well or not.

export type Algorithm = 8 | 10 | 13 | 14 | 15 | 16;

export interface SigningKey {
  readonly algorithm: Algorithm;
  readonly tag: number;
  /** As `DNSKEY` in a zone file. */
  readonly line: string;
  /** As `DS`, without the owner: `60 DS …`; the digest type 2 if not said. */
  ds(zone: string, digestType?: 1 | 2 | 4): string;
  sign(bytes: Buffer): Buffer;
}

const hashes: Record<Algorithm, string | null> = {
  8: 'sha256',
  10: 'sha512',
  13: 'sha256',
  14: 'sha384',
  15: null,
  16: null,
};

export function newKey(algorithm: Algorithm = 13, flags = 257): SigningKey {
  const { publicKey, privateKey } = keyPair(algorithm);
  const key = wireKey(publicKey);
  const data = Buffer.concat([Buffer.from([flags >> 8, flags & 0xff, 3, algorithm]), key]);
  let sum = 0;
  for (const [index, byte] of data.entries()) sum += index % 2 === 0 ? byte * 256 : byte;
  const tag = (sum + Math.floor(sum / 65_536)) % 65_536;
  return {
    algorithm,
    tag,
    line: `60 DNSKEY ${flags} ${algorithm} ${key.toString('hex')}`,
    ds(name, digestType = 2) {
      const hash = { 1: 'sha1', 2: 'sha256', 4: 'sha384' }[digestType];
      const digest = createHash(hash).update(wireName(name)).update(data).digest('hex');
      return `60 DS ${tag} ${algorithm} ${digestType} ${digest}`;
    },
    sign: (bytes) => sign(hashes[algorithm], bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' }),
  };
}

function keyPair(algorithm: Algorithm): { publicKey: KeyObject; privateKey: KeyObject } {
  switch (algorithm) {
    case 8:
    case 10:
      return generateKeyPairSync('rsa', { modulusLength: 2048 });
    case 13:
      return generateKeyPairSync('ec', { namedCurve: 'P-256' });
    case 14:
      return generateKeyPairSync('ec', { namedCurve: 'P-384' });
    case 15:
      return generateKeyPairSync('ed25519');
    case 16:
      return generateKeyPairSync('ed448');
  }
}

function wireKey(key: KeyObject): Buffer {
  const { kty, n = '', e = '', x = '', y = '' } = key.export({ format: 'jwk' });
  const bytes = (text: string) => Buffer.from(text, 'base64url');
  if (kty === 'RSA') return Buffer.concat([Buffer.of(bytes(e).length), bytes(e), bytes(n)]);
  return Buffer.concat([bytes(x), bytes(y)]);
}

export interface SignOptions {
  readonly key: SigningKey;
  /** What else is in the zone's set of keys, and whether the key itself is. */
  readonly keys?: readonly SigningKey[];
  /** ISO times of all signatures. */
  readonly from: string;
  readonly until: string;
  /** Another time, key or fault for some sets, by `name/TYPE`. */
  readonly but?: Readonly<Record<string, { until?: string; key?: SigningKey; fault?: 'missing' | 'wrong' }>>;
}

/** Serves the zone with a signature after every record set that it answers with. */
export function servesSigned({ name, lines }: ZoneFile, options: SignOptions): Behavior {
  const keys = (options.keys ?? [options.key]).map(({ line }) => `@ ${line}`);
  const start = '@ 60 SOA x';
  const base = serves(zone(name, start, ...lines, ...keys));
  const records = [start, ...lines, ...keys].map((line) => parseLine(line, name));
  return (asked) => {
    const reply = base(asked) as Packet;
    const answers = (reply.answers ?? []) as unknown as ZoneRecord[];
    const [first] = answers;
    if (first === undefined) return reply;
    const set = records.filter((each) => each.name === first.name && each.type === first.type);
    const signature = signatureOf(set, name, options);
    return message({ flags: packet.AUTHORITATIVE_ANSWER, answers: [...answers, ...signature] });
  };
}

function signatureOf(set: readonly ZoneRecord[], zoneName: string, options: SignOptions): ZoneRecord[] {
  const [{ name, type, ttl }] = set as [ZoneRecord];
  const but = options.but?.[`${name}/${type}`] ?? {};
  if (but.fault === 'missing') return [];
  const key = but.key ?? options.key;
  const seconds = (text: string) => Date.parse(text) / 1000;
  const data = {
    typeCovered: type,
    algorithm: key.algorithm,
    labels: name.split('.').filter((label) => label !== '*').length,
    originalTTL: ttl,
    expiration: seconds(but.until ?? options.until),
    inception: seconds(options.from),
    keyTag: key.tag,
    signersName: zoneName,
    signature: Buffer.alloc(0),
  };
  const rows = set.map((each) => wireRecord(each)).sort(Buffer.compare);
  const dataStart = wireName(name).length + 10;
  const head = wireRecord({ name, ttl, type: 'RRSIG', data }).subarray(dataStart);
  const signature = key.sign(Buffer.concat([head, ...rows]));
  if (but.fault === 'wrong') signature[signature.length - 1]! ^= 1;
  return [{ name, ttl, type: 'RRSIG', data: { ...data, signature } }];
}

/** One record as it stands in a message: names in full, so in canonical form where they are in lower case. */
function wireRecord(record: ZoneRecord): Buffer {
  return packet.encode({ type: 'response', answers: [record as never] }).subarray(12);
}

function wireName(name: string): Buffer {
  return Buffer.concat([
    ...name.split('.').map((label) => Buffer.from([label.length, ...Buffer.from(label)])),
    Buffer.of(0),
  ]);
}
