import { ProbeFailure } from '../failure.ts';

/**
 * That nobody can resolve the name, as was seen: its name servers wait for each other, have no addresses, or answer
 * and do not serve it. What is only silent, or out of reach from here, is none.
 */
export class DeadEnd extends ProbeFailure {
  constructor(detail: string) {
    super('name-unresolvable', detail);
  }
}
