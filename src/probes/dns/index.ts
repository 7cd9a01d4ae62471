import { isServing } from '../../protocols/dns/views.ts';
import type { Probe } from '../probe.ts';
import { groupsOf } from './agreement.ts';
import { type DnsClaimCheck, planDns } from './claim.ts';
import { dnsDates, judgeDns, unseenDns } from './judge.ts';
import { contradictionOf } from './judge-resolver.ts';
import { type DnsFact, observeDns } from './observe.ts';
import { isSigningUnsettled } from './signing.ts';

export type { DnsClaimCheck } from './claim.ts';
export type { DnsFact } from './observe.ts';

/** Looks at DNS records and zones, at the authoritative servers themselves, and at whether those do their part. */
export const dnsProbe = {
  name: 'dns',
  part: 'dns',
  rules: ['dns/*'],
  needs: null,
  plan: planDns,
  observe: (claim, edge, signal) => observeDns(claim, edge.dns, signal),
  needsConfirmation: (claim, fact) =>
    [...fact.hops, ...(fact.signers === null ? [] : [fact.signers])].some(isUnsettled) ||
    fact.brokenOff !== null ||
    fact.signing.some(isSigningUnsettled) ||
    contradictionOf(claim, fact) !== null,
  unseen: unseenDns,
  judge: judgeDns,
  deadlines: dnsDates,
} as const satisfies Probe<DnsClaimCheck, DnsFact>;

/** Whether passing trouble may have made this: servers that failed, were silent or do not agree. */
function isUnsettled(hop: DnsFact['hops'][number]): boolean {
  const servers = [...hop.servers, ...(hop.zone?.servers ?? [])];
  const beyondRetry = ['no-ipv4', 'no-ipv6', 'blocked'];
  return (
    servers.some((each) => !isServing(each) && !beyondRetry.includes(each.outcome)) ||
    (hop.zone?.unresolved ?? []).some((each) => each.because !== 'no-address') ||
    groupsOf(hop).length > 1
  );
}
