import { getServers, Resolver } from 'node:dns';
import { readFile } from 'node:fs/promises';
import ipaddr from 'ipaddr.js';
import { type Address, addressOf } from '../../protocols/address.ts';
import { decodeReply, encodeQuery, type Question, type Reply } from '../../protocols/dns/message.ts';
import { plainName } from '../../protocols/dns/name.ts';
import { exhaustionOf, type FailureCode, ProbeFailure } from '../failure.ts';
import { socketFault } from '../machine.ts';
import { type NamedResolver, parseResolver } from '../options.ts';
import { untilAborted } from '../within.ts';
import type { Ask, Server } from './exchange.ts';

/** Somebody who looks names up for others. */
export interface Recursor {
  /** For reports: `host:port`, the URL, or `system`. */
  readonly name: string;
  /** @throws ProbeFailure where no answer came: `timeout`, `name-unresolvable`, `local-fault`, `deadline`. */
  query(question: Question, signal: AbortSignal): Promise<Reply>;
  /**
   * Whatever it answers, faults included, asked once and not patiently; null where nothing came. `unchecked`: asked
   * to leave signatures unchecked. @throws ProbeFailure `deadline`.
   */
  consult(question: Question, unchecked: boolean, signal: AbortSignal): Promise<Reply | null>;
}

/**
 * Opens the way to the resolver; to the system's where none is named.
 *
 * @param timeoutMs for looking up the resolver's own name
 * @throws TypeError for a resolver over HTTPS without `httpsExchange`
 */
export function openRecursor(
  named: NamedResolver | null,
  ask: Ask,
  { timeoutMs, httpsExchange }: { readonly timeoutMs: number; readonly httpsExchange: HttpsExchange | null },
): Recursor {
  if (named === null) return recursorAt('system', systemServers, ask);
  if ('url' in named) {
    if (httpsExchange === null) throw new TypeError('a resolver over HTTPS needs httpsExchange');
    return recursorOverHttps(named.url, httpsExchange);
  }
  const { host, port } = named;
  const servers = async () => {
    const addresses = ipaddr.isValid(host)
      ? [host]
      : (await systemAddresses(host, AbortSignal.timeout(timeoutMs))).map((each) => each.address);
    return addresses.map((address) => ({ name: host, address, port }));
  };
  return recursorAt(`${host}:${port}`, servers, ask);
}

/** A recursor that speaks DNS at the first of these servers that answers. */
function recursorAt(name: string, servers: () => Promise<readonly Server[]>, ask: Ask): Recursor {
  return {
    name,
    async query(question, signal) {
      let silent = false;
      let answered = false;
      for (const server of await servers()) {
        const exchanged = await ask(server, question, { recursive: true, patience: 'full', signal });
        if (exchanged.type !== 'reply') {
          silent ||= exchanged.reason === 'silent' || exchanged.reason === 'malformed';
          continue;
        }
        answered = true;
        if (isUsable(exchanged.reply)) return exchanged.reply;
      }
      // Where there is no way to the resolver, nothing was asked of the name.
      throw new ProbeFailure(silent && !answered ? 'timeout' : 'name-unresolvable', question.name);
    },
    async consult(question, unchecked, signal) {
      let last: Reply | null = null;
      for (const server of await servers()) {
        const exchanged = await ask(server, question, {
          recursive: true,
          patience: 'quick',
          unchecked,
          signal,
        });
        if (exchanged.type !== 'reply') continue;
        last = exchanged.reply;
        if (isUsable(last)) break;
      }
      return last;
    },
  };
}

/** A recursor over HTTPS (RFC 8484). The id is 0, so that caches can answer (§4.1). */
function recursorOverHttps(url: string, exchange: HttpsExchange): Recursor {
  async function ask(question: Question, unchecked: boolean, signal: AbortSignal): Promise<Reply> {
    const message = encodeQuery(question, { id: 0, recursive: true, edns: true, unchecked });
    const bytes = await untilAborted(exchange(url, message, signal), signal);
    const reply = decodeReply(Buffer.from(bytes));
    const asked = reply?.question ?? null;
    const fits = asked !== null && asked.type === question.type && plainName(asked.name) === question.name;
    if (reply === null || !fits) throw new ProbeFailure('response-unexpected', question.name);
    return reply;
  }
  return {
    name: url,
    async query(question, signal) {
      try {
        const reply = await ask(question, false, signal);
        if (isUsable(reply)) return reply;
      } catch (error) {
        if (signal.aborted || !(error instanceof ProbeFailure) || !isOfResolver.has(error.code)) throw error;
      }
      throw new ProbeFailure('name-unresolvable', question.name);
    },
    async consult(question, unchecked, signal) {
      try {
        return await ask(question, unchecked, signal);
      } catch (error) {
        if (error instanceof ProbeFailure && !signal.aborted) return null;
        throw error;
      }
    },
  };
}

/** What keeps the resolver itself from being asked says nothing of the name, and nothing of its site. */
const isOfResolver: ReadonlySet<FailureCode> = new Set([
  'refused',
  'reset',
  'no-route',
  'no-ipv4',
  'no-ipv6',
  'tls-failed',
]);

function isUsable(reply: Reply): boolean {
  return !reply.truncated && (reply.rcode === 'NOERROR' || reply.rcode === 'NXDOMAIN');
}

/** The DNS servers that this machine is set up with. */
async function systemServers(): Promise<Server[]> {
  return getServers()
    .slice(0, 3)
    .flatMap((text) => {
      const parsed = parseResolver(text);
      return parsed === null || 'url' in parsed
        ? []
        : [{ name: parsed.host, address: parsed.host, port: parsed.port }];
    });
}

/**
 * The addresses of a host as this machine's DNS servers give them. Not by getaddrinfo, whose four threads would
 * make two hundred names take ten seconds.
 *
 * @throws ProbeFailure as `DnsEdge.resolve`.
 */
export async function systemAddresses(host: string, signal: AbortSignal): Promise<Address[]> {
  const resolver = new Resolver({ timeout: 2000, tries: 3 });
  const cancel = () => resolver.cancel();
  signal.addEventListener('abort', cancel, { once: true });
  const look = (method: 'resolve4' | 'resolve6') =>
    new Promise<string[]>((resolve, reject) => {
      resolver[method](host, (error, addresses) => (error === null ? resolve(addresses) : reject(error)));
    });
  try {
    const [four, six] = await untilAborted(Promise.allSettled([look('resolve4'), look('resolve6')]), signal);
    const found: Address[] = [];
    if (four.status === 'fulfilled')
      found.push(...four.value.toSorted().map((address) => ({ address, family: 4 as const })));
    if (six.status === 'fulfilled')
      found.push(...six.value.toSorted().map((address) => ({ address, family: 6 as const })));
    if (found.length > 0) return found;
    const trouble = [four, six]
      .flatMap((each) => (each.status === 'rejected' ? [String(each.reason?.code)] : []))
      .find((code) => code !== 'ENODATA' && code !== 'ENOTFOUND');
    if (trouble === undefined) throw new ProbeFailure('name-not-found', host);
    // What c-ares says as well where it gets no socket.
    const fault = trouble === 'ECONNREFUSED' ? await socketFault() : null;
    if (fault !== null) throw fault;
    throw new ProbeFailure(trouble === 'ETIMEOUT' ? 'timeout' : 'name-unresolvable', host);
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

/** The addresses that this machine itself gives a host (hosts(5)); null where it knows none. @throws ProbeFailure `local-fault` */
export async function localAddresses(host: string): Promise<Address[] | null> {
  const text = await readFile('/etc/hosts', 'utf8').catch((error: unknown) => {
    const fault = exhaustionOf(error);
    if (fault !== null) throw fault;
    return '';
  });
  const found: Address[] = [];
  for (const line of text.split('\n')) {
    const [address = '', ...names] = line.replace(/#.*/, '').trim().split(/\s+/);
    if (!ipaddr.isValid(address) || !names.some((name) => plainName(name) === host)) continue;
    found.push(addressOf(address));
  }
  if (found.length > 0) return found.sort((a, b) => a.family - b.family);
  // Never asked of DNS (RFC 6761 §6.3).
  const isLocal = host === 'localhost' || host.endsWith('.localhost');
  return isLocal ? [{ address: '127.0.0.1', family: 4 }] : null;
}

/** Sends one DNS message over HTTPS (RFC 8484, POST) and returns the answer's body. @throws ProbeFailure */
export type HttpsExchange = (url: string, message: Uint8Array, signal: AbortSignal) => Promise<Uint8Array>;
