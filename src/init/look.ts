import ipaddr from 'ipaddr.js';
import type { Edge } from '../edge/edge.ts';
import { isRetryable, type Look, mostTelling, ProbeFailure } from '../edge/failure.ts';
import { lastStop, type Stop, walk } from '../edge/http/walk.ts';
import { within } from '../edge/within.ts';
import { lookAgain, type Retries } from '../probes/look-again.ts';
import { openLookUp } from '../probes/lookup.ts';
import { readDmarc } from '../probes/mail/dmarc.ts';
import { asciiName } from '../protocols/dns/name.ts';
import { hostAndPort } from '../protocols/place.ts';
import { seeCertificate } from './certificate.ts';
import { readHome } from './page.ts';
import { seeRecords, seeValues } from './records.ts';
import { findRegistration } from './registered.ts';
import type { DomainSeen, HostSeen, SiteSeen, Unseen } from './seen.ts';
import type { SiteAddress } from './site-url.ts';

/** The world, as far as a first look needs it. */
export type Reach = Pick<Edge, 'dns' | 'tls' | 'http' | 'registry'>;

export interface LookOptions extends Retries {
  /** For everything; what was not seen by then has failed with `deadline`. */
  readonly deadlineMs: number;
  /** Stops the look; it then rejects with the signal's reason. */
  readonly signal: AbortSignal;
}

/**
 * Looks at a site from outside. `again` is a second edge, which remembers nothing of the first: what changes from look
 * to look shows.
 */
export async function lookAtSite(
  address: SiteAddress,
  edge: Reach,
  again: Reach,
  options: LookOptions,
): Promise<SiteSeen> {
  return within(options.deadlineMs, 'deadline', options.signal, (signal) => {
    const look = <T>(work: () => Promise<T>) => attempt(work, signal, options);
    return lookAround(address, { edge, again, signal, look });
  });
}

const limits = { timeoutMs: 20_000, maxBytes: 1_048_576, redirects: 10 };

interface Looking {
  readonly edge: Reach;
  readonly again: Reach;
  readonly signal: AbortSignal;
  look<T>(work: () => Promise<T>): Promise<Look<T>>;
}

async function lookAround({ tries }: SiteAddress, looking: Looking): Promise<SiteSeen> {
  const { edge, again, signal, look } = looking;
  const asked = tries[0]!;
  const first = await look(() => walkFirst(tries, edge, signal));
  const url = first.type === 'seen' ? siteOf(first.seen.from, first.seen.last) : asked;
  const { host } = hostAndPort(url);
  const [domain, home] = await Promise.all([
    lookAtDomain(host, looking),
    homeOf(first, url, again, signal, look),
  ]);
  const askedHost = hostAndPort(asked).host;
  const counterpart = counterpartOf(host, domain);
  const others = [
    ...(counterpart === null ? [] : [{ host: counterpart, role: 'counterpart' as const }]),
    ...(askedHost === host || askedHost === counterpart ? [] : [{ host: askedHost, role: 'asked' as const }]),
  ];
  const site = { host, role: 'site' as const };
  const names = [site, ...others].map((each) => each.host);
  const hosts = await Promise.all(
    [site, ...others].map(({ host: name, role }) => lookAtHost(name, role, names, url, looking)),
  );
  const withoutTls = first.type === 'seen' && url.protocol === 'http:' ? first.seen.withoutTls : null;
  return { asked: asked.href, url: url.href, home, withoutTls, hosts, domain };
}

/** The first of the addresses that leads to a page. */
async function walkFirst(
  tries: readonly URL[],
  { http }: Reach,
  signal: AbortSignal,
): Promise<{ from: URL; last: Stop; withoutTls: Unseen | null }> {
  const failures: ProbeFailure[] = [];
  let withoutTls: Unseen | null = null;
  for (const from of tries) {
    try {
      return { from, last: lastStop(await walk(from, http, limits, signal)), withoutTls };
    } catch (error) {
      if (signal.aborted || !(error instanceof ProbeFailure)) throw error;
      failures.push(error);
      if (from.protocol === 'https:') {
        withoutTls = { type: 'unseen', code: error.code, detail: error.detail };
      }
    }
  }
  throw mostTelling(failures);
}

/** The address as it was asked for, at the host where it leads. */
function siteOf(from: URL, { url }: Stop): URL {
  if (url.origin === from.origin) return from;
  const site = new URL(url.href);
  site.search = '';
  if (from.pathname === '/') site.pathname = '/';
  return site;
}

/** Reads the page of both looks at the site's own address. */
async function homeOf(
  first: Look<{ from: URL; last: Stop }>,
  url: URL,
  again: Reach,
  signal: AbortSignal,
  look: Looking['look'],
): Promise<SiteSeen['home']> {
  if (first.type === 'unseen') return first;
  const second = await look(async () => lastStop(await walk(url, again.http, limits, signal)));
  const { last: seen } = first.seen;
  return {
    type: 'seen',
    seen: readHome(seen.url, seen.answer, second.type === 'seen' ? second.seen.answer : null),
  };
}

function counterpartOf(host: string, domain: DomainSeen | null): string | null {
  if (domain === null || !domain.isSite) return null;
  return host === domain.name ? `www.${domain.name}` : domain.name;
}

async function lookAtHost(
  host: string,
  role: HostSeen['role'],
  names: readonly string[],
  site: URL,
  { edge, again, signal, look }: Looking,
): Promise<HostSeen> {
  const port = role === 'site' ? hostAndPort(site).port : 443;
  const views = [edge.dns, again.dns];
  const isName = !ipaddr.isValid(host);
  const [a, aaaa] = await Promise.all(
    (['A', 'AAAA'] as const).map((type) =>
      isName ? look(() => seeRecords(host, type, views, signal)) : null,
    ),
  );
  const isMissing = role !== 'site' && a?.type === 'seen' && !a.seen.exists;
  const hasAddress = [a, aaaa].some((each) => each?.type === 'seen' && each.seen.answers.length > 0);
  if (isMissing || (role !== 'site' && isName && !hasAddress)) {
    return { host, port, role, a: a ?? null, aaaa: aaaa ?? null, entry: null, certificate: null };
  }
  const entry = role === 'site' ? null : await look(() => seeEntry(host, edge, signal));
  const isEncrypted =
    role === 'site'
      ? site.protocol === 'https:'
      : entry?.type === 'seen' && entry.seen.url.startsWith('https:');
  const certificate = isEncrypted
    ? await look(() => seeCertificate({ host, port }, names, edge, signal))
    : null;
  return { host, port, role, a: a ?? null, aaaa: aaaa ?? null, entry, certificate };
}

/** Where a visitor of another host of the site ends: by https if that opens, else by http. */
async function seeEntry(host: string, edge: Reach, signal: AbortSignal) {
  const tries = ['https', 'http'].map((scheme) => new URL(`${scheme}://${host}/`));
  const { from, last: seen } = await walkFirst(tries, edge, signal);
  return { url: from.href, endsAt: seen.url.href, status: seen.answer.status };
}

async function lookAtDomain(host: string, { edge, signal, look }: Looking): Promise<DomainSeen | null> {
  const name = ipaddr.isValid(host) ? null : asciiName(host);
  if (name === null || !name.includes('.')) return null;
  const zone = await look(async () => {
    const view = await edge.dns.askAuthorities(name, 'A', signal);
    return view.zone;
  });
  const holder = zone.type === 'seen' ? (zone.seen?.name ?? null) : null;
  // Neither the root nor a top-level domain is anybody's own.
  const start = holder !== null && /[^.]\.[^.]/.test(holder) ? holder : name.replace(/^www\./, '');
  const { domain, registration } = await findRegistration(start, (each) => look(() => each(edge, signal)));
  const isSite = name === domain || name === `www.${domain}`;
  const values = (type: 'MX' | 'TXT' | 'CAA' | 'DS') => look(() => seeValues(domain, type, edge.dns, signal));
  const [nameServers, mx, txt, caa, signers, dmarc] = await Promise.all([
    look(async () => {
      const view = await edge.dns.askAuthorities(domain, 'NS', signal);
      if (view.zone !== null && view.zone.name !== domain) return [];
      const parent = view.zone?.parentNameServers;
      return parent ?? seeValues(domain, 'NS', edge.dns, signal);
    }),
    values('MX'),
    values('TXT'),
    values('CAA'),
    values('DS'),
    look(async () => {
      const { at, policy, isTest } = await readDmarc(domain, openLookUp(edge.dns, signal));
      const isOwn = at === `_dmarc.${domain}` && !(isTest && policy !== 'none');
      return isOwn && (policy === 'none' || policy === 'quarantine' || policy === 'reject') ? policy : null;
    }),
  ]);
  const isSigned: Look<boolean> =
    signers.type === 'seen' ? { type: 'seen', seen: signers.seen.length > 0 } : signers;
  return { name: domain, isSite, nameServers, mx, txt, caa, isSigned, dmarc, registration };
}

/** Looks, and again after each wait where that may end otherwise. Rejects only where the whole look is stopped. */
async function attempt<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  { signal: stop, ...retries }: LookOptions,
): Promise<Look<T>> {
  const once = async (): Promise<Look<T>> => {
    try {
      signal.throwIfAborted();
      return { type: 'seen', seen: await work() };
    } catch (error) {
      stop.throwIfAborted();
      if (!(error instanceof ProbeFailure)) throw error;
      return { type: 'unseen', code: error.code, detail: error.detail };
    }
  };
  const mayChange = (seen: Look<T>) => seen.type === 'unseen' && isRetryable(seen);
  const seen = await lookAgain(once, mayChange, retries, signal);
  stop.throwIfAborted();
  return seen;
}
