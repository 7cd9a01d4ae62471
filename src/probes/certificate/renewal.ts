import { dayMs, hourMs } from '../../text/values.ts';
import { slackMs } from '../probe.ts';
import type { CertificateClaim, CertificateDescription } from './fact.ts';

// When a certificate should be renewed, and when its renewal has failed. All spans in milliseconds.

/** How and when a certificate is renewed. Instants in milliseconds since 1970, UTC. */
export type Renewal = {
  readonly notAfter: number;
  readonly lifetime: number;
  /** Whether the ledger does not say it, so that it follows from the issuer. */
  readonly isInferred: boolean;
  /** The time that a person needs. */
  readonly lead: number;
} & (
  | {
      readonly by: 'hand';
      /** The last moment that leaves a person the time it takes. */
      readonly renewBy: number;
    }
  | {
      readonly by: 'itself';
      /** When it should be renewed by itself. */
      readonly dueAt: number;
      /** From when on it is believed to have failed. */
      readonly overdueAt: number;
    }
);

/**
 * Authorities whose certificates are, as good as always, renewed by a program (ACME, RFC 8555), by the organisation
 * in the issuer's name.
 */
const automaticIssuers =
  /^(let's encrypt|internet security research group|google trust services|zerossl|buypass|cloudflare)\b/i;
const amazon = /^amazon\b/i;
/** AWS Certificate Manager renews about this long before the end. */
const amazonRenewsBeforeDays = 45;
/** Certificates that last longer are renewed a month before their end, not at a third of the lifetime. */
const longLifetimeDays = 100;
const longRenewsBeforeDays = 30;

/**
 * Renewal by itself is due when a third of the lifetime is left, half of it where that is under 10 days (certbot,
 * lego and Caddy do so), of more than 100 days a month before the end; and overdue after a tenth of the lifetime more, at least 12 hours and at most 5 days.
 */
export function renewalOf(
  leaf: CertificateDescription,
  claim: CertificateClaim,
  defaultLeadDays: number,
): Renewal {
  const notAfter = Date.parse(leaf.notAfter);
  const lifetime = notAfter - Date.parse(leaf.notBefore);
  const issuer = (leaf.issuerOrganisation ?? '').replaceAll('’', "'");
  const isAmazon = amazon.test(issuer);
  const inferred = isAmazon || automaticIssuers.test(issuer) ? 'automatic' : 'manual';
  const lead = Math.round((claim.leadTimeDays ?? defaultLeadDays) * dayMs);
  const common = { notAfter, lifetime, lead, isInferred: claim.renewal === null };
  if ((claim.renewal ?? inferred) === 'manual') return { ...common, by: 'hand', renewBy: notAfter - lead };
  const beforeDays = claim.renewsBeforeDays ?? (isAmazon ? amazonRenewsBeforeDays : null);
  const share = lifetime < 10 * dayMs ? 1 / 2 : 1 / 3;
  const usual = lifetime > longLifetimeDays * dayMs ? longRenewsBeforeDays * dayMs : share * lifetime;
  const dueAt = Math.round(notAfter - (beforeDays === null ? usual : beforeDays * dayMs));
  const grace = Math.round(Math.min(Math.max(0.1 * lifetime, 12 * hourMs), 5 * dayMs));
  return { ...common, by: 'itself', dueAt, overdueAt: dueAt + grace };
}

/** Between a renewal that has failed and the certificate's end, somebody needs at least this long. */
const daysToAct = 7;

/**
 * How often, in days, a check would have to run to see a failed renewal in time; null where one at `interval` does.
 */
export function neededInterval(renewal: Renewal, interval: number): number | null {
  if (renewal.by === 'hand') return null;
  const window = renewal.notAfter - daysToAct * dayMs - renewal.overdueAt;
  // Nobody is asked for more than a check every day, one of which a year has an hour more.
  if (interval <= Math.max(window - slackMs, dayMs + hourMs)) return null;
  return Math.max(1, Math.floor((window - slackMs) / dayMs));
}
