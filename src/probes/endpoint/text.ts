/**
 * A body as text. The charset is the one of a byte order mark, else of the header, else of a `<meta>` in the first
 * 1,024 bytes, as browsers find it; where none is said: UTF-8 if it is that, else EUC-JP, else Shift_JIS.
 */
export function decodeText(body: Uint8Array, contentType: string | null): string {
  const declared = declaredCharset(body, contentType);
  if (declared !== null) return new TextDecoder(declared).decode(body);
  for (const charset of ['utf-8', 'euc-jp', 'shift_jis']) {
    try {
      // `stream`: the body may have been cut off within a character.
      return new TextDecoder(charset, { fatal: true }).decode(body, { stream: true });
    } catch {}
  }
  return new TextDecoder().decode(body);
}

function declaredCharset(body: Uint8Array, contentType: string | null): string | null {
  if (body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf) return 'utf-8';
  if (body[0] === 0xfe && body[1] === 0xff) return 'utf-16be';
  if (body[0] === 0xff && body[1] === 0xfe) return 'utf-16le';
  const head = new TextDecoder('latin1').decode(body.subarray(0, 1024));
  const labels = [
    /charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(contentType ?? '')?.[1],
    /<meta[^<>]{0,200}?charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(head)?.[1],
  ];
  return labels.find((label): label is string => label !== undefined && isCharset(label)) ?? null;
}

function isCharset(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}

/** Text in one spelling, so that it can be found: NFKC, and each run of white space one space. */
export function normalizeText(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim();
}

// The patterns below stop at `<`, so that hostile markup costs no more than one pass.

const inline =
  /<\/?(?:a|abbr|b|em|font|i|mark|rb|rp|rt|ruby|s|small|span|strong|sub|sup|u|wbr)(?:\s[^<>]*)?>/gi;
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** About the text that a visitor sees of an HTML page: without markup, scripts and comments. */
export function visibleText(html: string): string {
  return decodeEntities(
    withoutInvisible(html)
      .replace(inline, '')
      .replace(/<[^<>]*>/g, ' '),
  );
}

function withoutInvisible(html: string): string {
  const opening = /<!--|<(script|style|template|noscript)(?=[\s/>])/gi;
  const kept: string[] = [];
  let from = 0;
  for (let open = opening.exec(html); open !== null; open = opening.exec(html)) {
    kept.push(html.slice(from, open.index), ' ');
    const closing = open[1] === undefined ? /-->/g : new RegExp(`</${open[1]}[^<>]*>`, 'gi');
    closing.lastIndex = open.index;
    if (closing.exec(html) === null) return kept.join('');
    from = closing.lastIndex;
    opening.lastIndex = from;
  }
  kept.push(html.slice(from));
  return kept.join('');
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** The page's title, at most 200 characters; null where it has none. */
export function titleOf(html: string): string | null {
  const open = /<title(?:\s[^<>]*)?>/i.exec(html);
  if (open === null) return null;
  const start = open.index + open[0].length;
  const end = html.slice(start, start + 2000).search(/<\/title/i);
  if (end < 0) return null;
  const title = normalizeText(decodeEntities(html.slice(start, start + end)));
  return title === '' ? null : title.slice(0, 200);
}

/** What the page's `robots` and `googlebot` metas say, in order. */
export function robotsMetas(html: string): string[] {
  const values: string[] = [];
  for (const [tag] of html.matchAll(/<meta\s[^<>]{1,500}>/gi)) {
    if (!/\bname\s*=\s*["']?(?:robots|googlebot)["'\s/>]/i.test(tag)) continue;
    const content = /\bcontent\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(tag);
    if (content !== null) values.push((content[1] ?? content[2] ?? content[3] ?? '').slice(0, 200));
  }
  return values.slice(0, 10);
}
