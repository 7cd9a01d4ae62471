import { t as Temporal } from "./temporal-polyfill.js";
import { A as registry, E as union, T as string, g as array, j as NEVER, y as literal } from "./zod.js";

// src/text/values.ts
const minuteMs = 6e4;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** How some values are written, in the words of JSON Schema. */
const forms = registry();
const unitMilliseconds = {
	s: 1e3,
	m: minuteMs,
	h: hourMs,
	d: dayMs,
	w: 7 * dayMs
};
/** A longer span counts as this one: no promise reaches further, and dates behind it leave the calendar. */
const longest = {
	months: 1200,
	milliseconds: 36525 * dayMs
};
const durationPattern = "^\\s*(\\d{1,6}(\\.\\d{1,3})?\\s*(s|m|h|d|w|days?|hours?|minutes?|weeks?)|\\d{1,6}(\\.0{1,3})?\\s*(months?|y|years?))\\s*$";
/**
* Reads `30s 10m 2h 14d 1w "1 month" 1y` (`m` is minutes); null if it is none of these. A fraction (`1.1h`) is rounded
* to the millisecond.
*/
function parseDuration(written) {
	const [, text, , exact, , calendar] = new RegExp(durationPattern).exec(written) ?? [];
	if (text === void 0) return null;
	const amount = Number.parseFloat(text);
	if (calendar !== void 0) {
		const months = calendar.startsWith("y") ? amount * 12 : amount;
		return {
			text,
			months: Math.min(months, longest.months),
			milliseconds: 0
		};
	}
	const milliseconds = Math.round(amount * unitMilliseconds[exact[0]]);
	return {
		text,
		months: 0,
		milliseconds: Math.min(milliseconds, longest.milliseconds)
	};
}
/** The span in exact time, a month counted as 30.4375 days: for comparing spans, never for dates. */
function roughMilliseconds(duration) {
	return duration.milliseconds + duration.months * 30.4375 * dayMs;
}
/** `roughMilliseconds` in days, whole or not. */
function roughDays(duration) {
	return roughMilliseconds(duration) / dayMs;
}
const Duration = string().transform((text, context) => {
	const duration = parseDuration(text);
	if (duration !== null) return duration;
	context.addIssue({
		code: "custom",
		params: { problem: "duration" }
	});
	return NEVER;
});
forms.add(Duration, {
	type: "string",
	pattern: durationPattern,
	examples: [
		"30m",
		"14d",
		"1 month"
	]
});
/** A day of the site's calendar, `YYYY-MM-DD`; it lasts to its end in the site's time zone. */
const Day = string().refine((text) => isDay(text), { params: { problem: "day" } });
const dayPattern = "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$";
forms.add(Day, {
	type: "string",
	pattern: dayPattern,
	examples: ["2026-11-02"]
});
/** Whether the text names a day that exists, as `YYYY-MM-DD`. */
function isDay(text) {
	if (!new RegExp(dayPattern).test(text)) return false;
	try {
		Temporal.PlainDate.from(text);
		return true;
	} catch {
		return false;
	}
}
const sizePattern = "^\\s*\\d{1,12}(\\.\\d{1,3})?\\s*(B|kB|KB|MB|GB|TB|KiB|MiB|GiB|TiB)\\s*$";
/** Reads sizes with decimal (kB MB GB TB) and binary (KiB MiB GiB TiB) units; null if it is none. */
function parseSize(text) {
	const unit = new RegExp(sizePattern).exec(text)?.[2];
	if (unit === void 0) return null;
	const power = "BKMGT".indexOf(unit[0].toUpperCase());
	return {
		text: text.trim(),
		bytes: Math.round(Number.parseFloat(text) * (unit.includes("i") ? 1024 : 1e3) ** power)
	};
}
const Size = string().transform((text, context) => {
	const size = parseSize(text);
	if (size !== null) return size;
	context.addIssue({
		code: "custom",
		params: { problem: "size" }
	});
	return NEVER;
});
forms.add(Size, {
	type: "string",
	pattern: sizePattern,
	examples: ["50MiB", "1GB"]
});
const dayNames = [
	"Mon",
	"Tue",
	"Wed",
	"Thu",
	"Fri",
	"Sat",
	"Sun"
];
const minutesOfDay = 1440;
const minutesOfWeek = 7 * minutesOfDay;
const day = "(Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
const time = "(([01]?\\d|2[0-3]):[0-5]\\d|24:00)";
const windowPattern = `^\\s*(${day} ${time}-${day} ${time}|${day}(-${day})?(,${day}(-${day})?)* ${time}-${time})\\s*$`;
/**
* Reads one window: `Mon-Fri 09:00-18:00` (each of these days), `Sat 10:00-12:00`, `Mon-Thu 18:00-09:00`
* (each night), `Fri 18:00-Mon 09:00` (one span over days), `Mon,Wed 10:00-12:00`. Null if it is none of these.
*/
function parseWindow(text) {
	if (!new RegExp(windowPattern).test(text)) return null;
	const [days, times, end] = text.trim().split(" ");
	const [first, last] = times.split("-");
	const start = minuteOf(first);
	if (end !== void 0) {
		const from = dayNames.indexOf(days) * minutesOfDay + start;
		const to = dayNames.indexOf(last) * minutesOfDay + minuteOf(end);
		return [{
			from,
			to: to <= from ? to + minutesOfWeek : to
		}];
	}
	const finish = minuteOf(last);
	if (start === finish) return null;
	const length = finish > start ? finish - start : finish - start + minutesOfDay;
	return days.split(",").flatMap((part) => {
		const [begin = "", until = begin] = part.split("-");
		const from = dayNames.indexOf(begin);
		const more = (dayNames.indexOf(until) - from + 7) % 7;
		return Array.from({ length: more + 1 }, (_, index) => {
			const at = (from + index) % 7 * minutesOfDay + start;
			return {
				from: at,
				to: at + length
			};
		});
	});
}
/** The minute of the day of a time such as `09:30`. */
function minuteOf(written) {
	const [hour, minute] = written.split(":").map(Number);
	return hour * 60 + minute;
}
const Hours = union([
	literal("24/365"),
	string(),
	array(string()).min(1)
]).transform((written, context) => {
	const texts = Array.isArray(written) ? written : [written];
	if (texts.length === 1 && texts[0] === "24/365") return {
		text: texts,
		always: true,
		spans: [{
			from: 0,
			to: minutesOfWeek
		}]
	};
	const spans = [];
	for (const [index, text] of texts.entries()) {
		const window = parseWindow(text);
		if (window === null) context.addIssue({
			code: "custom",
			path: Array.isArray(written) ? [index] : [],
			params: { problem: "hours" }
		});
		else spans.push(...window);
	}
	return {
		text: texts,
		always: false,
		spans
	};
});
const written = {
	type: "string",
	pattern: windowPattern,
	examples: ["Mon-Fri 09:00-18:00", "Fri 18:00-Mon 09:00"]
};
const always = {
	type: "string",
	const: "24/365"
};
forms.add(Hours, { anyOf: [
	always,
	written,
	{
		type: "array",
		minItems: 1,
		items: {
			description: "A window of the week.\n\n曜日と時間帯。",
			anyOf: [written, always]
		}
	}
] });

export { dayMs as a, isDay as c, minutesOfWeek as d, parseDuration as f, Size as i, minuteMs as l, roughMilliseconds as m, Duration as n, forms as o, roughDays as p, Hours as r, hourMs as s, Day as t, minutesOfDay as u };