import type { MailRules } from '../../rules/mail.ts';
import type { RuleMessages } from '../messages.ts';

export const mail: RuleMessages<MailRules> = {};
