import { fieldNames, templateFields } from '../checklist/templates.ts';
import type { RecoveryMessages } from '../messages/words.ts';
import type { TemplateField, TemplateName } from '../rules/checklist.ts';
import { withoutEnd } from '../text/ends.ts';

/** What is known of a field. `isWhole`: nothing is left for people to write. */
export interface KnownField {
  readonly lines: readonly string[];
  readonly isWhole: boolean;
}

export type KnownFields = Readonly<Partial<Record<TemplateField | 'began', KnownField>>>;

type DraftWords = Pick<RecoveryMessages['draft'], 'mark' | 'auto'>;

const began =
  /^(?:発生|障害発生|発覚)(?:した)?(?:日時|時刻|時間)|^(?:began|started|start|since)\b|^when it began/;

/** A label with room behind it: `- 【症状】…`, `**Symptom**: …`, `Symptom: …`. */
const inlineLabel =
  /^(\s*(?:[-*+・]\s+|[-・])?)(?=\S)(【[^】]{1,40}】|\[[^\]]{1,40}\](?!\()|\*\*[^*]{1,60}\*\*(?:\s*[::])?|[^::|#>`]{1,60}[::](?!\/\/))(\s*)(.*)$/su;
/** What is longer is no form to fill in. */
const longestLine = 2000;
const headingLine = /^\s{0,3}#{2,6}\s+(\S.*)$/s;
/** A hint in place of words: `(who cannot do what)`, alone or behind a label; or a label with nothing behind it. */
const hint = /^\s*(?:[-*+・]\s*)?[((][^()()]*(?:[((][^()()]*[))][^()()]*)*[))]\s*$/u;
const placeholder = /[○〇◯]+\s*[月日時分::]|[○〇◯]{2,}|\b(?:DATE|TIME|YYYY)\b|\bHH:MM\b|_{3,}/;

/**
 * The ledger's own template with what is known filled in and all else marked: what a check saw stands behind its
 * label or below its heading, and nothing is made up. Every line of the template is kept, but the hints that stood
 * in place of what is known. Code blocks and comments stay as they are.
 */
export function draftReport(
  template: TemplateName,
  text: string,
  known: KnownFields,
  words: DraftWords,
): string {
  const filled = new Set<string>();
  let fence: string | null = null;
  let isComment = false;
  const source = text.split(/\r?\n/);
  const lines = source.flatMap((line, index): string[] => {
    if (line.length > longestLine) return [line];
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1] ?? null;
    if (fence !== null || mark !== null) {
      fence = fence === null ? mark : mark?.startsWith(fence) ? null : fence;
      return [line];
    }
    if (isComment || line.includes('<!--')) {
      isComment = !line.includes('-->', isComment ? 0 : line.indexOf('<!--'));
      return [line];
    }
    const heading = headingLine.exec(line);
    if (heading !== null) {
      const field = fieldOf(template, withoutEnd(heading[1]!.trimEnd(), '#').trimEnd(), filled);
      if (field === null) return [line];
      filled.add(field);
      const value = known[field];
      const next = source.slice(index + 1).find((each) => each.trim() !== '') ?? '';
      const isMarkedBelow = isToFillIn(next);
      const mark = isMarkedBelow || value?.isWhole ? [] : ['', words.mark];
      return value === undefined ? [line, ...mark] : [line, '', ...bulleted(value, words), ...mark];
    }
    const label = inlineLabel.exec(line);
    const field = label === null ? null : fieldOf(template, label[2]!, filled);
    if (label !== null && field !== null) {
      const [, before, name, space, rest] = label as unknown as [string, string, string, string, string];
      filled.add(field);
      const value = known[field];
      if (value === undefined) return [`${line} ${words.mark}`];
      const gap = space !== '' || /[】\]]$/.test(name) ? space : ' ';
      const [first = '', ...others] = value.lines;
      const end = value.isWhole ? '' : ` ${words.mark}`;
      if (others.length === 0) return [`${before}${name}${gap}${first}${words.auto}${end}`];
      const indent = ' '.repeat(before.length > 0 ? 2 : 0);
      return [
        `${before}${name}${rest === '' || value.isWhole ? end : ` ${rest}${end}`}`,
        ...bulleted(value, words).map((each) => `${indent}${each}`),
      ];
    }
    return [isToFillIn(line) ? `${line} ${words.mark}` : line];
  });
  return lines.join('\n');
}

/** Whether a line is left for people to fill in. A table's rows are not marked: a mark would be a cell of its own. */
function isToFillIn(line: string): boolean {
  if (line.trim().startsWith('|')) return false;
  const [, , , , rest] = inlineLabel.exec(line) ?? [];
  return (
    placeholder.test(line) || hint.test(line) || (rest !== undefined && (rest === '' || hint.test(rest)))
  );
}

function bulleted({ lines }: KnownField, { auto }: DraftWords): string[] {
  return lines.map((line) => `- ${line}${auto}`);
}

/** The field that a label names; each is filled in once, where it first stands. */
function fieldOf(
  template: TemplateName,
  label: string,
  filled: ReadonlySet<string>,
): TemplateField | 'began' | null {
  const name = label
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[【】[\]*::]/g, ' ')
    .trim();
  if (!filled.has('began') && began.test(name)) return 'began';
  return templateFields[template].find((field) => !filled.has(field) && fieldNames[field].test(name)) ?? null;
}
