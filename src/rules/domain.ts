import { type DataOf, rule } from './rule.ts';

/** Who, or what, keeps a registered name out of DNS. */
export type Hold =
  | 'registrar' // client hold: unpaid, or an unconfirmed contact
  | 'registry' // server hold, or .jp's Hold: a dispute, an order
  | 'no-name-servers'; // nobody is named who would answer for it

/** How far the deletion of a name has come. */
export type Deletion =
  | 'redemption' // deleted, can be had back
  | 'restoring' // is being had back
  | 'deleting' // cannot be had back
  | 'suspended'; // .jp: deleted, can be had back until the 20th of the month

/** Who says when a registration ends. */
export type ExpirySource = 'registry' | 'registrar' | 'ledger';

const critical = { kind: 'drift', severity: 'critical', items: [8] } as const;
const warning = { kind: 'drift', severity: 'warning', items: [8] } as const;

/** The registration of a domain: what keeps every name below it alive. Times: ISO 8601, UTC. */
export const domainRules = {
  'domain/expired': rule<{ domain: string; expires: string; source: ExpirySource }>(critical),
  'domain/on-hold': rule<{ domain: string; by: Hold; statuses: readonly string[] }>(critical),
  /** `restoreBy`: the last moment at which it can be had back, where the registry's rules fix one. */
  'domain/pending-delete': rule<{
    domain: string;
    phase: Deletion;
    restoreBy: string | null;
    statuses: readonly string[];
  }>(critical),
  'domain/to-be-suspended': rule<{ domain: string; ends: string | null; state: string }>(critical),
  'domain/not-registered': rule<{ domain: string; server: string }>(critical),
  // A notice as long as there is nothing to do yet.
  'domain/expires-soon': rule<{
    domain: string;
    expires: string;
    source: ExpirySource;
    /** Where the ledger has the date from, if it is the ledger's. */
    evidence: string | null;
    renewal: 'automatic' | 'manual';
    /** Whether the ledger does not say how it is renewed. */
    isInferred: boolean;
    /** By hand: the last moment that leaves a person the time it takes. */
    renewBy: string | null;
    /** `ahead`: nothing is to be done yet; `past`: the time that it takes is no longer left. */
    stage: 'ahead' | 'now' | 'past';
    isJp: boolean;
  }>({
    kind: ['expiring', 'notice'],
    severity: ['warning', 'critical', 'info'],
    items: [],
    cause: 'access',
  }),
  'domain/registrar-differs': rule<{ domain: string; expected: string; registrar: string }>({
    ...warning,
    showsChange: () => true,
  }),
  /** `until`: as long as the registrar can still take the renewal back. */
  'domain/renewed-unconfirmed': rule<{
    domain: string;
    expires: string | null;
    registrarExpires: string | null;
    until: string | null;
  }>(warning),
  /** `isTransferring`: somebody has asked to move it to another registrar. */
  'domain/transfer-unlocked': rule<{
    domain: string;
    isClaimed: boolean;
    isTransferring: boolean;
    isJp: boolean;
    seen: readonly string[];
  }>({
    kind: ['drift', 'notice'],
    severity: ['warning', 'info'],
    items: [8],
    cause: 'access',
  }),
  /** `expires`: the ledger's own date, a day of the site's calendar; `reason`: why the registry gives none. */
  'domain/expiry-not-published': rule<{
    domain: string;
    expires: string | null;
    evidence: string | null;
    reason: 'not-published' | 'no-server';
  }>({ kind: 'notice', severity: 'info', items: [], cause: 'access' }),
};
export type DomainRules = DataOf<typeof domainRules>;
