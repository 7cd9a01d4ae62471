import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { parseFragment } from 'parse5';
import { expect, test } from 'vitest';
import { richText } from '../../src/documents/view.ts';
import { code, codeCell, inlineText } from '../../src/text/escape.ts';
import { runsOf } from './runs.ts';

// Whatever stands in a value, GitHub shows it as text: a Markdown renderer of GitHub's dialect (micromark) makes no
// element of it, and nothing in the text is what GitHub turns into a link by itself afterwards.

interface Node {
  readonly nodeName: string;
  readonly value?: string;
  readonly attrs?: readonly unknown[];
  readonly childNodes?: readonly Node[];
}

/** Where a value stands. Each says which elements are ours. */
const places: readonly (readonly [ours: readonly string[], markdown: (text: string) => string])[] = [
  [['p'], (text) => text],
  [['p'], (text) => `a ${text} b`],
  [['ul', 'li'], (text) => `- ${text}`],
  [['h3'], (text) => `### 1. ${text}`],
  [
    ['table', 'thead', 'tbody', 'tr', 'th', 'td'],
    (text) => `| a | b |\n| :-- | :-- |\n| ${text} | ${text} |`,
  ],
  [['p', 'strong'], (text) => `**${text}**: ${text}`],
];

const html = (markdown: string) =>
  micromark(markdown, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
  });

// What GitHub looks for in the text that is left (html-pipeline, gemoji, rinku, and its documentation on references).
const alive: readonly RegExp[] = [
  /(?:^|[^\w`])@[a-z0-9]/i,
  /(?:^|[^\w&])#\d/,
  /[\w.-]\/[\w.-]+#\d/,
  /\bGH-\d/i,
  /(?:^|[^\w])[0-9a-f]{7,40}(?:$|[^\w])/i,
  /(?:https?|ftp):\/\//i,
  /\bwww\.\w/i,
  /\b(?:mailto|xmpp):\w/i,
  /[\w.+-]@[\w-]+\.\w/,
  /:[a-z0-9+_-]+:/i,
];

/** What of a value came alive in a place; null where nothing did. */
function livingIn(text: string, [ours, markdown]: (typeof places)[number]): string | null {
  const found: string[] = [];
  const visit = (node: Node, parent: string) => {
    const { nodeName, value, attrs = [], childNodes = [] } = node;
    if (nodeName === '#text') {
      if (parent === 'code') return;
      for (const pattern of alive) if (pattern.test(value ?? '')) found.push(`${pattern} in ${value}`);
      // A lone dollar in an element of its own is no formula.
      if (/\$/.test(value ?? '') && value !== '$') found.push(`formula ${value}`);
      return;
    }
    const isDollar = nodeName === 'span' && attrs.length === 0;
    const isKnown = ['#document-fragment', 'code', ...ours].includes(nodeName) || isDollar;
    if (!isKnown) found.push(`<${nodeName}>`);
    for (const child of childNodes) visit(child, nodeName);
  };
  visit(parseFragment(html(markdown(text))) as Node, '');
  return found[0] ?? null;
}

const pieces = [
  ...[
    '`',
    '``',
    '```',
    '|',
    '\\',
    '*',
    '**',
    '_',
    '__',
    '~',
    '~~',
    '$',
    '$$',
    '<',
    '>',
    '&',
    '!',
    '#',
    '@',
    ':',
  ],
  ...[
    '[',
    ']',
    '(',
    ')',
    '[a](b)',
    '![a](b)',
    '[^1]',
    '[x]',
    '- [ ] ',
    '1. ',
    '# ',
    '> ',
    '---',
    '===',
    '\n',
  ],
  ...['http', 'http:', 'https://', '//', '//evil.example', 'evil.example', 'www', 'www.', 'www.evil.example'],
  ...['mailto:', 'a@evil.example', '@octocat', 'octo/cat', '#1', 'octo/cat#1', 'GH-1', 'GH', '-1', '1'],
  ...[
    'dead',
    'beef1',
    'deadbeef1',
    'deadbeefdeadbeef',
    'ftp://',
    'xmpp:',
    ':smile:',
    'smile',
    '<b>',
    '</span>',
  ],
  ...[
    '<img src=x>',
    '<!--',
    '-->',
    '<https://evil.example>',
    '&lt;',
    '&#64;',
    '&commat;',
    '\u200b',
    'あ',
    ' ',
    '  ',
  ],
  ...['a', 'x y', '.', ',', ';', '"', "'", '\t', '\r', '\u202e', '\u{1f600}', '\ud800'],
];
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join(''));

const writers: readonly (readonly [string, (text: string) => string, readonly (typeof places)[number][]])[] =
  [
    ['richText', richText, places],
    ['inlineText', inlineText, places],
    ['codeCell', codeCell, places],
    ['code', code, places.filter(([ours]) => !ours.includes('table'))],
  ];

test.each(writers)('nothing comes alive in %s', (_name, write, where) => {
  fc.assert(
    fc.property(text, fc.constantFrom(...where), (value, place) => {
      const living = livingIn(write(value), place);
      if (living !== null)
        throw new Error(`${living}\n${place[1](write(value))}\n${html(place[1](write(value)))}`);
    }),
    runsOf(40_000, 1500),
  );
});

test.each([
  '``http:``//evil.example',
  '``#``1',
  '``dead``beef1',
  '``@``octocat',
  '`` ``www``.evil.example',
  'points to `a|http`://evil.example',
  '`a``b`',
])('back-ticks that enclose nothing join nothing: %s', (value) => {
  for (const place of places) expect(livingIn(richText(value), place)).toBeNull();
});

test('the renderer brings to life what nobody escaped', () => {
  for (const value of ['https://evil.example', '[a](b)', '<b>x</b>', '@octocat', '#1', 'deadbeef1', '$x$'])
    expect(livingIn(value, places[1]!), value).not.toBeNull();
});
