import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runProgram } from './processes.ts';

// A certification authority and its certificates, made by the `openssl` program.

/** What a host's certificate should be like. Whatever is not said is as it should be. */
export interface CertificateOrder {
  /** The host's own name if not said. */
  readonly names?: readonly string[];
  /** First and last day of its life, counted from now. */
  readonly days?: readonly [number, number];
  /** Who signs it: the trusted authority, one that nobody trusts, the certificate's own key. */
  readonly by?: 'authority' | 'stranger' | 'itself';
  /** Last day of the intermediate that signs it. */
  readonly intermediateEnds?: number;
  /** `stray`: an intermediate of somebody else in place of the right one. */
  readonly sends?: 'chain' | 'leaf' | 'stray';
  readonly key?: 'rsa1024' | 'rsa2048';
  readonly digest?: 'sha1';
  readonly purpose?: 'clientAuth';
  /** Whether the authority has taken it back. */
  readonly revoked?: boolean;
  /** Whether it may only be shown with a stapled answer (RFC 7633). */
  readonly mustStaple?: boolean;
  /** The name of the list of certificates taken back, where it is not the one that can be downloaded. */
  readonly list?: string;
}

/** Files for nginx. */
export interface ServerCertificate {
  readonly chain: string;
  readonly key: string;
}

export interface Authority {
  /** The root that is to be trusted (a PEM file). */
  readonly root: string;
  /** A folder with what can be downloaded from the authority. */
  readonly downloads: string;
  /** The list of certificates that it has taken back, among the downloads. */
  readonly revocations: string;
  order(name: string, order: CertificateOrder): Promise<ServerCertificate>;
}

/** The organisation in every intermediate of the authority. */
export const organisation = 'Real Servers Trust';

/** A certificate and its key, as files (PEM). */
interface Issued {
  readonly certificate: string;
  readonly key: string;
}

interface Request {
  readonly subject: string;
  readonly days: readonly [number, number];
  /** Lines of an OpenSSL extension section. */
  readonly extensions: readonly string[];
  readonly key?: 'rsa1024' | 'rsa2048';
  readonly digest?: 'sha1';
}

const keys = {
  ec: ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  rsa1024: ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:1024'],
  rsa2048: ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'],
};
const longLife = [-1000, 3000] as const;
const ofAuthority = [
  'basicConstraints = critical, CA:TRUE',
  'keyUsage = critical, keyCertSign, cRLSign',
  'subjectKeyIdentifier = hash',
];

/** Opens an authority with a root and an intermediate, beside a second one that nobody trusts. */
export async function openAuthority(
  folder: string,
  { now, aiaUrl, crlUrl }: { now: Date; aiaUrl: string; crlUrl: string },
): Promise<Authority> {
  let serial = 0;
  const next = () => path.join(folder, String(++serial));
  const make = (issuer: Issued | null, request: Request) => issue(next(), issuer, now, request);
  const root = (name: string) =>
    make(null, { subject: `/C=JP/O=${name}/CN=${name} Root`, days: longLife, extensions: ofAuthority });
  const intermediate = (issuer: Issued, name: string, ends: number = longLife[1]) =>
    make(issuer, {
      subject: `/C=JP/O=${name}/CN=${name} I${serial}`,
      days: [longLife[0], ends],
      extensions: [...ofAuthority, 'authorityKeyIdentifier = keyid'],
    });

  const trusted = await root(organisation);
  const signing = await intermediate(trusted, organisation);
  const stranger = await intermediate(await root('Stranger'), 'Stranger');
  const downloads = path.join(folder, 'downloads');
  await mkdir(downloads);
  const der = path.join(downloads, 'intermediate.cer');
  await openssl('x509', '-in', signing.certificate, '-outform', 'DER', '-out', der);

  const crl = next();
  await mkdir(crl);
  await writeFile(path.join(crl, 'ca.cnf'), configurationOf(crl, []));
  await writeFile(path.join(crl, 'index.txt'), '');
  /** Takes certificates back, and writes the list of all that were. */
  async function list(...more: Issued[]): Promise<void> {
    const authority = [
      '-config',
      path.join(crl, 'ca.cnf'),
      '-cert',
      signing.certificate,
      '-keyfile',
      signing.key,
    ];
    for (const { certificate } of more)
      await openssl('ca', ...authority, '-md', 'sha256', '-revoke', certificate);
    const pem = path.join(crl, 'list.pem');
    await openssl('ca', ...authority, '-md', 'sha256', '-gencrl', '-crldays', '30', '-out', pem);
    await openssl('crl', '-in', pem, '-outform', 'DER', '-out', path.join(downloads, 'list.crl'));
  }
  await list();

  return {
    root: trusted.certificate,
    downloads,
    revocations: path.join(downloads, 'list.crl'),
    async order(name, order) {
      const { names = [name], days = [-10, 350], by = 'authority', purpose = 'serverAuth' } = order;
      const issuer =
        by === 'itself'
          ? null
          : by === 'stranger'
            ? stranger
            : order.intermediateEnds === undefined
              ? signing
              : await intermediate(trusted, organisation, order.intermediateEnds);
      const leaf = await make(issuer, {
        ...order,
        subject: `/CN=${names[0]}`,
        days,
        extensions: [
          'basicConstraints = critical, CA:FALSE',
          'keyUsage = critical, digitalSignature',
          `extendedKeyUsage = ${purpose}`,
          `subjectAltName = ${names.map((each) => `DNS:${each}`).join(', ')}`,
          'subjectKeyIdentifier = hash',
          ...(issuer === null ? [] : ['authorityKeyIdentifier = keyid']),
          ...(order.mustStaple === true ? ['tlsfeature = status_request'] : []),
          ...(issuer === signing
            ? [
                `authorityInfoAccess = caIssuers;URI:${aiaUrl}`,
                `crlDistributionPoints = URI:${order.list === undefined ? crlUrl : new URL(order.list, crlUrl)}`,
              ]
            : []),
        ],
      });
      if (order.revoked === true) await list(leaf);
      const above = { chain: issuer, leaf: null, stray: stranger }[order.sends ?? 'chain'];
      const sent = issuer === null || above === null ? [leaf] : [leaf, above];
      return { chain: await bundle(`${next()}.pem`, sent), key: leaf.key };
    },
  };
}

/** Issues a certificate by `issuer`, or signed by itself where that is null, into the new folder `folder`. */
async function issue(folder: string, issuer: Issued | null, now: Date, request: Request): Promise<Issued> {
  const [notBefore, notAfter] = request.days.map((day) => new Date(now.getTime() + day * 86_400_000));
  await mkdir(folder, { recursive: true });
  const key = path.join(folder, 'key.pem');
  const certificate = path.join(folder, 'certificate.pem');
  const signingRequest = path.join(folder, 'request.pem');
  const configuration = path.join(folder, 'ca.cnf');
  await writeFile(configuration, configurationOf(folder, request.extensions));
  await writeFile(path.join(folder, 'index.txt'), '');
  await openssl('genpkey', ...keys[request.key ?? 'ec'], '-out', key);
  const identity = ['-config', configuration, '-subj', request.subject];
  await openssl('req', '-new', '-key', key, ...identity, '-out', signingRequest);
  await openssl(
    'ca',
    ...['-config', configuration, '-batch', '-notext'],
    ...['-md', request.digest ?? 'sha256'],
    ...['-startdate', timeOf(notBefore!), '-enddate', timeOf(notAfter!)],
    ...(issuer === null
      ? ['-selfsign', '-keyfile', key]
      : ['-cert', issuer.certificate, '-keyfile', issuer.key]),
    ...['-in', signingRequest, '-out', certificate],
  );
  return { certificate, key };
}

/** Writes certificates one after the other into a file, as a server sends them. */
async function bundle(file: string, certificates: readonly Issued[]): Promise<string> {
  const texts = await Promise.all(certificates.map(({ certificate }) => readFile(certificate, 'utf8')));
  await writeFile(file, texts.join(''));
  return file;
}

async function openssl(...args: string[]): Promise<void> {
  const { exit, stderr } = await runProgram('openssl', args);
  if (exit !== 0) throw new Error(`openssl ${args.join(' ')}\n${stderr}`);
}

function configurationOf(folder: string, extensions: readonly string[]): string {
  return `
[ca]
default_ca = this
[this]
database = ${folder}/index.txt
new_certs_dir = ${folder}
rand_serial = yes
policy = names
x509_extensions = extensions
[names]
countryName = optional
organizationName = optional
commonName = optional
[req]
distinguished_name = names
[extensions]
${extensions.join('\n')}
`;
}

/** As `openssl ca` takes it: `20261101000000Z`. */
function timeOf(date: Date): string {
  return `${date.toISOString().replace(/\.\d+Z$|[-:T]/g, '')}Z`;
}
