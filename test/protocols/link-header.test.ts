import { expect, test } from 'vitest';
import { nextLink } from '../../src/protocols/link-header.ts';

test.each([
  [
    '<https://api.test/a?page=2>; rel="next", <https://api.test/a?page=9>; rel="last"',
    'https://api.test/a?page=2',
  ],
  [
    '<https://api.test/a?page=1>; rel="prev", <https://api.test/a?page=3>; rel="next"',
    'https://api.test/a?page=3',
  ],
  ['<https://api.test/a?b=1,2>;rel="next"', 'https://api.test/a?b=1,2'],
  ['<https://api.test/a>; title="x"; rel="next"', 'https://api.test/a'],
  ['<https://api.test/a>; rel="last"', null],
  ['<https://api.test/a>, rel="next"', null],
  ['<https://api.test/a', null],
  ['', null],
  [';rel="next"<'.repeat(50_000), null],
])('%#: the next page', (header, expected) => {
  expect(nextLink(header)).toBe(expected);
});
