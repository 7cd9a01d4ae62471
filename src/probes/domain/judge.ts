import { Temporal } from 'temporal-polyfill';
import type { FailureCode } from '../../edge/failure.ts';
import type { Deletion, DomainRules, Hold } from '../../rules/domain.ts';
import { type Finding, finding } from '../../rules/finding.ts';
import type { RuleData } from '../../rules/index.ts';
import type { FindingParts } from '../../rules/rule.ts';
import { instantOf, isoTime } from '../../text/time.ts';
import { type Unseen, unseenFinding } from '../judge-unseen.ts';
import type { Check, JudgeContext, KnownDate, SeenCheck } from '../probe.ts';
import { isJp } from './claim.ts';
import type { DomainClaim, DomainFact, Registration } from './fact.ts';
import { isSameRegistrar } from './registrar.ts';
import { type Due, dueOf, rollsOver, type Term, termOf, unconfirmedRenewal } from './term.ts';

type SeenDomain = SeenCheck<DomainClaim, DomainFact>;

/** All that speaks about one domain. */
interface Case {
  readonly claim: DomainClaim;
  readonly context: JudgeContext;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Makes a finding about the domain; `key`: the part of the claim that it speaks of. */
  report<R extends keyof DomainRules>(
    rule: R,
    data: Omit<DomainRules[R], 'domain'>,
    more?: Partial<FindingParts<unknown>> & { readonly key?: string },
  ): Finding;
  /** That nobody knows how it is registered. */
  unseen(code: FailureCode, detail: string | null): Finding;
}

/** What is wrong with a registration; what follows from another fault is not reported beside it. */
export function judgeDomain({ check, fact }: SeenDomain, context: JudgeContext): Finding[] {
  const it = caseOf(check, context);
  switch (fact.type) {
    case 'not-registered':
      return [it.report('domain/not-registered', { server: fact.server })];
    case 'no-server':
      return judgeUnasked(it, fact);
    case 'registered':
      return judgeRegistration(it, fact);
  }
}

/** The end of the registration, and the last day to start renewing it by hand. */
export function domainDates({ check, fact }: SeenDomain, context: JudgeContext): KnownDate[] {
  if (fact.type === 'not-registered') return [];
  const it = caseOf(check, context);
  const { domain } = it.claim;
  const registration = fact.type === 'registered' ? fact : null;
  const state = registration === null ? { type: 'held' as const } : stateOf(registration);
  if (state.type === 'deleted') return [];
  if (state.type === 'ending') {
    const ends = registration?.expires == null ? Number.NaN : Date.parse(registration.expires);
    const reportedId = `domain/to-be-suspended:${domain}`;
    return ends > it.now
      ? [{ at: instantOf(ends), what: { type: 'domain-ends', domain }, finding: reportedId }]
      : [];
  }
  const timed = judgeTerm(it, registration);
  if (timed === null || timed.term.endsAt <= it.now) return [];
  const reportedId = timed.findings[0]?.id ?? null;
  const { term, due } = timed;
  const ends: KnownDate = {
    at: instantOf(term.endsAt),
    what: { type: 'domain-ends', domain },
    finding: reportedId,
  };
  if (due.type === 'ended' || due.renewBy === null) return [ends];
  return [
    ends,
    { at: instantOf(due.renewBy), what: { type: 'domain-deadline', domain }, finding: reportedId },
  ];
}

function caseOf(check: Check<DomainClaim>, context: JudgeContext): Case {
  const { claim, subject, path } = check;
  const parts = { subject, path, party: context.operator };
  return {
    claim,
    context,
    now: context.now.epochMilliseconds,
    report<R extends keyof DomainRules>(
      rule: R,
      data: Omit<DomainRules[R], 'domain'>,
      { key, ...more }: Partial<FindingParts<unknown>> & { readonly key?: string } = {},
    ) {
      return finding<R>(rule, {
        ...parts,
        ...more,
        path: key === undefined ? path : [...path, key],
        data: { domain: claim.domain, ...data } as unknown as RuleData[R],
      });
    },
    unseen: (code, detail) => unseenFinding(unseenOf(check, context), { code, detail }),
  };
}

// What could not be seen.

/** A registration that nobody could be asked about. */
export function unseenDomain(check: Check<DomainClaim>, context: JudgeContext): readonly Unseen[] {
  return [unseenOf(check, context)];
}

function unseenOf(
  { claim: { domain }, subject, path }: Check<DomainClaim>,
  { operator }: JudgeContext,
): Unseen {
  // The certificate of a host of this name, and the domain's mail, have the same subject.
  return {
    subject,
    distinction: 'domain',
    path,
    party: operator,
    items: [8],
    what: domain,
    named: 'domains',
  };
}

/** Nobody can be asked: the ledger's date is all there is. */
function judgeUnasked(it: Case, fact: DomainFact & { readonly type: 'no-server' }): Finding[] {
  const { registrar, transferLock } = it.claim;
  const timed = judgeTerm(it, null);
  const isAllSaid = timed !== null && registrar === null && transferLock === null;
  return [
    ...(isAllSaid ? [] : [it.unseen('no-server', `RDAP: .${fact.topLevelDomain} (IANA ${fact.listedOn})`)]),
    ...(timed === null ? [] : [judgeUnpublished(it, 'no-server'), ...timed.findings]),
  ];
}

// What the registry says.

type State =
  | { readonly type: 'held'; readonly by?: Hold }
  | { readonly type: 'deleted'; readonly phase: Deletion }
  | { readonly type: 'ending' }
  | { readonly type: 'unknown' };

function judgeRegistration(it: Case, registration: Registration): Finding[] {
  const state = stateOf(registration);
  const statuses = registration.by === 'jprs' ? [registration.state] : registration.statuses;
  switch (state.type) {
    case 'unknown':
      return [it.unseen('response-unexpected', `[State] ${statuses.join(', ')}`)];
    case 'deleted': {
      const restoreBy = state.phase === 'suspended' ? lastDayToRestore(registration, it.now) : null;
      return [it.report('domain/pending-delete', { phase: state.phase, restoreBy, statuses })];
    }
    case 'ending': {
      const { expires } = registration;
      const deadline = expires === null ? null : Temporal.Instant.from(expires);
      const data = { ends: expires, state: statuses[0] ?? '' };
      return [it.report('domain/to-be-suspended', data, { deadline })];
    }
    case 'held':
      return [
        ...(state.by === undefined ? [] : [it.report('domain/on-hold', { by: state.by, statuses })]),
        ...(judgeTerm(it, registration)?.findings ?? []),
        ...judgeRenewal(it, registration),
        ...judgeRegistrar(it, registration),
        ...judgeLock(it, registration),
        ...(isDated(registration) ? [] : [judgeUndated(it, registration)]),
      ];
  }
}

const jprsStates: Readonly<Record<string, State>> = {
  active: { type: 'held' },
  connected: { type: 'held' },
  'advance-registered': { type: 'held' },
  registered: { type: 'held', by: 'no-name-servers' },
  hold: { type: 'held', by: 'registry' },
  'user-reserved': { type: 'held', by: 'registry' },
  'to be suspended': { type: 'ending' },
  'to be deleted': { type: 'ending' },
  suspended: { type: 'deleted', phase: 'suspended' },
  deleted: { type: 'deleted', phase: 'suspended' },
};

/** Of several states the one that says most about whether the name still leads anywhere. */
function stateOf(registration: Registration): State {
  if (registration.by === 'jprs') {
    const state = Object.hasOwn(jprsStates, registration.state) ? jprsStates[registration.state] : undefined;
    if (state?.type === 'held' && registration.nameServers.length === 0) {
      return { type: 'held', by: state.by ?? 'no-name-servers' };
    }
    return state ?? { type: 'unknown' };
  }
  const has = (status: string) => registration.statuses.includes(status);
  // While a deleted name can be had back, registries also say `pending delete` (RFC 3915 §3.1).
  if (has('pending restore')) return { type: 'deleted', phase: 'restoring' };
  if (has('redemption period')) return { type: 'deleted', phase: 'redemption' };
  if (has('pending delete')) return { type: 'deleted', phase: 'deleting' };
  if (has('server hold')) return { type: 'held', by: 'registry' };
  if (has('client hold')) return { type: 'held', by: 'registrar' };
  return has('inactive') ? { type: 'held', by: 'no-name-servers' } : { type: 'held' };
}

function isDated(registration: Registration): boolean {
  return (
    registration.expires !== null || (registration.by === 'rdap' && registration.registrarExpires !== null)
  );
}

/** JPRS gives a suspended name back until the 20th of the month for which it is suspended; organisations ask. */
function lastDayToRestore(registration: Registration, now: number): string | null {
  if (registration.by !== 'jprs' || registration.state !== 'suspended') return null;
  const month = instantOf(now).toZonedDateTimeISO('Asia/Tokyo').toPlainDate();
  const last = month.with({ day: 20 }).toZonedDateTime({ timeZone: 'Asia/Tokyo', plainTime: '23:59:59' });
  return last.toInstant().toString();
}

/** When it ends, and what that asks of somebody; null where nobody says when. */
function judgeTerm(
  it: Case,
  registration: Registration | null,
): { readonly term: Term; readonly due: Due; readonly findings: Finding[] } | null {
  const { claim, context, now } = it;
  const term = termOf(claim, registration, { now, zone: context.zone });
  if (term === null) return null;
  const next = context.next.epochMilliseconds;
  const afterNext = context.afterNext.epochMilliseconds;
  const due = dueOf(claim, term, rollsOver(claim, registration), { now, next, afterNext });
  if (due.type === 'nothing') return { term, due, findings: [] };
  const { source } = term;
  const expires = isoTime(instantOf(term.endsAt));
  const deadline = instantOf(term.endsAt);
  if (due.type === 'ended') {
    return { term, due, findings: [it.report('domain/expired', { expires, source }, { deadline })] };
  }
  const { stage, renewBy } = due;
  const severity = ({ ahead: 'info', now: 'warning', past: 'critical' } as const)[stage];
  const reportedId = it.report(
    'domain/expires-soon',
    {
      expires,
      source,
      evidence: source === 'ledger' ? claim.evidence : null,
      renewal: claim.renewal ?? 'manual',
      isInferred: claim.renewal === null,
      renewBy: renewBy === null ? null : isoTime(instantOf(renewBy)),
      stage,
      isJp: isJp(claim.domain),
    },
    { kind: stage === 'ahead' ? 'notice' : 'expiring', severity, deadline },
  );
  return { term, due, findings: [reportedId] };
}

function judgeUnpublished({ claim, report }: Case, reason: 'not-published' | 'no-server'): Finding {
  const { expires, evidence } = claim;
  return report('domain/expiry-not-published', { expires, evidence, reason });
}

/** Without a date that could be read. */
function judgeUndated(it: Case, { unreadExpiry }: Registration): Finding {
  if (unreadExpiry === null) return judgeUnpublished(it, 'not-published');
  return it.unseen('response-unexpected', `expiration: ${unreadExpiry}`);
}

function judgeRenewal({ report, now }: Case, registration: Registration): Finding[] {
  const renewal = unconfirmedRenewal(registration, now);
  if (renewal === null || registration.by !== 'rdap') return [];
  const { expires, registrarExpires } = registration;
  const until = renewal.until !== null && renewal.until > now ? renewal.until : null;
  const deadline = until === null ? null : instantOf(until);
  const data = { expires, registrarExpires, until: until === null ? null : isoTime(instantOf(until)) };
  return [report('domain/renewed-unconfirmed', data, { deadline })];
}

function judgeRegistrar({ claim, report }: Case, registration: Registration): Finding[] {
  if (claim.registrar === null || registration.by !== 'rdap' || registration.registrar === null) return [];
  const { name, ianaId } = registration.registrar;
  if (isSameRegistrar(claim.registrar, registration.registrar)) return [];
  // Where the registry gives a number alone, a name can be neither confirmed nor refuted.
  if (name === null && !/^\D*\d+$/.test(claim.registrar)) return [];
  const registrar = name ?? `IANA ${ianaId}`;
  return [
    report(
      'domain/registrar-differs',
      { expected: claim.registrar, registrar },
      { key: 'registrar', acceptable: name !== null },
    ),
  ];
}

const transferLocks = ['client transfer prohibited', 'server transfer prohibited', 'locked'];

function judgeLock({ claim, report }: Case, registration: Registration): Finding[] {
  const { transferLock, domain } = claim;
  const seen = registration.by === 'jprs' ? registration.locks : registration.statuses;
  const isLocked =
    registration.by === 'jprs'
      ? seen.includes('agentchangelocked')
      : transferLocks.some((lock) => seen.includes(lock));
  const isTransferring = seen.includes('pending transfer');
  if (isLocked && !isTransferring) return [];
  const data = { isClaimed: transferLock === true, isTransferring, isJp: isJp(domain), seen };
  if (transferLock === true) {
    const more = { kind: 'drift', severity: 'warning', items: [8], key: 'transfer-lock' } as const;
    return [report('domain/transfer-unlocked', data, more)];
  }
  const isWorthALine = isTransferring || (transferLock === null && hasLocks(domain, registration));
  const notice = { kind: 'notice', severity: 'info', items: [] } as const;
  return isWorthALine ? [report('domain/transfer-unlocked', data, notice)] : [];
}

/** Whether the registry is known to lock: many of countries do not. */
function hasLocks(domain: string, registration: Registration): boolean {
  if (registration.by === 'jprs') return true;
  const isCountry = /\.[a-z]{2}$/.test(domain);
  return !isCountry || registration.statuses.some((status) => /^(client|server) /.test(status));
}
