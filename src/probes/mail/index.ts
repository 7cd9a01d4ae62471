import { isRetryable, type Look } from '../../edge/failure.ts';
import type { Ledger } from '../../ledger/schema.ts';
import { asciiName } from '../../protocols/dns/name.ts';
import type { Check, Probe } from '../probe.ts';
import { looksOf, type MailClaim, type MailFact } from './fact.ts';
import { judgeMail, unseenMail } from './judge.ts';
import { observeMail } from './observe.ts';

export type { MailClaim, MailFact } from './fact.ts';

/** Looks at a domain's mail: where it is delivered (MX), and what proves its sender (SPF, DKIM, DMARC, MTA-STS). */
export const mailProbe = {
  name: 'mail',
  part: 'mail',
  rules: ['mail/*'],
  needs: null,
  plan: planMail,
  observe: (claim, edge, signal) => observeMail(claim, edge, signal),
  needsConfirmation: (_claim, fact) => looksOf(fact).some(mayChange),
  unseen: unseenMail,
  judge: judgeMail,
  deadlines: () => [],
} as const satisfies Probe<MailClaim, MailFact>;

function planMail(ledger: Ledger): Check<MailClaim>[] {
  return Object.entries(ledger.reality.mail ?? {}).map(([written, expect]) => {
    const domain = asciiName(written) ?? written.toLowerCase();
    return { probe: 'mail', subject: domain, path: ['reality', 'mail', written], claim: { domain, expect } };
  });
}

function mayChange(look: Look<unknown> | null): boolean {
  return look?.type === 'unseen' && isRetryable(look);
}
