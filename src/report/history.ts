import * as z from 'zod';
import { subjectOf } from '../rules/finding.ts';
import { ruleOf } from '../rules/index.ts';
import { isMoment } from '../text/time.ts';
import type { Report, ReportedFinding } from './report.ts';

// What an incident's issue remembers from one recovery run to the next. It stands in a hidden comment that people can
// edit: what is read is a claim, bounded in size and judged by a schema.

const moment = z.string().refine(isMoment);
const subject = z.string().min(1).max(200);

export const IncidentEvent = z.object({
  at: moment,
  /** `fell-back`: a stage that was reached is lost again. */
  what: z.enum(['watching', 'failed', 'answered', 'provisional', 'full', 'fell-back']),
  /** The endpoint, for `failed` and `answered`. */
  subject: subject.nullable(),
});
export type IncidentEvent = z.infer<typeof IncidentEvent>;

const mostEvents = 100;

export const IncidentHistory = z.object({
  /** The first recovery run of this incident. */
  startedAt: moment,
  checkedAt: moment,
  events: z.array(IncidentEvent).max(mostEvents),
  /** Endpoints of the stages that were broken at the last run. */
  broken: z.array(subject).max(500),
  provisional: z.boolean().nullable(),
  full: z.boolean().nullable(),
  /** The issue of the permanent measure; null while there is none. */
  permanent: z.int().min(1).nullable(),
});
export type IncidentHistory = z.infer<typeof IncidentHistory>;

/** Endpoints that this run saw to be broken, sorted. */
export function brokenEndpoints(report: Report): string[] {
  const ids = report.findings.filter((each) => isBroken(each) && each.excepted === null).map(subjectOf);
  return [...new Set(ids)].sort();
}

function isBroken({ rule, part, kind }: Pick<ReportedFinding, 'rule' | 'part' | 'kind'>): boolean {
  return kind === 'drift' && part === 'endpoints' && !ruleOf(rule).isServed;
}

/** Endpoints that this run saw with nothing wrong. One that was not asked, or is excepted, is not said to be back. */
function answeringEndpoints({ observations, findings }: Report): ReadonlySet<string> {
  const doubtful = new Set(
    findings
      .filter(
        (each) =>
          (each.kind === 'unknown' && each.part === 'endpoints' && each.excepted === null) || isBroken(each),
      )
      .map(subjectOf),
  );
  const seen = observations.filter(
    ({ part, result }) =>
      part === 'endpoints' && !(typeof result === 'object' && result !== null && 'failed' in result),
  );
  return new Set(seen.map(({ subject: id }) => id).filter((id) => !doubtful.has(id)));
}

/** The history with this run added. An endpoint that was not seen this time is neither broken nor back. */
export function continueHistory(previous: IncidentHistory | null, report: Report): IncidentHistory {
  const at = report.checkedAt;
  const broken = brokenEndpoints(report);
  const before = previous?.broken ?? [];
  const answering = answeringEndpoints(report);
  const stillBroken = before.filter((id) => !answering.has(id) && !broken.includes(id));
  const event = (what: IncidentEvent['what'], about: string | null = null): IncidentEvent => ({
    at,
    what,
    subject: about,
  });
  const provisional = report.recovery?.provisional.reached ?? null;
  const full = report.recovery?.full.reached ?? null;
  const wasProvisional = previous?.provisional ?? null;
  const wasFull = previous?.full ?? null;
  const fresh = [
    ...(previous === null ? [event('watching')] : []),
    ...broken.filter((id) => !before.includes(id)).map((id) => event('failed', id.slice(0, 200))),
    ...before
      .filter((id) => !broken.includes(id) && !stillBroken.includes(id))
      .map((id) => event('answered', id)),
    ...(wasProvisional === true && provisional === false ? [event('fell-back')] : []),
    ...(wasProvisional !== true && provisional === true ? [event('provisional')] : []),
    ...(wasFull !== true && full === true ? [event('full')] : []),
  ];
  const events = [...(previous?.events ?? []), ...fresh];
  return {
    startedAt: previous?.startedAt ?? at,
    checkedAt: at,
    // The first says when it began; of the others the latest matter.
    events: events.length <= mostEvents ? events : [events[0]!, ...events.slice(1 - mostEvents)],
    broken: [...new Set([...broken, ...stillBroken])]
      .sort()
      .slice(0, 500)
      .map((id) => id.slice(0, 200)),
    // What was not seen this time stays what it was.
    provisional: provisional ?? wasProvisional,
    full: full ?? (provisional === false ? false : wasFull),
    permanent: previous?.permanent ?? null,
  };
}
