import type { HttpAnswer } from '../edge/http.ts';
import { signOf } from '../probes/endpoint/signs.ts';
import { decodeText, normalizeText, titleOf, visibleText } from '../probes/endpoint/text.ts';
import { marksOf, metaContent } from './markers.ts';
import type { HomeSeen } from './seen.ts';

/** Reads the page at `url` as two loads of it show it; the second may be missing. Pure. */
export function readHome(url: URL, first: HttpAnswer, second: HttpAnswer | null): HomeSeen {
  const html = textOf(first);
  const again = second === null || second.status !== first.status ? '' : textOf(second);
  const { headers, status } = first;
  const text = normalizeText(visibleText(html));
  const sign = signOf({ url: url.href, status, headers, title: titleOf(html), html, text });
  const isPage = status >= 200 && status < 300 && sign === null;
  const marks = isPage ? marksOf(html, again) : { brand: null, markers: [] };
  return {
    status,
    language:
      /<html\s[^<>]{0,500}?\blang\s*=\s*["']?([a-z0-9-]{2,20})/i.exec(html)?.[1]?.toLowerCase() ?? null,
    sign,
    ...marks,
    isWordPress: isPage && isWordPress(html, first),
    cdn: cdnByHeaders(first),
    contactUrl: isPage ? contactLink(url, html) : null,
  };
}

function textOf({ body, headers }: HttpAnswer): string {
  return decodeText(body, headers.get('content-type')?.[0] ?? null);
}

/** developer.wordpress.org: the generator meta, the REST API's link, and where its files lie. */
function isWordPress(html: string, { headers }: HttpAnswer): boolean {
  return (
    /^wordpress/i.test(metaContent(html, 'generator') ?? '') ||
    (headers.get('link') ?? []).some((link) => link.includes('api.w.org')) ||
    /\/wp-(?:content|includes)\//.test(html)
  );
}

const cdnHeaders: readonly (readonly [name: string, header: string, value: RegExp])[] = [
  ['Cloudflare', 'cf-ray', /./],
  ['Amazon CloudFront', 'x-amz-cf-id', /./],
  ['Fastly', 'x-served-by', /^cache-/i],
  ['Akamai', 'server', /AkamaiGHost|AkamaiNetStorage/i],
  ['Akamai', 'x-akamai-transformed', /./],
  ['Azure Front Door', 'x-azure-ref', /./],
  ['Imperva', 'x-iinfo', /./],
  ['Sucuri', 'x-sucuri-id', /./],
  ['Vercel', 'x-vercel-id', /./],
  ['Netlify', 'x-nf-request-id', /./],
  ['bunny.net', 'server', /bunnycdn/i],
];

function cdnByHeaders({ headers }: HttpAnswer): string | null {
  return (
    cdnHeaders.find(([, header, value]) => value.test(headers.get(header)?.join(', ') ?? ''))?.[0] ?? null
  );
}

/** The first link of the same host that is called the contact page. */
function contactLink(url: URL, html: string): string | null {
  for (const [, attributes = '', label = ''] of html.matchAll(
    /<a\s([^<>]{1,1000})>((?:(?!<\/a)[\s\S]){0,400})/gi,
  )) {
    const href = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(attributes);
    const target = URL.parse((href?.[1] ?? href?.[2] ?? href?.[3] ?? '').replaceAll('&amp;', '&'), url.href);
    if (target === null || target.origin !== url.origin || target.pathname === url.pathname) continue;
    const words = normalizeText(visibleText(label));
    if (!/お問い?合わ?せ|問合せ|^contact(?: us)?$|^enquir(?:y|ies)$/i.test(words)) continue;
    target.hash = '';
    target.search = '';
    return target.href.length > 200 ? null : target.href;
  }
  return null;
}
