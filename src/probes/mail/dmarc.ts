import type { LookUp } from '../lookup.ts';
import type { DmarcFact } from './fact.ts';

// DMARC (RFC 9989): the policy of a domain, found at its own name or by walking up the tree.

/** How many names are asked at most (§4.10). */
const mostQueries = 8;

type Tags = ReadonlyMap<string, string>;

/** Reads a record; null where it is no DMARC record: `v=DMARC1` must come first, spelled so. */
export function parseDmarc(text: string): Tags | null {
  const pairs = text.split(';').map((pair) => /^\s*([a-z]+)\s*=\s*(.*?)\s*$/i.exec(pair));
  if (pairs[0]?.[1]?.toLowerCase() !== 'v' || pairs[0][2] !== 'DMARC1') return null;
  const tags = new Map<string, string>();
  for (const pair of pairs) {
    // A tag that comes again does not undo the first, `v` least of all.
    if (pair !== null && !tags.has(pair[1]!.toLowerCase())) tags.set(pair[1]!.toLowerCase(), pair[2]!);
  }
  return tags;
}

/** The policy that holds for `domain`. @throws ProbeFailure where DNS does not answer */
export async function readDmarc(domain: string, lookUp: LookUp): Promise<DmarcFact> {
  const labels = domain.split('.');
  let own = 0;
  // A long name is cut to its last labels after the first question.
  const parents = labels.slice(1).map((_label, index) => labels.slice(index + 1).join('.'));
  const names = [domain, ...parents.slice(-(mostQueries - 1))];
  for (const [index, name] of names.entries()) {
    const at = `_dmarc.${name}`;
    const records = (await lookUp(at, 'TXT')).records.map(parseDmarc).filter((each) => each !== null);
    if (index === 0) own = records.length;
    const [tags] = records;
    // Several records are none.
    if (tags === undefined || records.length > 1) continue;
    // Above the domain itself the policy for subdomains counts.
    const policy = (index === 0 ? tags.get('p') : (tags.get('sp') ?? tags.get('p'))) ?? 'none';
    return { at, records: own, policy: policy.toLowerCase(), isTest: tags.get('t')?.toLowerCase() === 'y' };
  }
  return { at: null, records: own, policy: null, isTest: false };
}
