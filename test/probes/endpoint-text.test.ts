import { describe, expect, it } from 'vitest';
import { normalizeText, readContent } from '../../src/probes/endpoint/text.ts';

const read = (body: string, type: string | null = 'text/html; charset=utf-8') =>
  readContent(new TextEncoder().encode(body), type);

describe('normalizeText', () => {
  it('makes widths, forms and white space alike', () => {
    expect(normalizeText('  ㈱サンプル　Ａ１\n\t ｶﾞ ')).toBe('(株)サンプル A1 ガ');
  });
});

describe('the words on a page', () => {
  it('are those that a visitor reads, the title with them', () => {
    const content =
      read(`<title>Caf&eacute; | Aoba</title><h1>C<b>af</b>é Ao<wbr>ba</h1> &copy; 2026<p>re&shy;served
      <img alt="Our shop"><button>Order</button><input placeholder="Your name">`);
    for (const words of [
      'Café | Aoba',
      'Café Aoba',
      '© 2026',
      'reserved',
      'Our shop',
      'Order',
      'Your name',
    ]) {
      expect([words, content.has(words)]).toEqual([words, true]);
    }
    expect(content.text).toBe('Café | Aoba Café Aoba © 2026 re\u00adserved Order');
  });

  it('are not what nobody reads', () => {
    const content =
      read(`<!-- seen --><script>"seen"</script><style>.seen{}</style><p class=seen hidden>seen</p>
      <noscript>seen</noscript><template>seen</template><meta name=description content=seen><p>other`);
    expect(content.has('seen')).toBe(false);
    expect(content.has('other')).toBe(true);
  });

  it('keep their case, and what stands between them', () => {
    const content = read('<p>Open daily<p>from nine');
    expect(content.has('open daily')).toBe(false);
    expect(content.has('Opendaily')).toBe(false);
    expect(content.has('Open  daily from\nnine')).toBe(true);
  });

  it('may be asked for as they stand in the source', () => {
    const content = read('<title>Aoba</title><p class="lead">Fish &amp; Chips</p><!-- build 42 -->');
    for (const words of ['<title>Aoba', '<p class="lead">', 'Fish &amp; Chips', '<!-- build 42']) {
      expect([words, content.has(words)]).toEqual([words, true]);
    }
    expect(content.has('class="lead"')).toBe(false);
    expect(content.has('</section>')).toBe(false);
  });

  it('are the source itself where it is no HTML', () => {
    for (const type of ['text/plain', 'application/json', null]) {
      const content = read('{ "state": "<b>up</b>",\n  "note": "A &amp; B" }', type);
      expect(content.has('"state": "<b>up</b>", "note"')).toBe(true);
      expect(content.has('up</b>')).toBe(true);
      expect(content.has('A & B')).toBe(false);
      expect(content.page).toMatchObject({ title: null, metas: [] });
    }
    const feed = read(
      '<rss><title>A &amp; B &#169;</title><html><title>no</title></rss>',
      'application/rss+xml',
    );
    expect(feed.page.title).toBe(null);
    expect(feed.has('A & B ©')).toBe(true);
  });
});

describe('one spelling for what keyboards write in several ways', () => {
  const pairs: readonly (readonly [page: string, ledger: string])[] = [
    ['㈱サンプル', '(株)サンプル'],
    ['ＡＢＣ １２３', 'ABC 123'],
    ['ｻﾝﾌﾟﾙ', 'サンプル'],
    ['か\u3099く', 'がく'],
    ['カ゛ス', 'ガス'],
    ['Cafe\u0301', 'Café'],
    ['10時〜18時', '10時～18時'],
    ['10時~18時', '10時〜18時'],
    ['ジョン・スミス', 'ジョン･スミス'],
    ['A·B', 'A・B'],
    ['03－1234－5678', '03-1234-5678'],
    ['03ー1234ー5678', '03−1234‐5678'],
    ['サ―バ―', 'サーバー'],
    ['2020–2026 — Aoba', '2020-2026 ― Aoba'],
    ['We’re “open”', 'We\'re "open"'],
    ['続く⋯', '続く…'],
    ['\\1,000', '￥1,000'],
    ['会　社　名', '会社名'],
    ['株式会社 サンプル', '株式会社サンプル'],
    ['お問い\n合わせ', 'お問い合わせ'],
    ['Web サイト', 'Webサイト'],
    ['地域とともに<br>歩む', '地域とともに歩む'],
    ['青\u200b葉\ufeff製\u2060菓', '青葉製菓'],
    ['葛\u{e0100}城', '葛城'],
    ['<ruby>青葉<rt>あおば</rt></ruby>製菓', '青葉製菓'],
    ['<ruby>青葉<rt>あおば</rt></ruby>製菓', '青葉あおば製菓'],
  ];
  it.each(pairs)('%s is %s', (page, ledger) => {
    expect(read(`<p>[${page}]`).has(`[${ledger}]`)).toBe(true);
    if (!page.includes('<')) expect(read(`<p>[${ledger}]`).has(`[${page}]`)).toBe(true);
  });

  it.each([
    ['東京</li><li>都内', '京都'],
    ['<table><td>東京</td><td>都内</table>', '京都'],
    ['コナ', 'コーナ'],
    ['サイト', 'サ イト ト'],
    ['one two', 'onetwo'],
    ['Cafe', 'Café'],
    ['がく', 'かく'],
  ])('%s is not %s', (page, ledger) => {
    expect(read(`<p>${page}`).has(ledger)).toBe(false);
  });
});
