import { publishedOn, services } from './services.ts';

// Where registries answer RDAP, by IANA's bootstrap file (RFC 9224). Not in that file, so not known here: .jp
// (WHOIS), .de, .eu, .io, .co, .me, .us, .cn, .kr, .ch, .it, .es, … A ledger names their server itself (`rdap`), if
// they have one.

/** The day on which IANA published the list. */
export const bootstrapPublishedOn = publishedOn;

const baseByTopLevelDomain: ReadonlyMap<string, string> = readServices();

/** Where the registry of `domain` (lower case, A-labels) answers RDAP, ending in `/`; null where none is listed. */
export function rdapBaseOf(domain: string): string | null {
  // All entries of IANA's file are top-level domains, so the longest match is the last label.
  return baseByTopLevelDomain.get(domain.slice(domain.lastIndexOf('.') + 1)) ?? null;
}

function readServices(): Map<string, string> {
  const bases = new Map<string, string>();
  let base = '';
  for (const word of services.trim().split(/\s+/)) {
    if (word.includes('/')) base = word.endsWith('/') ? word : `${word}/`;
    else bases.set(word, base.replaceAll('{tld}', word));
  }
  return bases;
}
