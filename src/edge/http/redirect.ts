import { webUrl } from '../../protocols/place.ts';

const redirectStatuses = new Set([301, 302, 303, 307, 308]);

/**
 * Where an answer sends the visitor (RFC 9110 §15.4), without fragment and user name; null where it does not, or
 * where `Location` is no http or https URL, or several. Octets beyond ASCII, which RFC 9110 forbids there and servers send all
 * the same, are read as UTF-8.
 */
export function redirectTarget(
  base: URL,
  status: number,
  headers: ReadonlyMap<string, readonly string[]>,
): URL | null {
  const [location, ...others] = new Set(headers.get('location'));
  // Browsers follow none of several, for fear of a header that somebody slipped in.
  if (!redirectStatuses.has(status) || location === undefined || others.length > 0) return null;
  const octets = Uint8Array.from(location, (character) => character.charCodeAt(0));
  const target = webUrl(new TextDecoder().decode(octets), base.href);
  if (target === null) return null;
  target.hash = '';
  target.username = '';
  target.password = '';
  return target;
}
