import type { Probe } from '../probe.ts';
import { planBackups } from './claim.ts';
import type { BackupClaim, BackupFact } from './fact.ts';
import { backupDates, judgeBackup, unseenBackup } from './judge.ts';
import { observeBackup } from './observe.ts';

export type { BackupClaim, BackupFact } from './fact.ts';

/** Looks at a backup where it is kept: when the last good one was, how large, how many, and for how long. */
export const backupProbe = {
  name: 'backup',
  part: 'backups',
  rules: ['backup/*'],
  needs: 'providers',
  plan: planBackups,
  observe: observeBackup,
  // What a provider lists is complete, or says that it is not.
  needsConfirmation: () => false,
  unseen: unseenBackup,
  judge: judgeBackup,
  deadlines: backupDates,
} as const satisfies Probe<BackupClaim, BackupFact>;
