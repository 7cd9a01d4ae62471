import { type Place, readPlace } from '../protocols/place.ts';
import type { ConnectTo } from './network.ts';

/** What is wrong with an input or option. Closed: a message exists for each in every language. */
export type InputProblemCode =
  | 'one-of' // `expected` lists what is allowed
  | 'duration'
  | 'moment' // an ISO time
  | 'moment-or-duration'
  | 'boolean'
  | 'connect-to'
  | 'root-hints'
  | 'resolver'
  | 'credentials'
  | 'credentials-host-alone'
  | 'assignees'
  | 'shard'
  | 'web-address'
  | 'unreadable';

/** A mistake in an input. `value` is left out where it may hold a secret. */
export class InputProblem extends Error {
  override readonly name = 'InputProblem';
  readonly input: string;
  readonly code: InputProblemCode;
  readonly value: string | null;
  readonly expected: readonly string[];

  constructor(input: string, code: InputProblemCode, value: string | null, expected: readonly string[] = []) {
    super(`${input}: ${code}`);
    this.input = input;
    this.code = code;
    this.value = value;
    this.expected = expected;
  }
}

/** Where a credential may go: to one port of one host, over verified TLS. `host`: in lower case, IPv6 without brackets. */
export interface HeaderCredential extends Place {
  readonly header: string;
  readonly value: string;
}

/** A provider's own credentials and signed requests may go to this place, which is none of its known ones. */
interface ProviderCredential extends Place {
  /** As the ledger names it. */
  readonly provider: string;
}

export type Credential = HeaderCredential | ProviderCredential;

export interface RootHint {
  readonly name: string;
  readonly address: string;
  readonly port: number;
}

/** Everything that decides how the world is reached; the same for the action and the command line. */
export interface NetworkInputs {
  readonly allowPrivate: boolean;
  /** `host:port`, or an https URL. */
  readonly resolver: string | null;
  readonly rootHints: readonly RootHint[] | null;
  /** Path of a PEM file. */
  readonly caFile: string | null;
  readonly connectTo: readonly ConnectTo[];
  readonly userAgent: string | null;
}

/** A resolver by its URL, or by its host and port. */
export type NamedResolver = { readonly url: string } | Place;

/** The input `resolver`, understood: `host:port` (53 if left out, brackets around IPv6) or an https URL; null if neither. */
export function parseResolver(text: string): NamedResolver | null {
  if (/^https:\/\//i.test(text)) return URL.canParse(text) ? { url: text } : null;
  return readPlace(text, 53);
}
