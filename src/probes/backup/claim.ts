import { targetOf } from '../../ledger/backups.ts';
import type { Ledger } from '../../ledger/schema.ts';
import { providerNamed } from '../../providers/registry.ts';
import { roughMilliseconds } from '../../text/values.ts';
import type { Check } from '../probe.ts';
import type { BackupClaim } from './fact.ts';

/** A backup may be late by half its interval: what is made daily at night is not a day old at noon. */
const patience = 1.5;

/** Every backup that somebody keeps who can be asked. */
export function planBackups(ledger: Ledger): Check<BackupClaim>[] {
  return Object.entries(ledger.reality.backups ?? {}).flatMap(([id, said]) => {
    const entry = providerNamed(said.provider);
    if (entry === null || entry.load === null) return [];
    const target = targetOf(said, entry);
    const everyMs = said.every === undefined ? null : roughMilliseconds(said.every);
    const atMost = said['at-most'];
    const claim: BackupClaim = {
      id,
      provider: said.provider,
      target,
      atMostMs:
        atMost !== undefined ? roughMilliseconds(atMost) : everyMs === null ? null : everyMs * patience,
      everyMs,
      keep: said.keep ?? null,
      smallestBytes: said.smallest?.bytes ?? null,
      isAway: said.away ?? false,
      account: said.account ?? null,
      role: said.role ?? null,
      isKnown: entry.schema.target.safeParse(target).success,
    };
    return [{ probe: 'backup', subject: id, path: ['reality', 'backups', id], claim }];
  });
}
