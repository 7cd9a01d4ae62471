import { createSocket, type Socket } from 'node:dgram';
import { createServer, type Server } from 'node:net';
import packet, { type DecodedPacket, type Packet } from 'dns-packet';
import { type DnsEdge, type DnsOptions, openDns } from '../../src/edge/dns.ts';
import { type ConnectTo, type Network, openNetwork } from '../../src/edge/network.ts';

// Small authoritative name servers on loopback, each reached under an address of the documentation ranges.

/** One question as a server saw it. */
interface Asked {
  readonly name: string;
  readonly type: string;
  readonly transport: 'udp' | 'tcp';
  readonly edns: boolean;
  readonly id: number;
  /** The asker's port, and the largest datagram that it takes; null without EDNS. */
  readonly port: number;
  readonly payload: number | null;
  /** CD: the asker wants signatures left unchecked. */
  readonly unchecked: boolean;
}

/** What a server does with a question: a message (id and question are filled in), raw bytes, or nothing. */
type Reaction = Packet | Buffer | null | readonly (Packet | Buffer)[];
export type Behavior = (asked: Asked) => Reaction;

/** A zone in the manner of a zone file: lines `owner ttl type data`, owners relative, `@` for the zone itself. */
export interface ZoneFile {
  readonly name: string;
  readonly lines: readonly string[];
}

export function zone(name: string, ...lines: string[]): ZoneFile {
  return { name, lines: lines.flatMap((text) => text.split('\n')).filter((line) => line.trim() !== '') };
}

export interface ZoneRecord {
  name: string;
  ttl: number;
  type: string;
  data: unknown;
}

const startOfAuthority = {
  mname: 'm.test',
  rname: 'r.test',
  serial: 1,
  refresh: 1,
  retry: 1,
  expire: 1,
  minimum: 600,
};

export const authoritative = packet.AUTHORITATIVE_ANSWER;
const rcodes = { NOERROR: 0, FORMERR: 1, SERVFAIL: 2, NXDOMAIN: 3, NOTIMP: 4, REFUSED: 5 };

export function rcode(name: keyof typeof rcodes): Packet {
  return { type: 'response', flags: rcodes[name] };
}

/** Serves these zones as an authoritative server should: answers, referrals with glue, NODATA, NXDOMAIN, REFUSED. */
export function serves(...zones: ZoneFile[]): Behavior {
  const parsed = zones
    .map(({ name, lines }) => ({ name, records: lines.map((line) => parseLine(line, name)) }))
    .sort((a, b) => b.name.length - a.name.length);
  return ({ name: spelled, type }) => {
    const name = spelled.toLowerCase();
    const holder = parsed.find(
      (each) => within(name, each.name) && !(type === 'DS' && name === each.name && each.name !== '.'),
    );
    if (holder === undefined) return rcode('REFUSED');
    const cut = holder.records.find(
      (each) =>
        each.type === 'NS' &&
        each.name !== holder.name &&
        within(name, each.name) &&
        !(type === 'DS' && name === each.name),
    );
    if (cut !== undefined) {
      const authorities = holder.records.filter((each) => each.type === 'NS' && each.name === cut.name);
      const additionals = holder.records.filter(
        (each) =>
          (each.type === 'A' || each.type === 'AAAA') &&
          authorities.some((authority) => authority.data === each.name),
      );
      return message({ authorities, additionals });
    }
    const own = holder.records.filter((each) => each.name === name);
    const answers = own.filter((each) => each.type === type || each.type === 'CNAME');
    if (answers.length > 0) return message({ flags: authoritative, answers });
    const exists = own.length > 0 || holder.records.some((each) => within(each.name, name));
    const start: ZoneRecord = {
      name: holder.name,
      ttl: 900,
      type: 'SOA',
      data: startOfAuthority,
    };
    return message({
      flags: authoritative | (exists ? rcodes.NOERROR : rcodes.NXDOMAIN),
      authorities: [start],
    });
  };
}

export function message(parts: {
  flags?: number;
  answers?: ZoneRecord[];
  authorities?: ZoneRecord[];
  additionals?: ZoneRecord[];
}): Packet {
  return { type: 'response', flags: 0, ...parts } as Packet;
}

function within(name: string, zone: string): boolean {
  return zone === '.' || name === zone || name.endsWith(`.${zone}`);
}

/** Reads `www 60 A 203.0.113.10`; the data of `HTTPS` and the keys of `DNSKEY` are hexadecimal. */
export function parseLine(line: string, origin: string): ZoneRecord {
  const [owner = '', ttl, type = '', ...words] = line.trim().split(/\s+/);
  const name = owner === '@' ? origin : owner.endsWith('.') ? owner.slice(0, -1) : `${owner}.${origin}`;
  const rest = words.join(' ');
  const data = (() => {
    switch (type) {
      case 'SOA':
        return startOfAuthority;
      case 'MX':
        return { preference: Number(words[0]), exchange: words[1] };
      case 'TXT':
        return rest.split('|');
      case 'CAA':
        return { flags: Number(words[0]), tag: words[1], value: words.slice(2).join(' ') };
      case 'SRV':
        return {
          priority: Number(words[0]),
          weight: Number(words[1]),
          port: Number(words[2]),
          target: words[3],
        };
      case 'DS': {
        const [keyTag, algorithm, digestType] = words.slice(0, 3).map(Number);
        return { keyTag, algorithm, digestType, digest: Buffer.from(words[3]!, 'hex') };
      }
      case 'DNSKEY':
        return { flags: Number(words[0]), algorithm: Number(words[1]), key: Buffer.from(words[2]!, 'hex') };
      case 'UNKNOWN_65':
        return Buffer.from(rest, 'hex');
      default:
        return rest;
    }
  })();
  return { name, ttl: Number(ttl), type, data };
}

/** A name server under a public address, as tests see it. */
interface TestServer {
  readonly address: string;
  readonly asked: Asked[];
}

/** All servers of a test. */
export interface DnsWorld {
  readonly connectTo: readonly ConnectTo[];
  server(address: string): TestServer;
  /** Opens the edge on this world: the servers whose address is in `roots` are the root. */
  open(options?: Partial<DnsOptions> & { readonly roots?: readonly string[] }): DnsEdge;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Starts one server for each address. A behaviour of `null` is an address at which nobody listens. */
export async function openWorld(behaviors: Readonly<Record<string, Behavior | null>>): Promise<DnsWorld> {
  const closers: (() => Promise<void>)[] = [];
  const connectTo: ConnectTo[] = [];
  const servers = new Map<string, TestServer>();
  for (const [address, behavior] of Object.entries(behaviors)) {
    const asked: Asked[] = [];
    servers.set(address, { address, asked });
    const { port, close } = await listen((question) => {
      asked.push(question);
      return behavior?.(question) ?? null;
    });
    if (behavior === null) await close();
    else closers.push(close);
    connectTo.push({ host: address, port: 53, toAddress: '127.0.0.1', toPort: port });
  }
  return {
    connectTo,
    server: (address) => servers.get(address)!,
    open({ roots = ['192.0.2.1'], ...options } = {}) {
      return openDns({
        network: onLoopback(openNetwork({ connectTo, allowPrivate: false })),
        resolver: null,
        rootHints: roots.map((address, index) => ({ name: `root${index}.test`, address, port: 53 })),
        timeouts: { udpMs: 200, udpTries: 2, tcpMs: 400 },
        ...options,
      });
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(closers.map((close) => close()));
    },
  };
}

/** A test that would leave loopback fails instead. */
function onLoopback(network: Network): Network {
  return {
    redirected(host, port) {
      return network.redirected(host, port);
    },
    route(target) {
      const route = network.route(target);
      if (route.address !== '127.0.0.1') throw new Error(`leaves loopback: ${target.address}`);
      return route;
    },
  };
}

async function listen(behavior: Behavior): Promise<{ port: number; close: () => Promise<void> }> {
  const udp: Socket = createSocket('udp4');
  const tcp: Server = createServer();
  const port = await new Promise<number>((resolve, reject) => {
    tcp.once('error', reject);
    tcp.listen(0, '127.0.0.1', () => {
      const { port } = tcp.address() as { port: number };
      udp.bind(port, '127.0.0.1', () => resolve(port));
    });
  });
  const answers = (bytes: Buffer, transport: 'udp' | 'tcp', from: number): Buffer[] => {
    const query = packet.decode(bytes) as DecodedPacket;
    const [question] = query.questions!;
    const options = (query.additionals ?? []).find((each) => each.type === 'OPT');
    const edns = options !== undefined;
    const payload = options?.type === 'OPT' ? options.udpPayloadSize : null;
    const { name, type } = question!;
    const reaction = behavior({
      name,
      type,
      transport,
      edns,
      payload,
      port: from,
      id: query.id!,
      unchecked: query.flag_cd,
    });
    if (reaction === null) return [];
    return [reaction].flat().map((each) => {
      if (Buffer.isBuffer(each)) return each;
      return packet.encode({ id: query.id, questions: query.questions, ...(each as Packet) });
    });
  };
  udp.on('message', (bytes, sender) => {
    for (const answer of answers(bytes, 'udp', sender.port)) udp.send(answer, sender.port, sender.address);
  });
  const sockets = new Set<import('node:net').Socket>();
  tcp.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    socket.once('data', (bytes) => {
      for (const answer of answers(bytes.subarray(2), 'tcp', socket.remotePort!)) {
        const prefix = Buffer.alloc(2);
        prefix.writeUInt16BE(answer.length);
        // In two pieces, as networks may deliver it.
        socket.write(prefix.subarray(0, 1));
        socket.write(Buffer.concat([prefix.subarray(1), answer]));
      }
    });
  });
  return {
    port,
    async close() {
      for (const socket of sockets) socket.destroy();
      await Promise.all([
        new Promise<void>((resolve) => tcp.close(() => resolve())),
        new Promise<void>((resolve) => udp.close(() => resolve())),
      ]);
    },
  };
}

/** A root and a top-level domain `test` that delegates to `lines`, for tests that are about what lies below. */
export function registry(...lines: string[]): Record<string, Behavior> {
  return {
    '192.0.2.1': serves(rootZone),
    '192.0.2.2': serves(zone('test', '@ 3600 NS ns.nic.test', 'ns.nic 3600 A 192.0.2.2', ...lines)),
  };
}

const rootZone = zone(
  '.',
  '@ 3600 NS root0.test',
  'test. 3600 NS ns.nic.test',
  // So that what is signed below counts as signed.
  'test. 3600 DS 1 13 2 abcd',
  'ns.nic.test. 3600 A 192.0.2.2',
);
