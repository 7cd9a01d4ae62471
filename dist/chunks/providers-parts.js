import { E as union, T as string, g as array, v as int } from "./zod.js";

// src/providers/schema.ts
/** A text of a target; never empty. */
const text = string().trim().min(1);
const uuid = (example) => string().regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, example);
/** An id of digits alone; without quotes it is a number in YAML, which is as good. */
const numericId = (example) => union([string().regex(/^\d{1,15}$/, example), int().positive()]);
/** The target, with exactly one of these keys. */
function exactlyOneOf(target, ...keys) {
	return target.superRefine((value, context) => {
		const given = keys.filter((key) => value[key] !== void 0);
		if (given.length === 1) return;
		const params = given.length === 0 ? {
			problem: "needs",
			key: "provider",
			needs: keys
		} : {
			problem: "conflict",
			keys: given
		};
		context.addIssue({
			code: "custom",
			params
		});
	}).meta({ exactlyOneOf: keys });
}

// src/providers/files/choice.ts
/** A name with `*` for anything. */
const pattern = string().trim().regex(/^.{1,200}$/u, "db-*.sql.gz");
function described(schema, en, ja) {
	return schema.meta({ description: `${en}\n\n${ja}` });
}
/** The keys, as a store's schema has them. */
const choiceKeys = {
	prefix: described(text.optional(), "What every name begins with.", "名前の先頭。"),
	suffix: described(text.optional(), "What every name ends with.", "名前の末尾。"),
	pattern: described(pattern.optional(), "What a name is like, `*` for anything: files of other names are no backups.", "名前の形(`*` は任意の文字列)。当てはまらないファイルはバックアップとして数えません。"),
	series: described(array(pattern).min(1).max(50).optional(), "The series that lie in one place, each by what its names are like: each has to be there, and to be new.", "同じ場所に置いたバックアップの種類を、名前の形で1つずつ。どの種類も、新しいものがあるかを確かめます。")
};
/** The name below the folder that the prefix names: what patterns and series speak of. */
function nameBelow(name, { prefix = "" }) {
	return name.slice(prefix.lastIndexOf("/") + 1);
}
/**
* Whether a name is like a pattern in which `*` stands for anything. A pattern without a slash speaks of the name behind the
* last one. Takes time in proportion to the name's length.
*/
function isLike(name, pattern) {
	const own = pattern.includes("/") ? name : name.slice(name.lastIndexOf("/") + 1);
	const [first = "", ...rest] = pattern.split("*");
	const last = rest.pop();
	if (last === void 0) return own === first;
	if (!own.startsWith(first)) return false;
	let from = first.length;
	for (const piece of rest) {
		const at = own.indexOf(piece, from);
		if (at < 0) return false;
		from = at + piece.length;
	}
	return own.length - last.length >= from && own.endsWith(last);
}

export { numericId as a, exactlyOneOf as i, isLike as n, text as o, nameBelow as r, uuid as s, choiceKeys as t };