import ipaddr from 'ipaddr.js';
import { ProbeFailure } from '../../edge/failure.ts';
import { asciiName } from '../../protocols/dns/name.ts';
import type { LookUp } from '../lookup.ts';
import { exchangesOf } from './exchanges.ts';
import type { SpfFact } from './fact.ts';

// SPF (RFC 7208), as far as it can be judged without a message: whether receivers can use the record at all, how many
// look-ups it costs them, and whether it lets everybody pass.

/** How many terms may make receivers ask DNS (§4.6.4). */
export const mostLookups = 10;
/** Counting ends here: a loop of includes has no end. */
const countingLimit = 20;
/** How many names may lead to nothing, and how many exchanges an `mx` may lead to (§4.6.4). */
const mostVoids = 2;
const mostExchanges = 10;
/** Of a macro with its braces: a letter, three digits, `r`, seven delimiters. */
const longestMacro = 14;

interface Term {
  readonly qualifier: '+' | '-' | '~' | '?';
  readonly mechanism: string;
  /** The name or network behind `:`; null where none stands there. */
  readonly value: string | null;
  /** The lengths of the prefixes behind it; null: the whole address. */
  readonly prefix: { readonly 4: number | null; readonly 6: number | null };
}

interface Parsed {
  readonly terms: readonly Term[];
  readonly redirect: string | null;
}

/** The records of a TXT set that are SPF (§4.5): `v=spf1`, alone or before a space. */
export function spfRecords(texts: readonly string[]): string[] {
  return texts.filter((text) => /^v=spf1(?: |$)/i.test(text));
}

/** Reads a record, or names the term that breaks the grammar, so that receivers must not use any of it (§4.6). */
export function parseSpf(record: string): Parsed | { readonly broken: string } {
  const terms: Term[] = [];
  const modifiers = new Map<string, string>();
  for (const word of record.slice('v=spf1'.length).split(' ')) {
    if (word === '') continue;
    const modifier = readModifier(word);
    if (modifier !== null) {
      const { name, value } = modifier;
      // What a modifier that nobody knows holds is nobody's business (§6).
      if (name !== 'redirect' && name !== 'exp') continue;
      if (modifiers.has(name) || !isDomainSpec(value, name === 'exp')) return { broken: word };
      modifiers.set(name, value);
      continue;
    }
    const term = readTerm(word);
    if (term === null) return { broken: word };
    terms.push(term);
  }
  return { terms, redirect: modifiers.get('redirect') ?? null };
}

/** A `name=value` (§6); null where the word is none. */
function readModifier(word: string): { readonly name: string; readonly value: string } | null {
  const equals = word.indexOf('=');
  const name = word.slice(0, Math.max(0, equals));
  if (!/^[A-Za-z][A-Za-z0-9\-_.]*$/.test(name)) return null;
  return { name: name.toLowerCase(), value: word.slice(equals + 1) };
}

/** A mechanism with its qualifier (§5); null where the word is none that exists, or is not written as it must be. */
function readTerm(word: string): Term | null {
  const qualifier = '+-~?'.includes(word.charAt(0)) ? (word.charAt(0) as Term['qualifier']) : '+';
  const rest = '+-~?'.includes(word.charAt(0)) ? word.slice(1) : word;
  const end = rest.search(/[:/]/);
  const mechanism = (end < 0 ? rest : rest.slice(0, end)).toLowerCase();
  const behind = end < 0 ? '' : rest.slice(end);
  const value = behind.startsWith(':') ? behind.slice(1) : null;
  const term = { qualifier, mechanism, value: null, prefix: { 4: null, 6: null } };
  switch (mechanism) {
    case 'all':
      return behind === '' ? term : null;
    case 'include':
    case 'exists':
      return value !== null && isDomainSpec(value) ? { ...term, value } : null;
    case 'ptr':
      return behind === '' || (value !== null && isDomainSpec(value)) ? { ...term, value } : null;
    case 'ip4':
    case 'ip6': {
      if (value === null) return null;
      const family = mechanism === 'ip4' ? 4 : 6;
      const [network = '', prefix, ...more] = value.split('/');
      const isNetwork =
        family === 4 ? isIPv4(network) : ipaddr.IPv6.isValid(network) && !network.includes('%');
      const length = prefix === undefined ? null : prefixLength(prefix, family);
      if (!isNetwork || more.length > 0 || (prefix !== undefined && length === null)) return null;
      return { ...term, value: network, prefix: { ...term.prefix, [family]: length } };
    }
    case 'a':
    case 'mx': {
      const target = readPrefixes(behind);
      if (target === null) return null;
      if (target.text === '') return { ...term, prefix: target.prefix };
      const name = target.text.startsWith(':') ? target.text.slice(1) : '';
      return isDomainSpec(name) ? { ...term, value: name, prefix: target.prefix } : null;
    }
    default:
      return null;
  }
}

/** Takes `/24`, `//64` or `/24//64` off the end (dual-cidr-length, §5.3); null where a length is none. */
function readPrefixes(text: string): { readonly text: string; readonly prefix: Term['prefix'] } | null {
  const match = /^([^/]*(?:\/[^/\d][^/]*)*)(?:\/(\d+))?(?:\/\/(\d+))?$/.exec(text);
  if (match === null) return null;
  const [, name = '', four, six] = match;
  const prefix = {
    4: four === undefined ? null : prefixLength(four, 4),
    6: six === undefined ? null : prefixLength(six, 6),
  };
  const isWrong = (four !== undefined && prefix[4] === null) || (six !== undefined && prefix[6] === null);
  return isWrong ? null : { text: name, prefix };
}

function prefixLength(text: string, family: 4 | 6): number | null {
  if (!/^(?:0|[1-9]\d{0,2})$/.test(text)) return null;
  const length = Number(text);
  return length <= (family === 4 ? 32 : 128) ? length : null;
}

function isIPv4(text: string): boolean {
  const parts = text.split('.');
  return (
    parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255)
  );
}

/**
 * Reads visible characters with `%` only in macros (macro-string, §7.1): what stands behind the last macro, and whether
 * there is one; null where a macro is none.
 *
 * @param inExplanation whether the letters c, r and t may stand
 */
function readMacros(
  text: string,
  inExplanation: boolean,
): { readonly behind: string; readonly hasMacro: boolean } | null {
  if (!/^[\x21-\x7e]*$/.test(text)) return null;
  let at = 0;
  for (;;) {
    const percent = text.indexOf('%', at);
    if (percent < 0) return { behind: text.slice(at), hasMacro: at > 0 };
    const next = text.charAt(percent + 1);
    if (next !== '' && '%_-'.includes(next)) {
      at = percent + 2;
      continue;
    }
    const macro = macroAt(text.slice(percent + 1, percent + 1 + longestMacro));
    if (macro === null || (!inExplanation && 'crt'.includes(macro.letter))) return null;
    at = percent + 1 + macro.length;
  }
}

interface Macro {
  /** Lower case. */
  readonly letter: string;
  /** How many labels from the right stay; null: all. */
  readonly labels: number | null;
  readonly isReversed: boolean;
  readonly delimiters: string;
  /** How many characters it takes, braces included. */
  readonly length: number;
}

/** The macro whose `{` the text begins with (macro-expand, §7.1); null where it is none. */
function macroAt(text: string): Macro | null {
  const match = /^\{([slodiphcrtv])(\d{0,3})(r?)([.\-+,/_=]{0,7})\}/i.exec(text);
  if (match === null) return null;
  const [all, letter = '', digits = '', reversed = '', delimiters = ''] = match;
  if (digits !== '' && Number(digits) === 0) return null;
  return {
    letter: letter.toLowerCase(),
    labels: digits === '' ? null : Number(digits),
    isReversed: reversed !== '',
    delimiters,
    length: all.length,
  };
}

/** A name, perhaps with macros, that ends in a top label which is no number, or in a macro (domain-spec, §7.1). */
function isDomainSpec(text: string, inExplanation = false): boolean {
  const macros = readMacros(text, inExplanation);
  if (text === '' || macros === null) return false;
  if (macros.hasMacro && macros.behind === '') return true;
  const name = macros.behind.endsWith('.') ? macros.behind.slice(0, -1) : macros.behind;
  const dot = name.lastIndexOf('.');
  const top = name.slice(dot + 1);
  return (
    dot >= (macros.hasMacro ? 0 : 1) &&
    /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/.test(top) &&
    !/^\d+$/.test(top)
  );
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
    if ('broken' in parsed) {
      blame({ fault: 'syntax', where: name, term: parsed.broken });
      return null;
    }
    let permits = false;
    const networks: Network[] = [];
    for (const { qualifier, mechanism, value, prefix } of parsed.terms) {
      if (lookups >= countingLimit) return permits;
      if (mechanism === 'all') return permits || qualifier === '+';
      if (mechanism === 'ip4' && qualifier === '+') networks.push(networkOf(value!, prefix[4] ?? 32));
      permits ||= qualifier === '+' && (isWholeSpace(networks) || prefix[4] === 0 || prefix[6] === 0);
      if (mechanism === 'a' || mechanism === 'mx' || mechanism === 'ptr' || mechanism === 'exists') {
        lookups += 1;
        const target = value === null ? name : nameOf(value, { name, domain });
        if (target !== null) await resolve(mechanism, target);
      }
      if (mechanism !== 'include') continue;
      lookups += 1;
      const target = nameOf(value!, { name, domain });
      // What depends on the message cannot be followed without one.
      if (target === null) continue;
      const included = await permitsAll(target);
      if (included === null) blame({ fault: 'include-without-spf', where: target });
      if (included === true && qualifier === '+') permits = true;
    }
    if (parsed.redirect === null || lookups >= countingLimit) return permits;
    lookups += 1;
    const target = nameOf(parsed.redirect, { name, domain });
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

/** A range of IPv4 addresses, as numbers; the end belongs to it. */
interface Network {
  readonly from: number;
  readonly to: number;
}

function networkOf(address: string, length: number): Network {
  const number = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  const size = 2 ** (32 - length);
  const from = Math.floor(number / size) * size;
  return { from, to: from + size - 1 };
}

/** Whether networks together hold every IPv4 address. */
function isWholeSpace(networks: readonly Network[]): boolean {
  let next = 0;
  for (const { from, to } of networks.toSorted((one, other) => one.from - other.from)) {
    if (from > next) return false;
    next = Math.max(next, to + 1);
  }
  return next === 2 ** 32;
}

/**
 * A name to ask for, its macros expanded (§7.3); null where one depends on the message, or what comes out is no name.
 *
 * @param here the name whose record is read, and the sender's domain
 */
function nameOf(text: string, here: { readonly name: string; readonly domain: string }): string | null {
  let expanded = '';
  for (let at = 0; at < text.length; ) {
    const percent = text.indexOf('%', at);
    if (percent < 0) {
      expanded += text.slice(at);
      break;
    }
    expanded += text.slice(at, percent);
    const macro = macroAt(text.slice(percent + 1, percent + 1 + longestMacro));
    if (macro === null || (macro.letter !== 'd' && macro.letter !== 'o')) return null;
    const labels = (macro.letter === 'd' ? here.name : here.domain).split(
      macro.delimiters === '' ? '.' : new RegExp(`[${macro.delimiters.replace(/[-+]/g, '\\$&')}]`),
    );
    if (macro.isReversed) labels.reverse();
    expanded += labels.slice(-(macro.labels ?? labels.length)).join('.');
    at = percent + 1 + macro.length;
  }
  return asciiName(expanded);
}
