import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holdsTogether, ledgerText, runs, type Tally } from './ledgers.ts';
import { isFull } from './runs.ts';

// Beside those that are made of the schema alone: what people wrote, edited at random.

test('ledgers edited at random: no crash, each finding at a place of the file and once, the score and the verdict as counted anew', async () => {
  const tally: Tally = { readable: 0, unreadable: 0, scores: new Set(), rules: new Set() };
  await fc.assert(
    fc.asyncProperty(ledgerText, (text) => holdsTogether(text, tally)),
    { ...runs, seed: runs.seed + 1 },
  );
  expect(tally.readable / runs.numRuns).toBeGreaterThan(0.2);
  expect(tally.unreadable / runs.numRuns).toBeGreaterThan(0.2);
  // From none of the ten items to all of them, and in full length each number between.
  const all = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  expect([...tally.scores].sort((a, b) => a - b)).toEqual(isFull ? all : expect.arrayContaining([0, 10]));
  expect(tally.rules.size).toBeGreaterThan(isFull ? 30 : 20);
});
