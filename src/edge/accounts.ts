import { type FailureCode, ProbeFailure } from './failure.ts';
import { type GitHubEdge, PublishFailure } from './github-edge.ts';

/** What is seen of an account. */
export type AccountState = 'there' | 'gone';

/** The way to ask GitHub whether accounts are still there. */
export interface AccountsEdge {
  /** @param account a user, or `organization/team`. @throws ProbeFailure `no-permission` where the token may not see it */
  look(account: string): Promise<AccountState>;
}

/** Asks with the run's own token. */
export function openAccounts(port: Pick<GitHubEdge, 'hasUser' | 'hasTeam'>): AccountsEdge {
  return {
    async look(account) {
      const [organization, team] = account.split('/');
      try {
        const isThere =
          team === undefined || organization === undefined
            ? await port.hasUser(account)
            : await port.hasTeam(organization, team);
        if (isThere === null) throw new ProbeFailure('no-permission');
        return isThere ? 'there' : 'gone';
      } catch (error) {
        if (!(error instanceof PublishFailure)) throw error;
        throw new ProbeFailure(codeOf(error), null, { cause: error });
      }
    },
  };
}

function codeOf({ code }: PublishFailure): FailureCode {
  switch (code) {
    case 'rate-limited':
      return code;
    case 'forbidden':
      return 'unauthorized';
    case 'unavailable':
      return 'server-error';
    default:
      return 'response-unexpected';
  }
}
