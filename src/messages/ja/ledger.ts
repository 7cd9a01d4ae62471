import type { LedgerRules } from '../../rules/ledger.ts';
import type { RuleMessages } from '../messages.ts';

export const ledger: RuleMessages<LedgerRules> = undefined as never;
