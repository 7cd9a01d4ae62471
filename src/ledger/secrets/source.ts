import { isMap, isScalar, isSeq, LineCounter, type Node, parseAllDocuments } from 'yaml';
import { utf8TextAsWritten } from '../../text/utf8.ts';
import type { LedgerPath } from '../path.ts';
import { ledgerSizeLimit } from '../read.ts';
import type { LedgerSource, SecretLines } from '../source.ts';
import { type SecretSpan, type Span, writtenSecrets } from './written.ts';

/** What stands in a secret's place: one for each UTF-16 unit, so that every other place stays where it is. */
const mask = '●';

/**
 * A ledger as the program may see it: whatever looks like a secret is masked before anything else reads it, so that no
 * message, report or patch can show it. What the file really holds is in `written`, for edits alone.
 */
export async function openLedgerSource(file: string, bytes: Uint8Array): Promise<LedgerSource> {
  const text = bytes.length > ledgerSizeLimit ? null : utf8TextAsWritten(bytes);
  if (text === null) return { file, bytes };
  const all = await secretsIn(text);
  if (all.length === 0) return { file, bytes };
  const lines = new LineCounter();
  const places = placesIn(text, lines);
  const spans = merged(all).filter(
    (span) => !isPublicRecord(pathAt(span, places), text.slice(span.from, span.to)),
  );
  if (spans.length === 0) return { file, bytes };
  const values = spans.map(({ from, to }) => text.slice(from, to)).sort((a, b) => b.length - a.length);
  return {
    file,
    bytes: new TextEncoder().encode(masked(text, spans)),
    written: bytes,
    secrets: spans.map((span) => {
      const { line, col } = lines.linePos(span.from);
      const { isCertain } = span;
      return { path: pathAt(span, places), position: { line, column: col }, isCertain };
    }),
    hide: (shown) =>
      values.reduce((clean, value) => clean.replaceAll(value, (found) => found.replace(/\S/gu, mask)), shown),
  };
}

/**
 * A runbook or a template as the program may see it: as a ledger, with what looks like a secret masked.
 *
 * @returns the lines with secrets beside it, those that can hardly be anything else and the others
 */
export async function openText(
  text: string,
): Promise<{ readonly text: string; readonly secrets: SecretLines }> {
  const spans = merged(await secretsIn(text));
  if (spans.length === 0) return { text, secrets: { certain: [], possible: [] } };
  const linesOf = (isCertain: boolean) => {
    const found = new Set<number>();
    let line = 1;
    let at = 0;
    for (const span of spans) {
      for (; at < span.from; at += 1) if (text[at] === '\n') line += 1;
      if (span.isCertain === isCertain) found.add(line);
    }
    return [...found];
  };
  return { text: masked(text, spans), secrets: { certain: linesOf(true), possible: linesOf(false) } };
}

async function secretsIn(text: string): Promise<SecretSpan[]> {
  const { knownSecrets } = await import('./known.ts');
  const known = (await knownSecrets(text)).map((span) => ({ ...span, isCertain: true }));
  return narrowest(known, writtenSecrets(text), text);
}

/** How many places of a ledger's text look like a secret by their form alone, as far as a ledger may not hold them. */
export function countWrittenSecrets(text: string): number {
  const spans = merged(writtenSecrets(text));
  if (spans.length === 0) return 0;
  const places = placesIn(text, new LineCounter());
  return spans.filter((span) => !isPublicRecord(pathAt(span, places), text.slice(span.from, span.to))).length;
}

/** A whole address that holds a password is masked but for its password: the rest is for people to read. */
function narrowest(known: readonly SecretSpan[], written: readonly SecretSpan[], text: string): SecretSpan[] {
  const sorted = [...written].sort((a, b) => a.from - b.from);
  const isWider = (span: Span) => {
    for (let index = firstFrom(sorted, span.from); index < sorted.length; index += 1) {
      const each = sorted[index]!;
      if (each.from >= span.to) return false;
      if (each.to <= span.to && !isSame(span, each)) return true;
    }
    return false;
  };
  const isTemplate = ({ from, to }: Span) => {
    const part = text.slice(from, to);
    const opening = /:\/\/[^\s/@]*?:(?:[<{[(%]|\$[{(])/.exec(part);
    return opening !== null && part.includes('@', opening.index + opening[0].length);
  };
  return [...known.filter((span) => !isWider(span) && !isTemplate(span)), ...written];
}

/** The index of the first that begins at `offset` or behind it. They are in order. */
function firstFrom(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.from < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const isSame = (one: Span, other: Span) => one.from === other.from && one.to === other.to;

/** The spans in order, those that touch each other as one. */
function merged(spans: readonly SecretSpan[]): SecretSpan[] {
  const result: SecretSpan[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = result.at(-1);
    if (last !== undefined && span.from < last.to) {
      result[result.length - 1] = {
        from: last.from,
        to: Math.max(last.to, span.to),
        isCertain: last.isCertain || span.isCertain,
      };
    } else result.push(span);
  }
  return result;
}

function masked(text: string, spans: readonly Span[]): string {
  let result = '';
  let at = 0;
  for (const { from, to } of spans) {
    result += text.slice(at, from) + text.slice(from, to).replace(/[^\s]/g, mask);
    at = to;
  }
  return result + text.slice(at);
}

interface Place extends Span {
  readonly path: LedgerPath;
}

/** Every value that is written, in order. */
function placesIn(text: string, lines: LineCounter): Place[] {
  const places: Place[] = [];
  const walk = (node: Node | null, path: LedgerPath) => {
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        const name = isScalar(key) ? String(key.value) : '';
        walk(value as Node | null, [...path, name]);
      }
    } else if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) walk(item as Node | null, [...path, index]);
    } else if (isScalar(node) && node.range) {
      places.push({ from: node.range[0], to: node.range[1], path });
    }
  };
  try {
    const [document] = parseAllDocuments(text, {
      lineCounter: lines,
      merge: false,
      prettyErrors: false,
      uniqueKeys: false,
    });
    if (document !== undefined && 'contents' in document) walk(document.contents as Node | null, []);
  } catch {
    // What is no YAML has no places: the reader says what is wrong with it.
  }
  return places;
}

function pathAt({ from }: Span, places: readonly Place[]): LedgerPath {
  const place = places[firstFrom(places, from + 1) - 1];
  return place !== undefined && from < place.to ? place.path : [];
}

/** DNS records are there for everybody to read, long random values among them; a private key is none of them. */
function isPublicRecord(path: LedgerPath, value: string): boolean {
  return path[0] === 'reality' && path[1] === 'dns' && !value.includes('\n');
}
