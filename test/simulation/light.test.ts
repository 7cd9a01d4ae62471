import { beforeAll, describe, expect, test } from 'vitest';
import { parts, partsOfRule } from '../../src/probes/index.ts';
import { planIssue } from '../../src/publish/issue.ts';
import type { FoundIssue } from '../../src/publish/issue-book.ts';
import { readMarker } from '../../src/publish/marker.ts';
import type { CheckedLedger } from '../../src/report/checked.ts';
import { noHolidays } from '../documents/sample.ts';
import { faults } from './faults.ts';
import { type Month, now, openSimulation, type Simulation } from './world.ts';

// Light runs beside full ones, over the embedded world: what was found stays until somebody looks there again.

let simulation: Simulation;
beforeAll(async () => {
  simulation = await openSimulation({ packetLost: 0, answerLate: 0, serverError: 0 });
});

/** An issue that goes from run to run. */
function openIssue() {
  let found: FoundIssue = {
    issue: null,
    state: null,
    isSaid: true,
    duplicates: [],
    leftBehind: [],
    newest: 0,
  };
  return {
    remembered: (rule: string) => found.state?.findings.filter((each) => each.rule === rule) ?? [],
    /** The comments that the run writes. */
    run({ report, parsed, judgement }: CheckedLedger): string[] {
      const judged = judgement?.findings ?? [];
      const { rendered, effects } = planIssue({
        report,
        parsed,
        holidays: noHolidays,
        changes: null,
        judged,
        found,
        openOn: new Set(['drift', 'expiring', 'stale', 'unknown']),
        labels: ['recovery-ledger'],
        assignees: new Map(),
        complete: true,
      });
      const isClosed = effects.some(({ type }) => type === 'close-issue');
      found = {
        issue: {
          number: 7,
          url: 'https://github.example/o/r/issues/7',
          state: isClosed ? 'closed' : 'open',
          title: rendered.title,
          body: rendered.body,
          labels: ['recovery-ledger'],
          assignees: [],
          author: { login: 'github-actions[bot]', isBot: true, association: 'NONE' },
          isDuplicate: false,
          isLocked: false,
        },
        state: readMarker(rendered.body, now)!.state,
        isSaid: true,
        duplicates: [],
        leftBehind: [],
        newest: 7,
      };
      return effects.flatMap((each) => (each.type === 'comment' ? [each.body] : []));
    },
  };
}

/** What is new where the part that explains it is not looked at. */
const consequences: Readonly<Record<string, RegExp>> = {
  // That the host is down is the endpoint's to say: without it nobody knows why there is no certificate.
  'http/unreachable': /^- \S+ could not be checked: the connection was refused$/m,
};

describe.each(faults)('%s', (rule, change) => {
  test('stays while its part is not looked at, and is resolved when it is', async () => {
    const full = await simulation.check(1, change);
    const [found] = full.judgement!.findings.filter((each) => each.rule === rule);
    expect(partsOfRule(rule as never)).toEqual([found!.part]);
    const issue = openIssue();
    issue.run(full);
    const before = issue.remembered(rule);
    expect(before.length).toBeGreaterThan(0);

    const others = new Set(parts.filter((part) => part !== found!.part));
    for (const only of [others, null]) {
      const comments = issue.run(await simulation.check(2, change, only));
      expect(comments.filter((each) => !consequences[rule]?.test(each))).toEqual([]);
      expect(issue.remembered(rule)).toEqual(before);
    }
    issue.run(await simulation.check(3, () => {}, others));
    expect(issue.remembered(rule)).toEqual(before);

    expect(issue.run(await simulation.check(4))).toHaveLength(1);
    expect(issue.remembered(rule)).toEqual([]);
  });
});

test('what is said of a zone waits while none of its names can be looked up', async () => {
  const server = 'ns2.namae-dns.example';
  const lame = ({ scene }: Month) => {
    scene.nameServers[server] = 'lame';
  };
  const silent = ({ scene }: Month) => {
    for (const name of ['ns1.namae-dns.example', server] as const) scene.nameServers[name] = 'silent';
  };
  const issue = openIssue();
  issue.run(await simulation.check(1, lame));
  const before = issue.remembered('dns/lame-nameserver');
  expect(before).toMatchObject([{ part: 'dns', unseen: false }]);
  issue.run(await simulation.check(2, silent));
  expect(issue.remembered('dns/lame-nameserver')).toEqual(before.map((each) => ({ ...each, unseen: true })));
  issue.run(await simulation.check(3));
  expect(issue.remembered('dns/lame-nameserver')).toEqual([]);
});

test('every finding belongs to a part whose probes name its rule', async () => {
  for (const [, change] of faults) {
    const { judgement } = await simulation.check(1, change);
    for (const { rule, part, looks } of judgement!.findings) {
      if (part === 'ledger') expect(looks, rule).toEqual([]);
      else expect(partsOfRule(rule), rule).toContain(part);
    }
  }
});
