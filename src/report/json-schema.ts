import * as z from 'zod';
import { itemIds } from '../checklist/score.ts';
import { findingParts } from '../judge/judged.ts';
import { type ProbeName, parts } from '../probes/index.ts';
import { dateKinds } from '../probes/probe.ts';
import type { RuleName } from '../rules/index.ts';
import { itemNumbers, type Kind } from '../rules/rule.ts';
import { languages } from '../text/language.ts';

const moment = z.iso.datetime().describe('ISO 8601, UTC');
const kind = z.enum(['drift', 'expiring', 'stale', 'unknown', 'gap', 'notice'] satisfies Kind[]);
const item = z.literal(itemNumbers);

const finding = z.strictObject({
  id: z.string().describe("Stable from month to month: rule ':' subject, '@' and what distinguishes two"),
  rule: z.string() as z.ZodString & z.ZodType<RuleName>,
  part: z
    .enum(findingParts)
    .describe('What made it: a part of the look as `only` names it, or the ledger’s own text and files'),
  kind,
  severity: z.enum(['critical', 'warning', 'info']),
  cause: z.enum(['access', 'contact', 'procedure']),
  items: z.array(item).describe('The checklist items that it keeps from being met'),
  title: z.string(),
  expected: z.string().nullable(),
  observed: z.string().nullable(),
  why: z.string(),
  remedy: z.string(),
  party: z.string().nullable().describe('Party id'),
  deadline: moment.nullable().describe('When it stops working, if one is known'),
  since: moment.describe('First seen; checkedAt where no earlier run is known'),
  location: z.strictObject({ path: z.string(), line: z.int().min(1), column: z.int().min(1) }),
  acceptable: z.boolean().describe('`accept` can write the observed value into the ledger'),
  excepted: z
    .strictObject({ because: z.string(), until: z.iso.date() })
    .nullable()
    .describe('The exception that silences it, if one does'),
});

const stage = z.strictObject({
  reached: z.boolean().nullable().describe('null: not known'),
  blocking: z
    .array(z.string())
    .describe('Ids of findings, of endpoints that were not seen, paths of what a person has to confirm'),
});

const score = z.strictObject({
  met: z.int().min(0).max(10),
  of: z.literal(10),
  band: z
    .enum(['danger', 'caution', 'minimum', 'strong'])
    .describe('0–3, 4–6, 7–8, 9–10; danger also where every way in hangs on one person'),
  claimed: z.int().min(0).max(10).describe("By the ledger's text and the date alone"),
  items: z
    .array(
      z.strictObject({
        item,
        id: z.enum(itemIds),
        state: z.enum(['drift', 'stale', 'gap', 'unknown', 'met']),
        findings: z.array(z.string()),
      }),
    )
    .length(10),
});

/** report.json. What is in it is stable; times are ISO 8601 in UTC with milliseconds left out (`2026-11-01T00:00:04Z`). */
export const reportSchema = z.strictObject({
  version: z.literal(1),
  tool: z.strictObject({ name: z.literal('recovery-ledger'), version: z.string() }),
  mode: z.enum(['monthly', 'handover', 'pull-request', 'recovery']),
  language: z.enum(languages),
  checkedAt: moment,
  nextCheckAt: moment,
  ledger: z.strictObject({ path: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  site: z
    .strictObject({ name: z.string(), url: z.string(), timezone: z.string().describe('IANA') })
    .nullable(),
  verdict: z.enum(['match', 'drift', 'incomplete', 'invalid']),
  score: score.nullable(),
  findings: z.array(finding),
  observations: z.array(
    z.strictObject({
      probe: z.string() as z.ZodString & z.ZodType<ProbeName>,
      part: z.enum(parts).describe('The part of the look, as `only` names it'),
      subject: z.string(),
      from: z.string().nullable(),
      startedAt: moment,
      durationMs: z.int().min(0),
      attempts: z.int().min(0),
      result: z.unknown().describe('What was seen; `{ "failed": code, "detail": … }` where nothing was'),
    }),
  ),
  notAsked: z
    .array(
      z.strictObject({
        what: z.enum([...parts, 'files']),
        reason: z.enum(['offline', 'only', 'event', 'no-credentials', 'deadline']),
      }),
    )
    .describe('What the ledger claims and this run did not look at'),
  deadlines: z
    .array(
      z.strictObject({
        at: moment,
        type: z
          .enum(Object.keys(dateKinds) as (keyof typeof dateKinds)[])
          .describe('What kind of date it is'),
        what: z.string(),
        finding: z.string().nullable(),
      }),
    )
    .describe('Every known date, soonest first, also those that are fine'),
  recovery: z
    .strictObject({
      provisional: stage,
      full: stage,
      hidden: z
        .array(
          z.strictObject({
            endpoint: z.string(),
            by: z.enum(['old-dns', 'cache']),
            address: z.string().nullable(),
          }),
        )
        .describe('Pages that are back and that old DNS answers or caches still hide (recovery runs)'),
    })
    .nullable(),
  issue: z
    .strictObject({ number: z.int().min(1), url: z.string() })
    .nullable()
    .describe('The issue that shows this report; null where none does'),
  unpublished: z.array(z.string()).describe('What could not be published'),
  durationMs: z.int().min(0),
});

/** The JSON Schema of report.json (draft 2020-12). */
export function reportJsonSchema(): object {
  return {
    ...z.toJSONSchema(reportSchema),
    $id: 'https://recovery-ledger.github.io/recovery-ledger/report.schema.json',
    title: 'Recovery Ledger: report',
  };
}
