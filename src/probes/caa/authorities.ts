// The names by which authorities go in CAA records (their certification practice statements; CCADB lists them).

const domainsByOrganisation: readonly (readonly [organisation: RegExp, domains: string])[] = [
  [/^(let's encrypt|internet security research group)\b/i, 'letsencrypt.org'],
  [/^google trust services\b/i, 'pki.goog'],
  [/^amazon\b/i, 'amazon.com amazontrust.com awstrust.com amazonaws.com'],
  [
    /^(digicert|geotrust|thawte|rapidssl|cybertrust inc)\b/i,
    'digicert.com digicert.ne.jp geotrust.com thawte.com rapidssl.com symantec.com',
  ],
  [/^(sectigo|comodo|zerossl)\b/i, 'sectigo.com comodo.com comodoca.com usertrust.com trust-provider.com'],
  [/^globalsign\b/i, 'globalsign.com'],
  [/^cybertrust japan\b/i, 'cybertrust.co.jp cybertrust.ne.jp'],
  [/^secom trust\b/i, 'secomtrust.net'],
  [/^entrust\b/i, 'entrust.net affirmtrust.com'],
  [/^godaddy\b/i, 'godaddy.com starfieldtech.com'],
];

/** The CAA names of an authority, by its organisation; empty where they are not known. */
export function caaDomainsOf(organisation: string): readonly string[] {
  const name = organisation.trim().replaceAll('’', "'");
  return domainsByOrganisation.find(([pattern]) => pattern.test(name))?.[1].split(' ') ?? [];
}
