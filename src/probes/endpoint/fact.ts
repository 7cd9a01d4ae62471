import type { FailureCode } from '../../edge/failure.ts';
import type { BodyEnd } from '../../edge/http/body.ts';
import type { MalformedPart } from '../../edge/http-edge.ts';
import type { Expectation } from '../../ledger/schema.ts';
import type { Sign } from './signs.ts';

/** What the ledger says of one URL. */
export interface EndpointClaim {
  /** The endpoint's id; `site` for the site's own URL where no endpoint is listed. */
  readonly id: string;
  readonly url: string;
  /** Whether each of the host's addresses is looked at on its own. */
  readonly everyAddress: boolean;
  /** Whether it is looked at which of the host's addresses take connections: once for each server. */
  readonly asksAddresses: boolean;
  readonly expect: Expectation;
  /** The `Accept-Language` header that it is asked with; null: none. */
  readonly language: string | null;
  /** The same page without encryption, asked once for each host; null where another endpoint asks, or nobody should. */
  readonly plainUrl: string | null;
}

/** What was seen of an endpoint: one visit; with `everyAddress` one for each address, in the order of addresses. */
export interface EndpointFact {
  readonly visits: readonly Visit[];
  /**
   * What becomes of a visitor who comes without encryption: led to https, served as he came, or neither (nothing
   * listens on port 80, an error). Null where it was not asked.
   */
  readonly plain: 'upgraded' | 'served' | 'neither' | null;
  /** Where the page was seen, the host's other addresses at which no connection came about. */
  readonly silent: readonly SilentAddress[];
}

export interface SilentAddress {
  readonly address: string;
  readonly code: FailureCode;
}

/** One walk from the endpoint's URL to where its redirects end. */
export interface Visit {
  /** The address that was asked first; null where none could be. */
  readonly address: string | null;
  /** Every answer, in order. */
  readonly hops: readonly Hop[];
  readonly end: VisitEnd;
}

export interface Hop {
  readonly url: string;
  readonly status: number;
  /** Where the answer sends the visitor; null where it does not. */
  readonly location: string | null;
  readonly address: string;
  /** What a strict client refuses of the answer's form; absent where there is nothing of the kind. */
  readonly malformed?: readonly MalformedPart[];
}

export type VisitEnd =
  | { readonly type: 'page'; readonly page: Page }
  /** The same URL came again, with the same cookies. */
  | { readonly type: 'loop'; readonly url: string }
  | { readonly type: 'too-many-redirects' }
  /** The next stop could not be seen. */
  | {
      readonly type: 'failed';
      readonly host: string;
      readonly code: FailureCode;
      readonly detail: string | null;
    };

/** What was seen at the last stop: what the claim asks about, and what may explain it. Never the body itself. */
export interface Page {
  readonly url: string;
  readonly status: number;
  readonly bodyEnd: BodyEnd;
  /** At most 200 characters. */
  readonly title: string | null;
  /** The `Strict-Transport-Security` header (RFC 6797). */
  readonly hsts: string | null;
  /** What speaks of search engines: `X-Robots-Tag` headers, `robots` and `googlebot` metas. */
  readonly robots: readonly { readonly from: 'header' | 'meta'; readonly value: string }[];
  readonly hasRetryAfter: boolean;
  /** What the page looks like, where it looks like something else than the site. */
  readonly sign: Sign | null;
  /**
   * Each text of `contains` and `lacks`, in the ledger's order, and whether it is on the page. Null where scripts, which
   * are not run here, make what visitors read: a text of `contains` that is nowhere in what they start from, one of
   * `lacks` that is.
   */
  readonly texts: readonly { readonly text: string; readonly found: boolean | null }[];
  /** Each JSON pointer of `json`, in the ledger's order. Null where the body is no JSON, or none was asked for. */
  readonly json: readonly SeenValue[] | null;
  /** How long the walk took, to the last byte, where that was longer than `within`; else null. */
  readonly slowMs: number | null;
  /** Whether there is a credential for the host, and whether it could be sent. */
  readonly credentials: 'none' | 'sent' | 'withheld';
  /** The status of the same host's `/`, looked at where the page itself was forbidden (403). */
  readonly rootStatus: number | null;
}

export interface SeenValue {
  readonly pointer: string;
  /** The value as JSON, cut off where it is longer than expected; `{…}` and `[…]` for what is no single value. Null: nothing there. */
  readonly value: string | null;
}
