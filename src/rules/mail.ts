import type { RuleDefinition } from './rule.ts';

// biome-ignore lint/suspicious/noEmptyInterface: filled with the probe
export interface MailRules {}

export const mailRules: { readonly [R in keyof MailRules]: RuleDefinition } = {};
