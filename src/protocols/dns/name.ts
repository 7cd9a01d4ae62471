import { domainToASCII } from 'node:url';

// Domain names as the rest of the program compares them: lower-case A-labels, no trailing dot, `.` for the root.

/** How many aliases one behind the other are followed: no real chain is longer. */
export const mostAliases = 10;

/**
 * Lower case for ASCII letters alone (RFC 4343 §3): `toLowerCase` would also turn other letters, such as the
 * Kelvin sign, into ASCII ones and make two names equal that are not.
 */
export function lowerCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** The name without its trailing dot, in lower case; the root is `.`. For names that come from the wire. */
export function plainName(name: string): string {
  const bare = name.endsWith('.') ? name.slice(0, -1) : name;
  return bare === '' ? '.' : lowerCase(bare);
}

/** A name that people wrote, as A-labels (RFC 5890); null where it is no domain name that DNS can be asked for. */
export function asciiName(written: string): string | null {
  const trimmed = written.trim();
  // Only what is not ASCII goes through IDNA: `_dmarc` and `*` are fine labels in DNS and none in a host name.
  const ascii = /^[\x21-\x7e]+$/.test(trimmed) ? trimmed : domainToASCII(trimmed);
  if (ascii === '') return null;
  const name = plainName(ascii);
  return isAskable(name) ? name : null;
}

/** Whether DNS can be asked for the name: labels of 1–63 printable ASCII octets, at most 253 in all (RFC 1035 §2.3.4). */
export function isAskable(name: string): boolean {
  if (name === '.') return true;
  return name.length <= 253 && /^[\x21-\x7e]+$/.test(name) && name.split('.').every(isLabel);
}

function isLabel(label: string): boolean {
  return label.length >= 1 && label.length <= 63;
}

/** Whether `name` is `zone` or lies below it, on a label's boundary. */
export function isWithin(name: string, zone: string): boolean {
  return zone === '.' || name === zone || name.endsWith(`.${zone}`);
}

/** The name without its first label; the parent of the root is the root. */
export function parentName(name: string): string {
  const dot = name.indexOf('.');
  return dot < 0 || dot === name.length - 1 ? '.' : name.slice(dot + 1);
}

/** How many labels the name has; the root has none. */
export function labelCount(name: string): number {
  return name === '.' ? 0 : name.split('.').length;
}
