import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { messagesFor } from '../messages/index.ts';
import type { Report } from '../report/report.ts';
import { plainLine } from '../text/escape.ts';
import { redactReach } from './redact.ts';

/**
 * Every date that is to come as a calendar (RFC 5545), one event for the whole day in the site's time zone; null for a
 * ledger that cannot be read. An event keeps its UID when its date moves, so that a calendar that takes the file in
 * again moves it too. Calendars are shared: no phone number or mail address is in it. The same report always gives the same bytes.
 */
export function renderCalendar(report: Report): string | null {
  const { site, ledger, checkedAt, deadlines, findings, issue } = report;
  if (site === null) return null;
  const { calendar: words, masked } = messagesFor(report.language).report;
  const titles = new Map(findings.map(({ id, title }) => [id, title]));
  const stamp = dateTime(checkedAt);
  const used = new Map<string, number>();
  const events = deadlines
    .filter(({ at }) => at >= checkedAt)
    .flatMap(({ at, what, finding }) => {
      const nth = used.get(what) ?? 0;
      used.set(what, nth + 1);
      const day = Temporal.Instant.from(at).toZonedDateTimeISO(site.timezone).toPlainDate();
      const lines = [
        ...(finding === null
          ? []
          : [titles.get(finding) ?? []].flat().map((title) => redactReach(title, masked))),
        words.from(ledger.path),
        ...(issue === null ? [] : [issue.url]),
      ];
      return [
        'BEGIN:VEVENT',
        `UID:${uidOf([site.url, ledger.path, what, String(nth)])}`,
        `DTSTAMP:${stamp}`,
        `DTSTART;VALUE=DATE:${date(day)}`,
        `DTEND;VALUE=DATE:${date(day.add({ days: 1 }))}`,
        `SUMMARY:${text(`${redactReach(what, masked)} (${site.name})`)}`,
        `DESCRIPTION:${lines.map((line) => text(line)).join('\\n')}`,
        'TRANSP:TRANSPARENT',
        'END:VEVENT',
      ];
    });
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Recovery Ledger//recovery-ledger//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${text(words.name(site.name))}`,
    ...events,
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function uidOf(parts: readonly string[]): string {
  const digest = createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32);
  return `${digest}@recovery-ledger`;
}

const date = (day: Temporal.PlainDate) => day.toString().replaceAll('-', '');

/** RFC 5545 §3.3.5, form 2. */
const dateTime = (at: string) => at.replace(/[-:]/g, '').replace(/\.\d+/, '');

/** RFC 5545 §3.3.11. */
function text(value: string): string {
  return plainLine(value, 300).replace(/[\\;,]/g, (mark) => `\\${mark}`);
}

/** At most 75 octets a line, never within a character (RFC 5545 §3.1). */
function folded(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    // What is folded begins with a space, which counts.
    if (octets + size > (pieces.length === 0 ? 75 : 74)) {
      pieces.push(piece);
      piece = '';
      octets = 0;
    }
    piece += character;
    octets += size;
  }
  return [...pieces, piece].join('\r\n ');
}
