import { a as plainCheck, b as openLedgerSource, i as withEdge, r as loadLedgersHere, t as checkHere } from "./edge-and-protocols-and-text-and-more.js";
import { t as referenceOf } from "./check-reference.js";
import { a as acceptObserved, i as unifiedDiff, o as acceptable, r as titlesOf } from "./ledger-and-judge-and-documents.js";
import { d as replaceLedger, g as systemClock, t as OutputFailure } from "./edge-parts.js";
import { t as messagesFor } from "./rules-and-messages.js";
import { t as nearest } from "./text-nearest.js";
import { n as dayIn } from "./text-time.js";
import { i as ledgersIn, n as exitStatus, o as whileLooking, r as lastLine, t as UsageProblem } from "./cli-command.js";

// src/cli/accept.ts
/**
* Looks at the world and writes what was seen into the ledgers where they may simply be behind, each whole or not at
* all; with `--dry-run` it only shows the change.
*/
const accept = async ({ operands, options, cwd, spoken, ...run }) => {
	const { language, now, retryWaitsMs, deadlineMs, findings, by, dryRun } = options;
	const say = messagesFor(spoken);
	const how = {
		...plainCheck,
		language,
		now,
		retryWaitsMs,
		deadlineMs,
		unseen: null
	};
	const { sources, problems, ...loaded } = await loadLedgersHere(ledgersIn({ operands }), cwd, say.command);
	const crashes = [...loaded.crashes];
	if (operands.includes("-") && !dryRun) throw new UsageProblem(say.command.noFileToWrite);
	if (sources.length + crashes.length === 0) throw new UsageProblem(problems.join("\n"));
	const checked = [];
	const access = {
		credentials: options.credentials,
		providers: null,
		accounts: null
	};
	const signal = run.signal();
	await whileLooking(signal, (show) => withEdge(options, access, lastLine(say.command), async (edge) => {
		for (const source of sources) {
			show(say.command.progress(source.file));
			try {
				const each = await checkHere(source, how, {
					root: source.root,
					edge,
					signal
				});
				checked.push({
					...each,
					root: source.root
				});
				crashes.push(...each.crashes.map(({ error }) => ({
					file: source.file,
					error
				})));
			} catch (error) {
				signal.throwIfAborted();
				crashes.push({
					file: source.file,
					error
				});
			}
		}
	}));
	const known = checked.flatMap(({ judgement }) => judgement === null ? [] : acceptable(judgement));
	const missing = findings.find((id) => known.every((each) => each.id !== id));
	if (missing !== void 0) {
		const ids = known.map(({ id }) => id);
		throw new UsageProblem(say.accept.unknownFinding(missing, ids));
	}
	for (const { parsed, source } of by === null ? [] : checked) {
		const { parties = {}, contacts = {} } = parsed?.ledger ?? {};
		const ids = [...Object.keys(contacts), ...Object.keys(parties)];
		if (Object.keys(parties).length === 0 || ids.includes(by)) continue;
		throw new UsageProblem(say.accept.unknownParty(source.file, by, nearest(by, ids), ids));
	}
	const notes = [...problems];
	let text = "";
	let status = exitStatus.match;
	const worsen = (to) => {
		const order = [
			exitStatus.match,
			exitStatus.incomplete,
			exitStatus.drift,
			exitStatus.invalid
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
			what: words.history
		});
		const { accepted, refused, isRecorded, before } = acceptance;
		for (const { finding, problem } of refused) {
			notes.push(words.refused(titlesOf([finding], each.report)[0], words.problems[problem]));
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
			notes.push(words.refused(titlesOf(accepted, each.report).join(" / "), words.problems.secret));
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
	return {
		text,
		notes,
		status: crashes.length > 0 ? exitStatus.internalError : status
	};
};
/** How much of what could be accepted was not seen this time. */
function unseenIn({ findings, excepted }) {
	const parts = [
		"endpoints",
		"certificates",
		"dns",
		"domains"
	];
	return findings.filter(({ id, kind, part }) => kind === "unknown" && parts.includes(part) && !excepted.has(id)).length;
}

export { accept };