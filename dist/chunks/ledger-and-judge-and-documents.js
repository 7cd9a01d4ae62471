import { t as createTwoFilesPatch } from "./diff.js";
import { H as require_dist, ct as writtenValue, it as normalizeValue, ot as readingsOf } from "./protocols-and-edge-and-ledger-and-more.js";
import { t as yamlText } from "./ledger-yaml-text.js";
import { l as parseLedger, x as readLedger, y as countWrittenSecrets } from "./edge-and-protocols-and-text-and-more.js";
import { i as ruleNames } from "./rules-parts.js";
import { t as messagesFor } from "./rules-and-messages.js";
import { n as dayIn } from "./text-time.js";
import { isDeepStrictEqual } from "node:util";

// src/ledger/edit.ts
var import_dist = require_dist();
var Refusal = class extends Error {
	problem;
	constructor(problem) {
		super(problem);
		this.problem = problem;
	}
};
/**
* Puts `values` in place of what is written at `path` (indexes as in the file): a list, or a text for which one value
* is given. Only the bytes of values that change are touched; comments, order and layout stay. What comes out reads
* as what went in but for this value, or it is refused.
*/
function editValues(text, path, values) {
	return edit(text, (document, body) => {
		const { node, isInFlow } = nodeAt(document.contents, path);
		if ((0, import_dist.isScalar)(node) && values.length === 1) return {
			splices: [replaced(node, values[0], isInFlow)],
			path,
			value: values[0]
		};
		if (!(0, import_dist.isSeq)(node)) throw new Refusal("layout");
		const { splices, result } = changedList(body, node, values, isInFlow);
		return {
			splices,
			path,
			value: result
		};
	});
}
/** Writes a line under `changes`: on top where the newest stands on top, else at the end. */
function addChangeLine(text, { date, by, what }) {
	const line = {
		date,
		...by === null ? {} : { by },
		what
	};
	const written = `{ ${Object.entries(line).map(([key, value]) => `${key}: ${yamlText(value, {
		isInFlow: true,
		style: key === "what" ? "double" : "plain"
	})}`).join(", ")} }`;
	return edit(text, (document, body) => {
		const root = document.contents;
		if (!(0, import_dist.isMap)(root)) throw new Refusal("layout");
		const path = ["changes"];
		const pair = root.items.find(({ key }) => (0, import_dist.isScalar)(key) && key.value === "changes");
		if (pair === void 0) return {
			splices: [newSection(body, root, written)],
			path,
			value: [line]
		};
		const list = pair.value;
		guard(list);
		if ((0, import_dist.isScalar)(list) && list.value === "unknown" && list.type === "PLAIN") return {
			splices: [{
				from: list.range[0],
				to: list.range[1],
				text: `[${written}]`
			}],
			path,
			value: [line]
		};
		if (!(0, import_dist.isSeq)(list)) throw new Refusal("layout");
		const before = list.toJSON();
		const isNewestFirst = (before.at(0)?.date ?? "") >= (before.at(-1)?.date ?? "");
		const value = isNewestFirst ? [line, ...before] : [...before, line];
		return {
			splices: [isNewestFirst ? beforeFirst(body, list, written) : afterLast(body, list, [written])],
			path,
			value
		};
	});
}
function edit(text, plan) {
	const mark = text.startsWith("﻿") ? "﻿" : "";
	const body = text.slice(mark.length);
	try {
		const document = parse(body);
		const { splices, path, value } = plan(document, body);
		const after = spliced(body, splices);
		const expected = structuredClone(plainOf(document));
		put(expected, path, value);
		if (!isDeepStrictEqual(plainOf(parse(after)), expected)) return {
			ok: false,
			problem: "layout"
		};
		return {
			ok: true,
			text: mark + after
		};
	} catch (error) {
		if (error instanceof Refusal) return {
			ok: false,
			problem: error.problem
		};
		throw error;
	}
}
function parse(text) {
	const document = (0, import_dist.parseDocument)(text, {
		merge: false,
		prettyErrors: false
	});
	if (document.errors.length > 0) throw new Refusal("layout");
	return document;
}
function plainOf(document) {
	return document.toJS({ maxAliasCount: 1e5 });
}
function put(root, path, value) {
	const parent = path.slice(0, -1).reduce((here, part) => here[part], root);
	parent[path.at(-1)] = value;
}
function spliced(text, splices) {
	return [...splices].sort((a, b) => b.from - a.from).reduce((result, { from, to, text: put }) => result.slice(0, from) + put + result.slice(to), text);
}
/** The node at a path, refused where it is shared with another place. */
function nodeAt(root, path) {
	let node = root;
	let isInFlow = false;
	for (const part of path) {
		guard(node);
		if ((0, import_dist.isMap)(node)) {
			isInFlow ||= node.flow === true;
			node = node.items.find(({ key }) => (0, import_dist.isScalar)(key) && String(key.value) === part)?.value ?? null;
		} else if ((0, import_dist.isSeq)(node) && typeof part === "number") {
			isInFlow ||= node.flow === true;
			node = node.items[part] ?? null;
		} else throw new Refusal("layout");
	}
	guard(node);
	return {
		node,
		isInFlow
	};
}
function guard(node) {
	if (node === null) throw new Refusal("layout");
	if ((0, import_dist.isAlias)(node)) throw new Refusal("alias");
	if (((0, import_dist.isScalar)(node) || (0, import_dist.isMap)(node) || (0, import_dist.isSeq)(node)) && node.anchor !== void 0) throw new Refusal("anchor");
}
function replaced(node, value, isInFlow) {
	if (node.type === "BLOCK_FOLDED" || node.type === "BLOCK_LITERAL") throw new Refusal("block-text");
	const [from, to] = node.range;
	const style = node.type === "QUOTE_DOUBLE" ? "double" : node.type === "QUOTE_SINGLE" ? "single" : "plain";
	return {
		from,
		to,
		text: yamlText(value, {
			isInFlow,
			style
		})
	};
}
/** What is gone makes room for what is new, one for one; the rest is taken out, or put at the end. */
function changedList(text, list, values, isInFlow) {
	const items = list.items;
	for (const item of items) {
		guard(item);
		if (!(0, import_dist.isScalar)(item)) throw new Refusal("layout");
	}
	const scalars = items;
	const isFlow = isInFlow || list.flow === true;
	const old = scalars.map(({ value }) => String(value));
	const fresh = values.filter((value) => !old.includes(value));
	const splices = [];
	const result = [];
	const removed = [];
	for (const [index, value] of old.entries()) {
		if (values.includes(value)) {
			result.push(value);
			continue;
		}
		const instead = fresh.shift();
		if (instead === void 0) removed.push(index);
		else {
			splices.push(replaced(scalars[index], instead, isFlow));
			result.push(instead);
		}
	}
	if (removed.length > 0) splices.push(...withoutItems(text, list, removed));
	if (fresh.length > 0) {
		const style = scalars.at(-1)?.type === "QUOTE_DOUBLE" ? "double" : "plain";
		splices.push(afterLast(text, list, fresh.map((value) => yamlText(value, {
			isInFlow: isFlow,
			style
		}))));
	}
	return {
		splices,
		result: [...result, ...fresh]
	};
}
function withoutItems(text, list, removed) {
	const ranges = list.items.map(({ range }) => range);
	if (list.flow !== true) return removed.map((index) => withoutEntry(text, list.items[index]));
	let kept = ranges.length - 1;
	while (removed.includes(kept)) kept -= 1;
	const end = {
		from: ranges[kept]?.[1] ?? 0,
		to: ranges.at(-1)[1]
	};
	const isEndPlain = kept >= 0 && !text.slice(end.from, end.to).includes("#");
	return [...isEndPlain && kept < ranges.length - 1 ? [{
		...end,
		text: ""
	}] : [], ...removed.filter((index) => !isEndPlain || index < kept).map((index) => {
		const [from, to] = ranges[index];
		return {
			from,
			to: to + (/^[ \t]*,[ \t]*/.exec(text.slice(to))?.[0] ?? "").length,
			text: ""
		};
	})];
}
function withoutEntry(text, item) {
	const dash = dashOf(text, item);
	const to = item.range[1];
	const line = lineAround(text, dash);
	return text.slice(line.from, dash).trim() === "" && text.slice(to, line.end).trim() === "" ? {
		from: line.from,
		to: line.next,
		text: ""
	} : {
		from: dash,
		to,
		text: ""
	};
}
function afterLast(text, list, written) {
	const last = list.items.at(-1);
	if (list.flow === true) {
		const at = last === void 0 ? list.range[0] + 1 : last.range[1];
		return {
			from: at,
			to: at,
			text: `${last === void 0 ? "" : ", "}${written.join(", ")}`
		};
	}
	if (last === void 0) throw new Refusal("layout");
	const dash = dashOf(text, last);
	const { end } = lineAround(text, last.range[1]);
	const indent = " ".repeat(dash - lineAround(text, dash).from);
	return {
		from: end,
		to: end,
		text: written.map((each) => `${newlineOf(text)}${indent}- ${each}`).join("")
	};
}
function beforeFirst(text, list, written) {
	const first = list.items[0];
	if (list.flow === true) {
		const at = first === void 0 ? list.range[0] + 1 : first.range[0];
		return {
			from: at,
			to: at,
			text: `${written}${first === void 0 ? "" : ", "}`
		};
	}
	if (first === void 0) throw new Refusal("layout");
	const dash = dashOf(text, first);
	const indent = " ".repeat(dash - lineAround(text, dash).from);
	return {
		from: dash,
		to: dash,
		text: `- ${written}${newlineOf(text)}${indent}`
	};
}
/** Where the `-` of an entry stands: what comes between is white space, or refused. */
function dashOf(text, item) {
	const dash = text.lastIndexOf("-", item.range[0] - 1);
	if (dash < 0 || text.slice(dash + 1, item.range[0]).trim() !== "") throw new Refusal("layout");
	return dash;
}
/** `changes` where there is none: at the end of the file. */
function newSection(text, root, written) {
	if (!(0, import_dist.isMap)(root)) throw new Refusal("layout");
	const lastValue = root.items.at(-1)?.value;
	if (root.flow === true) {
		const at = lastValue?.range?.[1];
		if (at === void 0) throw new Refusal("layout");
		return {
			from: at,
			to: at,
			text: `, changes: [${written}]`
		};
	}
	const newline = newlineOf(text);
	const firstKey = root.items[0].key;
	const indent = " ".repeat(firstKey.range[0] - lineAround(text, firstKey.range[0]).from);
	const section = `${text.endsWith("\n") ? "" : newline}${newline}${indent}changes:${newline}${indent}  - ${written}${newline}`;
	return {
		from: text.length,
		to: text.length,
		text: section
	};
}
/** The line that holds `offset`: its start, its end, and where the next one begins. */
function lineAround(text, offset) {
	const from = text.lastIndexOf("\n", offset - 1) + 1;
	const found = text.indexOf("\n", offset);
	const next = found < 0 ? text.length : found + 1;
	const stop = found < 0 ? text.length : found;
	return {
		from,
		end: text[stop - 1] === "\r" && stop > offset ? stop - 1 : stop,
		next
	};
}
function newlineOf(text) {
	return text.includes("\r\n") ? "\r\n" : "\n";
}

// src/judge/accept.ts
/** The findings in which the ledger may simply be behind, and which nobody has excepted. */
function acceptable({ findings, excepted }) {
	return findings.filter((each) => each.acceptable && !excepted.has(each.id));
}
/**
* Takes what was seen into the ledger's text. Each edit is read again: what could not be read, would not compare equal
* the next time, or would be a finding itself, is refused. Pure: who writes the text is another's matter.
*/
function acceptObserved(bytes, { ledger, file }, judgement, { only, by, date, now, what }) {
	const before = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
	const { writtenPath } = readLedger(bytes, file);
	const accepted = [];
	const refused = [];
	const changes = [];
	let text = before;
	for (const finding of acceptable(judgement)) {
		if (only !== null && !only.has(finding.id)) continue;
		const seen = observedValues(finding, ledger);
		if (seen === null) continue;
		if (seen.values.some((value) => value.includes("***"))) {
			refused.push({
				finding,
				problem: "secret"
			});
			continue;
		}
		const edited = editValues(text, writtenPath(seen.path), seen.values);
		const problem = edited.ok ? problemOf(text, edited.text, seen.isMet) : edited.problem;
		if (edited.ok && problem === null) {
			text = edited.text;
			accepted.push(finding);
			changes.push(seen.change);
		} else refused.push({
			finding,
			problem
		});
	}
	if (accepted.length === 0) return {
		before,
		text: before,
		accepted,
		refused,
		isRecorded: false
	};
	for (const said of [changes, changes.map((each) => ({
		...each,
		from: [],
		to: []
	}))]) {
		const line = {
			date,
			by: by ?? partyOf(accepted, ledger),
			what: what(said)
		};
		const recorded = addChangeLine(text, line);
		if (recorded.ok && problemOf(text, recorded.text, () => true) === null) return {
			before,
			text: recorded.text,
			accepted,
			refused,
			isRecorded: true
		};
	}
	return {
		before,
		text,
		accepted,
		refused,
		isRecorded: false
	};
	function problemOf(from, to, isMet) {
		const read = parseLedger(new TextEncoder().encode(to), {
			file,
			now,
			ruleNames
		});
		if (!read.ok) return "unreadable";
		if (!isMet(read.parsed.ledger)) return "differs";
		return countWrittenSecrets(to) > countWrittenSecrets(from) ? "secret" : null;
	}
}
/** Where a finding's value stands, and what is to stand there. */
function observedValues(finding, ledger) {
	const data = finding.data;
	switch (finding.rule) {
		case "dns/record-differs":
		case "dns/record-unexpected":
		case "dns/delegation-differs": {
			const { seen } = data;
			const claim = ledger.reality.dns?.[Number(finding.path[2])];
			const values = recordValues(ledger, finding.path, seen);
			if (claim === void 0 || values === null) return null;
			const isDelegation = finding.rule === "dns/delegation-differs";
			return {
				path: [...finding.path, "values"],
				values,
				change: {
					what: isDelegation ? "delegation" : "record",
					name: claim.name,
					type: claim.type ?? null,
					from: claim.values ?? [],
					to: values
				},
				isMet: ({ reality }) => {
					const said = ((reality.dns?.[Number(finding.path[2])])?.values ?? []).map((each) => readingsOf(claim.type, each));
					const readings = new Set(said.flat());
					const isSaid = seen.every((each) => readings.has(each));
					const there = new Set(seen);
					const isSeen = (value) => value.some((each) => there.has(each));
					if (claim.match === "exact") return isSaid && said.every(isSeen);
					return claim.match === "within" ? isSaid : said.some(isSeen);
				}
			};
		}
		case "tls/issuer-differs": {
			const { host, issuer, expected } = data;
			if (issuer === null) return null;
			return simple(finding, "issuer", host, expected, expected.length > 1 ? [...expected, issuer] : [issuer]);
		}
		case "http/redirect-differs": {
			const { id, expected, observed } = data;
			return simple(finding, "redirect", id, [expected], [observed]);
		}
		case "domain/registrar-differs": {
			const { domain, expected, registrar } = data;
			return simple(finding, "registrar", domain, [expected], [registrar]);
		}
		default: return null;
	}
}
function simple({ path }, what, name, from, values) {
	return {
		path,
		values,
		change: {
			what,
			name,
			type: null,
			from,
			to: values
		},
		isMet: () => true
	};
}
/** The values of a record claim as its matcher wants them, in the ledger's own spelling where they stay. */
function recordValues(ledger, path, seen) {
	const claim = ledger.reality.dns?.[Number(path[2])];
	if (claim?.type === void 0 || claim.values === void 0 || seen.length === 0) return null;
	const type = claim.type;
	const { values } = claim;
	const written = new Map(values.flatMap((value) => readingsOf(type, value).map((each) => [each, value])));
	const spelled = seen.map((value) => written.get(value) ?? writtenValue(type, value));
	switch (claim.match) {
		case "exact": return spelled;
		case "within": return [.../* @__PURE__ */ new Set([...claim.values, ...spelled])];
		case "includes": return included(type, values, new Set(seen));
		case "any": return spelled.slice(0, Math.max(1, claim.values.length));
		case "cidr":
		case "suffix": return null;
	}
}
/**
* What has to be there, of many: what is still there stays, and what is not makes room for what looks like it (an SPF
* record for an SPF record), or goes.
*/
function included(type, values, seen) {
	const said = new Set(values.flatMap((value) => readingsOf(type, value)));
	const free = [...seen].filter((value) => !said.has(value));
	const kind = (value) => /^[^\s=:]+[\s=:]/.exec(value)?.[0] ?? "";
	const result = values.flatMap((value) => {
		if (readingsOf(type, value).some((each) => seen.has(each))) return [value];
		const wanted = kind(normalizeValue(type, value));
		const alike = free.findIndex((each) => kind(each) !== "" && kind(each) === wanted);
		return alike < 0 ? [] : free.splice(alike, 1).map((each) => writtenValue(type, each));
	});
	return result.length > 0 ? result : null;
}
/** The party that the findings fall to, where it is one that the ledger knows. */
function partyOf(accepted, ledger) {
	const parties = new Set(accepted.map(({ party }) => party));
	const [party = null] = parties;
	const isKnown = party !== null && (party in (ledger.parties ?? {}) || party in (ledger.contacts ?? {}));
	return parties.size === 1 && isKnown ? party : null;
}

// src/documents/patch.ts
/** Edits that a diff is looked for with: the work grows with their square, and nobody reads a longer one. */
const mostEdits = 2e3;
/** A change as `git apply` takes it; empty where nothing changes, null where it is larger than anybody would read. */
function unifiedDiff(file, before, after) {
	if (before === after) return "";
	return createTwoFilesPatch(`a/${file}`, `b/${file}`, before, after, void 0, void 0, {
		context: 3,
		maxEditLength: mostEdits
	})?.replace(/^=+\n/, "") ?? null;
}
/** The titles of findings as the report says them. */
function titlesOf(findings, report) {
	const titles = new Map(report.findings.map(({ id, title }) => [id, title]));
	return findings.map(({ id }) => titles.get(id) ?? id);
}
/** What `accept` would make of a ledger that was checked; null where it would change nothing. */
function proposedChange({ source, parsed, judgement, report }, now) {
	if (parsed === null || judgement === null) return null;
	const words = messagesFor(report.language).accept;
	let changes = [];
	const acceptance = acceptObserved(source.written ?? source.bytes, parsed, judgement, {
		only: null,
		by: null,
		now: now.toString(),
		date: dayIn(parsed.ledger.site.timezone, now),
		what: (accepted) => {
			changes = accepted;
			return words.history(accepted);
		}
	});
	return acceptance.text !== acceptance.before ? {
		...acceptance,
		changes: changes.map((each) => words.changed(each))
	} : null;
}
/** The change that `accept` would make to a ledger that was checked, as a diff; null where it would make none. */
function proposedPatch(checked, now) {
	const change = proposedChange(checked, now);
	if (change === null) return null;
	const { source } = checked;
	const diff = unifiedDiff(source.file, change.before, change.text);
	if (diff === null) return null;
	return source.hide?.(diff) ?? diff;
}

export { acceptObserved as a, unifiedDiff as i, proposedPatch as n, acceptable as o, titlesOf as r, proposedChange as t };