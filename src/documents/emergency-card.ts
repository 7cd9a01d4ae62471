import type { Channel } from '../ledger/schema.ts';
import { codeCell, inlineText } from '../text/escape.ts';
import type { Duration } from '../text/values.ts';
import type { Call, Decider, Emergency, EmergencyRules } from './emergency.ts';
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
  const listed = new Set<string>();
  for (const each of emergencies.slice(0, mostEmergencies)) {
    const list = callList(view, each.calls);
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
      // Where the same people are called for both, they stand once.
      ...(listed.has(list) ? [] : [`**${say.call(at)}**`, list, ...onDuty(view, each.calls)]),
    );
    listed.add(list);
  }
  blocks.push(`**${say.go}**`, decisions(view, rules, sentence));
  const rollbackWhen = rules.rollbackWhen.slice(0, mostEntries).map((text) => `- ${sentence(text)}`);
  blocks.push(
    `**${say.rollbackWhen}**`,
    rollbackWhen.length === 0 ? say.notWritten : rollbackWhen.join('\n'),
  );
  return [...blocks, '---'];
}

/** One contact an entry, no table: it is read on a phone. */
function callList(view: View, calls: readonly Call[]): string {
  const say = view.words.emergency;
  if (calls.length === 0) return say.noCall;
  return calls
    .slice(0, mostEntries)
    .map((call, index) => {
      if (call.type === 'nobody') {
        return `${index + 1}. **${say.nobodyAnswers}**: ${inlineText(view.redactSentence(call.because), wordLimit)}`;
      }
      const isLast = calls[index + 1]?.type !== 'contact';
      return `${index + 1}. ${[
        `**${contactWords(view, call.contact)}** — ${hourWords(view, call.reachable)}`,
        ...howWords(view, call),
        ...waitWords(view, call.wait, isLast),
      ].join('<br>')}`;
    })
    .join('\n');
}

function hourWords({ words: { emergency: say } }: View, reachable: boolean | null): string {
  if (reachable === null) return say.hoursUnknown;
  return reachable ? say.answers : `**${say.outOfHours}**`;
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

function howWords(view: View, call: Extract<Call, { type: 'contact' }>): string[] {
  const say = view.words.emergency;
  const channels = call.channels.slice(0, 5).map((channel) => channelWords(channel, view));
  if (view.parsed?.ledger.site.public === true && channels.length > 0) return channels;
  if (call.line === null) return [...channels, say.notWritten];
  const place =
    view.ledgerUrl === null
      ? say.ledgerLine(codeCell(view.report.ledger.path, wordLimit), call.line)
      : `[${say.openChannels(call.line)}](${view.ledgerUrl}#L${call.line})`;
  return [...channels, place];
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

function waitWords(view: View, wait: Duration | null, isLast: boolean): string[] {
  const say = view.words.emergency;
  if (wait === null) return [];
  const span = view.format.duration(wait);
  return [isLast ? say.waitLast(span) : say.wait(span)];
}

function decisions(view: View, rules: EmergencyRules, sentence: (text: string | null) => string): string {
  const say = view.words.emergency;
  const who = (decider: Decider | null) =>
    decider === null
      ? say.notWritten
      : `${contactWords(view, decider.contact)} — ${hourWords(view, decider.reachable)}`;
  return rules.decisions
    .map(({ what, decides, deputy, unreachable, needs }) => {
      const lines = [
        `**${say[what]}**: ${who(decides)}`,
        `${say.deputy}: ${who(deputy)}`,
        `${say.unreachable}: ${sentence(unreachable)}`,
        ...(needs.length === 0
          ? []
          : [`${say.needs}: ${sentence(view.format.list(needs.slice(0, mostEntries)))}`]),
      ];
      return `- ${lines.join('<br>')}`;
    })
    .join('\n');
}
