import { describe, expect, it } from 'vitest';
import type { HttpAnswer } from '../../src/edge/http-edge.ts';
import { readHome } from '../../src/init/page.ts';

const url = new URL('https://www.example.test/');

function answer(html: string, headers: Record<string, string> = {}): HttpAnswer {
  const sent = { 'content-type': 'text/html; charset=utf-8', ...headers };
  return {
    status: 200,
    headers: new Map(Object.entries(sent).map(([name, value]) => [name, [value]])),
    redirectsTo: null,
    body: new TextEncoder().encode(html),
    bodyEnd: 'complete',
    address: '192.0.2.1',
    tookMs: 1,
    credentials: 'none',
  };
}

const read = (html: string) => readHome(url, answer(html), answer(html));

describe('the page at a first look', () => {
  it('says whose it is, references decoded', () => {
    const home = read(
      '<html lang=ja_JP><title>Caf&eacute; Aoba | Home</title><p>x<footer>&copy; 2026 Caf&eacute; Aoba</footer>',
    );
    expect(home).toMatchObject({ language: 'ja', brand: 'Café Aoba', markers: ['Café Aoba'] });
  });

  it('says nothing in comments, scripts and templates', () => {
    const home =
      read(`<!-- <html lang=fr><title>Old Name</title><footer>© Old Company</footer> --><title>Aoba</title>
      <script>'<meta name=generator content=WordPress><a href=/contact>Contact</a>'</script>
      <template><meta property=og:site_name content="Old Name"><img src=/wp-content/x.png></template>
      <!-- <a href=/contact>Contact</a><link href=/wp-content/style.css> -->`);
    expect(home).toMatchObject({
      language: null,
      brand: 'Aoba',
      markers: ['Aoba'],
      isWordPress: false,
      contactUrl: null,
    });
  });

  it.each([
    [
      '<title>Making sure you&#39;re not a bot!</title><script src="/.within.website/x/cmd/anubis/a.mjs"></script>',
    ],
    ['<title>Just a moment...</title><script>window._cf_chl_opt={}</script>'],
    ['<title>Welcome to nginx!</title><h1>Welcome to nginx!</h1><footer>© 2026 nginx</footer>'],
    ['<title>Account Suspended</title><p>This Account has been suspended.'],
    ['<title>無効なURLです</title><p>無効なURLです。<p>© XSERVER Inc.'],
  ])('takes no word of a page that stands in its place: %s', (html) => {
    expect(read(`<html lang=en>${html}`)).toMatchObject({
      language: null,
      brand: null,
      markers: [],
      contactUrl: null,
      sign: { type: expect.stringMatching(/^(?:challenge|placeholder)$/) },
    });
  });

  it.each([
    ['<a href="contact/?a=1&amp;b=2#form">Contact <b>us</b></a>', 'https://www.example.test/contact/'],
    ['<base href=/en/><a href=contact>お問い<wbr>合わせ</a>', 'https://www.example.test/en/contact'],
    ['<a href=/inquiry><img src=x.png alt=お問い合わせ></a>', 'https://www.example.test/inquiry'],
    ['<a href=/about>About<a href="https://other.example/contact">Contact</a>', null],
    ['<a href="/contact">Contact the moon</a>', null],
  ])('contact page of %s', (html, expected) => {
    expect(read(html).contactUrl).toBe(expected);
  });

  it.each([
    ['<link rel=stylesheet href=/wp-content/themes/a/style.css>', true],
    ['<meta name=Generator content="WordPress 7.0">', true],
    ['<p>We moved from /wp-content/ to files of our own.', false],
  ])('WordPress: %s', (html, expected) => {
    expect(read(html).isWordPress).toBe(expected);
  });
});
