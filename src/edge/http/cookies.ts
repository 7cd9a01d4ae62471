import type { CookieJar as Jar } from 'tough-cookie';

/** The cookies of one walk, as a browser that has never been there keeps and sends them (RFC 6265). */
export interface CookieJar {
  /** The `Cookie` header for `url`; null where there is none. */
  headerFor(url: URL): string | null;
  /** Keeps what `url` set, for the hosts and paths that it may set a cookie for. */
  keep(url: URL, setCookie: readonly string[]): Promise<void>;
}

/** Of one answer. */
const mostCookies = 50;
/** As browsers. */
const longestCookie = 4096;

/**
 * Opens an empty jar. Domains, paths, `Secure`, dates and public suffixes are a library's matter, which is loaded where
 * a redirect sets a cookie: the list of suffixes is large.
 */
export function openCookieJar(): CookieJar {
  let jar: Jar | null = null;
  return {
    headerFor(url) {
      const header = jar?.getCookieStringSync(url.href) ?? '';
      // What else a server may have written fits into no header (RFC 9110 §5.5).
      return /^[\x20-\x7e\x80-\xff]+$/.test(header) ? header : null;
    },
    async keep(url, setCookie) {
      const lines = setCookie.filter((line) => line.length <= longestCookie).slice(0, mostCookies);
      if (lines.length === 0) return;
      if (jar === null) {
        const { CookieJar: Library } = await import('tough-cookie');
        jar = new Library(undefined, { looseMode: true });
      }
      for (const line of lines) jar.setCookieSync(line, url.href, { ignoreError: true });
    },
  };
}
