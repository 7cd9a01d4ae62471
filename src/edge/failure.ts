/** Why a look failed. Closed: a message exists for each in every language. */
export type FailureCode =
  | 'timeout' // no answer in time
  | 'no-answer' // the connection stood, and no answer came in time
  | 'refused' // the other side refused the connection
  | 'reset' // the other side broke the connection off
  | 'no-route' // the network has no way there
  | 'name-not-found' // NXDOMAIN or no address
  | 'no-server' // nobody is known who could be asked
  | 'name-unresolvable' // SERVFAIL, or no name server answered
  | 'blocked' // the address guard refused; `detail` names the address
  | 'tls-failed' // the handshake failed; `detail` holds OpenSSL's code
  | 'response-unexpected' // an answer that the protocol does not allow
  | 'too-large'
  | 'unauthorized'
  | 'no-permission' // what this run looks with may not see it
  | 'clock-differs' // refused, and the clock that this machine signs by is far from the other side's
  | 'not-found' // the place that was asked for is not there, or not for these credentials
  | 'server-error' // the other side answered that it has a fault
  | 'rate-limited'
  | 'credentials-missing' // `detail` names what is needed
  | 'host-not-named' // nothing signed goes to the host in `detail` until the operator names it
  | 'not-said' // the ledger says `unknown` of what is needed
  | 'listing-incomplete' // not all of a list could be read
  | 'listing-not-available' // the other side has no list for this account, or plan
  | 'maybe-cached' // a cache may have given an older answer
  | 'wrong-region' // what is looked at lies in another region: `detail` names it
  | 'last-good-not-said' // the provider does not say when the last good one was
  | 'state-unknown' // the other side's word for a state is not known; `detail` holds it
  | 'private-network' // the name leads into a private network, which the guard keeps closed; `detail` names address or name
  | 'built-by-scripts' // scripts, which are not run here, make what visitors read
  | 'behind-proxy' // only the proxy in `detail` leads out from here, and this cannot be seen through it
  | 'proxy-refused' // the proxy in `detail` did not open the way
  | 'proxy-unresolved' // only the proxy in `detail` leads out, and names cannot be resolved here
  | 'challenged' // something that turns machines away answered in its place; `detail` names it
  | 'no-ipv4' // this place has no IPv4
  | 'no-ipv6' // this place has no IPv6
  | 'port-25' // this place cannot reach port 25
  | 'local-fault' // this machine lacks something, or forbids it; `detail` holds the system's code
  | 'deadline' // the run's deadline came first
  | 'nothing-answered'; // no host and no DNS server at all answered in this run

/** Thrown by everything that looks at the world. Says that nothing was seen, and why; never that something is broken. */
export class ProbeFailure extends Error {
  override readonly name = 'ProbeFailure';
  readonly code: FailureCode;
  /** Free of secrets: an address, a host, an error code. */
  readonly detail: string | null;

  constructor(code: FailureCode, detail: string | null = null, options?: ErrorOptions) {
    super(detail === null ? code : `${code}: ${detail}`, options);
    this.code = code;
    this.detail = detail;
  }
}

/** Something that was looked at, or why it could not be. Plain data. */
export type Look<T> =
  | { readonly type: 'seen'; readonly seen: T }
  | { readonly type: 'unseen'; readonly code: FailureCode; readonly detail: string | null };

const retryable: ReadonlySet<FailureCode> = new Set([
  'timeout',
  'no-answer',
  'refused',
  'reset',
  'no-route',
  'name-unresolvable',
  'tls-failed',
  'response-unexpected',
  'rate-limited',
  'server-error',
  'local-fault',
  'proxy-refused',
]);

/** Whether a second look could end otherwise. */
export function isRetryable(failure: { readonly code: FailureCode }): boolean {
  return retryable.has(failure.code);
}

/**
 * Of several failures the one to report. What was not tried comes first, since nobody can say that nothing answers
 * there; what may be a filter, or this place's own lack, comes last.
 */
export function mostTelling(failures: readonly ProbeFailure[]): ProbeFailure {
  const weight = ({ code }: ProbeFailure) => {
    if (code === 'blocked' || code === 'local-fault') return 0;
    if (code === 'timeout') return 2;
    return code === 'no-ipv4' || code === 'no-ipv6' ? 3 : 1;
  };
  return [...failures].sort((a, b) => weight(a) - weight(b))[0] ?? new ProbeFailure('name-not-found');
}

/** What a machine runs out of. */
const exhausted: ReadonlySet<string> = new Set(['EMFILE', 'ENFILE', 'ENOBUFS', 'ENOMEM']);
/** Of connections also ports of its own to go out from, and the word of its firewall. */
const connectFaults: ReadonlySet<string> = new Set([...exhausted, 'EADDRINUSE', 'EAGAIN', 'EACCES', 'EPERM']);

/**
 * The failure where this machine has run out of something, whatever it was wanted for (a connection, a file, a part of
 * this program): never the site's fault, and none in our code. Null for every other error.
 */
export function exhaustionOf(error: unknown): ProbeFailure | null {
  const { code = '' } = (error ?? {}) as NodeJS.ErrnoException;
  return exhausted.has(code) ? new ProbeFailure('local-fault', code, { cause: error }) : null;
}

/** Whether a connection with this error never left: this machine lacks something, or does not let it out. */
export function isLocalFault(code: string): boolean {
  return connectFaults.has(code);
}
