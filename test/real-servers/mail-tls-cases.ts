import type { CertificateOrder } from './authority.ts';

// One row a case of a mail server's certificate: as tls-cases.ts.
export interface Case {
  /** Under `mail.example`. */
  readonly host: string;
  readonly port: 587 | 143 | 465 | 993;
  readonly protocol: 'smtp' | 'imap';
  /** How encryption begins: after the protocol's own greeting, with the first byte, never. */
  readonly encrypts: 'starttls' | 'at-once' | 'never';
  readonly served: string;
  readonly certificate?: CertificateOrder;
  readonly finds: readonly string[];
  /** What OpenSSL's own client says of the certificate; null where no session came about. */
  readonly openssl: string | null;
}

export const cases: readonly Case[] = [
  {
    ...{ host: 'submission', port: 587, protocol: 'smtp', encrypts: 'starttls' },
    served: 'SMTP on 587, STARTTLS: a certificate that is in order',
    finds: [],
    openssl: 'ok',
  },
  {
    ...{ host: 'old-submission', port: 587, protocol: 'smtp', encrypts: 'starttls' },
    served: 'SMTP on 587, STARTTLS: a certificate that ended yesterday',
    certificate: { days: [-365, -1] },
    finds: ['tls/expired:old-submission.mail.example:587'],
    openssl: 'certificate has expired',
  },
  {
    ...{ host: 'open-submission', port: 587, protocol: 'smtp', encrypts: 'never' },
    served: 'SMTP on 587 that offers no STARTTLS',
    finds: ['tls/handshake-failed:open-submission.mail.example:587'],
    openssl: null,
  },
  {
    ...{ host: 'mailbox', port: 143, protocol: 'imap', encrypts: 'starttls' },
    served: 'IMAP on 143, STARTTLS: a certificate for another name',
    certificate: { names: ['other.mail.example'] },
    finds: ['tls/hostname-mismatch:mailbox.mail.example:143'],
    openssl: 'hostname mismatch',
  },
  {
    ...{ host: 'smtps', port: 465, protocol: 'smtp', encrypts: 'at-once' },
    served: 'SMTP on 465: a certificate signed by itself',
    certificate: { by: 'itself' },
    finds: ['tls/self-signed:smtps.mail.example:465'],
    openssl: 'self-signed certificate',
  },
  {
    ...{ host: 'imaps', port: 993, protocol: 'imap', encrypts: 'at-once' },
    served: 'IMAP on 993: a certificate that is in order',
    finds: [],
    openssl: 'ok',
  },
];
