import { ProbeFailure } from '../../edge/failure.ts';
import type { ProviderReply } from '../../edge/provider-edge.ts';
import { failureOfStatus } from '../reply.ts';

const throttled = /^(?:rateLimitExceeded|userRateLimitExceeded|quotaExceeded|RESOURCE_EXHAUSTED)$/;
/** What the token services say with 400 of an identity that they do not trust (RFC 6749 §5.2, RFC 8693 §2.2.2). */
const refused = /^(?:invalid_grant|invalid_target|invalid_client|unauthorized_client|access_denied)$/;

/**
 * The failure that an answer of Google Cloud stands for; null for 2xx. Throttling comes with 403 as well as with 429.
 * https://cloud.google.com/storage/docs/json_api/v1/status-codes
 * https://cloud.google.com/apis/design/errors
 */
export function googleFailure(reply: ProviderReply): ProbeFailure | null {
  const { status } = reply;
  if (status >= 200 && status < 300) return null;
  const word = errorWordOf(reply);
  if (word !== null && throttled.test(word))
    return new ProbeFailure('rate-limited', `HTTP ${status} ${word}`);
  if (word !== null && refused.test(word)) return new ProbeFailure('unauthorized', `HTTP ${status} ${word}`);
  return failureOfStatus(status, word);
}

/** The error's reason, or its status; OAuth's code. Null where there is none. Messages are never taken. */
function errorWordOf(reply: ProviderReply): string | null {
  let answer: unknown;
  try {
    answer = JSON.parse(reply.text);
  } catch {
    return null;
  }
  const error = memberOf(answer, 'error');
  const reason = memberOf(memberOf(memberOf(error, 'errors'), '0'), 'reason');
  const word = [error, reason, memberOf(error, 'status')].find((each) => typeof each === 'string');
  return typeof word === 'string' && /^[A-Za-z][A-Za-z0-9_]{0,63}$/.test(word) ? word : null;
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}
