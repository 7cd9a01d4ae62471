import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type RunOptions, runAction } from '../../fixtures/world/runner.ts';
import { startWorld, type World } from '../../fixtures/world/world.ts';
import type { Report } from '../../src/report/report.ts';

// A fault in our own code that nothing catches, around the built action: what was checked is written, nothing more is
// published.

let world: World;
/** Takes connections and says nothing. */
let silent: Server;
/** How many calls GitHub had seen when the silent server was connected to. */
let callsBefore: number | null;
beforeEach(async () => {
  world = await startWorld({ language: 'en' });
  world.setMonth(2);
  callsBefore = null;
  silent = createServer(() => {
    callsBefore ??= world.github.requests.length;
  });
  await once(silent.listen(0, '127.0.0.1'), 'listening');
});
afterEach(async () => {
  silent.close();
  await world.close();
});

const silentPort = () => (silent.address() as { port: number }).port;

/** The world's ledger, and one behind it at whose site nobody says a word. */
function run(environment: Record<string, string>, options: Partial<RunOptions> = {}) {
  const preload = path.resolve(import.meta.dirname, '../faults/preload.mjs');
  const second = 'version: 1\nsite: { name: Silent, url: "http://silent.example.jp/" }\n';
  return runAction({
    world,
    files: { ...world.files, 'zz.yml': second },
    ...options,
    inputs: {
      ledger: 'ledger.yml\nzz.yml',
      retries: '0s',
      'connect-to': `${world.inputs['connect-to']}\nsilent.example.jp:80=127.0.0.1:${silentPort()}`,
      ...options.inputs,
    },
    environment: { NODE_OPTIONS: `--import=${preload}`, FAULT_AT: String(silentPort()), ...environment },
  });
}

const errors = (stdout: string) => stdout.split('\n').filter((line) => line.startsWith('::error::'));
const oneLine = [expect.stringMatching(/inside recovery-ledger itself.*Error at preload\.mjs:/)];

describe('while a later ledger is looked at', () => {
  test.each(['exception', 'rejection'])(
    '(%s): the first one is reported and published, the later one is not',
    async (FAULT) => {
      const result = await run({ FAULT });
      expect(result.exitCode).toBe(4);
      expect(errors(result.stdout)).toEqual(oneLine);
      expect(result.stderr).toBe('');
      expect(Object.keys(result.written).filter((name) => name.endsWith('report.json'))).toEqual([
        'recovery-ledger/ledger.yml/report.json',
      ]);
      expect(result.report).toMatchObject({ ledger: { path: 'ledger.yml' }, unpublished: [] });
      expect(world.github.issues()).toHaveLength(1);
      expect(callsBefore).toBeGreaterThan(0);
      expect(world.github.requests).toHaveLength(callsBefore!);
    },
  );

  test('the line is in the language of the run', async () => {
    const { stdout } = await run({ FAULT: 'exception' }, { inputs: { language: 'ja' } });
    expect(errors(stdout)).toEqual([expect.stringMatching(/Error at preload\.mjs:.*[ぁ-ん]/)]);
  });
});

test('a computation that does not end: what is known is written, and the step ends', async () => {
  const result = await run({ FAULT: 'loop' }, { inputs: { language: 'ja' } });
  expect(result.exitCode).toBe(4);
  const file = 'recovery-ledger/zz.yml/report.json';
  expect(errors(result.stdout)).toEqual([expect.stringMatching(new RegExp(`${file}.*[ぁ-ん]`))]);
  expect(result.stderr).toBe('');
  const report = JSON.parse(result.written[file]!) as Report;
  expect(report).toMatchObject({ ledger: { path: 'zz.yml' }, unpublished: [expect.any(String)] });
  expect(new Set(report.findings.filter(({ part }) => part === 'endpoints').map(({ kind }) => kind))).toEqual(
    new Set(['unknown']),
  );
  expect(JSON.parse(result.outputs['reports']!)).toEqual(['recovery-ledger/ledger.yml/report.json', file]);
  // Of the first ledger, which was whole by then, the issue is there.
  expect(world.github.issues()).toHaveLength(1);
  expect(world.github.requests).toHaveLength(callsBefore!);
});

test('while the issue is made: no further call, and the report is written all the same', async () => {
  const result = await run({ FAULT: 'exception', FAULT_ON: 'POST ' });
  expect(result.exitCode).toBe(4);
  expect(errors(result.stdout)).toEqual(oneLine);
  expect(world.github.requests.filter(({ method }) => method !== 'GET')).toHaveLength(1);
  expect(world.github.requests.at(-1)).toMatchObject({ method: 'POST' });
  expect(Object.keys(result.written)).toContain('recovery-ledger/ledger.yml/report.json');
  expect(result.report?.unpublished).toHaveLength(1);
  expect(callsBefore).toBeNull();
});

test('before anything was checked: the line alone', async () => {
  const result = await run({ FAULT: 'exception', FAULT_AT: new URL(world.github.url).port });
  expect(result.exitCode).toBe(4);
  expect(errors(result.stdout)).toEqual(oneLine);
  expect(result.written).toEqual({});
  expect(world.github.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
});

test('a run that waits for what never comes does not end as if all were fine', async () => {
  const result = await run({ FAULT: 'never' });
  expect(result.exitCode).not.toBe(0);
  expect(errors(result.stdout)).toHaveLength(1);
  expect(result.stderr).toBe('');
});
