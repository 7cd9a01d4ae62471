import type { RdapBehaviour, RdapDomain, RdapHabit } from '../../fixtures/world/rdap.ts';
import type { JpDomain, WhoisBehaviour, WhoisServer } from '../../fixtures/world/whois.ts';

// One row a case: what the registry answers, what the ledger claims of the domain, the findings and the exit status
// that follow, and, of WHOIS, what Debian's own client shows of it.
export interface Case {
  readonly domain: string;
  /** In words, for the documentation. */
  readonly served: string;
  /** What RDAP serves beside a registration that is in order; null: no such domain. `isUndated`: without its end. */
  readonly rdap?: (Omit<Partial<RdapDomain>, 'name'> & { readonly isUndated?: true }) | null;
  readonly habit?: RdapHabit;
  readonly behaviour?: RdapBehaviour;
  /** The same of WHOIS. */
  readonly jp?: Omit<Partial<JpDomain>, 'name'> | null;
  readonly whoisServer?: Partial<Pick<WhoisServer, 'encoding' | 'speaksEnglish'>> & {
    readonly behaviour?: WhoisBehaviour;
  };
  /** What the ledger says beside the domain's name. */
  readonly claim: string;
  readonly finds: readonly string[];
  readonly exit: number;
  /** The line of `whois` that tells the state; null where it is not WHOIS that is asked. */
  readonly whois: string | null;
}

/** The moment that the cases are judged by. */
export const now = '2026-11-01T00:00:00Z';

const byHand = 'renewal: manual';
const automatic = 'renewal: automatic';
const well = { finds: [], exit: 0, whois: null };
const drift = { exit: 1, whois: null };
const unknown = { exit: 3, whois: null };

export const cases: readonly Case[] = [
  {
    domain: 'well.com',
    served: 'RDAP: registered, locked, until May 2027',
    rdap: {},
    claim: automatic,
    ...well,
  },
  {
    domain: 'held.com',
    served: 'RDAP: `client hold` – the registrar has taken it out of DNS',
    rdap: { statuses: ['client hold', 'client transfer prohibited'] },
    claim: automatic,
    finds: ['domain/on-hold:held.com'],
    ...drift,
  },
  {
    domain: 'frozen.com',
    served: 'RDAP, statuses spelled as in EPP: `serverHold` – the registry has taken it out of DNS',
    rdap: { statuses: ['server hold', 'client transfer prohibited'] },
    habit: 'epp',
    claim: automatic,
    finds: ['domain/on-hold:frozen.com'],
    ...drift,
  },
  {
    domain: 'redeemable.com',
    served: 'RDAP: `redemption period` – deleted, and to be had back for some days',
    rdap: { statuses: ['redemption period', 'pending delete'] },
    claim: automatic,
    finds: ['domain/pending-delete:redeemable.com'],
    ...drift,
  },
  {
    domain: 'ended.com',
    served: 'RDAP: until yesterday',
    rdap: { expires: '2026-10-31T00:00:00Z' },
    claim: byHand,
    finds: ['domain/expired:ended.com'],
    ...drift,
  },
  {
    domain: 'ending.com',
    served: 'RDAP: until in 40 days, renewed by hand',
    rdap: { expires: '2026-12-11T00:00:00Z' },
    claim: byHand,
    finds: ['domain/expires-soon:ending.com'],
    ...drift,
  },
  {
    domain: 'late.com',
    served: 'RDAP: until in 5 days, although it renews itself',
    rdap: { expires: '2026-11-06T00:00:00Z' },
    claim: automatic,
    finds: ['domain/expires-soon:late.com'],
    ...drift,
  },
  {
    domain: 'in-time.com',
    served: 'RDAP: until in 60 days, and it renews itself',
    rdap: { expires: '2026-12-31T00:00:00Z' },
    claim: automatic,
    ...well,
  },
  {
    domain: 'unpaid.com',
    served: 'RDAP: a year longer, in its `auto renew period` – the registry extends before anybody pays',
    rdap: { statuses: ['auto renew period'], expires: '2027-10-20T00:00:00Z' },
    claim: automatic,
    finds: ['domain/renewed-unconfirmed:unpaid.com', 'domain/transfer-unlocked:unpaid.com'],
    ...drift,
  },
  {
    domain: 'moved.com',
    served: 'RDAP: with another registrar than the ledger says',
    rdap: { registrar: { name: 'Somebody Else Inc.', ianaId: '1' } },
    claim: `${automatic}, registrar: Namae Domain K.K.`,
    finds: ['domain/registrar-differs:moved.com'],
    ...drift,
  },
  {
    domain: 'unlocked.com',
    served: 'RDAP: without the lock against transfers that the ledger claims',
    rdap: { statuses: ['active'] },
    claim: `${automatic}, transfer-lock: true`,
    finds: ['domain/transfer-unlocked:unlocked.com'],
    ...drift,
  },
  {
    domain: 'nobody.com',
    served: 'RDAP: 404, in its own words',
    rdap: null,
    claim: automatic,
    finds: ['domain/not-registered:nobody.com'],
    ...drift,
  },
  {
    domain: 'undated.com',
    served: 'RDAP: no end told; the ledger knows one',
    rdap: { isUndated: true },
    habit: 'country',
    claim: `${byHand}, expires: 2027-05-31, evidence: "the registrar's console"`,
    finds: ['domain/expiry-not-published:undated.com'],
    exit: 0,
    whois: null,
  },
  {
    domain: 'busy.com',
    served: 'RDAP: 429, too many questions',
    rdap: {},
    behaviour: 'limiting',
    claim: automatic,
    finds: ['probe/failed:busy.com@domain'],
    ...unknown,
  },
  {
    domain: 'walled.com',
    served: 'RDAP: a page for people in place of an answer',
    rdap: {},
    behaviour: 'challenging',
    claim: automatic,
    finds: ['probe/failed:walled.com@domain'],
    ...unknown,
  },
  {
    domain: 'lost.com',
    served: "RDAP: a web server's own 404",
    rdap: {},
    behaviour: 'missing-page',
    claim: automatic,
    finds: ['probe/failed:lost.com@domain'],
    ...unknown,
  },
  {
    domain: 'unlisted.io',
    served: 'nobody: no RDAP server of .io is in the list of IANA',
    claim: automatic,
    finds: ['probe/failed:unlisted.io@domain'],
    ...unknown,
  },
  {
    domain: 'well.jp',
    served: 'WHOIS of .jp: Active, 29 days before its end, and it renews itself',
    jp: {},
    claim: automatic,
    finds: [],
    exit: 0,
    whois: '[Status] Active',
  },
  {
    domain: 'well.co.jp',
    served: 'WHOIS of .co.jp: Connected',
    jp: { type: 'organisation', state: 'Connected', expires: '2027/03/31' },
    claim: automatic,
    finds: [],
    exit: 0,
    whois: '[State] Connected (2027/03/31)',
  },
  {
    domain: 'let-go.jp',
    served: 'WHOIS of .jp: To be suspended – nobody has renewed it',
    jp: { state: 'To be suspended' },
    claim: automatic,
    finds: ['domain/to-be-suspended:let-go.jp'],
    exit: 1,
    whois: '[Status] To be suspended',
  },
  {
    domain: 'japanese.jp',
    served: 'the same with Japanese labels',
    jp: { state: 'To be suspended' },
    whoisServer: { speaksEnglish: false },
    claim: automatic,
    finds: ['domain/to-be-suspended:japanese.jp'],
    exit: 1,
    whois: '[状態] To be suspended',
  },
  {
    domain: 'gone.jp',
    served: 'WHOIS of .jp: Suspended – out of DNS, and to be had back until the 20th',
    jp: { state: 'Suspended', expires: '2026/10/31' },
    claim: automatic,
    finds: ['domain/pending-delete:gone.jp'],
    exit: 1,
    whois: '[Status] Suspended',
  },
  {
    domain: 'unplugged.co.jp',
    served: 'WHOIS of .co.jp: Registered, without name servers',
    jp: { type: 'organisation', state: 'Registered', expires: '2027/03/31', nameServers: [] },
    claim: automatic,
    finds: ['domain/on-hold:unplugged.co.jp'],
    exit: 1,
    whois: '[State] Registered (2027/03/31)',
  },
  {
    domain: 'by-hand.jp',
    served: 'WHOIS of .jp: Active, until in 60 days, renewed by hand',
    jp: { expires: '2026/12/31' },
    claim: byHand,
    finds: ['domain/expires-soon:by-hand.jp'],
    exit: 1,
    whois: '[Status] Active',
  },
  {
    domain: 'nobody.jp',
    served: 'WHOIS of .jp: no such domain',
    jp: null,
    claim: automatic,
    finds: ['domain/not-registered:nobody.jp'],
    exit: 1,
    whois: 'No match!!',
  },
  {
    domain: 'crowded.jp',
    served: 'WHOIS of .jp: asks to come back later',
    jp: {},
    whoisServer: { behaviour: 'refusing' },
    claim: automatic,
    finds: ['probe/failed:crowded.jp@domain'],
    exit: 3,
    whois: 'Too many requests. Try again later.',
  },
];
