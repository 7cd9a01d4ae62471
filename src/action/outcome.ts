import type { FailOn } from '../check/forms.ts';
import { outputFolder } from '../check/output.ts';
import { type Comparison, comment, failingIn } from '../check/pull-request.ts';
import { referenceOf } from '../check/reference.ts';
import { annotationsOf } from '../documents/annotations.ts';
import { renderCalendar } from '../documents/calendar.ts';
import { questionsOf } from '../documents/questions/questions.ts';
import { renderQuestions } from '../documents/questions/render.ts';
import { renderSummary } from '../documents/summary.ts';
import type { Job } from '../edge/commands.ts';
import { messagesFor } from '../messages/index.ts';
import type { Messages } from '../messages/messages.ts';
import { performOnJob } from '../publish/effects.ts';
import type { PublishedIssue } from '../publish/publish-issue.ts';
import type { CheckedLedger } from '../report/checked.ts';
import { jsonOf } from '../report/json.ts';
import type { Report } from '../report/report.ts';
import type { OutputName } from './outputs.ts';
import type { LedgerOutcome, Run } from './run-context.ts';

/** Writes the report, tells the job, and says why the step fails, if it does. */
export async function conclude(
  checked: CheckedLedger,
  published: PublishedIssue & { readonly problems?: readonly string[] },
  comparison: Comparison | null,
  run: Run,
): Promise<LedgerOutcome> {
  const { job, bounds, inputs, runUrl, at } = run;
  const say = messagesFor(checked.report.language);
  const failures: string[] = [...(published.problems ?? [])];
  const unpublished: string[] = [];
  if (published.failure !== null) {
    const reason = say.report.publishFailures[published.failure.code](published.failure.detail);
    unpublished.push(reason);
    failures.push(say.command.notPublished(reason));
  }
  const { issue } = published;
  const report: Report = {
    ...checked.report,
    issue: issue === null ? null : { number: issue.number, url: issue.url },
    unpublished,
  };
  let reportPath: string | null = null;
  const { parsed, holidays } = checked;
  if (bounds.files) {
    for (const [name, text] of await papersOf(checked, report)) {
      const path = `${outputFolder(inputs.outputDir, report.ledger.path)}/${name}`;
      const problem = await job.tryWriteFile(path, text);
      if (problem !== null) failures.push(say.command.cannotWrite(path, problem));
      else if (name === 'report.json') reportPath = path;
    }
  }
  const summary = renderSummary({ report, parsed, now: at, holidays, runUrl }, run.ledgers);
  const lines = comparison?.ledger.changedLines ?? null;
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
  if (published.issue !== null) job.note(say.command.issueAt(published.issue.url));
  if (report.verdict === 'invalid') failures.push(say.report.headline.invalid);
  failures.push(...failedOn(report, comparison, inputs.failOn, say));
  for (const { error } of checked.crashes) failures.push(say.command.internalError(referenceOf(error)));
  return { report, reportPath, issue: published.issue, comparison, failures };
}

/** What a run writes beside its report: the dates as a calendar; before a handover also the page and the questions. */
async function papersOf(checked: CheckedLedger, report: Report): Promise<(readonly [string, string])[]> {
  const papers: (readonly [string, string])[] = [['report.json', jsonOf(report)]];
  if (report.mode !== 'monthly' && report.mode !== 'handover') return papers;
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
  const { bounds, port, job, runUrl } = run;
  const comparisons = outcomes.flatMap(({ comparison }) => comparison ?? []);
  if (bounds.pullRequest === null || port === null || comparisons.length === 0) return;
  const failure = await comment(bounds.pullRequest.number, comparisons, port, runUrl);
  if (failure === null) return;
  const reason = say.report.publishFailures[failure.code](failure.detail);
  if (failure.code === 'forbidden') job.note(say.command.notPublished(reason));
  else job.fail(say.command.notPublished(reason));
}

const verdictRank = { invalid: 0, drift: 1, incomplete: 2, match: 3 };

/** The outputs of the worst ledger, and the list of all reports. */
export function tellOutputs(job: Job, outcomes: readonly LedgerOutcome[]): void {
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
    report: reportPath ?? '',
    reports: JSON.stringify(outcomes.flatMap((outcome) => outcome.reportPath ?? [])),
  };
  for (const [name, value] of Object.entries(values)) job.output(name, value);
}
