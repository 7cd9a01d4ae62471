import type { FailureCode } from '../edge/failure.ts';

const unreachable: ReadonlySet<FailureCode> = new Set([
  'timeout',
  'no-answer',
  'refused',
  'reset',
  'no-route',
  'name-not-found',
]);

/** Whether no connection came about, or no answer over it: the fault of the other side, where something else could be reached. */
export function isUnreachable(code: FailureCode): boolean {
  return unreachable.has(code);
}

/** How one address of a server is named among what could not be reached. */
export function addressName(place: string, address: string): string {
  return `${place} ${address}`;
}
