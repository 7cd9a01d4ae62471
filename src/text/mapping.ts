/** Whether a value of YAML or JSON has keys: it is neither a list, nor null, nor a scalar. */
export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
