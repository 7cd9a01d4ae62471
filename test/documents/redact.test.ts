import { describe, expect, test } from 'vitest';
import { annotationsOf } from '../../src/documents/annotations.ts';
import { renderMarkdown } from '../../src/documents/markdown.ts';
import { redactorFor, redactSentence } from '../../src/documents/redact.ts';
import { renderSummary } from '../../src/documents/summary.ts';
import { renderTerminal } from '../../src/documents/terminal.ts';
import { renderIssue } from '../../src/publish/issue-body.ts';
import { openingMarker, readMarker } from '../../src/publish/marker.ts';
import { badNight, findingOf, ledgerText, noHolidays, now, parsedOf, secrets } from './sample.ts';

/** A report whose every text quotes what must not be published. */
function leaking() {
  const all = Object.values(secrets).join(' / ');
  const report = badNight();
  const findings = [
    ...report.findings.map((each) => ({
      ...each,
      title: `${each.title} ${all}`,
      expected: all,
      observed: all,
      why: all,
      remedy: all,
    })),
    findingOf({ id: 'contact/unverified:x' as never, kind: 'gap', title: all }),
  ];
  const deadlines = report.deadlines.map((each) => ({ ...each, what: all }));
  return { ...report, findings, deadlines };
}

const patch = `- phone: "${secrets.phone}"\n+ phone: "03-9999-9999"`;
const forms = [...Object.values(secrets), '0322222222', '+81 3-2222-2222', '(03) 2222 2222'];

describe('a ledger that is not public', () => {
  const parsed = parsedOf();
  const input = { report: leaking(), parsed, holidays: noHolidays, patch, runUrl: null };
  const source = { bytes: new TextEncoder().encode(ledgerText()) };
  test.each([
    ['issue', () => renderIssue(input).body],
    ['summary', () => renderSummary(input)],
    ['terminal', () => renderTerminal({ ...input, source }, { colour: false })],
    ['annotations', () => JSON.stringify(annotationsOf(input.report, parsed))],
    ['marker', () => JSON.stringify(readMarker(renderIssue(input).body, now))],
  ])('%s holds no numbers, addresses, places', (_name, render) => {
    const text = render();
    for (const secret of forms) expect(text).not.toContain(secret);
    expect(text).not.toContain('090-1234-5678'); // in a sentence of the ledger
  });

  test('a number inside a name, a role, a party, a note or a runbook’s name is hidden wherever it shows', () => {
    const written = ledgerText()
      .replace('name: 制作会社 窓口', 'name: 制作会社 窓口(携帯 080-7777-7777)')
      .replace('when: トップページが表示できない', 'when: トップページが表示できない(owner@private.example)');
    const [name, when] = ['080-7777-7777', 'owner@private.example'];
    expect([written.includes(name), written.includes(when)]).toEqual([true, true]);
    const ledger = parsedOf(written);
    const quoted = {
      ...input.report,
      findings: [findingOf({ id: 'dns/record-differs:x' as never, title: `${name} ${when} 08077777777` })],
    };
    for (const text of [
      renderIssue({ ...input, report: quoted, parsed: ledger }).body,
      renderSummary({ ...input, report: quoted, parsed: ledger }),
    ]) {
      for (const secret of [name, when, '08077777777']) expect(text).not.toContain(secret);
    }
  });

  test('numbers are found in other spellings', () => {
    const redact = redactorFor(parsed.ledger, '*');
    for (const form of forms) expect(redact(`<${form}>`), form).toBe('<*>');
    expect(redact('203.0.113.10 2026-11-23 1303-2222-22229')).toBe('203.0.113.10 2026-11-23 1303-2222-22229');
  });

  test.each([
    '09012345678',
    '0312345678',
    '0120-444-444',
    '(03) 1111-2222',
    '03(1111)2222',
    '03\u22121111\u22122222',
    '03\u30fc1111\u30fc2222',
    '\uff10\uff13\uff0d\uff11\uff11\uff11\uff11\uff0d\uff12\uff12\uff12\uff12',
    '+81\u201090\u20101234\u20105678',
    'owner\uff20example.co.jp',
  ])('in a sentence of the ledger, %s is a number or an address', (number) => {
    const redact = redactSentence(parsed.ledger, '*');
    expect(redact(`つながらなければ ${number} に連絡`)).toBe('つながらなければ * に連絡');
  });

  test('in a sentence of the ledger, days, times, addresses of machines and amounts are none', () => {
    const text = '2026-11-23 09:17 から 203.0.113.10 で 10000000000 件、シリアル 2026112301、30分、0.5秒';
    expect(redactSentence(parsed.ledger, '*')(text)).toBe(text);
  });

  test('says where the numbers are', () => {
    const text = renderMarkdown(input, { units: 60_000, bytes: 180_000 });
    expect(text).toMatch(/`ledger.yml` の2\d行目/);
    expect(text).toContain('社内ポータルの連絡網');
  });
});

test('a public ledger shows its channels', () => {
  const parsed = parsedOf(ledgerText({ public: true }));
  const text = renderMarkdown(
    { report: badNight(), parsed, holidays: noHolidays },
    { units: 60_000, bytes: 180_000 },
  );
  expect(text).toContain(secrets.phone);
  expect(text).toContain(secrets.email);
  expect(text).not.toContain(secrets.login); // nothing asks for it
});

test('a marker keeps no secret of the last run', () => {
  const state = {
    checkedAt: '2026-11-01T00:00:00Z',
    nextCheckAt: null,
    met: 3,
    changes: null,
    backups: {},
    comment: null,
    findings: [],
    truncated: false,
  };
  expect(readMarker(openingMarker('a', state), now)?.state).toEqual(state);
});
