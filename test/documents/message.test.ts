import { describe, expect, test } from 'vitest';
import { joinMessages, messageOf } from '../../src/documents/message.ts';
import { findingOf, parsedOf, reportOf, secrets } from './sample.ts';

// What people without an account at GitHub are sent.

const url = 'https://github.com/a/b/issues/3';
const { checkedAt } = reportOf();
const isNew = (id: string, more: object = {}) =>
  findingOf({ id: id as never, since: checkedAt, title: `title of ${id}`, ...more });

describe('the message', () => {
  test('says what is new, who, until when, and where to read on', () => {
    const findings = [
      isNew('tls/expires-soon:new', { kind: 'expiring', deadline: '2026-12-10T00:00:00Z' }),
      findingOf({ id: 'dns/record-differs:old', since: '2026-01-01T00:00:00Z', title: 'old' }),
      isNew('access/not-named:hole', { kind: 'gap' }),
    ];
    const text = messageOf(reportOf({ findings }), parsedOf(), url);
    expect(text.split('\n')).toEqual([
      expect.stringContaining('1件'),
      expect.stringContaining('title of tls/expires-soon:new'),
      url,
    ]);
    expect(text).toContain('2026年12月10日');
  });

  test('is empty where nothing is new', () => {
    const findings = [findingOf({ id: 'dns/record-differs:old', since: '2026-01-01T00:00:00Z' })];
    expect(messageOf(reportOf({ findings }), parsedOf(), url)).toBe('');
  });

  test('has at most 900 characters, says how many it leaves out, and keeps its link', () => {
    const findings = Array.from({ length: 60 }, (_each, index) =>
      isNew(`dns/record-differs:host${index}`, { remedy: `do ${index}` }),
    );
    const text = messageOf(reportOf({ findings }), parsedOf(), url);
    expect(text.length).toBeLessThanOrEqual(900);
    const shown = text.match(/title of/g)!.length;
    expect(text).toContain(`ほか${60 - shown}件`);
    expect(text.endsWith(url)).toBe(true);
  });

  test('holds nothing that may not be published', () => {
    const findings = [
      isNew('contact/unverified:x', { title: `${secrets.phone} ${secrets.email}`, kind: 'drift' }),
    ];
    const text = messageOf(reportOf({ findings }), parsedOf(), url);
    for (const secret of [secrets.phone, secrets.email]) expect(text).not.toContain(secret);
  });
});

test('of several ledgers those stand together that have room', () => {
  expect(joinMessages(['', 'a', '', 'b'])).toBe('a\n\nb');
  expect(joinMessages(['a', 'x'.repeat(899), 'b'])).toBe('a\n\nb');
});
