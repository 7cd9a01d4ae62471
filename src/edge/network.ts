import ipaddr from 'ipaddr.js';
import { ProbeFailure } from './failure.ts';

/** One line of `connect-to`: what is meant for `host:port` goes to `address:port`. `null` stands for `*`. */
export interface ConnectTo {
  readonly host: string | null;
  readonly port: number | null;
  readonly toAddress: string;
  readonly toPort: number;
}

/** Where a connection really goes. */
export interface Route {
  readonly address: string;
  readonly port: number;
}

export interface NetworkOptions {
  readonly connectTo: readonly ConnectTo[];
  /** Whether probes may reach loopback and private addresses. Cloud metadata addresses never. */
  readonly allowPrivate: boolean;
  /** Servers that the operator named in `root-hints`: the guard lets DNS pass there, and nothing else. */
  readonly dnsServers?: readonly Route[];
  readonly lacksIPv4?: boolean;
}

/** The one gate that every outgoing connection of a probe passes: `connect-to` first, then the address guard. */
export interface Network {
  /**
   * The address and port to connect to for `host:port` at `address`. Looks for the first line of `connect-to`
   * that matches the name, then for the first that matches the address; where none does, the guard judges.
   *
   * @throws ProbeFailure `blocked` where the address is not public and nothing allows it.
   */
  route(target: {
    readonly host: string;
    readonly address: string;
    readonly port: number;
    /** Whether a question of DNS goes there. Default: no. */
    readonly isDns?: boolean;
  }): Route;
  /** Whether `connect-to` names this host and port, so that no name needs to be resolved. */
  redirected(host: string, port: number): Route | null;
  /** Whether this place had no way to public IPv4 addresses when the run began. */
  readonly lacksIPv4?: boolean;
}

export function openNetwork(options: NetworkOptions): Network {
  function redirected(host: string, port: number): Route | null {
    const name = host.toLowerCase();
    const line = options.connectTo.find(
      (each) => (each.host === null || each.host === name) && (each.port === null || each.port === port),
    );
    return line === undefined ? null : { address: line.toAddress, port: line.toPort };
  }
  return {
    redirected,
    lacksIPv4: options.lacksIPv4 ?? false,
    route({ host, address, port, isDns = false }) {
      const operator = redirected(host, port) ?? redirected(address, port);
      if (operator !== null) return operator;
      const isNamed = (each: Route) => each.address === address && each.port === port;
      if (isDns && options.dnsServers?.some(isNamed)) return { address, port };
      const reach = reachOf(address);
      if (reach === 'metadata' || (reach === 'private' && !options.allowPrivate)) {
        throw new ProbeFailure('blocked', address);
      }
      return { address, port };
    },
  };
}

/** What networks of offices and VPNs use behind a name that everybody can resolve: RFC 1918, RFC 4193, RFC 6598. */
export function isInPrivateNetwork(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return (
    ['private', 'uniqueLocal', 'carrierGradeNat'].includes(parsed.range()) && reachOf(address) === 'private'
  );
}

/**
 * Whether a name has no place in public DNS, by its last label: RFC 6762 §3 and appendix G, RFC 8375, the name that
 * ICANN keeps free for this (`internal`); a name of one label is of some network's own too.
 */
export function isPrivateName(host: string): boolean {
  const labels = host.toLowerCase().replace(/\.$/, '').split('.');
  const ownLabels = ['local', 'internal', 'intranet', 'private', 'corp', 'home', 'lan'];
  if (ipaddr.isValid(host)) return false;
  return (
    labels.length === 1 || ownLabels.includes(labels.at(-1)!) || labels.slice(-2).join('.') === 'home.arpa'
  );
}

/**
 * Where machines of clouds get their credentials, and what else answers to a machine alone. All that is link-local is in
 * it: metadata services have chosen many places there, and no site is reached that way.
 */
const metadataRanges = [
  // AWS, Azure, Google Cloud, DigitalOcean, Hetzner, Vultr, IBM, Oracle: 169.254.169.254; AWS ECS and EKS: 169.254.170.2
  // and .23; Scaleway: 169.254.42.42; Tencent Cloud: 169.254.0.23 (`metadata.tencentyun.com`).
  '169.254.0.0/16',
  // OpenStack: fe80::a9fe:a9fe (https://docs.openstack.org/nova/latest/admin/metadata-service.html).
  'fe80::/10',
  // Azure: WireServer, in a public range, yet only the host answers there
  // (https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16).
  '168.63.129.16/32',
  // Alibaba Cloud (https://www.alibabacloud.com/help/en/ecs/user-guide/view-instance-metadata), over IPv6 too.
  '100.100.100.200/32',
  'fd00:100::100:200/128',
  // Oracle Cloud: the classic one; over IPv6 as in `METADATA_URL_BASE_IPV6` of https://github.com/oracle/oci-python-sdk.
  '192.0.0.192/32',
  'fd00:c1::a9fe:a9fe/128',
  // AWS over IPv6: metadata, EKS pod identity, DNS, clock
  // (https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html).
  'fd00:ec2::/32',
  // Google Cloud over IPv6 (https://cloud.google.com/compute/docs/metadata/querying-metadata).
  'fd20:ce::254/128',
  // Scaleway over IPv6 (https://cloudinit.readthedocs.io/en/latest/reference/datasources/scaleway.html).
  'fd00:42::42/128',
  // Akamai (Linode) over IPv6 (https://techdocs.akamai.com/cloud-computing/docs/metadata-service-api).
  'fd00:a9fe:a9fe::1/128',
].map((range) => ipaddr.parseCIDR(range));

function isMetadata(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  return metadataRanges.some(
    ([range, bits]) => range.kind() === address.kind() && address.match(range as ipaddr.IPv6, bits),
  );
}

/**
 * Whether an address is open to everybody. `private` covers everything that is not globally reachable
 * (loopback, RFC 1918, shared, reserved, multicast, documentation, IPv6 outside 2000::/3); IPv4 inside
 * IPv6 (mapped, 6to4, NAT64) is judged by the IPv4 address. An unreadable address is private.
 */
export function reachOf(address: string): 'public' | 'private' | 'metadata' {
  const bare = address.split('%', 1)[0]!;
  if (!ipaddr.isValid(bare)) return 'private';
  const parsed = ipaddr.process(bare);
  if (isMetadata(parsed)) return 'metadata';
  if (parsed instanceof ipaddr.IPv4) return parsed.range() === 'unicast' ? 'public' : 'private';
  const inner = embeddedIPv4(parsed);
  if (inner.addresses.some((each) => isMetadata(ipaddr.IPv4.parse(each)))) return 'metadata';
  if (inner.decides) return reachOf(inner.addresses[0]!);
  return parsed.range() === 'unicast' && parsed.match(globalUnicast) ? 'public' : 'private';
}

/** All of IPv6 that has been given out for use between networks (RFC 4291 §2.5.4). */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');
/** NAT64 within one network, with prefixes of any length (RFC 8215). */
const localNat64 = ipaddr.IPv6.parseCIDR('64:ff9b:1::/48');

/**
 * The IPv4 addresses that a transition address may lead to (RFC 6052, RFC 3056, RFC 4291 §2.5.5.1, RFC 7915), and
 * whether the one there is decides how far it reaches.
 */
function embeddedIPv4(address: ipaddr.IPv6): {
  readonly addresses: readonly string[];
  readonly decides: boolean;
} {
  const bytes = address.toByteArray();
  const quad = (...at: number[]) => at.map((each) => bytes[each]).join('.');
  const last = quad(12, 13, 14, 15);
  if (address.match(localNat64)) {
    // By the prefix's length: 48, 56, 64, 96 bits (RFC 6052 §2.2); byte 8 is left out.
    const all = [quad(6, 7, 9, 10), quad(7, 9, 10, 11), quad(9, 10, 11, 12), last];
    return { addresses: all, decides: false };
  }
  switch (address.range()) {
    case 'rfc6052':
      return { addresses: [last], decides: true };
    case '6to4':
      return { addresses: [quad(2, 3, 4, 5)], decides: true };
    case 'rfc6145':
      return { addresses: [last], decides: false };
    default: {
      const isCompatible =
        bytes.slice(0, 12).every((byte) => byte === 0) && bytes.slice(12).some((byte) => byte > 1);
      return { addresses: isCompatible ? [last] : [], decides: isCompatible };
    }
  }
}
