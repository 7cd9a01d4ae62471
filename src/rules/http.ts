import type { RuleDefinition } from './rule.ts';

// biome-ignore lint/suspicious/noEmptyInterface: filled by the next step
export interface HttpRules {}

export const httpRules: { readonly [R in keyof HttpRules]: RuleDefinition } = {};
