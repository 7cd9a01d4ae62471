import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { editValues } from '../../src/ledger/edit.ts';
import { runsOf } from '../properties/runs.ts';

const address = fc.integer({ min: 0, max: 60 }).map((last) => `192.0.2.${last}`);
const addresses = (minLength: number) => fc.uniqueArray(address, { minLength, maxLength: 6 });
const quote = fc.constantFrom('', '"', "'");
const spaces = fc.constantFrom('', ' ', '  ');

/** A list in one of the layouts in which people write one, with a comment wherever YAML takes one. */
const layout = fc.record({
  kind: fc.constantFrom('flow', 'flow in flow', 'flow over lines', 'block'),
  quote,
  before: spaces,
  after: spaces,
  commaFirst: fc.boolean(),
  trailingComma: fc.boolean(),
  isCommented: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
  newline: fc.constantFrom('\n', '\r\n'),
  mark: fc.constantFrom('', '\ufeff'),
});

interface Layout {
  kind: string;
  quote: string;
  before: string;
  after: string;
  commaFirst: boolean;
  trailingComma: boolean;
  isCommented: boolean[];
  newline: string;
  mark: string;
}

function written(values: readonly string[], at: Layout): string {
  const quoted = values.map((value) => `${at.quote}${value}${at.quote}`);
  const comment = (index: number) => (at.isCommented[index] ? ` # note ${index}, [of] {ours}` : '');
  const last = at.trailingComma && values.length > 0 ? ',' : '';
  const flow = `[${at.before}${quoted.join(`${at.after}, `)}${last}${at.after}]`;
  const lines = {
    flow: [`    values: ${flow}${comment(0)}`],
    'flow in flow': [`    more: { values: ${flow}, ttl: 5m }${comment(0)}`],
    'flow over lines': [
      `    values: [${comment(7)}`,
      ...quoted.map((value, index) => {
        const comma = index < quoted.length - 1 || last !== '' ? ',' : '';
        return `      ${value}${comma}${comment(index)}`;
      }),
      `    ]${comment(6)}`,
    ],
    block: [`    values:${comment(7)}`, ...quoted.map((value, index) => `      - ${value}${comment(index)}`)],
  }[at.kind]!;
  return (
    at.mark +
    ['# top', 'dns:', '  - name: a', ...lines, '    # below', 'after: { x: 1 }', ''].join(at.newline)
  );
}

test('any list in any layout: the values change, and each comment and every other byte stays', () => {
  let edited = 0;
  let total = 0;
  fc.assert(
    fc.property(addresses(1), addresses(1), layout, (before, wanted, at) => {
      const text = written(before, at);
      const path =
        at.kind === 'flow in flow' ? ['dns', 0, 'more', 'values'] : (['dns', 0, 'values'] as const);
      const result = editValues(text, [...path], wanted);
      total += 1;
      if (!result.ok) {
        expect(result.problem).toBe('layout');
        return;
      }
      edited += 1;
      const entry = (source: string) => parse(source.replace(/^\ufeff/, '')).dns[0];
      const valuesOf = (source: string) => entry(source).values ?? entry(source).more.values;
      expect([...valuesOf(result.text)].sort()).toEqual([...wanted].sort());
      // What stays keeps its order.
      const kept = before.filter((value) => wanted.includes(value));
      expect(valuesOf(result.text).filter((value: string) => before.includes(value))).toEqual(kept);
      const comments = (source: string) => source.match(/# .*/g);
      expect(comments(result.text)).toEqual(comments(text));
      const around = (source: string) => {
        const from = source.indexOf('values:');
        return [source.slice(0, from), source.slice(source.lastIndexOf(']') + 1)];
      };
      if (at.kind === 'flow') expect(around(result.text)).toEqual(around(text));
      expect(result.text.startsWith(at.mark)).toBe(true);
      expect(result.text.includes('\r\n')).toBe(text.includes('\r\n'));
      expect(/[^\r]\n/.test(result.text)).toBe(/[^\r]\n/.test(text));
      expect(result.text.endsWith(`after: { x: 1 }${at.newline}`)).toBe(true);
    }),
    runsOf(3000, 300),
  );
  // A refusal is allowed, and rare.
  expect(edited / total).toBeGreaterThan(0.97);
});
