import { describe, expect, test } from 'vitest';
import { annotationsOf } from '../../src/documents/annotations.ts';
import { renderMarkdown } from '../../src/documents/markdown.ts';
import { renderTerminal } from '../../src/documents/terminal.ts';
import { issueLimits, renderIssue } from '../../src/publish/issue-body.ts';
import { readMarker } from '../../src/publish/marker.ts';
import type { ReportedFinding } from '../../src/report/report.ts';
import { findingOf, ledgerText, noHolidays, now, parsedOf, reportOf, scoreOf, secrets } from './sample.ts';

// The documents that are made of a report: what stands where, how much of it, and that nothing in them takes effect.

const limits = { units: 60_000, bytes: 180_000 };
/** The sample's ledger. */
const parsed = (options: Parameters<typeof ledgerText>[0] = {}) => parsedOf(ledgerText(options));
const many = (count: number, parts: (index: number) => Partial<ReportedFinding> = () => ({})) =>
  Array.from({ length: count }, (_each, index) =>
    findingOf({ id: `dns/record-differs:host${index}.example/A`, ...parts(index) }),
  );
const markdown = (report = reportOf(), ledger = parsed()) =>
  renderMarkdown(
    { report, parsed: ledger, holidays: noHolidays, now, runUrl: 'https://github.com/o/r/actions/runs/1' },
    limits,
  );

describe('the order of findings', () => {
  test('what is broken, what will break, what is to be confirmed; each by severity, deadline, and cause', () => {
    const findings = [
      findingOf({ id: 'runbook/not-found:a', cause: 'procedure' }),
      findingOf({ id: 'contact/unverified:b', cause: 'contact', kind: 'stale' }),
      findingOf({ id: 'access/unverified:c', cause: 'access', kind: 'stale' }),
      findingOf({ id: 'domain/expires-soon:d', kind: 'expiring', deadline: '2026-12-20T00:00:00Z' }),
      findingOf({ id: 'tls/expires-soon:e', kind: 'expiring', deadline: '2026-12-10T00:00:00Z' }),
      findingOf({ id: 'domain/expired:g', severity: 'critical', deadline: '2026-12-05T00:00:00Z' }),
      findingOf({ id: 'http/unreachable:f', severity: 'critical' }),
    ];
    const text = markdown(reportOf({ findings }));
    const places = ['f', 'a', 'g', 'e', 'd', 'c', 'b'].map((id) =>
      text.search(new RegExp(`title of [^ ]*:${id}\\b`)),
    );
    expect(places.every((place) => place > 0)).toBe(true);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
  });
});

describe('findings that are alike', () => {
  const findings = ['a', 'b', 'c'].map((id) =>
    findingOf({
      id: `access/unverified:${id}` as never,
      kind: 'stale',
      remedy: 'Look.',
      party: id === 'c' ? 'client' : 'maintenance',
    }),
  );
  const text = markdown(reportOf({ findings }));

  test('are one entry with a line each, and one row that leads there', () => {
    expect(text.match(/^### /gm)).toHaveLength(2);
    for (const id of ['a', 'b', 'c']) expect(text).toContain(`:${id}`);
    const links = [...text.matchAll(/\]\(#user-content-([^)]+)\)/g)].map(([, name]) => name);
    expect(links).toEqual([...text.matchAll(/<a name="([^"]+)">/g)].map(([, name]) => name));
    expect(links).toHaveLength(2);
  });

  test('are counted as what there is to do', () => {
    expect(text).toContain('対応が必要なことは2件');
  });
});

test('a place in the ledger leads to its line, where the page of it is known', () => {
  const report = reportOf({ findings: [findingOf({ id: 'http/unreachable:home' })] });
  const render = (ledgerUrl: string) =>
    renderMarkdown(
      { report, parsed: parsed(), holidays: noHolidays, ledgerUrl },
      { units: 60_000, bytes: 180_000 },
    );
  const url = 'https://github.com/a/b/blob/abc/sites/%E5%8F%B0/ledger.yml';
  expect(render(url)).toMatch(
    /\]\(https:\/\/github\.com\/a\/b\/blob\/abc\/sites\/%E5%8F%B0\/ledger\.yml#L\d+\)/,
  );
  expect(render('javascript:x')).not.toContain('javascript');
});

test('in band danger the first sentence says what that means tonight, and the holes follow', () => {
  const holes = [findingOf({ id: 'access/not-named:server', kind: 'gap', items: [7] })];
  const text = markdown(
    reportOf({
      findings: holes,
      score: scoreOf(Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((item) => [item, 'gap']))),
    }),
  );
  expect(text).toMatch(/^\*\*危険: 10項目のうち3項目しか.*\n\n## 穴/);
});

test('what is fine is folded, and the advice names items that are not met alone', () => {
  const text = markdown(reportOf({ score: scoreOf({ 5: 'gap' }) }));
  const open = text.replaceAll(/<details>[\s\S]*?<\/details>/g, '');
  expect(open).toContain('⑤');
  for (const item of '①②③④⑥⑦⑧⑨⑩') expect(open).not.toContain(item);
});

describe('what nobody looked at agrees with nothing', () => {
  const observations = [
    {
      probe: 'dns',
      part: 'dns',
      subject: 'www.example.co.jp/A',
      from: null,
      startedAt: '',
      durationMs: 1,
      attempts: 1,
      result: {},
    },
  ] as const;
  const offline = [{ what: 'endpoints', reason: 'offline' }] as const;
  const files = [{ what: 'files', reason: 'event' }] as const;
  test.each([
    ['everything', { observations, notAsked: [] }, '台帳と現実は一致しています。'],
    ['all but the files', { observations, notAsked: files }, '台帳と現実は一致しています。'],
    ['a part', { observations, notAsked: offline }, '今回見た範囲では、台帳と現実は一致しています。'],
    ['the ledger alone', { notAsked: offline }, '現実とは突き合わせていません。'],
  ] as const)('%s was looked at', (_name, parts, expected) => {
    const report = reportOf(parts as never);
    const source = { bytes: new Uint8Array() };
    const input = { report, parsed: parsed(), holidays: noHolidays, source };
    for (const document of [markdown(report), renderTerminal(input, { colour: false })]) {
      expect(document).toContain(expected);
      if (expected.startsWith('現実')) expect(document).not.toContain('一致しています');
    }
  });
});

test('a stage that waits for people alone is not told as if something could not be looked at', () => {
  const staged = (blocking: readonly string[]) =>
    markdown(
      reportOf({
        recovery: {
          provisional: { reached: true, blocking: [] },
          full: { reached: null, blocking },
          hidden: [],
        },
      } as never),
    );
  expect(staged(['stages.full.also.monitoring'])).not.toContain('復旧の条件');
  expect(staged(['login', 'stages.full.also.monitoring'])).toContain('完全復旧の条件: 確認できていません');
});

describe('an issue fits, whatever was found', () => {
  test.each([
    ['a thousand findings', many(1000)],
    [
      'findings with long texts',
      many(200, () => ({ observed: 'あ'.repeat(5000), expected: 'x'.repeat(5000), title: '題'.repeat(500) })),
    ],
    ['signs that take four bytes', many(300, () => ({ observed: '🗾'.repeat(2000) }))],
    ['holes beyond number', many(2000, () => ({ kind: 'gap', items: [7] }))],
  ])('%s', (_name, findings) => {
    const { body, title } = renderIssue({
      report: reportOf({ findings }),
      parsed: parsed(),
      holidays: noHolidays,
      now,
    });
    expect(body.length).toBeLessThanOrEqual(issueLimits.units);
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(issueLimits.bytes);
    expect(title.length).toBeLessThan(256);
    // It says that something was left out.
    expect(body).toMatch(/ほか\s?\d+件|ここに載せていない/);
  });

  test('and is the same for the same report', () => {
    const input = { report: reportOf({ findings: many(50) }), parsed: parsed(), holidays: noHolidays, now };
    expect(renderIssue(input)).toEqual(renderIssue(input));
  });
});

describe('the emergency card', () => {
  const down = findingOf({ id: 'http/server-error:home', severity: 'critical' });

  test('stands on top where an endpoint of a condition fails: whom to call, who decides, what first', () => {
    const text = markdown(reportOf({ findings: [down] }));
    const card = text.slice(0, text.indexOf('## '));
    expect(card).toContain('[!CAUTION]');
    for (const word of [
      'トップページが表示できない',
      '暫定復旧を優先する',
      '保守会社 緊急受付',
      '制作会社 窓口',
    ]) {
      expect(card).toContain(word);
    }
    expect(card.indexOf('保守会社 緊急受付')).toBeLessThan(card.indexOf('制作会社 窓口'));
    expect(card).not.toContain('会員がログインできない');
  });

  test('shows no number and no address of a ledger that is not public, and says where they stand', () => {
    const text = markdown(reportOf({ findings: [down] }));
    for (const secret of Object.values(secrets)) expect(text).not.toContain(secret);
    expect(text).toMatch(/`ledger\.yml` の\d+行目/);
    const open = markdown(reportOf({ findings: [down] }), parsed({ public: true }));
    expect(open).toContain(secrets.phone);
  });

  test('does not stand there for other findings, nor for excepted ones', () => {
    expect(markdown(reportOf({ findings: many(3) }))).not.toContain('[!CAUTION]');
    // Pages that visitors get all the same.
    for (const rule of ['not-upgraded', 'hsts-differs', 'noindex', 'indexable']) {
      const served = findingOf({ id: `http/${rule}:home` as never });
      expect(markdown(reportOf({ findings: [served] })), rule).not.toContain('[!CAUTION]');
    }
    const excepted = { ...down, excepted: { because: 'planned', until: '2026-12-31' } };
    expect(markdown(reportOf({ findings: [excepted] }))).not.toContain('[!CAUTION]');
  });
});

describe('text from outside takes no effect', () => {
  const hostile = [
    '@admin please look',
    'fixes #1 and o/r#2',
    '![x](https://evil.example/p.png)',
    '<img src=x onerror=alert(1)>',
    '[click](https://evil.example/)',
    '::error::pwned',
    'a\u202eb',
    '-->\n<!-- recovery-ledger:v1 ledger=bm9wZQ== -->',
    '```\n# heading\n```',
    'https://evil.example/path',
  ];
  const findings = hostile.map((text, index) =>
    findingOf({
      id: `dns/record-differs:h${index}.example/A`,
      title: text,
      expected: text,
      observed: text,
      why: text,
      remedy: text,
      party: text,
    }),
  );

  test('in an issue', () => {
    const { body } = renderIssue({
      report: reportOf({ findings }),
      parsed: parsed(),
      holidays: noHolidays,
      now,
    });
    const [, ...rest] = body.split('\n');
    const visible = rest.join('\n').replace(/(`+)[\s\S]*?\1/g, '');
    expect(visible).not.toMatch(/(^|[\s(])@\w/);
    expect(visible).not.toMatch(/(^|\s)#\d/);
    expect(visible).not.toMatch(/<img|<script|!\[|\]\(https:\/\/evil/);
    expect(visible).not.toContain('\u202e');
    expect(visible.match(/<!-- recovery-ledger:v1/g) ?? []).toHaveLength(1);
    expect(readMarker(body, now)).toMatchObject({
      ledger: 'ledger.yml',
      state: { findings: expect.any(Array) },
    });
  });

  test('in annotations: one line each, no command', () => {
    for (const { title, message } of annotationsOf(reportOf({ findings }), parsed())) {
      expect(`${title}${message}`).not.toMatch(/[\r\n\u202e]/);
    }
  });

  test('on a terminal: no escape sequence', () => {
    const sneaky = findingOf({
      id: 'dns/record-differs:a.example/A',
      title: 'a\u001b[31mred\u0007',
      observed: '\u009b2J',
    });
    const text = renderTerminal(
      {
        report: reportOf({ findings: [sneaky] }),
        parsed: parsed(),
        source: { bytes: Buffer.from('') },
        holidays: noHolidays,
      },
      { colour: false },
    );
    expect(text).not.toMatch(/[\u001b\u0007\u009b]/);
  });
});

describe('annotations', () => {
  test('are sentences, each ended once', () => {
    const finding = findingOf({
      id: 'tls/expired:a.example',
      expected: 'A',
      observed: 'B',
      remedy: '直してください。',
    });
    expect(annotationsOf(reportOf({ findings: [finding] }), parsed())[0]?.message).toBe(
      '本来は: A。実際は: B。直してください。(tls/expired)',
    );
    const english = annotationsOf(
      reportOf({ language: 'en', findings: [{ ...finding, remedy: 'Mend it.' }] }),
      parsed({ language: 'en' }),
    );
    expect(english[0]?.message).toBe('It should be: A. What was seen: B. Mend it. (tls/expired)');
  });

  test('are ten of each level at most, the most urgent first', () => {
    const findings = [
      ...many(20),
      ...many(20, (index) => ({ id: `tls/expired:h${index}`, severity: 'critical' })),
      ...many(20, (index) => ({ id: `access/missing:a${index}`, kind: 'gap' })),
    ];
    const levels = annotationsOf(reportOf({ findings }), parsed()).map(({ level }) => level);
    for (const level of ['error', 'warning', 'notice']) {
      expect(levels.filter((each) => each === level)).toHaveLength(10);
    }
    expect(levels[0]).toBe('error');
  });

  test('can be for some lines alone, and never for what is excepted', () => {
    const findings = many(4, (index) => ({ location: { path: 'ledger.yml', line: index + 1, column: 1 } }));
    const lines = annotationsOf(reportOf({ findings }), parsed(), new Set([2, 4])).map(({ line }) => line);
    expect(lines.sort()).toEqual([2, 4]);
    const excepted = findings.map((each) => ({
      ...each,
      excepted: { because: 'known', until: '2027-01-01' },
    }));
    expect(annotationsOf(reportOf({ findings: excepted }), parsed())).toEqual([]);
  });
});

describe('the terminal', () => {
  const show = (options: { colour?: boolean; width?: number } = {}) =>
    renderTerminal(
      {
        report: reportOf({ findings: many(2), score: scoreOf({ 8: 'drift' }) }),
        parsed: parsed(),
        source: { bytes: Buffer.from(ledgerText()) },
        holidays: noHolidays,
      },
      { colour: false, ...options },
    );

  test('has colours only where asked', () => {
    expect(show()).not.toContain('\u001b');
    expect(show({ colour: true })).toContain('\u001b[');
  });

  test('keeps to its width, counting wide letters as two', () => {
    const width = (line: string) =>
      [...line].reduce(
        (sum, sign) =>
          sum + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/.test(sign) ? 2 : 1),
        0,
      );
    for (const columns of [60, 80, 100]) {
      const longest = Math.max(...show({ width: columns }).split('\n').map(width));
      expect(longest).toBeLessThanOrEqual(columns);
    }
  });
});
