import { isLocalFault, ProbeFailure } from '../failure.ts';
import { isInPrivateNetwork } from '../network.ts';

const timeouts = new Set([
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
]);
const resets = new Set([
  'ECONNRESET',
  'EPIPE',
  'ECONNABORTED',
  'UND_ERR_SOCKET',
  'UND_ERR_DESTROYED',
  'UND_ERR_CLOSED',
  'ERR_STREAM_DESTROYED',
  'ERR_STREAM_PREMATURE_CLOSE',
]);
/**
 * Where a place lacks one of IPv4 and IPv6: no route, no address of one's own to go out from, nothing of that kind in
 * the system at all, or a firewall that lets none of it out, as where IPv6 is closed because nobody looks after it.
 */
const withoutFamily = new Set([
  'ENETUNREACH',
  'EHOSTUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'EAFNOSUPPORT',
  'EINVAL',
  'EACCES',
  'EPERM',
]);

/**
 * What a failed connection or request means, by the error's code; null for an error that no network and no
 * server can cause. `address` is where the connection went: without IPv6 every IPv6 address is out of reach, and
 * where `lacksIPv4`, every IPv4 address but those of private networks, which a place may have all the same.
 */
export function failureOf(error: unknown, address: string, lacksIPv4 = false): ProbeFailure | null {
  if (error instanceof ProbeFailure) return error;
  const code = codeOf(error);
  if (code === null || code === 'UND_ERR_INVALID_ARG') return null;
  const options = { cause: error };
  if (code === 'ECONNREFUSED') return new ProbeFailure('refused', null, options);
  if (timeouts.has(code)) return new ProbeFailure('timeout', null, options);
  if (resets.has(code)) return new ProbeFailure('reset', null, options);
  if (withoutFamily.has(code)) {
    if (address.includes(':')) return new ProbeFailure('no-ipv6', null, options);
    if (lacksIPv4 && !isInPrivateNetwork(address)) return new ProbeFailure('no-ipv4', null, options);
  }
  // Out of ports to go out from, where it is not IPv6 that has no address.
  if (isLocalFault(code) || code === 'EADDRNOTAVAIL') return new ProbeFailure('local-fault', code, options);
  // In TLS 1.3 a server that misses the client's certificate says so after the handshake (RFC 8446 §4.4.2.4).
  if (code.startsWith('ERR_SSL_') || code === 'EPROTO') return new ProbeFailure('tls-failed', code, options);
  // What llhttp, undici, zlib and Node's HTTP/2 cannot read.
  if (/^(HPE_|UND_ERR_|Z_|ERR_HTTP2_)/.test(code))
    return new ProbeFailure('response-unexpected', code, options);
  // ENETUNREACH, EHOSTUNREACH, ENETDOWN, …: the network has no way there.
  if (/^E[A-Z]+$/.test(code)) return new ProbeFailure('no-route', code, options);
  return null;
}

function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if ('code' in error && typeof error.code === 'string') return error.code;
  // undici leaves the code of some of llhttp's errors out.
  return error.name === 'HTTPParserError' ? 'HPE_INVALID' : null;
}
