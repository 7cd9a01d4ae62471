import { b as readNow, g as readLanguage, r as findLedgers } from "./work-tree.js";
import { n as loadLedgers, t as checkHere } from "./ledgers.js";
import { n as questionsOf, t as renderQuestions } from "./render.js";
import { i as stopSignal } from "./ending.js";
import { t as workTreeRoot } from "./git.js";
import { t as messagesFor } from "./messages.js";

// src/cli/questions.ts
/** A ledger of which nothing is known but that there is a site: everything is open. */
const blank = {
	file: "ledger.yml",
	bytes: new TextEncoder().encode("version: 1\nsite: { name: site, url: \"https://www.example.com/\" }\n")
};
/** Words what the ledger does not say as questions; looks at nothing outside. @throws InputProblem */
async function questionsFromCommandLine(command) {
	const language = readLanguage(command.read);
	const say = messagesFor(language ?? command.fallbackLanguage);
	const root = await workTreeRoot(command.cwd);
	const patterns = command.ledgers.join("\n") || "ledger.yml";
	const isBlank = command.ledgers.length === 0 && await isMissing(patterns, root, command.cwd);
	const { sources, problems } = isBlank ? {
		sources: [blank],
		problems: []
	} : await loadLedgers(patterns, root, say.command, command.cwd);
	if (sources.length === 0) return {
		type: "usage",
		message: problems.join("\n")
	};
	if (sources.length > 1 || command.ledgers.length > 1) return {
		type: "usage",
		message: say.questions.oneLedger
	};
	const options = {
		mode: "monthly",
		language: isBlank ? language ?? command.fallbackLanguage : language,
		now: readNow(command.read),
		nextCheck: null,
		schedule: [],
		workflow: null,
		only: null,
		retryWaitsMs: [],
		deadlineMs: 0,
		unseen: "offline",
		readFiles: false,
		firstSeen: /* @__PURE__ */ new Map(),
		confirmed: /* @__PURE__ */ new Set()
	};
	const checked = await checkHere(sources[0], options, {
		root,
		edge: null,
		signal: stopSignal()
	});
	const mails = questionsOf(checked, { vendor: command.vendor });
	const { report } = checked;
	if (mails === null) return {
		type: "usage",
		message: report.findings.map(({ location: { path, line, column }, title }) => {
			return `${path}:${line}:${column}: ${title}`;
		}).join("\n")
	};
	const named = isBlank ? mails.map((mail) => ({
		...mail,
		site: null
	})) : mails;
	const nothing = messagesFor(report.language).questions.nothingOpen(report.ledger.path);
	return {
		type: "done",
		text: renderQuestions(named, command.format, report.language, nothing)
	};
}
async function isMissing(pattern, root, from) {
	const { files, problems } = await findLedgers(pattern, root, from);
	return files.length === 0 && problems.every(({ type }) => type === "missing");
}

export { questionsFromCommandLine };