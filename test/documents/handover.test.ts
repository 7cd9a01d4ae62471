import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { renderHandover } from '../../src/documents/html/handover.ts';
import { parseLedger } from '../../src/ledger/parse.ts';
import { ruleNames } from '../../src/rules/index.ts';
import { findingOf, ledgerText, now, parsedOf, reportOf, scoreOf } from './sample.ts';

const text = (html: string) =>
  html
    .replace(/<style>[\s\S]*<\/style>/, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

function exampleIn(language: 'ja' | 'en') {
  const file = path.join(import.meta.dirname, `../../examples/${language}/ledger.yml`);
  const result = parseLedger(readFileSync(file), { file: 'ledger.yml', now: now.toString(), ruleNames });
  if (!result.ok) throw new Error('the example does not parse');
  return result.parsed;
}

describe('the one-page ledger', () => {
  test.each([
    [
      'ja',
      [
        '関係者限り',
        '03-2222-2222',
        '月-金 09:00-18:00',
        '共有金庫「サンプル」',
        '20分つながらなければ副判断者',
        'CDNは使っていない',
      ],
    ],
    ['en', ['For the parties only', 'Mon-Fri 09:00-18:00']],
  ] as const)('holds what the ledger says, in %s', (language, expected) => {
    const html = renderHandover(reportOf({ language }), exampleIn(language));
    for (const each of expected) expect(text(html)).toContain(each);
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).not.toMatch(/undefined|\[object|NaN/);
  });

  test('says what is not written, and what the check found, with who acts', () => {
    const parsed = parsedOf();
    const found = findingOf({
      id: 'dns/record-differs:www.example.co.jp/A' as never,
      title: 'the address of www differs',
      party: 'maintenance',
    });
    const html = renderHandover(reportOf({ findings: [found] }), parsed);
    expect(text(html)).toContain('the address of www differs');
    expect(html).toContain('class="hole"');
  });

  test('fetches nothing, runs nothing, and lets nothing from outside take effect', () => {
    const parsed = parsedOf();
    const hostile = '</td><script>alert(1)</script><img src=x onerror=alert(1)> "quoted" \u202eabc';
    const html = renderHandover(
      reportOf({
        findings: [findingOf({ id: 'dns/record-differs:www.example.co.jp/A' as never, title: hostile })],
        site: { name: hostile, url: 'javascript:alert(1)', timezone: 'UTC' },
      }),
      parsed,
    );
    expect(html).not.toMatch(/<script|<img|<a\b|<iframe|<link|\u202e|src=x onerror=alert\(1\)>/);
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/<[^>]*\s(?:src|href)=/);
  });

  test('of a ledger that cannot be read is what there is to correct', () => {
    const problem = findingOf({
      id: 'ledger/invalid:site@required:3:1' as never,
      rule: 'ledger/invalid',
      title: 'a key is missing',
      location: { path: 'ledger.yml', line: 3, column: 1 },
    });
    const html = renderHandover(
      reportOf({ verdict: 'invalid', site: null, score: null, recovery: null, findings: [problem] }),
      null,
    );
    expect(text(html)).toContain('ledger.yml:3:1');
  });

  test('is the same bytes for the same report', () => {
    const parsed = exampleIn('ja');
    expect(renderHandover(reportOf(), parsed)).toBe(renderHandover(reportOf(), parsed));
  });

  test('tells what there is none of, what nobody knows, and what is not written apart', () => {
    const parsed = parsedOf(
      `${ledgerText()}restore: { covers: { none: "静的なサイト" }, into: unknown }\nevidence: { logs: { system: { none: "共用サーバー" } } }\n`,
    );
    const said = text(renderHandover(reportOf(), parsed));
    expect(said).toContain('復元の対象 なし: 静的なサイト');
    expect(said).toContain('復元先 まだ分からない');
    expect(said).toContain('選ぶバックアップ 未記入');
    expect(said).toContain('システムログ なし: 共用サーバー');
  });

  test('a procedure that an exercise covered was tried on that day; accepted differences are handed over too', () => {
    const parsed = parsedOf(
      `${ledgerText()}restore: { takes: 90m }\nexercises: [{ date: 2026-06-20, kind: tabletop, covered: [restore] }]\n`,
    );
    const excepted = findingOf({
      id: 'tls/old-protocol:www.example.co.jp',
      title: '古い暗号化も受け付けています',
      excepted: { because: '旧端末のため', until: '2027-03-31' },
    });
    const said = text(renderHandover(reportOf({ findings: [excepted] }), parsed));
    expect(said).toContain('最後に試した日 2026年6月20日(土)');
    expect(said).toContain('古い暗号化も受け付けています(理由: 旧端末のため、2027年3月31日(水)まで)');
    expect(said).toContain('ここから先は誰も出ません: 夜間は誰も出ない。翌朝10時から');
  });

  test('shows who fills the holes of an item by when, and the holes that belong to no item', () => {
    const holes = [
      findingOf({ id: 'access/missing:backup', kind: 'gap', items: [7] }),
      findingOf({
        id: 'responsibility/missing:responsibility',
        kind: 'gap',
        title: '責任分界が書かれていません',
      }),
    ];
    const score = scoreOf({ 7: 'gap' }, { 7: ['access/missing:backup'] });
    const said = text(renderHandover(reportOf({ findings: holes, score }), parsedOf()));
    expect(said).toContain('担当と期限 サンプル保守株式会社、2026年12月20日(日)まで');
    expect(said).toContain('責任分界 責任分界が書かれていません');
  });

  test.each([
    ['ja', ['電話: 03-2222-2222', 'メール: emergency@hosyu.example', '14日以内', '情報の出所: ']],
    ['en', ['phone: ', 'mail: ', 'within 14 days', 'Source: ']],
  ] as const)(
    'holds no word of the format where there is one of the reader’s, in %s',
    (language, expected) => {
      const said = text(renderHandover(reportOf({ language }), exampleIn(language)));
      for (const each of expected) expect(said).toContain(each);
      expect(said).not.toMatch(/email: |slack: /);
    },
  );
});
