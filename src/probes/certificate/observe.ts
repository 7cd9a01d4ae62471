import type { X509Certificate } from 'node:crypto';
import ipaddr from 'ipaddr.js';
import type { Edge } from '../../edge/edge.ts';
import { mostTelling, ProbeFailure } from '../../edge/failure.ts';
import {
  type Handshake,
  HandshakeBrokenOff,
  type TlsTarget,
  type TrustedRoots,
} from '../../edge/tls-edge.ts';
import { type Revocation, revocationOf } from './crl.ts';
import type {
  CertificateClaim,
  CertificateDescription,
  CertificateFact,
  RootDescription,
  ServerEnd,
  ServerFact,
  Trust,
} from './fact.ts';
import { completeChain, type Downloads } from './issuer.ts';
import { addedIntermediates, findPath, isSame, isSelfSigned, type TrustPath } from './path.ts';
import { demandsStaple, detailsOf, isForServers, keyOf, nameField, namesOf } from './x509.ts';

/** No host has more for a reason. */
const mostAddresses = 64;

type Reach = Pick<Edge, 'tls' | 'http'>;

/**
 * Shakes hands with the server at every address of the host.
 *
 * @throws ProbeFailure where no server got as far as a handshake; of the codes that came the one that says most.
 */
export async function observeCertificate(
  claim: CertificateClaim,
  edge: Reach,
  signal: AbortSignal,
): Promise<{ fact: CertificateFact; from: string | null }> {
  const addresses = await edge.tls.addresses(claim.host, claim.port, signal);
  // DNS answers in any order; a report has one.
  const sorted = [...new Set(addresses.map(({ address }) => address))]
    .sort(byAddress)
    .slice(0, mostAddresses);
  if (sorted.length === 0) throw new ProbeFailure('name-not-found', claim.host);
  const downloads: Downloads = new Map();
  const failures: ProbeFailure[] = [];
  const servers = await Promise.all(
    sorted.map(async (address): Promise<ServerFact> => {
      try {
        return { address, end: await lookAt(claim, address, edge, downloads, signal) };
      } catch (error) {
        if (signal.aborted || !(error instanceof ProbeFailure)) throw error;
        failures.push(error);
        const { code, detail } = error;
        return { address, end: { type: 'failed', code, detail } };
      }
    }),
  );
  const isSilent = ({ end }: ServerFact) => end.type === 'failed' && end.code !== 'tls-failed';
  if (servers.every(isSilent)) throw mostTelling(failures);
  return { fact: { servers }, from: servers.find((each) => !isSilent(each))?.address ?? null };
}

/** 4 or 6; 0 for a name. */
function familyOf(text: string): 0 | 4 | 6 {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return 4;
  return ipaddr.IPv6.isValid(text) ? 6 : 0;
}

function byAddress(a: string, b: string): number {
  return familyOf(a) - familyOf(b) || a.localeCompare(b, 'en', { numeric: true });
}

/** How a server that wants a certificate of its clients ends a handshake that brings none. */
const mayWantClientCertificate =
  /CERTIFICATE_REQUIRED|HANDSHAKE_FAILURE|BAD_CERTIFICATE|ACCESS_DENIED|CERTIFICATE_UNKNOWN/;

async function lookAt(
  claim: CertificateClaim,
  address: string,
  edge: Reach,
  downloads: Downloads,
  signal: AbortSignal,
): Promise<ServerEnd> {
  const { host, port, starttls } = claim;
  const target = { host, port, address, ...(starttls === null ? {} : { starttls }) };
  const { handshake, isBrokenOff } = await shakeWith(target, claim, edge, signal);
  const { chain, errorCode, protocol, isOldProtocolOnly, weakness, isStapled } = handshake;
  const leaf = chain[0]!;
  const isJudged = !isBrokenOff && weakness === undefined;
  const judged = { ...handshake, errorCode: errorCode ?? (isJudged ? null : notJudged) };
  const { trust, path } = await trustOf(judged, edge, downloads, signal);
  return {
    type: 'shown',
    protocol,
    isOldProtocolOnly,
    errorCode,
    ...(weakness === undefined ? {} : { weakness }),
    // Where the handshake was broken off, a staple may have been still to come.
    ...(demandsStaple(leaf) && isStapled !== true && !isBrokenOff ? { lacksStaple: true } : {}),
    matchesHost: errorCode !== wrongName && covers(leaf, host),
    uncovered: claim.names.filter((name) => name !== host && !covers(leaf, name)),
    trust,
    root: rootOn(path),
    oldProtocol: isOldProtocolOnly || isBrokenOff ? null : await edge.tls.oldProtocolOf(target, signal),
    chain: await Promise.all(
      chain.map(async (each, index) => {
        const isNeeded = index === 0 || isOn(path, each);
        const issuer = isNeeded ? issuerOn(path, each) : null;
        const isVouched = trust.type === 'trusted' || trust.type === 'incomplete';
        const revocation =
          issuer === null || !isVouched ? null : await revocationOf(each, issuer, edge.http, signal);
        return describe(each, isNeeded, revocation);
      }),
    ),
  };
}

/** What the server shows, also where it breaks the handshake off because the ledger is right: it wants a certificate. */
async function shakeWith(
  target: TlsTarget,
  { mutual }: CertificateClaim,
  edge: Reach,
  signal: AbortSignal,
): Promise<{ readonly handshake: Handshake; readonly isBrokenOff: boolean }> {
  try {
    return { handshake: await edge.tls.look(target, signal), isBrokenOff: false };
  } catch (error) {
    const isWanted = mutual && error instanceof HandshakeBrokenOff;
    if (!isWanted || !mayWantClientCertificate.test(error.detail ?? '')) throw error;
    return { handshake: error.shown, isBrokenOff: true };
  }
}

/** In place of Node's code, where Node did not come to judge the chain. */
const notJudged = 'NOT_JUDGED';
const wrongName = 'ERR_TLS_CERT_ALTNAME_INVALID';
/** Node's codes that say nothing about where the chain leads. */
const otherCodes = new Set([notJudged, 'CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID', 'INVALID_PURPOSE']);
const chainCodes = new Set([
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_GET_ISSUER_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
]);

/** Never trusts what Node refuses, but for dates, purpose and weakness, which have findings of their own. */
async function trustOf(
  { chain, errorCode }: Handshake,
  edge: Reach,
  downloads: Downloads,
  signal: AbortSignal,
): Promise<{ trust: Trust; path: TrustPath | null }> {
  const [leaf, ...others] = chain;
  const roots: TrustedRoots = edge.tls.roots;
  const isAccepted = errorCode === null || errorCode === wrongName;
  const { path } = findPath(leaf!, others, roots);
  if (path !== null) {
    if (isAccepted) return { trust: { type: 'trusted', by: path.by }, path };
    const isOther = otherCodes.has(errorCode) || (!chainCodes.has(errorCode) && isWeak(path.via));
    if (!isOther) return { trust: { type: 'untrusted', isIssuerUnavailable: false }, path };
    return { trust: path.isSure ? { type: 'trusted', by: path.by } : { type: 'unknown' }, path };
  }
  // Node takes what stands in ca-file for sent; visitors have their roots alone.
  const { path: lent } = findPath(leaf!, [...others, ...addedIntermediates(roots)], roots);
  const unsent = lent?.via.find((each) => !chain.some((sent) => isSame(sent, each)));
  if (lent !== null && unsent !== undefined && (isAccepted || lent.isSure)) {
    return { trust: { type: 'incomplete', missing: shortName(unsent, 'subject') }, path: lent };
  }
  if (isAccepted) return { trust: { type: 'trusted', by: 'bundled' }, path };
  if (isSelfSigned(leaf!)) return { trust: { type: 'self-signed' }, path };
  const { path: unfit } = findPath(leaf!, others, roots, 'any');
  if (unfit !== null) return { trust: { type: 'wrong-purpose' }, path: unfit };
  const completion = await completeChain(chain, roots, { http: edge.http, downloads, signal });
  if (completion.type === 'untrusted') return { trust: completion, path };
  const missing = shortName(completion.missing, 'subject');
  return { trust: { type: 'incomplete', missing }, path: completion.path };
}

/** Node has no code for weak keys and signatures: it says "unspecified". */
function isWeak(via: readonly X509Certificate[]): boolean {
  return via.some((each) => keyOf(each).isWeak || detailsOf(each).isWeakSignature);
}

/** Only names of the extension count: browsers have not read the common name for years (RFC 9525 §2). */
function covers(leaf: X509Certificate, name: string): boolean {
  if (familyOf(name) !== 0) return leaf.checkIP(name) !== undefined;
  if (leaf.checkHost(name, { subject: 'never', partialWildcards: false }) !== undefined) return true;
  // OpenSSL lets a star stand for no label with an underscore, nor before one; browsers, curl and Node do.
  const [first = '', ...rest] = name.split('.');
  const star = /^(?:[\w-]+|\*)$/.test(first) && rest.length > 1 ? `*.${rest.join('.')}` : null;
  return star !== null && namesOf(leaf).some((each) => each.toLowerCase() === star);
}

function isOn(path: TrustPath | null, certificate: X509Certificate): boolean {
  return path?.via.some((each) => isSame(each, certificate)) ?? false;
}

/** Who issued a certificate, of those on its way to the root; null for the root itself. */
function issuerOn(path: TrustPath | null, certificate: X509Certificate): X509Certificate | null {
  if (path === null || isSame(path.root, certificate)) return null;
  const index = path.via.findIndex((each) => isSame(each, certificate));
  return index < 0 ? null : (path.via[index + 1] ?? path.root);
}

function rootOn(path: TrustPath | null): RootDescription | null {
  if (path === null || path.via.includes(path.root)) return null;
  const { serialNumber, validFromDate, validToDate } = path.root;
  return { serial: serialNumber.toUpperCase(), notBefore: utc(validFromDate), notAfter: utc(validToDate) };
}

function describe(
  certificate: X509Certificate,
  isNeeded: boolean,
  revocation: Revocation | null,
): CertificateDescription {
  const { key, isWeak: isWeakKey } = keyOf(certificate);
  const { signature, isWeakSignature } = detailsOf(certificate);
  return {
    subject: shortName(certificate, 'subject'),
    names: namesOf(certificate),
    issuerOrganisation: nameField(certificate, 'issuer', 'O'),
    issuer: shortName(certificate, 'issuer'),
    serial: certificate.serialNumber.toUpperCase(),
    notBefore: utc(certificate.validFromDate),
    notAfter: utc(certificate.validToDate),
    key,
    isWeakKey,
    signature: signature ?? 'unknown',
    isWeakSignature,
    isForServers: isForServers(certificate),
    isNeeded,
    revocation,
  };
}

function utc(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, 'Z');
}

function shortName(certificate: X509Certificate, whose: 'subject' | 'issuer'): string {
  return (
    nameField(certificate, whose, 'CN') ??
    (whose === 'subject' ? namesOf(certificate)[0] : undefined) ??
    nameField(certificate, whose, 'O') ??
    nameField(certificate, whose, 'OU') ??
    ''
  );
}
