import { dotted } from '../ledger/path.ts';
import type { Ledger } from '../ledger/schema.ts';
import type { FoundSecret } from '../ledger/source.ts';
import { type Finding, finding } from '../rules/finding.ts';

/** One finding for each value that holds what looks like a secret, and for each place in a comment. */
export function judgeSecrets(secrets: readonly FoundSecret[], ledger: Ledger | null): Finding[] {
  return secrets.map(({ path, position }) => {
    const subject = path.length === 0 ? `line ${position.line}` : dotted(path);
    const party = ledger?.responsibility?.access?.party ?? null;
    const data = { where: path.length === 0 ? null : subject };
    return finding('ledger/secret-found', { subject, data, path, position, party });
  });
}
