import type { HttpRules } from '../../rules/http.ts';
import type { RuleMessages } from '../messages.ts';

export const http: RuleMessages<HttpRules> = {};
