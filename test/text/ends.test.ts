import { expect, test } from 'vitest';
import { withoutEnd } from '../../src/text/ends.ts';

test('what stands at the end goes, what stands before stays', () => {
  expect(withoutEnd('//a/b//', '/')).toBe('//a/b');
  expect(withoutEnd('a). ', ' .)')).toBe('a');
  expect(withoutEnd('///', '/')).toBe('');
  expect(withoutEnd('a', '/')).toBe('a');
});
