import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type RunOptions, runAction } from '../../fixtures/world/runner.ts';
import { startWorld, type World } from '../../fixtures/world/world.ts';

// A fault of ours on one ledger's way, in the built action: it is named, stops no other ledger, and loses no report.

let world: World;
beforeEach(async () => {
  world = await startWorld({ language: 'en' });
  world.setMonth(2);
});
afterEach(() => world.close());

const internalError = 4;
const preload = path.resolve(import.meta.dirname, '../faults/crash.mjs');

/** The world's ledger, and before it another one whose runbook is where our code fails. */
function run(CRASH_AT: string, options: Partial<RunOptions> = {}) {
  const first = `version: 1
site: { name: First, url: "https://www.aoba-seika.example/" }
rollback: { runbook: docs/crash.md }
`;
  return runAction({
    world,
    files: { ...world.files, 'aa.yml': first, 'docs/crash.md': '# CRASH HERE\n' },
    ...options,
    inputs: { ledger: 'aa.yml\nledger.yml', retries: '0s,0s', ...options.inputs },
    environment: { NODE_OPTIONS: `--import=${preload}`, CRASH_AT },
  });
}

type Result = Awaited<ReturnType<typeof run>>;
const crashes = ({ stdout }: Result) =>
  stdout
    .split('\n')
    .filter((line) => line.startsWith('::error::') && line.includes('TypeError at crash.mjs:'));
const reportsOf = ({ written }: Result) =>
  Object.fromEntries(
    Object.entries(written)
      .filter(([name]) => name.endsWith('/report.json'))
      .map(([name, text]) => [name.split('/').at(-2), JSON.parse(text)]),
  );

test('while it is judged: the next one is checked and published', async () => {
  const result = await run('judge');
  expect(result.exitCode).toBe(internalError);
  expect(crashes(result)).toEqual([expect.stringMatching(/^::error::aa\.yml: /)]);
  expect(result.stderr).toBe('');
  expect(Object.keys(reportsOf(result))).toEqual(['ledger.yml']);
  expect(result.outputs['verdict']).toBe('drift');
  expect(JSON.parse(result.outputs['reports']!)).toHaveLength(1);
  expect(world.github.issues()).toMatchObject([{ body: expect.stringContaining('203.0.113.20') }]);
});

test('while its issue is made: its report is there and says so; the next one is published', async () => {
  const result = await run('issue');
  expect(result.exitCode).toBe(internalError);
  expect(crashes(result)).toEqual([expect.stringMatching(/^::error::aa\.yml: /)]);
  expect(reportsOf(result)).toMatchObject({
    'aa.yml': { issue: null, unpublished: [expect.any(String)] },
    'ledger.yml': { issue: { number: 1 }, unpublished: [] },
  });
  expect(result.summary).toContain('First');
  expect(JSON.parse(result.outputs['reports']!)).toHaveLength(2);
  expect(world.github.issues()).toHaveLength(1);
});

test('while a paper beside the report is written: the report is there, and is published', async () => {
  const result = await run('handover', { inputs: { mode: 'handover' } });
  expect(result.exitCode).toBe(internalError);
  expect(crashes(result)).toEqual([expect.stringMatching(/^::error::aa\.yml: /)]);
  expect(reportsOf(result)).toMatchObject({
    'aa.yml': { unpublished: [] },
    'ledger.yml': { unpublished: [] },
  });
  expect(Object.keys(result.written).filter((name) => name.endsWith('handover.html'))).toEqual([
    'recovery-ledger/ledger.yml/handover.html',
  ]);
});

test('report.json stands before anything is published of it, and says that nothing was', async () => {
  const killed = await run('killed', { inputs: { ledger: 'ledger.yml' } });
  expect(killed.exitCode).not.toBe(0);
  expect(world.github.issues()).toEqual([]);
  expect(reportsOf(killed)).toMatchObject({
    'ledger.yml': { verdict: 'drift', issue: null, unpublished: [expect.any(String)] },
  });
  const whole = await run('', { inputs: { ledger: 'ledger.yml' } });
  expect(reportsOf(whole)).toMatchObject({ 'ledger.yml': { issue: { number: 1 }, unpublished: [] } });
});
