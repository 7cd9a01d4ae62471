import type { FailureCode } from '../../edge/failure.ts';
import type { LedgerPath } from '../../ledger/path.ts';
import { hostAndPort, webUrl } from '../../protocols/place.ts';
import { type Finding, finding } from '../../rules/finding.ts';
import type { EndpointPlace } from '../../rules/http.ts';
import type { FindingParts } from '../../rules/rule.ts';
import { roughMilliseconds } from '../../text/values.ts';
import { type Failure, judgeFailure, noticeOf, type Unseen, unseenFinding } from '../judge-unseen.ts';
import type { Check, JudgeContext, SeenCheck } from '../probe.ts';
import { isUnreachable } from '../unreachable.ts';
import type { EndpointClaim, EndpointFact, Page, Visit } from './fact.ts';

/** All that speaks about one endpoint, or about one of its addresses. */
interface Case {
  readonly claim: EndpointClaim;
  readonly path: LedgerPath;
  readonly context: JudgeContext;
  /** Set where the addresses do not agree. */
  readonly address: string | null;
}

/** What the endpoint's fact means. One fault gives one finding: what follows from it is not reported beside it. */
export function judgeEndpoint(
  { check: { claim, path }, fact }: SeenCheck<EndpointClaim, EndpointFact>,
  context: JudgeContext,
): Finding[] {
  const whole: Case = { claim, path, context, address: null };
  const { visits } = fact;
  const together = visits.map((visit) => judgeVisit(whole, visit));
  const [first = []] = together;
  const isSame = together.every((findings) => isAlike(findings, first));
  const found = isSame
    ? first
    : visits.flatMap((visit) => judgeVisit({ ...whole, address: visit.address }, visit));
  return [
    ...found,
    ...judgePlain(whole, fact, found),
    ...judgeForm(whole, visits),
    ...judgeAddresses(whole, fact),
  ];
}

/** Whether all is the same that two visits found, but for the time that they took. */
function isAlike(a: readonly Finding[], b: readonly Finding[]): boolean {
  const plain = (findings: readonly Finding[]) =>
    JSON.stringify(findings, (key, value) => (key === 'tookMs' ? null : value));
  return plain(a) === plain(b);
}

function judgePlain(it: Case, { plain }: EndpointFact, found: readonly Finding[]): Finding[] {
  const { plainUrl } = it.claim;
  // A page that fails is the fault to mend first.
  if (plain !== 'served' || plainUrl === null || found.length > 0) return [];
  return [finding('http/not-upgraded', parts(it, { plainUrl }))];
}

/** The addresses that take no connection while another one shows the page. */
function judgeAddresses(it: Case, { visits, silent }: EndpointFact): Finding[] {
  if (silent.length === 0 || visits.every(({ hops }) => hops.length === 0)) return [];
  const url = webUrl(it.claim.url);
  const host = url === null ? it.claim.url : hostAndPort(url).host;
  return [finding('http/address-unreachable', parts(it, { host, silent }))];
}

/** What of the answers' form a strict client refuses. Visitors see the page all the same. */
function judgeForm(it: Case, visits: readonly Visit[]): Finding[] {
  const hops = visits.flatMap((visit) => visit.hops.filter(({ malformed }) => malformed !== undefined));
  const [first] = hops;
  if (first === undefined) return [];
  const how = [...new Set(hops.flatMap(({ malformed = [] }) => malformed))].sort();
  return [finding('http/malformed-answer', parts(it, { at: first.url, how }))];
}

function judgeVisit(it: Case, visit: Visit): Finding[] {
  if (it.claim.expect.blocked) return judgeBlocked(it, visit);
  const { hops, end } = visit;
  const redirects = hops.length;
  switch (end.type) {
    case 'failed':
      return judgeFailure(unseenOf(it, end.host), end, it.context);
    case 'loop':
      return [finding('http/redirect-loop', promise(it, { at: end.url, redirects }))];
    case 'too-many-redirects':
      return [
        finding('http/redirect-loop', promise(it, { at: hops.at(-1)?.url ?? it.claim.url, redirects })),
      ];
    case 'page':
      return judgePage(it, visit, end.page);
  }
}

/** A page that no server answered for. */
export function unseenEndpoint(
  { claim, path }: Check<EndpointClaim>,
  context: JudgeContext,
): readonly Unseen[] {
  const url = webUrl(claim.url);
  const host = url === null ? claim.url : hostAndPort(url).host;
  return [unseenOf({ claim, path, context, address: null }, host)];
}

/** @param host the one that was not seen: the endpoint's own, or one that it leads on to */
function unseenOf(it: Case, host: string): Unseen {
  const { claim } = it;
  const { subject, distinction, path, party } = parts(it, {});
  const unseen: Unseen = {
    subject,
    ...(distinction === undefined ? {} : { distinction }),
    path,
    party: party ?? null,
    items: [],
    what: claim.url,
  };
  const judged = (failure: Failure): Finding[] | null => {
    const { code } = failure;
    const isSilent = isUnreachable(code);
    if (claim.expect.blocked && (isSilent || code === 'tls-failed')) return [];
    // The certificate of the host speaks for itself.
    if (code === 'tls-failed') return [noticeOf(unseen, failure)];
    if (!isSilent) return null;
    const severity = code === 'timeout' || code === 'no-answer' ? 'warning' : 'critical';
    return [finding('http/unreachable', { ...parts(it, { host, code }), severity })];
  };
  return { ...unseen, judged };
}

/** Refused, or nothing there. */
const blockedStatuses: ReadonlySet<number> = new Set([401, 403, 404, 407, 410]);

function judgeBlocked(it: Case, { hops, end }: Visit): Finding[] {
  // A visitor who is sent to sign in elsewhere is kept out, whatever is seen of that place.
  if (hops.some(({ location }) => location !== null && isSignIn(location))) return [];
  if (end.type === 'failed') return judgeFailure(unseenOf(it, end.host), end, it.context);
  const status = end.type === 'page' ? end.page.status : (hops.at(-1)?.status ?? 0);
  if (blockedStatuses.has(status)) return [];
  if (end.type === 'page' && end.page.sign?.type === 'challenge') {
    return [finding('http/challenged', parts(it, { by: end.page.sign.by, status }))];
  }
  return [finding('http/not-blocked', parts(it, { status }, 'blocked'))];
}

/**
 * Whether a redirect asks a provider of identities to let somebody in: OAuth 2.0 (RFC 6749 §4.1.1), SAML 2.0 (Bindings
 * §3.4), WS-Federation (§13), or the gates of Cloudflare Access, Vercel, oauth2-proxy, authentik and Authelia. The
 * site's own login form is none: it is open to everybody.
 */
function isSignIn(location: string): boolean {
  const url = URL.parse(location);
  if (url === null) return false;
  const { hostname, pathname, searchParams } = url;
  return (
    (searchParams.has('client_id') && searchParams.has('response_type')) ||
    searchParams.has('SAMLRequest') ||
    searchParams.get('wa') === 'wsignin1.0' ||
    hostname.endsWith('.cloudflareaccess.com') ||
    pathname.startsWith('/cdn-cgi/access/login') ||
    (hostname === 'vercel.com' && pathname.startsWith('/sso-api')) ||
    /^\/oauth2\/(?:start|sign_in)\b/.test(pathname) ||
    pathname.startsWith('/outpost.goauthentik.io/') ||
    (searchParams.has('rd') && searchParams.has('rm'))
  );
}

function judgePage(it: Case, visit: Visit, page: Page): Finding[] {
  const { expect } = it.claim;
  const isExpected = hasExpectedStatus(it.claim, visit, page);
  const { status } = page;
  const sign = isWeak(page.sign) && isClaimedPage(it.claim, page) ? null : page.sign;

  if (sign?.type === 'challenge') {
    return [finding('http/challenged', parts(it, { by: sign.by, status }))];
  }
  if (sign?.type === 'placeholder') {
    const { by, what } = sign;
    return [finding('http/placeholder', promise(it, { by, what, status, title: page.title }))];
  }
  if (!isExpected) {
    if (status === 429) return [unseen(it, 'rate-limited')];
    if (status === 403 && page.rootStatus !== null && page.rootStatus < 400) {
      return [finding('http/challenged', parts(it, { by: null, status }))];
    }
    if ((status === 401 || status === 403) && page.credentials === 'withheld') {
      return [unseen(it, 'tls-failed', 'notice')];
    }
    if (status >= 500) {
      if (sign?.type === 'maintenance') return [finding('http/in-maintenance', parts(it, { status }))];
      const how = sign?.type === 'broken' ? sign.how : null;
      return [finding('http/server-error', parts(it, { status, how }))];
    }
  }
  if (page.bodyEnd === 'undecodable') {
    return [finding('http/site-broken', promise(it, { how: 'undecodable', status }))];
  }
  if (sign?.type === 'broken') return [finding('http/site-broken', promise(it, { how: sign.how, status }))];
  if (sign?.type === 'parked') return [finding('http/parked', promise(it, { title: page.title }))];

  const astray = judgeRedirects(it, visit, page);
  if (astray?.rule === 'http/redirect-differs') return [astray];
  const findings = astray === null ? [] : [astray];
  if (!isExpected) {
    const data = { status, expected: expect.status ?? [], at: page.url };
    return [...findings, finding('http/status-differs', promise(it, data, 'status'))];
  }
  return [...findings, ...judgeContent(it, page), ...judgeHeaders(it, page)];
}

/** Whether what the ledger expects and the page holds says more: all but an installer's address does. */
function isWeak(sign: Page['sign']): boolean {
  return !(sign?.type === 'broken' && sign.how === 'not-installed');
}

/** Whether this very page is what the ledger asks for: a refusal that it names, or all the texts and values. */
function isClaimedPage({ expect }: EndpointClaim, page: Page): boolean {
  if (page.status >= 400) return expect.status?.includes(page.status) ?? false;
  const { contains = [], json } = expect;
  if (contains.length === 0 && json === undefined) return false;
  return (
    page.texts.slice(0, contains.length).every(({ found }) => found === true) &&
    differingValues(json ?? {}, page).length === 0
  );
}

/** A 3xx that the ledger expects is the first answer's; any other status is the last stop's. */
function hasExpectedStatus({ expect }: EndpointClaim, { hops }: Visit, page: Page): boolean {
  if (expect.status === undefined) return page.status >= 200 && page.status < 300;
  const first = hops[0]?.status ?? page.status;
  return expect.status.includes(page.status) || (isRedirect(first) && expect.status.includes(first));
}

function isRedirect(status: number): boolean {
  return status >= 300 && status < 400;
}

function judgeRedirects(it: Case, { hops }: Visit, page: Page): Finding | null {
  const expected = it.claim.expect['redirects-to'];
  const isThere = expected !== undefined && isSamePlace(expected, page.url);
  const downgrade = hops.find((hop) => isHttps(hop.url) && hop.location !== null && !isHttps(hop.location));
  if (downgrade !== undefined) {
    // Where the ledger's target is the same but for the scheme, this is the fault; where it is http, there is none.
    const isMeant = isThere && !isHttps(page.url);
    const isOnlyScheme = expected === undefined || isThere || isSamePlace(expected, asHttps(page.url));
    if (!isMeant && isOnlyScheme) {
      const data = { from: downgrade.url, to: downgrade.location ?? '' };
      return finding('http/https-downgraded', promise(it, data, 'redirects-to'));
    }
  }
  if (expected === undefined || isThere) return null;
  const data = { expected, observed: page.url };
  return finding('http/redirect-differs', { ...promise(it, data, 'redirects-to'), acceptable: true });
}

function isHttps(url: string): boolean {
  return url.startsWith('https:');
}

function asHttps(url: string): string {
  return url.replace(/^http:/, 'https:');
}

/** Whether two URLs are the same but for the fragment and the spelling of percent-encoding. */
function isSamePlace(a: string, b: string): boolean {
  const plain = (text: string) => {
    const url = URL.parse(text);
    if (url === null) return text;
    url.hash = '';
    return url.href.replace(/%[0-9a-f]{2}/gi, (octet) => octet.toUpperCase());
  };
  return plain(a) === plain(b);
}

function judgeContent(it: Case, page: Page): Finding[] {
  const { contains = [], lacks = [], json } = it.claim.expect;
  const found = new Map(page.texts.map((each) => [each.text, each.found]));
  const missing = contains.filter((text) => found.get(text) === false);
  const isMadeLater = page.texts.some((each) => each.found === null);
  const forbidden = lacks.filter((text) => found.get(text) === true);
  const { title } = page;
  const findings: Finding[] = [];
  if (forbidden.length > 0) {
    const at = lacks.indexOf(forbidden[0]!);
    findings.push(finding('http/text-forbidden', promise(it, { texts: forbidden, title }, 'lacks', at)));
  }
  // What did not come may have held the rest.
  const asksAll = missing.length > 0 || isMadeLater || lacks.length > forbidden.length || json !== undefined;
  if (page.bodyEnd === 'timed-out')
    return page.slowMs !== null ? findings : [...findings, unseen(it, 'timeout')];
  if (page.bodyEnd === 'broken-off') return [...findings, unseen(it, 'reset')];
  if (page.bodyEnd === 'capped' && asksAll) return [...findings, unseen(it, 'too-large')];
  if (isMadeLater) return [...findings, unseen(it, 'built-by-scripts')];
  if (missing.length > 0) {
    const at = contains.indexOf(missing[0]!);
    findings.push(finding('http/text-missing', promise(it, { texts: missing, title }, 'contains', at)));
  }
  if (json !== undefined) {
    const values = differingValues(json, page);
    if (values.length > 0) {
      const data = { values: page.json === null ? [] : values };
      findings.push(finding('http/json-differs', promise(it, data, 'json', values[0]!.pointer)));
    }
  }
  return findings;
}

function differingValues(expected: NonNullable<EndpointClaim['expect']['json']>, { json }: Page) {
  const seen = new Map(json?.map(({ pointer, value }) => [pointer, value]));
  return Object.entries(expected)
    .map(([pointer, value]) => ({
      pointer,
      expected: JSON.stringify(value),
      observed: seen.get(pointer) ?? null,
    }))
    .filter((each) => each.expected !== each.observed);
}

function judgeHeaders(it: Case, page: Page): Finding[] {
  const { expect } = it.claim;
  const findings: Finding[] = [];
  if (expect.hsts !== undefined && expect.hsts !== hasHsts(page)) {
    findings.push(
      finding('http/hsts-differs', parts(it, { expected: expect.hsts, header: page.hsts }, 'hsts')),
    );
  }
  const noindex = page.robots.find(({ value }) => forbidsIndexing(value));
  if (expect.indexable === true && noindex !== undefined) {
    findings.push(finding('http/noindex', parts(it, { ...noindex }, 'indexable')));
  }
  if (expect.indexable === false && noindex === undefined && page.bodyEnd === 'complete') {
    findings.push(finding('http/indexable', parts(it, {}, 'indexable')));
  }
  if (page.slowMs !== null && expect.within !== undefined) {
    const tookMs = Math.ceil(page.slowMs / 1000) * 1000;
    const data = { limitMs: roughMilliseconds(expect.within), tookMs };
    findings.push(finding('http/too-slow', parts(it, data, 'within')));
  }
  return findings;
}

/** Whether a list of robots directives holds `noindex`, or `none`, which means it (`max-image-preview:none` does not). */
function forbidsIndexing(directives: string): boolean {
  return directives
    .split(',')
    .some((each) => /\bnoindex\b/i.test(each) || /^(?:(?!max-)[\w*-]+\s*:\s*)?none$/i.test(each.trim()));
}

/** RFC 6797 §6.1, §8.1: heeded over https alone; `max-age=0` takes it back. */
function hasHsts({ url, hsts }: Page): boolean {
  const maxAge = /(?:^|;)\s*max-age\s*=\s*"?(\d+)/i.exec(hsts ?? '')?.[1];
  return isHttps(url) && maxAge !== undefined && Number(maxAge) > 0;
}

/** What every finding about this endpoint has in common; `expectation` is the key that it speaks of. */
function parts<Data extends object>(
  { claim, path, context, address }: Case,
  data: Data,
  ...expectation: readonly (string | number)[]
): FindingParts<EndpointPlace & Data> {
  const key = expectation[0] as keyof EndpointClaim['expect'] | undefined;
  const isWritten = key !== undefined && claim.expect[key] !== undefined;
  return {
    subject: claim.id,
    ...(address === null ? {} : { distinction: address }),
    data: { id: claim.id, url: claim.url, address, ...data },
    path: isWritten ? [...path, 'expect', ...expectation] : path,
    party: context.operator,
  };
}

/** `parts` for what is critical on the main endpoints. */
function promise<Data extends object>(
  it: Case,
  data: Data,
  ...expectation: readonly (string | number)[]
): FindingParts<EndpointPlace & Data> {
  const severity = it.context.mainEndpoints.has(it.claim.id) ? 'critical' : 'warning';
  return { ...parts(it, data, ...expectation), severity };
}

/** That something of the page was not seen, though it answered. */
function unseen(it: Case, code: FailureCode, as: 'unknown' | 'notice' = 'unknown'): Finding {
  const place = unseenOf(it, it.claim.url);
  const failure = { code, detail: null };
  return as === 'notice' ? noticeOf(place, failure) : unseenFinding(place, failure);
}
