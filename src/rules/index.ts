import { backupRules } from './backup.ts';
import { changeRules } from './change.ts';
import { checklistRules } from './checklist.ts';
import { dnsRules } from './dns.ts';
import { domainRules } from './domain.ts';
import { httpRules } from './http.ts';
import { ledgerRules } from './ledger.ts';
import { mailRules } from './mail.ts';
import { peopleRules } from './people.ts';
import { probeRules } from './probe.ts';
import type { DataOf, Gap, Rule } from './rule.ts';
import { scheduleRules } from './schedule.ts';
import { tlsRules } from './tls.ts';

/** Every rule of this version. */
export const rules = {
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

/** A rule's public name: people write it in `exceptions`. */
export type RuleName = keyof typeof rules;

export function ruleOf(name: RuleName): Rule {
  return rules[name];
}

/** What each rule's findings carry, by rule name. A message is a function of exactly this. */
export type RuleData = DataOf<typeof rules>;

/** The rules that speak of what the ledger does not say: each is a question to a person. */
export type GapRule = {
  [R in RuleName]: (typeof rules)[R] extends Gap ? R : never;
}[RuleName];

/** The names of all rules, as a ledger's exceptions may use them. */
export const ruleNames = Object.keys(rules) as readonly RuleName[];

export const gapRules = ruleNames.filter(isGapRule);

export function isRuleName(name: string): name is RuleName {
  return Object.hasOwn(rules, name);
}

export function isGapRule(name: RuleName): name is GapRule {
  return 'question' in rules[name];
}
