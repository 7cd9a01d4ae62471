import type { FailureCode, Look } from '../../edge/failure.ts';
import type { Mail } from '../../ledger/schema.ts';
import type { DkimFault, MtaStsFault, MxFault, SpfFault } from '../../rules/mail.ts';

/** What the ledger says of a domain's mail. */
export interface MailClaim {
  /** Lower case, A-labels. */
  readonly domain: string;
  readonly expect: Mail;
}

/** Null: the ledger asks for nothing of the kind. */
export interface MailFact {
  readonly mx: Look<MxFact>;
  readonly spf: Look<SpfFact>;
  readonly dmarc: Look<DmarcFact> | null;
  readonly dkim: readonly { readonly selector: string; readonly key: Look<DkimState> }[];
  readonly mtaSts: Look<MtaStsFact> | null;
}

/** Everything that was looked at for a fact. */
export function looksOf({ dkim, ...others }: MailFact): (Look<unknown> | null)[] {
  return [...Object.values(others), ...dkim.map(({ key }) => key)];
}

export interface MxFact {
  /** As `preference host`, sorted; `0 .` says that the domain takes no mail (RFC 7505). */
  readonly records: readonly string[];
  readonly faults: readonly { readonly host: string; readonly fault: MxFault }[];
  /** Exchanges of which every address is one that nobody outside can reach. */
  readonly unreachable: readonly { readonly host: string; readonly addresses: readonly string[] }[];
}

export interface SpfFact {
  /** The domain's own records that begin with `v=spf1`. */
  readonly records: readonly string[];
  /** The first thing that makes the record unusable, and the name at which it stands. */
  readonly fault: {
    readonly fault: SpfFault;
    readonly where: string;
    /** The term that breaks the grammar. */
    readonly term?: string;
  } | null;
  /** Terms that make receivers ask DNS, nested ones included (RFC 7208 §4.6.4). Counted up to 20. */
  readonly lookups: number;
  readonly permitsAll: boolean;
}

export interface DmarcFact {
  /** The name that the policy was found at; null where there is none. */
  readonly at: string | null;
  /** How many records stand at the domain's own `_dmarc`. */
  readonly records: number;
  readonly policy: string | null;
  /** Whether the record says that it is only being tried (`t=y`). */
  readonly isTest: boolean;
}

/** What a verifier makes of a key. `detail`: what it says in place of what it should. */
export type DkimState =
  | { readonly state: 'valid' | 'missing' | 'revoked' }
  | { readonly state: 'invalid'; readonly fault: DkimFault; readonly detail: string | null };

export interface MtaStsFact {
  readonly fault: MtaStsFault | null;
  readonly detail: string | null;
  readonly code: FailureCode | null;
  readonly mode: string | null;
}
