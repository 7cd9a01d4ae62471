import { describe, expect, it } from 'vitest';
import { valueAt } from '../../src/protocols/json-pointer.ts';

describe('valueAt', () => {
  // RFC 6901 §5
  const document = { foo: ['bar', 'baz'], '': 0, 'a/b': 1, 'c%d': 2, 'm~n': 8, nested: { no: null } };
  it.each([
    ['', document],
    ['/foo', ['bar', 'baz']],
    ['/foo/0', 'bar'],
    ['/', 0],
    ['/a~1b', 1],
    ['/c%d', 2],
    ['/m~0n', 8],
    ['/nested/no', null],
    ['/foo/2', undefined],
    ['/foo/00', undefined],
    ['/foo/length', undefined],
    ['/foo/-', undefined],
    ['/nested/no/more', undefined],
    ['/constructor', undefined],
    ['/__proto__', undefined],
    ['foo', undefined],
  ])('%s', (pointer, value) => {
    expect(valueAt(document, pointer)).toEqual(value);
  });
});
