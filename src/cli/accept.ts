import type { CheckOptions } from '../check/check.ts';
import {
  type ReadInput,
  readCredentials,
  readLanguage,
  readNetworkInputs,
  readNow,
} from '../check/inputs.ts';
import { checkHere, type LedgerCrash, loadLedgers, withEdge } from '../check/ledgers.ts';
import { titlesOf, unifiedDiff } from '../documents/patch.ts';
import { systemClock } from '../edge/clock.ts';
import { Stopped } from '../edge/ending.ts';
import { workTreeRoot } from '../edge/git.ts';
import { openProgress } from '../edge/terminal.ts';
import { OutputFailure, replaceLedger } from '../edge/work-tree.ts';
import { acceptable, acceptObserved } from '../judge/accept.ts';
import { messagesFor } from '../messages/index.ts';
import type { CheckedLedger } from '../report/checked.ts';
import type { Language } from '../text/language.ts';
import { dayIn } from '../text/time.ts';

export interface AcceptCommand {
  readonly patterns: readonly string[];
  readonly read: ReadInput;
  /** Ids of findings; none stands for all that can be accepted. */
  readonly only: readonly string[];
  /** Whoever the history names: id of a contact or party. */
  readonly by: string | null;
  readonly dryRun: boolean;
  readonly cwd: string;
  readonly credentials: string;
  readonly fallbackLanguage: Language;
  /** Stops the command: from outside, or by what nothing caught. */
  readonly signal: AbortSignal;
}

export type AcceptOutcome =
  | { readonly type: 'usage'; readonly message: string }
  | { readonly type: 'stopped' }
  | {
      readonly type: 'done';
      /** The diff, for standard output. */
      readonly diff: string;
      /** For standard error. */
      readonly notes: readonly string[];
      /** `refused`: something has to be written by hand, or was changed meanwhile. */
      readonly result: 'accepted' | 'refused' | 'invalid';
      readonly crashes: readonly LedgerCrash[];
    };

/**
 * Looks at the world and writes what was seen into the ledgers where they may simply be behind, each whole or not at
 * all; with `dryRun` it only tells. @throws InputProblem
 */
export async function acceptFromCommandLine(command: AcceptCommand): Promise<AcceptOutcome> {
  const { read } = command;
  const language = readLanguage(read);
  const say = messagesFor(language ?? command.fallbackLanguage);
  const network = readNetworkInputs(read);
  const now = readNow(read);
  const options: CheckOptions = {
    mode: 'monthly',
    language,
    now,
    nextCheck: null,
    schedule: [],
    workflow: null,
    only: null,
    retryWaitsMs: network.retryWaitsMs,
    deadlineMs: network.deadlineMs,
    unseen: null,
    readFiles: true,
    firstSeen: new Map(),
    confirmed: new Set(),
  };
  const root = await workTreeRoot(command.cwd);
  const loaded = await loadLedgers(
    command.patterns.join('\n') || 'ledger.yml',
    root,
    say.command,
    command.cwd,
  );
  const { sources, problems } = loaded;
  const crashes = [...loaded.crashes];
  if (sources.length + crashes.length === 0) return { type: 'usage', message: problems.join('\n') };

  const { signal } = command;
  const progress = openProgress();
  const checked: CheckedLedger[] = [];
  try {
    // What `accept` can write is not in a backup's answer, so no provider is asked.
    const access = { credentials: readCredentials(command.credentials), providers: null, accounts: null };
    await withEdge(network, access, async (edge) => {
      for (const source of sources) {
        progress.show(say.command.progress(source.file));
        try {
          const each = await checkHere(source, options, { root, edge, signal });
          checked.push(each);
          crashes.push(...each.crashes.map(({ error }) => ({ file: source.file, error })));
        } catch (error) {
          signal.throwIfAborted();
          // One ledger's trouble stops no other.
          crashes.push({ file: source.file, error });
        }
      }
    });
  } catch (error) {
    if (signal.reason instanceof Stopped) return { type: 'stopped' };
    throw error;
  } finally {
    progress.clear();
  }

  const known = checked.flatMap(({ judgement }) => (judgement === null ? [] : acceptable(judgement)));
  const missing = command.only.find((id) => known.every((each) => each.id !== id));
  if (missing !== undefined) {
    const ids = known.map(({ id }) => id);
    return { type: 'usage', message: say.accept.unknownFinding(missing, ids) };
  }
  const notes = [...problems];
  let diff = '';
  let result: 'accepted' | 'refused' | 'invalid' = 'accepted';
  for (const each of checked) {
    const { file } = each.source;
    const bytes = each.source.written ?? each.source.bytes;
    const words = messagesFor(language ?? each.report.language).accept;
    if (each.parsed === null || each.judgement === null) {
      notes.push(words.invalid(file));
      result = 'invalid';
      continue;
    }
    const zone = each.parsed.ledger.site.timezone;
    const acceptance = acceptObserved(bytes, each.parsed, each.judgement, {
      only: command.only.length === 0 ? null : new Set(command.only),
      by: command.by,
      date: dayIn(zone, now ?? systemClock.now()),
      what: words.history,
    });
    const { accepted, refused, isRecorded, before, text } = acceptance;
    for (const { finding, problem } of refused) {
      notes.push(words.refused(titlesOf([finding], each.report)[0]!, words.problems[problem]));
      if (result === 'accepted') result = 'refused';
    }
    if (accepted.length === 0) {
      if (refused.length === 0) notes.push(words.nothing(file));
      continue;
    }
    if (!isRecorded) notes.push(words.notRecorded(file));
    const change = unifiedDiff(file, before, text);
    diff += each.source.hide?.(change) ?? change;
    if (command.dryRun) {
      notes.push(words.wouldAccept(file, accepted.length));
      continue;
    }
    signal.throwIfAborted();
    try {
      const isWritten = await replaceLedger(file, root, bytes, text);
      notes.push(isWritten ? words.accepted(file, accepted.length) : words.changedMeanwhile(file));
      if (!isWritten && result === 'accepted') result = 'refused';
    } catch (error) {
      if (!(error instanceof OutputFailure)) throw error;
      notes.push(say.command.cannotWrite(file, error.code));
      if (result === 'accepted') result = 'refused';
    }
  }
  return { type: 'done', diff, notes, result, crashes };
}
