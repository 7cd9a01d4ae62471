import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holdsTogether, runs, type Tally } from './ledgers.ts';
import { isFull } from './runs.ts';
import { schemaLedgerText } from './schema-ledgers.ts';

// Half of them; the other half runs beside it.

test('ledgers made of the schema alone hold together like those that people write', async () => {
  const tally: Tally = { readable: 0, unreadable: 0, scores: new Set(), rules: new Set() };
  await fc.assert(
    fc.asyncProperty(schemaLedgerText, (text) => holdsTogether(text, tally)),
    { ...runs, seed: runs.seed + 3 },
  );
  expect(tally.readable / runs.numRuns).toBeGreaterThan(0.8);
  expect(tally.unreadable / runs.numRuns).toBeGreaterThan(isFull ? 0.02 : 0);
  expect(tally.rules.size).toBeGreaterThan(45);
});
