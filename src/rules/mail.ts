import type { FailureCode } from '../edge/failure.ts';
import { type DataOf, rule } from './rule.ts';

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

/** Why verifiers cannot use a DKIM key (RFC 6376, RFC 8301, RFC 8463). */
export type DkimFault =
  | 'syntax' // the record breaks the grammar, or lacks the key
  | 'type' // a kind of key that verifiers do not know
  | 'key' // not the bytes of a key
  | 'too-short' // RSA of less than 1024 bits
  | 'hash' // for SHA-1 alone
  | 'service'; // not for mail

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

const warning = { kind: 'drift', severity: 'warning', items: [], cause: 'access' } as const;

/** Mail of a domain: where it is delivered, and what proves that it comes from there. */
export const mailRules = {
  'mail/no-mx': rule<{ domain: string; isNull: boolean }>(warning),
  'mail/mx-invalid': rule<{ domain: string; exchanges: readonly { host: string; fault: MxFault }[] }>(
    warning,
  ),
  'mail/mx-unreachable': rule<{
    domain: string;
    exchanges: readonly { host: string; addresses: readonly string[] }[];
  }>(warning),
  'mail/spf-invalid': rule<{ domain: string; fault: SpfFault; where: string; term?: string }>(warning),
  'mail/spf-too-many-lookups': rule<{ domain: string; lookups: number }>(warning),
  'mail/spf-permits-all': rule<{ domain: string; record: string }>(warning),
  'mail/dmarc-missing': rule<{ domain: string; expected: string; records: number }>(warning),
  'mail/dmarc-differs': rule<{
    domain: string;
    expected: string;
    policy: string;
    isTest: boolean;
    at: string;
  }>(warning),
  'mail/dkim-missing': rule<{ domain: string; selector: string }>(warning),
  'mail/dkim-revoked': rule<{ domain: string; selector: string }>(warning),
  'mail/dkim-invalid': rule<{ domain: string; selector: string; fault: DkimFault; detail: string | null }>(
    warning,
  ),
  'mail/mta-sts-invalid': rule<{
    domain: string;
    expected: string;
    fault: MtaStsFault;
    detail: string | null;
    code: FailureCode | null;
  }>(warning),
};
export type MailRules = DataOf<typeof mailRules>;
