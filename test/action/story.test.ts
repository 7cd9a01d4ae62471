import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterEach, describe, expect, test } from 'vitest';
import { openValidator } from '../../fixtures/world/openapi.ts';
import { runAction } from '../../fixtures/world/runner.ts';
import { sampleIssue } from '../../fixtures/world/sample.ts';
import { startWorld, type World } from '../../fixtures/world/world.ts';
import { reportJsonSchema } from '../../src/report/json-schema.ts';
import type { Report } from '../../src/report/report.ts';

// The built action, month after month, as GitHub's runner starts it.

const root = path.resolve(import.meta.dirname, '../..');
const validator = openValidator();
let world: World | null = null;
afterEach(async () => {
  await world?.close();
  world = null;
});

async function open(language: 'ja' | 'en' = 'ja'): Promise<World> {
  world = await startWorld({ language, validator });
  return world;
}

const quick = { retries: '0s,0s' };
const rulesOf = (report: Report | null) =>
  report?.findings.filter(({ kind }) => kind !== 'notice').map(({ id }) => id);

describe.each(['ja', 'en'] as const)('four months in %s', (language) => {
  test('open, update and close one issue', async () => {
    const here = await open(language);

    here.setMonth(1);
    const first = await runAction({ world: here, inputs: quick });
    expect(first.exitCode, first.stdout).toBe(0);
    expect(first.outputs).toMatchObject({
      verdict: 'match',
      score: '10',
      band: 'strong',
      'issue-number': '',
    });
    expect(here.github.issues()).toEqual([]);

    here.setMonth(2);
    const second = await runAction({ world: here, inputs: quick });
    expect(second.exitCode, second.stdout).toBe(0);
    expect(rulesOf(second.report)).toEqual([
      'dns/record-differs:www.aoba-seika.example/A',
      'tls/incomplete-chain:www.aoba-seika.example',
    ]);
    const [opened] = here.github.issues();
    expect(opened).toMatchObject({ number: 1, state: 'open', labels: ['recovery-ledger'], comments: [] });
    expect(second.outputs).toMatchObject({
      verdict: 'drift',
      'drift-count': '2',
      score: '9',
      'issue-number': '1',
    });

    here.setMonth(3);
    const third = await runAction({ world: here, inputs: quick });
    const [updated] = here.github.issues();
    expect(updated).toMatchObject({ number: 1, state: 'open' });
    expect(updated?.body).not.toBe(opened?.body);
    expect(updated?.comments).toHaveLength(1);
    const since = Object.fromEntries(third.report?.findings.map(({ id, since }) => [id, since]) ?? []);
    expect(since['dns/record-differs:www.aoba-seika.example/A']).toBe('2026-09-03T00:17:00Z');
    expect(since['http/server-error:contact-form']).toBe('2026-10-03T00:17:00Z');
    expect(since['backup/too-old:daily']).toBe('2026-10-03T00:17:00Z');
    const masked = /^::add-mask::.*\n/gm;
    const shown = JSON.stringify([
      { ...third, stdout: third.stdout.replace(masked, '') },
      here.github.issues(),
    ]);
    for (const secret of Object.values(here.environment)) {
      expect(third.stdout).toContain(`::add-mask::${secret}`);
      expect(shown.includes(secret)).toBe(false);
    }

    here.setMonth(4);
    const fourth = await runAction({ world: here, inputs: quick });
    const issues = here.github.issues();
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({ number: 1, state: 'closed', stateReason: 'completed' });
    expect(issues[0]?.comments).toHaveLength(2);
    expect(fourth.outputs).toMatchObject({ verdict: 'match', score: '10', 'issue-number': '1' });

    expect(here.github.violations).toEqual([]);
  });

  test('the README shows the issue of the second month', async () => {
    const shown = await readFile(path.join(root, `docs/issue.${language}.md`), 'utf8');
    expect(await sampleIssue(language)).toBe(shown);
  });
});

test('a second run over the same month changes nothing and says nothing', async () => {
  const here = await open();
  here.setMonth(2);
  const first = await runAction({ world: here, inputs: quick });
  const before = here.github.issues();
  const writes = () => here.github.requests.filter(({ method }) => method !== 'GET').length;
  const written = writes();
  const second = await runAction({ world: here, inputs: quick });
  expect(here.github.issues()).toEqual(before);
  expect(writes()).toBe(written);
  expect(withoutTimes(second.report)).toEqual(withoutTimes(first.report));
});

/** What may differ between two runs over an unchanged world. */
function withoutTimes(report: Report | null): unknown {
  return JSON.parse(
    JSON.stringify(report, (key, value) =>
      key === 'durationMs' || key === 'startedAt' || key === 'attempts' ? undefined : value,
    ),
  );
}

test('report.json is as its schema says, in every month', async () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile(reportJsonSchema());
  const here = await open('en');
  for (const month of [1, 2, 3, 4]) {
    here.setMonth(month);
    const { report } = await runAction({ world: here, inputs: quick });
    expect(report).not.toBeNull();
    validate(report);
    expect(validate.errors).toBeNull();
  }
});

test('the job summary says what the issue says, and annotations point to the ledger’s lines', async () => {
  const here = await open('en');
  here.setMonth(2);
  const { stdout, summary } = await runAction({ world: here, inputs: quick });
  expect(summary).toContain('The A record of www');
  const line = here.files['ledger.yml']!.split('\n').findIndex((each) =>
    each.includes('www.aoba-seika.example, type: A'),
  );
  expect(line).toBeGreaterThan(0);
  expect(stdout).toMatch(
    new RegExp(`^::error title=The A record of www[^,]*,file=ledger\\.yml,line=${line + 1},col=\\d+::`, 'm'),
  );
});
