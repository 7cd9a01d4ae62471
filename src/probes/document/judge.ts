import { dotted, type LedgerPath } from '../../ledger/path.ts';
import type { Ledger } from '../../ledger/schema.ts';
import type { TemplateName } from '../../rules/checklist.ts';
import { type Finding, finding } from '../../rules/finding.ts';
import type { Topic } from '../../rules/rule.ts';
import { type Unseen, unseenFinding } from '../judge-unseen.ts';
import type { Check, JudgeContext, SeenCheck } from '../probe.ts';
import type { DocumentClaim, DocumentFact } from './claim.ts';

/** A page that nobody answered for, once for each place in the ledger that names it. */
export function unseenDocument(
  { claim: { url, mentions } }: Check<DocumentClaim>,
  { ledger }: JudgeContext,
): readonly Unseen[] {
  return mentions.map((path) => unseenOf(url, path, ledger));
}

/** Whether the page is there. One behind a login exists, whatever it says. */
export function judgeDocument(
  { check: { claim }, fact: { status } }: SeenCheck<DocumentClaim, DocumentFact>,
  { ledger }: JudgeContext,
): Finding[] {
  const isGone = status === 404 || status === 410;
  if (!isGone && status < 500) return [];
  return claim.mentions.map((path) => {
    const { subject, party, items } = placeOf(path, ledger);
    const at = claim.url;
    if (path[0] === 'templates') {
      const template = path[1] as TemplateName;
      // No rule says that a template's page fails: then nobody knows whether it is there.
      return isGone
        ? finding('template/not-found', { subject, path, party, data: { template, at, trouble: 'gone' } })
        : unseenFinding(unseenOf(at, path, ledger), { code: 'server-error', detail: `HTTP ${status}` });
    }
    const of = String(path.at(-2));
    const parts = { subject, path, party, items };
    return isGone
      ? finding('runbook/not-found', { ...parts, data: { of, at, trouble: 'gone' } })
      : finding('runbook/unreachable', { ...parts, data: { of, at, status } });
  });
}

/** A runbook or template that was not seen, by the place in the ledger that names it. */
export function unseenOf(name: string, path: LedgerPath, ledger: Ledger): Unseen {
  return { ...placeOf(path, ledger), what: name };
}

/** As the checklist has it for files beside the ledger. */
const places: Readonly<Record<string, { readonly topic: Topic; readonly items: Unseen['items'] }>> = {
  rollback: { topic: 'operation', items: [5] },
  restore: { topic: 'operation', items: [6] },
  // No item asks for these; one that is named must be there all the same.
  access: { topic: 'access', items: [] },
  entrance: { topic: 'operation', items: [8] },
  templates: { topic: 'communication', items: [10] },
};

function placeOf(path: LedgerPath, { responsibility }: Ledger) {
  const { topic, items } = places[String(path[0])]!;
  return { subject: dotted(path), path, party: responsibility?.[topic]?.party ?? null, items };
}
