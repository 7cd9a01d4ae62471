import { X509Certificate } from 'node:crypto';
import forge from 'node-forge';
import { ProbeFailure } from '../../edge/failure.ts';
import type { HttpEdge } from '../../edge/http-edge.ts';
import type { TrustedRoots } from '../../edge/tls-edge.ts';
import { certificatesIn } from '../../protocols/pem.ts';
import { findPath, isSelfSigned, type TrustPath } from './path.ts';
import { issuerUrls } from './x509.ts';

/** How a chain that leads nowhere ends once the certificates that it names are fetched. */
export type Completion =
  | { readonly type: 'complete'; readonly path: TrustPath; readonly missing: X509Certificate }
  | { readonly type: 'untrusted'; readonly isIssuerUnavailable: boolean };

/** Downloads of one run of the probe: several addresses of a host name the same issuer. */
export type Downloads = Map<string, Promise<X509Certificate[]>>;

const mostFetched = 3;
const maxBytes = 65_536;
const timeoutMs = 10_000;

/**
 * Whether a chain becomes trusted with what its certificates say about where their issuers are found (RFC 5280
 * §4.2.2.1), as browsers do. The addresses come from the certificate, so from a stranger: the edge guards them.
 */
export async function completeChain(
  chain: readonly X509Certificate[],
  roots: TrustedRoots,
  { http, downloads, signal }: { http: HttpEdge; downloads: Downloads; signal: AbortSignal },
): Promise<Completion> {
  const [leaf, ...served] = chain;
  const fetched: X509Certificate[] = [];
  for (let step = 0; step < mostFetched; step += 1) {
    const { stuckAt } = findPath(leaf!, [...served, ...fetched], roots);
    const urls = isSelfSigned(stuckAt) ? [] : issuerUrls(stuckAt).slice(0, 2);
    if (urls.length === 0) return { type: 'untrusted', isIssuerUnavailable: false };
    const found = await firstOf(urls, (url) => download(url, http, downloads, signal));
    if (found === null) return { type: 'untrusted', isIssuerUnavailable: true };
    fetched.push(...found);
    const { path } = findPath(leaf!, [...served, ...fetched], roots);
    const missing = path?.via.find((each) => fetched.includes(each));
    if (path !== null && missing !== undefined) {
      // What only Node can judge, Node has not judged: it stopped where the certificate is missing.
      if (!path.isSure) return { type: 'untrusted', isIssuerUnavailable: true };
      return { type: 'complete', path, missing };
    }
  }
  return { type: 'untrusted', isIssuerUnavailable: false };
}

async function firstOf(
  urls: readonly string[],
  get: (url: string) => Promise<X509Certificate[]>,
): Promise<X509Certificate[] | null> {
  for (const url of urls) {
    try {
      const found = await get(url);
      if (found.length > 0) return found;
    } catch (error) {
      if (!(error instanceof ProbeFailure) || error.code === 'deadline') throw error;
    }
  }
  return null;
}

function download(
  url: string,
  http: HttpEdge,
  downloads: Downloads,
  signal: AbortSignal,
): Promise<X509Certificate[]> {
  const known = downloads.get(url);
  if (known !== undefined) return known;
  const work = http
    .download(url, { maxBytes, timeoutMs }, signal)
    .then(({ status, body }) => (status === 200 ? readCertificates(body) : []));
  downloads.set(url, work);
  return work;
}

/** The certificates in a download: DER, PEM, or a PKCS #7 bundle of certificates alone (RFC 5652 §5.1). */
export function readCertificates(body: Uint8Array): X509Certificate[] {
  const bytes = Buffer.from(body);
  const pem = certificatesIn(bytes.toString('latin1'));
  if (pem.length > 0) return pem.flatMap((each) => readOne(Buffer.from(each)));
  const one = readOne(bytes);
  return one.length > 0 ? one : readBundle(bytes);
}

function readOne(bytes: Buffer): X509Certificate[] {
  try {
    return [new X509Certificate(bytes)];
  } catch {
    return [];
  }
}

function readBundle(bytes: Buffer): X509Certificate[] {
  const { asn1, util } = forge;
  try {
    const children = (node: forge.asn1.Asn1 | undefined) =>
      Array.isArray(node?.value) ? (node.value as forge.asn1.Asn1[]) : [];
    const content = children(asn1.fromDer(util.createBuffer(bytes.toString('binary'))))[1];
    const certificates = children(children(content)[0]).find(
      (each) => each.tagClass === asn1.Class.CONTEXT_SPECIFIC && Number(each.type) === 0,
    );
    return children(certificates)
      .slice(0, 10)
      .flatMap((each) => readOne(Buffer.from(asn1.toDer(each).getBytes(), 'binary')));
  } catch {
    return [];
  }
}
