import type { FailureCode } from '../edge/failure.ts';
import type { ItemNumber, RuleDefinition } from './rule.ts';

/** What `what` is the name of, where the name alone does not say so. */
export type UnseenKind = 'mail' | 'domains' | 'backups' | 'schedule' | 'account';

/** Why something was not seen. `crashed`: this program itself failed. */
export type UnseenCode = FailureCode | 'crashed';

/** What could not be looked at: never shown as fine, never as broken. */
export interface ProbeRules {
  'probe/failed': { what: string; part?: UnseenKind; code: UnseenCode; detail: string | null };
  'probe/blocked': { what: string; part?: UnseenKind; address: string };
  /** `isHost`: what is needed is the operator's word that credentials may go to this host. */
  'probe/credentials-missing': { what: string; part?: UnseenKind; needed: string; isHost?: boolean };
  /** `permission`: the least right that is enough. */
  'probe/access-denied': {
    what: string;
    part?: UnseenKind;
    detail: string | null;
    permission?: { en: string; ja: string } | null;
  };
  /** What this place, or this version, can never see. */
  'probe/not-testable': {
    what: string;
    reason: NotTestableReason;
    part?: UnseenKind;
  };
}

/** `not-built`: no probe of this version looks at claims of this kind. */
export type NotTestableReason =
  | 'no-ipv4'
  | 'no-ipv6'
  | 'port-25'
  | 'no-permission'
  | 'dns-blocked'
  | 'private-network'
  | 'size-not-told'
  | 'number-not-told'
  | 'age-not-said'
  | 'not-built';

/** The items of which anything is looked at. */
const items: readonly ItemNumber[] = [2, 5, 6, 7, 8, 10];

export const probeRules: { readonly [R in keyof ProbeRules]: RuleDefinition } = {
  'probe/failed': {
    kind: ['unknown', 'notice'],
    severity: ['warning', 'info'],
    items,
    cause: 'procedure',
  },
  'probe/blocked': { kind: 'unknown', severity: 'warning', items, cause: 'procedure' },
  'probe/credentials-missing': { kind: 'unknown', severity: 'warning', items, cause: 'access' },
  'probe/access-denied': { kind: 'unknown', severity: 'warning', items, cause: 'access' },
  'probe/not-testable': { kind: 'notice', severity: 'info', items: [], cause: 'procedure' },
};
