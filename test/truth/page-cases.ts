import type http from 'node:http';
import { Temporal } from 'temporal-polyfill';
import type { Edge } from '../../src/edge/edge.ts';
import { Ledger } from '../../src/ledger/schema.ts';
import { endpointProbe } from '../../src/probes/endpoint/index.ts';
import type { JudgeContext } from '../../src/probes/probe.ts';
import { openServers } from '../edge/http-world.ts';
import { judged } from '../probes/judged.ts';
import type { TruthCase } from './case.ts';

interface Served {
  readonly status?: number;
  readonly headers?: http.OutgoingHttpHeaders;
  readonly body?: string;
}

const people = 'Chromium';
const shell = '<!doctype html><title>Aoba</title><div id=root></div><script src=/main.js></script>';

/** What pages said, and what is found of them. */
export const pageCases: readonly TruthCase[] = [
  page(
    'Anubis: 200 and “Making sure you’re not a bot!”, without `contains`',
    'Anubis (TecharoHQ/anubis#473)',
    'a challenge, with status 200',
    {
      body: '<title>Making sure you&#39;re not a bot!</title><script src="/.within.website/x/cmd/anubis/static/js/main.mjs"></script>',
    },
    {},
    'http/challenged (warning)',
  ),
  page(
    'the same, with `contains`',
    'Anubis (TecharoHQ/anubis#473)',
    'a challenge, with status 200',
    {
      body: '<title>Making sure you&#39;re not a bot!</title><script src="/.within.website/x/cmd/anubis/static/js/main.mjs"></script>',
    },
    { contains: ['Aoba'] },
    'http/challenged (warning)',
  ),
  page(
    'DataDome: 403 for every page',
    'DataDome’s documentation',
    'a challenge',
    {
      status: 403,
      headers: { 'x-datadome': 'blocked' },
      body: '<p id="cmsg">Please enable JS and disable any ad blocker</p>',
    },
    {},
    'http/challenged (warning)',
  ),
  page(
    'Fastly: 200 and “Client Challenge” under `/_fs-ch-…/`',
    'Fastly (groktopus/groktocrawl#586)',
    'a challenge',
    { body: '<title>Client Challenge</title><script src="/_fs-ch-1T1wmsGaOgGaSxcX/script.js"></script>' },
    {},
    'http/challenged (warning)',
  ),
  page(
    'a page behind Cloudflare, with the beacon that it adds (`/cdn-cgi/challenge-platform/…/jsd/main.js`)',
    'Cloudflare (microlinkhq/is-antibot#55)',
    'an ordinary page',
    {
      headers: { server: 'cloudflare' },
      body: "<h1>Aoba</h1><script>window['__CF$cv$params']={};a.src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'</script>",
    },
    { contains: ['Aoba'] },
    'match',
  ),
  page(
    'a short article about Cloudflare’s “Checking your browser”',
    people,
    'an article',
    {
      body: '<title>Checking your browser: what it means</title><nav><a href=/>Home</a><a href=/blog>Blog</a><a href=/a>About</a><a href=/c>Contact</a></nav><h1>Checking your browser before accessing</h1><script src=/a.js></script>',
    },
    {},
    'match',
  ),
  page(
    'status 999',
    'LinkedIn (lycheeverse/lychee)',
    'a refusal of machines',
    { status: 999 },
    {},
    'http/challenged (warning)',
  ),
  page(
    'cPanel’s default page by `refresh`, at 200',
    'cPanel (louislam/uptime-kuma#3189)',
    'no site there',
    { body: '<META HTTP-EQUIV="refresh" CONTENT="0;URL=/cgi-sys/defaultwebpage.cgi">' },
    {},
    'http/placeholder (critical)',
  ),
  page(
    'CapRover’s “Nothing here yet :/”, at 200',
    'CapRover (caprover/caprover#1299)',
    'no app there',
    { body: '<title>CapRover</title><h1>Nothing here yet :/</h1>' },
    {},
    'http/placeholder (critical)',
  ),
  page(
    'Xserver’s 「無効なURLです。」, at 200',
    'Xserver',
    'no such domain there',
    {
      body: '<title>無効なURLです</title><p>無効なURLです。<br>プログラム設定の反映待ちである可能性があります。',
    },
    {},
    'http/placeholder (critical)',
  ),
  page(
    'Debian’s first page of Apache, which explains itself in 3,300 characters',
    'Debian’s package `apache2-data`',
    'the server works, and has no site',
    {
      body: `<title>Apache2 Debian Default Page: It works</title><p>${'Configuration overview. '.repeat(140)}`,
    },
    {},
    'http/placeholder (critical)',
  ),
  page(
    'a short article about “Account suspended”',
    people,
    'an article',
    {
      body: '<title>Account suspended: what to do</title><nav><a href=/>Home</a><a href=/blog>Blog</a><a href=/a>About</a><a href=/c>Contact</a></nav><p>Visitors read “This account has been suspended.”',
    },
    {},
    'match',
  ),
  page(
    'a page with the ledger’s texts and “This domain is for sale”',
    people,
    'the page',
    { body: '<h1>Aoba</h1><p>This domain is for sale</p>' },
    { contains: ['Aoba'] },
    'match',
  ),
  page(
    '`blocked: true`, and a redirect to Cloudflare Access',
    'Cloudflare Access',
    'kept out',
    { status: 302, headers: { location: '/cdn-cgi/access/login/staging.example.test' } },
    { blocked: true },
    'match',
  ),
  page(
    '`blocked: true`, and 404',
    'RFC 9110 §15.5.5',
    'may hide that something is there',
    { status: 404 },
    { blocked: true },
    'match',
  ),
  page(
    'a shell that scripts fill, with the text in its JSON alone',
    people,
    'shows the text',
    { body: `${shell}<script type="application/json">{"name":"\\u9752\\u8449"}</script>` },
    { contains: ['青葉'] },
    'match',
  ),
  page(
    '`lacks: [Invite Invalid]`, and these words in the dictionary of a page that scripts build',
    people,
    'may not show them (louislam/uptime-kuma#3213)',
    { body: `${shell}<script>words={invalid:"Invite Invalid"}</script>` },
    { lacks: ['Invite Invalid'] },
    'probe/failed (warning)',
  ),
  page(
    'a shell that scripts fill, with the text in no place that is read',
    people,
    'may show the text',
    { body: shell },
    { contains: ['青葉'] },
    'probe/failed (warning)',
  ),
];

function page(
  input: string,
  judge: string,
  says: string,
  { status = 200, headers = {}, body = '' }: Served,
  expect: Readonly<Record<string, unknown>>,
  ours: string,
): TruthCase {
  return {
    input,
    judge,
    says,
    ours,
    async find() {
      const servers = openServers();
      try {
        const port = await servers.http((_request, response) =>
          response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body),
        );
        const url = `http://127.0.0.1:${port}/`;
        const [check] = endpointProbe.plan(
          Ledger.parse({ ...site, reality: { endpoints: { home: { url, expect } } } }),
        );
        if (check === undefined) throw new Error('nothing is planned');
        const edge = { http: await servers.edge() } as Edge;
        const { fact } = await endpointProbe.observe(check.claim, edge, new AbortController().signal);
        const { findings } = judged(endpointProbe, { check, outcome: { type: 'seen', fact } }, context);
        return findings.map(({ rule, severity }) => `${rule} (${severity})`).join(', ') || 'match';
      } finally {
        await servers.close();
      }
    },
  };
}

const site = { version: 1, site: { name: 'Site', url: 'https://www.example.test/' } };
const now = Temporal.Instant.from('2026-11-01T00:00:00Z');
const context: JudgeContext = {
  ledger: Ledger.parse(site),
  now,
  zone: 'Asia/Tokyo',
  next: now.add({ hours: 24 * 33 }),
  afterNext: now.add({ hours: 24 * 63 }),
  scheduledBy: 'review.every',
  leadTimeDays: 14,
  anythingAnswered: true,
  unreachable: new Set(),
  mainEndpoints: new Set(['home']),
  operator: null,
};
