import { expect, test } from 'vitest';
import { renderSummary } from '../../src/documents/summary.ts';
import { findingOf, noHolidays, parsedOf, reportOf } from './sample.ts';

test.each([1, 2, 50, 400, 1000])('%i ledgers fit the 1 MiB that GitHub shows of a step', (ledgers) => {
  const findings = Array.from({ length: 30 }, (_, index) =>
    findingOf({ id: `dns/record-differs:host-${index}.example/A` as never, title: '名前'.repeat(90) }),
  );
  const report = reportOf({ findings });
  const text = renderSummary({ report, parsed: parsedOf(), holidays: noHolidays }, ledgers);
  expect(Buffer.byteLength(text) * ledgers).toBeLessThanOrEqual(1_048_576);
  expect(text).toContain('ledger.yml');
});
