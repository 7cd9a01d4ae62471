import type { Vacancy } from '../../rules/http.ts';
import { hasMark, type Mark, type PageView } from './marks.ts';

/** A page that a hoster, or the server itself, shows where it has no site to show. */
interface Placeholder {
  /** Whose page it is, as they write themselves. */
  readonly by: string;
  readonly what: Vacancy;
  /** Who describes the marks. */
  readonly source: string;
  /** One of them is enough. */
  readonly marks: readonly Mark[];
}

const takeover = 'github.com/EdOverflow/can-i-take-over-xyz, fingerprints.json';

/** Pages of hosters and servers. All their words count on short pages alone. */
export const placeholders: readonly Placeholder[] = [
  {
    by: 'cPanel',
    what: 'suspended',
    source: 'github.com/MultiPoolMiner/MultiPoolMiner/issues/1422',
    marks: [{ place: /\/cgi-sys\/suspendedpage\.cgi$/ }, { code: /\/cgi-sys\/suspendedpage\.cgi\b/ }],
  },
  {
    by: 'cPanel',
    what: 'empty',
    source:
      'github.com/louislam/uptime-kuma/issues/3189; github.com/urbanadventurer/WhatWeb, plugins/cpanel.rb',
    marks: [
      { place: /\/cgi-sys\/defaultwebpage\.cgi$/ },
      { code: /\/cgi-sys\/defaultwebpage\.cgi\b/ },
      { title: /^(?:Default Web Site Page|cPanel®?)$/i },
    ],
  },
  {
    by: 'Xserver',
    what: 'unknown-domain',
    source: 'site-hikkoshi.com/?p=26769; dm2.co.jp/?p=31615',
    marks: [
      { text: /^無効なURLです。?(?:\s*プログラム設定の反映待ち|$)/m, title: /^(?:無効なURL|Xserver|$)/i },
    ],
  },
  {
    by: 'Xserver',
    what: 'empty',
    source:
      'the first page of a server: このウェブスペースへは、まだホームページがアップロードされていません。',
    marks: [{ text: /^この(?:ウェブ|WEB)スペースへは、まだホームページがアップロードされていません/m }],
  },
  {
    by: 'Plesk',
    what: 'empty',
    source: 'exploit-db.com/ghdb/5780, and the page itself',
    marks: [
      { title: /^(?:Web Server's Default Page|Domain Default page)$/i },
      { text: /^You see this page because there is no Web site at this address/im },
    ],
  },
  {
    by: 'GoDaddy',
    what: 'empty',
    source: 'the first page of its hosting; github.com/vinsonconsulting/lily-livered quotes it',
    marks: [{ text: /^Future home of something quite cool\b/im }],
  },
  {
    by: 'Hestia',
    what: 'suspended',
    source: 'github.com/hestiacp/hestiacp, test/test.bats',
    marks: [{ text: /^This site is currently suspended\.?$/im }],
  },
  {
    by: 'nginx',
    what: 'empty',
    source: "nginx's own html/index.html; the packages of Debian, Fedora and Amazon Linux",
    marks: [
      {
        title:
          /^(?:Welcome to (?:nginx|OpenResty)|Test Page for the Nginx HTTP Server)(?: on [\w ]{1,30})?!?$/i,
      },
    ],
  },
  {
    by: 'Apache',
    what: 'empty',
    source: "httpd's own htdocs/index.html; the packages of Debian, Ubuntu, CentOS, Fedora and Rocky Linux",
    marks: [
      { text: /^(?:It works!)$/i, title: /^(?:It works! Apache httpd)?$/i },
      {
        title:
          /^(?:Apache2? (?:\w{1,20} )?Default Page(?:: It works)?|(?:Apache )?HTTP Server Test Page(?: powered by:? [\w ]{1,30})?|Test Page for the (?:Apache )?HTTP Server(?: on [\w ]{1,30})?)$/i,
      },
    ],
  },
  {
    by: 'IIS',
    what: 'empty',
    source: 'iisstart.htm of Windows Server',
    marks: [
      {
        title:
          /^(?:IIS Windows(?: Server)?|IIS ?[78](?:\.5)?|Microsoft Internet Information Services \d\d?)$/i,
      },
    ],
  },
  {
    by: 'Apache Tomcat',
    what: 'empty',
    source: "Tomcat's webapps/ROOT/index.jsp; Debian's tomcat10",
    marks: [
      {
        title: /^Apache Tomcat(?:\/[\d.]+)?$/,
        text: /you['’]ve successfully installed Tomcat|^It works ?!$/im,
      },
    ],
  },
  {
    by: 'Caddy',
    what: 'empty',
    source: "Caddy's /usr/share/caddy/index.html",
    marks: [{ title: /^Caddy works!$/i }],
  },
  {
    by: 'lighttpd',
    what: 'empty',
    source: "Debian's /usr/share/lighttpd/index.html",
    marks: [{ title: /^Welcome page$/i, text: /^Placeholder page$/im }],
  },
  {
    by: 'CapRover',
    what: 'empty',
    source: 'github.com/caprover/caprover/issues/1299',
    marks: [{ text: /^Nothing here yet :\//im }],
  },
  {
    by: 'GitHub Pages',
    what: 'unknown-domain',
    source: takeover,
    marks: [{ text: /^There isn['’]t a GitHub Pages site here\.?$/im }],
  },
  {
    by: 'Netlify',
    what: 'unknown-domain',
    source: takeover,
    marks: [
      { status: [404], text: /^Not Found - Request ID: / },
      { status: [404], headers: { 'x-nf-request-id': /./ }, title: /^Site not found$/i },
      { status: [404], headers: { server: /^Netlify/i }, title: /^Site not found$/i },
    ],
  },
  {
    by: 'Vercel',
    what: 'unknown-domain',
    source: takeover,
    marks: [
      { headers: { 'x-vercel-error': /^DEPLOYMENT_(?:NOT_FOUND|DELETED)$/ } },
      { status: [404], text: /\bDEPLOYMENT_NOT_FOUND\b/ },
    ],
  },
  {
    by: 'Vercel',
    what: 'suspended',
    source: 'vercel.com/docs/errors',
    marks: [{ headers: { 'x-vercel-error': /^DEPLOYMENT_(?:PAUSED|DISABLED|BLOCKED)$/ } }],
  },
  {
    by: 'Heroku',
    what: 'unknown-domain',
    source: takeover,
    marks: [{ code: /\/error-pages\/no-such-app\.html\b/ }, { title: /^Heroku \| No such app/i }],
  },
  {
    by: 'Shopify',
    what: 'unknown-domain',
    source: takeover,
    marks: [{ text: /^Sorry, this shop is currently unavailable/im }],
  },
  {
    by: 'Wix',
    what: 'unknown-domain',
    source: takeover,
    marks: [
      { title: /^ConnectYourDomain\b/i },
      { text: /^Looks Like This Domain Isn['’]t Connected To A Website Yet/im },
    ],
  },
  {
    by: 'Squarespace',
    what: 'unknown-domain',
    source: 'github.com/laramies/theHarvester, discovery/takeover.py',
    marks: [{ title: /^Squarespace - (?:Domain Not Claimed|No Such Account)$/i }],
  },
  {
    by: 'Squarespace',
    what: 'suspended',
    source: 'its own page',
    marks: [{ title: /^Squarespace - Website Expired$/i }],
  },
  {
    by: 'Amazon S3',
    what: 'unknown-domain',
    source: takeover,
    marks: [{ status: [404], text: /\bNoSuchBucket\b/ }],
  },
  {
    by: 'Google Cloud Storage',
    what: 'unknown-domain',
    source: takeover,
    marks: [
      {
        status: [404],
        headers: { server: /^UploadServer/i },
        text: /\bThe specified bucket does not exist\b/,
      },
    ],
  },
  {
    by: 'Fastly',
    what: 'unknown-domain',
    source: takeover,
    marks: [{ text: /^Fastly error: unknown domain/im }],
  },
  {
    by: 'Pantheon',
    what: 'unknown-domain',
    source: takeover,
    marks: [{ title: /^404 - Unknown Site$/i }, { text: /The gods are wise, but do not know of the site/i }],
  },
  {
    by: 'Pantheon',
    what: 'suspended',
    source: 'its own page',
    marks: [{ status: [530], title: /^530 - Site is frozen/i }],
  },
  {
    by: 'Kinsta',
    what: 'unknown-domain',
    source: takeover,
    marks: [{ title: /^No Site For Domain$/i }, { text: /^No Site For Domain$/im }],
  },
  {
    by: 'DreamHost',
    what: 'empty',
    source: takeover,
    marks: [{ title: /^Site not found · DreamHost$/i }],
  },
  {
    by: 'Azure App Service',
    what: 'unknown-domain',
    source: 'its own page',
    marks: [{ status: [404], title: /^Microsoft Azure Web App - Error 404$/i }],
  },
  {
    by: 'Azure App Service',
    what: 'suspended',
    source: 'learn.microsoft.com/azure/app-service/, frequently asked questions',
    marks: [{ status: [403], text: /\bError 403 - This web app is stopped\b/i }],
  },
  {
    by: 'Azure App Service',
    what: 'empty',
    source: 'hostingstart.html of App Service',
    marks: [{ title: /^Microsoft Azure App Service - Welcome$/i }],
  },
  {
    by: 'WordPress.com',
    what: 'unknown-domain',
    source: takeover,
    marks: [{ text: /^Do you want to register [\w.-]{1,80}\.wordpress\.com\?/im }],
  },
  {
    by: 'はてなブログ',
    what: 'unknown-domain',
    source: takeover,
    marks: [{ status: [404], text: /^404 Blog is not found/im }],
  },
  {
    by: 'Ghost',
    what: 'unknown-domain',
    source: takeover,
    marks: [{ text: /\bFailed to resolve DNS path for this host\b/ }],
  },
  {
    by: 'OVHcloud',
    what: 'suspended',
    source: 'its own page',
    marks: [{ title: /^Website unavailable - OVHcloud$/i }],
  },
  {
    by: 'Cloudflare',
    what: 'unknown-domain',
    source: 'developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/',
    marks: [{ headers: { server: /^cloudflare/i }, status: [409, 530], text: /\berror(?: code:)? 1001\b/i }],
  },
];

const longestNotice = 400;
const mostLinks = 3;

/** The words that many panels let a hoster choose from: nothing else on the page but whom to write to. */
const suspendedTitle =
  /^(?:(?:this )?(?:account|website|site|hosting account|domain) (?:has been |is |temporarily )?suspended|suspended (?:account|website|site|domain))[.!]?$/i;
const suspendedLine =
  /^(?:this|your) (?:hosting )?(?:account|website|web site|site|domain) (?:has been|is|is currently|was) (?:temporarily )?suspended\b|^この(?:アカウント|サイト|ホームページ|サーバー?)は、?(?:現在、?)?(?:利用停止|凍結|停止)(?:されて|中)/im;

/** Whose page stands in the site's place, and why; `by` is null where it does not say. Null: no such page is seen. */
export function placeholderOf(page: PageView): { readonly by: string | null; readonly what: Vacancy } | null {
  const found = placeholders.find(({ marks }) => marks.some((mark) => hasMark(page, mark)));
  if (found !== undefined) return { by: found.by, what: found.what };
  const { text, title, lines, page: html } = page.content;
  const isNotice = text.length <= longestNotice && html.links.length <= mostLinks;
  return isNotice && (suspendedTitle.test(title ?? '') || suspendedLine.test(lines))
    ? { by: null, what: 'suspended' }
    : null;
}
