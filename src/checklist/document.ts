// Reads a runbook or a template as far as the checklist needs it: which headings, labels, steps and lines it has.
// Tolerant on purpose: Markdown, plain mail text, AsciiDoc, reStructuredText and HTML are all written here.
// Code blocks and comments hold no words of the document. Every loop is linear in the text.

/** One line of a document, in NFKC, lower case, without its markup. */
export interface DocumentLine {
  /**
   * `label` names something to fill in or to read on (`Symptom:`, `**Symptom**`, a table's cell, a short bullet);
   * `step` is one of an ordered or ticked list; `code` stands for a block of code, without its words.
   */
  readonly type: 'title' | 'heading' | 'label' | 'step' | 'item' | 'text' | 'code';
  readonly text: string;
  /** Of a heading: 1 is the highest. */
  readonly level?: number;
  /** Of a table's cell: all the words of its row. */
  readonly row?: string;
}

/** Stands behind what is to be filled in: `[time]`, `<time>`, `{{time}}`. */
const roomMark = '○';

/** The longest words before a colon, or in a cell, that can be a label: longer ones are a sentence. */
const labelLength = 80;
/** The same for a line that nothing but its shortness makes a label; Japanese says more in fewer letters. */
const bareLabelLength = { japanese: 20, other: 40 };
/** What is beyond this in a line is not read. */
const lineLength = 2000;

/** @param fences whether a block of code is one (`code`), or holds the document's own words (`words`: a text to copy) */
export function readDocument(source: string, fences: 'code' | 'words' = 'code'): DocumentLine[] {
  const lines: DocumentLine[] = [];
  const raw = withoutHtml(withRoom(withoutComments(withPlainNumbers(source).normalize('NFKC'))))
    .toLowerCase()
    .split(/\r\n|\r|\n/);
  let fence: string | null = null;
  for (let index = 0; index < raw.length; index++) {
    const line = raw[index]!.replace(/\s+/g, ' ')
      .trim()
      .slice(0, lineLength)
      .replace(/^(?:> ?)+/, '');
    const mark = /^(?:`{3,}|~{3,})/.exec(line)?.[0] ?? null;
    if (fences === 'words') {
      if (mark !== null) continue;
    } else if (fence !== null) {
      if (mark?.startsWith(fence)) fence = null;
      continue;
    } else if (mark !== null) {
      fence = mark;
      lines.push({ type: 'code', text: '' });
      continue;
    }
    if (line === '' || /^[-=*_~^+|:\s]+$/.test(line)) continue;
    const underline = /^\s*(?:(={3,})|-{3,}|~{3,}|\^{3,})\s*$/.exec(raw[index + 1] ?? '');
    lines.push(...linesOf(line, underline === null || line.includes('|') ? null : underline[1] ? 1 : 2));
  }
  return titled(lines, raw.find((line) => line.trim() !== '') ?? '', isFollowedByGap(raw));
}

/** Whether an empty line stands below the first words. */
function isFollowedByGap(raw: readonly string[]): boolean {
  const first = raw.findIndex((line) => line.trim() !== '');
  return first >= 0 && (raw[first + 1] ?? '').trim() === '';
}

/**
 * The fields that a document itself says are there, whatever their headings are called: a comment
 * `<!-- recovery-ledger: impact -->` at the heading or above it, or in plain text the line `recovery-ledger: impact`;
 * several names with commas. A mark with nothing behind it marks nothing.
 */
export function markedFields(source: string): ReadonlySet<string> {
  const marks = [...source.matchAll(markPattern)];
  return new Set(
    marks.flatMap((mark, index) => {
      const behind = source.slice(mark.index + mark[0].length, marks[index + 1]?.index ?? source.length);
      const isFollowed = readDocument(behind).some(({ type }) => type !== 'title' && type !== 'heading');
      return isFollowed ? (mark[1] ?? mark[2] ?? '').toLowerCase().split(/[\s,]+/) : [];
    }),
  );
}

const markPattern =
  /<!--[ \t]{0,80}recovery-ledger:[ \t]{0,80}([a-z][a-z, \t-]{0,200}?)[ \t]{0,80}-->|^[ \t]{0,80}recovery-ledger:[ \t]{0,80}([a-z][a-z, \t-]{0,200}?)[ \t]{0,80}$/gim;

/** `①` becomes `1.`, since NFKC would leave a bare digit. */
function withPlainNumbers(text: string): string {
  return text.replace(/[①-⑳]/g, (circled) => `${circled.charCodeAt(0) - 0x245f}. `);
}

/** A text without its HTML comments; one that never ends hides all that follows. */
export function withoutComments(text: string): string {
  let left = '';
  let from = 0;
  for (;;) {
    const start = text.indexOf('<!--', from);
    if (start < 0) return left + text.slice(from);
    left += text.slice(from, start);
    const end = text.indexOf('-->', start);
    if (end < 0) return left;
    from = end + 3;
  }
}

const htmlNames = new Set(
  'a abbr address article aside b blockquote body br button caption center cite code col colgroup dd del details div dl dt em fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label legend li link main mark meta nav ol option p pre s samp script section select small span strike strong style sub summary sup table tbody td textarea tfoot th thead time title tr tt u ul var'.split(
    ' ',
  ),
);

/** `[…]`, `{{…}}` and `<…>` that name what is to be written there lose their brackets and get a mark. */
function withRoom(text: string): string {
  return text
    .replace(/\{\{([^{}\n]{0,80})\}\}/g, `$1${roomMark}`)
    .replace(/(?<![\]!])\[([^[\]\n]{2,80})\](?![([:])/g, `$1${roomMark}`)
    .replace(/<([^<>\n/!]{1,80})>/g, (written, words: string) => {
      const name = /^[A-Za-z][A-Za-z0-9]*/.exec(words)?.[0].toLowerCase() ?? '';
      const isElement = htmlNames.has(name) && /^[A-Za-z0-9]+(?:\s[^\s=]+=|$)/.test(words.trimEnd());
      return isElement || /^https?:|@/.test(words) ? written : `${words}${roomMark}`;
    });
}

/** Headings, cells and bold words of HTML become those of Markdown; other tags go. */
function withoutHtml(text: string): string {
  return text
    .replace(/<h[1-6](?:\s[^<>]{0,200})?>/gi, '\n## ')
    .replace(/<(?:th|td|dt|strong|b)(?:\s[^<>]{0,200})?>/gi, '\n- ')
    .replace(/<li(?:\s[^<>]{0,200})?>/gi, '\n- ')
    .replace(/<\/?[a-z][a-z0-9]{0,10}(?:\s[^<>]{0,200})?\/?>/gi, '\n');
}

function linesOf(line: string, underlined: 1 | 2 | null): DocumentLine[] {
  const heading = /^(#{1,6}|={1,6})\s*([^#=\s].*)$/.exec(line);
  if (heading !== null) return [{ type: 'heading', text: plain(heading[2]!), level: heading[1]!.length }];
  if (underlined !== null) return [{ type: 'heading', text: plain(line), level: underlined }];
  if (line.startsWith('|') || line.split('|').length > 2) {
    const row = plain(line);
    return line
      .split('|')
      .map((cell) => plain(cell))
      .filter((cell) => cell !== '')
      .map((text): DocumentLine => ({ type: text.length <= labelLength ? 'label' : 'text', text, row }));
  }
  // 【…】 and signs at the start are how mail marks its headings.
  const bracketed = /^[-*・\s]*[【[<《〈]([^】\]>》〉]{1,40})[】\]>》〉](.*)$/.exec(line);
  if (bracketed !== null && !/^[-*]?\s*\[[ x]\]/.test(line)) {
    return [{ type: 'label', text: plain(bracketed[1]!) }, ...restOf(bracketed[2]!)];
  }
  const sign = /^[■□●○◆◇▼▽▶▷★☆※](.+)$/.exec(line);
  if (sign !== null) return labelled(plain(sign[1]!), 'label');
  const step =
    /^(?:\(?\d{1,3}[.)、:](?!\d)|\(\d{1,3}\)|[a-z][.)]|step ?\d+[:.]?|手順 ?\d+[:.]?|[-*+] \[[ x]\])(.*)$/s.exec(
      line,
    );
  if (step !== null) return labelled(plain(step[1]!), 'step');
  const item = /^[-*+・•‣–—](?!\*)(.+)$/.exec(line);
  if (item !== null && !line.startsWith('**')) return labelled(plain(item[1]!), 'item');
  const bold = /^(?:\*\*|__)([^*_]{1,40})(?:\*\*|__) ?:?(.*)$/.exec(line);
  if (bold !== null) return [{ type: 'label', text: plain(bold[1]!) }, ...restOf(bold[2]!)];
  return labelled(plain(line), 'text');
}

/** `label: rest` is a label and its rest; a few words without an end of sentence are a label too. */
function labelled(text: string, type: 'label' | 'step' | 'item' | 'text'): DocumentLine[] {
  const colon = /^([^:]{1,81}):(?!\/\/)(.*)$/.exec(text);
  const name = (colon?.[1] ?? '').trim();
  if (colon !== null && name !== '' && name.length <= labelLength) {
    const rest = colon[2]!;
    const label: DocumentLine = { type: 'label', text: name };
    if (type !== 'step') return [label, ...restOf(rest)];
    return [label, { type: 'step', text }];
  }
  const isJapanese = /[ぁ-ヿ一-鿿]/.test(text);
  const isShort = text.length <= (isJapanese ? bareLabelLength.japanese : bareLabelLength.other);
  const isLabel =
    text !== '' && isShort && !/[。.!?、,]$/.test(text) && !/(?:する|ます|ない|たい)$/.test(text);
  if (type === 'label') return [{ type: text.length <= labelLength ? 'label' : 'text', text }];
  return [{ type, text }, ...(isLabel ? [{ type: 'label' as const, text }] : [])];
}

function restOf(text: string): DocumentLine[] {
  return text.trim() === '' ? [] : [{ type: 'text', text: text.trim() }];
}

/** The line without marks for bold, code and links. */
function plain(text: string): string {
  return text
    .replace(/[*_`]{1,3}/g, '')
    .replace(/\]\([^()]{0,300}\)/g, ']')
    .replace(/[[\]]/g, '')
    .replace(/ #+$/, '')
    .trim();
}

/** What documents of this kind are called. */
const titleWords =
  /手順書?$|手引き?$|マニュアル$|報告書?$|通知$|連絡文?$|顛末書$|チェックリスト$|テンプレート?$|ひな形$|雛形$|(?:runbook|playbook|checklist|procedure|template|report|guide|manual|notice|notification)$/;

/**
 * The first line, if it is a heading above all others, names the document and no part of it; in plain text, if it is a
 * few words above an empty line that say what the document is.
 */
function titled(lines: DocumentLine[], firstLine: string, isAboveGap: boolean): DocumentLine[] {
  const [first, ...rest] = lines;
  if (first?.type === 'text' && isAboveGap && lines.length > 2) {
    const words = plain(firstLine.replace(/\s+/g, ' ').trim());
    const isLabelToo = rest[0]?.type === 'label' && rest[0].text === first.text;
    const bare = words.replace(/\([^()]*\)$/, '').trimEnd();
    if (isLabelToo && words === first.text && titleWords.test(bare)) {
      return [{ type: 'title', text: first.text }, ...rest.slice(1)];
    }
  }
  if (first?.type !== 'heading') return lines;
  if (rest.some(({ type, level }) => type === 'heading' && level! <= first.level!)) return lines;
  return [{ type: 'title', text: first.text }, ...rest];
}
