import type { DnsEdge } from '../../edge/dns.ts';
import { ProbeFailure } from '../../edge/failure.ts';
import { labelCount, parentName } from '../../protocols/dns/name.ts';
import type { RecordType, SignedAnswer, SignedSet } from '../../protocols/dns/views.ts';
import { instantOf, isoTime } from '../../text/time.ts';
import {
  bindingDigests,
  digestOf,
  isDigestOf,
  keysIn,
  type SignatureState,
  verifySet,
  type ZoneKey,
} from './dnssec.ts';

/** What was seen of the signatures (DNSSEC) in a zone that holds a claimed name. */
export interface ZoneSigning {
  readonly zone: string;
  /** The parent's DS records, each as `tag algorithm digest-type`; null where the parent's servers did not answer. */
  readonly parent: readonly string[] | null;
  /**
   * What each of the zone's servers shows; empty where the parent vouches for no key of a kind known here, or where
   * nobody vouches for the parent: to resolvers the zone then counts as not signed.
   */
  readonly servers: readonly ServerSigning[];
  /** The sets (`name/TYPE`) that no server would give with their signatures. */
  readonly unseen: readonly string[];
}

export interface ServerSigning {
  readonly server: string;
  /** The tags of its keys; null where it did not show them. */
  readonly keys: readonly number[] | null;
  /** How the parent's DS records stand to its keys. `other-digest`: there is the key that they name, and it is another. */
  readonly trust: 'matched' | 'no-keys' | 'no-match' | 'other-digest' | null;
  /** The zone's own sets, then those of the claimed name. Sets that a server did not give are left out, and all where it did not give its keys. */
  readonly sets: readonly SetSigning[];
}

export interface SetSigning {
  readonly name: string;
  readonly type: string;
  readonly signatures: readonly {
    readonly keyTag: number;
    readonly state: SignatureState;
    /** ISO 8601, UTC. */
    readonly from: string;
    readonly until: string;
  }[];
}

/** The claimed name and type, in the zone that holds it. */
export interface SignedQuestion {
  readonly zone: string;
  readonly name: string;
  readonly type: RecordType;
}

/**
 * Looks at the signatures of a zone and of one record set in it, if the parent says that the zone is signed.
 * Top-level domains are not the site's to mend and are left out.
 *
 * @throws ProbeFailure only where the run is out of time.
 */
export async function observeSigning(
  question: SignedQuestion,
  dns: DnsEdge,
  signal: AbortSignal,
): Promise<ZoneSigning[]> {
  const { zone } = question;
  if (labelCount(zone) <= 1) return [];
  const parent = await parentWord(zone, dns, signal);
  const binding = bindingDigests((parent ?? []).map(digestOf));
  const short = parent?.map((text) => text.split(' ').slice(0, 3).join(' ')) ?? null;
  if (binding.length === 0 || !(await isChained(zone, dns, signal))) {
    return [{ zone, parent: short, servers: [], unseen: [] }];
  }
  const isOwn = question.name === zone && (question.type === 'SOA' || question.type === 'DNSKEY');
  const asked: Pick<SignedQuestion, 'name' | 'type'>[] = [
    { name: zone, type: 'DNSKEY' },
    { name: zone, type: 'SOA' },
    ...(isOwn ? [] : [question]),
  ];
  const answered = await Promise.all(asked.map(({ name, type }) => answers(dns, name, type, signal)));
  const [keySets = [], starts = [], claimed = []] = answered;
  const keysOf = new Map(keySets.flatMap(({ server, set }) => (set === null ? [] : [[server, keysIn(set)]])));
  // One server may sign with a key that another one publishes (RFC 8901).
  const allKeys = [...keysOf.values()].flat();
  const servers = keySets.map(({ server, outcome, set }): ServerSigning => {
    const keys = set === null ? (outcome === 'no-data' ? [] : null) : keysOf.get(server)!;
    const trusted =
      set === null
        ? []
        : (keys ?? []).filter((key) => binding.some((each) => isDigestOf(each, key, set.owner)));
    // Without this server's keys nobody can know whether what it gives is signed by one of them.
    const sets =
      keys === null
        ? []
        : [
            setSigning(set, zone, zone, trusted),
            setSigning(setBy(starts, server), zone, zone, allKeys),
            setSigning(setBy(claimed, server), question.name, zone, allKeys),
          ];
    const isNamed = (key: ZoneKey) =>
      binding.some(({ tag, algorithm }) => tag === key.tag && algorithm === key.algorithm);
    const trust =
      keys === null
        ? null
        : trusted.length > 0
          ? 'matched'
          : keys.length === 0
            ? 'no-keys'
            : keys.some(isNamed)
              ? 'other-digest'
              : 'no-match';
    const tags = keys === null ? null : [...new Set(keys.map(({ tag }) => tag))].sort((a, b) => a - b);
    return { server, keys: tags, trust, sets: sets.flatMap((each) => each ?? []) };
  });
  const isSilent = (all: readonly SignedAnswer[]) =>
    !all.some(({ outcome }) => ['records', 'no-data', 'no-name'].includes(outcome));
  const unseen = asked
    .filter((_, index) => isSilent(answered[index]!))
    .map(({ name, type }) => `${name}/${type}`);
  return [{ zone, parent: short, servers, unseen }];
}

/** Whether passing trouble may have made this, such as keys that are being exchanged. */
export function isSigningUnsettled({ parent, servers, unseen }: ZoneSigning): boolean {
  const isWell = ({ signatures }: SetSigning) =>
    signatures.some(({ state }) => state === 'verified' || state === 'unsupported');
  return (
    parent === null ||
    unseen.length > 0 ||
    servers.some(({ trust, sets }) => (trust !== null && trust !== 'matched') || !sets.every(isWell))
  );
}

/** Whether every zone above has a DS of its own, up to the root, as far as the answers show. */
async function isChained(zone: string, dns: DnsEdge, signal: AbortSignal): Promise<boolean> {
  const above = parentName(zone);
  if (above === '.') return true;
  let holder: string | null;
  try {
    holder = (await dns.askAuthorities(above, 'NS', signal)).zone?.name ?? null;
  } catch (error) {
    if (!(error instanceof ProbeFailure) || signal.aborted) throw error;
    holder = null;
  }
  if (holder === null || holder === '.') return true;
  const word = await parentWord(holder, dns, signal);
  return word === null || (word.length > 0 && (await isChained(holder, dns, signal)));
}

/** Everything that any of the parent's servers says; null where none of them says anything. */
async function parentWord(zone: string, dns: DnsEdge, signal: AbortSignal): Promise<string[] | null> {
  try {
    const { servers } = await dns.askAuthorities(zone, 'DS', signal);
    const answering = servers.filter(({ outcome }) => ['records', 'no-data'].includes(outcome));
    if (answering.length === 0) return null;
    return [...new Set(answering.flatMap(({ records }) => records.map(({ data }) => data)))].sort();
  } catch (error) {
    if (error instanceof ProbeFailure && !signal.aborted) return null;
    throw error;
  }
}

async function answers(
  dns: DnsEdge,
  name: string,
  type: RecordType,
  signal: AbortSignal,
): Promise<readonly SignedAnswer[]> {
  try {
    return await dns.askSigned(name, type, signal);
  } catch (error) {
    if (error instanceof ProbeFailure && !signal.aborted) return [];
    throw error;
  }
}

function setBy(all: readonly SignedAnswer[], server: string): SignedSet | null {
  return all.find((each) => each.server === server)?.set ?? null;
}

const typeNames: Readonly<Record<number, string>> = {
  1: 'A',
  2: 'NS',
  5: 'CNAME',
  6: 'SOA',
  12: 'PTR',
  15: 'MX',
  16: 'TXT',
  28: 'AAAA',
  33: 'SRV',
  48: 'DNSKEY',
  64: 'SVCB',
  65: 'HTTPS',
  257: 'CAA',
};

function setSigning(
  set: SignedSet | null,
  name: string,
  zone: string,
  keys: readonly ZoneKey[],
): SetSigning | null {
  if (set === null) return null;
  const signatures = verifySet(set, zone, keys).map(({ signature, state }) => ({
    keyTag: signature.keyTag,
    state,
    from: isoOf(signature.inception),
    until: isoOf(signature.expiration),
  }));
  const order = ({ until, keyTag }: (typeof signatures)[number]) => `${until} ${keyTag}`;
  signatures.sort((a, b) => (order(a) < order(b) ? -1 : 1));
  return { name, type: typeNames[set.type] ?? String(set.type), signatures };
}

// Times are read as they stand until 2106, when serial arithmetic (RFC 4034 §3.1.5) would begin to matter.
function isoOf(seconds: number): string {
  return isoTime(instantOf(seconds * 1000));
}
