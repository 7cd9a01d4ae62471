// The bundles of the action and the command line, made of the sources.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type OutputOptions, type PreRenderedChunk, type RolldownOutput, rolldown } from 'rolldown';
import { startBuildIn } from '../fixtures/world/built.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

// Readable on purpose: a reviewer can read what runs, and an uncaught error prints one line, not 40 kB of source.
const format: OutputOptions = {
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: (chunk) => `chunks/${contentsOf(chunk)}.js`,
  minify: false,
  sourcemap: false,
};

/** The bundles in memory, as `writeBundles` writes them. */
export async function generateBundles(): Promise<RolldownOutput['output']> {
  await using bundle = await open();
  return (await bundle.generate(format)).output;
}

/** Writes the bundles with their licences into a folder, which holds nothing else afterwards. */
export async function writeBundles(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await using bundle = await open();
  const { output } = await bundle.write({ ...format, dir: folder });
  const modules = output.flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []));
  await writeFile(join(folder, 'licenses.txt'), await licencesOf(modules));
  // The bundles are modules wherever dist/ is copied to.
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }\n');
}

/** A build of the sources in a temporary folder, which is gone once it is disposed of. */
export interface TemporaryBuild extends AsyncDisposable {
  /** Holds `dist` alone; other things that are to go with the build may lie beside that. */
  readonly folder: string;
  /** Builds again, of the sources as they are by then. */
  rebuild(): Promise<void>;
}

/** Builds the sources into a temporary folder, from which this process and its children start the program from then on. */
export async function buildTemporarily(): Promise<TemporaryBuild> {
  const folder = await mkdtemp(join(tmpdir(), 'recovery-ledger-built-'));
  const rebuild = () => writeBundles(join(folder, 'dist'));
  await rebuild();
  startBuildIn(join(folder, 'dist'));
  return { folder, rebuild, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}

function open() {
  return rolldown({
    cwd: root,
    input: { action: 'src/action.ts', cli: 'src/cli.ts' },
    platform: 'node',
    external: [...builtinModules, ...builtinModules.map((name) => `node:${name}`)],
    logLevel: 'warn',
  });
}

/**
 * What a chunk holds, as its name: one file of `src/` or the file it is loaded for by its path, several by the folder
 * or the rooms that they are of; packages, where there is nothing of ours, by the first one's name.
 */
function contentsOf({ facadeModuleId, moduleIds }: PreRenderedChunk): string {
  const entry = facadeModuleId === null ? [] : [facadeModuleId];
  const own = pathsOf(entry).length > 0 ? pathsOf(entry) : pathsOf(moduleIds);
  if (own.length === 0) {
    const packages = [...entry, ...moduleIds].flatMap((id) => packageOf(id) ?? []);
    return packages[0]?.replace('/', '-').replace(/\.js$/, '') ?? 'runtime';
  }
  const [first, ...others] = own.map((path) => path.replace(/(?:\/index)?\.ts$/, '').split('/')) as [
    string[],
    ...string[][],
  ];
  if (others.length === 0) return first.join('-');
  const differsAt = first.findIndex((part, depth) => others.some((path) => path[depth] !== part));
  if (differsAt > 0) return `${first.slice(0, differsAt).join('-')}-parts`;
  const rooms = [...new Set(own.map((path) => path.split('/')[0]!))];
  // No `+`: many a store reads that as a blank.
  return (rooms.length > 3 ? [...rooms.slice(0, 3), 'more'] : rooms).join('-and-');
}

/** The paths below `src/` of those modules that lie there. */
function pathsOf(modules: readonly string[]): string[] {
  const source = join(root, 'src/');
  return modules.filter((id) => id.startsWith(source)).map((id) => id.slice(source.length));
}

function packageOf(module: string): string | undefined {
  return /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(module)?.[1];
}

/** The licences of all packages that went into the bundles. */
async function licencesOf(modules: readonly string[]): Promise<string> {
  const folders = new Set(
    modules.flatMap((id) => /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1] ?? []),
  );
  const entries: string[] = [];
  for (const folder of folders) {
    const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    const files = (await readdir(folder)).filter((name) => /^(licen[cs]e|copying|notice)/i.test(name)).sort();
    const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
    entries.push(
      `${manifest.name} ${manifest.version} (${manifest.license ?? 'see below'})\n\n${texts.join('\n').trim()}\n`,
    );
  }
  return entries.sort().join(`\n${'-'.repeat(80)}\n\n`);
}
