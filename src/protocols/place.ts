import ipaddr from 'ipaddr.js';
import { isIPv6 } from './address.ts';

/** Where a server is: a host (an IPv6 address without brackets) and a port. */
export interface Place {
  readonly host: string;
  readonly port: number;
}

/** The URL, where the text is an http or https one; else null. */
export function webUrl(text: string, base?: string): URL | null {
  const url = URL.parse(text, base);
  return url !== null && isWeb(url) ? url : null;
}

/** Whether it is an http or https URL. */
export function isWeb(url: URL): boolean {
  return url.protocol === 'http:' || url.protocol === 'https:';
}

/** The place that an http or https URL leads to. */
export function hostAndPort(url: URL): Place {
  const usualPort = url.protocol === 'https:' ? 443 : 80;
  return { host: withoutBrackets(url.hostname), port: url.port === '' ? usualPort : Number(url.port) };
}

/** The host without the brackets in which an IPv6 address stands in a URL (RFC 3986 §3.2.2). */
export function withoutBrackets(host: string): string {
  return host.replace(/^\[|\]$/g, '');
}

/** How a place is called: `host`, or `host:port` where that is not 443; an IPv6 address with a port in brackets. */
export function placeName({ host, port }: Place): string {
  if (port === 443) return host;
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

/** Whether the text is a web address at that host. */
export function isAt(host: string, text: string): boolean {
  const url = webUrl(text);
  return url !== null && hostAndPort(url).host === host;
}

/**
 * The place that `host:port` names, an IPv6 address in brackets; where `usualPort` is given, the port may be left out
 * (and the brackets with it). Null for anything else. The host is in lower case, and need not be an address.
 */
export function readPlace(text: string, usualPort: number | null = null): Place | null {
  if (usualPort !== null && isIPv6(text) && ipaddr.IPv6.isValid(text)) {
    return { host: text.toLowerCase(), port: usualPort };
  }
  const match = /^(?:\[([0-9A-Fa-f:.]+)\]|([^\s:/[\]]+))(?::(\d{1,5}))?$/.exec(text);
  const port = match?.[3] === undefined ? usualPort : Number(match[3]);
  if (match === null || port === null || port < 1 || port > 65_535) return null;
  return { host: (match[1] ?? match[2]!).toLowerCase(), port };
}
