import path from 'node:path';
import { type CertificateOrder, organisation } from './authority.ts';

// One row a case: the host and its certificate, what the ledger claims of it, the findings and the exit status
// that follow, and what OpenSSL's own client says of that certificate at that moment.
export interface Case {
  /** Under `web.example`. */
  readonly host: string;
  /** In words, for the documentation. */
  readonly served: string;
  readonly certificate?: CertificateOrder;
  /** nginx directives of the host. */
  readonly https?: string;
  /** What is shown to whoever names no host, and what OpenSSL's client says of that. */
  readonly unnamed?: CertificateOrder;
  readonly opensslUnnamed?: string;
  /** The certificate at a second address of the host. */
  readonly second?: CertificateOrder;
  /** What the ledger says beside the host's name. */
  readonly claim: string;
  readonly args?: readonly string[];
  readonly finds: readonly string[];
  readonly exit: number;
  readonly openssl: string | null;
  /** Whether OpenSSL is given the authority's revocation list, which it does not fetch by itself. */
  readonly withRevocations?: boolean;
}

const byHand = 'renewal: manual';
const automatic = 'renewal: automatic';
const weekly = ['--next-check=7d'];
/** Debian's OpenSSL refuses weak keys, signatures and protocols unless told otherwise. */
const lax = 'ssl_ciphers DEFAULT:@SECLEVEL=0;';
const smallGroup = path.join(import.meta.dirname, 'dh1024.pem');
const drift = { exit: 1 };
const notice = { exit: 0 };

export const cases: readonly Case[] = [
  {
    host: 'expired',
    served: 'a certificate that ended yesterday',
    certificate: { days: [-365, -1] },
    claim: byHand,
    finds: ['tls/expired:expired.web.example'],
    ...drift,
    openssl: 'certificate has expired',
  },
  {
    host: 'early',
    served: 'a certificate that begins tomorrow',
    certificate: { days: [1, 350] },
    claim: byHand,
    finds: ['tls/not-yet-valid:early.web.example'],
    ...drift,
    openssl: 'certificate is not yet valid',
  },
  {
    host: 'misnamed',
    served: 'a certificate for other.web.example',
    certificate: { names: ['other.web.example'] },
    claim: byHand,
    finds: ['tls/hostname-mismatch:misnamed.web.example'],
    ...drift,
    openssl: 'hostname mismatch',
  },
  {
    host: 'untrusted',
    served: 'a certificate of an authority that nobody trusts, with its intermediate',
    certificate: { by: 'stranger' },
    claim: byHand,
    finds: ['tls/untrusted-root:untrusted.web.example'],
    ...drift,
    openssl: 'unable to get local issuer certificate',
  },
  {
    host: 'self-signed',
    served: 'a certificate signed by itself',
    certificate: { by: 'itself' },
    claim: byHand,
    finds: ['tls/self-signed:self-signed.web.example'],
    ...drift,
    openssl: 'self-signed certificate',
  },
  {
    host: 'incomplete',
    served: 'a certificate without its intermediate',
    certificate: { sends: 'leaf' },
    claim: byHand,
    finds: ['tls/incomplete-chain:incomplete.web.example'],
    ...drift,
    openssl: 'unable to verify the first certificate',
  },
  {
    host: 'stray',
    served: "a certificate with somebody else's intermediate in place of its own",
    certificate: { sends: 'stray' },
    claim: byHand,
    finds: ['tls/incomplete-chain:stray.web.example'],
    ...drift,
    openssl: 'unable to verify the first certificate',
  },
  {
    host: 'ended-intermediate',
    served: 'a good certificate whose intermediate ended yesterday',
    certificate: { intermediateEnds: -1 },
    claim: byHand,
    finds: ['tls/expired:ended-intermediate.web.example'],
    ...drift,
    openssl: 'certificate has expired',
  },
  {
    host: 'three-faults',
    served: 'a certificate for another name that ended yesterday, without its intermediate',
    certificate: { names: ['other.web.example'], days: [-365, -1], sends: 'leaf' },
    claim: byHand,
    finds: [
      'tls/expired:three-faults.web.example',
      'tls/hostname-mismatch:three-faults.web.example',
      'tls/incomplete-chain:three-faults.web.example',
    ],
    ...drift,
    // OpenSSL tells one of the three.
    openssl: 'certificate has expired',
  },
  {
    host: 'wrong-purpose',
    served: 'a certificate for clients (extended key usage clientAuth)',
    certificate: { purpose: 'clientAuth' },
    claim: byHand,
    finds: ['tls/wrong-purpose:wrong-purpose.web.example'],
    ...drift,
    openssl: 'unsuitable certificate purpose',
  },
  {
    host: 'weak-key',
    served: 'a certificate with an RSA key of 1024 bits',
    certificate: { key: 'rsa1024' },
    https: lax,
    claim: byHand,
    finds: ['tls/weak-key:weak-key.web.example'],
    ...drift,
    openssl: 'EE certificate key too weak',
  },
  {
    host: 'weak-signature',
    served: 'a certificate signed with SHA-1',
    certificate: { digest: 'sha1' },
    https: lax,
    claim: byHand,
    finds: ['tls/weak-signature:weak-signature.web.example'],
    ...drift,
    openssl: 'CA signature digest algorithm too weak',
  },
  {
    host: 'old-protocol',
    served: 'TLS 1.1 alone',
    https: `${lax} ssl_protocols TLSv1.1;`,
    claim: byHand,
    finds: ['tls/old-protocol-only:old-protocol.web.example'],
    ...drift,
    openssl: null,
  },
  {
    host: 'oldest-protocol',
    served: 'TLS 1.0 alone',
    https: `${lax} ssl_protocols TLSv1;`,
    claim: byHand,
    finds: ['tls/old-protocol-only:oldest-protocol.web.example'],
    ...drift,
    openssl: null,
  },
  {
    host: 'new-protocol',
    served: 'TLS 1.3 alone',
    https: 'ssl_protocols TLSv1.3;',
    claim: byHand,
    finds: [],
    exit: 0,
    openssl: 'ok',
  },
  {
    host: 'members',
    served: 'a server that asks its visitors for a certificate of their own',
    https: 'ssl_verify_client on;',
    claim: byHand,
    finds: [],
    exit: 0,
    openssl: 'ok',
  },
  {
    host: 'named',
    served: 'a certificate in order, and another one to whoever names no host (no SNI)',
    unnamed: { names: ['unnamed.web.example'] },
    claim: byHand,
    finds: [],
    exit: 0,
    openssl: 'ok',
    opensslUnnamed: 'hostname mismatch',
  },
  {
    host: 'old-too',
    served: 'TLS 1.1, 1.2 and 1.3',
    https: `${lax} ssl_protocols TLSv1.1 TLSv1.2 TLSv1.3;`,
    claim: byHand,
    finds: ['tls/old-protocol:old-too.web.example'],
    ...notice,
    openssl: 'ok',
  },
  {
    host: 'revoked',
    served: 'a certificate that its authority has taken back (CRL)',
    certificate: { revoked: true },
    claim: byHand,
    finds: ['tls/revoked:revoked.web.example'],
    ...drift,
    openssl: 'certificate revoked',
    withRevocations: true,
  },
  {
    host: 'unlisted',
    served: 'a certificate whose list of those taken back is not there (404)',
    certificate: { list: 'none.crl' },
    claim: byHand,
    finds: ['tls/revocation-unknown:unlisted.web.example'],
    ...notice,
    openssl: 'ok',
  },
  {
    host: 'unstapled',
    served: 'a certificate that asks for a stapled answer, without one',
    certificate: { mustStaple: true },
    claim: byHand,
    finds: ['tls/staple-missing:unstapled.web.example'],
    ...drift,
    openssl: 'ok',
  },
  {
    host: 'small-group',
    certificate: { key: 'rsa2048' },
    served: 'TLS 1.2 that prefers DHE with 1024 bits, and can ECDHE',
    https: `ssl_protocols TLSv1.2; ssl_prefer_server_ciphers on; ssl_dhparam ${smallGroup}; ssl_ciphers DHE-RSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:@SECLEVEL=0;`,
    claim: byHand,
    finds: ['tls/weak-handshake:small-group.web.example'],
    ...notice,
    openssl: null,
  },
  {
    host: 'refused',
    served: 'no certificate for this name: the handshake is refused',
    https: 'ssl_reject_handshake on;',
    claim: byHand,
    finds: ['tls/handshake-failed:refused.web.example'],
    ...drift,
    openssl: null,
  },
  {
    host: 'two-faced',
    served: 'two addresses with different certificates',
    certificate: { days: [-10, 350] },
    second: { days: [-200, 160] },
    claim: byHand,
    finds: ['tls/addresses-disagree:two-faced.web.example'],
    ...drift,
    openssl: 'ok',
  },
  {
    host: 'half-named',
    served: 'a certificate without half.example, which the ledger asks for',
    claim: `${byHand}, names: [half-named.web.example, half.example]`,
    finds: ['tls/name-not-covered:half-named.web.example'],
    ...drift,
    openssl: 'ok',
  },
  {
    host: 'other-issuer',
    served: 'a certificate of Real Servers Trust where the ledger says DigiCert Inc',
    claim: `${byHand}, issuer: DigiCert Inc`,
    finds: ['tls/issuer-differs:other-issuer.web.example'],
    ...drift,
    openssl: 'ok',
  },
  {
    host: 'short-intermediate',
    served: 'an intermediate that ends in 20 days',
    certificate: { intermediateEnds: 20 },
    claim: byHand,
    finds: ['tls/intermediate-expires:short-intermediate.web.example'],
    ...drift,
    openssl: 'ok',
  },
  {
    host: 'ending',
    served: 'a certificate renewed by hand that ends in 30 days',
    certificate: { days: [-335, 30] },
    claim: byHand,
    finds: ['tls/expires-soon:ending.web.example'],
    ...drift,
    openssl: 'ok',
  },
  {
    host: 'later',
    served: 'a certificate renewed by hand that ends in 60 days',
    certificate: { days: [-305, 60] },
    claim: byHand,
    finds: ['tls/renewal-ahead:later.web.example'],
    ...notice,
    openssl: 'ok',
  },
  {
    host: 'forgotten',
    served: 'a 90-day certificate that should have renewed itself 6 days ago',
    certificate: { days: [-66, 24] },
    claim: automatic,
    args: weekly,
    finds: ['tls/renewal-overdue:forgotten.web.example'],
    ...drift,
    openssl: 'ok',
  },
  {
    host: 'too-short',
    served: 'a 90-day certificate, looked at once a month',
    certificate: { days: [-5, 85] },
    claim: automatic,
    finds: ['schedule/too-rare:review.every@too-short.web.example'],
    ...notice,
    openssl: 'ok',
  },
  {
    host: 'well',
    served: 'a certificate that is in order',
    certificate: { names: ['well.web.example', 'shop.web.example'] },
    claim: `${byHand}, names: [shop.web.example], issuer: ${organisation}`,
    finds: [],
    exit: 0,
    openssl: 'ok',
  },
  {
    host: 'renewed-in-time',
    served: 'a 90-day certificate that has just renewed itself, looked at once a week',
    certificate: { days: [-5, 85] },
    claim: automatic,
    args: weekly,
    finds: [],
    exit: 0,
    openssl: 'ok',
  },
];
