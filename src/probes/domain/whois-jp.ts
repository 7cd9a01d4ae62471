import { ProbeFailure } from '../../edge/failure.ts';
import { asciiName } from '../../protocols/dns/name.ts';
import { isoTime, lastSecondOf } from '../../text/time.ts';
import { isDay } from '../../text/values.ts';
import type { JprsRegistration } from './fact.ts';

// JPRS WHOIS: lines `[Label]  value`, with an index letter before where the name is an organisation's (co.jp, …).

/** Asked with `/e`, so that its labels are English; replies with Japanese ones are understood too. */
export const jprs = { server: 'whois.jprs.jp', queryFor: (domain: string) => `${domain}/e` } as const;

type Field = 'name' | 'nameServer' | 'expires' | 'state' | 'lock';

/** By label. Every other line holds what is not needed, or whom to reach, which is not kept. */
const fields: Readonly<Record<string, Field>> = {
  'Domain Name': 'name',
  ドメイン名: 'name',
  'Name Server': 'nameServer',
  ネームサーバ: 'nameServer',
  ネームサーバー: 'nameServer',
  'Expires on': 'expires',
  有効期限: 'expires',
  Status: 'state',
  State: 'state',
  状態: 'state',
  'Lock Status': 'lock',
  ロック状態: 'lock',
};

/**
 * Reads a reply of JPRS; null where no such domain is registered.
 *
 * Dates are days in Japan and last to their end; the date of an organisation's domain stands behind its state.
 *
 * @throws ProbeFailure `response-unexpected` where it is another domain's, or none can be made out
 */
export function readJprs(bytes: Uint8Array, domain: string): JprsRegistration | null {
  const lines = decode(bytes).split(/\r?\n/);
  if (lines.some((line) => /^No match!!/.test(line))) return null;
  const values = new Map<Field, string[]>();
  for (const line of domainLines(lines)) {
    const [, label = '', written = ''] = /^(?:[a-z]\. )?\[([^\]\s][^\]]*)\](.*)$/s.exec(line) ?? [];
    const value = written.trim();
    const field = Object.hasOwn(fields, label) ? fields[label] : undefined;
    if (field === undefined || value === '') continue;
    values.set(field, [...(values.get(field) ?? []), value]);
  }
  const all = (field: Field) => values.get(field) ?? [];
  const [, state, behindState] = /^([A-Za-z][A-Za-z \t-]*)(?:\((.*)\))?$/.exec(all('state')[0] ?? '') ?? [];
  const isThis = all('name').some((name) => asciiName(name) === domain);
  if (!isThis || state === undefined) throw new ProbeFailure('response-unexpected', jprs.server);
  const written = all('expires')[0] ?? behindState ?? '';
  const expires = endOf(written);
  return {
    by: 'jprs',
    state: state.trimEnd().toLowerCase(),
    expires,
    unreadExpiry: expires === null && written !== '' ? written : null,
    nameServers: [...new Set(all('nameServer').flatMap((name) => asciiName(name) ?? []))].sort(),
    locks: [...new Set(all('lock').map((lock) => lock.toLowerCase()))].sort(),
  };
}

/** The part about the domain: what follows about hosts and contacts uses some labels again. */
function domainLines(lines: readonly string[]): readonly string[] {
  const start = lines.findIndex((line) => /^Domain Information:/.test(line));
  const end = lines.findIndex((line, index) => index > start && /^\w+ Information:/.test(line));
  return lines.slice(start + 1, end < 0 ? undefined : end);
}

/** UTF-8 since 2015; ISO-2022-JP before, known by its escape sequence (RFC 1468), and still of copies between. */
function decode(bytes: Uint8Array): string {
  const isIso2022 = bytes.some((byte, index) => byte === 0x1b && bytes[index + 1] === 0x24);
  return new TextDecoder(isIso2022 ? 'iso-2022-jp' : 'utf-8').decode(bytes);
}

/** The last second of a day `2027/05/31` in Japan; null where it is no day. */
function endOf(text: string): string | null {
  const day = text.replaceAll('/', '-');
  return isDay(day) ? isoTime(lastSecondOf(day, 'Asia/Tokyo')) : null;
}
