import { isRetryable } from '../../edge/failure.ts';
import type { Probe } from '../probe.ts';
import { planCertificates } from './claim.ts';
import type { CertificateClaim, CertificateFact, ServerFact } from './fact.ts';
import { certificateDates, judgeCertificate, unseenCertificate } from './judge.ts';
import { observeCertificate } from './observe.ts';

export type { CertificateClaim, CertificateFact } from './fact.ts';

/** Looks at certificates as a visitor's program meets them: one handshake at every address, with the host's name. */
export const certificateProbe = {
  name: 'certificate',
  part: 'certificates',
  rules: ['tls/*', 'schedule/too-rare'],
  needs: null,
  plan: planCertificates,
  observe: (claim, edge, signal) => observeCertificate(claim, edge, signal),
  needsConfirmation: (_claim, fact) => fact.servers.some(mayPass),
  unseen: unseenCertificate,
  judge: judgeCertificate,
  deadlines: certificateDates,
} as const satisfies Probe<CertificateClaim, CertificateFact>;

/** Whether passing trouble may have caused what was seen of a server, or kept its issuer from being fetched. */
function mayPass({ end }: ServerFact): boolean {
  if (end.type === 'failed') return isRetryable(end);
  return end.type === 'shown' && end.trust.type === 'untrusted' && end.trust.isIssuerUnavailable;
}
