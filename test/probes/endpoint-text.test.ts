import { describe, expect, it } from 'vitest';
import {
  decodeText,
  normalizeText,
  robotsMetas,
  titleOf,
  visibleText,
} from '../../src/probes/endpoint/text.ts';
import { valueAt } from '../../src/protocols/json-pointer.ts';

const ascii = (text: string) => new TextEncoder().encode(text);
const joined = (...parts: readonly (string | readonly number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...ascii(part)] : [...part])));

// 日本 in each charset
const bytes = {
  shift_jis: [0x93, 0xfa, 0x96, 0x7b],
  'euc-jp': [0xc6, 0xfc, 0xcb, 0xdc],
  'iso-2022-jp': [0x1b, 0x24, 0x42, 0x46, 0x7c, 0x4b, 0x5c, 0x1b, 0x28, 0x42],
  'utf-8': [0xe6, 0x97, 0xa5, 0xe6, 0x9c, 0xac],
};

describe('decodeText', () => {
  it.each(Object.entries(bytes))('reads %s, told by the header, the page or nobody', (charset, octets) => {
    expect(decodeText(joined(octets), `text/html; charset=${charset}`)).toBe('日本');
    expect(decodeText(joined(octets), `text/html; charset="${charset.toUpperCase()}"`)).toBe('日本');
    expect(decodeText(joined(`<meta charset="${charset}">`, octets), 'text/html')).toMatch(/日本$/);
    const old = `<meta http-equiv="Content-Type" content="text/html; charset=${charset}">`;
    expect(decodeText(joined(old, octets), null)).toMatch(/日本$/);
  });

  it('guesses where nobody tells', () => {
    expect(decodeText(joined(bytes['utf-8']), null)).toBe('日本');
    expect(decodeText(joined(bytes['euc-jp']), null)).toBe('日本');
    expect(decodeText(joined(bytes.shift_jis), 'text/html; charset=none-such')).toBe('日本');
  });

  it('believes the header before the page, and a byte order mark before both', () => {
    const page = joined('<meta charset="shift_jis">', bytes['utf-8']);
    expect(decodeText(page, 'text/html; charset=utf-8')).toMatch(/日本$/);
    expect(decodeText(joined([0xef, 0xbb, 0xbf], page as never), 'text/html; charset=euc-jp')).toMatch(
      /日本$/,
    );
  });

  it('bears a body that was cut off within a character', () => {
    expect(decodeText(joined(bytes['utf-8'].slice(0, 4)), null)).toMatch(/^日/);
  });
});

describe('normalizeText', () => {
  it('makes widths, forms and white space alike', () => {
    expect(normalizeText('  ㈱サンプル　Ａ１\n\t ｶﾞ ')).toBe('(株)サンプル A1 ガ');
  });
});

describe('visibleText', () => {
  it.each([
    ['<b>株式会社</b>サンプル', '株式会社サンプル'],
    ['one<br>two<p>three</p>', 'one two three'],
    ['a<script>if (x < "</p>") hidden()</script >b', 'a b'],
    ['a<!-- hidden <b> -->b<style>hidden</style>', 'a b'],
    ['Fish &amp; Chips &lt;3 &#x41;&#66; &unknown;', 'Fish & Chips <3 AB &unknown;'],
    ['a<script>never closed', 'a'],
  ])('%s', (html, text) => {
    expect(normalizeText(visibleText(html))).toBe(text);
  });

  it.each([
    '<',
    '<!--',
    '<script>',
    '<title>',
    '<meta ',
    '<meta name="robots" ',
    '&',
    '<a ',
    '<!-- -->',
    '<script></script>',
  ])('costs one pass where %s is repeated', (piece) => {
    const html = piece.repeat(Math.ceil(1_000_000 / piece.length));
    const started = performance.now();
    visibleText(html);
    titleOf(html);
    robotsMetas(html);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

describe('titleOf and robotsMetas', () => {
  it('read the head', () => {
    expect(titleOf('<TITLE lang="ja">\n A &amp; B \n</TITLE>')).toBe('A & B');
    expect(titleOf(`<title>${'x'.repeat(500)}</title>`)).toHaveLength(200);
    expect(titleOf('<titles>no</titles>')).toBe(null);
    const head = `<meta name='robots' content='noindex, nofollow' /><META CONTENT="none" NAME="GoogleBot">
      <meta name="description" content="robots noindex"><meta name=robots content=all>`;
    expect(robotsMetas(head)).toEqual(['noindex, nofollow', 'none', 'all']);
  });
});

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
