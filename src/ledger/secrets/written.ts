import { withoutEnd } from '../../text/ends.ts';

/** A part of a text, in UTF-16 offsets. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

// What people write into a page about a site and no service's pattern knows: a word for a password beside one, a user
// name with its password in an address, keys. Each pattern's last group is the secret itself.

// The text comes from anybody: no pattern may take time that grows faster than the text, so nothing that can begin at
// every letter runs on without a bound.

/** Beside such a word stands a secret, or where it is kept. */
const labels =
  '(?:パスワード|パスフレーズ|暗証番号|合言葉|秘密鍵|シークレット|アクセスキー|API\\s?キー|トークン|' +
  '(?<![a-z0-9])(?:pass(?:word|wd|phrase|code)?|pwd|pw|secret|token|api[ _-]?key|access[ _-]?key)\\b)';

/** What keeps passwords: behind its name stands a place in it. */
const keepers =
  '(?:1password|onepassword|bitwarden|last-?pass|kee-?pass|keeper|dashlane|vault|github|google|notion)';

/** A quotation mark that ends no value of JSON. */
const inner = '"(?![\\s,}\\]:]|$)';

const patterns: readonly { readonly pattern: RegExp; readonly isSecret: (value: string) => boolean }[] = [
  {
    pattern: new RegExp(
      `${labels}["']?\\s*(?:(?:\\([^)]{0,20}\\)|（[^）]{0,20}）)\\s*)?(?:[:：=＝は→]|[=-]>|is)\\s*["'「]?((?:[\\x21\\x23-\\x26\\x28-\\x7e]|${inner}){4,})`,
      'gi',
    ),
    isSecret: looksChosen,
  },
  // A user name and its password behind one label: `ID/PW: admin / …`, `Basic認証(user / …)`.
  {
    pattern: new RegExp(
      `(?:(?:\\bID|ユーザー名?|アカウント|ログイン|\\buser(?:name)?)\\s*[/・と&\\uff0f]\\s*${labels}|(?:\\bBasic|ベーシック)\\s*認証|\\bBasic auth(?:entication)?)` +
        `\\s*[:=(\\uff1a\\uff08]\\s*(?!${keepers})[\\w.@+-]{2,}\\s*[/:\\uff0f\\uff1a]\\s*((?:[\\x21\\x23-\\x28\\x2a-\\x7e]|${inner}){4,})`,
      'gi',
    ),
    isSecret: looksChosen,
  },
  // RFC 3986 §3.2.1: a user name with its password in an address; connection strings too.
  { pattern: /\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s/:@"']*:([^\s/@"']+)@/gi, isSecret: isNoPlaceholder },
  // RFC 7468; a key that is cut off is one all the same, as far as its lines go.
  {
    pattern:
      /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY-----((?:(?!-----(?:END|BEGIN))[\s\S]){16,20000}?(?=-----END)|(?:(?:\s|\\n){1,200}[A-Za-z0-9+/=]{16,})+)/g,
    isSecret: () => true,
  },
  // RFC 7617, RFC 6750.
  { pattern: /\bBasic\s+([A-Za-z0-9+/]{8,}={0,2})/g, isSecret: isUserAndPassword },
  { pattern: /\bBearer\s+([A-Za-z0-9._~+/-]{16,}=*)/g, isSecret: isNoPlaceholder },
  // The seed of one-time passwords.
  { pattern: /\botpauth:\/\/\S{0,500}?[?&]secret=([A-Z2-7=]{8,500})/gi, isSecret: () => true },
  // RFC 7519.
  { pattern: /\b(eyJ[A-Za-z0-9_-]{8,8000}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,})/g, isSecret: () => true },
  // An address that lets in anybody who has it.
  {
    pattern:
      /[?&](?:sig|signature|x-amz-signature|access_token|token|api[_-]?key|password)=([^\s&"'#]{8,})/gi,
    isSecret: looksChosen,
  },
  {
    pattern: /\bhooks\.slack\.com\/services\/(T[A-Z0-9]{1,100}\/B[A-Z0-9]{1,100}\/[A-Za-z0-9]{1,500})/g,
    isSecret: () => true,
  },
  {
    pattern:
      /(?:(?:リカバリー|復旧|バックアップ)コード|recovery codes?|backup codes?)\s*[:：=]\s*["'「]?([A-Za-z0-9]{4,}(?:[-, ]{1,2}[A-Za-z0-9]{4,})*)/gi,
    isSecret: (value) =>
      (value.replace(/\b(?:19|20)\d\d\b/g, '').match(/\d/g) ?? []).length >= 4 &&
      value.replace(/[^A-Za-z0-9]/g, '').length >= 8,
  },
];

/** Where a text holds what looks like a secret that somebody wrote down. */
export function writtenSecrets(text: string): Span[] {
  return patterns.flatMap(({ pattern, isSecret }) =>
    [...text.matchAll(pattern)].flatMap((match): Span[] => {
      const value = withoutEnd(match[1] ?? '', endMarks);
      if (value === '' || !isSecret(value)) return [];
      const from = match.index + match[0].lastIndexOf(match[1]!);
      return [{ from, to: from + value.length }];
    }),
  );
}

/** The marks that end a sentence, a quotation or an entry of a list. */
const endMarks = `"',;.)}]>`;

/** Where things are kept, and what stands for a value: no secret, whatever it looks like. */
const places =
  /^(?:1password|onepassword|bitwarden|vaultwarden|last-?pass|kee-?pass(?:xc)?|keeper|dashlane|nordpass|roboform|icloud|keychain|vault|hashicorp|passbolt|teampass|github|gitlab|google|aws|azure|ssm|kms|secrets?-?manager|cloudflare|notion|backlog|kintone|slack|chatwork|confluence|unknown|none|null|true|false|see|ask|n\/a|tbd|todo|xxx+|\*+|●+|…+|\.{3,}|-+)(?:[-_/.:#]|$)/i;

/** Whether a value was chosen to be hard to guess, or may well have been: no plain word, no place, no address. */
function looksChosen(value: string): boolean {
  if (!isNoPlaceholder(value) || places.test(value)) return false;
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(value) || /^(?:[\w-]+\.)+[a-z]{2,}(?:[/:]|$)/i.test(value))
    return false;
  if (/^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(value)) return false;
  // A plain word, or a name of two: what follows such a label may be a sentence.
  if (/^[A-Za-z][a-z]*(?:[-_/][A-Za-z][a-z]*)*$/.test(value)) return false;
  if (/^[A-Z]+$/.test(value)) return false;
  // Whom to call.
  if (/^(?:\+\d{1,3}-?|0)\d{1,4}-\d{1,4}-\d{3,4}$/.test(value)) return false;
  // A day, a time or a span says when it was changed.
  if (/^\d{4}[-/]\d{1,2}[-/]\d{1,2}$|^\d+[smhdwy]$|^\d{1,3}$|^24\/365$/.test(value)) return false;
  return /\d/.test(value) || /[!#$%&*+?^~@=]/.test(value) || /[a-z][A-Z]/.test(value);
}

/** Whether a value is meant as one: `<password>`, `${PASSWORD}`, `{{ pass }}` and the like stand for another. */
function isNoPlaceholder(value: string): boolean {
  return !/^[<{[(%$].*|^(?:\*+|x{3,}|●+|…|\.{3,}|pass(?:word)?|user|secret|token)$/i.test(value);
}

function isUserAndPassword(value: string): boolean {
  const text = Buffer.from(value, 'base64').toString('latin1');
  return /^[\x20-\x7e]+$/.test(text) && text.slice(1, -1).includes(':');
}
