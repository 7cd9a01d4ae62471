import type { RuleDefinition } from './rule.ts';

// biome-ignore lint/suspicious/noEmptyInterface: filled by the next step
export interface ChecklistRules {}

export const checklistRules: { readonly [R in keyof ChecklistRules]: RuleDefinition } = {};
