import type { Probe } from '../probe.ts';
import { planDomains } from './claim.ts';
import type { DomainClaim, DomainFact } from './fact.ts';
import { domainDates, judgeDomain, unseenDomain } from './judge.ts';
import { observeDomain, type WithRegistry } from './observe.ts';

export type { DomainClaim, DomainFact } from './fact.ts';

/** Looks at a domain's registration: whether it exists, how long, in which state, at which registrar. */
export const domainProbe = {
  name: 'domain',
  part: 'domains',
  rules: ['domain/*'],
  needs: null,
  plan: planDomains,
  observe: (claim, edge, signal) => observeDomain(claim, edge as WithRegistry, signal),
  // What a registry answers is complete, however unwelcome.
  needsConfirmation: () => false,
  unseen: unseenDomain,
  judge: judgeDomain,
  deadlines: domainDates,
} as const satisfies Probe<DomainClaim, DomainFact>;
