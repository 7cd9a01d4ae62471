import { ProbeFailure } from '../edge/failure.ts';
import type { ProviderReply } from '../edge/provider-edge.ts';
import { isMapping } from '../text/mapping.ts';
import type { PointState } from './provider.ts';

/**
 * The failure that a status stands for; null for 2xx. `code` is the provider's own error code, if it gave one; it
 * is shown only where it is a plain word, since error bodies may repeat keys and signatures.
 */
export function failureOfStatus(status: number, code: string | null = null): ProbeFailure | null {
  if (status >= 200 && status < 300) return null;
  const word = code !== null && isPlainWord(code) ? ` ${code}` : '';
  const detail = `HTTP ${status}${word}`;
  if (status === 401 || status === 403) return new ProbeFailure('unauthorized', detail);
  if (status === 404 || status === 410) return new ProbeFailure('not-found', detail);
  if (status === 429) return new ProbeFailure('rate-limited', detail);
  if (status >= 500) return new ProbeFailure('server-error', detail);
  return new ProbeFailure('response-unexpected', detail);
}

/** Whether an error's code is a plain word, which repeats no key and no signature. */
export function isPlainWord(code: string): boolean {
  return /^[A-Za-z][A-Za-z0-9_.-]{0,63}$/.test(code);
}

/** The reply's JSON where its status is 2xx. @throws ProbeFailure */
export function jsonOf(reply: ProviderReply): unknown {
  const failure = failureOfStatus(reply.status);
  if (failure !== null) throw failure;
  return reply.json();
}

/** A JSON object. @throws ProbeFailure `response-unexpected` */
export function objectOf(value: unknown, what = 'JSON'): Readonly<Record<string, unknown>> {
  if (!isMapping(value)) throw new ProbeFailure('response-unexpected', what);
  return value;
}

/** A JSON list of objects. @throws ProbeFailure `response-unexpected` */
export function listOf(value: unknown, what = 'JSON'): readonly Readonly<Record<string, unknown>>[] {
  if (!Array.isArray(value)) throw new ProbeFailure('response-unexpected', what);
  return value.map((each) => objectOf(each, what));
}

/** A text, or a number written as one; null for nothing. @throws ProbeFailure `response-unexpected` for anything else */
export function textOf(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  throw new ProbeFailure('response-unexpected', 'JSON');
}

/** A size or count: a number, or a text of digits; null for nothing or anything else. */
export function numberOf(value: unknown): number | null {
  const number = typeof value === 'string' && /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) && number >= 0 ? number : null;
}

/** What a vendor's word for a state means; a word that is not among `states`, and none, is `unknown`: never good. */
export function stateIn(states: Readonly<Record<string, PointState>>, word: string | null): PointState {
  return word !== null && Object.hasOwn(states, word) ? states[word]! : 'unknown';
}
