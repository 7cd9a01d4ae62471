import type { ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Failure } from '../../fixtures/world/github.ts';
import { openValidator } from '../../fixtures/world/openapi.ts';
import { runAction } from '../../fixtures/world/runner.ts';
import { startWorld, type World } from '../../fixtures/world/world.ts';
import { isFull } from '../properties/runs.ts';
import { random } from '../simulation/random.ts';
import { countAttacks } from './count.ts';

// A runner that is taken away, and a process that is killed, at a call to GitHub: before GitHub has heard of it, or after
// it did what was asked, and nobody read the answer. The run of the next day leaves one issue, as if nothing had happened.

const points = isFull ? 50 : 8;
const validator = openValidator();
let worlds: readonly World[];
beforeAll(async () => {
  worlds = await Promise.all([startFresh(), startFresh()]);
});
afterAll(async () => {
  for (const world of worlds) {
    expect(world.github.violations).toEqual([]);
    await world.close();
  }
});

const startFresh = () => startWorld({ language: 'en', validator });

/** Runs a month, and kills the run at a call; whether it came that far. */
async function run(world: World, month: number, killAt: number | null = null, isHeard = true) {
  world.setMonth(month);
  const before = world.github.requests.length;
  let child: ChildProcess | undefined;
  let isKilled = false;
  const lost: Failure = { status: 502, message: '', manner: 'reset', isDone: isHeard };
  world.github.interfere = ({ index }) => {
    if (isKilled || killAt === null || index - before < killAt) return null;
    isKilled = true;
    child!.kill('SIGKILL');
    return lost;
  };
  const result = await runAction({
    world,
    inputs: { retries: '0s' },
    onStart: (started) => {
      child = started;
    },
  });
  world.github.interfere = null;
  return { isKilled, calls: world.github.requests.length - before, exitCode: result.exitCode };
}

/** What a reader of the repository sees, without what depends on the number of an issue or the time of a call. */
const seen = (world: World) =>
  world.github.issues().map(({ title, state, body, labels, comments }) => ({
    title,
    state,
    labels,
    body,
    comments: comments.map((each) => each.body),
  }));

test(`a run that is killed at any call to GitHub leaves one issue in the right state after the next (${points} points)`, async ({
  task,
}) => {
  const [clean, killed] = worlds as readonly [World, World];
  const counts = [await run(clean, 1), await run(clean, 2), await run(clean, 3)].map(({ calls }) => calls);
  // Once more, as after a kill: the run that finds its comment there forgets it.
  await run(clean, 3);
  const expected = seen(clean);
  expect(expected).toHaveLength(1);
  const chance = random(20_261_201);
  const wrong: unknown[] = [];
  let world = killed;
  for (let point = 0; point < points; point += 1) {
    if (point > 0) {
      await world.close();
      world = await startFresh();
    }
    const month = 1 + Math.floor(chance() * 3);
    const killAt = Math.floor(chance() * counts[month - 1]!);
    const isHeard = chance() < 0.5;
    for (let earlier = 1; earlier < month; earlier += 1) await run(world, earlier);
    const { isKilled } = await run(world, month, killAt, isHeard);
    expect(isKilled).toBe(true);
    for (const later of [1, 2, 3, 3].filter((each) => each >= month)) {
      const { exitCode } = await run(world, later);
      expect(exitCode).toBe(0);
    }
    const found = seen(world);
    const state = JSON.stringify(found);
    if (state !== JSON.stringify(expected)) wrong.push({ month, killAt, isHeard, found });
  }
  worlds = [clean, world];
  countAttacks(task, points);
  expect(wrong).toEqual([]);
}, 1_800_000);
