import { beforeAll, expect, test } from 'vitest';
import { httpRules } from '../../src/rules/http.ts';
import { type Host, openWorld, type World } from './world.ts';

// One row a case: the host, what the ledger expects of its page, the findings and the exit status that follow.
interface Case extends Omit<Host, 'name'> {
  /** Under `web.example`. */
  readonly host: string;
  /** Beneath the host; `/` if not said. */
  readonly path?: string;
  readonly expect?: string;
  readonly finds: readonly string[];
  readonly exit: number;
}

const welcome = 'return 200 "Welcome";';
const drift = { exit: 1 };
const unknown = { exit: 3 };

const cases: readonly Case[] = [
  {
    host: 'closed',
    finds: ['http/unreachable:page', 'probe/failed:closed.web.example'],
    ...drift,
  },
  { host: 'failing', https: 'return 500;', finds: ['http/server-error:page'], ...drift },
  { host: 'not-found', https: 'return 404;', finds: ['http/status-differs:page'], ...drift },
  {
    host: 'no-text',
    https: 'return 200 "Hello";',
    expect: '{ contains: [Welcome] }',
    finds: ['http/text-missing:page'],
    ...drift,
  },
  {
    host: 'wrong-text',
    https: 'return 200 "Welcome to our casino";',
    expect: '{ contains: [Welcome], lacks: [casino] }',
    finds: ['http/text-forbidden:page'],
    ...drift,
  },
  {
    host: 'json',
    https: `default_type application/json; return 200 '{ "status": "down" }';`,
    expect: '{ json: { /status: up } }',
    finds: ['http/json-differs:page'],
    ...drift,
  },
  {
    host: 'elsewhere',
    https: 'return 301 https://www.web.example/;',
    expect: '{ redirects-to: "https://www.web.example/new" }',
    finds: ['http/redirect-differs:page'],
    ...drift,
  },
  {
    host: 'circle',
    https: 'location / { return 302 /login; } location /login { return 302 /; }',
    finds: ['http/redirect-loop:page'],
    ...drift,
  },
  {
    host: 'downgraded',
    https: 'return 301 http://$host/;',
    http: welcome,
    finds: ['http/https-downgraded:page'],
    ...drift,
  },
  {
    host: 'unencrypted',
    https: welcome,
    http: welcome,
    finds: ['http/not-upgraded:page'],
    ...drift,
  },
  {
    host: 'upgraded',
    https: welcome,
    http: 'return 301 https://$host$request_uri;',
    finds: [],
    exit: 0,
  },
  {
    host: 'slow',
    https: `location / { limit_rate 1500; return 200 "${'Welcome '.repeat(450)}"; }`,
    expect: '{ within: 1s }',
    finds: ['http/too-slow:page'],
    ...drift,
  },
  {
    host: 'no-hsts',
    https: welcome,
    expect: '{ hsts: true }',
    finds: ['http/hsts-differs:page'],
    ...drift,
  },
  {
    host: 'hidden',
    https: `add_header X-Robots-Tag "noindex, nofollow"; ${welcome}`,
    expect: '{ indexable: true }',
    finds: ['http/noindex:page'],
    ...drift,
  },
  {
    host: 'shown',
    https: welcome,
    expect: '{ indexable: false }',
    finds: ['http/indexable:page'],
    ...drift,
  },
  {
    host: 'open',
    https: welcome,
    expect: '{ blocked: true }',
    finds: ['http/not-blocked:page'],
    ...drift,
  },
  {
    host: 'maintenance',
    https: 'add_header Retry-After 3600 always; return 503;',
    finds: ['http/in-maintenance:page'],
    ...drift,
  },
  {
    host: 'no-database',
    https: 'return 200 "<title>Database Error</title>Error establishing a database connection";',
    finds: ['http/site-broken:page'],
    ...drift,
  },
  {
    host: 'parked',
    https: 'return 200 "This domain has expired";',
    finds: ['http/parked:page'],
    ...drift,
  },
  {
    host: 'challenge',
    https: 'add_header Cf-Mitigated challenge always; return 403;',
    finds: ['http/challenged:page'],
    ...unknown,
  },
  {
    host: 'filter',
    path: 'contact',
    https: `location = / { ${welcome} } location / { deny all; }`,
    finds: ['http/challenged:page'],
    ...unknown,
  },
  { host: 'busy', https: 'return 429;', finds: ['probe/failed:page'], ...unknown },
  {
    host: 'inside',
    address: '10.0.0.80',
    finds: ['probe/blocked:inside.web.example', 'probe/blocked:page'],
    ...unknown,
  },
  {
    host: 'well',
    https: `add_header Strict-Transport-Security "max-age=31536000"; gzip on; gzip_min_length 1;
      location = /start { return 200 "<title>Welcome</title><p>お問い合わせ</p>"; }
      location = / { return 301 /start; }`,
    expect: `{ status: 200, contains: [Welcome, お問い合わせ], lacks: [casino], within: 20s,
      redirects-to: "https://well.web.example/start", hsts: true, indexable: true }`,
    finds: [],
    exit: 0,
  },
  { host: 'blocked', https: 'return 403;', expect: '{ blocked: true }', finds: [], exit: 0 },
];

const nameOf = (host: string) => `${host}.web.example`;

let world: World;
beforeAll(async () => {
  world = await openWorld({ hosts: cases.map((each) => ({ ...each, name: nameOf(each.host) })) });
  return world.stop;
});

for (const { host, path = '', expect: expected = '{}', finds, exit } of cases) {
  test(`${host}: ${finds.join(', ') || 'nothing'}`, async () => {
    const url = `https://${nameOf(host)}/${path}`;
    const checked = await world.check(`endpoints:\n  page: { url: "${url}", expect: ${expected} }`);
    expect(checked.outcome, checked.stderr).toEqual({ found: finds, exit });
  });
}

test('where nothing at all answers, nothing is said to be broken', async () => {
  const url = `https://${nameOf('well')}/`;
  const checked = await world.check(`endpoints: { page: { url: "${url}" } }`, [
    '--connect-to=*:*=127.0.2.250:9',
  ]);
  expect(checked.outcome, checked.stderr).toEqual({
    found: ['probe/failed:page', `probe/failed:${nameOf('well')}`],
    exit: 3,
  });
});

test('every rule about endpoints has a case', () => {
  const found = new Set(cases.flatMap(({ finds }) => finds.map((id) => id.split(':')[0])));
  expect([...found]).toEqual(expect.arrayContaining(Object.keys(httpRules)));
});
