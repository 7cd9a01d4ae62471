import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { generatedDocuments } from '../../scripts/documents.ts';
import { defaultOf } from '../../scripts/interface.ts';
import { outputs } from '../../src/action/outputs.ts';
import { network, type Option, optionsOf, type Place } from '../../src/check/options.ts';
import { parseArguments } from '../../src/cli/arguments.ts';
import { commands } from '../../src/cli/commands.ts';
import { commandHelp } from '../../src/cli/help.ts';

// An option stands in one table; everything else that speaks of it is made from there. Compared here are all homes, so
// that one that was forgotten fails by its name.

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const documents = new Map(await generatedDocuments(root));

interface Manifest {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
}
const manifest: Manifest = parse(read('action.yml'));
const japanese: Manifest = parse(read('docs/action.ja.yml'));

type Homes = Readonly<Record<string, (option: Option) => boolean>>;

const actionHomes: Homes = {
  'action.yml': (input) => {
    const { description, default: standard } = manifest.inputs[input.name] ?? {};
    return description === input.en && standard === defaultOf(input);
  },
  'docs/action.ja.yml': ({ name, ja }) => japanese.inputs[name]?.description === ja,
  ...Object.fromEntries(
    ['README.md', 'README.ja.md'].map((file) => [
      file,
      ({ name }: Option) => documents.get(file)!.includes(`\n| \`${name}\` | `),
    ]),
  ),
};

const homesOf = (command: Exclude<Place, 'action'>, options: readonly Option[]): Homes => ({
  ...Object.fromEntries(
    (['ja', 'en'] as const).flatMap((language) => {
      const reference = documents.get(`docs/command-line${language === 'ja' ? '.ja' : ''}.md`)!;
      const section = reference.split(`\n## ${command}\n`)[1]!.split('\n## ')[0]!;
      const help = commandHelp(command, language);
      const stands = (text: string) => (option: Option) =>
        text.includes(option.variable ?? `--${option.name}`);
      return [
        [`help (${language})`, stands(help)],
        [`reference (${language})`, stands(section)],
      ];
    }),
  ),
  parser: ({ name, form, variable }) => {
    const written = form.value === null ? [`--${name}`] : [`--${name}`, 'x'];
    const known = options.filter((option) => option.variable === undefined);
    const result = parseArguments(written, known);
    return variable !== undefined || (result.ok && result.values.has(name));
  },
});

/** `option: home` for each home that lacks an option. */
const lacking = (options: readonly Option[], homes: Homes) =>
  options.flatMap((option) =>
    Object.entries(homes).flatMap(([home, holds]) => (holds(option) ? [] : [`${option.name}: ${home}`])),
  );

const all = (place: Place) => Object.values<Option>(optionsOf(place));
const places = ['action', ...Object.keys(commands)] as Place[];
const forgotten: Option = {
  name: 'forgotten',
  form: { value: null, read: () => true },
  en: 'x',
  ja: 'x',
};

describe.each(places)('%s', (place) => {
  const homes = place === 'action' ? actionHomes : homesOf(place, all(place));

  test('each of its options stands in every home', () => {
    expect(lacking(all(place), homes)).toEqual([]);
  });

  test('one that was forgotten is named with the homes that lack it', () => {
    expect(lacking([forgotten], homes)).toEqual(Object.keys(homes).map((home) => `forgotten: ${home}`));
  });

  test('no two of its options share a name', () => {
    const names = all(place).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  test('each of its options is read by what it is there for', () => {
    const files =
      place === 'action'
        ? readdirSync(path.join(root, 'src/action')).map((file) => `src/action/${file}`)
        : [`src/cli/${place}.ts`];
    const source = files
      .filter((file) => !file.endsWith('/outputs.ts'))
      .map(read)
      .join('\n');
    // Help and language are read for every command, in command-line.ts; what decides how to look is handed on whole.
    const elsewhere = new Set(['help', 'language', ...Object.keys(network)]);
    const unread = Object.keys(optionsOf(place)).filter(
      (id) => !elsewhere.has(id) && !new RegExp(`\\b${id}\\b`).test(source),
    );
    expect(unread).toEqual([]);
    const looks = Object.keys(network).some((id) => id in optionsOf(place));
    // What is read is `NetworkInputs` by its type, and the edge opens with nothing else.
    if (looks) expect(source).toContain('withEdge(');
  });
});

test('action.yml has no input and no output that the tables do not have', () => {
  const inputs = all('action').map(({ name }) => name);
  for (const { inputs: written, outputs: given } of [manifest, japanese]) {
    expect(Object.keys(written)).toEqual(inputs);
    expect(Object.keys(given)).toEqual(Object.keys(outputs));
  }
});
