import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runCommandLine } from '../../fixtures/world/command-line.ts';
import { startWorld, type World } from '../../fixtures/world/world.ts';
import type { LedgerDraft } from '../../src/init/draft.ts';
import { writeLedger } from '../../src/init/ledger-text.ts';
import { readSiteUrl } from '../../src/init/site-url.ts';
import { parseLedger } from '../../src/ledger/parse.ts';
import { init as english } from '../../src/messages/en/init.ts';
import { messagesFor } from '../../src/messages/index.ts';
import { init as japanese } from '../../src/messages/ja/init.ts';
import { ruleNames } from '../../src/rules/index.ts';

// The built command line against the embedded world: what a first look writes, and what it holds to afterwards.

const root = path.resolve(import.meta.dirname, '../..');
const seed = Number(process.env['FAST_CHECK_SEED'] ?? 20_261_126);
const words = { ja: japanese, en: english } as const;
const site = 'https://www.aoba-seika.example/';

let world: World;
let closing: (() => Promise<void>) | null = null;
let folder: string;
let locale = '';
async function open(language: 'ja' | 'en') {
  world = await startWorld({ language });
  closing = () => world.close();
  world.setMonth(1);
}
beforeEach(async () => {
  locale = '';
  folder = await mkdtemp(path.join(tmpdir(), 'init-'));
  await mkdir(path.join(folder, '.git'));
});
afterEach(async () => {
  await closing?.();
  closing = null;
  await rm(folder, { recursive: true });
});

function run(...args: string[]) {
  const network = Object.entries({ ...world.inputs, retries: '0s,0s' }).flatMap(([name, value]) =>
    value.split('\n').map((line) => `--${name}=${line}`),
  );
  const options = network.filter((each) => !/^--(credentials|github-token|allow-private)=/.test(each));
  return runCommandLine([...args, ...options, '--allow-private'], {
    cwd: folder,
    environment: { LANG: locale, ...world.environment },
  });
}
const ledger = () => readFile(path.join(folder, 'ledger.yml'), 'utf8');
const read = (text: string) =>
  parseLedger(Buffer.from(text), { file: 'ledger.yml', now: '2026-08-03T00:17:00Z', ruleNames });

describe.each(['ja', 'en'] as const)('a first ledger, in %s', (language) => {
  beforeEach(() => open(language));

  test('agrees with reality, tells when that moves, and can follow it', async () => {
    const made = await run('init', site, '--language', language);
    expect(made.status, made.stderr).toBe(0);
    expect(made.stdout).toBe('');
    const before = await ledger();
    const checked = await run('check', '--format', 'json');
    expect(checked.status, checked.stderr).toBe(0);
    expect(JSON.parse(checked.stdout)).toMatchObject({
      verdict: 'match',
      language,
      // The templates that were written hold what they must.
      score: { met: 1 },
    });
    world.scene.addresses['www.aoba-seika.example'] = ['203.0.113.20'];
    world.show();
    const moved = await run('check', '--format', 'json');
    expect(moved.status).toBe(1);
    expect(JSON.parse(moved.stdout).findings.map(({ id }: { id: string }) => id)).toContain(
      'dns/record-differs:www.aoba-seika.example/A',
    );
    const accepted = await run('accept');
    expect(accepted.status, accepted.stderr).toBe(0);
    expect((await run('check')).status).toBe(0);
    const after = await ledger();
    // But for the value and the line of the history, every byte is as it was.
    const lines = after.split('\n').filter((line) => !line.includes('203.0.113.10 → 203.0.113.20'));
    expect(lines.join('\n').replace('[203.0.113.20]', '[203.0.113.10]')).toBe(before);
  });

  test('claims what can be seen, and asks the rest in the order in which it is needed', async () => {
    await run('init', site, '--language', language);
    const text = await ledger();
    const result = read(text);
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const { site: said, reality, templates, contacts } = result.parsed.ledger;
    expect(said).toMatchObject({ url: site, language });
    expect(contacts).toBeUndefined();
    expect(Object.keys(templates ?? {})).toEqual(['first-report', 'recovery-report']);
    expect(Object.keys(reality.endpoints ?? {})).toEqual(['home', 'apex']);
    expect(reality.endpoints?.['home']?.expect?.contains?.length).toBeGreaterThan(0);
    expect(reality.endpoints?.['apex']?.expect?.['redirects-to']).toBe(site);
    expect(reality.dns?.map(({ name, type }) => `${name}/${type}`)).toEqual(
      expect.arrayContaining([
        'aoba-seika.example/NS',
        'www.aoba-seika.example/A',
        'aoba-seika.example/A',
        'aoba-seika.example/MX',
      ]),
    );
    const order = ['#first-contact:', '#access:', '#rollback:', '#entrance:'].map((key) =>
      text.indexOf(`\n${key}`),
    );
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(Math.min(...order)).toBeGreaterThan(0);
    expect(text.split('\n').length).toBeLessThan(170);
  });

  test('is a ledger with everything in it once the questions are answered', async () => {
    await run('init', site, '--language', language);
    const answered = (await ledger())
      .replace(/^( *)#(?=[ a-z][\w- ]*:| {2})(?! [^ ])/gm, '$1')
      .replaceAll(/\b(verified|rehearsed|date|newest): unknown/g, '$1: 2026-08-01')
      .replaceAll(/\bconsole: unknown/g, 'console: https://console.example.com/');
    const result = read(answered);
    expect(
      result.ok ? [] : result.problems.map(({ code, path: at, position }) => [code, at.join('.'), position]),
    ).toEqual([]);
    if (result.ok) {
      expect(Object.keys(result.parsed.ledger)).toEqual(
        expect.arrayContaining([
          'first-contact',
          'access',
          'rollback',
          'entrance',
          'decisions',
          'restore',
          'evidence',
        ]),
      );
    }
  });

  test('its questions, taken over as they stand, answer nothing', async () => {
    await run('init', site, '--language', language);
    const taken = (await ledger()).replace(/^( *)#(?=[ a-z][\w- ]*:| {2})(?! [^ ])/gm, '$1');
    await writeFile(path.join(folder, 'ledger.yml'), taken);
    const { stdout } = await runCommandLine(
      ['check', '--offline', '--format', 'json', '--now', '2026-08-03T00:00:00Z'],
      { cwd: folder, environment: {} },
    );
    const report = JSON.parse(stdout) as { score: { items: { id: string; state: string }[] } };
    const open = ['first-contact', 'rollback', 'restore', 'access', 'entrance', 'evidence', 'emergency'];
    for (const { id, state } of report.score.items) {
      if (open.includes(id)) expect([id, state]).not.toEqual([id, 'met']);
    }
    expect(report.score.items).toHaveLength(10);
  });

  test('the runbooks beside it are none until somebody writes them', async () => {
    await run('init', site, '--language', language);
    await writeFile(
      path.join(folder, 'ledger.yml'),
      `${await ledger()}rollback: { runbook: docs/rollback.md }\n`,
    );
    const { stdout } = await run('check', '--offline', '--format', 'json');
    const rules = JSON.parse(stdout).findings.map(({ rule }: { rule: string }) => rule);
    expect(rules.some((rule: string) => rule === 'runbook/empty' || rule === 'runbook/section-missing')).toBe(
      true,
    );
  });
});

describe('init', () => {
  beforeEach(() => open('en'));

  test('overwrites nothing: not the ledger, not what lies beside it', async () => {
    await writeFile(path.join(folder, 'ledger.yml'), 'mine');
    const refused = await run('init', site);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('ledger.yml');
    expect(await readdir(folder)).toEqual(['.git', 'ledger.yml']);
    expect(await ledger()).toBe('mine');

    await mkdir(path.join(folder, 'docs/templates'), { recursive: true });
    await writeFile(path.join(folder, 'docs/rollback.md'), 'my steps');
    await writeFile(path.join(folder, 'docs/templates/first-report.md'), 'nothing that a report needs');
    const made = await run('init', site, '--output', 'sites/../new.yml');
    expect(made.status, made.stderr).toBe(0);
    expect(await readFile(path.join(folder, 'docs/rollback.md'), 'utf8')).toBe('my steps');
    const text = await readFile(path.join(folder, 'new.yml'), 'utf8');
    // A template that lacks its fields is not claimed.
    expect(text).toMatch(/^ *#first-report:/m);
    expect(text).toMatch(/^ {2}recovery-report:/m);
    expect(made.stderr).toContain('docs/templates/first-report.md');
  });

  test('--dry-run shows the ledger and writes nothing', async () => {
    const { status, stdout, stderr } = await run('init', site, '--dry-run');
    expect(status).toBe(0);
    expect(read(stdout).ok).toBe(true);
    expect(stderr).toContain('ledger.yml');
    expect(await readdir(folder)).toEqual(['.git']);
  });

  test('--from: what an agency keeps is taken over with its comments, and asked no more', async () => {
    const answers = `parties: { agency: Kita Web, client: Client, maintenance: Kita Care }
# our night desk
contacts:
  night: { name: Night desk, party: maintenance, kind: desk, hours: 24/365, channels: [{ phone: "+81-6-1111-2222" }, { email: night@kita.example }], verified: 2026-08-01 }
  day: { name: Day desk, party: agency, kind: desk, hours: [Mon-Fri 09:00-18:00], channels: [{ phone: "+81-6-1111-3333" }], verified: 2026-08-01 }
first-contact: { route: [{ call: night, wait: 10m }, { call: day }], tell: [situation] }
`;
    await writeFile(path.join(folder, 'answers.yml'), answers);
    const { status, stderr } = await run('init', site, '--from', 'answers.yml');
    expect(status, stderr).toBe(0);
    const text = await ledger();
    expect(text).toContain('# our night desk\ncontacts:');
    expect(text).not.toContain('#contacts:');
    const result = read(text);
    expect(result.ok && result.parsed.ledger['first-contact']?.route?.[0]?.call).toBe('night');
    // Its contacts stand in the questions that are left.
    expect(text).toContain('holders: [night, day]');
    expect((await run('check')).status).toBe(0);
  });

  test.each(['ja', 'en'] as const)(
    '--from: the example of answers is taken as it stands (%s)',
    async (language) => {
      const example = await readFile(path.join(root, `examples/answers.${language}.yml`), 'utf8');
      // The world's day is earlier.
      await writeFile(path.join(folder, 'answers.yml'), example.replaceAll('2026-11-02', '2026-08-01'));
      const { status, stdout, stderr } = await run(
        ...['init', site, '--from', 'answers.yml', '--dry-run', '--language', language],
      );
      expect(status, stderr).toBe(0);
      const result = read(stdout);
      expect(result.ok && Object.keys(result.parsed.ledger.contacts ?? {})).toEqual([
        'maintenance-desk',
        'agency-desk',
      ]);
      expect(stdout).not.toMatch(/^#(?:contacts|first-contact|targets|parties):/m);
    },
  );

  test('--from: mistakes are told with their places, and nothing is written', async () => {
    await writeFile(path.join(folder, 'answers.yml'), 'contacts:\n  night: { nmae: Night desk }\n');
    const wrong = await run('init', site, '--from', 'answers.yml');
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toMatch(/answers\.yml:2:\d+: /);
    await writeFile(path.join(folder, 'answers.yml'), 'site: { url: "https://other.example/" }\n');
    expect((await run('init', site, '--from', 'answers.yml')).stderr).toMatch(
      /answers\.yml:1:\d+: .*site\.url/,
    );
    await writeFile(
      path.join(folder, 'answers.yml'),
      'access:\n  server: { login: "password: hunter2-abc", kind: "pw: kumo-9912" }\n',
    );
    const secret = await run('init', site, '--from', 'answers.yml');
    expect(secret.status).toBe(2);
    expect(secret.stderr).toMatch(/answers\.yml:2:\d+: this looks like a password or key/);
    expect(secret.stderr + secret.stdout).not.toMatch(/hunter2|kumo-9912/);
    expect((await run('init', site, '--from', 'gone.yml')).status).toBe(2);
    expect(await readdir(folder)).toEqual(['.git', 'answers.yml']);
  });

  test('a site that cannot be seen at all: nothing is written', async () => {
    const { status, stderr } = await run('init', 'https://no-such-site.example/');
    expect(status).toBe(3);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(await readdir(folder)).toEqual(['.git']);
  });

  test('a site that is down: what DNS tells is written, and what was not seen is told as such', async () => {
    world.scene.sites['www.aoba-seika.example']!.pages['/'] = { status: 503, body: 'down' };
    world.show();
    const { status, stderr } = await run('init', site);
    expect(status, stderr).toBe(0);
    const text = await ledger();
    expect(text).toContain('503');
    expect(text).not.toMatch(/^ +expect: .*(?:503|contains)/m);
    expect(read(text).ok).toBe(true);
  });

  test('a domain without a site: the registry alone is asked, and what it tells is written', async () => {
    const { status, stdout, stderr } = await run('init', 'https://example.jp/', '--dry-run');
    expect(status, stderr).toBe(0);
    const result = read(stdout);
    expect(result.ok && result.parsed.ledger.reality).toEqual({
      domains: { 'example.jp': expect.anything() },
    });
    expect(stdout).toContain('2026-10-31');
    expect(stderr).toContain('https://example.jp/');
  });

  test('no scheme, or the bare domain: the site is where that leads', async () => {
    const { stdout } = await run('init', 'aoba-seika.example', '--dry-run');
    const result = read(stdout);
    expect(result.ok && result.parsed.ledger.site.url).toBe(site);
  });

  test.each([[[]], [['a', 'b']], [['not a url']], [['mailto:desk@example.com']]])(
    'wrong use: %j',
    async (args) => {
      const { status, stderr } = await run('init', ...args);
      expect(status).toBe(2);
      expect(stderr.trim().split('\n')).toEqual([expect.any(String), expect.stringContaining('init --help')]);
    },
  );

  test('a page that tells no language: the ledger is in that of whoever asks', async () => {
    world.scene.sites['www.aoba-seika.example']!.pages['/'] = { status: 401, body: 'no' };
    world.show();
    locale = 'ja_JP.UTF-8';
    const { stdout } = await run('init', site, '--dry-run');
    const result = read(stdout);
    expect(result.ok && result.parsed.ledger.site).toMatchObject({ language: 'ja', timezone: 'Asia/Tokyo' });
  });

  test('a page that wants to be more than a page', async () => {
    const hostile = 'Evil": [x] # {y}\u202e & Söhne GmbH';
    world.scene.sites['www.aoba-seika.example']!.pages['/'] = {
      body: `<!doctype html><html lang="en"><title>${hostile} | Home</title><footer>© 2026 ${hostile}</footer>`,
    };
    world.show();
    const { status, stdout, stderr } = await run('init', site, '--dry-run');
    expect(status, stderr).toBe(0);
    expect(read(stdout).ok).toBe(true);
    expect(stdout).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  });
});

describe('whatever a site shows', () => {
  const draftOf = (title: string, texts: readonly string[], language: 'ja' | 'en'): LedgerDraft => ({
    site: {
      asked: 'https://www.example.com/',
      url: 'https://www.example.com/',
      withoutTls: null,
      home: {
        type: 'seen',
        seen: {
          status: 200,
          language,
          sign: null,
          brand: title,
          markers: [title],
          isWordPress: true,
          cdn: title,
          contactUrl: null,
        },
      },
      hosts: [
        {
          host: 'www.example.com',
          port: 443,
          role: 'site',
          a: { type: 'seen', seen: { exists: true, aliases: [], answers: [['192.0.2.1']], ttl: 3600 } },
          aaaa: null,
          entry: null,
          certificate: {
            type: 'seen',
            seen: {
              issuers: [title],
              names: ['www.example.com'],
              renewal: 'manual',
              inferredBy: 'issuer',
              lastDay: '2026-12-31',
              isTrusted: true,
              serials: ['1'],
            },
          },
        },
      ],
      domain: {
        name: 'example.com',
        isSite: true,
        nameServers: { type: 'unseen', code: 'timeout', detail: title },
        mx: { type: 'seen', seen: [] },
        txt: { type: 'seen', seen: texts },
        caa: { type: 'seen', seen: [] },
        isSigned: { type: 'seen', seen: false },
        dmarc: { type: 'seen', seen: null },
        registration: { type: 'unseen', code: 'timeout', detail: title },
      },
    },
    answers: null,
    language,
    timezone: 'Asia/Tokyo',
    day: '2026-08-03',
    templates: new Set(['first-report', 'recovery-report']),
  });

  const draftWith = (servers: readonly string[], addresses: readonly string[]): LedgerDraft => {
    const draft = draftOf('Sample', [], 'en');
    const [host] = draft.site.hosts;
    const a = {
      type: 'seen',
      seen: { exists: true, aliases: [], answers: [addresses.map(String)], ttl: 3600 },
    } as const;
    return {
      ...draft,
      site: {
        ...draft.site,
        hosts: [{ ...host!, a }],
        home: {
          ...draft.site.home,
          seen: { ...(draft.site.home as { seen: object }).seen, cdn: null },
        } as never,
        domain: { ...draft.site.domain!, nameServers: { type: 'seen', seen: servers } },
      },
    };
  };
  const route53 = ['ns-1.awsdns-00.com', 'ns-2.awsdns-01.co.uk'];
  test.each([
    [
      'two behind an alias of Route 53: a load balancer changes them',
      route53,
      ['192.0.2.1', '192.0.2.2'],
      false,
    ],
    ['one in Route 53', route53, ['192.0.2.1'], true],
    ['two elsewhere', ['ns1.dns.example'], ['192.0.2.1', '192.0.2.2'], true],
  ])('addresses: %s', (_name, servers, addresses, isClaimed) => {
    const made = writeLedger(draftWith(servers, addresses), {
      init: words.en,
      failures: messagesFor('en').report.evidence.failures,
    });
    const result = read(made);
    const claimed = result.ok ? (result.parsed.ledger.reality.dns ?? []).map(({ type }) => type) : null;
    expect(claimed?.includes('A')).toBe(isClaimed);
    // What is not claimed is told all the same.
    for (const address of addresses) expect(made).toContain(address);
  });

  test.each(['ja', 'en'] as const)('the ledger reads as it was meant, in %s', (language) => {
    const text = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 60 })
      .filter(
        (each) =>
          each.trim() !== '' && each.isWellFormed() && !/[\p{Cc}\p{Cf}\u2028\u2029\ufffe\uffff]/u.test(each),
      );
    fc.assert(
      fc.property(text, text, (title, record) => {
        const trimmed = title.trim();
        const verification = `google-site-verification=${record.replace(/\s/g, '')}`;
        const made = writeLedger(draftOf(trimmed, [verification], language), {
          init: words[language],
          failures: messagesFor(language).report.evidence.failures,
        });
        const result = read(made);
        expect(result.ok ? [] : result.problems, made).toEqual([]);
        if (!result.ok) return;
        expect(result.parsed.ledger.site.name).toBe(trimmed);
        expect(result.parsed.ledger.reality.endpoints?.['home']?.expect?.contains).toEqual([trimmed]);
      }),
      { numRuns: 300, seed },
    );
  });
});

test.each([
  ['https://example.jp/', ['https://example.jp/', 'http://example.jp/']],
  ['example.jp', ['https://example.jp/', 'http://example.jp/']],
  ['http://example.jp/shop/', ['http://example.jp/shop/', 'https://example.jp/shop/']],
  ['例え.jp', ['https://xn--r8jz45g.jp/', 'http://xn--r8jz45g.jp/']],
  ['https://user:pw@example.jp:8443/#top', ['https://example.jp:8443/']],
  ['ftp://example.jp/', null],
  ['example', null],
])('%s', (text, tries) => {
  expect(readSiteUrl(text)?.tries.map(({ href }) => href) ?? null).toEqual(tries);
});
