import type { FailureCode } from '../edge/failure.ts';
import type { LedgerPath } from '../ledger/path.ts';
import { type Finding, finding } from '../rules/finding.ts';
import type { NotTestableReason, UnseenCode, UnseenKind } from '../rules/probe.ts';
import type { FindingParts, ItemNumber } from '../rules/rule.ts';
import { isUnreachable } from './unreachable.ts';

// What it means that something was not seen: decided here for every probe, before a judge sees a fact. The guard's
// refusal, what this place can never see, what is missing to look, and everything else, which is unknown.

/** Something that was to be looked at, as a finding speaks of it that says that it was not seen. */
export interface Unseen {
  readonly subject: string;
  /** Distinguishes it from other looks at things of the same name. */
  readonly distinction?: string;
  readonly path: LedgerPath;
  readonly party: string | null;
  /** The checklist items that it keeps from being met, while nobody can look. */
  readonly items: readonly ItemNumber[];
  /** What was to be looked at, in words that need no translation. */
  readonly what: string;
  /** What `what` is the name of, where the name alone does not say so. */
  readonly named?: UnseenKind;
  /** Of what a provider is asked about: its name in the ledger. */
  readonly provider?: string;
  /** Of what is looked at with credentials: the least right that is enough; null where nobody says which. */
  readonly permission?: { readonly en: string; readonly ja: string } | null;
  /**
   * What the failure says of the claim itself, where something else answered in this run: that nobody answers there
   * may be the site's fault, or be reported by another look. Null where it says nothing; nothing to report: an empty list.
   */
  judged?(failure: Failure): Finding[] | null;
}

/**
 * The proxy that leads out from here. `isOnlyWay`: not even a DNS server answered without it, so that what cannot be
 * asked through it can never be seen from here.
 */
export interface WayOut {
  readonly name: string;
  readonly isOnlyWay: boolean;
}

/** Why something was not seen. */
export interface Failure {
  readonly code: FailureCode;
  /** Free of secrets: an address, a host, an error code. */
  readonly detail: string | null;
}

/** What this place can never see, whatever its state. */
const neverHere = {
  'no-ipv4': 'no-ipv4',
  'no-ipv6': 'no-ipv6',
  'port-25': 'port-25',
  'private-network': 'private-network',
  'no-permission': 'no-permission',
  'behind-proxy': 'behind-proxy',
} as const satisfies Partial<Record<FailureCode, NotTestableReason>>;

/** What a place without any network would meet as well, beside unreachable hosts. */
const mayBeOurs: ReadonlySet<FailureCode> = new Set(['name-unresolvable', 'no-ipv4', 'no-ipv6', 'port-25']);

/** What a failed look, or a part of one, is reported as. `anythingAnswered`: any host or DNS server at all in this run. */
export function judgeFailure(
  unseen: Unseen,
  failure: Failure,
  { anythingAnswered, proxy = null }: { readonly anythingAnswered: boolean; readonly proxy?: WayOut | null },
): Finding[] {
  if (!anythingAnswered && (isUnreachable(failure.code) || mayBeOurs.has(failure.code))) {
    if (proxy !== null) {
      return proxy.isOnlyWay
        ? [unseenFinding(unseen, { code: 'behind-proxy', detail: proxy.name })]
        : [failed(unseen, 'behind-proxy', proxy.name, 'unknown')];
    }
    return [unseenFinding(unseen, { code: 'nothing-answered', detail: null })];
  }
  const judged = anythingAnswered ? (unseen.judged?.(failure) ?? null) : null;
  return judged ?? [unseenFinding(unseen, failure)];
}

/** What a crash of ours is reported as: that nothing is known; never what the site is like. */
export function judgeCrash(unseen: Unseen): Finding[] {
  return [failed(unseen, 'crashed', null, 'unknown')];
}

/** A failure that another look reports: worth a line, and no second fault. */
export function noticeOf(unseen: Unseen, { code, detail }: Failure): Finding {
  return failed(unseen, code, detail, 'notice');
}

/** That something was not seen, and why. */
export function unseenFinding(unseen: Unseen, { code, detail }: Failure): Finding {
  const parts = placeOf(unseen);
  const { items } = unseen;
  const named = namedBy(unseen);
  if (Object.hasOwn(neverHere, code)) {
    const reason = neverHere[code as keyof typeof neverHere];
    const names = code === 'behind-proxy' && detail !== null ? { names: [detail] } : {};
    return finding('probe/not-testable', { ...parts, data: { ...named, reason, ...names } });
  }
  switch (code) {
    case 'blocked':
      return finding('probe/blocked', { ...parts, items, data: { ...named, address: detail ?? named.what } });
    case 'credentials-missing':
      return finding('probe/credentials-missing', {
        ...parts,
        items,
        data: { ...named, needed: detail ?? '' },
      });
    case 'host-not-named': {
      const { provider } = unseen;
      if (provider === undefined) break;
      return finding('probe/credentials-missing', {
        ...parts,
        items,
        data: { ...named, needed: detail ?? '', provider },
      });
    }
    case 'unauthorized': {
      const { permission } = unseen;
      if (permission === undefined) break;
      return finding('probe/access-denied', { ...parts, items, data: { ...named, detail, permission } });
    }
  }
  return failed(unseen, code, detail, 'unknown');
}

function failed(
  unseen: Unseen,
  code: UnseenCode,
  detail: string | null,
  kind: 'unknown' | 'notice',
): Finding {
  return finding('probe/failed', {
    ...placeOf(unseen),
    kind,
    severity: kind === 'notice' ? 'info' : 'warning',
    items: kind === 'notice' ? [] : unseen.items,
    data: { ...namedBy(unseen), code, detail },
  });
}

function placeOf({ subject, distinction, path, party }: Unseen): Omit<FindingParts<never>, 'data'> {
  return { subject, ...(distinction === undefined ? {} : { distinction }), path, party };
}

function namedBy({ what, named }: Unseen): { readonly what: string; readonly part?: UnseenKind } {
  return named === undefined ? { what } : { what, part: named };
}
