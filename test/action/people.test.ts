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

  test('a console behind a wall against machines is there for people', async () => {
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
    expect(idsOf(walled)).toEqual([]);
    expect(world.github.issues()[0]).toMatchObject({ state: 'closed' });
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

describe.each(['ja', 'en'] as const)('accounts, in %s', (language) => {
  beforeEach(async () => {
    world = await startWorld({ language, validator, events: [] });
  });

  /** The month's files, with an account for the maintenance desk and the client's deputy. */
  const withAccount = (github: string) => ({
    ...world.files,
    'ledger.yml': world.files['ledger.yml']!.replace(
      / {4}party: maintenance\n {4}kind: desk\n/,
      `$& ${'   '}github: ${github}\n`,
    ),
  });
  const asked = () =>
    world.github.requests.filter(({ path }) => /^\/(users|orgs)\//.test(path)).map(({ path }) => path);

  test('an account that is gone is confirmed, and told with what its holder may enter', async () => {
    const { report } = await run({ files: withAccount('Kita-Hana') });
    expect(asked()).toEqual(['/users/Kita-Hana', '/users/Kita-Hana', '/users/Kita-Hana']);
    const found = report?.findings.find(({ rule }) => rule === 'contact/account-gone');
    expect(found).toMatchObject({
      id: 'contact/account-gone:maintenance-desk',
      kind: 'drift',
      severity: 'warning',
      cause: 'contact',
      items: [2],
      party: 'maintenance',
    });
    const accesses = {
      ja: ['サーバー', '監視', 'ドメイン'],
      en: ['the server', 'the monitoring', 'the domain'],
    };
    for (const access of accesses[language]) expect(found?.observed).toContain(access);
    const line = withAccount('Kita-Hana')['ledger.yml'].split('\n')[found!.location.line - 1];
    expect(line).toBe('    github: Kita-Hana');
    expect(report?.score?.met).toBe(9);

    // A light run does not ask, and takes nothing back.
    const light = await run({ files: withAccount('Kita-Hana'), inputs: { only: 'certificates' } });
    expect(light.report?.notAsked).toContainEqual({ what: 'people', reason: 'only' });
    expect(world.github.issues()[0]?.body).toContain('contact/account-gone');
    expect(world.github.issues()[0]?.comments).toEqual([]);
  });

  test('an account that answers at the second look is not gone', async () => {
    world.github.failNext({ status: 404, message: 'Not Found', path: /^\/users\// });
    world.github.accounts.add('kita-hana');
    const result = await run({ files: withAccount('Kita-Hana') });
    expect(asked()).toHaveLength(2);
    expect(idsOf(result)).toEqual([]);
  });

  test('an account that is there is asked for once, and no word of it', async () => {
    world.github.accounts.add('kita-hana');
    const result = await run({ files: withAccount('Kita-Hana') });
    expect(asked()).toEqual(['/users/Kita-Hana']);
    expect(idsOf(result)).toEqual([]);
  });

  test('a team is not for this token to see: a notice that holds no item', async () => {
    const result = await run({ files: withAccount('kitahama-care/on-call') });
    expect(asked()).toEqual(['/orgs/kitahama-care/teams/on-call']);
    expect(idsOf(result)).toEqual([]);
    const notice = result.report?.findings.find(({ id }) => id.endsWith(':maintenance-desk@github'));
    expect(notice).toMatchObject({ rule: 'probe/not-testable', kind: 'notice', items: [] });
    expect(result.report?.score?.met).toBe(10);
  });

  test('where GitHub fails it is not known, and what was known stays', async () => {
    await run({ files: withAccount('Kita-Hana') });
    const broken = { status: 422, message: 'no', path: /^\/users\//, times: 9 };
    world.github.failNext(broken);
    const result = await run({ files: withAccount('Kita-Hana') });
    expect(idsOf(result)).toEqual(['probe/failed:maintenance-desk@github']);
    expect(world.github.issues()[0]).toMatchObject({ state: 'open', comments: [{}] });
    expect(world.github.issues()[0]?.comments[0]?.body).not.toMatch(/resolved|解消/i);
  });

  test('a pull request asks for nobody', async () => {
    const repository = { full_name: world.github.repository };
    const number = world.github.addPullRequest({ title: 'Change' });
    const result = await run({
      files: withAccount('Kita-Hana'),
      event: {
        name: 'pull_request',
        payload: {
          number,
          pull_request: {
            number,
            user: { login: 'suzu' },
            head: { ref: 'change', repo: repository },
            base: { ref: 'main', sha: 'b'.repeat(40), repo: repository },
          },
        },
      },
    });
    expect(asked()).toEqual([]);
    expect(idsOf(result)).toEqual([]);
  });
});
