import type { Ledger } from '../../ledger/schema.ts';
import { asciiName } from '../../protocols/dns/name.ts';
import { roughDays } from '../../text/values.ts';
import type { Check } from '../probe.ts';
import type { DomainClaim } from './fact.ts';

/** Every domain of the ledger. Which part of a name is registered, nobody can see from it: the claim names that part. */
export function planDomains(ledger: Ledger): Check<DomainClaim>[] {
  return Object.entries(ledger.reality.domains ?? {}).map(([written, said]) => {
    const domain = asciiName(written) ?? written.toLowerCase();
    const leadTime = said['lead-time'];
    const claim: DomainClaim = {
      domain,
      registrar: said.registrar ?? null,
      renewal: said.renewal ?? null,
      leadTimeDays: leadTime === undefined ? null : roughDays(leadTime),
      transferLock: said['transfer-lock'] ?? null,
      expires: said.expires ?? null,
      evidence: said.evidence ?? null,
      rdap: said.rdap ?? null,
    };
    return { probe: 'domain', subject: domain, path: ['reality', 'domains', written], claim };
  });
}

/** Whether JPRS registers it: its dates and states mean something else than those of other registries. */
export function isJp(domain: string): boolean {
  return domain.endsWith('.jp');
}
