import type { Temporal } from 'temporal-polyfill';
import type { KnownDate } from '../probes/probe.ts';
import { endOfDay } from '../text/time.ts';
import { backupsByHand } from './backups.ts';
import { dueAfter } from './due.ts';
import { lastExercise, lastTried } from './exercises.ts';
import type { ChecklistInput } from './input.ts';

/**
 * The dates that people have to keep, as the ledger has them, also those that have passed: when contacts, access
 * and procedures are to be confirmed again, and when plans, preventions and exceptions end. Soonest first.
 */
export function checklistDates({ ledger, zone }: ChecklistInput): KnownDate[] {
  const { review } = ledger;
  const dates: KnownDate[] = [];
  // The last second of the last day: the moment after it already belongs to the next day.
  const add = (end: Temporal.Instant, what: KnownDate['what'], finding: string | null) =>
    dates.push({ at: end.subtract({ seconds: 1 }), what, finding });

  if (ledger.reviewed !== undefined) {
    const at = dueAfter(ledger.reviewed, review.every, zone);
    add(at, { type: 'review', every: review.every.text }, 'ledger/review-due:reviewed');
  }
  for (const [id, { name = id, verified }] of Object.entries(ledger.contacts ?? {})) {
    if (verified === undefined) continue;
    const at = dueAfter(verified, review['verify-contacts-within'], zone);
    add(at, { type: 'contact-verification', id, name }, `contact/unverified:${id}`);
  }
  const entrances = Object.entries(ledger.entrance ?? {}).filter(([id]) => id !== 'common');
  const accesses = Object.entries(ledger.access ?? {});
  for (const [section, entries] of [accesses, entrances].entries()) {
    for (const [id, entry] of entries) {
      if (entry?.verified === undefined) continue;
      const clashes = section === 1 && accesses.some(([other]) => other === id);
      const at = dueAfter(entry.verified, review['verify-access-within'], zone);
      add(at, { type: 'access-verification', id }, `access/unverified:${id}${clashes ? '@entrance' : ''}`);
    }
  }
  for (const procedure of ['rollback', 'restore'] as const) {
    const tried = ledger[procedure] === undefined ? null : lastTried(ledger, procedure);
    if (tried === null) continue;
    const at = dueAfter(tried, review['rehearse-within'], zone);
    add(at, { type: 'rehearsal', of: procedure }, `runbook/unrehearsed:${procedure}.rehearsed`);
  }
  for (const { id, newest } of backupsByHand(ledger)) {
    if (newest === null) continue;
    const at = dueAfter(newest, review.every, zone);
    add(at, { type: 'backup-confirmation', id }, `backup/unconfirmed:${id}`);
  }
  const exercised = lastExercise(ledger);
  if (exercised !== null) {
    add(
      dueAfter(exercised, review['exercise-within'], zone),
      { type: 'exercise' },
      'exercise/overdue:exercises',
    );
  }
  for (const [index, { item, by, until }] of ledger.plan.entries()) {
    if (until === undefined) continue;
    add(endOfDay(until, zone), { type: 'plan', item, party: by ?? null }, `plan/overdue:plan.${index}`);
  }
  for (const [index, { what, until, done }] of ledger.incidents.entries()) {
    if (until === undefined || done !== undefined) continue;
    const id = `incident/prevention-overdue:incidents.${index}`;
    add(endOfDay(until, zone), { type: 'prevention', incident: what }, id);
  }
  for (const [index, { rule, subject, until }] of ledger.exceptions.entries()) {
    const id = `ledger/exception-expired:exceptions.${index}`;
    add(endOfDay(until, zone), { type: 'exception-ends', rule, subject }, id);
  }
  return dates.sort((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds);
}
