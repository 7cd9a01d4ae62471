import { i as readOptions, n as optionsOf, t as network } from "./check-parts.js";
import { t as referenceOf } from "./check-reference.js";
import { a as print, c as Uncaught, d as stopSignal, n as complain, r as holdOutputs, s as Stopped, t as PrintFailure, u as spreadNet } from "./edge-and-ledger.js";
import { Z as InputProblem } from "./protocols-and-edge-and-ledger-and-more.js";
import { t as messagesFor } from "./rules-and-messages.js";
import { n as joining, r as languages, t as inBoth } from "./text-language.js";
import { t as nearest } from "./text-nearest.js";
import { n as exitStatus, t as UsageProblem } from "./cli-command.js";
import { n as widthOf, r as wrap, t as padded } from "./text-width.js";
import { parseArgs } from "node:util";

// src/cli/arguments.ts
/** Takes the arguments apart as POSIX has them; options may stand after operands. The last of two values counts. */
function parseArguments(args, options) {
	const known = new Map(options.map((option) => [option.name, option]));
	const { tokens } = parseArgs({
		args: [...args],
		options: Object.fromEntries(options.map(({ name, form }) => [name, {
			type: form.value === null ? "boolean" : "string",
			...name === "help" ? { short: "h" } : {}
		}])),
		allowPositionals: true,
		strict: false,
		tokens: true
	});
	const values = /* @__PURE__ */ new Map();
	const operands = [];
	for (const token of tokens) {
		if (token.kind === "positional") operands.push(token.value);
		if (token.kind !== "option") continue;
		const { name, rawName, value, inlineValue } = token;
		const form = known.get(name)?.form;
		const wrong = (type) => ({
			ok: false,
			problem: {
				type,
				option: rawName
			}
		});
		if (form === void 0) return wrong("unknown");
		if (form.value === null && value !== void 0) return wrong("takes-no-value");
		if (form.value !== null && value === void 0) return wrong("needs-value");
		if (value?.startsWith("-") && value !== "-" && inlineValue === false) return wrong("needs-value");
		const before = form.isRepeated === true ? values.get(name) : void 0;
		values.set(name, before === void 0 ? value ?? "true" : `${before}\n${value}`);
	}
	return {
		ok: true,
		values,
		operands
	};
}

// src/cli/commands.ts
const ledger = inBoth("LEDGER", "台帳");
const ledgers = {
	name: ledger,
	least: 0,
	most: Infinity
};
const done = inBoth("done", "完了");
/** Of the commands that report a verdict. */
const verdicts = {
	0: inBoth("match", "一致"),
	1: inBoth("drift", "差異あり"),
	3: inBoth("incomplete", "未確認あり")
};
const commands = {
	init: {
		en: "Looks at a site from outside and writes its first ledger, with questions for people.",
		ja: "サイトを外から見て、最初の台帳を書きます(人しか知らないことは質問として残します)。",
		operands: {
			name: inBoth("SITE-URL", "サイトのURL"),
			least: 1,
			most: 1
		},
		examples: [{
			line: "init https://www.example.com/",
			en: "A first ledger, from what can be seen.",
			ja: "外から見えるものから、最初の台帳を作る。"
		}, {
			line: "init https://www.example.com/ --dry-run",
			en: "The same, printed and not written.",
			ja: "書き込まずに、内容だけを見る。"
		}],
		statuses: {
			0: done,
			3: inBoth("nothing of the site could be seen", "サイトを確認できませんでした")
		},
		load: async () => (await import("./cli-init.js")).init
	},
	check: {
		en: "Looks at the world and prints the report (default: ledger.yml).",
		ja: "現実と突き合わせて報告します(省略時は ledger.yml)。",
		operands: ledgers,
		examples: [
			{
				line: "check",
				en: "The ledger of this folder.",
				ja: "このフォルダーの台帳。"
			},
			{
				line: "check --offline",
				en: "The ledger and the files beside it, no network.",
				ja: "台帳とその横のファイルだけ。外部に接続しない。"
			},
			{
				line: "check --offline - < draft.yml",
				en: "A ledger from standard input.",
				ja: "標準入力の台帳。"
			},
			{
				line: "check 'sites/*/ledger.yml' --format json",
				en: "Several ledgers, as a list for other programs.",
				ja: "複数の台帳を、JSON のリストで。"
			},
			{
				line: "check --format html > handover.html",
				en: "The page of a handover.",
				ja: "引き継ぎ用の1枚。"
			}
		],
		statuses: verdicts,
		load: async () => (await import("./cli-check.js")).check
	},
	accept: {
		en: "Writes what was seen into the ledger where it may simply be behind (default: ledger.yml).",
		ja: "台帳が古いだけのところを、実際の値に書き換えます(省略時は ledger.yml)。",
		operands: ledgers,
		examples: [{
			line: "accept --dry-run",
			en: "The change alone; nothing is written.",
			ja: "書き換え案だけを見る。"
		}, {
			line: "accept --only dns/record-differs:www.example.com/A",
			en: "One finding of the report.",
			ja: "報告の指摘を1つだけ取り込む。"
		}],
		statuses: {
			0: inBoth("done, or nothing to do", "完了、または書き換えるものがありません"),
			1: inBoth("something has to be written by hand", "手で書く必要のあるものがあります")
		},
		load: async () => (await import("./cli-accept.js")).accept
	},
	questions: {
		en: "What is unanswered, as mails to the parties (without a ledger: everything).",
		ja: "未回答の項目を、相手ごとのメール本文にします(台帳がなければ全項目)。",
		operands: {
			name: ledger,
			least: 0,
			most: 1
		},
		examples: [{
			line: "questions",
			en: "A mail to each party.",
			ja: "相手ごとのメール。"
		}, {
			line: "questions --vendor",
			en: "What to ask an existing maintenance vendor.",
			ja: "既存の保守会社への質問。"
		}],
		statuses: { 0: done },
		load: async () => (await import("./cli-questions.js")).questions
	},
	merge: {
		en: "Puts many report.json (files, folders, globs) into one table, worst first.",
		ja: "複数の report.json(ファイル、フォルダー、グロブ)を、状態の悪い順の表にまとめます。",
		operands: {
			name: inBoth("REPORT", "レポート"),
			least: 0,
			most: Infinity
		},
		examples: [{
			line: "merge reports/",
			en: "Every report.json beneath a folder.",
			ja: "フォルダーにあるすべての report.json。"
		}, {
			line: "merge reports/ --ledger 'sites/*/ledger.yml'",
			en: "Ledgers without a report are shown as not checked.",
			ja: "レポートのない台帳を「点検されていません」と示す。"
		}],
		statuses: verdicts,
		load: async () => (await import("./cli-merge.js")).merge
	},
	explain: {
		en: "What a rule means, why it matters in a recovery, and what to do.",
		ja: "ルールの意味、復旧のときに困ること、対応を説明します。",
		operands: {
			name: inBoth("RULE", "ルール名"),
			least: 1,
			most: 1
		},
		examples: [{
			line: "explain tls/incomplete-chain",
			en: "One rule.",
			ja: "ルールを1つ説明する。"
		}],
		statuses: { 0: done },
		load: async () => (await import("./cli-explain.js")).explain
	},
	schema: {
		en: "Prints the JSON Schema of the ledger.",
		ja: "台帳の JSON Schema を出力します。",
		operands: null,
		examples: [{
			line: "schema > ledger.schema.json",
			en: "For an editor without a network.",
			ja: "ネットワークを使わないエディター用。"
		}],
		statuses: { 0: done },
		load: async () => (await import("./cli-schema.js")).schema
	},
	completion: {
		en: "Prints a script with which bash, zsh or fish completes commands and options.",
		ja: "bash・zsh・fish でコマンドとオプションを補完するスクリプトを出力します。",
		operands: {
			name: inBoth("bash|zsh|fish", "bash|zsh|fish"),
			least: 1,
			most: 1
		},
		examples: [{
			line: "completion bash >> ~/.bashrc",
			en: "For bash; zsh reads it from a folder of $fpath.",
			ja: "bash 用。zsh では $fpath のフォルダーに置きます。"
		}, {
			line: "completion fish | source",
			en: "For this fish alone.",
			ja: "今の fish だけで使う。"
		}],
		statuses: { 0: done },
		load: async () => (await import("./cli-completion.js")).completionOf(commands)
	}
};
/** The exit statuses of a command, smallest first. */
function statusesOf(name) {
	const all = {
		...commands[name].statuses,
		[exitStatus.invalid]: inBoth("invalid ledger or wrong usage", "台帳の誤り・使い方の誤り"),
		[exitStatus.internalError]: inBoth("internal error", "内部エラー"),
		[exitStatus.stopped]: inBoth("stopped by a signal", "途中で停止")
	};
	return Object.entries(all).map(([status, meaning]) => [Number(status), meaning]);
}
const isCommand = (name) => Object.hasOwn(commands, name);

// src/cli/help.ts
const columns = 80;
/** What `recovery-ledger --help` prints: the commands. */
function programHelp(language) {
	const say = messagesFor(language).command.help;
	const usages = Object.entries(commands).map(([name, { operands }]) => [name, ...operandOf(operands, language)].join(" "));
	const widest = Math.max(...usages.map(widthOf));
	const rows = Object.values(commands).map((command, index) => inColumns(usages[index], widest, command[language]));
	return `${[
		...wrap(say.program, 78),
		"",
		`${say.usage}:`,
		`  recovery-ledger ${say.command} [${say.option}…]`,
		"  recovery-ledger --version | --help",
		"",
		`${say.commands}:`,
		...rows.flat(),
		"",
		...wrap(unmarked(say.more), 78)
	].join("\n")}\n`;
}
/** What `recovery-ledger COMMAND --help` prints. */
function commandHelp(name, language) {
	const say = messagesFor(language).command.help;
	const command = commands[name];
	const sections = sectionsOf(name);
	const block = (title, lines) => lines.length === 0 ? [] : [
		"",
		title,
		...lines
	];
	const list = (options) => options.flatMap((option) => optionLines(option, language));
	return `${[
		...wrap(synopsisOf(name, language), 78),
		"",
		...wrap(command[language], 78),
		...block(`${say.options}:`, list(sections.options)),
		...block(`${say.looking}:`, list(sections.network)),
		...block(`${say.environment}:`, sections.variables.flatMap((option) => [`  ${option.variable}`, ...detail(option[language])])),
		...block(`${say.examples}:`, command.examples.flatMap((example) => [`  recovery-ledger ${example.line}`, ...detail(example[language])])),
		...block(`${say.exitStatus}:`, statusesOf(name).flatMap(([status, meaning]) => inColumns(String(status), 1, meaning[language])))
	].join("\n")}\n`;
}
/** `recovery-ledger check [OPTION…] [LEDGER…]` */
function synopsisOf(name, language) {
	const { option } = messagesFor(language).command.help;
	return [
		"recovery-ledger",
		name,
		`[${option}…]`,
		...operandOf(commands[name].operands, language)
	].join(" ");
}
/** A command's options as help and reference group them. */
function sectionsOf(name) {
	const sections = {
		options: [],
		network: [],
		variables: []
	};
	for (const [id, option] of Object.entries(optionsOf(name))) if (option.variable !== void 0) sections.variables.push(option);
	else sections[Object.hasOwn(network, id) ? "network" : "options"].push(option);
	return sections;
}
/** `--format text|json`, as it is written. */
function writtenOption({ name, form }, language) {
	return [`${name === "help" ? "-h, " : ""}--${name}`, ...form.value === null ? [] : [form.value[language]]].join(" ");
}
function operandOf(operands, language) {
	if (operands === null) return [];
	const name = `${operands.name[language]}${operands.most > 1 ? "…" : ""}`;
	return [operands.least === 0 ? `[${name}]` : name];
}
function optionLines(option, language) {
	const say = messagesFor(language).command.help;
	const more = [...option.form.isRepeated === true ? [say.repeatable] : [], ...option.default === void 0 ? [] : [say.standard(option.default)]];
	const about = [option[language], ...more].join(joining[language].space);
	return [`  ${writtenOption(option, language)}`, ...detail(about)];
}
/** Indented. */
function detail(text) {
	return wrap(unmarked(text), 70).map((line) => `        ${line}`);
}
function inColumns(head, width, text) {
	return wrap(unmarked(text), columns - width - 6).map((line, index) => `  ${padded(index === 0 ? head : "", width)}  ${line}`);
}
/** Without Markdown's marks: code of several words is quoted. */
function unmarked(text) {
	return text.replaceAll(/`([^`]*)`/g, (_, code) => code.includes(" ") ? `"${code}"` : code);
}

// src/cli/command-line.ts
/** Runs the command line. Standard output carries the result only. Sets the exit status; never rejects. */
async function main(args) {
	const language = spokenLanguage(args);
	const say = messagesFor(language).command;
	const { name, rest } = commandOf(args);
	const sayInternal = (error) => complain(say.internalError(referenceOf(error)));
	holdOutputs();
	const net = spreadNet(sayInternal);
	try {
		process.exitCode = await run(name, rest, language, net.signal);
	} catch (error) {
		if (error instanceof UsageProblem || error instanceof InputProblem) {
			process.exitCode = exitStatus.invalid;
			complain(error instanceof UsageProblem ? error.message : say.inputProblem(asOption(error)));
			if (!(error instanceof UsageProblem && !error.isInHelp)) complain(say.seeHelp(name !== null && isCommand(name) ? name : null));
		} else if (error instanceof Stopped) {
			process.exitCode = exitStatus.stopped;
			complain(say.stopped);
		} else {
			process.exitCode = exitStatus.internalError;
			if (error instanceof PrintFailure) complain(say.cannotPrint(error.code));
			else if (!(error instanceof Uncaught)) sayInternal(error);
		}
	}
	net.close();
}
async function run(name, args, language, net) {
	const say = messagesFor(language).command;
	if (name === null || name === "help") {
		const { values, operands } = parsed(null, args, Object.values(optionsOf("schema")), language);
		const [topic] = operands;
		if (topic !== void 0 && !isCommand(topic)) throw unknownCommand(topic, language);
		if (operands.length > 1) throw new UsageProblem(say.operandLeft("help", operands[1]));
		const text = topic === void 0 ? programHelp(language) : commandHelp(topic, language);
		if (name === null && !values.has("help")) {
			complain(text.trimEnd());
			return exitStatus.invalid;
		}
		await print(text);
		return exitStatus.match;
	}
	if (!isCommand(name)) throw unknownCommand(name, language);
	const { values, operands } = parsed(name, args, Object.values(optionsOf(name)), language);
	if (values.has("help")) {
		await print(commandHelp(name, language));
		return exitStatus.match;
	}
	const { least = 0, most = 0 } = commands[name].operands ?? {};
	if (operands.length < least) throw new UsageProblem(say.operandMissing(synopsisOf(name, language)));
	if (operands.length > most) throw new UsageProblem(say.operandLeft(name, operands[most]));
	const options = readOptions(name, ({ name: option, variable }) => variable === void 0 ? values.get(option) ?? "" : environment(variable));
	const result = await (await commands[name].load())({
		operands,
		options,
		cwd: process.cwd(),
		environment,
		spoken: language,
		signal: () => AbortSignal.any([stopSignal(), net]),
		colour: process.stdout.isTTY === true && !process.env.NO_COLOR,
		width: Math.min(process.stdout.columns || 80, 110)
	});
	await print(result.text);
	for (const note of result.notes ?? []) complain(note);
	return result.status;
}
const environment = (name) => process.env[name] ?? "";
/** The command, and everything else; what stands before the command belongs to it as well. */
function commandOf(args) {
	let at = 0;
	while (args[at]?.startsWith("-")) at += args[at] === "--language" ? 2 : 1;
	return {
		name: args[at] ?? null,
		rest: args.toSpliced(at, 1)
	};
}
/** @throws UsageProblem */
function parsed(name, args, options, language) {
	const written = options.filter(({ variable }) => variable === void 0);
	const result = parseArguments(args, written);
	if (result.ok) return result;
	throw new UsageProblem(wordsOf(result.problem, name, written, language));
}
function wordsOf({ type, option }, command, options, language) {
	const say = messagesFor(language).command;
	if (type === "needs-value") return say.optionNeedsValue(option);
	if (type === "takes-no-value") return say.optionTakesNoValue(option);
	const elsewhere = Object.keys(commands).filter((each) => Object.values(optionsOf(each)).some((known) => `--${known.name}` === option && !known.variable));
	const known = options.map((each) => `--${each.name}`);
	return say.unknownOption({
		command,
		option,
		nearest: nearest(option, known),
		elsewhere
	});
}
function unknownCommand(name, language) {
	const known = Object.keys(commands);
	return new UsageProblem(messagesFor(language).command.unknownCommand(name, nearest(name, [...known, "help"]), known));
}
function asOption({ input, code, value, expected }) {
	return new InputProblem(`--${input}`, code, value, expected);
}
/** The language of what is not about one ledger: `--language`, else the locale's. */
function spokenLanguage(args) {
	const index = args.findIndex((arg) => arg === "--language" || arg.startsWith("--language="));
	const given = index < 0 ? void 0 : args[index].split("=")[1] ?? args[index + 1];
	const spoken = languages.find((language) => language === given);
	if (spoken !== void 0) return spoken;
	const locale = environment("LC_ALL") || environment("LC_MESSAGES") || environment("LANG");
	return languages.find((language) => locale.startsWith(language)) ?? "en";
}

export { main };