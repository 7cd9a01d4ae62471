import { type Content, normalizeText } from '../probes/endpoint/text.ts';
import type { HtmlPage } from '../protocols/html/page.ts';
import { withoutEnd } from '../text/ends.ts';

// Which words of a page show that it is the right page, and will still stand there next month. Linear in the text.

const longestMarker = 60;
const mostMarkers = 2;
const longestFooter = 20_000;

/** What two loads of the same page have in common. */
export interface Marks {
  /** Whose site it is; null where neither title nor footer says. */
  readonly brand: string | null;
  readonly markers: readonly string[];
}

/** Finds brand and markers in two loads of one page; what stands in one alone is never taken. */
export function marksOf(first: Content, second: Content): Marks {
  const isStable = (words: string) => isLasting(words) && first.has(words) && second.has(words);
  const owner = ownersIn(first.page).find(isStable) ?? null;
  const parts = titleParts(first.title ?? '');
  const siteName = metaContent(first.page, 'og:site_name');
  const names = [siteName, owner].flatMap((name) => (name === null ? [] : [name]));
  const named = parts.find((part) => names.some((name) => isAbout(part, name)) && isStable(part));
  const formal = parts.find((part) => companyForm.test(part) && isStable(part));
  const other = parts.find((part) => !isGeneric(part) && isStable(part));
  const title = named ?? formal ?? other ?? null;
  const markers = [title, owner].filter((each): each is string => each !== null);
  const distinct = markers.filter(
    (each, index) => !markers.some((earlier, at) => at < index && isAbout(earlier, each)),
  );
  const isName =
    siteName !== null &&
    isLasting(siteName) &&
    !isGeneric(siteName) &&
    metaContent(second.page, 'og:site_name') === siteName;
  const name = isName ? siteName : null;
  return { brand: name ?? title ?? owner, markers: distinct.slice(0, mostMarkers) };
}

const companyForm =
  /株式会社|有限会社|合同会社|合資会社|合名会社|一般社団法人|一般財団法人|公益社団法人|公益財団法人|医療法人|学校法人|社会福祉法人|特定非営利活動法人|NPO法人|独立行政法人|協同組合|\b(?:Inc|Ltd|LLC|Corp|GmbH|AG|S\.A|B\.V|Limited|Corporation|K\.K)\b/;

/** Words that every second site's title begins with. */
const generic =
  /^(?:home|homepage|top|top page|index|welcome|main|start|official(?: web)?(?: ?site)?|untitled(?: document)?|document|トップ(?:ページ)?|ホーム(?:ページ)?|公式(?:サイト|ホームページ|hp)?|ようこそ|お知らせ|just another wordpress site)$/i;

function isGeneric(words: string): boolean {
  return generic.test(words) || [...words].length < 2;
}

/** Whether the words can stand unchanged for years: no years, counters, tokens, dates, prices. */
function isLasting(words: string): boolean {
  const length = [...words].length;
  if (length < 2 || length > longestMarker || words !== normalizeText(words)) return false;
  if (/\d{3,}|\d[\d,.:/-]+\d|%|¥|\$|€|�/.test(words)) return false;
  if (/[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/.test(words))
    return false;
  return /\p{L}/u.test(words) && !/[<>{}]|&\w+;/.test(words);
}

function titleParts(title: string): string[] {
  return title
    .replace(/\s+/g, ' ')
    .split(/[||│┃]| [-‐–—―~/:»«>・•·] |::|【|】|《|》/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !isGeneric(part));
}

/** Whether one holds the other, letters and digits alone compared. */
function isAbout(a: string, b: string): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  const [left, right] = [plain(a), plain(b)];
  return left !== '' && right !== '' && (left.includes(right) || right.includes(left));
}

/** Whom footer and copyright line name. */
function ownersIn(page: HtmlPage): string[] {
  const lines = page.footer.length > 0 ? page.footer : page.lines;
  const footer = normalizeText(lines.join('\n').slice(-longestFooter));
  const owners: string[] = [];
  for (const [, after = ''] of footer.matchAll(/(?:©|\(c\)|copyright)([^©]{0,160})/gi)) {
    const written = after
      .replace(/^(?:\s|©|\(c\)|copyright|by|:|-|–|~|,|\d{2,4}|年|present)+/i, '')
      .split(/all rights|rights reserved|無断|、|。|\||\s{2}|\.\s(?=[A-Z])/i)[0]!
      .trim();
    const bare = withoutEnd(written, ' \n.,');
    const isCompany = /\b(?:inc|ltd|co|corp)\.$/i.test(after);
    const name = isCompany ? bare + written.slice(bare.length).trim() : bare;
    if (name !== '' && !isGeneric(name)) owners.push(name);
  }
  for (const [name] of footer.matchAll(
    /(?:株式会社|有限会社|合同会社|医療法人|学校法人)[^\s、。|/()・「」0-9]{1,20}|[^\s、。|/()・「」0-9]{1,20}(?:株式会社|有限会社|合同会社)/g,
  )) {
    owners.push(name);
  }
  return owners;
}

/** What the page's own metadata say; null where they do not. */
export function metaContent({ metas }: HtmlPage, key: string): string | null {
  const meta = metas.find(({ name, property }) => name === key || property === key);
  const text = normalizeText(meta?.content ?? '');
  return text === '' ? null : text.slice(0, 200);
}
