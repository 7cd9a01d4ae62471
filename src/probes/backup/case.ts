import type { Temporal } from 'temporal-polyfill';
import type { FailureCode } from '../../edge/failure.ts';
import type { BackupRules } from '../../rules/backup.ts';
import type { Finding } from '../../rules/finding.ts';
import type { NotTestableReason } from '../../rules/probe.ts';
import type { JudgeContext } from '../probe.ts';
import type { seenOf } from './earlier.ts';
import type { BackupClaim } from './fact.ts';

/** All that speaks about one backup. */
export interface Case {
  readonly claim: BackupClaim;
  readonly context: JudgeContext;
  /** What the runs before this one saw, by kind. */
  readonly before: ReturnType<typeof seenOf>;
  /** The provider's clock, milliseconds since 1970. */
  readonly now: number;
  report<R extends keyof BackupRules>(
    rule: R,
    kind: string | null,
    data: Omit<BackupRules[R], 'id' | 'kind'>,
    deadline?: Temporal.Instant,
  ): Finding;
  /** That nobody knows whether this key of the claim holds. */
  unsaid(key: 'smallest' | 'keep' | 'every', reason: NotTestableReason): Finding;
  /** Names of files that were not judged. */
  others(names: readonly string[]): Finding;
  /** That it could not be seen. */
  unseen(code: FailureCode, detail: string | null, kind?: string | null): Finding;
}
