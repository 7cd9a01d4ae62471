import type { Edge } from '../../edge/edge.ts';
import { ProbeFailure } from '../../edge/failure.ts';
import { requireWhole } from '../../edge/http/body.ts';
import { firstAnswer } from '../../edge/http/first.ts';
import type { LookUp } from '../lookup.ts';
import type { MtaStsFact } from './fact.ts';
import { readTags } from './tags.ts';

// MTA-STS (RFC 8461): a record that says that there is a policy, and the policy, fetched over https.

/** §3.2: no longer than a year. */
const longestAge = 31_557_600;
const limits = { timeoutMs: 20_000, maxBytes: 65_536 };

interface Policy {
  readonly mode: string;
  readonly mx: readonly string[];
}

const none = { fault: null, detail: null, code: null, mode: null } as const;

/** @throws ProbeFailure where DNS, or the policy's host, could not be looked at */
export async function readMtaSts(
  domain: string,
  exchanges: readonly string[],
  lookUp: LookUp,
  edge: Pick<Edge, 'http' | 'tls'>,
  signal: AbortSignal,
): Promise<MtaStsFact> {
  const records = (await lookUp(`_mta-sts.${domain}`, 'TXT')).records.filter((text) =>
    isStsVersion(text.split(';', 1)[0]!),
  );
  const [record] = records;
  if (record === undefined) return { ...none, fault: 'no-record' };
  if (records.length > 1) return { ...none, fault: 'two-records' };
  const id = readTags(record)?.find(({ name }) => name === 'id')?.value;
  if (id === undefined || !/^[A-Za-z0-9]{1,32}$/.test(id)) {
    return { ...none, fault: 'record-invalid', detail: record };
  }
  const fetched = await fetchPolicy(`mta-sts.${domain}`, edge, signal);
  if ('fault' in fetched) return fetched;
  const policy = parsePolicy(fetched.text);
  if (policy === null) return { ...none, fault: 'policy-invalid' };
  const unlisted = exchanges.filter((host) => !policy.mx.some((pattern) => matches(pattern, host)));
  if (policy.mode !== 'none' && unlisted.length > 0) {
    return { ...none, mode: policy.mode, fault: 'mx-not-listed', detail: unlisted.join(', ') };
  }
  return { ...none, mode: policy.mode };
}

/** `v=STSv1` must come first, spelled so; white space may follow (§3.1). */
function isStsVersion(text: string): boolean {
  return text.trimEnd() === 'v=STSv1';
}

/** Redirects are not followed, and the certificate must be valid (§3.3). */
async function fetchPolicy(
  host: string,
  { http, tls }: Pick<Edge, 'http' | 'tls'>,
  signal: AbortSignal,
): Promise<{ readonly text: string } | MtaStsFact> {
  let addresses: Awaited<ReturnType<typeof http.addresses>>;
  try {
    addresses = await http.addresses(host, 443, signal);
  } catch (error) {
    if (error instanceof ProbeFailure && error.code === 'name-not-found') {
      return { ...none, fault: 'no-policy', code: error.code };
    }
    throw error;
  }
  const ask = async (address: string): Promise<{ readonly text: string } | MtaStsFact> => {
    const { authorized, errorCode } = await tls.look({ host, port: 443, address }, signal);
    if (!authorized) return { ...none, fault: 'certificate', detail: errorCode };
    const answer = await http.get(
      { url: `https://${host}/.well-known/mta-sts.txt`, address, ...limits },
      signal,
    );
    if (answer.status !== 200) return { ...none, fault: 'no-policy', detail: `HTTP ${answer.status}` };
    requireWhole(answer, host);
    return { text: new TextDecoder().decode(answer.body) };
  };
  return firstAnswer(host, addresses, ask, signal);
}

/** Reads a policy (§3.2); null where it is none. */
export function parsePolicy(text: string): Policy | null {
  const pairs = text.split('\n').flatMap((line) => {
    const colon = line.indexOf(':');
    const key = line.slice(0, Math.max(0, colon)).trimEnd();
    if (!/^[A-Za-z0-9_-]+$/.test(key)) return [];
    return [[key.toLowerCase(), line.slice(colon + 1).trim()] as const];
  });
  const first = (key: string) => pairs.find(([name]) => name === key)?.[1];
  const mode = first('mode') ?? '';
  const mx = pairs.filter(([name]) => name === 'mx').map(([, value]) => value.toLowerCase());
  const age = Number(first('max_age') ?? Number.NaN);
  if (first('version') !== 'STSv1' || !['enforce', 'testing', 'none'].includes(mode)) return null;
  if (!Number.isInteger(age) || age < 0 || age > longestAge) return null;
  return mode !== 'none' && mx.length === 0 ? null : { mode, mx };
}

/** `*.` stands for one label (§4.1). */
function matches(pattern: string, host: string): boolean {
  if (!pattern.startsWith('*.')) return pattern === host;
  const dot = host.indexOf('.');
  return dot > 0 && host.slice(dot + 1) === pattern.slice(2);
}
