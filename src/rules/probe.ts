import type { FailureCode } from '../edge/failure.ts';
import type { RuleDefinition } from './rule.ts';

/** What `what` is the name of, where the name alone does not say so. */
type Part = 'mail' | 'domains' | 'backups' | 'schedule' | 'account';

/** What could not be looked at: never shown as fine, never as broken. */
export interface ProbeRules {
  'probe/failed': { what: string; part?: Part; code: FailureCode; detail: string | null };
  'probe/blocked': { what: string; part?: Part; address: string };
  /** `isHost`: what is needed is the operator's word that credentials may go to this host. */
  'probe/credentials-missing': { what: string; part?: Part; needed: string; isHost?: boolean };
  /** `permission`: the least right that is enough. */
  'probe/access-denied': {
    what: string;
    part?: Part;
    detail: string | null;
    permission?: { en: string; ja: string } | null;
  };
  /** What this place, or this version, can never see. */
  'probe/not-testable': {
    what: string;
    reason: NotTestableReason;
    part?: Part;
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

export const probeRules: { readonly [R in keyof ProbeRules]: RuleDefinition } = {
  'probe/failed': {
    kind: ['unknown', 'notice'],
    severity: ['warning', 'info'],
    items: [2, 6, 7, 8],
    cause: 'procedure',
  },
  'probe/blocked': { kind: 'unknown', severity: 'warning', items: [6, 7, 8], cause: 'procedure' },
  'probe/credentials-missing': { kind: 'unknown', severity: 'warning', items: [6, 7, 8], cause: 'access' },
  'probe/access-denied': { kind: 'unknown', severity: 'warning', items: [6, 7, 8], cause: 'access' },
  'probe/not-testable': { kind: 'notice', severity: 'info', items: [], cause: 'procedure' },
};
