import type { Annotation, AnnotationLevel } from '../edge/job.ts';
import type { ParsedLedger } from '../ledger/parse.ts';
import { byUrgency } from '../report/order.ts';
import type { Report, ReportedFinding } from '../report/report.ts';
import { plainLine } from '../text/escape.ts';
import { joining, type Language } from '../text/language.ts';
import { comparisonWords, viewOf } from './view.ts';

/** GitHub shows ten of each level for each step. */
const mostOfLevel = 10;

/**
 * The findings of a report as remarks on the ledger's lines, the most urgent ten of each level. With `lines`, only
 * those on these lines, and those of a ledger that cannot be read.
 */
export function annotationsOf(
  report: Report,
  parsed: ParsedLedger | null,
  lines: ReadonlySet<number> | null = null,
): Annotation[] {
  const { words, redact, format } = viewOf(report, parsed);
  const left: Record<AnnotationLevel, number> = {
    error: mostOfLevel,
    warning: mostOfLevel,
    notice: mostOfLevel,
  };
  return [...report.findings].sort(byUrgency).flatMap((finding): Annotation[] => {
    if (finding.excepted !== null) return [];
    if (lines !== null && !lines.has(finding.location.line) && finding.rule !== 'ledger/invalid') return [];
    const level = levelOf(finding);
    if (left[level] === 0) return [];
    left[level] -= 1;
    const compared = comparisonWords(words, finding);
    const parts = [
      ...(finding.expected === null
        ? []
        : [`${compared.expected}: ${plainLine(redact(finding.expected), 200)}`]),
      ...(finding.observed === null
        ? []
        : [`${compared.observed}: ${plainLine(redact(finding.observed), 200)}`]),
      plainLine(redact(finding.remedy), 400),
      `(${finding.rule})`,
    ];
    return [
      {
        level,
        title: plainLine(redact(finding.title), 200),
        message: sentences(parts, format.language),
        file: plainLine(finding.location.path),
        line: finding.location.line,
        column: finding.location.column,
      },
    ];
  });
}

/** One line of sentences; each ends once. */
function sentences(parts: readonly string[], language: Language): string {
  const { stop, space } = joining[language];
  return parts.map((each) => (/[.。!?!?)]$/.test(each) ? each : each + stop)).join(space);
}

function levelOf({ kind, severity }: ReportedFinding): AnnotationLevel {
  if (kind === 'gap' || severity === 'info') return 'notice';
  return severity === 'critical' ? 'error' : 'warning';
}
