import type { AccountState } from '../../edge/accounts.ts';

/** An account on GitHub, and every contact that the ledger says it belongs to. */
export interface AccountClaim {
  /** A user, or `organization/team`, as the ledger writes it first. */
  readonly account: string;
  readonly contacts: readonly AccountHolder[];
}

export interface AccountHolder {
  /** The contact's id. */
  readonly id: string;
  readonly isOnRoute: boolean;
  readonly party: string | null;
  /** Ids of `access` and `entrance` that this contact may enter. */
  readonly accesses: readonly string[];
}

export interface AccountFact {
  readonly state: AccountState;
}
