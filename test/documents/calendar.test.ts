import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { renderCalendar } from '../../src/documents/calendar.ts';
import { findingOf, reportOf } from './sample.ts';

// Read back by another program: ical.js, as Thunderbird reads calendars.

function eventsOf(text: string) {
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((each) => {
    const event = new ICAL.Event(each);
    const { uid, summary, description, startDate, endDate } = event;
    return { uid, summary, description, from: startDate.toString(), to: endDate.toString() };
  });
}
const at = (moment: string, what: string, finding: string | null = null) => ({
  type: 'domain-ends' as const,
  at: moment,
  what,
  finding,
});
const hostile = '証明書; の, 期限\\ \r\nBEGIN:VEVENT\r\nSUMMARY:mine';

describe('the calendar', () => {
  test('has an event for each date that is to come, on the day of the site’s own zone', () => {
    const found = findingOf({ id: 'tls/expires-soon:www.example.com' as never, title: 'expires soon' });
    const text = renderCalendar(
      reportOf({
        checkedAt: '2026-11-24T00:00:00Z',
        findings: [found],
        issue: { number: 3, url: 'https://github.com/a/b/issues/3' },
        deadlines: [
          at('2026-11-01T00:00:00Z', 'past'),
          // Late in the evening in UTC, the next morning in Tokyo.
          at('2026-12-01T20:00:00Z', 'certificate ends', found.id),
          at('2026-12-31T14:59:59Z', 'review'),
        ],
      }),
    )!;
    expect(eventsOf(text)).toMatchObject([
      {
        summary: 'certificate ends (株式会社サンプル コーポレートサイト)',
        from: '2026-12-02',
        to: '2026-12-03',
        description: expect.stringContaining('expires soon\n'),
      },
      { from: '2026-12-31', to: '2027-01-01' },
    ]);
    expect(text).toContain('https://github.com/a/b/issues/3');
  });

  test('moves its events: a date that changes keeps its UID, and two of a name have two', () => {
    const uids = (moment: string) =>
      eventsOf(
        renderCalendar(
          reportOf({
            deadlines: [at(moment, 'review'), at('2027-03-01T00:00:00Z', 'review'), at(moment, 'other')],
          }),
        )!,
      ).map(({ uid }) => uid);
    expect(uids('2027-01-01T00:00:00Z')).toEqual(uids('2027-02-01T00:00:00Z'));
    expect(new Set(uids('2027-01-01T00:00:00Z')).size).toBe(3);
  });

  test('keeps to the format whatever stands in it', () => {
    const long = '長い名前'.repeat(60);
    const text = renderCalendar(
      reportOf({
        deadlines: [at('2027-01-01T00:00:00Z', hostile), at('2027-01-02T00:00:00Z', long)],
        site: { name: '🏭,;\\', url: 'https://a.example/', timezone: 'Asia/Tokyo' },
      }),
    )!;
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    for (const line of text.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/[\r\n\ufffd]/);
    }
    const events = eventsOf(text);
    expect(events).toHaveLength(2);
    expect(events[0]!.summary).toContain('証明書; の, 期限\\');
    expect(events[0]!.summary).toContain('🏭,;\\');
    expect(events[1]!.summary).toContain('長い名前長い名前');
  });

  test('holds no number and no address', () => {
    const reach = '鈴木 090-1234-5678 suzuki@example.jp';
    const found = findingOf({ id: 'contact/unverified:desk' as never, title: reach });
    const text = renderCalendar(
      reportOf({ findings: [found], deadlines: [at('2027-01-01T00:00:00Z', reach, found.id)] }),
    )!;
    expect(eventsOf(text)[0]!.summary).toContain('鈴木');
    expect(text).not.toMatch(/1234|suzuki@/);
  });

  test('is none of a ledger that cannot be read', () => {
    expect(
      renderCalendar(reportOf({ verdict: 'invalid', site: null, score: null, recovery: null })),
    ).toBeNull();
  });
});
