// src/text/language.ts
/** Every language that this version speaks: that of the ledger's readers. */
const languages = ["ja", "en"];
const inBoth = (en, ja) => ({
	en,
	ja
});
/** How a language joins what it says: sentences, the words of a list, a remark in brackets. */
const joining = {
	ja: {
		stop: "。",
		space: "",
		comma: "、",
		bracketed: (remark) => `(${remark})`
	},
	en: {
		stop: ".",
		space: " ",
		comma: ", ",
		bracketed: (remark) => ` (${remark})`
	}
};

export { joining as n, languages as r, inBoth as t };