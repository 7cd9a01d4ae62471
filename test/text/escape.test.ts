import { describe, expect, test } from 'vitest';
import { richText } from '../../src/documents/view.ts';
import {
  code,
  codeCell,
  fenced,
  harmlessInLog,
  inlineText,
  logLine,
  mermaidText,
  plainLine,
  titleText,
} from '../../src/text/escape.ts';

const hostile = [
  '@octocat please',
  'see #1, GH-1, octo/repo#12 and fixes #3',
  'deadbeefdeadbeefdeadbeefdeadbeefdeadbeef',
  'https://evil.example/ and www.evil.example',
  'mail me: root@evil.example',
  '[click](javascript:alert(1))',
  '![x](https://evil.example/pixel.png)',
  '<img src=x onerror=alert(1)><script>alert(1)</script>',
  '<!-- recovery-ledger:v1 ledger=eA -->',
  '</details><h1>',
  'a | b | c',
  '`code` and ``more`` and ```js',
  '\\`escaped\\` \\| bar',
  '**bold** __bold__ ~~gone~~ *em*',
  '$x^2$ and $`y`$',
  ':tada: :+1:',
  '- list\n+ list\n1. list\n# heading\n> quote\n---',
  '::error file=x::boom',
  '##[add-mask]x',
  '\u001b[31mred\u001b[0m \u0007 \u009b31m',
  'safe\u202egnp.exe\u2066\u2069\u200f',
  '\ud800 half, \udfff half',
  'line\u2028separator\u0085next',
  '```\n:::\nend\nclick a href "x"',
  '&#64;octocat &lt;b&gt; &amp;',
];

// Every pair of hostile texts side by side, so that what one opens another could close.
const pairs = hostile.flatMap((a) => hostile.map((b) => `${a}${b}`));

describe('text from outside', () => {
  test.each([
    ['inlineText', (text: string) => inlineText(text)],
    ['richText', (text: string) => richText(text)],
  ])('%s lets nothing take effect', (_name, escaped) => {
    for (const text of [...hostile, ...pairs]) {
      // What stands in code spans takes no effect; what is left must be harmless by itself.
      const outside = escaped(text).replace(/(?<!\\)(`+)(?!`).*?[^`\\]\1(?!`)/g, '');
      const visible = outside.replaceAll('<span>$</span>', '');
      expect(visible, text).not.toMatch(/[<>\n\r]/);
      expect(visible, text).not.toMatch(/(?<!\\)(?:\\\\)*[[\]|*_~]/);
      expect(visible, text).not.toMatch(/@[\w]|#\d|GH-\d|:\/\/|www\.|\$/);
      expect(visible, text).not.toMatch(/[0-9a-f]{7}/);
      expect(visible, text).not.toMatch(
        /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/,
      );
      expect(escaped(text).isWellFormed()).toBe(true);
    }
  });

  test('a code span is longer fenced than anything in it', () => {
    for (const text of pairs) {
      const span = code(text);
      const fence = /^`+/.exec(span)![0];
      expect(span.endsWith(fence)).toBe(true);
      const inner = span.slice(fence.length, -fence.length);
      expect([...inner.matchAll(/`+/g)].every(([run]) => run.length < fence.length)).toBe(true);
      expect(span).not.toMatch(/[\n\r\u202a-\u202e\u2066-\u2069]/);
    }
  });

  test('a cell stays one cell', () => {
    for (const text of pairs) expect(codeCell(text).replaceAll('\\|', '')).not.toContain('|');
  });

  test('a block cannot be closed from inside', () => {
    for (const text of pairs) {
      const lines = fenced(text, 'diff').split('\n');
      const fence = /^`+/.exec(lines[0]!)![0];
      expect(lines.slice(1, -1).some((line) => line.includes(fence))).toBe(false);
    }
  });

  test('a diagram gets words only', () => {
    for (const text of pairs) expect(mermaidText(text)).toMatch(/^[\p{L}\p{N}\p{M} ._・ー()「」、。…-]*$/u);
  });

  test('a title keeps its looks and mentions nobody', () => {
    for (const text of hostile) expect(titleText(text)).not.toMatch(/@[\w]|#\d|[\n\u202e]/);
    expect(titleText('Sample & Co. (main)')).toBe('Sample & Co. (main)');
  });

  test('a log line is no workflow command', () => {
    for (const text of hostile) {
      expect(logLine(text)).not.toMatch(/^\s*::|##\[|[\u0000-\u001f\u001b]/);
    }
    expect(harmlessInLog('     ::add-mask::x')).not.toMatch(/^\s*::/);
    expect(harmlessInLog('address ::1')).toBe('address ::1');
  });
});

describe('length', () => {
  test('is bounded, in whole characters', () => {
    expect(plainLine('😀'.repeat(1000), 10)).toBe('😀😀😀😀…');
    expect(plainLine('あ'.repeat(10), 10)).toBe('あ'.repeat(10));
    expect(code('x'.repeat(10_000)).length).toBeLessThan(310);
    expect(plainLine('x'.repeat(5_000_000)).length).toBe(300);
  });
});

describe('what is harmless', () => {
  test.each(['株式会社サンプル', 'www', 'TLS 1.2', '20分つながらなければ、副判断者', '03-1111-1111'])(
    '%s is left as it is',
    (text) => {
      expect(inlineText(text)).toBe(text);
    },
  );

  test('names in back-ticks become code', () => {
    expect(richText('run with `allow-private: true`, then look')).toBe(
      'run with `allow-private: true`, then look',
    );
  });
});
