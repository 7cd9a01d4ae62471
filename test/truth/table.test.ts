import { describe, expect, test } from 'vitest';
import { truthCases } from './cases.ts';

describe.each([...truthCases])('%s', (_heading, cases) => {
  test.each(cases)('$input', async ({ ours, find }) => {
    expect(await find()).toBe(ours);
  });
});
