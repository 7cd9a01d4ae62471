import type { Temporal } from 'temporal-polyfill';
import { scoreItems, scoreLedger } from '../checklist/score.ts';
import { type Judgement, mainEndpoints } from '../judge/judge.ts';
import { type JudgedFinding, ofLedger } from '../judge/judged.ts';
import { type NormalOperation, recoveryOf } from '../judge/stages.ts';
import type { ParsedLedger } from '../ledger/parse.ts';
import { dotted } from '../ledger/path.ts';
import type { Problem } from '../ledger/problem.ts';
import { type Format, formatFor } from '../messages/format.ts';
import { messagesFor } from '../messages/index.ts';
import type { RuleMessage } from '../messages/rule-message.ts';
import type { HiddenEndpoint } from '../probes/endpoint/hidden.ts';
import type { KnownCheck } from '../probes/index.ts';
import type { Observation } from '../probes/probe.ts';
import { byUrgency } from '../report/order.ts';
import type {
  Mode,
  NotAsked,
  Report,
  ReportedDate,
  ReportedFinding,
  ReportedObservation,
  Verdict,
} from '../report/report.ts';
import { type Finding, finding } from '../rules/finding.ts';
import { compareText } from '../text/compare.ts';
import type { Language } from '../text/language.ts';
import { isoTime } from '../text/time.ts';

/** What every report says, whatever became of its ledger. */
export interface ReportFrame {
  readonly version: string;
  readonly mode: Mode;
  readonly language: Language;
  readonly checkedAt: Temporal.Instant;
  readonly nextCheckAt: Temporal.Instant;
  readonly durationMs: number;
  /** When a finding was first seen, by its id, where an earlier run is known. ISO times. */
  readonly firstSeen: ReadonlyMap<string, string>;
}

/** What a recovery run knows beyond what every run looks at. */
export interface RecoverySeen {
  /** What people said to be back to normal. */
  readonly confirmed: ReadonlySet<NormalOperation>;
  /** When the incident began; null where none is known. */
  readonly since: Temporal.Instant | null;
  readonly hidden: readonly HiddenEndpoint[];
}

/** The report of a ledger that could be read. */
export function buildReport(
  frame: ReportFrame,
  parsed: ParsedLedger,
  judgement: Judgement,
  looked: readonly { readonly planned: KnownCheck; readonly observation: Observation }[],
  notAsked: readonly NotAsked[],
  recovery: RecoverySeen = { confirmed: new Set(), since: null, hidden: [] },
): Report {
  const { ledger } = parsed;
  const format = formatFor(frame.language, ledger.site.timezone, {
    parties: ledger.parties ?? {},
    contacts: ledger.contacts ?? {},
  });
  const counting = judgement.findings.filter((each) => !judgement.excepted.has(each.id));
  const score = scoreLedger(ledger, counting);
  const findings = judgement.findings
    .map((each) => {
      const exception = judgement.excepted.get(each.id);
      return {
        ...reported(each, frame, format, parsed.file, each.position ?? parsed.locate(each.path)),
        excepted: exception === undefined ? null : { because: exception.because, until: exception.until },
      };
    })
    .sort(byUrgency);
  return {
    ...heading(frame, parsed.file, parsed.sha256),
    site: { name: ledger.site.name, url: ledger.site.url, timezone: ledger.site.timezone },
    verdict: verdictOf(counting),
    score: { ...score, claimed: scoreItems(judgement.claimed).met },
    findings,
    observations: looked.map(reportedObservation),
    notAsked,
    deadlines: datesOf(judgement, frame, format),
    recovery: {
      ...recoveryOf({
        ledger,
        mainEndpoints: mainEndpoints(ledger),
        observations: looked.map(({ observation }) => observation),
        findings: counting,
        confirmed: recovery.confirmed,
        since: recovery.since,
      }),
      hidden: recovery.hidden,
    },
    issue: null,
    unpublished: [],
    durationMs: frame.durationMs,
  };
}

/** The report of a ledger that could not be read: each problem is a finding with its own place. */
export function buildInvalidReport(
  frame: ReportFrame,
  file: string,
  sha256: string,
  problems: readonly Problem[],
  secrets: readonly Finding[] = [],
): Report {
  const format = formatFor(frame.language, 'UTC', { parties: {}, contacts: {} });
  const held = ofLedger(secrets).map((each) =>
    reported(each, frame, format, file, each.position ?? { line: 1, column: 1 }),
  );
  const broken = problems.flatMap((problem) => {
    const place = problem.position ?? { line: 1, column: 1 };
    const subject = dotted(problem.path);
    const found = ofLedger([
      finding('ledger/invalid', {
        subject,
        distinction: `${problem.code}:${place.line}:${place.column}`,
        data: { problem },
        path: problem.path,
      }),
    ]);
    return found.map((each) => reported(each, frame, format, file, place));
  });
  const findings = [...held, ...broken];
  return {
    ...heading(frame, file, sha256),
    site: null,
    verdict: 'invalid',
    score: null,
    findings,
    observations: [],
    notAsked: [],
    deadlines: [],
    recovery: null,
    issue: null,
    unpublished: [],
    durationMs: frame.durationMs,
  };
}

function heading(frame: ReportFrame, path: string, sha256: string) {
  return {
    version: 1 as const,
    tool: { name: 'recovery-ledger' as const, version: frame.version },
    mode: frame.mode,
    language: frame.language,
    checkedAt: isoTime(frame.checkedAt),
    nextCheckAt: isoTime(frame.nextCheckAt),
    ledger: { path, sha256 },
  };
}

function reported(
  found: JudgedFinding,
  frame: ReportFrame,
  format: Format,
  path: string,
  position: { line: number; column: number },
): ReportedFinding {
  // Data and message belong to the same rule: the registry's type says so, which a lookup by union cannot.
  const message = messagesFor(frame.language).rules[found.rule] as RuleMessage<unknown>;
  const said = message.say(found.data, format);
  return {
    id: found.id,
    rule: found.rule,
    part: found.part,
    kind: found.kind,
    severity: found.severity,
    cause: found.cause,
    items: found.items,
    title: said.title,
    expected: said.expected,
    observed: said.observed,
    why: message.why,
    remedy: said.remedy ?? message.remedy,
    party: found.party,
    deadline: found.deadline === null ? null : isoTime(found.deadline),
    since: frame.firstSeen.get(found.id) ?? isoTime(frame.checkedAt),
    location: { path, line: position.line, column: position.column },
    acceptable: found.acceptable,
    excepted: null,
  };
}

/** `drift` if anything asks somebody to act, else `incomplete` if anything was not seen, else `match`. */
function verdictOf(findings: readonly { readonly kind: Finding['kind'] }[]): Verdict {
  const has = (...kinds: Finding['kind'][]) => findings.some((each) => kinds.includes(each.kind));
  if (has('drift', 'expiring', 'stale')) return 'drift';
  return has('unknown') ? 'incomplete' : 'match';
}

function reportedObservation({
  planned: { probe, check },
  observation,
}: {
  readonly planned: KnownCheck;
  readonly observation: Observation;
}): ReportedObservation {
  const { outcome } = observation;
  return {
    probe: probe.name,
    part: probe.part,
    subject: check.subject,
    from: observation.from,
    startedAt: isoTime(observation.startedAt),
    durationMs: observation.durationMs,
    attempts: observation.attempts,
    result:
      outcome.type === 'seen'
        ? outcome.fact
        : outcome.type === 'failed'
          ? { failed: outcome.failure.code, detail: outcome.failure.detail }
          : { failed: 'crashed', detail: null },
  };
}

function datesOf(judgement: Judgement, frame: ReportFrame, format: Format): ReportedDate[] {
  const say = messagesFor(frame.language).dates;
  const known = new Set(judgement.findings.map((each) => each.id));
  const dates = judgement.dates.map(
    ({ at, what, finding: id }): ReportedDate => ({
      at: isoTime(at),
      type: what.type,
      what: (say[what.type] as (subject: typeof what, format: Format) => string)(what, format),
      finding: id !== null && known.has(id) ? id : null,
    }),
  );
  dates.push({
    at: isoTime(frame.nextCheckAt),
    type: 'next-check',
    what: say['next-check']({ type: 'next-check' }, format),
    finding: null,
  });
  const unique = new Map(dates.map((date) => [`${date.at}\n${date.what}`, date]));
  return [...unique.values()].sort((a, b) => compareText(a.at, b.at) || compareText(a.what, b.what));
}
