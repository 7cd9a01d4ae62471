import { basename, dirname, join, resolve } from 'node:path';
import { withEdge } from '../check/ledgers.ts';
import type { Values } from '../check/options.ts';
import { systemClock } from '../edge/clock.ts';
import type { Look } from '../edge/failure.ts';
import { workTreeRoot } from '../edge/git.ts';
import { createFile, OutputFailure, readOperatorFile, readTextFile } from '../edge/work-tree.ts';
import { type Answers, type ReadAnswers, readAnswers } from '../init/answers.ts';
import { documentPaths, documentsFor, type FirstFiles, firstFiles } from '../init/first-files.ts';
import { lookAtSite } from '../init/look.ts';
import { hasSeenAnything, type SiteSeen } from '../init/seen.ts';
import { readSiteUrl, type SiteAddress } from '../init/site-url.ts';
import { parseLedger } from '../ledger/parse.ts';
import type { Problem } from '../ledger/problem.ts';
import { openLedgerSource } from '../ledger/secrets/source.ts';
import { init as english } from '../messages/en/init.ts';
import { messagesFor } from '../messages/index.ts';
import type { DocumentName } from '../messages/init.ts';
import { init as japanese } from '../messages/ja/init.ts';
import { ruleNames } from '../rules/index.ts';
import { plainLine } from '../text/escape.ts';
import type { Language } from '../text/language.ts';
import { dayIn } from '../text/time.ts';
import { type Command, exitStatus, lastLine, UsageProblem, whileLooking } from './command.ts';

const words = { ja: japanese, en: english } as const;

/**
 * Looks at a site from outside and writes its first ledger, with the documents that it speaks of. Nothing that is
 * there is overwritten.
 */
export const init: Command<'init'> = async ({ operands, options, cwd, spoken, ...run }) => {
  const { from, output, dryRun } = options;
  const say = words[spoken].terminal;
  const written = operands[0]!;
  const address = readSiteUrl(written);
  if (address === null) throw new UsageProblem(say.notAnAddress(plainLine(written, 200)));
  const file = resolve(cwd, output);
  if (!dryRun && (await isThere(file))) throw new UsageProblem(say.exists(output));
  const now = options.now ?? systemClock.now();
  const answers = from === null ? null : await answersFrom(from, now.toString(), cwd, spoken);

  const signal = run.signal();
  const site = await lookTwice(address, options, spoken, signal);
  if (!hasSeenAnything(site)) {
    return { text: '', notes: [nothingSeen(site, spoken)], status: exitStatus.incomplete };
  }

  const language = options.language ?? answers?.site.language ?? languageOf(site) ?? spoken;
  const timezone = answers?.site.timezone ?? (language === 'ja' ? 'Asia/Tokyo' : 'UTC');
  const first = { site, answers, language, timezone, day: dayIn(timezone, now) };
  const files = firstFiles(first, await existingDocuments(dirname(file), answers), {
    init: words[language],
    failures: messagesFor(language).report.evidence.failures,
  });
  requireReadable(files.ledger, await pathInTree(file, cwd), now.toString());

  const { failures } = messagesFor(spoken).report.evidence;
  const unseen = unseenIn(site).map(({ what, look }) => say.unseen(what, failures[look.code]));
  const beside = (path: string) => join(dirname(output), path);
  if (dryRun) {
    const would = [output, ...files.documents.map(({ path }) => beside(path))].map(say.wouldWrite);
    return { text: files.ledger, notes: [...unseen, ...would], status: exitStatus.match };
  }
  const hasQuestions = ['first-contact', 'access', 'rollback'].some((name) => !answers?.sections.has(name));
  const notes = [
    ...unseen,
    ...(await writeAll(files, file, beside, spoken, signal)),
    ...files.kept.map((path) => say.kept(beside(path))),
    ...files.lacking.map((path) => say.lacksFields(beside(path))),
    '',
    say.nextSteps({ ledger: output, hasQuestions }),
  ];
  return { text: '', notes, status: exitStatus.match };
};

/** Looks from outside with two edges, of which the second remembers nothing of the first. */
function lookTwice(
  address: SiteAddress,
  options: Values<'init'>,
  spoken: Language,
  signal: AbortSignal,
): Promise<SiteSeen> {
  const { retryWaitsMs, deadlineMs } = options;
  const nobody = { credentials: [], providers: null, accounts: null };
  const looking = { clock: systemClock, retryWaitsMs, deadlineMs, signal };
  return whileLooking(signal, (show) => {
    show(words[spoken].terminal.progress(address.tries[0]!.href));
    return withEdge(options, nobody, lastLine(messagesFor(spoken).command), (edge) =>
      withEdge(options, nobody, null, (again) => lookAtSite(address, edge!, again!, looking)),
    );
  });
}

/** In words, why nothing of the site was seen. */
function nothingSeen({ home, url }: SiteSeen, language: Language): string {
  const say = words[language].terminal;
  const reason = home.type === 'unseen' ? messagesFor(language).report.evidence.failures[home.code] : '';
  const isNoName = home.type === 'unseen' && home.code === 'name-not-found';
  return isNoName ? say.noSuchName(new URL(url).hostname, reason) : say.nothingSeen(url, reason);
}

/** Those of the documents that would be written which are there already. */
async function existingDocuments(
  folder: string,
  answers: Answers | null,
): Promise<Map<DocumentName, string>> {
  const existing = new Map<DocumentName, string>();
  for (const name of documentsFor(answers)) {
    const text = await textOf(join(folder, documentPaths[name]));
    if (text !== null) existing.set(name, text);
  }
  return existing;
}

/** @throws TypeError where what was made is no ledger: a mistake of ours */
function requireReadable(ledger: string, file: string, now: string): void {
  const parsed = parseLedger(new TextEncoder().encode(ledger), { file, now, ruleNames });
  if (!parsed.ok) throw new TypeError(`the ledger that was made cannot be read: ${codesOf(parsed.problems)}`);
}

/** Writes what is not there yet, the ledger last. Returns, in words, what became of each. @throws UsageProblem */
async function writeAll(
  { documents, ledger }: FirstFiles,
  file: string,
  beside: (path: string) => string,
  language: Language,
  signal: AbortSignal,
): Promise<string[]> {
  const say = words[language].terminal;
  const notes: string[] = [];
  for (const { path, text } of [...documents, { path: basename(file), text: ledger }]) {
    const name = beside(path);
    signal.throwIfAborted();
    try {
      const isNew = await createFile(join(dirname(file), path), text);
      notes.push(isNew ? say.wrote(name) : say.kept(name));
    } catch (error) {
      if (!(error instanceof OutputFailure)) throw error;
      throw new UsageProblem(messagesFor(language).command.cannotWrite(name, error.code), false);
    }
  }
  return notes;
}

/** The language of the page, else of its country. */
function languageOf({ home, url }: SiteSeen): Language | null {
  const said = home.type === 'seen' ? home.seen.language : null;
  if (said !== null) return said.startsWith('ja') ? 'ja' : 'en';
  return new URL(url).hostname.endsWith('.jp') ? 'ja' : null;
}

/** @throws UsageProblem */
async function answersFrom(from: string, now: string, cwd: string, language: Language): Promise<Answers> {
  const say = words[language].terminal;
  let bytes: Uint8Array;
  try {
    bytes = await readOperatorFile(resolve(cwd, from));
  } catch {
    throw new UsageProblem(say.answersUnreadable(from));
  }
  const { bytes: masked, secrets = [] } = await openLedgerSource(from, bytes);
  const result = readAnswers(masked, { file: from, now });
  if (result.ok && secrets.length === 0) return result.answers;
  const { problems, rules } = messagesFor(language);
  const { remedy } = rules['ledger/secret-found'];
  const lines = [
    ...secrets.map(
      ({ position: { line, column } }) => `${from}:${line}:${column}: ${say.answersSecret} ${remedy}`,
    ),
    ...(result.ok ? [] : problemsOf(result)),
  ];
  throw new UsageProblem([say.answersRejected(from), ...lines].join('\n'), false);

  function problemsOf(refused: Extract<ReadAnswers, { ok: false }>): string[] {
    return [
      ...refused.problems.map((problem) => {
        const { line, column } = problem.position ?? { line: 1, column: 1 };
        const words = (problems[problem.code] as (problem: Problem) => string)(problem);
        return `${from}:${line}:${column}: ${plainLine(words, 400)}`;
      }),
      ...refused.ownKeys.map(
        ({ key, position }) => `${from}:${position.line}:${position.column}: ${say.answersKey(key)}`,
      ),
    ];
  }
}

/** What could not be looked at, by name. */
function unseenIn({ home, url, hosts, domain }: SiteSeen) {
  const named: (readonly [string, Look<unknown> | null])[] = [
    [url, home],
    ...hosts.flatMap(({ host, a, aaaa, entry, certificate }) => [
      [`${host} A`, a] as const,
      [`${host} AAAA`, aaaa] as const,
      [host, entry] as const,
      [`${host} TLS`, certificate] as const,
    ]),
    ...(domain === null
      ? []
      : [
          [`${domain.name} NS`, domain.nameServers] as const,
          [`${domain.name} MX`, domain.mx] as const,
          [`${domain.name} TXT`, domain.txt] as const,
          [`${domain.name} CAA`, domain.caa] as const,
          [`${domain.name} RDAP/WHOIS`, domain.registration] as const,
        ]),
  ];
  return named.flatMap(([what, look]) => (look?.type === 'unseen' ? [{ what, look }] : []));
}

const codesOf = (problems: readonly Problem[]) =>
  problems.map(({ code, position }) => `${code}:${position?.line ?? 0}:${position?.column ?? 0}`).join(' ');

async function textOf(file: string): Promise<string | null> {
  try {
    return await readTextFile(file);
  } catch {
    // What cannot be read is no file of ours: whether it is there shows when it is to be written.
    return null;
  }
}

async function isThere(file: string): Promise<boolean> {
  return (await textOf(file)) !== null;
}

/** The file's path from the root of its work tree, where it lies in one. */
async function pathInTree(file: string, cwd: string): Promise<string> {
  const root = await workTreeRoot(cwd);
  return file.startsWith(`${root}/`) ? file.slice(root.length + 1) : basename(file);
}
