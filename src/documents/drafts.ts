import { Temporal } from 'temporal-polyfill';
import type { NamedFiles } from '../checklist/named-file.ts';
import type { Ledger } from '../ledger/schema.ts';
import type { RecoveryMessages } from '../messages/words.ts';
import { brokenEndpoints, type IncidentHistory } from '../report/history.ts';
import type { TemplateName } from '../rules/checklist.ts';
import { subjectOf } from '../rules/finding.ts';
import { after, dayIn } from '../text/time.ts';
import type { Duration } from '../text/values.ts';
import { draftReport, type KnownField, type KnownFields } from './draft.ts';
import type { View } from './view.ts';

/** The permanent measure as the ledger agreed it: who, and until which day. */
export interface PermanentMeasure {
  readonly who: string;
  /** A contact or party id. */
  readonly by: string;
  /** Calendar day in the site's time zone. */
  readonly until: string;
}

export interface DraftInput {
  readonly view: View;
  readonly words: RecoveryMessages;
  readonly history: IncidentHistory;
  /** What people wrote under “what was done”; empty where they wrote nothing. */
  readonly done: string;
  readonly files: NamedFiles | null;
}

export interface Drafts {
  /** Null where the ledger names no template, or it could not be read. */
  readonly firstReport: string | null;
  readonly recoveryReport: string | null;
}

/** Drafts of both reports, from the ledger's own templates, with what is known filled in. */
export function draftReports(input: DraftInput): Drafts {
  return {
    firstReport: draftOf('first-report', input),
    recoveryReport: draftOf('recovery-report', input),
  };
}

function draftOf(template: TemplateName, { view, words, history, done, files }: DraftInput): string | null {
  const ledger = view.parsed?.ledger;
  const name = ledger?.templates?.[template];
  const reading = name === undefined ? undefined : files?.get(name);
  if (ledger === undefined || reading?.type !== 'text') return null;
  const { deliverables } = ledger.responsibility ?? {};
  const party = (key: 'fills' | 'approves' | 'sends') => {
    const id = deliverables?.[template]?.[key];
    return id === undefined ? null : view.format.party(id);
  };
  const note = words.draft.note(party('fills'), party('approves'), party('sends'));
  const known = knownFields(template, view, ledger, words, history, done);
  return `${note}\n\n${draftReport(template, reading.text, known, words.draft)}`;
}

function knownFields(
  template: TemplateName,
  view: View,
  ledger: Ledger,
  words: RecoveryMessages,
  history: IncidentHistory,
  done: string,
): KnownFields {
  const { report, format, checkedAt } = view;
  const say = words.draft;
  const now = format.moment(checkedAt);
  const broken = new Set(brokenEndpoints(report));
  const failing = report.findings.filter(
    (each) => each.part === 'endpoints' && each.kind === 'drift' && broken.has(subjectOf(each)),
  );
  const urls = [...broken].map((id) => ledger.reality.endpoints?.[id]?.url ?? ledger.site.url);
  const partly = (...lines: string[]): KnownField => ({ lines, isWhole: false });
  const wholly = (...lines: string[]): KnownField => ({ lines, isWhole: true });
  const every = ledger.targets?.['update-every'];
  // Its day is counted from the full recovery: before that there is none to name.
  const measure = history.full === true ? permanentMeasure(ledger, history, view) : null;
  const first = history.events.find(({ what }) => what === 'failed')?.at ?? history.startedAt;
  const written = done.split(/\r?\n/).filter((line) => line.trim() !== '');
  const wasDone = written.length === 0 ? {} : { lines: written, isWhole: false };
  return {
    began: partly(say.began(format.moment(first))),
    ...(template === 'first-report'
      ? {
          symptom:
            failing.length === 0
              ? partly(say.noSymptom)
              : wholly(...failing.map(({ title }) => say.symptom(title, now))),
        }
      : {}),
    ...(urls.length === 0 ? {} : { impact: partly(say.impact(format.list(urls))) }),
    ...(every === undefined || every === null
      ? {}
      : {
          'next-update': wholly(
            say.nextUpdate(format.moment(after(checkedAt, every, format.zone)), spanWords(view, every)),
          ),
        }),
    timeline: partly(
      ...history.events.map(
        ({ at, what, subject }) => `${format.moment(at)} ${words.timeline.event(what, subject)}`,
      ),
    ),
    ...('lines' in wasDone
      ? { 'provisional-measures': wasDone as KnownField, 'what-was-done': wasDone as KnownField }
      : {}),
    ...(measure === null
      ? {}
      : { 'next-action': partly(say.permanent(measure.who, format.day(measure.until))) }),
  };
}

/**
 * What the ledger agreed of the permanent measure, counted from the full recovery; from now while it is not reached.
 * Null where it does not say who and how long.
 */
export function permanentMeasure(
  ledger: Ledger,
  history: IncidentHistory,
  { format, checkedAt }: Pick<View, 'format' | 'checkedAt'>,
): PermanentMeasure | null {
  const { by, within } = ledger.stages?.permanent ?? {};
  if (by === undefined || within === undefined) return null;
  const full = history.events.findLast(({ what }) => what === 'full');
  const at = full === undefined ? checkedAt : Temporal.Instant.from(full.at);
  const who = ledger.parties?.[by] ?? format.contact(by);
  return { who, by, until: dayIn(format.zone, after(at, within, format.zone)) };
}

export function spanWords({ format }: Pick<View, 'format'>, span: Duration): string {
  return format.duration(span);
}
