import { isoOfHttpDate } from '../protocols/http-date.ts';
import { hostAndPort, type Place, placeName } from '../protocols/place.ts';
import { holdsMoreThan } from '../text/count.ts';
import type { Clock } from './clock.ts';
import { ProbeFailure } from './failure.ts';
import { requireWhole } from './http/body.ts';
import type { HttpAnswer, HttpEdge, Question } from './http-edge.ts';
import { limiter } from './limiter.ts';
import { isInPrivateNetwork } from './network.ts';
import type { Credential } from './options.ts';
import type { ProviderEdge, ProviderReply, ProviderRequest } from './provider-edge.ts';
import { openVariables } from './providers/variables.ts';
import type { Scrubber } from './scrubber.ts';
import { inTurn } from './turns.ts';
import { within } from './within.ts';

/** What a backup says of the way to its provider. */
export interface ProviderWay {
  /** Its name in the ledger. */
  readonly provider: string;
  /** The prefix of its variables; null: none. */
  readonly account: string | null;
  readonly role: string | null;
  /** What the ledger says of the backup, as text: words of it are no secrets. */
  readonly said?: string;
  /** Variables that are no secrets: they may be shown. */
  readonly open: ReadonlySet<string>;
  /** Places (`placeName`) that the ledger itself wrote: where nothing may go there, the operator reads how to allow it. */
  readonly written: ReadonlySet<string>;
  /** The places (`placeName`) that requests may go to, as the provider says. */
  hosts(edge: ProviderEdge): readonly (string | RegExp)[];
}

export interface OpenedProvider {
  readonly edge: ProviderEdge;
  /**
   * How far the clock of the server that answered last is ahead of the one that requests were signed by, in
   * milliseconds; null where nothing was signed by it, or no clock is known.
   */
  clockAheadMs(): number | null;
  /** The host that answered last; null where none did. */
  answeredFrom(): string | null;
}

/** The way to the providers of backups. */
export interface ProvidersEdge {
  open(way: ProviderWay): OpenedProvider;
  /** Does the work of one listing, when few enough others are under way. */
  list<T>(work: () => Promise<T>): Promise<T>;
}

export interface ProvidersOptions {
  readonly http: Pick<HttpEdge, 'ask'>;
  readonly clock: Clock;
  /** A variable of the environment; the empty string where it is not set. */
  readonly environment: (name: string) => string;
  readonly credentials: readonly Credential[];
  /** Takes note of every secret that is handed out or derived, and takes them out of every answer. */
  readonly scrubber: Pick<Scrubber, 'add' | 'scrub'>;
  readonly github: ProviderEdge['github'];
  /** Hides a secret in all that the job logs from now on. */
  readonly mask: (secret: string) => void;
}

/** Of one request with everything: connecting, headers, body. */
const timeoutMs = 30_000;
const defaultMaxBytes = 8 * 1_048_576;
/** Of values and names in one document, which take many times their letters in memory. */
const mostJsonValues = 1_000_000;
/** So many listings are read at once: each may hold an answer of the largest size, and all that it listed before. */
const mostListings = 12;
/** A longer `Retry-After` is not waited for: the run's own retries come later. */
const longestRetryAfterMs = 10_000;

/** Opens the way to the providers of backups. */
export function openProviders(options: ProvidersOptions): ProvidersEdge {
  return { open: (way) => openProvider(way, options), list: limiter(mostListings) };
}

function openProvider(way: ProviderWay, options: ProvidersOptions): OpenedProvider {
  const { http, clock, credentials, scrubber, github } = options;
  let answeredFrom: string | null = null;
  let isSignedByClock = false;
  let aheadMs: number | null = null;
  let allowed: readonly (string | RegExp)[] | null = null;

  function mask(secret: string): void {
    if (secret === '') return;
    options.mask(secret);
    scrubber.add(secret);
  }

  function requireAllowed(url: URL): void {
    allowed ??= way.hosts(edge);
    const place = placeName(hostAndPort(url));
    const isAllowed = allowed.some((each) =>
      typeof each === 'string' ? each.toLowerCase() === place : wholly(each).test(place),
    );
    if (isAllowed) return;
    if (way.written.has(place)) throw new ProbeFailure('host-not-named', place);
    // A place that the provider's own answer led to.
    throw new ProbeFailure('response-unexpected', 'url');
  }

  /** What is known to be secret appears in no answer, except where the answer gives it, perhaps once more. */
  async function ask(question: Question, grants: boolean, signal: AbortSignal): Promise<ProviderReply> {
    const answer = await within(timeoutMs, 'timeout', signal, (inTime) => http.ask(question, inTime));
    answeredFrom = URL.parse(question.url)?.hostname ?? null;
    requireWhole(answer);
    // What reads it next does so in the same turn.
    const reply = await inTurn(() =>
      replyOf(answer, (text) => (grants ? text : scrubber.scrub(text, way.said))),
    );
    if (reply.date !== null) aheadMs = Date.parse(reply.date) - clock.now().epochMilliseconds;
    return reply;
  }

  const edge: ProviderEdge = {
    ...openVariables(way, options.environment, mask),
    async send(request, signal) {
      const url = URL.parse(request.url);
      if (url === null) throw new ProbeFailure('response-unexpected', 'url');
      requireAllowed(url);
      const question = questionOf(request);
      const grants = request.grants === true;
      const reply = await ask(question, grants, signal);
      const wait = retryAfterMs(reply, clock);
      if (wait === null) return reply;
      await clock.wait(wait, signal);
      return ask(question, grants, signal);
    },
    async identityToken(audience, signal) {
      const start = options.environment('ACTIONS_ID_TOKEN_REQUEST_URL');
      const token = options.environment('ACTIONS_ID_TOKEN_REQUEST_TOKEN');
      if (start === '' || token === '') return null;
      mask(token);
      const url = `${start}&audience=${encodeURIComponent(audience)}`;
      const question = questionOf({ url, headers: { authorization: `Bearer ${token}` } });
      const reply = await ask(question, true, signal);
      if (reply.status !== 200) throw new ProbeFailure('unauthorized', 'GitHub OIDC');
      const { value } = reply.json() as { value?: unknown };
      if (typeof value !== 'string') throw new ProbeFailure('response-unexpected', 'GitHub OIDC');
      mask(value);
      return value;
    },
    mask,
    headersFor: (url) =>
      Object.fromEntries(
        credentials.flatMap((each) =>
          'header' in each && isAtPlace(each, url) ? [[each.header.toLowerCase(), each.value]] : [],
        ),
      ),
    isNamed: (url) =>
      credentials.some(
        (each) => 'provider' in each && each.provider === way.provider && isAtPlace(each, url),
      ),
    role: way.role,
    now() {
      isSignedByClock = true;
      return clock.now().toString();
    },
    github,
  };
  if (github.token !== null) scrubber.add(github.token);
  return {
    edge,
    answeredFrom: () => answeredFrom,
    clockAheadMs: () => (isSignedByClock ? aheadMs : null),
  };
}

function questionOf(request: ProviderRequest): Question {
  return {
    method: request.method ?? 'GET',
    url: request.url,
    headers: { accept: '*/*', ...request.headers },
    body: request.body ?? null,
    timeoutMs,
    maxBytes: request.maxBytes ?? defaultMaxBytes,
  };
}

/** An answer in which no secret is left: names in it may be taken apart, cut and counted from here on. */
function replyOf(answer: HttpAnswer, scrub: (text: string) => string): ProviderReply {
  const text = scrub(new TextDecoder().decode(answer.body));
  const header = (name: string) => {
    const line = answer.headers.get(name)?.[0];
    return line === undefined ? null : scrub(line);
  };
  return {
    status: answer.status,
    header,
    text,
    json() {
      if (holdsMoreThan(mostJsonValues, '[{,:', text)) throw new ProbeFailure('too-large', 'JSON');
      try {
        return JSON.parse(text);
      } catch {
        // No message of the parser's: it repeats parts of the text.
        throw new ProbeFailure('response-unexpected', 'JSON');
      }
    },
    date: isoOfHttpDate(header('date')),
    isFromInternet: !isInPrivateNetwork(answer.address),
  };
}

/** How long a refusal for now asks to wait (RFC 9110 §10.2.3); null where it asks for nothing short. */
function retryAfterMs(reply: ProviderReply, clock: Clock): number | null {
  if (reply.status !== 429 && reply.status !== 503) return null;
  const text = reply.header('retry-after') ?? '';
  const date = isoOfHttpDate(text);
  const wait = /^\d{1,6}$/.test(text)
    ? Number(text) * 1000
    : date === null
      ? null
      : Math.max(
          0,
          Date.parse(date) - (reply.date === null ? clock.now().epochMilliseconds : Date.parse(reply.date)),
        );
  return wait !== null && wait <= longestRetryAfterMs ? wait : null;
}

function isAtPlace(place: Place, url: URL): boolean {
  return placeName(place) === placeName(hostAndPort(url));
}

/** A pattern of a whole name, whether or not it says so. */
function wholly(pattern: RegExp): RegExp {
  return new RegExp(`^(?:${pattern.source})$`, pattern.flags.replace(/[gy]/g, ''));
}
