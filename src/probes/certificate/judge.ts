import type { FailureCode } from '../../edge/failure.ts';
import type { LedgerPath } from '../../ledger/path.ts';
import { type Finding, finding } from '../../rules/finding.ts';
import type { RuleData } from '../../rules/index.ts';
import type { FindingParts } from '../../rules/rule.ts';
import type { InChain, TlsPlace, TlsRules } from '../../rules/tls.ts';
import { instantOf, isoTime } from '../../text/time.ts';
import { dayMs } from '../../text/values.ts';
import { judgeFailure, noticeOf, type Unseen } from '../judge-unseen.ts';
import { type Check, type JudgeContext, type KnownDate, type SeenCheck, slackMs } from '../probe.ts';
import { addressName, isUnreachable } from '../unreachable.ts';
import type {
  CertificateClaim,
  CertificateDescription,
  CertificateFact,
  RootDescription,
  ServerFact,
  Shown,
} from './fact.ts';
import { isOrganisation } from './organisation.ts';
import { neededInterval, type Renewal, renewalOf } from './renewal.ts';

type SeenCertificate = SeenCheck<CertificateClaim, CertificateFact>;

/** All that speaks about one host's certificate. */
interface Case {
  readonly claim: CertificateClaim;
  readonly subject: string;
  readonly path: LedgerPath;
  readonly context: JudgeContext;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** A server that showed a certificate. */
interface Server {
  readonly address: string;
  readonly shown: Shown;
  readonly leaf: CertificateDescription;
}

/** Every fault that the servers show, each reported once; what follows from another is not reported beside it. */
export function judgeCertificate({ check, fact }: SeenCertificate, context: JudgeContext): Finding[] {
  const it = caseOf(check, context);
  const { servers } = fact;
  const shown = shownBy(fact);
  const states = judgeStates(it, servers);
  return [
    ...judgeSilent(it, servers),
    ...states,
    ...judgeAgreement(it, shown, states),
    ...judgeDates(it, shown).findings,
  ];
}

/** The dates that come next for the certificate that ends first. */
export function certificateDates({ check, fact }: SeenCertificate, context: JudgeContext): KnownDate[] {
  return judgeDates(caseOf(check, context), shownBy(fact)).dates;
}

function caseOf({ claim, subject, path }: Check<CertificateClaim>, context: JudgeContext): Case {
  return { claim, subject, path, context, now: context.now.epochMilliseconds };
}

function shownBy(fact: CertificateFact): Server[] {
  return fact.servers.flatMap(({ address, end }) =>
    end.type === 'shown' ? [{ address, shown: end, leaf: end.chain[0]! }] : [],
  );
}

// What could not be seen.

/** A host of which no server got as far as a handshake. */
export function unseenCertificate(
  { subject, path }: Check<CertificateClaim>,
  { operator, unreachable }: JudgeContext,
): readonly Unseen[] {
  const unseen: Unseen = { subject, path, party: operator, items: [8], what: subject };
  // Where the endpoint says that the server is down, this is no second fault.
  const isReported = unreachable.has(subject);
  const judged: Unseen['judged'] = (failure) =>
    isReported && isUnreachable(failure.code) ? [noticeOf(unseen, failure)] : null;
  return [{ ...unseen, judged }];
}

/** Some servers showed nothing while others did; what this place lacks is reported once. */
function judgeSilent({ subject, path, context }: Case, servers: readonly ServerFact[]): Finding[] {
  const place = { subject, path, party: context.operator, items: [8] } as const;
  const findings = servers.flatMap(({ address, end }) => {
    if (end.type !== 'failed' || end.code === 'tls-failed') return [];
    const unseen = isLack(end.code)
      ? { ...place, what: subject }
      : { ...place, distinction: address, what: `${subject} (${address})` };
    const detail = end.code === 'blocked' ? (end.detail ?? address) : end.detail;
    if (isUnreachable(end.code) && context.unreachable.has(addressName(subject, address))) {
      return [noticeOf(unseen, end)];
    }
    return judgeFailure(unseen, { code: end.code, detail }, context);
  });
  return [...new Map(findings.map((each) => [JSON.stringify([each.id, each.data]), each])).values()];
}

/** What this place can never see at any address alike. */
function isLack(code: FailureCode): boolean {
  return code === 'no-ipv4' || code === 'no-ipv6' || code === 'port-25' || code === 'behind-proxy';
}

// What the servers show.

type StateRule = Exclude<keyof TlsRules, DateRule | 'tls/addresses-disagree'>;

/** A fault at one server, before it is joined with the same fault at others. */
interface State {
  readonly rule: StateRule;
  /** Without host, port and addresses. */
  readonly data: object;
  /** The key of the claim that it speaks of. */
  readonly key?: string;
  /** Distinguishes it from another of the same rule at the same server. */
  readonly serial?: string;
  readonly acceptable?: boolean;
  /** When it stops, or stopped, working; milliseconds since 1970. */
  readonly deadline?: number;
}

function judgeStates(it: Case, servers: readonly ServerFact[]): Finding[] {
  const groups = new Map<string, { state: State; addresses: string[] }>();
  for (const server of servers) {
    for (const state of statesOf(it, server)) {
      const key = JSON.stringify([state.rule, state.data, state.serial]);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { state, addresses: [server.address] });
      else group.addresses.push(server.address);
    }
  }
  const all = [...groups.values()];
  return all.map(({ state, addresses }) => {
    const same = all.filter(({ state: { rule } }) => rule === state.rule);
    const isTwice = same.some(
      (each) => each.state !== state && each.addresses.some((address) => addresses.includes(address)),
    );
    const distinction = isTwice ? (state.serial ?? addresses[0]) : addresses[0];
    return finding(state.rule, {
      subject: it.subject,
      ...(same.length === 1 || distinction === undefined ? {} : { distinction }),
      data: {
        host: it.claim.host,
        port: it.claim.port,
        addresses: addresses.length === servers.length ? [] : addresses,
        ...state.data,
      } as RuleData[StateRule],
      path: state.key === undefined ? it.path : [...it.path, state.key],
      party: it.context.operator,
      ...(state.deadline === undefined ? {} : { deadline: instantOf(state.deadline) }),
      ...(state.acceptable === undefined ? {} : { acceptable: state.acceptable }),
    });
  });
}

/** Every fault of one server, the worst first. */
function statesOf(it: Case, { end }: ServerFact): State[] {
  if (end.type === 'failed') {
    return end.code === 'tls-failed' ? [state('tls/handshake-failed', { code: end.detail ?? end.code })] : [];
  }
  const { chain, trust } = end;
  const leaf = chain[0]!;
  const isForHost = end.matchesHost;
  const { weakness } = end;
  const isTrusted = trust.type !== 'self-signed' && trust.type !== 'untrusted';
  return [
    ...(end.isOldProtocolOnly ? [state('tls/old-protocol-only', { protocol: end.protocol })] : []),
    ...judgeValidity(it, end),
    ...(isForHost ? [] : [state('tls/hostname-mismatch', { names: leaf.names })]),
    ...judgeTrust(it, end),
    ...judgeRevocation(end),
    ...judgeStrength(end),
    // Where another host's certificate is served, its names and its issuer are no news.
    ...(isForHost ? judgeNames(end) : []),
    ...(isForHost && isTrusted ? judgeIssuer(it, leaf) : []),
    ...(end.lacksStaple === true ? [state('tls/staple-missing', {})] : []),
    ...(weakness === undefined ? [] : [state('tls/weak-handshake', { code: weakness })]),
    ...(end.oldProtocol === null ? [] : [state('tls/old-protocol', { protocol: end.oldProtocol })]),
  ];
}

function state<R extends StateRule>(
  rule: R,
  data: Omit<TlsRules[R], keyof TlsPlace>,
  more: Omit<State, 'rule' | 'data'> = {},
): State {
  return { rule, data, ...more };
}

/** What a certificate is in its chain, and what distinguishes it there. */
function inChain(certificate: CertificateDescription, index: number): InChain {
  return { which: index === 0 ? 'leaf' : 'intermediate', subject: certificate.subject };
}

function judgeValidity(it: Case, { chain, root }: Shown): State[] {
  const leafEnds = Date.parse(chain[0]!.notAfter);
  const { lead } = renewalOf(chain[0]!, it.claim, it.context.leadTimeDays);
  const soon = it.context.next.epochMilliseconds + lead;
  return chain.flatMap((each, index): State[] => {
    const { notBefore, notAfter, serial, isNeeded } = each;
    const place = inChain(each, index);
    const ends = Date.parse(notAfter);
    if (isNeeded && Date.parse(notBefore) > it.now) {
      return [state('tls/not-yet-valid', { ...place, notBefore }, { serial })];
    }
    if (isNeeded && ends <= it.now) {
      return [state('tls/expired', { ...place, notAfter }, { serial, deadline: ends })];
    }
    // A root that has ended is reported by what it costs: trust.
    if (serial === root?.serial && !isInForce(root, it.now)) return [];
    if (index > 0 && ends < leafEnds && ends <= soon) {
      return [state('tls/intermediate-expires', { ...place, notAfter }, { serial, deadline: ends })];
    }
    return [];
  });
}

function judgeTrust({ now }: Case, { chain, trust, root, errorCode }: Shown): State[] {
  const untrusted = (missing: boolean) => {
    const top = chain.at(-1)!;
    const issuer = top.issuerOrganisation ?? (top.issuer === '' ? null : top.issuer);
    return state('tls/untrusted-root', { issuer, code: errorCode, missing });
  };
  const rooted = root === null || isInForce(root, now) ? [] : [untrusted(false)];
  switch (trust.type) {
    case 'self-signed':
      return [state('tls/self-signed', {})];
    case 'incomplete':
      return [state('tls/incomplete-chain', { missing: trust.missing }), ...rooted];
    case 'untrusted':
      return [untrusted(trust.isIssuerUnavailable)];
    default:
      return rooted;
  }
}

function isInForce({ notBefore, notAfter }: RootDescription, now: number): boolean {
  return Date.parse(notBefore) <= now && now < Date.parse(notAfter);
}

/** A list past its time still shows what was taken back; that nothing was, it does not, which needs no finding. */
function judgeRevocation({ chain }: Shown): State[] {
  return chain.flatMap((each, index): State[] => {
    const { revocation, serial } = each;
    if (revocation?.type === 'not-known') {
      const data = { ...inChain(each, index), lists: revocation.lists };
      return [state('tls/revocation-unknown', data, { serial })];
    }
    if (revocation?.type !== 'revoked') return [];
    return [state('tls/revoked', { ...inChain(each, index), revokedAt: revocation.at }, { serial })];
  });
}

function judgeStrength({ chain, trust, errorCode }: Shown): State[] {
  const leaf = chain[0]!;
  const states: State[] = [];
  const isUnfit = trust.type === 'wrong-purpose' || errorCode === 'INVALID_PURPOSE';
  if (isUnfit || chain.some((each) => each.isNeeded && !each.isForServers)) {
    states.push(state('tls/wrong-purpose', {}));
  }
  for (const [index, each] of chain.entries()) {
    if (!each.isNeeded) continue;
    const more = { serial: each.serial };
    if (each.isWeakKey) states.push(state('tls/weak-key', { ...inChain(each, index), key: each.key }, more));
    // Nobody relies on the signature that a certificate puts on itself.
    const isOwn = each === leaf && trust.type === 'self-signed';
    if (each.isWeakSignature && !isOwn) {
      const data = { ...inChain(each, index), algorithm: each.signature };
      states.push(state('tls/weak-signature', data, more));
    }
  }
  return states;
}

function judgeNames({ uncovered, chain }: Shown): State[] {
  if (uncovered.length === 0) return [];
  return [state('tls/name-not-covered', { missing: uncovered, names: chain[0]!.names }, { key: 'names' })];
}

function judgeIssuer({ claim }: Case, { issuerOrganisation, issuer }: CertificateDescription): State[] {
  if (claim.issuers.length === 0) return [];
  if (claim.issuers.some((each) => isOrganisation(each, issuerOrganisation ?? issuer))) return [];
  const data = { expected: claim.issuers, issuer: issuerOrganisation };
  return [state('tls/issuer-differs', data, { key: 'issuer', acceptable: issuerOrganisation !== null })];
}

// What the servers do not agree on.

/**
 * Servers that serve different certificates. While certificates are renewed one server after the other, and where
 * each server has its own, that is as it should be; so it is reported where renewal is by hand, or where one server
 * missed it, and only where no fault of single servers reports it already.
 */
function judgeAgreement(it: Case, shown: readonly Server[], states: readonly Finding[]): Finding[] {
  const groups = new Map<string, { addresses: string[]; leaf: CertificateDescription }>();
  for (const { address, leaf } of shown) {
    const group = groups.get(leaf.serial);
    if (group === undefined) groups.set(leaf.serial, { addresses: [address], leaf });
    else group.addresses.push(address);
  }
  if (groups.size < 2) return [];
  const isReported = states.some(({ data }) => ((data as Partial<TlsPlace>).addresses ?? []).length > 0);
  const leaves = [...groups.values()].map(({ leaf }) => leaf);
  const renewals = leaves.map((leaf) => renewalOf(leaf, it.claim, it.context.leadTimeDays));
  const isMissed = (renewal: Renewal) => renewal.by === 'itself' && it.now > renewal.overdueAt;
  const isRolling =
    renewals.every(({ by }) => by === 'itself') &&
    (renewals.every(isMissed) || !renewals.some(isMissed)) &&
    leaves.every((leaf) => leaf.issuerOrganisation === leaves[0]!.issuerOrganisation);
  if (isReported || isRolling) return [];
  const certificates = [...groups.values()].map(({ addresses, leaf: { serial, notAfter } }) => ({
    addresses,
    serial,
    notAfter,
  }));
  return [
    finding('tls/addresses-disagree', {
      subject: it.subject,
      data: { host: it.claim.host, port: it.claim.port, certificates },
      path: it.path,
      party: it.context.operator,
      deadline: instantOf(Math.min(...renewals.map(({ notAfter }) => notAfter))),
    }),
  ];
}

// When it ends.

/** Judges the certificate that ends first of those that have not ended; one that has is reported as such. */
function judgeDates(it: Case, shown: readonly Server[]): { findings: Finding[]; dates: KnownDate[] } {
  const { context, now, claim } = it;
  const [leaf] = shown
    .map((server) => server.leaf)
    .filter(({ notAfter }) => Date.parse(notAfter) > now)
    .sort((a, b) => Date.parse(a.notAfter) - Date.parse(b.notAfter));
  if (leaf === undefined) return { findings: [], dates: [] };
  const renewal = renewalOf(leaf, claim, context.leadTimeDays);
  const { notAfter, isInferred } = renewal;
  const next = context.next.epochMilliseconds;
  const findings: Finding[] = [];
  const place = { host: claim.host, port: claim.port };
  const tellOf = <R extends DateRule>(
    rule: R,
    data: Omit<RuleData[R], 'host' | 'port'>,
    more: object = {},
  ) => {
    findings.push(
      finding(rule, {
        subject: it.subject,
        data: { ...place, ...data } as RuleData[R],
        path: it.path,
        party: context.operator,
        deadline: instantOf(notAfter),
        ...more,
      } as FindingParts<RuleData[R]>),
    );
  };
  const ending = { notAfter: leaf.notAfter, isInferred };

  if (renewal.by === 'hand') {
    const renewBy = isoTime(instantOf(renewal.renewBy));
    const isPast = now > renewal.renewBy;
    if (renewal.renewBy <= next) {
      tellOf(
        'tls/expires-soon',
        { ...ending, renewBy, isPast },
        { severity: isPast ? 'critical' : 'warning' },
      );
    } else if (renewal.renewBy <= context.afterNext.epochMilliseconds) {
      tellOf('tls/renewal-ahead', { ...ending, renewBy });
    }
  } else if (now > renewal.overdueAt || (now >= renewal.dueAt && notAfter <= next)) {
    // What is only due may be renewed yet; that nobody looks again before its end makes it worth a word.
    const isOverdue = now > renewal.overdueAt;
    const isUrgent = isOverdue && (notAfter <= next || notAfter - now < renewal.lead);
    tellOf(
      'tls/renewal-overdue',
      { ...ending, dueAt: isoTime(instantOf(renewal.dueAt)) },
      { severity: isUrgent ? 'critical' : 'warning' },
    );
  }
  const reported = findings[0]?.id ?? null;
  const interval = Math.max(context.afterNext.epochMilliseconds - next, next - slackMs - now);
  const everyDays = neededInterval(renewal, interval);
  if (everyDays !== null) {
    tellOf(
      'schedule/too-rare',
      { lifetimeDays: Math.round(renewal.lifetime / dayMs), everyDays },
      { subject: context.scheduledBy, distinction: it.subject, deadline: null },
    );
  }
  const { host } = claim;
  return {
    findings,
    dates: [
      { at: instantOf(notAfter), what: { type: 'certificate-ends', host }, finding: reported },
      renewal.by === 'hand'
        ? { at: instantOf(renewal.renewBy), what: { type: 'certificate-deadline', host }, finding: reported }
        : {
            at: instantOf(renewal.dueAt),
            what: { type: 'certificate-renewal-due', host },
            finding: reported,
          },
    ],
  };
}

type DateRule = 'tls/expires-soon' | 'tls/renewal-overdue' | 'tls/renewal-ahead' | 'schedule/too-rare';
