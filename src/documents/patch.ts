import { createTwoFilesPatch } from 'diff';
import type { Temporal } from 'temporal-polyfill';
import { type Acceptance, type AcceptedChange, acceptObserved } from '../judge/accept.ts';
import { messagesFor } from '../messages/index.ts';
import type { CheckedLedger } from '../report/checked.ts';
import type { Report } from '../report/report.ts';
import type { Finding } from '../rules/finding.ts';
import { dayIn } from '../text/time.ts';

/** Edits that a diff is looked for with: the work grows with their square, and nobody reads a longer one. */
const mostEdits = 2000;

/** A change as `git apply` takes it; empty where nothing changes, null where it is larger than anybody would read. */
export function unifiedDiff(file: string, before: string, after: string): string | null {
  if (before === after) return '';
  const patch = createTwoFilesPatch(`a/${file}`, `b/${file}`, before, after, undefined, undefined, {
    context: 3,
    maxEditLength: mostEdits,
  });
  return patch?.replace(/^=+\n/, '') ?? null;
}

/** The titles of findings as the report says them. */
export function titlesOf(findings: readonly Finding[], report: Report): string[] {
  const titles = new Map(report.findings.map(({ id, title }) => [id, title]));
  return findings.map(({ id }) => titles.get(id) ?? id);
}

/** What `accept` would make of a ledger that was checked; null where it would change nothing. */
export function proposedChange(
  { source, parsed, judgement, report }: CheckedLedger,
  now: Temporal.Instant,
): (Acceptance & { readonly changes: readonly string[] }) | null {
  if (parsed === null || judgement === null) return null;
  const words = messagesFor(report.language).accept;
  let changes: readonly AcceptedChange[] = [];
  const acceptance = acceptObserved(source.written ?? source.bytes, parsed, judgement, {
    only: null,
    by: null,
    now: now.toString(),
    date: dayIn(parsed.ledger.site.timezone, now),
    what: (accepted) => {
      // The last words that are asked for are those that stand in the history.
      changes = accepted;
      return words.history(accepted);
    },
  });
  const isChanged = acceptance.text !== acceptance.before;
  return isChanged ? { ...acceptance, changes: changes.map((each) => words.changed(each)) } : null;
}

/** The change that `accept` would make to a ledger that was checked, as a diff; null where it would make none. */
export function proposedPatch(checked: CheckedLedger, now: Temporal.Instant): string | null {
  const change = proposedChange(checked, now);
  if (change === null) return null;
  const { source } = checked;
  const diff = unifiedDiff(source.file, change.before, change.text);
  if (diff === null) return null;
  return source.hide?.(diff) ?? diff;
}
