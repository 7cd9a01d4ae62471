// src/check/reference.ts
/**
* Enough to find a fault of ours, in one line: its kind, a code of the system's or of Node's, and the first place in our
* code. No message, which may quote what was read; no folders, no stack.
*/
function referenceOf(error) {
	if (!(error instanceof Error)) return typeof error;
	const { code } = error;
	const place = (error.stack ?? "").split("\n").filter((line) => line.startsWith("    at ")).map((line) => /[/\\]([\w.-]+:\d+:\d+)\)?$/.exec(line)?.[1]).find((each) => each !== void 0);
	return `${/^\w{1,60}$/.test(error.constructor.name) ? error.constructor.name : "Error"}${typeof code === "string" && /^[A-Z][A-Z0-9_]{1,60}$/.test(code) ? ` ${code}` : ""}${place === void 0 ? "" : ` at ${place}`}`;
}

export { referenceOf as t };