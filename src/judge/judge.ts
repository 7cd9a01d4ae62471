import type { Temporal } from 'temporal-polyfill';
import { type ChecklistInput, checklistDates, judgeChecklist } from '../checklist/index.ts';
import { documentMentions } from '../ledger/documents.ts';
import type { ParsedLedger } from '../ledger/parse.ts';
import type { Exception, Ledger } from '../ledger/schema.ts';
import type { FoundSecret } from '../ledger/source.ts';
import type { SeenBackups } from '../probes/backup/earlier.ts';
import { rememberBackups } from '../probes/backup/remember.ts';
import { unseenOf } from '../probes/document/judge.ts';
import type { EndpointClaim, EndpointFact } from '../probes/endpoint/fact.ts';
import type { KnownCheck, Part } from '../probes/index.ts';
import { unseenFinding } from '../probes/judge-unseen.ts';
import { type JudgeContext, type KnownDate, type Observation, slackMs } from '../probes/probe.ts';
import { addressName } from '../probes/unreachable.ts';
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
import { judgeLook } from './judge-look.ts';
import { type JudgedFinding, ofLedger } from './judged.ts';
import { judgePrivateData } from './private-data.ts';
import type { NextRuns } from './schedule.ts';
import { judgeSchedule, type ScheduleWatch } from './schedule-watch.ts';
import { judgeSecrets, judgeSecretsInFiles } from './secrets.ts';

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
  /** Whether everybody can read the ledger; null where it is not known. */
  readonly isPublic: boolean | null;
  readonly holidays: ChecklistInput['holidays'];
  /** Null where no files were read. */
  readonly files: ChecklistInput['files'];
  /** What was looked at, beside the check it belongs to. */
  readonly looked: readonly { readonly planned: KnownCheck; readonly observation: Observation }[];
  /** The parts of which this run looked at every claim. */
  readonly asked: ReadonlySet<Part>;
  /** The parts that `only` leaves out. */
  readonly excluded: ReadonlySet<Part>;
  /** Whether any DNS server answered while it was looked. */
  readonly dnsAnswered: boolean;
  /** The proxy that leads out from here; null or absent where none is named. */
  readonly proxy?: string | null;
}

export interface Judgement {
  /** All findings, those that an exception silences too; each id once. */
  readonly findings: readonly JudgedFinding[];
  /** The exception that silences a finding, by the finding's id. */
  readonly excepted: ReadonlyMap<string, Exception>;
  readonly dates: readonly KnownDate[];
  /** What the next run is to know of the backups. */
  readonly backups: SeenBackups;
  /** What the next run is to know of the history of changes. */
  readonly changes: ChangeRecord | null;
  /** The findings of the ledger's text and the date alone, without those that are excepted. */
  readonly claimed: readonly Finding[];
  /** What our own code threw while it looked or judged: what it was about is unknown. */
  readonly crashes: readonly Crash[];
}

/** A fault of ours, and what it came about with. */
export interface Crash {
  readonly subject: string;
  readonly error: unknown;
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
  const all: JudgedFinding[] = [];
  const dates: KnownDate[] = [];
  const crashes: Crash[] = [];
  for (const { planned, observation } of input.looked) {
    const { probe, check } = planned;
    const { part } = probe;
    const looks = [check.subject];
    const judged = judgeLook(planned, observation, contextOf(planned, context, input));
    all.push(...judged.findings.map((each) => ({ ...each, part, looks })));
    dates.push(...judged.dates);
    if (judged.crash !== null) {
      crashes.push({ subject: `${probe.name} ${check.subject}`, error: judged.crash.error });
    }
  }
  all.push(
    ...ofLedger(judgeSecrets(input.secrets, ledger)),
    ...ofLedger(judgeSecretsInFiles(input.files, ledger)),
    ...ofLedger(judgePrivateData(ledger, input.isPublic)),
    ...ofChecklist(judgeChecklist(checklist), input.excluded),
    ...ofLedger(judgeUnreadFiles(ledger, input.files)),
  );
  if (input.schedule !== null) {
    const watched = judgeSchedule(input.schedule, context);
    all.push(...ofLedger(watched.findings));
    dates.push(...watched.dates);
  }
  if (input.asked.has('backups')) all.push(...notBuiltYet(ledger));
  dates.push(...checklistDates(checklist));
  const seen = eachOnce(all);
  const accepted = exceptionsOf(ledger, seen, input.now);
  const changes: ChangeInput = {
    ledger,
    now: input.now,
    watch: input.changes,
    findings: seen.filter(({ id }) => !accepted.has(id)),
    observations: input.looked.map(({ observation }) => observation),
    asked: input.asked,
  };
  const unrecorded = ofLedger(judgeChanges(changes));
  const found = [...seen, ...unrecorded];
  const excepted = exceptionsOf(ledger, found, input.now);
  const findings = [
    ...found,
    ...judgeExceptions(found, {
      ledger,
      now: input.now,
      asked: input.asked,
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
    backups: rememberBackups(
      Object.keys(ledger.reality.backups ?? {}),
      changes.observations,
      changes.findings,
      context.backupsBefore ?? {},
      input.now.epochMilliseconds,
    ),
    changes: nextRecord(changes, unrecorded),
    claimed: claimed.filter((each) => !silenced.has(each.id)),
    crashes,
  };
}

/**
 * Findings of the ledger's text and the date. Whether people looked through the whole ledger in time is a question to
 * people: a run that leaves them out says nothing of it.
 */
function ofChecklist(findings: readonly Finding[], excluded: ReadonlySet<Part>): JudgedFinding[] {
  return ofLedger(findings)
    .map((each): JudgedFinding => (each.rule === 'ledger/review-due' ? { ...each, part: 'people' } : each))
    .filter(({ part }) => part === 'ledger' || !excluded.has(part));
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
    unreachable: new Set(input.looked.flatMap(({ observation }) => unreachableBy(observation))),
    mainEndpoints: mainEndpoints(ledger),
    backupsBefore: input.changes?.type === 'last-run' ? (input.changes.last.backups ?? {}) : {},
    operator: ledger.responsibility?.operation?.party ?? ledger.entrance?.certificate?.holders?.[0] ?? null,
  };
}

/** What is asked over HTTP, which a proxy passes on. */
const overHttp: ReadonlySet<Part> = new Set(['endpoints', 'backups', 'access', 'people']);

/** Where a proxy leads out, that pages answer through it says nothing of what has to be asked without it. */
export function contextOf(
  { probe }: KnownCheck,
  context: JudgeContext,
  { proxy = null, looked, dnsAnswered }: JudgeInput,
): JudgeContext {
  if (proxy === null || overHttp.has(probe.part)) return context;
  const isDirect = ({ planned, observation }: JudgeInput['looked'][number]) =>
    observation.outcome.type === 'seen' &&
    !overHttp.has(planned.probe.part) &&
    planned.probe.part !== 'domains';
  return {
    ...context,
    anythingAnswered: looked.some(isDirect),
    proxy: { name: proxy, isOnlyWay: !dnsAnswered },
  };
}

/** The servers, and the addresses of them, at which a look at a page got no connection. */
function unreachableBy({ check, outcome }: Observation): string[] {
  if (check.probe !== 'endpoint' || outcome.type === 'crashed') return [];
  const url = webUrl((check.claim as EndpointClaim).url);
  if (url === null) return [];
  const place = placeName(hostAndPort(url));
  if (outcome.type === 'failed') return [place];
  return (outcome.fact as EndpointFact).silent.map(({ address }) => addressName(place, address));
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

/** One rule may hold for a subject by two ways; the first of the worst is reported, with all looks that found it. */
function eachOnce(findings: readonly JudgedFinding[]): JudgedFinding[] {
  const byId = new Map<string, JudgedFinding>();
  for (const each of findings) {
    const known = byId.get(each.id);
    if (known === undefined) {
      byId.set(each.id, each);
      continue;
    }
    const worst = severityRank[each.severity] < severityRank[known.severity] ? each : known;
    byId.set(each.id, { ...worst, looks: [...new Set([...known.looks, ...each.looks])] });
  }
  return [...byId.values()];
}

/** Runbooks and templates beside the ledger that this machine could not read. */
function judgeUnreadFiles(ledger: Ledger, files: JudgeInput['files']): Finding[] {
  return documentMentions(ledger).flatMap(({ name, path }) => {
    const reading = files?.get(name);
    if (reading?.type !== 'failed') return [];
    return [unseenFinding(unseenOf(name, path, ledger), { code: reading.code, detail: null })];
  });
}

/** Backups whose provider a later version looks at. */
function notBuiltYet(ledger: Ledger): JudgedFinding[] {
  return Object.entries(ledger.reality.backups ?? {})
    .filter(([, { provider }]) => providerNamed(provider) === null)
    .map(([id]) => ({
      ...finding('probe/not-testable', {
        subject: `reality.backups.${id}`,
        data: { what: id, part: 'backups', reason: 'not-built' },
        path: ['reality', 'backups', id],
      }),
      part: 'backups',
      looks: [],
    }));
}
