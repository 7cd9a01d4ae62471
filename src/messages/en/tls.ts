import type { TlsRules } from '../../rules/tls.ts';
import type { RuleMessages } from '../messages.ts';

export const tls: RuleMessages<TlsRules> = {};
