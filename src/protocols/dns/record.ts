import ipaddr from 'ipaddr.js';
import { asciiName, lowerCase } from './name.ts';

// Record data as text in one spelling, so that what the ledger says and what was seen can be compared as text.
// Both sides come through here: the ledger's values by `normalizeValue`, data from the wire as made by the edge.

/** The types whose data the ledger can claim. */
export type ClaimedType =
  | 'A'
  | 'AAAA'
  | 'CNAME'
  | 'MX'
  | 'NS'
  | 'TXT'
  | 'CAA'
  | 'HTTPS'
  | 'SVCB'
  | 'SRV'
  | 'PTR';

/** A value as the ledger writes it, in the spelling of seen data. What cannot be read stays as it is, and so matches nothing. */
export function normalizeValue(type: ClaimedType, written: string): string {
  const text = written.trim();
  const words = text.split(/\s+/);
  switch (type) {
    case 'A':
    case 'AAAA':
      return addressText(text);
    case 'CNAME':
    case 'NS':
    case 'PTR':
      return nameText(text);
    case 'MX':
      return words.length === 2 && isNumber(words[0]!) ? `${Number(words[0])} ${nameText(words[1]!)}` : text;
    case 'SRV':
      return words.length === 4 && words.slice(0, 3).every(isNumber)
        ? `${words.slice(0, 3).map(Number).join(' ')} ${nameText(words[3]!)}`
        : text;
    case 'TXT':
      return unquoted(text);
    case 'CAA': {
      const match = /^(\d{1,3})\s+([A-Za-z0-9]+)\s(.*)$/s.exec(text);
      return match === null ? text : caaText(Number(match[1]), match[2]!, unquoted(match[3]!.trim()));
    }
    case 'HTTPS':
    case 'SVCB':
      return serviceValue(text) ?? text;
  }
}

/** An address in canonical form (RFC 5952); what is none, as it is. */
export function addressText(text: string): string {
  // Not `10.1` or `0x7f.1`, which the library takes for addresses too.
  const isAddress = ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text);
  return isAddress ? ipaddr.parse(text).toString() : lowerCase(text);
}

/** CAA as `flags tag value` (RFC 8659 §4.1): tag and issuer's domain in lower case, parameters spaced alike. */
export function caaText(flags: number, tag: string, value: string): string {
  const name = lowerCase(tag);
  if (!name.startsWith('issue')) return `${flags} ${name} ${value.trim()}`;
  const [domain = '', ...parameters] = value.split(';').map((part) => part.trim());
  return `${flags} ${name} ${[lowerCase(domain), ...parameters].join('; ').trim()}`;
}

/** SvcParamKeys by number (RFC 9460 §14.3.2, RFC 9461, RFC 9540). */
export const serviceKeys = [
  'mandatory',
  'alpn',
  'no-default-alpn',
  'port',
  'ipv4hint',
  'ech',
  'ipv6hint',
  'dohpath',
  'ohttp',
] as const;

/** The number of a SvcParamKey by its name or as `keyN`; null if it is none. */
function serviceKeyNumber(key: string): number | null {
  const known = (serviceKeys as readonly string[]).indexOf(key);
  if (known >= 0) return known;
  const match = /^key(\d{1,5})$/.exec(key);
  return match === null ? null : Number(match[1]);
}

/** `1 . alpn="h2,h3"` with keys in the order of their numbers, as on the wire (RFC 9460 §2.1). */
function serviceValue(text: string): string | null {
  const match = /^(\d{1,5})\s+(\S+)(.*)$/s.exec(text);
  if (match === null) return null;
  const parameters: { number: number; text: string }[] = [];
  for (const [, key, , written, inQuotes] of match[3]!.matchAll(
    /([a-z0-9-]+)(=("((?:[^"\\]|\\.)*)"|[^\s"]*))?/g,
  )) {
    const number = serviceKeyNumber(key!);
    if (number === null) return null;
    const value = inQuotes ?? written ?? '';
    const items = value.split(',');
    const list = key === 'ipv4hint' || key === 'ipv6hint' ? items.map(addressText) : items;
    if (key === 'mandatory')
      list.sort((a, b) => (serviceKeyNumber(a) ?? 65536) - (serviceKeyNumber(b) ?? 65536));
    parameters.push({ number, text: value === '' ? key! : `${key}=${list.join(',')}` });
  }
  parameters.sort((a, b) => a.number - b.number);
  const target = match[2] === '.' ? '.' : nameText(match[2]!);
  return [Number(match[1]), target, ...parameters.map((each) => each.text)].join(' ');
}

function nameText(text: string): string {
  return asciiName(text) ?? lowerCase(text);
}

/** Character strings in quotes, as zone files write them, joined without a separator (RFC 7208 §3.3); other text as it is. */
function unquoted(text: string): string {
  if (!/^(?:"(?:[^"\\]|\\.)*"\s*)+$/.test(text)) return text;
  return [...text.matchAll(/"((?:[^"\\]|\\.)*)"\s*/gy)]
    .map(([, string]) => string!.replace(/\\(.)/g, '$1'))
    .join('');
}

function isNumber(text: string): boolean {
  return /^\d{1,5}$/.test(text);
}
