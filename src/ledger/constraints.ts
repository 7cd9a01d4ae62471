import { domainToASCII } from 'node:url';
import ipaddr from 'ipaddr.js';
import { Temporal } from 'temporal-polyfill';
import { isMapping } from '../text/mapping.ts';
import { nearest } from '../text/nearest.ts';
import { dayIn } from '../text/time.ts';
import { isDay } from '../text/values.ts';
import type { LedgerPath } from './path.ts';
import type { ProblemCode, ProblemData, ReferenceTarget } from './problem.ts';

// What the schema cannot say: references, forms of names and addresses, dates that must have passed, keys that
// exclude each other. Checked on the plain values, so that one mistake elsewhere hides none of these.

/** A mistake at a path of the plain values. `atKey`: the key is meant, not its value. */
export interface Mistake<C extends ProblemCode = ProblemCode> {
  readonly code: C;
  readonly path: LedgerPath;
  readonly data: ProblemData[C];
  readonly atKey?: boolean;
}

export interface ConstraintContext {
  readonly plain: unknown;
  /** The rules that an exception may name. */
  readonly ruleNames: readonly string[];
  /** Today in the site's time zone, `YYYY-MM-DD`. */
  readonly today: string;
  /** The ledger's folder from the root of the work tree, without a slash at the end; empty for the root. */
  readonly folder: string;
}

type Check = (value: unknown, path: LedgerPath, context: ConstraintContext) => Mistake[];

const mistake = <C extends ProblemCode>(
  code: C,
  path: LedgerPath,
  data: ProblemData[C],
  atKey = false,
): Mistake[] => [{ code, path, data, atKey } as Mistake];

const textOnly =
  (check: (text: string, path: LedgerPath, context: ConstraintContext) => Mistake[]): Check =>
  (value, path, context) =>
    typeof value === 'string' && value.trim() !== '' ? check(value.trim(), path, context) : [];

const idsOf = (plain: unknown, ...path: string[]): string[] => {
  let here = plain;
  for (const key of path) here = isMapping(here) ? here[key] : undefined;
  return isMapping(here) ? Object.keys(here).filter((id) => id !== 'common') : [];
};

function refersTo(to: ReferenceTarget): Check {
  return textOnly((id, path, { plain }) => {
    const contacts = idsOf(plain, 'contacts');
    const parties = idsOf(plain, 'parties');
    const known = {
      contact: contacts,
      party: parties,
      'contact-or-party': [...contacts, ...parties],
      endpoint: idsOf(plain, 'reality', 'endpoints'),
      backup: idsOf(plain, 'reality', 'backups'),
    }[to];
    // Where no parties are listed at all, any word may stand for one.
    if (parties.length === 0 && (to === 'party' || to === 'contact-or-party')) return [];
    if (known.includes(id)) return [];
    return mistake('reference', path, { to, id, nearest: nearest(id, known), known });
  });
}

const pastDay: Check = textOnly((text, path, { today }) =>
  isDay(text) && text > today ? mistake('future-date', path, { found: text, today }) : [],
);

const timezone: Check = textOnly((text, path) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    // An offset such as +09:00 is no zone: it knows no daylight saving.
    return /^[+-]/.test(text) ? mistake('timezone', path, { found: text }) : [];
  } catch {
    return mistake('timezone', path, { found: text });
  }
});

const webAddress: Check = textOnly((text, path) =>
  isWebAddress(text) ? [] : mistake('url', path, { found: text }),
);

function isWebAddress(text: string): boolean {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return false;
  const url = new URL(text);
  return url.hostname !== '' && url.username === '' && url.password === '';
}

const consoleAddress: Check = textOnly((text, path) =>
  /^[a-z][a-z0-9+.-]*:\/\//i.test(text) && !isWebAddress(text) ? mistake('url', path, { found: text }) : [],
);

/** Whether a text is a host name as DNS and certificates know it; underscores are fine in DNS. */
function isHostName(text: string): boolean {
  if (/[\s/:@]/.test(text)) return false;
  const ascii = domainToASCII(text.replace(/\.$/, '').replaceAll('_', 'x').replace(/^\*\./, ''));
  return (
    ascii !== '' &&
    ascii.length <= 253 &&
    ascii.split('.').every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i.test(label))
  );
}

const hostName: Check = textOnly((text, path) =>
  isHostName(text) || ipaddr.isValid(text) ? [] : mistake('host', path, { found: text }),
);

const phone: Check = textOnly((text, path) =>
  /^\+?[\d\s().\-ー−‐#*,;ext内線]{3,40}$/i.test(text.normalize('NFKC'))
    ? []
    : mistake('phone', path, { found: text }),
);

const email: Check = textOnly((text, path) =>
  /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(text) ? [] : mistake('email', path, { found: text }),
);

const holidayDate: Check = textOnly((text, path) => {
  const parts = text.split('..');
  const valid =
    parts.length <= 2 &&
    parts.every((part) => isDay(part) || (/^\d{2}-\d{2}$/.test(part) && isDay(`2024-${part}`)));
  return valid ? [] : mistake('holiday', path, { found: text });
});

const ruleName: Check = textOnly((text, path, { ruleNames }) =>
  ruleNames.includes(text)
    ? []
    : mistake('rule-name', path, { found: text, nearest: nearest(text, ruleNames) }),
);

/** A runbook or template: a URL, or a path that stays in the work tree. */
const document: Check = textOnly((text, path, { folder }) => {
  if (/^https?:\/\//i.test(text)) return isWebAddress(text) ? [] : mistake('url', path, { found: text });
  if (/^[A-Za-z]:|^[\\/~]|\\|\u0000|^[a-z]+:\/\//.test(text))
    return mistake('path-form', path, { found: text });
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of text.split('/')) {
    if (part === '..') {
      if (parts.length === 0) return mistake('path-outside', path, { found: text });
      parts.pop();
    } else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.some((part) => part.toLowerCase() === '.git')
    ? mistake('path-in-git', path, { found: text })
    : [];
});

const channel: Check = (value, path) => {
  const keys = isMapping(value) ? Object.keys(value) : [];
  return isMapping(value) && keys.length !== 1 ? mistake('one-channel', path, { found: keys }) : [];
};

const noVerified: Check = (_value, path) => mistake('verified-in-common', path, { key: 'verified' }, true);

const routeStop: Check = (value, path) => {
  if (!isMapping(value)) return [];
  if ('none' in value && ('call' in value || 'wait' in value))
    return mistake('conflict', path, { keys: ['none', 'call'] });
  return 'none' in value || 'call' in value ? [] : mistake('needs', path, { key: 'wait', needs: ['call'] });
};

const expectation: Check = (value, path) => {
  if (!isMapping(value) || value.blocked !== true) return [];
  const others = Object.keys(value).filter((key) => key !== 'blocked');
  return others.length === 0 ? [] : mistake('conflict', path, { keys: ['blocked', ...others] });
};

const dnsClaim: Check = (value, path) => {
  if (!isMapping(value)) return [];
  const has = (key: string) => key in value;
  if (has('dnssec')) {
    const others = ['type', 'values', 'match', 'ttl-at-most', 'absent'].filter(has);
    return others.length === 0 ? [] : mistake('conflict', path, { keys: ['dnssec', ...others] });
  }
  if (!has('type')) return mistake('needs', path, { key: 'name', needs: ['type', 'dnssec'] });
  if (has('absent')) {
    const others = ['values', 'match', 'ttl-at-most'].filter(has);
    return others.length === 0 ? [] : mistake('conflict', path, { keys: ['absent', ...others] });
  }
  if (!has('values') && !has('ttl-at-most'))
    return mistake('needs', path, { key: 'type', needs: ['values', 'absent'] });
  if (!Array.isArray(value.values)) return [];
  const { type, match } = value;
  return value.values.flatMap((each, index) => {
    const fits =
      typeof each !== 'string' ||
      isRecordValue(String(type), typeof match === 'string' ? match : 'exact', each.trim());
    return fits
      ? []
      : mistake('dns-value', [...path, 'values', index], { type: describeRecord(type, match), found: each });
  });
};

function describeRecord(type: unknown, match: unknown): string {
  if (match === 'cidr') return 'CIDR';
  return match === 'suffix' ? 'suffix' : String(type);
}

function isRecordValue(type: string, match: string, text: string): boolean {
  if (match === 'cidr') return ipaddr.isValidCIDR(text) || ipaddr.isValid(text);
  if (match === 'suffix') return text.startsWith('.') && isHostName(text.slice(1));
  switch (type) {
    case 'A':
      return ipaddr.IPv4.isValidFourPartDecimal(text);
    case 'AAAA':
      return ipaddr.IPv6.isValid(text);
    case 'MX':
      return /^\d{1,5}\s+\S+$/.test(text) && (text.endsWith(' .') || isHostName(text.split(/\s+/)[1]!));
    case 'NS':
    case 'CNAME':
    case 'PTR':
      return isHostName(text);
    case 'CAA':
      return /^\d{1,3}\s+[A-Za-z0-9]+\s+\S/.test(text);
    case 'SRV':
      return /^\d+\s+\d+\s+\d+\s+\S+$/.test(text);
    default:
      return text !== '';
  }
}

const certificate: Check = (value, path) => {
  if (!isMapping(value)) return [];
  if ('starttls' in value && !('port' in value))
    return mistake('needs', path, { key: 'starttls', needs: ['port'] });
  return [];
};

/** Where each check applies. `*` stands for any key or index; a pattern is the whole path. */
const constraints: readonly (readonly [pattern: string, check: Check])[] = [
  ['site.timezone', timezone],
  ['site.url', webAddress],
  ['reviewed', pastDay],
  ['contacts.*.party', refersTo('party')],
  ['contacts.*.verified', pastDay],
  ['contacts.*.channels.*', channel],
  ['contacts.*.channels.*.phone', phone],
  ['contacts.*.channels.*.email', email],
  ['contacts.*.channels.*.url', webAddress],
  ['contacts.*.holidays.dates.*', holidayDate],
  ['emergency.agreed.date', pastDay],
  ['emergency.agreed.by.*', refersTo('party')],
  ['emergency.conditions.*.shown-by.*', refersTo('endpoint')],
  ['emergency.conditions.*.call.*', refersTo('contact')],
  ['first-contact.route.*', routeStop],
  ['first-contact.route.*.call', refersTo('contact')],
  ['decisions.*.decides', refersTo('contact')],
  ['decisions.*.deputy', refersTo('contact')],
  ['targets.during', refersTo('contact')],
  ['stages.agreed', pastDay],
  ['stages.*.verify.*', refersTo('endpoint')],
  ['stages.permanent.by', refersTo('contact-or-party')],
  ['rollback.approved-by', refersTo('contact-or-party')],
  ['rollback.by', refersTo('contact-or-party')],
  ['rollback.runbook', document],
  ['rollback.verify.*', refersTo('endpoint')],
  ['rollback.rehearsed', pastDay],
  ['restore.by', refersTo('contact-or-party')],
  ['restore.runbook', document],
  ['restore.verify.*', refersTo('endpoint')],
  ['restore.backups.*', refersTo('backup')],
  ['restore.rehearsed', pastDay],
  ...['access', 'entrance'].flatMap((section): [string, Check][] => [
    [`${section}.*.console`, consoleAddress],
    [`${section}.*.holders.*`, refersTo('contact')],
    [`${section}.*.mfa.held-by.*`, refersTo('contact')],
    [`${section}.*.runbook`, document],
    [`${section}.*.verified`, pastDay],
    [`${section}.common.verified`, noVerified],
  ]),
  ['evidence.logs.*.where', consoleAddress],
  ['evidence.logs.*.viewers.*', refersTo('contact')],
  ['evidence.alerts.to.*', refersTo('contact')],
  ['templates.*', document],
  ...['decision', 'operation', 'communication', 'access', 'accountability'].flatMap(
    (topic): [string, Check][] => [
      [`responsibility.${topic}.party`, refersTo('party')],
      [`responsibility.${topic}.stand-in`, refersTo('party')],
    ],
  ),
  ['responsibility.communication.escalate.to', refersTo('contact-or-party')],
  ['responsibility.access.emergency', refersTo('party')],
  ['responsibility.accountability.source', refersTo('party')],
  ['responsibility.accountability.approved-by', refersTo('party')],
  ['responsibility.deliverables.*.fills', refersTo('party')],
  ['responsibility.deliverables.*.approves', refersTo('party')],
  ['responsibility.deliverables.*.sends', refersTo('party')],
  ['responsibility.deliverables.*.by', refersTo('party')],
  ['incident.kept-by', refersTo('contact')],
  ['reality.endpoints.*.url', webAddress],
  ['reality.endpoints.*.expect', expectation],
  ['reality.endpoints.*.expect.redirects-to', webAddress],
  ['reality.certificates.*', certificate],
  ['reality.certificates.*.host', hostName],
  ['reality.certificates.*.names.*', hostName],
  ['reality.dns.*', dnsClaim],
  ['reality.dns.*.name', hostName],
  ['reality.domains.*.rdap', webAddress],
  ['reality.backups.*.newest', pastDay],
  ['exercises.*.date', pastDay],
  ['incidents.*.date', pastDay],
  ['incidents.*.done', pastDay],
  ['incidents.*.by', refersTo('contact-or-party')],
  ['plan.*.by', refersTo('contact-or-party')],
  ['changes.*.date', pastDay],
  ['changes.*.by', refersTo('contact-or-party')],
  ['exceptions.*.rule', ruleName],
];

/** Every mistake that the schema cannot see. */
export function checkConstraints(context: ConstraintContext): Mistake[] {
  return constraints.flatMap(([pattern, check]) => {
    const places: { path: LedgerPath; value: unknown }[] = [];
    collect(context.plain, pattern.split('.'), [], places);
    return places.flatMap(({ path, value }) => check(value, path, context));
  });
}

function collect(
  value: unknown,
  pattern: readonly string[],
  path: LedgerPath,
  found: { path: LedgerPath; value: unknown }[],
) {
  const [first, ...rest] = pattern;
  if (first === undefined) {
    if (value !== undefined) found.push({ path, value });
    return;
  }
  if (Array.isArray(value)) {
    if (first === '*')
      for (const [index, each] of value.entries()) collect(each, rest, [...path, index], found);
  } else if (isMapping(value)) {
    const keys = first === '*' ? Object.keys(value) : Object.hasOwn(value, first) ? [first] : [];
    for (const key of keys) collect(value[key], rest, [...path, key], found);
  }
}

/** Today in `zone`, or in UTC where the zone is none. */
export function todayIn(zone: unknown, now: string): string {
  const instant = Temporal.Instant.from(now);
  try {
    return dayIn(typeof zone === 'string' ? zone : 'Asia/Tokyo', instant);
  } catch {
    return dayIn('UTC', instant);
  }
}
