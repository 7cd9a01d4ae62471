import type { Address } from '../../protocols/address.ts';
import { mostTelling, ProbeFailure } from '../failure.ts';

/** How many addresses of a host are tried where any will do. */
const mostTried = 6;

/**
 * What the first of a host's addresses answers that answers at all: they are asked one after the other.
 *
 * @throws ProbeFailure of those that came the one that says most; `name-not-found` where there is no address
 */
export async function firstAnswer<T>(
  host: string,
  addresses: readonly Address[],
  ask: (address: string) => Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  const failures: ProbeFailure[] = [];
  for (const { address } of addresses.slice(0, mostTried)) {
    try {
      return await ask(address);
    } catch (error) {
      signal.throwIfAborted();
      // Where a connection stood, a browser waits too, and tries no other address.
      if (!(error instanceof ProbeFailure) || error.code === 'no-answer') throw error;
      failures.push(error);
    }
  }
  throw failures.length === 0 ? new ProbeFailure('name-not-found', host) : mostTelling(failures);
}
