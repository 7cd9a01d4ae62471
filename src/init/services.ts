import ipaddr from 'ipaddr.js';
import { isWithin } from '../protocols/dns/name.ts';

// Services before sites that change addresses and authorities as they like.

/** What is known of one. */
interface Service {
  readonly name: string;
  /** The names that customers' aliases lead to end with one of these. */
  readonly suffixes?: readonly string[];
  /** Its own published ranges, and where they are published. Unchanged for years but for additions. */
  readonly ranges?: { readonly source: string; readonly list: readonly string[] };
}

const services: readonly Service[] = [
  { name: 'Amazon CloudFront', suffixes: ['cloudfront.net'] },
  {
    name: 'Cloudflare',
    suffixes: ['cdn.cloudflare.net'],
    ranges: {
      source: 'www.cloudflare.com/ips',
      list: `173.245.48.0/20 103.21.244.0/22 103.22.200.0/22 103.31.4.0/22 141.101.64.0/18 108.162.192.0/18
        190.93.240.0/20 188.114.96.0/20 197.234.240.0/22 198.41.128.0/17 162.158.0.0/15 104.16.0.0/13 104.24.0.0/14
        172.64.0.0/13 131.0.72.0/22 2400:cb00::/32 2606:4700::/32 2803:f800::/32 2405:b500::/32 2405:8100::/32
        2a06:98c0::/29 2c0f:f248::/32`.split(/\s+/),
    },
  },
  {
    name: 'Akamai',
    suffixes: ['akamaiedge.net', 'edgekey.net', 'edgesuite.net', 'akamaized.net', 'akamai.net'],
  },
  {
    name: 'Fastly',
    suffixes: ['fastly.net', 'fastlylb.net'],
    ranges: {
      source: 'api.fastly.com/public-ip-list',
      list: `23.235.32.0/20 43.249.72.0/22 103.244.50.0/24 103.245.222.0/23 103.245.224.0/24 104.156.80.0/20
        140.248.64.0/18 140.248.128.0/17 146.75.0.0/17 151.101.0.0/16 157.52.64.0/18 167.82.0.0/17 167.82.128.0/20
        167.82.160.0/20 167.82.224.0/20 172.111.64.0/18 185.31.16.0/22 199.27.72.0/21 199.232.0.0/16 2a04:4e40::/32
        2a04:4e42::/32`.split(/\s+/),
    },
  },
  { name: 'Azure CDN', suffixes: ['azureedge.net'] },
  { name: 'Azure Front Door', suffixes: ['azurefd.net'] },
  {
    name: 'Imperva',
    suffixes: ['incapdns.net'],
    ranges: {
      source: 'my.imperva.com/api/integration/v1/ips',
      list: `199.83.128.0/21 198.143.32.0/19 149.126.72.0/21 103.28.248.0/22 45.64.64.0/22 185.11.124.0/22
        192.230.64.0/18 107.154.0.0/16 45.60.0.0/16 45.223.0.0/16 131.125.128.0/17 2a02:e980::/29`.split(
        /\s+/,
      ),
    },
  },
  {
    name: 'Sucuri',
    ranges: {
      source: 'docs.sucuri.net/website-firewall/',
      list: '192.88.134.0/23 185.93.228.0/22 66.248.200.0/22 208.109.0.0/22 2a02:fe80::/29'.split(' '),
    },
  },
  {
    name: 'GitHub Pages',
    ranges: { source: 'api.github.com/meta', list: ['185.199.108.0/22', '2606:50c0::/32'] },
  },
  { name: 'bunny.net', suffixes: ['b-cdn.net'] },
  { name: 'CDN77', suffixes: ['cdn77.org'] },
  { name: 'CDNetworks', suffixes: ['cdngc.net', 'gccdn.net'] },
  { name: 'Alibaba Cloud CDN', suffixes: ['kunlunsl.com'] },
];

/** Services whose addresses come and go: what was seen of them once is nothing to hold on to. */
const unsteady: ReadonlySet<string> = new Set([
  'Amazon CloudFront',
  'Akamai',
  'Azure CDN',
  'Azure Front Door',
  'bunny.net',
]);

/** Whether the addresses of a service are others from time to time, though they may be the same in two looks. */
export function changesAddresses(name: string): boolean {
  return unsteady.has(name);
}

/** The part of an alias's target that names the service, and the service; null for any other name. */
export function serviceOfAlias(target: string): { suffix: string; service: string } | null {
  for (const { name, suffixes = [] } of services) {
    const suffix = suffixes.find((each) => target !== each && isWithin(target, each));
    if (suffix !== undefined) return { suffix, service: name };
  }
  return null;
}

/** The service in whose published ranges all the addresses lie, and the ranges that hold them; null where none is. */
export function serviceOfAddresses(
  addresses: readonly string[],
): { readonly service: string; readonly ranges: readonly string[] } | null {
  if (addresses.length === 0) return null;
  for (const { name, ranges } of services) {
    const holding = addresses.map((address) => ranges?.list.find((range) => isInRange(address, range)));
    const found = holding.filter((each) => each !== undefined);
    if (found.length === addresses.length) return { service: name, ranges: [...new Set(found)].sort() };
  }
  return null;
}

function isInRange(address: string, range: string): boolean {
  const parsed = ipaddr.parse(address);
  const [network, length] = ipaddr.parseCIDR(range);
  return network.kind() === parsed.kind() && parsed.match(network, length);
}
