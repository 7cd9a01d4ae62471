import { createHash } from 'node:crypto';
import type { Shard } from '../check/forms.ts';

/** Whether a ledger falls to this job: by its path alone, so that a new ledger moves no other. */
export function isInShard(file: string, { part, parts }: Shard): boolean {
  return createHash('sha256').update(file).digest().readUInt32BE(0) % parts === part - 1;
}
