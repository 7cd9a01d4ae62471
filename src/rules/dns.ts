import type { RuleDefinition } from './rule.ts';

// biome-ignore lint/suspicious/noEmptyInterface: filled by the next step
export interface DnsRules {}

export const dnsRules: { readonly [R in keyof DnsRules]: RuleDefinition } = {};
