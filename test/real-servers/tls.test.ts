import { beforeAll, expect, test } from 'vitest';
import { tlsRules } from '../../src/rules/tls.ts';
import { type CertificateOrder, organisation } from './authority.ts';
import { type Host, openWorld, type World } from './world.ts';

// One row a case: the host and its certificate, what the ledger claims of it, the findings and the exit status
// that follow, and what OpenSSL's own client says of that certificate at that moment.
interface Case {
  /** Under `web.example`. */
  readonly host: string;
  readonly certificate?: CertificateOrder;
  /** nginx directives of the host. */
  readonly https?: string;
  /** The certificate at a second address of the host. */
  readonly second?: CertificateOrder;
  /** What the ledger says beside the host's name. */
  readonly claim: string;
  readonly args?: readonly string[];
  readonly finds: readonly string[];
  readonly exit: number;
  readonly openssl: string | null;
}

const byHand = 'renewal: manual';
const automatic = 'renewal: automatic';
const weekly = ['--next-check=7d'];
/** Debian's OpenSSL refuses weak keys, signatures and protocols unless told otherwise. */
const lax = 'ssl_ciphers DEFAULT:@SECLEVEL=0;';
const drift = { exit: 1 };
const notice = { exit: 0 };

const cases: readonly Case[] = [
  {
    host: 'expired',
    certificate: { days: [-365, -1] },
    claim: byHand,
    finds: ['tls/expired:expired.web.example'],
    ...drift,
    openssl: 'certificate has expired',
  },
  {
    host: 'early',
    certificate: { days: [1, 350] },
    claim: byHand,
    finds: ['tls/not-yet-valid:early.web.example'],
    ...drift,
    openssl: 'certificate is not yet valid',
  },
  {
    host: 'misnamed',
    certificate: { names: ['other.web.example'] },
    claim: byHand,
    finds: ['tls/hostname-mismatch:misnamed.web.example'],
    ...drift,
    openssl: 'hostname mismatch',
  },
  {
    host: 'untrusted',
    certificate: { by: 'stranger' },
    claim: byHand,
    finds: ['tls/untrusted-root:untrusted.web.example'],
    ...drift,
    openssl: 'unable to get local issuer certificate',
  },
  {
    host: 'self-signed',
    certificate: { by: 'itself' },
    claim: byHand,
    finds: ['tls/self-signed:self-signed.web.example'],
    ...drift,
    openssl: 'self-signed certificate',
  },
  {
    host: 'incomplete',
    certificate: { sends: 'leaf' },
    claim: byHand,
    finds: ['tls/incomplete-chain:incomplete.web.example'],
    ...drift,
    openssl: 'unable to verify the first certificate',
  },
  {
    host: 'wrong-purpose',
    certificate: { purpose: 'clientAuth' },
    claim: byHand,
    finds: ['tls/wrong-purpose:wrong-purpose.web.example'],
    ...drift,
    openssl: 'unsuitable certificate purpose',
  },
  {
    host: 'weak-key',
    certificate: { key: 'rsa1024' },
    https: lax,
    claim: byHand,
    finds: ['tls/weak-key:weak-key.web.example'],
    ...drift,
    openssl: 'EE certificate key too weak',
  },
  {
    host: 'weak-signature',
    certificate: { digest: 'sha1' },
    https: lax,
    claim: byHand,
    finds: ['tls/weak-signature:weak-signature.web.example'],
    ...drift,
    openssl: 'CA signature digest algorithm too weak',
  },
  {
    host: 'old-protocol',
    https: `${lax} ssl_protocols TLSv1.1;`,
    claim: byHand,
    finds: ['tls/old-protocol-only:old-protocol.web.example'],
    ...drift,
    openssl: null,
  },
  {
    host: 'old-too',
    https: `${lax} ssl_protocols TLSv1.1 TLSv1.2 TLSv1.3;`,
    claim: byHand,
    finds: ['tls/old-protocol:old-too.web.example'],
    ...notice,
    openssl: 'ok',
  },
  {
    host: 'revoked',
    certificate: { revoked: true },
    claim: byHand,
    finds: ['tls/revoked:revoked.web.example'],
    ...drift,
    openssl: 'ok',
  },
  {
    host: 'refused',
    https: 'ssl_reject_handshake on;',
    claim: byHand,
    finds: ['tls/handshake-failed:refused.web.example'],
    ...drift,
    openssl: null,
  },
  {
    host: 'two-faced',
    certificate: { days: [-10, 350] },
    second: { days: [-200, 160] },
    claim: byHand,
    finds: ['tls/addresses-disagree:two-faced.web.example'],
    ...drift,
    openssl: 'ok',
  },
  {
    host: 'half-named',
    claim: `${byHand}, names: [half-named.web.example, half.example]`,
    finds: ['tls/name-not-covered:half-named.web.example'],
    ...drift,
    openssl: 'ok',
  },
  {
    host: 'other-issuer',
    claim: `${byHand}, issuer: DigiCert Inc`,
    finds: ['tls/issuer-differs:other-issuer.web.example'],
    ...drift,
    openssl: 'ok',
  },
  {
    host: 'short-intermediate',
    certificate: { intermediateEnds: 20 },
    claim: byHand,
    finds: ['tls/intermediate-expires:short-intermediate.web.example'],
    ...drift,
    openssl: 'ok',
  },
  {
    host: 'ending',
    certificate: { days: [-335, 30] },
    claim: byHand,
    finds: ['tls/expires-soon:ending.web.example'],
    ...drift,
    openssl: 'ok',
  },
  {
    host: 'later',
    certificate: { days: [-305, 60] },
    claim: byHand,
    finds: ['tls/renewal-ahead:later.web.example'],
    ...notice,
    openssl: 'ok',
  },
  {
    host: 'forgotten',
    certificate: { days: [-66, 24] },
    claim: automatic,
    args: weekly,
    finds: ['tls/renewal-overdue:forgotten.web.example'],
    ...drift,
    openssl: 'ok',
  },
  {
    host: 'too-short',
    certificate: { days: [-5, 85] },
    claim: automatic,
    finds: ['schedule/too-rare:review.every@too-short.web.example'],
    ...notice,
    openssl: 'ok',
  },
  {
    host: 'well',
    certificate: { names: ['well.web.example', 'shop.web.example'] },
    claim: `${byHand}, names: [shop.web.example], issuer: ${organisation}`,
    finds: [],
    exit: 0,
    openssl: 'ok',
  },
  {
    host: 'renewed-in-time',
    certificate: { days: [-5, 85] },
    claim: automatic,
    args: weekly,
    finds: [],
    exit: 0,
    openssl: 'ok',
  },
];

const nameOf = (host: string) => `${host}.web.example`;

let world: World;
beforeAll(async () => {
  const hosts = cases.flatMap(({ host, certificate, second, https = '' }): Host[] => {
    const one = { name: nameOf(host), https: `${https} return 200 "Welcome";`, certificate };
    return second === undefined ? [one] : [one, { ...one, certificate: second }];
  });
  world = await openWorld({ hosts });
  return world.stop;
});

for (const { host, claim, args, finds, exit, openssl } of cases) {
  test(`${host}: ${finds.join(', ') || 'nothing'}`, async () => {
    const reality = `certificates:\n  it: { host: ${nameOf(host)}, ${claim} }`;
    const checked = await world.check(reality, args);
    expect(checked.outcome, checked.stderr).toEqual({ found: finds, exit });
    expect(await world.askOpenssl(nameOf(host))).toBe(openssl);
  });
}

test('every rule about certificates has a case', () => {
  const found = new Set(cases.flatMap(({ finds }) => finds.map((id) => id.split(':')[0])));
  expect([...found]).toEqual(expect.arrayContaining([...Object.keys(tlsRules), 'schedule/too-rare']));
});
