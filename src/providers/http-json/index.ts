import { Temporal } from 'temporal-polyfill';
import { ProbeFailure } from '../../edge/failure.ts';
import { valueAt } from '../../protocols/json-pointer.ts';
import { isFromCache } from '../cache.ts';
import type { BackupProvider, PointState, RestorePoint } from '../provider.ts';
import { jsonOf, numberOf } from '../reply.ts';
import { isoOfMilliseconds, isoOfSeconds, isoOfUtc } from '../times.ts';

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

/** A number that is larger is in milliseconds: as seconds it would be a time after the year 5100. */
const mostSeconds = 1e11;

/**
 * Any JSON document that says when a backup was made, read by JSON Pointers. A pointer that leads to nothing is an
 * answer that was not expected, since the document may have changed its form; null in place of the time of the only
 * backup (and of its state) says that there is none yet. A word for a state that the ledger does not list is unknown, and
 * not good. An answer out of a cache may be an older one: it proves no absence of a newer backup.
 */
export const provider: BackupProvider<HttpJsonTarget> = {
  // Nothing goes there but what the operator meant for it.
  hosts: ({ url }) => [new URL(url).hostname],

  async listRestorePoints(target, edge, signal) {
    const own = edge.headersFor(new URL(target.url).hostname);
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

function isoOf(value: unknown, { 'time-format': format = 'auto', zone }: HttpJsonTarget): string {
  const isDigits = typeof value === 'string' && /^\d{9,14}(?:\.\d+)?$/.test(value);
  const number = isDigits ? Number(value) : value;
  if (typeof number === 'number' && format !== 'iso') {
    const inSeconds = format === 'seconds' || (format === 'auto' && number <= mostSeconds);
    return inSeconds ? isoOfSeconds(number) : isoOfMilliseconds(number);
  }
  if (typeof value !== 'string' || format === 'seconds' || format === 'milliseconds') {
    throw new ProbeFailure('response-unexpected', 'time');
  }
  const written = value.trim();
  if (/[Zz]$|[+-]\d{2}(?::?\d{2})?$/.test(written.slice(10))) return isoOfUtc(written);
  // A zone's name would be read over, and the ledger's zone taken instead.
  if (written.includes('[')) throw new ProbeFailure('response-unexpected', 'time');
  // To take a time without a zone for UTC would make backups up to half a day older or newer than they are.
  if (zone === undefined) throw new ProbeFailure('response-unexpected', 'time without zone');
  try {
    return Temporal.PlainDateTime.from(written.replace(' ', 'T'))
      .toZonedDateTime(zone)
      .toInstant()
      .toString();
  } catch {
    throw new ProbeFailure('response-unexpected', 'time');
  }
}
