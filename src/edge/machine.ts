import { createSocket } from 'node:dgram';
import { exhaustionOf, type ProbeFailure } from './failure.ts';
import { rootHints } from './root-hints.ts';

// What the machine that the check runs on has and lacks, by its own word: nothing is sent.

/**
 * Whether there is no way from here to public IPv4 addresses, as in a network of IPv6 alone. A way that leads nowhere
 * is a way. Asks the system how it would send to the root's servers.
 */
export async function lacksIPv4(): Promise<boolean> {
  const addresses = rootHints.map(({ address }) => address).filter((address) => !address.includes(':'));
  const errors = await Promise.all(addresses.slice(0, 3).map(connectError));
  return errors.every((error) => error !== null && exhaustionOf(error) === null);
}

/** The failure where the system gives this process no socket; null where it does. */
export async function socketFault(): Promise<ProbeFailure | null> {
  return exhaustionOf(await connectError('127.0.0.1'));
}

/** Why the system leads no UDP socket to an address; null where it does. */
function connectError(address: string): Promise<Error | null> {
  return new Promise((resolve) => {
    const socket = createSocket('udp4');
    const end = (error?: Error) => {
      socket.close();
      resolve(error ?? null);
    };
    // One of the two comes, and only one: what fails while the socket is bound is an event, what fails later is not.
    socket.once('error', end);
    socket.connect(53, address, end);
  });
}
