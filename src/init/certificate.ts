import type { Edge } from '../edge/edge.ts';
import { ProbeFailure } from '../edge/failure.ts';
import { unclaimed } from '../probes/certificate/claim.ts';
import { observeCertificate } from '../probes/certificate/observe.ts';
import { renewalOf } from '../probes/certificate/renewal.ts';
import type { Place } from '../protocols/place.ts';
import { dayMs } from '../text/values.ts';
import type { CertificateSeen } from './seen.ts';

/** Nobody renews by hand what has to be renewed four times a year. */
const longestByHandMs = 100 * dayMs;

/** The certificate of a host, and which of `names` it covers. @throws ProbeFailure where none was shown */
export async function seeCertificate(
  place: Place,
  names: readonly string[],
  edge: Pick<Edge, 'tls' | 'http'>,
  signal: AbortSignal,
): Promise<CertificateSeen> {
  const claim = { ...unclaimed(place), names };
  const { fact } = await observeCertificate(claim, edge, signal);
  const shown = fact.servers.flatMap(({ end }) => (end.type === 'shown' ? [end] : []));
  const [first] = shown;
  if (first === undefined) {
    const failed = fact.servers.find(({ end }) => end.type === 'failed')?.end;
    throw failed?.type === 'failed'
      ? new ProbeFailure(failed.code, failed.detail)
      : new ProbeFailure('tls-failed');
  }
  const leaves = shown.map(({ chain }) => chain[0]!);
  const renewal = renewalOf(leaves[0]!, claim, 0);
  const isByIssuer = renewal.by === 'itself';
  const isShort = renewal.lifetime <= longestByHandMs;
  const ends = leaves.map(({ notAfter }) => notAfter).sort();
  return {
    issuers: [...new Set(leaves.flatMap(({ issuerOrganisation }) => issuerOrganisation ?? []))],
    names: names.filter((name) =>
      shown.every(({ uncovered }) => name === place.host || !uncovered.includes(name)),
    ),
    renewal: isByIssuer || isShort ? 'automatic' : 'manual',
    inferredBy: !isByIssuer && isShort ? 'lifetime' : 'issuer',
    lastDay: ends[0]!.slice(0, 10),
    isTrusted: shown.every(
      ({ trust, matchesHost }) => matchesHost && (trust.type === 'trusted' || trust.type === 'incomplete'),
    ),
    serials: [...new Set(leaves.map(({ serial }) => serial))],
  };
}
