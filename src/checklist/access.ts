import type { Ability, Access, Ledger } from '../ledger/schema.ts';
import { type Finding, finding } from '../rules/finding.ts';
import { isTooLongAgo } from './due.ts';
import { type ChecklistInput, gapAt, holeAt, isEmpty, isSaidNone, partyOf } from './input.ts';
import { judgeRunbook } from './runbook.ts';

/** What somebody who enters must be able to do there: all of the list, or `any` one of it. */
interface Needs {
  readonly abilities: readonly Ability[];
  readonly any?: boolean;
}

const needed: Readonly<Record<string, Needs>> = {
  server: { abilities: ['restart', 'apply-settings', 'resize'] },
  monitoring: { abilities: ['view-alerts', 'view-logs'] },
  backup: { abilities: ['restore', 'confirm'] },
};

/** ⑦ Access: server, monitoring and backup, and whatever else the ledger lists, can be entered that night. */
export function judgeAccess(input: ChecklistInput): Finding[] {
  const { ledger } = input;
  const listed = ledger.access ?? {};
  const said = [...input.absences.keys()].flatMap((path) => /^access\.([^.]+)$/.exec(path)?.[1] ?? []);
  const ids = new Set([...Object.keys(needed), ...Object.keys(listed), ...said]);
  const findings = [...ids].flatMap((id) => {
    const needs = Object.hasOwn(needed, id) ? needed[id]! : null;
    return judgeEntry(input, {
      id,
      path: ['access', id],
      entry: Object.hasOwn(listed, id) ? listed[id] : undefined,
      needs,
      mayBeNone: needs === null,
      item: 7,
    });
  });
  const runbooks = Object.entries(listed).flatMap(([id, { runbook }]) => {
    const path = ['access', id, 'runbook'];
    if (runbook === undefined) return [];
    // No item asks for these; one that is named must be there all the same.
    return judgeRunbook(input, {
      of: id,
      path,
      runbook,
      sections: [],
      items: [],
      party: partyOf(ledger, 'access'),
    });
  });
  return [...findings, ...judgeDoers(input), ...runbooks];
}

export interface Entry {
  readonly id: string;
  readonly path: readonly string[];
  readonly entry: Access | undefined;
  readonly needs: Needs | null;
  /** Whether a site may rightly do without it. */
  readonly mayBeNone: boolean;
  readonly item: 7 | 8;
  /** Distinguishes an entrance from an access of the same id. */
  readonly distinction?: string;
}

/** One place that somebody has to get into. */
export function judgeEntry(input: ChecklistInput, place: Entry): Finding[] {
  const { id, path, entry, needs } = place;
  const parts = {
    subject: id,
    items: [place.item],
    party: partyOf(input.ledger, 'access'),
    ...(place.distinction === undefined ? {} : { distinction: place.distinction }),
  };
  if (entry === undefined || Object.keys(entry).length === 0) {
    if (place.mayBeNone && isSaidNone(input, path)) return [];
    return [gapAt(input, 'access/missing', path, { access: id, part: 'entry' }, parts)];
  }
  const findings: Finding[] = [];
  if (entry.console === undefined) {
    const data = { access: id, part: 'console' } as const;
    findings.push(gapAt(input, 'access/missing', [...path, 'console'], data, parts));
  }
  const can = new Set(entry.can);
  const lacks = needs?.abilities.filter((ability) => !can.has(ability)) ?? [];
  const any = needs?.any === true;
  if (needs !== null && (any ? lacks.length === needs.abilities.length : lacks.length > 0)) {
    const at = [...path, 'can'];
    const data = { access: id, lacks, any, hole: entry.can === undefined ? holeAt(input, at) : undefined };
    findings.push(finding('access/cannot', { ...parts, data, path: at }));
  }
  const holders = [...new Set(entry.holders)];
  const party = oneParty(input.ledger, holders);
  if (holders.length < 2 || (party !== null && entry['one-party'] === undefined)) {
    const data = { access: id, holders, party: holders.length < 2 ? null : party };
    findings.push(gapAt(input, 'access/single-holder', [...path, 'holders'], data, parts));
  }
  if (entry.login === undefined) {
    findings.push(gapAt(input, 'access/no-login', [...path, 'login'], { access: id }, parts));
  }
  findings.push(...judgeSecondFactor(input, place, entry, parts));
  if (entry.emergency === undefined) {
    findings.push(gapAt(input, 'access/no-emergency', [...path, 'emergency'], { access: id }, parts));
  }
  const within = input.ledger.review['verify-access-within'];
  if (isTooLongAgo(entry.verified, within, input)) {
    const data = { access: id, verified: entry.verified ?? null, within };
    findings.push(finding('access/unverified', { ...parts, data, path: [...path, 'verified'] }));
  }
  return findings;
}

function judgeSecondFactor(
  input: ChecklistInput,
  { id, path }: Entry,
  { mfa }: Access,
  parts: { subject: string; items: (7 | 8)[]; party: string | null },
): Finding[] {
  const at = [...path, 'mfa'];
  if (mfa?.method === undefined || mfa.method === 'none') {
    const hole = holeAt(input, mfa === undefined ? at : [...at, 'method']);
    const data = { access: id, hole: mfa?.method === 'none' ? undefined : hole };
    return [finding('access/no-mfa', { ...parts, data, path: at })];
  }
  const heldBy = [...new Set(mfa['held-by'])];
  // With single sign-on everybody has an own second factor.
  if (heldBy.length >= 2 || (mfa.method === 'sso' && heldBy.length === 0)) return [];
  return [gapAt(input, 'access/mfa-single-holder', [...at, 'held-by'], { access: id, heldBy }, parts)];
}

/** The party that all holders belong to; null where they differ, where one is not known, or where there is no other. */
function oneParty(ledger: Ledger, holders: readonly string[]): string | null {
  if (Object.keys(ledger.parties ?? {}).length < 2) return null;
  const parties = new Set(holders.map((id) => ledger.contacts?.[id]?.party));
  return parties.size === 1 ? ([...parties][0] ?? null) : null;
}

/** Who is to roll back must get into the server, who is to restore into the backup. */
function judgeDoers(input: ChecklistInput): Finding[] {
  const { ledger } = input;
  return (
    [
      ['rollback', 'server'],
      ['restore', 'backup'],
    ] as const
  ).flatMap(([task, access]) => {
    const doer = ledger[task]?.by;
    const holders = ledger.access?.[access]?.holders;
    if (doer === undefined || isEmpty(holders)) return [];
    // A party may be named instead of a contact: then one of its contacts must hold it.
    if (holders!.some((id) => id === doer || ledger.contacts?.[id]?.party === doer)) return [];
    return [
      finding('access/doer-cannot-enter', {
        subject: access,
        data: { access, task, doer },
        path: ['access', access, 'holders'],
        items: [7],
        party: partyOf(ledger, 'access'),
      }),
    ];
  });
}
