import type { DomainRules } from '../../rules/domain.ts';
import type { RuleMessages } from '../messages.ts';

export const domain: RuleMessages<DomainRules> = {};
