import type { Temporal } from 'temporal-polyfill';
import { type ChecklistInput, checklistDates, judgeChecklist } from '../checklist/index.ts';
import type { ParsedLedger } from '../ledger/parse.ts';
import type { Exception, Ledger } from '../ledger/schema.ts';
import type { FoundSecret } from '../ledger/source.ts';
import type { EndpointClaim } from '../probes/endpoint/fact.ts';
import type { PlannedCheck } from '../probes/observe.ts';
import {
  type JudgeContext,
  type KnownDate,
  type Observation,
  type ProbeName,
  slackMs,
} from '../probes/probe.ts';
import { hostAndPort, placeName, webUrl } from '../protocols/place.ts';
import { providerNamed } from '../providers/registry.ts';
import { type Finding, finding } from '../rules/finding.ts';
import { severityRank } from '../rules/rule.ts';
import { roughDays } from '../text/values.ts';
import {
  type ChangeInput,
  type ChangeRecord,
  type ChangeWatch,
  judgeChanges,
  nextRecord,
} from './change-watch.ts';
import { exceptionsOf, judgeExceptions } from './exceptions.ts';
import { judgePrivateData } from './private-data.ts';
import type { NextRuns } from './schedule.ts';
import { judgeSchedule, type ScheduleWatch } from './schedule-watch.ts';
import { judgeSecrets } from './secrets.ts';

export interface JudgeInput {
  readonly parsed: ParsedLedger;
  readonly now: Temporal.Instant;
  readonly runs: NextRuns;
  /** The workflow's file, where its schedule is known. */
  readonly workflow: string | null;
  /** Null where no workflow's schedule starts the checks. */
  readonly schedule: ScheduleWatch | null;
  /** What the ledger is compared with for its history; null where nothing is known. */
  readonly changes: ChangeWatch | null;
  /** Where the ledger's text holds what looks like a secret. */
  readonly secrets: readonly FoundSecret[];
  /** Whether everybody can read the ledger; null where nobody can tell. */
  readonly isPublic: boolean | null;
  readonly holidays: ChecklistInput['holidays'];
  /** Null where no files were read. */
  readonly files: ChecklistInput['files'];
  /** What was looked at, beside the check it belongs to. */
  readonly looked: readonly { readonly planned: PlannedCheck; readonly observation: Observation }[];
  /** The probes of claims that this run was not allowed to look at. */
  readonly withheld: ReadonlySet<ProbeName>;
  /** Whether any DNS server answered while it was looked. */
  readonly dnsAnswered: boolean;
  /** The claims that no probe of this version looks at are worth a line only in a run that looks at all. */
  readonly lookedAtAll: boolean;
}

export interface Judgement {
  /** All findings, those that an exception silences too; each id once. */
  readonly findings: readonly Finding[];
  /** The exception that silences a finding, by the finding's id. */
  readonly excepted: ReadonlyMap<string, Exception>;
  readonly dates: readonly KnownDate[];
  /** What the next run is to know of the history of changes. */
  readonly changes: ChangeRecord | null;
  /** The findings of the ledger's text and the date alone, without those that are excepted. */
  readonly claimed: readonly Finding[];
}

/** From what the ledger says and what was seen to everything that a person should know. Pure. */
export function judge(input: JudgeInput): Judgement {
  const { ledger } = input.parsed;
  const context = judgeContext(input);
  const checklist: ChecklistInput = {
    ledger,
    absences: input.parsed.absences,
    now: input.now,
    zone: context.zone,
    next: context.next,
    holidays: input.holidays,
    files: input.files,
  };
  const all: Finding[] = [];
  const dates: KnownDate[] = [];
  for (const { planned, observation } of input.looked) {
    all.push(...planned.probe.judge(observation, context));
    dates.push(...planned.probe.deadlines(observation, context));
  }
  all.push(
    ...judgeSecrets(input.secrets, ledger),
    ...judgePrivateData(ledger, input.isPublic),
    ...judgeChecklist(checklist),
  );
  if (input.schedule !== null) {
    const watched = judgeSchedule(input.schedule, context);
    all.push(...watched.findings);
    dates.push(...watched.dates);
  }
  if (input.lookedAtAll) all.push(...notBuiltYet(ledger));
  dates.push(...checklistDates(checklist));
  const seen = eachOnce(all);
  const accepted = exceptionsOf(ledger, seen, input.now);
  const changes: ChangeInput = {
    ledger,
    now: input.now,
    watch: input.changes,
    findings: seen.filter(({ id }) => !accepted.has(id)),
    observations: input.looked.map(({ observation }) => observation),
    lookedAtAll: input.lookedAtAll,
  };
  const unrecorded = judgeChanges(changes);
  const found = [...seen, ...unrecorded];
  const excepted = exceptionsOf(ledger, found, input.now);
  const findings = [
    ...found,
    ...judgeExceptions(found, {
      ledger,
      now: input.now,
      lookedAtAll: input.lookedAtAll,
      withheld: input.withheld,
      schedule: input.schedule,
      changes: input.changes,
      isPublic: input.isPublic,
    }),
  ];
  const claimed = judgeChecklist({ ...checklist, files: null });
  const silenced = exceptionsOf(ledger, claimed, input.now);
  return {
    findings,
    excepted,
    dates,
    changes: nextRecord(changes, unrecorded),
    claimed: claimed.filter((each) => !silenced.has(each.id)),
  };
}

/** What every judge may know beside its claim and fact. */
export function judgeContext(input: JudgeInput): JudgeContext {
  const { ledger } = input.parsed;
  return {
    ledger,
    now: input.now,
    zone: ledger.site.timezone,
    next: input.runs.next.add({ milliseconds: slackMs }),
    afterNext: input.runs.afterNext.add({ milliseconds: slackMs }),
    scheduledBy: scheduledBy(input),
    leadTimeDays: roughDays(ledger.review['lead-time']),
    anythingAnswered:
      input.dnsAnswered || input.looked.some(({ observation }) => observation.outcome.type === 'seen'),
    unreachable: new Set(
      input.looked.flatMap(({ observation }) => {
        if (observation.check.probe !== 'endpoint' || observation.outcome.type !== 'failed') return [];
        const url = webUrl((observation.check.claim as EndpointClaim).url);
        return url === null ? [] : [placeName(hostAndPort(url))];
      }),
    ),
    mainEndpoints: mainEndpoints(ledger),
    operator: ledger.responsibility?.operation?.party ?? ledger.entrance?.certificate?.holders?.[0] ?? null,
  };
}

function scheduledBy({ runs, workflow }: JudgeInput): string {
  switch (runs.by) {
    case 'next-check':
      return 'next-check';
    case 'schedule':
      return workflow ?? 'schedule';
    case 'every':
      return 'review.every';
  }
}

/** The main paths: what provisional recovery is verified by; else the endpoints with the site's own URL; else all. */
export function mainEndpoints(ledger: Ledger): ReadonlySet<string> {
  const named = ledger.stages?.provisional?.verify;
  if (named !== undefined && named.length > 0) return new Set(named);
  const endpoints = Object.entries(ledger.reality.endpoints ?? {});
  const same = endpoints.filter(([, { url }]) => sameUrl(url, ledger.site.url)).map(([id]) => id);
  return new Set(same.length > 0 ? same : ['site']);
}

function sameUrl(a: string, b: string): boolean {
  return URL.canParse(a) && URL.canParse(b) && new URL(a).href === new URL(b).href;
}

/** One rule may hold for a subject by two ways; the first, and worst, is told. */
function eachOnce(findings: readonly Finding[]): Finding[] {
  const byId = new Map<string, Finding>();
  for (const each of findings) {
    const known = byId.get(each.id);
    if (known === undefined || severityRank[each.severity] < severityRank[known.severity])
      byId.set(each.id, each);
  }
  return [...byId.values()];
}

/** Backups whose provider a later version looks at. */
function notBuiltYet(ledger: Ledger): Finding[] {
  return Object.entries(ledger.reality.backups ?? {})
    .filter(([, { provider }]) => providerNamed(provider) === null)
    .map(([id]) =>
      finding('probe/not-testable', {
        subject: `reality.backups.${id}`,
        data: { what: id, part: 'backups', reason: 'not-built' },
        path: ['reality', 'backups', id],
      }),
    );
}
