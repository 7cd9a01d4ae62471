/** A site as people name it: the addresses to try, in order. */
export interface SiteAddress {
  /** The first is what was asked for. Without user name and fragment. */
  readonly tries: readonly URL[];
}

/**
 * Reads `https://example.jp/`, `example.jp`, `例え.jp`, `example.jp:8443/path`; null if it is no web address. Without a
 * scheme https is tried before http; with one, the other comes second, on the usual ports.
 */
export function readSiteUrl(written: string): SiteAddress | null {
  const text = written.trim();
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') return null;
  if (/\s/.test(text)) return null;
  const url = URL.parse(scheme === undefined ? `https://${text}` : text);
  if (url === null || url.hostname === '') return null;
  // `mailto:desk@example.jp` and `example.jp@other` are no sites.
  if (scheme === undefined && url.username !== '') return null;
  if (!/[.:]/.test(url.hostname) && url.hostname !== 'localhost') return null;
  url.username = '';
  url.password = '';
  url.hash = '';
  // A name's final dot says the same and fits no certificate.
  if (url.hostname.endsWith('.')) url.hostname = url.hostname.slice(0, -1);
  const isUsualPort = url.port === '';
  if (scheme !== undefined && !isUsualPort) return { tries: [url] };
  const other = new URL(url.href);
  other.protocol = url.protocol === 'https:' ? 'http:' : 'https:';
  if (!isUsualPort) other.port = url.port;
  return { tries: [url, other] };
}
