import { code } from '../text/escape.ts';
import { type DocumentInput, renderMarkdown } from './markdown.ts';
import { headline, viewOf } from './view.ts';

/** GitHub shows summaries of at most 1 MiB for each step. */
const summaryLimit = 1_000_000;

/** The report as part of a job's summary, one of `ledgers` that share its room: where that is little, its verdict alone. */
export function renderSummary(input: DocumentInput, ledgers = 1): string {
  const share = Math.floor(summaryLimit / ledgers);
  const text = renderMarkdown(input, { units: share, bytes: share });
  if (Buffer.byteLength(text) <= share) return text;
  const { verdict, toDo } = headline(viewOf(input.report, input.parsed));
  return `${code(input.report.ledger.path, 200)}: **${verdict}** ${toDo ?? ''}\n`;
}
