import type { FailureCode } from '../../src/edge/failure.ts';
import type { Evidence, Listing, ListingNote, RestorePoint } from '../../src/providers/provider.ts';

/**
 * One request that a vendor's fixture answers. Of those declared, the first whose conditions all hold is taken; a
 * request that none answers fails the test.
 */
export interface Exchange {
  /** Default GET. */
  readonly method?: 'GET' | 'HEAD' | 'POST';
  /** The host that the vendor documents, exactly. */
  readonly host: string;
  /** The path as sent, percent-encoding included. */
  readonly path: string;
  /** Texts that stand in the query or the body, as sent: an action, a page token. */
  readonly holds?: readonly string[];
  /** Header lines that must have come with it, lower-case names; a pattern for values that change (signatures). */
  readonly sent?: Readonly<Record<string, string | RegExp>>;
  /** Default 200. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A file in `fixtures/responses/<provider>/`, as the vendor documents it, or a short text. */
  readonly body: { readonly file: string } | { readonly text: string };
}

/** What the provider must make of it. Points newest first; only the members that are given are compared. */
export type Expected =
  | {
      readonly points: readonly Partial<RestorePoint>[];
      readonly kinds?: readonly string[];
      readonly isComplete?: boolean;
      readonly automatic?: Listing['automatic'];
      readonly isPublic?: boolean | null;
      readonly clock?: string | null;
      readonly evidence?: Evidence;
      readonly notes?: readonly ListingNote[];
    }
  | { readonly failure: FailureCode; readonly detail?: string };

export interface Case {
  readonly exchanges: readonly Exchange[];
  readonly expected: Expected;
}

/** A case that this vendor's API cannot bring about, with the reason. */
interface NotApplicable {
  readonly because: string;
}

/** Situations that every provider must be shown in, by its vendor's own answers. */
export const situations = [
  'ok',
  'empty',
  'in-progress-only',
  'newest-failed',
  'two-pages',
  'repeated-token',
  'unknown-status',
  'without-zone',
  'future',
] as const;
type Situation = (typeof situations)[number];

/** Troubles that look alike at every vendor. The suite makes them itself, once for the listing, once for the session. */
export const troubles = ['401', '403', '404', '429', '500', 'html', 'truncated', 'slow', 'huge'] as const;
export type Trouble = (typeof troubles)[number];

/** What a case may have otherwise than the others of its provider. */
export interface Circumstances {
  /** What a ledger says, without the common keys. */
  readonly target: Readonly<Record<string, unknown>>;
  /**
   * The environment, by the names of the provider's own tools; invented values of at least eight characters.
   * `GITHUB_TOKEN` is also the run's own token; the run's repository is `example/site`, its API `api.github.com`.
   */
  readonly environment: Readonly<Record<string, string>>;
  /** The lines of the input `credentials`. Default: none. */
  readonly credentials?: string;
  /** The backup's `role`. Default: none. */
  readonly role?: string | null;
  /** The backup's `keep`. Default: none. */
  readonly keep?: number | null;
  /** The address that every name resolves to. Default: one of loopback. */
  readonly address?: string;
}

/**
 * What a provider brings to the contract suite, as `fixtures/responses/<provider>/cases.ts` exports it under the name
 * `cases`.
 */
export interface ProviderCases extends Circumstances {
  /** The moment by which requests are signed and the fixtures are made: all their times lie before it. */
  readonly now: string;
  /** Logging in, answered well in every situation; empty where requests carry their own proof. */
  readonly session: readonly Exchange[];
  readonly situations: { readonly [S in Situation]: Case | NotApplicable };
  /** Where a trouble of the listing means something else at this vendor, or cannot come about. */
  readonly troubles?: { readonly [T in Trouble]?: Expected | NotApplicable };
  /** As `troubles['404']`. */
  readonly on404?: Expected;
  /** More that is this vendor's own, by a sentence that says it. */
  readonly more?: Readonly<Record<string, Case & Partial<Circumstances>>>;
}
