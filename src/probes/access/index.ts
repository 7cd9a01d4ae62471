import type { Probe } from '../probe.ts';
import { planConsoles } from './claim.ts';
import type { ConsoleClaim, ConsoleFact } from './fact.ts';
import { unseenConsole } from './judge.ts';
import { observeConsole } from './observe.ts';

export type { ConsoleClaim, ConsoleFact } from './fact.ts';

/** Asks the consoles of `access` and `entrance` whether anything answers there. */
export const accessProbe = {
  name: 'access',
  part: 'access',
  rules: ['access/console-unreachable'],
  needs: null,
  plan: planConsoles,
  observe: (claim, edge, signal) => observeConsole(claim, edge.http, signal),
  // Any answer is one, however the console feels today.
  needsConfirmation: () => false,
  unseen: unseenConsole,
  judge: () => [],
  deadlines: () => [],
} as const satisfies Probe<ConsoleClaim, ConsoleFact>;
