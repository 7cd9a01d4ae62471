import type { NamedFiles } from '../checklist/named-file.ts';
import { type Drafts, draftReports, permanentMeasure } from '../documents/drafts.ts';
import { type View, viewOf } from '../documents/view.ts';
import { type GitHubEdge, type Issue, PublishFailure } from '../edge/github-edge.ts';
import type { HolidayCalendar } from '../edge/holidays.ts';
import type { ParsedLedger } from '../ledger/parse.ts';
import { messagesFor } from '../messages/index.ts';
import { brokenEndpoints, continueHistory, type IncidentHistory } from '../report/history.ts';
import type { Report } from '../report/report.ts';
import { inlineText, titleText } from '../text/escape.ts';
import { type GitHubEffect, performOnGitHub } from './effects.ts';
import {
  blockingWords,
  type IncidentInput,
  type IncidentText,
  readIncident,
  renderIncident,
  withoutIncidentMarkers,
  writtenUnderDone,
} from './incident-body.ts';
import { retire } from './issue.ts';
import { isTrustedAuthor } from './issue-book.ts';

/** The label by which an incident's issue is found again. */
export const incidentLabel = 'recovery-incident';
/** The label of the tasks that keep an incident from happening again. */
const permanentLabel = 'recovery-permanent-measure';
const labelColour = 'b60205';

/** The open incident of a ledger as it stood before this run. */
export interface FoundIncident {
  readonly issue: Issue;
  readonly text: IncidentText;
}

/**
 * The open incident of a ledger, the oldest one; null where there is none. Where none has the label, one of our own
 * making without it is taken.
 *
 * @throws PublishFailure
 */
export async function findIncident(port: GitHubEdge, ledger: string): Promise<FoundIncident | null> {
  return (await findIncidents(port, ledger))[0] ?? null;
}

async function findIncidents(port: GitHubEdge, ledger: string): Promise<FoundIncident[]> {
  const open = async (label: string | null) =>
    (await port.listIssues(label)).flatMap((issue): FoundIncident[] => {
      const text = issue.state === 'open' ? readIncident(issue.body) : null;
      return text === null || text.ledger !== ledger ? [] : [{ issue, text }];
    });
  const found: FoundIncident[] = [];
  for (const each of await open(incidentLabel)) {
    if (await isTrustedAuthor(port, each.issue.author)) found.push(each);
  }
  if (found.length === 0) found.push(...(await open(null)).filter(({ issue }) => issue.author.isBot));
  return found.sort((a, b) => a.issue.number - b.issue.number);
}

/**
 * The stage that was reached, or lost, last and that no comment has said yet; null where nothing is left to be said.
 * With what the first run saw, the issue was opened. @throws PublishFailure
 */
async function unsaidStage(
  { events, startedAt }: IncidentHistory,
  found: FoundIncident | null,
  port: GitHubEdge,
): Promise<StageNews | null> {
  const stages = { provisional: 'provisional', full: 'full', 'fell-back': 'fellBack' } as const;
  const last = events.findLast(({ what }) => Object.hasOwn(stages, what));
  if (found === null || last === undefined) return null;
  const isKnown = found.text.history?.events.some(({ what, at }) => what === last.what && at === last.at);
  if (last.at === startedAt && isKnown) return null;
  const key = `<!-- recovery-incident:v1 said=${last.what} ${last.at} -->`;
  for (const { body, author } of await port.listComments(found.issue.number)) {
    if (body.includes(key) && (await isTrustedAuthor(port, author))) return null;
  }
  return { stage: stages[last.what as keyof typeof stages], key };
}

interface StageNews {
  readonly stage: 'provisional' | 'full' | 'fellBack';
  /** The hidden line of the comment that says it. */
  readonly key: string;
}

export interface IncidentPlan {
  readonly report: Report;
  readonly parsed: ParsedLedger;
  readonly holidays: HolidayCalendar;
  readonly files: NamedFiles | null;
  readonly found: FoundIncident | null;
  /** Logins by party; those for everything under the empty string. */
  readonly assignees: ReadonlyMap<string, readonly string[]>;
}

/** A recovery run's papers, ready to be written and published. */
export interface PreparedIncident {
  readonly view: View;
  readonly history: IncidentHistory;
  readonly drafts: Drafts;
}

/** What this run adds to the incident: its history, and the drafts of both reports. Pure. */
export function prepareIncident({ report, parsed, files, found }: IncidentPlan): PreparedIncident {
  const view = viewOf(report, parsed);
  const words = messagesFor(report.language).recovery;
  const history = continueHistory(found?.text.history ?? null, report);
  const done = found === null ? '' : writtenUnderDone(found.text.people, words);
  return { view, history, drafts: draftReports({ view, words, history, done, files }) };
}

/** Whether there is an incident at all: one is open, or a page of the ledger is broken. */
export function isIncident(plan: Pick<IncidentPlan, 'report' | 'found'>): boolean {
  const { recovery } = plan.report;
  return (
    plan.found !== null || brokenEndpoints(plan.report).length > 0 || recovery?.provisional.reached === false
  );
}

/** What is to be done to the incident's issue. Pure. */
function planIncident(
  plan: IncidentPlan,
  { view, history, drafts }: PreparedIncident,
  draftFiles: readonly string[],
  news: StageNews | null,
): GitHubEffect[] {
  const words = messagesFor(plan.report.language).recovery;
  const { report, found, holidays } = plan;
  const input: IncidentInput = {
    view,
    words,
    history,
    holidays,
    drafts,
    draftFiles,
    before: found?.text ?? null,
  };
  const body = renderIncident(input);
  const site = titleText(report.site?.name ?? report.ledger.path);
  if (found === null) {
    return [
      ensure(incidentLabel, words.labels.incident),
      {
        type: 'create-issue',
        ledger: report.ledger.path,
        title: words.title(site, view.format.day(history.startedAt)),
        body,
        labels: [incidentLabel],
        assignees: wanted(plan),
      },
    ];
  }
  const { number, title, body: was } = found.issue;
  const left =
    news === null ? [] : blockingWords(input, history.provisional === true ? 'full' : 'provisional');
  const isLabelled = found.issue.labels.includes(incidentLabel);
  return [
    ...(isLabelled
      ? []
      : [
          ensure(incidentLabel, words.labels.incident),
          { type: 'add-labels', number, labels: [incidentLabel] } as const,
        ]),
    ...(body === was ? [] : [{ type: 'update-issue', number, title, body } as const]),
    ...(news === null
      ? []
      : [
          {
            type: 'comment',
            number,
            body: [
              words.comment[news.stage],
              ...(left.length === 0 ? [] : [words.comment.blocking(view.format.list(left))]),
              news.key,
            ].join('\n\n'),
          } as const,
        ]),
  ];
}

/** The task of the permanent measure, once the recovery is full and the ledger says who takes it. Pure. */
function planPermanentMeasure(plan: IncidentPlan, { view, history }: PreparedIncident): GitHubEffect[] {
  const { report, parsed, found, assignees } = plan;
  if (found === null || history.full !== true || history.permanent !== null) return [];
  const measure = permanentMeasure(parsed.ledger, history, view);
  if (measure === null) return [];
  const words = messagesFor(report.language).recovery;
  const party = parsed.ledger.contacts?.[measure.by]?.party ?? measure.by;
  const logins = assignees.get(party) ?? [];
  return [
    ensure(permanentLabel, words.labels.permanent),
    {
      type: 'create-issue',
      ledger: report.ledger.path,
      title: words.permanentTask.title(titleText(report.site?.name ?? report.ledger.path)),
      body: `${words.permanentTask.body(`#${found.issue.number}`, inlineText(measure.who, 100), view.format.day(measure.until))}\n\n${permanentMarker(found.issue.number)}`,
      labels: [permanentLabel],
      assignees: logins.slice(0, 10),
    },
  ];
}

function permanentMarker(incident: number): string {
  return `<!-- recovery-permanent:v1 incident=${incident} -->`;
}

/** What became of the incident's issue. */
export interface PublishedIncident {
  readonly issue: { readonly number: number; readonly url: string } | null;
  readonly failure: PublishFailure | null;
}

/**
 * Brings the incident's issue up to date; once the recovery is full, opens the task of the permanent measure first,
 * so that the issue can name it. Where two runs opened an incident at once, the lower number wins. Rejects only for
 * faults of ours.
 */
export async function publishIncident(
  plan: IncidentPlan,
  prepared: PreparedIncident,
  draftFiles: readonly string[],
  port: GitHubEdge,
): Promise<PublishedIncident> {
  const known = plan.found?.issue ?? null;
  const existing = known === null ? null : { number: known.number, url: known.url };
  try {
    const { permanent, failure: first } = await openPermanentMeasure(plan, prepared, port);
    const history = { ...prepared.history, permanent };
    // People write while the run looks: what stands there now is kept, not what stood there before.
    const found = (await findIncident(port, plan.report.ledger.path)) ?? plan.found;
    const news = await unsaidStage(history, found, port);
    const { created, failure } = await performOnGitHub(
      planIncident({ ...plan, found }, { ...prepared, history }, draftFiles, news),
      port,
    );
    const [made] = created;
    if (made === undefined) return { issue: existing, failure: first ?? failure };
    const open = await findIncidents(port, plan.report.ledger.path);
    const [oldest] = open;
    if (oldest === undefined || oldest.issue.number >= made.number) return { issue: made, failure };
    const word = prepared.view.words.issue.duplicateOf(oldest.issue.number);
    const duplicates = open
      .filter(({ issue }) => issue.number === made.number)
      .map(({ issue }) =>
        retire({ ...issue, body: withoutIncidentMarkers(issue.body) }, incidentLabel, word, 'duplicate'),
      );
    const settled = await performOnGitHub(duplicates, port);
    return {
      issue: { number: oldest.issue.number, url: oldest.issue.url },
      failure: failure ?? settled.failure,
    };
  } catch (error) {
    if (!(error instanceof PublishFailure)) throw error;
    return { issue: existing, failure: error };
  }
}

/** The number of the task; one that an earlier run opened and could not note down is found again. */
async function openPermanentMeasure(
  plan: IncidentPlan,
  prepared: PreparedIncident,
  port: GitHubEdge,
): Promise<{ permanent: number | null; failure: PublishFailure | null }> {
  const effects = planPermanentMeasure(plan, prepared);
  if (effects.length === 0) return { permanent: prepared.history.permanent, failure: null };
  const marker = permanentMarker(plan.found!.issue.number);
  for (const issue of await port.listIssues(permanentLabel)) {
    if (issue.body.includes(marker) && (await isTrustedAuthor(port, issue.author))) {
      return { permanent: issue.number, failure: null };
    }
  }
  const { created, failure } = await performOnGitHub(effects, port);
  return { permanent: created[0]?.number ?? null, failure };
}

function ensure(name: string, description: string): GitHubEffect {
  return {
    type: 'ensure-label',
    label: { name, colour: labelColour, description: description.slice(0, 100) },
  };
}

/** Those for everything, and those of the party that operates the site. */
function wanted({ assignees, parsed }: IncidentPlan): string[] {
  const operator = parsed.ledger.responsibility?.operation?.party;
  const logins = [
    ...(assignees.get('') ?? []),
    ...(operator === undefined ? [] : (assignees.get(operator) ?? [])),
  ];
  return [...new Set(logins)].slice(0, 10);
}
