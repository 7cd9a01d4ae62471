import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import {
  AuthorityInfoAccessExtension,
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  CRLDistributionPointsExtension,
  ExtendedKeyUsageExtension,
  Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  type X509Certificate,
  X509CertificateGenerator,
  X509CrlGenerator,
} from '@peculiar/x509';

// A certification authority for tests: any chain, also those that nobody should issue.

type Keys = webcrypto.CryptoKeyPair;
type KeyType = 'ec' | 'rsa2048' | 'rsa1024';

/** A certificate that can sign others. */
export interface Issuer {
  readonly certificate: X509Certificate;
  readonly keys: Keys;
  readonly pem: string;
}

export interface Order {
  /** Distinguished name, such as `C=JP, O=Test Trust, CN=Test I1`. */
  readonly subject: string;
  /** DNS names and IP addresses; none if not said. */
  readonly names?: readonly string[];
  /** First and last moment, ISO 8601; 2020 to 2040 if not said. */
  readonly valid?: readonly [string, string];
  readonly key?: KeyType;
  /** Takes this certificate's key instead of a new one: another certificate for the same authority. */
  readonly keysOf?: Issuer;
  readonly hash?: 'SHA-1' | 'SHA-256';
  /** Whether it is an authority; with how many below it, where a number. */
  readonly ca?: boolean | number;
  /** Whether its key usage lets it sign certificates; as authorities may, if not said. */
  readonly signs?: boolean;
  /** Extended key usage; server authentication for leaves, none for authorities, if not said. */
  readonly purposes?: readonly string[] | null;
  /** Where its issuer can be fetched; several places in their order. */
  readonly aia?: string | readonly string[];
  /** Where its authority takes certificates back. */
  readonly crl?: string;
  /** DER of a name constraints extension (critical). */
  readonly nameConstraints?: Uint8Array<ArrayBuffer>;
  /** Anything else that it holds. */
  readonly extensions?: readonly Extension[];
  /** Breaks the signature. */
  readonly forged?: boolean;
}

const algorithms = {
  ec: (hash: string) => ({ name: 'ECDSA', namedCurve: 'P-256', hash }),
  rsa2048: (hash: string) => rsa(2048, hash),
  rsa1024: (hash: string) => rsa(1024, hash),
};
const rsa = (modulusLength: number, hash: string) => ({
  name: 'RSASSA-PKCS1-v1_5',
  modulusLength,
  publicExponent: new Uint8Array([1, 0, 1]),
  hash,
});
const serverAuth = '1.3.6.1.5.5.7.3.1';
export const clientAuth = '1.3.6.1.5.5.7.3.2';
export const anyPurpose = '2.5.29.37.0';

let serial = 0x4000;

/** Issues a certificate by `issuer`; by its own key where that is null. */
export async function issue(issuer: Issuer | null, order: Order): Promise<Issuer> {
  const { subject, names = [], valid = ['2020-01-01T00:00:00Z', '2040-01-01T00:00:00Z'] } = order;
  const { key = 'ec', hash = 'SHA-256', ca = false, purposes } = order;
  const keys =
    order.keysOf?.keys ??
    ((await webcrypto.subtle.generateKey(algorithms[key](hash), true, ['sign', 'verify'])) as Keys);
  const signer = issuer ?? { keys, certificate: null };
  const usage = purposes === undefined ? (ca === false ? [serverAuth] : null) : purposes;
  const certificate = await X509CertificateGenerator.create({
    serialNumber: (++serial).toString(16),
    subject,
    issuer: issuer?.certificate.subject ?? subject,
    notBefore: new Date(valid[0]),
    notAfter: new Date(valid[1]),
    signingAlgorithm: { ...signer.keys.privateKey.algorithm, hash } as never,
    publicKey: keys.publicKey,
    signingKey: await keyFor(signer.keys.privateKey, hash),
    extensions: [
      new BasicConstraintsExtension(ca !== false, typeof ca === 'number' ? ca : undefined, true),
      new KeyUsagesExtension(
        (order.signs ?? ca !== false)
          ? KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign
          : KeyUsageFlags.digitalSignature,
        true,
      ),
      ...(usage === null ? [] : [new ExtendedKeyUsageExtension([...usage])]),
      ...(names.length === 0
        ? []
        : [
            new SubjectAlternativeNameExtension(
              names.map((value) => ({ type: /^[\d.]+$|:/.test(value) ? 'ip' : 'dns', value }) as const),
            ),
          ]),
      ...(order.aia === undefined
        ? []
        : [new AuthorityInfoAccessExtension({ caIssuers: [order.aia].flat() as string[] })]),
      ...(order.crl === undefined ? [] : [new CRLDistributionPointsExtension([order.crl])]),
      ...(order.nameConstraints === undefined
        ? []
        : [new Extension('2.5.29.30', true, order.nameConstraints.buffer)]),
      ...(order.extensions ?? []),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
      ...(issuer === null ? [] : [await AuthorityKeyIdentifierExtension.create(issuer.keys.publicKey)]),
    ],
  });
  const made = order.forged === true ? forged(certificate) : certificate;
  return { certificate: made, keys, pem: pemOf(made) };
}

/** The key, for signing with another hash: web cryptography binds an RSA key to one. */
async function keyFor(key: webcrypto.CryptoKey, hash: string): Promise<webcrypto.CryptoKey> {
  if (!('hash' in key.algorithm) || (key.algorithm.hash as { name: string }).name === hash) return key;
  const bytes = await webcrypto.subtle.exportKey('pkcs8', key);
  return webcrypto.subtle.importKey('pkcs8', bytes, { name: key.algorithm.name, hash }, true, ['sign']);
}

/** The certificate with its last byte, which belongs to the signature, changed. */
function forged(certificate: X509Certificate): X509Certificate {
  const bytes = new Uint8Array(certificate.rawData.slice(0));
  bytes[bytes.length - 1]! ^= 1;
  return new (certificate.constructor as new (raw: ArrayBuffer) => X509Certificate)(bytes.buffer);
}

function pemOf(certificate: X509Certificate): string {
  return `${PemConverter.encode(certificate.rawData, 'CERTIFICATE')}\n`;
}

/** A list of what an authority takes back (DER). */
export async function revocationList(
  issuer: Issuer,
  options: {
    readonly revoked?: readonly Issuer[];
    readonly valid?: readonly [string, string];
    /** Signs in the issuer's place. */
    readonly forger?: Issuer;
    readonly extensions?: readonly Extension[];
    /** Serial numbers of many others. */
    readonly others?: number;
  } = {},
): Promise<Uint8Array> {
  const [thisUpdate, nextUpdate] = options.valid ?? ['2030-05-30T00:00:00Z', '2030-06-30T00:00:00Z'];
  const key = (options.forger ?? issuer).keys.privateKey;
  const list = await X509CrlGenerator.create({
    issuer: issuer.certificate.subject,
    thisUpdate: new Date(thisUpdate),
    nextUpdate: new Date(nextUpdate),
    entries: [
      ...Array.from({ length: options.others ?? 0 }, (_each, index) => ({
        serialNumber: (0x700_000 + index).toString(16),
        revocationDate: new Date('2030-01-01T00:00:00Z'),
      })),
      ...(options.revoked ?? []).map(({ certificate }) => ({
        serialNumber: certificate.serialNumber,
        revocationDate: new Date('2030-05-20T00:00:00Z'),
      })),
    ],
    extensions: [...(options.extensions ?? [])],
    signingAlgorithm: { ...key.algorithm, hash: 'SHA-256' } as never,
    signingKey: key,
  });
  return new Uint8Array(list.rawData);
}

/** A critical extension that no reader knows (RFC 5280 §4.2: it must refuse the certificate). */
export function unknownCritical(): Extension {
  return new Extension('1.3.6.1.4.1.99999.1', true, new Uint8Array([0x05, 0x00]).buffer);
}

/** An issuing distribution point (RFC 5280 §5.2.5) with the flag of this tag set. */
export function issuingPoint(flag: number): Extension {
  return new Extension('2.5.29.28', true, new Uint8Array([0x30, 0x03, flag, 0x01, 0xff]).buffer);
}

/** What a TLS server needs: the certificates that it sends, its own first, and its key. */
export async function serverOf(
  leaf: Issuer,
  others: readonly Issuer[] = [],
): Promise<{ readonly cert: string; readonly key: string }> {
  const key = await webcrypto.subtle.exportKey('pkcs8', leaf.keys.privateKey);
  return {
    cert: [leaf, ...others].map(({ pem }) => pem).join(''),
    key: `${PemConverter.encode(key, 'PRIVATE KEY')}\n`,
  };
}

/** DER of name constraints that permit one domain alone (RFC 5280 §4.2.1.10). */
export function permitsOnly(domain: string): Uint8Array<ArrayBuffer> {
  const name = Buffer.from(domain);
  const wrap = (tag: number, content: Buffer) => Buffer.concat([Buffer.from([tag, content.length]), content]);
  return new Uint8Array(wrap(0x30, wrap(0xa0, wrap(0x30, wrap(0x82, name)))));
}

/** The extension by which a certificate demands a staple (RFC 7633). */
export const mustStaple = new Extension(
  '1.3.6.1.5.5.7.1.24',
  false,
  new Uint8Array([0x30, 3, 2, 1, 5]).buffer,
);
