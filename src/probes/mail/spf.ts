import { ProbeFailure } from '../../edge/failure.ts';
import { asciiName } from '../../protocols/dns/name.ts';
import type { LookUp } from '../lookup.ts';
import { exchangesOf } from './exchanges.ts';
import type { SpfFact } from './fact.ts';

// SPF (RFC 7208), as far as it can be told without a message: whether receivers can use the record at all, how many
// look-ups it costs them, and whether it lets everybody pass.

/** How many terms may make receivers ask DNS (§4.6.4). */
export const mostLookups = 10;
/** Counting ends here: a loop of includes has no end. */
const countingLimit = 20;
/** How many names may lead to nothing, and how many exchanges an `mx` may lead to (§4.6.4). */
const mostVoids = 2;
const mostExchanges = 10;

interface Term {
  readonly qualifier: '+' | '-' | '~' | '?';
  readonly mechanism: string;
  /** What stands behind `:`; null where nothing does. */
  readonly value: string | null;
}

interface Parsed {
  readonly terms: readonly Term[];
  readonly redirect: string | null;
}

/** The records of a TXT set that are SPF (§4.5): `v=spf1`, alone or before a space. */
export function spfRecords(texts: readonly string[]): string[] {
  return texts.filter((text) => /^v=spf1(?: |$)/i.test(text));
}

/** Reads a record; null where it breaks the grammar, so that receivers must not use any of it (§4.6). */
export function parseSpf(record: string): Parsed | null {
  const terms: Term[] = [];
  let redirect: string | null = null;
  for (const word of record.slice(6).split(' ')) {
    if (word === '') continue;
    const modifier = /^([a-z][a-z0-9\-_.]*)=(.*)$/i.exec(word);
    if (modifier !== null) {
      if (modifier[1]!.toLowerCase() !== 'redirect') continue;
      if (redirect !== null || modifier[2] === '') return null;
      redirect = modifier[2]!;
      continue;
    }
    const directive =
      /^([+\-~?]?)([a-z0-9]+)(?::([^/\s]+|[0-9a-f:.]+))?((?:\/\d{1,3}){0,2}|\/\d{1,3}\/\/\d{1,3}|\/\/\d{1,3})$/i.exec(
        word,
      );
    if (directive === null) return null;
    const [, qualifier = '', name = '', value, range = ''] = directive;
    const mechanism = name.toLowerCase();
    const needsValue = ['include', 'exists', 'ip4', 'ip6'].includes(mechanism);
    if (!needsValue && !['all', 'a', 'mx', 'ptr'].includes(mechanism)) return null;
    if (needsValue && value === undefined) return null;
    if (mechanism === 'all' && (value !== undefined || range !== '')) return null;
    terms.push({
      qualifier: (qualifier || '+') as Term['qualifier'],
      mechanism,
      value: value === undefined ? null : value + (mechanism.startsWith('ip') ? range : ''),
    });
  }
  return { terms, redirect };
}

/** Judges the SPF of `domain`, its includes and redirects followed. @throws ProbeFailure where DNS does not answer */
export async function readSpf(domain: string, lookUp: LookUp): Promise<SpfFact> {
  let lookups = 0;
  let fault: SpfFact['fault'] = null;
  const voids: string[] = [];
  const unseen: ProbeFailure[] = [];
  const blame = (what: NonNullable<SpfFact['fault']>) => {
    fault ??= what;
  };

  /** Whether a name that a term leads to has an address; one of either family is enough for somebody. */
  async function follow(name: string, types: readonly ('A' | 'AAAA')[]): Promise<void> {
    for (const type of types) if ((await lookUp(name, type)).type === 'records') return;
    voids.push(name);
  }

  /** Counts what a term leads to that is not there. What does not answer may be there. */
  async function resolve(mechanism: string, name: string): Promise<void> {
    try {
      if (mechanism === 'exists') await follow(name, ['A']);
      if (mechanism === 'a') await follow(name, ['A', 'AAAA']);
      if (mechanism !== 'mx') return;
      const exchanges = exchangesOf((await lookUp(name, 'MX')).records);
      if (exchanges.length === 0) voids.push(name);
      if (exchanges.length > mostExchanges) blame({ fault: 'too-many-exchanges', where: name });
      else for (const exchange of exchanges) await follow(exchange, ['A', 'AAAA']);
    } catch (error) {
      if (!(error instanceof ProbeFailure)) throw error;
      unseen.push(error);
    }
  }

  /** Whether the record at `name` lets everybody pass; null where it has none that can be used. */
  async function permitsAll(name: string): Promise<boolean | null> {
    const { records } = await lookUp(name, 'TXT');
    const spf = spfRecords(records);
    const [record] = spf;
    if (record === undefined) return null;
    if (spf.length > 1) {
      blame({ fault: 'two-records', where: name });
      return null;
    }
    const parsed = parseSpf(record);
    if (parsed === null) {
      blame({ fault: 'syntax', where: name });
      return null;
    }
    let permits = false;
    for (const { qualifier, mechanism, value } of parsed.terms) {
      if (lookups >= countingLimit) return permits;
      if (mechanism === 'all') return permits || qualifier === '+';
      if ((mechanism === 'ip4' || mechanism === 'ip6') && qualifier === '+' && /\/0$/.test(value ?? ''))
        permits = true;
      if (mechanism === 'a' || mechanism === 'mx' || mechanism === 'ptr' || mechanism === 'exists') {
        lookups += 1;
        const target = value === null ? name : nameOf(value);
        if (target !== null) await resolve(mechanism, target);
      }
      if (mechanism !== 'include') continue;
      lookups += 1;
      const target = nameOf(value);
      // What depends on the message cannot be followed without one.
      if (target === null) continue;
      const included = await permitsAll(target);
      if (included === null) blame({ fault: 'include-without-spf', where: target });
      if (included === true && qualifier === '+') permits = true;
    }
    if (parsed.redirect === null || lookups >= countingLimit) return permits;
    lookups += 1;
    const target = nameOf(parsed.redirect);
    if (target === null) return permits;
    const redirected = await permitsAll(target);
    if (redirected === null) blame({ fault: 'redirect-without-spf', where: target });
    return permits || redirected === true;
  }

  const { records } = await lookUp(domain, 'TXT');
  const permits = await permitsAll(domain);
  if (voids.length > mostVoids) blame({ fault: 'too-many-voids', where: voids[0]! });
  // Nothing is wrong with what was seen, and what was not decides whether receivers can use the record.
  const mayBeTooMany = voids.length + unseen.length > mostVoids;
  if (fault === null && unseen[0] !== undefined && mayBeTooMany && lookups <= mostLookups) throw unseen[0];
  return {
    records: spfRecords(records),
    fault,
    lookups: Math.min(lookups, countingLimit),
    permitsAll: permits === true,
  };
}

/** A name to ask for; null where it holds a macro (§7) or is none. */
function nameOf(text: string | null): string | null {
  return text === null || text.includes('%') ? null : asciiName(text);
}
