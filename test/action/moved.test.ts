import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openValidator } from '../../fixtures/world/openapi.ts';
import { runAction } from '../../fixtures/world/runner.ts';
import { startWorld, type World } from '../../fixtures/world/world.ts';
import { isInShard } from '../../src/action/shard.ts';

// Ledgers that are moved, renamed and deleted between two runs of the built action.

const validator = openValidator();
let world: World;
beforeEach(async () => {
  world = await startWorld({ language: 'en', validator, events: [] });
  world.scene.addresses['www.aoba-seika.example'] = ['203.0.113.20'];
  world.show();
});
afterEach(async () => {
  expect(world.github.violations).toEqual([]);
  await world.close();
});

const other = () => world.files['ledger.yml']!.replace(/^( {2}name: ).*$/m, '$1 Another site');
/** A run over these ledgers, which the default branch has too. */
const run = (ledgers: Record<string, string>, inputs: Record<string, string> = {}) => {
  const { 'ledger.yml': _, ...rest } = world.files;
  world.github.files.clear();
  for (const [name, text] of Object.entries(ledgers)) world.github.files.set(`main:${name}`, text);
  return runAction({
    world,
    files: { ...rest, ...ledgers },
    inputs: { retries: '0s,0s', ledger: '**/*ledger.yml', ...inputs },
  });
};
const issues = () => world.github.issues().map(({ number, state }) => `${number} ${state}`);

test('a ledger that was moved keeps its issue', async () => {
  await run({ 'ledger.yml': world.files['ledger.yml']! });
  expect(issues()).toEqual(['1 open']);
  const moved = await run({ 'main-ledger.yml': world.files['ledger.yml']! });
  expect(moved.outputs['issue-number']).toBe('1');
  expect(issues()).toEqual(['1 open']);
  expect(world.github.issue(1)?.comments).toEqual([]);
});

describe('the issue of a ledger that was deleted', () => {
  beforeEach(async () => {
    expect(other()).not.toBe(world.files['ledger.yml']);
    await run({ 'a-ledger.yml': world.files['ledger.yml']!, 'b-ledger.yml': other() });
    expect(issues().toSorted()).toEqual(['1 open', '2 open']);
  });
  const states = () => [1, 2].map((number) => world.github.issue(number)?.state);

  test('is closed with a word, and no later run takes it up', async () => {
    expect((await run({ 'b-ledger.yml': other() })).exitCode).toBe(0);
    expect(states()).toEqual(['closed', 'open']);
    expect(world.github.issue(1)).toMatchObject({ labels: [], stateReason: 'not_planned' });
    expect(world.github.issue(1)?.body).toContain('a-ledger.yml');
    await run({ 'b-ledger.yml': other() });
    expect(issues().toSorted()).toEqual(['1 closed', '2 open']);
  });

  test.each<[string, Record<string, string>, (() => void)?]>([
    ['of a run that does not name it', { ledger: 'b-ledger.yml' }],
    ['of another shard', { ledger: '**/*ledger.yml', shard: 'other' }],
    ['of a recovery', { mode: 'recovery' }],
    ['that the token may not see', {}, () => (world.github.permissions.contents = 'none')],
  ])('is left alone: %s', async (_what, { shard, ...inputs }, before) => {
    before?.();
    const told = await run(
      { 'b-ledger.yml': other() },
      { ...inputs, ...(shard ? { shard: shardOf('b-ledger.yml', 'a-ledger.yml') } : {}) },
    );
    expect(told.report?.ledger.path).toBe('b-ledger.yml');
    expect(states()[0]).toBe('open');
  });
});

/** A shard that has the one and not the other. */
function shardOf(one: string, without: string): string {
  for (let parts = 2; ; parts += 1) {
    for (let part = 1; part <= parts; part += 1) {
      const has = (file: string) => isInShard(file, { part, parts });
      if (has(one) && !has(without)) return `${part}/${parts}`;
    }
  }
}
