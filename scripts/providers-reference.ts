// The reference of backup providers: a page for each in both languages, and an index, from their schemas in
// src/providers/ and what is written of them in docs/source/providers/.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { providers } from '../src/providers/registry.ts';
import type { ProviderSchema } from '../src/providers/schema.ts';
import type { Language } from '../src/text/language.ts';

const words = {
  en: {
    index: 'Where backups are looked up',
    intro:
      'What `provider` takes in `reality.backups`. Credentials come from environment variables, never from the ledger, and go to the provider’s own hosts alone. With `account: NAME` in a backup, the variables are prefixed with `NAME_`.',
    reads: 'What it reads',
    keys: 'Keys',
    key: 'key',
    needed: 'needed',
    form: 'form',
    sample: 'for instance',
    yes: 'yes',
    variables: 'Environment variables',
    variable: 'variable',
    purpose: 'holds',
    none: 'None.',
    permission: 'Permission',
    least: 'The least that is enough',
    example: 'Example',
    limits: 'What it cannot know',
    provider: 'provider',
    what: 'what it looks at',
  },
  ja: {
    index: 'バックアップの確認先',
    intro:
      '`reality.backups` の `provider` に書けるものの一覧です。認証情報は台帳ではなく環境変数から読み、その確認先のホストだけに送ります。バックアップに `account: NAME` を書くと、`NAME_` で始まる環境変数を使います。',
    reads: '読み取るもの',
    keys: 'キー',
    key: 'キー',
    needed: '必須',
    form: '書き方',
    sample: 'たとえば',
    yes: '○',
    variables: '環境変数',
    variable: '環境変数',
    purpose: '内容',
    none: 'ありません。',
    permission: '権限',
    least: '必要な最小の権限',
    example: '例',
    limits: '分からないこと',
    provider: 'provider',
    what: '確認するもの',
  },
} as const;

/** What is written of a provider in one language, in Markdown: the parts of `<name>/<language>.md`. */
export interface ProviderPage {
  /** How the vendor calls it. */
  readonly title: string;
  /** What is read, and what its times and states mean. */
  readonly reads: string;
  /** How the least right is given: a policy to paste, or the steps in the vendor's console. */
  readonly permission: string;
  /** What this provider cannot know; recipes and variants may follow under headings of their own. */
  readonly limits: string;
}

const folder = new URL('../docs/source/providers/', import.meta.url);

/** The names of which something is written. */
export function documentedProviders(): string[] {
  return readdirSync(folder).sort();
}

/** @throws Error naming the file that is missing, or the part that it lacks */
export function readProviderPage(name: string, language: Language): ProviderPage {
  const file = `docs/source/providers/${name}/${language}.md`;
  const lines = readSource(name, `${language}.md`).split('\n');
  const say = words[language];
  const headings = [say.reads, say.permission, say.limits].map((heading) => `## ${heading}`);
  const starts = headings.map((heading) => lines.indexOf(heading));
  const between = (from: number, to: number | undefined) =>
    lines
      .slice(from + 1, to)
      .join('\n')
      .trim();
  const [reads = '', permission = '', limits = ''] = starts.map((start, index) =>
    start < 0 ? '' : between(start, starts[index + 1]),
  );
  const title = /^# (.+)$/.exec(lines[0] ?? '')?.[1] ?? '';
  const parts = [`# …`, ...headings];
  for (const [index, part] of [title, reads, permission, limits].entries()) {
    if (part === '') throw new Error(`${file}: nothing stands under "${parts[index]}"`);
  }
  return { title, reads, permission, limits };
}

/**
 * The entry of `reality.backups` that the page shows, in YAML, as it stands in a ledger.
 *
 * @throws Error naming the file that is missing
 */
export function readProviderExample(name: string): string {
  return readSource(name, 'example.yml').trimEnd();
}

function readSource(name: string, file: string): string {
  const url = new URL(`${name}/${file}`, folder);
  if (!existsSync(url)) throw new Error(`docs/source/providers/${name}/${file} is missing`);
  return readFileSync(url, 'utf8');
}

/** Every page of the reference with its text, by its path from the root. */
export function providerDocuments(): [path: string, text: string][] {
  // A provider without its page fails the suite, and not the build.
  const documented = new Set(documentedProviders());
  const entries = Object.entries(providers).filter(([name]) => documented.has(name));
  return (['en', 'ja'] as const).flatMap((language): [string, string][] => {
    const suffix = language === 'en' ? '.md' : '.ja.md';
    const say = words[language];
    const pages = entries.map(
      ([name, { schema }]) => [name, readProviderPage(name, language), schema] as const,
    );
    const rows = pages.map(([name, { title }]) => `| [\`${name}\`](providers/${name}${suffix}) | ${title} |`);
    return [
      [
        `docs/providers${suffix}`,
        [
          generated,
          `# ${say.index}`,
          '',
          say.intro,
          '',
          `| ${say.provider} | ${say.what} |`,
          '| --- | --- |',
          ...rows,
          '',
        ].join('\n'),
      ],
      ...pages.map(([name, page, schema]): [string, string] => [
        `docs/providers/${name}${suffix}`,
        pageOf(name, page, schema, language),
      ]),
    ];
  });
}

const generated = '<!-- Generated from docs/source/providers and src/providers by "npm run build". -->';

function pageOf(name: string, page: ProviderPage, schema: ProviderSchema, language: Language): string {
  const say = words[language];
  return [
    generated,
    `# \`${name}\`: ${page.title}`,
    '',
    `## ${say.reads}`,
    '',
    page.reads,
    '',
    `## ${say.keys}`,
    '',
    ...keysOf(schema, language),
    '',
    `## ${say.variables}`,
    '',
    ...variablesOf(schema, language),
    '',
    `## ${say.permission}`,
    '',
    `${say.least}: ${schema.permission[language]}`,
    '',
    page.permission,
    '',
    `## ${say.example}`,
    '',
    '```yaml',
    readProviderExample(name),
    '```',
    '',
    `## ${say.limits}`,
    '',
    page.limits,
    '',
  ].join('\n');
}

interface KeyForm {
  readonly pattern?: string;
  readonly anyOf?: readonly { readonly pattern?: string }[];
  readonly enum?: readonly unknown[];
}

function keysOf(schema: ProviderSchema, language: Language): string[] {
  const say = words[language];
  const { properties = {}, required = [] } = z.toJSONSchema(schema.target, {
    io: 'input',
    unrepresentable: 'any',
  }) as { properties?: Record<string, KeyForm>; required?: string[] };
  return [
    `| ${say.key} | ${say.needed} | ${say.sample} | ${say.form} |`,
    '| --- | --- | --- | --- |',
    ...Object.entries(properties).map(([key, { pattern, anyOf, enum: choices }]) => {
      const written = pattern ?? anyOf?.find((each) => each.pattern !== undefined)?.pattern ?? null;
      const form = choices === undefined ? written : choices.join(', ');
      const shown = form === null ? '' : `\`${form.replaceAll('|', '\\|')}\``;
      const example = exampleOf(schema, key);
      const first = example === null ? '' : `\`${example}\``;
      return `| \`${key}\` | ${required.includes(key) ? say.yes : ''} | ${first} | ${shown} |`;
    }),
  ];
}

/** What fits the key's pattern, as its message says to whoever mistook it; null where it has none. */
function exampleOf({ target }: ProviderSchema, key: string): string | null {
  const told = (target.shape[key] as z.ZodType).safeParse('\n').error?.issues ?? [];
  const issues = told.flatMap((each) => (each.code === 'invalid_union' ? each.errors.flat() : [each]));
  return issues.find(({ code }) => code === 'invalid_format')?.message ?? null;
}

function variablesOf({ variables }: ProviderSchema, language: Language): string[] {
  const say = words[language];
  if (variables.length === 0) return [say.none];
  return [
    `| ${say.variable} | ${say.needed} | ${say.purpose} |`,
    '| --- | --- | --- |',
    ...variables.map(
      ({ name, needed, purpose }) => `| \`${name}\` | ${needed ? say.yes : ''} | ${purpose[language]} |`,
    ),
  ];
}
