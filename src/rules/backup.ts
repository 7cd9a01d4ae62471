import type { PointState, TimeMeaning } from '../providers/provider.ts';
import type { Duration } from '../text/values.ts';
import type { RuleDefinition } from './rule.ts';

/** What all that is said of a backup holds. */
interface OfBackup {
  /** The backup's id in the ledger. */
  id: string;
  /** Which of several sorts that one backup has (`database`, `files`); null where there is one. */
  kind: string | null;
}

/** The newest attempt at a backup that is newer than the newest good one. */
export interface LastAttempt {
  state: PointState;
  /** The provider's word for it. */
  rawState: string | null;
  at: string | null;
}

/** Backups, as whoever keeps them tells. Times: ISO 8601, UTC; spans in milliseconds. */
export interface BackupRules {
  'backup/none': OfBackup & { lastAttempt: LastAttempt | null };
  'backup/too-old': OfBackup & {
    newest: string;
    meaning: TimeMeaning;
    ageMs: number;
    limitMs: number;
    lastAttempt: LastAttempt | null;
  };
  /** `least`: what the ledger calls the smallest; null where the ones before it say so. */
  'backup/too-small': OfBackup & {
    newest: string;
    sizeBytes: number;
    leastBytes: number | null;
    usualBytes: number | null;
  };
  'backup/switched-off': OfBackup & { newest: string | null };
  'backup/readable-by-anyone': OfBackup;
  'backup/failed': OfBackup & { lastAttempt: LastAttempt; newest: string };
  'backup/too-few': OfBackup & { found: number; keep: number };
  /** `usualMs`: how long such a backup usually takes; null where that is not known. */
  'backup/stuck': OfBackup & { startedAt: string; runningMs: number; usualMs: number | null };
  'backup/shrunk': OfBackup & { newest: string; sizeBytes: number; usualBytes: number };
  'backup/future-dated': OfBackup & { at: string };
  'backup/same-place': OfBackup & { location: string | null };
  'backup/last-good-expires': OfBackup & { newest: string; expires: string };
  /** Days of the site's calendar. */
  'backup/unconfirmed': { id: string; newest: string | null; evidence: string | null; every: Duration };
}

const critical = { kind: 'drift', severity: 'critical', items: [6] } as const;
const warning = { kind: 'drift', severity: 'warning', items: [6] } as const;

export const backupRules: { readonly [R in keyof BackupRules]: RuleDefinition } = {
  'backup/none': critical,
  'backup/too-old': critical,
  'backup/too-small': critical,
  'backup/switched-off': critical,
  'backup/readable-by-anyone': critical,
  'backup/failed': warning,
  'backup/too-few': warning,
  'backup/stuck': warning,
  'backup/shrunk': warning,
  'backup/future-dated': warning,
  'backup/same-place': warning,
  'backup/last-good-expires': { kind: 'expiring', severity: 'warning', items: [], cause: 'procedure' },
  'backup/unconfirmed': { kind: 'stale', severity: 'warning', items: [6] },
};
