import { afterEach, beforeEach, expect, test } from 'vitest';
import { runAction } from '../../fixtures/world/runner.ts';
import { startWorld, type World } from '../../fixtures/world/world.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld({ language: 'ja' });
  world.setMonth(2);
});
afterEach(() => world.close());

test('a handover run does what a monthly one does, and writes the one-page ledger', async () => {
  const { exitCode, stdout, written, report } = await runAction({
    world,
    inputs: { mode: 'handover', retries: '0s,0s' },
    event: { name: 'workflow_dispatch' },
    environment: { GITHUB_REF: 'refs/heads/main' },
  });
  expect(exitCode, stdout).toBe(0);
  expect(report?.mode).toBe('handover');
  expect(world.github.issues()).toHaveLength(1);
  const page = written['recovery-ledger/ledger.yml/handover.html']!;
  for (const { title } of report!.findings.filter(({ kind }) => kind === 'drift')) {
    expect(page).toContain(title.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`));
  }
  expect(written['recovery-ledger/ledger.yml/questions.md']).toMatch(/未回答の項目はありません|^## .+ 宛$/m);
  // What was seen to hold stands beside what does not.
  expect(page).toContain('台帳のとおりです');
});
