import ipaddr from 'ipaddr.js';
import { Temporal } from 'temporal-polyfill';
import type { ConnectTo } from '../edge/network.ts';
import {
  type Credential,
  InputProblem,
  type InputProblemCode,
  parseResolver,
  type RootHint,
} from '../edge/options.ts';
import type { NextCheck } from '../judge/schedule.ts';
import { hostAndPort, type Place, readPlace, webUrl } from '../protocols/place.ts';
import { providerNamed } from '../providers/registry.ts';
import { type InBoth, inBoth } from '../text/language.ts';
import { isDay, parseDuration } from '../text/values.ts';

// The forms in which options are written: as an input of the action, and on the command line.

export interface Form<T> {
  /** Stands for the value in help and reference; null for a flag, which takes none. */
  readonly value: InBoth | null;
  /** All that the value can be, or be made of, where that is a closed list. */
  readonly words?: readonly string[];
  /** Whether the command line takes it several times; an input has one a line. */
  readonly isRepeated?: true;
  /** `text` is trimmed; empty where nothing is given and there is no default. @throws InputProblem */
  read(text: string, name: string): T;
}

export const file = inBoth('FILE', 'ファイル');
export const folder = inBoth('DIR', 'フォルダー');
export const words = inBoth('TEXT', '文字列');

export const flag: Form<boolean> = {
  value: null,
  read(text, name) {
    const word = text.toLowerCase();
    if (word === '' || word === 'false') return false;
    if (word === 'true') return true;
    throw new InputProblem(name, 'boolean', word);
  },
};

export const textOf = (value: InBoth): Form<string> => ({ value, read: (text) => text });

/** As `form`, or null where nothing is given. */
export const optional = <T>(form: Form<T>): Form<T | null> => ({
  ...form,
  read: (text, name) => (text === '' ? null : form.read(text, name)),
});

export function choice<const W extends string>(allowed: readonly W[]): Form<W> {
  const value = allowed.join('|');
  return { value: inBoth(value, value), words: allowed, read: (text, name) => oneOf(text, allowed, name) };
}

/** Words of a closed list, separated by commas. */
export function setOf<const W extends string>(allowed: readonly W[], value: InBoth): Form<ReadonlySet<W>> {
  return {
    value,
    words: allowed,
    isRepeated: true,
    read: (text, name) => new Set(commaSeparated(text).map((word) => oneOf(word, allowed, name))),
  };
}

/** Texts of any kind, separated by commas or lines. */
export const listOf = (value: InBoth): Form<readonly string[]> => ({
  value,
  isRepeated: true,
  read: commaSeparated,
});

/** As `listOf`, for texts that hold no spaces: these separate too. */
export const idsOf = (value: InBoth): Form<readonly string[]> => ({
  ...listOf(value),
  read: (text) => commaSeparated(text.replaceAll(/\s/g, ',')),
});

/** As `listOf`, for texts that may hold commas. */
export const linesWith = (value: InBoth): Form<readonly string[]> => ({
  ...listOf(value),
  read: (text) => linesOf(text),
});

const failingKinds = ['drift', 'expiring', 'stale', 'unknown', 'gap'] as const;
export type FailOn = (typeof failingKinds)[number];

/** The kinds that fail the step: none for `never`. */
export const failOn: Form<ReadonlySet<FailOn>> = {
  value: inBoth('KIND,…', '種類,…'),
  words: ['never', ...failingKinds],
  read(text, name) {
    if (text === 'never') return new Set();
    const known = ['never', ...failingKinds];
    return new Set(commaSeparated(text).map((word) => oneOf(word, failingKinds, name, known)));
  },
};

/** A span of exact time, in milliseconds. */
export const duration: Form<number> = { value: inBoth('DURATION', '期間'), read: milliseconds };

export const durations: Form<readonly number[]> = {
  value: inBoth('DURATION,…', '期間,…'),
  read: (text, name) => commaSeparated(text).map((each) => milliseconds(each, name)),
};

export const moment: Form<Temporal.Instant> = {
  value: inBoth('TIME', '日時'),
  read: (text, name) => momentOf(text, name, 'moment'),
};

export const momentOrDuration: Form<NextCheck> = {
  value: inBoth('DATE|DURATION', '日付|期間'),
  read(text, name) {
    const after = parseDuration(text);
    if (after !== null) return { type: 'after', after };
    return { type: 'at', at: momentOf(text, name, 'moment-or-duration') };
  },
};

/** `address:port` of a recursive resolver, or an https URL. */
export const resolver: Form<string> = {
  value: inBoth('HOST:PORT|URL', 'ホスト:ポート|URL'),
  read(text, name) {
    const named = parseResolver(text);
    if (named !== null && ('url' in named || ipaddr.isValid(named.host))) return text;
    throw new InputProblem(name, 'resolver', text);
  },
};

/** Null where no line names a server. */
export const rootHints: Form<readonly RootHint[] | null> = {
  value: inBoth('NAME=ADDRESS:PORT', '名前=アドレス:ポート'),
  isRepeated: true,
  read(text, name) {
    const hints = linesOf(text).map((line): RootHint => {
      const match = /^([^\s=]+)=(.+)$/.exec(line);
      const socket = match === null ? null : readSocket(match[2]!);
      if (match === null || socket === null) {
        throw new InputProblem(name, 'root-hints', line);
      }
      return { name: match[1]!.toLowerCase(), ...socket };
    });
    return hints.length === 0 ? null : hints;
  },
};

export const connectTo: Form<readonly ConnectTo[]> = {
  value: inBoth('HOST:PORT=ADDRESS:PORT', 'ホスト:ポート=アドレス:ポート'),
  isRepeated: true,
  read: (text, name) =>
    linesOf(text).map((line) => {
      const match = /^(?:\[([0-9A-Fa-f:.]+)\]|([^\s:[\]=]+)):(\*|\d{1,5})=(.+)$/.exec(line);
      const to = match === null ? null : readSocket(match[4]!);
      if (match === null || to === null) {
        throw new InputProblem(name, 'connect-to', line);
      }
      const host = (match[1] ?? match[2]!).toLowerCase();
      const port = match[3] === '*' ? null : Number(match[3]);
      return { host: host === '*' ? null : host, port, toAddress: to.address, toPort: to.port };
    }),
};

/**
 * Lines `host[:port] Header: value` and `host[:port] provider`. The values stand in no error; a host alone, which earlier
 * versions took, opens nothing, and has an error of its own.
 */
export const credentials: Form<readonly Credential[]> = {
  value: inBoth('HOST HEADER: VALUE', 'ホスト ヘッダー: 値'),
  isRepeated: true,
  read: (text, name) =>
    linesOf(text).map((line, index) => {
      const number = `line ${index + 1}`;
      const space = line.search(/\s/);
      const place = readHostAndPort(space < 0 ? line : line.slice(0, space));
      if (place === null) throw new InputProblem(name, 'credentials', number);
      if (space < 0) throw new InputProblem(name, 'credentials-host-alone', number);
      const rest = line.slice(space).trim();
      if (providerNamed(rest) !== null) return { ...place, provider: rest };
      const match = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):([\t\x20-\x7e\x80-\xff]+)$/.exec(rest);
      const value = match?.[2]?.trim() ?? '';
      if (match === null || value === '') throw new InputProblem(name, 'credentials', number);
      return { ...place, header: match[1]!, value };
    }),
};

/** Logins by party id; those without a party under the empty string. */
export const assignees: Form<ReadonlyMap<string, readonly string[]>> = {
  value: inBoth('LOGIN,…', 'ログイン名,…'),
  read(text, name) {
    const found = new Map<string, string[]>();
    for (const entry of commaSeparated(text)) {
      const match = /^(?:([^=\s]+)=)?@?([A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:\[bot\])?)$/.exec(entry);
      if (match === null) throw new InputProblem(name, 'assignees', entry);
      const party = match[1] ?? '';
      found.set(party, [...(found.get(party) ?? []), match[2]!]);
    }
    return found;
  },
};

/** One part of many: this job checks the `part`-th of `parts`, from 1. */
export interface Shard {
  readonly part: number;
  readonly parts: number;
}

export const shard: Form<Shard> = {
  value: inBoth('I/N', '番目/全体'),
  read(text, name) {
    const match = /^(\d{1,4})\/(\d{1,4})$/.exec(text);
    const part = Number(match?.[1]);
    const parts = Number(match?.[2]);
    if (match === null || part < 1 || part > parts) throw new InputProblem(name, 'shard', text);
    return { part, parts };
  },
};

/** A web address that is itself a secret: it is never shown. */
export const secretAddress: Form<string> = {
  value: inBoth('URL', 'URL'),
  read(text, name) {
    const url = webUrl(text);
    if (url !== null) return url.href;
    throw new InputProblem(name, 'web-address', null);
  },
};

function commaSeparated(text: string): string[] {
  return text
    .split(/[,\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

function oneOf<W extends string>(
  word: string,
  allowed: readonly W[],
  name: string,
  shown: readonly string[] = allowed,
): W {
  const found = allowed.find((each) => each === word);
  if (found === undefined) throw new InputProblem(name, 'one-of', word, shown);
  return found;
}

/** A timer that is set for longer goes off at once (24.8 days). */
const longestTimerMs = 2 ** 31 - 1;

function milliseconds(text: string, name: string): number {
  const span = parseDuration(text);
  if (span === null || span.months > 0) throw new InputProblem(name, 'duration', text);
  return Math.min(span.milliseconds, longestTimerMs);
}

function momentOf(text: string, name: string, code: InputProblemCode): Temporal.Instant {
  try {
    const at = Temporal.Instant.from(isDay(text) ? `${text}T00:00:00Z` : text);
    // A year of more than four digits leaves no room to count on from.
    if (/^\d{4}-/.test(at.toString())) return at;
  } catch {
    // No moment either.
  }
  throw new InputProblem(name, code, text);
}

/** `host` or `host:port`, an IPv6 address in brackets; the port is 443 where none is written. */
function readHostAndPort(text: string): Place | null {
  const match = /^(?:\[([0-9A-Fa-f:.]+)\]|([^\s:[\]/@?#]+))(?::(\d{1,5}))?$/.exec(text);
  const port = Number(match?.[3] ?? 443);
  if (match === null || port < 1 || port > 65_535) return null;
  const url = URL.parse(`https://${match[1] === undefined ? match[2] : `[${match[1]}]`}:${port}`);
  // Written as URLs write it, so that both are the same place.
  return url === null ? null : hostAndPort(url);
}

/** `address:port`, an IPv6 address in brackets. */
function readSocket(text: string): { address: string; port: number } | null {
  const place = readPlace(text);
  return place !== null && ipaddr.isValid(place.host) ? { address: place.host, port: place.port } : null;
}
