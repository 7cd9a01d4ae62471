import { type DocumentInput, renderMarkdown } from './markdown.ts';

/** GitHub shows summaries of at most 1 MiB for each step. */
const summaryLimit = 1_000_000;

/** The report as part of a job's summary, one of `ledgers` that share its room. */
export function renderSummary(input: DocumentInput, ledgers = 1): string {
  const share = Math.floor(summaryLimit / ledgers);
  return renderMarkdown(input, { units: share, bytes: share });
}
