import type { X509Certificate } from 'node:crypto';
import forge from 'node-forge';

// What Node's X509Certificate does not show, read from the DER by node-forge's ASN.1 reader alone: its certificate
// reader knows RSA keys only. Every reader here answers null, or the careful answer, to what it cannot read.

const { asn1 } = forge;
type Node = forge.asn1.Asn1;

/** Object identifiers of extensions (RFC 5280 §4.2.1). */
const nameConstraints = '2.5.29.30';
const basicConstraints = '2.5.29.19';
/** Critical ones that the path reader heeds, or that bind nobody who only connects. */
const heeded = new Set([
  basicConstraints,
  nameConstraints,
  '2.5.29.15', // key usage: by Node's checkIssued
  '2.5.29.17', // subject alternative name
  '2.5.29.37', // extended key usage
  '2.5.29.32', // certificate policies
  '2.5.29.36', // policy constraints
  '2.5.29.54', // inhibit anyPolicy
]);

/** What a certificate's own DER says of itself. */
export interface CertificateDetails {
  /** The signature's algorithm: a common name, else the object identifier; null where it cannot be read. */
  readonly signature: string | null;
  readonly isWeakSignature: boolean;
  /** How many certificates may follow between it and the leaf (RFC 5280 §4.2.1.9); null: any number. */
  readonly pathLength: number | null;
  readonly hasNameConstraints: boolean;
  /** Whether it holds a critical extension that is not heeded here, or cannot be read. */
  readonly hasUnknownCritical: boolean;
}

const signatureNames: Readonly<Record<string, readonly [name: string, isWeak: boolean]>> = {
  '1.2.840.113549.1.1.2': ['md2WithRSAEncryption', true],
  '1.2.840.113549.1.1.4': ['md5WithRSAEncryption', true],
  '1.2.840.113549.1.1.5': ['sha1WithRSAEncryption', true],
  '1.3.14.3.2.29': ['sha1WithRSAEncryption', true],
  '1.2.840.10045.4.1': ['ecdsa-with-SHA1', true],
  '1.2.840.10040.4.3': ['dsa-with-SHA1', true],
  '1.2.840.113549.1.1.11': ['sha256WithRSAEncryption', false],
  '1.2.840.113549.1.1.12': ['sha384WithRSAEncryption', false],
  '1.2.840.113549.1.1.13': ['sha512WithRSAEncryption', false],
  '1.2.840.113549.1.1.14': ['sha224WithRSAEncryption', false],
  '1.2.840.113549.1.1.10': ['rsassaPss', false],
  '1.2.840.10045.4.3.2': ['ecdsa-with-SHA256', false],
  '1.2.840.10045.4.3.3': ['ecdsa-with-SHA384', false],
  '1.2.840.10045.4.3.4': ['ecdsa-with-SHA512', false],
  '1.3.101.112': ['Ed25519', false],
  '1.3.101.113': ['Ed448', false],
};

const unreadable: CertificateDetails = {
  signature: null,
  isWeakSignature: false,
  pathLength: null,
  hasNameConstraints: false,
  hasUnknownCritical: true,
};

/** Reads what Node leaves out (RFC 5280 §4.1). */
export function detailsOf(certificate: X509Certificate): CertificateDetails {
  try {
    const root = asn1.fromDer(forge.util.createBuffer(certificate.raw.toString('binary')));
    const [body, algorithm] = childrenOf(root);
    const extensions = extensionsOf(body);
    const oid = objectIdentifier(childrenOf(algorithm)[0]);
    const [name, isWeak] = signatureNames[oid] ?? [oid, false];
    return {
      signature: name,
      isWeakSignature: oid === '1.2.840.113549.1.1.10' ? hasWeakPss(childrenOf(algorithm)[1]) : isWeak,
      pathLength: pathLengthOf(extensions),
      hasNameConstraints: extensions.some(({ id }) => id === nameConstraints),
      hasUnknownCritical: extensions.some(({ id, isCritical }) => isCritical && !heeded.has(id)),
    };
  } catch {
    return unreadable;
  }
}

interface Extension {
  readonly id: string;
  readonly isCritical: boolean;
  /** DER. */
  readonly value: string;
}

function extensionsOf(body: Node | undefined): Extension[] {
  const holder = childrenOf(body).find(
    (each) => each.tagClass === asn1.Class.CONTEXT_SPECIFIC && Number(each.type) === 3,
  );
  return childrenOf(childrenOf(holder)[0]).map((extension) => {
    const parts = childrenOf(extension);
    const critical = parts.find((part) => part.type === asn1.Type.BOOLEAN);
    const value = parts.find((part) => part.type === asn1.Type.OCTETSTRING);
    return {
      id: objectIdentifier(parts[0]),
      isCritical: critical !== undefined && critical.value !== '\0',
      value: octets(value),
    };
  });
}

function pathLengthOf(extensions: readonly Extension[]): number | null {
  const found = extensions.find(({ id }) => id === basicConstraints);
  if (found === undefined) return null;
  const length = childrenOf(asn1.fromDer(found.value)).find((part) => part.type === asn1.Type.INTEGER);
  return length === undefined ? null : asn1.derToInteger(octets(length));
}

/** RFC 4055 §3.1: where no hash is named, it is SHA-1. */
function hasWeakPss(parameters: Node | undefined): boolean {
  const hash = childrenOf(parameters).find((part) => Number(part.type) === 0);
  if (hash === undefined) return true;
  return objectIdentifier(childrenOf(childrenOf(hash)[0])[0]) === '1.3.14.3.2.26';
}

function childrenOf(node: Node | undefined): Node[] {
  return Array.isArray(node?.value) ? (node.value as Node[]) : [];
}

function octets(node: Node | undefined): string {
  return typeof node?.value === 'string' ? node.value : '';
}

function objectIdentifier(node: Node | undefined): string {
  return asn1.derToOid(octets(node));
}

function bodyOf(certificate: X509Certificate): Node | undefined {
  return childrenOf(asn1.fromDer(forge.util.createBuffer(certificate.raw.toString('binary'))))[0];
}

function nameOf(certificate: X509Certificate, whose: 'subject' | 'issuer'): Node | undefined {
  const parts = childrenOf(bodyOf(certificate));
  // The version, which stands first, is optional (RFC 5280 §4.1).
  const first = parts[0]?.tagClass === asn1.Class.CONTEXT_SPECIFIC ? 1 : 0;
  return parts[first + (whose === 'issuer' ? 2 : 4)];
}

const nameFields = { CN: '2.5.4.3', O: '2.5.4.10', OU: '2.5.4.11' } as const;

/**
 * A field of a certificate's subject or issuer, as its first value; null where it has none, or none that can be read.
 * Read from the DER: Node's `toLegacyObject` ends the process on some malformed certificates (seen with Node 24.21).
 */
export function nameField(
  certificate: X509Certificate,
  whose: 'subject' | 'issuer',
  field: keyof typeof nameFields,
): string | null {
  try {
    for (const set of childrenOf(nameOf(certificate, whose))) {
      for (const pair of childrenOf(set)) {
        const [type, value] = childrenOf(pair);
        if (objectIdentifier(type) !== nameFields[field]) continue;
        const text = directoryString(value).trim();
        if (text !== '') return text;
      }
    }
    return null;
  } catch {
    return null;
  }
}

const universalString = 28;

/** The text of a DirectoryString (RFC 5280 §4.1.2.4), whatever its encoding. */
function directoryString(node: Node | undefined): string {
  const bytes = Buffer.from(octets(node), 'binary');
  switch (Number(node?.type)) {
    case asn1.Type.UTF8:
      return bytes.toString('utf8');
    case asn1.Type.BMPSTRING:
      return new TextDecoder('utf-16be').decode(bytes);
    case universalString:
      return Array.from({ length: Math.floor(bytes.length / 4) }, (_each, index) => {
        const point = bytes.readUInt32BE(index * 4);
        return point <= 0x10ffff ? String.fromCodePoint(point) : '';
      }).join('');
    default:
      return bytes.toString('latin1');
  }
}

/** The DNS names and IP addresses of the subject alternative name (RFC 5280 §4.2.1.6). */
export function namesOf(certificate: X509Certificate): string[] {
  // `DNS:a.example, IP Address:192.0.2.1`; a name that holds a comma or quote is written as a JSON string.
  const entries = certificate.subjectAltName?.matchAll(/(DNS|IP Address):("(?:[^"\\]|\\.)*"|[^,]*)/g) ?? [];
  return [...entries].map(([, , text = '']) => (text.startsWith('"') ? unquoted(text) : text.trim()));
}

function unquoted(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return text;
  }
}

/** Where the issuer's certificate can be fetched (RFC 5280 §4.2.2.1): http and https addresses in their order. */
export function issuerUrls(certificate: X509Certificate): string[] {
  const lines = certificate.infoAccess?.split('\n') ?? [];
  return lines.flatMap((line) => {
    const url = /^CA Issuers - URI:(.+)$/.exec(line)?.[1]?.trim() ?? '';
    const text = url.startsWith('"') ? unquoted(url) : url;
    return /^https?:\/\//i.test(text) ? [text] : [];
  });
}

/** Where the lists are in which its authority takes certificates back (RFC 5280 §4.2.1.13): http and https addresses. */
export function crlUrls(certificate: X509Certificate): string[] {
  try {
    const point = extensionsOf(bodyOf(certificate)).find(({ id }) => id === '2.5.29.31');
    if (point === undefined) return [];
    const urls: string[] = [];
    const walk = (node: Node) => {
      if (node.tagClass === asn1.Class.CONTEXT_SPECIFIC && Number(node.type) === 6) urls.push(octets(node));
      for (const child of childrenOf(node)) walk(child);
    };
    walk(asn1.fromDer(point.value));
    return urls.filter((url) => /^https?:\/\//i.test(url));
  } catch {
    return [];
  }
}

/** The DER of a certificate's subject or issuer, as it stands there. */
export function derOf(certificate: X509Certificate, whose: 'subject' | 'issuer'): Buffer {
  return Buffer.from(asn1.toDer(nameOf(certificate, whose)!).getBytes(), 'binary');
}

const tlsFeature = '1.3.6.1.5.5.7.1.24';
/** The extension of a handshake in which a staple is asked for (RFC 6066 §8). */
const statusRequest = 5;

/** Whether it demands that a staple comes with it (RFC 7633 §4.2.3.1). */
export function demandsStaple(certificate: X509Certificate): boolean {
  try {
    const found = extensionsOf(bodyOf(certificate)).find(({ id }) => id === tlsFeature);
    if (found === undefined) return false;
    const features = childrenOf(asn1.fromDer(found.value));
    return features.some((each) => asn1.derToInteger(octets(each)) === statusRequest);
  } catch {
    return false;
  }
}

const serverAuth = '1.3.6.1.5.5.7.3.1';

/**
 * Whether its extended key usage, if it has one, names TLS servers (RFC 5280 §4.2.1.12). `anyExtendedKeyUsage` does
 * not: OpenSSL refuses it, as that section lets it.
 */
export function isForServers(certificate: X509Certificate): boolean {
  const purposes = certificate.keyUsage as readonly string[] | undefined;
  return purposes === undefined || purposes.includes(serverAuth);
}

/** The key in short, and whether it is below what authorities may certify (CA/Browser Forum BR §6.1.5). */
export function keyOf(certificate: X509Certificate): { readonly key: string; readonly isWeak: boolean } {
  try {
    const { asymmetricKeyType = 'unknown', asymmetricKeyDetails } = certificate.publicKey;
    const bits = asymmetricKeyDetails?.modulusLength;
    if (bits !== undefined) {
      return { key: `${asymmetricKeyType === 'dsa' ? 'DSA' : 'RSA'} ${bits}`, isWeak: bits < 2048 };
    }
    const curve = asymmetricKeyDetails?.namedCurve;
    if (curve === undefined) return { key: asymmetricKeyType, isWeak: false };
    const curveBits = Number(/(\d{3})/.exec(curve)?.[1] ?? 256);
    return { key: `EC ${curve}`, isWeak: curveBits < 224 };
  } catch {
    return { key: 'unknown', isWeak: false };
  }
}
