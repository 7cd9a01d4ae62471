import type { ChecklistRules } from '../../rules/checklist.ts';
import type { RuleMessages } from '../messages.ts';

export const checklist: RuleMessages<ChecklistRules> = {};
