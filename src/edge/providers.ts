import { isoOfHttpDate } from '../protocols/http-date.ts';
import type { Clock } from './clock.ts';
import { ProbeFailure } from './failure.ts';
import { requireWhole } from './http/body.ts';
import type { HttpAnswer, HttpEdge, Question } from './http-edge.ts';
import { isInPrivateNetwork } from './network.ts';
import type { ProviderEdge, ProviderReply, ProviderRequest } from './provider-edge.ts';
import { openSecrets } from './providers/secrets.ts';
import { openVariables } from './providers/variables.ts';
import { within } from './within.ts';

/** What a backup says of the way to its provider. */
export interface ProviderWay {
  /** The prefix of its variables; null: none. */
  readonly account: string | null;
  readonly role: string | null;
  /** Variables that are no secrets: they may be shown. */
  readonly open: ReadonlySet<string>;
  /** Hosts that the ledger itself wrote: where nothing may go there, the operator is told how to allow it. */
  readonly written: ReadonlySet<string>;
  /** The hosts that requests may go to, as the provider tells them. */
  hosts(edge: ProviderEdge): readonly (string | RegExp)[];
}

/** A provider's edge, and what takes its secrets out of whatever it brought back. */
export interface OpenedProvider {
  readonly edge: ProviderEdge;
  /** The text without any secret that was handed out or derived. */
  scrub(text: string): string;
  /**
   * How far the clock of whoever answered last is ahead of the one that requests were signed by, in milliseconds; null
   * where nothing was signed by it, or no clock is known.
   */
  clockAheadMs(): number | null;
  /** The host that answered last; null where none did. */
  answeredFrom(): string | null;
}

/** The way to the providers of backups. */
export interface ProvidersEdge {
  open(way: ProviderWay): OpenedProvider;
}

export interface ProvidersOptions {
  readonly http: Pick<HttpEdge, 'ask'>;
  readonly clock: Clock;
  /** A variable of the environment; the empty string where it is not set. */
  readonly environment: (name: string) => string;
  /** Headers for single hosts, and, where `header` is null, hosts that signed requests may go to. */
  readonly credentials: readonly {
    readonly host: string;
    readonly header: string | null;
    readonly value: string;
  }[];
  readonly github: ProviderEdge['github'];
  /** Hides a secret in all that the job logs from now on. */
  readonly mask: (secret: string) => void;
}

/** Of one request with everything: connecting, headers, body. */
const timeoutMs = 30_000;
const defaultMaxBytes = 8 * 1_048_576;
/** A longer `Retry-After` is not waited for: the run's own retries come later. */
const longestRetryAfterMs = 10_000;

/** Opens the way to the providers of backups. */
export function openProviders(options: ProvidersOptions): ProvidersEdge {
  return { open: (way) => openProvider(way, options) };
}

function openProvider(way: ProviderWay, options: ProvidersOptions): OpenedProvider {
  const { http, clock, credentials, github } = options;
  const secrets = openSecrets(options.mask);
  let answeredFrom: string | null = null;
  let isSignedByClock = false;
  let aheadMs: number | null = null;
  let allowed: readonly (string | RegExp)[] | null = null;

  function requireAllowed(url: URL): void {
    allowed ??= way.hosts(edge);
    const host = url.hostname;
    const isAllowed = allowed.some((each) =>
      typeof each === 'string' ? each.toLowerCase() === host : wholly(each).test(host),
    );
    if (isAllowed) return;
    if (way.written.has(host)) throw new ProbeFailure('host-not-named', host);
    // A place that the provider's own answer led to.
    throw new ProbeFailure('response-unexpected', 'url');
  }

  async function ask(question: Question, signal: AbortSignal): Promise<ProviderReply> {
    const answer = await within(timeoutMs, 'timeout', signal, (inTime) => http.ask(question, inTime));
    answeredFrom = URL.parse(question.url)?.hostname ?? null;
    requireWhole(answer);
    const reply = replyOf(answer);
    if (reply.date !== null) aheadMs = Date.parse(reply.date) - clock.now().epochMilliseconds;
    return reply;
  }

  const edge: ProviderEdge = {
    ...openVariables(way, options.environment, secrets.mask),
    async send(request, signal) {
      const url = URL.parse(request.url);
      if (url === null) throw new ProbeFailure('response-unexpected', 'url');
      requireAllowed(url);
      const question = questionOf(request);
      const reply = await ask(question, signal);
      const wait = retryAfterMs(reply, clock);
      if (wait === null) return reply;
      await clock.wait(wait, signal);
      return ask(question, signal);
    },
    async identityToken(audience, signal) {
      const start = options.environment('ACTIONS_ID_TOKEN_REQUEST_URL');
      const token = options.environment('ACTIONS_ID_TOKEN_REQUEST_TOKEN');
      if (start === '' || token === '') return null;
      secrets.mask(token);
      const url = `${start}&audience=${encodeURIComponent(audience)}`;
      const reply = await ask(questionOf({ url, headers: { authorization: `Bearer ${token}` } }), signal);
      if (reply.status !== 200) throw new ProbeFailure('unauthorized', 'GitHub OIDC');
      const { value } = reply.json() as { value?: unknown };
      if (typeof value !== 'string') throw new ProbeFailure('response-unexpected', 'GitHub OIDC');
      secrets.mask(value);
      return value;
    },
    mask: secrets.mask,
    headersFor: (host) =>
      Object.fromEntries(
        credentials
          .filter((each) => each.host === host.toLowerCase() && each.header !== null)
          .map(({ header, value }) => [header!.toLowerCase(), value]),
      ),
    isNamed: (host) => credentials.some((each) => each.host === host.toLowerCase()),
    role: way.role,
    now() {
      isSignedByClock = true;
      return clock.now().toString();
    },
    github,
  };
  // The input's values are secrets of the operator, whether they are sent or not.
  for (const { value } of credentials) secrets.know(value);
  secrets.know(github.token ?? '');
  return {
    edge,
    answeredFrom: () => answeredFrom,
    clockAheadMs: () => (isSignedByClock ? aheadMs : null),
    scrub: secrets.scrub,
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

function replyOf(answer: HttpAnswer): ProviderReply {
  const text = new TextDecoder().decode(answer.body);
  const header = (name: string) => answer.headers.get(name)?.[0] ?? null;
  return {
    status: answer.status,
    header,
    text,
    json() {
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

/** A pattern of a whole name, whether or not it says so. */
function wholly(pattern: RegExp): RegExp {
  return new RegExp(`^(?:${pattern.source})$`, pattern.flags.replace(/[gy]/g, ''));
}
