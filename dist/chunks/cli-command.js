import { i as openProgress, l as endStatus, n as complain, o as usualFile, s as Stopped } from "./edge-and-ledger.js";

// src/cli/command.ts
/** A mistake of the user's, in words; exit status 2. */
var UsageProblem = class extends Error {
	/** Whether the command's help says how to do better. */
	isInHelp;
	constructor(message, isInHelp = true) {
		super(message);
		this.isInHelp = isInHelp;
	}
};
const exitStatus = {
	match: 0,
	drift: 1,
	invalid: 2,
	incomplete: 3,
	...endStatus
};
/** The ledgers that a command is to read, as the user names them. */
function ledgersIn({ operands }) {
	return operands.length === 0 ? [usualFile] : operands;
}
/** The first status that holds of any verdict: invalid, drift, incomplete, match. */
function statusOf(verdicts) {
	return exitStatus[[
		"invalid",
		"drift",
		"incomplete"
	].find((verdict) => verdicts.includes(verdict)) ?? "match"];
}
/** The line that is all that is left to say of a run that hangs. */
function lastLine(say) {
	const line = say.unanswering(null);
	return {
		line,
		end: () => complain(line)
	};
}
/** Looks at the world, with a line that says at what. @throws Stopped where that is why it ended */
async function whileLooking(signal, work) {
	const progress = openProgress();
	try {
		return await work(progress.show);
	} catch (error) {
		throw signal.reason instanceof Stopped ? signal.reason : error;
	} finally {
		progress.clear();
	}
}

export { statusOf as a, ledgersIn as i, exitStatus as n, whileLooking as o, lastLine as r, UsageProblem as t };