import { a as dayMs, l as minuteMs, s as hourMs } from "./text-values.js";

// src/text/compare.ts
/** The order of texts by their UTF-16 units: the same in every language and on every machine. */
function compareText(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}

// src/messages/format.ts
const locales = {
	ja: "ja-JP",
	en: "en-GB"
};
const units = [
	[dayMs, "day"],
	[hourMs, "hour"],
	[minuteMs, "minute"],
	[1e3, "second"]
];
/** The regions whose English (or Japanese) knows short names of zones; elsewhere it is `GMT+8`. */
const zoneLocales = [
	"ja-JP",
	"en-GB",
	"en-US",
	"en-AU",
	"en-IN",
	"en-NZ",
	"en-ZA"
];
/** How the zone is called in short at that moment, summer time included. */
function zoneName(at, zone) {
	const nameIn = (locale) => new Intl.DateTimeFormat(locale, {
		timeZone: zone,
		timeZoneName: "short"
	}).formatToParts(at).find(({ type }) => type === "timeZoneName").value;
	return nameIn(zoneLocales.find((locale) => !/^(?:GMT|UTC)[+-]/.test(nameIn(locale))) ?? zoneLocales[0]);
}
const japaneseUnits = {
	day: "日",
	hour: "時間",
	minute: "分",
	second: "秒"
};
/**
* How `language` writes values. Days given as text (`2026-11-02`) are calendar days and stay what they are;
* instants are shown in `zone`.
*/
function formatFor(language, zone, names) {
	const locale = locales[language];
	const dayParts = {
		year: "numeric",
		month: language === "ja" ? "long" : "short",
		day: "numeric",
		weekday: "short"
	};
	const dayOf = new Intl.DateTimeFormat(locale, {
		...dayParts,
		timeZone: zone
	});
	const plainDay = new Intl.DateTimeFormat(locale, {
		...dayParts,
		timeZone: "UTC"
	});
	const timeOf = new Intl.DateTimeFormat(locale, {
		hour: "2-digit",
		minute: "2-digit",
		hourCycle: "h23",
		timeZone: zone
	});
	const list = new Intl.ListFormat(locale, {
		type: "conjunction",
		style: language === "ja" ? "narrow" : "long"
	});
	const instantOf = (at) => new Date(typeof at === "string" ? at : at.epochMilliseconds);
	const day = (at) => typeof at === "string" && /^\d{4}-\d{2}-\d{2}$/.test(at) ? plainDay.format(/* @__PURE__ */ new Date(`${at}T00:00:00Z`)) : dayOf.format(instantOf(at));
	const span = (milliseconds) => {
		const parts = [];
		let rest = Math.max(0, Math.round(milliseconds / 1e3) * 1e3);
		for (const [size, unit] of units) {
			const count = Math.floor(rest / size);
			if (count === 0) {
				if (parts.length > 0) break;
				continue;
			}
			parts.push(language === "ja" ? `${count}${japaneseUnits[unit]}` : `${count} ${unit}${count === 1 ? "" : "s"}`);
			rest -= count * size;
			if (parts.length === 2) break;
		}
		if (parts.length === 0) return language === "ja" ? "0秒" : "0 seconds";
		return parts.join(language === "ja" ? "" : " ");
	};
	return {
		language,
		zone,
		day,
		moment: (at) => `${day(at)} ${timeOf.format(instantOf(at))} ${zoneName(instantOf(at), zone)}`,
		span,
		duration({ months, milliseconds }) {
			if (months === 0) return span(milliseconds);
			const isYears = months % 12 === 0;
			const count = isYears ? months / 12 : months;
			if (language === "ja") return `${count}${isYears ? "年" : "か月"}`;
			return `${count} ${isYears ? "year" : "month"}${count === 1 ? "" : "s"}`;
		},
		size: (bytes) => {
			const power = bytes < 1e3 ? 0 : Math.min(4, Math.floor(Math.log10(bytes) / 3));
			const unit = [
				"byte",
				"kilobyte",
				"megabyte",
				"gigabyte",
				"terabyte"
			][power];
			return new Intl.NumberFormat(locale, {
				style: "unit",
				unit,
				unitDisplay: power === 0 ? "long" : "short",
				maximumSignificantDigits: 3
			}).format(bytes / 1e3 ** power);
		},
		list: (values) => language === "ja" ? values.join("、") : list.format(values),
		party: (id) => names.parties[id] ?? id,
		contact: (id) => names.contacts[id]?.name ?? id
	};
}

export { compareText as n, formatFor as t };