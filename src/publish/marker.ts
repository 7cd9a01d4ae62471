import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { findingParts } from '../judge/judged.ts';
import type { PreviousCheck } from '../judge/schedule-watch.ts';
import { isRuleName } from '../rules/index.ts';
import { isAfter, isMoment } from '../text/time.ts';
import { decode, encode, pack, unpack } from './hidden.ts';

// The hidden comment that names the ledger and remembers the last run. It is written on the first line of the issue and,
// without the state, on the last, in case the end or the beginning gets lost; it is found wherever people moved it to. Anybody who may edit the issue may
// write into it: what is read is a claim, bounded in size, judged by a schema, and escaped like all else.

const line = z.string().max(400);
const moment = z.string().refine(isMoment);

/** A finding as the last run left it: enough to say what is new, since when, and to show it where nobody looked. */
export const RememberedFinding = z.object({
  id: z.string().min(1).max(600),
  rule: z.string().refine((name) => isRuleName(name)),
  kind: z.enum(['drift', 'expiring', 'stale', 'unknown', 'gap', 'notice']),
  severity: z.enum(['critical', 'warning', 'info']),
  cause: z.enum(['access', 'contact', 'procedure']),
  items: z.array(z.int().min(1).max(10)).max(10),
  /** What made it; null where an older version wrote the marker: the ledger's own text, or a part that is not known. */
  part: z.enum(findingParts).nullable(),
  /** The subjects of the looks that it came from; absent where its own subject is one of them. */
  looks: z.array(z.string().max(300)).max(10).optional(),
  /** Base64url digests of what it shows, run together; absent where nothing is compared. */
  seen: z
    .string()
    .regex(/^[\w-]{0,160}$/)
    .optional(),
  /** First seen. */
  since: moment,
  /** The run that last looked. */
  seenAt: moment,
  deadline: moment.nullable(),
  party: z.string().max(100).nullable(),
  line: z.int().min(1),
  column: z.int().min(1),
  excepted: z.boolean(),
  /** What could not be looked at again this time, so that nobody knows whether it still holds. */
  unseen: z.boolean(),
  /** Absent where readers know of it; `pending`: by the comment that the marker names; `no`: by none yet. */
  said: z.enum(['pending', 'no']).optional(),
  title: line,
  expected: line.nullable(),
  observed: line.nullable(),
});
export type RememberedFinding = z.infer<typeof RememberedFinding>;

/** The comment that follows the marker, and what it says is resolved. */
export const OwedNews = z.object({
  /** The comment's name; null where none was to be written. */
  key: z
    .string()
    .regex(/^[\w-]{22}$/)
    .nullable(),
  /** Whether it says that the issue was closed. */
  closing: z.boolean(),
  resolved: z.array(z.object({ id: z.string().min(1).max(600), title: line })).max(500),
});
export type OwedNews = z.infer<typeof OwedNews>;

/** Base64url digests, run together. */
const digests = z.string().regex(/^[\w-]{0,1200}$/);

export const IssueState = z.object({
  checkedAt: moment,
  /** When the next check was due; null where an older version wrote the marker. */
  nextCheckAt: moment.nullable().default(null),
  /** The site's key (`siteKey`), by which the issue is found again where the ledger was moved; absent where an older version wrote the marker. */
  site: z
    .string()
    .regex(/^[\w-]{22}$/)
    .optional(),
  /** How many of the ten items were met; null where the ledger could not be read. */
  met: z.int().min(0).max(10).nullable(),
  findings: z.array(RememberedFinding).max(5000),
  /** What the history of changes is watched by; null where it is not, or an older version wrote the marker. */
  changes: z
    .object({ at: moment, claims: digests, lines: digests, older: z.int().min(0).max(50_000) })
    .nullable()
    .default(null)
    .catch(null),
  /** What the last runs saw of each backup; empty where an older version wrote the marker. */
  backups: z
    .record(
      z.string().max(300),
      z.object({
        newest: moment,
        bytes: z.int().min(0).nullable(),
        comes: z.boolean(),
        isNew: z.boolean(),
        place: z.string().max(20),
      }),
    )
    .default({})
    .catch({}),
  /** Null where nothing was left to be said, or an older version wrote the marker. */
  comment: OwedNews.nullable().default(null).catch(null),
  /** Whether findings had to be left out for want of room: what is not listed may still have been there. */
  truncated: z.boolean(),
});
/** What an issue's marker remembers of the last run. */
export type IssueState = z.infer<typeof IssueState>;

/** Longest marker in UTF-16 units (it is ASCII, so also in bytes). */
export const markerLimit = 14_000;
const inflatedLimit = 2_000_000;

const pattern =
  /<!-- recovery-ledger:v1 ledger=([A-Za-z0-9+/=]{1,2000})(?: state=([A-Za-z0-9+/=]{1,20000}))? -->/g;
/** GitHub takes no longer body. */
const longestBody = 65_536;

/** The first line of an issue: the ledger's key and the state, cut down in steps until it fits `markerLimit`. */
export function openingMarker(ledger: string, state: IssueState): string {
  const write = (kept: IssueState) =>
    `<!-- recovery-ledger:v1 ledger=${encode(ledger)} state=${pack(kept)} -->`;
  const short = (text: string | null, limit: number) =>
    text === null ? null : text.slice(0, limit).toWellFormed();
  const withTexts = (title: number, values: number | null): IssueState => ({
    ...state,
    findings: state.findings.map((each) => ({
      ...each,
      title: short(each.title, title)!,
      expected: values === null ? null : short(each.expected, values),
      observed: values === null ? null : short(each.observed, values),
    })),
    comment:
      state.comment === null
        ? null
        : {
            ...state.comment,
            resolved: state.comment.resolved.map((each) => ({ ...each, title: short(each.title, title)! })),
          },
  });
  const steps: (() => IssueState)[] = [
    () => withTexts(300, 300),
    () => withTexts(120, 80),
    () => withTexts(80, null),
    () => withTexts(0, null),
    () => ({ ...withTexts(0, null), backups: {} }),
  ];
  if (state.findings.length <= 2000) {
    for (const step of steps) {
      const marker = write(step());
      if (marker.length <= markerLimit) return marker;
    }
  }
  // The most urgent come first in `findings`, so those at the end are forgotten.
  const shortest = withTexts(0, null);
  const { comment } = shortest;
  const bare: IssueState = {
    ...shortest,
    backups: {},
    comment: comment === null ? null : { ...comment, resolved: [] },
  };
  let kept = Math.min(state.findings.length, 2000);
  for (;;) {
    const marker = write({ ...bare, findings: bare.findings.slice(0, kept), truncated: true });
    if (marker.length <= markerLimit || kept === 0) return marker;
    kept = Math.floor(kept * 0.8);
  }
}

/** The last line of an issue: the key alone. */
export function closingMarker(ledger: string): string {
  return `<!-- recovery-ledger:v1 ledger=${encode(ledger)} -->`;
}

/** What a site is known by, wherever its ledger lies: its name and its address. */
export function siteKey({ name, url }: { readonly name: string; readonly url: string }): string {
  return createHash('sha256')
    .update(JSON.stringify([name, url]))
    .digest('base64url')
    .slice(0, 22);
}

/** What an issue's marker says of it. */
export interface ReadMarker {
  readonly ledger: string;
  /** Null where there is none, or nonsense: the issue is still this ledger's. */
  readonly state: IssueState | null;
}

/** Reads the marker of an issue's body, wherever people moved it to; null where there is none. */
export function readMarker(body: string, now: Temporal.Instant): ReadMarker | null {
  let found: ReadMarker | null = null;
  const text = body.slice(0, longestBody);
  for (const { 1: key, 2: packed, index } of text.matchAll(pattern)) {
    const ledger = decode(key!);
    // A quotation is somebody's words about the issue.
    if (text[text.lastIndexOf('\n', index) + 1] === '>') continue;
    if (ledger === null || (found !== null && found.ledger !== ledger)) continue;
    const state = packed === undefined ? null : stateIn(packed, now);
    if (state !== null) return { ledger, state };
    found ??= { ledger, state };
  }
  return found;
}

/** The body without any marker: no run takes the issue for its ledger's any more. */
export function withoutMarkers(body: string): string {
  return body.replace(pattern, '').trim();
}

/** The hidden line by which a comment is found again. */
export function commentMarker(key: string): string {
  return `<!-- recovery-ledger:v1 said=${key} -->`;
}

/** When each finding was first seen, by its id. Nothing of the future. */
export function firstSeen(state: IssueState | null): ReadonlyMap<string, string> {
  return new Map((state?.findings ?? []).map(({ id, since }) => [id, since]));
}

/** The run that left the marker, and when it said that the next one is due; null where it did not say. */
export function previousCheck(state: IssueState | null): PreviousCheck | null {
  if (state === null || state.nextCheckAt === null) return null;
  return { at: Temporal.Instant.from(state.checkedAt), announced: Temporal.Instant.from(state.nextCheckAt) };
}

function stateIn(text: string, now: Temporal.Instant): IssueState | null {
  const read = unpack(text, IssueState, inflatedLimit);
  if (read === null || isAfter(read.checkedAt, now)) return null;
  const findings = read.findings.filter(({ since, seenAt }) => !isAfter(since, now) && !isAfter(seenAt, now));
  const isKnown = read.changes !== null && !isAfter(read.changes.at, now);
  const seen = Object.entries(read.backups).filter(([, { newest }]) => !isAfter(newest, now));
  const backups = Object.fromEntries(seen.slice(0, 60));
  return { ...read, findings, backups, changes: isKnown ? read.changes : null };
}
