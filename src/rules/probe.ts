import type { FailureCode } from '../edge/failure.ts';
import { rule } from './rule.ts';

/** What `what` is the name of, where the name alone does not say so. */
export type UnseenKind = 'mail' | 'domains' | 'backups' | 'schedule' | 'account';

/** Why something was not seen. `crashed`: this program itself failed. */
export type UnseenCode = FailureCode | 'crashed';

/** `not-built`: no probe of this version looks at claims of this kind. */
export type NotTestableReason =
  | 'no-ipv4'
  | 'no-ipv6'
  | 'port-25'
  | 'no-permission'
  | 'behind-proxy'
  | 'dns-blocked'
  | 'private-network'
  | 'size-not-said'
  | 'number-not-said'
  | 'age-not-said'
  | 'in-no-series'
  | 'not-built';

/** The items of which anything is looked at. */
const items = [2, 5, 6, 7, 8, 10] as const;

/** What could not be looked at: never shown as fine, never as broken. */
export const probeRules = {
  'probe/failed': rule<{ what: string; part?: UnseenKind; code: UnseenCode; detail: string | null }>({
    kind: ['unknown', 'notice'],
    severity: ['warning', 'info'],
    items,
    cause: 'procedure',
  }),
  'probe/blocked': rule<{ what: string; part?: UnseenKind; address: string }>({
    kind: 'unknown',
    severity: 'warning',
    items,
    cause: 'procedure',
  }),
  /** `provider`: what is needed is the operator's word that this provider's credentials may go to the place `needed`. */
  'probe/credentials-missing': rule<{ what: string; part?: UnseenKind; needed: string; provider?: string }>({
    kind: 'unknown',
    severity: 'warning',
    items,
    cause: 'access',
  }),
  /** `permission`: the least right that is enough. */
  'probe/access-denied': rule<{
    what: string;
    part?: UnseenKind;
    detail: string | null;
    permission?: { en: string; ja: string } | null;
  }>({ kind: 'unknown', severity: 'warning', items, cause: 'access' }),
  /** What this place, or this version, can never see. */
  'probe/not-testable': rule<{
    what: string;
    reason: NotTestableReason;
    part?: UnseenKind;
    /** Of files that were not judged, their names; of a proxy that stands between, its own. */
    names?: readonly string[];
  }>({ kind: 'notice', severity: 'info', items: [], cause: 'procedure' }),
};
