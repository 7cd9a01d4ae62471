import { byPlace, grouped, itemsByCause, startWith } from '../report/order.ts';
import type { ReportedFinding } from '../report/report.ts';
import type { ItemNumber } from '../rules/rule.ts';
import { withoutEnd } from '../text/ends.ts';
import { code, fenced, inlineText } from '../text/escape.ts';
import { entries as entriesOf } from './entries.ts';
import { isProblem, notAskedWords, nothingToDo, richText, type View } from './view.ts';

/** How much of each section there is room for. */
export interface Fit {
  /** What was looked at, and whole values. */
  readonly evidence: boolean;
  readonly patch: boolean;
  readonly holes: boolean;
  readonly notices: boolean;
  readonly responsibility: boolean;
  readonly dates: boolean;
  /** How many findings are shown; the rest is counted. */
  readonly findings: number;
}

const marks = { critical: '🔴', warning: '🟡', info: '🔵' } as const;
const mostSmallEntries = 50;

/** Folded away until somebody opens it. */
export function folded(summary: string, blocks: readonly string[]): string[] {
  return [`<details><summary>${summary}</summary>`, ...blocks, '</details>'];
}

/** What somebody has to do, most urgent first. */
export function findingsSection(view: View, fit: Fit): string[] {
  const { words, sorted } = view;
  if (view.report.verdict === 'invalid') return problemsSection(view, fit);
  if (sorted.toDo.length === 0) return [nothingToDo(view)];
  const isReview = fit.evidence && sorted.toDo.some(({ rule }) => rule === 'ledger/review-due');
  const shown = entriesOf(view, fit);
  const heading = shown.length === 0 ? [] : [`## ${words.findings.heading}`];
  return [...heading, ...shown, ...(isReview ? reviewList(view) : [])];
}

/** What a person goes through once a month, one line to tick each. */
function reviewList({ parsed, words, format }: View): string[] {
  if (parsed === null) return [];
  const { contacts = {}, access = {}, entrance = {} } = parsed.ledger;
  const say = words.review;
  const day = (verified: string | undefined) => (verified === undefined ? null : format.day(verified));
  const doors = [...Object.entries(access), ...Object.entries(entrance)].filter(([id]) => id !== 'common');
  const lines = [
    ...Object.entries(contacts)
      .filter(([id]) => id !== 'common')
      .map(([id, { verified }]) => say.contact(inlineText(format.contact(id), 100), day(verified))),
    ...doors.map(([id, door]) => say.access(inlineText(id, 100), day(door?.verified))),
  ].slice(0, mostSmallEntries);
  return [[...lines, say.last].map((line) => `- [ ] ${line}`).join('\n')];
}

/** A ledger that cannot be read: what to correct, in the file's order, and what stood before. */
function problemsSection(view: View, fit: Fit): string[] {
  const { words, redact, report, asOf } = view;
  const problems = report.findings
    .filter(isProblem)
    .sort(byPlace)
    .slice(0, fit.findings)
    .map(({ rule, location, title, observed, remedy }) => {
      const what = rule === 'ledger/invalid' ? '' : ` — ${richText(redact(remedy), 400)}`;
      const seen = observed === null ? '' : ` — ${code(redact(observed), fit.evidence ? 200 : 80)}`;
      return `1. ${code(`${location.path}:${location.line}:${location.column}`)} ${richText(redact(title), 300)}${seen}${what}`;
    });
  const before = view.sorted.toDo.filter((each) => !isProblem(each) && asOf.has(each.id));
  return [
    `## ${words.invalid.heading}`,
    words.invalid.explained,
    problems.join('\n'),
    ...(before.length === 0
      ? []
      : [
          words.findings.asOf(view.format.moment(asOf.get(before[0]!.id)!)),
          before
            .slice(0, Math.min(fit.findings, mostSmallEntries))
            .map((each) => `- ${marks[each.severity]} ${richText(redact(each.title), 200)}`)
            .join('\n'),
        ]),
  ];
}

/** The ten items: those that are not met, each with what keeps it from that; the others folded away. */
export function itemsSection(view: View): string[] {
  const { report, words, numbers } = view;
  if (report.score === null) return [];
  const kinds = new Map(report.findings.map(({ id, kind }) => [id, kind]));
  const met = report.score.items.filter(({ state }) => state === 'met');
  const open = report.score.items.filter(({ state }) => state !== 'met');
  const rows = open.map(({ item, state, findings }) => {
    const references = [...new Set(findings.flatMap((id) => numbers.get(id) ?? []))].sort((a, b) => a - b);
    const count = (kind: string) => findings.filter((id) => kinds.get(id) === kind).length;
    const because = [
      ...references.slice(0, 6).map((number) => words.dates.findingNumber(number)),
      ...(references.length > 6 ? ['…'] : []),
      ...(count('gap') === 0 ? [] : [`${words.kinds.gap} ${words.holes.count(count('gap'))}`]),
      ...(count('unknown') === 0 ? [] : [`${words.kinds.unknown} ${words.holes.count(count('unknown'))}`]),
    ];
    const { mark, word } = words.itemStates[state];
    return `| ${words.items[item]} | ${mark} ${word} | ${because.join(', ')} |`;
  });
  const say = words.items10;
  const { mark, word } = words.itemStates.met;
  return [
    ...(rows.length === 0
      ? []
      : [
          `## ${say.heading}`,
          [`| ${say.item} | ${say.state} | ${say.because} |`, '| :-- | :-- | :-- |', ...rows].join('\n'),
        ]),
    ...(met.length === 0
      ? []
      : folded(say.met(met.length), [
          met.map(({ item }) => `- ${mark} ${words.items[item]} ${word}`).join('\n'),
        ])),
  ];
}

/** What nobody saw: neither fine nor broken. `before`: what the last look had seen of it. */
export function unseenSection(
  view: View,
  fit: Fit,
  before: readonly { readonly title: string; readonly seenAt: string }[],
): string[] {
  const { words, sorted, redact, format } = view;
  const say = words.unseen;
  const entries = [
    ...grouped(sorted.unseen.slice(0, fit.findings)).map((group) => {
      const [{ party, remedy }] = group;
      const who = party === null ? '' : ` (${inlineText(format.party(party), 100)})`;
      const lines = group.map((each) => {
        const seen = each.observed === null || !fit.evidence ? '' : ` — ${code(redact(each.observed), 160)}`;
        return `${richText(redact(each.title), 300)}${seen}`;
      });
      const subjects = lines.length === 1 ? lines[0]! : lines.join('<br>');
      return `- ${subjects}${who}<br>${words.findings.remedy}: ${richText(redact(remedy))}`;
    }),
    ...before
      .slice(0, Math.min(fit.findings, mostSmallEntries))
      .map(({ title, seenAt }) => `- ${say.before(richText(redact(title), 200), format.day(seenAt))}`),
    ...notAskedWords(view).map((each) => `- ${each}`),
  ];
  if (entries.length === 0) return [];
  return [`## ${say.heading}`, say.explained, entries.join('\n')];
}

/** What is not written: the three to start with, then by access, contact, procedure, each with its plan. */
export function holesSection(view: View, fit: Fit): string[] {
  const { words, sorted, redact } = view;
  if (sorted.holes.length === 0) return [];
  const say = words.holes;
  const byItem = new Map<ItemNumber | null, ReportedFinding[]>();
  for (const hole of sorted.holes) {
    const item = hole.items[0] ?? null;
    byItem.set(item, [...(byItem.get(item) ?? []), hole]);
  }
  const first = startWith.filter((item) => byItem.has(item)).map((item) => words.items[item]);
  const rows = [...itemsByCause, null].flatMap((item) => {
    const holes = byItem.get(item);
    if (holes === undefined) return [];
    const shown = fit.holes
      ? holes
          .slice(0, 20)
          .map((each) => `${richText(redact(each.title), 200)} (${words.findings.line(each.location.line)})`)
      : [say.count(holes.length)];
    if (fit.holes && holes.length > 20) shown.push(words.issue.more(holes.length - 20));
    return [
      `| ${item === null ? say.others : words.items[item]} | ${shown.join('<br>')} | ${planWords(view, item)} |`,
    ];
  });
  return [
    `## ${say.heading}`,
    first.length === 0 ? say.explained : `${say.startWith(view.format.list(first))} ${say.explained}`,
    [`| ${say.item} | ${say.missing} | ${say.plan} |`, '| :-- | :-- | :-- |', ...rows].join('\n'),
  ];
}

function planWords({ parsed, words, format }: View, item: ItemNumber | null): string {
  const entries = (parsed?.ledger.plan ?? []).filter((each) => each.item === item).slice(0, 5);
  if (entries.length === 0) return item === null ? '' : words.holes.noPlan;
  return entries
    .map(({ by, until }) =>
      words.holes.planned(
        by === undefined ? words.findings.nobody : inlineText(format.party(by), 100),
        until === undefined ? null : format.day(until),
      ),
    )
    .join('<br>');
}

export function noticesSection(view: View, fit: Fit): string[] {
  const { words, sorted, redact } = view;
  if (sorted.notices.length === 0) return [];
  const shown = sorted.notices
    .slice(0, mostSmallEntries)
    .map((each) => `- ${richText(redact(each.title), 300)}<br>${richText(redact(each.remedy))}`);
  const left = sorted.notices.length - shown.length;
  const list = [...shown, ...(left === 0 ? [] : [`- ${words.issue.more(left)}`])].join('\n');
  const count = words.notices.count(sorted.notices.length);
  return fit.notices ? folded(count, [list]) : [count];
}

export function exceptedSection(view: View, fit: Fit): string[] {
  const { words, sorted, redact, redactSentence, format } = view;
  if (sorted.excepted.length === 0) return [];
  const shown = sorted.excepted.slice(0, fit.notices ? mostSmallEntries : 0).map(({ title, excepted }) => {
    const because = inlineText(redactSentence(excepted!.because), 200);
    return `- ${words.excepted.entry(richText(redact(title), 200), because, format.day(excepted!.until))}`;
  });
  const left = sorted.excepted.length - shown.length;
  const list = [...shown, ...(left === 0 ? [] : [`- ${words.issue.more(left)}`])].join('\n');
  return folded(`${words.excepted.heading} (${sorted.excepted.length})`, [list]);
}

/** The pull request that a change waits in. */
export interface ShownProposal {
  readonly pullRequest: { readonly number: number; readonly url: string } | null;
  /** Whether it stays as somebody left it. */
  readonly isLeft: boolean;
}

/** The change that takes reality into the ledger. Not shown where it would show what is not public. */
export function patchSection(
  { words, redact, redactSentence }: View,
  patch: string | null,
  proposal: ShownProposal | null = null,
): string[] {
  if (proposal?.pullRequest != null) {
    const { number } = proposal.pullRequest;
    const say = proposal.isLeft ? words.proposal.left : words.proposal.open;
    return [`## ${words.patch.heading}`, say(`#${number}`)];
  }
  if (patch === null || patch.trim() === '') return [];
  const isPublic = redact(patch) === patch && redactSentence(patch) === patch;
  return [
    `## ${words.patch.heading}`,
    words.patch.explained,
    ...(isPublic
      ? folded(words.patch.show, [fenced(withoutEnd(patch, '\n'), 'diff')])
      : [words.patch.hidden]),
  ];
}
