/** Why a look failed. Closed: a message exists for each in every language. */
export type FailureCode =
  | 'timeout' // no answer in time
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
  | 'last-good-not-told' // when the last good one was is not told
  | 'state-unknown' // the other side's word for a state is not known; `detail` holds it
  | 'private-network' // the name leads into a private network, which the guard keeps closed; `detail` names address or name
  | 'challenged' // something that turns machines away answered in its place; `detail` names it
  | 'no-ipv6' // this place has no IPv6
  | 'port-25' // this place cannot reach port 25
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

const retryable: ReadonlySet<FailureCode> = new Set([
  'timeout',
  'refused',
  'reset',
  'no-route',
  'name-unresolvable',
  'tls-failed',
  'response-unexpected',
  'rate-limited',
  'server-error',
]);

/** Whether a second look could end otherwise. */
export function isRetryable(failure: ProbeFailure): boolean {
  return retryable.has(failure.code);
}

/**
 * Of several failures the one to tell. What was not tried comes first, since nobody can say that nothing answers
 * there; what may be a filter, or this place's own lack, comes last.
 */
export function mostTelling(failures: readonly ProbeFailure[]): ProbeFailure {
  const weight = ({ code }: ProbeFailure) => {
    if (code === 'blocked') return 0;
    if (code === 'timeout') return 2;
    return code === 'no-ipv6' ? 3 : 1;
  };
  return [...failures].sort((a, b) => weight(a) - weight(b))[0] ?? new ProbeFailure('name-not-found');
}
