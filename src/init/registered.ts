import type { Edge } from '../edge/edge.ts';
import type { Look } from '../edge/failure.ts';
import type { DomainClaim, DomainFact } from '../probes/domain/index.ts';
import { observeDomain } from '../probes/domain/observe.ts';

/** Under which JPRS registers, so that they are nobody's own. */
const jpSecondLevel = /^(?:ac|ad|co|ed|go|gr|lg|ne|or)\.jp$/;

type Ask = (edge: Pick<Edge, 'registry'>, signal: AbortSignal) => Promise<DomainFact>;

/**
 * Which part of `zone` is registered: the shortest name that the registry knows, since the name does not show it
 * alone. Where nobody says, the zone itself.
 */
export async function findRegistration(
  zone: string,
  look: (ask: Ask) => Promise<Look<DomainFact>>,
): Promise<{ domain: string; registration: Look<DomainFact> }> {
  const labels = zone.split('.');
  const names = labels
    .slice(1)
    .map((_label, index) => labels.slice(labels.length - 2 - index).join('.'))
    .filter((name) => !jpSecondLevel.test(name));
  let last: { domain: string; registration: Look<DomainFact> } | null = null;
  for (const domain of names) {
    const registration = await look(
      async (edge, signal) => (await observeDomain(claimOf(domain), edge as Edge, signal)).fact,
    );
    if (registration.type === 'seen' && registration.seen.type === 'registered')
      return { domain, registration };
    // That a shorter name could not be asked about counts more than that a longer one is none.
    if (last?.registration.type !== 'unseen') last = { domain: zone, registration };
    if (registration.type === 'seen' && registration.seen.type === 'no-server') break;
  }
  return last ?? { domain: zone, registration: { type: 'unseen', code: 'not-said', detail: null } };
}

function claimOf(domain: string): DomainClaim {
  return {
    domain,
    registrar: null,
    renewal: null,
    leadTimeDays: null,
    transferLock: null,
    expires: null,
    evidence: null,
    rdap: null,
  };
}
