import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from './broken.ts';
import { holdsTogether, type Tally } from './ledgers.ts';
import { schemaLedgerText } from './schema-ledgers.ts';

// Half of them; the other half runs beside it.

test('ten thousand ledgers made of the schema alone hold together like those that people write', async () => {
  const tally: Tally = { readable: 0, unreadable: 0, scores: new Set(), rules: new Set() };
  await fc.assert(
    fc.asyncProperty(schemaLedgerText, (text) => holdsTogether(text, tally)),
    { ...runs, seed: runs.seed + 2 },
  );
  expect(tally.readable).toBeGreaterThan(8_000);
  expect(tally.unreadable).toBeGreaterThan(200);
  expect(tally.rules.size).toBeGreaterThan(45);
}, 600_000);
