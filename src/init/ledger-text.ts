import { domainToUnicode } from 'node:url';
import { yamlText } from '../ledger/yaml-text.ts';
import type { AskedSection, QuestionData } from '../messages/init.ts';
import type { InitMessages } from '../messages/words.ts';
import { plainLine } from '../text/escape.ts';
import { serviceOf } from './claims.ts';
import type { LedgerDraft, LedgerWords } from './draft.ts';
import { realityLines } from './reality-text.ts';

export const templatePaths = {
  'first-report': 'docs/templates/first-report.md',
  'recovery-report': 'docs/templates/recovery-report.md',
} as const;

const schema =
  'https://raw.githubusercontent.com/recovery-ledger/recovery-ledger/main/schema/ledger.schema.json';

const firstAsked: readonly AskedSection[] = ['parties', 'contacts', 'first-contact', 'access', 'rollback'];
/** Sections that nobody is asked about stand where a reader expects them, if the answers have them. */
const thenAsked: readonly (AskedSection | 'stages' | 'incident')[] = [
  'entrance',
  'decisions',
  'emergency',
  'targets',
  'stages',
  'restore',
  'evidence',
  'responsibility',
  'incident',
];
const atTheEnd = ['review', 'exercises', 'incidents', 'plan', 'exceptions'] as const;

/** Writes the first ledger of a site: what was seen is filled in, the rest is asked. Pure. */
export function writeLedger(draft: LedgerDraft, words: LedgerWords): string {
  const { site, answers, day } = draft;
  const { init } = words;
  const lines: string[] = [
    `# yaml-language-server: $schema=${schema}`,
    ...init.header({ url: plainLine(site.url, 200), day }),
    'version: 1',
    `reviewed: ${day}   # ${init.reviewed}`,
    '',
    'site:',
    ...siteLines(draft, init),
    '',
  ];
  const data = questionData(draft);
  const section = (name: string): string[] => {
    const answered = answers?.sections.get(name);
    if (answered !== undefined) return [...answered.split('\n'), ''];
    return name in init.questions ? [...init.questions[name as AskedSection](data), ''] : [];
  };
  lines.push(init.first, ...firstAsked.flatMap(section));
  lines.push(init.after, ...thenAsked.flatMap(section));
  lines.push(...(answers?.sections.has('templates') ? section('templates') : templateLines(draft, init)));
  lines.push(...realityLines(draft, words), '');
  lines.push(...atTheEnd.flatMap(section));
  lines.push('changes:', `  - { date: ${day}, what: ${quoted(init.created)} }`);
  return `${lines.join('\n')}\n`;
}

/** A text in double quotes; for words that a person will change. */
function quoted(text: string): string {
  return yamlText(text, { isInFlow: true, style: 'double' });
}

function siteLines({ site, answers, language, timezone }: LedgerDraft, init: InitMessages): string[] {
  const host = URL.parse(site.url)?.hostname ?? '';
  const spoken = host.includes('xn--') ? domainToUnicode(host) : '';
  const brand = site.home.type === 'seen' ? site.home.seen.brand : null;
  const name = answers?.site.name ?? brand ?? (spoken || host);
  const zone = answers?.site.timezone ?? timezone;
  const isAsked = init.timezone !== null && answers?.site.timezone === undefined;
  const isPublic = answers?.site.public;
  return [
    `  name: ${yamlText(name)}`,
    `  url: ${yamlText(site.url)}${spoken === '' ? '' : `   # ${plainLine(spoken, 100)}`}`,
    `  language: ${answers?.site.language ?? language}`,
    `  timezone: ${yamlText(zone)}${isAsked ? `   # ${init.timezone}` : ''}`,
    ...(isPublic === undefined ? [] : [`  public: ${isPublic}`]),
  ];
}

function questionData({ site, answers }: LedgerDraft): QuestionData {
  const host = URL.parse(site.url)?.hostname ?? '';
  const isWordPress = site.home.type === 'seen' && site.home.seen.isWordPress;
  const two = (known: readonly string[] | undefined, usual: readonly [string, string]) => {
    const [first = usual[0], second = known === undefined || known.length === 0 ? usual[1] : known[0]!] =
      known ?? [];
    return [yamlText(first), yamlText(second)] as const;
  };
  return {
    host,
    contacts: two(answers?.contacts, ['maintenance-desk', 'client-desk']),
    parties: two(answers?.parties, ['maintenance', 'client']),
    wordPressAdmin: isWordPress ? yamlText(new URL('/wp-admin/', site.url).href) : null,
    cdn: serviceOf(site),
  };
}

function templateLines({ templates }: LedgerDraft, init: InitMessages): string[] {
  const names = Object.keys(templatePaths) as (keyof typeof templatePaths)[];
  const isNone = names.every((name) => !templates.has(name));
  return [
    init.templates,
    isNone ? '#templates:' : 'templates:',
    ...names.map((name) =>
      templates.has(name) || isNone
        ? `${isNone ? '#' : ''}  ${name}: ${templatePaths[name]}`
        : `  #${name}: ${templatePaths[name]}`,
    ),
    '',
  ];
}
