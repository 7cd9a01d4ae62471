import { Temporal } from 'temporal-polyfill';
import { withoutComments } from '../checklist/document.ts';
import { type Drafts, permanentMeasure, spanWords } from '../documents/drafts.ts';
import { emergenciesOf, emergencyRules } from '../documents/emergency.ts';
import { emergencyCard } from '../documents/emergency-card.ts';
import { richText, type View } from '../documents/view.ts';
import type { HolidayCalendar } from '../edge/holidays.ts';
import { isOperationPath, type NormalOperation, operationPath } from '../judge/stages.ts';
import type { RecoveryMessages } from '../messages/words.ts';
import { IncidentHistory } from '../report/history.ts';
import { itemNumbers } from '../rules/rule.ts';
import { codeCell, fenced, inlineText } from '../text/escape.ts';
import { after, dayIn } from '../text/time.ts';
import { decode, encode, pack, unpack } from './hidden.ts';
import { issueLimits } from './issue-body.ts';

// The incident's issue: one part that the run rewrites, between two hidden lines, and four headings that people fill.
// What people wrote is kept as it is, but for blank lines at its ends, whatever they did to the hidden lines.

const begin = '<!-- recovery-ledger:run:begin -->';
const end = '<!-- recovery-ledger:run:end -->';
const marker =
  /^<!-- recovery-incident:v1 ledger=([A-Za-z0-9+/=]{1,2000})(?: state=([A-Za-z0-9+/=]{1,20000}))? -->$/;

const inflatedLimit = 200_000;

/** What an incident's issue says, taken apart. */
export interface IncidentText {
  readonly ledger: string;
  /** Null where it is nonsense: the issue is still this incident's. */
  readonly history: IncidentHistory | null;
  /** All that is not the run's. */
  readonly people: string;
  /** What people ticked. */
  readonly confirmed: ReadonlySet<NormalOperation>;
  readonly stoppedAt: ReadonlySet<number>;
}

/** Takes an issue's body apart; null where no line of it is an incident's marker. */
export function readIncident(body: string): IncidentText | null {
  const lines = body.split(/\r?\n/);
  const found = lines.map((line) => marker.exec(line.trim())).filter((each) => each !== null);
  const [first] = found;
  if (first === undefined) return null;
  const ledger = decode(first[1]!);
  if (ledger === null) return null;
  const from = body.indexOf(begin);
  const to = body.indexOf(end, Math.max(from, 0));
  const own = from >= 0 && to >= 0 ? body.slice(from, to) : '';
  const outside = from >= 0 && to >= 0 ? body.slice(0, from) + body.slice(to + end.length) : body;
  const people = outside
    .split(/(?<=\n)/)
    .filter((line) => !marker.test(line.trim()) && line.trim() !== begin && line.trim() !== end)
    .join('');
  const ticked = (name: string) =>
    own
      .split('\n')
      .flatMap((line) => {
        const match = /^[-*] \[([ xX])\] .*<!-- ([a-z-]+):([a-z0-9]+) -->$/.exec(line.trim());
        return match === null ? [] : [match];
      })
      .filter(([, mark, key]) => mark !== ' ' && key === name)
      .map(([, , , value]) => value!);
  const state = found.find((each) => each[2] !== undefined)?.[2];
  return {
    ledger,
    history: state === undefined ? null : unpack(state, IncidentHistory, inflatedLimit),
    people,
    confirmed: new Set(
      ticked('confirm').filter((each): each is NormalOperation =>
        ['performance', 'monitoring', 'backups'].includes(each),
      ),
    ),
    stoppedAt: new Set(ticked('stopped-at').map(Number)),
  };
}

/** The body without what says whose incident it is. */
export function withoutIncidentMarkers(body: string): string {
  return body
    .split('\n')
    .filter((line) => !marker.test(line.trim()))
    .join('\n');
}

/** What people wrote under the heading “what was done”, without our own hint; empty where they wrote nothing. */
export function writtenUnderDone(people: string, words: RecoveryMessages): string {
  const [heading, hint] = words.people.done;
  const sections = people.split(/^## /m);
  const section = sections.find((each) => each.startsWith(heading)) ?? '';
  return withoutComments(section.slice(section.indexOf('\n') + 1).replace(hint, '')).trim();
}

export interface IncidentInput {
  readonly view: View;
  readonly words: RecoveryMessages;
  readonly history: IncidentHistory;
  readonly holidays: HolidayCalendar;
  readonly drafts: Drafts;
  /** Where the drafts were written, as the job names the files. */
  readonly draftFiles: readonly string[];
  /** What the issue said before; null for a new one. */
  readonly before: IncidentText | null;
}

/** The issue's body. Fits GitHub's limits by leaving the drafts out; people's text is never cut. */
export function renderIncident(input: IncidentInput): string {
  const { view, history, before } = input;
  const { path } = view.report.ledger;
  const key = encode(path);
  const state = pack(history);
  const opening = `<!-- recovery-incident:v1 ledger=${key} state=${state} -->`;
  const people = before === null ? emptyForm(input) : before.people.replace(/^\s*\n/, '').trimEnd();
  const compose = (withDrafts: boolean) =>
    [
      opening,
      begin,
      '',
      ownPart(input, withDrafts).map(withoutOurLines).join('\n\n'),
      '',
      end,
      '',
      people,
      '',
      `<!-- recovery-incident:v1 ledger=${key} -->`,
    ].join('\n');
  const whole = compose(true);
  return whole.length <= issueLimits.units && Buffer.byteLength(whole) <= issueLimits.bytes
    ? whole
    : compose(false);
}

/** A list of what is left before a stage, in words, with who acts. Ready for Markdown. */
export function blockingWords(
  { view, words }: Pick<IncidentInput, 'view' | 'words'>,
  stage: 'provisional' | 'full',
): string[] {
  const { report, format } = view;
  const operator = view.parsed?.ledger.responsibility?.operation?.party ?? null;
  return (report.recovery?.[stage].blocking ?? []).map((id) => {
    const found = report.findings.find((each) => each.id === id);
    const party = found?.party ?? operator;
    const text =
      found !== undefined
        ? richText(view.redact(found.title), 200)
        : isOperationPath(id)
          ? words.confirm.waiting(words.confirm.what[id.split('.').at(-1) as NormalOperation])
          : words.stage.notSeen(codeCell(id, 100));
    return party === null ? text : words.stage.byParty(text, inlineText(format.party(party), 100));
  });
}

function ownPart(input: IncidentInput, withDrafts: boolean): string[] {
  const { view, words, history } = input;
  const { report, format, checkedAt, parsed } = view;
  const { provisional, full } = report.recovery ?? {};
  const say = words.stage;
  const reached =
    full?.reached === true
      ? say.full
      : provisional?.reached === true
        ? say.provisional
        : provisional?.reached === false
          ? say.none
          : say.notKnown;
  const state = (value: boolean | null | undefined) =>
    value === true ? say.states.yes : value === false ? say.states.no : say.states.unknown;
  const row = (stage: 'provisional' | 'full') => {
    const left = blockingWords(input, stage).slice(0, 12);
    const cells = [
      say.names[stage],
      state(report.recovery?.[stage].reached),
      left.length === 0 ? say.nothingBlocks : left.join('<br>'),
    ];
    return `| ${cells.join(' | ')} |`;
  };
  const emergencies =
    parsed === null ? [] : emergenciesOf(report, parsed, checkedAt, input.holidays, new Map());
  const rules = parsed === null ? null : emergencyRules(parsed, checkedAt, input.holidays);
  return [
    words.checkedAt(format.moment(checkedAt)),
    ...emergencyCard(view, emergencies, rules, format.moment(checkedAt)),
    `## ${say.heading}`,
    reached,
    [
      `| ${say.table.stage} | ${say.table.state} | ${say.table.blocking} |`,
      '| :-- | :-- | :-- |',
      row('provisional'),
      row('full'),
    ].join('\n'),
    ...hiddenPart(input),
    nextUpdate(input),
    ...confirmPart(input),
    `## ${words.timeline.heading}`,
    [
      `| ${words.timeline.when} | ${words.timeline.what} |`,
      '| :-- | :-- |',
      ...history.events.map(
        ({ at, what, subject }) =>
          `| ${format.moment(at)} | ${words.timeline.event(what, subject === null ? null : codeCell(subject, 100))} |`,
      ),
    ].join('\n'),
    ...fullPart(input),
    ...draftsPart(input, withDrafts),
    '---',
    words.ownPart,
  ];
}

function hiddenPart({ view, words }: IncidentInput): string[] {
  const hidden = view.report.recovery?.hidden ?? [];
  if (hidden.length === 0) return [];
  const lines = hidden.map(({ endpoint, by, address }) =>
    by === 'cache'
      ? words.hidden.cache(codeCell(endpoint, 100))
      : words.hidden.oldDns(codeCell(endpoint, 100), codeCell(address ?? '—', 100)),
  );
  return [`## ${words.hidden.heading}`, lines.map((line) => `- ${line}`).join('\n')];
}

function nextUpdate({ view, words }: IncidentInput): string {
  const every = view.parsed?.ledger.targets?.['update-every'];
  if (every === undefined) return words.nextUpdate.notAgreed;
  const due = after(view.checkedAt, every, view.format.zone);
  return words.nextUpdate.due(view.format.moment(due), inlineText(spanWords(view, every), 40));
}

/** What no probe can see, to be ticked by a person; what was ticked stays ticked. */
function confirmPart({ view, words, before }: IncidentInput): string[] {
  const also = view.parsed?.ledger.stages?.full?.also ?? [];
  const blocking = new Set(view.report.recovery?.full.blocking ?? []);
  const open = also.filter((what) => blocking.has(operationPath(what)) || before?.confirmed.has(what));
  if (open.length === 0) return [];
  const boxes = open.map((what) => {
    const mark = before?.confirmed.has(what) ? 'x' : ' ';
    return `- [${mark}] ${words.confirm.what[what]} <!-- confirm:${what} -->`;
  });
  return [`## ${words.confirm.heading}`, words.confirm.explained, boxes.join('\n')];
}

/** Once it is over: at which items it stopped, the line for the ledger, the task that keeps it from coming back. */
function fullPart({ view, words, before, history }: IncidentInput): string[] {
  const { report, parsed, format } = view;
  if (report.recovery?.full.reached !== true || parsed === null) return [];
  const say = words.full;
  const stopped = before?.stoppedAt ?? new Set<number>();
  const boxes = itemNumbers.map(
    (item) => `- [${stopped.has(item) ? 'x' : ' '}] ${view.words.items[item]} <!-- stopped-at:${item} -->`,
  );
  const measure = permanentMeasure(parsed.ledger, history, view);
  const date = dayIn(format.zone, Temporal.Instant.from(history.startedAt));
  const line = [
    `date: ${date}`,
    `what: ${JSON.stringify(words.unnamedIncident)}`,
    `stopped-at: [${[...stopped].sort((a, b) => a - b).join(', ')}]`,
    ...(measure === null ? [] : [`by: ${measure.by}`, `until: ${measure.until}`]),
  ].join(', ');
  const permanentWords = () => {
    if (measure === null) return say.permanentMissing;
    const [who, day] = [inlineText(measure.who, 100), format.day(measure.until)];
    return history.permanent === null
      ? say.permanentNotOpened(who, day)
      : say.permanent(history.permanent, who, day);
  };
  return [
    `## ${say.heading}`,
    say.whichItems,
    boxes.join('\n'),
    say.proposal,
    fenced(`  - { ${line} }`, 'yaml'),
    permanentWords(),
  ];
}

function draftsPart({ view, words, drafts, draftFiles }: IncidentInput, withDrafts: boolean): string[] {
  const say = words.drafts;
  const named = [
    ['first-report', say.firstReport, drafts.firstReport],
    ['recovery-report', say.recoveryReport, drafts.recoveryReport],
  ] as const;
  const blocks = named.flatMap(([template, name, text]) => {
    if (text === null) {
      return [say.noTemplate(template, view.parsed?.ledger.templates?.[template] !== undefined)];
    }
    if (!withDrafts) return [`**${name}**: ${say.tooLong}`];
    const shown = withoutOurBoxes(fenced(view.redactSentence(text), 'markdown'));
    return [`<details><summary>${name}</summary>\n\n${shown}\n\n</details>`];
  });
  const files = draftFiles.map((file) => codeCell(file, 200));
  return [
    `## ${say.heading}`,
    ...blocks,
    ...(files.length === 0 ? [] : [say.inFiles(view.format.list(files))]),
  ];
}

// A template or an answer may hold what this program takes for its own: it would end our part early, so that the rest
// counts as people's words, or tick what nobody ticked.

function withoutOurLines(text: string): string {
  return text.replace(/<!--(?=\s*recovery-)/g, '<!\u200b--');
}

function withoutOurBoxes(text: string): string {
  return text.replace(/<!--(?=\s*(?:confirm|stopped-at):)/g, '<!\u200b--');
}

/** The four headings, and the time that everybody waits for. */
function emptyForm({ words }: IncidentInput): string {
  const section = ([heading, hint]: readonly [string, string]) => `## ${heading}\n\n${hint}`;
  const { now, done, known, next } = words.people;
  return [section(now), section(done), section(known), section(next), words.nextUpdate.field.trimEnd()].join(
    '\n\n',
  );
}
