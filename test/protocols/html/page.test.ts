import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../src/protocols/html/page.ts';

const linesOf = (html: string) => readHtml(html).lines;
const textOf = (html: string) => linesOf(html).join('\n');

describe('the text of a page', () => {
  it.each([
    [
      'references, with and without semicolon',
      '<h1>Caf&eacute; Aoba</h1> &copy 2026 &#x41;&#66;',
      'Café Aoba\n© 2026 AB',
    ],
    ['what is no reference', 'Fish &amp; Chips &lt;3 &unknown; &', 'Fish & Chips <3 &unknown; &'],
    ['a word of several elements', 'C<b>af</b>é', 'Café'],
    ['blocks', 'one<div>two</div><p>three<ul><li>four<li>five</ul>', 'one\ntwo\nthree\nfour\nfive'],
    ['a line break', '<h1>地域とともに<br>歩む会社</h1>', '地域とともに\n歩む会社'],
    ['cells', '<table><tr><td>a<td>b<tr><th>c</table>', 'a\nb\nc'],
    ['white space', '<p> a \n\t b</p><p>&nbsp;</p> c ', 'a b\nc'],
    ['preformatted text', '<pre>a  b\n c</pre>', 'a  b\n c'],
    ['comments of every form', 'a<!-- <b> -->b<!-->c<!--->d<!-- --!>e<!x>f<?php ?>g', 'abcdefg'],
    ['a comment that never ends', 'a<!-- b', 'a'],
    ['scripts and styles', 'a<script>if (x < "</p>") b()</script >c<style>d</style>', 'ac'],
    ['a script with a script in it', 'a<script><!-- <script> </script> --> b</script>c', 'ac'],
    ['a script that never ends', 'a<script>b', 'a'],
    ['what only browsers without scripts show', 'a<noscript>b<p>c</noscript>d', 'ad'],
    ['templates', 'a<template><p>b</p></template>c', 'ac'],
    [
      'frames, fallbacks, suggestions',
      'a<iframe>b</iframe><video>c</video><canvas>d</canvas><datalist><option>e</datalist>f',
      'af',
    ],
    [
      'hidden parts',
      'a<div hidden>b<p>c</div><p style="color: red; Display : NONE">d</p><dialog>e</dialog><p popover>f</p>g',
      'ag',
    ],
    ['a style that is taken back', '<p style="display:none;display:block">a', 'a'],
    ['a hidden paragraph that the next one ends', '<p hidden>a<p>b', 'b'],
    ['a page that a script is to show', '<body hidden style="display: none">a', 'a'],
    ['an open dialogue', 'a<dialog open>b</dialog>', 'a\nb'],
    ['menus', '<select>x<option>a<option>b</select>', 'a\nb'],
    ['drawings and formulas', '<svg>x<title>y</title><text>a</text></svg><math>z<mi>b</mi></math>', 'a\nb'],
    ['kana over words', '<ruby>青葉<rp>(</rp><rt>あおば</rt><rp>)</rp></ruby>製菓', '青葉あおば製菓'],
    ['text that stands beside the table cells', '<table>a<tr><td>b</table>', 'a\nb'],
    ['plain text to the end', 'a<plaintext><b>&amp;', 'a\n<b>&amp;'],
  ])('%s', (_name, html, text) => {
    expect(textOf(html)).toBe(text);
  });

  it('leaves aside what can be read besides', () => {
    const { lines, asides } =
      readHtml(`<img alt=" Aoba "><input type=submit value=Send><input type=hidden value=x>
      <input type=password value=y placeholder=Secret><textarea placeholder=Words>Dear
       all</textarea><details><p>No</p><summary>More</summary>Answer</details>
      <ruby>青葉<rt>あおば</rt></ruby>製菓<p hidden><img alt=z>`);
    expect(lines).toEqual(['More', '青葉あおば製菓']);
    expect([...asides].sort()).toEqual(
      ['Aoba', 'Send', 'Words', 'Dear\n       all', 'No', 'Answer', '青葉製菓'].sort(),
    );
  });

  it('holds the last footer by itself', () => {
    const html = '<footer>a</footer><p>b<footer><p>c<p>d</footer>e<template><footer>x</footer></template>';
    expect(readHtml(html).footer).toEqual(['c', 'd']);
    expect(readHtml('a').footer).toEqual([]);
    expect(readHtml('a<footer>b').footer).toEqual(['b']);
  });
});

describe('what a page says of itself', () => {
  it.each([
    ['<TITLE lang="ja">\n A &amp; B\n C </TITLE><title>no</title>', 'A & B C'],
    ['<body><p>x<title>late</title>', 'late'],
    ['<!-- <title>no</title> --><script>"<title>no</title>"</script><svg><title>no</title></svg>', null],
    ['<titles>no</titles><title> </title>', null],
    ['<title>never closed <b>', 'never closed <b>'],
  ])('title of %s', (html, title) => {
    expect(readHtml(html).title).toBe(title);
  });

  it('metas, wherever a browser finds them, and nowhere else', () => {
    const { metas } = readHtml(`<meta name='robots' content='noindex, nofollow' />
      <!-- <meta name="robots" content="no"> --><script>"<meta name=robots content=no>"</script>
      <noscript><meta name=robots content=no></noscript><template><meta name=robots content=no></template>
      <META CONTENT="&#110;one" NAME=" GoogleBot " NAME=robots><meta property=og:site_name content="A &amp; B">
      <meta http-equiv=Content-Type content="text/html"><body><p title='<meta name="robots">'>
      <meta name=robots content=all><svg><title><meta name=last></title></svg>`);
    expect(
      metas.map(({ name, property, httpEquiv, content, isInHead }) => [
        name ?? property ?? httpEquiv,
        content,
        isInHead,
      ]),
    ).toEqual([
      ['robots', 'noindex, nofollow', true],
      ['googlebot', 'none', true],
      ['og:site_name', 'A & B', true],
      ['content-type', 'text/html', true],
      ['robots', 'all', false],
      ['last', '', false],
    ]);
  });

  it('language, base, links, what it loads, scripts and comments', () => {
    const page = readHtml(`<html lang=JA-jp><base href=/b/><base href=/c/><link rel=stylesheet href=s.css>
      <script src=a.js></script><script>go()</script><!-- made by hand --><a href="?a=1&amp;b=2">お問い<b>合わ</b>せ</a>
      <a href=p><img alt=Contact src=p.png></a><a>none</a><p hidden><a href=h>h</a></p><form action=/send></form>
      <!-- <a href=no>no</a> -->`);
    expect(page.language).toBe('ja-jp');
    expect(page.base).toBe('/b/');
    expect(page.links).toEqual([
      { href: '?a=1&b=2', label: 'お問い合わせ' },
      { href: 'p', label: 'Contact' },
    ]);
    expect(page.resources).toEqual(['s.css', 'a.js', 'p.png', '/send']);
    expect(page.scripts).toEqual(['', 'go()']);
    expect(page.comments).toEqual([' made by hand ', ' <a href=no>no</a> ']);
  });

  it('a label stays short, however links are nested', () => {
    const { links } = readHtml('<a href=x>word <object>'.repeat(2000));
    expect(links).toHaveLength(2000);
    expect(Math.max(...links.map(({ label }) => label.length))).toBeLessThanOrEqual(400);
  });

  it('nothing, where nothing is there', () => {
    expect(readHtml('')).toMatchObject({ title: null, language: null, base: null, lines: [], isWhole: true });
  });
});
