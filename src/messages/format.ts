import type { Temporal } from 'temporal-polyfill';
import type { Language } from '../text/language.ts';
import { type Duration, dayMs, hourMs, minuteMs } from '../text/values.ts';

/** How one language writes dates, spans and lists, in the site's time zone. */
export interface Format {
  readonly language: Language;
  /** The site's time zone (IANA). */
  readonly zone: string;
  /** `2026年12月1日(火)` / `Tue, 1 Dec 2026` */
  day(at: Temporal.Instant | string): string;
  /** The day with the time of day and the zone it is given in: `2026年12月1日(火) 10:00 JST`. */
  moment(at: Temporal.Instant | string): string;
  /** A span in the one or two units that matter: `40分`, `3 days`. */
  span(milliseconds: number): string;
  /** A span as a ledger writes it: months and years stay those of the calendar (`1か月`, `2 years`). */
  duration(duration: Duration): string;
  /** An amount of data: `52.4 MB`. */
  size(bytes: number): string;
  /** `A、B、C` / `A, B and C` */
  list(values: readonly string[]): string;
  /** A party's name by its id; the id where the ledger names no such party. */
  party(id: string): string;
  /** A contact's name by its id; the id where the ledger has no such contact. */
  contact(id: string): string;
}

const locales: Record<Language, string> = { ja: 'ja-JP', en: 'en-GB' };

const units: readonly (readonly [number, 'day' | 'hour' | 'minute' | 'second'])[] = [
  [dayMs, 'day'],
  [hourMs, 'hour'],
  [minuteMs, 'minute'],
  [1000, 'second'],
];

/** The regions whose English (or Japanese) knows short names of zones; elsewhere it is `GMT+8`. */
const zoneLocales = ['ja-JP', 'en-GB', 'en-US', 'en-AU', 'en-IN', 'en-NZ', 'en-ZA'];

/** How the zone is called in short at that moment, summer time included. */
function zoneName(at: Date, zone: string): string {
  const nameIn = (locale: string) =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'short' })
      .formatToParts(at)
      .find(({ type }) => type === 'timeZoneName')!.value;
  const known = zoneLocales.find((locale) => !/^(?:GMT|UTC)[+-]/.test(nameIn(locale)));
  return nameIn(known ?? zoneLocales[0]!);
}

const japaneseUnits = { day: '日', hour: '時間', minute: '分', second: '秒' } as const;

/**
 * How `language` writes values. Days given as text (`2026-11-02`) are calendar days and stay what they are;
 * instants are shown in `zone`.
 */
export function formatFor(
  language: Language,
  zone: string,
  names: {
    parties: Readonly<Record<string, string>>;
    contacts: Readonly<Record<string, { name?: string | undefined }>>;
  },
): Format {
  const locale = locales[language];
  const dayParts: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    month: language === 'ja' ? 'long' : 'short',
    day: 'numeric',
    weekday: 'short',
  };
  const dayOf = new Intl.DateTimeFormat(locale, { ...dayParts, timeZone: zone });
  const plainDay = new Intl.DateTimeFormat(locale, { ...dayParts, timeZone: 'UTC' });
  const timeOf = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  });
  const list = new Intl.ListFormat(locale, {
    type: 'conjunction',
    style: language === 'ja' ? 'narrow' : 'long',
  });
  const instantOf = (at: Temporal.Instant | string) =>
    new Date(typeof at === 'string' ? at : at.epochMilliseconds);
  const day = (at: Temporal.Instant | string) =>
    typeof at === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(at)
      ? plainDay.format(new Date(`${at}T00:00:00Z`))
      : dayOf.format(instantOf(at));
  const span = (milliseconds: number) => {
    const parts: string[] = [];
    let rest = Math.max(0, Math.round(milliseconds / 1000) * 1000);
    for (const [size, unit] of units) {
      const count = Math.floor(rest / size);
      if (count === 0) {
        if (parts.length > 0) break;
        continue;
      }
      parts.push(
        language === 'ja' ? `${count}${japaneseUnits[unit]}` : `${count} ${unit}${count === 1 ? '' : 's'}`,
      );
      rest -= count * size;
      if (parts.length === 2) break;
    }
    if (parts.length === 0) return language === 'ja' ? '0秒' : '0 seconds';
    return parts.join(language === 'ja' ? '' : ' ');
  };
  return {
    language,
    zone,
    day,
    moment: (at) => `${day(at)} ${timeOf.format(instantOf(at))} ${zoneName(instantOf(at), zone)}`,
    span,
    duration({ months, milliseconds }) {
      if (months === 0) return span(milliseconds);
      const isYears = months % 12 === 0;
      const count = isYears ? months / 12 : months;
      if (language === 'ja') return `${count}${isYears ? '年' : 'か月'}`;
      return `${count} ${isYears ? 'year' : 'month'}${count === 1 ? '' : 's'}`;
    },
    size: (bytes) => {
      const power = bytes < 1000 ? 0 : Math.min(4, Math.floor(Math.log10(bytes) / 3));
      const unit = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'][power]!;
      return new Intl.NumberFormat(locale, {
        style: 'unit',
        unit,
        unitDisplay: power === 0 ? 'long' : 'short',
        maximumSignificantDigits: 3,
      }).format(bytes / 1000 ** power);
    },
    list: (values) => (language === 'ja' ? values.join('、') : list.format(values)),
    party: (id) => names.parties[id] ?? id,
    contact: (id) => names.contacts[id]?.name ?? id,
  };
}
