// Writes src/edge/registry/services.ts: where registries answer RDAP, from IANA's bootstrap file (RFC 9224).
//   node scripts/registries.ts          fetches https://data.iana.org/rdap/dns.json
//   node scripts/registries.ts FILE     reads a copy of it
import { readFile, writeFile } from 'node:fs/promises';
import * as z from 'zod';

const Bootstrap = z.object({
  version: z.literal('1.0'),
  publication: z.iso.datetime(),
  services: z.array(z.tuple([z.array(z.string()), z.array(z.url())])).min(500),
});

const source = 'https://data.iana.org/rdap/dns.json';
const [file] = process.argv.slice(2);
const text = file === undefined ? await (await fetch(source)).text() : await readFile(file, 'utf8');
// RFC 9224 knows no version, and some copies lack it.
const { publication, services } = Bootstrap.parse({ version: '1.0', ...JSON.parse(text) });

const listed = services.flatMap(([domains, urls]) => {
  const base = urls.find((url) => url.startsWith('https:'));
  // What is asked in the clear could be answered by anybody on the way.
  return base === undefined ? [] : domains.map((domain) => ({ domain, base }));
});
/** Many servers are named after their domain: `https://rdap.nic.club/` is the club of `https://rdap.nic.{tld}/`. */
const patternOf = ({ domain, base }: { domain: string; base: string }) =>
  base
    .split(/(?<=[./])|(?=[./])/)
    .map((part) => (part === domain ? '{tld}' : part))
    .join('');
const byPattern = Map.groupBy(listed, patternOf);
const byBase = Map.groupBy(listed, (each) => {
  const pattern = patternOf(each);
  return byPattern.get(pattern)!.length > 1 ? pattern : each.base;
});
const lines = [...byBase]
  .map(([base, members]) => [base, ...members.map(({ domain }) => domain).sort()] as const)
  .sort(([one], [other]) => (one < other ? -1 : 1))
  .flatMap(([base, ...domains]) => [base, ...wrapped(domains)]);

await writeFile(
  new URL('../src/edge/registry/services.ts', import.meta.url),
  `// Written by scripts/registries.ts from ${source}: do not edit.
// Left out are servers without https.

/** The day on which IANA published what stands here. */
export const publishedOn = '${publication.slice(0, 10)}';

/** Each server, and the top-level domains that it answers for; \`{tld}\` stands for the domain's own. */
export const services = \`
${lines.join('\n')}
\`;
`,
);

function wrapped(words: readonly string[]): string[] {
  const rows: string[] = [];
  for (const word of words) {
    const row = rows.at(-1);
    if (row !== undefined && row.length + 1 + word.length <= 118) rows[rows.length - 1] = `${row} ${word}`;
    else rows.push(`  ${word}`);
  }
  return rows;
}
