import type { Edge } from '../../edge/edge.ts';
import type { Ledger } from '../../ledger/schema.ts';
import { asciiName } from '../../protocols/dns/name.ts';
import { type Finding, finding } from '../../rules/finding.ts';
import { type LookUp, openLookUp } from '../lookup.ts';
import type { Check, JudgeContext, Probe, SeenCheck } from '../probe.ts';
import { caaDomainsOf } from './authorities.ts';

/** An authority that is to renew a certificate, and the names in it. */
export interface CaaClaim {
  /** As the ledger writes them. */
  readonly issuers: readonly string[];
  /** A-labels; a wildcard keeps its star. */
  readonly names: readonly string[];
}

export interface CaaFact {
  /** For each name the first set on the way up the tree (RFC 8659 §3); null where there is none. */
  readonly sets: readonly {
    readonly name: string;
    readonly at: string | null;
    readonly records: readonly string[];
  }[];
}

/** Looks whether CAA records let the authority renew that the ledger names: where they do not, the next renewal fails. */
export const caaProbe = {
  name: 'dns',
  part: 'dns',
  rules: ['dns/caa-forbids-issuer'],
  needs: null,
  plan: planCaa,
  observe: async (claim, edge, signal) => ({ fact: await observeCaa(claim, edge, signal), from: null }),
  needsConfirmation: () => false,
  unseen: ({ subject, path }, { operator }) => [
    { subject, path, party: operator, items: [8], what: subject },
  ],
  judge: judgeCaa,
  deadlines: () => [],
} as const satisfies Probe<CaaClaim, CaaFact>;

/** Every certificate whose authority the ledger names, where the authority's name in CAA is known. */
function planCaa(ledger: Ledger): Check<CaaClaim>[] {
  return Object.entries(ledger.reality.certificates ?? {}).flatMap(
    ([id, { host, names = [], issuer = [] }]) => {
      if (issuer.length === 0 || issuer.some((each) => caaDomainsOf(each).length === 0)) return [];
      const all = [...new Set([host, ...names].flatMap((name) => nameOf(name) ?? []))];
      const [first] = all;
      // Addresses have no CAA records.
      if (first === undefined) return [];
      const path = ['reality', 'certificates', id, 'issuer'];
      return [{ probe: 'dns', subject: `${first}/CAA`, path, claim: { issuers: issuer, names: all } }];
    },
  );
}

function nameOf(written: string): string | null {
  const star = written.startsWith('*.') ? '*.' : '';
  const name = asciiName(written.slice(star.length));
  return name === null || /^[\d.]+$|:/.test(name) ? null : star + name;
}

async function observeCaa(
  { names }: CaaClaim,
  { dns }: Pick<Edge, 'dns'>,
  signal: AbortSignal,
): Promise<CaaFact> {
  const lookUp = openLookUp(dns, signal);
  return { sets: await Promise.all(names.map(async (name) => ({ name, ...(await climb(name, lookUp)) }))) };
}

/** The first name with CAA records, from the name itself up to the top-level domain. */
async function climb(
  name: string,
  lookUp: LookUp,
): Promise<{ at: string | null; records: readonly string[] }> {
  const labels = name.replace(/^\*\./, '').split('.');
  for (let from = 0; from < labels.length; from += 1) {
    const at = labels.slice(from).join('.');
    const { records } = await lookUp(at, 'CAA');
    if (records.length > 0) return { at, records };
  }
  return { at: null, records: [] };
}

const knownTags = new Set([
  'issue',
  'issuewild',
  'iodef',
  'issuemail',
  'issuevmc',
  'contactemail',
  'contactphone',
]);

/** Whether a set lets one of these authorities issue for the name (RFC 8659 §4.2, §4.3, §5.1). */
function allows(records: readonly string[], name: string, domains: readonly string[]): boolean {
  const properties = records.flatMap((record) => {
    const [, flags, tag, value] = /^(\d+) (\S+) ?(.*)$/s.exec(record) ?? [];
    return tag === undefined
      ? []
      : [{ flags: Number(flags), tag, domain: (value ?? '').split(';')[0]!.trim() }];
  });
  if (properties.some(({ flags, tag }) => flags >= 128 && !knownTags.has(tag))) return false;
  const of = (tag: string) => properties.filter((each) => each.tag === tag);
  const wild = name.startsWith('*.') ? of('issuewild') : [];
  const binding = wild.length > 0 ? wild : of('issue');
  return binding.length === 0 || binding.some(({ domain }) => domains.includes(domain.toLowerCase()));
}

function judgeCaa({ check, fact }: SeenCheck<CaaClaim, CaaFact>, context: JudgeContext): Finding[] {
  const { claim, subject, path } = check;
  const place = { subject, path, party: context.operator };
  const domains = claim.issuers.flatMap(caaDomainsOf);
  const forbidden = fact.sets.filter(({ name, records }) => !allows(records, name, domains));
  const [first] = forbidden;
  if (first === undefined || first.at === null) return [];
  const data = {
    names: forbidden.map(({ name }) => name),
    issuers: claim.issuers,
    at: first.at,
    records: first.records,
  };
  return [finding('dns/caa-forbids-issuer', { ...place, data })];
}
