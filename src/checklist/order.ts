import type { Finding } from '../rules/finding.ts';
import type { Cause, ItemNumber } from '../rules/rule.ts';

/** The three items to start with: somebody to call, a way in, a way back. */
export const startWith: readonly ItemNumber[] = [2, 7, 5];

const causes: readonly Cause[] = ['access', 'contact', 'procedure'];

/** The order in which holes are filled: the three to start with, then access, contact, procedure. */
export function orderOfHoles(findings: readonly Finding[]): Finding[] {
  const rank = (each: Finding) => {
    const started = startWith.findIndex((item) => each.items.includes(item));
    return [
      started < 0 ? startWith.length : started,
      causes.indexOf(each.cause),
      // What holds no item comes after what does.
      each.items[0] ?? 11,
    ] as const;
  };
  return findings.toSorted((a, b) => {
    const [x, y] = [rank(a), rank(b)];
    return x[0] - y[0] || x[1] - y[1] || x[2] - y[2] || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  });
}
