import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runAction } from '../../fixtures/world/runner.ts';
import { startWorld, type World } from '../../fixtures/world/world.ts';
import { readMarker } from '../../src/publish/marker.ts';

// A light weekly run beside the monthly one: what it does not look at stays as the last run left it.

let world: World;
beforeEach(async () => {
  world = await startWorld({ language: 'en' });
});
afterEach(() => world.close());

const light = { only: 'endpoints,certificates,dns,domains' };
const noKeys = { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' };
const run = (inputs: Record<string, string> = {}, environment: Record<string, string> = {}) =>
  runAction({ world, inputs: { retries: '0s,0s', ...inputs }, environment });
const later = Temporal.Instant.from('2027-01-01T00:00:00Z');
/** What the issue's marker remembers, and since when. */
const remembered = () => {
  const { body } = world.github.issues()[0]!;
  return readMarker(body, later)!.state!.findings.map(({ id, part, since }) => [id, part, since]);
};
const unseen = 'probe/credentials-missing:daily@backup';

test('a backup that nobody may look at is neither resolved by a light run nor new after it', async () => {
  world.setMonth(1);
  await run({}, noKeys);
  const before = remembered();
  expect(before).toContainEqual([unseen, 'backups', '2026-08-03T00:17:00Z']);

  const second = await run(light, noKeys);
  expect(second.exitCode, second.stdout).toBe(0);
  expect(remembered()).toEqual(before);
  await run(light);
  expect(remembered()).toEqual(before);
  await run({}, noKeys);
  expect(remembered()).toEqual(before);
  expect(world.github.issues()).toMatchObject([{ state: 'open', comments: [] }]);

  await run();
  expect(world.github.issues()).toMatchObject([{ state: 'closed', comments: [{}] }]);
});
