import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { isMap, parseDocument } from 'yaml';
import type { Language } from '../src/text/language.ts';
import { checked } from './checked.ts';

// The complete examples, offline, with the files beside them: what one missing section does, and a month without news.

const rootOf = (language: Language) => path.resolve(import.meta.dirname, '../examples', language);
const textOf = (language: Language) => readFileSync(path.join(rootOf(language), 'ledger.yml'), 'utf8');

/** How often each rule is found, as `rule` or `rule n`. */
function counted(findings: readonly { readonly rule: string }[]): string[] {
  return [...Map.groupBy(findings, ({ rule }) => rule)]
    .map(([rule, all]) => (all.length === 1 ? rule : `${rule} ${all.length}`))
    .sort();
}

/** All that is found without the section, and how many of the ten items are met; null: no ledger any more. */
const withoutSection: Readonly<Record<string, readonly [met: number | null, ...found: string[]]>> = {
  version: [null, 'ledger/invalid'],
  site: [null, 'ledger/invalid'],
  // Every mention of a contact names nobody then.
  contacts: [null, 'ledger/invalid 38'],
  // Every mention of an endpoint and of a backup.
  reality: [null, 'ledger/invalid 11'],
  reviewed: [10, 'ledger/review-due'],
  emergency: [9, 'emergency/missing'],
  'first-contact': [9, 'contact/nothing-to-tell', 'contact/route-missing'],
  decisions: [9, 'decision/missing 3'],
  targets: [9, 'target/missing 4'],
  // What rollback and restore call a success is a stage.
  stages: [8, 'restore/incomplete', 'rollback/incomplete', 'stage/missing'],
  rollback: [9, 'rollback/missing'],
  restore: [9, 'restore/missing'],
  // The entrance takes what it does not say itself from here.
  access: [
    8,
    'access/missing 3',
    'access/no-emergency 4',
    'access/no-login 4',
    'access/no-mfa 4',
    'access/single-holder 4',
  ],
  entrance: [9, 'access/missing 5'],
  evidence: [9, 'evidence/missing 5'],
  templates: [9, 'template/missing 2'],
  responsibility: [10, 'responsibility/missing'],
  exercises: [10, 'exercise/overdue'],
  // Without names the ids stand for the parties; the others have defaults, or hold what happened.
  parties: [10],
  incident: [10],
  review: [10],
  incidents: [10],
  plan: [10],
  changes: [10],
  exceptions: [10],
};

describe.each(['ja', 'en'] as const)('the example in %s', (language) => {
  const { contents } = parseDocument(textOf(language));
  const sections = isMap(contents) ? contents.items.map(({ key }) => String(key)) : [];

  test('every section of it is taken out below', () => {
    expect(sections.toSorted()).toEqual(Object.keys(withoutSection).sort());
  });

  test.each(Object.entries(withoutSection))(
    'without %s: its findings, and no others',
    async (section, said) => {
      const [met, ...found] = said;
      const document = parseDocument(textOf(language));
      document.delete(section);
      const { report, crashes } = await checked('ledger.yml', document.toString(), {
        root: rootOf(language),
        now: '2026-11-23T00:00:00Z',
        language,
      });
      expect(crashes).toEqual([]);
      expect(counted(report.findings)).toEqual(found);
      expect(report.score?.met ?? null).toBe(met);
    },
  );

  // A month in which nothing changed and nobody did anything wrong: one list to tick, once the month is over.
  test.each([1, 2, 7, 14, 21, 28, 30, 31, 32, 35, 45, 60, 65])(
    '%i days after everything was confirmed: nothing, or the monthly review alone',
    async (days) => {
      const now = new Date(Date.UTC(2026, 10, 2, 1) + days * 86_400_000).toISOString();
      const { report } = await checked('ledger.yml', textOf(language), { root: rootOf(language), now });
      expect(report.findings.map(({ id, kind, severity }) => `${id} ${kind} ${severity}`)).toEqual(
        days <= 30 ? [] : ['ledger/review-due:reviewed stale info'],
      );
      expect(report.score).toMatchObject({ met: 10, claimed: 10 });
    },
  );
});
