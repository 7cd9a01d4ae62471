// Holds the providers to their size: what a ledger with one backup has to load beside the program itself, as it is
// built into dist/ (readable, not minified). Prints the figures.
import { providers } from '../src/providers/registry.ts';
import { generateBundles } from './bundle.ts';

const mostBytes = 60_000;
/** With a reader of XML, or with signing. */
const mostBytesWithMore = 110_000;
const heavy = /node_modules\/(?:@rgrove\/parse-xml|aws4fetch)\//;

const output = await generateBundles();
const chunks = new Map(
  output.flatMap((part) => (part.type === 'chunk' ? [[part.fileName, part] as const] : [])),
);
/** What is there anyway, with everything that the two entries and their bodies import at once. */
const always = new Set(
  [...chunks.values()]
    .filter(({ moduleIds }) =>
      moduleIds.some((id) => /\/src\/(?:action|cli|action\/run|cli\/check|check\/check)\.ts$/.test(id)),
    )
    .flatMap(({ fileName }) => reached(fileName)),
);

let failed = false;
for (const [name, { load }] of Object.entries(providers)) {
  if (load === null) continue;
  const entry = [...chunks.values()].find(({ facadeModuleId }) =>
    facadeModuleId?.endsWith(`/src/providers/${name}/index.ts`),
  );
  if (entry === undefined) throw new Error(`${name} has no chunk of its own`);
  const own = reached(entry.fileName).filter((each) => !always.has(each));
  const parts = own.map((each) => chunks.get(each)!);
  const bytes = parts.reduce((sum, { code }) => sum + Buffer.byteLength(code), 0);
  const isHeavy = parts.some(({ moduleIds }) => moduleIds.some((id) => heavy.test(id)));
  const limit = isHeavy ? mostBytesWithMore : mostBytes;
  failed ||= bytes >= limit;
  console.log(
    `${name.padEnd(20)} ${(bytes / 1000).toFixed(1).padStart(6)} kB of ${limit / 1000} kB${bytes >= limit ? '  TOO LARGE' : ''}`,
  );
}
if (failed) process.exitCode = 1;

/** A chunk with all that it imports at once. */
function reached(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  for (const each of chunks.get(file)?.imports ?? []) reached(each, seen);
  return [...seen];
}
