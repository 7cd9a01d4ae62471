import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ActionRun, runAction } from '../../fixtures/world/runner.ts';
import { startWorld, type World } from '../../fixtures/world/world.ts';

// A recovery, run after run: what the incident's issue says, what people may write into it, and when it is over.

let world: World;
beforeEach(async () => {
  world = await startWorld({ language: 'en' });
  world.setMonth(3);
});
afterEach(() => world.close());

const recover = (inputs: Record<string, string> = {}, files = world.files): Promise<ActionRun> =>
  runAction({
    world,
    files,
    inputs: { mode: 'recovery', retries: '0s,0s', ...inputs },
    event: { name: 'workflow_dispatch' },
    environment: { GITHUB_REF: 'refs/heads/main' },
  });

const mend = () => {
  world.scene.backups.lastNight = null;
  const page = world.scene.sites['www.aoba-seika.example']!.pages['/'];
  world.scene.sites['www.aoba-seika.example']!.pages['/contact/'] = {
    body: '<!doctype html><meta charset="utf-8"><title>お問い合わせ | Contact</title>青葉製菓へのお問い合わせ Contact',
  };
  expect(page).toBeDefined();
  world.show();
};
const edit = (number: number, change: (body: string) => string) =>
  world.github.editIssue(number, { body: change(world.github.issue(number)!.body) });
const tick = (body: string, key: string) =>
  body.replace(new RegExp(`- \\[ \\] (.*<!-- ${key} -->)`), '- [x] $1');

describe('a recovery run', () => {
  test('opens one thread with the card, the stage, what blocks it and four headings for people', async () => {
    const { exitCode, report, outputs, written, stdout } = await recover();
    expect(exitCode, stdout).toBe(0);
    expect(report?.mode).toBe('recovery');
    expect(report?.recovery).toMatchObject({
      provisional: { reached: false, blocking: ['http/server-error:contact-form'] },
      full: { reached: false },
      hidden: [],
    });
    const [issue, ...others] = world.github.issues();
    expect(others).toEqual([]);
    expect(outputs['issue-number']).toBe('1');
    expect(issue).toMatchObject({ labels: ['recovery-incident'], state: 'open' });
    for (const part of [
      '> [!CAUTION]',
      'The main paths are not back',
      '## What is happening now',
      '## What was done',
      '## What is known, and what is not',
      '## Who does what next',
      '**Next update at**:',
    ]) {
      expect(issue!.body).toContain(part);
    }
    expect(Object.keys(written).sort()).toEqual([
      'recovery-ledger/ledger.yml/first-report.md',
      'recovery-ledger/ledger.yml/recovery-report.md',
      'recovery-ledger/ledger.yml/report.json',
    ]);
    const first = written['recovery-ledger/ledger.yml/first-report.md']!;
    expect(first).toMatch(/symptom.*contact-form/i);
    expect(first).toContain('← to be filled in');
  });

  test.each([
    ['1.1h', '10:23 JST'],
    ['999999y', '2126'],
  ])('names the next update where the ledger has one every %s', async (every, next) => {
    const ledger = world.files['ledger.yml']!.replace('update-every: 60m', `update-every: ${every}`);
    expect(ledger).toContain(`update-every: ${every}`);
    const { exitCode, written, stdout } = await recover({}, { ...world.files, 'ledger.yml': ledger });
    expect(exitCode, stdout).toBe(0);
    expect(Object.keys(written)).toHaveLength(3);
    expect(written['recovery-ledger/ledger.yml/first-report.md']).toContain(next);
    expect(world.github.issue(1)!.body).toContain(next);
  });

  test('keeps what people wrote, tells each stage once, and ends with a task of its own', async () => {
    await recover();
    const note = '- 09:40 rolled back the form plug-in. ご確認ください @someone\n- 09:50 `works`';
    edit(1, (body) => body.replace('(At what time, who, what; and what came of it.)', note));

    mend();
    const back = await recover();
    expect(back.report?.recovery).toMatchObject({
      provisional: { reached: true, blocking: [] },
      full: { reached: null },
    });
    let issue = world.github.issue(1)!;
    expect(issue.body).toContain(note);
    expect(issue.comments.map(({ body }) => body)).toEqual([
      expect.stringContaining('Provisional recovery was seen'),
    ]);
    expect(back.written['recovery-ledger/ledger.yml/recovery-report.md']).toContain(
      '09:40 rolled back the form plug-in',
    );

    // What no probe can see is not known until a person says so.
    edit(1, (body) =>
      ['confirm:performance', 'confirm:monitoring', 'confirm:backups', 'stopped-at:7'].reduce(tick, body),
    );
    const over = await recover({ assignees: 'maintenance=kitahama-desk' });
    expect(over.report?.recovery?.full).toEqual({ reached: true, blocking: [] });
    issue = world.github.issue(1)!;
    expect(issue.body).toContain(note);
    expect(issue.body).toContain('#2');
    expect(issue.body).toMatch(/by: maintenance, until: \d{4}-\d{2}-\d{2}/);
    expect(world.github.issue(2)).toMatchObject({
      labels: ['recovery-permanent-measure'],
      title: expect.stringContaining('Permanent measure'),
      body: expect.stringContaining('#1'),
    });

    edit(1, (body) => tick(body, 'stopped-at:8'));
    const before = world.github.issue(1)!.comments.length;
    await recover();
    expect(world.github.issues()).toHaveLength(2);
    expect(world.github.issue(1)!.comments).toHaveLength(before);
    expect(world.github.issue(1)!.body).toContain('stopped-at: [8]');
  });

  test('changes nothing when nothing changed', async () => {
    await recover();
    const { body } = world.github.issue(1)!;
    const asked = world.github.requests.length;
    await recover();
    expect(world.github.issue(1)!.body).toBe(body);
    expect(world.github.requests.slice(asked).filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  test('finds its thread again without our hidden lines, and loses no word of it', async () => {
    await recover();
    edit(1, (body) =>
      body
        .replaceAll(/<!-- recovery-ledger:run:(begin|end) -->\n/g, '')
        .replace('(With names', 'SEE ME (With names'),
    );
    await recover();
    expect(world.github.issues()).toHaveLength(1);
    expect(world.github.issue(1)!.body).toContain('SEE ME');
  });

  test('follows nobody else’s thread', async () => {
    await recover();
    const { body } = world.github.issue(1)!;
    world.github.editIssue(1, { state: 'closed' });
    world.github.addIssue({ title: 'mine', body, author: 'stranger', labels: ['recovery-incident'] });
    await recover();
    expect(world.github.issue(2)!.body).toBe(body);
    expect(world.github.issue(3)).toMatchObject({ labels: ['recovery-incident'], state: 'open' });
  });

  test('opens nothing where nothing is broken and no incident is open', async () => {
    world.setMonth(1);
    const { exitCode, stdout, outputs } = await recover();
    expect(exitCode, stdout).toBe(0);
    expect(stdout).toContain('All main paths are fine');
    expect(world.github.issues()).toEqual([]);
    expect(outputs['issue-number']).toBe('');
  });

  test('may not write issues: says so, and leaves the drafts all the same', async () => {
    world.github.permissions.issues = 'read';
    const { exitCode, stdout, written } = await recover();
    expect(exitCode).toBe(1);
    expect(stdout).toContain('issues: write');
    expect(written['recovery-ledger/ledger.yml/first-report.md']).toBeDefined();
  });
});
