import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { addChangeLine, editValues } from '../../src/ledger/edit.ts';
import { yamlText } from '../../src/ledger/yaml-text.ts';

const ok = (edited: ReturnType<typeof editValues>) => {
  if (!edited.ok) throw new Error(edited.problem);
  return edited.text;
};

describe('a value in its place', () => {
  test.each([
    [
      'a flow list, comments beside it',
      '# top\ndns:\n  - { name: a, values: [192.0.2.1, 192.0.2.2] } # both\n',
      ['192.0.2.1', '192.0.2.9'],
      '# top\ndns:\n  - { name: a, values: [192.0.2.1, 192.0.2.9] } # both\n',
    ],
    [
      'one value fewer',
      'dns:\n  - { name: a, values: [192.0.2.1, 192.0.2.2] }\n',
      ['192.0.2.2'],
      'dns:\n  - { name: a, values: [192.0.2.2] }\n',
    ],
    [
      'one more, in a block list with comments',
      'dns:\n  - name: a\n    values:\n      - 192.0.2.1 # old\n      # the end\n',
      ['192.0.2.1', '192.0.2.2'],
      'dns:\n  - name: a\n    values:\n      - 192.0.2.1 # old\n      - 192.0.2.2\n      # the end\n',
    ],
    [
      'CRLF stays CRLF',
      'dns:\r\n  - name: a\r\n    values:\r\n      - 192.0.2.1\r\n',
      ['192.0.2.1', '192.0.2.2'],
      'dns:\r\n  - name: a\r\n    values:\r\n      - 192.0.2.1\r\n      - 192.0.2.2\r\n',
    ],
    [
      'quotes stay quotes, and what needs them gets them',
      'dns:\n  - { name: a, values: ["v=spf1 -all"] }\n',
      ['v=spf1 include:x, "y" ~all'],
      'dns:\n  - { name: a, values: ["v=spf1 include:x, \\"y\\" ~all"] }\n',
    ],
  ])('%s', (_name, before, values, after) => {
    expect(ok(editValues(before, ['dns', 0, 'values'], values))).toBe(after);
  });

  test.each([
    ['alias', 'a: &x [1.1.1.1]\nb: *x\n', ['b']],
    ['anchor', 'a: &x [1.1.1.1]\nb: *x\n', ['a']],
    ['block-text', 'a: |\n  text\n', ['a']],
    ['layout', 'a: { b: c }\n', ['a']],
  ] as const)('%s: refused, not guessed', (problem, text, path) => {
    expect(editValues(text, path, ['192.0.2.1'])).toEqual({ ok: false, problem });
  });
});

describe('the line of the history', () => {
  const line = { date: '2026-11-25', by: 'desk', what: 'a "b": c # d' };

  test('comes first where the newest comes first', () => {
    const text =
      'changes:\n  # newest first\n  - { date: 2026-11-02, what: x }\n  - { date: 2026-10-01, what: y }\n';
    const after = ok(addChangeLine(text, line));
    expect(parse(after).changes.map(({ date }: { date: string }) => date)).toEqual([
      '2026-11-25',
      '2026-11-02',
      '2026-10-01',
    ]);
    expect(parse(after).changes[0].what).toBe(line.what);
    expect(after).toContain('# newest first');
  });

  test('comes last where the newest comes last', () => {
    const text = 'changes:\n  - { date: 2026-10-01, what: y }\n  - { date: 2026-11-02, what: x }\n';
    expect(parse(ok(addChangeLine(text, line))).changes.at(-1).date).toBe('2026-11-25');
  });

  test('goes where it belongs behind a byte order mark, too', () => {
    const text =
      '\ufeffchanges:\r\n  - { date: 2026-10-01, what: y }\r\n  - { date: 2026-11-02, what: x }\r\n';
    const after = ok(addChangeLine(text, line));
    expect(after.startsWith(text.trimEnd())).toBe(true);
    expect(after).not.toMatch(/\r\r|[^\r]\n/);
  });

  test('makes its own section where there is none', () => {
    expect(parse(ok(addChangeLine('version: 1', line))).changes).toHaveLength(1);
  });
});

test.each([
  'yes',
  '1',
  '-',
  '# x',
  'a: b',
  'null',
  ' x',
  '\u202eabc',
  "it's",
  'unknown',
  '[',
  '&a',
  '',
  '月曜: x',
])('any text reads as itself: %j', (text) => {
  for (const isInFlow of [true, false]) {
    for (const style of ['plain', 'single', 'double'] as const) {
      const written = yamlText(text, { isInFlow, style });
      expect(parse(isInFlow ? `[${written}]` : `- ${written}\n`)).toEqual([text]);
    }
  }
});
