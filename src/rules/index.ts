import { type BackupRules, backupRules } from './backup.ts';
import { type ChangeRules, changeRules } from './change.ts';
import { type ChecklistRules, checklistRules } from './checklist.ts';
import { type DnsRules, dnsRules } from './dns.ts';
import { type DomainRules, domainRules } from './domain.ts';
import { type HttpRules, httpRules } from './http.ts';
import { type LedgerRules, ledgerRules } from './ledger.ts';
import { type MailRules, mailRules } from './mail.ts';
import { type PeopleRules, peopleRules } from './people.ts';
import { type ProbeRules, probeRules } from './probe.ts';
import type { RuleDefinition } from './rule.ts';
import { type ScheduleRules, scheduleRules } from './schedule.ts';
import { type TlsRules, tlsRules } from './tls.ts';

/** What each rule's findings carry, by rule name. A message is a function of exactly this. */
export interface RuleData
  extends LedgerRules,
    HttpRules,
    TlsRules,
    DnsRules,
    MailRules,
    DomainRules,
    BackupRules,
    PeopleRules,
    ScheduleRules,
    ProbeRules,
    ChecklistRules,
    ChangeRules {}

/** A rule's public name: people write it in `exceptions`. */
export type RuleName = keyof RuleData;

/** Every rule of this version. */
export const rules: { readonly [R in RuleName]: RuleDefinition } = {
  ...ledgerRules,
  ...httpRules,
  ...tlsRules,
  ...dnsRules,
  ...mailRules,
  ...domainRules,
  ...backupRules,
  ...peopleRules,
  ...scheduleRules,
  ...probeRules,
  ...checklistRules,
  ...changeRules,
};

/** The names of all rules, as a ledger's exceptions may use them. */
export const ruleNames: readonly string[] = Object.keys(rules);

export function isRuleName(name: string): name is RuleName {
  return Object.hasOwn(rules, name);
}
