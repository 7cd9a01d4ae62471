import type http from 'node:http';
import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, it } from 'vitest';
import type { Edge } from '../../src/edge/edge.ts';
import { type FailureCode, ProbeFailure } from '../../src/edge/failure.ts';
import { Endpoint, Ledger } from '../../src/ledger/schema.ts';
import { messages as english } from '../../src/messages/en/index.ts';
import { formatFor } from '../../src/messages/format.ts';
import { messages as japanese } from '../../src/messages/ja/index.ts';
import { type EndpointClaim, type EndpointFact, endpointProbe } from '../../src/probes/endpoint/index.ts';
import type { Check, JudgeContext, Observation, Outcome } from '../../src/probes/probe.ts';
import type { Finding } from '../../src/rules/finding.ts';
import { httpRules } from '../../src/rules/http.ts';
import { type EdgeOptions, openServers } from '../edge/http-world.ts';
import { judged as judgedBy } from './judged.ts';

const servers = openServers();
afterEach(() => servers.close());

const now = Temporal.Instant.from('2026-11-01T00:00:00Z');
const site = { version: 1, site: { name: 'Site', url: 'https://www.example.test/' } };

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
  operator: 'maintenance',
};

type Expect = Record<string, unknown>;

function checkOf(
  url: string,
  expect: Expect,
  more: {
    id?: string;
    everyAddress?: boolean;
    language?: string;
    asksAddresses?: boolean;
    plainUrl?: string;
  } = {},
): Check<EndpointClaim> {
  const { id = 'home', everyAddress = false } = more;
  const endpoint = Endpoint.parse({ url, 'every-address': everyAddress, expect });
  return {
    probe: 'endpoint',
    subject: id,
    path: ['reality', 'endpoints', id],
    claim: {
      id,
      url,
      everyAddress,
      asksAddresses: more.asksAddresses ?? false,
      expect: endpoint.expect,
      language: more.language ?? null,
      plainUrl: more.plainUrl ?? null,
    },
  };
}

function judge(
  check: Check<EndpointClaim>,
  outcome: Outcome<EndpointFact>,
  changes: Partial<JudgeContext> = {},
): Finding[] {
  const observation: Observation<EndpointClaim, EndpointFact> = {
    check,
    outcome,
    from: null,
    startedAt: now,
    durationMs: 1,
    attempts: 1,
  };
  const findings = judgedBy(endpointProbe, observation, { ...context, ...changes }).findings;
  // What is found can be said in both languages, and holds no item.
  for (const { rule, data, items } of findings) {
    expect(items).toEqual([]);
    for (const messages of [english, japanese]) {
      const format = formatFor(messages.language, 'Asia/Tokyo', { parties: {}, contacts: {} });
      expect(messages.rules[rule].say(data as never, format).title).not.toBe('');
    }
  }
  return findings;
}

async function look(check: Check<EndpointClaim>, options: EdgeOptions = {}): Promise<EndpointFact> {
  const edge = { http: await servers.edge(options) } as Edge;
  return (await endpointProbe.observe(check.claim, edge, new AbortController().signal)).fact;
}

/** Looks at a page that answers with `answer`, and judges it. */
async function judged(answer: http.RequestListener, expect: Expect = {}, id = 'home'): Promise<Finding[]> {
  const port = await servers.http(answer);
  const check = checkOf(`http://127.0.0.1:${port}/`, expect, { id });
  return judge(check, { type: 'seen', fact: await look(check) });
}

const rules = (findings: readonly Finding[]) => findings.map(({ rule }) => rule);

function page(status: number, body: string, headers: Record<string, string> = {}): http.RequestListener {
  return (_request, response) =>
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);
}

/** Answers by path; a text starting with `→` redirects. */
function paths(pages: Record<string, string>): http.RequestListener {
  return (request, response) => {
    const found = pages[request.url ?? ''];
    if (found === undefined) response.writeHead(404).end();
    else if (found.startsWith('→')) response.writeHead(301, { location: found.slice(1) }).end();
    else response.end(found);
  };
}

describe('plan', () => {
  it('takes every endpoint', () => {
    const ledger = Ledger.parse({
      ...site,
      reality: {
        endpoints: { a: { url: 'https://a.example.test/' }, b: { url: 'https://b.example.test/' } },
      },
    });
    expect(endpointProbe.plan(ledger).map(({ subject, path }) => [subject, path])).toEqual([
      ['a', ['reality', 'endpoints', 'a']],
      ['b', ['reality', 'endpoints', 'b']],
    ]);
  });

  it('carries no password along', () => {
    const url = 'https://user:hidden@a.example.test/x';
    const [check] = endpointProbe.plan(Ledger.parse({ ...site, reality: { endpoints: { a: { url } } } }));
    expect(check?.claim.url).toBe('https://a.example.test/x');
  });

  it('takes the site itself where no endpoint is listed', () => {
    const [check, ...more] = endpointProbe.plan(Ledger.parse(site));
    expect(check).toMatchObject({ subject: 'site', path: ['site', 'url'], claim: { url: site.site.url } });
    expect(more).toEqual([]);
  });
});

describe('a page', () => {
  it('is fine with any 2xx where nothing is said', async () => {
    expect(await judged(page(204, ''))).toEqual([]);
    expect(await judged(page(200, 'any'))).toEqual([]);
  });

  it('must have the status that is said', async () => {
    const [found] = await judged(page(404, ''), { status: 200 });
    expect(found).toMatchObject({
      id: 'http/status-differs:home',
      kind: 'drift',
      severity: 'critical',
      path: ['reality', 'endpoints', 'home', 'expect', 'status'],
      party: 'maintenance',
    });
    expect(rules(await judged(page(404, '')))).toEqual(['http/status-differs']);
    expect(await judged(page(404, ''), { status: [200, 404] })).toEqual([]);
    expect(await judged(page(503, ''), { status: 503 })).toEqual([]);
  });

  it('weighs less where it is not a main one', async () => {
    expect(await judged(page(404, ''), {}, 'other')).toMatchObject([{ severity: 'warning' }]);
  });

  it('can be expected to redirect', async () => {
    expect(await judged(paths({ '/': '→/b', '/b': 'there' }), { status: 301 })).toEqual([]);
    expect(rules(await judged(paths({ '/': '→/b', '/b': 'there' }), { status: 302 }))).toEqual([
      'http/status-differs',
    ]);
  });

  it('must have its texts, in any spelling of them', async () => {
    const html = '<title>会社</title><p>株式会社<b>サンプル</b>\n  Ａ＆Ｂ &amp; more';
    expect(
      await judged(page(200, html), { contains: ['株式会社サンプル', 'A&B & more', '<title>会社'] }),
    ).toEqual([]);
    const [found, ...more] = await judged(page(200, html), { contains: ['会社', 'absent', 'none'] });
    expect(found).toMatchObject({
      id: 'http/text-missing:home',
      severity: 'critical',
      data: { texts: ['absent', 'none'], title: '会社' },
      path: ['reality', 'endpoints', 'home', 'expect', 'contains', 1],
    });
    expect(more).toEqual([]);
  });

  it('is read as a browser reads it', async () => {
    const html = '<h1>Caf&eacute; Aoba</h1> &copy; 2026';
    expect(await judged(page(200, html), { contains: ['Café Aoba', '© 2026'], lacks: ['eacute'] })).toEqual(
      [],
    );
    const behind = '<!-- hacked --><script>"hacked"</script><p hidden>hacked</p><p>Welcome';
    expect(await judged(page(200, behind), { contains: ['Welcome'], lacks: ['hacked'] })).toEqual([]);
    expect(rules(await judged(page(200, behind), { contains: ['hacked'] }))).toEqual(['http/text-missing']);
    const plain = page(200, '<p>A &amp; B', { 'content-type': 'text/plain' });
    expect(rules(await judged(plain, { contains: ['<p>A &amp; B'], lacks: ['A & B'] }))).toEqual([]);
  });

  describe('that scripts build', () => {
    const shell = (rest: string) =>
      `<!doctype html><title>Aoba</title><body><div id="__next"></div>${rest}<script src=/main.js></script>`;
    const data =
      '<script id="__NEXT_DATA__" type="application/json">{"shop":"\\u9752\\u8449 製菓","tel":"A&B"}</script>';

    it.each([
      ['JSON of the page', shell(data)],
      ['state of a script', shell('<script>window.__NUXT__={shop:"\\u9752葉製菓",tel:"A&B"}</script>')],
      ['JSON, and a word while it loads', shell(`<p>Loading…</p>${data}`)],
      ['JSON, and a tag of its own', `<app-root></app-root><script type=module src=/a.js></script>${data}`],
    ])('holds what stands in the %s', async (_name, html) => {
      expect(await judged(page(200, html), { contains: ['青葉製菓', 'A&B'] })).toEqual([]);
      expect(await judged(page(200, html), { lacks: ['A&B'] })).toMatchObject([
        { rule: 'probe/failed', kind: 'unknown', data: { code: 'built-by-scripts' } },
      ]);
    });

    it('is not known to lack anything', async () => {
      expect(await judged(page(200, shell(data)), { contains: ['青葉製菓', 'Contact'] })).toMatchObject([
        { rule: 'probe/failed', kind: 'unknown', data: { code: 'built-by-scripts' } },
      ]);
      expect(await judged(page(200, shell(data)), { lacks: ['hacked'] })).toEqual([]);
    });

    it('may have a name of its own for what it fills, if there is hardly a word', async () => {
      const own = (words: string) =>
        `<title>Aoba</title>${words}<div id=shop-front></div><script src=/a.js></script>`;
      expect(await judged(page(200, own('Loading…')), { contains: ['青葉製菓'] })).toMatchObject([
        { rule: 'probe/failed', data: { code: 'built-by-scripts' } },
      ]);
      const closed = own('<h1>This shop is closed for good.</h1><p>We thank all our customers.');
      expect(rules(await judged(page(200, closed), { contains: ['青葉製菓'] }))).toEqual([
        'http/text-missing',
      ]);
    });

    it('is none where its words are there, or nothing loads', async () => {
      const words = `<p>${'Fine cakes since 1950. '.repeat(20)}</p>`;
      for (const html of [shell(`${words}${data}`), `<p>Aoba</p>${data}`, '<div id=root></div>']) {
        expect(rules(await judged(page(200, html), { contains: ['青葉製菓'] }))).toEqual([
          'http/text-missing',
        ]);
      }
    });
  });

  it('is not said to lack what stands behind more than a browser could bear', async () => {
    const unclosed = Array.from({ length: 4000 }, (_, index) => `<b id=${index}>`).join('');
    const html = `<p>first ${unclosed}${'<p>x'.repeat(4000)}<p>last`;
    expect(await judged(page(200, html), { contains: ['first', 'last'] })).toMatchObject([
      { rule: 'probe/failed', kind: 'unknown', data: { code: 'too-large' } },
    ]);
  });

  it('must not have others', async () => {
    const [found] = await judged(page(200, 'We are under MAINTENANCE'), { lacks: ['hacked', 'MAINTENANCE'] });
    expect(found).toMatchObject({
      id: 'http/text-forbidden:home',
      severity: 'critical',
      data: { texts: ['MAINTENANCE'] },
    });
    expect(await judged(page(200, 'fine'), { lacks: ['hacked'] })).toEqual([]);
  });

  it('is read in the charset it says', async () => {
    const body = Buffer.from([0x93, 0xfa, 0x96, 0x7b]); // 日本 in Shift_JIS
    const answer: http.RequestListener = (_request, response) =>
      response.writeHead(200, { 'content-type': 'text/html; charset=Shift_JIS' }).end(body);
    expect(await judged(answer, { contains: ['日本'] })).toEqual([]);
  });

  it('must have its JSON values', async () => {
    const body = JSON.stringify({ status: 'up', checks: { db: false }, list: [] });
    expect(await judged(page(200, body), { json: { '/status': 'up', '/checks/db': false } })).toEqual([]);
    const [found] = await judged(page(200, body), {
      json: { '/status': 'up', '/checks/db': true, '/none': 1, '/list': 'x' },
    });
    expect(found).toMatchObject({
      id: 'http/json-differs:home',
      severity: 'critical',
      data: {
        values: [
          { pointer: '/checks/db', expected: 'true', observed: 'false' },
          { pointer: '/none', expected: '1', observed: null },
          { pointer: '/list', expected: '"x"', observed: '[…]' },
        ],
      },
    });
    expect(await judged(page(200, '<p>no JSON'), { json: { '/status': 'up' } })).toMatchObject([
      { rule: 'http/json-differs', data: { values: [] } },
    ]);
  });

  it('may take as long as the ledger says', async () => {
    const slow: http.RequestListener = (_request, response) => {
      response.write('a');
      setTimeout(() => response.end('b'), 60);
    };
    expect(await judged(slow, { within: '10s', contains: ['ab'] })).toEqual([]);
    expect(await judged(slow, { within: '0.05s', contains: ['ab'] })).toMatchObject([
      {
        id: 'http/too-slow:home',
        kind: 'drift',
        severity: 'warning',
        data: { limitMs: 50, tookMs: 1000 },
      },
    ]);
  });

  it('whose form only browsers read is judged, and its form is worth a line', async () => {
    const port = await servers.raw((socket) =>
      socket.once('data', () => socket.end('HTTP/1.1 200 OK\nBad Name: x\n\nWelcome')),
    );
    const find = async (expect: Expect) => {
      const check = checkOf(`http://127.0.0.1:${port}/`, expect);
      return judge(check, { type: 'seen', fact: await look(check) });
    };
    const form = {
      id: 'http/malformed-answer:home',
      kind: 'notice',
      severity: 'info',
      data: { how: ['header-line', 'line-ends'] },
    };
    expect(await find({ contains: ['Welcome'] })).toMatchObject([form]);
    expect(await find({ contains: ['Goodbye'] })).toMatchObject([{ rule: 'http/text-missing' }, form]);
  });

  it.each([
    ['UTF-8', 'Welcome', []],
    ['gzip', 'Welcome', ['http/site-broken']],
  ])('with the encoding %s', async (encoding, body, found) => {
    const answer = page(200, body, { 'content-encoding': encoding });
    const findings = await judged(answer, { contains: ['Welcome'] });
    expect(rules(findings)).toEqual(found);
    for (const { data } of findings) expect(data).toMatchObject({ how: 'undecodable' });
  });

  it('that comes late is a page; where none comes at all, visitors may see one', async () => {
    const late = await servers.http((_request, response) => {
      setTimeout(() => response.end('Welcome'), 300);
    });
    const check = checkOf(`http://127.0.0.1:${late}/`, { contains: ['Welcome'] });
    const seen = await look(check, { idleTimeoutMs: 20_000 });
    expect(judge(check, { type: 'seen', fact: seen })).toEqual([]);
    const gone = await look(check, { idleTimeoutMs: 50 }).catch((error: unknown) => error);
    expect(judge(check, { type: 'failed', failure: gone as ProbeFailure })).toMatchObject([
      { id: 'http/unreachable:home', severity: 'warning', data: { code: 'no-answer' } },
    ]);
  });

  it('is not said to lack what did not come', async () => {
    const long = `${'x'.repeat(1_100_000)}the end`;
    expect(await judged(page(200, long), { contains: ['the end'] })).toMatchObject([
      { rule: 'probe/failed', kind: 'unknown', data: { code: 'too-large' } },
    ]);
    expect(await judged(page(200, long), { contains: ['xxx'] })).toEqual([]);
    expect(rules(await judged(page(200, long), { lacks: ['xxx'] }))).toEqual(['http/text-forbidden']);
    const broken: http.RequestListener = (_request, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('part', () => response.destroy());
    };
    expect(await judged(broken, { contains: ['the end'] })).toMatchObject([
      { rule: 'probe/failed', kind: 'unknown', data: { code: 'reset' } },
    ]);
  });

  it('speaks of search engines as the ledger says', async () => {
    const hidden = '<meta name="robots" content="noindex, nofollow">';
    expect(await judged(page(200, hidden), { indexable: true })).toMatchObject([
      { id: 'http/noindex:home', kind: 'drift', severity: 'warning' },
    ]);
    expect(
      rules(await judged(page(200, '', { 'x-robots-tag': 'googlebot: noindex' }), { indexable: true })),
    ).toEqual(['http/noindex']);
    expect(
      await judged(page(200, '<meta name="robots" content="index, max-image-preview:none">'), {
        indexable: true,
      }),
    ).toEqual([]);
    expect(await judged(page(200, hidden), { indexable: false })).toEqual([]);
    for (const open of [
      `<!-- ${hidden} -->`,
      `<script>document.title = '${hidden}'</script>`,
      `<template>${hidden}</template><p title='${hidden}'>`,
    ]) {
      expect(await judged(page(200, open), { indexable: true })).toEqual([]);
      expect(rules(await judged(page(200, open), { indexable: false }))).toEqual(['http/indexable']);
    }
    const plain = page(200, hidden, { 'content-type': 'text/plain' });
    expect(await judged(plain, { indexable: true })).toEqual([]);
    expect(await judged(page(200, ''), { indexable: false })).toMatchObject([
      { id: 'http/indexable:home', kind: 'drift', severity: 'warning' },
    ]);
  });
});

describe('HSTS', () => {
  it.each([
    [true, 'max-age=31536000; includeSubDomains', 0],
    [true, 'max-age=0', 1],
    [true, undefined, 1],
    [false, undefined, 0],
    [false, 'max-age=600', 1],
  ])('expected %s, sent %s', async (expected, header, count) => {
    const port = await servers.https((_request, response) => {
      if (header !== undefined) response.setHeader('strict-transport-security', header);
      response.end();
    });
    const check = checkOf(`https://www.example.test:${port}/`, { hsts: expected });
    const fact = await look(check, { names: { 'www.example.test': ['127.0.0.1'] } });
    const findings = judge(check, { type: 'seen', fact });
    expect(rules(findings)).toEqual(Array(count).fill('http/hsts-differs'));
  });

  it('counts over https alone', async () => {
    const answer = page(200, '', { 'strict-transport-security': 'max-age=600' });
    expect(rules(await judged(answer, { hsts: true }))).toEqual(['http/hsts-differs']);
  });
});

describe('redirects', () => {
  const world = (answer: http.RequestListener) => servers.http(answer);

  it('are followed by hand, each recorded', async () => {
    const port = await world(paths({ '/': '→/a?x=1#y', '/a?x=1': '→/b', '/b': 'there' }));
    const base = `http://127.0.0.1:${port}`;
    const check = checkOf(`${base}/#top`, { 'redirects-to': `${base}/b`, contains: ['there'] });
    const fact = await look(check);
    expect(fact.visits[0]?.hops).toEqual([
      { url: `${base}/`, status: 301, location: `${base}/a?x=1`, address: '127.0.0.1' },
      { url: `${base}/a?x=1`, status: 301, location: `${base}/b`, address: '127.0.0.1' },
      { url: `${base}/b`, status: 200, location: null, address: '127.0.0.1' },
    ]);
    expect(judge(check, { type: 'seen', fact })).toEqual([]);
    expect(await look(check)).toEqual(fact);
  });

  it('must end where the ledger says, and nothing is said of a wrong page', async () => {
    const [found, ...more] = await judged(paths({ '/': '→/old', '/old': 'old' }), {
      'redirects-to': 'https://www.example.test/',
      contains: ['new'],
      status: 200,
    });
    expect(found).toMatchObject({
      id: 'http/redirect-differs:home',
      severity: 'critical',
      acceptable: true,
      path: ['reality', 'endpoints', 'home', 'expect', 'redirects-to'],
    });
    expect(more).toEqual([]);
    expect(rules(await judged(page(200, ''), { 'redirects-to': 'https://www.example.test/' }))).toEqual([
      'http/redirect-differs',
    ]);
  });

  it('are not compared by the spelling of the target', async () => {
    const port = await world(paths({ '/': '→/%e3%81%82#x', '/%e3%81%82': 'there' }));
    const check = checkOf(`http://127.0.0.1:${port}/`, { 'redirects-to': `http://127.0.0.1:${port}/あ` });
    expect(judge(check, { type: 'seen', fact: await look(check) })).toEqual([]);
  });

  it('may not go round in circles', async () => {
    const [found, ...more] = await judged(paths({ '/': '→/a', '/a': '→/' }), { contains: ['x'] });
    expect(found).toMatchObject({ id: 'http/redirect-loop:home', severity: 'critical' });
    expect(more).toEqual([]);
    const endless: http.RequestListener = (request, response) =>
      response.writeHead(302, { location: `${request.url}a` }).end();
    expect(await judged(endless)).toMatchObject([{ rule: 'http/redirect-loop', data: { redirects: 11 } }]);
  });

  it('may be ten', async () => {
    const ten: http.RequestListener = (request, response) => {
      const left = Number(request.url?.slice(1) || '10');
      if (left === 0) response.end();
      else response.writeHead(302, { location: `/${left - 1}` }).end();
    };
    expect(await judged(ten)).toEqual([]);
  });

  it('may set a cookie and come back', async () => {
    const wall: http.RequestListener = (request, response) => {
      if (request.headers.cookie === 'seen=1') response.end('welcome');
      else response.writeHead(302, { location: '/', 'set-cookie': 'seen=1; Path=/; HttpOnly' }).end();
    };
    expect(await judged(wall, { contains: ['welcome'] })).toEqual([]);
  });

  it('may not lead from https to http', async () => {
    const plain = await servers.http(page(200, 'there'));
    const secure = await servers.https((request, response) => {
      const location = request.url === '/back' ? '/' : `http://www.example.test:${plain}/`;
      response.writeHead(301, { location }).end();
    });
    const names = { 'www.example.test': ['127.0.0.1'] };
    const see = async (expect: Expect) => {
      const check = checkOf(`https://www.example.test:${secure}/`, expect);
      return judge(check, { type: 'seen', fact: await look(check, { names }) });
    };
    expect(await see({})).toMatchObject([{ id: 'http/https-downgraded:home', severity: 'critical' }]);
    expect(rules(await see({ 'redirects-to': `https://www.example.test:${plain}/` }))).toEqual([
      'http/https-downgraded',
    ]);
    expect(await see({ 'redirects-to': `http://www.example.test:${plain}/` })).toEqual([]);
    expect(rules(await see({ 'redirects-to': 'https://elsewhere.example.test/' }))).toEqual([
      'http/redirect-differs',
    ]);
  });

  it('are guarded at every hop', async () => {
    const port = await world(paths({ '/': '→http://169.254.169.254/latest/meta-data/' }));
    const check = checkOf(`http://127.0.0.1:${port}/`, {});
    expect(judge(check, { type: 'seen', fact: await look(check) })).toMatchObject([
      { rule: 'probe/blocked', kind: 'unknown', data: { address: '169.254.169.254' } },
    ]);
  });

  it('to a host that is not there are told', async () => {
    const port = await world(paths({ '/': '→https://gone.example.test/' }));
    const check = checkOf(`http://127.0.0.1:${port}/`, {});
    const fact = await look(check);
    expect(judge(check, { type: 'seen', fact })).toMatchObject([
      {
        rule: 'http/unreachable',
        severity: 'critical',
        data: { host: 'gone.example.test', code: 'name-not-found' },
      },
    ]);
  });

  it('take no credential to another host', async () => {
    const seen: [string | undefined, string | undefined][] = [];
    const listen =
      (location: () => string | null): http.RequestListener =>
      (request, response) => {
        seen.push([request.headers.host?.replace(/:.*/, ''), request.headers.authorization]);
        const target = location();
        if (target === null) response.end();
        else response.writeHead(302, { location: target }).end();
      };
    let first = 0;
    let rounds = 0;
    const second = await servers.https(
      listen(() => (rounds++ === 0 ? `https://a.example.test:${first}/again` : null)),
      ['b.example.test'],
    );
    first = await servers.https(
      listen(() => (rounds === 0 ? `https://b.example.test:${second}/` : null)),
      ['a.example.test'],
    );
    const check = checkOf(`https://a.example.test:${first}/`, {});
    const ports = { a: first, b: second };
    const credentials = (['a', 'b'] as const).map((name) => ({
      host: `${name}.example.test`,
      port: ports[name],
      header: 'Authorization',
      value: name,
    }));
    const names = { 'a.example.test': ['127.0.0.1'], 'b.example.test': ['127.0.0.1'] };
    const fact = await look(check, { credentials, names });
    expect(seen).toEqual([
      ['a.example.test', 'a'],
      ['b.example.test', undefined],
      ['a.example.test', undefined],
    ]);
    expect(JSON.stringify(fact)).not.toMatch(/authorization/i);
  });
});

describe('one cause for one fault', () => {
  const all = { status: 200, contains: ['welcome'], hsts: true, indexable: true };

  it.each([500, 502, 504, 520, 522, 526, 530])('%d is a server error', async (status) => {
    expect(await judged(page(status, 'oops'), all, 'other')).toMatchObject([
      { id: 'http/server-error:other', kind: 'drift', severity: 'critical' },
    ]);
  });

  it('maintenance is told from failure', async () => {
    const wordpress = 'Briefly unavailable for scheduled maintenance. Check back in a minute.';
    for (const answer of [page(503, 'soon back', { 'retry-after': '600' }), page(503, wordpress)]) {
      expect(await judged(answer, all)).toMatchObject([
        { id: 'http/in-maintenance:home', kind: 'drift', severity: 'warning' },
      ]);
    }
    expect(rules(await judged(page(503, 'overloaded'), all))).toEqual(['http/server-error']);
  });

  it.each<[string, http.RequestListener]>([
    ['Cloudflare challenge', page(403, '<title>Just a moment...</title>', { 'cf-mitigated': 'challenge' })],
    ['Cloudflare, old', page(503, '<title>Just a moment...</title>', { server: 'cloudflare' })],
    ['Cloudflare rule', page(403, 'error code: 1020', { server: 'cloudflare' })],
    ['AWS challenge', page(202, '', { 'x-amzn-waf-action': 'challenge' })],
    ['AWS captcha', page(405, '', { 'x-amzn-waf-action': 'captcha' })],
    ['Akamai', page(403, '<title>Access Denied</title> Reference&#32;&#35;18.1')],
    ['Imperva', page(200, '<iframe src="/_Incapsula_Resource?x">')],
    ['Sucuri', page(403, '', { 'x-sucuri-id': '1' })],
    ['Wordfence', page(503, 'Generated by Wordfence at now')],
    ['SiteGuard', page(403, '<p>SiteGuard Lite')],
  ])('a bot wall is neither fine nor broken: %s', async (_name, answer) => {
    expect(await judged(answer, all)).toMatchObject([
      { id: 'http/challenged:home', kind: 'unknown', severity: 'warning' },
    ]);
  });

  it('a page that is forbidden where others are not is neither fine nor broken', async () => {
    const port = await servers.http((request, response) =>
      response.writeHead(request.url === '/' ? 200 : 403).end('page'),
    );
    const check = checkOf(`http://127.0.0.1:${port}/wp-login.php`, {});
    expect(rules(judge(check, { type: 'seen', fact: await look(check) }))).toEqual(['http/challenged']);
    expect(rules(await judged(page(403, 'closed')))).toEqual(['http/status-differs']);
  });

  it('"come back later" is no answer', async () => {
    expect(await judged(page(429, ''), all)).toMatchObject([
      { rule: 'probe/failed', kind: 'unknown', data: { code: 'rate-limited' } },
    ]);
  });

  it.each<[string, string]>([
    ['database', '<title>Database Error</title><h1>Error establishing a database connection</h1>'],
    ['database', 'データベース接続確立エラー'],
    ['fatal-error', 'There has been a critical error on this website.'],
    ['fatal-error', '<b>Fatal error</b>: Uncaught Error: x in /home/x.php:1'],
  ])('an error page that answers 200 is a broken site: %s', async (how, body) => {
    expect(await judged(page(200, body), all)).toMatchObject([
      { id: 'http/site-broken:home', severity: 'critical', data: { how } },
    ]);
    expect(await judged(page(500, body), all)).toMatchObject([{ rule: 'http/server-error', data: { how } }]);
  });

  it('a page about errors is no broken site', async () => {
    const article = `Error establishing a database connection: what to do. ${'More words. '.repeat(300)}`;
    expect(await judged(page(200, `<title>Help</title>${article}`))).toEqual([]);
  });

  it('an open installer is a broken site', async () => {
    expect(
      await judged(paths({ '/': '→/wp-admin/install.php', '/wp-admin/install.php': 'Welcome' }), {}),
    ).toMatchObject([{ rule: 'http/site-broken', data: { how: 'not-installed' } }]);
  });

  it('a wall that answers 200 is none of its texts missing, nor any of them there', async () => {
    const wall = page(
      200,
      '<title>Making sure you&#39;re not a bot!</title><script src="/.within.website/x/cmd/anubis/a.mjs"></script>',
    );
    for (const expected of [{}, all, { lacks: ['hacked'] }, { json: { '/status': 'up' } }]) {
      expect(await judged(wall, expected)).toMatchObject([
        { id: 'http/challenged:home', kind: 'unknown', data: { by: 'Anubis', status: 200 } },
      ]);
    }
    expect(await judged(page(999, ''))).toMatchObject([{ rule: 'http/challenged', data: { by: null } }]);
  });

  it('what refuses every page, and has no name, may be a filter: the remedy says so', async () => {
    const remedyOf = async (status: number) => {
      const [found] = await judged(page(status, 'closed'));
      const { data, rule } = found!;
      const format = formatFor('en', 'Asia/Tokyo', { parties: {}, contacts: {} });
      return [rule, english.rules[rule].say(data as never, format).remedy];
    };
    expect(await remedyOf(403)).toEqual(['http/status-differs', expect.stringContaining('country')]);
    expect(await remedyOf(404)).toEqual(['http/status-differs', undefined]);
  });

  it.each([
    [200, 'nginx', 'empty', '<title>Welcome to nginx!</title><h1>Welcome to nginx!</h1>'],
    [503, 'Xserver', 'unknown-domain', '<title>無効なURLです</title><p>無効なURLです。'],
    [404, 'GitHub Pages', 'unknown-domain', "<p>There isn't a GitHub Pages site here."],
    [200, null, 'suspended', '<title>Account Suspended</title>'],
  ])('a hoster’s own page is no site, whatever its status: %d of %s', async (status, by, what, body) => {
    for (const expected of [{}, all]) {
      expect(await judged(page(status, body), expected)).toMatchObject([
        { id: 'http/placeholder:home', kind: 'drift', severity: 'critical', data: { by, what, status } },
      ]);
    }
    expect(await judged(page(status, body), { status }, 'other')).toEqual(
      status >= 400 ? [] : [expect.objectContaining({ severity: 'warning' })],
    );
  });

  it.each([
    ['Account Suspended', 'Account Suspended'],
    ['Welcome to nginx!', 'Welcome to nginx!'],
    ['This domain is for sale', 'For sale: 2 vans'],
    ['Database Error', 'Database Error'],
  ])('words are weak beside what the ledger expects and finds: %s', async (words, title) => {
    const html = `<title>${title}</title><h1>${words}</h1><p>Aoba Seika, Nara`;
    expect(await judged(page(200, html), { contains: ['Aoba Seika', 'Nara'] })).toEqual([]);
    expect(await judged(page(200, html), { contains: ['Aoba Seika', 'Osaka'] })).not.toEqual([]);
  });

  it('a page under /lander is a page', async () => {
    const answer = paths({ '/': '→/lander', '/lander': '<title>Aoba</title><h1>Spring sale' });
    expect(await judged(answer)).toEqual([]);
    expect(await judged(answer, { contains: ['Spring sale'] })).toEqual([]);
    const godaddy = '<script>window.onload=function(){window.location.href="/lander"}</script>';
    expect(rules(await judged(page(200, godaddy)))).toEqual(['http/parked']);
  });

  it('an installer is open whatever else is there', async () => {
    const answer = paths({ '/': '→/wp-admin/install.php', '/wp-admin/install.php': 'WordPress' });
    expect(rules(await judged(answer, { contains: ['WordPress'] }))).toEqual(['http/site-broken']);
  });

  it('a parking page is no site', async () => {
    expect(await judged(page(200, '<title>x.test</title>This domain is for sale!'), all)).toMatchObject([
      { id: 'http/parked:home', severity: 'critical' },
    ]);
  });
});

describe('what must be blocked', () => {
  const blocked = { blocked: true };

  it.each([401, 403, 404, 407, 410])('may answer %d', async (status) => {
    expect(await judged(page(status, ''), blocked)).toEqual([]);
  });

  it.each([200, 500])('may not answer %d', async (status) => {
    expect(await judged(page(status, ''), blocked)).toMatchObject([
      { id: 'http/not-blocked:home', kind: 'drift', severity: 'warning' },
    ]);
  });

  it.each([
    ['Cloudflare Access', '/cdn-cgi/access/login/www.example.test?kid=1&redirect_url=%2F'],
    ['OAuth 2.0', '/realms/aoba/protocol/openid-connect/auth?client_id=x&response_type=code'],
    ['SAML 2.0', '/sso?SAMLRequest=fZ'],
    ['WS-Federation', '/adfs/ls/?wa=wsignin1.0&wtrealm=x'],
    ['oauth2-proxy', '/oauth2/start?rd=%2F'],
    ['Authelia', '/?rd=https%3A%2F%2Fstaging.example.test%2F&rm=GET'],
  ])('may send visitors to sign in: %s', async (_name, to) => {
    const answer: http.RequestListener = (request, response) =>
      request.url === '/' ? response.writeHead(302, { location: to }).end() : response.end('Sign in');
    expect(await judged(answer, blocked)).toEqual([]);
    // Nobody has to reach that place.
    const elsewhere: http.RequestListener = (_request, response) =>
      response.writeHead(302, { location: `https://login.example.test${to}` }).end();
    expect(await judged(elsewhere, blocked)).toEqual([]);
  });

  it('may not show a form of its own instead', async () => {
    expect(
      rules(
        await judged(
          paths({ '/': '→/wp-login.php?redirect_to=x', '/wp-login.php?redirect_to=x': 'Log in' }),
          blocked,
        ),
      ),
    ).toEqual(['http/not-blocked']);
  });

  it('is not seen behind a wall that lets people in', async () => {
    const wall = '<script src="/.within.website/x/cmd/anubis/static/js/main.mjs"></script>';
    expect(await judged(page(200, wall), blocked)).toMatchObject([
      { rule: 'http/challenged', data: { by: 'Anubis', status: 200 } },
    ]);
  });

  it('may be out of reach, if anything else is not', () => {
    const check = checkOf('https://staging.example.test/', blocked);
    for (const code of ['refused', 'timeout', 'reset', 'name-not-found'] as const) {
      const outcome = { type: 'failed', failure: new ProbeFailure(code) } as const;
      expect(judge(check, outcome)).toEqual([]);
      expect(judge(check, outcome, { anythingAnswered: false })).toMatchObject([
        { rule: 'probe/failed', kind: 'unknown', data: { code: 'nothing-answered' } },
      ]);
    }
    expect(judge(check, { type: 'failed', failure: new ProbeFailure('name-unresolvable') })).toMatchObject([
      { rule: 'probe/failed', kind: 'unknown' },
    ]);
  });
});

describe('what could not be seen', () => {
  const check = checkOf('https://www.example.test/', { contains: ['x'] });
  const failed = (code: FailureCode, detail: string | null = null, changes: Partial<JudgeContext> = {}) =>
    judge(check, { type: 'failed', failure: new ProbeFailure(code, detail) }, changes);

  it.each(['refused', 'reset', 'no-route', 'name-not-found'] as const)('%s is unreachable', (code) => {
    expect(failed(code)).toMatchObject([
      {
        id: 'http/unreachable:home',
        kind: 'drift',
        severity: 'critical',
        data: { host: 'www.example.test', code },
      },
    ]);
  });

  it('silence may be a filter', () => {
    expect(failed('timeout')).toMatchObject([{ rule: 'http/unreachable', severity: 'warning' }]);
  });

  it('is no fault of the site where nothing at all answered', () => {
    expect(failed('refused', null, { anythingAnswered: false })).toMatchObject([
      { rule: 'probe/failed', kind: 'unknown', severity: 'warning', data: { code: 'nothing-answered' } },
    ]);
  });

  it('is no fault of the site where this machine could not connect', () => {
    for (const anythingAnswered of [true, false]) {
      expect(failed('local-fault', 'EMFILE', { anythingAnswered })).toMatchObject([
        { id: 'probe/failed:home', kind: 'unknown', data: { code: 'local-fault', detail: 'EMFILE' } },
      ]);
    }
  });

  it.each(['name-unresolvable', 'deadline', 'response-unexpected'] as const)('%s is unknown', (code) => {
    expect(failed(code)).toMatchObject([{ id: 'probe/failed:home', kind: 'unknown', data: { code } }]);
  });

  it('leaves the certificate to speak for itself', () => {
    expect(failed('tls-failed', 'ERR_SSL_X')).toMatchObject([
      { rule: 'probe/failed', kind: 'notice', severity: 'info' },
    ]);
  });

  it.each(['no-ipv4', 'no-ipv6'] as const)(
    'says what this place lacks (%s), if it is not everything',
    (code) => {
      expect(failed(code)).toMatchObject([
        { rule: 'probe/not-testable', kind: 'notice', data: { reason: code } },
      ]);
      expect(failed(code, null, { anythingAnswered: false })).toMatchObject([
        { rule: 'probe/failed', kind: 'unknown', data: { code: 'nothing-answered' } },
      ]);
    },
  );

  it('tells the guard', () => {
    expect(failed('blocked', '10.0.0.1')).toMatchObject([
      { rule: 'probe/blocked', kind: 'unknown', data: { address: '10.0.0.1' } },
    ]);
  });

  it('is not silent when our own code fails', () => {
    expect(judge(check, { type: 'crashed', error: new Error('ours') })).toMatchObject([{ kind: 'unknown' }]);
  });
});

describe('addresses', () => {
  const names = (...addresses: string[]) => ({ names: { 'www.example.test': addresses } });

  it('are tried one after the other until one answers', async () => {
    const port = await servers.http(page(200, ''));
    const check = checkOf(`http://www.example.test:${port}/`, {});
    const fact = await look(check, names('127.0.0.2', '127.0.0.1'));
    expect(fact.visits).toMatchObject([{ address: '127.0.0.1', end: { type: 'page' } }]);
    expect(judge(check, { type: 'seen', fact })).toEqual([]);
  });

  it('fail together with what says most', async () => {
    const port = await servers.closedPort();
    const check = checkOf(`http://www.example.test:${port}/`, {});
    await expect(look(check, names('127.0.0.1', '127.0.0.2'))).rejects.toMatchObject({ code: 'refused' });
    await expect(look(check, names('169.254.169.254', '127.0.0.2'))).rejects.toMatchObject({
      code: 'blocked',
    });
  });

  it('are looked at each on its own where the ledger says so', async () => {
    const port = await servers.http((_request, response) => response.writeHead(404).end());
    const check = checkOf(`http://www.example.test:${port}/`, {}, { everyAddress: true });
    const one = await look(check, names('127.0.0.1', '127.0.0.2'));
    expect(judge(check, { type: 'seen', fact: one }).map(({ id }) => id)).toEqual([
      'http/status-differs:home@127.0.0.1',
      'http/unreachable:home@127.0.0.2',
    ]);
    const both = await look(check, names('127.0.0.1', '127.0.0.1'));
    expect(judge(check, { type: 'seen', fact: both }).map(({ id }) => id)).toEqual([
      'http/status-differs:home',
    ]);
  });
});

describe('without encryption', () => {
  /** The https page answers well; what http answers is at stake. Redirects of `https` lead to the https page. */
  async function plain(answer: http.RequestListener | null, expect: Expect = {}) {
    const secure = await servers.https(page(200, 'Welcome'));
    const port = answer === null ? await servers.closedPort() : await servers.http(answer);
    const check = checkOf(`https://www.example.test:${secure}/`, expect, {
      plainUrl: `http://www.example.test:${port}/`,
    });
    const fact = await look(check, { names: { 'www.example.test': ['127.0.0.1'] } });
    return judge(check, { type: 'seen', fact }).map(({ id }) => id);
  }

  it.each<[string, http.RequestListener | null, string[]]>([
    ['served as it is', page(200, 'Welcome'), ['http/not-upgraded:home']],
    ['led to https', paths({ '/': '→https://www.example.test/' }), []],
    ['led to https by a detour', paths({ '/': '→/a', '/a': '→https://www.example.test/' }), []],
    [
      'led to another page without encryption',
      paths({ '/': '→/a', '/a': 'Welcome' }),
      ['http/not-upgraded:home'],
    ],
    ['led in a circle', paths({ '/': '→/a', '/a': '→/' }), []],
    ['refused', page(403, ''), []],
    ['not there', null, []],
  ])('a visitor is %s', async (_name, answer, expected) => {
    expect(await plain(answer)).toEqual(expected);
  });

  it('is not told beside a page that fails', async () => {
    expect(await plain(page(200, ''), { contains: ['Goodbye'] })).toEqual(['http/text-missing:home']);
  });

  it('is asked once for each host, and not where the ledger says what http does', () => {
    const planned = (endpoints: object) =>
      endpointProbe
        .plan(Ledger.parse({ ...site, reality: { endpoints } }))
        .map(({ claim }) => claim.plainUrl);
    expect(
      planned({
        home: { url: 'https://www.example.test/#top' },
        shop: { url: 'https://www.example.test/shop' },
        port: { url: 'https://www.example.test:8443/' },
        other: { url: 'https://shop.example.test/a' },
        hidden: { url: 'https://staging.example.test/', expect: { blocked: true } },
      }),
    ).toEqual(['http://www.example.test/', null, null, 'http://shop.example.test/a', null]);
    expect(
      planned({ apex: { url: 'http://www.example.test/' }, home: { url: 'https://www.example.test/' } }),
    ).toEqual([null, null]);
  });
});

describe('addresses beside the one that shows the page', () => {
  const find = async (addresses: readonly string[], asksAddresses = true) => {
    const port = await servers.http(page(200, 'Welcome'));
    const closed = await servers.closedPort();
    const names = { 'www.example.test': addresses };
    const connectTo = [
      { host: '192.0.2.1', port, toAddress: '127.0.0.1', toPort: port },
      { host: '192.0.2.9', port, toAddress: '127.0.0.1', toPort: closed },
      { host: '2001:db8::9', port, toAddress: '127.0.0.1', toPort: closed },
    ];
    const check = checkOf(`http://www.example.test:${port}/`, {}, { asksAddresses });
    const fact = await look(check, { names, connectTo, allowPrivate: false });
    return [
      judge(check, { type: 'seen', fact }),
      endpointProbe.needsConfirmation(check.claim, fact),
    ] as const;
  };

  it.each([
    ['first', ['192.0.2.9', '192.0.2.1']],
    ['last', ['192.0.2.1', '192.0.2.9']],
    ['of the other family', ['192.0.2.1', '2001:db8::9']],
  ])('are reported where they refuse: %s', async (_name, addresses) => {
    const [findings, isTriedAgain] = await find(addresses);
    const silent = addresses.find((each) => each.endsWith('9'));
    expect(findings).toMatchObject([
      {
        id: 'http/address-unreachable:home',
        kind: 'drift',
        severity: 'warning',
        data: { host: 'www.example.test', silent: [{ address: silent, code: 'refused' }] },
      },
    ]);
    expect(isTriedAgain).toBe(true);
  });

  it('are not reported where they answer, where this place cannot ask them, and where nobody asks', async () => {
    expect(await find(['192.0.2.1'])).toEqual([[], false]);
    expect(await find(['192.0.2.1', '10.0.0.1'])).toEqual([[], false]);
    expect(await find(['192.0.2.1', '192.0.2.9'], false)).toEqual([[], false]);
  });

  it('are asked once for each server', () => {
    const ledger = Ledger.parse({
      ...site,
      reality: {
        endpoints: {
          home: { url: 'https://www.example.test/' },
          other: { url: 'https://www.example.test:443/other' },
          plain: { url: 'http://www.example.test/' },
          each: { url: 'https://each.example.test/', 'every-address': true },
          closed: { url: 'https://closed.example.test/', expect: { blocked: true } },
        },
      },
    });
    const asked = endpointProbe.plan(ledger).filter(({ claim }) => claim.asksAddresses);
    expect(asked.map(({ subject }) => subject)).toEqual(['home', 'plain']);
  });
});

describe('the language that a page is asked for in', () => {
  const asked = (site: object, expect: object) => {
    const ledger = Ledger.parse({
      version: 1,
      site: { name: 'Site', url: 'https://www.example.test/', ...site },
      reality: { endpoints: { home: { url: 'https://www.example.test/', expect } } },
    });
    return endpointProbe.plan(ledger)[0]?.claim.language;
  };

  it('is the site’s, or what the ledger expects', () => {
    expect(asked({}, {})).toBeNull();
    expect(asked({ language: 'ja' }, {})).toBe('ja, *;q=0.5');
    expect(asked({ language: 'ja' }, { 'accept-language': 'en-US, en;q=0.8' })).toBe('en-US, en;q=0.8');
  });

  it.each([
    ['a page', { contains: ['Welcome'] }, 'text/html'],
    ['JSON', { json: { '/status': 'up' } }, 'application/json'],
  ])('comes with the kind of answer that is wanted: %s', async (_name, wanted, type) => {
    const found = await judged((request, response) => {
      const isWanted = request.headers.accept?.startsWith(type);
      response.writeHead(isWanted ? 200 : 404).end(type === 'text/html' ? 'Welcome' : '{"status":"up"}');
    }, wanted);
    expect(found).toEqual([]);
  });

  it('goes along to where redirects end, and over plain http', async () => {
    const seen: unknown[] = [];
    const port = await servers.http((request, response) => {
      seen.push([request.url, request.headers['accept-language']]);
      if (request.url === '/') response.writeHead(302, { location: '/top' });
      response.end();
    });
    const url = `http://127.0.0.1:${port}/`;
    await look(checkOf(url, {}, { language: 'ja', plainUrl: `${url}plain` }));
    expect(seen).toEqual([
      ['/', 'ja'],
      ['/top', 'ja'],
      ['/plain', 'ja'],
    ]);
  });
});

describe('needsConfirmation', () => {
  const confirm = async (answer: http.RequestListener, expect: Expect = {}) => {
    const port = await servers.http(answer);
    const { claim, ...check } = checkOf(`http://127.0.0.1:${port}/`, expect);
    return endpointProbe.needsConfirmation(claim, await look({ ...check, claim }));
  };

  it('holds for what may pass, not for a complete, contrary answer', async () => {
    expect(await confirm(page(500, ''))).toBe(true);
    expect(await confirm(page(429, ''))).toBe(true);
    expect(await confirm(paths({ '/': '→http://www.example.test:1/' }))).toBe(false);
    expect(await confirm(page(404, ''))).toBe(false);
    expect(await confirm(page(200, ''), { contains: ['x'] })).toBe(false);
    expect(await confirm(page(503, ''), { status: 503 })).toBe(false);
    expect(await confirm(page(503, '', { 'cf-mitigated': 'challenge' }))).toBe(false);
  });
});

it('every rule of the family is heard of here', async () => {
  const { readFile } = await import('node:fs/promises');
  const source = await readFile(new URL(import.meta.url), 'utf8');
  expect(Object.keys(httpRules).filter((rule) => !source.includes(rule))).toEqual([]);
});
