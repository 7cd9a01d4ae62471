import { Temporal } from 'temporal-polyfill';
import type { Ledger } from '../ledger/schema.ts';
import type { BackupFact } from '../probes/backup/fact.ts';
import type { Observation } from '../probes/probe.ts';
import { ruleOf } from '../rules/index.ts';
import type { JudgedFinding } from './judged.ts';

/** What belongs to normal operation beside the pages: `stages.full.also`. */
export type NormalOperation = 'performance' | 'monitoring' | 'backups';

export interface StageInput {
  readonly ledger: Ledger;
  /** Ids of the endpoints that are the main paths. */
  readonly mainEndpoints: ReadonlySet<string>;
  readonly observations: readonly Observation[];
  /** Without those that an exception silences. */
  readonly findings: readonly JudgedFinding[];
  /** What a person said to be back to normal. */
  readonly confirmed: ReadonlySet<NormalOperation>;
  /** When the incident began that the site recovers from, as far as it is known; null where there is none. */
  readonly since: Temporal.Instant | null;
}

/**
 * Which stages of a recovery are reached: provisional (the main paths are back) and full (normal operation). What was
 * not seen is not known; what no probe can see is not known until a person says so. Full is never ahead of provisional.
 * What leaves a page served (it is not led to https, search engines are kept out) holds back the full recovery alone.
 */
export function recoveryOf(input: StageInput): {
  readonly provisional: StageState;
  readonly full: StageState;
} {
  const provisional = stageOf([...input.mainEndpoints], {
    ...input,
    findings: input.findings.filter(({ rule }) => !ruleOf(rule).isServed),
  });
  const { full: agreed } = input.ledger.stages ?? {};
  if (agreed?.verify === undefined) return { provisional, full: { reached: null, blocking: [] } };
  const parts = [
    provisional,
    stageOf(agreed.verify, input),
    ...(agreed.also ?? []).map((what) => operationOf(what, input)),
  ];
  return { provisional, full: together(parts) };
}

/** Reached where each part is; not reached where one is not; else not known. */
function together(parts: readonly StageState[]): StageState {
  const broken = parts.filter(({ reached }) => reached === false);
  const blocking = (broken.length > 0 ? broken : parts).flatMap((part) => part.blocking);
  const reached = broken.length > 0 ? false : parts.every((part) => part.reached === true) ? true : null;
  return { reached, blocking: [...new Set(blocking)].sort() };
}

const operations = 'stages.full.also.';

/** What stands in `blocking` for something that only a person can say. */
export function operationPath(what: NormalOperation): string {
  return operations + what;
}

export function isOperationPath(blocking: string): boolean {
  return blocking.startsWith(operations);
}

function operationOf(what: NormalOperation, input: StageInput): StageState {
  if (what === 'backups') {
    const found = input.findings.filter(
      ({ part, kind }) => part === 'backups' && (kind === 'drift' || kind === 'unknown'),
    );
    const broken = found.filter(({ kind }) => kind === 'drift').map(({ id }) => id);
    if (broken.length > 0) return { reached: false, blocking: broken.sort() };
    const ids = Object.keys(input.ledger.reality.backups ?? {});
    if (found.length === 0 && ids.length > 0 && ids.every((id) => isBackedUp(id, input))) {
      return { reached: true, blocking: [] };
    }
  }
  if (input.confirmed.has(what)) return { reached: true, blocking: [] };
  return { reached: null, blocking: [operationPath(what)] };
}

/**
 * Whether a backup is seen to be taken again: a good one is there, made since the incident began where one is known.
 * What a person saw, in a panel that nobody can ask, counts as long as nothing has happened since.
 */
function isBackedUp(id: string, { ledger, observations, findings, since }: StageInput): boolean {
  if (ledger.reality.backups?.[id]?.provider === 'by-hand') {
    return (
      since === null && !findings.some(({ rule, subject }) => rule === 'backup/unconfirmed' && subject === id)
    );
  }
  return observations.some(({ check, outcome }) => {
    if (check.probe !== 'backup' || check.subject !== id || outcome.type !== 'seen') return false;
    const { points } = outcome.fact as BackupFact;
    return points.some(
      ({ state, at }) =>
        state === 'good' &&
        at !== null &&
        (since === null || Temporal.Instant.compare(Temporal.Instant.from(at), since) >= 0),
    );
  });
}

function stageOf(endpoints: readonly string[], { observations, findings }: StageInput): StageState {
  const broken: string[] = [];
  const unseen: string[] = [];
  for (const id of endpoints) {
    const of = findings.filter((each) => each.subject === id && each.part === 'endpoints');
    const drifts = of.filter(({ kind }) => kind === 'drift');
    broken.push(...drifts.map((each) => each.id));
    const isSeen = observations.some(
      ({ check, outcome }) => check.probe === 'endpoint' && check.subject === id && outcome.type === 'seen',
    );
    const isUnsure = of.some(({ kind }) => kind === 'unknown');
    if (drifts.length === 0 && (!isSeen || isUnsure)) unseen.push(id);
  }
  if (broken.length > 0) return { reached: false, blocking: broken.sort() };
  return { reached: endpoints.length === 0 || unseen.length > 0 ? null : true, blocking: unseen };
}

export interface StageState {
  readonly reached: boolean | null;
  /** Ids of findings, endpoint ids that were not seen, or the ledger's path of what a person has to confirm. */
  readonly blocking: readonly string[];
}
