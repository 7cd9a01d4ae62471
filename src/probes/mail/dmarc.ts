import type { LookUp } from '../lookup.ts';
import type { DmarcFact } from './fact.ts';
import { readTag } from './tags.ts';

// DMARC (RFC 9989): the policy of a domain, found at its own name, else at its organisational domain.

/** How many names are asked at most (§4.10). */
const mostQueries = 8;
const policies = ['none', 'quarantine', 'reject'];

type Tags = ReadonlyMap<string, string>;

interface Walked {
  /** The name without `_dmarc.`. */
  readonly name: string;
  readonly tags: Tags;
}

/**
 * Reads a record; null where it is none, or none that counts: `v=DMARC1` must come first, spelled so. A policy that
 * nobody knows counts as `none` where somebody is to get reports, and else makes the record void (§4.7).
 */
export function parseDmarc(text: string): Tags | null {
  const [first, ...rest] = text.split(';').map(readTag);
  if (first?.name !== 'v' || first.value !== 'DMARC1') return null;
  const tags = new Map<string, string>([[first.name, first.value]]);
  // A tag that comes again does not undo the first, `v` least of all.
  for (const tag of rest) if (tag !== null && !tags.has(tag.name)) tags.set(tag.name, tag.value);
  const isKnown = (name: string) => policies.includes((tags.get(name) ?? 'none').toLowerCase());
  if (['p', 'sp', 'np'].every(isKnown)) return tags;
  if (!/^\s*mailto:[^\s@]+@/i.test(tags.get('rua') ?? '')) return null;
  return new Map([...tags, ['p', 'none'], ['sp', 'none'], ['np', 'none']]);
}

/**
 * The policy that holds for `domain`: its own record's; else that of its organisational domain, which is found by
 * walking up the tree (§4.10): the record that says `psd=n`, the one below that which says `psd=y`, else the one with
 * the fewest labels. @throws ProbeFailure where DNS does not answer
 */
export async function readDmarc(domain: string, lookUp: LookUp): Promise<DmarcFact> {
  const labels = domain.split('.');
  // A long name is cut to its last labels after the first question.
  const parents = labels.slice(1).map((_label, index) => labels.slice(index + 1).join('.'));
  const own = await recordsAt(domain, lookUp);
  if (own.length === 1) return policyOf(own[0]!, ['p'], own.length);
  const walked: Walked[] = [];
  for (const name of parents.slice(-(mostQueries - 1))) {
    const records = await recordsAt(name, lookUp);
    // Several records are none.
    if (records.length !== 1) continue;
    const [record] = records;
    walked.push(record!);
    if (['y', 'n'].includes(psdOf(record!))) break;
  }
  const last = walked.at(-1);
  if (last === undefined) return { at: null, records: own.length, policy: null, isTest: false };
  const below = walked.at(-2);
  // One label below a public suffix lies the organisational domain; without a record there the suffix's own counts.
  const isBelow = (each: Walked) => each.name.split('.').length === last.name.split('.').length + 1;
  const counting = psdOf(last) === 'y' && below !== undefined && isBelow(below) ? below : last;
  const exists = (await lookUp(domain, 'TXT')).type !== 'no-name';
  return policyOf(counting, exists ? ['sp', 'p'] : ['np', 'sp', 'p'], own.length);
}

async function recordsAt(name: string, lookUp: LookUp): Promise<Walked[]> {
  const { records } = await lookUp(`_dmarc.${name}`, 'TXT');
  return records.flatMap((text) => {
    const tags = parseDmarc(text);
    return tags === null ? [] : [{ name, tags }];
  });
}

const psdOf = ({ tags }: Walked) => tags.get('psd')?.toLowerCase() ?? 'u';

/** @param order which tags say the policy, the first that is there */
function policyOf({ name, tags }: Walked, order: readonly string[], records: number): DmarcFact {
  const policy = order.map((tag) => tags.get(tag)).find((value) => value !== undefined) ?? 'none';
  return {
    at: `_dmarc.${name}`,
    records,
    policy: policy.toLowerCase(),
    isTest: tags.get('t')?.toLowerCase() === 'y',
  };
}
