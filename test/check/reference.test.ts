import { expect, test } from 'vitest';
import { referenceOf } from '../../src/check/reference.ts';

test('the reference of an internal error has its kind, code and place, and nothing that was read', () => {
  const error = Object.assign(new TypeError('no such contact: 090-1234-5678\n    at taro@example.jp'), {
    code: 'ERR_INVALID_ARG',
  });
  expect(referenceOf(error)).toMatch(/^TypeError ERR_INVALID_ARG at reference\.test\.ts:\d+:\d+$/);
});

test.each([
  ['a text that was thrown', 'string'],
  [{ phone: '090-1234-5678' }, 'object'],
  [Object.assign(new Error('x'), { code: 'taro@example.jp', stack: '' }), 'Error'],
  [Object.assign(new Error('x'), { name: 'taro@example.jp', stack: 'taro@example.jp' }), 'Error'],
])('%s', (thrown, reference) => {
  expect(referenceOf(thrown)).toBe(reference);
});
