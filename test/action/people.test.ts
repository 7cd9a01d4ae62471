import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openValidator } from '../../fixtures/world/openapi.ts';
import { type RunOptions, runAction } from '../../fixtures/world/runner.ts';
import { startWorld, type World } from '../../fixtures/world/world.ts';

// The doors and the people that the ledger names, as the built action sees them month after month.

const validator = openValidator();
let world: World;
const run = (options: Omit<RunOptions, 'world'> = {}) =>
  runAction({ world, ...options, inputs: { retries: '0s,0s', ...options.inputs } });
const idsOf = ({ report }: Awaited<ReturnType<typeof run>>) =>
  report?.findings.filter(({ kind }) => kind !== 'notice').map(({ id }) => id);

afterEach(async () => {
  expect(world.github.violations).toEqual([]);
  await world.close();
});

describe.each(['ja', 'en'] as const)('consoles, in %s', (language) => {
  beforeEach(async () => {
    world = await startWorld({ language, validator, events: [] });
  });

  test('a console whose name is gone is told once for each access, and mended by itself', async () => {
    delete world.scene.addresses['console.namae-dns.example'];
    world.show();
    const gone = await run();
    expect(idsOf(gone)).toEqual(['access/console-unreachable:dns', 'access/console-unreachable:domain']);
    const [first] = gone.report!.findings;
    expect(first).toMatchObject({ kind: 'drift', severity: 'warning', items: [8], party: 'maintenance' });
    const line = world.files['ledger.yml']!.split('\n')[first!.location.line - 1];
    expect(line).toContain('console: https://console.namae-dns.example/zones');
    expect(gone.report?.score?.met).toBe(9);

    // A light run looks at other things: what nobody looked at stands as it was.
    const light = await run({ inputs: { only: 'certificates' } });
    expect(idsOf(light)).toEqual([]);
    expect(light.report?.notAsked).toContainEqual({ what: 'access', reason: 'only' });
    const [issue] = world.github.issues();
    expect(issue).toMatchObject({ state: 'open', comments: [] });
    expect(issue?.body).toContain('access/console-unreachable');

    world.setMonth(2);
    const back = await run();
    expect(idsOf(back)).toEqual([]);
    expect(world.github.issues()[0]).toMatchObject({ state: 'closed' });
  });

  test('a console that nobody can tell of keeps what was known of it', async () => {
    delete world.scene.addresses['console.namae-dns.example'];
    world.show();
    await run();
    world.setMonth(2);
    world.scene.sites['console.namae-dns.example']!.pages['/domains'] = {
      status: 403,
      headers: { 'cf-mitigated': 'challenge' },
    };
    world.show();
    const walled = await run();
    expect(idsOf(walled)).toEqual(['probe/failed:dns@console', 'probe/failed:domain@console']);
    expect(walled.outputs['verdict']).toBe('incomplete');
    expect(world.github.issues()[0]).toMatchObject({ state: 'open', comments: [{}] });
    expect(world.github.issues()[0]?.comments[0]?.body).not.toMatch(/resolved|解消/i);
  });

  test('only: access looks at the consoles alone', async () => {
    const { report } = await run({ inputs: { only: 'access' } });
    expect(report?.observations.map(({ subject }) => subject)).toEqual([
      'console.kumo-server.example',
      'app.mimamori.example',
      'console.namae-dns.example',
    ]);
  });
});
