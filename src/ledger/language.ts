import { type Language, languages } from '../text/language.ts';

const saidLanguage = new RegExp(
  `(?:^|[\\s{,])["']?language["']?\\s*[:：]\\s*["']?(${languages.join('|')})(?![\\w-])`,
  'i',
);

/**
 * The language of a ledger, read without a parser, so that one that cannot be read gets its mistakes in its own: what
 * `site.language` says wherever it stands on its line, else that of most of its words. Pure; linear in the text.
 */
export function languageOf(bytes: Uint8Array): Language {
  const text = new TextDecoder().decode(bytes.subarray(0, 65_536));
  let japanese = 0;
  let other = 0;
  for (const line of text.split(/\r?\n/)) {
    const said = saidLanguage.exec(line);
    if (said !== null && !/^\s*#/.test(line)) return said[1]!.toLowerCase() as Language;
    if (/[\u3041-\u30ff]/.test(line)) japanese += 1;
    // Keys, ids and addresses are the same in every language; three words in a row are somebody's own.
    else if (/[a-z]{2} [a-z]+ [a-z]{2}/i.test(line)) other += 1;
  }
  return japanese > 0 && japanese >= other ? 'ja' : 'en';
}
