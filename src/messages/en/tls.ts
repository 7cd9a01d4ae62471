import { placeName } from '../../protocols/place.ts';
import type { InChain, TlsPlace, tlsRules } from '../../rules/tls.ts';
import type { Format } from '../format.ts';
import { type Refusal, refusalOf } from '../refusal.ts';
import type { RuleMessages } from '../rule-message.ts';

type Server = Pick<TlsPlace, 'host' | 'port'> & Partial<TlsPlace>;

/** The host, with those of its addresses that are meant where not all are. */
const named = (place: Server) =>
  place.addresses === undefined || place.addresses.length === 0
    ? placeName(place)
    : `${placeName(place)} (only at ${place.addresses.join(', ')})`;
const certificate = ({ which, subject }: InChain, of: string) =>
  which === 'leaf' ? `The certificate of ${of}` : `The intermediate certificate “${subject}” of ${of}`;
const orNothing = (names: readonly string[], format: Format) =>
  names.length === 0 ? 'no name at all' : format.list(names.slice(0, 8));
const how = (isInferred: boolean) =>
  isInferred ? ' (how it is renewed is a guess from who issued it; write `renewal` into the ledger)' : '';

const warned =
  'Visitors see a full-page warning instead of the site, and apps and payment services cut off. It looks like an outage, so people search in the wrong place.';
const cannotConnect =
  'Some visitors and most services cannot connect at all, while others see nothing wrong.';
const replaceIt =
  'Install a certificate that browsers trust. Who may do so, and how, stands under the entrance in the ledger (certificate).';

const refusals: Readonly<Record<Refusal, string>> = {
  'unknown-name': 'the server does not know this name',
  'nothing-in-common': 'server and visitor find no common encryption',
  'not-encrypted': 'what answers on this port is not encrypted',
  'old-protocols': 'the server speaks none of today’s protocol versions',
  'no-starttls': 'the server offers no encryption on this port',
  'internal-error': 'the server reports an internal error',
  denied: 'the server denies access',
  'broken-off': 'the server breaks the handshake off',
};

const weaknesses = (code: string) => {
  if (/DH_KEY_TOO_SMALL/.test(code)) return 'its key exchange (DHE) is too short';
  if (/RENEGOTIATION/.test(code)) return 'it lacks secure renegotiation';
  return 'its encryption is outdated';
};

export const tls: RuleMessages<typeof tlsRules> = {
  'tls/expired': {
    means: 'A certificate that the server sends, and that visitors need, has run out.',
    why: warned,
    remedy:
      'Renew the certificate now and have the server load it. If renewal is automatic, find out why it failed: the log of the renewing program, the DNS records and paths that it needs.',
    say: (data, format) => ({
      title: `${certificate(data, named(data))} ran out on ${format.day(data.notAfter)}`,
      expected: 'a valid certificate',
      observed: `valid until ${format.moment(data.notAfter)}`,
    }),
  },
  'tls/not-yet-valid': {
    means: 'A certificate that the server sends becomes valid only later.',
    why: warned,
    remedy: 'Install the certificate that is valid now; check that the right file was put in place.',
    say: (data, format) => ({
      title: `${certificate(data, named(data))} is not valid before ${format.day(data.notBefore)}`,
      expected: 'a certificate that is valid now',
      observed: `valid from ${format.moment(data.notBefore)}`,
    }),
  },
  'tls/hostname-mismatch': {
    means: 'The certificate is for other names than the one that visitors enter.',
    why: warned,
    remedy:
      'Have the server serve the certificate of this host; often the name is missing in the server’s or the CDN’s settings, or DNS leads to the wrong server.',
    say: (data, format) => ({
      title: `The certificate of ${named(data)} is for another site`,
      expected: data.host,
      observed: orNothing(data.names, format),
    }),
  },
  'tls/untrusted-root': {
    means: 'The certificate leads to no authority that browsers trust.',
    why: warned,
    remedy: replaceIt,
    say: (data) => ({
      title: `The certificate of ${named(data)} comes from an authority that browsers do not trust`,
      expected: 'an authority that browsers trust',
      observed: `${data.issuer ?? 'an unnamed issuer'}${data.code === null ? '' : ` (${data.code})`}`,
      ...(data.missing
        ? {
            remedy:
              'The server leaves a certificate of the chain out, and it could not be fetched to see whether that is all. Have the server send the full chain; if that does not help, install a certificate of a public authority.',
          }
        : {}),
    }),
  },
  'tls/self-signed': {
    means: 'The server vouches for itself; no authority has issued its certificate.',
    why: warned,
    remedy: replaceIt,
    say: (data) => ({
      title: `The certificate of ${named(data)} is self-signed`,
      expected: 'an authority that browsers trust',
      observed: 'self-signed',
    }),
  },
  'tls/wrong-purpose': {
    means: 'The certificate, or one that vouches for it, is not meant for web servers.',
    why: warned,
    remedy: 'Have a certificate for server authentication issued and installed.',
    say: (data) => ({
      title: `The certificate of ${named(data)} is not meant for a server`,
      expected: 'server authentication',
      observed: 'other purposes only',
    }),
  },
  'tls/handshake-failed': {
    means: 'The server answers, yet no encrypted connection comes about.',
    why: 'No visitor gets through to the site. Restarting the web server rarely helps: the fault is in its TLS settings, or in the CDN’s.',
    remedy:
      'Check whether the host is set up on the server or CDN that DNS leads to, with its certificate. Take back the last change of TLS settings.',
    say: (data) => ({
      title: `No encrypted connection to ${named(data)}: ${refusals[refusalOf(data.code)]}`,
      expected: 'an encrypted connection',
      observed: data.code,
    }),
  },
  'tls/revoked': {
    means: 'The authority has taken a certificate back, before its end.',
    why: 'Browsers and apps refuse it one after the other, some today, some next week. Often the private key has leaked.',
    remedy:
      'Have a new certificate with a new key issued and installed at once. Find out why the old one was taken back.',
    say: (data, format) => ({
      title: `${certificate(data, named(data))} was revoked on ${format.day(data.revokedAt)}`,
      expected: 'not revoked',
      observed: `revoked ${format.moment(data.revokedAt)}`,
    }),
  },
  'tls/weak-key': {
    means: 'The key of a certificate is shorter than browsers accept.',
    why: cannotConnect,
    remedy: 'Have the certificate issued anew with a key of today’s length (RSA 2048 bits or EC P-256).',
    say: (data) => ({
      title: `${certificate(data, named(data))} has a key that is too short`,
      expected: 'RSA 2048 or EC P-256 at least',
      observed: data.key,
    }),
  },
  'tls/weak-signature': {
    means: 'A certificate is signed by a method that browsers no longer accept.',
    why: cannotConnect,
    remedy: 'Have the certificate issued anew; every public authority signs with SHA-256 or better.',
    say: (data) => ({
      title: `${certificate(data, named(data))} is signed by an outdated method`,
      expected: 'SHA-256 or better',
      observed: data.algorithm,
    }),
  },
  'tls/old-protocol-only': {
    means: 'The server speaks TLS 1.0 or 1.1 alone, which browsers have dropped.',
    why: 'Today’s browsers cannot open the site. Whoever opens it does so with outdated software.',
    remedy: 'Switch TLS 1.2 and 1.3 on in the server; if its software is too old for that, renew it.',
    say: (data) => ({
      title: `${named(data)} speaks only an outdated protocol`,
      expected: 'TLS 1.2 or newer',
      observed: data.protocol,
    }),
  },
  'tls/incomplete-chain': {
    means:
      'The server leaves out a certificate between its own and the authority’s. Browsers often fetch it by themselves; apps and other servers do not.',
    why: 'Payment callbacks, apps and monitoring fail while the site opens in a browser. After a recovery this passes as “it works”.',
    remedy: 'Install the full chain (often called fullchain.pem) instead of the certificate alone.',
    say: (data) => ({
      title: `${named(data)} does not send its intermediate certificate`,
      expected: 'the full chain',
      observed: `“${data.missing}” is missing`,
    }),
  },
  'tls/addresses-disagree': {
    means: 'The servers of one host serve different certificates, and one of them seems to be left behind.',
    why: 'The renewal did not reach every server. What fails depends on the server that a visitor happens to meet, so it is hard to find at night.',
    remedy: 'Install the newest certificate on every server and have each load it.',
    say: (data, format) => ({
      title: `The servers of ${placeName(data)} serve different certificates`,
      expected: 'the same certificate everywhere',
      observed: data.certificates
        .map((each) => `${each.addresses.join(', ')}: ${each.serial}, until ${format.day(each.notAfter)}`)
        .join('; '),
    }),
  },
  'tls/name-not-covered': {
    means: 'The certificate does not cover a name that the ledger says it must.',
    why: 'Whoever enters that name gets a warning. In a recovery such a name may be the way around the fault.',
    remedy: 'Have the certificate issued with all names; if a name has been given up, correct the ledger.',
    say: (data, format) => ({
      title: `The certificate of ${named(data)} does not cover ${format.list(data.missing)}`,
      expected: format.list(data.missing),
      observed: orNothing(data.names, format),
    }),
  },
  'tls/issuer-differs': {
    means: 'Another authority has issued the certificate than the ledger says.',
    why: 'Who renews it, where, and under which account is then not what the ledger says: on the night it runs out, people stand at the wrong door.',
    remedy:
      'Find out who changed the authority and how it is renewed now. Correct the ledger: issuer, renewal and who may renew it.',
    say: (data, format) => ({
      title: `The certificate of ${named(data)} comes from another authority than the ledger says`,
      expected: format.list(data.expected),
      observed: data.issuer ?? 'no organisation named',
    }),
  },
  'tls/old-protocol': {
    means: 'The server still takes TLS 1.0 or 1.1 besides newer versions.',
    why: 'No visitor needs it, and security reviews object to it. Nothing to do at once.',
    remedy: 'Switch TLS 1.0 and 1.1 off at the next change of the server’s settings.',
    say: (data) => ({
      title: `${named(data)} still accepts an outdated protocol`,
      expected: 'TLS 1.2 and newer alone',
      observed: `${data.protocol} too`,
    }),
  },
  'tls/weak-handshake': {
    means:
      'Browsers open the site, yet stricter programs refuse the encryption that the server prefers: short keys (DHE), no secure renegotiation, or outdated methods.',
    why: 'Apps, payment callbacks and monitoring may fail while the site opens in a browser, and browsers drop such methods one after another.',
    remedy:
      'Bring the server’s TLS settings up to date, for example by Mozilla’s “intermediate” configuration: ECDHE instead of DHE, and current software.',
    say: (data) => ({
      title: `${named(data)} opens in browsers alone: ${weaknesses(data.code)}`,
      expected: 'encryption that current programs accept',
      observed: data.code,
    }),
  },
  'tls/revocation-unknown': {
    means:
      'The authority’s list of certificates taken back could not be read, so it is not known whether this certificate is among them.',
    why: 'A certificate that was taken back is refused by more and more browsers. Nothing points to that; it could not be looked up.',
    remedy:
      'Nothing to do at once. If it stays so for several checks, ask the authority whether its list can be fetched.',
    say: (data, format) => ({
      title: `${certificate(data, named(data))} could not be looked up in the list of revoked ones`,
      expected: 'a list that can be read',
      observed: format.list(data.lists),
    }),
  },
  'tls/staple-missing': {
    means:
      'The certificate demands that the server sends proof of its validity along (OCSP stapling, “must-staple”), and the server sends none.',
    why: 'Firefox refuses such a connection. In other browsers the site opens, so the fault is hard to find.',
    remedy:
      'Switch OCSP stapling on in the server, or have the certificate issued anew without “must-staple”; many authorities have ended OCSP.',
    say: (data) => ({
      title: `${named(data)} does not send the proof of validity that its certificate demands`,
      expected: 'an OCSP response with the certificate',
      observed: 'none',
    }),
  },
  'tls/intermediate-expires': {
    means: 'A certificate that the server sends along ends before its own.',
    why: 'The site’s own certificate still looks valid then, so nobody finds the reason of the warning soon.',
    remedy: 'Install the authority’s current intermediate certificate beside the server’s own.',
    say: (data, format) => ({
      title: `The intermediate certificate “${data.subject}” of ${named(data)} ends on ${format.day(data.notAfter)}`,
      expected: 'valid at least as long as the server’s own',
      observed: `until ${format.moment(data.notAfter)}`,
    }),
  },
  'tls/expires-soon': {
    means:
      'A certificate that is renewed by hand has to be renewed now: this is the last check that leaves enough time, or that time is already short.',
    why: 'When it runs out, every visitor sees a warning. Renewing by hand takes days: an order, a proof, an approval, an installation.',
    remedy: 'Order and install the new certificate before the day named here.',
    say: (data, format) => ({
      title: data.isPast
        ? `The certificate of ${placeName(data)} ends on ${format.day(data.notAfter)}, and the time to renew it is short`
        : `The certificate of ${placeName(data)} must be renewed by ${format.day(data.renewBy)}`,
      expected: `renewed by ${format.day(data.renewBy)}${how(data.isInferred)}`,
      observed: `ends on ${format.moment(data.notAfter)}`,
    }),
  },
  'tls/renewal-overdue': {
    means: 'A certificate that renews itself should have been replaced by now, and was not.',
    why: 'The automation has stopped, and nobody is told. When the certificate runs out, every visitor sees a warning.',
    remedy:
      'Look into the log of the renewing program and start it by hand. Frequent reasons: the web server or DNS was moved, a path is blocked, the account has ended. If it is renewed later than this by intent, write `renews-before` into the ledger.',
    say: (data, format) => ({
      title: `The certificate of ${placeName(data)} was not renewed by itself`,
      expected: `renewed around ${format.day(data.dueAt)}${how(data.isInferred)}`,
      observed: `not renewed; ends on ${format.moment(data.notAfter)}`,
    }),
  },
  'tls/renewal-ahead': {
    means: 'A certificate that is renewed by hand is to be renewed before the check after the next.',
    why: 'Nothing to do yet. It is named early so that a check that does not run takes no time away.',
    remedy: 'Plan the renewal.',
    say: (data, format) => ({
      title: `The certificate of ${placeName(data)} is to be renewed by ${format.day(data.renewBy)}`,
      expected: `renewed by ${format.day(data.renewBy)}${how(data.isInferred)}`,
      observed: `ends on ${format.moment(data.notAfter)}`,
    }),
  },
};
