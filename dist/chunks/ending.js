// src/edge/ending.ts
/** Why a run was stopped from outside. */
var Stopped = class extends Error {
	name = "Stopped";
};
/**
* A signal that aborts on SIGTERM and SIGINT. Whoever holds it stops at once; if something does not heed it, the
* process ends after `graceMs` all the same, with the status of a process that was terminated.
*/
function stopSignal(graceMs = 1500) {
	const controller = new AbortController();
	const stop = () => {
		controller.abort(new Stopped("stopped"));
		setTimeout(() => process.exit(143), graceMs).unref();
	};
	process.once("SIGTERM", stop);
	process.once("SIGINT", stop);
	return controller.signal;
}
/** What nothing caught, as the `cause`: a fault of ours, thrown where no promise waits, or out of one that nobody awaits. */
var Uncaught = class extends Error {
	name = "Uncaught";
};
/** How long a run may take to write what it has, once something has fallen. */
const usualGraceMs = 5e3;
/**
* Spreads a net under the process: what nothing else catches aborts the run's signal, so that the run ends as one that
* is stopped, with everything written that is complete. `say` is handed the first error that fell, once, and the
* process ends with `status`; a run that does not come to its end ends after `graceMs` all the same.
*/
function spreadNet(status, say, graceMs = usualGraceMs) {
	const controller = new AbortController();
	let fallen = null;
	let hasEnded = false;
	let hasSaid = false;
	let hardEnd = null;
	const speak = () => {
		if (hasSaid || fallen === null) return;
		hasSaid = true;
		say(fallen.cause);
		process.exitCode = status;
	};
	const end = () => {
		hasEnded = true;
		speak();
		hardEnd?.unref();
	};
	const fall = (error) => {
		if (fallen !== null) return;
		fallen = new Uncaught("uncaught", { cause: error });
		hardEnd = setTimeout(() => {
			speak();
			process.exit(status);
		}, graceMs);
		controller.abort(fallen);
		if (hasEnded) end();
	};
	process.on("uncaughtException", fall);
	process.on("unhandledRejection", fall);
	process.on("beforeExit", () => {
		if (hasEnded) return;
		hasEnded = true;
		fall(/* @__PURE__ */ new Error("the run waits for what never comes"));
	});
	return {
		signal: controller.signal,
		close: end
	};
}

export { stopSignal as i, Uncaught as n, spreadNet as r, Stopped as t };