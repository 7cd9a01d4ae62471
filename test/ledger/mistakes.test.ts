import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseLedger } from '../../src/ledger/parse.ts';
import type { Problem } from '../../src/ledger/problem.ts';
import { messagesFor } from '../../src/messages/index.ts';
import { ruleNames } from '../../src/rules/index.ts';

const fixtures = path.resolve(import.meta.dirname, '../../fixtures/ledgers');
const now = '2026-11-23T00:00:00Z';
const minimal = 'version: 1\nsite: { name: A, url: "https://a.example/" }\n';

function problemsOf(ledger: string | Uint8Array, file = 'ledger.yml'): readonly Problem[] {
  const bytes = typeof ledger === 'string' ? Buffer.from(ledger) : ledger;
  const result = parseLedger(bytes, { file, now, ruleNames });
  return result.ok ? [] : result.problems;
}

/** `code line:column path` of each problem. */
const told = (problems: readonly Problem[]) =>
  problems.map(({ code, position, path }) =>
    `${code} ${position === null ? '-' : `${position.line}:${position.column}`} ${path.join('.')}`.trim(),
  );
const said = (problem: Problem | undefined, language: 'ja' | 'en') =>
  problem === undefined ? '' : messagesFor(language).problems[problem.code](problem as never);

test('twelve different mistakes are twelve problems, each at its place, in one run', () => {
  const problems = problemsOf(
    readFileSync(path.join(fixtures, 'twelve-mistakes.yml')),
    'fixtures/ledgers/twelve-mistakes.yml',
  );
  expect(told(problems)).toEqual([
    'day 3:11 reviewed',
    'url 6:8 site.url',
    'timezone 7:13 site.timezone',
    'reference 13:12 contacts.desk.party',
    'one-of 14:11 contacts.desk.kind',
    'hours 15:13 contacts.desk.hours.0',
    'phone-number 17:16 contacts.desk.channels.0.phone',
    'unknown-key 20:5 contacts.desk2.nmae',
    'future-date 21:15 contacts.desk2.verified',
    'duration 23:17 targets.first-report',
    'null-value 26:15 rollback.approved-by',
    'duplicate-key 29:3 templates.first-report',
  ]);
  expect(problems.map((problem) => said(problem, 'en')).join('\n')).toMatch(
    /exists, such as 2026-11-02[\s\S]*Did you mean "client"\?[\s\S]*desk, person[\s\S]*quotes: "0312345678"[\s\S]*Did you mean "name"\?/,
  );
  expect(problems.map((problem) => said(problem, 'ja')).join('\n')).toMatch(
    /実在する日付[\s\S]*「client」のことでしょうか[\s\S]*引用符で囲んでください[\s\S]*「name」のことでしょうか/,
  );
});

describe('a file that is no ledger', () => {
  const shiftJis = Buffer.concat([
    Buffer.from('version: 1\nsite:\n  name: '),
    Buffer.from([
      0x83, 0x54, 0x83, 0x93, 0x83, 0x76, 0x83, 0x8b, 0x82, 0xcc, 0x83, 0x54, 0x83, 0x43, 0x83, 0x67,
    ]),
    Buffer.from('\n'),
  ]);
  const bomb = [
    'a: &a [x,x,x,x,x,x,x,x,x,x]',
    ...[...'bcdefghi'].map(
      (name, index) => `${name}: &${name} [${Array(10).fill(`*${'abcdefgh'[index]}`).join(',')}]`,
    ),
  ].join('\n');
  const deep = `${minimal}plan: ${'['.repeat(5000)}${']'.repeat(5000)}\n`;

  test.each<[string, string | Uint8Array, string]>([
    ['empty', '', 'empty -'],
    ['blank', ' \n\n', 'empty -'],
    ['comments alone', '# to be filled in\n', 'empty -'],
    ['a list', '- version: 1\n', 'not-a-mapping 1:1'],
    ['a sentence', 'hello\n', 'not-a-mapping 1:1'],
    ['unknown as a whole', 'unknown\n', 'not-a-mapping 1:1'],
    ['none as a whole', 'none: "why"\n', 'not-a-mapping 1:1'],
    ['10 MB', new Uint8Array(10_000_000).fill(0x23), 'too-large -'],
    ['Shift_JIS', shiftJis, 'not-utf8 -'],
    ['UTF-16', Buffer.from('\ufeffversion: 1\n', 'utf16le'), 'not-utf8 -'],
    ['a NUL', Buffer.from('version: 1\0\n'), 'not-utf8 -'],
    ['an alias bomb', bomb, 'too-many-aliases'],
    ['an alias without end', `a: &a x\nb: [${'*a,'.repeat(50_100)}]\n`, 'too-many-aliases'],
    ['an alias to nothing', `${minimal}plan: *a\n`, 'null-value 3:1 plan'],
    ['many keys', `${minimal}${Array.from({ length: 10_000 }, (_, n) => `k${n}: 1\n`).join('')}`, 'too-many'],
    [
      'one key twice among many',
      `${minimal}parties: { ${'a: x, '.repeat(2)} b: y }\n`,
      'duplicate-key 3:18 parties.a',
    ],
    ['a key without end', `${minimal}${'k'.repeat(1000)}: { a: { b: 1 } }\n`, 'unknown-key 3:1'],
    ['a domain that is no name', `${minimal}reality: { domains: { "あ い.jp": {} } }\n`, 'host 3:33'],
    ['mail of what is no domain', `${minimal}reality: { mail: { "a b.jp": {} } }\n`, 'host 3:30'],
    ['257 KiB', new Uint8Array(257 * 1024).fill(0x23), 'too-large -'],
    ['an alias to itself', `${minimal}parties: &a { b: *a }\n`, ''],
    ['nested without end', deep, ''],
    ['indented by a tab', `version: 1\nsite:\n\tname: A\n`, 'tab 3:1'],
    ['two documents', `${minimal}---\nversion: 1\n`, 'many-documents'],
    ['an unclosed quote', 'version: 1\nsite: { name: "A }\n', 'yaml-syntax'],
    ['an unclosed bracket', 'version: 1\nsite: { name: A\n', 'yaml-syntax'],
  ])('%s', (_name, ledger, expected) => {
    const problems = problemsOf(ledger);
    expect(problems.length).toBeGreaterThan(0);
    expect(told(problems).join('\n')).toContain(expected);
    for (const problem of problems) {
      expect(said(problem, 'en')).toMatch(/\w{3}.*[.?")}\]]$/s);
      expect(said(problem, 'ja')).toMatch(/[。?)]$/);
    }
  });

  test('the encoding is named, so that it can be changed', () => {
    const [problem] = problemsOf(shiftJis);
    expect(said(problem, 'ja')).toContain('Shift_JIS');
    expect(said(problem, 'en')).toContain('Shift_JIS');
  });
});

describe('what editors leave behind is read', () => {
  test.each([
    ['a byte order mark', `\ufeff${minimal}`],
    ['CRLF', minimal.replaceAll('\n', '\r\n')],
    ['no line break at the end', minimal.trimEnd()],
  ])('%s', (_name, ledger) => {
    expect(problemsOf(ledger)).toEqual([]);
  });

  test('places are right behind a byte order mark and with CRLF', () => {
    const ledger = 'version: 1\nsite:\n  name: A\n  url: nothing\n';
    expect(told(problemsOf(ledger.replaceAll('\n', '\r\n')))).toEqual(['url 4:8 site.url']);
    expect(told(problemsOf(`\ufeffvresion: 1\n${minimal}`))[0]).toBe('unknown-key 1:1 vresion');
  });

  test('columns count characters as editors do, also behind Japanese', () => {
    const ledger = `${minimal}contacts: { 窓口: { name: 受付, kind: 窓口係 } }\n`;
    const column = ledger.split('\n')[2]!.indexOf('窓口係') + 1;
    expect(told(problemsOf(ledger))).toEqual([`one-of 3:${column} contacts.窓口.kind`]);
  });
});

describe('values', () => {
  test.each<[string, string, string]>([
    ['no version', 'site: { name: A, url: "https://a.example/" }\n', 'required 1:1 version'],
    ['another version', minimal.replace('1', '2'), 'one-of 1:10 version'],
    ['no site', 'version: 1\n', 'required 1:1 site'],
    ['a site without address', 'version: 1\nsite: { name: A }\n', 'required 2:1 site.url'],
    [
      'a user in an address',
      'version: 1\nsite: { name: A, url: "https://me:pw@a.example/" }\n',
      'url 2:23 site.url',
    ],
    ['no such day', `${minimal}reviewed: 2026-02-30\n`, 'day 3:11 reviewed'],
    ['a day of the future', `${minimal}reviewed: 2026-11-24\n`, 'future-date 3:11 reviewed'],
    ['a day with its time', `${minimal}reviewed: 2026-11-02T09:00:00Z\n`, 'day 3:11 reviewed'],
    ['no span', `${minimal}targets: { full: 3 weeks or so }\n`, 'duration 3:18 targets.full'],
    ['a number for a span', `${minimal}targets: { full: 30 }\n`, 'duration 3:18 targets.full'],
    ['a number for a day', `${minimal}reviewed: 20261102\n`, 'day 3:11 reviewed'],
    ['a number for hours', `${minimal}contacts: { a: { hours: 9 } }\n`, 'hours 3:25 contacts.a.hours'],
    ['a number for an address', 'version: 1\nsite: { name: A, url: 80 }\n', 'url 2:23 site.url'],
    ['a number for a text', `${minimal}rollback: { what: 30 }\n`, 'number-for-text 3:19 rollback.what'],
    [
      'a country by its name',
      `${minimal}contacts: { a: { holidays: { country: Japan } } }\n`,
      'country 3:39 contacts.a.holidays.country',
    ],
    ['a lead of minutes', `${minimal}review: { lead-time: 2m }\n`, 'span-too-short 3:22 review.lead-time'],
    ['a review every minute', `${minimal}review: { every: 1m }\n`, 'span-too-short 3:18 review.every'],
    [
      'contacts that hold for hours',
      `${minimal}review: { verify-contacts-within: 23h }\n`,
      'span-too-short 3:35 review.verify-contacts-within',
    ],
    [
      'a lead of minutes of one certificate',
      `${minimal}reality: { certificates: { a: { host: a.example, lead-time: 1m } } }\n`,
      'span-too-short 3:61 reality.certificates.a.lead-time',
    ],
    [
      'a renewal minutes before the end',
      `${minimal}reality: { certificates: { a: { host: a.example, renews-before: 2m } } }\n`,
      'span-too-short 3:65 reality.certificates.a.renews-before',
    ],
    [
      'a lead of minutes of a domain',
      `${minimal}reality: { domains: { a.example: { lead-time: 3m } } }\n`,
      'span-too-short 3:47 reality.domains.a.example.lead-time',
    ],
    [
      'a permanent measure within minutes',
      `${minimal}stages: { permanent: { within: 3m } }\n`,
      'span-too-short 3:32 stages.permanent.within',
    ],
    [
      'a phone number with a plus',
      `${minimal}contacts: { a: { channels: [ { phone: +81312345678 } ] } }\n`,
      'phone-number 3:39 contacts.a.channels.0.phone',
    ],
    ['no value', `${minimal}rollback:\n  what:\n`, 'null-value 4:8 rollback.what'],
    ['no value in a list', `${minimal}rollback: { when: [~] }\n`, 'null-value 3:20 rollback.when.0'],
    ['a section without a value', `${minimal}rollback:\n`, 'null-value 3:10 rollback'],
    [
      'text cut by a comma',
      `${minimal}incidents:\n  - { date: 2026-01-02, what: a, b }\n`,
      'cut-at-comma 4:34 incidents.0.b',
    ],
    ['text cut by a hash', `${minimal}rollback:\n  what: release #12\n`, 'cut-at-hash 4:9 rollback.what'],
    ['a list for a text', `${minimal}rollback: { what: [a] }\n`, 'type 3:19 rollback.what'],
    ['a text for a list', `${minimal}rollback: { when: down }\n`, 'type 3:19 rollback.when'],
    ['a text for a mapping', `${minimal}rollback: yes\n`, 'type 3:11 rollback'],
    ['an empty text', `${minimal}rollback: { what: "" }\n`, 'empty-text 3:19 rollback.what'],
    [
      'a port out of range',
      `${minimal}reality: { certificates: { a: { host: a.example, port: 70000 } } }\n`,
      'range 3:56 reality.certificates.a.port',
    ],
    [
      'none without a reason',
      `${minimal}entrance: { cdn: { none: } }\n`,
      'none-without-reason 3:20 entrance.cdn',
    ],
    ['a key of the prototype', `${minimal}__proto__: { a: 1 }\n`, 'unknown-key 3:1 __proto__'],
    [
      'another key of the prototype',
      `${minimal}rollback: { constructor: a }\n`,
      'unknown-key 3:13 rollback.constructor',
    ],
    ['a merge key', `${minimal}rollback: { <<: { what: a } }\n`, 'unknown-key 3:13 rollback.<<'],
    ['a key twice', `${minimal}version: 1\n`, 'duplicate-key 3:1 version'],
    [
      'two keys in a channel',
      `${minimal}contacts: { a: { channels: [ { phone: "03-1111-1111", email: a@a.example } ] } }\n`,
      'one-channel 3:30 contacts.a.channels.0',
    ],
    [
      'a backup nowhere',
      `${minimal}reality: { backups: { a: { provider: s4 } } }\n`,
      'one-of 3:38 reality.backups.a.provider',
    ],
    [
      'a backup without what its provider needs',
      `${minimal}reality: { backups: { a: { provider: s3 } } }\n`,
      'required 3:23 reality.backups.a.bucket',
    ],
    [
      'a value that a provider cannot have',
      `${minimal}reality: { backups: { a: { provider: s3, bucket: "s3://b" } } }\n`,
      'form 3:50 reality.backups.a.bucket',
    ],
    [
      'a number where a provider has text',
      `${minimal}reality: { backups: { a: { provider: s3, bucket: 12345 } } }\n`,
      'number-for-text 3:50 reality.backups.a.bucket',
    ],
    [
      'a key that the provider has not',
      `${minimal}reality: { backups: { a: { provider: s3, bukket: b } } }\n`,
      'unknown-key 3:42 reality.backups.a.bukket',
    ],
    [
      'a state without the words that are good',
      `${minimal}reality: { backups: { a: { provider: http-json, url: "https://a.example/", time: /at, status: /state } } }\n`,
      'needs 3:95 reality.backups.a.status',
    ],
    [
      'a time zone that does not exist',
      `${minimal}reality: { backups: { a: { provider: http-json, url: "https://a.example/", time: /at, zone: Tokyo } } }\n`,
      'form 3:93 reality.backups.a.zone',
    ],
    [
      'credentials in the address of a backup',
      `${minimal}reality: { backups: { a: { provider: http-last-modified, url: "https://me:word@a.example/db.gz" } } }\n`,
      'form 3:63 reality.backups.a.url',
    ],
    [
      'a rule that does not exist',
      `${minimal}exceptions: [ { rule: tls/expird, subject: a, because: b, until: 2027-01-01 } ]\n`,
      'rule-name 3:23 exceptions.0.rule',
    ],
    [
      'an exception without a reason',
      `${minimal}exceptions: [ { rule: tls/expired, subject: a, until: 2027-01-01 } ]\n`,
      'required 3:15 exceptions.0.because',
    ],
  ])('%s', (_name, ledger, expected) => {
    expect(told(problemsOf(ledger))).toEqual([expected]);
  });
});

/** What stands in the ledger, what it is taken for, and what its message has to hold in both languages. */
describe('what people write instead, and what the message shows of the right form', () => {
  test.each<[string, string, string]>([
    ['targets: { first-report: 60 }', 'duration', '60m'],
    ['rollback: { takes: 30 }', 'duration', '30m'],
    ['review: { lead-time: 2m }', 'span-too-short', '"2 months"'],
    ['review: { every: 1m }', 'span-too-short', '"1 month"'],
    ['contacts: { a: { holidays: { country: JPN } } }', 'country', 'JP'],
    ['contacts: { a: { holidays: { country: 日本 } } }', 'country', 'JP'],
    ['contacts: { a: { holidays: { country: CHN } } }', 'country', 'CN'],
    ['contacts: { a: { holidays: { country: Germny } } }', 'country', 'DE'],
    ['access: { server: { mfa: yes } }', 'type', '{ method: totp, held-by:'],
    ['access: { server: { mfa: sso } }', 'type', '{ method: sso }'],
    ['reality: { endpoints: { home: "https://b.example/" } }', 'type', '{ url: https://b.example/ }'],
    [
      'reality: { endpoints: { home: { url: "https://b.example/", expect: 200 } } }',
      'type',
      '{ status: 200 }',
    ],
    ['contacts: { a: { channels: "03-1234-5678" } }', 'type', '{ phone:'],
    ['rollback: { when: down }', 'type', '[ '],
    ['entrance: { cdn: none }', 'none-as-text', '{ none: "'],
    ['entrance: { cdn: なし }', 'none-as-text', '{ none: "'],
    ['parties: { a: A }\nrollback: { approved-by: TBD }', 'not-said', 'unknown'],
    ['rollback: { takes: 未定 }', 'not-said', 'unknown'],
    ['reviewed: "?"', 'not-said', 'unknown'],
    ['reality: { backups: { a: { provider: aws } } }', 'one-of', 'aws-backup'],
  ])('%s', (line, code, shown) => {
    const problems = problemsOf(`${minimal}${line}\n`);
    expect(problems.map((each) => each.code)).toEqual([code]);
    for (const language of ['en', 'ja'] as const) expect(said(problems[0], language)).toContain(shown);
  });

  test.each([
    ['JST', 'Asia/Tokyo'],
    ['PST', 'America/Los_Angeles'],
    ['AEST', 'Australia/Sydney'],
    ['GMT+02:00', 'Europe/Berlin'],
    ['Utc/GMT+7', 'Europe/Berlin'],
    ['BST', 'Europe/London'],
    ['Tokyo', 'Asia/Tokyo'],
    ['UTC+9', 'Asia/Tokyo'],
    ['+09:00', 'Asia/Tokyo'],
    ['日本時間', 'Asia/Tokyo'],
    ['Mars/Base', 'Europe/Berlin'],
  ])('the time zone %s', (zone, shown) => {
    const problems = problemsOf(
      `version: 1\nsite: { name: A, url: "https://a.example/", timezone: "${zone}" }\n`,
    );
    expect(told(problems)).toEqual(['timezone 2:55 site.timezone']);
    expect(said(problems[0], 'en')).toContain(shown);
  });

  test.each([
    ['a full-width colon', 'rollback：\n  what: a\n', 'full-width 3:9'],
    ['one further in', 'rollback:\n  what：a\n', 'full-width 4:3 rollback'],
    ['one beside others', 'rollback:\n  what: a\n  when：[a]\n', 'full-width 5:7'],
    ['a full-width space before a key', 'rollback:\n\u3000what: a\n', 'full-width 4:1 \u3000what'],
    [
      'a non-breaking space before a key',
      'rollback:\n\u00a0\u00a0what: a\n',
      'full-width 4:1 \u00a0\u00a0what',
    ],
    ['one before a value', 'rollback:\n  what:\u3000a\n', 'full-width 4:3 rollback'],
    ['a tab', 'rollback:\n\twhat: a\nreviewed: 2026-13-01\n', 'tab 4:1'],
  ])('%s is one mistake, at its own line', (_name, lines, expected) => {
    const problems = problemsOf(minimal + lines);
    expect(told(problems)).toEqual([expected]);
    for (const language of ['en', 'ja'] as const) expect(said(problems[0], language)).not.toBe('');
  });

  test.each(['note：月曜から', '（TBD）', 'URL は別紙：共有の保管庫'])(
    'words such as %s are words',
    (text) => {
      expect(problemsOf(`${minimal}rollback: { what: "${text}" }\n`)).toEqual([]);
    },
  );

  test.each(['---', 'ext', '内線', '#', 'x', '0', 'call 119 at once'])(
    '%s is no telephone number',
    (phone) => {
      const problems = problemsOf(`${minimal}contacts: { a: { channels: [{ phone: "${phone}" }] } }\n`);
      expect(problems.map(({ code }) => code)).toEqual(['phone']);
    },
  );

  test.each([
    '110',
    '+81-3-1234-5678',
    '０３（１２３４）５６７８',
    '03-1234-5678 内線 12',
    '03 1234 5678 ext. 9',
    '*31#0312345678',
  ])('%s is a telephone number', (phone) => {
    expect(problemsOf(`${minimal}contacts: { a: { channels: [{ phone: "${phone}" }] } }\n`)).toEqual([]);
  });
});

describe('references', () => {
  const contacts = 'parties: { agency: Agency }\ncontacts: { agency-desk: { name: Desk, party: agency } }\n';
  test.each<[string, string, string, string]>([
    [
      'a contact',
      'first-contact: { route: [ { call: agency-dsk } ] }',
      'first-contact.route.0.call',
      'agency-desk',
    ],
    ['a party', 'stages: { permanent: { by: agencie } }', 'stages.permanent.by', 'agency'],
    ['an endpoint', 'stages: { provisional: { verify: [hom] } }', 'stages.provisional.verify.0', 'home'],
    ['a backup', 'restore: { backups: [db-dayly] }', 'restore.backups.0', 'db-daily'],
    [
      'an endpoint of an emergency',
      'emergency: { conditions: [ { shown-by: [homee] } ] }',
      'emergency.conditions.0.shown-by.0',
      'home',
    ],
  ])('to %s that does not exist suggest the nearest', (_name, line, where, nearest) => {
    const reality =
      'reality: { endpoints: { home: { url: "https://a.example/" } }, backups: { db-daily: { provider: by-hand } } }\n';
    const problems = problemsOf(minimal + contacts + reality + line);
    expect(problems.map(({ code, path }) => [code, path.join('.')])).toEqual([['reference', where]]);
    expect(said(problems[0], 'en')).toContain(`"${nearest}"`);
    expect(said(problems[0], 'ja')).toContain(`「${nearest}」`);
  });
});

describe('paths of runbooks and templates', () => {
  const at = (runbook: string, file = 'ledger.yml') =>
    problemsOf(`${minimal}rollback:\n  runbook: ${JSON.stringify(runbook)}\n`, file).map(({ code }) => code);

  test.each([
    ['docs/rollback.md', []],
    ['./rollback.md', []],
    ['https://wiki.example.com/rollback', []],
    ['../rollback.md', ['path-outside']],
    ['docs/../../rollback.md', ['path-outside']],
    ['/etc/passwd', ['path-form']],
    ['C:\\runbook.md', ['path-form']],
    ['~/runbook.md', ['path-form']],
    ['file:///etc/passwd', ['path-form']],
    ['.git/config', ['path-in-git']],
    ['docs/.GIT/config', ['path-in-git']],
  ])('%s', (runbook, expected) => {
    expect(at(runbook)).toEqual(expected);
  });

  test('are meant from the ledger’s folder', () => {
    expect(at('../docs/rollback.md', 'sites/a/ledger.yml')).toEqual([]);
    expect(at('../../../rollback.md', 'sites/a/ledger.yml')).toEqual(['path-outside']);
  });
});

test('more than a hundred problems end with how many more there are', () => {
  const many = Array.from({ length: 150 }, (_each, index) => `  c${index}: { kind: nobody }`).join('\n');
  const problems = problemsOf(`${minimal}contacts:\n${many}\n`);
  expect(problems).toHaveLength(101);
  expect(problems.at(-1)).toMatchObject({ code: 'too-many', data: { more: 50 } });
});
