import { a as plainCheck, r as loadLedgersHere, t as checkHere } from "./edge-and-protocols-and-text-and-more.js";
import { n as questionsOf, t as renderQuestions } from "./documents-questions-parts.js";
import { d as stopSignal, o as usualFile } from "./edge-and-ledger.js";
import { m as workTreeRoot, r as findLedgers } from "./edge-parts.js";
import { t as messagesFor } from "./rules-and-messages.js";
import { i as ledgersIn, n as exitStatus, t as UsageProblem } from "./cli-command.js";

// src/cli/questions.ts
/** A ledger of which nothing is known but that there is a site: everything is open. */
const blank = {
	file: usualFile,
	bytes: new TextEncoder().encode("version: 1\nsite: { name: site, url: \"https://www.example.com/\" }\n")
};
/** Words what the ledger does not say as questions; looks at nothing outside. */
const questions = async ({ operands, options, cwd, spoken }) => {
	const { language, now, format, vendor } = options;
	const say = messagesFor(spoken);
	const isBlank = operands.length === 0 && await isMissing(cwd);
	const { sources, problems, crashes } = isBlank ? {
		sources: [{
			...blank,
			root: cwd
		}],
		problems: [],
		crashes: []
	} : await loadLedgersHere(ledgersIn({ operands }), cwd, say.command);
	for (const { error } of crashes) throw error;
	if (sources.length === 0) throw new UsageProblem(problems.join("\n"));
	if (sources.length > 1) throw new UsageProblem(say.questions.oneLedger);
	const how = {
		...plainCheck,
		language: isBlank ? spoken : language,
		now,
		readFiles: false
	};
	const [source] = sources;
	const checked = await checkHere(source, how, {
		root: source.root,
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
async function isMissing(from) {
	const { files, problems } = await findLedgers(usualFile, await workTreeRoot(from), from);
	return files.length === 0 && problems.every(({ type }) => type === "missing");
}

export { questions };