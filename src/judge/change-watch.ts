import { Temporal } from 'temporal-polyfill';
import { claimsOf, differenceOf, digestLength, digestOf, type WrittenClaim } from '../ledger/claims.ts';
import { dotted, type LedgerPath } from '../ledger/path.ts';
import type { Ledger } from '../ledger/schema.ts';
import type { SeenBackups } from '../probes/backup/earlier.ts';
import { type Part, partsOfRule } from '../probes/index.ts';
import type { Observation } from '../probes/probe.ts';
import { type Finding, finding, subjectOf } from '../rules/finding.ts';
import { isRuleName, ruleNames, ruleOf } from '../rules/index.ts';
import { dayIn, isAfter } from '../text/time.ts';

// Whether the ledger keeps the history of changes that it promises (`evidence.changes: ledger`): what changed under
// `reality`, or was seen to have changed, and has no line under `changes`.

/** The ledger and its history as they stood when every change was last known to be written down. */
export interface ChangeRecord {
  /** ISO time. */
  readonly at: string;
  /** The digests of the claims under `reality`, sorted and run together; of many, one of all behind `all-`. */
  readonly claims: string;
  /** The digests of the lines under `changes` that were dated that day or later. */
  readonly lines: string;
  /** How many lines were dated before: one more is a line too, if a late one. */
  readonly older: number;
}

/** What an earlier run left word of. */
export interface LastRun {
  /** Null where none was kept: then nothing is known to have changed since. */
  readonly changes: ChangeRecord | null;
  readonly findings: readonly {
    readonly id: string;
    readonly rule: string;
    readonly since: string;
    /** The digests of what was seen, as `seenDigests` has them; undefined where an older version kept none. */
    readonly seen?: string | undefined;
  }[];
  /** What it saw of the backups; absent where an older version left it. */
  readonly backups?: SeenBackups;
  /** Whether it had to leave findings out. */
  readonly truncated: boolean;
}

/** What the ledger is compared with: its text before a change, or what an earlier run knew. */
export type ChangeWatch =
  | { readonly type: 'base'; readonly ledger: Ledger }
  | { readonly type: 'last-run'; readonly last: LastRun };

export interface ChangeInput {
  readonly ledger: Ledger;
  readonly now: Temporal.Instant;
  readonly watch: ChangeWatch | null;
  /** Without those that an exception silences: its reason is a line of history too. */
  readonly findings: readonly Finding[];
  readonly observations: readonly Observation[];
  /** The parts of which this run looked at every claim. */
  readonly asked: ReadonlySet<Part>;
}

/** Of more claims the issue keeps one digest of all: that something changed is then known, and not what. */
const mostClaims = 150;
/** More lines of one day are not kept: the history is then not watched from run to run. */
const mostLines = 60;

/** The rules whose findings can show that somebody changed something. */
const changeRules: readonly string[] = ruleNames.filter((rule) => ruleOf(rule).showsChange !== undefined);
/** The parts that see such changes. */
export const watchedParts: ReadonlySet<Part> = new Set(changeRules.filter(isRuleName).flatMap(partsOfRule));

function isWatchedWhole({ asked }: ChangeInput): boolean {
  return [...watchedParts].every((part) => asked.has(part));
}

function isChange({ rule, data }: Finding): boolean {
  return ruleOf(rule).showsChange?.(data as never) ?? false;
}

/** The changes that nobody wrote down. */
export function judgeChanges(input: ChangeInput): Finding[] {
  const { ledger, watch } = input;
  if (watch === null || !isKeptHere(ledger)) return [];
  return watch.type === 'base' ? judgeBase(ledger, watch.ledger) : judgeSince(input, watch.last);
}

/** What this run leaves for the next one; null where the history is kept elsewhere, or cannot be watched. */
export function nextRecord(input: ChangeInput, unrecorded: readonly Finding[]): ChangeRecord | null {
  const { ledger, now, watch, observations } = input;
  if (!isKeptHere(ledger)) return null;
  const last = watch?.type === 'last-run' ? watch.last.changes : null;
  // Later than now no change may be missed: what could not be seen may have changed before.
  const isSeen = observations.every(
    ({ check, outcome }) => !['dns', 'endpoint', 'domain'].includes(check.probe) || outcome.type === 'seen',
  );
  if (unrecorded.length > 0 || !isWatchedWhole(input) || !isSeen) return last;
  const at = now.toString({ smallestUnit: 'second' });
  const lines = linesSince(ledger, at);
  if (lines.length > mostLines) return null;
  return {
    at,
    claims: digestsOf(claimsOf(ledger)),
    lines: lines.sort().join(''),
    older: ledger.changes.length - lines.length,
  };
}

function isKeptHere({ evidence }: Ledger): boolean {
  return evidence?.changes === 'ledger';
}

function judgeBase(ledger: Ledger, base: Ledger): Finding[] {
  const before = claimsOf(base);
  const after = claimsOf(ledger);
  const changed = notIn(after, before);
  const gone = notIn(before, after);
  if (changed.length + gone.length === 0) return [];
  const known = base.changes.map(digestOf);
  if (ledger.changes.some((line) => !known.includes(digestOf(line)))) return [];
  const [first] = changed;
  const names = [...new Set([...changed, ...gone].map(({ name }) => name))];
  return [unwritten(ledger, names, first === undefined ? ['reality'] : placeOf(first, gone))];
}

/** The first difference within a claim that stood there before; else the claim. */
function placeOf(claim: WrittenClaim, gone: readonly WrittenClaim[]): LedgerPath {
  const before = gone.find((each) => each.path[1] === claim.path[1] && each.name === claim.name);
  return before === undefined ? claim.path : [...claim.path, ...differenceOf(before.value, claim.value)];
}

function judgeSince(input: ChangeInput, last: LastRun): Finding[] {
  const { ledger } = input;
  const { changes: record } = last;
  if (record === null) return [];
  if (isWrittenSince(ledger, record)) return [];
  const claims = claimsOf(ledger);
  const isSame = digestsOf(claims) === record.claims;
  const before = isKeptOneByOne(record) ? digestsIn(record.claims) : null;
  const changed = before === null ? [] : claims.filter(({ digest }) => !before.includes(digest));
  const names = changed.map(({ name }) => name);
  return [
    ...(isSame ? [] : [unwritten(ledger, names, changed[0]?.path ?? ['reality'])]),
    ...judgeSeen(input, last, record, changed),
  ];
}

/** What was seen to be another than before, and is not what the ledger says. */
function judgeSeen(
  input: ChangeInput,
  last: LastRun,
  record: ChangeRecord,
  changed: readonly WrittenClaim[],
): Finding[] {
  const { ledger, findings, observations } = input;
  const reported = new Set(last.findings.filter(({ rule }) => rule === ownRule).map(subjectOf));
  const earlier = last.findings.filter(({ rule }) => changeRules.includes(rule));
  const drifts = findings.filter(
    (each) => isChange(each) && !changed.some((claim) => isWithin(each.path, claim.path)),
  );
  const fresh = drifts.filter((drift) => {
    if (reported.has(drift.subject)) return true;
    const before = earlier.filter((each) => subjectOf(each) === drift.subject);
    // A claim that is new in the ledger may have been wrong all along.
    if (before.length === 0) return !last.truncated;
    if (before.every(({ since }) => isAfter(since, record.at))) return true;
    return before.some(({ id, seen }) => id === drift.id && isOther(drift, seen));
  });
  const waiting = [...reported].filter((subject) => {
    if (drifts.some((drift) => drift.subject === subject)) return false;
    const looks = observations.filter(({ check }) => isAbout(check.subject, subject));
    if (looks.length === 0) return !isWatchedWhole(input);
    return looks.some(({ outcome }) => outcome.type !== 'seen');
  });
  const unrecorded = (subject: string, path: LedgerPath) =>
    finding(ownRule, {
      subject,
      data: { what: 'observed', names: [subject] },
      path,
      party: partyOf(ledger),
    });
  return [
    ...new Map(fresh.map((drift) => [drift.subject, unrecorded(drift.subject, drift.path)])).values(),
    ...waiting
      .filter((subject) => subject !== ledgerSubject)
      .map((subject) =>
        unrecorded(subject, claimsOf(ledger).find(({ name }) => name === subject)?.path ?? ['reality']),
      ),
  ];
}

const ownRule = 'change/unrecorded';
const ledgerSubject = 'reality';

function unwritten(ledger: Ledger, names: readonly string[], path: LedgerPath): Finding {
  const data = { what: 'ledger', names } as const;
  return finding(ownRule, { subject: dotted([ledgerSubject]), data, path, party: partyOf(ledger) });
}

/** The people who work on the site know what was changed. */
function partyOf({ responsibility }: Ledger): string | null {
  return responsibility?.operation?.party ?? null;
}

/** More values of one finding are not kept: they are then not compared. */
const mostValues = 20;

/**
 * What the next run knows a change by: the digests of the values that the finding shows, run together. Empty where it
 * shows none, or none that stay until somebody changes them.
 */
export function seenDigests(found: Finding): string {
  const values = isChange(found) ? valuesOf(found) : [];
  return values.length > mostValues ? '' : values.map(digestOf).sort().join('');
}

function valuesOf({ data }: Finding): readonly string[] {
  const { seen, registrar, observed } = data as {
    readonly seen?: readonly string[];
    readonly registrar?: string;
    readonly observed?: string;
  };
  if (seen !== undefined) return seen;
  return [registrar ?? (observed === undefined ? [] : withoutQuery(observed))].flat();
}

/** What follows the path may be another at every visit. */
function withoutQuery(text: string): string {
  const url = URL.parse(text);
  return url === null ? text : `${url.origin}${url.pathname}`;
}

/**
 * Whether nothing of what is seen now was seen before. Of several addresses every answer may hold others.
 *
 * @param before digests, run together; undefined where an older version kept none
 */
function isOther(drift: Finding, before: string | undefined): boolean {
  const known = digestsIn(before ?? '');
  const now = digestsIn(seenDigests(drift));
  if (known.length === 0 || now.length === 0) return false;
  const { type } = drift.data as { readonly type?: string };
  const isAddress = type === 'A' || type === 'AAAA';
  if (isAddress && (known.length > 1 || now.length > 1)) return false;
  return now.every((digest) => !known.includes(digest));
}

function isWrittenSince(ledger: Ledger, { at, lines, older }: ChangeRecord): boolean {
  const known = digestsIn(lines);
  const since = linesSince(ledger, at);
  return since.some((line) => !known.includes(line)) || ledger.changes.length - since.length > older;
}

function linesSince({ changes, site }: Ledger, at: string): string[] {
  const day = dayIn(site.timezone, Temporal.Instant.from(at));
  return changes.filter(({ date }) => date >= day).map(digestOf);
}

function digestsOf(claims: readonly WrittenClaim[]): string {
  const digests = claims.map(({ digest }) => digest).sort();
  return digests.length > mostClaims ? `all-${digestOf(digests)}` : digests.join('');
}

/** By its length: the digest of all cannot be mistaken for a number of single ones. */
function isKeptOneByOne({ claims }: ChangeRecord): boolean {
  return claims.length % digestLength === 0;
}

function digestsIn(text: string): string[] {
  return Array.from({ length: Math.floor(text.length / digestLength) }, (_, index) =>
    text.slice(index * digestLength, (index + 1) * digestLength),
  );
}

/** The claims of `one` that the other does not hold, as often as they stand there. */
function notIn(one: readonly WrittenClaim[], other: readonly WrittenClaim[]): WrittenClaim[] {
  const left = other.map(({ digest }) => digest);
  return one.filter(({ digest }) => {
    const index = left.indexOf(digest);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

function isWithin(path: LedgerPath, parent: LedgerPath): boolean {
  return parent.every((part, index) => path[index] === part);
}

/** Whether a look speaks of a subject: of itself, or of a record of the zone. */
function isAbout(look: string, subject: string): boolean {
  return look === subject || look.startsWith(`${subject}/`);
}
