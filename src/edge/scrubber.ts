import { mask } from '../text/mask.ts';

/** What takes the secrets of a run out of all that servers answered, before anything is judged or remembered. */
export interface Scrubber {
  /** A secret as it is sent (a key, a token, a password): whole, and each line of it. */
  add(secret: string): void;
  /** The value of a header: whole, each word of 8 letters and more, and what a Basic scheme holds (RFC 7617). */
  addHeader(value: string): void;
  /** A web address that is itself a secret: whole, its path, and the parts of it that can only have been made up. */
  addAddress(url: string): void;
  /**
   * The text with `***` in place of each secret: in any case, and as text in URLs, JSON, XML and HTML, in base64 and in
   * hexadecimal digits show it. The rest that a cut at the end left of a secret goes too.
   *
   * @param said what the ledger itself says of what is looked at: words of it are no secrets, and stay
   */
  scrub(text: string, said?: string): string;
  /** As `scrub`, for all texts in a value of plain objects, lists, maps and sets. What cannot hold text is kept. */
  scrubAll<T>(value: T, said?: string): T;
}

/** What is shorter is no secret, and would tear holes into every text. */
const shortestSecret = 6;
/** Of a value's words, and of user names. */
const shortestWord = 8;
/** Longer secrets are looked for piece by piece, so that a part of one is found too, and patterns stay small. */
const pieceLength = 48;
/** No fact cuts texts off that are shorter. */
const shortestCut = 64;

interface Hidden {
  readonly pattern: RegExp;
  /** The forms that a cut may have left the beginning of, in lower case. */
  readonly forms: readonly string[];
}

export function openScrubber(): Scrubber {
  const known = new Map<string, Hidden>();
  let longestFirst: readonly (readonly [string, Hidden])[] | null = null;

  function addPiece(secret: string): void {
    if (secret.length < shortestSecret || known.has(secret)) return;
    known.set(secret, hiddenOf(secret));
    longestFirst = null;
  }

  function add(secret: string): void {
    const whole = secret.trim();
    for (const piece of piecesOf(whole)) addPiece(piece);
    const lines = whole.split(/\r?\n/);
    if (lines.length > 1)
      for (const line of lines) for (const piece of piecesOf(line.trim())) addPiece(piece);
  }

  function addHeader(value: string): void {
    add(value);
    for (const word of value.split(/[\s;,&"'=]+/)) if (word.length >= shortestWord) add(word);
    const basic = /^basic\s+([\w+/-]+=*)$/i.exec(value.trim());
    if (basic === null) return;
    const pair = Buffer.from(basic[1]!, 'base64').toString();
    const colon = pair.indexOf(':');
    if (colon < 0) return;
    add(pair);
    add(pair.slice(colon + 1));
    if (colon >= shortestWord) add(pair.slice(0, colon));
  }

  function addAddress(text: string): void {
    add(text);
    const url = URL.parse(text);
    if (url === null) return;
    add(url.href);
    add(url.pathname.slice(1) + url.search);
    add(url.username);
    add(url.password);
    for (const part of `${url.pathname}${url.search}`.split(/[/?&=]/)) {
      const isMadeUp = /\d/.test(part) || part.length >= 20;
      if (part.length >= shortestWord && isMadeUp) add(part);
    }
  }

  function scrub(text: string, said = ''): string {
    if (known.size === 0 || text.length < shortestSecret) return text;
    const claimed = said.toLowerCase();
    const isSaid = (found: string) => claimed !== '' && claimed.includes(found.toLowerCase());
    let clean = text;
    longestFirst ??= [...known].sort(([a], [b]) => b.length - a.length);
    for (const [secret, { pattern }] of longestFirst) {
      clean = clean.replace(pattern, (found) => (isSaid(secret) ? found : mask));
    }
    if (text.length < shortestCut) return clean;
    const end = clean.endsWith('…') ? '…' : '';
    const body = clean.slice(0, clean.length - end.length);
    const lower = body.slice(-2 * pieceLength).toLowerCase();
    for (const [secret, { forms }] of longestFirst) {
      const cut = Math.max(...forms.map((form) => cutAt(lower, form)));
      if (cut > 0 && !isSaid(secret)) return `${body.slice(0, -cut)}***${end}`;
    }
    return clean;
  }

  function scrubAll(value: unknown, said: string, key: string): unknown {
    if (typeof value === 'string') return ownWords.has(key) && isWord(value) ? value : scrub(value, said);
    if (Array.isArray(value)) return value.map((each) => scrubAll(each, said, key));
    if (value instanceof Map) {
      return new Map([...value].map(([name, each]) => [scrubAll(name, said, ''), scrubAll(each, said, '')]));
    }
    if (value instanceof Set) return new Set([...value].map((each) => scrubAll(each, said, key)));
    if (typeof value !== 'object' || value === null || !isPlain(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [
        // A name of our own is no text from outside.
        /^[a-zA-Z]+$/.test(name) ? name : scrub(name, said),
        scrubAll(each, said, name),
      ]),
    );
  }

  return {
    add,
    addHeader,
    addAddress,
    scrub,
    scrubAll: (value, said = '') => (known.size === 0 ? value : (scrubAll(value, said, '') as typeof value)),
  };
}

/** The members of facts that hold a word of a closed list of ours: no server can write into them. */
const ownWords: ReadonlySet<string> = new Set([
  ...['type', 'code', 'state', 'end', 'bodyEnd', 'from', 'by', 'plain', 'credentials', 'evidence', 'meaning'],
  ...['sizeMeaning', 'notes', 'renewal', 'automatic', 'sign'],
]);

function isWord(text: string): boolean {
  return /^[a-z0-9-]{1,40}$/.test(text) && !/\d/.test(text);
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function piecesOf(secret: string): string[] {
  // No piece of a few letters: it would hide innocent words.
  const count = Math.max(1, Math.floor(secret.length / pieceLength));
  return Array.from({ length: count }, (_, at) =>
    secret.slice(at * pieceLength, at === count - 1 ? secret.length : (at + 1) * pieceLength),
  );
}

function hiddenOf(secret: string): Hidden {
  const bytes = Buffer.from(secret);
  const coded = [bytes.toString('hex'), ...base64Of(bytes)].filter((form) => form.length >= shortestSecret);
  const patterns = [secret, ...coded].map((form) => Array.from(form.toWellFormed(), writtenAs).join(''));
  const urlCoded = encodeURIComponent(secret.toWellFormed());
  const forms = [...new Set([secret, urlCoded, ...coded].map((form) => form.toLowerCase()))];
  return { pattern: new RegExp(patterns.join('|'), 'gi'), forms };
}

/**
 * What stands in base64 for these bytes wherever they begin: at each of the three places of a group (RFC 4648 §4), without
 * the characters that the bytes before and after them take part in.
 */
function base64Of(bytes: Buffer): string[] {
  return [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    return text.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
  });
}

const named: Readonly<Record<string, string>> = {
  '"': 'quot',
  '&': 'amp',
  "'": 'apos',
  '<': 'lt',
  '>': 'gt',
};

/** A pattern of all ways in which texts of the web write a character. Letters and digits stand for themselves. */
function writtenAs(character: string): string {
  if (/^[a-z0-9]$/i.test(character)) return character;
  const code = character.codePointAt(0)!;
  const hex = code.toString(16);
  const escaped = Array.from(
    character.split(''),
    (unit) => `\\\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const ways = [
    encodeURIComponent(character),
    // What `encodeURIComponent` leaves as it is, servers may still encode.
    ...(code < 128 ? [`%${hex.padStart(2, '0')}`] : []),
    `&#0{0,4}${code};`,
    `&#x0{0,4}${hex};`,
    ...(named[character] === undefined ? [] : [`&${named[character]};`]),
    escaped.join(''),
    `\\\\?${literally(character)}`,
    // How base64 for URLs, and forms, write them.
    ...({ '+': ['-', ' '], '/': ['_'], ' ': ['\\+'], '\n': ['\\\\n'], '\t': ['\\\\t'] }[character] ?? []),
  ];
  return `(?:${ways.map((way) => (way === character ? literally(way) : way)).join('|')})`;
}

function literally(character: string): string {
  return `\\u${character
    .split('')
    .map((unit) => unit.charCodeAt(0).toString(16).padStart(4, '0'))
    .join('\\u')}`;
}

/** How many characters at the end of a text are the beginning of a form that was cut off there; 0: none. */
function cutAt(text: string, form: string): number {
  for (let length = Math.min(form.length - 1, text.length); length >= shortestSecret; length -= 1) {
    if (text.endsWith(form.slice(0, length))) return length;
  }
  return 0;
}
