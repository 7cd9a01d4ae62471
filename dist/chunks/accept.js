import { b as readNow, d as systemClock, g as readLanguage, l as replaceLedger, m as readCredentials, t as OutputFailure, v as readNetworkInputs } from "./work-tree.js";
import { n as loadLedgers, r as withEdge, t as checkHere } from "./ledgers.js";
import { a as acceptObserved, i as unifiedDiff, o as acceptable, r as titlesOf } from "./patch.js";
import { t as Stopped } from "./ending.js";
import { t as workTreeRoot } from "./git.js";
import { r as openProgress } from "./terminal.js";
import { t as messagesFor } from "./messages.js";

// src/cli/accept.ts
/**
* Looks at the world and writes what was seen into the ledgers where they may simply be behind, each whole or not at
* all; with `dryRun` it only tells. @throws InputProblem
*/
async function acceptFromCommandLine(command) {
	const { read } = command;
	const language = readLanguage(read);
	const say = messagesFor(language ?? command.fallbackLanguage);
	const network = readNetworkInputs(read);
	const now = readNow(read);
	const options = {
		mode: "monthly",
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
		firstSeen: /* @__PURE__ */ new Map(),
		confirmed: /* @__PURE__ */ new Set()
	};
	const root = await workTreeRoot(command.cwd);
	const { sources, problems } = await loadLedgers(command.patterns.join("\n") || "ledger.yml", root, say.command, command.cwd);
	if (sources.length === 0) return {
		type: "usage",
		message: problems.join("\n")
	};
	const { signal } = command;
	const progress = openProgress();
	const checked = [];
	try {
		const access = {
			credentials: readCredentials(command.credentials),
			providers: null,
			accounts: null
		};
		await withEdge(network, access, async (edge) => {
			for (const source of sources) {
				progress.show(say.command.progress(source.file));
				checked.push(await checkHere(source, options, {
					root,
					edge,
					signal
				}));
			}
		});
	} catch (error) {
		if (signal.reason instanceof Stopped) return { type: "stopped" };
		throw error;
	} finally {
		progress.clear();
	}
	const known = checked.flatMap(({ judgement }) => judgement === null ? [] : acceptable(judgement));
	const missing = command.only.find((id) => known.every((each) => each.id !== id));
	if (missing !== void 0) {
		const ids = known.map(({ id }) => id);
		return {
			type: "usage",
			message: say.accept.unknownFinding(missing, ids)
		};
	}
	const notes = [...problems];
	let diff = "";
	let result = "accepted";
	for (const each of checked) {
		const { file } = each.source;
		const bytes = each.source.written ?? each.source.bytes;
		const words = messagesFor(language ?? each.report.language).accept;
		if (each.parsed === null || each.judgement === null) {
			notes.push(words.invalid(file));
			result = "invalid";
			continue;
		}
		const zone = each.parsed.ledger.site.timezone;
		const { accepted, refused, isRecorded, before, text } = acceptObserved(bytes, each.parsed, each.judgement, {
			only: command.only.length === 0 ? null : new Set(command.only),
			by: command.by,
			date: (now ?? systemClock.now()).toZonedDateTimeISO(zone).toPlainDate().toString(),
			what: words.history
		});
		for (const { finding, problem } of refused) {
			notes.push(words.refused(titlesOf([finding], each.report)[0], words.problems[problem]));
			if (result === "accepted") result = "refused";
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
			if (!isWritten && result === "accepted") result = "refused";
		} catch (error) {
			if (!(error instanceof OutputFailure)) throw error;
			notes.push(say.command.cannotWrite(file, error.code));
			if (result === "accepted") result = "refused";
		}
	}
	return {
		type: "done",
		diff,
		notes,
		result
	};
}

export { acceptFromCommandLine };