// src/edge/scrubber.ts
/** What is shorter is no secret, and would tear holes into every text. */
const shortestSecret = 6;
/** Of a value's words, and of user names. */
const shortestWord = 8;
/** Longer secrets are looked for piece by piece, so that a part of one is found too, and patterns stay small. */
const pieceLength = 48;
/** No fact cuts texts off that are shorter. */
const shortestCut = 64;
function openScrubber() {
	const known = /* @__PURE__ */ new Map();
	let longestFirst = null;
	function addPiece(secret) {
		if (secret.length < shortestSecret || known.has(secret)) return;
		known.set(secret, hiddenOf(secret));
		longestFirst = null;
	}
	function add(secret) {
		const whole = secret.trim();
		for (const piece of piecesOf(whole)) addPiece(piece);
		const lines = whole.split(/\r?\n/);
		if (lines.length > 1) for (const line of lines) for (const piece of piecesOf(line.trim())) addPiece(piece);
	}
	function addHeader(value) {
		add(value);
		for (const word of value.split(/[\s;,&"'=]+/)) if (word.length >= shortestWord) add(word);
		const basic = /^basic\s+([\w+/-]+=*)$/i.exec(value.trim());
		if (basic === null) return;
		const pair = Buffer.from(basic[1], "base64").toString();
		const colon = pair.indexOf(":");
		if (colon < 0) return;
		add(pair);
		add(pair.slice(colon + 1));
		if (colon >= shortestWord) add(pair.slice(0, colon));
	}
	function addAddress(text) {
		add(text);
		const url = URL.parse(text);
		if (url === null) return;
		add(url.href);
		add(url.pathname.slice(1) + url.search);
		add(url.username);
		add(url.password);
		for (const part of `${url.pathname}${url.search}`.split(/[/?&=]/)) {
			const isMadeUp = /\d/.test(part) || part.length >= 20;
			if (part.length >= shortestWord && isMadeUp) add(part);
		}
	}
	function scrub(text, said = "") {
		if (known.size === 0 || text.length < shortestSecret) return text;
		const claimed = said.toLowerCase();
		const isSaid = (found) => claimed !== "" && claimed.includes(found.toLowerCase());
		let clean = text;
		longestFirst ??= [...known].sort(([a], [b]) => b.length - a.length);
		for (const [secret, { pattern }] of longestFirst) clean = clean.replace(pattern, (found) => isSaid(secret) ? found : "***");
		if (text.length < shortestCut) return clean;
		const end = clean.endsWith("…") ? "…" : "";
		const body = clean.slice(0, clean.length - end.length);
		const lower = body.slice(-96).toLowerCase();
		for (const [secret, { forms }] of longestFirst) {
			const cut = Math.max(...forms.map((form) => cutAt(lower, form)));
			if (cut > 0 && !isSaid(secret)) return `${body.slice(0, -cut)}***${end}`;
		}
		return clean;
	}
	function scrubAll(value, said, key) {
		if (typeof value === "string") return ownWords.has(key) && isWord(value) ? value : scrub(value, said);
		if (Array.isArray(value)) return value.map((each) => scrubAll(each, said, key));
		if (value instanceof Map) return new Map([...value].map(([name, each]) => [scrubAll(name, said, ""), scrubAll(each, said, "")]));
		if (value instanceof Set) return new Set([...value].map((each) => scrubAll(each, said, key)));
		if (typeof value !== "object" || value === null || !isPlain(value)) return value;
		return Object.fromEntries(Object.entries(value).map(([name, each]) => [/^[a-zA-Z]+$/.test(name) ? name : scrub(name, said), scrubAll(each, said, name)]));
	}
	return {
		add,
		addHeader,
		addAddress,
		scrub,
		scrubAll: (value, said = "") => known.size === 0 ? value : scrubAll(value, said, "")
	};
}
/** The members of facts that hold a word of a closed list of ours: no server can write into them. */
const ownWords = /* @__PURE__ */ new Set([...[
	"type",
	"code",
	"state",
	"end",
	"bodyEnd",
	"from",
	"by",
	"plain",
	"credentials",
	"evidence",
	"meaning"
], ...[
	"sizeMeaning",
	"notes",
	"renewal",
	"automatic",
	"sign"
]]);
function isWord(text) {
	return /^[a-z0-9-]{1,40}$/.test(text) && !/\d/.test(text);
}
function isPlain(value) {
	const prototype = Object.getPrototypeOf(value);
	return prototype === Object.prototype || prototype === null;
}
function piecesOf(secret) {
	const count = Math.max(1, Math.floor(secret.length / pieceLength));
	return Array.from({ length: count }, (_, at) => secret.slice(at * pieceLength, at === count - 1 ? secret.length : (at + 1) * pieceLength));
}
function hiddenOf(secret) {
	const bytes = Buffer.from(secret);
	const coded = [bytes.toString("hex"), ...base64Of(bytes)].filter((form) => form.length >= shortestSecret);
	const patterns = [secret, ...coded].map((form) => Array.from(form.toWellFormed(), writtenAs).join(""));
	const urlCoded = encodeURIComponent(secret.toWellFormed());
	const forms = [...new Set([
		secret,
		urlCoded,
		...coded
	].map((form) => form.toLowerCase()))];
	return {
		pattern: new RegExp(patterns.join("|"), "gi"),
		forms
	};
}
/**
* What stands in base64 for these bytes wherever they begin: at each of the three places of a group (RFC 4648 §4), without
* the characters that the bytes before and after them take part in.
*/
function base64Of(bytes) {
	return [
		0,
		1,
		2
	].map((before) => {
		return Buffer.concat([Buffer.alloc(before), bytes]).toString("base64").slice(Math.ceil(before * 8 / 6), Math.floor((before + bytes.length) * 8 / 6));
	});
}
const named = {
	"\"": "quot",
	"&": "amp",
	"'": "apos",
	"<": "lt",
	">": "gt"
};
/** A pattern of all ways in which texts of the web write a character. Letters and digits stand for themselves. */
function writtenAs(character) {
	if (/^[a-z0-9]$/i.test(character)) return character;
	const code = character.codePointAt(0);
	const hex = code.toString(16);
	const escaped = Array.from(character.split(""), (unit) => `\\\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
	return `(?:${[
		encodeURIComponent(character),
		...code < 128 ? [`%${hex.padStart(2, "0")}`] : [],
		`&#0{0,4}${code};`,
		`&#x0{0,4}${hex};`,
		...named[character] === void 0 ? [] : [`&${named[character]};`],
		escaped.join(""),
		`\\\\?${literally(character)}`,
		...{
			"+": ["-", " "],
			"/": ["_"],
			" ": ["\\+"],
			"\n": ["\\\\n"],
			"	": ["\\\\t"]
		}[character] ?? []
	].map((way) => way === character ? literally(way) : way).join("|")})`;
}
function literally(character) {
	return `\\u${character.split("").map((unit) => unit.charCodeAt(0).toString(16).padStart(4, "0")).join("\\u")}`;
}
/** How many characters at the end of a text are the beginning of a form that was cut off there; 0: none. */
function cutAt(text, form) {
	for (let length = Math.min(form.length - 1, text.length); length >= shortestSecret; length -= 1) if (text.endsWith(form.slice(0, length))) return length;
	return 0;
}

export { openScrubber as t };