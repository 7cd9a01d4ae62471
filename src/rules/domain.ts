import type { RuleDefinition } from './rule.ts';

// biome-ignore lint/suspicious/noEmptyInterface: filled with the probe
export interface DomainRules {}

export const domainRules: { readonly [R in keyof DomainRules]: RuleDefinition } = {};
