import { decodeXML } from 'entities/decode';
import { decodeText, isHtml, isXml } from '../../protocols/html/body.ts';
import { emptyPage, type HtmlPage, readHtml } from '../../protocols/html/page.ts';

/** The body of an answer, as its reader has it. */
export interface Content {
  /** The body as text. */
  readonly source: string;
  /** What is no HTML is a page of nothing but lines. */
  readonly page: HtmlPage;
  /** Normalised, at most 200 characters; null where there is none. */
  readonly title: string | null;
  /** What a visitor reads, normalised: the title and all lines. */
  readonly text: string;
  /** The same line by line, but for the title. */
  readonly lines: string;
  /** What the page loads and runs: addresses, its own scripts, comments, where it refreshes to. */
  readonly code: string;
  /**
   * Whether the words stand there, in any spelling of them, for somebody to read. Words with a tag or a reference in
   * them (`<title>Sample`, `&copy;`) may stand in the source.
   */
  has(words: string): boolean;
  /** Whether scripts make what a visitor reads: there is a place for it, a script, and hardly a word. */
  readonly isBuiltByScripts: boolean;
  /** Whether the words stand in a script of the page, as text that it may show. */
  holds(words: string): boolean;
}

/** A page with more text than this shows its words before any script has run; by what its scripts would fill. */
const longestShell = { usual: 300, empty: 24 };

/** Reads a body as a browser does. Pure; in time linear in the body. */
export function readContent(body: Uint8Array, contentType: string | null): Content {
  const source = decodeText(body, contentType);
  const page = isHtml(contentType, source) ? readHtml(source) : plainPage(source, isXml(contentType));
  const title = page.title ?? '';
  const spelled = once(() => {
    const all = [title, ...page.lines, ...page.asides];
    return { flowing: flow(all.join('\n')), folded: all.map(fold).join('\n') };
  });
  const spelledSource = once(() => flow(source));
  const spelledScripts = once(() => {
    // Some frameworks write their JSON into a string of a script.
    const texts = page.scripts.map(unescapeScript).flatMap((text) => [text, unescapeScript(text)]);
    return { flowing: flow(texts.join('\n')), folded: texts.map(fold).join('\n') };
  });
  const lines = page.lines
    .flatMap((line) => line.split('\n'))
    .map(normalizeText)
    .join('\n');
  return {
    source,
    page,
    title: normalizeText(title).slice(0, 200) || null,
    text: normalizeText([title, ...page.lines].join('\n')),
    lines,
    code: [...page.resources, ...page.scripts, ...page.comments, ...refreshes(page)].join('\n'),
    has: (words) =>
      spelled().flowing.includes(flow(words)) ||
      spelled().folded.includes(fold(words)) ||
      (isSource.test(words) && spelledSource().includes(flow(words))),
    isBuiltByScripts: page.appRoot !== null && lines.length <= longestShell[page.appRoot],
    holds: (words) =>
      spelledScripts().flowing.includes(flow(words)) || spelledScripts().folded.includes(fold(words)),
  };
}

/** A script with the escapes of its strings undone, as JSON (RFC 8259 §7) and JavaScript write them. */
function unescapeScript(script: string): string {
  return script.replace(
    /\\(?:u([\da-f]{4})|u\{([\da-f]{1,6})\}|x([\da-f]{2})|([nrt])|(["'`/\\]))/gi,
    (whole, four, many, two, space, sign) => {
      if (sign !== undefined) return sign;
      if (space !== undefined) return ' ';
      const code = Number.parseInt(four ?? many ?? two, 16);
      return code > 0x10ffff
        ? whole
        : four === undefined
          ? String.fromCodePoint(code)
          : String.fromCharCode(code);
    },
  );
}

function refreshes({ metas }: HtmlPage): string[] {
  return metas.filter(({ httpEquiv }) => httpEquiv === 'refresh').map(({ content }) => content);
}

function once<T extends {}>(make: () => T): () => T {
  let made: T | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

function plainPage(source: string, isXmlText: boolean): HtmlPage {
  const lines = source.split(/\r\n|\r|\n/);
  return { ...emptyPage, lines, asides: isXmlText ? lines.map((line) => decodeXML(line)) : [] };
}

const isSource = /<[a-z/!]|&(?:#x?[\da-f]+|[a-z][a-z\d]*);/i;

/** Text in one form, so that it can be found and shown: NFKC, and each run of white space one space. */
export function normalizeText(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim();
}

/** Text in one spelling, of which the white space alone says where a word ends. */
function flow(text: string): string {
  return inOneSpelling(normalizeText(beforeNormalizing(text)));
}

/** The same without the spaces that nobody writes alike: beside Japanese letters (`会　社　名`, a `<br>` in a heading). */
function fold(text: string): string {
  return inOneSpelling(normalizeText(beforeNormalizing(text)).replace(japaneseSpace, ''));
}

const japaneseSpace =
  / (?=[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}])|(?<=[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]) /gu;

/** Takes out what is not seen (soft hyphens, zero-width spaces, variation selectors), and what NFKC would take apart. */
function beforeNormalizing(text: string): string {
  return text
    .replace(/\p{Default_Ignorable_Code_Point}+/gu, '')
    .replace(/[\u309b\u309c\u02dc\u00b4\u2033]/g, (sign) => apart[sign]!);
}

/** Signs of which NFKC makes two: a space and a combining mark, two primes. */
const apart: Readonly<Record<string, string>> = {
  '\u309b': '\u3099',
  '\u309c': '\u309a',
  '\u02dc': '~',
  '\u00b4': "'",
  '\u2033': '"',
};

/**
 * Signs that one key, or one code of Shift_JIS, gives in several forms: wave dashes, middle dots, hyphens with the
 * prolonged sound mark (`ー`, often typed for either), quotation marks, and the yen sign in the place of `\`.
 */
const spellings: readonly (readonly [sign: string, forms: string])[] = [
  ['~', '〜∼∾∿˷⁓'],
  ['・', '·•‧∙⋅⸱ꞏ'],
  ['-', 'ー‐‑‒–—―−⁃─━'],
  ["'", '‘’‚‛′ʼʹ`'],
  ['"', '“”„‟〝〞〟'],
  ['¥', '\\'],
  ['‖', '∥'],
  ['...', '⋯'],
];
const inOneForm = new Map(
  spellings.flatMap(([sign, forms]) => [...forms].map((form) => [form, sign] as const)),
);
const anyForm = new RegExp(
  `[${[...inOneForm.keys()].map((form) => `\\u{${form.codePointAt(0)!.toString(16)}}`).join('')}]`,
  'gu',
);

function inOneSpelling(text: string): string {
  return text.replace(anyForm, (form) => inOneForm.get(form) ?? form);
}
