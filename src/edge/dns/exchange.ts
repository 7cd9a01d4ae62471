import { randomBytes, randomInt } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { createConnection } from 'node:net';
import {
  decodeReply,
  encodeQuery,
  type QueryOptions,
  type Question,
  type Reply,
} from '../../protocols/dns/message.ts';
import { lowerCase } from '../../protocols/dns/name.ts';
import { ProbeFailure } from '../failure.ts';
import { failureOf } from '../http/failure.ts';
import { limiter } from '../limiter.ts';
import type { Network, Route } from '../network.ts';
import { abortFailure } from '../within.ts';

/** A server to ask: its name, so that `connect-to` can match it, and where it is. */
export interface Server {
  readonly name: string;
  readonly address: string;
  readonly port: number;
}

/** What came of asking one server one question. `silent` covers refused connections: nobody speaks DNS there. */
type Exchanged =
  | { readonly type: 'reply'; readonly reply: Reply }
  | { readonly type: 'none'; readonly reason: 'silent' | 'malformed' | NoWay | 'blocked' };

/** Why there is no way to an address: `no-ipv4` and `no-ipv6` where there is none to any address of its family. */
export type NoWay = 'no-route' | 'no-ipv4' | 'no-ipv6';

interface AskOptions {
  /** Sets RD: for resolvers. */
  readonly recursive: boolean;
  /** `quick`: one try over UDP, and TCP only where the server asks for it. `full`: all tries, then TCP. */
  readonly patience: 'quick' | 'full';
  /** Whether signatures are to come along (DO). */
  readonly signatures?: boolean;
  /** Whether a resolver is to leave signatures unchecked (CD). */
  readonly unchecked?: boolean;
  readonly signal: AbortSignal;
}

/**
 * Asks one server one question and believes only an answer that can be its own.
 *
 * @throws ProbeFailure on abort; `local-fault` where this machine could not ask.
 */
export type Ask = (server: Server, question: Question, options: AskOptions) => Promise<Exchanged>;

/** Takes a message to a server and its answer back, in place of the network: for worlds that are simulated. */
export interface DnsCarrier {
  /** The answer; null where none comes in time. */
  carry(route: Route, message: Buffer, over: 'udp' | 'tcp'): Promise<Buffer | null>;
}

/** How one try ended. `respelled`: an answer that fits but for the case of the name's letters. */
type Try = { readonly reply: Reply } | 'silent' | 'malformed' | NoWay | 'respelled';

/** Sockets that are open at once: a machine may allow a process 256 files, and each server is given seconds to answer. */
const mostSockets = 64;

/** Where a try goes, and whether this place has a way to IPv4 addresses at all. */
interface Way extends Route {
  readonly lacksIPv4: boolean;
}

interface Query {
  readonly id: number;
  readonly question: Question;
  readonly bytes: Buffer;
}

/**
 * Asks over UDP, then over TCP where the answer is truncated or none came (RFC 7766). Every try has an id of its
 * own and a socket of its own, so a random port (RFC 5452). The name's letters are sent in random case ("0x20")
 * and must come back alike. Names are equal whatever their case (RFC 4343), and not every server knows that: one that
 * changes the letters, is silent, or has nothing to give is asked again in lower case, and that is its answer. A
 * server that does not understand EDNS is asked once more without (RFC 6891 §7).
 */
export function openExchange(
  network: Network,
  timeouts: DnsTimeouts,
  carrier: DnsCarrier | null = null,
): Ask {
  const over = carrier === null ? { udp: overUdp, tcp: overTcp } : carriedBy(carrier);
  const enter = limiter(mostSockets);
  return async (server, question, { recursive, patience, signatures = false, unchecked = false, signal }) => {
    let way: Way;
    try {
      const { name: host, address, port } = server;
      const route = network.route({ host, address, port, isDns: true });
      way = { ...route, lacksIPv4: network.lacksIPv4 ?? false };
    } catch (error) {
      if (error instanceof ProbeFailure && error.code === 'blocked')
        return { type: 'none', reason: 'blocked' };
      throw error;
    }
    let edns = true;
    let mixedCase = true;
    let stream = false;
    let triesLeft = patience === 'quick' ? 1 : timeouts.udpTries;
    for (;;) {
      const query = newQuery(question, { recursive, edns, mixedCase, signatures, unchecked });
      const result = await enter(() =>
        stream ? over.tcp(way, query, timeouts.tcpMs, signal) : over.udp(way, query, timeouts.udpMs, signal),
      );
      if (typeof result === 'object') {
        const { reply } = result;
        const isNotUnderstood = ['FORMERR', 'NOTIMP', 'BADVERS'].includes(reply.rcode);
        if (edns && isNotUnderstood) edns = false;
        else if (reply.truncated && !stream) stream = true;
        else if (query.question.name !== question.name && !givesAnything(reply, question)) {
          mixedCase = false;
          // What was not understood may have been the name's letters.
          edns ||= isNotUnderstood;
        } else return { type: 'reply', reply };
      } else if (result === 'respelled' && mixedCase) {
        mixedCase = false;
      } else if (result === 'no-route' || result === 'no-ipv4' || result === 'no-ipv6') {
        return { type: 'none', reason: result };
      } else {
        triesLeft -= 1;
        mixedCase = false;
        const reason = result === 'respelled' ? 'malformed' : result;
        if (stream || (patience === 'quick' && triesLeft === 0)) return { type: 'none', reason };
        if (triesLeft === 0) stream = true;
      }
    }
  };
}

function carriedBy(carrier: DnsCarrier) {
  const carry =
    (over: 'udp' | 'tcp') =>
    async (route: Route, query: Query, _timeoutMs: number, signal: AbortSignal): Promise<Try> => {
      if (signal.aborted) throw abortFailure(signal);
      const bytes = await carrier.carry(route, query.bytes, over);
      if (bytes === null) return 'silent';
      const reply = decodeReply(bytes);
      const fit = reply !== null && fits(reply, query);
      if (reply !== null && fit === true) return { reply };
      return fit === 'respelled' ? 'respelled' : 'malformed';
    };
  return { udp: carry('udp'), tcp: carry('tcp') };
}

function newQuery(
  question: Question,
  { mixedCase, ...options }: Omit<QueryOptions, 'id'> & { readonly mixedCase: boolean },
): Query {
  const id = randomInt(0x10000);
  const name = mixedCase ? inRandomCase(question.name) : question.name;
  const asked = { name, type: question.type };
  return { id, question: asked, bytes: encodeQuery(asked, { id, ...options }) };
}

function inRandomCase(name: string): string {
  const bits = randomBytes(name.length);
  return Array.from(name, (letter, index) => (bits[index]! & 1 ? letter.toUpperCase() : letter)).join('');
}

/** Whether the reply holds records or a referral for the name: what a server that does not find the name cannot have. */
function givesAnything({ rcode, answers, authorities }: Reply, { name }: Question): boolean {
  return (
    rcode === 'NOERROR' &&
    (answers.length > 0 || authorities.some((each) => each.type === 'NS' && each.name === name))
  );
}

/** Whether the reply answers this very query; an error may leave the question out. */
function fits(reply: Reply, query: Query): boolean | 'respelled' {
  if (reply.id !== query.id) return false;
  if (reply.question === null) return reply.rcode !== 'NOERROR' && reply.rcode !== 'NXDOMAIN';
  if (reply.question.type !== query.question.type) return false;
  if (reply.question.name === query.question.name) return true;
  return lowerCase(reply.question.name) === lowerCase(query.question.name) ? 'respelled' : false;
}

function overUdp(way: Way, query: Query, timeoutMs: number, signal: AbortSignal): Promise<Try> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(abortFailure(signal));
    const socket = createSocket(way.address.includes(':') ? 'udp6' : 'udp4');
    let hasEnded = false;
    let connected = false;
    let heard: Try = 'silent';
    // Once: what fails may be reported after the time ran out, and a closed socket cannot be closed. The listeners
    // stay: dgram has its own among them, without which a socket that is still being bound would never close.
    const end = (settle: () => void) => {
      if (hasEnded) return;
      hasEnded = true;
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      socket.close();
      settle();
    };
    const abort = () => end(() => reject(abortFailure(signal)));
    const timer = setTimeout(() => end(() => resolve(heard)), timeoutMs);
    signal.addEventListener('abort', abort, { once: true });
    const fail = (error: Error) => end(() => resolve(endedBy(error, way, connected)));
    const cannotSend = (error: Error) => end(() => resolve(endedBy(error, way, false)));
    socket.on('error', fail);
    socket.on('message', (bytes, sender) => {
      if (sender.port !== way.port) return;
      const reply = decodeReply(bytes);
      if (reply === null) {
        heard = 'malformed';
        return;
      }
      // Anybody could have sent what does not fit, so the real answer may still come.
      const fit = fits(reply, query);
      if (fit === true) end(() => resolve({ reply }));
      else if (fit === 'respelled') end(() => resolve('respelled'));
    });
    // A connected socket takes datagrams from this address and port alone. Without a way there the callback is handed
    // an error, which the types leave out and no `error` event repeats; what it throws, no promise catches.
    socket.connect(way.port, way.address, (error?: Error) => {
      if (hasEnded) return;
      if (error !== undefined) return cannotSend(error);
      connected = true;
      socket.send(query.bytes, (unsent) => {
        if (unsent !== null) cannotSend(unsent);
      });
    });
  });
}

function overTcp(way: Way, query: Query, timeoutMs: number, signal: AbortSignal): Promise<Try> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(abortFailure(signal));
    const socket = createConnection({ host: way.address, port: way.port });
    let hasEnded = false;
    let connected = false;
    const chunks: Buffer[] = [];
    let received = 0;
    const end = (settle: () => void) => {
      if (hasEnded) return;
      hasEnded = true;
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      socket.destroy();
      settle();
    };
    const abort = () => end(() => reject(abortFailure(signal)));
    const timer = setTimeout(() => end(() => resolve('silent')), timeoutMs);
    signal.addEventListener('abort', abort, { once: true });
    socket.on('error', (error) => end(() => resolve(endedBy(error, way, connected))));
    socket.on('close', () => end(() => resolve('silent')));
    socket.on('connect', () => {
      connected = true;
      const prefix = Buffer.alloc(2);
      prefix.writeUInt16BE(query.bytes.length);
      socket.write(Buffer.concat([prefix, query.bytes]));
    });
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      received += chunk.length;
      if (received < 2) return;
      const head = chunks[0]!.length < 2 ? Buffer.concat(chunks) : chunks[0]!;
      const length = head.readUInt16BE(0);
      if (received < 2 + length) return;
      const reply = decodeReply(Buffer.concat(chunks).subarray(2, 2 + length));
      const fit = reply !== null && fits(reply, query);
      if (reply !== null && fit === true) end(() => resolve({ reply }));
      else end(() => resolve(fit === 'respelled' ? 'respelled' : 'malformed'));
    });
  });
}

/**
 * How a try ends by the error of its socket. Once connected the only news from outside is that nobody listens there
 * (ICMP port unreachable); what this machine itself refuses may come at any time.
 *
 * @throws ProbeFailure `local-fault`
 */
async function endedBy(error: Error, { address, lacksIPv4 }: Way, connected: boolean): Promise<Try> {
  const failure = failureOf(error, address, lacksIPv4);
  switch (failure?.code) {
    case undefined:
      throw error;
    case 'local-fault':
      throw failure;
    case 'no-route':
    case 'no-ipv4':
    case 'no-ipv6':
      return connected ? 'silent' : failure.code;
    default:
      return 'silent';
  }
}

/** How long to wait for one server. */
export interface DnsTimeouts {
  /** Of each UDP try. */
  readonly udpMs: number;
  readonly udpTries: number;
  /** Of the TCP try that follows, connecting included. */
  readonly tcpMs: number;
}
