import { n as optionsOf } from "./check-parts.js";
import { t as messagesFor } from "./rules-and-messages.js";
import { i as ruleNames } from "./rules-parts.js";
import { t as nearest } from "./text-nearest.js";
import { n as exitStatus, t as UsageProblem } from "./cli-command.js";

// src/cli/completion.ts
const shells = {
	bash,
	zsh,
	fish
};
const shellNames = Object.keys(shells);
/** Prints a script with which a shell completes commands, options and their values; made from the two tables. */
function completionOf(commands) {
	return async ({ operands, spoken }) => {
		const name = operands[0];
		const shell = shellNames.find((each) => each === name);
		if (shell === void 0) {
			const say = messagesFor(spoken).command;
			throw new UsageProblem(say.unknownShell(name, nearest(name, shellNames), shellNames));
		}
		return {
			text: shells[shell](candidatesIn(commands, spoken)),
			status: exitStatus.match
		};
	};
}
function candidatesIn(commands, language) {
	const names = Object.keys(commands);
	const operandsOf = (name) => {
		if (name === "explain") return ruleNames;
		if (name === "completion") return shellNames;
		return commands[name].operands === null ? [] : null;
	};
	return new Map(names.map((name) => [name, {
		about: plain(commands[name][language]),
		operands: operandsOf(name),
		options: Object.values(optionsOf(name)).filter(({ variable }) => variable === void 0).map((option) => ({
			flag: `--${option.name}`,
			about: plain(option[language]),
			takesValue: option.form.value !== null,
			words: option.form.words ?? []
		}))
	}]));
}
/** The first sentence, without what a shell or a terminal would read as more than a text. */
function plain(text) {
	const [sentence = ""] = text.split(/(?<=[.。])(?:\s|$)|。/u, 1);
	return sentence.replaceAll(/[`'"\\[\]:$]/g, "").trim();
}
const program = "recovery-ledger";
const ofProgram = "--version --help";
function bash(table) {
	const cases = [...table].map(([name, { options, operands }]) => {
		const values = options.filter(({ takesValue }) => takesValue);
		const closed = values.filter(({ words }) => words.length > 0).map(({ flag, words }) => `        ${flag}) words='${words.join(" ")}' ;;`);
		const free = values.filter(({ words }) => words.length === 0).map(({ flag }) => flag);
		const flags = options.map(({ flag }) => flag).join(" ");
		return [
			`    ${name})`,
			"      case \"$previous\" in",
			...closed,
			...free.length === 0 ? [] : [`        ${free.join("|")}) COMPREPLY=($(compgen -f -- "$word")); return ;;`],
			`        *) words='${flags}${operands === null ? "" : ` ${operands.join(" ")}`}'`,
			...operands === null ? ["           [[ \"$word\" != -* ]] && { COMPREPLY=($(compgen -f -- \"$word\")); return; }"] : [],
			"           ;;",
			"      esac ;;"
		].join("\n");
	});
	return `# bash completion of ${program}: put it where bash-completion looks, or source it.
_recovery_ledger() {
  local word=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} words=''
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W '${[...table.keys()].join(" ")} ${ofProgram}' -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join("\n")}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o filenames -F _recovery_ledger ${program}
`;
}
function zsh(table) {
	const cases = [...table].map(([name, { options, operands }]) => {
		const specs = options.map(({ flag, about, takesValue, words }) => {
			return `'*${flag}[${about}]${takesValue ? `:value:${words.length === 0 ? "_files" : `(${words.join(" ")})`}` : ""}'`;
		});
		const rest = operands === null ? "'*:file:_files'" : operands.length === 0 ? "" : `'*:value:(${operands.join(" ")})'`;
		return `    ${name}) _arguments -s ${[...specs, rest].filter((each) => each !== "").join(" ")} ;;`;
	});
	const about = [...table].map(([name, each]) => `'${name}:${each.about}'`).join(" ");
	return `#compdef ${program}
# zsh completion of ${program}: save it as _${program} in a folder of $fpath.
_recovery_ledger() {
  if (( CURRENT == 2 )); then
    local -a commands=(${about})
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${cases.join("\n")}
  esac
}
_recovery_ledger "$@"
`;
}
function fish(table) {
	const lines = [...table].flatMap(([name, { about, options, operands }]) => {
		const inCommand = `-n '__fish_seen_subcommand_from ${name}'`;
		return [
			`complete -c ${program} -n __fish_use_subcommand -f -a ${name} -d '${about}'`,
			...options.map(({ flag, about: text, takesValue, words }) => {
				const value = takesValue ? words.length === 0 ? " -r" : ` -x -a '${words.join(" ")}'` : "";
				return `complete -c ${program} ${inCommand} -l ${flag.slice(2)}${value} -d '${text}'`;
			}),
			...operands === null ? [] : [`complete -c ${program} ${inCommand} -f -a '${operands.join(" ")}'`]
		];
	});
	return `# fish completion of ${program}: save it as ~/.config/fish/completions/${program}.fish\n${lines.join("\n")}\n`;
}

export { completionOf };