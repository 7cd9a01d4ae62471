import { describe, expect, test } from 'vitest';
import type { GitHubEffect } from '../../src/publish/effects.ts';
import { planIssue } from '../../src/publish/issue.ts';
import type { FoundIssue } from '../../src/publish/issue-book.ts';
import { readMarker } from '../../src/publish/marker.ts';
import type { CheckedLedger } from '../../src/report/checked.ts';
import type { Report } from '../../src/report/report.ts';
import { type Month, now, openSimulation, type Weather } from './world.ts';

// Places from which little or nothing can be seen: what could not be looked at is neither fine nor broken.

const clear: Weather = { packetLost: 0, answerLate: 0, serverError: 0 };
const kindsOf = (report: Report) => [...new Set(report.findings.map(({ kind }) => kind))].sort();

test('in clear weather everything is as the ledger says', async () => {
  const report = await (await openSimulation(clear)).run(1);
  expect(report.verdict).toBe('match');
  expect(kindsOf(report)).toEqual(['notice']);
});

test('nothing gets out: everything is unknown, nothing broken, and the text says whose fault it may be', async () => {
  const simulation = await openSimulation({ ...clear, blocked: ['dns-udp', 'dns-tcp', 'web'] });
  const report = await simulation.run(1);
  expect(report.verdict).toBe('incomplete');
  expect(kindsOf(report)).toEqual(['unknown']);
  const unknown = report.findings.filter(({ kind }) => kind === 'unknown');
  // Every endpoint, certificate, record, mail domain, registration and backup, once each; a console for each access.
  const isConsole = ({ id }: { id: string }) => id.endsWith('@console');
  expect(unknown.filter(isConsole)).toHaveLength(7);
  const others = report.observations.filter(({ probe }) => probe !== 'access');
  expect(unknown.filter((each) => !isConsole(each))).toHaveLength(others.length);
  expect(unknown.every(({ observed }) => /nothing at all answered/.test(observed ?? ''))).toBe(true);
});

test('UDP 53 is blocked: DNS goes over TCP', async () => {
  const report = await (await openSimulation({ ...clear, blocked: ['dns-udp'] })).run(1);
  expect(report.verdict).toBe('match');
});

test('the web is out of reach while DNS answers: the site is what does not answer, and each is told once', async () => {
  const report = await (await openSimulation({ ...clear, blocked: ['web'] })).run(1);
  const drift = report.findings.filter(({ kind }) => kind === 'drift').map(({ id }) => id);
  expect(drift.sort()).toEqual([
    ...['backup', 'bypass', 'certificate', 'dns', 'domain', 'monitoring', 'server'].map(
      (id) => `access/console-unreachable:${id}`,
    ),
    'http/unreachable:apex',
    'http/unreachable:contact-form',
    'http/unreachable:home',
    'http/unreachable:shop',
  ]);
  const unseen = report.findings.filter(({ rule }) => rule === 'probe/failed');
  // The certificates follow from the endpoints; registries and the store of the backups are nobody's fault here.
  expect(unseen.map(({ kind, id }) => `${kind} ${id.replace('probe/failed:', '')}`).sort()).toEqual([
    'notice shop.aoba-seika.example',
    'notice www.aoba-seika.example',
    'unknown aoba-seika.example@domain',
    'unknown daily@backup',
    'unknown example.jp@domain',
  ]);
  // A site that is down on the day costs no item; consoles do not answer, registrations and backups nobody saw.
  const missing = report.score?.items
    .filter(({ state }) => state !== 'met')
    .map(({ item, state }) => [item, state]);
  expect(missing).toEqual([
    [6, 'unknown'],
    [7, 'drift'],
    [8, 'drift'],
  ]);
});

test('all TCP is refused, DNS over TCP too: what is told is the same', async () => {
  const web = await (await openSimulation({ ...clear, blocked: ['web'] })).run(1);
  const all = await (await openSimulation({ ...clear, blocked: ['web', 'dns-tcp'] })).run(1);
  expect(all.verdict).toBe('drift');
  expect(all.findings.map(({ id }) => id)).toEqual(web.findings.map(({ id }) => id));
});

describe('no IPv6', () => {
  const there = '2001:db8::31';
  const alsoIPv6 = ({ scene }: Month) => {
    scene.records.push({ name: 'shop.aoba-seika.example', type: 'AAAA', ttl: 300, values: [there] });
    scene.sites['shop.aoba-seika.example']!.servers.push(there);
  };
  const onlyIPv6 = ({ scene }: Month) => {
    scene.records.push({ name: 'aoba-seika.example', type: 'AAAA', ttl: 300, values: [there] });
    scene.sites['aoba-seika.example']!.servers.splice(0, 9, there);
    delete scene.addresses['aoba-seika.example'];
  };
  const without = { ...clear, blocked: ['ipv6'] } as const;
  const about = ({ findings }: Report, name: string) =>
    findings.filter(({ id, rule }) => id.includes(name) && !rule.startsWith('schedule/'));

  test('a site of both kinds is looked at where it can be; a line tells of the rest', async () => {
    const report = await (await openSimulation(without)).run(1, alsoIPv6);
    expect(report.verdict).toBe('match');
    const unseen = about(report, 'shop').filter(({ rule }) => rule === 'probe/not-testable');
    expect(unseen.length).toBeGreaterThan(0);
    expect(unseen.every(({ kind, title }) => kind === 'notice' && title.includes('IPv6'))).toBe(true);
  });

  test('a site that has nothing else is neither down nor fine', async () => {
    const report = await (await openSimulation(without)).run(1, onlyIPv6);
    const rules = about(report, 'apex').map(({ rule }) => rule);
    expect(rules).toEqual(['probe/not-testable']);
    expect(report.findings.filter(({ rule }) => rule === 'http/unreachable')).toEqual([]);
  });

  test('with IPv6 both are looked at', async () => {
    const report = await (await openSimulation(clear)).run(1, alsoIPv6);
    expect(about(report, 'shop')).toEqual([]);
    expect(report.observations.some(({ result }) => JSON.stringify(result).includes(there))).toBe(true);
  });
});

describe('an open issue', () => {
  const fault = ({ scene }: Month) => {
    scene.sites['www.aoba-seika.example']!.pages['/contact/'] = { status: 500 };
  };
  const plan = ({ report, parsed, holidays, complete }: CheckedLedger, found: FoundIssue) =>
    planIssue({
      ...{ report, parsed, holidays, now, runUrl: null, found, complete },
      openOn: new Set(['drift', 'expiring', 'stale', 'unknown', 'danger']),
      labels: ['recovery-ledger'],
      assignees: new Map(),
    }).effects;
  async function opened(): Promise<FoundIssue> {
    const checked = await (await openSimulation(clear)).check(1, fault);
    const made = plan(checked, {
      issue: null,
      state: null,
      isSaid: true,
      duplicates: [],
      leftBehind: [],
      newest: 0,
    }).find(({ type }) => type === 'create-issue');
    if (made?.type !== 'create-issue') throw new Error('no issue was made');
    const { title, body } = made;
    return {
      issue: {
        ...{
          number: 1,
          url: 'https://github.test/1',
          state: 'open',
          title,
          body,
          labels: ['recovery-ledger'],
        },
        assignees: [],
        author: { login: 'github-actions[bot]', isBot: true, association: 'NONE' },
        isDuplicate: false,
        isLocked: false,
      },
      state: readMarker(body, now)!.state,
      isSaid: true,
      duplicates: [],
      leftBehind: [],
      newest: 1,
    };
  }
  const typesOf = (effects: readonly GitHubEffect[]) => effects.map(({ type }) => type);

  test('is closed by a run that sees that all is well', async () => {
    const checked = await (await openSimulation(clear)).check(2);
    expect(typesOf(plan(checked, await opened()))).toContain('close-issue');
  });

  test.each<[string, NonNullable<Weather['blocked']>]>([
    ['nothing gets out', ['dns-udp', 'dns-tcp', 'web']],
    ['all TCP is refused', ['dns-tcp', 'web']],
    ['DNS gets no answer', ['dns-udp', 'dns-tcp']],
  ])('is not closed where %s', async (_what, blocked) => {
    const checked = await (await openSimulation({ ...clear, blocked })).check(2);
    const types = typesOf(plan(checked, await opened()));
    expect(types).toContain('update-issue');
    expect(types).not.toContain('close-issue');
  });
});
