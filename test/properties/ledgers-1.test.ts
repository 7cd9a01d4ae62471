import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from './broken.ts';
import { holdsTogether, ledgerText, type Tally } from './ledgers.ts';

// Beside the twenty thousand that are made of the schema alone: what people wrote, edited at random.

test('ten thousand ledgers: no crash, each finding at a place of the file and once, the score and the verdict as counted anew', async () => {
  const tally: Tally = { readable: 0, unreadable: 0, scores: new Set(), rules: new Set() };
  await fc.assert(
    fc.asyncProperty(ledgerText, (text) => holdsTogether(text, tally)),
    { ...runs, seed: runs.seed + 1 },
  );
  expect(tally.readable).toBeGreaterThan(2_000);
  expect(tally.unreadable).toBeGreaterThan(2_000);
  expect([...tally.scores].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(tally.rules.size).toBeGreaterThan(30);
}, 600_000);
