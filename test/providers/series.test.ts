import { expect, it } from 'vitest';
import { seriesOfName } from '../../src/providers/series.ts';

it.each([
  ['db-2026-11-24.sql.gz', 'db-2026-11-25.sql.gz'],
  ['db-9f86d081884c7d65.sql.gz', 'db-60303ae22b998861.sql.gz'],
  ['a/7c9e6679-7425-40de-944b-e07fc1f90ae7/db.dump', 'a/3f2504e0-4f89-11d3-9a0c-0305e82c3301/db.dump'],
  ['db-01ARZ3NDEKTSV4RRFFQ69G5FAV.dump', 'db-01BX5ZZKBKACTAV9WEVGEMMVRZ.dump'],
  ['20261124T020000Z_e3b0c442.tar', '20261125T020000Z_a1b2c3d4.tar'],
])('%s and %s are dumps of one thing', (one, other) => {
  expect(seriesOfName(one)).toBe(seriesOfName(other));
});

it.each([
  ['db-2026-11-24.sql.gz', 'files-2026-11-24.tar.gz'],
  ['accede.sql', 'decade.sql'],
  ['shop/db-1.sql', 'blog/db-1.sql'],
])('%s and %s are not', (one, other) => {
  expect(seriesOfName(one)).not.toBe(seriesOfName(other));
});
