// src/messages/format.ts
const locales = {
	ja: "ja-JP",
	en: "en-GB"
};
const units = [
	[864e5, "day"],
	[36e5, "hour"],
	[6e4, "minute"],
	[1e3, "second"]
];
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
	return {
		language,
		zone,
		day,
		moment: (at) => `${day(at)} ${timeOf.format(instantOf(at))}`,
		span(milliseconds) {
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

// src/report/order.ts
const severityRank = {
	critical: 0,
	warning: 1,
	info: 2
};
const causeRank = {
	access: 0,
	contact: 1,
	procedure: 2
};
/** What is most urgent first: severity, then the deadline, then access → contact → procedure. Total. */
function byUrgency(a, b) {
	return severityRank[a.severity] - severityRank[b.severity] || compare(a.deadline ?? "~", b.deadline ?? "~") || causeRank[a.cause] - causeRank[b.cause] || (a.items[0] ?? 11) - (b.items[0] ?? 11) || compare(a.id, b.id);
}
/** Items in the order in which their holes are filled: access, contact, procedure. */
const itemsByCause = [
	7,
	8,
	2,
	3,
	1,
	4,
	5,
	6,
	9,
	10
];
/** The three to start with. */
const startWith = [
	2,
	7,
	5
];
function compare(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}
function sortFindings(findings) {
	const ordered = [...findings].sort(byUrgency);
	const open = ordered.filter((each) => each.excepted === null);
	const of = (...kinds) => open.filter((each) => kinds.includes(each.kind));
	return {
		toDo: of("drift", "expiring", "stale"),
		unseen: of("unknown"),
		holes: of("gap"),
		notices: of("notice"),
		excepted: ordered.filter((each) => each.excepted !== null)
	};
}
/** The subject of a finding, without what tells two of one rule apart. */
function subjectOf(finding) {
	return finding.id.slice(finding.rule.length + 1).replace(/@.*$/s, "");
}

export { startWith as a, sortFindings as i, compare as n, subjectOf as o, itemsByCause as r, formatFor as s, byUrgency as t };