import { type Meta, readHtml } from './page.ts';

// How browsers read the body of an answer: what it is, and in which encoding.

/**
 * Whether a browser takes a body for HTML: by its type, and where none is given, by how it begins (MIME Sniffing §7.1).
 * JSON, XML and plain text are none, whatever they look like.
 */
export function isHtml(contentType: string | null, text: string): boolean {
  const type = typeOf(contentType);
  if (type === '' || type === '*/*' || type === 'unknown/unknown' || type === 'application/unknown') {
    return beginsAsHtml.test(text);
  }
  return type === 'text/html' || type === 'application/xhtml+xml';
}

/** Whether a body is XML, XHTML excepted, by its type alone. */
export function isXml(contentType: string | null): boolean {
  const type = typeOf(contentType);
  return type !== 'application/xhtml+xml' && /^(?:text|application)\/xml$|\+xml$/.test(type);
}

function typeOf(contentType: string | null): string {
  return (contentType ?? '').split(';')[0]!.trim().toLowerCase();
}

const beginsAsHtml =
  /^[\t\n\f\r ]*<(?:!--|(?:!doctype html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p)[\t\n\f\r >])/i;

/**
 * A body as text. The charset is the one of a byte order mark, else of the header, else of the page itself, as browsers
 * find it (HTML §13.2.3.2); where none is said: UTF-8 if it is that, else EUC-JP, else Shift_JIS.
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

/** Browsers look at the first 1,024 bytes for it, and on as far as the head goes. */
const firstBytes = 1024;
const headBytes = 16_384;

function declaredCharset(body: Uint8Array, contentType: string | null): string | null {
  if (body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf) return 'utf-8';
  if (body[0] === 0xfe && body[1] === 0xff) return 'utf-16be';
  if (body[0] === 0xff && body[1] === 0xfe) return 'utf-16le';
  const ofHeader = charsetIn(contentType);
  if (ofHeader !== null) return ofHeader;
  const head = new TextDecoder('latin1').decode(body.subarray(0, headBytes));
  const ofPage = isHtml(contentType, head) ? (charsetOfMetas(head) ?? xmlEncoding(head)) : xmlEncoding(head);
  // What could be read as far as here is no UTF-16.
  return ofPage?.startsWith('utf-16') ? 'utf-8' : ofPage;
}

function charsetOfMetas(head: string): string | null {
  const isInHead = (meta: Meta) => meta.isInHead;
  return (
    charsetOf(readHtml(head.slice(0, firstBytes)).metas) ?? charsetOf(readHtml(head).metas.filter(isInHead))
  );
}

function charsetOf(metas: readonly Meta[]): string | null {
  for (const { httpEquiv, content, charset } of metas) {
    const said = charset === null ? null : knownCharset(charset);
    const known = said ?? (httpEquiv === 'content-type' ? charsetIn(content) : null);
    if (known !== null) return known;
  }
  return null;
}

/** HTML counts it last; beyond HTML it is all that a document can say of itself. */
function xmlEncoding(head: string): string | null {
  const label = /^<\?xml\s[^<>]{0,200}?\bencoding\s*=\s*["']([^"']{1,40})["']/.exec(head)?.[1];
  return label === undefined ? null : knownCharset(label);
}

/** The `charset` of a media type: `text/html; charset=UTF-8`. */
function charsetIn(type: string | null): string | null {
  const label = /charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(type ?? '')?.[1];
  return label === undefined ? null : knownCharset(label);
}

/** The charset's own name, lower case; null for a label that no browser knows. */
function knownCharset(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}
