import { afterEach, beforeEach, expect, test } from 'vitest';
import { runAction } from '../../fixtures/world/runner.ts';
import { startWorld, type World } from '../../fixtures/world/world.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld({ language: 'en' });
  world.setMonth(1);
});
afterEach(() => world.close());

const secret = 'ping-7f3a9c';
const url = `https://www.aoba-seika.example/?${secret}`;
const run = (inputs: Record<string, string> = {}) =>
  runAction({ world, inputs: { retries: '0s,0s', 'heartbeat-url': url, ...inputs } });

test('is sent when a full run has published what it found, and never shown', async () => {
  const { exitCode, stdout, stderr, summary, written } = await run();
  expect(exitCode, stdout).toBe(0);
  expect(stdout).toContain('Heartbeat sent.');
  const shown = stdout.replace(/^::add-mask::.*$/gm, '') + stderr + summary + JSON.stringify(written);
  expect(shown).not.toContain(secret);
});

test('is not sent by a run that looks at a part, or that cannot publish', async () => {
  expect((await run({ only: 'endpoints' })).stdout).not.toContain('Heartbeat');
  world.setMonth(2);
  world.github.permissions.issues = 'read';
  expect((await run()).stdout).not.toContain('Heartbeat');
});

test('is not sent where a ledger that was named is not there', async () => {
  const { stdout, exitCode } = await run({ ledger: 'ledger.yml\ngone.yml' });
  expect(exitCode).toBe(1);
  expect(stdout).not.toContain('Heartbeat');
});

test('that cannot be sent is told, and fails nothing', async () => {
  const { exitCode, stdout } = await run({ 'heartbeat-url': `https://gone.example/${secret}` });
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/The heartbeat could not be sent: (?!.*ping)/);
});

test('that is no web address is refused without being repeated', async () => {
  const { exitCode, stdout } = await run({ 'heartbeat-url': secret });
  expect(exitCode).toBe(1);
  expect(stdout.replace(/^::add-mask::.*$/gm, '')).not.toContain(secret);
});

test('of a shard without ledgers: nothing to do, and no fault', async () => {
  const results = await Promise.all(['1/2', '2/2'].map((shard) => run({ shard })));
  expect(results.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
  expect(results.filter(({ stdout }) => stdout.includes('No ledger falls to this job'))).toHaveLength(1);
});
