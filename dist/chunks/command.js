import { i as openProgress, o as Stopped } from "./terminal.js";

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
	internalError: 4,
	stopped: 143
};
/** The first status that holds of any verdict: invalid, drift, incomplete, match. */
function statusOf(verdicts) {
	return exitStatus[[
		"invalid",
		"drift",
		"incomplete"
	].find((verdict) => verdicts.includes(verdict)) ?? "match"];
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

export { whileLooking as i, exitStatus as n, statusOf as r, UsageProblem as t };