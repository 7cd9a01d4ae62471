import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { GitHub } from '../../fixtures/world/github.ts';
import { readMarker } from '../../src/publish/marker.ts';
import { countAttacks } from '../attacks/count.ts';
import { now } from '../documents/sample.ts';
import { isFull } from '../properties/runs.ts';
import { commentFrom, failures, found, type Month, open, outcomeOf, runMany, runMonth } from './campaign.ts';

// Every request of a month, every way in which it may fail, and every place at which the run may be killed: after the
// next run there is one issue in the right state, and readers were given each piece of news exactly once.

const [a, b, c] = ['a', 'b', 'c'].map(found) as [ReturnType<typeof found>, never, never];
/** What readers are to know in the end, each of it once: by comments, beside what the issue said when it was made. */
interface Expected {
  readonly fresh?: readonly string[];
  readonly resolved?: readonly string[];
  readonly closings?: number;
  readonly state: 'open' | 'closed';
}
const stories: readonly (readonly [
  name: string,
  before: readonly Month[],
  month: Month,
  expected: Expected,
])[] = [
  ['made', [], { findings: [a] }, { state: 'open' }],
  ['news', [{ findings: [a, b] }], { findings: [b, c] }, { fresh: ['c'], resolved: ['a'], state: 'open' }],
  ['closed', [{ findings: [a] }], { findings: [] }, { resolved: ['a'], closings: 1, state: 'closed' }],
  [
    'closed after news',
    [{ findings: [a] }, { findings: [b] }],
    { findings: [] },
    { fresh: ['b'], resolved: ['a', 'b'], closings: 1, state: 'closed' },
  ],
  [
    'opened again',
    [{ findings: [a] }, { findings: [] }],
    { findings: [b] },
    { fresh: ['b'], resolved: ['a'], closings: 1, state: 'open' },
  ],
  [
    'closed by somebody, and held',
    [{ findings: [a] }],
    { findings: [a, b], before: (github) => github.editIssue(1, { state: 'closed' }) },
    { fresh: ['b'], state: 'open' },
  ],
  [
    'without its label',
    [{ findings: [a] }],
    { findings: [b], before: (github) => github.editIssue(1, { labels: [] }) },
    { fresh: ['b'], resolved: ['a'], state: 'open' },
  ],
  [
    'there twice',
    [{ findings: [a] }],
    {
      findings: [a, b],
      before: (github) => {
        const { title, body } = github.issue(1)!;
        const labels = ['recovery-ledger'];
        github.addIssue({ title, body, author: 'github-actions[bot]', labels });
      },
    },
    { fresh: ['b'], state: 'open' },
  ],
];

async function begin(before: readonly Month[], month: Month): Promise<GitHub> {
  const github = await open();
  for (const [index, each] of before.entries()) await runMonth(github, index, each);
  month.before?.(github);
  return github;
}

/** What is there after a run without faults and one more, and how many requests the first of them makes. */
async function undisturbed(before: readonly Month[], month: Month, expected: Expected) {
  const github = await begin(before, month);
  const start = github.requests.length;
  await runMonth(github, before.length, month);
  const requests = github.requests.length - start;
  await runMonth(github, before.length + 1, month);
  const outcome = outcomeOf(github);
  await github.close();
  const named = (names: readonly string[] = []) => names.map((each) => `finding-${each}`);
  expect(outcome).toMatchObject({
    kept: [{ number: 1, state: expected.state }],
    open: expected.state === 'open' ? 1 : 0,
    fresh: named(expected.fresh),
    resolved: named(expected.resolved),
    closings: expected.closings ?? 0,
    shown: [month.findings.length],
  });
  return { requests, outcome };
}

/** Many at a time: each has a GitHub of its own. */
async function all<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const next = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: 8 }, next));
}

const counted = { faults: 0, kills: 0 };

describe.each(stories)('an issue that is %s', (_name, before, month, expected) => {
  test('whatever fails at one request', async ({ task }) => {
    const { requests, outcome } = await undisturbed(before, month, expected);
    const cases = Array.from({ length: requests }, (_, index) => index).flatMap((index) =>
      failures.map(([name, failure], place) => ({ index, place, name, failure })),
    );
    countAttacks(task, isFull ? 2 * cases.length : cases.length);
    await all(cases, async ({ index, place, name, failure }) => {
      for (const lasts of isFull ? [false, true] : [(index + place) % 2 === 1]) {
        counted.faults += 1;
        const github = await begin(before, month);
        const at = github.requests.length + index;
        github.interfere = (request) =>
          request.index === at || (lasts && request.index > at) ? failure : null;
        await runMonth(github, before.length, month);
        github.interfere = null;
        await runMonth(github, before.length + 1, month);
        expect(outcomeOf(github), `${name} at request ${index}${lasts ? ' and all after' : ''}`).toEqual(
          outcome,
        );
        await github.close();
      }
    });
  });

  test('wherever the run is killed', async ({ task }) => {
    const { requests, outcome } = await undisturbed(before, month, expected);
    countAttacks(task, requests);
    await all(
      Array.from({ length: requests }, (_, index) => index),
      async (index) => {
        counted.kills += 1;
        const github = await begin(before, month);
        expect(await runMonth(github, before.length, month, index)).toBe('killed');
        await runMonth(github, before.length + 1, month);
        expect(outcomeOf(github), `killed at request ${index}`).toEqual(outcome);
        await github.close();
      },
    );
  });
});

describe.each(stories)('an issue that is %s', (_name, before, month, expected) => {
  test('wherever two runs, one after the other, are killed', async ({ task }) => {
    const { requests, outcome } = await undisturbed(before, month, expected);
    const places = Array.from({ length: requests }, (_, index) => index);
    const pairs = places.flatMap((first) => places.map((second) => [first, second] as const));
    countAttacks(task, 2 * pairs.length);
    await all(pairs, async ([first, second]) => {
      counted.kills += 2;
      const github = await begin(before, month);
      for (const [later, place] of [first, second].entries()) {
        await runMonth(github, before.length + later, month, place);
      }
      await runMonth(github, before.length + 2, month);
      expect(outcomeOf(github), `killed at request ${first}, then at ${second}`).toEqual(outcome);
      await github.close();
    });
  });
});

test('the campaign was one', () => {
  expect(counted.faults).toBeGreaterThan(408);
  expect(counted.kills).toBeGreaterThan(124);
});

test('a month without change takes at most 6 calls, and 400 new ledgers at most 3 each', async () => {
  const github = await open();
  for (const month of [0, 1, 2]) await runMonth(github, month, { findings: [month === 0 ? a : b] });
  const before = github.requests.length;
  await runMonth(github, 3, { findings: [b] });
  expect(github.requests.length - before).toBeLessThanOrEqual(6);
  await github.close();

  const fleet = await open();
  const ledgers = Array.from({ length: 400 }, (_, index) => `sites/${index}.yml`);
  await runMany(fleet, ledgers);
  expect(fleet.issues()).toHaveLength(400);
  expect(fleet.requests.length).toBeLessThanOrEqual(3 * 400);
  await fleet.close();
});

describe('a ledger that was moved', () => {
  let github: GitHub;
  beforeEach(async () => {
    github = await open();
    await runMonth(github, 0, { findings: [a] });
  });
  afterEach(() => github.close());
  const later = (month: number, path: string) => runMonth(github, month, { findings: [a], path });
  const kept = () => github.issues().map(({ number, state }) => `${number} ${state}`);
  const comments = () => github.issues().flatMap((issue) => issue.comments);

  test('keeps its issue, without a word, and keeps it where it moves again', async () => {
    for (const [index, path] of ['sites/main.yml', 'sites/日本 #1.yml'].entries()) {
      github.files.clear();
      github.files.set(`main:${path}`, 'version: 1');
      expect(await later(index + 1, path)).toBeNull();
      expect(kept()).toEqual(['1 open']);
      expect(readMarker(github.issue(1)!.body, now.add({ hours: 24 * 90 }))?.ledger).toBe(path);
    }
    expect(comments()).toEqual([]);
  });

  test('keeps an issue that was closed meanwhile, and opens it again', async () => {
    github.editIssue(1, { state: 'closed', labels: [] });
    github.files.set('main:sites/main.yml', 'version: 1');
    await later(1, 'sites/main.yml');
    expect(kept()).toEqual(['1 open']);
    expect(github.issue(1)?.labels).toEqual(['recovery-ledger']);
  });

  test.each([
    ['was copied', () => github.files.set('main:ledger.yml', 'version: 1')],
    ['the token may not read', () => github.files.clear()],
    ['the token is refused', () => (github.permissions.contents = 'none')],
    [
      'is of a person’s copy of the marker',
      () => {
        const { title, body } = github.issue(1)!;
        github.editIssue(1, { body: '', labels: [] });
        github.addIssue({ title, body });
      },
    ],
    [
      'two issues could be of',
      () => {
        const { title, body } = github.issue(1)!;
        const ledger = (path: string) => Buffer.from(path).toString('base64');
        const other = body.replaceAll(ledger('ledger.yml'), ledger('other.yml'));
        github.addIssue({ title, body: other, labels: ['recovery-ledger'], author: 'github-actions[bot]' });
      },
    ],
  ])('gets an issue of its own where it %s', async (_what, change) => {
    github.files.set('main:sites/main.yml', 'version: 1');
    change();
    const before = github.issues().map(({ number, body }) => [number, body]);
    expect(await later(1, 'sites/main.yml')).toBeNull();
    expect(github.issues()).toHaveLength(before.length + 1);
    for (const [number, body] of before) expect(github.issue(number as number)?.body).toBe(body);
  });

  test('is not taken for new while GitHub does not answer', async () => {
    github.files.set('main:sites/main.yml', 'version: 1');
    github.failNext({ status: 503, message: 'down', path: /contents/, times: 20 });
    expect(await later(1, 'sites/main.yml')).toBe('unavailable');
    expect(kept()).toEqual(['1 open']);
  });
});

test('two jobs on one pull request keep a comment each', async () => {
  const github = await open();
  const number = github.addPullRequest({ title: 'Change' });
  for (const round of ['one', 'two']) {
    for (const job of ['north', 'south']) {
      expect(await commentFrom(github, number, job, `finding-${job}-${round}`)).toBeNull();
    }
  }
  const bodies = github.issue(number)?.comments.map(({ body }) => body) ?? [];
  expect(bodies).toHaveLength(2);
  expect(bodies[0]).toContain('finding-north-two');
  expect(bodies[1]).toContain('finding-south-two');
  await github.close();
});

test('a copy of the marker in a person’s issue is left alone, and an account that left is followed by a new issue', async () => {
  const github = await open();
  await runMonth(github, 0, { findings: [a] });
  const { title, body } = github.issue(1)!;
  const copy = github.addIssue({ title: 'How we use this', body });
  github.addIssue({ title, body, author: 'gone', labels: ['recovery-ledger'] });
  await runMonth(github, 1, { findings: [a, b] });
  expect(github.issue(copy)).toMatchObject({ state: 'open', body, comments: [] });
  expect(github.issue(3)).toMatchObject({ state: 'closed', labels: [] });
  expect(github.issue(3)?.body).toContain('#1');
  await github.close();
});
