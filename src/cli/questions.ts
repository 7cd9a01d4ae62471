import type { CheckOptions } from '../check/check.ts';
import { type ReadInput, readLanguage, readNow } from '../check/inputs.ts';
import { checkHere, loadLedgers } from '../check/ledgers.ts';
import { questionsOf } from '../documents/questions/questions.ts';
import { renderQuestions } from '../documents/questions/render.ts';
import { stopSignal } from '../edge/ending.ts';
import { workTreeRoot } from '../edge/git.ts';
import { findLedgers } from '../edge/work-tree.ts';
import type { LedgerSource } from '../ledger/source.ts';
import { messagesFor } from '../messages/index.ts';
import type { Language } from '../text/language.ts';

export interface QuestionsCommand {
  /** At most one; none stands for `ledger.yml`, or for everything where there is none. */
  readonly ledgers: readonly string[];
  readonly read: ReadInput;
  readonly format: 'markdown' | 'text';
  readonly vendor: boolean;
  readonly cwd: string;
  readonly fallbackLanguage: Language;
}

export type QuestionsOutcome =
  | { readonly type: 'usage'; readonly message: string }
  | { readonly type: 'done'; readonly text: string };

/** A ledger of which nothing is known but that there is a site: everything is open. */
const blank: LedgerSource = {
  file: 'ledger.yml',
  bytes: new TextEncoder().encode('version: 1\nsite: { name: site, url: "https://www.example.com/" }\n'),
};

/** Words what the ledger does not say as questions; looks at nothing outside. @throws InputProblem */
export async function questionsFromCommandLine(command: QuestionsCommand): Promise<QuestionsOutcome> {
  const language = readLanguage(command.read);
  const say = messagesFor(language ?? command.fallbackLanguage);
  const root = await workTreeRoot(command.cwd);
  const patterns = command.ledgers.join('\n') || 'ledger.yml';
  const isBlank = command.ledgers.length === 0 && (await isMissing(patterns, root, command.cwd));
  const { sources, problems, crashes } = isBlank
    ? { sources: [blank], problems: [], crashes: [] }
    : await loadLedgers(patterns, root, say.command, command.cwd);
  const [crash] = crashes;
  if (crash !== undefined) throw crash.error;
  if (sources.length === 0) return { type: 'usage', message: problems.join('\n') };
  if (sources.length > 1 || command.ledgers.length > 1)
    return { type: 'usage', message: say.questions.oneLedger };
  const options: CheckOptions = {
    mode: 'monthly',
    language: isBlank ? (language ?? command.fallbackLanguage) : language,
    now: readNow(command.read),
    nextCheck: null,
    schedule: [],
    workflow: null,
    only: null,
    retryWaitsMs: [],
    deadlineMs: 0,
    unseen: 'offline',
    readFiles: false,
    firstSeen: new Map(),
    confirmed: new Set(),
  };
  const checked = await checkHere(sources[0]!, options, { root, edge: null, signal: stopSignal() });
  const mails = questionsOf(checked, { vendor: command.vendor });
  const { report } = checked;
  if (mails === null) {
    const lines = report.findings.map(({ location: { path, line, column }, title }) => {
      return `${path}:${line}:${column}: ${title}`;
    });
    return { type: 'usage', message: lines.join('\n') };
  }
  const named = isBlank ? mails.map((mail) => ({ ...mail, site: null })) : mails;
  const nothing = messagesFor(report.language).questions.nothingOpen(report.ledger.path);
  return { type: 'done', text: renderQuestions(named, command.format, report.language, nothing) };
}

async function isMissing(pattern: string, root: string, from: string): Promise<boolean> {
  const { files, problems } = await findLedgers(pattern, root, from);
  return files.length === 0 && problems.every(({ type }) => type === 'missing');
}
