import { describe, expect, it } from 'vitest';
import { decodeText, isHtml, isXml } from '../../../src/protocols/html/body.ts';

const ascii = (text: string) => new TextEncoder().encode(text);
const joined = (...parts: readonly (string | readonly number[] | Uint8Array)[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...ascii(part)] : [...part])));

// 日本 in each charset
const bytes = {
  shift_jis: [0x93, 0xfa, 0x96, 0x7b],
  'euc-jp': [0xc6, 0xfc, 0xcb, 0xdc],
  'iso-2022-jp': [0x1b, 0x24, 0x42, 0x46, 0x7c, 0x4b, 0x5c, 0x1b, 0x28, 0x42],
  'utf-8': [0xe6, 0x97, 0xa5, 0xe6, 0x9c, 0xac],
};
const html = 'text/html';

describe('decodeText', () => {
  it.each(Object.entries(bytes))('reads %s, said by the header, the page or nobody', (charset, octets) => {
    expect(decodeText(joined(octets), `text/html; charset=${charset}`)).toBe('日本');
    expect(decodeText(joined(octets), `text/html; charset="${charset.toUpperCase()}"`)).toBe('日本');
    expect(decodeText(joined(`<meta charset="${charset}">`, octets), html)).toMatch(/日本$/);
    const old = `<html><META http-equiv="Content-Type" content="text/html; charset=${charset}">`;
    expect(decodeText(joined(old, octets), null)).toMatch(/日本$/);
    const declared = `<?xml version="1.0" encoding="${charset}"?><!doctype html><title>`;
    expect(decodeText(joined(declared, octets), 'application/xhtml+xml')).toMatch(/日本$/);
    expect(decodeText(joined(declared, octets), 'application/rss+xml')).toMatch(/日本$/);
  });

  it('guesses where nobody says it', () => {
    expect(decodeText(joined(bytes['utf-8']), null)).toBe('日本');
    expect(decodeText(joined(bytes['euc-jp']), null)).toBe('日本');
    expect(decodeText(joined(bytes.shift_jis), 'text/html; charset=none-such')).toBe('日本');
  });

  it('believes the header before the page, and a byte order mark before both', () => {
    const page = joined('<meta charset="shift_jis">', bytes['utf-8']);
    expect(decodeText(page, 'text/html; charset=utf-8')).toMatch(/日本$/);
    expect(decodeText(joined([0xef, 0xbb, 0xbf], page), 'text/html; charset=euc-jp')).toMatch(/日本$/);
  });

  // An answer in Shift_JIS that is also well-formed EUC-JP would be guessed wrongly: what is said decides.
  it.each([
    ['a comment', '<!-- <meta charset="euc-jp"> --><meta charset="shift_jis">'],
    ['a script', '<script>"<meta charset=euc-jp>"</script><meta charset="shift_jis">'],
    ['a title', '<title><meta charset=euc-jp></title><meta charset="shift_jis">'],
    ['an attribute', '<p title="<meta charset=euc-jp>"><meta charset="shift_jis">'],
    ['another meta', '<meta name=x content="text/html; charset=euc-jp"><meta charset="shift_jis">'],
    ['an unknown name', '<meta charset=euc-jp-none><meta charset="shift_jis">'],
    ['the XML declaration', '<?xml version="1.0" encoding="euc-jp"?><meta charset="shift_jis">'],
    ['a later meta', '<meta charset="shift_jis"><meta charset="euc-jp">'],
    [
      'a long head',
      `<head><style>${' '.repeat(3000)}</style><meta charset="shift_jis"></head><meta charset="euc-jp">`,
    ],
  ])('is not misled by %s', (_name, head) => {
    expect(decodeText(joined(head, bytes.shift_jis), html)).toMatch(/日本$/);
  });

  it('reads a page as UTF-8 that says in ASCII that it is UTF-16', () => {
    expect(decodeText(joined('<meta charset="utf-16">', bytes['utf-8']), html)).toMatch(/日本$/);
  });

  it('takes no word from what is no HTML', () => {
    const text = joined('<meta charset="shift_jis">', bytes['utf-8']);
    for (const type of ['text/plain', 'application/json']) expect(decodeText(text, type)).toMatch(/日本$/);
  });

  it('bears a body that was cut off within a character, and a declaration that was', () => {
    expect(decodeText(joined(bytes['utf-8'].slice(0, 4)), null)).toMatch(/^日/);
    for (const cut of [
      '<meta charset',
      '<meta charset=',
      '<meta http-equiv=content-type content="text/html; charset',
    ]) {
      expect(decodeText(joined(cut), html)).toBe(cut);
    }
  });
});

describe('isHtml', () => {
  it.each([
    ['text/html', '', true],
    ['Text/HTML; charset=utf-8', '{}', true],
    ['application/xhtml+xml', '', true],
    ['text/plain', '<!doctype html>', false],
    ['application/json', '<html>', false],
    ['text/xml', '<html>', false],
    ['image/svg+xml', '<svg>', false],
    [null, '\n <!DOCTYPE HTML>', true],
    [null, '<!-- x', true],
    ['unknown/unknown', '<body class=x>', true],
    [null, '<bodyguard>', false],
    [null, '{ "a": "<p>" }', false],
    ['', 'plain', false],
  ])('%s: %s', (type, text, expected) => {
    expect(isHtml(type, text)).toBe(expected);
  });

  it('knows XML by its type', () => {
    expect(['text/xml', 'application/rss+xml; charset=utf-8'].every(isXml)).toBe(true);
    expect([null, 'text/html', 'application/xhtml+xml', 'text/xmlish'].some(isXml)).toBe(false);
  });
});
