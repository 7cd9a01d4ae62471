import { afterEach, beforeEach, expect, test } from 'vitest';
import { openValidator } from '../../fixtures/world/openapi.ts';
import { runAction } from '../../fixtures/world/runner.ts';
import { startWorld, type World } from '../../fixtures/world/world.ts';

// Whether the checks go on by themselves: what the built action learns of its own schedule from GitHub.

const workflow = '.github/workflows/recovery-ledger.yml';
const validator = openValidator();
let world: World;
beforeEach(async () => {
  world = await startWorld({ language: 'en', validator });
  world.setMonth(2);
});
afterEach(() => world.close());

const run = () => runAction({ world, inputs: { retries: '0s,0s' } });
async function told() {
  const { report, stdout } = await run();
  expect(report, stdout).not.toBeNull();
  return report!.findings.filter(({ id }) => id.endsWith(workflow));
}

test('a public repository that has been quiet: the schedule will be switched off', async () => {
  Object.assign(world.github.settings, { private: false, pushedAt: '2026-07-20T09:00:00Z' });
  const { report } = await run();
  expect(report!.findings).toContainEqual(
    expect.objectContaining({
      id: `schedule/will-stop:${workflow}`,
      kind: 'expiring',
      deadline: '2026-09-18T09:00:00Z',
    }),
  );
  expect(report!.deadlines).toContainEqual(
    expect.objectContaining({ at: '2026-09-18T09:00:00Z', finding: `schedule/will-stop:${workflow}` }),
  );
  expect(world.github.issue(1)!.body).toContain(
    'GitHub will switch these checks off around Fri, 18 Sept 2026',
  );
  expect(world.github.issue(1)!.body).toContain('Continue running workflow');
  expect(world.github.violations).toEqual([]);
});

test('a private repository, as quiet: nothing', async () => {
  world.github.settings.pushedAt = '2026-07-20T09:00:00Z';
  expect(await told()).toEqual([]);
});

test('a public repository with a change in this month: nothing', async () => {
  Object.assign(world.github.settings, { private: false, pushedAt: '2026-09-01T09:00:00Z' });
  expect(await told()).toEqual([]);
});

test('a token that may not ask: said in a line, and no more than that', async () => {
  world.github.failNext({
    status: 403,
    message: 'Resource not accessible by integration',
    path: /^\/repos\/[^/]+\/[^/]+$/,
  });
  expect(await told()).toMatchObject([{ rule: 'probe/not-testable', kind: 'notice' }]);
  expect(world.github.issues()).toHaveLength(1);
});

test('a month in which no check came: the next one says so, once', async () => {
  await run();
  world.setMonth(4);
  expect(await told()).toMatchObject([
    {
      id: `schedule/was-late:${workflow}`,
      kind: 'notice',
      expected: 'a check on Sat, 3 Oct 2026 09:17 JST',
      observed: 'none between Thu, 3 Sept 2026 09:17 JST and Tue, 3 Nov 2026 09:17 JST',
    },
  ]);
  expect(await told()).toEqual([]);
});
