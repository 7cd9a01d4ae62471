import type { LedgerPath } from './path.ts';
import type { Ledger } from './schema.ts';

/** A runbook or template that the ledger names, and where it does. */
export interface DocumentMention {
  /** A path beside the ledger, or a web address. */
  readonly name: string;
  readonly path: LedgerPath;
}

/** Every mention of a runbook or template, paths and web addresses, in the ledger's order. */
export function documentMentions(ledger: Ledger): DocumentMention[] {
  const { rollback, restore, access = {}, entrance = {}, templates } = ledger;
  const entries = (['domain', 'dns', 'certificate', 'cdn', 'bypass'] as const).map(
    (id) => [id, entrance[id]] as const,
  );
  const mentions: (readonly [string | undefined, LedgerPath])[] = [
    [rollback?.runbook, ['rollback', 'runbook']],
    [restore?.runbook, ['restore', 'runbook']],
    ...Object.entries(access).map(([id, each]) => [each.runbook, ['access', id, 'runbook']] as const),
    ...entries.map(([id, each]) => [each?.runbook, ['entrance', id, 'runbook']] as const),
    [templates?.['first-report'], ['templates', 'first-report']],
    [templates?.['recovery-report'], ['templates', 'recovery-report']],
  ];
  return mentions.flatMap(([name, path]) => (name === undefined ? [] : [{ name, path }]));
}

/** The runbooks and templates beside the ledger, each once, in the ledger's order. */
export function filesNamedBy(ledger: Ledger): string[] {
  const names = documentMentions(ledger).map(({ name }) => name);
  return [...new Set(names.filter((name) => !isOnTheWeb(name)))];
}

export function isOnTheWeb(name: string): boolean {
  return /^https?:\/\//i.test(name);
}
