import type { ExpirySource } from '../../rules/domain.ts';
import { instantOf, lastSecondOf } from '../../text/time.ts';
import { dayMs } from '../../text/values.ts';
import { isJp } from './claim.ts';
import type { DomainClaim, Registration } from './fact.ts';

// How long a registration lasts, and from when on somebody has to act. All spans and instants in milliseconds.

/** Registrars of .jp act well before the registry does. */
const leadDays = { jp: 45, other: 30 } as const;

/** Renewal by itself is spoken of from this long before the end, and reported by the last run that comes in time. */
const renewsBeforeDays = { spokenOf: 45, reported: 7 } as const;

/** For so long after the end a registrar can take back the renewal that the registry made (RFC 3915, ICANN). */
const autoRenewDays = 45;

export interface Term {
  /** Milliseconds since 1970, UTC. */
  readonly endsAt: number;
  readonly source: ExpirySource;
}

/**
 * When the registration ends: the registry's word, or the registrar's where it is paid for less long; else the
 * ledger's, a day that lasts to its end in `zone`. The ledger's with its evidence also counts where it is later than
 * a date that rolls over: what was paid shows there only once the old date has passed. Null where nobody says.
 */
export function termOf(
  claim: DomainClaim,
  registration: Registration | null,
  { now, zone }: { readonly now: number; readonly zone: string },
): Term | null {
  const published = registration?.expires == null ? null : Date.parse(registration.expires);
  const paid = registrarExpiryOf(registration);
  // A registrar's date that has passed beside a later one of the registry's is a renewal that nobody confirmed.
  const isPaidForLess = published !== null && paid !== null && paid > now && paid < published;
  if (paid !== null && (published === null || isPaidForLess)) return { endsAt: paid, source: 'registrar' };
  const said = claim.expires === null ? null : lastSecondOf(claim.expires, zone).epochMilliseconds;
  const isSaidPaid =
    said !== null && claim.evidence !== null && rollsOver(claim, registration) && said > (published ?? 0);
  if (published !== null && !isSaidPaid) return { endsAt: published, source: 'registry' };
  return said === null ? null : { endsAt: said, source: 'ledger' };
}

function registrarExpiryOf(registration: Registration | null): number | null {
  if (registration?.by !== 'rdap' || registration.registrarExpires === null) return null;
  return Date.parse(registration.registrarExpires);
}

/** The states in which JPRS adds a year by itself when the date has passed, and not before. */
const rollingStates: ReadonlySet<string> = new Set(['active', 'connected']);

/** Whether the date that is shown goes ahead by itself once it has passed, so that it warns of nothing. */
export function rollsOver({ domain }: DomainClaim, registration: Registration | null): boolean {
  if (registration === null || !isJp(domain)) return false;
  return registration.by === 'rdap' || rollingStates.has(registration.state);
}

/** What the end of a registration asks of somebody. */
export type Due =
  | { readonly type: 'nothing'; readonly renewBy: number | null }
  | { readonly type: 'ended' }
  | { readonly type: 'soon'; readonly stage: 'ahead' | 'now' | 'past'; readonly renewBy: number | null };

/** `next`, `afterNext`: the first run after this one and the one after that, with slack. */
export function dueOf(
  claim: DomainClaim,
  term: Term,
  isRolling: boolean,
  when: { readonly now: number; readonly next: number; readonly afterNext: number },
): Due {
  const { now, next, afterNext } = when;
  const { endsAt, source } = term;
  const isByHand = claim.renewal !== 'automatic';
  const renewBy = isByHand ? endsAt - leadOf(claim) : null;
  if (isRolling && (!isByHand || endsAt <= now)) return { type: 'nothing', renewBy };
  // That the ledger's own date has passed is no proof of anything.
  if (endsAt <= now && source !== 'ledger') return { type: 'ended' };
  if (renewBy !== null) {
    if (now > renewBy) return { type: 'soon', stage: 'past', renewBy };
    if (renewBy <= next) return { type: 'soon', stage: 'now', renewBy };
    return renewBy <= afterNext ? { type: 'soon', stage: 'ahead', renewBy } : { type: 'nothing', renewBy };
  }
  const isLastRun = endsAt - renewsBeforeDays.reported * dayMs <= next;
  if (isLastRun) return { type: 'soon', stage: 'now', renewBy };
  return endsAt - now <= renewsBeforeDays.spokenOf * dayMs
    ? { type: 'soon', stage: 'ahead', renewBy }
    : { type: 'nothing', renewBy };
}

function leadOf({ domain, leadTimeDays }: DomainClaim): number {
  return Math.round((leadTimeDays ?? leadDays[isJp(domain) ? 'jp' : 'other']) * dayMs);
}

/** The registrar's date lags behind by less than this where both mean the same end. */
const sameTermDays = 180;

/** How a renewal that the registry made by itself stands. */
export interface AutoRenewal {
  /** Until when the registrar can take it back; null where the registry publishes no date. */
  readonly until: number | null;
}

/**
 * Whether the registry has added a year of which nobody knows that it was paid: it does so at the end in any case.
 * The registrar's own date settles it, where there is one. Null where there is nothing to confirm.
 */
export function unconfirmedRenewal(registration: Registration, now: number): AutoRenewal | null {
  if (registration.by !== 'rdap') return null;
  const ends = registration.expires === null ? null : Date.parse(registration.expires);
  const paid = registrarExpiryOf(registration);
  const isPaid = ends !== null && paid !== null && ends - paid < sameTermDays * dayMs;
  const isBehind = ends !== null && paid !== null && !isPaid && paid <= now;
  const isFresh = registration.statuses.includes('auto renew period');
  if (isPaid || !(isFresh || isBehind)) return null;
  if (ends === null) return { until: null };
  const ended = instantOf(ends).toZonedDateTimeISO('UTC').subtract({ years: 1 });
  return { until: ended.epochMilliseconds + autoRenewDays * dayMs };
}
