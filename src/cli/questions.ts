import { plainCheck } from '../check/check.ts';
import { checkHere, type LocatedLedger, loadLedgersHere } from '../check/ledgers.ts';
import { questionsOf } from '../documents/questions/questions.ts';
import { renderQuestions } from '../documents/questions/render.ts';
import { stopSignal } from '../edge/ending.ts';
import { workTreeRoot } from '../edge/git.ts';
import { findLedgers } from '../edge/work-tree.ts';
import { type LedgerSource, usualFile } from '../ledger/source.ts';
import { messagesFor } from '../messages/index.ts';
import { type Command, exitStatus, ledgersIn, UsageProblem } from './command.ts';

/** A ledger of which nothing is known but that there is a site: everything is open. */
const blank: LedgerSource = {
  file: usualFile,
  bytes: new TextEncoder().encode('version: 1\nsite: { name: site, url: "https://www.example.com/" }\n'),
};

/** Words what the ledger does not say as questions; looks at nothing outside. */
export const questions: Command<'questions'> = async ({ operands, options, cwd, spoken }) => {
  const { language, now, format, vendor } = options;
  const say = messagesFor(spoken);
  const isBlank = operands.length === 0 && (await isMissing(cwd));
  const { sources, problems, crashes } = isBlank
    ? { sources: [{ ...blank, root: cwd }], problems: [], crashes: [] }
    : await loadLedgersHere(ledgersIn({ operands }), cwd, say.command);
  for (const { error } of crashes) throw error;
  if (sources.length === 0) throw new UsageProblem(problems.join('\n'));
  if (sources.length > 1) throw new UsageProblem(say.questions.oneLedger);
  const how = { ...plainCheck, language: isBlank ? spoken : language, now, readFiles: false };
  const [source] = sources as [LocatedLedger];
  const checked = await checkHere(source, how, { root: source.root, edge: null, signal: stopSignal() });
  const mails = questionsOf(checked, { vendor });
  const { report } = checked;
  if (mails === null) {
    const notes = report.findings.map(({ location: { path, line, column }, title }) => {
      return `${path}:${line}:${column}: ${title}`;
    });
    return { text: '', notes, status: exitStatus.invalid };
  }
  const named = isBlank ? mails.map((mail) => ({ ...mail, site: null })) : mails;
  const nothing = messagesFor(report.language).questions.nothingOpen(report.ledger.path);
  return { text: renderQuestions(named, format, report.language, nothing), status: exitStatus.match };
};

async function isMissing(from: string): Promise<boolean> {
  const { files, problems } = await findLedgers(usualFile, await workTreeRoot(from), from);
  return files.length === 0 && problems.every(({ type }) => type === 'missing');
}
