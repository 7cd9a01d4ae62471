import packet, { type Answer, type DecodedPacket } from 'dns-packet';
import { lowerCase, plainName } from './name.ts';
import { addressText, caaText, octetsText, serviceKeys } from './record.ts';
import type { RecordType } from './views.ts';

// DNS messages (RFC 1035 §4) as bytes and as what this program reads in them. Bytes from outside may be anything.

/** What is asked. `name` is a plain name in lower case. */
export interface Question {
  readonly name: string;
  readonly type: RecordType;
}

export interface WireRecord {
  /** Owner, plain name. */
  readonly name: string;
  /** As in `RecordType`; other types under the name that dns-packet gives them. */
  readonly type: string;
  /** Seconds. */
  readonly ttl: number;
  /** The data as normalised text; empty for types that nobody asks for. */
  readonly data: string;
  /** Of a SOA: the last field, how long negative answers last at most. Seconds. */
  readonly minimum: number | null;
}

/** A DNS answer, from any sender: nothing in it has been believed yet. */
export interface Reply {
  readonly id: number;
  /** As spelled in the message: letters may differ in case. Null where the message repeats no question. */
  readonly question: { readonly name: string; readonly type: string } | null;
  readonly rcode: string;
  readonly authoritative: boolean;
  /** RA: the server looks names up for others. */
  readonly recursive: boolean;
  readonly truncated: boolean;
  readonly answers: readonly WireRecord[];
  readonly authorities: readonly WireRecord[];
  readonly additionals: readonly WireRecord[];
  /** Why it went wrong, as extended error codes (RFC 8914), sorted; the text beside them is left out. */
  readonly errors: readonly number[];
  /** The message as it came, for what must be read byte by byte. */
  readonly bytes: Buffer;
}

// dns-packet does not know the names HTTPS and SVCB and would silently ask for type 0.
const wireTypes: Partial<Record<RecordType, string>> = { HTTPS: 'UNKNOWN_65', SVCB: 'UNKNOWN_64' };
const ownTypes: Record<string, RecordType> = { UNKNOWN_65: 'HTTPS', UNKNOWN_64: 'SVCB' };

export interface QueryOptions {
  readonly id: number;
  /** Sets RD: for resolvers. */
  readonly recursive: boolean;
  /** Adds EDNS (RFC 6891) with a payload that needs no fragments (1232, DNS Flag Day 2020). */
  readonly edns: boolean;
  /** Sets DO (RFC 3225): signatures are to come along. Needs `edns`. */
  readonly signatures?: boolean;
  /** Sets CD: a resolver is not to check signatures (RFC 4035 §3.2.2). */
  readonly unchecked?: boolean;
}

export function encodeQuery(
  question: Question,
  { id, recursive, edns, signatures = false, unchecked = false }: QueryOptions,
): Buffer {
  const type = (wireTypes[question.type] ?? question.type) as never;
  return packet.encode({
    type: 'query',
    id,
    flags: (recursive ? packet.RECURSION_DESIRED : 0) | (unchecked ? packet.CHECKING_DISABLED : 0),
    questions: [{ type, name: question.name }],
    additionals: edns
      ? [
          {
            type: 'OPT',
            name: '.',
            udpPayloadSize: 1232,
            extendedRcode: 0,
            ednsVersion: 0,
            flags: signatures ? packet.DNSSEC_OK : 0,
            flag_do: signatures,
            options: [],
          },
        ]
      : [],
  });
}

/** The message as an answer, or null where the bytes are none. */
export function decodeReply(bytes: Buffer): Reply | null {
  try {
    const message = packet.decode(bytes) as DecodedPacket & { rcode: string };
    if (message.type !== 'response') return null;
    const [question = null, ...more] = message.questions ?? [];
    if (more.length > 0) return null;
    return {
      id: message.id ?? 0,
      question: question === null ? null : { name: question.name, type: ownType(question.type) },
      rcode: fullCode(message),
      authoritative: message.flag_aa,
      recursive: message.flag_ra,
      truncated: message.flag_tc,
      answers: records(message.answers),
      authorities: records(message.authorities),
      additionals: records(message.additionals),
      errors: extendedErrors(message),
      bytes,
    };
  } catch {
    return null;
  }
}

/** The reply's code with the upper bits that EDNS carries (RFC 6891 §6.1.3). */
function fullCode(message: DecodedPacket & { rcode: string }): string {
  const options = message.additionals?.find((each) => each.type === 'OPT');
  if (options?.type !== 'OPT' || !options.extendedRcode) return message.rcode;
  return options.extendedRcode === 1 && message.rcode === 'NOERROR' ? 'BADVERS' : 'RCODE_OVER_15';
}

const extendedError = 15;

function extendedErrors(message: DecodedPacket): number[] {
  const options = message.additionals?.find((each) => each.type === 'OPT');
  if (options?.type !== 'OPT') return [];
  const codes = options.options.flatMap(({ code, data }) =>
    Number(code) === extendedError && data !== undefined && data.length >= 2 ? [data.readUInt16BE(0)] : [],
  );
  return [...new Set(codes)].sort((a, b) => a - b);
}

function ownType(type: string): string {
  return ownTypes[type] ?? type;
}

function records(section: Answer[] | undefined): WireRecord[] {
  return (section ?? []).flatMap((answer) => {
    if (answer.type === 'OPT' || !('data' in answer) || answer.class !== 'IN') return [];
    // A TTL with the highest bit set counts as 0 (RFC 2181 §8).
    const ttl = answer.ttl ?? 0;
    return [
      {
        name: plainName(answer.name),
        type: ownType(answer.type),
        ttl: ttl > 0x7fffffff ? 0 : ttl,
        data: dataText(answer),
        minimum: answer.type === 'SOA' ? (answer.data.minimum ?? 0) : null,
      },
    ];
  });
}

function dataText(answer: Exclude<Answer, { type: 'OPT' }>): string {
  switch (answer.type as string) {
    case 'UNKNOWN_64':
    case 'UNKNOWN_65':
      return serviceText(answer.data as unknown as Buffer);
  }
  switch (answer.type) {
    case 'A':
    case 'AAAA':
      return addressText(answer.data);
    case 'CNAME':
    case 'NS':
    case 'PTR':
      return plainName(answer.data);
    case 'MX':
      return `${answer.data.preference} ${plainName(answer.data.exchange)}`;
    case 'SRV': {
      const { priority, weight, port, target } = answer.data;
      return `${priority} ${weight} ${port} ${plainName(target)}`;
    }
    case 'TXT':
      return octetsText(Buffer.concat([answer.data].flat().map((part) => Buffer.from(part as Buffer))));
    case 'CAA':
      return caaText(answer.data.flags ?? 0, answer.data.tag, answer.data.value);
    case 'DS': {
      const { keyTag, algorithm, digestType, digest } = answer.data;
      return `${keyTag} ${algorithm} ${digestType} ${digest.toString('hex')}`;
    }
    case 'SOA': {
      const { mname, rname, serial, refresh, retry, expire, minimum } = answer.data;
      return [plainName(mname), plainName(rname), serial, refresh, retry, expire, minimum].join(' ');
    }
    default:
      return '';
  }
}

/** HTTPS and SVCB as `priority target key=value …` (RFC 9460 §2.1, §2.2); unreadable data as RFC 3597 §5 writes it. */
function serviceText(data: Buffer): string {
  try {
    let offset = 2;
    const labels: string[] = [];
    for (let length = data.readUInt8(offset++); length > 0; length = data.readUInt8(offset++)) {
      // Names in SVCB data are never compressed (RFC 9460 §2.2).
      if (length > 63 || offset + length > data.length) throw new RangeError('label');
      labels.push(data.toString('utf8', offset, offset + length));
      offset += length;
    }
    const words = [String(data.readUInt16BE(0)), labels.length === 0 ? '.' : lowerCase(labels.join('.'))];
    while (offset < data.length) {
      const key = data.readUInt16BE(offset);
      const length = data.readUInt16BE(offset + 2);
      if (offset + 4 + length > data.length) throw new RangeError('parameter');
      words.push(parameterText(key, data.subarray(offset + 4, offset + 4 + length)));
      offset += 4 + length;
    }
    return words.join(' ').trimEnd();
  } catch {
    return `\\# ${data.length} ${data.toString('hex')}`.trimEnd();
  }
}

function parameterText(key: number, value: Buffer): string {
  const name = serviceKeys[key] ?? `key${key}`;
  const each = <T>(size: number, read: (offset: number) => T) =>
    Array.from({ length: Math.floor(value.length / size) }, (_, index) => read(index * size));
  const text = (() => {
    switch (name) {
      case 'mandatory':
        return each(2, (at) => serviceKeys[value.readUInt16BE(at)] ?? `key${value.readUInt16BE(at)}`).join();
      case 'alpn': {
        const protocols: string[] = [];
        for (let at = 0; at < value.length; at += 1 + value[at]!)
          protocols.push(octetsText(value.subarray(at + 1, at + 1 + value[at]!)));
        return protocols.join();
      }
      case 'port':
        return String(value.readUInt16BE(0));
      case 'ipv4hint':
        return each(4, (at) => value.subarray(at, at + 4).join('.')).join();
      case 'ipv6hint':
        return each(16, (at) =>
          addressText(
            value
              .subarray(at, at + 16)
              .toString('hex')
              .match(/.{4}/g)!
              .join(':'),
          ),
        ).join();
      case 'ech':
        return value.toString('base64');
      default:
        return octetsText(value);
    }
  })();
  return text === '' ? name : `${name}=${text}`;
}
