import type { Ledger } from '../ledger/schema.ts';
import type { RuleName } from '../rules/index.ts';
import { accessProbe } from './access/index.ts';
import { accountProbe } from './account/index.ts';
import { backupProbe } from './backup/index.ts';
import { caaProbe } from './caa/index.ts';
import { certificateProbe } from './certificate/index.ts';
import { dnsProbe } from './dns/index.ts';
import { documentProbe } from './document/index.ts';
import { domainProbe } from './domain/index.ts';
import { endpointProbe } from './endpoint/index.ts';
import { mailProbe } from './mail/index.ts';
import type { PlannedCheck } from './observe.ts';
import type { AnyProbe } from './probe.ts';

/**
 * Every probe, in the order in which a report lists what was looked at: the one table of what can be looked at. What
 * `only` takes, what the issue remembers a finding by, which exceptions a run can call unused, the report's schema
 * and the lines on what was not asked all follow from it. A new probe is one line here.
 */
const table = [
  endpointProbe,
  certificateProbe,
  dnsProbe,
  caaProbe,
  mailProbe,
  domainProbe,
  backupProbe,
  accessProbe,
  accountProbe,
  documentProbe,
] as const satisfies readonly AnyProbe[];

/** What `only` can name. */
export type Part = (typeof table)[number]['part'];

/** What `observations` of a report can name. */
export type ProbeName = (typeof table)[number]['name'];

/** A probe of the table. */
export type KnownProbe = AnyProbe & { readonly name: ProbeName; readonly part: Part };

export const probes: readonly KnownProbe[] = table;

/** What `only` can name, in the table's order. */
export const parts: readonly Part[] = [...new Set(table.map(({ part }) => part))];

/** What is to be looked at, with the probe that does. */
export interface KnownCheck extends PlannedCheck {
  readonly probe: KnownProbe;
}

/** All that the ledger claims and that can be looked at, in the table's order. */
export function planChecks(ledger: Ledger): KnownCheck[] {
  return probes.flatMap((probe) => probe.plan(ledger).map((check) => ({ probe, check })));
}

/** The parts whose looks can end in a finding of the rule, in the table's order; none for what the ledger's text says. */
export function partsOfRule(rule: RuleName): Part[] {
  const family = `${rule.slice(0, rule.indexOf('/'))}/*`;
  if (family === 'probe/*') return [...parts];
  // What people confirm of the ledger as a whole.
  if (rule === 'ledger/review-due') return ['people'];
  const makers = probes.filter(({ rules }) => rules.some((each) => each === rule || each === family));
  return [...new Set(makers.map(({ part }) => part))];
}
