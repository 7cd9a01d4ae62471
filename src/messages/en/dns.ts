import type { dnsRules, Refusal } from '../../rules/dns.ts';
import type { RuleMessages } from '../rule-message.ts';

const none = 'no record';

/** Values as they stand in DNS, one after the other. */
const written = (values: readonly string[]) => (values.length === 0 ? none : values.join(', '));

/** Records with the aliases that led to them. */
const reached = (values: readonly string[], aliases: readonly string[]) =>
  aliases.length === 0 ? written(values) : `${written(values)} (via ${aliases.join(' → ')})`;

/** Where a wildcard answers in the place of a name, its own record is what is missing. */
const byWildcard = (wildcard: string | null, seen: readonly string[], aliases: readonly string[]) =>
  wildcard === null
    ? {}
    : {
        observed: `${reached(seen, aliases)}, from the wildcard ${wildcard}`,
        remedy: `The name has no record of its own: the wildcard ${wildcard} answers for every name that nobody entered. If the record was removed by mistake, put it back; if the name is to exist no more, see whether the wildcard is still needed.`,
      };

/** The serials of the servers' copies of a zone. */
const serialWords = (serials: readonly number[]) =>
  serials.length === 0 ? '' : ` (serial ${serials.join(', ')})`;

const lookAgain = (at: string | null, moment: (at: string) => string) =>
  at === null
    ? {}
    : {
        remedy: `Put the record back, or correct the ledger. If it was added just now, look again at ${moment(at)}: until then "there is none" may be remembered.`,
      };

/** How many servers these are: one may be listed with several addresses. */
const countServers = (lame: readonly { server: string }[]) => new Set(lame.map((each) => each.server)).size;

const troubles: Record<string, string> = {
  lame: 'does not serve this domain',
  refused: 'refuses (REFUSED)',
  servfail: 'reports a fault (SERVFAIL)',
  malformed: 'answers with something unreadable',
  timeout: 'does not answer',
  'no-name': 'its address cannot be looked up',
};

const tags = (keys: readonly number[]) => `key tag ${keys.join(', ')}`;

/** `tag algorithm digest-type` in words. */
const digestWords = (text: string) => {
  const [tag, algorithm, digest] = text.split(' ');
  return `key tag ${tag}, algorithm ${algorithm}, digest type ${digest}`;
};

/** The signature over a record set, by its key. */
const signatureOf = (name: string, type: string, keyTag: number | null) =>
  `the signature of ${type} of ${name} (key tag ${keyTag})`;

/** Which name servers show it, where not all do. */
const where = (servers: readonly string[] | null) => (servers === null ? '' : `${servers.join(', ')}: `);

/** What a resolver gives as the reason, by its extended error code (RFC 8914 §4). */
const extendedErrors: Readonly<Record<number, string>> = {
  1: 'an unsupported signature algorithm',
  2: 'an unsupported digest type of the DS record',
  3: 'an answer that is out of date',
  4: 'an answer forged on purpose',
  5: 'no verdict on the signatures (indeterminate)',
  6: 'signatures that do not hold (bogus)',
  7: 'an expired signature',
  8: 'a signature that is not valid yet',
  9: 'no key that fits the DS record',
  10: 'missing signatures',
  11: 'no key that may sign',
  12: 'no proof that a name does not exist (NSEC)',
  13: 'a fault that it remembers',
  14: 'a resolver that is not ready',
  15: 'a name that it blocks',
  16: 'a name that it must block',
  17: 'a name that it filters',
  18: 'a refusal',
  19: 'an outdated "no such name"',
  20: 'name servers that do not serve the domain',
  21: 'an unsupported question',
  22: 'no name server in reach',
  23: 'a network fault',
  24: 'unreadable data',
  27: 'too many rounds of NSEC3',
};

const reasons = (codes: readonly number[]) =>
  codes.length === 0
    ? ''
    : `: ${codes.map((code) => `${extendedErrors[code] ?? 'an error'} (EDE ${code})`).join(', ')}`;

/** What a resolver makes of it, as a second witness. */
const refused = (refusal: Refusal | null) =>
  refusal === null
    ? ''
    : `; ${refusal.resolver}: SERVFAIL, and an answer as soon as signatures are left unchecked${reasons(refusal.errors)}`;

export const dns: RuleMessages<typeof dnsRules> = {
  'dns/no-such-name': {
    means: 'The name that the ledger lists does not exist in DNS, says the domain’s own name server.',
    why: 'Nobody can reach anything under a name that does not exist. In a recovery this comes before any look at the server.',
    remedy:
      'Find out who removed the name. Put it back in the DNS console, or take it out of the ledger if it was retired on purpose.',
    say: ({ name, type, expected, lookAgainAt }, { moment }) => ({
      title: `${name} does not exist in DNS`,
      expected: `${type} ${written(expected)}`,
      observed: 'the name does not exist (NXDOMAIN)',
      ...lookAgain(lookAgainAt, moment),
    }),
  },
  'dns/record-missing': {
    means: 'The name exists in DNS, and the record that the ledger lists does not.',
    why: 'What depends on this record (the site, its mail, the issue of certificates) fails, whatever state the server is in.',
    remedy:
      'Find out who removed the record. Put it back in the DNS console, or correct the ledger if it was retired on purpose.',
    say: ({ name, type, expected, aliases, lookAgainAt }, { moment }) => ({
      title: `${name} has no ${type} record any more`,
      expected: `${type} ${written(expected)}`,
      observed: reached([], aliases),
      ...lookAgain(lookAgainAt, moment),
    }),
  },
  'dns/record-differs': {
    means: 'DNS gives other values for this record than the ledger lists.',
    why: 'Either visitors are sent to another place than agreed, or the ledger is out of date and would send the night shift to the wrong server.',
    remedy:
      'Ask who changed DNS. If the change was meant, write the new values into the ledger; if not, put the record back.',
    say: ({ name, type, expected, seen, aliases, wildcard }) => ({
      title: `The ${type} record of ${name} is not what the ledger says`,
      expected: written(expected),
      observed: reached(seen, aliases),
      ...byWildcard(wildcard, seen, aliases),
    }),
  },
  'dns/record-unexpected': {
    means: 'DNS gives what the ledger lists, and something more that it does not list.',
    why: 'Some visitors are sent to a place that nobody has on the list, so it would be left out of a rollback or a switch.',
    remedy: 'Ask who added it. Add it to the ledger if it is meant; remove it in the DNS console if not.',
    say: ({ name, type, expected, seen, aliases, wildcard }) => ({
      title: `${name} has a ${type} record that the ledger does not know`,
      expected: written(expected),
      observed: reached(seen, aliases),
      ...byWildcard(wildcard, seen, aliases),
    }),
  },
  'dns/answers-disagree': {
    means: 'The domain’s name servers do not all give the same answer.',
    why: 'Which answer a visitor gets is left to chance: some reach the site and some do not, and a switch takes hold for a part of them only.',
    remedy:
      'Ask whoever runs the DNS to find the name server that is behind, and check there that it takes over changes.',
    say: ({ name, type, groups }) => ({
      title: `The name servers disagree about the ${type} record of ${name}`,
      expected: 'the same answer from every name server',
      observed: groups
        .map(
          ({ servers, values, trouble, serials }) =>
            `${servers.join(', ')}${serialWords(serials)}: ${trouble === null ? written(values) : (troubles[trouble] ?? trouble)}`,
        )
        .join('; '),
    }),
  },
  'dns/dangling-alias': {
    means: 'The name is an alias (CNAME) of a name that leads nowhere.',
    why: 'Visitors get nothing under this name. Where the target belonged to a service that was given up, a stranger may be able to claim it.',
    remedy: 'Point the alias to where the service is now, or remove the record.',
    say: ({ name, target, because }) => ({
      title:
        because === 'loop'
          ? `${name} is an alias that leads round in a circle`
          : because === 'dead'
            ? `${name} points to ${target}, whose domain no name server serves`
            : `${name} points to ${target}, a name that no longer exists`,
      expected: 'an alias of a name that exists',
      observed: {
        loop: `CNAME loop at ${target}`,
        dead: `${target}: no name server answers for the domain`,
        'no-name': `${target} does not exist (NXDOMAIN)`,
      }[because],
    }),
  },
  'dns/nameserver-unresolvable': {
    means: 'The domain is entrusted to a name server whose own name leads to no address.',
    why: 'Part of the look-ups run into nothing, and whoever registers that name could answer for the whole domain.',
    remedy:
      'Look for a typing error in the list of name servers at the registrar, and correct or remove the entry.',
    say: ({ zone, server }) => ({
      title: `A name server of ${zone} cannot be found: ${server}`,
      expected: 'a name server with an address',
      observed: `no address of ${server} can be looked up`,
    }),
  },
  'dns/nameserver-is-alias': {
    means:
      'The domain is entrusted to a name server whose own name is an alias (CNAME), which DNS does not allow.',
    why: 'Resolvers that keep to the standard (RFC 2181 §10.3) do not ask such a server, so some visitors and some mail do not find the domain.',
    remedy:
      'At the registrar and in the zone, name the server by the name that has the address, or ask whoever runs the DNS for address records in place of the alias.',
    say: ({ zone, server, target }) => ({
      title: `The name server ${server} of ${zone} is an alias`,
      expected: 'a name with address records of its own',
      observed: `${server} CNAME ${target}`,
    }),
  },
  'dns/ttl-too-long': {
    means: 'The old answer of DNS is remembered for longer (its TTL) than the ledger allows for a switch.',
    why: 'When the site is moved to another server in an emergency, visitors keep going to the old one for this long.',
    remedy:
      'Lower the TTL in the DNS console now, in calm times: a lower one only takes effect once the old one has run out.',
    say: ({ name, type, ttlSeconds, limitMs, basis }, { span }) => ({
      title: `A switch of ${name} takes up to ${span(ttlSeconds * 1000)} to reach everybody`,
      expected:
        basis === 'ledger'
          ? `at most ${span(limitMs)}`
          : `at most ${span(limitMs)}, the target of provisional recovery`,
      observed: `TTL of ${type}: ${ttlSeconds} s`,
    }),
  },
  'dns/delegation-differs': {
    means: 'The registry sends the world to other name servers for this domain than the ledger lists.',
    why: 'Whoever runs the name servers decides where visitors and mail go. A change that nobody knows of may be a takeover; a known one makes the ledger’s DNS access worthless.',
    remedy:
      'Ask at once who changed the name servers at the registrar. If it was meant, correct the ledger, the access to the new DNS included.',
    say: ({ zone, expected, seen }) => ({
      title: `${zone} is run by other name servers than the ledger says`,
      expected: written(expected),
      observed: written(seen),
    }),
  },
  'dns/delegation-mismatch': {
    means: 'The name servers entered at the registrar are not those that the domain itself names.',
    why: 'Two lists are in force at once, so a change of DNS in an emergency may reach only a part of the visitors, or none.',
    remedy:
      'Make both lists the same: the one at the registrar and the NS records in the DNS console. Usually a move was left half done.',
    say: ({ zone, parent, own }) => ({
      title: `The two lists of name servers of ${zone} differ`,
      expected: 'the same name servers at the registry and in the domain itself',
      observed: `registry: ${written(parent)}; domain: ${written(own)}`,
    }),
  },
  'dns/lame-nameserver': {
    means: 'Name servers to which the domain is entrusted do not answer for it.',
    why: 'Look-ups become slow or fail, and if the remaining name servers drop out too, the site and its mail vanish with them.',
    remedy:
      'Ask whoever runs the DNS to set the domain up on these name servers, or take them off the list at the registrar.',
    say: ({ zone, lame, total, someServe }) => ({
      title: someServe
        ? `${countServers(lame)} of ${total} name servers do not answer properly for ${zone}`
        : `No name server answers for ${zone}`,
      expected: 'every name server answers for the domain',
      observed: lame
        .map(
          ({ server, address, outcome }) =>
            `${server}${address === null ? '' : ` (${address})`}: ${troubles[outcome] ?? outcome}`,
        )
        .join('; '),
    }),
  },
  'dns/caa-forbids-issuer': {
    means:
      'The CAA records say who may issue certificates for a name, and leave out the authority that the ledger names.',
    why: 'The certificate works until it is to be renewed; then the renewal fails, by hand too, in the middle of the night.',
    remedy: 'Add the authority to the CAA records, or correct the issuer in the ledger.',
    say: ({ names, issuers, at, records }, format) => ({
      title: `CAA records at ${at} keep ${format.list(issuers)} from renewing the certificate of ${format.list(names)}`,
      expected: format.list(issuers),
      observed: records.join('; '),
    }),
  },
  'dns/dnssec-differs': {
    means: 'Whether the domain is signed (DNSSEC) is not as the ledger says.',
    why: 'A signed domain has keys that must move along in every change of DNS: whoever does not know of them takes the site off the net while repairing it.',
    remedy: 'Ask who changed it at the registrar, and correct the setting or the ledger.',
    say: ({ zone, expected }) => ({
      title:
        expected === 'signed'
          ? `${zone} is not signed (DNSSEC), though the ledger says so`
          : `${zone} is signed (DNSSEC), though the ledger says it is not`,
      expected: expected === 'signed' ? 'signed' : 'not signed',
      observed: expected === 'signed' ? 'no DS record at the parent' : 'a DS record at the parent',
    }),
  },
  'dns/ds-mismatch': {
    means:
      'The registry vouches (by a DS record) for a key that the domain’s own name servers do not have, so its signatures (DNSSEC) count for nothing.',
    why: 'Whoever checks signatures – most large access networks and public resolvers, and the authorities that issue certificates – treats the domain as forged: no site, no mail, no new certificate. The server may be in perfect order.',
    remedy:
      'Remove the DS record at the registrar, or enter the one that the DNS provider shows now. Resolvers remember the old one for up to a day. It usually remains from before a move to another DNS provider.',
    say: ({ zone, parent, keys, because, servers, refusal }) => ({
      title: `The registry vouches for a key that ${zone} does not have (DNSSEC)`,
      expected: `a key that the DS record at the registry names: ${parent.map(digestWords).join('; ')}`,
      observed: `${where(servers)}${
        because === 'no-keys'
          ? 'the zone has no key (DNSKEY) at all'
          : because === 'other-digest'
            ? `a key with that number, but another one than the DS record describes (${tags(keys)})`
            : `only ${tags(keys)}`
      }${refused(refusal)}`,
    }),
  },
  'dns/signature-invalid': {
    means: 'A signature of the domain (DNSSEC) does not hold.',
    why: 'Whoever checks signatures – most large access networks and public resolvers, and the authorities that issue certificates – treats the domain as forged: no site, no mail, no new certificate. The server may be in perfect order.',
    remedy:
      'Have the DNS provider sign the zone anew and find out why its signing has stopped. If that takes long, remove the DS record at the registrar: the domain then works unsigned, as soon as resolvers have forgotten the record (up to a day).',
    say: ({ zone, name, type, because, keyTag, from, until, servers, refusal }, { moment }) => {
      const observed = {
        expired: () => `${signatureOf(name, type, keyTag)} ended on ${moment(until!)}`,
        ends: () => `${signatureOf(name, type, keyTag)} ends on ${moment(until!)}, and nobody has renewed it`,
        'not-yet-valid': () => `${signatureOf(name, type, keyTag)} only begins on ${moment(from!)}`,
        wrong: () => `${signatureOf(name, type, keyTag)} does not match the record`,
        'no-key': () => `${signatureOf(name, type, keyTag)} was made with a key that is not the domain’s`,
        missing: () => `${type} of ${name} has no signature`,
      }[because]();
      return {
        title: {
          expired: `The signatures (DNSSEC) of ${zone} have expired`,
          ends: `The signatures (DNSSEC) of ${zone} end within hours`,
          'not-yet-valid': `The signatures (DNSSEC) of ${zone} are not valid yet`,
          wrong: `A signature (DNSSEC) in ${zone} is wrong`,
          'no-key': `A signature (DNSSEC) in ${zone} is of a foreign key`,
          missing: `A signature (DNSSEC) is missing in ${zone}`,
        }[because],
        expected: `a valid signature for ${type} of ${name}`,
        observed: where(servers) + observed + refused(refusal),
      };
    },
  },
  'dns/resolver-disagrees': {
    means:
      'The domain’s own name servers answer as the ledger says, and a resolver, which looks names up for many visitors, answers otherwise.',
    why: 'Whoever uses such a resolver reaches another place than agreed, or none. From inside the DNS console everything looks right, which costs hours in a recovery.',
    remedy:
      'If DNS was changed in the last days, wait until the old TTL has run out and look again. Otherwise ask whoever runs the resolver, and the DNS provider, where the other answer comes from.',
    say: ({ name, type, resolver, because, expected, seen, aliases, errors }) => ({
      title:
        because === 'signature'
          ? `DNS on the visitors’ side takes ${name} for forged (DNSSEC)`
          : `DNS on the visitors’ side gives another ${type} record for ${name} than its own name servers`,
      expected: because === 'signature' ? `an answer to ${type} of ${name}` : written(expected),
      observed:
        because === 'signature'
          ? `${resolver}: SERVFAIL, and an answer as soon as signatures are left unchecked${reasons(errors)}`
          : `${resolver}: ${reached(seen, aliases)}${reasons(errors)}`,
    }),
  },
  'dns/signature-expires': {
    means:
      'The signatures of the domain (DNSSEC) end soon: they were made for months at a time, or should have been renewed by themselves by now.',
    why: 'On that day the domain vanishes for whoever checks signatures, the site and its mail alike, and nobody will have changed anything.',
    remedy:
      'Have the zone signed anew by that day, and ask the DNS provider for signatures that renew themselves.',
    say: ({ zone, name, type, keyTag, until }, { moment }) => ({
      title: `The signatures (DNSSEC) of ${zone} end on ${moment(until)}`,
      expected: 'a renewed signature',
      observed: `${signatureOf(name, type, keyTag)} ends on ${moment(until)}`,
    }),
  },
};
