import ipaddr from 'ipaddr.js';
import type { Look } from '../edge/failure.ts';
import type { Match } from '../probes/dns/claim.ts';
import { spfRecords } from '../probes/mail/spf.ts';
import { isWithin } from '../protocols/dns/name.ts';
import type { DomainSeen, HostSeen, RecordsSeen, SiteSeen, Unseen } from './seen.ts';

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
  | { readonly type: 'balancer-addresses'; readonly what: string; readonly addresses: readonly string[] };

export interface DnsLines {
  readonly records: readonly RecordLine[];
  readonly remarks: readonly Remark[];
}

/** All that the ledger is to claim under `reality.dns`, and what it cannot. */
export function dnsLines(site: SiteSeen): DnsLines {
  const records: RecordLine[] = [];
  const remarks: Remark[] = [];
  const { domain } = site;
  const cdn = site.home.type === 'seen' ? site.home.seen.cdn : null;
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
        const line = addressLine(host, type, seen, host.role === 'site' ? cdn : null, isInRoute53(domain));
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
  { host }: HostSeen,
  type: 'A' | 'AAAA',
  { aliases, answers }: RecordsSeen,
  cdn: string | null,
  inRoute53: boolean,
): RecordLine | Remark | null {
  const [target] = aliases;
  if (target !== undefined) {
    const suffix = aliases.map(cdnOfAlias).find((each) => each !== null) ?? null;
    if (suffix === null) return exact(host, 'CNAME', [target]);
    return { name: host, type: 'CNAME', values: [`.${suffix.suffix}`], match: 'suffix', because: 'cdn' };
  }
  const seen = [...new Set(answers.flat())].sort();
  if (seen.length === 0) return null;
  if (cdn === 'Cloudflare') {
    const ranges = [...new Set(seen.map(cloudflareRange))];
    if (ranges.every((range) => range !== null)) {
      return { name: host, type, values: ranges.sort(), match: 'cidr', because: 'cdn' };
    }
  }
  if (cdn !== null && (answers.length > 1 || cdn === 'Amazon CloudFront')) {
    return { type: 'cdn-addresses', what: `${host} ${type}`, cdn };
  }
  if (inRoute53 && seen.length > 1) {
    return { type: 'balancer-addresses', what: `${host} ${type}`, addresses: seen };
  }
  if (answers.length === 1) return exact(host, type, seen);
  const networks = [...new Set(seen.map(networkOf))].sort();
  if (networks.length <= 2 || networks.length * 2 <= seen.length) {
    return { name: host, type, values: networks, match: 'cidr', because: 'rotates' };
  }
  return { name: host, type, values: seen.slice(0, 16), match: 'any', because: 'rotates' };
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

/** www.cloudflare.com/ips: unchanged for years but for additions. */
const cloudflareRanges =
  `173.245.48.0/20 103.21.244.0/22 103.22.200.0/22 103.31.4.0/22 141.101.64.0/18 108.162.192.0/18 190.93.240.0/20
  188.114.96.0/20 197.234.240.0/22 198.41.128.0/17 162.158.0.0/15 104.16.0.0/13 104.24.0.0/14 172.64.0.0/13
  131.0.72.0/22 2400:cb00::/32 2606:4700::/32 2803:f800::/32 2405:b500::/32 2405:8100::/32 2a06:98c0::/29
  2c0f:f248::/32`.split(/\s+/);

function cloudflareRange(address: string): string | null {
  const parsed = ipaddr.parse(address);
  return (
    cloudflareRanges.find((range) => {
      const [network, length] = ipaddr.parseCIDR(range);
      return network.kind() === parsed.kind() && parsed.match(network, length);
    }) ?? null
  );
}

/** Services that customers are led to by an alias under a name of theirs. */
const aliasSuffixes: Readonly<Record<string, string>> = {
  'cloudfront.net': 'Amazon CloudFront',
  'cdn.cloudflare.net': 'Cloudflare',
  'akamaiedge.net': 'Akamai',
  'edgekey.net': 'Akamai',
  'edgesuite.net': 'Akamai',
  'akamaized.net': 'Akamai',
  'akamai.net': 'Akamai',
  'fastly.net': 'Fastly',
  'fastlylb.net': 'Fastly',
  'azureedge.net': 'Azure CDN',
  'azurefd.net': 'Azure Front Door',
  'incapdns.net': 'Imperva',
  'b-cdn.net': 'bunny.net',
  'cdn77.org': 'CDN77',
  'cdngc.net': 'CDNetworks',
  'gccdn.net': 'CDNetworks',
  'kunlunsl.com': 'Alibaba Cloud CDN',
};

/** The part of an alias's target that names the service, and the service; null for any other name. */
function cdnOfAlias(target: string): { suffix: string; service: string } | null {
  const found = Object.entries(aliasSuffixes).find(
    ([suffix]) => target !== suffix && isWithin(target, suffix),
  );
  return found === undefined ? null : { suffix: found[0], service: found[1] };
}

/** The service before the site, by its headers or its alias; null where none was seen. */
export function serviceOf(site: SiteSeen): string | null {
  if (site.home.type === 'seen' && site.home.seen.cdn !== null) return site.home.seen.cdn;
  const [host] = site.hosts;
  const aliases = host?.a?.type === 'seen' ? host.a.seen.aliases : [];
  return aliases.map(cdnOfAlias).find((each) => each !== null)?.service ?? null;
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
