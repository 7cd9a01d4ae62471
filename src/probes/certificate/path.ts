import { X509Certificate } from 'node:crypto';
import type { TrustedRoots } from '../../edge/tls-edge.ts';
import { detailsOf, isForServers, keyOf } from './x509.ts';

// How a chain leads to a trusted root (RFC 5280 §6.1 without dates, revocation and policies). Node judges first;
// this shows what Node's one code hides, and which certificates the chain needs. It is never laxer than Node: where
// Node refuses for another reason than dates, what is found here does not make the chain trusted.

/** A way from a leaf to a trusted root. */
export interface TrustPath {
  /** From the leaf to the last certificate before the root; the leaf alone where a root issued it, or where it is one. */
  readonly via: readonly X509Certificate[];
  readonly by: 'bundled' | 'ca-file';
  readonly root: X509Certificate;
  /** Whether all that binds it could be judged here (no name constraints, no unknown critical extension). */
  readonly isSure: boolean;
}

export interface PathSearch {
  readonly path: TrustPath | null;
  /** Where no path was found: the certificate furthest from the leaf whose issuer is missing. */
  readonly stuckAt: X509Certificate;
}

interface Root {
  readonly certificate: X509Certificate;
  readonly by: TrustPath['by'];
}

/** No real chain is longer. */
const mostCertificates = 10;

/** What the roots hold, read once. */
interface Store {
  readonly bySubject: ReadonlyMap<string, readonly Root[]>;
  /** What the operator added though it is no root. Node takes it for sent, and never as a root. */
  readonly intermediates: readonly X509Certificate[];
}

const stores = new WeakMap<TrustedRoots, Store>();

function storeOf(roots: TrustedRoots): Store {
  const known = stores.get(roots);
  if (known !== undefined) return known;
  const extra = roots.extra.map((pem) => new X509Certificate(pem));
  const all: Root[] = [
    ...roots.bundled.map((pem) => ({ certificate: new X509Certificate(pem), by: 'bundled' as const })),
    ...extra.filter(isSelfSigned).map((certificate) => ({ certificate, by: 'ca-file' as const })),
  ];
  const bySubject = new Map<string, Root[]>();
  for (const root of all) {
    const { subject } = root.certificate;
    bySubject.set(subject, [...(bySubject.get(subject) ?? []), root]);
  }
  const store = { bySubject, intermediates: extra.filter((each) => !isSelfSigned(each)) };
  stores.set(roots, store);
  return store;
}

/** What the operator added to the roots though it is none (an authority's whole bundle, say). */
export function addedIntermediates(roots: TrustedRoots): readonly X509Certificate[] {
  return storeOf(roots).intermediates;
}

/**
 * Looks for the shortest way from `leaf` over `others` (in any order) to a trusted root; of several the one that
 * lasts longest. `purpose`: whether what vouches must be for servers.
 */
export function findPath(
  leaf: X509Certificate,
  others: readonly X509Certificate[],
  roots: TrustedRoots,
  purpose: 'servers' | 'any' = 'servers',
): PathSearch {
  const index = storeOf(roots).bySubject;
  const mayVouch = (issuer: X509Certificate, via: readonly X509Certificate[]) =>
    (purpose === 'any' || isForServers(issuer)) && mayIssue(issuer, via);
  const itself = (index.get(leaf.subject) ?? []).find((root) => isSame(root.certificate, leaf));
  if (itself !== undefined)
    return { path: { via: [leaf], by: itself.by, root: leaf, isSure: true }, stuckAt: leaf };

  let stuckAt = leaf;
  // Breadth first, so that the first path found is the shortest.
  let front: X509Certificate[][] = [[leaf]];
  for (let length = 1; length < mostCertificates && front.length > 0; length += 1) {
    const ways = front.flatMap((via) =>
      (index.get(via.at(-1)!.issuer) ?? [])
        // A root's key has no finding of its own, and Node refuses a weak one.
        .filter(({ certificate }) => !keyOf(certificate).isWeak && mayVouch(certificate, via))
        .map((root) => ({ via, root, vouchers: [...via.slice(1), root.certificate] })),
    );
    const [way] = ways.sort((a, b) => firstEnd(b.vouchers) - firstEnd(a.vouchers));
    stuckAt = front.at(-1)!.at(-1)!;
    if (way !== undefined) {
      const { via, root, vouchers } = way;
      const isSure = vouchers.every(isPlain) && !detailsOf(leaf).hasUnknownCritical;
      return { path: { via, by: root.by, root: root.certificate, isSure }, stuckAt };
    }
    front = front
      .flatMap((via) =>
        others
          .filter((each) => !via.some((known) => isSame(known, each)) && mayVouch(each, via))
          .map((each) => [...via, each]),
      )
      .slice(0, 64);
  }
  return { path: null, stuckAt };
}

/** Whether `issuer` may, and did, sign the last certificate of `via`. */
function mayIssue(issuer: X509Certificate, via: readonly X509Certificate[]): boolean {
  const last = via.at(-1)!;
  if (issuer.subject !== last.issuer || !issuer.ca) return false;
  const { pathLength } = detailsOf(issuer);
  const below = via.slice(1).filter((each) => each.subject !== each.issuer).length;
  if (pathLength !== null && below > pathLength) return false;
  return isSignedBy(last, issuer);
}

function firstEnd(certificates: readonly X509Certificate[]): number {
  return Math.min(...certificates.map(({ validToDate }) => validToDate.getTime()));
}

function isPlain(certificate: X509Certificate): boolean {
  const { hasNameConstraints, hasUnknownCritical } = detailsOf(certificate);
  return !hasNameConstraints && !hasUnknownCritical;
}

/** Whether `issuer` is the one that `certificate` names, and its key made the signature. */
function isSignedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  return certificate.checkIssued(issuer) && hasSignatureOf(certificate, issuer);
}

function hasSignatureOf(certificate: X509Certificate, signer: X509Certificate): boolean {
  try {
    return certificate.verify(signer.publicKey);
  } catch {
    // A kind of key or signature that OpenSSL does not know.
    return false;
  }
}

/** Also where its key usage does not allow it to sign certificates: then it is no authority, and signed by itself all the same. */
export function isSelfSigned(certificate: X509Certificate): boolean {
  return certificate.subject === certificate.issuer && hasSignatureOf(certificate, certificate);
}

export function isSame(a: X509Certificate, b: X509Certificate): boolean {
  return a.fingerprint256 === b.fingerprint256;
}
