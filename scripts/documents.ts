// The generated parts of the documentation, and action.yml.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { messagesFor } from '../src/messages/index.ts';
import { type RuleName, rules } from '../src/rules/index.ts';
import type { Language } from '../src/text/language.ts';
import { cases as dnsCases } from '../test/real-servers/dns-cases.ts';
import { cases as pages } from '../test/real-servers/http-cases.ts';
import { cases as mail } from '../test/real-servers/mail-tls-cases.ts';
import { cases as registrations } from '../test/real-servers/registration-cases.ts';
import { cases } from '../test/real-servers/tls-cases.ts';
import { truthCases } from '../test/truth/cases.ts';
import { actionManifest, commandReference, inputRows, japaneseManifest, outputRows } from './interface.ts';
import { providerDocuments } from './providers-reference.ts';

/** Every generated document with the text it should have, by its path from the root. */
export async function generatedDocuments(root: string): Promise<[path: string, text: string][]> {
  return [
    ['action.yml', actionManifest()],
    ['docs/action.ja.yml', japaneseManifest()],
    ['README.md', await withTables(root, 'README.md', 'en')],
    ['README.ja.md', await withTables(root, 'README.ja.md', 'ja')],
    ['docs/command-line.md', commandReference('en')],
    ['docs/command-line.ja.md', commandReference('ja')],
    ['docs/rules.md', rulesReference('en')],
    ['docs/rules.ja.md', rulesReference('ja')],
    ['docs/certificates.md', certificateCases()],
    ...providerDocuments(),
    ['docs/pages.md', pageCases()],
    ['docs/registrations.md', registrationCases()],
    ['docs/dns.md', recordCases()],
    ['docs/truth.md', truthTable()],
  ];
}

/** What the suite against real servers holds to: what was served, what OpenSSL says of it, what this program finds. */
function certificateCases(): string {
  const all = [...cases, ...mail.map((each) => ({ ...each, opensslUnnamed: undefined }))];
  const rows = all.map(({ served, openssl, opensslUnnamed, finds }) => {
    const found = rulesIn(finds);
    const unnamed = opensslUnnamed === undefined ? '' : `; without SNI: ${opensslUnnamed}`;
    return `| ${cell(served)} | ${openssl ?? 'no connection'}${unnamed} | ${found || 'nothing'} |`;
  });
  return `# What is found of certificates

Each row is a case of the suite that runs against nginx with certificates made by OpenSSL
(\`npm run test:real-servers\`): what the server serves, what OpenSSL's own client says of it, and what this program
finds – exactly that, and nothing else.

| served | OpenSSL | found |
| --- | --- | --- |
${rows.join('\n')}
`;
}

/** The same of name servers: what BIND's own programs say, and what this program finds. */
function recordCases(): string {
  const rows = dnsCases.map(({ served, delv, dig, finds }) => {
    const oracles = [
      ...(delv === null ? [] : [`delv: ${delv}`]),
      ...(dig === undefined ? [] : [`dig: ${dig}`]),
    ];
    const found = rulesIn(finds);
    return `| ${cell(served)} | ${cell(oracles.join('<br>'))} | ${found || 'nothing'} |`;
  });
  return `# What is found of DNS

Each row is a case of the suite that runs against real name servers (\`npm run test:real-servers\`): NSD as root and
registry, BIND 9 and Knot DNS as the site's own servers, Unbound as the resolver, zones signed by BIND's tools. The
columns: what the servers serve, what \`delv\` (which checks signatures from the root's key on) and \`dig\` (asked of
each server) say of it, and what this program finds – exactly that, and nothing else.

| served | BIND's programs | found |
| --- | --- | --- |
${rows.join('\n')}
`;
}

/** The rules of some findings, each once. */
function rulesIn(ids: readonly string[]): string {
  const rules = new Set(ids.map((id) => id.slice(0, id.indexOf(':'))));
  return [...rules].map((rule) => `\`${rule}\``).join(', ');
}

/** The same of pages, with curl as the other visitor. */
function pageCases(): string {
  const rows = pages.map(({ served, curl, finds }) => {
    const found = rulesIn(finds);
    return `| ${cell(served)} | ${curl ?? 'no answer'} | ${found || 'nothing'} |`;
  });
  return `# What is found of pages

Each row is a case of the suite that runs against nginx (\`npm run test:real-servers\`): what the server answers, the
status of the first answer that \`curl\` sees, and what this program finds – exactly that, and nothing else.

| served | curl | found |
| --- | --- | --- |
${rows.join('\n')}
`;
}

/** The same of registrations, with Debian's `whois` as the other reader. */
function registrationCases(): string {
  const rows = registrations.map(({ served, whois, finds }) => {
    const found = rulesIn(finds);
    return `| ${cell(served)} | ${whois === null ? '–' : `\`${whois}\``} | ${found || 'nothing'} |`;
  });
  return `# What is found of domain registrations

Each row is a case of the suite that runs against RDAP and WHOIS servers on loopback
(\`npm run test:real-servers\`), judged on 1 November 2026 for a check once a month: what the registry answers, what
Debian's \`whois\` shows of the same answer, and what this program finds – exactly that, and nothing else. Its WHOIS
server answers as that of .jp does; RDAP, which \`whois\` does not speak, is asked where IANA's list says.

| served | \`whois\` | found |
| --- | --- | --- |
${rows.join('\n')}
`;
}

/** Small inputs that checks of this kind get wrong, each run by `test/truth/table.test.ts`. */
function truthTable(): string {
  const sections = [...truthCases].map(([heading, rows]) => {
    const lines = rows.map(
      ({ input, judge, says, ours }) => `| ${cell(input)} | ${cell(judge)}: ${cell(says)} | ${cell(ours)} |`,
    );
    return `## ${heading}\n\n| input | another's judgement | found |\n| --- | --- | --- |\n${lines.join('\n')}\n`;
  });
  return `# What others say, and what is found

Each row is a small input that checks of this kind have been wrong about, taken from public reports: what a program or
a standard that is not this project's says of it, and what this program finds – exactly that, and nothing else. Every
row is run by \`npm test\` (\`test/truth/\`); what browsers, OpenSSL, BIND and others say is asked of them in
\`npm run test:real-servers\`.

${sections.join('\n')}`;
}

async function withTables(root: string, path: string, language: Language): Promise<string> {
  const text = await readFile(join(root, path), 'utf8');
  const workflow = (await readFile(join(root, 'examples/workflow.yml'), 'utf8')).trimEnd();
  // The issue of month 2 of the embedded world; a test keeps it equal to what `npm start` shows.
  const issue = (await readFile(join(root, `docs/issue.${language}.md`), 'utf8')).trimEnd();
  const blocks: Record<string, readonly string[]> = {
    inputs: inputRows(language),
    outputs: outputRows(language),
    workflow: ['```yaml', workflow, '```'],
    issue: ['<blockquote>', '', issue, '', '</blockquote>'],
  };
  return Object.entries(blocks).reduce((done, [name, lines]) => replaced(done, name, lines, path), text);
}

function replaced(text: string, name: string, lines: readonly string[], path: string): string {
  const pattern = new RegExp(`(<!-- ${name}: generated -->\n)[\\s\\S]*?(<!-- ${name}: end -->)`);
  if (!pattern.test(text)) throw new Error(`${path} has no place for the generated ${name}`);
  return text.replace(pattern, (_, start: string, end: string) => `${start}\n${lines.join('\n')}\n\n${end}`);
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ').trim();
}

const words = {
  en: {
    title: 'Rules',
    intro:
      'Every rule that this version checks. A name is public: it can stand in `exceptions`. `recovery-ledger explain RULE` prints the same.',
    kind: 'Kind',
    severity: 'Severity',
    items: 'Items',
    why: 'Why it matters in a recovery',
    remedy: 'What to do',
  },
  ja: {
    title: 'ルール一覧',
    intro:
      'この版が点検するすべてのルールです。名前は公開されたもので、台帳の `exceptions` に書けます。`recovery-ledger explain ルール名` でも同じ説明が出ます。',
    kind: '種類',
    severity: '重さ',
    items: '項目',
    why: '復旧のときに困ること',
    remedy: '対応',
  },
} as const;

function rulesReference(language: Language): string {
  const say = words[language];
  const messages = messagesFor(language);
  const kinds = messages.report.kinds;
  const severities = messages.report.severities;
  const lines = [
    `<!-- Generated from src/rules and src/messages by "npm run build". -->`,
    `# ${say.title}`,
    '',
    say.intro,
    '',
  ];
  for (const name of (Object.keys(rules) as RuleName[]).sort()) {
    const rule = rules[name];
    const message = messages.rules[name];
    const items = rule.items.map((item) => '①②③④⑤⑥⑦⑧⑨⑩'[item - 1]).join(' ') || '–';
    lines.push(
      `## ${name}`,
      '',
      message.means,
      '',
      `- ${say.kind}: ${[rule.kind]
        .flat()
        .map((each) => kinds[each])
        .join(' / ')}`,
      `- ${say.severity}: ${[rule.severity]
        .flat()
        .map((each) => severities[each])
        .join(' / ')}`,
      `- ${say.items}: ${items}`,
      '',
      `**${say.why}** ${message.why}`,
      '',
      `**${say.remedy}** ${message.remedy}`,
      '',
    );
  }
  return lines.join('\n');
}

/** Writes all generated documents. */
export async function writeDocuments(root: string): Promise<void> {
  for (const [path, text] of await generatedDocuments(root)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
}
