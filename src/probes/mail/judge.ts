import type { Look } from '../../edge/failure.ts';
import { asciiName } from '../../protocols/dns/name.ts';
import { type Finding, finding } from '../../rules/finding.ts';
import type { MailRules } from '../../rules/mail.ts';
import { judgeFailure, type Unseen } from '../judge-unseen.ts';
import type { Check, JudgeContext, SeenCheck } from '../probe.ts';
import type { MailClaim, MailFact } from './fact.ts';
import { mostLookups } from './spf.ts';

function isClaimed(domain: string, { ledger }: JudgeContext): boolean {
  return (ledger.reality.dns ?? []).some(({ name, type }) => type === 'MX' && asciiName(name) === domain);
}

/** A domain's mail of which nothing could be seen. Its registration has the same subject. */
export function unseenMail({ claim, path }: Check<MailClaim>, { operator }: JudgeContext): readonly Unseen[] {
  return [
    {
      subject: claim.domain,
      distinction: 'mail',
      path,
      party: operator,
      items: [],
      what: claim.domain,
      named: 'mail',
    },
  ];
}

/** What is wrong with a domain's mail: each part by itself, since one says nothing about another. */
export function judgeMail({ check, fact }: SeenCheck<MailClaim, MailFact>, context: JudgeContext): Finding[] {
  const { claim, path } = check;
  const { domain, expect } = claim;
  const parts = { subject: domain, path, party: context.operator };
  const report = <R extends keyof MailRules>(
    rule: R,
    data: Omit<MailRules[R], 'domain'>,
    key?: string,
    distinction?: string,
  ): Finding =>
    finding(rule, {
      ...parts,
      ...(distinction === undefined ? {} : { distinction }),
      path: key === undefined ? path : [...path, key],
      data: { domain, ...data } as MailRules[R],
    } as never);
  const { mx, spf, dmarc, dkim, mtaSts } = fact;

  function judge<T>(part: Look<T> | null, what: string, judgeSeen: (seen: T) => Finding[]): Finding[] {
    if (part === null) return [];
    if (part.type === 'seen') return judgeSeen(part.seen);
    return judgeFailure(
      { ...parts, distinction: what, items: [], what: `${domain} (${what})` },
      part,
      context,
    );
  }

  return [
    ...judge(mx, 'MX', ({ records, faults, unreachable }) => {
      const isNull = records.length === 1 && records[0] === '0 .';
      if (expect.receives === true && (records.length === 0 || isNull)) {
        // Where the ledger claims the record itself, that claim reports it.
        return isClaimed(domain, context) ? [] : [report('mail/no-mx', { isNull }, 'receives')];
      }
      return [
        ...(faults.length === 0 ? [] : [report('mail/mx-invalid', { exchanges: faults })]),
        ...(unreachable.length === 0 ? [] : [report('mail/mx-unreachable', { exchanges: unreachable })]),
      ];
    }),
    ...judge(spf, 'SPF', ({ records, fault, lookups, permitsAll }) => {
      if (records.length === 0) {
        const missing = { fault: 'missing', where: domain } as const;
        return expect.spf === 'required' ? [report('mail/spf-invalid', missing, 'spf')] : [];
      }
      if (lookups > mostLookups) return [report('mail/spf-too-many-lookups', { lookups })];
      if (fault !== null) return [report('mail/spf-invalid', fault)];
      return permitsAll ? [report('mail/spf-permits-all', { record: records[0]! })] : [];
    }),
    ...judge(dmarc, 'DMARC', ({ at, policy, isTest, records }) => {
      const expected = expect.dmarc!;
      if (at === null || policy === null)
        return [report('mail/dmarc-missing', { expected, records }, 'dmarc')];
      const holds = policy === expected && !(isTest && expected !== 'none');
      return holds ? [] : [report('mail/dmarc-differs', { expected, policy, isTest, at }, 'dmarc')];
    }),
    ...dkim.flatMap(({ selector, key }) =>
      judge(key, `DKIM ${selector}`, (found) => {
        const distinction = dkim.length > 1 ? selector : undefined;
        if (found.state === 'missing')
          return [report('mail/dkim-missing', { selector }, 'dkim', distinction)];
        if (found.state === 'revoked')
          return [report('mail/dkim-revoked', { selector }, 'dkim', distinction)];
        if (found.state !== 'invalid') return [];
        const { fault, detail } = found;
        return [report('mail/dkim-invalid', { selector, fault, detail }, 'dkim', distinction)];
      }),
    ),
    ...judge(mtaSts, 'MTA-STS', ({ fault, detail, code, mode }) => {
      const expected = expect['mta-sts']!;
      // Without a record there is no policy, which is what `none` asks for.
      if (expected === 'none' && fault === 'no-record') return [];
      if (fault !== null)
        return [report('mail/mta-sts-invalid', { expected, fault, detail, code }, 'mta-sts')];
      if (mode === expected) return [];
      const differs = { expected, fault: 'mode-differs', detail: mode, code: null } as const;
      return [report('mail/mta-sts-invalid', differs, 'mta-sts')];
    }),
  ];
}
