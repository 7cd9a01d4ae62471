import fc from 'fast-check';
import { expect, test } from 'vitest';
import { widthOf, wrap } from '../../src/text/width.ts';
import { runsOf } from '../properties/runs.ts';

test('a line is broken for every number of columns, none and less than none among them, and loses no word', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'b', ' ', '緊', '急', '。', '①', '\u0301'),
    maxLength: 80,
  });
  fc.assert(
    fc.property(text, fc.integer({ min: -30, max: 120 }), (line, columns) => {
      const lines = wrap(line, columns);
      expect(lines.join('').replaceAll(' ', '')).toBe(line.replaceAll(' ', ''));
      for (const each of lines) expect(widthOf(each)).toBeLessThanOrEqual(Math.max(columns, 10) + 2);
    }),
    runsOf(10_000, 300),
  );
});
