import { ProbeFailure } from '../../edge/failure.ts';
import { asciiName } from '../../protocols/dns/name.ts';
import { isMapping } from '../../text/mapping.ts';
import type { RdapRegistration } from './fact.ts';

// An RDAP domain object (RFC 9083 §5.3), read by what is needed of it. Contacts other than the registrar are not read.

type Members = Readonly<Record<string, unknown>>;

/** What cannot be read loses only itself. @throws ProbeFailure `response-unexpected` where the object is not this domain's */
export function readRdap(body: Members, domain: string): Omit<RdapRegistration, 'registrarExpires'> {
  refuseOther(body, domain);
  return {
    by: 'rdap',
    ...expiryOf(body),
    statuses: statusesOf(body),
    registrar: registrarOf(body),
    nameServers: [
      ...new Set(
        membersIn(body['nameservers']).flatMap((each) => {
          const name = asciiName(textIn(each['ldhName']) ?? textIn(each['unicodeName']) ?? '');
          return name === null ? [] : [name];
        }),
      ),
    ].sort(),
  };
}

/** Until when the domain is paid, as registrars say. @throws ProbeFailure as `readRdap` */
export function readRegistrarExpiry(body: Members, domain: string): string | null {
  refuseOther(body, domain);
  return datesOf(body, 'registrar expiration').find(({ at }) => at !== null)?.at ?? null;
}

/** Where the registrar itself answers for the domain, if the registry says so (`rel: related`). */
export function registrarUrlOf(body: Members): string | null {
  const link = membersIn(body['links']).find((each) => {
    const type = textIn(each['type']) ?? '';
    return each['rel'] === 'related' && /^application\/rdap\+json\b/i.test(type);
  });
  const url = URL.parse(textIn(link?.['href']) ?? '');
  return url?.protocol === 'https:' && url.port === '' ? url.href : null;
}

function refuseOther(body: Members, domain: string): void {
  const name = asciiName(textIn(body['ldhName']) ?? textIn(body['unicodeName']) ?? '');
  if (body['objectClassName'] !== 'domain' || name !== domain) {
    throw new ProbeFailure('response-unexpected', 'RDAP: domain');
  }
}

function expiryOf(body: Members): Pick<RdapRegistration, 'expires' | 'unreadExpiry'> {
  const said = datesOf(body, 'expiration');
  const expires = said.find(({ at }) => at !== null)?.at ?? null;
  return { expires, unreadExpiry: expires === null ? (said[0]?.text ?? null) : null };
}

/** The dates of these events as written and, where they can be read, in ISO 8601 (UTC). */
function datesOf(body: Members, action: string): { readonly text: string; readonly at: string | null }[] {
  return membersIn(body['events'])
    .filter((each) => textIn(each['eventAction'])?.toLowerCase() === action)
    .flatMap(({ eventDate }) => {
      const text = textIn(eventDate);
      // A program's word for no date at all.
      return text === null || /^(0001|1970)-01-01/.test(text) ? [] : [{ text, at: dateOf(text) }];
    });
}

/** What else than a time of RFC 3339 registries write: without seconds, offset or time of day, and a blank for the T. */
const writtenTime =
  /^(\d{4})([-/.]?)(\d{2})\2(\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?)? ?(?:Z|UTC|GMT|([+-]\d{2})(?::?(\d{2}))?)?$/i;

function dateOf(text: string): string | null {
  const [, year, , month, day, time = '00:00', second = '00', hours = null, minutes = '00'] =
    writtenTime.exec(text) ?? [];
  const zone = hours === null ? 'Z' : `${hours}:${minutes}`;
  // A leap second (RFC 3339 §5.7) is none in JavaScript.
  const at = Date.parse(`${year}-${month}-${day}T${time}:${second === '60' ? '59' : second}${zone}`);
  return Number.isNaN(at) ? null : new Date(at).toISOString().replace('.000Z', 'Z');
}

const knownStatuses: ReadonlyMap<string, string> = new Map(
  [
    'active',
    'inactive',
    'add period',
    'auto renew period',
    'renew period',
    'transfer period',
    'client hold',
    'server hold',
    ...['delete', 'renew', 'transfer', 'update'].flatMap((what) => [
      `client ${what} prohibited`,
      `server ${what} prohibited`,
    ]),
    ...['create', 'delete', 'renew', 'restore', 'transfer', 'update'].map((what) => `pending ${what}`),
    'redemption period',
    'locked',
  ].map((status) => [status.replaceAll(' ', ''), status]),
);

/**
 * Statuses as RDAP spells them. Servers also send them as EPP does, with a reference behind (`clientHold
 * https://icann.org/epp#clientHold`), in any case. What is no known status is left out.
 */
function statusesOf(body: Members): string[] {
  const said = [body['status']].flat();
  const known = said.flatMap((each: unknown) => {
    const bare = (textIn(each) ?? '').replace(/https?:.*$/is, '');
    const letters = bare.toLowerCase().replace(/[^a-z]/g, '');
    return knownStatuses.get(letters === 'ok' ? 'active' : letters) ?? [];
  });
  return [...new Set(known)].sort();
}

function registrarOf(body: Members): RdapRegistration['registrar'] {
  const registrar = membersIn(body['entities']).find(({ roles }) =>
    [roles].flat().some((role) => textIn(role)?.toLowerCase() === 'registrar'),
  );
  if (registrar === undefined) return null;
  const id = membersIn(registrar['publicIds']).find(({ type }) =>
    /iana registrar id/i.test(textIn(type) ?? ''),
  );
  const name = cardName(registrar['vcardArray']);
  const ianaId = textIn(id?.['identifier']);
  return name === null && ianaId === null ? null : { name, ianaId };
}

/** The name on a jCard (RFC 7095): `fn`, else `org`. */
function cardName(card: unknown): string | null {
  const properties: unknown[] = Array.isArray(card) && Array.isArray(card[1]) ? card[1] : [];
  for (const wanted of ['fn', 'org']) {
    for (const property of properties) {
      if (!Array.isArray(property) || property[0] !== wanted) continue;
      const name = textIn(Array.isArray(property[3]) ? property[3][0] : property[3]);
      if (name !== null) return name;
    }
  }
  return null;
}

/** More than any list of these holds for a reason. */
const mostMembers = 200;

function membersIn(value: unknown): Members[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, mostMembers).filter(isMapping);
}

/** Text that says something, cut to what a report can show; a number as text. */
function textIn(value: unknown): string | null {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || text.trim() === '') return null;
  return text.trim().slice(0, 300);
}
