/** An address that a name resolved to. */
export interface Address {
  readonly address: string;
  readonly family: 4 | 6;
}
