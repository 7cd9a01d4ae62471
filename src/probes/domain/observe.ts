import type { Edge } from '../../edge/edge.ts';
import { ProbeFailure } from '../../edge/failure.ts';
import type { RegistryEdge } from '../../edge/registry.ts';
import { isJp } from './claim.ts';
import type { DomainClaim, DomainFact } from './fact.ts';
import { readRdap, readRegistrarExpiry, registrarUrlOf } from './rdap.ts';
import { jprs, readJprs } from './whois-jp.ts';

export type WithRegistry = Edge & { readonly registry: RegistryEdge };

interface Seen {
  readonly fact: DomainFact;
  /** The host that answered. */
  readonly from: string | null;
}

/** Asks the registry about the domain: RDAP, or WHOIS for .jp, which has no RDAP. @throws ProbeFailure */
export async function observeDomain(
  claim: DomainClaim,
  { registry }: Pick<WithRegistry, 'registry'>,
  signal: AbortSignal,
): Promise<Seen> {
  const { domain, rdap } = claim;
  if (rdap === null && isJp(domain)) return askJprs(domain, registry, signal);
  const base = rdap ?? registry.rdapBaseOf(domain);
  if (base !== null) return askRdap(domain, base, rdap === null, registry, signal);
  const topLevelDomain = domain.slice(domain.lastIndexOf('.') + 1);
  return { fact: { type: 'no-server', topLevelDomain, listedOn: registry.rdapListedOn }, from: null };
}

async function askJprs(domain: string, registry: RegistryEdge, signal: AbortSignal): Promise<Seen> {
  const { server } = jprs;
  const registration = readJprs(await registry.whois(server, jprs.queryFor(domain), signal), domain);
  if (registration === null) return { fact: { type: 'not-registered', server }, from: server };
  return { fact: { type: 'registered', ...registration }, from: server };
}

/** `isListed`: the server is the registry's by IANA's list, not one that the ledger names. */
async function askRdap(
  domain: string,
  base: string,
  isListed: boolean,
  registry: RegistryEdge,
  signal: AbortSignal,
): Promise<Seen> {
  const url = `${base}${base.endsWith('/') ? '' : '/'}domain/${encodeURIComponent(domain)}`;
  const reply = await registry.rdap(url, signal);
  if (reply.type === 'not-found') {
    // An empty 404 may as well come from a wrong path that somebody wrote into the ledger.
    if (!reply.isExplicit && !isListed) throw new ProbeFailure('response-unexpected', 'HTTP 404');
    return { fact: { type: 'not-registered', server: reply.host }, from: reply.host };
  }
  const registration = readRdap(reply.body, domain);
  const registrarExpires =
    readRegistrarExpiry(reply.body, domain) ??
    (await askRegistrar(registrarUrlOf(reply.body), url, domain, registry, signal));
  return { fact: { type: 'registered', ...registration, registrarExpires }, from: reply.host };
}

/** A second opinion, one hop away: what the registrar's own server says. Null where it says nothing. */
async function askRegistrar(
  url: string | null,
  asked: string,
  domain: string,
  registry: RegistryEdge,
  signal: AbortSignal,
): Promise<string | null> {
  if (url === null || url === asked) return null;
  try {
    const reply = await registry.rdap(url, signal);
    return reply.type === 'found' ? readRegistrarExpiry(reply.body, domain) : null;
  } catch (error) {
    if (signal.aborted || !(error instanceof ProbeFailure)) throw error;
    return null;
  }
}
