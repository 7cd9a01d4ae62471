import { type GitHubOptions, openCaller } from './github/caller.ts';
import { issueMethods } from './github/issues.ts';
import { peopleMethods } from './github/people.ts';
import { proposalMethods } from './github/proposals.ts';
import type { GitHubEdge } from './github-edge.ts';

// Loaded only where something is published: nothing else imports this module statically.

/** GitHub's REST API for one repository. */
export function openGitHub(options: GitHubOptions): GitHubEdge {
  const call = openCaller(options);
  const [owner] = options.repository.split('/') as [string];
  return { ...issueMethods(call), ...proposalMethods(call, owner), ...peopleMethods(call) };
}
