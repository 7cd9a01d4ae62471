import { Temporal } from 'temporal-polyfill';
import { ProbeFailure } from '../../edge/failure.ts';
import { valueAt } from '../../protocols/json-pointer.ts';
import { hostAndPort, placeName } from '../../protocols/place.ts';
import { isFromCache } from '../cache.ts';
import type { BackupProvider, PointState, RestorePoint } from '../provider.ts';
import { jsonOf, numberOf } from '../reply.ts';
import { isoOfMilliseconds, isoOfSeconds, isoOfUtc, isPlausible } from '../times.ts';

type Word = string | number | boolean;

interface HttpJsonTarget {
  readonly url: string;
  /** Where the list of backups is; without it the document tells of one alone. */
  readonly list?: string;
  readonly time: string;
  readonly 'time-format'?: 'auto' | 'iso' | 'seconds' | 'milliseconds';
  readonly zone?: string;
  readonly status?: string;
  readonly good?: readonly Word[];
  readonly failed?: readonly Word[];
  readonly running?: readonly Word[];
  readonly size?: string;
}

/** From 2000 to 2100: in seconds, milliseconds, microseconds and nanoseconds no number means two moments in there. */
const firstSecond = Date.UTC(2000) / 1000;
const endSecond = Date.UTC(2100) / 1000;

/**
 * Any JSON document that says when a backup was made, read by JSON Pointers. A pointer that leads to nothing is an
 * answer that was not expected, since the document may have changed its form; null in place of the time of the only
 * backup (and of its state) says that there is none yet. A word for a state that the ledger does not list is unknown, and
 * not good. An answer out of a cache may be an older one: it proves no absence of a newer backup.
 */
export const provider: BackupProvider<HttpJsonTarget> = {
  // Nothing goes there but what the operator meant for it.
  hosts: ({ url }) => [placeName(hostAndPort(new URL(url)))],

  async listRestorePoints(target, edge, signal) {
    const own = edge.headersFor(new URL(target.url));
    const headers = { accept: 'application/json', 'cache-control': 'no-cache', ...own };
    const reply = await edge.send({ url: target.url, headers }, signal);
    const document = jsonOf(reply);
    const isCached = isFromCache(reply);
    return {
      points: itemsOf(document, target).flatMap((item) => pointOf(item, target)),
      isComplete: !isCached,
      isNewestOnly: target.list === undefined,
      // A cache repeats the clock of the day on which it was filled: the document would never get any older.
      clock: isCached ? null : reply.date,
      evidence: target.status === undefined ? 'existence' : 'status',
      notes: [
        ...(target.status === undefined ? (['failures-leave-no-trace'] as const) : []),
        ...(isCached ? (['maybe-cached'] as const) : []),
      ],
    };
  },
};

function itemsOf(document: unknown, { list }: HttpJsonTarget): readonly unknown[] {
  if (list === undefined) return [document];
  const items = valueAt(document, list);
  if (!Array.isArray(items)) throw new ProbeFailure('response-unexpected', list);
  return items;
}

function pointOf(item: unknown, target: HttpJsonTarget): RestorePoint[] {
  const value = valueAt(item, target.time);
  if (value === undefined) throw new ProbeFailure('response-unexpected', target.time);
  const word = target.status === undefined ? null : wordOf(valueAt(item, target.status));
  const state = stateOf(word, target);
  if (value === null && word === null && target.list === undefined) return [];
  if (value === null && state === 'good') throw new ProbeFailure('response-unexpected', target.time);
  const at = value === null ? null : isoOf(value, target);
  return [
    {
      id: at ?? '',
      state,
      rawState: word,
      at,
      meaning: 'created',
      sizeBytes: target.size === undefined ? null : numberOf(valueAt(item, target.size)),
      sizeMeaning: 'unknown',
    },
  ];
}

function stateOf(word: string | null, { status, good, failed, running }: HttpJsonTarget): PointState {
  if (status === undefined) return 'good';
  const isOneOf = (words: readonly Word[] | undefined) => word !== null && words?.map(String).includes(word);
  if (isOneOf(good)) return 'good';
  if (isOneOf(failed)) return 'failed';
  return isOneOf(running) ? 'in-progress' : 'unknown';
}

function wordOf(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : null;
}

function isoOf(value: unknown, target: HttpJsonTarget): string {
  const at = typeof value === 'number' ? isoOfNumber(value, target) : isoOfText(value, target);
  // A moment outside this century is a number that was misread, or a place-holder (0, 9999-12-31).
  if (!isPlausible(at)) throw notUnderstood();
  return at;
}

function isoOfNumber(number: number, target: HttpJsonTarget): string {
  const format = target['time-format'] ?? 'auto';
  if (format === 'seconds') return isoOfSeconds(number);
  if (format === 'milliseconds') return isoOfMilliseconds(number);
  // JSON has no dates: those who write one without marks may leave out the quotes too.
  const at = Number.isInteger(number) ? isoOfMarkless(String(number), target) : null;
  if (at !== null) return at;
  if (format === 'iso') throw notUnderstood();
  for (const perSecond of [1, 1e3, 1e6, 1e9]) {
    const inSeconds = number / perSecond;
    if (inSeconds >= firstSecond && inSeconds < endSecond) return isoOfSeconds(inSeconds);
  }
  throw notUnderstood();
}

function isoOfText(value: unknown, target: HttpJsonTarget): string {
  if (typeof value !== 'string') throw notUnderstood();
  const written = value.trim();
  if (/^\d{8,19}(?:\.\d+)?$/.test(written)) {
    const format = target['time-format'];
    if (format === 'iso') {
      const at = isoOfMarkless(written, target);
      if (at === null) throw notUnderstood();
      return at;
    }
    return isoOfNumber(Number(written), target);
  }
  if (target['time-format'] === 'seconds' || target['time-format'] === 'milliseconds') throw notUnderstood();
  const markless = /^(\d{8})[-_ T](\d{4}(?:\d{2})?)$/.exec(written);
  const at = markless === null ? null : isoOfMarkless(`${markless[1]}${markless[2]}`, target);
  if (at !== null) return at;
  if (/[Zz]$|[+-]\d{2}(?::?\d{2})?$/.test(written.slice(10))) return isoOfUtc(written);
  // A zone's name would be read over, and the ledger's zone taken instead.
  if (written.includes('[')) throw notUnderstood();
  return isoOfLocal(written.replace(' ', 'T'), target);
}

/** `YYYYMMDD`, with `hhmm` or `hhmmss` behind it, in the ledger's zone; null for digits that are no such date. */
function isoOfMarkless(digits: string, target: HttpJsonTarget): string | null {
  const match = /^(20\d{2})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?$/.exec(digits);
  if (match === null) return null;
  const [, year, month, day, hour = '00', minute = '00', second = '00'] = match;
  const written = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  try {
    Temporal.PlainDateTime.from(written);
  } catch {
    return null;
  }
  return isoOfLocal(written, target);
}

function isoOfLocal(written: string, { zone }: HttpJsonTarget): string {
  // To take a time without a zone for UTC would make backups up to half a day older or newer than they are.
  if (zone === undefined) throw new ProbeFailure('response-unexpected', 'time without zone');
  try {
    return Temporal.PlainDateTime.from(written).toZonedDateTime(zone).toInstant().toString();
  } catch {
    throw notUnderstood();
  }
}

function notUnderstood(): ProbeFailure {
  return new ProbeFailure('response-unexpected', 'time');
}
