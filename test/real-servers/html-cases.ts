// Pages that are read as Chromium reads them; each is one thing that readers of HTML have got wrong.
export interface PageCase {
  readonly name: string;
  readonly body: string | Uint8Array;
  /** Default: `text/html; charset=utf-8`. Null: none is sent. */
  readonly type?: string | null;
}

const head = '<!doctype html><html lang=ja><title>青葉製菓</title>';
const noindex = '<meta name="robots" content="noindex">';
/** 青葉 in the encodings of older Japanese pages. */
const aoba = {
  shift_jis: '90c29774',
  'euc-jp': 'c0c4cdd5',
  'iso-2022-jp': '1b2442404c4d551b2842',
};
const inCharset = (charset: keyof typeof aoba, before: string, after = '') =>
  Buffer.concat([Buffer.from(before), Buffer.from(aoba[charset], 'hex'), Buffer.from(after)]);

export const cases: readonly PageCase[] = [
  {
    name: 'references',
    body: `${head}<h1>Caf&eacute; Aoba</h1> &copy 2026 &#x2014; &#150; &#0; &notit; &nope; &amp;copy;`,
  },
  {
    name: 'references in attributes',
    body: `${head}<a href="?a=1&copy=2&amp;b">x</a><meta name=robots content="no&#105;ndex">`,
  },
  {
    name: 'words of several elements',
    body: `${head}C<b>af</b>é <i>Ao</i><wbr>ba <span>re&shy;served</span>`,
  },
  { name: 'robots in a comment', body: `${head}<!-- ${noindex} -->x` },
  { name: 'robots in a script', body: `${head}<script>var a = '${noindex}'</script>x` },
  {
    name: 'robots in a template, a noscript, a style',
    body: `${head}<template>${noindex}</template><noscript>${noindex}</noscript><style>${noindex}</style>x`,
  },
  { name: 'robots in the body', body: `${head}<body><p>x${noindex}` },
  { name: 'robots in capitals', body: `${head}<META NAME=robots CONTENT='NoIndex' CONTENT=all>x` },
  { name: 'robots behind a comment that ends early', body: `${head}<!-->${noindex}<!--->x<!-- a --!>y` },
  { name: 'robots in a comment that never ends', body: `${head}x<!-- ${noindex}` },
  { name: 'robots in a title that never ends', body: `<!doctype html><title>x ${noindex}` },
  { name: 'robots within a drawing', body: `${head}<svg>${noindex}<text>x</text></svg>y` },
  {
    name: 'a script within a script',
    body: `${head}<script><!-- <script> </script> ${noindex} --></script>x`,
  },
  { name: 'a script that writes end tags', body: `${head}<script>"</scr" + "ipt>"; '</p>'</script>x` },
  {
    name: 'titles',
    body: '<svg><title>no</title></svg><title>\n Ao &amp; ba\t製菓 </title><title>second</title>x',
  },
  { name: 'a title in the body', body: '<!doctype html><p>x<title>late</title>y' },
  {
    name: 'hidden parts',
    body: `${head}a<div hidden>b<p>c</div><p style="display:none">d</p><dialog>e</dialog><p popover>f</p>g`,
  },
  {
    name: 'a hidden paragraph that the next one ends',
    body: `${head}<p hidden>a<p>b<p style="color:red;display: none">c<p style="display:none;display:block">d`,
  },
  { name: 'lists', body: `${head}<ul><li>a<li>b<ul><li>c</ul></ul><dl><dt>d<dd>e</dl><ol><li>f</ol>` },
  { name: 'tables', body: `${head}<table><caption>a</caption><tr><th>b<td>c<tr><td>d</table>` },
  { name: 'text beside cells', body: `${head}<table>a<tr><td>b</td>c</tr><b>d</table>` },
  { name: 'line breaks', body: `${head}a<br>b<br/>c</br>d<hr>e<pre>\nf  g\n h</pre>i` },
  { name: 'white space', body: `${head}<p> a \n b</p>\n<p>株式会社\nサンプル</p>&nbsp;c&#x3000;d` },
  {
    name: 'forms',
    body: `${head}<form>a<input value=b><button>c</button><select>x<option>d<option>e</select><textarea>f</textarea><fieldset><legend>g</legend>h</fieldset></form>`,
  },
  {
    name: 'details',
    body: `${head}<details><summary>a</summary>b<summary>c</summary></details><details open><p>d<summary>e</summary></details>`,
  },
  {
    name: 'frames, films, fallbacks',
    body: `${head}a<iframe>b</iframe><video>c</video><canvas>d</canvas><audio>e</audio><datalist><option>f</datalist><meter>g</meter>h<noembed>i</noembed>`,
  },
  {
    name: 'drawings and formulas',
    body: `${head}<svg>a<title>b</title><desc>c</desc><text>d</text></svg><math>e<mi>ff</mi></math>g`,
  },
  { name: 'kana over words', body: `${head}<ruby>青葉<rp>(</rp><rt>あおば</rt><rp>)</rp></ruby>製菓` },
  {
    name: 'unclosed and misnested tags',
    body: `${head}<p>a<b>b<p>c</b>d<i>e<div>f</i>g</div></p>h</section><a>i<a>j`,
  },
  { name: 'text before the document', body: `Fatal error: x in y on line 3 ${head}<body>z` },
  { name: 'text after the document', body: `${head}<body>a</body></html>b<p>c` },
  { name: 'a page without tags', body: 'just text & more' },
  { name: 'markup of servers', body: `${head}a<?php echo "b" ?>c<%= d %>e<![CDATA[f]]>g<!DOCTYPE h>i` },
  { name: 'plain text to the end', body: `${head}a<xmp><b>b</b></xmp><plaintext><b>c` },
  {
    name: 'frame sets',
    body: '<!doctype html><title>x</title><frameset><frame><noframes>no frames</noframes></frameset>',
  },
  { name: 'nothing', body: '' },
  { name: 'plain text', body: `<title>x</title> ${noindex} &amp;`, type: 'text/plain' },
  {
    name: 'JSON',
    body: `{ "a": "<title>x</title> ${noindex.replaceAll('"', '')}" }`,
    type: 'application/json',
  },
  {
    name: 'no type, HTML by its look',
    body: `\n <!DOCTYPE HTML><title>x</title>${noindex}y &amp; z`,
    type: null,
  },
  { name: 'no type, text by its look', body: `y &amp; z <title>x</title>${noindex}`, type: null },
  ...(['shift_jis', 'euc-jp', 'iso-2022-jp'] as const).flatMap((charset): PageCase[] => [
    {
      name: `${charset} in the header`,
      body: inCharset(charset, 'a'),
      type: `text/html; charset=${charset}`,
    },
    {
      name: `${charset} in a meta`,
      body: inCharset(charset, `<meta charset=${charset}>`),
      type: 'text/html',
    },
    {
      name: `${charset} in an old meta`,
      body: inCharset(charset, `<html><META content="text/html;charset=${charset}" http-equiv=CONTENT-TYPE>`),
      type: 'text/html',
    },
  ]),
  {
    name: 'a charset in a comment',
    body: inCharset('shift_jis', '<!-- <meta charset=euc-jp> --><meta charset=shift_jis>'),
    type: 'text/html',
  },
  {
    name: 'a charset in a script',
    body: inCharset('shift_jis', '<script>"<meta charset=euc-jp>"</script><meta charset=shift_jis>'),
    type: 'text/html',
  },
  {
    name: 'a charset in an attribute',
    body: inCharset('shift_jis', '<p title="<meta charset=euc-jp>"><meta charset=shift_jis>'),
    type: 'text/html',
  },
  {
    name: 'a charset far down in the head',
    body: inCharset('euc-jp', `<head><style>${' '.repeat(3000)}</style><meta charset=euc-jp></head>`),
    type: 'text/html',
  },
  {
    name: 'the header against the meta',
    body: inCharset('euc-jp', '<meta charset=shift_jis>'),
    type: 'text/html; charset=euc-jp',
  },
  {
    name: 'a byte order mark against the header',
    body: Buffer.from('\ufeff<p>青葉'),
    type: 'text/html; charset=shift_jis',
  },
  {
    name: 'UTF-16 with its mark',
    body: Buffer.from('\ufeff<title>青葉</title><p>製菓', 'utf16le'),
    type: 'text/html',
  },
  { name: 'UTF-16 said in ASCII', body: '<meta charset=utf-16>青葉', type: 'text/html' },
];

const bare = '<!doctype html><html lang=ja><title>Shop</title>';

/** Pages whose scripts make the words 青葉製菓, and whether these stand in what the scripts start from. */
export const shells: readonly (PageCase & { readonly holds: boolean })[] = [
  {
    name: 'React, with the state of Next.js',
    body: `${bare}<div id="__next"></div><script id="__NEXT_DATA__" type="application/json">{"props":{"name":"\\u9752\\u8449製菓"}}</script>
      <script type=module>__next.innerHTML = '<h1>' + JSON.parse(__NEXT_DATA__.text).props.name + '</h1>'</script>`,
    holds: true,
  },
  {
    name: 'Nuxt, with its state in a script',
    body: `${bare}<div id="__nuxt"><p>Loading…</p></div><script>window.__NUXT__={name:"\\u{9752}葉製菓"}</script>
      <script type=module>__nuxt.textContent = window.__NUXT__.name</script>`,
    holds: true,
  },
  {
    name: 'a component of its own, with HTML in its data',
    body: `${bare}<app-root></app-root><script id=data type="application/json">{"html":"<h1>青葉製菓<\\/h1>"}</script>
      <script type=module>document.querySelector('app-root').innerHTML = JSON.parse(data.text).html</script>`,
    holds: true,
  },
  {
    name: 'JSON within a string, as the app router of Next.js writes it',
    body: `${bare}<div id="shop-front"></div><script>self.flight = "{\\"name\\":\\"\\\\u9752葉製菓\\"}"</script>
      <script type=module>document.getElementById('shop-front').textContent = JSON.parse(self.flight).name</script>`,
    holds: true,
  },
  {
    name: 'words that are put together',
    body: `${bare}<div id=app></div><script type=module>app.textContent = ['青葉', '製菓'].join('')</script>`,
    holds: false,
  },
];
