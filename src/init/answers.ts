import { isScalar, type Pair, parseDocument, stringify, visit, type YAMLMap } from 'yaml';
import { parseLedger } from '../ledger/parse.ts';
import type { Position } from '../ledger/path.ts';
import type { Problem } from '../ledger/problem.ts';
import type { Site } from '../ledger/schema.ts';
import { ruleNames } from '../rules/index.ts';

/** What somebody has answered before: a part of a ledger. */
export interface Answers {
  readonly site: Partial<Pick<Site, 'name' | 'timezone' | 'language' | 'public'>>;
  readonly contacts: readonly string[];
  readonly parties: readonly string[];
  /** The text of each section as it is written, comments included, without a line break at its end. */
  readonly sections: ReadonlyMap<string, string>;
  /** The text of `reality.backups`, two spaces in; null where it is not there. */
  readonly backups: string | null;
}

export type ReadAnswers =
  | { readonly ok: true; readonly answers: Answers }
  | {
      readonly ok: false;
      readonly problems: readonly Problem[];
      /** Keys that a first look fills in. */
      readonly ownKeys: readonly { readonly key: string; readonly position: Position }[];
    };

/** The endpoints that a first look may find, so that answers can name them. */
const foundEndpoints = ['home', 'apex', 'www', 'entry'];

/** Reads a part of a ledger: all of the format but what a first look writes itself (`version` is let pass). */
export function readAnswers(bytes: Uint8Array, options: { file: string; now: string }): ReadAnswers {
  const result = parseLedger(bytes, {
    ...options,
    ruleNames,
    beneath: {
      version: 1,
      site: { name: 'site', url: 'https://site.invalid/' },
      reality: {
        endpoints: Object.fromEntries(foundEndpoints.map((id) => [id, { url: 'https://site.invalid/' }])),
      },
    },
  });
  if (!result.ok) return { ok: false, problems: result.problems, ownKeys: [] };
  const { parsed } = result;
  const text = new TextDecoder().decode(bytes).replace(/\r\n?/g, '\n');
  const document = parseDocument(text, { prettyErrors: false });
  const root = document.contents as YAMLMap;
  const plain = document.toJS({ maxAliasCount: 100_000 }) as Record<string, unknown>;
  const ownKeys = ownPaths(plain).map((path) => ({ key: path.join('.'), position: parsed.locate(path) }));
  if (ownKeys.length > 0) return { ok: false, problems: [], ownKeys };

  let hasAlias = false;
  visit(document, {
    Alias: () => {
      hasAlias = true;
      return visit.BREAK;
    },
  });
  // Aliases may stand before what they mean once sections are put in order.
  const asWritten = hasAlias || root.flow === true ? new Map<string, string>() : sectionsOf(text, root);
  const sections = new Map<string, string>();
  for (const [key, value] of Object.entries(plain)) {
    if (key === 'version' || key === 'site' || key === 'reality') continue;
    sections.set(key, asWritten.get(key) ?? stringify({ [key]: value }, { lineWidth: 0 }).trimEnd());
  }
  const { ledger } = parsed;
  const said = (plain['site'] ?? {}) as Answers['site'];
  const { name, timezone, language, public: isPublic } = ledger.site;
  return {
    ok: true,
    answers: {
      site: {
        ...('name' in said ? { name } : {}),
        ...('timezone' in said ? { timezone } : {}),
        ...('language' in said && language !== undefined ? { language } : {}),
        ...('public' in said ? { public: isPublic } : {}),
      },
      contacts: Object.keys(ledger.contacts ?? {}),
      parties: Object.keys(ledger.parties ?? {}),
      sections,
      backups: backupsOf(plain, asWritten.get('reality')),
    },
  };
}

/** What is written here and belongs to the look. */
function ownPaths(plain: Readonly<Record<string, unknown>>): string[][] {
  const { site, reality } = plain;
  const keysOf = (value: unknown) => (typeof value === 'object' && value !== null ? Object.keys(value) : []);
  return [
    ...['reviewed', 'changes'].filter((key) => key in plain).map((key) => [key]),
    ...(keysOf(site).includes('url') ? [['site', 'url']] : []),
    ...keysOf(reality)
      .filter((key) => key !== 'backups')
      .map((key) => ['reality', key]),
  ];
}

/** Each section's lines, with the comment directly above it. */
function sectionsOf(text: string, root: YAMLMap): Map<string, string> {
  const starts = (root.items as Pair[]).map(({ key }) => {
    const offset = isScalar(key) ? key.range![0] : 0;
    let start = text.lastIndexOf('\n', offset - 1) + 1;
    while (start > 0) {
      const above = text.lastIndexOf('\n', start - 2) + 1;
      if (text[above] !== '#') break;
      start = above;
    }
    return { key: isScalar(key) ? String(key.value) : '', start };
  });
  const sections = new Map<string, string>();
  for (const [index, { key, start }] of starts.entries()) {
    const lines = text.slice(start, starts[index + 1]?.start ?? text.length).trimEnd();
    sections.set(key, lines.replace(/\n\.\.\.$/, '').trimEnd());
  }
  return sections;
}

function backupsOf(plain: Readonly<Record<string, unknown>>, section: string | undefined): string | null {
  const { reality } = plain as { reality?: { backups?: unknown } };
  if (reality?.backups === undefined) return null;
  const lines = (section ?? '').split('\n').filter((line) => !line.startsWith('#'));
  const [head = '', ...inner] = lines;
  const isBlock = /^reality:\s*(#.*)?$/.test(head) && inner.length > 0;
  const block = isBlock
    ? inner
    : stringify({ backups: reality.backups }, { lineWidth: 0 }).trimEnd().split('\n');
  const depths = block.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const depth = Math.min(...depths);
  return block.map((line) => (line.trim() === '' ? '' : `  ${line.slice(depth)}`)).join('\n');
}
