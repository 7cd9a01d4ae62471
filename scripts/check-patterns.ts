// Holds every pattern in src/ against a checker: none may take time that grows faster than the text it reads, since
// most texts come from outside, and a pattern that runs cannot be stopped by any deadline.
import { globSync, readFileSync } from 'node:fs';
import { check, type Parameters } from 'recheck';
import { parseAst } from 'rolldown/parseAst';

/** Patterns made of parts that are not written in the source, and why each is linear. */
const made: Readonly<Record<string, string>> = {
  'src/edge/providers.ts': 'the pattern of a host that a provider wrote as a literal, anchored at both ends',
  'src/probes/mail/spf.ts': 'a class of single delimiters',
  'src/probes/endpoint/text.ts': 'a class of single letters',
  'src/edge/scrubber.ts': 'a secret letter by letter, each in one of some bounded ways to write it',
  'src/ledger/language.ts':
    'the word `language`, with white space beside a colon, which ends it, and the names of languages',
  'src/documents/redact.ts':
    'values of the ledger, letter by letter, with at most two separators between the digits of a number',
};

interface Pattern {
  readonly source: string;
  readonly flags: string;
  readonly places: string[];
}

type Node = { readonly type: string; readonly start: number } & Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

const patterns = new Map<string, Pattern>();
const unread: string[] = [];
const used = new Set<string>();

for (const file of globSync('src/**/*.ts')
  .map((path) => path.replaceAll('\\', '/'))
  .sort()) {
  const text = readFileSync(file, 'utf8');
  const constants = new Map<string, Node>();
  const visit = (value: unknown, act: (node: Node) => void): void => {
    if (Array.isArray(value)) for (const each of value) visit(each, act);
    else if (isNode(value)) {
      act(value);
      for (const each of Object.values(value)) visit(each, act);
    }
  };
  /** The text that an expression stands for; null where it is not written in this file. */
  const textOf = (node: unknown): string | null => {
    if (!isNode(node)) return null;
    const all = (nodes: readonly unknown[], separator: string) => {
      const parts = nodes.map(textOf);
      return parts.includes(null) ? null : parts.join(separator);
    };
    switch (node.type) {
      case 'Literal':
        return String(node['value']);
      case 'Identifier': {
        const value = constants.get(node['name'] as string);
        return value === undefined ? null : textOf(value);
      }
      case 'BinaryExpression':
        return node['operator'] === '+' ? all([node['left'], node['right']], '') : null;
      case 'TemplateLiteral': {
        const quasis = node['quasis'] as readonly { readonly value: { readonly cooked: string } }[];
        const inner = (node['expressions'] as readonly unknown[]).map(textOf);
        if (inner.includes(null)) return null;
        return quasis.map(({ value }, index) => value.cooked + (inner[index] ?? '')).join('');
      }
      case 'CallExpression': {
        const callee = node['callee'] as Node;
        const list = callee['object'] as Node | undefined;
        const isJoin = (callee['property'] as Node | undefined)?.['name'] === 'join';
        if (!isJoin || list?.type !== 'ArrayExpression') return null;
        const separator = textOf((node['arguments'] as readonly unknown[])[0]);
        return separator === null ? null : all(list['elements'] as readonly unknown[], separator);
      }
      default:
        return null;
    }
  };
  const add = (source: string, flags: string, place: string) => {
    const key = `${flags}/${source}`;
    const known = patterns.get(key) ?? { source, flags, places: [] };
    known.places.push(place);
    patterns.set(key, known);
  };
  const tree = parseAst(text, { lang: 'ts' }, file) as unknown as Node;
  visit(tree, (node) => {
    if (node.type !== 'VariableDeclaration' || node['kind'] !== 'const') return;
    for (const { id, init } of node['declarations'] as readonly {
      readonly id: Node;
      readonly init: unknown;
    }[]) {
      if (id.type === 'Identifier' && isNode(init)) constants.set(id['name'] as string, init);
    }
  });
  visit(tree, (node) => {
    const place = `${file}:${text.slice(0, node.start).split('\n').length}`;
    const literal = node['regex'] as { readonly pattern: string; readonly flags: string } | undefined;
    if (node.type === 'Literal' && literal) add(literal.pattern, literal.flags, place);
    const isMade = node.type === 'NewExpression' || node.type === 'CallExpression';
    if (!isMade || (node['callee'] as Node)['name'] !== 'RegExp') return;
    const [pattern, flags] = node['arguments'] as readonly unknown[];
    const source = textOf(pattern);
    if (source !== null) add(source, textOf(flags) ?? '', place);
    else if (file in made) used.add(file);
    else unread.push(place);
  });
}

/**
 * The same pattern with small bounds: how its time grows with the text does not depend on how large a bound is, and the
 * checker, which unrolls each, would not come to an end.
 */
function withSmallBounds(source: string): string {
  let isClass = false;
  return source.replace(/\\[\s\S]|[[\]]|\{(\d+)(,?)(\d*)\}/g, (part, least, comma, most) => {
    if (part === '[' || part === ']') {
      isClass = part === '[' || (isClass && part !== ']');
      return part;
    }
    if (least === undefined || isClass) return part;
    const small = (bound: string, limit: number) => (bound === '' ? '' : Math.min(Number(bound), limit));
    return `{${small(least, 2)}${comma}${small(most, 3)}}`;
  });
}

/** Whether nothing in a pattern repeats without a bound: then its time at each place has one, and no check is needed. */
const isBounded = (source: string) =>
  !/[*+]|\{\d+,\}/.test(source.replace(/\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]/g, 'x'));

/** By steps alone: no clock decides, so that a verdict is the same on every machine, however busy. */
const limits: Parameters = {
  timeout: null,
  attackTimeout: null,
  incubationTimeout: null,
  seedingTimeout: null,
  attackLimit: 20_000_000,
  randomSeed: 0,
};

const waiting = [...patterns.values()].filter(({ source }) => !isBounded(source));
const found: string[] = [];
async function work(): Promise<void> {
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { source, flags, places } = next;
    const verdict = await check(withSmallBounds(source), flags, limits);
    if (verdict.status === 'safe') continue;
    const why =
      verdict.status === 'vulnerable'
        ? `${verdict.complexity.summary}, e.g. ${verdict.attack.pattern}`
        : `not decided: ${verdict.error.kind}`;
    found.push(`${places.join(', ')}\n  /${source}/${flags}\n  ${why}`);
  }
}
await Promise.all([work(), work()]);

// A checker that finds nothing is none: one of each kind, read as an automaton and, for its assertion, tried out.
for (const slow of ['a+b', '(?<!a)b+c', '(?=[a-f]*[0-9])[0-9a-f]{7,}']) {
  const { status } = await check(slow, '', limits);
  if (status !== 'vulnerable') throw new Error(`/${slow}/ was taken for ${status}`);
}
if (patterns.size < 300) throw new Error(`only ${patterns.size} patterns were found`);
for (const place of unread) found.push(`${place}\n  made of parts that this check cannot read`);
for (const file of Object.keys(made)) if (!used.has(file)) found.push(`${file}\n  makes no pattern any more`);
if (found.length > 0) {
  console.error(`Patterns whose time may grow faster than the text:\n${found.sort().join('\n')}`);
  process.exit(1);
}
console.log(
  `Each of the ${patterns.size} patterns is linear, and so are those that ${used.size} files make of parts.`,
);
process.exit(0);
