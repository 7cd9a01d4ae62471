/** An address that a name resolved to. */
export interface Address {
  readonly address: string;
  readonly family: 4 | 6;
}

/** An address, IPv4 or IPv6, with its family. */
export function addressOf(address: string): Address {
  return { address, family: address.includes(':') ? 6 : 4 };
}
