import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { FindingPart } from '../../src/judge/judged.ts';
import { type Part, parts, partsOfRule, probes } from '../../src/probes/index.ts';
import { planIssue } from '../../src/publish/issue.ts';
import type { FoundIssue } from '../../src/publish/issue-book.ts';
import { readMarker } from '../../src/publish/marker.ts';
import type { Report, ReportedFinding, ReportedObservation } from '../../src/report/report.ts';
import { type RuleName, ruleNames } from '../../src/rules/index.ts';
import { findingOf, noHolidays, parsedOf, reportOf, scoreOf } from '../documents/sample.ts';
import { runsOf } from '../properties/runs.ts';
import { random } from '../simulation/random.ts';

// Months of full and light runs over one site: nothing is called new or resolved that nobody looked at, and what was
// looked at is called so once. For every part that there is, for holes, and for what could not be seen.

const parsed = parsedOf();

/** Something that a run may find, and what it is called. */
interface Subject {
  readonly part: FindingPart;
  readonly rule: RuleName;
  readonly kind: ReportedFinding['kind'];
  readonly subject: string;
}

const ruleOf = (part: Part) =>
  ruleNames.find(
    (name) => !name.startsWith('probe/') && partsOfRule(name as RuleName).join() === part,
  ) as RuleName;
const watched: readonly Subject[] = [
  ...parts.map(
    (part): Subject => ({ part, rule: ruleOf(part), kind: 'drift', subject: `subject-of-${part}` }),
  ),
  { part: 'ledger', rule: 'rollback/missing', kind: 'gap', subject: 'rollback' },
  { part: 'ledger', rule: 'access/unverified', kind: 'stale', subject: 'server' },
];

/** How a subject is: `unseen` and `down` end its look without its being seen; the site's own silence is a drift. */
type State = 'fine' | 'found' | 'excepted' | 'unseen';
type World = ReadonlyMap<Subject, State>;

const unseenId = ({ subject }: Subject) => `probe/failed:${subject}`;
const foundId = ({ rule, subject }: Subject) => `${rule}:${subject}`;
const titles = new Map<string, string>();
const titleOf = (id: string) => {
  titles.set(id, titles.get(id) ?? `finding${String(titles.size).padStart(3, '0')}`);
  return titles.get(id)!;
};
const dayOf = (index: number) =>
  Temporal.Instant.from('2026-01-01T00:00:00Z')
    .add({ hours: 24 * 7 * index })
    .toString();

function finds(each: Subject, state: State): ReportedFinding[] {
  if (state === 'fine') return [];
  const { part, rule, kind } = each;
  if (state === 'unseen') {
    const id = unseenId(each);
    return [findingOf({ id, part, kind: 'unknown', title: titleOf(id) })];
  }
  const id = foundId(each);
  const excepted = state === 'excepted' ? { because: 'known', until: '2030-01-01' } : null;
  return [findingOf({ id, rule, part, kind, title: titleOf(id), excepted })];
}

function looksAt(each: Subject, state: State): ReportedObservation[] {
  const { part } = each;
  const probe = probes.find((one) => one.part === part);
  if (part === 'ledger' || probe === undefined) return [];
  const result = state === 'unseen' ? { failed: 'timeout', detail: null } : {};
  return [
    {
      probe: probe.name,
      part,
      subject: each.subject,
      from: null,
      startedAt: dayOf(0),
      durationMs: 1,
      attempts: 1,
      result,
    },
  ];
}

/** The report of one run; `only` null: of a ledger that cannot be read. */
function reportAt(index: number, world: World, only: ReadonlySet<Part> | null, since: Report['findings']) {
  const checkedAt = dayOf(index);
  const firstSeen = new Map(since.map((each) => [each.id, each.since]));
  const dated = (findings: ReportedFinding[]) =>
    findings.map((each) => ({ ...each, since: firstSeen.get(each.id) ?? checkedAt }));
  if (only === null) {
    const problem = findingOf({ id: 'ledger/invalid:a@b', severity: 'critical', title: titleOf('invalid') });
    return reportOf({
      checkedAt,
      verdict: 'invalid',
      site: null,
      score: null,
      recovery: null,
      findings: dated([problem]),
    });
  }
  const seen = [...world].filter(([{ part }]) => part === 'ledger' || only.has(part));
  return reportOf({
    checkedAt,
    score: scoreOf({}),
    findings: dated(seen.flatMap(([each, state]) => finds(each, state))),
    observations: seen.flatMap(([each, state]) => looksAt(each, state)),
    notAsked: parts.filter((part) => !only.has(part)).map((what) => ({ what, reason: 'only' as const })),
  });
}

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
    remembered: () => found.state?.findings ?? [],
    /** Leaves the marker as versions did that knew no part of what could not be looked at. */
    forgetParts() {
      const findings = found.state!.findings.map((each) => ({ ...each, part: null }));
      found = { ...found, state: { ...found.state!, findings } };
    },
    /** What the run's comment calls new, and resolved, by title. */
    run(report: Report): { fresh: string[]; resolved: string[] } {
      const at = Temporal.Instant.from(report.checkedAt);
      const { rendered, effects } = planIssue({
        report,
        parsed: report.verdict === 'invalid' ? null : parsed,
        holidays: noHolidays,
        found,
        openOn: new Set(['drift', 'expiring', 'stale', 'unknown', 'gap']),
        labels: ['recovery-ledger'],
        assignees: new Map(),
        complete: true,
      });
      found = {
        issue: {
          number: 7,
          url: 'https://github.example/o/r/issues/7',
          state: 'open',
          title: rendered.title,
          body: rendered.body,
          labels: ['recovery-ledger'],
          assignees: [],
          author: { login: 'github-actions[bot]', isBot: true, association: 'NONE' },
          isDuplicate: false,
          isLocked: false,
        },
        state: readMarker(rendered.body, at)!.state,
        isSaid: true,
        duplicates: [],
        leftBehind: [],
        newest: 7,
      };
      const bodies = effects.flatMap((each) => (each.type === 'comment' ? [each.body] : []));
      const [fresh = '', resolved = ''] = bodies.join('\n').split('**解消したもの**');
      const namesIn = (text: string) => [...text.matchAll(/finding\d{3}/g)].map(([name]) => name).sort();
      return { fresh: namesIn(fresh), resolved: namesIn(resolved) };
    },
  };
}

/** What people were told, by a rule of its own: a thing is new once, and resolved once somebody has seen it gone. */
function openReader() {
  const known = new Set<string>();
  const settle = (
    id: string,
    holds: boolean,
    isSettled: boolean,
    news: { fresh: string[]; resolved: string[] },
  ) => {
    if (holds && !known.has(id)) {
      known.add(id);
      news.fresh.push(titleOf(id));
    } else if (!holds && isSettled && known.has(id)) {
      known.delete(id);
      news.resolved.push(titleOf(id));
    }
  };
  return {
    known,
    run(world: World, only: ReadonlySet<Part> | null): { fresh: string[]; resolved: string[] } {
      const news = { fresh: [], resolved: [] };
      settle('invalid', only === null, true, news);
      if (only === null) return news;
      for (const [each, state] of world) {
        const isAsked = each.part === 'ledger' || only.has(each.part);
        if (!isAsked) continue;
        settle(unseenId(each), state === 'unseen', true, news);
        settle(foundId(each), state === 'found', state !== 'unseen', news);
      }
      news.fresh.sort();
      news.resolved.sort();
      return news;
    },
  };
}

const all = new Set(parts);
const nothing = { fresh: [], resolved: [] };

test('there is a rule for every part', () => {
  for (const { rule } of watched) expect(ruleNames).toContain(rule);
  expect(parts.length).toBeGreaterThan(5);
});

describe.each(watched.filter(({ part }) => part !== 'ledger'))('$part', (each) => {
  const light = new Set(parts.filter((part) => part !== each.part));
  const worldOf = (state: State): World =>
    new Map(watched.map((one) => [one, one === each ? state : 'found']));

  test.each(['found', 'unseen', 'excepted'] as const)(
    'what is %s stays as it is while nobody looks, and is resolved by the run that does',
    (state) => {
      const issue = openIssue();
      const id = state === 'unseen' ? unseenId(each) : foundId(each);
      const entry = () => issue.remembered().find((one) => one.id === id);
      issue.run(reportAt(0, worldOf(state), all, []));
      const before = entry();
      expect(before).toMatchObject({ part: each.part, since: dayOf(0) });
      for (const index of [1, 2]) {
        expect(issue.run(reportAt(index, worldOf('fine'), light, []))).toEqual(nothing);
        expect(entry()).toEqual(before);
      }
      expect(issue.run(reportAt(3, worldOf(state), null, []))).toMatchObject({ resolved: [] });
      expect(entry()).toEqual(before);
      expect(issue.run(reportAt(4, worldOf(state), all, issue.remembered() as never)).fresh).toEqual([]);
      expect(entry()).toMatchObject({ since: dayOf(0) });
      const { resolved } = issue.run(reportAt(5, worldOf('fine'), all, []));
      expect(resolved).toEqual(state === 'excepted' ? [] : [titleOf(id)]);
      expect(entry()).toBeUndefined();
    },
  );

  test('what is found, and then not seen, is neither resolved nor new again', () => {
    const issue = openIssue();
    issue.run(reportAt(0, worldOf('found'), all, []));
    expect(issue.run(reportAt(1, worldOf('unseen'), all, [])).resolved).toEqual([]);
    expect(issue.run(reportAt(2, worldOf('unseen'), light, []))).toEqual(nothing);
    const back = issue.run(reportAt(3, worldOf('found'), all, issue.remembered() as never));
    expect(back).toEqual({ fresh: [], resolved: [titleOf(unseenId(each))] });
    issue.run(reportAt(4, worldOf('unseen'), all, []));
    const mended = issue.run(reportAt(5, worldOf('fine'), all, []));
    expect(mended.resolved).toEqual([unseenId(each), foundId(each)].map(titleOf).sort());
  });
});

test.each(Array.from({ length: runsOf(32, 3).numRuns }, (_, seed) => seed))(
  'a year of weeks by chance (%i)',
  (seed) => {
    const chance = random(seed);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!;
    const issue = openIssue();
    const reader = openReader();
    const states = new Map<Subject, State>(watched.map((each) => [each, 'found']));
    // A stale date that nobody confirms keeps the issue open: what is closed says nothing.
    const moving = watched.filter(({ kind }) => kind !== 'stale');
    reader.run(states, all);
    issue.run(reportAt(0, states, all, []));
    for (let week = 1; week < 52; week += 1) {
      for (const each of moving) {
        if (chance() < 0.2)
          states.set(each, pick(each.part === 'ledger' ? ['fine', 'found'] : ['fine', 'found', 'unseen']));
      }
      const isFull = chance() < 0.3;
      const only = chance() < 0.05 ? null : isFull ? all : new Set(parts.filter(() => chance() < 0.5));
      const report = reportAt(week, states, only, issue.remembered() as never);
      expect(issue.run(report), `week ${week}`).toEqual(reader.run(states, only));
      expect(new Set(issue.remembered().map(({ title }) => title))).toEqual(
        new Set([...reader.known].map(titleOf)),
      );
    }
  },
);

test('a marker of an older version, which did not know of which part an unseen backup is, keeps it in light runs', () => {
  const unseen = findingOf({
    id: 'probe/credentials-missing:daily@backup',
    part: 'backups',
    kind: 'unknown',
    since: dayOf(0),
  });
  const issue = openIssue();
  issue.run(reportOf({ findings: [unseen], checkedAt: dayOf(0) }));
  issue.forgetParts();
  const light = reportOf({ notAsked: [{ what: 'backups', reason: 'only' }] });
  for (const index of [1, 2]) {
    expect(issue.run({ ...light, checkedAt: dayOf(index) })).toEqual(nothing);
    expect(issue.remembered()).toMatchObject([{ id: unseen.id, part: null }]);
  }
  issue.run(reportOf({ findings: [unseen], checkedAt: dayOf(3) }));
  expect(issue.remembered()).toMatchObject([{ id: unseen.id, part: 'backups' }]);
  issue.run(reportOf({ checkedAt: dayOf(4) }));
  expect(issue.remembered()).toEqual([]);
});
