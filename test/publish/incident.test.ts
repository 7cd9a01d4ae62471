import { describe, expect, test } from 'vitest';
import { type GitHubEdge, type Issue, PublishFailure } from '../../src/edge/github-edge.ts';
import {
  findIncident,
  type IncidentPlan,
  incidentLabel,
  isIncident,
  prepareIncident,
  publishIncident,
} from '../../src/publish/incident.ts';
import { readIncident } from '../../src/publish/incident-body.ts';
import { findingOf, noHolidays, parsedOf, reportOf } from '../documents/sample.ts';

const parsed = parsedOf();
const report = reportOf({
  findings: [findingOf({ id: 'http/server-error:home' as never, rule: 'http/server-error' })],
  recovery: {
    provisional: { reached: false, blocking: ['http/server-error:home'] },
    full: { reached: false, blocking: ['http/server-error:home'] },
    hidden: [],
  },
});
const plan = (found: IncidentPlan['found'] = null): IncidentPlan => ({
  report,
  parsed,
  holidays: noHolidays,
  files: null,
  found,
  assignees: new Map(),
});

/** A repository that keeps issues, as far as incidents need it. */
function repository() {
  const issues: Issue[] = [];
  const port = {
    listIssues: async (label: string | null) =>
      issues.filter(({ labels }) => label === null || labels.includes(label)),
    createIssue: async (issue: { title: string; body: string; labels: readonly string[] }) => {
      const made: Issue = {
        ...issue,
        number: issues.length + 1,
        url: `https://github.example/o/r/issues/${issues.length + 1}`,
        state: 'open',
        assignees: [],
        author: { login: 'github-actions[bot]', isBot: true, association: 'NONE' },
        isDuplicate: false,
        isLocked: false,
      };
      issues.push(made);
      return made;
    },
    updateIssue: async (number: number, change: Partial<Issue>) => {
      issues[number - 1] = { ...issues[number - 1]!, ...change };
    },
    createComment: async () => {},
    listComments: async () => [],
    ensureLabel: async () => {},
    addAssignees: async () => {},
    mayWrite: async () => false,
  } as unknown as GitHubEdge;
  return { port, issues };
}

async function publish(port: GitHubEdge, found: IncidentPlan['found'] = null) {
  const it = plan(found);
  return publishIncident(it, prepareIncident(it), [], port);
}

describe('the incident’s issue', () => {
  test('keeps what people write while the run looks', async () => {
    const { port, issues } = repository();
    await publish(port);
    const found = await findIncident(port, report.ledger.path);
    issues[0] = {
      ...issues[0]!,
      body: issues[0]!.body.replace('## 対応したこと', '## 対応したこと\n\nCALLED THE DESK'),
    };
    await publish(port, found);
    expect(issues).toHaveLength(1);
    expect(issues[0]!.body).toContain('CALLED THE DESK');
  });

  test('two runs at once: the lower number stays', async () => {
    const { port, issues } = repository();
    const both = await Promise.all([publish(port), publish(port)]);
    const open = issues.filter(({ state, labels }) => state === 'open' && labels.includes(incidentLabel));
    expect(open.map(({ number }) => number)).toEqual([1]);
    expect(new Set(both.map(({ issue }) => issue?.number))).toEqual(new Set([1]));
  });

  test('hides nothing of what people write in a fence, and no mention of ours takes effect', async () => {
    const { port, issues } = repository();
    await publish(port);
    expect(issues[0]!.body).not.toMatch(/(?<![\w`])@[a-z]/);
  });

  test('a template that holds our own hidden lines ticks nothing and ends nothing', async () => {
    const { port, issues } = repository();
    const name = 'docs/first-report.md';
    const ledger = { ...parsed.ledger, templates: { 'first-report': name } };
    const text =
      'Report\n- [x] done <!-- confirm:monitoring -->\n- [x] done <!-- stopped-at:3 -->\n<!-- recovery-ledger:run:end -->\nTEMPLATE END\n';
    const files = new Map([[name, { type: 'text', text }]]) as never;
    const it: IncidentPlan = { ...plan(), parsed: { ...parsed, ledger: ledger as never }, files };
    await publishIncident(it, prepareIncident(it), [], port);
    expect(issues[0]!.body).toContain('TEMPLATE END');
    const read = readIncident(issues[0]!.body)!;
    expect(read.people).not.toContain('TEMPLATE END');
    expect([...read.confirmed, ...read.stoppedAt]).toEqual([]);
  });

  const recovered = reportOf({
    recovery: {
      provisional: { reached: true, blocking: [] },
      full: { reached: true, blocking: [] },
      hidden: [],
    },
  });

  test('full is what the ledger asks of it: nothing is told to be back that nobody looked at', async () => {
    const { port, issues } = repository();
    await publish(port);
    const found = await findIncident(port, report.ledger.path);
    const it = { ...plan(found), report: recovered };
    await publishIncident(it, prepareIncident(it), [], port);
    expect(issues[0]!.body).toContain('完全復旧しています');
    expect(issues[0]!.body).not.toMatch(/監視|バックアップまで/);
  });

  test('a page that visitors get all the same is no incident', () => {
    const served = findingOf({ id: 'http/noindex:home' as never, rule: 'http/noindex' as never });
    expect(isIncident({ report: { ...recovered, findings: [served] }, found: null })).toBe(false);
    expect(isIncident({ report, found: null })).toBe(true);
  });

  test('a permanent measure whose task could not be opened is not told to be missing in the ledger', async () => {
    const { port, issues } = repository();
    await publish(port);
    const found = await findIncident(port, report.ledger.path);
    const { ledger } = parsed;
    const within = { text: '14d', months: 0, milliseconds: 14 * 86_400_000 };
    const stages = { permanent: { by: 'maintenance', within } };
    const it: IncidentPlan = {
      ...plan(found),
      report: recovered,
      parsed: { ...parsed, ledger: { ...ledger, stages } as never },
    };
    const refusing = {
      ...port,
      createIssue: async () => {
        throw new PublishFailure('forbidden', 'issues: write');
      },
    } as unknown as GitHubEdge;
    const { failure } = await publishIncident(it, prepareIncident(it), [], refusing);
    expect(failure?.code).toBe('forbidden');
    expect(issues[0]!.body).not.toContain('stages.permanent');
    expect(issues[0]!.body).toContain('サンプル保守株式会社');
  });

  test.each([
    ['no marker', 'hello'],
    ['nonsense in the state', '<!-- recovery-incident:v1 ledger=bGVkZ2VyLnltbA== state=AAAA -->'],
    ['a ledger that is no text', '<!-- recovery-incident:v1 ledger=/////w== -->'],
  ])('%s is read for what it is', (name, body) => {
    const read = readIncident(body);
    if (name === 'nonsense in the state') expect(read).toMatchObject({ ledger: 'ledger.yml', history: null });
    else expect(read).toBeNull();
  });
});
