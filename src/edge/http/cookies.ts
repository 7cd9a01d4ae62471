/** The cookies of one walk, each sent back to the host that set it and to no other. */
export interface CookieJar {
  /** The `Cookie` header for `url`; null where there is none. */
  headerFor(url: URL): string | null;
  /** Keeps what `url` set. */
  keep(url: URL, setCookie: readonly string[]): void;
}

const mostCookies = 30;
const longestCookie = 4096;

/**
 * Opens an empty jar. As little of RFC 6265 as it takes not to call a site a loop that sets a cookie and sends the
 * visitor round once: one host, no paths, no dates but `Max-Age=0`; `Secure` is heeded.
 */
export function openCookieJar(): CookieJar {
  const byHost = new Map<string, Map<string, { value: string; isSecure: boolean }>>();
  return {
    headerFor(url) {
      const pairs = [...(byHost.get(url.hostname) ?? [])]
        .filter(([, { isSecure }]) => !isSecure || url.protocol === 'https:')
        .map(([name, { value }]) => `${name}=${value}`);
      return pairs.length === 0 ? null : pairs.join('; ');
    },
    keep(url, setCookie) {
      const cookies = byHost.get(url.hostname) ?? new Map();
      byHost.set(url.hostname, cookies);
      for (const line of setCookie.slice(0, mostCookies)) {
        const [, name, value, attributes] =
          /^\s*([^=;\s]+)=([\x21-\x3a\x3c-\x7e]*)\s*((?:;.*)?)$/.exec(line) ?? [];
        if (name === undefined || value === undefined || line.length > longestCookie) continue;
        if (/;\s*max-age\s*=\s*(0|-)/i.test(attributes ?? '')) cookies.delete(name);
        else if (cookies.size < mostCookies) {
          cookies.set(name, { value, isSecure: /;\s*secure\s*(;|$)/i.test(attributes ?? '') });
        }
      }
    },
  };
}
