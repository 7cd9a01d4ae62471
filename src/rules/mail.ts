import type { FailureCode } from '../edge/failure.ts';
import type { RuleDefinition } from './rule.ts';

/** What is wrong with where mail is to be delivered. */
export type MxFault =
  | 'alias' // the exchange is an alias (RFC 2181 §10.3)
  | 'address' // an address in place of a name (RFC 5321 §5.1)
  | 'no-address' // the exchange's name has no address
  | 'null-beside-others'; // "no mail" beside real exchanges (RFC 7505 §3)

/** Why receivers cannot use an SPF record (RFC 7208 §4.6). */
export type SpfFault =
  | 'missing'
  | 'two-records'
  | 'syntax'
  | 'include-without-spf'
  | 'redirect-without-spf'
  | 'too-many-exchanges' // an `mx` that leads to more than ten
  | 'too-many-voids'; // more than two names that lead to nothing

/** Why senders cannot use an MTA-STS policy (RFC 8461). */
export type MtaStsFault =
  | 'no-record'
  | 'two-records'
  | 'record-invalid'
  | 'no-policy' // nothing there, a redirect, an error
  | 'certificate' // not valid for the policy's host
  | 'policy-invalid'
  | 'mode-differs'
  | 'mx-not-listed';

/** Mail of a domain: where it is delivered, and what proves that it comes from there. */
export interface MailRules {
  'mail/no-mx': { domain: string; isNull: boolean };
  'mail/mx-invalid': { domain: string; exchanges: readonly { host: string; fault: MxFault }[] };
  'mail/spf-invalid': { domain: string; fault: SpfFault; where: string };
  'mail/spf-too-many-lookups': { domain: string; lookups: number };
  'mail/spf-permits-all': { domain: string; record: string };
  'mail/dmarc-missing': { domain: string; expected: string; records: number };
  'mail/dmarc-differs': { domain: string; expected: string; policy: string; isTest: boolean; at: string };
  'mail/dkim-missing': { domain: string; selector: string };
  'mail/dkim-revoked': { domain: string; selector: string };
  'mail/mta-sts-invalid': {
    domain: string;
    expected: string;
    fault: MtaStsFault;
    detail: string | null;
    code: FailureCode | null;
  };
}

const warning = { kind: 'drift', severity: 'warning', items: [], cause: 'access' } as const;

export const mailRules: { readonly [R in keyof MailRules]: RuleDefinition } = {
  'mail/no-mx': warning,
  'mail/mx-invalid': warning,
  'mail/spf-invalid': warning,
  'mail/spf-too-many-lookups': warning,
  'mail/spf-permits-all': warning,
  'mail/dmarc-missing': warning,
  'mail/dmarc-differs': warning,
  'mail/dkim-missing': warning,
  'mail/dkim-revoked': warning,
  'mail/mta-sts-invalid': warning,
};
