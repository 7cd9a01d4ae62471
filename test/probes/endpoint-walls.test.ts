import { describe, expect, it, test } from 'vitest';
import { placeholders } from '../../src/probes/endpoint/placeholders.ts';
import { signOf } from '../../src/probes/endpoint/signs.ts';
import { readContent } from '../../src/probes/endpoint/text.ts';
import { walls } from '../../src/probes/endpoint/walls.ts';

// Pages that stand in the place of a site, cut down to what shows them, and pages that only speak of such things.

interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly url?: string;
  readonly body: string;
}

function sign({ status = 200, headers = {}, url = 'https://www.example.test/', body }: Answer) {
  const sent = { 'content-type': 'text/html; charset=utf-8', ...headers };
  return signOf({
    url,
    status,
    headers: new Map(Object.entries(sent).map(([name, value]) => [name, [value]])),
    content: readContent(new TextEncoder().encode(body), sent['content-type']),
  });
}

const titled = (title: string, rest = '') => `<!doctype html><title>${title}</title><body>${rest}`;
const forbidden = '<h1>403 Forbidden</h1>';

const wallCases: readonly (readonly [by: string | null, Answer])[] = [
  [
    'Cloudflare',
    { body: titled('Just a moment...', '<script>window._cf_chl_opt={cType:"managed"}</script>') },
  ],
  [
    'Cloudflare',
    { status: 403, headers: { 'cf-mitigated': 'challenge' }, body: titled('しばらくお待ちください...') },
  ],
  [
    'Cloudflare',
    { status: 403, headers: { server: 'cloudflare' }, body: titled('Attention Required! | Cloudflare') },
  ],
  [
    'Cloudflare',
    {
      status: 504,
      body: titled(
        'Please wait',
        '<form action="/?__cf_chl_jschl_tk__=x"></form><script>a.jschl_answer</script>',
      ),
    },
  ],
  ['AWS WAF', { status: 202, headers: { 'x-amzn-waf-action': 'challenge' }, body: '' }],
  [
    'AWS WAF',
    { body: titled('', '<script>window.gokuProps = {"key":"x"}</script><div id=challenge-container>') },
  ],
  [
    'Amazon CloudFront',
    {
      status: 403,
      headers: { server: 'CloudFront' },
      body: titled(
        'ERROR: The request could not be satisfied',
        '<p>The Amazon CloudFront distribution is configured to block access from your country.',
      ),
    },
  ],
  [
    'Azure Front Door',
    { status: 403, headers: { 'x-azure-ref': '0abc' }, body: '<h2>The request is blocked.</h2>0abc' },
  ],
  [
    'Azure Application Gateway',
    {
      status: 403,
      body: `<center>${forbidden}</center><hr><center>Microsoft-Azure-Application-Gateway/v2</center>`,
    },
  ],
  ['Akamai', { status: 403, body: titled('Access Denied', 'Reference&#32;&#35;18.1') }],
  ['Akamai', { status: 403, headers: { server: 'AkamaiGHost' }, body: forbidden }],
  ['Imperva', { body: '<iframe src="/_Incapsula_Resource?SWUDNSAI=31">Request unsuccessful.</iframe>' }],
  ['Imperva', { status: 403, headers: { 'x-iinfo': '1-2' }, body: forbidden }],
  [
    'DataDome',
    {
      status: 403,
      headers: { 'x-datadome': 'blocked' },
      body: titled('example.test', '<p id="cmsg">Please enable JS and disable any ad blocker'),
    },
  ],
  ['DataDome', { body: titled('', '<script src="https://ct.captcha-delivery.com/c.js"></script>') }],
  [
    'HUMAN (PerimeterX)',
    {
      status: 403,
      body: titled(
        'Access to this page has been denied',
        '<script src="https://captcha.px-cloud.net/PX/captcha.js"></script>',
      ),
    },
  ],
  ['Kasada', { status: 429, headers: { 'x-kpsdk-ct': '0a' }, body: '<script>window.KPSDK={}</script>' }],
  ['Reblaze', { status: 247, headers: { 'set-cookie': 'rbzid=x; Path=/' }, body: '<script>x()</script>' }],
  [
    'F5',
    {
      body: titled(
        'Request Rejected',
        'The requested URL was rejected. Please consult with your administrator.<br><br>Your support ID is: 1',
      ),
    },
  ],
  [
    'Fastly',
    { body: titled('Client Challenge', '<script src="/_fs-ch-1T1wmsGaOgGaSxcX/script.js"></script>') },
  ],
  [
    'Sucuri',
    {
      body: titled(
        'You are being redirected...',
        "<script>var s={},sucuri_cloudproxy_js='',S='eA=='</script>",
      ),
    },
  ],
  [
    'SiteGround',
    {
      status: 202,
      body: '<html><head><meta http-equiv="refresh" content="0;/.well-known/sgcaptcha/?r=%2F">',
    },
  ],
  [
    'Vercel',
    {
      status: 429,
      headers: { 'x-vercel-mitigated': 'challenge' },
      body: titled('Vercel Security Checkpoint'),
    },
  ],
  ['Vercel', { status: 403, headers: { 'x-vercel-mitigated': 'deny' }, body: 'Forbidden' }],
  [
    'bunny.net',
    {
      body: titled(
        'Establishing a secure connection ...',
        '<script src="/.bunny-shield/assets/shield-challenge.js"></script>',
      ),
    },
  ],
  [
    'DDoS-Guard',
    {
      body: titled('DDOS-GUARD', '<script src="/.well-known/ddos-guard/ddg-captcha-page/index.js"></script>'),
    },
  ],
  ['Radware', { url: 'https://validate.perfdrive.com/abc/', body: titled('Radware Captcha Page') }],
  ['Barracuda', { status: 403, body: titled('', 'The request was blocked. Barracuda Networks') }],
  ['StackPath', { status: 403, body: titled('StackPath', 'blocked') }],
  ['Edgio', { status: 403, headers: { server: 'ECAcc (tka/897A)' }, body: titled('403 - Forbidden') }],
  [
    'Wordfence',
    { status: 503, body: titled('', 'Your access to this site has been limited by the site owner') },
  ],
  [
    'Wordfence',
    {
      status: 403,
      body: titled('x', `${'<p>Our shop’s own words about this page.'.repeat(80)}<p>Generated by Wordfence`),
    },
  ],
  [
    'SiteGuard',
    { status: 403, body: titled('', '<p>The server refuse to browse the page.<p>Powered by SiteGuard Lite') },
  ],
  ['Scutum', { status: 403, headers: { server: 'Scutum' }, body: forbidden }],
  [
    'ModSecurity',
    { status: 406, body: titled('Not Acceptable!', '<p>This error was generated by Mod_Security.</p>') },
  ],
  ['Imunify360', { body: titled('One moment, please...', '<script>f("/z0f7?wsidchk="+x)</script>') }],
  ['BitNinja', { body: titled('Visitor anti-robot validation') }],
  [
    'Anubis',
    {
      body: titled(
        'Making sure you&#39;re not a bot!',
        '<script id="anubis_challenge" type="application/json">{}</script><script src="/.within.website/x/cmd/anubis/static/js/main.mjs"></script>',
      ),
    },
  ],
  [
    'go-away',
    {
      body: titled(
        'Checking you are not a bot',
        '<img src="/.well-known/.git.gammaspectra.live/git/go-away/cmd/go-away/assets/static/logo.png">',
      ),
    },
  ],
  [
    'haproxy-protection',
    { body: titled('Hold on...', '<script src="/.basedflare/js/challenge.min.js"></script>') },
  ],
  ['SafeLine', { body: titled('', '<script src="/.safeline/static/favicon.js"></script>') }],
  ['Alibaba Cloud WAF', { body: `<script>var arg1='A';setCookie("acw_sc__v2",x)</script>` }],
  ['Qrator', { status: 403, headers: { server: 'QRATOR' }, body: forbidden }],
  ['FortiWeb', { status: 403, headers: { 'set-cookie': 'FORTIWAFSID=x' }, body: forbidden }],
  ['Squarespace', { status: 403, body: 'BRICK-50' }],
  ['Cloudflare Waiting Room', { body: titled('Waiting Room powered by Cloudflare', 'You are now in line.') }],
  ['Queue-it', { url: 'https://aoba.queue-it.net/?c=aoba', body: titled('Queue-it') }],
  // Without a name.
  [null, { status: 999, body: '' }],
  [
    null,
    {
      body: titled(
        'example.test',
        '<p>Verifying you are human. This may take a few seconds.<script src="https://challenges.cloudflare.com/turnstile/v0/api.js"></script>',
      ),
    },
  ],
  [
    null,
    {
      body: titled(
        'Security verification',
        '<div class=h-captcha></div><script src="https://js.hcaptcha.com/1/api.js"></script>',
      ),
    },
  ],
  [
    null,
    {
      body: '<script>document.cookie="tfw_cookie=1";setTimeout(function(){location.reload();},1000)</script>',
    },
  ],
  [null, { body: titled('Checking your browser...', '<script>work()</script>Javascript required') }],
];

describe('a wall, whatever its status', () => {
  it.each(wallCases)('%s: %j', (by, answer) => {
    expect(sign(answer)).toEqual({ type: 'challenge', by });
  });

  test('every wall of the table has a case and says who describes it', () => {
    const seen = new Set(wallCases.map(([by]) => by));
    expect(walls.filter(({ by, source }) => !seen.has(by) || source === '')).toEqual([]);
  });
});

const vacancyCases: readonly (readonly [by: string | null, what: string, Answer])[] = [
  [
    'cPanel',
    'empty',
    { url: 'https://www.example.test/cgi-sys/defaultwebpage.cgi', body: titled('x', 'SORRY!') },
  ],
  [
    'cPanel',
    'empty',
    {
      body: '<html><head><META HTTP-EQUIV="refresh" CONTENT="0;URL=/cgi-sys/defaultwebpage.cgi"></head><body></body></html>',
    },
  ],
  [
    'cPanel',
    'suspended',
    { url: 'https://www.example.test/cgi-sys/suspendedpage.cgi', body: titled('Account Suspended') },
  ],
  [
    'Xserver',
    'unknown-domain',
    {
      body: titled(
        '無効なURLです',
        '<p>無効なURLです。<br>プログラム設定の反映待ちである可能性があります。<br>しばらく時間をおいて再度アクセスをお試しください。',
      ),
    },
  ],
  [
    'Xserver',
    'empty',
    {
      body: titled(
        'example',
        '<dt>このウェブスペースへは、まだホームページがアップロードされていません。</dt>',
      ),
    },
  ],
  [
    'Plesk',
    'empty',
    {
      body: titled(
        "Web Server's Default Page",
        '<p>You see this page because there is no Web site at this address.',
      ),
    },
  ],
  ['GoDaddy', 'empty', { body: titled('x', '<h1>Future home of something quite cool.</h1>') }],
  ['Hestia', 'suspended', { body: titled('Suspended', '<h1>This site is currently suspended</h1>') }],
  ['nginx', 'empty', { body: titled('Welcome to nginx!', '<h1>Welcome to nginx!</h1>') }],
  ['nginx', 'empty', { body: titled('Test Page for the Nginx HTTP Server on Amazon Linux') }],
  ['Apache', 'empty', { body: '<html><body><h1>It works!</h1></body></html>' }],
  ['Apache', 'empty', { body: titled('Apache2 Debian Default Page: It works') }],
  ['Apache', 'empty', { body: titled('HTTP Server Test Page powered by: Rocky Linux') }],
  // Debian's own explains itself in 3,300 characters.
  [
    'Apache',
    'empty',
    { body: titled('Apache2 Debian Default Page: It works', 'configuration '.repeat(240)) },
  ],
  ['Apache', 'empty', { body: titled('Test Page for the HTTP Server on Fedora') }],
  ['IIS', 'empty', { body: titled('IIS Windows Server', '<img src="iisstart.png">') }],
  ['Apache Tomcat', 'empty', { body: titled('Apache Tomcat', '<h1>It works !</h1>') }],
  ['Caddy', 'empty', { body: titled('Caddy works!') }],
  ['lighttpd', 'empty', { body: titled('Welcome page', '<h1>Placeholder page</h1>') }],
  ['CapRover', 'empty', { body: titled('CapRover', '<h1>Nothing here yet :/</h1>powered by CapRover') }],
  [
    'GitHub Pages',
    'unknown-domain',
    {
      status: 404,
      body: titled(
        'Site not found · GitHub Pages',
        "<p><strong>There isn't a GitHub Pages site here.</strong>",
      ),
    },
  ],
  [
    'Netlify',
    'unknown-domain',
    { status: 404, headers: { 'content-type': 'text/plain' }, body: 'Not Found - Request ID: 01H' },
  ],
  [
    'Vercel',
    'unknown-domain',
    {
      status: 404,
      headers: { 'x-vercel-error': 'DEPLOYMENT_NOT_FOUND' },
      body: 'The deployment could not be found',
    },
  ],
  [
    'Vercel',
    'suspended',
    { status: 402, headers: { 'x-vercel-error': 'DEPLOYMENT_DISABLED' }, body: 'Payment required' },
  ],
  [
    'Heroku',
    'unknown-domain',
    { status: 404, body: '<iframe src="//www.herokucdn.com/error-pages/no-such-app.html"></iframe>' },
  ],
  [
    'Shopify',
    'unknown-domain',
    { status: 404, body: titled('x', '<h1>Sorry, this shop is currently unavailable.</h1>') },
  ],
  ['Wix', 'unknown-domain', { status: 404, body: titled('ConnectYourDomain Error | Wix.com') }],
  ['Squarespace', 'unknown-domain', { status: 404, body: titled('Squarespace - Domain Not Claimed') }],
  ['Squarespace', 'suspended', { body: titled('Squarespace - Website Expired') }],
  [
    'Amazon S3',
    'unknown-domain',
    {
      status: 404,
      headers: { 'content-type': 'application/xml' },
      body: '<Error><Code>NoSuchBucket</Code><Message>The specified bucket does not exist</Message></Error>',
    },
  ],
  [
    'Google Cloud Storage',
    'unknown-domain',
    {
      status: 404,
      headers: { 'content-type': 'application/xml', server: 'UploadServer' },
      body: '<Error><Message>The specified bucket does not exist.</Message></Error>',
    },
  ],
  ['Fastly', 'unknown-domain', { status: 500, body: 'Fastly error: unknown domain: www.example.test.' }],
  ['Pantheon', 'unknown-domain', { status: 404, body: titled('404 - Unknown Site') }],
  ['Pantheon', 'suspended', { status: 530, body: titled('530 - Site is frozen') }],
  ['Kinsta', 'unknown-domain', { status: 404, body: titled('No Site For Domain') }],
  ['DreamHost', 'empty', { body: titled('Site not found &middot; DreamHost') }],
  [
    'Azure App Service',
    'unknown-domain',
    { status: 404, body: titled('Microsoft Azure Web App - Error 404') },
  ],
  [
    'Azure App Service',
    'suspended',
    { status: 403, body: titled('Web App - Unavailable', '<h1>Error 403 - This web app is stopped.</h1>') },
  ],
  ['Azure App Service', 'empty', { body: titled('Microsoft Azure App Service - Welcome') }],
  [
    'WordPress.com',
    'unknown-domain',
    { body: titled('x', '<p>Do you want to register aoba.wordpress.com?') },
  ],
  ['はてなブログ', 'unknown-domain', { status: 404, body: titled('x', '<p>404 Blog is not found') }],
  [
    'Ghost',
    'unknown-domain',
    { status: 404, body: titled('x', 'Site unavailable. Failed to resolve DNS path for this host') },
  ],
  ['OVHcloud', 'suspended', { status: 503, body: titled('Website unavailable - OVHcloud') }],
  [
    'Cloudflare',
    'unknown-domain',
    { status: 530, headers: { server: 'cloudflare' }, body: 'error code: 1001' },
  ],
  // Whose page it is, nothing says.
  [
    null,
    'suspended',
    {
      body: titled(
        'Account Suspended',
        '<h1>This Account has been suspended.</h1>Contact your hosting provider',
      ),
    },
  ],
  [null, 'suspended', { body: titled('お知らせ', '<p>このサイトは現在、利用停止中です。') }],
];

describe('a page of the hoster or of the server', () => {
  it.each(vacancyCases)('%s, %s: %j', (by, what, answer) => {
    expect(sign(answer)).toEqual({ type: 'placeholder', by, what });
  });

  test('every entry of the table has a case and says who describes it', () => {
    const seen = new Set(vacancyCases.map(([by, what]) => `${by} ${what}`));
    expect(
      placeholders.filter(({ by, what, source }) => !seen.has(`${by} ${what}`) || source === ''),
    ).toEqual([]);
  });
});

it.each([
  ['GoDaddy', '<script>window.onload=function(){window.location.href="/lander"}</script>'],
  ['Sedo', titled('x', '<script src="https://img.sedoparking.com/js/x.js"></script>')],
  ['Sedo, in Japanese', titled('x', '<h1>このドメインは売却対象です</h1>')],
  ['Porkbun', titled('x', '<h1>Parked on the Bun!</h1>')],
  ['Namecheap', titled('Namecheap Parking Page')],
  ['STRATO', titled('STRATO - Domain reserved')],
  ['a registrar', titled('x', '<p>example.com is parked free, courtesy of a registrar')],
  ['お名前.com', titled('x', '<p>このドメインは、お名前.comで取得されています。')],
])('a parking page of %s', (_name, body) => {
  expect(sign({ body })).toEqual({ type: 'parked' });
});

describe('a page that speaks of such things is a page', () => {
  const links =
    '<nav><a href=/>Home</a><a href=/blog>Blog</a><a href=/about>About</a><a href=/contact>Contact</a></nav>';
  const code = (text: string) => `<pre>${text.replaceAll('<', '&lt;')}</pre>`;

  it.each([
    [
      'Account suspended: what to do | Aoba Blog',
      `${links}<h1>Account suspended: what to do</h1><p>Visitors see: “This account has been suspended.” Ask your host.`,
    ],
    [
      'Cloudflare’s “Checking your browser” | Aoba',
      `${links}<h1>Checking your browser before accessing</h1><p>What that page means.<script src=/a.js></script>`,
    ],
    ['Just a moment... a novel', `${links}<p>Chapter one.<script src=/a.js></script>`],
    ['Anubis', `${links}<p>We run it: ${code('<script src="/.within.website/x/cmd/anubis/main.mjs">')}`],
    ['How to get rid of “Welcome to nginx!”', `${links}<h1>Welcome to nginx!</h1><p>Delete the file.`],
    [
      'Error establishing a database connection – what now?',
      `${links}<p>WordPress shows “Error establishing a database connection” when it cannot reach MySQL.`,
    ],
    ['Domains', `${links}<p>If you read “This domain has expired” somewhere, renew it.`],
    [
      'エックスサーバーで「無効なURLです」と出る原因',
      `${links}<h1>無効なURLです。と出たら</h1><p>反映待ちです。`,
    ],
    [
      'Contact',
      `<h1>Contact</h1><form><input name=mail></form><div class=cf-turnstile></div><script src="https://challenges.cloudflare.com/turnstile/v0/api.js"></script>`,
    ],
    ['お問い合わせ', `<form>お名前<input></form><script src="https://js.hcaptcha.com/1/api.js"></script>`],
    [
      'Aoba',
      `<div id=root></div><script>document.cookie='l=ja';onerror=()=>location.reload()</script><script src=/main.js></script>`,
    ],
    ['Aoba', `<div id=root>Loading…</div><script src=/main.js></script>`],
    [
      'Aoba',
      `<h1>Aoba</h1><script>(function(){window['__CF$cv$params']={r:'1'};a.src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'})()</script>`,
    ],
    [
      'Aoba',
      `<h1>Aoba</h1><script src="https://js.datadome.co/tags.js"></script><script src="https://x.token.awswaf.com/y/challenge.js"></script>`,
    ],
    ['Apache2 Debian Default Page: It works, and what next?', '<p>Delete it.'],
    ['StackPath: a review', '<p>We tried it.'],
    ['IIS Windows Server hardening', '<p>A checklist.'],
    ['It works! Case studies', '<h1>It works!</h1><p>What our customers say.'],
  ])('%s', (title, body) => {
    const headers = {
      server: 'cloudflare',
      'x-iinfo': '1',
      'x-sucuri-id': '1',
      'x-datadome': 'protected',
      'x-azure-ref': '0',
    };
    expect(sign({ headers, body: titled(title, body) })).toBe(null);
  });

  it.each([
    ['Imperva', { 'x-iinfo': '1', 'set-cookie': 'incap_ses_1=x' }],
    ['Akamai', { server: 'AkamaiGHost' }],
    ['Sucuri', { 'x-sucuri-id': '1' }],
    ['DDoS-Guard', { server: 'ddos-guard' }],
    ['Cloudflare', { server: 'cloudflare' }],
  ])('a failure of the site behind %s stays one', (_name, headers) => {
    expect(
      sign({ status: 503, headers, body: titled('503 Service Unavailable', 'no healthy upstream') }),
    ).toBe(null);
    expect(sign({ status: 500, headers, body: titled('', '__CF$cv$params') })).toBe(null);
  });

  it('of the site’s own origin, a refusal behind Cloudflare has no name', () => {
    const beacon = '<script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script>';
    expect(sign({ status: 403, headers: { server: 'cloudflare' }, body: `${forbidden}${beacon}` })).toBe(
      null,
    );
  });
});
