import { execFileSync } from 'node:child_process';
import { globSync, readdirSync } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { generatedDocuments } from '../../scripts/documents.ts';

// What git, GitHub and Dependabot read of the repository beside its workflows.

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFile(path.join(root, file), 'utf8');
const git = (args: readonly string[], input = '') =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8', input, maxBuffer: 2 ** 26 });
const files = git(['ls-files', '-z']).split('\0').filter(Boolean);

describe('.gitattributes', () => {
  /** The attributes of each file. */
  function attributesOf(names: readonly string[]): Map<string, Record<string, string>> {
    const asked = ['check-attr', '-z', '--stdin', 'text', 'eol', 'diff', 'linguist-generated'];
    const fields = git(asked, names.join('\0')).split('\0');
    const attributes = new Map<string, Record<string, string>>();
    for (let index = 0; index + 2 < fields.length; index += 3) {
      const [file, name, value] = fields.slice(index, index + 3) as [string, string, string];
      attributes.set(file, { ...attributes.get(file), [name]: value });
    }
    return attributes;
  }

  test('names what the build writes, and nothing else', async () => {
    const documents = (await generatedDocuments(root)).map(([file]) => file);
    // Written by hand but for some blocks.
    const byHand = new Set(['README.md', 'README.ja.md']);
    const built = files.filter(
      (file) =>
        /^(dist|schema)\//.test(file) ||
        /^docs\/issue\..*\.md$/.test(file) ||
        (documents.includes(file) && !byHand.has(file)),
    );
    const attributes = attributesOf(files);
    const marked = files.filter((file) => attributes.get(file)?.['linguist-generated'] === 'set');
    expect(marked).toEqual(built);
    expect(files.filter((file) => attributes.get(file)?.['diff'] === 'unset')).toEqual(built);
  });

  test('leaves the bytes of dist/ alone, and keeps every other text at LF', () => {
    const attributes = attributesOf(files);
    for (const [file, { text, eol }] of attributes) {
      expect({ file, text, eol }).toEqual({
        file,
        text: file.startsWith('dist/') ? 'unset' : 'auto',
        eol: 'lf',
      });
    }
  });
});

describe('Dependabot', () => {
  interface Update {
    readonly 'package-ecosystem': string;
    readonly directory?: string;
    readonly directories?: readonly string[];
    readonly groups?: Readonly<Record<string, unknown>>;
    readonly cooldown?: unknown;
  }
  const foldersOf = ({ directory, directories = [] }: Update) => [
    ...(directory ? [directory] : []),
    ...directories,
  ];
  const foldersWith = (matches: (file: string) => boolean) => [
    ...new Set(files.filter(matches).map((file) => path.posix.join('/', path.posix.dirname(file)))),
  ];

  test('looks at every manifest, lock and workflow, and waits before it follows a release', async () => {
    const workflows = new Set<string>();
    for (const file of files.filter((each) => /\.ya?ml$/.test(each))) {
      if (/^ +(?:- )?uses: /m.test(await read(file))) workflows.add(file);
    }
    const expected: Readonly<Record<string, string[]>> = {
      npm: foldersWith((file) => path.posix.basename(file) === 'package-lock.json'),
      docker: foldersWith((file) => path.posix.basename(file) === 'Dockerfile'),
      // Of the root it reads .github/workflows.
      'github-actions': foldersWith((file) => workflows.has(file)).map((folder) =>
        folder === '/.github/workflows' ? '/' : folder,
      ),
    };
    const { version, updates } = parse(await read('.github/dependabot.yml')) as {
      version: number;
      updates: Update[];
    };
    expect(version).toBe(2);
    expect(updates.map((update) => update['package-ecosystem']).sort()).toEqual(Object.keys(expected).sort());
    for (const update of updates) {
      const ecosystem = update['package-ecosystem'];
      expect([ecosystem, foldersOf(update).sort()]).toEqual([ecosystem, expected[ecosystem]!.sort()]);
      expect(update.cooldown).toBeDefined();
      if (ecosystem !== 'docker') expect(update.groups).toBeDefined();
    }
  });
});

describe('the forms for issues', () => {
  interface Element {
    readonly type: string;
    readonly id?: string;
    readonly attributes: {
      readonly label?: string;
      readonly value?: string;
      readonly options?: readonly string[];
      readonly render?: string;
    };
    readonly validations?: { readonly required?: boolean };
  }
  interface Form {
    readonly name: string;
    readonly description: string;
    readonly labels: readonly string[];
    readonly body: readonly Element[];
  }
  const folder = '.github/ISSUE_TEMPLATE';
  const names = readdirSync(path.join(root, folder))
    .filter((name) => name !== 'config.yml')
    .sort();
  const isJapanese = /[\u3041-\u30ff\u4e00-\u9fff]/;
  const isEnglish = /[a-z]{3}/i;

  test('are four: a false alarm, a missed fault, another bug, a provider', () => {
    expect(names).toEqual(['1-false-alarm.yml', '2-missed-fault.yml', '3-bug.yml', '4-provider.yml']);
  });

  test.each(names)('%s is a form as GitHub takes it', async (name) => {
    const form: Form = parse(await read(`${folder}/${name}`));
    expect(Object.keys(form).sort()).toEqual(['body', 'description', 'labels', 'name']);
    const fields = form.body.filter(({ type }) => type !== 'markdown');
    expect(fields.length).toBeGreaterThan(0);
    expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
    expect(new Set(fields.map(({ attributes }) => attributes.label)).size).toBe(fields.length);
    for (const { type, id, attributes, validations = {} } of form.body) {
      expect(['markdown', 'input', 'textarea', 'dropdown', 'checkboxes']).toContain(type);
      if (type === 'markdown') expect(attributes.value).toBeTruthy();
      else expect(id).toMatch(/^[a-z][a-z0-9_-]*$/);
      if (type === 'dropdown') {
        expect(new Set(attributes.options).size).toBe(attributes.options?.length);
        expect(attributes.options?.filter((option) => typeof option !== 'string')).toEqual([]);
      }
      if (attributes.render !== undefined) expect(type).toBe('textarea');
      expect(Object.keys(validations)).toEqual(Object.keys(validations).filter((key) => key === 'required'));
    }
  });

  test.each(names)('%s can be read in English and in Japanese', async (name) => {
    const form: Form = parse(await read(`${folder}/${name}`));
    const texts = [
      form.name,
      form.description,
      ...form.body.flatMap(({ attributes }) => [
        attributes.label ?? attributes.value ?? '',
        ...(attributes.options ?? []),
      ]),
    ];
    expect(
      texts.filter((text) => !isJapanese.test(text) || !isEnglish.test(text.replace(/^No/, 'None'))),
    ).toEqual([]);
  });

  test('send a vulnerability elsewhere, and nobody to an empty page', async () => {
    const config = parse(await read(`${folder}/config.yml`));
    expect(config.blank_issues_enabled).toBe(false);
    expect(config.contact_links.map(({ url }: { url: string }) => url)).toEqual([
      'https://github.com/recovery-ledger/recovery-ledger/security/policy',
    ]);
    await access(path.join(root, 'SECURITY.md'));
  });
});

test('CODEOWNERS has an owner for every file', async () => {
  const lines = (await read('.github/CODEOWNERS')).split('\n').filter((line) => /^[^#\s]/.test(line));
  for (const line of lines) expect(line).toMatch(/^\S+( @[\w-]+(\/[\w-]+)?)+$/);
  expect(lines.map((line) => line.split(' ')[0])).toContain('*');
});

test('pages and workflows name scripts that there are', async () => {
  const { scripts } = JSON.parse(await read('package.json'));
  const named: string[] = [];
  for (const file of files.filter((each) => /^(?:[A-Z]+\.md|\.github\/.*\.(?:md|yml))$/.test(each))) {
    for (const [, script] of (await read(file)).matchAll(/\bnpm run ([\w:-]+)/g)) named.push(script!);
  }
  expect(named).toContain('check');
  expect(named.filter((script) => scripts[script] === undefined)).toEqual([]);
});

test('pages link to files and headings that there are', async () => {
  // What is written of providers links as the pages do that are made of it, and those are among these.
  const pages = files.filter((file) => file.endsWith('.md') && !file.startsWith('docs/source/'));
  /** As GitHub makes them: letters, digits, `-` and `_` of a heading, blanks as `-`. */
  const anchorsOf = (text: string) =>
    [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading]) =>
      heading!
        .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
        .toLowerCase()
        .replaceAll(' ', '-'),
    );
  const dead: string[] = [];
  let followed = 0;
  for (const page of pages) {
    const prose = (await read(page)).replace(/^```.*?^```/gms, '').replace(/`[^`\n]+`/g, '');
    for (const [, target] of prose.matchAll(/\]\((?![a-z]+:)([^)\s]+)\)/g)) {
      const [name, anchor] = target!.split('#') as [string, string?];
      const file = name === '' ? page : path.posix.join(path.posix.dirname(page), decodeURI(name));
      followed += 1;
      const isThere = files.some((each) => each === file || each.startsWith(`${file.replace(/\/$/, '')}/`));
      const isHeading =
        anchor === undefined || !isThere || anchorsOf(await read(file)).includes(decodeURI(anchor));
      if (!isThere || !isHeading) dead.push(`${page}: ${target}`);
    }
  }
  expect(followed).toBeGreaterThan(50);
  expect(dead).toEqual([]);
});

test('CONTRIBUTING.md names files that there are', async () => {
  const prose = (await read('CONTRIBUTING.md')).replace(/^```.*?^```/gms, '');
  const named = [...prose.matchAll(/`([\w.@*{},<>-]+\/[\w.@*{},<>/-]+\.[a-z]+)`/g)].map(([, name]) => name!);
  expect(named.length).toBeGreaterThan(50);
  // Paths of rooms are from `src/`.
  const isThere = (name: string) =>
    ['', 'src/'].some((base) => globSync(base + name.replace(/<[^>]*>/g, '*'), { cwd: root }).length > 0);
  expect(named.filter((name) => !isThere(name))).toEqual([]);
});
