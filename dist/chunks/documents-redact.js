// src/documents/redact.ts
/** Where nothing is hidden: the ledger is public, or could not be read (then nothing of it is shown). */
const redactNothing = (text) => text;
const shortestMasked = 4;
/**
* Masks the ledger's phone numbers, addresses and other channels, and the places of logins and emergency access,
* wherever they occur word for word; numbers also in other spellings. So are numbers and addresses that stand inside a
* name, a role, a note or any other text about people. With `site.public: true` nothing is masked.
*/
function redactorFor(ledger, mask) {
	if (ledger === null || ledger.site.public) return redactNothing;
	const shown = /* @__PURE__ */ new Set([
		ledger.site.name,
		ledger.site.url,
		...Object.values(ledger.parties ?? {}),
		...Object.values(ledger.contacts ?? {}).flatMap(({ name }) => name ?? []),
		...Object.values(ledger.reality.endpoints ?? {}).map(({ url }) => url)
	]);
	const values = privateValues(ledger).filter((value) => !shown.has(value));
	const hidden = [.../* @__PURE__ */ new Set([...values, ...writtenReaches(ledger)])].filter((value) => value.length >= shortestMasked).sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
	if (hidden.length === 0) return redactNothing;
	const pattern = new RegExp(hidden.map(patternOf).join("|"), "giu");
	return (text) => text.replace(pattern, mask);
}
/** Also as Japanese keyboards write numbers: full-width digits, and signs that look like a hyphen. */
const digit = "[\\d\\uff10-\\uff19]";
const opening = "[-\\s.(\\uff08\\u2010-\\u2015\\u2212\\uff0d\\u30fc]{1,2}";
const closing = "[-\\s.)\\uff09\\u2010-\\u2015\\u2212\\uff0d\\u30fc]{1,2}";
const zero = "[(\\uff08]?(?<![\\d\\uff10-\\uff19])[0\\uff10]";
const phoneLike = new RegExp([
	`[+\\uff0b]${digit}[-\\d\\uff10-\\uff19\\s().\\uff08\\uff09\\u2010-\\u2015\\u2212\\uff0d\\u30fc]{7,}${digit}`,
	`${zero}${digit}{1,4}${closing}${digit}{1,4}${closing}${digit}{3,4}(?!${digit})`,
	`${zero}${digit}{1,4}${opening}${digit}{1,4}${closing}${digit}{3,4}(?!${digit})`,
	`(?<![\\d\\uff10-\\uff19.:-])[0\\uff10]${digit}{9,10}(?!${digit})`
].join("|"), "g");
const mailLike = /[\w.+-]{1,200}[@\uff20][\w-]+(?:\.[\w-]+)+/g;
/** As `redactorFor`, for sentences that a person wrote into the ledger: whatever looks like a number or an address. */
function redactSentence(ledger, mask) {
	if (ledger.site.public) return redactNothing;
	const redact = redactorFor(ledger, mask);
	return (text) => redactReach(redact(text), mask);
}
/** Masks whatever looks like a phone number or a mail address, where the ledger that it came from is not at hand. */
function redactReach(text, mask) {
	return text.replace(mailLike, mask).replace(phoneLike, mask);
}
/** Numbers and addresses inside what the ledger says in words; what the site calls itself by is none of them. */
function writtenReaches({ site, reality: _claims, ...people }) {
	const found = [];
	const collect = (value) => {
		if (typeof value === "string") for (const pattern of [mailLike, phoneLike]) found.push(...value.match(pattern) ?? []);
		else if (typeof value === "object" && value !== null) for (const each of Object.values(value)) collect(each);
	};
	collect(people);
	return found.filter((each) => !site.name.includes(each) && !site.url.includes(each));
}
function privateValues(ledger) {
	const channels = Object.values(ledger.contacts ?? {}).flatMap(({ channels = [] }) => channels.flatMap(({ phone, email, slack, teams, chat, url }) => [
		phone,
		email,
		slack,
		teams,
		chat,
		url
	].filter((value) => value !== void 0)));
	const { common: _merged, ...entrance } = ledger.entrance ?? {};
	const places = [...Object.values(ledger.access ?? {}), ...Object.values(entrance)].flatMap((access) => [access?.login, access?.emergency].filter((value) => value !== void 0));
	return [...channels, ...places];
}
/** The value as written; a number also with other separators, or with the country's code in place of the zero. */
function patternOf(value) {
	const digits = value.replace(/\D/g, "");
	if (digits.length < 7 || !/^[+\d\s().‐-―-]+$/u.test(value)) return value.replace(/[\^$\\.*+?()[\]{}|/]/g, "\\$&");
	const between = "[\\s().‐-―-]{0,2}";
	const separated = (number) => [...number].join(between);
	const country = `\\+\\d{1,3}${between}(?:\\(0\\))?${between}`;
	if (value.startsWith("+")) return `\\+?${separated(digits)}(?!\\d)`;
	if (digits.startsWith("0")) return `(?:\\(?(?<!\\d)0${between}|${country})${separated(digits.slice(1))}(?!\\d)`;
	return `(?<!\\d)${separated(digits)}(?!\\d)`;
}

export { redactSentence as n, redactorFor as r, redactReach as t };