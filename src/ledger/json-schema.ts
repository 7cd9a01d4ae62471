export function ledgerJsonSchema(): Record<string, unknown> {
  return {};
}
