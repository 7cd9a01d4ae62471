import { domainToASCII } from 'node:url';
import type { Certificate, Ledger } from '../../ledger/schema.ts';
import { hostAndPort, type Place, placeName, withoutBrackets } from '../../protocols/place.ts';
import { roughDays } from '../../text/values.ts';
import type { Check } from '../probe.ts';
import type { CertificateClaim } from './fact.ts';

type CertificateCheck = Check<CertificateClaim>;

/** Every certificate of the ledger, then every https endpoint's that is not among them, each server once. */
export function planCertificates(ledger: Ledger): CertificateCheck[] {
  const { certificates = {}, endpoints = {} } = ledger.reality;
  const claimed = Object.entries(certificates).map(
    ([id, certificate]): CertificateCheck => check(claimOf(certificate), ['reality', 'certificates', id]),
  );
  const sites =
    Object.keys(endpoints).length === 0
      ? [{ url: ledger.site.url, path: ['site', 'url'] }]
      : Object.entries(endpoints)
          // What must not open from here need not show a certificate either.
          .filter(([, { expect }]) => expect.blocked !== true)
          .map(([id, { url }]) => ({ url, path: ['reality', 'endpoints', id, 'url'] }));
  const planned = [...claimed];
  for (const { url, path } of sites) {
    const claim = claimOfUrl(url);
    if (claim === null || planned.some((each) => isSameServer(each.claim, claim))) continue;
    planned.push(check(claim, path));
  }
  return planned;
}

function check(claim: CertificateClaim, path: readonly (string | number)[]): CertificateCheck {
  return { probe: 'certificate', subject: placeName(claim), path, claim };
}

function isSameServer(a: CertificateClaim, b: CertificateClaim): boolean {
  return a.host === b.host && a.port === b.port;
}

function claimOf(certificate: Certificate): CertificateClaim {
  const leadTime = certificate['lead-time'];
  const renewsBefore = certificate['renews-before'];
  return {
    ...unclaimed({ host: nameOf(certificate.host), port: certificate.port }),
    starttls: certificate.starttls ?? null,
    names: (certificate.names ?? []).map(nameOf),
    issuers: certificate.issuer ?? [],
    renewal: certificate.renewal ?? null,
    leadTimeDays: leadTime === undefined ? null : roughDays(leadTime),
    renewsBeforeDays: renewsBefore === undefined ? null : roughDays(renewsBefore),
    mutual: certificate.mutual,
  };
}

function claimOfUrl(text: string): CertificateClaim | null {
  const url = URL.parse(text);
  if (url?.protocol !== 'https:') return null;
  return unclaimed(hostAndPort(url));
}

/** The certificate of a server of which the ledger says nothing. */
export function unclaimed({ host, port }: Place): CertificateClaim {
  return {
    host,
    port,
    starttls: null,
    names: [],
    issuers: [],
    renewal: null,
    leadTimeDays: null,
    renewsBeforeDays: null,
    mutual: false,
  };
}

/** A name as certificates hold it: A-labels, lower case, without a final dot; a wildcard keeps its star. */
function nameOf(text: string): string {
  const bare = withoutBrackets(text.trim().toLowerCase().replace(/\.$/, ''));
  if (bare.includes(':')) return bare;
  const star = bare.startsWith('*.') ? '*.' : '';
  return star + (domainToASCII(bare.slice(star.length)) || bare.slice(star.length));
}
