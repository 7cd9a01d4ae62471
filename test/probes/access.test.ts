import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, test } from 'vitest';
import type { Edge } from '../../src/edge/edge.ts';
import { ProbeFailure } from '../../src/edge/failure.ts';
import { parseLedger } from '../../src/ledger/parse.ts';
import { messages as english } from '../../src/messages/en/index.ts';
import { formatFor } from '../../src/messages/format.ts';
import { messages as japanese } from '../../src/messages/ja/index.ts';
import { type ConsoleClaim, type ConsoleFact, accessProbe as probe } from '../../src/probes/access/index.ts';
import type { JudgeContext, Observation } from '../../src/probes/probe.ts';
import { ruleNames } from '../../src/rules/index.ts';
import { type EdgeOptions, openServers } from '../edge/http-world.ts';
import { judged } from './judged.ts';

const servers = openServers();
afterEach(() => servers.close());

const now = Temporal.Instant.from('2026-11-01T00:00:00Z');

function ledgerOf(sections: string) {
  const text = `version: 1\nsite: { name: A, url: "https://a.example/" }\n${sections}`;
  const read = parseLedger(Buffer.from(text), { file: 'ledger.yml', now: now.toString(), ruleNames });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.parsed.ledger;
}

/** Plans, looks once at each console over real connections, and judges. */
async function look(sections: string, options: EdgeOptions = {}, changes: Partial<JudgeContext> = {}) {
  const ledger = ledgerOf(sections);
  const edge = { http: await servers.edge(options) } as Edge;
  const context: JudgeContext = {
    ledger,
    now,
    zone: 'Asia/Tokyo',
    next: now,
    afterNext: now,
    scheduledBy: 'review.every',
    leadTimeDays: 14,
    anythingAnswered: true,
    unreachable: new Set(),
    mainEndpoints: new Set(),
    operator: 'maintenance',
    ...changes,
  };
  const checks = probe.plan(ledger);
  const facts: ConsoleFact[] = [];
  const findings = await Promise.all(
    checks.map(async (check) => {
      const blank = { check, from: null, startedAt: now, durationMs: 1, attempts: 1 };
      const observation: Observation<ConsoleClaim, ConsoleFact> = await probe
        .observe(check.claim, edge, new AbortController().signal)
        .then(
          ({ fact }) => {
            facts.push(fact);
            return { ...blank, outcome: { type: 'seen', fact } } as const;
          },
          (failure) => {
            if (!(failure instanceof ProbeFailure)) throw failure;
            return { ...blank, outcome: { type: 'failed', failure } } as const;
          },
        );
      return judged(probe, observation, context).findings;
    }),
  );
  const found = findings.flat();
  for (const { rule, data } of found) {
    for (const messages of [english, japanese]) {
      const format = formatFor(messages.language, 'Asia/Tokyo', { parties: {}, contacts: {} });
      expect(messages.rules[rule].say(data as never, format).title).toMatch(/\S/);
    }
  }
  return { checks, facts, findings: found, ids: found.map(({ id }) => id) };
}

const server = (console: string) => `access: { server: { console: "${console}" } }\n`;

describe('an answer of any kind is an answer', () => {
  test.each([200, 204, 301, 302, 401, 403, 404, 429, 500, 503])('HTTP %i', async (status) => {
    const port = await servers.http((_request, response) => {
      response.writeHead(status, { location: 'https://login.elsewhere.example.test/' }).end();
    });
    const { ids, facts } = await look(server(`http://127.0.0.1:${port}/`));
    expect(ids).toEqual([]);
    expect(facts).toEqual([{ status }]);
  });

  test('also where the certificate is not trusted: a browser warns, and lets people in', async () => {
    const port = await servers.https(
      (_request, response) => void response.end('login'),
      ['panel.example.test'],
    );
    const names = { 'panel.example.test': ['127.0.0.1'] };
    const { ids, facts } = await look(server(`https://panel.example.test:${port}/`), {
      names,
      trustsRoot: false,
    });
    expect(ids).toEqual([]);
    expect(facts).toHaveLength(1);
  });

  test('also from one address of several', async () => {
    const port = await servers.http((_request, response) => void response.end());
    const names = { 'panel.example.test': ['127.0.0.9', '127.0.0.1'] };
    expect((await look(server(`http://panel.example.test:${port}/`), { names })).ids).toEqual([]);
  });
});

describe('no answer', () => {
  const silent = ['access/console-unreachable:server'];

  test('a name that does not exist', async () => {
    const { ids, findings } = await look(server('https://gone.example.test/'));
    expect(ids).toEqual(silent);
    expect(findings).toMatchObject([
      {
        kind: 'drift',
        severity: 'warning',
        items: [7],
        cause: 'access',
        path: ['access', 'server', 'console'],
      },
    ]);
  });

  test('a port that refuses, at every address', async () => {
    const port = await servers.closedPort();
    expect((await look(server(`http://127.0.0.1:${port}/`))).ids).toEqual(silent);
  });

  test('a server that takes the connection and says nothing', async () => {
    const port = await servers.raw(() => {});
    const { ids, findings } = await look(server(`http://127.0.0.1:${port}/`), { idleTimeoutMs: 50 });
    expect(ids).toEqual(silent);
    expect(findings[0]?.data).toMatchObject({ code: 'no-answer' });
  });

  test('is not known where nothing at all answered in this run', async () => {
    const { findings } = await look(server('https://gone.example.test/'), {}, { anythingAnswered: false });
    expect(findings).toMatchObject([
      { id: 'probe/failed:server@console', kind: 'unknown', items: [7], data: { code: 'nothing-answered' } },
    ]);
  });

  test.each([
    'reset',
    'no-route',
    'name-unresolvable',
    'tls-failed',
    'response-unexpected',
    'deadline',
  ] as const)('is not known where it was %s, which a filter on the way may have caused', async (code) => {
    const resolve = () => Promise.reject(new ProbeFailure(code));
    const { findings } = await look(server('https://panel.example.test/'), { resolve });
    expect(findings).toMatchObject([{ id: 'probe/failed:server@console', kind: 'unknown', items: [7] }]);
  });

  test.each(['no-ipv4', 'no-ipv6'] as const)(
    'is a notice where this place has %s, unless it lacks everything',
    async (code) => {
      const resolve = () => Promise.reject(new ProbeFailure(code));
      const panel = server('https://panel.example.test/');
      expect((await look(panel, { resolve })).findings).toMatchObject([
        { rule: 'probe/not-testable', kind: 'notice', data: { reason: code } },
      ]);
      expect((await look(panel, { resolve }, { anythingAnswered: false })).findings).toMatchObject([
        { rule: 'probe/failed', kind: 'unknown', data: { code: 'nothing-answered' } },
      ]);
    },
  );
});

test('a console that lets in nobody without a certificate of their own: whether they get in is not known', async () => {
  const asksForOne = { requestCert: true, rejectUnauthorized: true } as const;
  for (const version of [{ minVersion: 'TLSv1.3' }, { maxVersion: 'TLSv1.2' }] as const) {
    const port = await servers.https((_request, response) => void response.end(), undefined, {
      ...asksForOne,
      ...version,
    });
    const { findings } = await look(server(`https://127.0.0.1:${port}/`));
    expect(findings).toMatchObject([{ id: 'probe/failed:server@console', kind: 'unknown' }]);
  }
});

test('a page that turns machines away is an answer too: people get past it', async () => {
  const port = await servers.http((_request, response) => {
    response.writeHead(403, { 'cf-mitigated': 'challenge', 'content-type': 'text/html' });
    response.end('<title>Just a moment...</title>');
  });
  const { findings, facts } = await look(server(`http://127.0.0.1:${port}/`));
  expect(findings).toEqual([]);
  expect(facts).toEqual([{ status: 403 }]);
});

describe('private networks', () => {
  const closed = { allowPrivate: false };

  test.each([['10.1.2.3'], ['192.168.0.9', '172.16.0.9'], ['100.64.0.1'], ['fd00::1']])(
    'a name that leads nowhere else (%s) is for people to look at: a notice that holds no item',
    async (...addresses) => {
      const names = { 'panel.example.test': addresses };
      const { findings } = await look(server('https://panel.example.test/'), { ...closed, names });
      expect(findings).toMatchObject([
        {
          id: 'probe/not-testable:server@console',
          kind: 'notice',
          items: [],
          data: { reason: 'private-network' },
        },
      ]);
    },
  );

  test.each([
    'https://vcenter.corp.local/',
    'http://nas:5000/',
    'https://panel.office.internal./',
    'https://a.home.arpa/',
  ])('a name that public DNS cannot know (%s) is no gap in it', async (url) => {
    const { findings } = await look(server(url), closed);
    expect(findings).toMatchObject([{ id: 'probe/not-testable:server@console', kind: 'notice' }]);
  });

  test.each([
    ['an address that the ledger writes', 'https://10.1.2.3/', []],
    ['this machine', 'https://panel.example.test/', ['127.0.0.1']],
    ['the metadata of a cloud', 'https://panel.example.test/', ['169.254.169.254']],
    ['one of two', 'https://panel.example.test/', ['10.1.2.3', '127.0.0.1']],
  ])('%s is refused, and said so', async (_name, url, addresses) => {
    const { findings } = await look(server(url), { ...closed, names: { 'panel.example.test': addresses } });
    expect(findings).toMatchObject([{ id: 'probe/blocked:server@console', kind: 'unknown', items: [7] }]);
  });

  test('are looked at where the operator allows it', async () => {
    const port = await servers.http((_request, response) => void response.end());
    expect((await look(server(`http://127.0.0.1:${port}/`), { allowPrivate: true })).ids).toEqual([]);
  });
});

describe('one look for each host and port, one finding for each access', () => {
  test('shared consoles', async () => {
    const { checks, ids, findings } = await look(
      [
        'access:',
        '  common: { console: "https://panel.example.test/" }',
        '  server: { can: [restart] }',
        '  cms: { console: "https://panel.example.test/wp-admin/?token=1#top" }',
        '  monitoring: { console: "https://panel.example.test:8443/" }',
        'entrance:',
        '  dns: { can: [failover] }',
        '',
      ].join('\n'),
    );
    expect(checks.map(({ subject }) => subject)).toEqual(['panel.example.test', 'panel.example.test:8443']);
    expect(ids.sort()).toEqual(
      ['server', 'cms', 'dns', 'monitoring'].map((id) => `access/console-unreachable:${id}`).sort(),
    );
    expect(findings.find(({ subject }) => subject === 'dns')?.items).toEqual([8]);
  });

  test('an access and an entrance of the same id are told apart', async () => {
    const { ids } = await look(
      'access: { dns: { console: "https://a.example.test/" } }\nentrance: { dns: { console: "https://b.example.test/" } }\n',
    );
    expect(ids).toEqual(['access/console-unreachable:dns', 'access/console-unreachable:dns@entrance']);
  });

  test('nothing that the ledger writes beside the address goes out', async () => {
    const asked: string[] = [];
    const port = await servers.http((request, response) => {
      asked.push(`${request.url} ${request.headers.authorization} ${request.headers.cookie}`);
      response.end();
    });
    const credentials = [{ host: '127.0.0.1', port, header: 'Authorization', value: 'secret' }];
    await look(server(`http://127.0.0.1:${port}/login?token=secret#x`), { credentials });
    expect(asked).toEqual(['/login undefined undefined']);
  });

  test('what is described in words is not asked', async () => {
    expect((await look(server('the app on the phone of the desk'))).checks).toEqual([]);
  });
});
