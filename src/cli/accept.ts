import { plainCheck } from '../check/check.ts';
import { checkHere, type LedgerCrash, loadLedgersHere, withEdge } from '../check/ledgers.ts';
import { referenceOf } from '../check/reference.ts';
import { titlesOf, unifiedDiff } from '../documents/patch.ts';
import { systemClock } from '../edge/clock.ts';
import { OutputFailure, replaceLedger } from '../edge/work-tree.ts';
import { acceptable, acceptObserved } from '../judge/accept.ts';
import type { Judgement } from '../judge/judge.ts';
import type { FindingPart } from '../judge/judged.ts';
import { openLedgerSource } from '../ledger/secrets/source.ts';
import { messagesFor } from '../messages/index.ts';
import type { CheckedLedger } from '../report/checked.ts';
import { nearest } from '../text/nearest.ts';
import { dayIn } from '../text/time.ts';
import { type Command, exitStatus, lastLine, ledgersIn, UsageProblem, whileLooking } from './command.ts';

/**
 * Looks at the world and writes what was seen into the ledgers where they may simply be behind, each whole or not at
 * all; with `--dry-run` it only shows the change.
 */
export const accept: Command<'accept'> = async ({ operands, options, cwd, spoken, ...run }) => {
  const { language, now, retryWaitsMs, deadlineMs, findings, by, dryRun } = options;
  const say = messagesFor(spoken);
  const how = { ...plainCheck, language, now, retryWaitsMs, deadlineMs, unseen: null };
  const { sources, problems, ...loaded } = await loadLedgersHere(ledgersIn({ operands }), cwd, say.command);
  const crashes: LedgerCrash[] = [...loaded.crashes];
  if (operands.includes('-') && !dryRun) throw new UsageProblem(say.command.noFileToWrite);
  if (sources.length + crashes.length === 0) throw new UsageProblem(problems.join('\n'));

  const checked: (CheckedLedger & { readonly root: string })[] = [];
  // What `accept` can write is not in a backup's answer, so no provider is asked.
  const access = { credentials: options.credentials, providers: null, accounts: null };
  const signal = run.signal();
  await whileLooking(signal, (show) =>
    withEdge(options, access, lastLine(say.command), async (edge) => {
      for (const source of sources) {
        show(say.command.progress(source.file));
        try {
          const each = await checkHere(source, how, { root: source.root, edge, signal });
          checked.push({ ...each, root: source.root });
          crashes.push(...each.crashes.map(({ error }) => ({ file: source.file, error })));
        } catch (error) {
          signal.throwIfAborted();
          // One ledger's trouble stops no other.
          crashes.push({ file: source.file, error });
        }
      }
    }),
  );

  const known = checked.flatMap(({ judgement }) => (judgement === null ? [] : acceptable(judgement)));
  const missing = findings.find((id) => known.every((each) => each.id !== id));
  if (missing !== undefined) {
    const ids = known.map(({ id }) => id);
    throw new UsageProblem(say.accept.unknownFinding(missing, ids));
  }
  for (const { parsed, source } of by === null ? [] : checked) {
    const { parties = {}, contacts = {} } = parsed?.ledger ?? {};
    const ids = [...Object.keys(contacts), ...Object.keys(parties)];
    // Where no parties are listed at all, any word may stand for one.
    if (Object.keys(parties).length === 0 || ids.includes(by!)) continue;
    throw new UsageProblem(say.accept.unknownParty(source.file, by!, nearest(by!, ids), ids));
  }
  const notes = [...problems];
  let text = '';
  // Drift: something has to be written by hand, or was changed meanwhile.
  let status: number = exitStatus.match;
  const worsen = (to: number) => {
    // As of verdicts: invalid, drift, incomplete.
    const order: readonly number[] = [
      exitStatus.match,
      exitStatus.incomplete,
      exitStatus.drift,
      exitStatus.invalid,
    ];
    if (order.indexOf(to) > order.indexOf(status)) status = to;
  };
  for (const each of checked) {
    const { file } = each.source;
    const bytes = each.source.written ?? each.source.bytes;
    const words = messagesFor(language ?? each.report.language).accept;
    if (each.parsed === null || each.judgement === null) {
      notes.push(words.invalid(file));
      worsen(exitStatus.invalid);
      continue;
    }
    const at = now ?? systemClock.now();
    const zone = each.parsed.ledger.site.timezone;
    const acceptance = acceptObserved(bytes, each.parsed, each.judgement, {
      only: findings.length === 0 ? null : new Set(findings),
      by,
      now: at.toString(),
      date: dayIn(zone, at),
      what: words.history,
    });
    const { accepted, refused, isRecorded, before } = acceptance;
    for (const { finding, problem } of refused) {
      notes.push(words.refused(titlesOf([finding], each.report)[0]!, words.problems[problem]));
      worsen(exitStatus.drift);
    }
    const unseen = unseenIn(each.judgement);
    if (unseen > 0) {
      notes.push(words.unseen(file, unseen));
      worsen(exitStatus.incomplete);
    }
    if (accepted.length === 0) {
      if (refused.length === 0 && unseen === 0) notes.push(words.nothing(file));
      continue;
    }
    const { secrets = [] } = await openLedgerSource(file, new TextEncoder().encode(acceptance.text));
    if (secrets.length > (each.source.secrets?.length ?? 0)) {
      notes.push(words.refused(titlesOf(accepted, each.report).join(' / '), words.problems.secret));
      worsen(exitStatus.drift);
      continue;
    }
    if (!isRecorded) notes.push(words.notRecorded(file));
    const change = unifiedDiff(file, before, acceptance.text);
    if (change === null) notes.push(words.diffTooLong(file));
    else text += each.source.hide?.(change) ?? change;
    if (dryRun) {
      notes.push(words.wouldAccept(file, accepted.length));
      continue;
    }
    signal.throwIfAborted();
    try {
      const isWritten = await replaceLedger(file, each.root, bytes, acceptance.text);
      notes.push(isWritten ? words.accepted(file, accepted.length) : words.changedMeanwhile(file));
      if (!isWritten) worsen(exitStatus.drift);
    } catch (error) {
      if (!(error instanceof OutputFailure)) throw error;
      notes.push(say.command.cannotWrite(file, error.code));
      worsen(exitStatus.drift);
    }
  }
  notes.push(...crashes.map(({ file, error }) => say.command.internalError(referenceOf(error), file)));
  return { text, notes, status: crashes.length > 0 ? exitStatus.internalError : status };
};

/** How much of what could be accepted was not seen this time. */
function unseenIn({ findings, excepted }: Judgement): number {
  const parts: readonly FindingPart[] = ['endpoints', 'certificates', 'dns', 'domains'];
  return findings.filter(
    ({ id, kind, part }) => kind === 'unknown' && parts.includes(part) && !excepted.has(id),
  ).length;
}
