import ipaddr from 'ipaddr.js';
import { Temporal } from 'temporal-polyfill';
import type { ConnectTo } from '../edge/network.ts';
import {
  type Credential,
  InputProblem,
  type InputProblemCode,
  type NetworkInputs,
  type RootHint,
} from '../edge/options.ts';
import type { NextCheck } from '../judge/schedule.ts';
import { type Part, parts } from '../probes/index.ts';
import { webUrl } from '../protocols/place.ts';
import type { OpenOn } from '../publish/issue.ts';
import type { Mode } from '../report/report.ts';
import type { Language } from '../text/language.ts';
import { isDay, parseDuration } from '../text/values.ts';

// a file that an input names

export type FailOn = 'drift' | 'expiring' | 'stale' | 'unknown' | 'gap';

/** Gives the text of an input by its name; the empty string where it is not set. */
export type ReadInput = (name: string) => string;

/** @throws InputProblem */
export function readNetworkInputs(read: ReadInput): NetworkInputs {
  return {
    allowPrivate: readBoolean('allow-private', read),
    retryWaitsMs: commaSeparated(read('retries')).map((text) => milliseconds('retries', text)),
    deadlineMs: milliseconds('deadline', read('deadline').trim() || '5m'),
    resolver: readResolver(read),
    rootHints: readRootHints(read),
    caFile: read('ca-file').trim() || null,
    connectTo: linesOf(read('connect-to')).map(readConnectTo),
    userAgent: read('user-agent').trim() || null,
  };
}

/** @throws InputProblem */
export function readLanguage(read: ReadInput): Language | null {
  return oneOf('language', read('language').trim(), ['ja', 'en']);
}

/** @throws InputProblem */
export function readMode(read: ReadInput): Mode | 'auto' {
  const modes = ['auto', 'monthly', 'handover', 'pull-request', 'recovery'] as const;
  return oneOf('mode', read('mode').trim(), modes) ?? 'auto';
}

/** @throws InputProblem */
export function readOnly(read: ReadInput): ReadonlySet<Part> | null {
  const words = commaSeparated(read('only'));
  if (words.length === 0) return null;
  return new Set(words.map((word) => oneOf('only', word, parts)!));
}

/** @throws InputProblem */
export function readNow(read: ReadInput): Temporal.Instant | null {
  const text = read('now').trim();
  return text === '' ? null : momentOf('now', text);
}

/** @throws InputProblem */
export function readNextCheck(read: ReadInput): NextCheck | null {
  const text = read('next-check').trim();
  if (text === '') return null;
  const span = parseDuration(text);
  if (span !== null) return { type: 'after', after: span };
  return { type: 'at', at: momentOf('next-check', text, 'moment-or-duration') };
}

/** @throws InputProblem */
export function readOpenOn(read: ReadInput): ReadonlySet<OpenOn> {
  const words = commaSeparated(read('open-on') || 'drift,expiring,stale,unknown,danger');
  const allowed = ['drift', 'expiring', 'stale', 'unknown', 'gap', 'danger'] as const;
  return new Set(words.map((word) => oneOf('open-on', word, allowed)!));
}

/** One part of many: this job checks the `part`-th of `parts`, from 1. */
export interface Shard {
  readonly part: number;
  readonly parts: number;
}

/** @throws InputProblem */
export function readShard(read: ReadInput): Shard | null {
  const text = read('shard').trim();
  if (text === '') return null;
  const match = /^(\d{1,4})\/(\d{1,4})$/.exec(text);
  const part = Number(match?.[1]);
  const parts = Number(match?.[2]);
  if (match === null || part < 1 || part > parts) throw new InputProblem('shard', 'shard', text);
  return { part, parts };
}

/** How the change that `accept` would make is proposed. @throws InputProblem */
export function readPropose(read: ReadInput): 'patch' | 'pull-request' | 'none' {
  return oneOf('propose', read('propose').trim(), ['patch', 'pull-request', 'none']) ?? 'patch';
}

/** A web address that is itself a secret: it is never shown. @throws InputProblem */
export function readSecretAddress(input: string, text: string): string | null {
  if (text === '') return null;
  const url = webUrl(text);
  if (url === null) throw new InputProblem(input, 'web-address', null);
  return url.href;
}

/** The kinds that fail the step; null where the mode's own default holds. @throws InputProblem */
export function readFailOn(read: ReadInput): ReadonlySet<FailOn> | null {
  const words = commaSeparated(read('fail-on'));
  if (words.length === 0) return null;
  if (words.length === 1 && words[0] === 'never') return new Set();
  const allowed = ['drift', 'expiring', 'stale', 'unknown', 'gap'] as const;
  return new Set(words.map((word) => oneOf('fail-on', word, allowed, ['never', ...allowed])!));
}

/** Logins by party id; those without a party under the empty string. @throws InputProblem */
export function readAssignees(read: ReadInput): ReadonlyMap<string, readonly string[]> {
  const assignees = new Map<string, string[]>();
  for (const entry of read('assignees')
    .split(/[\n,]/)
    .map((part) => part.trim())) {
    if (entry === '') continue;
    const match = /^(?:([^=\s]+)=)?@?([A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:\[bot\])?)$/.exec(entry);
    if (match === null) throw new InputProblem('assignees', 'assignees', entry);
    const party = match[1] ?? '';
    assignees.set(party, [...(assignees.get(party) ?? []), match[2]!]);
  }
  return assignees;
}

/** `host Header: value` lines, and bare hosts. The values stand in no error. @throws InputProblem */
export function readCredentials(text: string): Credential[] {
  return linesOf(text).map((line, index) => {
    if (/^[^\s:]+$/.test(line)) return { host: line.toLowerCase(), header: null, value: '' };
    const match = /^([^\s:]+)\s+([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([\t\x20-\x7e\x80-\xff]+)$/.exec(line);
    if (match === null) throw new InputProblem('credentials', 'credentials', `line ${index + 1}`);
    return { host: match[1]!.toLowerCase(), header: match[2]!, value: match[3]!.trim() };
  });
}

/** Labels or other words, separated by commas. */
export function commaSeparated(text: string): string[] {
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

function oneOf<T extends string>(
  input: string,
  word: string,
  allowed: readonly T[],
  shown: readonly string[] = allowed,
): T | null {
  if (word === '') return null;
  if ((allowed as readonly string[]).includes(word)) return word as T;
  throw new InputProblem(input, 'one-of', word, shown);
}

function readBoolean(input: string, read: ReadInput): boolean {
  const text = read(input).trim().toLowerCase();
  if (text === '' || text === 'false') return false;
  if (text === 'true') return true;
  throw new InputProblem(input, 'boolean', text);
}

/** A timer that is set for longer goes off at once (24.8 days). */
const longestTimerMs = 2 ** 31 - 1;

function milliseconds(input: string, text: string): number {
  const span = parseDuration(text);
  if (span === null || span.months > 0) throw new InputProblem(input, 'duration', text);
  return Math.min(span.milliseconds, longestTimerMs);
}

function momentOf(input: string, text: string, code: InputProblemCode = 'moment'): Temporal.Instant {
  try {
    const at = Temporal.Instant.from(isDay(text) ? `${text}T00:00:00Z` : text);
    // A year of more than four digits leaves no room to count on from.
    if (/^\d{4}-/.test(at.toString())) return at;
  } catch {
    // No moment either.
  }
  throw new InputProblem(input, code, text);
}

/** `address:port`, an IPv6 address in brackets. */
function readSocket(text: string): { address: string; port: number } | null {
  const match = /^(?:\[([0-9A-Fa-f:.]+)\]|([^\s:[\]]+)):(\d{1,5})$/.exec(text);
  if (match === null) return null;
  const port = Number(match[3]);
  if (port < 1 || port > 65_535) return null;
  return { address: (match[1] ?? match[2]!).toLowerCase(), port };
}

function readResolver(read: ReadInput): string | null {
  const text = read('resolver').trim();
  if (text === '') return null;
  if (/^https:\/\//i.test(text)) {
    if (!URL.canParse(text)) throw new InputProblem('resolver', 'resolver', text);
    return text;
  }
  const socket = readSocket(/:\d+$/.test(text) && !ipaddr.IPv6.isValid(text) ? text : `${text}:53`);
  if (socket === null || !ipaddr.isValid(socket.address))
    throw new InputProblem('resolver', 'resolver', text);
  return text;
}

function readRootHints(read: ReadInput): RootHint[] | null {
  const lines = linesOf(read('root-hints'));
  if (lines.length === 0) return null;
  return lines.map((line) => {
    const match = /^([^\s=]+)=(.+)$/.exec(line);
    const socket = match === null ? null : readSocket(match[2]!);
    if (match === null || socket === null || !ipaddr.isValid(socket.address)) {
      throw new InputProblem('root-hints', 'root-hints', line);
    }
    return { name: match[1]!.toLowerCase(), ...socket };
  });
}

function readConnectTo(line: string): ConnectTo {
  const match = /^(?:\[([0-9A-Fa-f:.]+)\]|([^\s:[\]=]+)):(\*|\d{1,5})=(.+)$/.exec(line);
  const to = match === null ? null : readSocket(match[4]!);
  if (match === null || to === null || !ipaddr.isValid(to.address)) {
    throw new InputProblem('connect-to', 'connect-to', line);
  }
  const host = (match[1] ?? match[2]!).toLowerCase();
  const port = match[3] === '*' ? null : Number(match[3]);
  return { host: host === '*' ? null : host, port, toAddress: to.address, toPort: to.port };
}
