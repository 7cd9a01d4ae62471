import type { Address } from '../protocols/address.ts';
import type { Place } from '../protocols/place.ts';
import type { BodyEnd } from './http/body.ts';

/** One GET of an endpoint, to one address. */
export interface HttpRequest {
  readonly url: string;
  /** The resolved address to ask. It passes `connect-to` and the address guard like any other. */
  readonly address: string;
  /** For everything: connecting, headers, body. */
  readonly timeoutMs: number;
  /** Of the decoded body; what is longer is cut off there. */
  readonly maxBytes: number;
  /** Whether a credential for the URL's host may go with it, over verified TLS alone. Default: no. */
  readonly credentials?: boolean;
  /** The kinds of answer that are wanted (`Accept`). Default: any. */
  readonly accept?: string;
  /** The `Cookie` header: what was set before, for this place. */
  readonly cookie?: string | null;
  /** The `Accept-Language` header. Default: none. */
  readonly language?: string | null;
}

/** One request to a provider's own host. */
export interface Question {
  readonly method: 'GET' | 'HEAD' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** For everything, at each address. */
  readonly timeoutMs: number;
  /** Of the decoded body; what is longer is cut off there. */
  readonly maxBytes: number;
}

/**
 * What of an answer's form a strict client refuses and browsers read all the same: the first line; lines that end
 * without a carriage return; a line that is no header; a header over several lines; a length that is said twice, beside
 * chunks, or as no number; a head that is very long; chunks (RFC 9112 §2.2, §4, §5, §6.3, §7.1).
 */
export type MalformedPart =
  | 'status-line'
  | 'line-ends'
  | 'header-line'
  | 'folded-header'
  | 'length'
  | 'head-size'
  | 'chunks';

/** What one server answered. */
export interface HttpAnswer {
  readonly status: number;
  /** By lower-case name, as raw octets read as Latin-1 (RFC 9110 §5.5); a repeated header's lines in order. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  /** Where a redirect leads: an http or https URL without fragment and user name. Null for any other answer. */
  readonly redirectsTo: URL | null;
  /** With its content encodings (gzip, deflate, br, zstd) undone. Empty where the answer redirects. */
  readonly body: Uint8Array;
  readonly bodyEnd: BodyEnd;
  /** What a strict client refuses of it; absent where there is nothing of the kind. */
  readonly malformed?: readonly MalformedPart[];
  /** The resolved address that was asked. */
  readonly address: string;
  /** `withheld`: there is a credential for this host, and the connection's certificate could not be verified. */
  readonly credentials: 'none' | 'sent' | 'withheld';
  /** From the start to the last byte that was read. */
  readonly tookMs: number;
}

/** Everything that this program asks of web servers. */
export interface HttpEdge {
  /**
   * One GET without following redirects, whatever the certificate.
   *
   * @throws ProbeFailure `timeout` (no connection), `no-answer`, `refused`, `reset`, `no-route`, `no-ipv4`, `no-ipv6`, `local-fault`, `blocked`,
   * `tls-failed`, `response-unexpected` (no HTTP), `deadline` (`signal`). A body that does not end is no failure: see `bodyEnd`.
   */
  get(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer>;
  /**
   * Asks over TLS that proves the host, and over nothing else: what goes with it may be secret. Nothing is followed.
   *
   * @throws ProbeFailure as `get`; `name-not-found`, `name-unresolvable`; `tls-failed` for a certificate that does
   * not prove the host; `response-unexpected` for a URL that is not https.
   */
  ask(question: Question, signal: AbortSignal): Promise<HttpAnswer>;
  /**
   * A small download from a place that somebody else chose (a certificate's issuer): http or https on ports 80
   * and 443 alone, at most 3 redirects, every address guarded, no credentials.
   *
   * @throws ProbeFailure as `get`; `too-large`, `name-not-found`, `name-unresolvable`; `response-unexpected` for
   * any other scheme or port, and for too many redirects.
   */
  download(
    url: string,
    options: { readonly maxBytes: number; readonly timeoutMs: number },
    signal: AbortSignal,
  ): Promise<{ readonly status: number; readonly body: Uint8Array; readonly contentType: string | null }>;
  /** The status at which a URL ends, redirects followed (at most 10), without credentials. @throws ProbeFailure as `get` */
  fetchStatus(url: string, signal: AbortSignal): Promise<{ readonly status: number }>;
  /**
   * Sends one DNS message to the operator's resolver (RFC 8484, POST) and returns the answer's body. The host's
   * name is resolved by the system; its certificate must be valid; its address may be private.
   *
   * @throws ProbeFailure
   */
  exchange(url: string, message: Uint8Array, signal: AbortSignal): Promise<Uint8Array>;
  /**
   * Whether a connection to the web server at this address comes about; nothing is sent over it.
   *
   * @throws ProbeFailure `timeout`, `refused`, `reset`, `no-route`, `no-ipv4`, `no-ipv6`, `local-fault`, `blocked`
   */
  reach(place: Place, address: string, signal: AbortSignal): Promise<void>;
  /** The addresses of a host, in the order in which they are to be tried. @throws ProbeFailure */
  addresses(host: string, port: number, signal: AbortSignal): Promise<readonly Address[]>;
  /** Closes every connection that is still open. */
  close(): Promise<void>;
}
