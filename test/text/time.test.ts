import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { dueAfter } from '../../src/checklist/due.ts';
import { permanentMeasure } from '../../src/documents/drafts.ts';
import { nextRuns } from '../../src/judge/schedule.ts';
import type { Ledger } from '../../src/ledger/schema.ts';
import { formatFor } from '../../src/messages/format.ts';
import type { CertificateClaim, CertificateDescription } from '../../src/probes/certificate/fact.ts';
import { renewalOf } from '../../src/probes/certificate/renewal.ts';
import type { DomainClaim } from '../../src/probes/domain/fact.ts';
import { dueOf } from '../../src/probes/domain/term.ts';
import { after, dayIn, endOfDay, instantOf, lastSecondOf } from '../../src/text/time.ts';
import { parseDuration, roughDays, roughMilliseconds } from '../../src/text/values.ts';
import { runsOf } from '../properties/runs.ts';

describe('a duration', () => {
  test.each([
    ['30s', 0, 30_000],
    ['1.1h', 0, 3_960_000],
    ['2.2h', 0, 7_920_000],
    ['4.1h', 0, 14_760_000],
    ['0.3d', 0, 25_920_000],
    ['0.001s', 0, 1],
    ['1 month', 1, 0],
    ['2 years', 24, 0],
  ])('%s is whole months and milliseconds', (text, months, milliseconds) => {
    expect(parseDuration(text)).toEqual({ text, months, milliseconds });
  });
  test('of more than a hundred years counts as a hundred', () => {
    expect(parseDuration('999999y')).toEqual({ text: '999999y', months: 1200, milliseconds: 0 });
    expect(parseDuration('999999w')!.milliseconds).toBe(parseDuration('36525d')!.milliseconds);
  });
  test.each(['1.5 months', '-1h', '1.1111h', 'soon', ''])('is not %j', (text) => {
    expect(parseDuration(text)).toBeNull();
  });
});

const zones = ['Asia/Tokyo', 'America/New_York', 'Pacific/Apia', 'Europe/London', 'UTC'];
const zone = fc.constantFrom(...zones);
const amount = fc.oneof(
  fc.integer({ min: 0, max: 999_999 }),
  fc.integer({ min: 0, max: 9_999_999 }).map((thousandths) => thousandths / 1000),
);
const written = fc
  .tuple(
    amount,
    fc.constantFrom('s', 'm', 'h', 'd', 'w', ' month', 'months', 'y', ' years', ' days', 'hours'),
  )
  .map(([number, unit]) => `${number}${unit}`);
const span = written.map(parseDuration).filter((each) => each !== null);
/** Every moment that an input names: of the years 0 to 9999. */
const moment = fc
  .integer({ min: Date.parse('0000-01-01T00:00:00Z'), max: Date.parse('9999-12-31T23:59:59Z') })
  .map(instantOf);
const day = moment.map((at) => dayIn('UTC', at));

const runs = runsOf(2000, 300);

describe('every duration that is read', () => {
  test('leads from every moment to one that is not before it', () => {
    fc.assert(
      fc.property(moment, span, zone, (at, each, where) => {
        expect(Temporal.Instant.compare(after(at, each, where), at)).toBeGreaterThanOrEqual(0);
        const { next, afterNext } = nextRuns(at, where, { nextCheck: null, schedule: [], every: each });
        expect(Temporal.Instant.compare(afterNext, next)).toBeGreaterThanOrEqual(0);
      }),
      runs,
    );
  });
  test('ends at a moment after the day on which something was confirmed', () => {
    fc.assert(
      fc.property(day, span, zone, (on, each, where) => {
        expect(Temporal.Instant.compare(dueAfter(on, each, where), lastSecondOf(on, where))).toBe(1);
      }),
      runs,
    );
  });
  test('gives the permanent measure a day', () => {
    fc.assert(
      fc.property(moment, span, zone, (at, within, where) => {
        const ledger = { stages: { permanent: { by: 'us', within } } } as unknown as Ledger;
        const format = formatFor('en', where, { parties: {}, contacts: {} });
        const history = { startedAt: at.toString(), full: null, events: [] } as never;
        expect(permanentMeasure(ledger, history, { format, checkedAt: at })!.until).toMatch(/^[+\d-]+$/);
      }),
      runs,
    );
  });
  test('can be the time that a renewal takes', () => {
    fc.assert(
      fc.property(moment, span, (at, lead) => {
        const notAfter = at.add({ hours: 24 * 90 }).toString();
        const leaf = { notBefore: at.toString(), notAfter } as CertificateDescription;
        for (const renewal of ['manual', 'automatic'] as const) {
          const claim = { renewal, leadTimeDays: roughDays(lead), renewsBeforeDays: roughDays(lead) };
          const due = renewalOf(leaf, claim as CertificateClaim, 14);
          expect(instantOf(due.by === 'hand' ? due.renewBy : due.dueAt).toString()).not.toBe('');
        }
        const domain = {
          domain: 'example.jp',
          renewal: 'manual',
          leadTimeDays: roughDays(lead),
        } as DomainClaim;
        const now = at.epochMilliseconds;
        const term = { endsAt: now + 1, source: 'registry' } as const;
        const due = dueOf(domain, term, false, { now, next: now + 1, afterNext: now + 1 });
        expect(due).toMatchObject({ type: 'soon', renewBy: now + 1 - roughMilliseconds(lead) });
      }),
      runs,
    );
  });
});

describe('a day', () => {
  test.each([
    ['2026-11-02', 'Asia/Tokyo', '2026-11-02T15:00:00Z'],
    ['2026-11-01', 'America/New_York', '2026-11-02T05:00:00Z'],
    // Samoa had no 30 December 2011.
    ['2011-12-29', 'Pacific/Apia', '2011-12-30T10:00:00Z'],
    ['9999-12-31', 'UTC', '+010000-01-01T00:00:00Z'],
  ])('%s in %s lasts until %s', (text, where, end) => {
    expect(endOfDay(text, where).toString()).toBe(end);
    expect(dayIn(where, lastSecondOf(text, where))).toBe(text);
  });
});
