import type { RuleDefinition } from './rule.ts';

// biome-ignore lint/suspicious/noEmptyInterface: filled by the next step
export interface TlsRules {}

export const tlsRules: { readonly [R in keyof TlsRules]: RuleDefinition } = {};
