import { a as harmlessLines, c as plainLine } from "./text-escape.js";

// src/edge/ending.ts
/** The exit statuses of a process that does not come to its own end. */
const endStatus = {
	internalError: 4,
	stopped: 143
};
/** Why a run was stopped from outside. */
var Stopped = class extends Error {
	name = "Stopped";
};
/**
* A signal that aborts on SIGTERM and SIGINT. Its holder stops at once; if something does not heed it, the
* process ends after `graceMs` all the same, with the status of a process that was terminated.
*/
function stopSignal(graceMs = 1500) {
	const controller = new AbortController();
	const stop = () => {
		controller.abort(new Stopped("stopped"));
		setTimeout(() => process.exit(endStatus.stopped), graceMs).unref();
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
* process ends as after a fault of ours; a run that does not come to its end ends after `graceMs` all the same.
*/
function spreadNet(say, graceMs = usualGraceMs) {
	const controller = new AbortController();
	let fallen = null;
	let hasEnded = false;
	let hasSaid = false;
	let hardEnd = null;
	const speak = () => {
		if (hasSaid || fallen === null) return;
		hasSaid = true;
		say(fallen.cause);
		process.exitCode = endStatus.internalError;
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
			process.exit(endStatus.internalError);
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

// src/ledger/source.ts
/** The file of a ledger where nothing else is said. */
const usualFile = "ledger.yml";

// src/edge/terminal.ts
function openProgress(stream = process.stderr) {
	if (stream.isTTY !== true) return {
		show: () => {},
		clear: () => {}
	};
	return {
		show: (text) => stream.write(`\r\u001b[2K${plainLine(text).slice(0, (stream.columns ?? 80) - 1)}`),
		clear: () => stream.write("\r\x1B[2K")
	};
}
/** The result could not be written to standard output. `code` is the system's: `ENOSPC`, … */
var PrintFailure = class extends Error {
	name = "PrintFailure";
	code;
	constructor(code, options) {
		super(code, options);
		this.code = code;
	}
};
/** Keeps a reader that went away, or a full disk, from ending the process from within a stream's event. */
function holdOutputs() {
	for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
}
/**
* Writes lines to standard error. A name in them may come from the author of a file's name: nothing in it steers a terminal, or is
* a command to a runner.
*/
function complain(text) {
	console.error(harmlessLines(text));
}
/** Writes to standard output. A reader that goes away (`| head`) is no error. @throws PrintFailure */
function print(text) {
	return new Promise((resolve, reject) => {
		process.stdout.write(text, (error) => {
			const code = error?.code;
			if (code === void 0 || code === "EPIPE") resolve();
			else reject(new PrintFailure(code, { cause: error }));
		});
	});
}

export { print as a, Uncaught as c, stopSignal as d, openProgress as i, endStatus as l, complain as n, usualFile as o, holdOutputs as r, Stopped as s, PrintFailure as t, spreadNet as u };