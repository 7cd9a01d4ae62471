import { domainToASCII } from 'node:url';
import ipaddr from 'ipaddr.js';
import * as z from 'zod';
import { countryCode, hasHolidays } from '../../text/country.ts';
import { isMapping } from '../../text/mapping.ts';
import { nearest } from '../../text/nearest.ts';
import { Day, Duration, dayMs, hourMs, isDay, parseDuration, roughMilliseconds } from '../../text/values.ts';
import { isTimeZone, zoneMeant } from '../../text/zone.ts';
import { type CheckContext, type Mistake, type MistakeFinder, mistake } from '../mistake.ts';
import type { LedgerPath } from '../path.ts';
import type { ReferenceTarget } from '../problem.ts';
import { checked, noted } from './key.ts';

// The values that a ledger is made of: their types, with what these cannot say.

export const text = z.string().trim().min(1);
export const texts = z.array(text);

/** A text that has to pass a check, with the one that it had before it was trimmed. */
function textWith(check: (text: string, path: LedgerPath, context: CheckContext) => Mistake[]) {
  const only: MistakeFinder = (value, path, context) =>
    typeof value === 'string' && value.trim() !== '' ? check(value.trim(), path, context) : [];
  return checked(z.string().trim().min(1), only);
}

function idsIn(plain: unknown, ...path: string[]): string[] {
  let here = plain;
  for (const part of path) here = isMapping(here) ? here[part] : undefined;
  return isMapping(here) ? Object.keys(here).filter((id) => id !== 'common') : [];
}

function reference(to: ReferenceTarget) {
  return textWith((id, path, { plain }) => {
    const contacts = idsIn(plain, 'contacts');
    const parties = idsIn(plain, 'parties');
    const known = {
      contact: contacts,
      party: parties,
      'contact-or-party': [...contacts, ...parties],
      endpoint: idsIn(plain, 'reality', 'endpoints'),
      backup: idsIn(plain, 'reality', 'backups'),
    }[to];
    // Where no parties are listed at all, any word may stand for one.
    if (parties.length === 0 && (to === 'party' || to === 'contact-or-party')) return [];
    if (known.includes(id)) return [];
    return mistake('reference', path, {
      to,
      id,
      get nearest() {
        return nearest(id, known);
      },
      known,
    });
  });
}

const contact = reference('contact');
const party = reference('party');

export const contactIds = z.array(contact);
export const partyIds = z.array(party);
export const endpointIds = z.array(reference('endpoint'));
export const backupIds = z.array(reference('backup'));
export const contactId = noted(contact.clone(), 'Contact (id).', '連絡先の id。', 'maintenance-desk');
export const partyId = noted(party.clone(), 'Party (id).', '関係者の id。', 'maintenance');
/** A contact or a party. */
export const whoId = noted(
  reference('contact-or-party'),
  'Contact or party (id).',
  '連絡先または関係者の id。',
  'maintenance',
);

/** A day that has come. */
export const pastDay = checked(Day.clone(), (value, path, { today }) =>
  typeof value === 'string' && isDay(value.trim()) && value.trim() > today
    ? mistake('future-date', path, { found: value.trim(), today })
    : [],
);

export const timezone = textWith((zone, path) =>
  isTimeZone(zone) ? [] : mistake('timezone', path, { found: zone, meant: zoneMeant(zone) }),
);

/** A country whose public holidays are known. */
export const holidayCountry = textWith((found, path) =>
  hasHolidays(found) ? [] : mistake('country', path, { found, meant: countryCode(found) }),
);

/**
 * A span that people need, or after which they look again: nobody means minutes by it. `2m` is two minutes where two
 * months were meant, and as such would silence what it is there for.
 */
export const spanOfDays = spanFrom(dayMs, 'day');

/** A span that a machine may keep to as well. */
export const spanOfHours = spanFrom(hourMs, 'hour');

function spanFrom(leastMs: number, least: 'day' | 'hour') {
  return checked(Duration.clone(), (value, path) => {
    const span = typeof value === 'string' ? parseDuration(value) : null;
    if (span === null || roughMilliseconds(span) >= leastMs) return [];
    return mistake('span-too-short', path, { found: span.text, months: monthsMeant(span.text), least });
  });
}

/** `2m` as it is written where it means months. */
function monthsMeant(text: string): string | null {
  const count = /^(\d{1,3})\s*m$/.exec(text)?.[1];
  return count === undefined || Number(count) === 0
    ? null
    : `${Number(count)} ${Number(count) === 1 ? 'month' : 'months'}`;
}

export const webAddress = textWith((url, path) =>
  isWebAddress(url) ? [] : mistake('url', path, { found: url }),
);

function isWebAddress(url: string): boolean {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return false;
  const { hostname, username, password } = new URL(url);
  return hostname !== '' && username === '' && password === '';
}

/** A web address, or words. */
export const place = textWith((found, path) =>
  /^[a-z][a-z0-9+.-]*:\/\//i.test(found) && !isWebAddress(found) ? mistake('url', path, { found }) : [],
);

/** Whether a text is a host name as DNS and certificates know it; underscores are fine in DNS. */
export function isHostName(name: string): boolean {
  if (/[\s/:@]/.test(name)) return false;
  const ascii = domainToASCII(name.replace(/\.$/, '').replaceAll('_', 'x').replace(/^\*\./, ''));
  return (
    ascii !== '' &&
    ascii.length <= 253 &&
    ascii.split('.').every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i.test(label))
  );
}

export const hostName = textWith((name, path) =>
  isHostName(name) || ipaddr.isValid(name) ? [] : mistake('host', path, { found: name }),
);

/** A name that can be connected to: nothing answers under a star. */
export const serverName = textWith((name, path) =>
  (isHostName(name) && !name.startsWith('*')) || ipaddr.isValid(name)
    ? []
    : mistake('host', path, { found: name }),
);

/** Entries by the domain that each is about. */
export function byDomain<T extends z.ZodType>(entry: T) {
  return checked(z.record(z.string(), entry), (value, path) =>
    Object.keys(isMapping(value) ? value : {}).flatMap((domain) =>
      isHostName(domain) ? [] : mistake('host', [...path, domain], { found: domain }),
    ),
  );
}

export const phone = textWith((number, path) => {
  const text = number.normalize('NFKC');
  const isNumber = text.length <= 40 && /^\+?(?:[\d\s().\-ー−‐#*,;]|ext|x|内線|代表)+$/i.test(text);
  return isNumber && /\d\D*\d/.test(text) ? [] : mistake('phone', path, { found: number });
});

/** One `@` with something before it, and behind it a dot that is neither first nor last. */
function isMailAddress(text: string): boolean {
  if (!/^[^\s@<>]+@[^\s@<>]+$/.test(text)) return false;
  const dot = text.indexOf('.', text.indexOf('@') + 2);
  return dot > 0 && dot < text.length - 1;
}

export const email = textWith((address, path) =>
  isMailAddress(address) ? [] : mistake('email', path, { found: address }),
);

/** A day or a span of days off, in one year or in every year. */
export const holiday = textWith((found, path) => {
  const parts = found.split('..');
  const valid =
    parts.length <= 2 &&
    parts.every((part) => isDay(part) || (/^\d{2}-\d{2}$/.test(part) && isDay(`2024-${part}`)));
  return valid ? [] : mistake('holiday', path, { found });
});

export const ruleName = textWith((name, path, { ruleNames }) =>
  ruleNames.includes(name)
    ? []
    : mistake('rule-name', path, {
        found: name,
        get nearest() {
          return nearest(name, ruleNames);
        },
      }),
);

/** A runbook or template: a URL, or a path that stays in the work tree. */
export const document = textWith((found, path, { folder }) => {
  if (/^https?:\/\//i.test(found)) return isWebAddress(found) ? [] : mistake('url', path, { found });
  if (/^[A-Za-z]:|^[\\/~]|\\|\u0000|^[a-z]+:\/\//.test(found)) return mistake('path-form', path, { found });
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of found.split('/')) {
    if (part === '..') {
      if (parts.length === 0) return mistake('path-outside', path, { found });
      parts.pop();
    } else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.some((part) => part.toLowerCase() === '.git') ? mistake('path-in-git', path, { found }) : [];
});

export const runbook = noted(
  document.clone(),
  'The steps, written down: a file beside the ledger (path from its folder) or a URL.',
  '手順書。台帳と同じリポジトリのファイル(台帳のフォルダーからのパス)か URL。',
  'docs/rollback.md',
);
