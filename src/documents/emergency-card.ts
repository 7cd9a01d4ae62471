import type { Channel, Decision } from '../ledger/schema.ts';
import { codeCell, inlineText } from '../text/escape.ts';
import type { Duration } from '../text/values.ts';
import type { Call, Emergency, EmergencyRules } from './emergency.ts';
import { richText, type View } from './view.ts';

// The card that stands on top of the issue when something that the ledger calls an emergency was seen: all that
// somebody needs in the first minutes, with nothing to look up but the numbers that may not be published.

const mostEmergencies = 3;
const mostEntries = 10;
const wordLimit = 160;

/** The card in Markdown; empty where there is no emergency. `at` is the hour that the call list is for. */
export function emergencyCard(
  view: View,
  emergencies: readonly Emergency[],
  rules: EmergencyRules | null,
  at: string,
): string[] {
  const { words } = view;
  const say = words.emergency;
  const [first] = emergencies;
  if (first === undefined || rules === null) return [];
  const sentence = (text: string | null) =>
    text === null ? say.notWritten : inlineText(view.redactSentence(text), wordLimit);
  const named = (each: Emergency) => (each.when === null ? say.unnamed : sentence(each.when));

  const blocks = [
    [
      '> [!CAUTION]',
      ...emergencies.slice(0, mostEntries).map((each) => `> **${say.heading(named(each))}** <br>`),
      `> ${say.seenAt(at)}`,
    ].join('\n'),
  ];
  for (const each of emergencies.slice(0, mostEmergencies)) {
    if (emergencies.length > 1) blocks.push(`### ${named(each)}`);
    blocks.push(
      [
        ...each.shownBy
          .slice(0, mostEntries)
          .map((finding) => `- **${say.shownBy}**: ${richText(view.redact(finding.title), wordLimit)}`),
        `- **${say.firstInstruction}**: ${sentence(each.firstInstruction)}`,
        ...(rules.tell.length === 0
          ? []
          : [`- **${say.tell}**: ${sentence(view.format.list(rules.tell.slice(0, mostEntries)))}`]),
      ].join('\n'),
      `**${say.call(at)}**`,
      callTable(view, each.calls),
      ...onDuty(view, each.calls),
    );
  }
  blocks.push(`**${say.go}**`, decisionTable(view, rules, sentence));
  const rollbackWhen = rules.rollbackWhen.slice(0, mostEntries).map((text) => `- ${sentence(text)}`);
  blocks.push(
    `**${say.rollbackWhen}**`,
    rollbackWhen.length === 0 ? say.notWritten : rollbackWhen.join('\n'),
  );
  return [...blocks, '---'];
}

function callTable(view: View, calls: readonly Call[]): string {
  const say = view.words.emergency;
  if (calls.length === 0) return say.noCall;
  const rows = calls.slice(0, mostEntries).map((call, index) => {
    if (call.type === 'nobody') {
      return `| | ${say.nobodyAnswers} | | ${inlineText(view.redactSentence(call.because), wordLimit)} | |`;
    }
    const reachable =
      call.reachable === null ? say.hoursUnknown : call.reachable ? say.answers : `**${say.outOfHours}**`;
    const isLast = calls[index + 1]?.type !== 'contact';
    return `| ${index + 1} | ${contactWords(view, call.contact)} | ${reachable} | ${howWords(view, call)} | ${waitWords(view, call.wait, isLast)} |`;
  });
  const head = [say.order, say.contact, say.reachable, say.how, say.otherwise];
  return [`| ${head.join(' | ')} |`, '| --: | :-- | :-- | :-- | :-- |', ...rows].join('\n');
}

/** Who is on duty now, where it is not plainly the first of the list; nothing where hours are not known. */
function onDuty(view: View, calls: readonly Call[]): string[] {
  const say = view.words.emergency;
  const contacts = calls.flatMap((call) => (call.type === 'contact' ? [call] : []));
  const first = contacts.findIndex(({ reachable }) => reachable !== false);
  if (contacts.length > 0 && first === -1) return [`**${say.nobodyNow}**`];
  if (first <= 0 || contacts[first]!.reachable === null) return [];
  return [`**${say.firstNow(contactWords(view, contacts[first]!.contact))}**`];
}

/** A contact's name with its party, as far as the ledger says. */
function contactWords({ parsed, format }: View, id: string): string {
  const party = parsed?.ledger.contacts?.[id]?.party;
  const name = inlineText(format.contact(id), wordLimit);
  return party === undefined ? name : `${name} (${inlineText(format.party(party), wordLimit)})`;
}

function howWords(view: View, call: Extract<Call, { type: 'contact' }>): string {
  const say = view.words.emergency;
  const channels = call.channels.slice(0, 5).map((channel) => channelWords(channel, view));
  if (view.parsed?.ledger.site.public === true && channels.length > 0) return channels.join('<br>');
  const place =
    call.line === null
      ? say.notWritten
      : say.ledgerLine(codeCell(view.report.ledger.path, wordLimit), call.line);
  return [...channels, place].join('<br>');
}

function channelWords(channel: Channel, { words }: View): string {
  const { see, chat, ...others } = channel;
  const said = see ?? chat;
  if (said !== undefined) return inlineText(said, wordLimit);
  const keys = Object.keys(words.channels) as (keyof typeof words.channels)[];
  return keys
    .filter((key) => others[key] !== undefined)
    .map((key) => `${words.channels[key]} ${codeCell(others[key]!, wordLimit)}`)
    .join('');
}

function waitWords(view: View, wait: Duration | null, isLast: boolean): string {
  const say = view.words.emergency;
  if (wait === null) return '—';
  const span = view.format.duration(wait);
  return isLast ? say.waitLast(span) : say.wait(span);
}

function decisionTable(view: View, rules: EmergencyRules, sentence: (text: string | null) => string): string {
  const say = view.words.emergency;
  const who = (id: string | undefined) => (id === undefined ? say.notWritten : contactWords(view, id));
  const row = (what: 'startRecovery' | 'rollback', decision: Decision | null) => {
    const needs =
      decision?.needs === undefined ? null : view.format.list(decision.needs.slice(0, mostEntries));
    const cells = [
      say[what],
      who(decision?.decides),
      who(decision?.deputy),
      sentence(decision?.unreachable ?? null),
      sentence(needs),
    ];
    return `| ${cells.join(' | ')} |`;
  };
  const head = [say.decision, say.decides, say.deputy, say.unreachable, say.needs];
  return [
    `| ${head.join(' | ')} |`,
    '| :-- | :-- | :-- | :-- | :-- |',
    ...rules.decisions.map(({ what, decision }) => row(what, decision)),
  ].join('\n');
}
