import { Temporal } from 'temporal-polyfill';
import { ProbeFailure } from '../edge/failure.ts';
import { instantOf } from '../text/time.ts';

// Times as vendors write them, to ISO 8601 in UTC. What cannot be read is an answer that was not expected: no date
// is ever guessed.

/** An ISO 8601 or RFC 3339 time with its zone. @throws ProbeFailure `response-unexpected` */
export function isoOfInstant(text: unknown): string {
  try {
    return Temporal.Instant.from(requireText(text)).toString();
  } catch {
    throw unreadable();
  }
}

/**
 * A time that the vendor writes without a zone and documents as UTC: `2018-01-01T00:01:01`, `2014-10-14 12:40:40`.
 * One that has a zone is read as such.
 *
 * @throws ProbeFailure `response-unexpected`
 */
export function isoOfUtc(text: unknown): string {
  const written = requireText(text).trim();
  const spaced = written
    .replace(/^(\d{4}-\d{2}-\d{2}) /, '$1T')
    .replace(/ ([+-]\d{2})(?::?(\d{2}))?$/, (_all, hours, minutes = '00') => `${hours}:${minutes}`);
  const hasZone = /(?:Z|[+-]\d{2}(?::?\d{2})?)$/i.test(spaced.slice(10));
  return isoOfInstant(hasZone ? spaced : `${spaced}Z`);
}

/** Seconds since 1970, whole or not. @throws ProbeFailure `response-unexpected` */
export function isoOfSeconds(seconds: unknown): string {
  return isoOfMilliseconds(typeof seconds === 'number' ? seconds * 1000 : seconds);
}

/** Milliseconds since 1970. @throws ProbeFailure `response-unexpected` */
export function isoOfMilliseconds(milliseconds: unknown): string {
  if (typeof milliseconds !== 'number' || !Number.isFinite(milliseconds)) throw unreadable();
  try {
    return instantOf(milliseconds).toString();
  } catch {
    throw unreadable();
  }
}

/** Whether a moment can be that of a backup: from 2000 to 2099. Outside it stands for nothing, or was misread. */
export function isPlausible(iso: string): boolean {
  return iso.startsWith('20');
}

function requireText(value: unknown): string {
  if (typeof value !== 'string' || value === '') throw unreadable();
  return value;
}

function unreadable(): ProbeFailure {
  return new ProbeFailure('response-unexpected', 'time');
}
