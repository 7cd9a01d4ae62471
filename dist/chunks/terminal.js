// src/edge/terminal.ts
function openProgress(stream = process.stderr) {
	if (stream.isTTY !== true) return {
		show: () => {},
		clear: () => {}
	};
	return {
		show: (text) => stream.write(`\r\u001b[2K${text.slice(0, (stream.columns ?? 80) - 1)}`),
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

export { print as i, holdOutputs as n, openProgress as r, PrintFailure as t };