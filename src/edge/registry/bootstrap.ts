// Where registries answer RDAP: an excerpt of IANA's bootstrap file (RFC 9224, https://data.iana.org/rdap/dns.json),
// with the top-level domains that sites use. Not in that file, so not here: .jp (WHOIS), .de, .eu, .io, .co, .me,
// .us, .cn, .kr, .ch, .it, .es, … A ledger names their server itself (`rdap`), if they have one.

/** The day on which IANA published what stands here. */
export const bootstrapPublishedOn = '2026-02-13';

/** Server, and the top-level domains that it answers for; `{tld}` stands for the domain's own. */
const services: readonly (readonly [base: string, topLevelDomains: string])[] = [
  ['https://rdap.verisign.com/{tld}/v1/', 'com net'],
  ['https://tld-rdap.verisign.com/{tld}/v1/', 'cc name'],
  ['https://rdap.publicinterestregistry.org/rdap/', 'charity foundation giving ngo ong org'],
  [
    'https://rdap.identitydigital.services/rdap/',
    `academy accountants actor agency ai apartments asia associates auction band bike bingo bio black blue boutique
    builders business cab cafe camera camp capital cards care careers cash casino catering center chat cheap church
    city claims cleaning clinic clothing coach codes coffee community company computer construction consulting
    contact contractors cool coupons credit dance dating deals delivery dental dentist digital direct directory
    discount doctor dog domains education email energy engineer engineering enterprises equipment estate events
    exchange expert express fail family fan farm finance financial fish fitness flights florist football fund
    furniture fyi gallery games gifts glass global gmbh gold golf graphics green group guide guru healthcare
    hockey holdings holiday hospital house industries info institute insure international investments irish jetzt
    jewelry kaufen kids kim kitchen land lawyer lease legal lgbt life lighting limited limo live llc loans ltd
    management market marketing mba media memorial mobi moda money movie network news ninja organic partners parts
    pet photography photos pictures pink pizza place plumbing plus poker pro productions promo properties pub
    recipes red reisen rentals repair report restaurant reviews rich rip rocks run sale salon sarl school services
    shoes shopping show singles ski soccer social software solar solutions spa studio style supplies supply support
    surgery systems tax taxi team technology tennis theater tienda tips tires today tools tours town toys trading
    training travel university vacations ventures vet viajes video villas vin vision vote voyage watch wine works
    world wtf zone`,
  ],
  [
    'https://rdap.centralnic.com/{tld}/',
    `art audio auto autos baby beauty best boats bond build cam car cars ceo cfd christmas college cyou fans flowers
    fm fun game hair help homes host hosting icu inc lat llp lol london luxury makeup monster online ooo pics press
    protection pw quest rent sbs security site skin space storage store tech theatre tickets uno website xyz yachts`,
  ],
  [
    'https://pubapi.registry.google/rdap/',
    `app boo channel dad day dev eat esq foo how ing meme mov new nexus page phd prof rsvp soy xn--q9jyb4c zip`,
  ],
  ['https://rdap.gmoregistry.net/rdap/', 'kyoto nagoya nico okinawa ryukyu shop tokyo yokohama'],
  [
    'https://rdap.nic.{tld}/',
    `ad ar as barcelona beer bible bid biz buzz casa cat club cm compare cooking cr cx cz date design download
    earth eus fashion film fishing fit fr gal garden gay gs health hn ht ink law loan ly men menu miami moe ms museum
    nf nyc one osaka ovh paris party photo pm porn quebec racing re review rodeo science scot sex sport stream study
    sucks surf swiss sydney taipei tattoo tel tf trade tube tv vip vodka webcam wedding wf wiki win work
    xxx yoga yt`,
  ],
  ['https://rdap.nic.{tld}/v1/', 'berlin hamburg versicherung'],
  ['https://rdap.nic.{tld}/rdap/', 'africa capetown durban gov joburg'],
  [
    'https://rdap.tucowsregistry.net/rdap/',
    'click country diy food gift lifestyle link living property sexy trust',
  ],
  ['https://rdap.ryce-rsp.com/rdap/', 'cologne koeln tirol wien'],
  ['https://rdap.nominet.uk/{tld}/', 'bot cymru desi jobs pharmacy uk wales'],
  ['https://rdap.registry.{tld}/rdap/', 'cloud coop hiphop love'],
  ['https://rdap.registry.bar/rdap/', 'bar rest'],
  ['https://rdap.registryservices.music/rdap/', 'music'],
  ['https://rdap.blog.fury.ca/rdap/', 'blog'],
  ['https://rdap.eco.fury.ca/rdap/', 'eco'],
  ['https://rdap.kiwi.fury.ca/rdap/', 'kiwi'],
  ['https://rdap.zdnsgtld.com/{tld}/', 'ren top wang'],
  ['https://rdap.cctld.au/rdap/', 'au'],
  ['https://rdap.registro.br/', 'br'],
  ['https://rdap.ca.fury.ca/rdap/', 'ca'],
  ['https://rdap.fi/rdap/rdap/', 'fi'],
  ['https://rdap.pandi.id/rdap/', 'id'],
  ['https://rdap.nixiregistry.in/rdap/', 'in'],
  ['https://rdap.isnic.is/rdap/', 'is'],
  ['https://rdap.sidn.nl/', 'nl'],
  ['https://rdap.norid.no/', 'no'],
  ['https://rdap.dns.pl/', 'pl'],
  ['https://rdap.sgnic.sg/rdap/', 'sg'],
  ['https://rdap.register.si/', 'si'],
  ['https://rdap.thains.co.th/', 'th'],
  ['https://rdap.tonicregistry.to/rdap/', 'to'],
  ['https://ccrdap.twnic.tw/{tld}/', 'tw'],
  ['https://rdap.hostmaster.ua/', 'ua'],
];

const baseByTopLevelDomain: ReadonlyMap<string, string> = new Map(
  services.flatMap(([base, domains]) =>
    domains.split(/\s+/).map((tld) => [tld, base.replaceAll('{tld}', tld)] as const),
  ),
);

/** Where the registry of `domain` (lower case, A-labels) answers RDAP, ending in `/`; null where none is listed. */
export function rdapBaseOf(domain: string): string | null {
  // All entries of IANA's file are top-level domains, so the longest match is the last label.
  return baseByTopLevelDomain.get(domain.slice(domain.lastIndexOf('.') + 1)) ?? null;
}
