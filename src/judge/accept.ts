import { addChangeLine, type EditProblem, editValues } from '../ledger/edit.ts';
import { type ParsedLedger, parseLedger } from '../ledger/parse.ts';
import type { LedgerPath } from '../ledger/path.ts';
import { readLedger } from '../ledger/read.ts';
import type { Ledger } from '../ledger/schema.ts';
import { countWrittenSecrets } from '../ledger/secrets/source.ts';
import { type ClaimedType, normalizeValue, readingsOf, writtenValue } from '../protocols/dns/record.ts';
import type { Finding } from '../rules/finding.ts';
import { type RuleData, ruleNames } from '../rules/index.ts';
import { mask } from '../text/mask.ts';
import type { Judgement } from './judge.ts';

/** A value of the ledger that is to follow reality, as the ledger's own history names it. */
export interface AcceptedChange {
  readonly what: 'record' | 'delegation' | 'issuer' | 'redirect' | 'registrar';
  /** A host, zone or domain; of an endpoint its id. */
  readonly name: string;
  /** Of a record; else null. */
  readonly type: string | null;
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** Why a value is not written. Closed: a message exists for each in every language. */
export type AcceptProblem =
  | EditProblem
  | 'unreadable' // the ledger could not be read with it
  | 'differs' // read again, it would not be what was seen
  | 'secret'; // it looks like a password or key

/** What taking reality into a ledger comes to. */
export interface Acceptance {
  readonly before: string;
  /** The ledger as it is to be; as before where nothing was taken over. */
  readonly text: string;
  readonly accepted: readonly Finding[];
  /** What has to be written by hand, and why. */
  readonly refused: readonly { readonly finding: Finding; readonly problem: AcceptProblem }[];
  /** Whether a line stands under `changes` now. */
  readonly isRecorded: boolean;
}

export interface AcceptOptions {
  /** Ids of findings; null: all that can be accepted. */
  readonly only: ReadonlySet<string> | null;
  /** Who the history is to name: id of a contact or party. Null: the parties that the findings fall to. */
  readonly by: string | null;
  /** Day of the site's calendar. */
  readonly date: string;
  /** The moment of the check, ISO 8601: what is written is read again as of then. */
  readonly now: string;
  /** What the history says of it. */
  what(changes: readonly AcceptedChange[]): string;
}

/** The findings in which the ledger may simply be behind, and which nobody has excepted. */
export function acceptable({ findings, excepted }: Judgement): Finding[] {
  return findings.filter((each) => each.acceptable && !excepted.has(each.id));
}

/**
 * Takes what was seen into the ledger's text. Each edit is read again: what could not be read, would not compare equal
 * the next time, or would be a finding itself, is refused. Pure: who writes the text is another's matter.
 */
export function acceptObserved(
  bytes: Uint8Array,
  { ledger, file }: Pick<ParsedLedger, 'ledger' | 'file'>,
  judgement: Judgement,
  { only, by, date, now, what }: AcceptOptions,
): Acceptance {
  const before = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const { writtenPath } = readLedger(bytes, file);
  const accepted: Finding[] = [];
  const refused: { finding: Finding; problem: AcceptProblem }[] = [];
  const changes: AcceptedChange[] = [];
  let text = before;
  for (const finding of acceptable(judgement)) {
    if (only !== null && !only.has(finding.id)) continue;
    const seen = observedValues(finding, ledger);
    if (seen === null) continue;
    // A server may reflect a secret: what was scrubbed is not what anybody saw.
    if (seen.values.some((value) => value.includes(mask))) {
      refused.push({ finding, problem: 'secret' });
      continue;
    }
    const edited = editValues(text, writtenPath(seen.path), seen.values);
    const problem = edited.ok ? problemOf(text, edited.text, seen.isMet) : edited.problem;
    if (edited.ok && problem === null) {
      text = edited.text;
      accepted.push(finding);
      changes.push(seen.change);
    } else refused.push({ finding, problem: problem! });
  }
  if (accepted.length === 0) return { before, text: before, accepted, refused, isRecorded: false };
  // What may stand as a public record may not be repeated everywhere: then the history names it alone.
  for (const said of [changes, changes.map((each) => ({ ...each, from: [], to: [] }))]) {
    const line = { date, by: by ?? partyOf(accepted, ledger), what: what(said) };
    const recorded = addChangeLine(text, line);
    if (recorded.ok && problemOf(text, recorded.text, () => true) === null)
      return { before, text: recorded.text, accepted, refused, isRecorded: true };
  }
  return { before, text, accepted, refused, isRecorded: false };

  function problemOf(from: string, to: string, isMet: (ledger: Ledger) => boolean): AcceptProblem | null {
    const read = parseLedger(new TextEncoder().encode(to), { file, now, ruleNames });
    if (!read.ok) return 'unreadable';
    if (!isMet(read.parsed.ledger)) return 'differs';
    return countWrittenSecrets(to) > countWrittenSecrets(from) ? 'secret' : null;
  }
}

interface ObservedValues {
  readonly path: LedgerPath;
  readonly values: readonly string[];
  readonly change: AcceptedChange;
  /** Whether a ledger that was read again says what was seen. */
  isMet(ledger: Ledger): boolean;
}

/** Where a finding's value stands, and what is to stand there. */
function observedValues(finding: Finding, ledger: Ledger): ObservedValues | null {
  const data: unknown = finding.data;
  switch (finding.rule) {
    case 'dns/record-differs':
    case 'dns/record-unexpected':
    case 'dns/delegation-differs': {
      const { seen } = data as { seen: readonly string[] };
      const claim = ledger.reality.dns?.[Number(finding.path[2])];
      const values = recordValues(ledger, finding.path, seen);
      if (claim === undefined || values === null) return null;
      const isDelegation = finding.rule === 'dns/delegation-differs';
      return {
        path: [...finding.path, 'values'],
        values,
        change: {
          what: isDelegation ? 'delegation' : 'record',
          name: claim.name,
          type: claim.type ?? null,
          from: claim.values ?? [],
          to: values,
        },
        isMet: ({ reality }) => {
          const then = reality.dns?.[Number(finding.path[2])];
          const said = (then?.values ?? []).map((each) => readingsOf(claim.type!, each));
          const readings = new Set(said.flat());
          const isSaid = seen.every((each) => readings.has(each));
          const there = new Set(seen);
          const isSeen = (value: readonly string[]) => value.some((each) => there.has(each));
          if (claim.match === 'exact') return isSaid && said.every(isSeen);
          return claim.match === 'within' ? isSaid : said.some(isSeen);
        },
      };
    }
    case 'tls/issuer-differs': {
      const { host, issuer, expected } = data as RuleData['tls/issuer-differs'];
      if (issuer === null) return null;
      // Several issuers are those that may be: one more.
      const values = expected.length > 1 ? [...expected, issuer] : [issuer];
      return simple(finding, 'issuer', host, expected, values);
    }
    case 'http/redirect-differs': {
      const { id, expected, observed } = data as RuleData['http/redirect-differs'];
      return simple(finding, 'redirect', id, [expected], [observed]);
    }
    case 'domain/registrar-differs': {
      const { domain, expected, registrar } = data as RuleData['domain/registrar-differs'];
      return simple(finding, 'registrar', domain, [expected], [registrar]);
    }
    default:
      return null;
  }
}

function simple(
  { path }: Finding,
  what: AcceptedChange['what'],
  name: string,
  from: readonly string[],
  values: readonly string[],
): ObservedValues {
  return { path, values, change: { what, name, type: null, from, to: values }, isMet: () => true };
}

/** The values of a record claim as its matcher wants them, in the ledger's own spelling where they stay. */
function recordValues(ledger: Ledger, path: LedgerPath, seen: readonly string[]): string[] | null {
  const claim = ledger.reality.dns?.[Number(path[2])];
  if (claim?.type === undefined || claim.values === undefined || seen.length === 0) return null;
  const type: ClaimedType = claim.type;
  const { values } = claim;
  const written = new Map(values.flatMap((value) => readingsOf(type, value).map((each) => [each, value])));
  const spelled = seen.map((value) => written.get(value) ?? writtenValue(type, value));
  switch (claim.match) {
    case 'exact':
      return spelled;
    case 'within':
      return [...new Set([...claim.values, ...spelled])];
    case 'includes':
      return included(type, values, new Set(seen));
    case 'any':
      return spelled.slice(0, Math.max(1, claim.values.length));
    case 'cidr':
    case 'suffix':
      return null;
  }
}

/**
 * What has to be there, of many: what is still there stays, and what is not makes room for what looks like it (an SPF
 * record for an SPF record), or goes.
 */
function included(type: ClaimedType, values: readonly string[], seen: ReadonlySet<string>): string[] | null {
  const said = new Set(values.flatMap((value) => readingsOf(type, value)));
  const free = [...seen].filter((value) => !said.has(value));
  const kind = (value: string) => /^[^\s=:]+[\s=:]/.exec(value)?.[0] ?? '';
  const result = values.flatMap((value) => {
    if (readingsOf(type, value).some((each) => seen.has(each))) return [value];
    const wanted = kind(normalizeValue(type, value));
    const alike = free.findIndex((each) => kind(each) !== '' && kind(each) === wanted);
    return alike < 0 ? [] : free.splice(alike, 1).map((each) => writtenValue(type, each));
  });
  return result.length > 0 ? result : null;
}

/** The party that the findings fall to, where it is one that the ledger knows. */
function partyOf(accepted: readonly Finding[], ledger: Ledger): string | null {
  const parties = new Set(accepted.map(({ party }) => party));
  const [party = null] = parties;
  const isKnown = party !== null && (party in (ledger.parties ?? {}) || party in (ledger.contacts ?? {}));
  return parties.size === 1 && isKnown ? party : null;
}
