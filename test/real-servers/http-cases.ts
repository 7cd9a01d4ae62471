import { gzipSync } from 'node:zlib';
import type { Host } from './world.ts';

// One row a case: the host, what the ledger expects of its page, the findings and the exit status that follow, and
// what curl sees of it.
export interface Case extends Omit<Host, 'name' | 'served'> {
  /** Under `web.example`. */
  readonly host: string;
  /** In words, for the documentation. */
  readonly served: string;
  /** Beneath the host; `/` if not said. */
  readonly path?: string;
  readonly expect?: string;
  readonly finds: readonly string[];
  readonly exit: number;
  /** The status that `curl` sees of the first answer; null where there is none. */
  readonly curl: string | null;
}

/** お問い合わせ in the encodings of older Japanese pages. */
const enquiries = {
  shift_jis: '82a896e282a28d8782ed82b9',
  'euc-jp': 'a4aacce4a4a4b9e7a4efa4bb',
  'iso-2022-jp': '1b2442242a4c6424243967246f243b1b2842',
};

const welcome = 'return 200 "Welcome";';
const drift = { exit: 1 };
const unknown = { exit: 3 };

export const cases: readonly Case[] = [
  {
    host: 'closed',
    served: 'nothing: the connection is refused',
    curl: null,
    finds: ['http/unreachable:page', 'probe/failed:closed.web.example'],
    ...drift,
  },
  {
    host: 'failing',
    served: '500',
    curl: '500',
    https: 'return 500;',
    finds: ['http/server-error:page'],
    ...drift,
  },
  {
    host: 'not-found',
    served: '404',
    curl: '404',
    https: 'return 404;',
    finds: ['http/status-differs:page'],
    ...drift,
  },
  {
    host: 'no-text',
    served: 'a page without the text that the ledger asks for',
    curl: '200',
    https: 'return 200 "Hello";',
    expect: '{ contains: [Welcome] }',
    finds: ['http/text-missing:page'],
    ...drift,
  },
  {
    host: 'wrong-text',
    served: 'a page with a text that the ledger forbids',
    curl: '200',
    https: 'return 200 "Welcome to our casino";',
    expect: '{ contains: [Welcome], lacks: [casino] }',
    finds: ['http/text-forbidden:page'],
    ...drift,
  },
  {
    host: 'json',
    served: 'JSON with another value than the ledger’s',
    curl: '200',
    https: `default_type application/json; return 200 '{ "status": "down" }';`,
    expect: '{ json: { /status: up } }',
    finds: ['http/json-differs:page'],
    ...drift,
  },
  {
    host: 'elsewhere',
    served: 'a redirect to another place than the ledger’s',
    curl: '301',
    https: 'return 301 https://www.web.example/;',
    expect: '{ redirects-to: "https://www.web.example/new" }',
    finds: ['http/redirect-differs:page'],
    ...drift,
  },
  {
    host: 'circle',
    served: 'redirects in a circle',
    curl: '302',
    https: 'location / { return 302 /login; } location /login { return 302 /; }',
    finds: ['http/redirect-loop:page'],
    ...drift,
  },
  {
    host: 'downgraded',
    served: 'a redirect from https to http',
    curl: '301',
    https: 'return 301 http://$host/;',
    http: welcome,
    finds: ['http/https-downgraded:page'],
    ...drift,
  },
  {
    host: 'unencrypted',
    served: 'the page over http too, without a redirect to https',
    curl: '200',
    https: welcome,
    http: welcome,
    finds: ['http/not-upgraded:page'],
    ...drift,
  },
  {
    host: 'upgraded',
    served: 'over http a redirect to https',
    curl: '200',
    https: welcome,
    http: 'return 301 https://$host$request_uri;',
    finds: [],
    exit: 0,
  },
  {
    host: 'slow',
    served: 'a page whose last byte takes longer than the ledger allows',
    curl: '200',
    https: `location / { limit_rate 1500; return 200 "${'Welcome '.repeat(450)}"; }`,
    expect: '{ within: 1s }',
    finds: ['http/too-slow:page'],
    ...drift,
  },
  {
    host: 'no-hsts',
    served: 'a page without HSTS, which the ledger asks for',
    curl: '200',
    https: welcome,
    expect: '{ hsts: true }',
    finds: ['http/hsts-differs:page'],
    ...drift,
  },
  {
    host: 'hidden',
    served: '`noindex` on a page that is to be found',
    curl: '200',
    https: `add_header X-Robots-Tag "noindex, nofollow"; ${welcome}`,
    expect: '{ indexable: true }',
    finds: ['http/noindex:page'],
    ...drift,
  },
  {
    host: 'shown',
    served: 'no `noindex` on a page that is not to be found',
    curl: '200',
    https: welcome,
    expect: '{ indexable: false }',
    finds: ['http/indexable:page'],
    ...drift,
  },
  {
    host: 'open',
    served: 'a page that is to be blocked from outside',
    curl: '200',
    https: welcome,
    expect: '{ blocked: true }',
    finds: ['http/not-blocked:page'],
    ...drift,
  },
  {
    host: 'maintenance',
    served: '503 with Retry-After',
    curl: '503',
    https: 'add_header Retry-After 3600 always; return 503;',
    finds: ['http/in-maintenance:page'],
    ...drift,
  },
  {
    host: 'no-database',
    served: '200, and the words of WordPress that its database is gone',
    curl: '200',
    https: 'return 200 "<title>Database Error</title>Error establishing a database connection";',
    finds: ['http/site-broken:page'],
    ...drift,
  },
  {
    host: 'parked',
    served: 'a page that says that the domain has expired',
    curl: '200',
    https: 'return 200 "This domain has expired";',
    finds: ['http/parked:page'],
    ...drift,
  },
  {
    host: 'challenge',
    served: '403, a challenge of Cloudflare',
    curl: '403',
    https: 'add_header Cf-Mitigated challenge always; return 403;',
    finds: ['http/challenged:page'],
    ...unknown,
  },
  {
    host: 'filter',
    served: '403, while the front page answers 200',
    curl: '403',
    path: 'contact',
    https: `location = / { ${welcome} } location / { deny all; }`,
    finds: ['http/challenged:page'],
    ...unknown,
  },
  {
    host: 'busy',
    served: '429',
    curl: '429',
    https: 'return 429;',
    finds: ['probe/failed:page'],
    ...unknown,
  },
  {
    host: 'inside',
    served: 'an address of a private network',
    curl: null,
    address: '10.0.0.80',
    finds: ['probe/blocked:inside.web.example', 'probe/blocked:page'],
    ...unknown,
  },
  {
    host: 'well',
    served: 'a redirect to a page that is as the ledger says, compressed',
    curl: '301',
    https: `add_header Strict-Transport-Security "max-age=31536000"; gzip on; gzip_min_length 1;
      location = /start { return 200 "<title>Welcome</title><p>お問い合わせ</p>"; }
      location = / { return 301 /start; }`,
    expect: `{ status: 200, contains: [Welcome, お問い合わせ], lacks: [casino], within: 20s,
      redirects-to: "https://well.web.example/start", hsts: true, indexable: true }`,
    finds: [],
    exit: 0,
  },
  {
    host: 'blocked',
    served: '403, where the ledger says that it is blocked',
    curl: '403',
    https: 'return 403;',
    expect: '{ blocked: true }',
    finds: [],
    exit: 0,
  },
  {
    host: 'origin-down',
    served: '522 of Cloudflare: it does not reach the server behind it',
    curl: '522',
    https: `add_header Server cloudflare always; default_type text/plain; return 522 "error code: 522";`,
    finds: ['http/server-error:page'],
    ...drift,
  },
  {
    host: 'origin-certificate',
    served: '526 of Cloudflare: the certificate of the server behind it is not valid',
    curl: '526',
    https: 'return 526 "error code: 526";',
    finds: ['http/server-error:page'],
    ...drift,
  },
  {
    host: 'wall-aws',
    served: '202, a challenge of AWS WAF',
    curl: '202',
    https: 'add_header x-amzn-waf-action challenge always; return 202;',
    finds: ['http/challenged:page'],
    ...unknown,
  },
  {
    host: 'wall-akamai',
    served: '403, the refusal of Akamai',
    curl: '403',
    https: `return 403 "<title>Access Denied</title><p>You don't have permission</p>Reference&#32;&#35;18.4f";`,
    finds: ['http/challenged:page'],
    ...unknown,
  },
  {
    host: 'wall-imperva',
    served: '200, a page of Imperva that only a browser gets past',
    curl: '200',
    https: `return 200 "<html><iframe src='/_Incapsula_Resource?SWUDNSAI=31'></iframe></html>";`,
    finds: ['http/challenged:page'],
    ...unknown,
  },
  {
    host: 'wall-siteguard',
    served: '403, the refusal of SiteGuard',
    curl: '403',
    https: 'return 403 "<title>403 Forbidden</title><p>SiteGuard Lite</p>";',
    finds: ['http/challenged:page'],
    ...unknown,
  },
  {
    host: 'crashed',
    served: '500, and the words of WordPress for a critical error',
    curl: '500',
    https: 'return 500 "<p>このサイトで重大なエラーが発生しました。</p>";',
    finds: ['http/server-error:page'],
    ...drift,
  },
  {
    host: 'emptied',
    served: 'a redirect to the installation page of WordPress',
    curl: '302',
    https: `location = / { return 302 /wp-admin/install.php; } location / { ${welcome} }`,
    finds: ['http/site-broken:page'],
    ...drift,
  },
  {
    host: 'under-work',
    served: '503, and the words of WordPress for maintenance',
    curl: '503',
    https: 'return 503 "Briefly unavailable for scheduled maintenance. Check back in a minute.";',
    finds: ['http/in-maintenance:page'],
    ...drift,
  },
  ...(['shift_jis', 'euc-jp', 'iso-2022-jp'] as const).map(
    (charset): Case => ({
      host: charset.replaceAll('_', '-'),
      served: `a page in ${charset}, said in its own head alone, with the text that the ledger asks for in Unicode`,
      curl: '200',
      file: Buffer.concat([
        Buffer.from(`<!doctype html><meta charset="${charset}"><title>Welcome</title><p>`),
        Buffer.from(enquiries[charset], 'hex'),
      ]),
      https: 'charset off;',
      expect: '{ contains: [お問い合わせ], lacks: [casino] }',
      finds: [],
      exit: 0,
    }),
  ),
  {
    host: 'bomb',
    served: '64 kB that unpack to 64 MB',
    curl: '200',
    file: gzipSync(Buffer.alloc(64 * 1024 * 1024, 'nothing ')),
    https: 'add_header Content-Encoding gzip;',
    expect: '{ contains: [Welcome] }',
    finds: ['probe/failed:page'],
    ...unknown,
  },
];
