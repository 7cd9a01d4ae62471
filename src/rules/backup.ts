import type { PointState, TimeMeaning } from '../providers/provider.ts';
import type { Duration } from '../text/values.ts';
import type { Hole } from './checklist.ts';
import { type DataOf, gap, rule } from './rule.ts';

/** What all that is said of a backup holds. */
interface OfBackup {
  /** The backup's id in the ledger. */
  id: string;
  /** Which of several kinds that one backup has (`database`, `files`); null where there is one. */
  kind: string | null;
}

/** The newest attempt at a backup that is newer than the newest good one. */
export interface LastAttempt {
  state: PointState;
  /** The provider's word for it. */
  rawState: string | null;
  at: string | null;
}

const critical = { kind: 'drift', severity: 'critical', items: [6] } as const;
const warning = { kind: 'drift', severity: 'warning', items: [6] } as const;

/** Backups, as their providers list them. Times: ISO 8601, UTC; spans in milliseconds. */
export const backupRules = {
  'backup/none': rule<OfBackup & { lastAttempt: LastAttempt | null }>(critical),
  'backup/too-old': rule<
    OfBackup & {
      newest: string;
      meaning: TimeMeaning;
      ageMs: number;
      limitMs: number;
      lastAttempt: LastAttempt | null;
    }
  >(critical),
  /**
   * One series of files of several stopped. `limitMs`: how old it may be, by the ledger or by the series' own pace where
   * that is slower. `isGone`: an earlier run saw it, and nothing of it is left.
   */
  'backup/series-stopped': rule<
    OfBackup & { kind: string; newest: string; ageMs: number; limitMs: number; isGone: boolean }
  >(critical),
  /**
   * `least`: what the ledger calls the smallest; null where the ones before it say so. `isEmpty`: an archive of the size
   * that holds nothing.
   */
  'backup/too-small': rule<
    OfBackup & {
      newest: string;
      sizeBytes: number;
      leastBytes: number | null;
      usualBytes: number | null;
      isEmpty: boolean;
    }
  >(critical),
  'backup/switched-off': rule<OfBackup & { newest: string | null }>(critical),
  'backup/readable-by-anyone': rule<OfBackup>(critical),
  'backup/failed': rule<OfBackup & { lastAttempt: LastAttempt; newest: string }>(warning),
  'backup/too-few': rule<OfBackup & { found: number; keep: number }>(warning),
  /** `usualMs`: how long such a backup usually takes; null where that is not known. */
  'backup/stuck': rule<OfBackup & { startedAt: string; runningMs: number; usualMs: number | null }>(warning),
  'backup/shrunk': rule<OfBackup & { newest: string; sizeBytes: number; usualBytes: number }>(warning),
  'backup/future-dated': rule<OfBackup & { at: string }>(warning),
  'backup/same-place': rule<OfBackup & { location: string | null }>(warning),
  /** What has to be thawed cannot be restored in the time that the ledger gives the restore, or the whole recovery. */
  'backup/thaws-too-late': rule<
    OfBackup & { newest: string; tier: string; thawMs: number; within: Duration; of: 'takes' | 'full' }
  >(warning),
  /** `ids`: of all backups, none of which is said to be kept away from the site. */
  'backup/no-second-place': gap<{ ids: readonly string[]; hole: Hole }>({
    items: [6],
    question: { topic: 'operation', role: 'maintenance', vendor: true },
  }),
  'backup/last-good-expires': rule<OfBackup & { newest: string; expires: string }>({
    kind: 'expiring',
    severity: 'warning',
    items: [],
    cause: 'procedure',
  }),
  /** Days of the site's calendar. */
  'backup/unconfirmed': rule<{ id: string; newest: string | null; evidence: string | null; every: Duration }>(
    { kind: 'stale', severity: 'warning', items: [6] },
  ),
};
export type BackupRules = DataOf<typeof backupRules>;
