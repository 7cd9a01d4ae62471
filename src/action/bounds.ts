import type { Mode } from '../report/report.ts';

/** What started the run, as GitHub says. */
export interface RunEvent {
  /** `GITHUB_EVENT_NAME` */
  readonly name: string;
  /** `GITHUB_REF`, for example `refs/heads/main`. */
  readonly ref: string;
  /** `GITHUB_ACTOR` */
  readonly actor: string;
  /** The parsed event file; anything else than an object counts as empty. */
  readonly payload: unknown;
}

/** The most that a run may do. The event decides; the input `mode` can narrow it, never widen it. */
export interface Bounds {
  readonly mode: Mode;
  /** Whether anything may be looked at over the network. */
  readonly probes: boolean;
  /** Whether credentials for what is looked at may be read. */
  readonly credentials: boolean;
  /** Whether the run's own token may be read. */
  readonly token: boolean;
  /** Whether the issue may be written. */
  readonly issue: boolean;
  /** The pull request whose one comment may be written, and the commit that it starts from. */
  readonly pullRequest: { readonly number: number; readonly baseSha: string | null } | null;
  /** Whether files may be written to the output folder. */
  readonly files: boolean;
}

const ledgerAlone: Bounds = {
  mode: 'pull-request',
  probes: false,
  credentials: false,
  token: false,
  issue: false,
  pullRequest: null,
  files: false,
};

const trustedEvents = new Set(['schedule', 'workflow_dispatch', 'repository_dispatch', 'push']);

/**
 * What a run on this event may do:
 * a trusted event on the default branch everything; a trusted event on another ref, and a pull request from a
 * branch of the same repository, only what needs no credentials; everything else the ledger's text alone.
 */
export function boundsOf(event: RunEvent, mode: Mode | 'auto'): Bounds {
  if (event.name === 'pull_request') return pullRequestBounds(event);
  if (!trustedEvents.has(event.name)) return ledgerAlone;
  const narrowed = mode === 'pull-request' || !isDefaultBranch(event);
  if (narrowed) return { ...ledgerAlone, probes: true, files: true };
  return {
    mode: mode === 'auto' ? 'monthly' : mode,
    probes: true,
    credentials: true,
    token: true,
    issue: true,
    pullRequest: null,
    files: true,
  };
}

const dependabot = 'dependabot[bot]';

function pullRequestBounds(event: RunEvent): Bounds {
  const pullRequest = at(event.payload, 'pull_request');
  const head = at(pullRequest, 'head', 'repo', 'full_name');
  const base = at(pullRequest, 'base', 'repo', 'full_name');
  const number = at(pullRequest, 'number');
  const baseSha = at(pullRequest, 'base', 'sha');
  // A deleted fork has no head repository; it counts as a fork.
  const sameRepository = typeof head === 'string' && head !== '' && head === base;
  const byDependabot = event.actor === dependabot || at(pullRequest, 'user', 'login') === dependabot;
  if (!sameRepository || byDependabot) return ledgerAlone;
  return {
    ...ledgerAlone,
    probes: true,
    token: true,
    pullRequest:
      typeof number === 'number' && Number.isSafeInteger(number)
        ? {
            number,
            baseSha: typeof baseSha === 'string' && /^[0-9a-f]{40,64}$/.test(baseSha) ? baseSha : null,
          }
        : null,
    files: true,
  };
}

/** Whether everybody can read the repository, as the event says; null where it does not. */
export function isPublicIn(event: RunEvent): boolean | null {
  const isPrivate = at(event.payload, 'repository', 'private');
  return typeof isPrivate === 'boolean' ? !isPrivate : null;
}

/** Scheduled runs and repository dispatches take place on the default branch alone; others must name it. */
function isDefaultBranch(event: RunEvent): boolean {
  const branch = at(event.payload, 'repository', 'default_branch');
  if (typeof branch === 'string' && branch !== '') return event.ref === `refs/heads/${branch}`;
  return event.name === 'schedule' || event.name === 'repository_dispatch';
}

/** The value at `keys`, as far as there are objects on the way. */
function at(value: unknown, ...keys: readonly string[]): unknown {
  let here = value;
  for (const key of keys) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return undefined;
    here = (here as Record<string, unknown>)[key];
  }
  return here;
}
