import type { RdapRegistration } from './fact.ts';

/** Words for the form of a company, which people leave out. */
const companyForms =
  /\b(inc|incorporated|llc|ltd|limited|corp|corporation|co|company|gmbh|ag|bv|b v|kk|k k|sa|s a|sas|sarl|srl|spa|plc|pty|pte|ab|oy|as)\b/g;

/**
 * Whether a registrar is the one that the ledger names, by its name or its IANA ID. Names are compared without
 * case, punctuation and company forms, and by their beginning, word by word: “Example” stands for “Example
 * Registrar, Inc.”; a trading name behind “d/b/a” counts as well.
 */
export function isSameRegistrar(
  said: string,
  { name, ianaId }: NonNullable<RdapRegistration['registrar']>,
): boolean {
  const number = /^(?:iana ?(?:id)? ?:? ?)?(\d+)$/i.exec(said.trim().replace(/\s+/g, ' '))?.[1];
  if (number !== undefined) return ianaId !== null && Number(ianaId) === Number(number);
  const expected = plain(said);
  if (expected === '' || name === null) return false;
  const names = [name, ...name.split(/\bd\/b\/a\b|\bdba\b|\bt\/a\b|[()]/i)].map(plain);
  return names.some((each) => each !== '' && (startsWith(each, expected) || startsWith(expected, each)));
}

function plain(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/株式会社|有限会社|合同会社/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(companyForms, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function startsWith(name: string, beginning: string): boolean {
  return name === beginning || name.startsWith(`${beginning} `);
}
