// Columns that text takes on a terminal: UAX #11 wide and full-width characters take two. Ambiguous ones (①, ○, ×)
// count as two as well: a line that comes out too short is better than one that breaks in the wrong place.

const wide =
  /[\u1100-\u115f\u203b\u2190-\u21ff\u2200-\u22ff\u2460-\u24ff\u25a0-\u26ff\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u00d7]|\p{Emoji_Presentation}|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const mark = /[\p{M}\u200b-\u200d]/u;

export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += mark.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return width;
}

/** `text` filled up with spaces to `width` columns. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

// Characters that must not begin a line (Japanese line breaking, JIS X 4051): closing marks and the like.
const neverFirst = /^[、。,.!?!?:;)」』】〕}\]ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ・]/;

/** A narrower terminal breaks the lines itself. */
const leastColumns = 10;

/**
 * Breaks a line so that none takes more than `width` columns: at spaces, or between wide characters. A word that is
 * longer than a line is cut.
 */
export function wrap(text: string, columns: number): string[] {
  const width = Math.max(leastColumns, columns);
  const lines: string[] = [];
  let line: string[] = [];
  const put = (piece: string) => {
    const rest = [piece];
    if (line.length > 0 && widthOf(line.join('') + piece.trimEnd()) > width) {
      // A mark that must not begin a line takes what stands before it along.
      while (neverFirst.test(rest[0]!) && line.length > 1) rest.unshift(line.pop()!);
      lines.push(line.join('').trimEnd());
      line = [];
      rest[0] = rest[0]!.trimStart();
    }
    line.push(...rest);
  };
  for (const piece of pieces(text)) {
    put(piece);
    while (widthOf(line.join('').trimEnd()) > width) {
      const head = fitting(line.join(''), width);
      lines.push(head);
      line = [line.join('').slice(head.length)];
    }
  }
  const last = line.join('').trimEnd();
  if (last !== '' || lines.length === 0) lines.push(last);
  return lines;
}

/** Words with the space after them, wide characters one by one. */
function pieces(text: string): string[] {
  const found: string[] = [];
  let word = '';
  for (const character of text) {
    if (wide.test(character)) {
      if (word !== '') found.push(word);
      word = '';
      found.push(character);
    } else if (mark.test(character) && word === '' && found.length > 0) {
      found[found.length - 1] += character;
    } else {
      word += character;
      if (character === ' ') {
        found.push(word);
        word = '';
      }
    }
  }
  if (word !== '') found.push(word);
  return found;
}

function fitting(text: string, width: number): string {
  let head = '';
  for (const character of text) {
    if (widthOf(head + character) > width && head !== '') break;
    head += character;
  }
  return head;
}
