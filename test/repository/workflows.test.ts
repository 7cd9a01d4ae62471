import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  imageProblems,
  type LintRule,
  lintAction,
  lintWorkflow,
  type Problem,
  pinsIn,
  unpinnedLines,
} from './workflow-lint.ts';

// Every workflow that runs here or that somebody copies from here.

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFile(path.join(root, file), 'utf8');

function filesOf(pattern: string): string[] {
  const files = globSync(pattern, { cwd: root, exclude: ['**/node_modules'] });
  return files.map((file) => file.split(path.sep).join('/')).sort();
}

const ours = filesOf('.github/workflows/*.yml');
const examples = filesOf('examples/*.yml').filter((file) => !file.includes('answers.'));
const fixtures = filesOf('fixtures/world/repository.*/.github/workflows/*.yml');
const pages = filesOf('{*.md,docs/**/*.md,.github/*.md,examples/**/*.md}');

/** The workflows that a page shows, each where it stands. */
function workflowsIn(page: string): string[] {
  return [...page.matchAll(/```ya?ml\n(.*?)```/gs)]
    .map(([, block]) => block!)
    .filter((block) => /^jobs:/m.test(block));
}

const shown = (problems: readonly Problem[]) =>
  problems.map(({ line, rule, text }) => `${line}: ${rule}: ${text}`);

test('there are workflows to lint, of each origin', async () => {
  expect(ours).toEqual(['.github/workflows/ci.yml', '.github/workflows/release.yml']);
  expect(examples).toEqual(['examples/fleet.yml', 'examples/workflow.yml']);
  expect(fixtures).toHaveLength(2);
  for (const page of ['README.md', 'README.ja.md']) expect(workflowsIn(await read(page))).toHaveLength(1);
});

test.each([...ours, ...examples])('%s', async (file) => {
  expect(shown(await lintWorkflow(await read(file), read))).toEqual([]);
});

test.each(fixtures)('%s', async (file) => {
  const problems = await lintWorkflow(await read(file), read);
  // A client's small workflow, that starts once a month.
  expect(shown(problems.filter(({ rule }) => rule !== 'no-concurrency'))).toEqual([]);
});

test.each(pages)('%s shows workflows as they should be, and names actions by commit', async (page) => {
  const text = await read(page);
  for (const workflow of workflowsIn(text)) expect(shown(await lintWorkflow(workflow, read))).toEqual([]);
  expect(shown(unpinnedLines(text))).toEqual([]);
});

test('action.yml', async () => {
  expect(shown(await lintAction(await read('action.yml'), read))).toEqual([]);
});

test('an action is pinned to one commit everywhere', async () => {
  const pins = new Map<string, Set<string>>();
  for (const file of [...ours, ...examples, ...fixtures, ...pages]) {
    for (const { action, commit, version } of pinsIn(await read(file))) {
      pins.set(action, (pins.get(action) ?? new Set()).add(`${commit} ${version}`));
    }
  }
  expect([...pins.keys()]).toContain('actions/checkout');
  expect([...pins].filter(([, versions]) => versions.size > 1)).toEqual([]);
});

test('the image of the fresh machine is pinned by its digest', async () => {
  const text = await read('.ci/Dockerfile');
  const images = text.split('\n').flatMap((line) => /^FROM (\S+)/.exec(line)?.[1] ?? []);
  expect(images).toHaveLength(1);
  expect(images.flatMap((image) => imageProblems(image, 1))).toEqual([]);
});

test('the major version of Node is the same in all places', async () => {
  const action = parse(await read('action.yml'));
  const ci = parse(await read('.github/workflows/ci.yml'));
  const release = parse(await read('.github/workflows/release.yml'));
  const { packages } = JSON.parse(await read('package-lock.json'));
  const major = (await read('.node-version')).trim();
  expect(action.runs.using).toBe(`node${major}`);
  expect(packages['node_modules/node'].version).toMatch(new RegExp(`^${major}\\.`));
  expect(ci.jobs.pure.strategy.matrix.node).toEqual([major]);
  expect(release.jobs.npm.steps[0].with['node-version']).toBe(major);
  expect(await read('.ci/Dockerfile')).toContain(`FROM node:${major}-`);
});

describe('what can write', () => {
  test('runs neither code of packages nor of the repository', async () => {
    const { jobs } = parse(await read('.github/workflows/release.yml'));
    for (const { permissions, steps = [] } of Object.values<Job>(jobs)) {
      if (!Object.values(permissions).includes('write')) continue;
      const scripts = steps.map(({ run = '' }) => run).join('\n');
      expect(scripts).not.toMatch(/\b(?:npm (?!publish .* --ignore-scripts)|npx|node)\b/);
    }
  });
});

interface Job {
  readonly permissions: Readonly<Record<string, string>>;
  readonly steps?: readonly { readonly run?: string }[];
}

const good = `name: Good
on: pull_request
permissions: {}
concurrency: good
jobs:
  one:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          persist-credentials: false
      - uses: recovery-ledger/recovery-ledger@v0
        with:
          mode: monthly
      - env:
          TITLE: \${{ github.event.pull_request.title }}
        run: |
          if [ -n "$TITLE" ]; then echo "$TITLE"; fi
`;
const commit = '3d3c42e5aac5ba805825da76410c181273ba90b1';

/** The good workflow with one place changed, and what that is. */
const broken: readonly [what: string, from: string, to: string, ...rules: LintRule[]][] = [
  ['an action by tag', `${commit} # v7.0.1`, 'v7', 'unpinned-action'],
  ['an action by branch', `${commit} # v7.0.1`, 'main', 'unpinned-action'],
  ['an action by short commit', `${commit} #`, '3d3c42e #', 'unpinned-action', 'invalid'],
  ['a commit without its version', ' # v7.0.1', '', 'no-version-comment'],
  ['a commit with its major version alone', ' # v7.0.1', ' # v7', 'no-version-comment'],
  ['an action nobody knows', 'actions/checkout@', 'action/checkout@', 'invalid'],
  [
    'another account with our name',
    'recovery-ledger/recovery-ledger@v0',
    'recovery/ledger@v0',
    'unpinned-action',
    'invalid',
  ],
  ['our action by branch', 'recovery-ledger@v0', 'recovery-ledger@main', 'unpinned-action'],
  ['an input that our action does not have', 'mode: monthly', 'modes: monthly', 'invalid'],
  [
    'an input that checkout does not have',
    'persist-credentials: false',
    'persist-credential: false',
    'credentials-kept',
    'invalid',
  ],
  ['credentials that stay', 'persist-credentials: false', 'persist-credentials: true', 'credentials-kept'],
  ['an image by tag', 'timeout-minutes', 'container: node:24\n    timeout-minutes', 'unpinned-image'],
  ['a step that is an image by tag', 'actions/checkout@', 'docker://node:24@', 'unpinned-image'],
  [
    'a service by tag',
    'timeout-minutes',
    'services: { db: { image: postgres } }\n    timeout-minutes',
    'unpinned-image',
  ],
  ['no permissions', 'permissions: {}\n', '', 'no-permissions'],
  ['all permissions', 'permissions: {}', 'permissions: write-all', 'wide-permissions'],
  ['a permission that there is not', 'permissions: {}', 'permissions: { issue: write }', 'invalid'],
  ['one permission for two jobs', 'permissions: {}', 'permissions: { issues: write }', 'wide-permissions'],
  ['no timeout', '    timeout-minutes: 5\n', '', 'no-timeout'],
  ['no concurrency', 'concurrency: good\n', '', 'no-concurrency'],
  [
    'a title inside the script',
    'echo "$TITLE"',
    `echo "\${{ github.event.pull_request.title }}"`,
    'expression-in-script',
  ],
  [
    'a head ref inside the script',
    'echo "$TITLE"',
    `echo '\${{ github['head_ref'] }}'`,
    'expression-in-script',
  ],
  ['a script that Bash does not read', '; fi', '', 'invalid-shell'],
  ['a context that there is not', 'github.event', 'git.event', 'invalid'],
  [
    'a function that there is not',
    `\${{ github.event.pull_request.title }}`,
    `\${{ lower(github.ref) }}`,
    'invalid',
  ],
  ['a key that there is not', 'timeout-minutes', 'time-limit: 5\n    timeout-minutes', 'invalid'],
  ['a job that needs none', 'timeout-minutes', 'needs: two\n    timeout-minutes', 'invalid'],
  [
    'a cron that never comes',
    'on: pull_request',
    "on: { pull_request: , schedule: [{ cron: '61 * * * *' }] }",
    'invalid',
  ],
  [
    'a stranger’s code with our secrets',
    'on: pull_request',
    'on: [pull_request, pull_request_target]',
    'dangerous-trigger',
  ],
  [
    'a stranger’s artifact with our secrets',
    'on: pull_request',
    'on: { pull_request: , workflow_run: { workflows: [CI] } }',
    'dangerous-trigger',
  ],
  ['all secrets', 'github.event.pull_request.title', 'toJSON( secrets )', 'all-secrets'],
];

describe('the lint', () => {
  test('has nothing against a good workflow', async () => {
    expect(shown(await lintWorkflow(good, read))).toEqual([]);
  });

  test.each(broken)('reports %s', async (what, from, to, ...rules) => {
    expect(good).toContain(from);
    const second = '  two: { runs-on: ubuntu-24.04, timeout-minutes: 5, steps: [{ run: "true" }] }\n';
    const text = good.replace(from, () => to) + (what === 'one permission for two jobs' ? second : '');
    const problems = await lintWorkflow(text, read);
    expect([...new Set(problems.map(({ rule }) => rule))].sort()).toEqual([...rules].sort());
  });

  test('reports secrets that are handed on wholesale, and an input that the called workflow does not take', async () => {
    const call = (more: string) => `name: Call
on: push
permissions: {}
concurrency: call
jobs:
  call:
    uses: ./.github/workflows/ci.yml
${more}`;
    expect(shown(await lintWorkflow(call(''), read))).toEqual([]);
    const rulesOf = async (more: string) => (await lintWorkflow(call(more), read)).map(({ rule }) => rule);
    expect(await rulesOf('    secrets: inherit\n')).toEqual(['all-secrets']);
    expect(await rulesOf('    with: { depth: 1 }\n')).toEqual(['invalid']);
  });

  test('says where', async () => {
    const [problem] = await lintWorkflow(good.replace(` # v7.0.1`, ''), read);
    expect(problem).toMatchObject({ line: 10, rule: 'no-version-comment' });
  });

  test('reports an input of the action without what GitHub asks for', async () => {
    const action = await read('action.yml');
    expect(shown(await lintAction(action.replace('using: node24', 'using: node25'), read))).not.toEqual([]);
    expect(shown(await lintAction(action.replace('main: dist/action.js', ''), read))).not.toEqual([]);
  });

  test('finds unpinned actions in a page', () => {
    const page = `Text\n\n    - uses: actions/checkout@v7\n- uses: "actions/cache@${commit}"\n`;
    expect(unpinnedLines(page).map(({ line, rule }) => [line, rule])).toEqual([
      [3, 'unpinned-action'],
      [4, 'no-version-comment'],
    ]);
  });
});
