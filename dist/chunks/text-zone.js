import { t as Temporal } from "./temporal-polyfill.js";

// src/text/zone.ts
/** What people call zones in short, by the zone that is most often meant. Several of these stand for more than one. */
const shortNames = {
	JST: "Asia/Tokyo",
	KST: "Asia/Seoul",
	IST: "Asia/Kolkata",
	SGT: "Asia/Singapore",
	HKT: "Asia/Hong_Kong",
	PST: "America/Los_Angeles",
	PDT: "America/Los_Angeles",
	PT: "America/Los_Angeles",
	MDT: "America/Denver",
	MT: "America/Denver",
	CST: "America/Chicago",
	CDT: "America/Chicago",
	CT: "America/Chicago",
	EDT: "America/New_York",
	ET: "America/New_York",
	BST: "Europe/London",
	CEST: "Europe/Berlin",
	EEST: "Europe/Helsinki",
	AEST: "Australia/Sydney",
	AEDT: "Australia/Sydney",
	NZST: "Pacific/Auckland",
	NZDT: "Pacific/Auckland",
	日本: "Asia/Tokyo",
	日本時間: "Asia/Tokyo",
	日本標準時: "Asia/Tokyo",
	東京: "Asia/Tokyo",
	"ASIA/JAPAN": "Asia/Tokyo"
};
/** Offsets without summer time that say which zone is meant. */
const offsets = {
	"+9": "Asia/Tokyo",
	"+8": "Asia/Singapore",
	"+0": "UTC"
};
/**
* Whether all that reckons with zones takes this one: the calendar (Temporal), and what writes dates (Intl), each of
* which takes names that the other does not. An offset is no zone: it knows no summer time.
*/
function isTimeZone(zone) {
	if (/^[+-]/.test(zone)) return false;
	try {
		Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
		new Intl.DateTimeFormat("en", { timeZone: zone });
		return true;
	} catch {
		return false;
	}
}
/** The zone (IANA name) that is most likely meant by what is none; null where nothing leads there. */
function zoneMeant(written) {
	const word = written.trim().normalize("NFKC").toUpperCase();
	if (Object.hasOwn(shortNames, word)) return shortNames[word];
	const offset = /^(?:UTC|GMT)?\s?([+-])0?(\d{1,2})(?::?00)?$/.exec(word);
	if (offset !== null) return offsets[`${offset[1]}${offset[2]}`] ?? null;
	const city = word.replace(/^.*\//, "").replace(/[\s-]+/g, "_");
	return Intl.supportedValuesOf("timeZone").find((zone) => zone.toUpperCase().replace(/^.*\//, "") === city) ?? null;
}

export { zoneMeant as n, isTimeZone as t };