import type { DnsRules } from '../../rules/dns.ts';
import type { RuleMessages } from '../messages.ts';

export const dns: RuleMessages<DnsRules> = {};
