import type { NotTestableReason, probeRules, UnseenCode } from '../../rules/probe.ts';
import type { RuleMessages } from '../rule-message.ts';

/** Why a look failed, as the second half of "could not be checked: …". */
export const failures: { readonly [C in UnseenCode]: string } = {
  timeout: 'no answer in time',
  'no-answer': 'the connection came about, and no answer over it in time',
  refused: 'the connection was refused',
  reset: 'the connection was broken off',
  'no-route': 'the network has no way there from here',
  'name-not-found': 'the name does not exist in DNS',
  'no-server': 'no server is known that could be asked',
  'name-unresolvable': 'the name could not be resolved',
  blocked: 'the address guard does not allow that address',
  'tls-failed': 'the encrypted connection could not be set up',
  'response-unexpected': 'the answer could not be understood',
  'too-large': 'the answer was too large',
  unauthorized: 'access was refused',
  'no-permission': 'the token lacks the permission to look',
  'clock-differs':
    'access was refused, since the clock of the machine that runs this check is far from the right time',
  'not-found': 'what was asked for is not there, or not visible to these credentials',
  'server-error': 'the other side answered with a fault of its own',
  'rate-limited': 'the other side asked to come back later',
  'credentials-missing': 'no credentials were given',
  'host-not-named': 'nothing is sent to this host until the input `credentials` names it with this provider',
  'not-said': 'the ledger does not say where to look',
  'listing-incomplete': 'the list is too long to be read to its end',
  'listing-not-available': 'there is no list of backups for this account',
  'maybe-cached': 'a cache may have answered with something older',
  'wrong-region': 'it lies in another region than the ledger says',
  'last-good-not-said': 'when the last good one was is not told',
  'state-unknown': 'the newest one is in a state that this version does not know',
  'private-network': 'it is open only inside a private network',
  'built-by-scripts': 'scripts make what visitors read here, and this check runs none',
  'behind-proxy': 'only a proxy leads out from here, and this cannot be seen through it',
  'proxy-refused': 'the proxy that leads out from here did not open the way',
  'proxy-unresolved':
    'only a proxy leads out from here, and names cannot be resolved here: name a `resolver` by an https address, which is asked through the proxy',
  challenged: 'a protection against automatic visits answered in its place',
  'no-ipv4': 'this place has no IPv4',
  'no-ipv6': 'this place has no IPv6',
  'port-25': 'port 25 cannot be reached from this place',
  'local-fault': 'the machine that runs this check could not connect',
  deadline: 'the time for looking ran out first',
  crashed: 'this program itself failed while looking',
  'nothing-answered': 'nothing at all answered in this run, so the fault may lie here',
};

const reasons: { readonly [R in NotTestableReason]: string } = {
  'no-ipv4': 'this place has no IPv4',
  'no-ipv6': 'this place has no IPv6',
  'port-25': 'port 25 cannot be reached from this place',
  'no-permission': 'the token lacks the permission to look',
  'behind-proxy': 'only a proxy leads out from this place, and it cannot be seen through one',
  'dns-blocked': 'DNS servers cannot be asked directly from this place',
  'private-network':
    'it is open only inside a private network (an office or a VPN), where this check does not go',
  'size-not-said': 'where it is kept, its size is not told',
  'number-not-said': 'where it is kept, only the newest one is told',
  'age-not-said': 'the ledger does not say how often one is made',
  'in-no-series': 'some files there belong to no series of backups',
  'not-built': 'this version does not look at this part of the ledger yet',
};

const parts = {
  mail: 'Mail for ',
  domains: 'The registration of ',
  backups: 'The backup ',
  account: 'The GitHub account ',
  schedule: 'How long GitHub goes on starting ',
} as const;

const named = (what: string, part?: keyof typeof parts) => `${part === undefined ? '' : parts[part]}${what}`;

/** What to do about the machine that runs the check, by the system's code. */
function localRemedy(code: string | null): string {
  switch (code) {
    case 'EMFILE':
    case 'ENFILE':
      return 'Nothing is said of the site. The machine that runs this check ran out of open files: raise its limit (`ulimit -n`), or check fewer ledgers at once, and run the check again.';
    case 'EACCES':
    case 'EPERM':
      return 'Nothing is said of the site. A firewall on the machine that runs this check, or on its way out, does not let it connect: have it let through, and run the check again.';
    default:
      return 'Nothing is said of the site. The machine that runs this check ran out of memory or network ports: give it more, or check fewer ledgers at once, and run the check again.';
  }
}

export const probe: RuleMessages<typeof probeRules> = {
  'probe/failed': {
    means: 'Something could not be looked at this time. This says nothing about the site.',
    why: 'Nobody knows whether this still holds, so do not count on it in a recovery before somebody has looked.',
    remedy:
      'Run the check again. If it fails again, look by hand and find out what keeps the check from looking.',
    say: ({ what, part, code, detail }) => ({
      title: `${named(what, part)} could not be checked: ${failures[code]}`,
      observed: detail === null ? failures[code] : `${failures[code]} (${detail})`,
      ...(code === 'challenged'
        ? {
            remedy:
              'Open it by hand. It will be like this at every check: have the check let through (by its `user-agent`), or, where that is not yours to say, write an exception with its reason and a day to look again.',
          }
        : {}),
      ...(code === 'built-by-scripts'
        ? {
            remedy:
              'Open the page by hand. For the next check, ask for words that stand in the page’s title or its data, or for an address that answers with JSON (`expect.json`).',
          }
        : {}),
      ...(code === 'clock-differs'
        ? {
            remedy:
              'Nothing is said of the site, nor of the credentials. Set the clock of the machine that runs this check (by NTP), and run the check again.',
          }
        : {}),
      ...(code === 'local-fault' ? { remedy: localRemedy(detail) } : {}),
      ...(code === 'crashed'
        ? {
            remedy:
              'Nothing is said of the site. Please report the fault with the line about it in the log of the run, and have a person look until it is mended.',
          }
        : {}),
    }),
  },
  'probe/blocked': {
    means:
      'The address guard refused a connection to an address that is not public, so nothing was looked at.',
    why: 'A ledger can be edited in a pull request; it must not steer the check at internal addresses. What lies there was not checked.',
    remedy:
      'If the address is right and the check may go there, run it inside that network with `allow-private: true`. Else correct the ledger.',
    say: ({ what, part, address }) => ({
      title: `${named(what, part)} was not checked: ${address} is not a public address`,
      expected: 'a public address',
      observed: address,
    }),
  },
  'probe/credentials-missing': {
    means: 'Credentials are needed to look, and none were given.',
    why: 'What nobody looks at may have stopped holding long ago.',
    remedy: 'Give the check the credentials that are named here; read access is enough.',
    say: ({ what, part, needed, provider }) =>
      provider !== undefined
        ? {
            title: `${named(what, part)} could not be checked: nothing was sent to ${needed}, since you have not named it`,
            expected: `a line "${needed} ${provider}" in the input credentials`,
            remedy: `The ledger names ${needed}, which is no store that is known. If your credentials may go there, add the line \`${needed} ${provider}\` to the input \`credentials\`. If you do not know it, ask who changed the ledger.`,
          }
        : needed.startsWith('permissions: ')
          ? {
              title: `${named(what, part)} could not be checked: this job cannot prove to anybody who it is`,
              expected: needed,
              remedy:
                'Add `id-token: write` to the `permissions` of the job in the workflow. Elsewhere than in GitHub Actions nothing can take on a role: give credentials as environment variables.',
            }
          : needed.startsWith('role: ')
            ? {
                title: `${named(what, part)} could not be checked: its role has another form than Google’s`,
                expected: needed,
                remedy: `Write it in the ledger as \`${needed}\`, and after it, where a service account is to be taken on, \` as \` and the address of that account.`,
              }
            : {
                title: `${named(what, part)} could not be checked: ${notSet(needed)}`,
                expected: waysOf(needed).join(', or '),
                remedy: `Give the check ${waysOf(needed).join(', or ')}, from a secret of the repository or as an environment variable; read access is enough.`,
              },
  },
  'probe/access-denied': {
    means: 'The other side refused the credentials.',
    why: 'What nobody looks at may have stopped holding long ago. The same credentials may fail in the recovery.',
    remedy: 'Check whether the credentials are still valid and have the permission to read.',
    say: ({ what, part, detail, permission }) => ({
      title: `${named(what, part)} could not be checked: access was refused`,
      expected: permission?.en ?? null,
      observed: detail,
      ...(permission == null
        ? {}
        : {
            remedy: `Check whether the credentials are still valid; if they are, what they may do. Needed: ${permission.en}.`,
          }),
    }),
  },
  'probe/not-testable': {
    means: 'Something that cannot be seen from this place, whatever its state.',
    why: 'It was not checked, so it needs a look by hand.',
    remedy: 'Look by hand from time to time, or run the check from a place that can see it.',
    say: ({ what, reason, part, names }) => ({
      title:
        reason === 'in-no-series'
          ? `${named(what, part)}: ${reasons[reason]}, and were not judged`
          : `${named(what, part)} was not checked: ${reasons[reason]}`,
      ...(names === undefined ? {} : { observed: listed(names) }),
      ...(reason === 'in-no-series'
        ? {
            remedy:
              'Look at what these are. If they are backups that have to come regularly, name their series in the ledger (`series`); if not, keep them elsewhere, or name those that count (`pattern`).',
          }
        : {}),
      ...(reason === 'age-not-said'
        ? {
            remedy:
              'Write into the ledger how often a backup is made (`every: 24h`): until then nobody is told when backups stop.',
          }
        : {}),
    }),
  },
};

/** So many names are shown. */
const mostNames = 8;

function listed(names: readonly string[]): string {
  const more = names.length - mostNames;
  return `${names.slice(0, mostNames).join(', ')}${more > 0 ? `, and ${more} more` : ''}`;
}

/** The ways to give credentials, as a provider writes them: `A / B + C`. */
function waysOf(needed: string): string[] {
  return needed.split(' / ').map((way) => way.replaceAll(' + ', ' and ').replaceAll(', ', ' and '));
}

function notSet(needed: string): string {
  const ways = waysOf(needed);
  if (ways.length === 1) return `${ways[0]} ${ways[0]!.includes(' and ') ? 'are' : 'is'} not set`;
  return `neither ${ways.join(', nor ')} is set`;
}
