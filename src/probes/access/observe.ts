import { hostAndPort } from '../../edge/http/place.ts';
import type { HttpAnswer, HttpEdge } from '../../edge/http.ts';
import { isInPrivateNetwork, isPrivateName } from '../../edge/network.ts';
import { signOf } from '../endpoint/signs.ts';
import { decodeText, normalizeText, titleOf, visibleText } from '../endpoint/text.ts';
import { mostTelling, ProbeFailure } from '../failure.ts';
import type { ConsoleClaim, ConsoleFact } from './fact.ts';

const timeoutMs = 20_000;
/** Enough to know a page that turns machines away. */
const maxBytes = 262_144;
const mostTried = 6;

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
  const failures: ProbeFailure[] = [];
  for (const { address } of addresses.slice(0, mostTried)) {
    try {
      const answer = await http.get({ url: url.href, address, timeoutMs, maxBytes }, signal);
      return { fact: factOf(url.href, answer), from: address };
    } catch (error) {
      if (signal.aborted || !(error instanceof ProbeFailure) || error.code === 'deadline') throw error;
      failures.push(error);
    }
  }
  const isName = addresses.every(({ address }) => address !== host);
  const isPrivate = addresses.every(({ address }) => isInPrivateNetwork(address));
  if (isName && isPrivate && failures.every(({ code }) => code === 'blocked')) {
    throw new ProbeFailure('private-network', addresses[0]!.address);
  }
  throw mostTelling(failures);
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

function factOf(url: string, { status, headers, body }: HttpAnswer): ConsoleFact {
  const html = decodeText(body, headers.get('content-type')?.[0] ?? null);
  const text = normalizeText(visibleText(html));
  const sign = signOf({ url, status, headers, title: titleOf(html), html, text });
  return { status, challengedBy: sign?.type === 'challenge' ? sign.by : null };
}
