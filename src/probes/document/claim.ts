import { documentMentions, isOnTheWeb } from '../../ledger/documents.ts';
import { dotted, type LedgerPath } from '../../ledger/path.ts';
import type { Ledger } from '../../ledger/schema.ts';
import type { Check } from '../probe.ts';

/** A runbook or template at a web address, and every place in the ledger that names it: one look for all. */
export interface DocumentClaim {
  readonly url: string;
  readonly mentions: readonly LedgerPath[];
}

export interface DocumentFact {
  /** Of the last answer, redirects followed. */
  readonly status: number;
}

/** Every runbook and template at a web address, each address once. */
export function planDocuments(ledger: Ledger): Check<DocumentClaim>[] {
  const mentions = documentMentions(ledger).filter(({ name }) => isOnTheWeb(name));
  return [...Map.groupBy(mentions, ({ name }) => name)].map(([url, named]) => {
    const { path } = named[0]!;
    // The address itself may be as good as a key: a report names the place in the ledger.
    return {
      probe: 'document',
      subject: dotted(path),
      path,
      claim: { url, mentions: named.map((each) => each.path) },
    };
  });
}
