import type { Address } from '../protocols/address.ts';
import { type Clock, systemClock } from './clock.ts';
import type { HttpEdge } from './http-edge.ts';
import type { Network } from './network.ts';
import { bootstrapPublishedOn, rdapBaseOf } from './registry/bootstrap.ts';
import { fetchRdap, type RdapReply } from './registry/rdap.ts';
import { askWhois } from './registry/whois.ts';
import type { TlsEdge } from './tls-edge.ts';

/** Everything that this program asks of domain registries and registrars. */
export interface RegistryEdge {
  /** Where the registry of a domain (lower case, A-labels) answers RDAP, ending in `/`; null where none is known. */
  rdapBaseOf(domain: string): string | null;
  /** The day on which the list of those servers was published. */
  readonly rdapListedOn: string;
  /**
   * The answer at an RDAP address (RFC 7480), over verified TLS, redirects followed. An answer is kept for the run.
   *
   * @throws ProbeFailure `rate-limited`, `unauthorized`, `too-large`, `tls-failed`, `response-unexpected` (not
   * https, no RDAP), and whatever keeps a connection from coming about.
   */
  rdap(url: string, signal: AbortSignal): Promise<RdapReply>;
  /**
   * A WHOIS server's answer to one line (RFC 3912), as the bytes came. Each server is asked one question after the
   * other, with a pause between; an answer is kept for the run.
   *
   * @throws ProbeFailure `too-large`, `response-unexpected` (nothing came), and whatever keeps a connection from
   * coming about.
   */
  whois(server: string, query: string, signal: AbortSignal): Promise<Uint8Array>;
}

export interface RegistryOptions {
  readonly http: Pick<HttpEdge, 'get'>;
  readonly tls: Pick<TlsEdge, 'look'>;
  readonly network: Pick<Network, 'route' | 'lacksIPv4'>;
  readonly resolve: (host: string, port: number, signal: AbortSignal) => Promise<readonly Address[]>;
  readonly clock?: Pick<Clock, 'elapsedMs' | 'wait'>;
  /** For one question, redirects included. Default 10 s. */
  readonly timeoutMs?: number;
  /** Between two questions to one WHOIS server. Default 2 s: registries publish no limit, and close to who hurries. */
  readonly whoisPauseMs?: number;
}

/** Opens the way to registries for one run. */
export function openRegistry(options: RegistryOptions): RegistryEdge {
  const { http, tls, network, resolve, clock = systemClock, timeoutMs = 10_000 } = options;
  const pauseMs = options.whoisPauseMs ?? 2000;
  const replies = new Map<string, RdapReply>();
  const answers = new Map<string, Uint8Array>();
  const lines = new Map<string, Line>();

  /** Waits for the turn at `server`, does the work, and lets the next one in. */
  async function inTurn<T>(
    server: string,
    signal: AbortSignal,
    work: (line: Line) => Promise<T>,
  ): Promise<T> {
    const line = lines.get(server) ?? { last: Promise.resolve(), askedAtMs: null };
    lines.set(server, line);
    const before = line.last;
    let leave = () => {};
    line.last = new Promise<void>((done) => {
      leave = done;
    });
    try {
      await before;
      signal.throwIfAborted();
      return await work(line);
    } finally {
      leave();
    }
  }

  return {
    rdapBaseOf,
    rdapListedOn: bootstrapPublishedOn,
    async rdap(url, signal) {
      const known = replies.get(url);
      if (known !== undefined) return known;
      const reply = await fetchRdap(url, { http, tls, resolve, timeoutMs }, signal);
      replies.set(url, reply);
      return reply;
    },
    whois: (server, query, signal) =>
      inTurn(server, signal, async (line) => {
        const key = JSON.stringify([server, query]);
        const known = answers.get(key);
        if (known !== undefined) return known;
        const since = line.askedAtMs === null ? pauseMs : clock.elapsedMs() - line.askedAtMs;
        if (since < pauseMs) await pause(pauseMs - since, signal);
        try {
          const answer = await askWhois(server, query, { network, resolve, timeoutMs }, signal);
          answers.set(key, answer);
          return answer;
        } finally {
          line.askedAtMs = clock.elapsedMs();
        }
      }),
  };

  async function pause(ms: number, signal: AbortSignal): Promise<void> {
    try {
      await clock.wait(ms, signal);
    } catch (error) {
      throw signal.aborted ? signal.reason : error;
    }
  }
}

/** The questions to one server, one after the other. */
interface Line {
  /** Settles when the last one in the line is done. */
  last: Promise<void>;
  askedAtMs: number | null;
}
