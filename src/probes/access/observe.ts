import { ProbeFailure } from '../../edge/failure.ts';
import { firstAnswer } from '../../edge/http/first.ts';
import type { HttpEdge } from '../../edge/http-edge.ts';
import { isInPrivateNetwork, isPrivateName } from '../../edge/network.ts';
import { hostAndPort } from '../../protocols/place.ts';
import type { ConsoleClaim, ConsoleFact } from './fact.ts';

const timeoutMs = 20_000;
/** The head of the answer says all. */
const maxBytes = 1024;

/**
 * Asks a console for any answer, at one address after the other, without credentials and whatever its certificate:
 * a browser warns of that one, and lets people in.
 *
 * @throws ProbeFailure where no address answered; `private-network` where the name leads into one and the guard keeps
 * this run out.
 */
export async function observeConsole(
  { url: text }: ConsoleClaim,
  http: HttpEdge,
  signal: AbortSignal,
): Promise<{ fact: ConsoleFact; from: string | null }> {
  const url = new URL(text);
  const { host, port } = hostAndPort(url);
  const addresses = await addressesOf(host, port, http, signal);
  const ask = (address: string) => http.get({ url: url.href, address, timeoutMs, maxBytes }, signal);
  try {
    const { status, address } = await firstAnswer(host, addresses, ask, signal);
    return { fact: { status }, from: address };
  } catch (error) {
    const isBlocked = error instanceof ProbeFailure && error.code === 'blocked';
    const isName = addresses.every(({ address }) => address !== host);
    const isPrivate = addresses.every(({ address }) => isInPrivateNetwork(address));
    throw isBlocked && isName && isPrivate
      ? new ProbeFailure('private-network', addresses[0]!.address)
      : error;
  }
}

/** A name that public DNS cannot know belongs to somebody's own network. */
async function addressesOf(host: string, port: number, http: HttpEdge, signal: AbortSignal) {
  try {
    const addresses = await http.addresses(host, port, signal);
    if (addresses.length === 0) throw new ProbeFailure('name-not-found', host);
    return addresses;
  } catch (error) {
    const isNowhere = error instanceof ProbeFailure && error.code === 'name-not-found';
    throw isNowhere && isPrivateName(host) ? new ProbeFailure('private-network', host) : error;
  }
}
