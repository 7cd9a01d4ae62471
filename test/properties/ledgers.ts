import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect } from 'vitest';
import { parse } from 'yaml';
import { type CheckOptions, type CheckWorld, checkLedger } from '../../src/check/check.ts';
import { renderHandover } from '../../src/documents/html/handover.ts';
import { renderTerminal } from '../../src/documents/terminal.ts';
import { renderIssue } from '../../src/publish/issue-body.ts';
import { ruleNames } from '../../src/rules/index.ts';
import type { Language } from '../../src/text/language.ts';
import { runsOf } from './runs.ts';

// Ledgers at random: the complete ones with every key of the format, of which sections and values are missing, unknown,
// said not to exist, of the wrong sort, or another's. Most can be read; what is told of each must hold together.

/** How many ledgers each suite checks. */
export const runs = runsOf(10_000, 80);

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => parse(readFileSync(path.join(root, file), 'utf8')) as Json;

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const days = [
  '2025-01-31',
  '2026-02-29',
  '2026-06-20',
  '2026-11-02',
  '2026-11-23',
  '2027-03-31',
  '02-11-2026',
];
const spans = ['0m', '2m', '30s', '10m', '90m', '2h', '3d', '1w', '1 month', '1y', '999999y', 'soon', '1.5h'];
const hours: Json[] = [
  '24/365',
  ['Mon-Fri 09:00-18:00'],
  ['Fri 18:00-Mon 09:00', 'Sat 10:00-12:00'],
  ['Sun'],
  'Mon-Fri 9:00-18:00',
];
const words = [
  'desk',
  'maintenance-desk',
  'client',
  'home',
  'provisional',
  'docs/rollback.md',
  '../../etc/passwd',
];
const odd = [
  '',
  ' ',
  '緊急',
  '\u202e',
  '<b>@all</b>',
  '| `x` |',
  'x'.repeat(300),
  '0312345678',
  '{',
  '\u0000',
  // Half a character, and addresses that have the form of one alone.
  '\ud800',
  'x\udfffy',
  'あ い.jp',
  'https://x.test:99999/',
  'https://1.2.3.999/',
  'unknown',
];
const sorts: Json[] = [
  'totp',
  'none',
  'sso',
  'person',
  'manual',
  'exact',
  'ledger',
  'Asia/Tokyo',
  'Mars/Base',
  'JST',
  'Japan',
  'TBD',
  '？',
  'なし',
  'url：x',
  'https://a.example/',
  '---',
  60,
  20261102,
  true,
];
const holes: Json[] = ['unknown', { none: 'we do without' }, { none: '' }, null, [], {}];

const value = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<Json>('unknown', { none: 'we do without' }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Json>(...days, ...spans, ...hours, ...words, ...odd, ...sorts, ...holes),
  },
  {
    weight: 1,
    arbitrary: fc.oneof(fc.integer(), fc.boolean(), fc.string({ unit: 'grapheme' })) as fc.Arbitrary<Json>,
  },
);

const edit = fc.record({
  /** Where, as a share of all places. */
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  how: fc.oneof(
    { weight: 5, arbitrary: fc.constant('take out' as const) },
    { weight: 6, arbitrary: fc.constant('put' as const) },
    { weight: 1, arbitrary: fc.constant('copy' as const) },
  ),
  value,
});

interface Place {
  readonly parent: Json[] | { [key: string]: Json };
  readonly key: string | number;
  readonly path: readonly (string | number)[];
}

function placesOf(node: Json, path: Place['path'] = [], found: Place[] = []): Place[] {
  if (typeof node !== 'object' || node === null) return found;
  for (const key of Array.isArray(node) ? node.keys() : Object.keys(node)) {
    found.push({ parent: node, key, path: [...path, key] });
    placesOf((node as Record<string | number, Json>)[key]!, [...path, key], found);
  }
  return found;
}

/** A place at which a hole leaves a ledger that can be read, mostly: none that other places point at. */
function isGentle({ path }: Place): boolean {
  const [section] = path;
  if (section === 'version' || section === 'site' || section === 'parties') return false;
  return section === 'reality' ? path.length > 3 : section !== 'contacts' || path.length > 2;
}

const complete = [
  read('examples/ja/ledger.yml'),
  read('examples/en/ledger.yml'),
  read('fixtures/ledgers/all-keys.yml'),
] as { [key: string]: Json }[];
const sections = [...new Set(complete.flatMap((each) => Object.keys(each)))];
/** What others point at: mostly kept, or hardly anything could be read. */
const pointedAt = new Set(['version', 'site', 'contacts', 'parties', 'reality', 'stages']);

const exception = fc.record({
  rule: fc.constantFrom(...ruleNames),
  subject: fc.constantFrom(
    'server',
    'rollback',
    'reviewed',
    'rollback.runbook',
    'maintenance-desk',
    'decisions.rollback',
  ),
  because: fc.constant('known'),
  until: fc.constantFrom('2026-10-31', '2026-11-23', '2027-03-31'),
});

const likeDays = ['2025-01-31', '2025-11-20', '2026-06-20', '2026-11-02'];
const likeSpans = ['1m', '40m', '3h', '3d', '1 month'];

/** A hole, or another value of the sort that stands there. */
function gentleValue(current: Json, value: Json): Json {
  const pick = <T>(all: readonly T[]): T => all[JSON.stringify(value).length % all.length]!;
  if (typeof current === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(current)) return pick(likeDays);
  if (typeof current === 'string' && /^\d+ ?(?:[mhdwy]|month)$/.test(current)) return pick(likeSpans);
  if (current === '24/365') return ['Mon-Fri 09:00-18:00'];
  if (current === 'totp') return 'none';
  if (current === 'desk') return 'person';
  return typeof value === 'string' ? 'unknown' : { none: 'we do without' };
}

/** The text of a ledger, as JSON, which is YAML. */
export const ledgerText: fc.Arbitrary<string> = fc
  .record({
    from: fc.constantFrom(...complete),
    kept: fc.array(fc.constantFrom(...sections), { minLength: 0, maxLength: 14 }),
    drops: fc.boolean(),
    gentle: fc.constantFrom(true, true, false),
    edits: fc.array(edit, { maxLength: 8 }),
    exceptions: fc.option(fc.array(exception, { maxLength: 3 }), { nil: undefined }),
    indent: fc.constantFrom(0, 1, 2),
  })
  .map(({ from, kept, drops, gentle, edits, exceptions, indent }) => {
    const ledger = structuredClone(from);
    if (drops) {
      for (const key of Object.keys(ledger))
        if (!pointedAt.has(key) && !kept.includes(key)) delete ledger[key];
    }
    if (exceptions !== undefined) ledger['exceptions'] = exceptions as unknown as Json;
    for (const { at, how, value } of edits) {
      const places = placesOf(ledger).filter((place) => !gentle || isGentle(place));
      const place = places[Math.floor(at * places.length)];
      if (place === undefined) break;
      const { parent, key } = place;
      const put = gentle
        ? gentleValue((parent as Record<string | number, Json>)[key]!, value)
        : structuredClone(value);
      if (how === 'take out') {
        if (Array.isArray(parent)) parent.splice(Number(key), 1);
        else delete parent[key];
      } else if (Array.isArray(parent)) {
        if (gentle) parent.splice(Number(key), 1);
        else parent[Number(key)] = put;
      } else parent[how === 'copy' && !gentle ? `${key}-2` : key] = put;
    }
    return JSON.stringify(ledger, null, indent);
  });

const files: CheckWorld['files'] = {
  read: async (name) =>
    name.includes('..')
      ? { type: 'refused', reason: 'outside' }
      : name.includes('restore')
        ? { type: 'missing' }
        : { type: 'text', text: '# 手順\n\n1. 切り戻す。\n', bytes: 30 },
} as CheckWorld['files'];

const world: CheckWorld = {
  clock: {
    now: () => Temporal.Instant.from('2026-11-23T01:00:00Z'),
    elapsedMs: () => 0,
    wait: async () => {},
  },
  edge: null,
  files,
  loadHolidays: async () => ({ isHoliday: (_country, day) => day.day === 23 && day.month === 11 }),
  signal: new AbortController().signal,
};

const optionsFor = (language: Language, readFiles: boolean): CheckOptions => ({
  mode: 'monthly',
  language,
  now: null,
  nextCheck: null,
  schedule: [],
  workflow: null,
  only: null,
  retryWaitsMs: [],
  deadlineMs: 1000,
  unseen: 'offline',
  readFiles,
  firstSeen: new Map(),
  confirmed: new Set(),
});

/** What became of the ledgers: a property that only ever sees unreadable ones proves little. */
export interface Tally {
  readable: number;
  unreadable: number;
  readonly scores: Set<number>;
  readonly rules: Set<string>;
}

/** Checks one ledger, and that all that is told of it holds together. */
export async function holdsTogether(text: string, tally: Tally): Promise<void> {
  const language = text.length % 2 === 0 ? 'ja' : 'en';
  const readFiles = text.length % 3 !== 0;
  const source = { file: 'ledger.yml', bytes: Buffer.from(text) };
  const checked = await checkLedger(source, optionsFor(language, readFiles), world);
  const { report, crashes } = checked;
  expect(crashes).toEqual([]);
  // Whatever is found can be put into words, or the run ends as after a fault of ours.
  expect(renderIssue(checked).body).toMatch(/\S/);
  expect(renderTerminal(checked, { colour: false, width: 80 })).toMatch(/\S/);
  expect(renderHandover(report, checked.parsed)).toContain('</html>');

  const ids = report.findings.map(({ id }) => id);
  expect(new Set(ids).size, ids.join('\n')).toBe(ids.length);
  const lines = text.split('\n');
  for (const { id, title, location } of report.findings) {
    const line = lines[location.line - 1];
    const isInside = line !== undefined && location.column >= 1 && location.column <= line.length + 1;
    expect(isInside, `${id} at ${location.line}:${location.column}`).toBe(true);
    expect(title, id).toMatch(/\S/);
    expect(title, id).not.toMatch(/undefined|\[object|NaN/);
  }

  // Counted anew, from what a reader of the report sees alone.
  const counts = report.findings.filter(({ excepted }) => excepted === null);
  if (report.findings.some(({ rule }) => rule === 'ledger/invalid')) {
    expect([report.verdict, report.score, report.site]).toEqual(['invalid', null, null]);
    tally.unreadable += 1;
    return;
  }
  const kinds = new Set(counts.map(({ kind }) => kind));
  const asksToAct = kinds.has('drift') || kinds.has('expiring') || kinds.has('stale');
  expect(report.verdict).toBe(asksToAct ? 'drift' : kinds.has('unknown') ? 'incomplete' : 'match');
  let met = 0;
  for (let item = 1; item <= 10; item++) {
    const holding = counts.filter(
      ({ kind, items }) => kind !== 'expiring' && kind !== 'notice' && (items as number[]).includes(item),
    );
    const worst = ['drift', 'stale', 'gap', 'unknown'].find((kind) =>
      holding.some((each) => each.kind === kind),
    );
    const told = report.score!.items[item - 1]!;
    expect([told.item, told.state]).toEqual([item, worst ?? 'met']);
    expect([...told.findings].sort()).toEqual(holding.map(({ id }) => id).sort());
    if (holding.length === 0) met += 1;
  }
  const band = met < 4 ? 'danger' : met < 7 ? 'caution' : met < 9 ? 'minimum' : 'strong';
  expect(report.score).toMatchObject({ met, of: 10, band });
  // Files can only take away from what the text claims; without them the two are one.
  if (readFiles) expect(report.score!.claimed).toBeGreaterThanOrEqual(met);
  else expect(report.score!.claimed).toBe(met);
  tally.readable += 1;
  tally.scores.add(met);
  for (const { rule } of report.findings) tally.rules.add(rule);
}
