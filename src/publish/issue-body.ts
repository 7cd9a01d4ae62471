import { type DocumentInput, type DocumentLimits, renderMarkdown } from '../documents/markdown.ts';
import { viewOf } from '../documents/view.ts';
import type { JudgedFinding } from '../judge/judged.ts';
import { titleText } from '../text/escape.ts';
import { type CarriedReport, carryOver, stateOf } from './carry.ts';
import { closingMarker, type IssueState, openingMarker } from './marker.ts';
import { type News, noNews, type Saying, silence } from './news.ts';

/** GitHub refuses bodies over 65,536 characters; what is stored in bytes is bounded too. */
export const issueLimits: DocumentLimits = { units: 60_000, bytes: 180_000 };

export type IssueInput = Omit<DocumentInput, 'asOf' | 'before'> & {
  /** What the last run left in the issue, if there was one. */
  readonly previous?: IssueState | null;
  /** What the next run is to know of the history of changes; what the last one left, where the ledger could not be read. */
  readonly changes?: IssueState['changes'];
  /** The run's findings with their looks; absent where nothing was judged. */
  readonly judged?: readonly JudgedFinding[];
  /** What the next run is to know of the backups; else what the last one left. */
  readonly backups?: IssueState['backups'];
  /** What is new and resolved, how it is said, and whether what came before was; nothing, if not said. */
  readonly news?: News;
  readonly saying?: Saying;
  readonly isSaid?: boolean;
};

/** An issue as it is to be, and the report that it shows. */
export interface RenderedIssue {
  readonly title: string;
  readonly body: string;
  readonly carried: CarriedReport;
}

/** The issue of a report, its markers included. Fits GitHub's limits. The same input always gives the same bytes. */
export function renderIssue(input: IssueInput): RenderedIssue {
  const { words, redact } = viewOf(input.report, input.parsed);
  const previous = input.previous ?? null;
  const carried = carryOver(input.report, previous);
  const changes = (input.parsed === null ? previous?.changes : input.changes) ?? null;
  const backups = (input.parsed === null ? null : input.backups) ?? previous?.backups ?? {};
  const { path } = input.report.ledger;
  const opening = openingMarker(
    path,
    stateOf(carried, redact, {
      judged: input.judged ?? [],
      ...{ previous, changes, backups },
      news: input.news ?? noNews,
      saying: input.saying ?? silence,
      isSaid: input.isSaid ?? true,
    }),
  );
  const closing = closingMarker(path);
  const taken = opening.length + closing.length + 4; // all ASCII: as many bytes
  const text = renderMarkdown(
    { ...input, report: carried.report, asOf: carried.asOf, before: carried.waiting },
    { units: issueLimits.units - taken, bytes: issueLimits.bytes - taken },
  );
  const site = input.report.site?.name ?? null;
  return {
    title: site === null ? words.issue.titleWithoutSite(titleText(path)) : words.issue.title(titleText(site)),
    body: `${opening}\n\n${text}\n${closing}`,
    carried,
  };
}
