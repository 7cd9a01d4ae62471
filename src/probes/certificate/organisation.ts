/** What says of a name only what form of company bears it. */
const forms = new Set(
  (
    'inc incorporated llc llp lp plc ltd limited co coltd company corp corporation kk gk yk gmbh ag kg ug se sa sas sarl ' +
    'sl spa srl bv nv ab as asa oy oyj aps zrt kft sro doo pty pte pvt bhd sdn tbk'
  ).split(' '),
);
const japaneseForms = /株式会社|有限会社|合同会社|合資会社|一般社団法人|一般財団法人|\((?:株|有|同)\)/g;

/**
 * Whether an organisation that a ledger names is the one of a certificate, whatever the form in which its letters and
 * digits are written (NFKC, case, spaces, punctuation) and whatever the form of company. The first words are enough:
 * “DigiCert” stands for “DigiCert Inc”, and “Google Trust” for “Google Trust Services”.
 */
export function isOrganisation(claimed: string, seen: string): boolean {
  const wanted = wordsOf(claimed).join('');
  let begun = '';
  return wordsOf(seen).some((word) => {
    begun += word;
    return begun === wanted;
  });
}

function wordsOf(name: string): string[] {
  const words = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(japaneseForms, ' ')
    // Neither parts words: Let’s Encrypt, S.p.A.
    .replace(/['’‘`.]/g, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
  return words.filter((word, index) => index === 0 || !forms.has(word));
}
