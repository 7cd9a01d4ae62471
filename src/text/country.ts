import { languages } from './language.ts';
import { nearest } from './nearest.ts';

/**
 * The countries whose public holidays are known (ISO 3166-1 alpha-2): those of the library that is asked for the days
 * (src/edge/holidays.ts), whose table is too large to be read with every ledger. A test holds both together.
 */
export const holidayCountries: readonly string[] = (
  'AD AE AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BW BY BZ CA CC CD CF CG ' +
  'CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FO FR GA GB GD GE GF GG GH ' +
  'GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU IC ID IE IL IM IN IR IS IT JE JM JP KE KM KN KR KY KZ LC LI LK LR ' +
  'LS LT LU LV LY MA MC MD ME MF MG MK ML MQ MR MS MT MU MW MX MY MZ NA NC NE NF NG NI NL NO NZ PA PE PF PH PK PL PM ' +
  'PR PT PY RE RO RS RU RW SA SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SZ TC TD TG TH TN TO TR TT TW TZ UA ' +
  'UG US UY UZ VA VC VE VG VI VN VU WF XK YT ZA ZM ZW'
).split(' ');

/** Codes of three letters (ISO 3166-1 alpha-3) and what people write, where the name does not lead there. */
const otherNames: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'AUS:AU AUT:AT BEL:BE BRA:BR CAN:CA CHE:CH CHN:CN CZE:CZ DEU:DE DNK:DK ESP:ES EST:EE FIN:FI FRA:FR GBR:GB GRC:GR ' +
    'HKG:HK HUN:HU IDN:ID IND:IN IRL:IE ISL:IS ISR:IL ITA:IT JPN:JP KOR:KR LTU:LT LUX:LU LVA:LV MEX:MX MYS:MY NLD:NL ' +
    'NOR:NO NZL:NZ PHL:PH POL:PL PRT:PT ROU:RO RUS:RU SGP:SG SVK:SK SVN:SI SWE:SE THA:TH TUR:TR TWN:TW UKR:UA USA:US ' +
    'VNM:VN ZAF:ZA UK:GB ENGLAND:GB KOREA:KR AMERICA:US JA:JP'
  )
    .split(' ')
    .map((each) => each.split(':') as [string, string]),
);

/** Whether the public holidays of a country are known by its code, in any case. */
export function hasHolidays(code: string): boolean {
  return holidayCountries.includes(code.trim().toUpperCase());
}

/** The code that a country's name (English or Japanese) or another code of it means; null where none is near. */
export function countryCode(written: string): string | null {
  const word = written.trim().normalize('NFKC').toUpperCase();
  if (Object.hasOwn(otherNames, word)) return otherNames[word]!;
  // A short word is a code, which nothing but itself is like.
  const names = new Map<string, string>();
  for (const language of languages) {
    const nameOf = new Intl.DisplayNames([language], { type: 'region' });
    for (const code of holidayCountries) names.set(nameOf.of(code)!.toUpperCase(), code);
  }
  const name = names.has(word) ? word : word.length < 4 ? null : nearest(word.slice(0, 60), names.keys());
  return name === null ? null : names.get(name)!;
}
