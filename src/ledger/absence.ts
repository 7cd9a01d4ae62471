/** A value that the ledger says it does not have. */
export type Absence =
  /** `unknown`: a hole that somebody knows of. */
  | { readonly type: 'unknown' }
  /** `{ none: "reason" }`: said not to exist. */
  | { readonly type: 'none'; readonly reason: string };
