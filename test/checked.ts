import { type CheckOptions, type CheckWorld, plainCheck } from '../src/check/check.ts';
import { checkHere, withEdge } from '../src/check/ledgers.ts';
import { readOptions } from '../src/check/options.ts';
import type { AccountsEdge } from '../src/edge/accounts.ts';
import { openLedgerSource } from '../src/ledger/secrets/source.ts';
import type { CheckedLedger } from '../src/report/checked.ts';
import type { Language } from '../src/text/language.ts';

/** How a ledger of the tests is checked; what is left out is as the command line has it with `--offline`. */
export interface HowChecked {
  /** The folder that the ledger's name is relative to. */
  readonly root: string;
  readonly now: string;
  readonly language?: Language;
  /** Network inputs by name; offline without them. */
  readonly network?: Readonly<Record<string, string>>;
  /** The ledger before a change. */
  readonly base?: string;
  /** Whether everybody can read the repository. */
  readonly isPublic?: boolean;
  /** The accounts that GitHub knows; it is not asked without them. */
  readonly accounts?: readonly string[];
  readonly mode?: CheckOptions['mode'];
  readonly onLooking?: CheckWorld['onLooking'];
}

const never = new AbortController().signal;

/** Checks a ledger as the command line does, without printing. */
export async function checked(
  file: string,
  text: string | Uint8Array,
  how: HowChecked,
): Promise<CheckedLedger> {
  const { network } = how;
  const given: Readonly<Record<string, string>> = { ...network, now: how.now };
  // Nothing is tried again, so that a test does not wait.
  const inputs = { ...readOptions('check', ({ name }) => given[name] ?? ''), retryWaitsMs: [] };
  const options: CheckOptions = {
    ...plainCheck,
    language: how.language ?? null,
    now: inputs.now,
    retryWaitsMs: inputs.retryWaitsMs,
    deadlineMs: inputs.deadlineMs,
    unseen: network === undefined ? 'offline' : null,
    isPublic: how.isPublic ?? null,
    mode: how.mode ?? plainCheck.mode,
    before: how.base === undefined ? null : { type: 'text', bytes: Buffer.from(how.base) },
  };
  const source = await openLedgerSource(file, typeof text === 'string' ? Buffer.from(text) : text);
  const known = how.accounts;
  const accounts: AccountsEdge | null =
    known === undefined ? null : { look: async (each) => (known.includes(each) ? 'there' : 'gone') };
  return withEdge(
    network === undefined ? null : inputs,
    { credentials: [], providers: null, accounts },
    null,
    (edge) => checkHere(source, options, { root: how.root, edge, signal: never, onLooking: how.onLooking }),
  );
}
