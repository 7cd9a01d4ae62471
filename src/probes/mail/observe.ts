import ipaddr from 'ipaddr.js';
import type { Edge } from '../../edge/edge.ts';
import { type Look, mostTelling, ProbeFailure } from '../../edge/failure.ts';
import { type LookUp, openLookUp } from '../lookup.ts';
import { readDkim } from './dkim.ts';
import { readDmarc } from './dmarc.ts';
import { exchangesOf } from './exchanges.ts';
import type { MailClaim, MailFact, MxFact } from './fact.ts';
import { readMtaSts } from './mta-sts.ts';
import { readSpf } from './spf.ts';

/** Looks at all that the ledger says of a domain's mail. @throws ProbeFailure where nothing could be looked at */
export async function observeMail(
  { domain, expect }: MailClaim,
  edge: Pick<Edge, 'dns' | 'http' | 'tls'>,
  signal: AbortSignal,
): Promise<{ fact: MailFact; from: string | null }> {
  const lookUp = openLookUp(edge.dns, signal);
  const failures: ProbeFailure[] = [];
  let seen = 0;
  async function part<T>(work: Promise<T>): Promise<Look<T>> {
    try {
      const result: Look<T> = { type: 'seen', seen: await work };
      seen += 1;
      return result;
    } catch (error) {
      if (signal.aborted || !(error instanceof ProbeFailure)) throw error;
      failures.push(error);
      return { type: 'unseen', code: error.code, detail: error.detail };
    }
  }
  const mode = expect['mta-sts'];
  const [mx, spf, dmarc, dkim] = await Promise.all([
    part(readMx(domain, lookUp)),
    part(readSpf(domain, lookUp)),
    expect.dmarc === undefined ? null : part(readDmarc(domain, lookUp)),
    Promise.all(
      (expect.dkim ?? []).map(async (selector) => ({
        selector,
        key: await part(readDkim(domain, selector, lookUp)),
      })),
    ),
  ]);
  const exchanges = mx.type === 'seen' ? exchangesOf(mx.seen.records) : [];
  const mtaSts = mode === undefined ? null : await part(readMtaSts(domain, exchanges, lookUp, edge, signal));
  if (seen === 0) throw mostTelling(failures);
  return { fact: { mx, spf, dmarc, dkim, mtaSts }, from: null };
}

/**
 * Exchanges that are looked up, by preference. No sender tries more, and the owner of a zone must not be able to
 * aim hundreds of questions at a third party's servers.
 */
const mostExchanges = 20;

async function readMx(domain: string, lookUp: LookUp): Promise<MxFact> {
  const { records } = await lookUp(domain, 'MX');
  const hosts = exchangesOf(records);
  const hasNull = hosts.length < records.length;
  const byPreference = records.toSorted((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
  const tried = [...new Set(exchangesOf(byPreference))].slice(0, mostExchanges);
  const unreachable: { host: string; addresses: readonly string[] }[] = [];
  const faults = await Promise.all(
    tried.map(async (host): Promise<MxFact['faults'][number] | null> => {
      if (ipaddr.IPv4.isValidFourPartDecimal(host) || host.includes(':')) return { host, fault: 'address' };
      const four = await lookUp(host, 'A');
      if (four.isAlias) return { host, fault: 'alias' };
      if (four.records.some(isReachable)) return null;
      const six = await lookUp(host, 'AAAA');
      const addresses = [...four.records, ...six.records];
      if (addresses.length === 0) return { host, fault: 'no-address' };
      if (!addresses.some(isReachable)) unreachable.push({ host, addresses });
      return null;
    }),
  );
  return {
    records,
    faults: [
      ...(hasNull && hosts.length > 0 ? [{ host: '.', fault: 'null-beside-others' as const }] : []),
      ...faults.filter((each) => each !== null),
    ],
    unreachable: unreachable.sort((one, other) => (one.host < other.host ? -1 : 1)),
  };
}

/** Ranges that lead nowhere from outside (RFC 6890), as ipaddr.js calls them. */
const innerRanges = new Set([
  'unspecified',
  'loopback',
  'private',
  'uniqueLocal',
  'linkLocal',
  'carrierGradeNat',
  'multicast',
  'broadcast',
]);

function isReachable(address: string): boolean {
  return ipaddr.isValid(address) && !innerRanges.has(ipaddr.process(address).range());
}
