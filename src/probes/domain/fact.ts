// What registries say of a domain. Who it is registered to, and how to reach them, is never kept.

/** What the ledger says of a domain's registration. */
export interface DomainClaim {
  /** The registered domain itself: lower case, A-labels. */
  readonly domain: string;
  /** A name, or an IANA registrar ID. */
  readonly registrar: string | null;
  readonly renewal: 'automatic' | 'manual' | null;
  /** Days that a person needs to renew it; null: 30, or 45 for .jp. */
  readonly leadTimeDays: number | null;
  readonly transferLock: boolean | null;
  /** A day of the site's calendar, for registries that publish none. */
  readonly expires: string | null;
  readonly evidence: string | null;
  /** The RDAP server to ask instead of the registry's listed one. */
  readonly rdap: string | null;
}

export type DomainFact =
  | ({ readonly type: 'registered' } & Registration)
  /** The registry has no such domain. `server`: who said so. */
  | { readonly type: 'not-registered'; readonly server: string }
  /** Nobody is known who could be asked; `listedOn`: the day of the list of servers. */
  | { readonly type: 'no-server'; readonly topLevelDomain: string; readonly listedOn: string };

export type Registration = RdapRegistration | JprsRegistration;

interface InCommon {
  /** When the registration ends, says the registry; ISO 8601, UTC. Null: it does not publish that. */
  readonly expires: string | null;
  /** What it publishes as that end, where it is no date that can be read: then nobody knows. */
  readonly unreadExpiry: string | null;
  /** Lower case, sorted. */
  readonly nameServers: readonly string[];
}

export interface RdapRegistration extends InCommon {
  readonly by: 'rdap';
  /** As RDAP spells them (RFC 8056), sorted. */
  readonly statuses: readonly string[];
  readonly registrar: { readonly name: string | null; readonly ianaId: string | null } | null;
  /** When it ends at the registrar, says the registrar: until when it is paid. */
  readonly registrarExpires: string | null;
}

export interface JprsRegistration extends InCommon {
  readonly by: 'jprs';
  /** Lower case: `active`, `connected`, `to be suspended`, … */
  readonly state: string;
  /** Lower case: `agentchangelocked`, `domaintransferlocked`. */
  readonly locks: readonly string[];
}
