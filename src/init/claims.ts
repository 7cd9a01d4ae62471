import ipaddr from 'ipaddr.js';
import type { Look } from '../edge/failure.ts';
import type { Match } from '../probes/dns/claim.ts';
import { spfRecords } from '../probes/mail/spf.ts';
import type { DomainSeen, HostSeen, RecordsSeen, SiteSeen, Unseen } from './seen.ts';
import { changesAddresses, serviceOfAddresses, serviceOfAlias } from './services.ts';

// What of the seen the ledger can claim so that it still holds next month. Pure.

/** What the ledger is to say of one record set. */
export interface RecordLine {
  readonly name: string;
  readonly type: 'A' | 'AAAA' | 'CNAME' | 'NS' | 'MX' | 'TXT' | 'CAA';
  readonly values: readonly string[];
  readonly match: Match;
  /** Why the values are said in this way. */
  readonly because: 'cdn' | 'rotates' | null;
}

/** A line of the ledger that is no claim. */
export type Remark =
  | { readonly type: 'unseen'; readonly what: string; readonly failure: Unseen }
  /** The addresses belong to a service that changes them. */
  | { readonly type: 'cdn-addresses'; readonly what: string; readonly cdn: string }
  /** The addresses may belong to a load balancer that changes them without notice. */
  | { readonly type: 'balancer-addresses'; readonly what: string; readonly addresses: readonly string[] }
  /** They are those of a name that another host of the site is an alias of: its operator changes them. */
  | {
      readonly type: 'alias-addresses';
      readonly what: string;
      readonly target: string;
      readonly addresses: readonly string[];
    };

export interface DnsLines {
  readonly records: readonly RecordLine[];
  readonly remarks: readonly Remark[];
}

/** All that the ledger is to claim under `reality.dns`, and what it cannot. */
export function dnsLines(site: SiteSeen): DnsLines {
  const records: RecordLine[] = [];
  const remarks: Remark[] = [];
  const { domain } = site;
  const take = <T>(look: Look<T>, what: string, use: (seen: T) => void) => {
    if (look.type === 'seen') use(look.seen);
    else remarks.push({ type: 'unseen', what, failure: look });
  };
  if (domain !== null) {
    take(domain.nameServers, `${domain.name} NS`, (values) => {
      if (values.length > 0) records.push(exact(domain.name, 'NS', values));
    });
  }
  for (const host of site.hosts) {
    for (const type of ['A', 'AAAA'] as const) {
      const look = type === 'A' ? host.a : host.aaaa;
      if (look === null) continue;
      take(look, `${host.host} ${type}`, (seen) => {
        const line = addressLine(host, type, seen, site);
        if (line === null) return;
        if ('what' in line) remarks.push(line);
        else if (!records.some((each) => each.name === line.name && each.type === line.type))
          records.push(line);
      });
    }
  }
  if (domain?.isSite) {
    take(domain.mx, `${domain.name} MX`, (values) => {
      if (values.length > 0) records.push(exact(domain.name, 'MX', values));
    });
    take(domain.txt, `${domain.name} TXT`, (values) => {
      const lasting = lastingTexts(values);
      if (lasting.length > 0) records.push({ ...exact(domain.name, 'TXT', lasting), match: 'includes' });
    });
    take(domain.caa, `${domain.name} CAA`, (values) => {
      if (values.length > 0) records.push(exact(domain.name, 'CAA', values));
    });
  }
  return { records, remarks };
}

function exact(name: string, type: RecordLine['type'], values: readonly string[]): RecordLine {
  return { name, type, values, match: 'exact', because: null };
}

/** Where a host's visitors go, in the way in which that stays true. */
function addressLine(
  host: HostSeen,
  type: 'A' | 'AAAA',
  { aliases, answers, ttl }: RecordsSeen,
  site: SiteSeen,
): RecordLine | Remark | null {
  const name = host.host;
  const what = `${name} ${type}`;
  const [target] = aliases;
  if (target !== undefined) {
    const suffix = aliases.map(serviceOfAlias).find((each) => each !== null) ?? null;
    if (suffix === null) return exact(name, 'CNAME', [target]);
    return { name, type: 'CNAME', values: [`.${suffix.suffix}`], match: 'suffix', because: 'cdn' };
  }
  const seen = [...new Set(answers.flat())].sort();
  if (seen.length === 0) return null;
  const published = serviceOfAddresses(seen);
  if (published !== null) return { name, type, values: published.ranges, match: 'cidr', because: 'cdn' };
  const service = serviceOfHost(host, site);
  if (service !== null && (answers.length > 1 || changesAddresses(service))) {
    return { type: 'cdn-addresses', what, cdn: service };
  }
  const shared = sharedAlias(host, type, seen, site);
  if (shared !== null) return { type: 'alias-addresses', what, target: shared, addresses: seen };
  const isBalanced = isInRoute53(site.domain) || (ttl !== null && ttl <= balancerTtl);
  if (isBalanced && seen.length > 1) return { type: 'balancer-addresses', what, addresses: seen };
  if (answers.length === 1) return exact(name, type, seen);
  const networks = [...new Set(seen.map(networkOf))].sort();
  if (networks.length <= 2 || networks.length * 2 <= seen.length) {
    return { name, type, values: networks, match: 'cidr', because: 'rotates' };
  }
  return { name, type, values: seen.slice(0, 16), match: 'any', because: 'rotates' };
}

/** Seconds: what is kept no longer than this is made to change, as the answers of ALIAS and ANAME are. */
const balancerTtl = 60;

function addressesOf(look: HostSeen['a']): readonly string[] {
  return look?.type === 'seen' ? look.seen.answers.flat() : [];
}

/**
 * The alias that another host of the site is, where this one has its addresses without being an alias: at the top of a
 * zone a provider writes the target's addresses in the place of a CNAME (ALIAS, ANAME, flattening).
 */
function sharedAlias(
  host: HostSeen,
  type: 'A' | 'AAAA',
  addresses: readonly string[],
  { hosts }: SiteSeen,
): string | null {
  for (const other of hosts) {
    const look = type === 'A' ? other.a : other.aaaa;
    if (other.host === host.host || look?.type !== 'seen') continue;
    const target = look.seen.aliases.at(-1);
    const isShared = look.seen.answers.flat().some((address) => addresses.includes(address));
    if (target !== undefined && target !== host.host && isShared) return target;
  }
  return null;
}

/**
 * Whether Amazon Route 53 answers for the domain. Its own aliases look like address records, and lead to load balancers
 * that have two addresses or more and change them at will.
 */
function isInRoute53(domain: DomainSeen | null): boolean {
  if (domain?.nameServers.type !== 'seen') return false;
  const { seen } = domain.nameServers;
  return seen.length > 0 && seen.every((server) => /\.awsdns-\d+\.(?:com|net|org|co\.uk)$/.test(server));
}

/** The usual smallest announced network: /24, /48. */
function networkOf(address: string): string {
  const parsed = ipaddr.parse(address);
  const length = parsed.kind() === 'ipv4' ? 24 : 48;
  const network =
    parsed.kind() === 'ipv4'
      ? ipaddr.IPv4.networkAddressFromCIDR(`${address}/${length}`)
      : ipaddr.IPv6.networkAddressFromCIDR(`${address}/${length}`);
  return `${network.toString()}/${length}`;
}

/** The service before the site, by its headers, its alias or its addresses; null where none was seen. */
export function serviceOf(site: SiteSeen): string | null {
  const [host] = site.hosts;
  return host === undefined ? null : serviceOfHost(host, site);
}

/** The service before one of the site's hosts; what the page's headers say holds for all that share its addresses. */
export function serviceOfHost(host: HostSeen, site: SiteSeen): string | null {
  const looks = [host.a, host.aaaa];
  const aliases = looks.flatMap((look) => (look?.type === 'seen' ? look.seen.aliases : []));
  const addresses = looks.flatMap(addressesOf);
  const byHeaders = site.home.type === 'seen' ? site.home.seen.cdn : null;
  const own = site.hosts.find(({ role }) => role === 'site');
  const ofSite = own === undefined ? [] : [own.a, own.aaaa].flatMap(addressesOf);
  if (byHeaders !== null && (host.role === 'site' || addresses.some((each) => ofSite.includes(each)))) {
    return byHeaders;
  }
  return (
    aliases.map(serviceOfAlias).find((each) => each !== null)?.service ??
    serviceOfAddresses(addresses)?.service ??
    null
  );
}

/** Records that services ask to keep: those of mail, and proofs of ownership. The few that say most. */
function lastingTexts(values: readonly string[]): string[] {
  const proofs = values.filter((value) => proofOfOwnership.test(value) && value.length <= 200);
  return [...spfRecords(values), ...proofs.slice(0, 4)];
}

const proofOfOwnership =
  /^(?:google-site-verification|facebook-domain-verification|apple-domain-verification|ms)=\S+$|^[a-z0-9-]+-(?:domain-|site-)?verification[=:]\s*\S+$/i;

/** The registered domain, where what was seen of it can be claimed. */
export function registrationOf(domain: DomainSeen | null) {
  const fact = domain?.registration.type === 'seen' ? domain.registration.seen : null;
  return fact?.type === 'registered' ? fact : null;
}
