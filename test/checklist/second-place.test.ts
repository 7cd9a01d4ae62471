import { expect, it } from 'vitest';
import { checked } from '../checked.ts';

// Whether a backup is kept away from the site is the ledger's word alone: nobody can see it from outside.

const ledgerOf = (backups: string) => `version: 1
site: { name: A, url: "https://a.example/", language: en }
reality:
  backups:
${backups.replace(/^/gm, '    ')}
`;

async function found(backups: string) {
  const { report } = await checked('ledger.yml', ledgerOf(backups), {
    root: import.meta.dirname,
    now: '2026-11-23T10:00:00Z',
  });
  expect(report.findings.filter(({ rule }) => rule === 'ledger/invalid')).toEqual([]);
  return report.findings.filter(({ rule }) => rule === 'backup/no-second-place');
}

const byHand = 'provider: by-hand, every: 24h, newest: 2026-11-02, evidence: second disk in the same server';

it.each([
  ['nothing is said of it', `disk: { ${byHand} }`],
  ['all are said to be beside the site', `disk: { ${byHand}, away: false }`],
  ['nobody knows', `disk: { ${byHand}, away: unknown }`],
  ['a backup does not exist, for whatever reason', `disk: { ${byHand} }\ntape: { none: "too dear" }`],
])('fires where %s', async (_name, backups) => {
  expect(await found(backups)).toMatchObject([
    { id: 'backup/no-second-place:reality.backups', kind: 'gap', severity: 'warning', items: [6] },
  ]);
});

it.each([
  ['one is away', `disk: { ${byHand} }\nstore: { ${byHand}, away: true }`],
  ['a reason says why not', `disk: { ${byHand}, away: { none: "built from its repository" } }`],
])('is silent where %s', async (_name, backups) => {
  expect(await found(backups)).toEqual([]);
});

it('is silent where there is no backup at all, which speaks for itself', async () => {
  expect(await found('{}')).toEqual([]);
});
