import * as z from 'zod';
import { languages } from '../text/language.ts';
import { isTimeZone } from '../text/zone.ts';

// What a fleet needs of a site's report.json. Other keys may be there: reports of later versions can be merged too.

const moment = z.iso.datetime();
const siteReport = z.object({
  version: z.literal(1),
  tool: z.object({ name: z.literal('recovery-ledger') }),
  language: z.enum(languages),
  checkedAt: moment,
  nextCheckAt: moment,
  ledger: z.object({ path: z.string().min(1) }),
  site: z
    .object({ name: z.string(), url: z.string(), timezone: z.string().refine(isTimeZone).default('UTC') })
    .nullable(),
  verdict: z.enum(['match', 'drift', 'incomplete', 'invalid']),
  score: z
    .object({
      met: z.int().min(0).max(10),
      band: z.enum(['danger', 'caution', 'minimum', 'strong']),
    })
    .nullable(),
  findings: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['drift', 'expiring', 'stale', 'unknown', 'gap', 'notice']),
      severity: z.enum(['critical', 'warning', 'info']),
      title: z.string(),
      excepted: z.unknown(),
    }),
  ),
  deadlines: z.array(z.object({ at: moment, what: z.string(), finding: z.string().nullable() })),
  issue: z
    .object({ number: z.int().min(1), url: z.string() })
    .nullish()
    .transform((issue) => issue ?? null),
});

/** A site's report, as far as a fleet shows it. */
export type SiteReport = z.infer<typeof siteReport>;

/** Why a file is no report. Closed: a message exists for each in every language. */
export type NoReport =
  | { readonly type: 'no-json' }
  | { readonly type: 'no-report' /** Dotted path in the file; empty for the whole. */; readonly at: string }
  | { readonly type: 'version'; readonly version: string };

/** Reads the text of a report.json. */
export function readSiteReport(
  text: string,
): { readonly ok: true; readonly report: SiteReport } | { readonly ok: false; readonly problem: NoReport } {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return { ok: false, problem: { type: 'no-json' } };
  }
  const version = (value as { version?: unknown } | null)?.version;
  const read = siteReport.safeParse(value);
  if (read.success) return { ok: true, report: read.data };
  if (typeof version === 'number' && version !== 1) {
    return { ok: false, problem: { type: 'version', version: String(version) } };
  }
  return { ok: false, problem: { type: 'no-report', at: read.error.issues[0]!.path.join('.') } };
}
