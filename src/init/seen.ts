import type { Look } from '../edge/failure.ts';
import type { DomainFact } from '../probes/domain/index.ts';
import type { Sign } from '../probes/endpoint/signs.ts';

// What a first look at a site from outside shows. Plain data: a ledger is written from it without another look.

export type Unseen = Extract<Look<unknown>, { type: 'unseen' }>;

export interface SiteSeen {
  /** The address that was asked for, without user name and fragment. */
  readonly asked: string;
  /** The site's address as the ledger says it: where a visitor ends, or what was asked for. */
  readonly url: string;
  readonly home: Look<HomeSeen>;
  /** Why the site is taken over http, where https was tried. */
  readonly withoutTls: Unseen | null;
  /** The site's own host first, then its apex or `www`, then the host that was asked for. */
  readonly hosts: readonly HostSeen[];
  /** Null where the host is an address. */
  readonly domain: DomainSeen | null;
}

/** The page at the site's address, loaded twice. */
export interface HomeSeen {
  readonly status: number;
  /** The `lang` of the page (BCP 47), lower case. */
  readonly language: string | null;
  /** What the page looks like, where it looks like something else than the site. */
  readonly sign: Sign | null;
  /** Whose site it is, as title and footer say. */
  readonly brand: string | null;
  /** Words that stood there both times and do not go out of date. */
  readonly markers: readonly string[];
  readonly isWordPress: boolean;
  /** The service before the site, as its headers say. */
  readonly cdn: string | null;
  /** A page of the same site that its links call the contact page. */
  readonly contactUrl: string | null;
}

export interface HostSeen {
  /** Lower case, A-labels; an address as it is. */
  readonly host: string;
  readonly port: number;
  /** `counterpart`: the apex of a `www`, or the `www` of an apex. */
  readonly role: 'site' | 'counterpart' | 'asked';
  readonly a: Look<RecordsSeen> | null;
  readonly aaaa: Look<RecordsSeen> | null;
  /** Where a visitor of this host ends; null for the site's own, and where the name does not exist. */
  readonly entry: Look<{ readonly url: string; readonly endsAt: string; readonly status: number }> | null;
  /** Null where nothing is encrypted. */
  readonly certificate: Look<CertificateSeen> | null;
}

export interface RecordsSeen {
  readonly exists: boolean;
  /** The aliases on the way, in order. */
  readonly aliases: readonly string[];
  /** The distinct answers of all name servers, asked twice, and of the resolver. */
  readonly answers: readonly (readonly string[])[];
  /** The shortest that a name server lets its answer be kept, in seconds; null where none says. */
  readonly ttl: number | null;
}

export interface CertificateSeen {
  readonly issuers: readonly string[];
  /** Of the hosts that lead to the site, those that it covers. */
  readonly names: readonly string[];
  readonly renewal: 'automatic' | 'manual';
  /** What that follows from: `issuer` alone is what a check would infer by itself. */
  readonly inferredBy: 'issuer' | 'lifetime';
  /** Its last day, UTC. */
  readonly lastDay: string;
  readonly isTrusted: boolean;
  readonly serials: readonly string[];
}

export interface DomainSeen {
  /** What is registered, as the registry says; else the zone that holds the host. */
  readonly name: string;
  /** Whether the site's host is the domain itself or its `www`. */
  readonly isSite: boolean;
  readonly nameServers: Look<readonly string[]>;
  readonly mx: Look<readonly string[]>;
  readonly txt: Look<readonly string[]>;
  readonly caa: Look<readonly string[]>;
  readonly isSigned: Look<boolean>;
  /** The domain's own policy; null where it has none that can be claimed. */
  readonly dmarc: Look<'none' | 'quarantine' | 'reject' | null>;
  readonly registration: Look<DomainFact>;
}

/** Whether anything of the site was seen: that a name is not there is nothing of it. */
export function hasSeenAnything({ home, hosts, domain }: SiteSeen): boolean {
  const isThere = (look: Look<RecordsSeen> | null) => look?.type === 'seen' && look.seen.exists;
  const hasValues = (look: Look<readonly string[]>) => look.type === 'seen' && look.seen.length > 0;
  return (
    home.type === 'seen' ||
    hosts.some(
      ({ a, aaaa, entry, certificate }) =>
        isThere(a) || isThere(aaaa) || entry?.type === 'seen' || certificate?.type === 'seen',
    ) ||
    (domain !== null &&
      (hasValues(domain.nameServers) ||
        hasValues(domain.mx) ||
        (domain.registration.type === 'seen' && domain.registration.seen.type === 'registered')))
  );
}
