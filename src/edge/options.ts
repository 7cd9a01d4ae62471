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

/** A header for one host; where `header` is null, a host that signed requests may go to. */
export interface Credential {
  /** Lower case. */
  readonly host: string;
  readonly header: string | null;
  readonly value: string;
}

export interface RootHint {
  readonly name: string;
  readonly address: string;
  readonly port: number;
}

/** Everything that decides how the world is looked at; the same for the action and the command line. */
export interface NetworkInputs {
  readonly allowPrivate: boolean;
  readonly retryWaitsMs: readonly number[];
  readonly deadlineMs: number;
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
