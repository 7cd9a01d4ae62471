import type { HttpAnswer } from '../edge/http-edge.ts';
import { signOf } from '../probes/endpoint/signs.ts';
import { type Content, normalizeText, readContent } from '../probes/endpoint/text.ts';
import type { HtmlPage } from '../protocols/html/page.ts';
import { marksOf, metaContent } from './markers.ts';
import type { HomeSeen } from './seen.ts';

/** Reads the page at `url` as two loads of it show it; the second may be missing. Pure. */
export function readHome(url: URL, first: HttpAnswer, second: HttpAnswer | null): HomeSeen {
  const content = contentOf(first);
  const again = second === null || second.status !== first.status ? null : contentOf(second);
  const { page } = content;
  const { headers, status } = first;
  const sign = signOf({ url: url.href, status, headers, content });
  const isPage = status >= 200 && status < 300 && sign === null;
  const marks = isPage && again !== null ? marksOf(content, again) : { brand: null, markers: [] };
  return {
    status,
    // A page that stands in the site's place speaks a language of its own.
    language: sign === null ? (/^[a-z0-9-]{2,20}/.exec(page.language ?? '')?.[0] ?? null) : null,
    sign,
    ...marks,
    isWordPress: isPage && isWordPress(page, first),
    cdn: cdnByHeaders(first),
    contactUrl: isPage ? contactLink(url, page) : null,
  };
}

function contentOf({ body, headers }: HttpAnswer): Content {
  return readContent(body, headers.get('content-type')?.[0] ?? null);
}

/** developer.wordpress.org: the generator meta, the REST API's link, and where its files lie. */
function isWordPress(page: HtmlPage, { headers }: HttpAnswer): boolean {
  return (
    /^wordpress/i.test(metaContent(page, 'generator') ?? '') ||
    (headers.get('link') ?? []).some((link) => link.includes('api.w.org')) ||
    page.resources.some((address) => /\/wp-(?:content|includes)\//.test(address))
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
function contactLink(url: URL, { base, links }: HtmlPage): string | null {
  const from = URL.parse(base ?? '', url.href)?.href ?? url.href;
  for (const { href, label } of links) {
    const target = URL.parse(href, from);
    if (target === null || target.origin !== url.origin || target.pathname === url.pathname) continue;
    if (!/お問い?合わ?せ|問合せ|^contact(?: us)?$|^enquir(?:y|ies)$/i.test(normalizeText(label))) continue;
    target.hash = '';
    target.search = '';
    return target.href.length > 200 ? null : target.href;
  }
  return null;
}
