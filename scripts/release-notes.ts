// Prints what a release says, from the changelog: `node scripts/release-notes.ts v1.2.3`.
import { readFile } from 'node:fs/promises';
import { argv } from 'node:process';

/**
 * The changelog's section of the version that `tag` (`v1.2.3`) names, without its heading.
 *
 * @throws where the tag is not `v` and the package's version, or the changelog has no dated section with text for it.
 */
export function releaseNotes(tag: string, packageVersion: string, changelog: string): string {
  if (tag !== `v${packageVersion}`) throw new Error(`${tag} is not v${packageVersion} of package.json`);
  const [, ...sections] = `\n${changelog}`.split('\n## ');
  const section = sections.find((each) => each.startsWith(`[${packageVersion}] - `));
  const notes = section?.slice(section.indexOf('\n') + 1).trim();
  if (!notes) throw new Error(`CHANGELOG.md has no section "## [${packageVersion}] - <date>"`);
  return `${notes}\n`;
}

if (import.meta.main) {
  const read = (name: string) => readFile(new URL(`../${name}`, import.meta.url), 'utf8');
  const { version } = JSON.parse(await read('package.json'));
  process.stdout.write(releaseNotes(argv[2] ?? '', version, await read('CHANGELOG.md')));
}
