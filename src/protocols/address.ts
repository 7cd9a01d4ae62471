/** An address that a name resolved to. */
export interface Address {
  readonly address: string;
  readonly family: 4 | 6;
}

/** An address, IPv4 or IPv6, with its family. */
export function addressOf(address: string): Address {
  return { address, family: isIPv6(address) ? 6 : 4 };
}

export function isIPv6(address: string): boolean {
  return address.includes(':');
}

/** IPv4 first, or IPv6 where there is no IPv4; else in their order. */
export function byFamily<T extends { readonly address: string }>(
  servers: readonly T[],
  lacksIPv4: boolean,
): T[] {
  return [
    ...servers.filter((each) => isIPv6(each.address) === lacksIPv4),
    ...servers.filter((each) => isIPv6(each.address) !== lacksIPv4),
  ];
}
