#!/usr/bin/env node
import "./chunks/edge-linear-patterns.js";
import { t as version } from "./chunks/check-version.js";

// src/cli.ts
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 22 || major === 22 && minor < 19) {
	console.error(`recovery-ledger needs Node 22.19 or newer; this is Node ${process.versions.node}.`);
	process.exitCode = 2;
} else if (process.argv[2] === "--version" || process.argv[2] === "-v") {
	process.stdout.on("error", () => {});
	const { versions, platform, arch } = process;
	process.stdout.write(`${version} (Node.js ${versions.node}, ${platform}-${arch})\n`, (error) => {
		const code = error?.code;
		if (code === void 0 || code === "EPIPE") return;
		console.error(`The version could not be written to standard output: ${code}`);
		process.exitCode = 4;
	});
} else import("./chunks/cli-command-line.js").then(({ main }) => main(process.argv.slice(2))).catch((error) => {
	console.error(`recovery-ledger could not be started: ${error.code}`);
	process.exitCode = 4;
});

export {  };