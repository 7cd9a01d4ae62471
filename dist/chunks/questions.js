import { i as plainCheck, n as loadLedgers, t as checkHere } from "./ledgers.js";
import { n as questionsOf, t as renderQuestions } from "./render.js";
import { l as stopSignal } from "./terminal.js";
import { t as workTreeRoot } from "./git.js";
import { r as findLedgers } from "./work-tree.js";
import { t as messagesFor } from "./messages.js";
import { n as exitStatus, t as UsageProblem } from "./command.js";

// src/cli/questions.ts
/** A ledger of which nothing is known but that there is a site: everything is open. */
const blank = {
	file: "ledger.yml",
	bytes: new TextEncoder().encode("version: 1\nsite: { name: site, url: \"https://www.example.com/\" }\n")
};
/** Words what the ledger does not say as questions; looks at nothing outside. */
const questions = async ({ operands, options, cwd, spoken }) => {
	const { language, now, format, vendor } = options;
	const say = messagesFor(spoken);
	const root = await workTreeRoot(cwd);
	const pattern = operands[0] ?? "ledger.yml";
	const isBlank = operands.length === 0 && await isMissing(pattern, root, cwd);
	const { sources, problems, crashes } = isBlank ? {
		sources: [blank],
		problems: [],
		crashes: []
	} : await loadLedgers(pattern, root, say.command, cwd);
	for (const { error } of crashes) throw error;
	if (sources.length === 0) throw new UsageProblem(problems.join("\n"));
	if (sources.length > 1) throw new UsageProblem(say.questions.oneLedger);
	const how = {
		...plainCheck,
		language: isBlank ? spoken : language,
		now,
		readFiles: false
	};
	const checked = await checkHere(sources[0], how, {
		root,
		edge: null,
		signal: stopSignal()
	});
	const mails = questionsOf(checked, { vendor });
	const { report } = checked;
	if (mails === null) return {
		text: "",
		notes: report.findings.map(({ location: { path, line, column }, title }) => {
			return `${path}:${line}:${column}: ${title}`;
		}),
		status: exitStatus.invalid
	};
	const named = isBlank ? mails.map((mail) => ({
		...mail,
		site: null
	})) : mails;
	const nothing = messagesFor(report.language).questions.nothingOpen(report.ledger.path);
	return {
		text: renderQuestions(named, format, report.language, nothing),
		status: exitStatus.match
	};
};
async function isMissing(pattern, root, from) {
	const { files, problems } = await findLedgers(pattern, root, from);
	return files.length === 0 && problems.every(({ type }) => type === "missing");
}

export { questions };