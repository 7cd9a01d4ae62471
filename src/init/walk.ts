import { mostTelling, ProbeFailure } from '../edge/failure.ts';
import { hostAndPort } from '../edge/http/place.ts';
import type { HttpAnswer, HttpEdge } from '../edge/http.ts';
import { openCookieJar } from '../probes/endpoint/cookies.ts';
import type { Address } from '../protocols/address.ts';

const timeoutMs = 20_000;
const maxBytes = 1_048_576;
const mostRedirects = 10;
const mostTried = 6;

/** Where a visitor ends, and what stands there. */
export interface Walk {
  readonly url: URL;
  readonly answer: HttpAnswer;
}

/** Follows redirects to the page where they end. @throws ProbeFailure where it could not be seen */
export async function walk(start: URL, http: HttpEdge, signal: AbortSignal): Promise<Walk> {
  const cookies = openCookieJar();
  let url = start;
  for (let hop = 0; hop <= mostRedirects; hop += 1) {
    const { host, port } = hostAndPort(url);
    const addresses = await http.addresses(host, port, signal);
    const answer = await askFirst(addresses.slice(0, mostTried), (address) =>
      http.get({ url: url.href, address, timeoutMs, maxBytes, cookie: cookies.headerFor(url) }, signal),
    );
    if (answer.redirectsTo === null) return { url, answer };
    cookies.keep(url, answer.headers.get('set-cookie') ?? []);
    url = answer.redirectsTo;
  }
  throw new ProbeFailure('response-unexpected', 'redirects');
}

async function askFirst(
  addresses: readonly Address[],
  ask: (address: string) => Promise<HttpAnswer>,
): Promise<HttpAnswer> {
  const failures: ProbeFailure[] = [];
  for (const { address } of addresses) {
    try {
      return await ask(address);
    } catch (error) {
      if (!(error instanceof ProbeFailure) || error.code === 'deadline') throw error;
      failures.push(error);
    }
  }
  throw mostTelling(failures);
}
