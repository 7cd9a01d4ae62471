import { withoutEnd } from '../../text/ends.ts';
import { perhapsPublicForms, tokenForms } from './forms.ts';

/** A part of a text, in UTF-16 offsets. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** `isCertain`: it can hardly be anything but a secret; otherwise it may as well be a name with a number. */
export interface SecretSpan extends Span {
  readonly isCertain: boolean;
}

// What people write into a page about a site and no service's pattern knows: a word for a password beside one, a user
// name with its password in an address or a command.

// The text comes from anybody: no pattern may take time that grows faster than the text. What stands behind a label is
// looked for in a bounded part of the text.

/** Where a text holds what looks like a secret that somebody wrote down. */
export function writtenSecrets(text: string): SecretSpan[] {
  const plain = withAsciiSigns(text);
  return [
    ...tokenForms.flatMap((pattern) => spansOf(plain, pattern, () => true, true)),
    ...perhapsPublicForms.flatMap((pattern) => spansOf(plain, pattern, () => true, false)),
    ...patterns.flatMap(({ pattern, isSecret, isCertain }) =>
      spansOf(plain, pattern, isSecret, isCertain ?? null),
    ),
    ...labelledSecrets(plain),
    ...columnSecrets(plain),
  ];
}

/** Full-width letters, digits and signs as those of ASCII, each in its place. */
function withAsciiSigns(text: string): string {
  return text.replace(/[\u3000\uff01-\uff5e]/g, (wide) =>
    wide === '\u3000' ? ' ' : String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
  );
}

/** @param isCertain null where the value itself says */
function spansOf(
  text: string,
  pattern: RegExp,
  isSecret: (value: string) => boolean,
  isCertain: boolean | null,
): SecretSpan[] {
  return [...text.matchAll(pattern)].flatMap((match): SecretSpan[] => {
    const value = withoutEnd(match[1] ?? '', endMarks);
    if (value === '' || !isSecret(value)) return [];
    const from = match.index + match[0].lastIndexOf(match[1]!);
    return [{ from, to: from + value.length, isCertain: isCertain ?? isMadeUp(value) }];
  });
}

/** Beside such a word stands a secret, or where it is kept. */
const label = new RegExp(
  '(?:パスワード|ﾊﾟｽﾜｰﾄﾞ|パスフレーズ|パスコード|暗証番号|合言葉|秘密鍵|秘密の鍵|シークレット|アクセスキー|認証キー|認証コード|' +
    'API\\s?キー|トークン|(?<![a-z0-9]|\\d:)(?:pass(?:word|wd|phrase|code)?|pwd|pw|pin|secret|token|salt|' +
    '(?:api|access|auth|account|private|secret|license|integration|signing|encryption|logged_in|nonce)[ _-]?key)s?(?![a-z0-9_]))',
  'gi',
);
/** The same as the end of a name: `adminPassword`, `X-ChatWorkToken`. */
const labelInName =
  /(?<=[a-z0-9])(?:Pass(?:word|wd|phrase|code)?|Pwd|Secret|Token|(?:Api|Access|Auth)Key)s?(?![A-Za-z0-9_])/g;

/** A number alone is a secret behind these. */
const isNumbered = (word: string) => /^(?:暗証番号|パスコード|pins?|passcodes?)$/i.test(word);

/** How far from a label its value may begin, and how much of it says whether it is one. */
const reach = 400;
/** How many lines of a list or block under a label are looked at. */
const mostLines = 20;

/** What may stand between a label and its value on the same line; the sign says that the value follows. */
const between =
  /^["'`*_\])）]{0,4}[ \t]{0,20}(?:\([^)\n]{0,20}\)[ \t]{0,20})?(?:([:=→|]|[=-]>|は|is\b|['"]\s?,)[ \t]{0,20}["'`*_「『【(]{0,3}|([「『【(])|[ \t])/;
/** A list or a map in one line. */
const flow = /^["']?[ \t]{0,20}[:=][ \t]{0,20}[[{]([^\]}\n]{0,400})/;
/** What is below the label: a block of YAML, a list, the next line. */
const below = /^["'`*_]{0,4}[ \t]{0,20}(:?)[ \t]{0,20}(?:[|>][-+0-9]{0,2}[ \t]{0,20})?\r?\n/;

/** The characters of a value, and what stands around one that is quoted. */
const valueAt = /(?:[\x21\x23-\x26\x28-\x5f\x61-\x7e]|"(?![\s,}\]:]|$)){4,}/y;

function labelledSecrets(text: string): SecretSpan[] {
  const found: SecretSpan[] = [];
  let seenTo = 0;
  const values = valuesOf(text);
  for (const pattern of [label, labelInName]) {
    seenTo = 0;
    for (const match of text.matchAll(pattern)) {
      // What stands inside of a secret is no label.
      if (match.index < seenTo) continue;
      const end = match.index + match[0].length;
      const spans = behindLabel(text, match.index, end, isNumbered(match[0]), values);
      found.push(...spans);
      seenTo = spans.at(-1)?.to ?? seenTo;
    }
  }
  return found;
}

type Values = ReturnType<typeof valuesOf>;

/** Reads the value at a place. A run of letters is gone through once, however many labels are in it. */
function valuesOf(text: string) {
  let runEnd = 0;
  return (from: number): { readonly from: number; readonly value: string; readonly to: number } | null => {
    if (from >= runEnd) {
      valueAt.lastIndex = from;
      const match = valueAt.exec(text);
      if (match === null) return null;
      runEnd = valueAt.lastIndex;
    }
    const tail = text.slice(Math.max(from, runEnd - reach), runEnd);
    const to = runEnd - (tail.length - withoutEnd(tail, endMarks).length);
    return { from, value: text.slice(from, Math.min(to, from + reach)), to: Math.max(from, to) };
  };
}

function behindLabel(
  text: string,
  start: number,
  end: number,
  isNumber: boolean,
  valueFrom: Values,
): SecretSpan[] {
  const rest = text.slice(end, end + reach);
  const judged = (from: number, mustBeCertain: boolean): SecretSpan[] => {
    const grouped = /^(?:[A-Z2-7]{4}[ -]){3,15}[A-Z2-7]{4}\b/.exec(text.slice(from, from + 100))?.[0];
    if (grouped !== undefined && /[2-7]/.test(grouped)) {
      return [{ from, to: from + grouped.length, isCertain: true }];
    }
    const read = valueFrom(from);
    if (read === null) return [];
    const closed = /[」』】]/.exec(read.value);
    const value = closed === null ? read.value : read.value.slice(0, closed.index);
    if (isNumber && /^\d{4,12}$/.test(value)) return [{ from, to: from + value.length, isCertain: true }];
    if (!looksChosen(value)) return [];
    const isCertain = isMadeUp(value);
    if (mustBeCertain && !isCertain) return [];
    return [{ from, to: closed === null ? read.to : from + value.length, isCertain }];
  };
  const inFlow = flow.exec(rest);
  if (inFlow !== null) {
    const from = end + inFlow[0].length - inFlow[1]!.length;
    return [...inFlow[1]!.matchAll(/[^\s,"'[{][^,]{0,400}/g)].flatMap(({ 0: item, index }) =>
      judged(from + index + nameLength(item), false),
    );
  }
  const inLine = between.exec(rest);
  if (inLine !== null) {
    const isSaid = inLine[1] !== undefined || inLine[2] !== undefined;
    const single = judged(end + inLine[0].length, !isSaid);
    if (single.length > 0) return single;
  }
  const opening = below.exec(rest);
  if (opening === null) return [];
  return belowLabel(text, start, end + opening[0].length, opening[1] === ':', judged);
}

/** What stands in the lines under a label: those of a list, those that are further in, and the first in any case. */
function belowLabel(
  text: string,
  start: number,
  from: number,
  isOpened: boolean,
  judged: (from: number, mustBeCertain: boolean) => SecretSpan[],
): SecretSpan[] {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const indent = start - lineStart > reach ? reach : indentAt(text, lineStart);
  const found: SecretSpan[] = [];
  let at = from;
  for (let line = 0; line < mostLines && at < text.length; line += 1) {
    const part = text.slice(at, at + reach);
    const written = /^[^\n]*/.exec(part)![0];
    const head = /^[ \t]*(?:(?:[-*・•]|\d{1,2}[.)])[ \t]+)?["'`]?/.exec(written)![0];
    const isItem = /[-*・•.)]/.test(head);
    if (written.trim() === '' || !(line === 0 || isItem || indentAt(text, at) > indent)) break;
    if (line > 0 && !isItem && indentAt(text, at) <= indent) break;
    const body = written.slice(head.length);
    const name = nameLength(body);
    const isAlone = !/\s/.test(withoutEnd(body.slice(name).trimEnd(), `"'\``));
    if (isAlone) found.push(...judged(at + head.length + name, !isOpened));
    at += written.length + 1;
    if (written.length === part.length) break;
  }
  return found;
}

function indentAt(text: string, lineStart: number): number {
  return /^[ \t]*/.exec(text.slice(lineStart, lineStart + reach))![0].length;
}

/** The length of `name: ` before a value. */
function nameLength(text: string): number {
  return /^["']?[\w.@-]{1,60}["']?:[ \t]{1,10}["']?/.exec(text)?.[0].length ?? 0;
}

/** The values in a column of a table whose heading is such a word. */
function columnSecrets(text: string): SecretSpan[] {
  if (!text.includes('|')) return [];
  const found: SecretSpan[] = [];
  let columns: readonly number[] = [];
  let heading = '';
  let at = 0;
  for (const line of text.split('\n')) {
    const cells = line.split('|');
    if (cells.length < 2) columns = [];
    else if (/^[\s:|-]+$/.test(line) && line.includes('-')) {
      columns = heading.split('|').flatMap((cell, index) => (isLabel(cell) ? [index] : []));
    } else if (columns.length > 0) {
      let from = at;
      for (const [index, cell] of cells.entries()) {
        const value = cell.trim().replace(/^[`*"']{1,3}|[`*"']{1,3}$/g, '');
        if (columns.includes(index) && value.length >= 4 && !/\s/.test(value) && looksChosen(value)) {
          const start = from + cell.indexOf(value);
          found.push({ from: start, to: start + value.length, isCertain: isMadeUp(value) });
        }
        from += cell.length + 1;
      }
    }
    heading = line;
    at += line.length + 1;
  }
  return found;
}

function isLabel(cell: string): boolean {
  label.lastIndex = 0;
  const isOne = cell.length <= 80 && label.test(cell);
  label.lastIndex = 0;
  return isOne;
}

/** What keeps passwords: behind its name stands a place in it. */
const keepers =
  '(?:1password|onepassword|bitwarden|last-?pass|kee-?pass|keeper|dashlane|vault|github|google|notion)';

/** A quotation mark that ends no value of JSON. */
const inner = '"(?![\\s,}\\]:]|$)';

const pairLabels = '(?:パスワード|パスフレーズ|暗証番号|pass(?:word|wd|phrase|code)?|pwd|pw)';

interface Pattern {
  readonly pattern: RegExp;
  readonly isSecret: (value: string) => boolean;
  /** Where it stands says that it is one; otherwise the value itself does. */
  readonly isCertain?: true;
}

const patterns: readonly Pattern[] = [
  // RFC 3986 §3.2.1: a user name with its password in an address; connection strings too.
  {
    pattern: /\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s/:@"']*:([^\s/@"']+)@/gi,
    isSecret: isNoPlaceholder,
    isCertain: true,
  },
  // A user name and its password behind one label: `ID/PW: admin / …`, `Basic認証(user / …)`.
  {
    pattern: new RegExp(
      `(?:(?:\\bID|ユーザー名?|アカウント|ログイン|\\buser(?:name)?)\\s*[/・と&]\\s*${pairLabels}|(?:\\bBasic|ベーシック)\\s*認証|\\bBasic auth(?:entication)?)` +
        `\\s*[:=( ]\\s*(?!${keepers})[\\w.@+-]{2,}\\s*[/:]\\s*((?:[\\x21\\x23-\\x28\\x2a-\\x7e]|${inner}){4,})`,
      'gi',
    ),
    isSecret: looksChosen,
  },
  // RFC 7617, RFC 6750.
  {
    pattern: /\b(?:Basic|X-Cybozu-Authorization:)\s+([A-Za-z0-9+/]{8,}={0,2})/g,
    isSecret: isUserAndPassword,
    isCertain: true,
  },
  { pattern: /\bBearer\s+([A-Za-z0-9._~+/-]{16,}=*)/g, isSecret: isNoPlaceholder, isCertain: true },
  // An address that lets in anybody who has it.
  {
    pattern:
      /[?&](?:sig|signature|x-amz-signature|access_token|token|api[_-]?key|password)=([^\s&"'#]{8,})/gi,
    isSecret: looksChosen,
  },
  // Commands that are copied with what they were typed with.
  {
    pattern:
      /\b(?:mysql|mysqldump|mysqladmin|mariadb|mariadb-dump)\s[^\n|;]{0,200}?(?<=\s)-p([^\s"'`]{4,200})/g,
    isSecret: looksChosen,
  },
  {
    pattern:
      /\b(?:curl|wget)\s[^\n|;]{0,200}?(?<=\s)(?:-u|--user)[ =]?["']?[^\s:"']{1,64}:([^\s"'`]{4,200})/g,
    isSecret: looksChosen,
  },
  { pattern: /\bsshpass\s{1,4}-p\s{0,4}["']?([^\s"'`]{4,200})/g, isSecret: looksChosen },
  {
    pattern:
      /(?:(?:リカバリー|復旧|バックアップ)コード|recovery[ -]codes?|backup[ -]codes?)\s*[:=]\s*(?:[-*]\s)?["'「]?([A-Za-z0-9]{4,}(?:(?:[-, ]{1,2}|\s{1,20}[-*]\s)[A-Za-z0-9]{4,})*)/gi,
    isSecret: (value) =>
      (value.replace(/\b(?:19|20)\d\d\b/g, '').match(/\d/g) ?? []).length >= 4 &&
      value.replace(/[^A-Za-z0-9]/g, '').length >= 8,
    isCertain: true,
  },
];
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

/**
 * Whether a value can hardly be anything but made up: no name, no number, no word with a sign or a few digits behind it
 * (`ERP2000`, `web-01`, `sakura!`), which people write beside such a label for other reasons too.
 */
function isMadeUp(value: string): boolean {
  if (value.length < 7 || /^(?:(?:[A-Za-z]+|[A-Z]?[a-z]+)?\d{0,4}[!#$%&*+?]?)$/.test(value)) return false;
  const parts = value.split(/[-_./]/);
  if (parts.length > 1 && parts.every((part) => /^(?:[A-Z]?[a-z]*|[A-Z]+|v?\d{1,8})$/.test(part)))
    return false;
  if (uuid.test(value)) return false;
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((each) => each.test(value)).length;
  return kinds >= 3 || (kinds === 2 && /\d[A-Za-z]/.test(value) && (value.match(/\d/g) ?? []).length >= 2);
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a value is meant as one: `<password>`, `${PASSWORD}`, `{{ pass }}` and the like stand for another. */
function isNoPlaceholder(value: string): boolean {
  return !/^[<{[(%$].*|^(?:\*+|x{3,}|●+|…|\.{3,}|pass(?:word)?|user|secret|token)$/i.test(value);
}

function isUserAndPassword(value: string): boolean {
  const text = Buffer.from(value, 'base64').toString('latin1');
  return /^[\x20-\x7e]+$/.test(text) && text.slice(1, -1).includes(':');
}
