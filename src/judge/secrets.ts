import type { NamedFiles } from '../checklist/named-file.ts';
import { documentMentions } from '../ledger/documents.ts';
import { dotted } from '../ledger/path.ts';
import type { Ledger } from '../ledger/schema.ts';
import type { FoundSecret } from '../ledger/source.ts';
import { type Finding, finding } from '../rules/finding.ts';

/** One finding for each value that holds what looks like a secret, and for each place in a comment. */
export function judgeSecrets(secrets: readonly FoundSecret[], ledger: Ledger | null): Finding[] {
  return secrets.map(({ path, position, isCertain }) => {
    const subject = path.length === 0 ? `line ${position.line}` : dotted(path);
    const data = { where: path.length === 0 ? null : subject };
    return finding(ruleOf(isCertain), { subject, data, path, position, party: holder(ledger) });
  });
}

/** One finding for each runbook and template that holds what looks like secrets, at the first place that names it. */
export function judgeSecretsInFiles(files: NamedFiles | null, ledger: Ledger): Finding[] {
  const named = Map.groupBy(documentMentions(ledger), ({ name }) => name);
  return [...named].flatMap(([file, [mention]]) => {
    const reading = files?.get(file);
    if (reading?.type !== 'text' || reading.secrets === undefined) return [];
    const { certain, possible } = reading.secrets;
    return [certain, possible].flatMap((lines, index) =>
      lines.length === 0
        ? []
        : [
            finding(ruleOf(index === 0), {
              subject: file,
              data: { file, lines },
              path: mention!.path,
              party: holder(ledger),
            }),
          ],
    );
  });
}

const ruleOf = (isCertain: boolean) => (isCertain ? 'ledger/secret-found' : 'ledger/secret-possible');

const holder = (ledger: Ledger | null) => ledger?.responsibility?.access?.party ?? null;
