import { basename, dirname, join, resolve } from 'node:path';
import { type ReadInput, readLanguage, readNetworkInputs, readNow } from '../check/inputs.ts';
import { withEdge } from '../check/ledgers.ts';
import { systemClock } from '../edge/clock.ts';
import { Stopped } from '../edge/ending.ts';
import { workTreeRoot } from '../edge/git.ts';
import { openProgress } from '../edge/terminal.ts';
import { createFile, OutputFailure, readOperatorFile, readTextFile } from '../edge/work-tree.ts';
import { type Answers, type ReadAnswers, readAnswers } from '../init/answers.ts';
import { documentPaths, documentsFor, firstFiles } from '../init/first-files.ts';
import { lookAtSite } from '../init/look.ts';
import { hasSeenAnything, type Look, type SiteSeen } from '../init/seen.ts';
import { readSiteUrl } from '../init/site-url.ts';
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

export interface InitCommand {
  /** What stands after the options. */
  readonly positionals: readonly string[];
  readonly read: ReadInput;
  /** A part of a ledger that somebody keeps; null: none. */
  readonly from: string | null;
  /** Where the ledger is to be written, from `cwd`. */
  readonly output: string;
  readonly dryRun: boolean;
  readonly cwd: string;
  readonly fallbackLanguage: Language;
  /** Stops the command: from outside, or by what nothing caught. */
  readonly signal: AbortSignal;
}

export type InitOutcome =
  | { readonly type: 'usage'; readonly message: string }
  | { readonly type: 'stopped' }
  /** Nothing of the site could be seen. */
  | { readonly type: 'nothing-seen'; readonly message: string }
  | {
      readonly type: 'done';
      /** For standard output: the ledger, where it is not written. */
      readonly text: string;
      /** For standard error. */
      readonly notes: readonly string[];
    };

const words = { ja: japanese, en: english } as const;

/**
 * Looks at a site from outside and writes its first ledger, with the documents that it speaks of. Nothing that is
 * there is overwritten. @throws InputProblem
 */
export async function initFromCommandLine(command: InitCommand): Promise<InitOutcome> {
  const { read, cwd } = command;
  const given = readLanguage(read);
  const spoken = given ?? command.fallbackLanguage;
  const say = words[spoken].told;
  const [written, ...more] = command.positionals;
  if (written === undefined || more.length > 0) return { type: 'usage', message: say.usage };
  const address = readSiteUrl(written);
  if (address === null) return { type: 'usage', message: say.notAnAddress(plainLine(written, 200)) };
  const file = resolve(cwd, command.output);
  if (!command.dryRun && (await isThere(file))) return { type: 'usage', message: say.exists(command.output) };
  const network = readNetworkInputs(read);
  const now = readNow(read) ?? systemClock.now();
  const said =
    command.from === null ? null : await answersFrom(command.from, now.toString(), command, spoken);
  if (said !== null && 'message' in said) return { type: 'usage', message: said.message };
  const answers = said;

  const { signal } = command;
  const progress = openProgress();
  let site: SiteSeen;
  try {
    progress.show(say.progress(address.tries[0]!.href));
    const nobody = { credentials: [], providers: null, accounts: null };
    site = await withEdge(network, nobody, (edge) =>
      withEdge(network, nobody, (again) =>
        lookAtSite(address, edge!, again!, {
          clock: systemClock,
          retryWaitsMs: network.retryWaitsMs,
          deadlineMs: network.deadlineMs,
          signal,
        }),
      ),
    );
  } catch (error) {
    if (signal.reason instanceof Stopped) return { type: 'stopped' };
    throw error;
  } finally {
    progress.clear();
  }

  const reasonOf = ({ code }: { readonly code: keyof typeof failures }) => failures[code];
  const { failures } = messagesFor(spoken).report.evidence;
  if (!hasSeenAnything(site)) {
    const { home } = site;
    const reason = home.type === 'unseen' ? reasonOf(home) : '';
    const isNoName = home.type === 'unseen' && home.code === 'name-not-found';
    const host = new URL(site.url).hostname;
    return {
      type: 'nothing-seen',
      message: isNoName ? say.noSuchName(host, reason) : say.nothingSeen(site.url, reason),
    };
  }

  const language = given ?? answers?.site.language ?? languageOf(site) ?? spoken;
  const timezone = answers?.site.timezone ?? (language === 'ja' ? 'Asia/Tokyo' : 'UTC');
  const folder = dirname(file);
  const existing = new Map<DocumentName, string>();
  for (const name of documentsFor(answers)) {
    const text = await textOf(join(folder, documentPaths[name]));
    if (text !== null) existing.set(name, text);
  }
  const files = firstFiles(
    {
      site,
      answers,
      language,
      timezone,
      day: dayIn(timezone, now),
    },
    existing,
    { init: words[language], failures: messagesFor(language).report.evidence.failures },
  );
  const parsed = parseLedger(new TextEncoder().encode(files.ledger), {
    file: await pathInTree(file, cwd),
    now: now.toString(),
    ruleNames,
  });
  if (!parsed.ok) throw new TypeError(`the ledger that was made cannot be read: ${codesOf(parsed.problems)}`);

  const notes = unseenIn(site).map(({ what, look }) => say.unseen(what, reasonOf(look)));
  const beside = (path: string) => join(dirname(command.output), path);
  if (command.dryRun) {
    notes.push(...[command.output, ...files.documents.map(({ path }) => beside(path))].map(say.wouldWrite));
    return { type: 'done', text: files.ledger, notes };
  }
  for (const { path, text } of [...files.documents, { path: basename(file), text: files.ledger }]) {
    const name = beside(path);
    signal.throwIfAborted();
    try {
      const isNew = await createFile(join(folder, path), text);
      notes.push(isNew ? say.wrote(name) : say.kept(name));
    } catch (error) {
      if (!(error instanceof OutputFailure)) throw error;
      return { type: 'usage', message: messagesFor(spoken).command.cannotWrite(name, error.code) };
    }
  }
  notes.push(...files.kept.map((path) => say.kept(beside(path))));
  notes.push(...files.lacking.map((path) => say.lacksFields(beside(path))));
  const hasQuestions = ['first-contact', 'access', 'rollback'].some((name) => !answers?.sections.has(name));
  notes.push('', say.nextSteps({ ledger: command.output, hasQuestions }));
  return { type: 'done', text: '', notes };
}

/** The language of the page, else of its country. */
function languageOf({ home, url }: SiteSeen): Language | null {
  const said = home.type === 'seen' ? home.seen.language : null;
  if (said !== null) return said.startsWith('ja') ? 'ja' : 'en';
  return new URL(url).hostname.endsWith('.jp') ? 'ja' : null;
}

async function answersFrom(
  from: string,
  now: string,
  { cwd }: InitCommand,
  language: Language,
): Promise<Answers | { readonly message: string }> {
  const say = words[language].told;
  let bytes: Uint8Array;
  try {
    bytes = await readOperatorFile(resolve(cwd, from));
  } catch {
    return { message: say.answersUnreadable(from) };
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
  return { message: [say.answersRejected(from), ...lines].join('\n') };

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
