/** Says that a test made so many attacks or faults; `npm run attack` counts a test that says nothing as one. */
export function countAttacks(task: { readonly meta: object }, attacks: number): void {
  Object.assign(task.meta, { attacks });
}
