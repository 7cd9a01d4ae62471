import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

// What keeps the rooms apart. Each test lists the offending lines, so that a failure says where to look.

const root = path.resolve(import.meta.dirname, '..');

interface Line {
  /** From the root, with `/`. */
  readonly file: string;
  readonly text: string;
}

interface Import extends Line {
  /** As written; a project file as its path from the root. */
  readonly from: string;
  readonly isTypeOnly: boolean;
}

const files = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((name) => `src/${name.split(path.sep).join('/')}`)
  .filter((name) => name.endsWith('.ts'))
  .sort();

const sources = new Map(files.map((file) => [file, readFileSync(path.join(root, file), 'utf8')]));

const imports: Import[] = files.flatMap((file) => {
  const source = withoutComments(sources.get(file) ?? '');
  const statements = source.matchAll(
    /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^;'"]*?from\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/g,
  );
  return [...statements].map(([text, type, fromStatic, fromOther]) => {
    const written = fromStatic ?? fromOther ?? '';
    const from = written.startsWith('.') ? path.posix.join(path.posix.dirname(file), written) : written;
    return { file, text: text.trim().replace(/\s+/g, ' '), from, isTypeOnly: type !== undefined };
  });
});

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}

function linesWith(pattern: RegExp): Line[] {
  return files.flatMap((file) =>
    withoutComments(sources.get(file) ?? '')
      .split('\n')
      .filter((text) => pattern.test(text))
      .map((text) => ({ file, text: text.trim() })),
  );
}

const shown = (lines: readonly Line[]) => lines.map(({ file, text }) => `${file}: ${text}`);
const isEdge = (file: string) => file.startsWith('src/edge/');

/** From the ground up: a room may import the rooms before it, never those behind it. */
const rooms = [
  'text',
  'protocols',
  'edge',
  'providers',
  'ledger',
  'rules',
  'probes',
  'checklist',
  'judge',
  'report',
  'messages',
  'documents',
  'publish',
  'check',
  'init',
  'cli',
  'action',
];
const looseFiles = ['src/action.ts', 'src/cli.ts'];

const roomOf = (file: string) => file.split('/').slice(1, -1)[0] ?? '';
const levelOf = (file: string) => (looseFiles.includes(file) ? rooms.length : rooms.indexOf(roomOf(file)));

/** The groups of files that reach each other through imports, types counted (Tarjan's components). */
function circles(): string[] {
  const targets = Map.groupBy(imports, ({ file }) => file);
  const found: string[] = [];
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const visit = (file: string) => {
    order.set(file, order.size);
    lowest.set(file, order.get(file)!);
    open.push(file);
    for (const { from } of targets.get(file) ?? []) {
      if (!sources.has(from)) continue;
      if (!order.has(from)) visit(from);
      if (open.includes(from)) lowest.set(file, Math.min(lowest.get(file)!, lowest.get(from)!));
    }
    if (lowest.get(file) !== order.get(file)) return;
    const circle = open.splice(open.indexOf(file)).sort();
    if (circle.length > 1) found.push(circle.join(' '));
  };
  for (const file of files) if (!order.has(file)) visit(file);
  return found.sort();
}

describe('the rooms', () => {
  it('hold every file but the two entries', () => {
    const loose = files.filter((file) => !rooms.includes(roomOf(file)));
    expect(loose).toEqual(looseFiles);
  });

  it('import only rooms that stand before them in the list', () => {
    const upwards = imports
      .filter(({ file, from }) => sources.has(from) && levelOf(from) > levelOf(file))
      .map(({ file, from }) => `${file} → ${from}`);
    expect([...new Set(upwards)].sort()).toEqual([]);
  });

  it('hold no files that import each other in a circle', () => {
    expect(circles()).toEqual([]);
  });

  it('import files that exist', () => {
    const missing = imports.filter(({ from }) => from.startsWith('src/') && !sources.has(from));
    expect(shown(missing)).toEqual([]);
  });

  it('are seen by these tests', () => {
    expect(files).toContain('src/edge/http/resolver.ts');
    expect(imports).toContainEqual(
      expect.objectContaining({ file: 'src/edge/http/resolver.ts', from: 'undici' }),
    );
    expect(imports).toContainEqual(
      expect.objectContaining({
        file: 'src/probes/endpoint/page.ts',
        from: 'src/edge/http-edge.ts',
        isTypeOnly: true,
      }),
    );
  });

  it('reach the world through the edge alone', () => {
    const world =
      /^(undici|@actions\/.*|node:(tls|net|dgram|fs|dns|https?|http2|child_process|worker_threads|cluster|repl|readline)(\/.*)?)$/;
    expect(shown(imports.filter(({ file, from }) => world.test(from) && !isEdge(file)))).toEqual([]);
    expect(shown(linesWith(/(?<![.\w])fetch\(|new WebSocket\(/))).toEqual([]);
  });

  it('import undici in one place', () => {
    const files = imports.filter(({ from }) => from === 'undici').map(({ file }) => file);
    expect(files.filter((file) => !/^src\/edge\/http(?:\.ts$|\/)/.test(file))).toEqual([]);
    expect(files).toContain('src/edge/http/resolver.ts');
  });

  it('keep the entries small', () => {
    const entries = new Set(['src/action.ts', 'src/cli.ts']);
    const foreign = imports.filter(
      ({ file, from }) => entries.has(file) && !from.startsWith('src/') && from !== 'node:process',
    );
    expect(shown(foreign)).toEqual([]);
  });

  it('read environment and clock at the edge and in the entries alone', () => {
    // The entries load their bodies late; they belong to them.
    const entries = new Set(['src/action.ts', 'src/action/run.ts', 'src/cli.ts', 'src/cli/command-line.ts']);
    const outside = linesWith(
      /\bprocess\.env\b|\bDate\.now\(|\bnew Date\(\s*\)|\bTemporal\.Now\b|\bperformance\.now\(|\bMath\.random\(/,
    ).filter(({ file }) => !isEdge(file) && !entries.has(file));
    expect(shown(outside)).toEqual([]);
  });

  it('judge, score and write without a way to look', () => {
    const isPure = (file: string) =>
      /^src\/(text|protocols|rules|checklist|judge|report|messages|documents|ledger)\//.test(file) ||
      /^src\/probes\/(.*\/)?judge[^/]*\.ts$/.test(file);
    const looking = imports.filter(
      ({ file, from, isTypeOnly }) => isPure(file) && isEdge(from) && !isTypeOnly,
    );
    expect(shown(looking)).toEqual([]);
  });

  it('use the words of the field: report, finding, reason', () => {
    const riddles = /\b(?:told|untold|whoever|isTold|wasTold)\b/i;
    const lines = files
      .filter((file) => !/^src\/messages\/(?:en|ja)\//.test(file))
      .flatMap((file) => (sources.get(file) ?? '').split('\n').map((text) => ({ file, text: text.trim() })));
    expect(shown(lines.filter(({ text }) => riddles.test(text)))).toEqual([]);
  });

  it('have names that say what is in them', () => {
    const vague = /(^|[/-])(utils?|helpers?|common|managers?|misc)([-./]|$)/;
    expect(files.filter((file) => vague.test(file))).toEqual([]);
  });
});
