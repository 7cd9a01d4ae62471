import type { Probe } from '../probe.ts';
import { type DocumentClaim, type DocumentFact, planDocuments } from './claim.ts';
import { judgeDocument, unseenDocument } from './judge.ts';

export type { DocumentFact } from './claim.ts';

/** Asks for the runbooks and templates that lie at web addresses, without credentials: whether they are there. */
export const documentProbe = {
  name: 'document',
  part: 'people',
  rules: ['runbook/not-found', 'runbook/unreachable', 'template/not-found'],
  needs: null,
  plan: planDocuments,
  async observe({ url }, { http }, signal) {
    const { status } = await http.fetchStatus(url, signal);
    return { fact: { status }, from: null };
  },
  needsConfirmation: (_claim, { status }) => status === 429 || status >= 500,
  unseen: unseenDocument,
  judge: judgeDocument,
  deadlines: () => [],
} as const satisfies Probe<DocumentClaim, DocumentFact>;
