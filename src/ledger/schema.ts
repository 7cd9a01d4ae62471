import * as z from 'zod';
import { Day, Duration, Hours, Size } from '../text/values.ts';

// The format of the ledger, version 1, and the home of every default. What only `version` and `site` require is
// required here; everything else is optional, since a hole is a gap and no error. Before this schema sees a ledger,
// `unknown` and `{ none: "reason" }` have been taken out of it (see parse.ts) and kept as `ParsedLedger.absences`;
// after it, `common` is merged into its neighbours. So a reader of `Ledger` sees values or nothing.

const text = z.string().trim().min(1);
const texts = z.array(text);
const ids = z.array(text);

export const Channel = z.strictObject({
  phone: text.optional(),
  email: text.optional(),
  slack: text.optional(),
  teams: text.optional(),
  chat: text.optional(),
  url: text.optional(),
  see: text.optional(),
});
/** One way to reach a contact: exactly one key. */
export type Channel = z.infer<typeof Channel>;

export const Holidays = z.strictObject({ country: text.optional(), dates: texts.optional() });
export type Holidays = z.infer<typeof Holidays>;

export const Contact = z.strictObject({
  name: text.optional(),
  party: text.optional(),
  kind: z.enum(['desk', 'person']).optional(),
  hours: Hours.optional(),
  holidays: Holidays.optional(),
  channels: z.array(Channel).optional(),
  github: text.optional(),
  verified: Day.optional(),
});
export type Contact = z.infer<typeof Contact>;

export const Condition = z.strictObject({
  when: text.optional(),
  'shown-by': ids.optional(),
  call: ids.optional(),
  'first-instruction': text.optional(),
});
export type Condition = z.infer<typeof Condition>;

export const Emergency = z.strictObject({
  agreed: z.strictObject({ date: Day.optional(), by: ids.optional() }).optional(),
  conditions: z.array(Condition).optional(),
});

/** One stop of the route: a contact to call and how long to wait for it; or `none`: from here on nobody answers. */
export const RouteStop = z.strictObject({
  call: text.optional(),
  wait: Duration.optional(),
  none: text.optional(),
});
export type RouteStop = z.infer<typeof RouteStop>;

export const FirstContact = z.strictObject({ route: z.array(RouteStop).optional(), tell: texts.optional() });

export const Decision = z.strictObject({
  decides: text.optional(),
  deputy: text.optional(),
  unreachable: text.optional(),
  needs: texts.optional(),
});
export type Decision = z.infer<typeof Decision>;

export const Decisions = z.strictObject({
  common: Decision.optional(),
  'start-recovery': Decision.optional(),
  rollback: Decision.optional(),
  publication: Decision.optional(),
});

export const Targets = z.strictObject({
  'first-report': Duration.optional(),
  'update-every': Duration.optional(),
  provisional: Duration.optional(),
  full: Duration.optional(),
  during: text.optional(),
});

export const Stages = z.strictObject({
  agreed: Day.optional(),
  provisional: z.strictObject({ verify: ids.optional(), tolerates: text.optional() }).optional(),
  full: z
    .strictObject({
      verify: ids.optional(),
      also: z.array(z.enum(['performance', 'monitoring', 'backups'])).optional(),
      tolerates: text.optional(),
    })
    .optional(),
  permanent: z.strictObject({ by: text.optional(), within: Duration.optional() }).optional(),
});

/** What decides that it worked: a stage's name, or a list of endpoints. */
const Verify = z.union([z.enum(['provisional', 'full']), ids]);

export const Rollback = z.strictObject({
  what: text.optional(),
  when: texts.optional(),
  'approved-by': text.optional(),
  runbook: text.optional(),
  by: text.optional(),
  where: text.optional(),
  takes: Duration.optional(),
  verify: Verify.optional(),
  rehearsed: Day.optional(),
});

export const Restore = z.strictObject({
  covers: texts.optional(),
  into: z.enum(['staging-first', 'production']).optional(),
  choose: text.optional(),
  runbook: text.optional(),
  by: text.optional(),
  takes: Duration.optional(),
  verify: Verify.optional(),
  backups: ids.optional(),
  rehearsed: Day.optional(),
});

export const Ability = z.enum([
  'restart',
  'apply-settings',
  'resize',
  'view-alerts',
  'view-logs',
  'restore',
  'confirm',
  'edit',
  'switch-maintenance',
  'renew',
  'change-nameservers',
  'failover',
  'replace',
  'block-path',
  'static-page',
  'purge',
]);
export type Ability = z.infer<typeof Ability>;

export const Access = z.strictObject({
  console: text.optional(),
  can: z.array(Ability).optional(),
  holders: ids.optional(),
  login: text.optional(),
  mfa: z
    .strictObject({
      method: z.enum(['totp', 'security-key', 'passkey', 'app', 'sms', 'sso', 'none']).optional(),
      'held-by': ids.optional(),
    })
    .optional(),
  emergency: text.optional(),
  runbook: text.optional(),
  'one-party': text.optional(),
  verified: Day.optional(),
});
export type Access = z.infer<typeof Access>;

export const Entrance = z.strictObject({
  common: Access.optional(),
  domain: Access.optional(),
  dns: Access.optional(),
  certificate: Access.optional(),
  cdn: Access.optional(),
  bypass: Access.optional(),
});

const Log = z.strictObject({ where: text.optional(), viewers: ids.optional() });

export const Evidence = z.strictObject({
  logs: z
    .strictObject({ access: Log.optional(), application: Log.optional(), system: Log.optional() })
    .optional(),
  alerts: z.strictObject({ where: text.optional(), to: ids.optional() }).optional(),
  changes: text.optional(),
});

export const Templates = z.strictObject({
  'first-report': text.optional(),
  'recovery-report': text.optional(),
});

const Topic = { party: text.optional(), 'stand-in': text.optional() };

export const Responsibility = z.strictObject({
  decision: z.strictObject(Topic).optional(),
  operation: z.strictObject(Topic).optional(),
  communication: z
    .strictObject({
      ...Topic,
      escalate: z.strictObject({ when: text.optional(), to: text.optional() }).optional(),
    })
    .optional(),
  access: z.strictObject({ ...Topic, emergency: text.optional() }).optional(),
  accountability: z
    .strictObject({ ...Topic, source: text.optional(), 'approved-by': text.optional() })
    .optional(),
  deliverables: z
    .strictObject({
      'first-report': z
        .strictObject({ fills: text.optional(), approves: text.optional(), sends: text.optional() })
        .optional(),
      'recovery-report': z
        .strictObject({ fills: text.optional(), approves: text.optional(), sends: text.optional() })
        .optional(),
      'response-log': z.strictObject({ 'kept-in': text.optional(), by: text.optional() }).optional(),
      'rollback-criteria': z
        .strictObject({ 'kept-in': text.optional(), approves: text.optional() })
        .optional(),
    })
    .optional(),
});

export const Incident = z.strictObject({ thread: text.optional(), 'kept-by': text.optional() });

const Json = z.union([z.string(), z.number(), z.boolean()]);

export const Expectation = z.strictObject({
  /** One or several; always a list here. Without it any 2xx of the last stop will do. */
  status: z
    .union([z.int().min(100).max(599), z.array(z.int().min(100).max(599)).min(1)])
    .transform((value) => (Array.isArray(value) ? value : [value]))
    .optional(),
  contains: texts.optional(),
  lacks: texts.optional(),
  /** JSON Pointer (RFC 6901) → value. */
  json: z.record(z.string(), Json).optional(),
  within: Duration.optional(),
  'redirects-to': text.optional(),
  hsts: z.boolean().optional(),
  indexable: z.boolean().optional(),
  blocked: z.literal(true).optional(),
});
export type Expectation = z.infer<typeof Expectation>;

export const Endpoint = z.strictObject({
  url: text,
  'every-address': z.boolean().default(false),
  expect: Expectation.default({}),
});
export type Endpoint = z.infer<typeof Endpoint>;

export const Certificate = z.strictObject({
  host: text,
  port: z.int().min(1).max(65535).default(443),
  starttls: z.enum(['smtp', 'imap']).optional(),
  names: texts.optional(),
  /** Organisations, one of which must have issued it; always a list here. */
  issuer: z
    .union([text, texts])
    .transform((value) => (Array.isArray(value) ? value : [value]))
    .optional(),
  renewal: z.enum(['automatic', 'manual']).optional(),
  'lead-time': Duration.optional(),
  'renews-before': Duration.optional(),
  mutual: z.boolean().default(false),
});
export type Certificate = z.infer<typeof Certificate>;

/** A claim about one record set (`type`), or about a zone (`dnssec`). */
export const DnsClaim = z.strictObject({
  name: text,
  type: z.enum(['A', 'AAAA', 'CNAME', 'MX', 'NS', 'TXT', 'CAA', 'HTTPS', 'SVCB', 'SRV', 'PTR']).optional(),
  values: texts.optional(),
  match: z.enum(['exact', 'includes', 'within', 'any', 'cidr', 'suffix']).default('exact'),
  'ttl-at-most': Duration.optional(),
  absent: z.literal(true).optional(),
  dnssec: z.enum(['signed', 'unsigned']).optional(),
});
export type DnsClaim = z.infer<typeof DnsClaim>;

export const Mail = z.strictObject({
  dkim: texts.optional(),
  dmarc: z.enum(['none', 'quarantine', 'reject']).optional(),
  spf: z.enum(['required']).optional(),
  'mta-sts': z.enum(['none', 'testing', 'enforce']).optional(),
  receives: z.boolean().optional(),
});
export type Mail = z.infer<typeof Mail>;

export const Domain = z.strictObject({
  registrar: text.optional(),
  renewal: z.enum(['automatic', 'manual']).optional(),
  'lead-time': Duration.optional(),
  'transfer-lock': z.boolean().optional(),
  expires: Day.optional(),
  evidence: text.optional(),
  rdap: text.optional(),
});
export type Domain = z.infer<typeof Domain>;

/** What every backup says, whoever keeps it; each provider adds its own keys. */
export const Backup = z.looseObject({
  provider: text,
  every: Duration.optional(),
  'at-most': Duration.optional(),
  keep: z.int().min(1).optional(),
  smallest: Size.optional(),
  away: z.boolean().optional(),
  account: text.optional(),
  role: text.optional(),
});
export type Backup = z.infer<typeof Backup>;

export const Reality = z.strictObject({
  endpoints: z.record(z.string(), Endpoint).optional(),
  certificates: z.record(z.string(), Certificate).optional(),
  dns: z.array(DnsClaim).optional(),
  mail: z.record(z.string(), Mail).optional(),
  domains: z.record(z.string(), Domain).optional(),
  backups: z.record(z.string(), Backup).optional(),
});
export type Reality = z.infer<typeof Reality>;

const duration = (text: string) => Duration.prefault(text);

export const Review = z.strictObject({
  every: duration('1 month'),
  'verify-contacts-within': duration('65d'),
  'verify-access-within': duration('65d'),
  'exercise-within': duration('1y'),
  'rehearse-within': duration('1y'),
  'lead-time': duration('14d'),
});
export type Review = z.infer<typeof Review>;

export const Exercise = z.strictObject({
  date: Day,
  kind: text.optional(),
  covered: texts.optional(),
  estimated: z.strictObject({ rollback: Duration.optional(), restore: Duration.optional() }).optional(),
  note: text.optional(),
});
export type Exercise = z.infer<typeof Exercise>;

export const PastIncident = z.strictObject({
  date: Day,
  what: text,
  'stopped-at': z.array(z.int().min(1).max(10)).optional(),
  prevention: text.optional(),
  by: text.optional(),
  until: Day.optional(),
  done: Day.optional(),
});
export type PastIncident = z.infer<typeof PastIncident>;

export const PlanEntry = z.strictObject({
  item: z.int().min(1).max(10),
  by: text.optional(),
  until: Day.optional(),
});
export type PlanEntry = z.infer<typeof PlanEntry>;

export const Change = z.strictObject({ date: Day, by: text.optional(), what: text });
export type Change = z.infer<typeof Change>;

/** Silences one rule on one subject until its day. */
export const Exception = z.strictObject({ rule: text, subject: text, because: text, until: Day });
export type Exception = z.infer<typeof Exception>;

export const Site = z.strictObject({
  name: text,
  url: text,
  language: z.enum(['ja', 'en']).optional(),
  timezone: text.default('Asia/Tokyo'),
  public: z.boolean().default(false),
});
export type Site = z.infer<typeof Site>;

export const Ledger = z.strictObject({
  version: z.literal(1),
  reviewed: Day.optional(),
  site: Site,
  parties: z.record(z.string(), text).optional(),
  contacts: z.record(z.string(), Contact).optional(),
  emergency: Emergency.optional(),
  'first-contact': FirstContact.optional(),
  decisions: Decisions.optional(),
  targets: Targets.optional(),
  stages: Stages.optional(),
  rollback: Rollback.optional(),
  restore: Restore.optional(),
  access: z.record(z.string(), Access).optional(),
  entrance: Entrance.optional(),
  evidence: Evidence.optional(),
  templates: Templates.optional(),
  responsibility: Responsibility.optional(),
  incident: Incident.optional(),
  reality: Reality.default({}),
  review: Review.prefault({}),
  exercises: z.array(Exercise).default([]),
  incidents: z.array(PastIncident).default([]),
  plan: z.array(PlanEntry).default([]),
  changes: z.array(Change).default([]),
  exceptions: z.array(Exception).default([]),
});
/** A ledger as the rest of the program sees it: defaults filled in, `common` merged (and gone), nothing `unknown`. */
export type Ledger = z.infer<typeof Ledger>;
