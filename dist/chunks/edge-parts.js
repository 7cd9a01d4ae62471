import { t as Temporal } from "./temporal-polyfill.js";
import { n as exhaustionOf } from "./edge-failure.js";
import { r as utf8Text } from "./text-and-probes.js";
import path, { dirname, join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { glob, mkdir, open, readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { constants, mkdirSync, renameSync, writeFileSync } from "node:fs";

// src/edge/clock.ts
/** What is left of a span that began when this clock's `elapsedMs` was `startedMs`; never less than nothing. */
function leftOf(ms, startedMs, clock = systemClock) {
	return Math.max(0, ms - (clock.elapsedMs() - startedMs));
}
const systemClock = {
	now: () => Temporal.Now.instant(),
	elapsedMs: () => performance.now(),
	wait: async (ms, signal) => {
		await setTimeout(ms, void 0, { signal });
	}
};

// src/edge/git.ts
/** The root of the git work tree that holds `folder`; the folder itself where there is none. */
async function workTreeRoot(folder) {
	const start = resolve(folder);
	for (let here = start;; here = dirname(here)) {
		if (await stat(join(here, ".git")).then(() => true, () => false)) return here;
		if (here === dirname(here)) return start;
	}
}

// src/edge/work-tree.ts
/** The most that a ledger, or a file that it names, may hold. */
const maxBytes = 1048576;
/**
* Reads the files that a ledger in `ledgerFolder` (relative to `root`) names. With all links resolved they must
* lie inside `root`, the work tree, and outside its `.git`.
*/
function openWorkTree(options) {
	return { async read(name) {
		try {
			const root = await realpath(options.root);
			return await readInside(root, path.resolve(root, options.ledgerFolder, name));
		} catch (error) {
			return readingOf(error);
		}
	} };
}
async function readInside(root, named) {
	const written = placeOf(root, named);
	if (written !== null) return {
		type: "refused",
		reason: written
	};
	const real = await realpath(named);
	const place = placeOf(root, real);
	if (place !== null) return {
		type: "refused",
		reason: place
	};
	const bytes = await readRegular(real);
	if (bytes === "not-a-file") return {
		type: "refused",
		reason: bytes
	};
	if (bytes.length > maxBytes) return {
		type: "refused",
		reason: "too-large"
	};
	const text = bytes.includes(0) ? null : utf8Text(bytes);
	if (text === null) return {
		type: "refused",
		reason: "not-text"
	};
	return {
		type: "text",
		text,
		bytes: bytes.length
	};
}
/** Why a path may not be read; null if it may. */
function placeOf(root, target) {
	const relative = path.relative(root, target);
	if (relative === ".." || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative)) return "outside";
	return relative.split(path.sep).some((part) => part.toLowerCase() === ".git") ? "in-git" : null;
}
/**
* The bytes of a regular file, cut off one byte after 1 MiB. Neither waits for a pipe nor follows a link that was
* put there meanwhile.
*/
async function readRegular(file) {
	const { O_RDONLY, O_NONBLOCK, O_NOFOLLOW } = constants;
	let handle;
	try {
		handle = await open(file, O_RDONLY | (O_NONBLOCK ?? 0) | (O_NOFOLLOW ?? 0));
	} catch (error) {
		if (codeOf(error) === "ENXIO" || codeOf(error) === "ELOOP") return "not-a-file";
		throw error;
	}
	try {
		const status = await handle.stat();
		if (!status.isFile()) return "not-a-file";
		const buffer = Buffer.alloc(Math.min(status.size, maxBytes) + 1);
		let length = 0;
		for (;;) {
			const { bytesRead } = await handle.read(buffer, length, buffer.length - length, null);
			length += bytesRead;
			if (bytesRead === 0 || length === buffer.length) return buffer.subarray(0, length);
		}
	} finally {
		await handle.close();
	}
}
function readingOf(error) {
	if (exhaustionOf(error) !== null) return {
		type: "failed",
		code: "local-fault"
	};
	switch (codeOf(error)) {
		case "ENOENT":
		case "ENOTDIR":
		case "ENAMETOOLONG":
		case "ERR_INVALID_ARG_VALUE": return { type: "missing" };
		default: return {
			type: "refused",
			reason: "denied"
		};
	}
}
/**
* The ledgers that `patterns` names: paths or globs, one a line. A name that exists is a path even where it looks
* like a glob; globs pass over `node_modules` and `.git`. Names are relative to `from`; the files that come back are
* relative to `root`, the work tree, with `/`, sorted, each once.
*/
async function findLedgers(patterns, root, from = root) {
	const tree = await realpath(root);
	const files = /* @__PURE__ */ new Set();
	const problems = [];
	for (const name of linesOf(patterns)) {
		const asPath = await ledgerAt(path.resolve(from, name), tree);
		if (asPath.type === "file") files.add(asPath.file);
		else if (asPath.type !== "missing" || !isGlob(name)) problems.push({
			type: asPath.type,
			path: name
		});
		else {
			const matches = await matchesOf(name, from, tree);
			if (matches.size === 0) problems.push({
				type: "no-match",
				path: name
			});
			for (const [match, found] of matches) if (found.type === "file") files.add(found.file);
			else problems.push({
				type: found.type,
				path: match
			});
		}
	}
	return {
		files: [...files].sort(),
		problems
	};
}
/** Whether `patterns`, names and globs from the work tree's root, one a line, name `file`, be it there or not. */
function namesLedger(patterns, file) {
	return linesOf(patterns).some((name) => {
		const plain = path.posix.normalize(slashed(name));
		return plain === file || isGlob(name) && path.posix.matchesGlob(file, plain);
	});
}
/** What is at `target`. Found by where it really lies, named by the path that leads there inside the tree. */
async function ledgerAt(target, tree) {
	try {
		const real = await realpath(target);
		if (placeOf(tree, real) !== null) return { type: "outside" };
		if ((await stat(real)).isDirectory()) return { type: "directory" };
		const named = path.relative(tree, path.join(await realpath(path.dirname(target)), path.basename(target)));
		return {
			type: "file",
			file: slashed(named.startsWith("..") ? path.relative(tree, real) : named)
		};
	} catch (error) {
		return { type: readingOf(error).type === "missing" ? "missing" : "denied" };
	}
}
/** What a glob matches, folders aside, by the matching name. */
async function matchesOf(pattern, from, tree) {
	const matches = /* @__PURE__ */ new Map();
	const exclude = (name) => /(^|[\\/])(node_modules|\.git)([\\/]|$)/.test(name);
	for await (const match of glob(pattern, {
		cwd: from,
		exclude
	})) {
		if (exclude(match)) continue;
		const found = await ledgerAt(path.resolve(from, match), tree);
		if (found.type === "file" || found.type === "denied" || found.type === "outside") matches.set(slashed(match), found);
	}
	return matches;
}
/**
* The bytes of a ledger that `findLedgers` found, cut off one byte after 1 MiB, so that their reader can see
* that there are too many.
*
* @throws Error where the file may not be read, or is no regular file inside the work tree.
*/
async function readLedgerFile(file, root) {
	const real = await realpath(path.resolve(root, file));
	if (placeOf(await realpath(root), real) !== null) throw new Error("outside the work tree");
	const bytes = await readRegular(real);
	if (bytes === "not-a-file") throw new Error("not a regular file");
	return bytes;
}
/**
* Puts `text` in place of a ledger that still holds `before`, whole or not at all; a link stays a link, and the
* file's permissions stay. False where the file has changed meanwhile: nothing is written then.
*
* @throws OutputFailure; nothing is left behind then.
*/
async function replaceLedger(file, root, before, text) {
	const real = await realpath(path.resolve(root, file));
	const draft = path.join(path.dirname(real), `.${path.basename(real)}.${process.pid}.tmp`);
	try {
		const { mode } = await stat(real);
		await writeFile(draft, text, {
			encoding: "utf8",
			mode: mode & 511,
			flag: "wx",
			flush: true
		});
		if (!Buffer.from(await readLedgerFile(file, root)).equals(before)) {
			await rm(draft, { force: true });
			return false;
		}
		await rename(draft, real);
		return true;
	} catch (error) {
		await rm(draft, { force: true }).catch(() => {});
		throw new OutputFailure(codeOf(error) ?? "EIO", file, { cause: error });
	}
}
/**
* The report files that the operator names, sorted: a file as it is, a folder with every `report.json` beneath it, or
* a glob. `missing` are the names that lead to none. Paths are relative to `from`.
*/
async function findReports(patterns, from) {
	const files = /* @__PURE__ */ new Set();
	const missing = [];
	for (const name of patterns) {
		const found = [];
		const target = path.resolve(from, name);
		const kind = await stat(target).catch(() => null);
		if (kind?.isDirectory()) for await (const each of glob("**/report.json", { cwd: target })) found.push(path.join(target, each));
		else if (kind !== null) found.push(target);
		else if (isGlob(name)) for await (const each of glob(name, { cwd: from })) {
			const match = path.resolve(from, each);
			if ((await stat(match).catch(() => null))?.isFile()) found.push(match);
		}
		if (found.length === 0) missing.push(name);
		for (const each of found) files.add(slashed(path.relative(from, each)));
	}
	return {
		files: [...files].sort(),
		missing
	};
}
/** A file that the runner or the operator names, not a ledger. @throws Error */
function readOperatorFile(file) {
	return readFile(file);
}
/** What comes in on standard input, cut off one byte after 1 MiB. @throws Error */
async function readStandardInput() {
	const chunks = [];
	let length = 0;
	for await (const chunk of process.stdin) {
		chunks.push(chunk);
		length += chunk.length;
		if (length > maxBytes) break;
	}
	return Buffer.concat(chunks).subarray(0, 1048577);
}
/** As `readOperatorFile`, as text. @throws Error */
async function readTextFile(file) {
	return new TextDecoder("utf-8").decode(await readFile(file));
}
/** A file that could not be written. `code` is the system's: `ENOSPC`, `EACCES`, `EROFS`, … */
var OutputFailure = class extends Error {
	name = "OutputFailure";
	code;
	path;
	constructor(code, file, options) {
		super(`${code}: ${file}`, options);
		this.code = code;
		this.path = file;
	}
};
/**
* Writes `text` to `name` in `folder`, which is made if need be, and returns the file's path. A reader of that
* path sees the old text or the new one, never a part.
*
* @throws OutputFailure; nothing is left behind then.
*/
async function writeOutput(folder, name, text) {
	const file = path.join(folder, name);
	const draft = path.join(folder, `.${name}.${process.pid}.tmp`);
	try {
		await makeFolder(folder);
		const handle = await open(draft, "w", 420);
		try {
			await handle.writeFile(text, "utf8");
			await handle.sync();
		} finally {
			await handle.close();
		}
		await rename(draft, file);
		return file;
	} catch (error) {
		await rm(draft, { force: true }).catch(() => {});
		throw new OutputFailure(codeOf(error) ?? "EIO", file, { cause: error });
	}
}
/**
* As `writeOutput`, for a process that is about to end: waits for nothing. Returns the file's path, null where it could
* not be written.
*/
function writeOutputNow(folder, name, text) {
	const file = path.join(folder, name);
	const draft = path.join(folder, `.${name}.${process.pid}.tmp`);
	try {
		mkdirSync(folder, { recursive: true });
		writeFileSync(draft, text, "utf8");
		renameSync(draft, file);
		return file;
	} catch {
		return null;
	}
}
/**
* Writes a file that is not there yet, its folder too; false where there is one, whatever it is, which then stays.
*
* @throws OutputFailure; nothing is left behind then.
*/
async function createFile(file, text) {
	let isOurs = false;
	try {
		await makeFolder(path.dirname(file));
		const handle = await open(file, "wx", 420);
		isOurs = true;
		try {
			await handle.writeFile(text, "utf8");
			await handle.sync();
		} finally {
			await handle.close();
		}
		return true;
	} catch (error) {
		if (!isOurs && codeOf(error) === "EEXIST") return false;
		if (isOurs) await rm(file, { force: true }).catch(() => {});
		throw new OutputFailure(codeOf(error) ?? "EIO", file, { cause: error });
	}
}
/**
* Makes a folder with all that it lies in. One by one: Node's own `recursive` never ends where a file system refuses new
* folders with ENOENT, as `/proc` does.
*/
async function makeFolder(folder) {
	const missing = [];
	for (let each = path.resolve(folder); !await isFolder(each); each = path.dirname(each)) {
		missing.unshift(each);
		if (each === path.dirname(each)) break;
	}
	for (const each of missing) try {
		await mkdir(each);
	} catch (error) {
		if (codeOf(error) !== "EEXIST" || !await isFolder(each)) throw error;
	}
}
async function isFolder(target) {
	try {
		return (await stat(target)).isDirectory();
	} catch (error) {
		if (codeOf(error) === "ENOENT") return false;
		throw error;
	}
}
function linesOf(text) {
	return text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "");
}
function isGlob(name) {
	return /[*?[\]{}!]/.test(name);
}
function slashed(name) {
	return name.split(path.sep).join("/");
}
function codeOf(error) {
	const code = error?.code;
	return typeof code === "string" ? code : null;
}

export { namesLedger as a, readOperatorFile as c, replaceLedger as d, writeOutput as f, systemClock as g, leftOf as h, findReports as i, readStandardInput as l, workTreeRoot as m, createFile as n, openWorkTree as o, writeOutputNow as p, findLedgers as r, readLedgerFile as s, OutputFailure as t, readTextFile as u };