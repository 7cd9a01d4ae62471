import { describe, expect, it } from 'vitest';
import { type Bounds, boundsOf, type RunEvent } from '../../src/action/bounds.ts';

const repository = { default_branch: 'main', full_name: 'o/r' };
const pullRequest = (head: string | null, login = 'someone') => ({
  repository,
  pull_request: {
    number: 7,
    user: { login },
    head: { repo: head === null ? null : { full_name: head } },
    base: { sha: 'b'.repeat(40), repo: { full_name: 'o/r' } },
  },
});
const event = (name: string, changes: Partial<RunEvent> = {}): RunEvent => ({
  name,
  ref: 'refs/heads/main',
  actor: 'someone',
  payload: { repository },
  ...changes,
});

const nothing: Bounds = {
  mode: 'pull-request',
  probes: false,
  credentials: false,
  token: false,
  issue: false,
  pullRequest: null,
  files: false,
};

describe('a trusted event on the default branch', () => {
  it.each(['schedule', 'workflow_dispatch', 'repository_dispatch', 'push'])(
    '%s may do everything',
    (name) => {
      expect(boundsOf(event(name), 'auto')).toEqual({
        mode: 'monthly',
        probes: true,
        credentials: true,
        token: true,
        issue: true,
        pullRequest: null,
        files: true,
      });
    },
  );
  it('takes the mode that is asked for', () => {
    expect(boundsOf(event('workflow_dispatch'), 'handover').mode).toBe('handover');
    expect(boundsOf(event('schedule'), 'recovery').mode).toBe('recovery');
  });
  it('is narrowed by the mode pull-request', () => {
    expect(boundsOf(event('schedule'), 'pull-request')).toMatchObject({
      credentials: false,
      token: false,
      issue: false,
    });
  });
});

describe('another ref', () => {
  it.each(['push', 'workflow_dispatch'])('%s follows the rules of pull requests', (name) => {
    const bounds = boundsOf(event(name, { ref: 'refs/heads/topic' }), 'monthly');
    expect(bounds).toEqual({ ...nothing, probes: true, files: true });
  });
  it('counts a tag as another ref', () => {
    expect(boundsOf(event('push', { ref: 'refs/tags/main' }), 'auto').issue).toBe(false);
  });
  it('counts a push without a known default branch as another ref', () => {
    expect(boundsOf(event('push', { payload: {} }), 'auto')).toMatchObject({
      credentials: false,
      issue: false,
    });
  });
});

describe('a pull request', () => {
  it('from the same repository probes without credentials and comments', () => {
    const bounds = boundsOf(event('pull_request', { payload: pullRequest('o/r') }), 'monthly');
    expect(bounds).toEqual({
      ...nothing,
      probes: true,
      token: true,
      pullRequest: { number: 7, baseSha: 'b'.repeat(40) },
      files: true,
    });
  });
  it.each([
    ['a fork', pullRequest('other/r'), 'someone'],
    ['a deleted fork', pullRequest(null), 'someone'],
    ['Dependabot as author', pullRequest('o/r', 'dependabot[bot]'), 'someone'],
    ['Dependabot as actor', pullRequest('o/r'), 'dependabot[bot]'],
    ['an unreadable payload', 'nonsense', 'someone'],
  ])('from %s reads the ledger alone', (_, payload, actor) => {
    expect(boundsOf(event('pull_request', { payload, actor }), 'monthly')).toEqual(nothing);
  });
});

describe('every other event reads the ledger alone, whatever mode is asked for', () => {
  it.each([
    'pull_request_target',
    'workflow_run',
    'issue_comment',
    'merge_group',
    'issues',
    'release',
    'workflow_call',
    'create',
    '',
    '__proto__',
  ])('%s', (name) => {
    for (const mode of ['auto', 'monthly', 'handover', 'recovery'] as const) {
      expect(boundsOf(event(name, { payload: pullRequest('o/r') }), mode)).toEqual(nothing);
    }
  });
});
