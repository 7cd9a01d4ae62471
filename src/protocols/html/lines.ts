/** Text as it is written into lines; white space within a line is one space. */
export interface Lines {
  /** The lines that have ended. A `<br>` in one of them is `\n`. */
  readonly done: readonly string[];
  /** `isReading`: the kana over a word, which a reader may leave out. */
  add(text: string, how: { readonly isPreformatted: boolean; readonly isReading: boolean }): void;
  break(): void;
  /** Ends the line: what comes next is in another block. */
  end(): void;
  /** Where the next text will stand. */
  mark(): Mark;
  /** The text from there to here, cut off at `length`, `\n` between lines. */
  since(mark: Mark, length: number): string;
}

interface Mark {
  readonly line: number;
  readonly offset: number;
  readonly part: number;
}

/** Opens an empty text. `onBase` gets each line that has readings once more without them. */
export function openLines(onBase: (line: string) => void): Lines {
  const done: string[] = [];
  // Joined once, when the line ends: a long line costs no more than its length.
  let parts: string[] = [];
  let base: string[] = [];
  let length = 0;
  let hasReadings = false;
  let hasSpaceBefore = false;
  let isAtStart = true;

  const put = (text: string, isReading: boolean) => {
    parts.push(text);
    length += text.length;
    if (isReading) hasReadings = true;
    else base.push(text);
  };
  return {
    done,
    add(text, { isPreformatted, isReading }) {
      if (isPreformatted) {
        if (text === '') return;
        put(`${hasSpaceBefore ? ' ' : ''}${text.replace(/\r\n?/g, '\n')}`, isReading);
        hasSpaceBefore = false;
        isAtStart = false;
        return;
      }
      const words = text.replace(/[\t\n\f\r ]+/g, ' ');
      const start = words.startsWith(' ') ? 1 : 0;
      hasSpaceBefore ||= start === 1 && !isAtStart;
      if (words.length === start) return;
      const hasSpaceAfter = words.endsWith(' ');
      const plain = words.slice(start, hasSpaceAfter ? -1 : undefined);
      put(`${hasSpaceBefore ? ' ' : ''}${plain}`, isReading);
      hasSpaceBefore = hasSpaceAfter;
      isAtStart = false;
    },
    break() {
      put('\n', false);
      hasSpaceBefore = false;
      isAtStart = true;
    },
    end() {
      const line = parts.join('');
      if (line.trim() !== '') {
        done.push(line);
        if (hasReadings) onBase(base.join(''));
      }
      parts = [];
      base = [];
      length = 0;
      hasReadings = false;
      hasSpaceBefore = false;
      isAtStart = true;
    },
    mark: () => ({ line: done.length, offset: length, part: parts.length }),
    since({ line, offset, part }, most) {
      const found: string[] = [];
      let left = most;
      const take = (text: string) => {
        found.push(text.slice(0, left));
        left -= text.length;
      };
      for (let at = line; at < done.length && left > 0; at += 1) {
        take(`${at === line ? done[at]!.slice(offset) : done[at]!}\n`);
      }
      for (let at = done.length === line ? part : 0; at < parts.length && left > 0; at += 1) take(parts[at]!);
      return found.join('').trim();
    },
  };
}
