/** A request that a provider sends. */
export interface ProviderRequest {
  readonly method?: 'GET' | 'HEAD' | 'POST';
  /** Its host must be one that the provider may speak to: see `BackupProvider.hosts`. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Of the decoded body. Default 8 MiB. */
  readonly maxBytes?: number;
  /** The answer gives credentials: it is handed on as it is, and what is taken from it has to be masked. */
  readonly grants?: true;
}

/** A whole answer of any status; nothing is followed. */
export interface ProviderReply {
  readonly status: number;
  /** The first line of a header, by lower-case name; null where it is not there. */
  header(name: string): string | null;
  readonly text: string;
  /** The body as JSON. @throws ProbeFailure `response-unexpected` where it is none. */
  json(): unknown;
  /** The `Date` header, ISO 8601; null where there is none. */
  readonly date: string | null;
  /** False where it came out of a private network, where not everybody gets it. */
  readonly isFromInternet: boolean;
}

/** All that a provider can reach. Everything goes over verified TLS to the provider's own hosts. */
export interface ProviderEdge {
  /**
   * An environment variable of the provider's own tools; where the backup has `account: NAME`, `NAME_` + name
   * instead. Null where it is not set or empty. What it gives is hidden in the job's log from then on.
   */
  variable(name: string): string | null;
  /**
   * As `variable`, for several that are all needed.
   *
   * @throws ProbeFailure `credentials-missing`, naming those that are not set as the user has to set them.
   */
  variables<N extends string>(...names: readonly N[]): Readonly<Record<N, string>>;
  /**
   * The values of the first of these sets that is set wholly, in its order: for vendors whose tools differ in what they
   * read.
   *
   * @throws ProbeFailure `credentials-missing`: what a set lacks that is set in part, else every set, with ` / ` between
   * them.
   */
  firstVariables(...sets: readonly (readonly string[])[]): readonly string[];
  /**
   * Sends one request. A 429 or 503 with a short `Retry-After` is asked once more.
   *
   * @throws ProbeFailure as `HttpEdge.get`; `tls-failed` for a certificate that does not prove the host; `reset`,
   * `timeout` or `too-large` for a body that did not come whole.
   */
  send(request: ProviderRequest, signal: AbortSignal): Promise<ProviderReply>;
  /**
   * GitHub's OpenID Connect token for this job; null where the job has no `id-token: write`.
   *
   * @throws ProbeFailure where GitHub refuses it.
   */
  identityToken(audience: string, signal: AbortSignal): Promise<string | null>;
  /**
   * The text of the credentials file that this variable of the provider's own tools names, by the names of `variable`;
   * null where it is not set. No other file can be read.
   *
   * @throws ProbeFailure `credentials-missing` where there is no such file
   */
  credentialsFile(variable: 'GOOGLE_APPLICATION_CREDENTIALS', signal: AbortSignal): Promise<string | null>;
  /** Hides a derived secret (a session key, an access token) in all that the job logs. */
  mask(secret: string): void;
  /** The headers that the input `credentials` has for the place of this URL. They may go to that place alone. */
  headersFor(url: URL): Readonly<Record<string, string>>;
  /**
   * Whether the input `credentials` names the place of this URL together with this provider: the operator's word that the
   * provider's credentials may go there. A header for the place is no such word.
   */
  isNamed(url: URL): boolean;
  /** The role that is to be taken on with the job's own identity: the backup's `role`. */
  readonly role: string | null;
  /** The moment by which requests are signed: the machine's clock, whatever the run judges by. ISO 8601. */
  now(): string;
  /** What the run knows of GitHub. `repository`: `owner/name`; both null on a command line without them. */
  readonly github: {
    readonly apiUrl: string;
    readonly repository: string | null;
    readonly token: string | null;
  };
}
