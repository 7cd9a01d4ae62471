import type { FailOn } from '../check/forms.ts';
import { outputFolder } from '../check/output.ts';
import { type Comparison, comment, failingIn } from '../check/pull-request.ts';
import { referenceOf } from '../check/reference.ts';
import { annotationsOf } from '../documents/annotations.ts';
import { renderCalendar } from '../documents/calendar.ts';
import { joinMessages, messageOf } from '../documents/message.ts';
import { questionsOf } from '../documents/questions/questions.ts';
import { renderQuestions } from '../documents/questions/render.ts';
import { renderSummary } from '../documents/summary.ts';
import { PublishFailure } from '../edge/github-edge.ts';
import type { Job } from '../edge/job.ts';
import { writeOutputNow } from '../edge/work-tree.ts';
import { messagesFor } from '../messages/index.ts';
import type { Messages } from '../messages/messages.ts';
import { performOnJob } from '../publish/effects.ts';
import type { CheckedLedger } from '../report/checked.ts';
import { jsonOf } from '../report/json.ts';
import type { Report } from '../report/report.ts';
import { fileUrlOf } from './event.ts';
import type { OutputName } from './outputs.ts';
import type { Crash, LedgerOutcome, Published, Run } from './run-context.ts';

/** What was written of a ledger. */
export interface Written {
  /** The text of report.json as it was to be written. */
  readonly reportText: string;
  /** Where report.json is; null where it is not. */
  readonly reportPath: string | null;
  /** Which files could not be written, in words, by their names. */
  readonly problems: ReadonlyMap<string, string>;
  /** What broke off the writing of the others, if anything did. */
  readonly crash: Crash | null;
}

/**
 * Writes the report, before anything is published of it, and then the other papers: what goes wrong with those, or
 * later, loses no report.
 */
export async function writePapers(checked: CheckedLedger, published: Published, run: Run): Promise<Written> {
  const report = reportWith(checked, published);
  const reportText = jsonOf(report);
  if (!run.bounds.files) return { reportText, reportPath: null, problems: new Map(), crash: null };
  const first = await writePaper('report.json', reportText, report, run);
  const problems = new Map(first.problem === null ? [] : [['report.json', first.problem]]);
  let crash: Crash | null = null;
  try {
    for (const [name, text] of await papersOf(checked, report)) {
      const { problem } = await writePaper(name, text, report, run);
      if (problem !== null) problems.set(name, problem);
    }
  } catch (error) {
    crash = { error };
  }
  return { reportText, reportPath: first.path, problems, crash };
}

async function writePaper(
  name: string,
  text: string,
  { ledger, language }: Report,
  { job, inputs }: Run,
): Promise<{ readonly path: string | null; readonly problem: string | null }> {
  const path = `${outputFolder(inputs.outputDir, ledger.path)}/${name}`;
  const problem = await job.tryWriteFile(path, text);
  if (problem === null) return { path, problem: null };
  return { path: null, problem: messagesFor(language).command.cannotWrite(path, problem) };
}

/** What a run writes beside its report: the dates as a calendar; before a handover also the page and the questions. */
async function papersOf(checked: CheckedLedger, report: Report): Promise<(readonly [string, string])[]> {
  if (report.mode !== 'monthly' && report.mode !== 'handover') return [];
  const papers: (readonly [string, string])[] = [];
  const calendar = renderCalendar(report);
  if (calendar !== null) papers.push(['calendar.ics', calendar]);
  if (report.mode === 'monthly') return papers;
  const { renderHandover } = await import('../documents/html/handover.ts');
  papers.push(['handover.html', renderHandover(report, checked.parsed)]);
  const mails = questionsOf(checked, { vendor: false });
  if (mails !== null) {
    const { nothingOpen } = messagesFor(report.language).questions;
    const said = nothingOpen(report.ledger.path);
    papers.push(['questions.md', renderQuestions(mails, 'markdown', report.language, said)]);
  }
  return papers;
}

/** Writes the report of a ledger whose look does not end, at once. Returns its path; null where it could not be written. */
export function writeReportNow(report: Report, run: Run): string | null {
  if (!run.bounds.files) return null;
  const text = jsonOf(reportWith({ report }, interrupted(run)));
  return writeOutputNow(outputFolder(run.inputs.outputDir, report.ledger.path), 'report.json', text);
}

/** Of a ledger that nothing has been published of yet. */
export function interrupted({ bounds }: Run): Published {
  return { issue: null, failure: bounds.issue ? new PublishFailure('interrupted') : null };
}

/** The report with what became of publishing it. */
function reportWith({ report }: Pick<CheckedLedger, 'report'>, { issue, failure }: Published): Report {
  const reason = failure === null ? [] : [reasonOf(failure, report)];
  return {
    ...report,
    issue: issue === null ? null : { number: issue.number, url: issue.url },
    unpublished: reason,
  };
}

function reasonOf({ code, detail }: PublishFailure, { language }: Report): string {
  return messagesFor(language).report.publishFailures[code](detail);
}

/** Writes the report again with what became of publishing it, reports to the job, and says why the step fails, if it does. */
export async function conclude(
  checked: CheckedLedger,
  {
    published,
    comparison,
    written,
  }: { readonly published: Published; readonly comparison: Comparison | null; readonly written: Written },
  run: Run,
): Promise<LedgerOutcome> {
  const report = reportWith(checked, published);
  const say = messagesFor(report.language);
  const problems = new Map(written.problems);
  let { reportPath, crash } = written;
  const text = jsonOf(report);
  if (run.bounds.files && (text !== written.reportText || problems.has('report.json'))) {
    const again = await writePaper('report.json', text, report, run);
    reportPath = again.path ?? reportPath;
    if (again.problem === null) problems.delete('report.json');
    else problems.set('report.json', again.problem);
  }
  const failures = [
    ...(published.problems ?? []),
    ...(published.failure === null ? [] : [say.command.notPublished(reasonOf(published.failure, report))]),
    ...problems.values(),
  ];
  try {
    await tellJob(report, checked, comparison, run);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // What the runner gives no room for is no fault of ours.
    if (typeof code === 'string') failures.push(say.command.cannotWrite('GITHUB_STEP_SUMMARY', code));
    else crash ??= { error };
  }
  if (published.issue !== null) run.job.note(say.command.issueAt(published.issue.url));
  if (report.verdict === 'invalid') failures.push(say.report.headline.invalid);
  failures.push(...failedOn(report, comparison, run.inputs.failOn, say));
  for (const { error } of checked.crashes) {
    failures.push(say.command.internalError(referenceOf(error), report.ledger.path));
  }
  const hasCrashed = checked.crashes.length > 0;
  const { issue } = published;
  // Where no issue is kept, nothing is known of what was there before.
  const message = run.bounds.issue ? messageOf(report, checked.parsed, issue?.url ?? run.runUrl) : '';
  return { report, reportPath, issue, message, comparison, failures, hasCrashed, crash };
}

/** The annotations on the ledger's lines, and the job's summary. */
async function tellJob(
  report: Report,
  { parsed, holidays }: CheckedLedger,
  comparison: Comparison | null,
  { job, at, runUrl, ledgers }: Run,
): Promise<void> {
  const lines = comparison?.ledger.changedLines ?? null;
  const ledgerUrl = fileUrlOf(job, report.ledger.path);
  const summary = renderSummary({ report, parsed, now: at, holidays, runUrl, ledgerUrl }, ledgers);
  await performOnJob(
    [
      ...annotationsOf(report, parsed, lines).map((annotation) => ({
        type: 'annotate' as const,
        annotation,
      })),
      { type: 'summary', markdown: summary },
    ],
    job,
  );
}

/** Which findings fail the step: those that `fail-on` names; without it, in pull requests, what the change does. */
function failedOn(
  report: Report,
  comparison: Comparison | null,
  failOn: ReadonlySet<FailOn> | null,
  say: Messages,
): string[] {
  if (report.verdict === 'invalid') return [];
  if (failOn === null && comparison === null) return [];
  const { findings, lower } =
    failOn === null && comparison !== null
      ? failingIn(comparison)
      : {
          findings: report.findings.filter(
            ({ kind, excepted }) => excepted === null && (failOn?.has(kind as FailOn) ?? false),
          ),
          lower: null,
        };
  const kinds = [...new Set(findings.map(({ kind }) => say.report.kinds[kind]))];
  return [
    ...(findings.length > 0 ? [say.command.failedOn(findings.length, kinds)] : []),
    ...(lower === null ? [] : [say.command.failedOnScore(lower.before, lower.after)]),
  ];
}

/** The pull request's one comment. A token that may not write it is no fault: the summary says the same. */
export async function commentOn(outcomes: readonly LedgerOutcome[], run: Run, say: Messages): Promise<void> {
  const { bounds, inputs, port, job, runUrl } = run;
  const comparisons = outcomes.flatMap(({ comparison }) => comparison ?? []);
  if (bounds.pullRequest === null || port === null || comparisons.length === 0) return;
  const { ledger, shard } = inputs;
  const name = JSON.stringify([job.environment('GITHUB_JOB'), ledger, shard]);
  const failure = await comment(bounds.pullRequest.number, comparisons, port, { runUrl, name });
  if (failure === null) return;
  const reason = say.report.publishFailures[failure.code](failure.detail);
  if (failure.code === 'forbidden' || failure.code === 'refused') job.note(say.command.notPublished(reason));
  else job.fail(say.command.notPublished(reason));
}

const verdictRank = { invalid: 0, drift: 1, incomplete: 2, match: 3 };

/** The outputs of the worst ledger, and the list of all reports. */
export function tellOutputs(
  job: Job,
  outcomes: readonly Pick<LedgerOutcome, 'report' | 'issue' | 'reportPath' | 'message'>[],
  files: string,
): void {
  const [worst] = [...outcomes].sort(
    (a, b) =>
      verdictRank[a.report.verdict] - verdictRank[b.report.verdict] ||
      (a.report.score?.met ?? 0) - (b.report.score?.met ?? 0),
  );
  if (worst === undefined) return;
  const { report, issue, reportPath } = worst;
  const drifts = report.findings.filter(({ kind, excepted }) => kind === 'drift' && excepted === null);
  const values: Readonly<Record<OutputName, string>> = {
    verdict: report.verdict,
    'drift-count': String(drifts.length),
    score: report.score === null ? '' : String(report.score.met),
    band: report.score?.band ?? '',
    'issue-number': issue === null ? '' : String(issue.number),
    'issue-url': issue?.url ?? '',
    message: joinMessages(outcomes.map(({ message }) => message)),
    files: outcomes.some((each) => each.reportPath !== null) ? files : '',
    report: reportPath ?? '',
    reports: JSON.stringify(outcomes.flatMap((outcome) => outcome.reportPath ?? [])),
  };
  for (const [name, value] of Object.entries(values)) job.output(name, value);
}
