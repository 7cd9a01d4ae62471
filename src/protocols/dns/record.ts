import ipaddr from 'ipaddr.js';
import { utf8TextAsWritten } from '../../text/utf8.ts';
import { asciiName, lowerCase } from './name.ts';

// Record data as text in one spelling, so that what the ledger says and what was seen can be compared. Data from the
// wire is made text by the edge; the ledger's values may be written as in a zone file, or as reports show what was seen.

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

/** What seen data a value of the ledger stands for: read as a zone file writes it, or letter by letter as it is shown. */
export function readingsOf(type: ClaimedType, written: string): readonly string[] {
  return [...new Set([normalizeValue(type, written), written.trim()])];
}

/** Seen data as a value of the ledger, which takes no empty ones and no blanks at the ends: one of its `readingsOf`. */
export function writtenValue(type: ClaimedType, seen: string): string {
  const isPlain = seen !== '' && seen === seen.trim() && !/[\u0000-\u001f\u007f]/.test(seen);
  return type === 'TXT' && !isPlain ? quoted(seen) : seen;
}

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
      const match = /^(\d{1,3})\s+([A-Za-z0-9]+)(?:\s(.*))?$/s.exec(text);
      return match === null ? text : caaText(Number(match[1]), match[2]!, unquoted((match[3] ?? '').trim()));
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
  if (!name.startsWith('issue')) return `${flags} ${name} ${value}`.trim();
  const [domain = '', ...parameters] = value.split(';').map((part) => part.trim());
  return `${flags} ${name} ${[lowerCase(domain), ...parameters].join('; ').trim()}`.trim();
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
    const isHint = key === 'ipv4hint' || key === 'ipv6hint';
    const list = isHint ? items.map(addressText) : key === 'port' ? items.map(numberText) : items;
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
  const strings = [...text.matchAll(/"((?:[^"\\]|\\.)*)"\s*/gy)];
  return octetsText(strings.flatMap(([, string]) => [...octetsOf(string!)]));
}

/** What `unquoted` reads as that text: one character string, with escapes (RFC 1035 §5.1). */
function quoted(text: string): string {
  const escaped = text.replace(/["\\]/g, '\\$&').replace(/[\u0000-\u001f\u007f]/g, (control) => {
    return `\\${String(control.charCodeAt(0)).padStart(3, '0')}`;
  });
  return `"${escaped}"`;
}

/** The octets of a character string: `\DDD` is one by its number, `\X` the character itself (RFC 1035 §5.1). */
function octetsOf(string: string): Uint8Array {
  const parts = string.matchAll(/\\([01]\d\d|2[0-4]\d|25[0-5])|\\(.)|([^\\]+)/gs);
  return Uint8Array.from(
    [...parts].flatMap(([, number, character, plain]) =>
      number === undefined ? [...new TextEncoder().encode(character ?? plain)] : [Number(number)],
    ),
  );
}

/** UTF-8 as it is; other bytes above ASCII as `\DDD` (RFC 1035 §5.1). */
export function octetsText(octets: Iterable<number>): string {
  const bytes = Uint8Array.from(octets);
  const escaped = () =>
    Array.from(bytes, (byte) =>
      byte < 0x80 ? String.fromCharCode(byte) : `\\${String(byte).padStart(3, '0')}`,
    ).join('');
  return utf8TextAsWritten(bytes) ?? escaped();
}

function numberText(text: string): string {
  return isNumber(text) ? String(Number(text)) : text;
}

function isNumber(text: string): boolean {
  return /^\d{1,5}$/.test(text);
}
