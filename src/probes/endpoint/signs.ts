import type { Breakage, Vacancy } from '../../rules/http.ts';
import { hasMark, type Mark, type PageView, shortTextLength } from './marks.ts';
import { placeholderOf } from './placeholders.ts';
import { wallOf } from './walls.ts';

/** A page that stands in the place of the site's own, by what is known of such pages. */
export type Sign =
  /** `by` is null where the wall has no name. */
  | { readonly type: 'challenge'; readonly by: string | null }
  | { readonly type: 'maintenance' }
  | { readonly type: 'broken'; readonly how: Breakage }
  | { readonly type: 'parked' }
  /** `by` is null where the page does not say whose it is. */
  | { readonly type: 'placeholder'; readonly by: string | null; readonly what: Vacancy };

/** What a page looks like; null where it looks like nothing that is known. Words and scripts are weak signs. */
export function signOf(page: PageView): Sign | null {
  const wall = wallOf(page);
  if (wall !== null) return { type: 'challenge', ...wall };
  const placeholder = placeholderOf(page);
  if (placeholder !== null) return { type: 'placeholder', ...placeholder };
  if (isMaintenance(page)) return { type: 'maintenance' };
  const how = breakageOf(page);
  if (how !== null) return { type: 'broken', how };
  return isParked(page) ? { type: 'parked' } : null;
}

/** WordPress: wp_maintenance() in wp-includes/load.php. */
function isMaintenance({ status, content: { text }, headers }: PageView): boolean {
  if (status !== 503) return false;
  return (
    headers.has('retry-after') ||
    (text.length <= shortTextLength &&
      /Briefly unavailable for scheduled maintenance|メンテナンス中/i.test(text))
  );
}

/**
 * WordPress: dead_db() in functions.php, wp_not_installed() in load.php, class-wp-fatal-error-handler.php; PHP itself.
 * Their words begin a line; within one, somebody speaks of them.
 */
function breakageOf({ url, content: { title, text, lines } }: PageView): Breakage | null {
  if (/\/wp-admin\/(install|setup-config)\.php$/.test(new URL(url).pathname)) return 'not-installed';
  if (text.length > shortTextLength) return null;
  if (
    title === 'Database Error' ||
    /^(?:Error establishing a database connection|データベース接続確立エラー)/im.test(lines)
  ) {
    return 'database';
  }
  if (
    /^(?:There has been a critical error on (?:this|your) website|このサイトで重大なエラーが発生しました)/im.test(
      lines,
    ) ||
    /^(?:PHP )?(?:Fatal|Parse) error: .{1,1000} on line \d|^(?:PHP )?Fatal error: Uncaught /im.test(lines)
  ) {
    return 'fatal-error';
  }
  return null;
}

/** What registrars and parking companies show in the place of a site. */
const parked: readonly Mark[] = [
  // GoDaddy sends visitors on by a script, and its page loads everything from one place.
  { code: /\bwindow\.location(?:\.href)?\s*=\s*["']\/lander\b|\bparking-lander\b|\bwindow\.park\b/i },
  { code: /\bsedoparking\.com\b|\bparkingcrew\.net\b|\bparklogic\.com\b/i },
  { place: /^(?:[\w-]+\.)*(?:hugedomains\.com|afternic\.com|sedo\.com|dan\.com)\// },
  { text: /^(?:This|The) domain (?:name )?(?:\S{4,80} )?(?:is for sale|has expired|may be for sale)\b/im },
  { text: /^(?:This domain|\S{4,80}) is parked (?:free|for free|by)\b/im },
  { text: /^Parked on the Bun!/im },
  { title: /^(?:Namecheap Parking Page|STRATO - Domain reserved)$/i },
  { text: /^このドメインは(?:売却対象|販売中|売り出し中)です/m },
  { text: /^このドメインは.{0,40}(?:お名前\.com|有効期限)/m },
];

function isParked(page: PageView): boolean {
  return page.status < 400 && parked.some((mark) => hasMark(page, mark));
}
