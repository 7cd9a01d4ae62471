import { expect, test } from 'vitest';
import { unifiedDiff } from '../../src/documents/patch.ts';

const lines = (count: number, word: string) =>
  Array.from({ length: count }, (_, index) => `${word}${index}\n`).join('');

test('a change of a line is a diff that git applies', () => {
  expect(unifiedDiff('ledger.yml', 'a\nb\n', 'a\nc\n')).toContain('@@ -1,2 +1,2 @@\n a\n-b\n+c\n');
  expect(unifiedDiff('ledger.yml', 'a\n', 'a\n')).toBe('');
});

test('a change of few lines in a long text is one', () => {
  const before = lines(20_000, 'a');
  expect(unifiedDiff('ledger.yml', before, before.replace('a5000\n', 'b\n'))).toContain('\n-a5000\n+b\n');
});

test('no diff is made of texts that have nothing in common', () => {
  expect(unifiedDiff('ledger.yml', lines(20_000, 'a'), lines(20_000, 'b'))).toBeNull();
});
