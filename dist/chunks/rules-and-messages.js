import { d as minutesOfWeek, u as minutesOfDay } from "./text-values.js";
import { i as placeName, n as isAt } from "./protocols-parts.js";

// src/rules/rule.ts
/** Worst first. */
const severityRank = {
	critical: 0,
	warning: 1,
	info: 2
};
/** The ten items of the checklist, ① to ⑩. */
const itemNumbers = [
	1,
	2,
	3,
	4,
	5,
	6,
	7,
	8,
	9,
	10
];
/** The five topics of responsibility, in the order in which people are asked about them. */
const topics$2 = [
	"decision",
	"operation",
	"communication",
	"access",
	"accountability"
];
/** A rule whose findings carry `Data`. */
function rule(definition) {
	return definition;
}
/** A rule about what the ledger does not say; a finding carries `Data`, with `hole` where nothing is written. */
function gap(definition) {
	return {
		kind: "gap",
		severity: "warning",
		...definition
	};
}
const causeOfItem = {
	1: "procedure",
	2: "contact",
	3: "contact",
	4: "procedure",
	5: "procedure",
	6: "procedure",
	7: "access",
	8: "access",
	9: "procedure",
	10: "procedure"
};
/** The cause of a finding: its first item's, else its rule's. */
function causeOf(items, definition) {
	const first = items[0];
	return first === void 0 ? definition.cause ?? "procedure" : causeOfItem[first];
}

// src/messages/rule-message.ts
/**
* The messages of all rules, complete: what they leave out is filled in.
*
* @param holeSaid how a hole stands in the ledger, in words
*/
function completed(messages, holeSaid) {
	const complete = ({ say, ...message }) => ({
		...message,
		say(data, format) {
			const said = say(data, format);
			const { title, expected = null, observed, ...more } = typeof said === "string" ? { title: said } : said;
			const { hole } = data;
			return {
				title,
				expected,
				observed: observed !== void 0 ? observed : hole === void 0 ? null : holeSaid(hole),
				...more
			};
		}
	});
	const all = Object.entries(messages).map(([rule, message]) => [rule, complete(message)]);
	return Object.fromEntries(all);
}

// src/messages/en/accept.ts
const named$9 = ({ what, name, type }) => ({
	record: `${type} record of ${name}`,
	delegation: `name servers of ${name}`,
	issuer: `issuer of the certificate of ${name}`,
	redirect: `redirect target of ${name}`,
	registrar: `registrar of ${name}`
})[what];
const changed$1 = (each) => each.to.length === 0 ? named$9(each) : `${named$9(each)} (${each.from.join(", ")} → ${each.to.join(", ")})`;
const accept$1 = {
	/** What the ledger's own history says: what became what. */
	history: (changes) => `ledger brought in line with what was seen: ${changes.map(changed$1).join("; ")}`,
	/** One value: what became what; where no values are handed in, which it was. */
	changed: changed$1,
	nothing: (ledger) => `${ledger}: nothing in which the ledger may simply be behind.`,
	accepted: (ledger, count) => `${ledger}: ${count} ${count === 1 ? "value" : "values"} written as seen.`,
	/** The change is larger than a diff is made of. */
	diffTooLong: (ledger) => `${ledger}: the change is too large to be shown line by line.`,
	wouldAccept: (ledger, count) => `${ledger}: ${count} ${count === 1 ? "value" : "values"} would be written (--dry-run: nothing was).`,
	refused: (title, problem) => `Write this one by hand: ${title} (${problem})`,
	problems: {
		alias: "the value stands elsewhere in the file, as an alias",
		anchor: "the value is used in other places of the file too",
		"block-text": "the value is a block of text",
		unreadable: "the ledger could not be read with what was seen in it",
		differs: "what was seen cannot be written so that it compares equal the next time",
		secret: "what was seen looks like a password or key, which a ledger must not hold",
		layout: "the lines are written in a way that is not changed by machine"
	},
	/** The history could not be written by itself. */
	notRecorded: (ledger) => `${ledger}: add a line to changes by hand; it could not be done by machine.`,
	changedMeanwhile: (ledger) => `${ledger} was changed by somebody else while the check ran. Nothing was written; run accept again.`,
	invalid: (ledger) => `${ledger} cannot be read, so nothing can be accepted. Run check to see why.`,
	/** So many claims could not be looked at. */
	unseen: (ledger, count) => `${ledger}: ${count} ${count === 1 ? "thing" : "things"} could not be looked at, so it is not known whether the ledger is behind. Run check to see why.`,
	/** `--by` names nobody whom the ledger knows. */
	unknownParty: (ledger, id, nearest, known) => `--by: ${ledger} has no contact or party ${id}.${nearest === null ? ` There are: ${known.join(", ")}` : ` Did you mean ${nearest}?`}`,
	unknownFinding: (id, known) => known.length === 0 ? `--only: there is no finding ${id} that could be accepted.` : `--only: there is no finding ${id} that could be accepted. These can: ${known.join(", ")}`
};

// src/messages/en/backup.ts
const states$3 = {
	good: "good",
	failed: "failed",
	"in-progress": "still running",
	partial: "only partly done",
	expired: "deleted",
	unknown: "in a state that this version does not know"
};
/** What the time of the newest one says, before that time. */
const meanings$1 = {
	completed: "completed",
	created: "made",
	started: "started",
	"restorable-to": "can be restored to",
	modified: "last written",
	pinged: "last reported"
};
const named$8 = (id, kind) => kind === null ? `backup ${id}` : `backup ${id} (${kind})`;
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
function attempt$1(last, format) {
	if (last === null) return "";
	const word = last.rawState === null ? "" : ` (${last.rawState})`;
	return `; the last attempt${last.at === null ? "" : ` of ${format.moment(last.at)}`} is ${states$3[last.state]}${word}`;
}
const nothingToRestore$1 = "If the site is lost now, what was written since the last good backup is lost with it.";
const runOne$1 = "Take a backup by hand today, then find out why the usual one stopped, and confirm that the next one comes.";
const backup$1 = {
	"backup/none": {
		means: "Whoever keeps this backup lists no good one at all.",
		why: "There is nothing to restore from. A deletion, a broken update or an attack cannot be undone.",
		remedy: runOne$1,
		say: ({ id, kind, lastAttempt }, format) => ({
			title: `There is no good ${named$8(id, kind)}`,
			expected: "at least one good backup",
			observed: `none${attempt$1(lastAttempt, format)}`
		})
	},
	"backup/too-old": {
		means: "The newest good backup is older than the ledger allows: it seems that no new ones are made.",
		why: nothingToRestore$1,
		remedy: runOne$1,
		say: ({ id, kind, newest, meaning, ageMs, limitMs, lastAttempt }, format) => ({
			title: `The newest good ${named$8(id, kind)} is ${format.span(ageMs)} old`,
			expected: `not older than ${format.span(limitMs)}`,
			observed: `${meanings$1[meaning]} ${format.moment(newest)}${attempt$1(lastAttempt, format)}`
		})
	},
	"backup/too-small": {
		means: "The newest backup is so small that there is hardly anything in it.",
		why: "An empty file looks like a backup until somebody needs it. It cannot bring the site back.",
		remedy: "Open the newest backup and see what is in it. Often the database could not be reached, a password had changed or the disk was full. If backups became smaller on purpose, write their size into the ledger (`smallest`).",
		say: ({ id, kind, newest, sizeBytes, leastBytes, usualBytes, isEmpty }, format) => ({
			title: isEmpty ? `The newest ${named$8(id, kind)} is empty: ${format.size(sizeBytes)}` : `The newest ${named$8(id, kind)} has only ${format.size(sizeBytes)}`,
			expected: leastBytes !== null ? `at least ${format.size(leastBytes)}` : usualBytes !== null && usualBytes > sizeBytes ? `about ${format.size(usualBytes)}, as usual` : "something in it",
			observed: `${format.size(sizeBytes)} on ${format.moment(newest)}`
		})
	},
	"backup/series-stopped": {
		means: "Several series of files lie in one place (a database, files, plugins, …), and one of them gets no new ones, while others do.",
		why: "The place looks fresh, since something new arrives every day. What has stopped, often the database, is missed only at the restore.",
		remedy: "Take a backup of it by hand today, and find out why the usual one stopped. If the series ended on purpose, or only has another name now, delete or move its old files, or name in the ledger those that count (`series`).",
		say: ({ id, kind, newest, ageMs, limitMs, isGone }, format) => ({
			title: `Of backup ${id}, ${kind} has stopped: the newest is ${format.span(ageMs)} old, while others go on`,
			expected: `not older than ${format.span(limitMs)}`,
			observed: isGone ? `nothing of it is left; an earlier check saw one of ${format.moment(newest)}` : `the newest is of ${format.moment(newest)}`
		})
	},
	"backup/thaws-too-late": {
		means: "The newest backup lies in an archive tier, out of which it must be fetched first, and that takes longer than the ledger gives the restore.",
		why: "On the night of a recovery the restore cannot begin before the store has made the backup readable.",
		remedy: "Keep the newest backups in a tier that is read at once, and move only older ones into the archive. Or correct the times in the ledger.",
		say: ({ id, kind, newest, tier, thawMs, within, of }, format) => ({
			title: `The newest ${named$8(id, kind)} can be read only up to ${format.span(thawMs)} after it is asked for`,
			expected: of === "takes" ? `a restore that takes ${format.duration(within)}` : `full recovery within ${format.duration(within)}`,
			observed: `in the archive tier ${tier} (${format.moment(newest)})`
		})
	},
	"backup/switched-off": {
		means: "Automatic backups are switched off where this backup is made.",
		why: "No new backup will come. What is there gets older, and is deleted in time.",
		remedy: "Switch automatic backups on again, and find out why they are off: somebody may have done it, or the service by itself, as GitHub does with schedules of a repository in which nothing happens.",
		say: ({ id, newest }, format) => ({
			title: `Automatic backups of ${id} are switched off`,
			expected: "switched on",
			observed: newest === null ? "switched off" : `switched off; the newest good one is of ${format.moment(newest)}`
		})
	},
	"backup/readable-by-anyone": {
		means: "The newest backup can be downloaded by anybody on the internet, without a password.",
		why: "A backup holds all that the site knows: customers, passwords, keys. Whoever finds it has everything.",
		remedy: "Close public access today. Then treat what is in it as known to others: change passwords and keys, and ask whether customers have to be told.",
		say: ({ id }) => ({
			title: `Anybody can download the backup ${id}`,
			expected: "readable with credentials only",
			observed: "readable without credentials"
		})
	},
	"backup/failed": {
		means: "The last attempt at a backup failed. An older good one is still there.",
		why: "If the next attempts fail as well, the last good backup gets too old without anybody noticing.",
		remedy: "Look up why the last attempt failed, and run it again.",
		say: ({ id, kind, lastAttempt, newest }, format) => ({
			title: `The last attempt at ${named$8(id, kind)} ${lastAttempt.state === "partial" ? "was only partly done" : "failed"}`,
			expected: "a good backup at every attempt",
			observed: `${lastAttempt.at === null ? "" : `${format.moment(lastAttempt.at)}: `}${lastAttempt.rawState ?? states$3[lastAttempt.state]}; the newest good one is of ${format.moment(newest)}`
		})
	},
	"backup/too-few": {
		means: "Fewer good backups are kept than the ledger says.",
		why: "A fault that is noticed late, such as an attack weeks ago, needs a backup from before it.",
		remedy: "Set how many are kept to what the ledger says, or agree on fewer and correct the ledger.",
		say: ({ id, kind, found, keep }) => ({
			title: `${capital(named$8(id, kind))}: ${found} good ${found === 1 ? "one is" : "ones are"} kept, not ${keep}`,
			expected: `at least ${keep}`,
			observed: `${found}`
		})
	},
	"backup/stuck": {
		means: "A backup has been running for so long that it will hardly end.",
		why: "As long as it hangs no other is made, and the last good one gets older.",
		remedy: "See what it waits for, end it, and run it again.",
		say: ({ id, kind, startedAt, runningMs, usualMs }, format) => ({
			title: `${capital(named$8(id, kind))} has been running for ${format.span(runningMs)}`,
			expected: usualMs === null ? "done within a few hours" : `done after about ${format.span(usualMs)}`,
			observed: `running since ${format.moment(startedAt)}`
		})
	},
	"backup/shrunk": {
		means: "The newest backup is less than half as large as the ones before it.",
		why: "Something may be missing in it. That comes out only when it is restored.",
		remedy: "Compare the newest backup with an older one: is a table, a folder or a whole disk missing? If much was deleted on purpose, write the new size into the ledger (`smallest`).",
		say: ({ id, kind, newest, sizeBytes, usualBytes }, format) => ({
			title: `The newest ${named$8(id, kind)} has ${format.size(sizeBytes)} instead of about ${format.size(usualBytes)}`,
			expected: `about ${format.size(usualBytes)}`,
			observed: `${format.size(sizeBytes)} on ${format.moment(newest)}`
		})
	},
	"backup/future-dated": {
		means: "The newest backup bears a time that has not come yet.",
		why: "Its time says nothing, so nobody can tell whether new backups are still made.",
		remedy: "Correct the clock and the time zone of the machine that makes the backup.",
		say: ({ id, kind, at }, format) => ({
			title: `The newest ${named$8(id, kind)} bears a time in the future`,
			expected: "a time that has passed",
			observed: format.moment(at)
		})
	},
	"backup/same-place": {
		means: "The ledger says that this backup is kept elsewhere than the site, and it is kept in the same place.",
		why: "One fault, one closed account or one attacker takes the site and its backup together.",
		remedy: "Keep a copy under another contract or in another region, or take `away: true` out of the ledger.",
		say: ({ id, location }) => ({
			title: `The backup ${id} is kept in the same place as the site`,
			expected: "another contract or another region",
			observed: location ?? "the same place"
		})
	},
	"backup/no-second-place": {
		means: "No backup is kept away from the site.",
		why: "A fire, a closed account or an attacker takes the site, and with it every backup that lies beside it. A second disk in the same machine is no second place.",
		remedy: "Keep a copy of one backup at least under another contract or in another region, and write `away: true` at it. If you have decided to do without, write the reason at a backup: `away: { none: \"…\" }`.",
		question: "Is a copy of the backups kept under another contract, or in another region, than the site? If so, which one and where?",
		say: ({ ids }) => ({
			title: "No backup is said to be kept away from the site",
			expected: `\`away: true\` at one of ${ids.join(", ")}`
		})
	},
	"backup/last-good-expires": {
		means: "The last good backup will be deleted on its own date, and it is not certain that another comes before.",
		why: "From then on there is nothing to restore from.",
		remedy: "Take a new backup before that day, or keep the last one for longer.",
		say: ({ id, kind, newest, expires }, format) => ({
			title: `The last good ${named$8(id, kind)} is deleted on ${format.day(expires)}`,
			expected: "a newer good backup before that day",
			observed: `newest good one of ${format.moment(newest)}, kept until ${format.moment(expires)}`
		})
	},
	"backup/unconfirmed": {
		means: "Nobody can be asked about this backup, so a person has to look at it from time to time.",
		why: "A backup that nobody looks at stops without a sound. That comes out only when it is needed.",
		remedy: "Look up the newest backup in the provider’s console and write its day (`newest`), and where you saw it (`evidence`), into the ledger.",
		say: ({ id, newest, evidence, every }, format) => ({
			title: newest === null ? `Nobody has confirmed the backup ${id} yet` : `The newest backup ${id} that anybody has seen is of ${format.day(newest)}`,
			expected: `seen every ${format.duration(every).replace(/^1 /, "")}`,
			observed: newest === null ? null : `${format.day(newest)}${evidence === null ? "" : ` (${evidence})`}`
		})
	}
};

// src/messages/en/change.ts
const mostNames$3 = 3;
const change$1 = { "change/unrecorded": {
	means: "The ledger promises to keep the history of changes, and something changed without a line under `changes`.",
	why: "The first question on the night is what was changed last. What nobody wrote down is looked for by hand, and rolled back last.",
	remedy: "Ask who made the change, and add a line to `changes`: the day, who, and what was changed.",
	say: ({ what, names }, format) => {
		const shown = names.slice(0, mostNames$3);
		const more = names.length - shown.length;
		const list = format.list(more > 0 ? [...shown, `${more} more`] : shown);
		return {
			title: what === "observed" ? `Nobody wrote down that ${list} was changed` : names.length === 0 ? "Claims under reality were changed, and nobody wrote it down" : `The ledger says something else of ${list} now, and nobody wrote down why`,
			expected: "a line under changes",
			observed: "no new line"
		};
	}
} };

// src/messages/windows.ts
/** Whether nobody answers at any hour of the week. */
function isWholeWeek(windows) {
	return windows.some(({ from, to }) => to - from >= minutesOfWeek);
}
/** The days (0 is Monday) and times of day at which a window begins and ends. */
function endsOf({ from, to }) {
	const day = (minute) => Math.floor(minute / minutesOfDay);
	const time = (minute) => {
		const rest = minute % minutesOfDay;
		return `${String(Math.floor(rest / 60)).padStart(2, "0")}:${String(rest % 60).padStart(2, "0")}`;
	};
	return {
		from: {
			day: day(from) % 7,
			time: time(from)
		},
		to: {
			day: day(to) % 7,
			time: time(to)
		},
		isSameDay: day(from) === day(to)
	};
}
/** Puts windows that recur at the same time on days that follow each other together, in the order of the week. */
function dailyWindows(windows) {
	const groups = [];
	for (const window of [...windows].sort((a, b) => a.from - b.from)) {
		const day = Math.floor(window.from / minutesOfDay);
		const last = groups.find(({ days, first }) => days.at(-1) + 1 === day && first.from % 1440 === window.from % 1440 && first.to - first.from === window.to - window.from && window.to - window.from <= 1440);
		if (last === void 0) groups.push({
			days: [day],
			first: window
		});
		else last.days.push(day);
	}
	return groups;
}

// src/messages/en/checklist-words.ts
const accessNames$1 = {
	server: "the server",
	monitoring: "the monitoring",
	backup: "the backup",
	cms: "the CMS",
	waf: "the WAF",
	domain: "the domain",
	dns: "DNS",
	certificate: "the certificate",
	cdn: "the CDN",
	bypass: "the bypass"
};
/** What an access opens; an id of the ledger's own stays as it is. */
function accessName$1(id) {
	return Object.hasOwn(accessNames$1, id) ? accessNames$1[id] : `“${id}”`;
}
/** What a runbook is for. */
function procedureName$1(of) {
	return of === "rollback" || of === "restore" ? of : accessName$1(of);
}
const abilities$1 = {
	restart: "restart",
	"apply-settings": "apply settings",
	resize: "resize",
	"view-alerts": "view alerts",
	"view-logs": "view logs",
	restore: "restore",
	confirm: "confirm a restore",
	edit: "edit",
	"switch-maintenance": "switch to the maintenance page",
	renew: "renew",
	"change-nameservers": "change the name servers",
	failover: "switch to another environment",
	replace: "replace",
	"block-path": "block a path",
	"static-page": "switch to a static page",
	purge: "empty the cache"
};
const decisions$1 = {
	"start-recovery": "starting the recovery",
	rollback: "rolling back",
	publication: "taking the site on or off line"
};
const targets$3 = {
	"first-report": "first report",
	"update-every": "time between updates",
	provisional: "provisional recovery",
	full: "full recovery"
};
const rollbackParts$1 = {
	what: "what is rolled back",
	when: "the criteria for rolling back",
	"approved-by": "who approved the criteria",
	by: "who does it",
	where: "where it is done",
	takes: "how long it takes",
	verify: "what decides that it worked"
};
const restoreParts$1 = {
	covers: "what is restored",
	into: "where it is restored to (staging or production)",
	choose: "which backup is chosen",
	by: "who does it",
	takes: "how long it takes",
	verify: "what decides that it worked",
	backups: "which backups it uses"
};
const sections$1 = {
	when: "when to do it",
	steps: "how to do it",
	confirm: "how to confirm that it worked"
};
const logs$1 = {
	access: "access log",
	application: "application log",
	system: "system log"
};
const templates$1 = {
	"first-report": "first report",
	"recovery-report": "recovery report"
};
const fields$1 = {
	symptom: "symptom",
	impact: "impact",
	"provisional-measures": "provisional measures",
	"next-update": "time of the next update",
	timeline: "timeline",
	cause: "cause",
	"what-was-done": "what was done",
	prevention: "prevention",
	"next-action": "next action",
	"next-action-date": "date of the next action"
};
const topics$1 = {
	decision: "decision",
	operation: "operation",
	communication: "communication",
	access: "access",
	accountability: "accountability"
};
const deliverables$1 = {
	"first-report": "the first report",
	"recovery-report": "the recovery report",
	"response-log": "the log of what was done",
	"rollback-criteria": "the rollback criteria"
};
const deliverableParts$1 = {
	fills: "who fills it in",
	approves: "who approves it",
	sends: "who sends it",
	"kept-in": "where it is kept"
};
const troubles$3 = {
	missing: "there is no such file",
	"not-a-file": "it is a folder or something else that is no file",
	"too-large": "it is too large to be read (at most 1 MiB)",
	"not-text": "it cannot be read as text (not UTF-8)",
	denied: "the file may not be read",
	gone: "there is no page at that URL (404 or 410)"
};
/** How a hole stands in the ledger. */
function holeSaid$1(hole) {
	if (hole === null) return "not written";
	return hole.type === "unknown" ? "written as unknown" : `said not to exist (${hole.reason})`;
}
/** The day something was last done. */
function lastDay$1(day, format) {
	return day === null ? "no date is written" : `last on ${format.day(day)}`;
}
const weekdays$1 = [
	"Monday",
	"Tuesday",
	"Wednesday",
	"Thursday",
	"Friday",
	"Saturday",
	"Sunday"
];
const shownWindows$1 = 7;
const shownDays$1 = 3;
function windowText$1({ days, first }) {
	if (isWholeWeek([first])) return "the whole week";
	const { from, to, isSameDay } = endsOf(first);
	if (days.length > 1) return `${days.length === 7 ? "every day" : `${weekdays$1[days[0]]} to ${weekdays$1[days.at(-1) % 7]}`} ${from.time} to ${to.time}${isSameDay ? "" : " the next day"}`;
	return `${weekdays$1[from.day]} ${from.time} to ${isSameDay ? "" : `${weekdays$1[to.day]} `}${to.time}`;
}
/** When nobody answers: windows of each week, and holidays. */
function uncoveredText$1({ windows, days }, format) {
	const parts = [];
	if (windows.length > 0) {
		const daily = dailyWindows(windows);
		const rest = daily.length - shownWindows$1;
		const shown = daily.slice(0, shownWindows$1).map(windowText$1);
		parts.push(rest > 0 ? `${shown.join(", ")} and ${rest} more` : format.list(shown));
	}
	if (days.length > 0) {
		const rest = days.length - shownDays$1;
		const shown = days.slice(0, shownDays$1).map((day) => format.day(day));
		parts.push(`holidays (${shown.join("; ")}${rest > 0 ? `; ${rest} more within a year` : ""})`);
	}
	return parts.join(", and ");
}

// src/messages/en/checklist.ts
const stageNames$1 = {
	provisional: "provisional recovery",
	full: "full recovery",
	permanent: "the permanent measure"
};
const evidenceName$1 = (name) => name === "alerts" ? "alerts" : name === "changes" ? "change history" : logs$1[name];
const inCondition = (condition) => condition === null ? "in an emergency" : `when “${condition}”`;
const checklist$1 = {
	"emergency/missing": {
		means: "It is not settled what counts as an emergency.",
		why: "People would debate on the night whether this is one, and calls and recovery start late.",
		remedy: "Agree on the states that are an emergency (“the front page does not open”) and write them under emergency.",
		question: "What counts as an emergency for this site? Please give at least one condition.",
		say: ({ condition }) => condition === null ? "No emergency is defined" : `Emergency condition ${condition} does not say what state it means`
	},
	"emergency/not-agreed": {
		means: "The definition of an emergency does not say when, or with whom, it was agreed.",
		why: "Whoever is called at night cannot tell whether a definition nobody agreed to obliges them to act.",
		remedy: "Show the definition to all parties, agree on it, and write the date and the parties.",
		question: "When was the definition of an emergency agreed, and between whom?",
		say: ({ missing }) => `The definition of an emergency does not say ${missing.map((part) => part === "date" ? "when" : "by whom").join(" and ")} it was agreed`
	},
	"emergency/no-call": {
		means: "It is not written whom to call, in which order, in an emergency.",
		why: "Whoever notices would first have to look for somebody to call.",
		remedy: "Write the contacts in the order in which they are to be called.",
		question: "In an emergency, which contacts should be called, and in which order?",
		say: ({ condition }) => `Nobody is named to be called ${inCondition(condition)}`
	},
	"emergency/no-first-instruction": {
		means: "It is not written what comes first in an emergency.",
		why: "Bringing the site back and taking it down call for opposite first steps; without a word nobody dares to act.",
		remedy: "Write the first instruction in one sentence, such as “provisional recovery first”.",
		question: "In an emergency, what is the first instruction (for example: provisional recovery comes first)?",
		say: ({ condition }) => `There is no first instruction ${inCondition(condition)}`
	},
	"contact/route-missing": {
		means: "It is not settled whom to call first when something breaks.",
		why: "No recovery begins before somebody has been reached.",
		remedy: "Write the desk that is called first and, in order, who comes next when nobody answers.",
		question: "Which desk should be called first when something breaks, and whom next if nobody answers?",
		say: ({ stop }) => stop === null ? "There is no first contact" : `Stop ${stop} of the route names nobody who can be called`
	},
	"contact/starts-at-person": {
		means: "The first contact is not a desk or a duty roster.",
		why: "Where one person comes first, sleep, a holiday or a new job is enough to stop everything.",
		remedy: "Put a desk, such as an emergency line, first. If it is one, write kind: desk.",
		question: "The first contact is a person. Is there a desk or an on-call number instead?",
		say: ({ contact, kind }, format) => ({
			title: kind === "person" ? `The first contact, ${format.contact(contact)}, is one person` : `The ledger does not say whether the first contact, ${format.contact(contact)}, is a desk`,
			expected: "desk",
			observed: kind ?? "not written"
		})
	},
	"contact/single-channel": {
		means: "The first contact cannot be reached in two ways.",
		why: "With a phone alone, or mail alone, the call ends where that one way fails.",
		remedy: "Write at least two ways of different kinds, such as a phone number and a mail address.",
		question: "Please give at least two ways to reach the contact, such as phone and e-mail.",
		say: ({ contact, channels }, format) => ({
			title: channels === 0 ? `No way to reach ${format.contact(contact)} is written` : `There is only one way to reach ${format.contact(contact)}`,
			expected: "two ways or more",
			observed: channels === 0 ? void 0 : String(channels)
		})
	},
	"contact/no-fallback": {
		means: "Nobody comes next when the first contact does not answer.",
		why: "If the first desk does not pick up, that is the end of it.",
		remedy: "Name another contact to be called next.",
		question: "Who should be called next if the first desk does not answer?",
		say: ({ contact }, format) => ({
			title: `Nobody comes next when ${format.contact(contact)} does not answer`,
			expected: "a next contact"
		})
	},
	"contact/no-wait": {
		means: "It is not settled how long to wait before calling the next contact.",
		why: "Without a limit people wait for a call back and lose the time.",
		remedy: "Write how long to wait before the next contact is called, such as 10m.",
		question: "How many minutes without an answer before the next contact may be called?",
		say: ({ contact, next }, format) => `It is not settled how long to wait for ${format.contact(contact)} before calling ${format.contact(next)}`
	},
	"contact/nothing-to-tell": {
		means: "It is not settled what to tell when calling.",
		why: "A desk that hears neither state nor impact has to ask back before it can move.",
		remedy: "Write what to tell: the state, the impact, the latest change.",
		question: "What do you need to be told in the first call (for example: situation, impact, latest changes)?",
		say: () => "It is not settled what to tell the first contact"
	},
	"contact/hours-uncovered": {
		means: "Even together, the contacts of the route, or of those to be called in an emergency, leave hours in which nobody answers.",
		why: "What breaks in those hours stays broken until somebody is back.",
		remedy: "Add a contact that answers in those hours. Until there is one, make sure that all parties know of it.",
		question: "Is there a contact who answers at night and on holidays? If not, what should happen at those times?",
		say: ({ conditions, windows, days, withoutHours, said }, format) => ({
			title: `${isWholeWeek(windows) && withoutHours.length > 0 ? "No hours are written, so nobody knows who answers when" : "Nobody answers at these times"}${conditions.length === 0 ? "" : ` when ${format.list(conditions.map(({ number, when }) => when === null ? `condition ${number} holds` : `“${when}”`))}`}${isWholeWeek(windows) && withoutHours.length > 0 ? "" : `: ${uncoveredText$1({
				windows,
				days
			}, format)}`}`,
			expected: "somebody at every hour of the year",
			observed: [withoutHours.length > 0 ? `no hours are written for ${format.list(withoutHours.map((id) => format.contact(id)))}` : null, said === null ? null : `the ledger says: ${said}`].filter((part) => part !== null).join("; ") || null
		})
	},
	"contact/unverified": {
		means: "Nobody has confirmed for a while that this contact can be reached.",
		why: "People move and numbers change; it would be found out on the night.",
		remedy: "Reach them once, and write the day as verified.",
		say: ({ contact, verified, within }, format) => ({
			title: `Confirm that ${format.contact(contact)} can still be reached (${lastDay$1(verified, format)})`,
			expected: `confirmed within ${format.duration(within)}`,
			observed: verified === null ? "no date is written" : format.day(verified)
		})
	},
	"contact/channel-invalid": {
		means: "A phone number, mail address or URL cannot be used as it is written.",
		why: "Whoever calls stumbles at the very first step.",
		remedy: "Find out the right one and correct the ledger.",
		say: ({ contact, channel }, format) => `The ${{
			phone: "phone number",
			email: "mail address",
			url: "URL"
		}[channel]} of ${format.contact(contact)} cannot be right`
	},
	"decision/missing": {
		means: "Nobody is named for a decision that every recovery needs.",
		why: "Those who could do the work stand ready and wait, because nobody says go.",
		remedy: "Settle who decides and write it under decisions.",
		question: "Who makes these decisions?",
		say: ({ decision }) => `Nobody is named to decide on ${decisions$1[decision]}`
	},
	"decision/no-deputy": {
		means: "Nobody decides when the decision maker is away.",
		why: "On a night when the decision maker cannot be reached, nobody can decide.",
		remedy: "Name somebody else as deputy.",
		question: "Who decides when the decision maker is away?",
		say: ({ decision, decides }, format) => ({
			title: `There is no deputy for the decision on ${decisions$1[decision]}`,
			expected: decides === null ? null : `somebody other than ${format.contact(decides)}`
		})
	},
	"decision/same-person": {
		means: "Decision maker and deputy are the same.",
		why: "If they cannot be reached, it is as if there were no deputy.",
		remedy: "Name somebody else as deputy.",
		question: "Decision maker and deputy are the same person. Could somebody else be the deputy?",
		say: ({ decision, decides }, format) => ({
			title: `${format.contact(decides)} is both decision maker and deputy for ${decisions$1[decision]}`,
			expected: "two people",
			observed: format.contact(decides)
		})
	},
	"decision/no-unreachable-rule": {
		means: "It is not settled what happens when nobody who may decide can be reached.",
		why: "Those on duty can only act on their own authority or keep waiting.",
		remedy: "Write it down: “after 20 minutes the deputy, after 10 more the maintenance vendor decides”.",
		question: "How may we go on if neither the decision maker nor the deputy can be reached?",
		say: ({ decision }) => `There is no rule for when nobody can be reached to decide on ${decisions$1[decision]}`
	},
	"decision/nothing-to-know": {
		means: "It is not written what must be known for the decision.",
		why: "Without it the question goes back and forth, and the decision comes late.",
		remedy: "Write what the decision needs: the impact, the time it takes.",
		question: "What must be known to decide (for example: impact, expected time of recovery)?",
		say: ({ decision }) => `It is not written what must be known to decide on ${decisions$1[decision]}`
	},
	"decision/unreachable-together": {
		means: "At some hours neither the decision maker nor the deputy can be reached.",
		why: "Nobody can decide on what breaks in those hours.",
		remedy: "Choose a deputy with other hours, or settle how to reach one of them outside theirs.",
		question: "There are hours when neither decision maker nor deputy can be reached. Who decides then?",
		say: ({ decision, decides, deputy, windows, days }, format) => ({
			title: `Nobody can decide on ${decisions$1[decision]} at these times: ${uncoveredText$1({
				windows,
				days
			}, format)}`,
			expected: "one of the two at every hour",
			observed: format.list([format.contact(decides), format.contact(deputy)])
		})
	},
	"target/missing": {
		means: "Target times for reports and recovery are not settled.",
		why: "Without signposts, those who wait ask again and again, and answering them takes hands from the recovery.",
		remedy: "Settle the target times, as signposts for reports and not as promises.",
		question: "What are the target times for recovery? They are signposts for reports, not promises.",
		say: ({ target, contact }, format) => target === "hours-of" ? `The targets count in the hours of ${format.contact(contact ?? "")}, which are not written` : `No target time is set: ${targets$3[target]}`
	},
	"target/out-of-order": {
		means: "Target times are out of order: first report, provisional recovery and full recovery come one after another.",
		why: "Targets out of order are no signposts for a report.",
		remedy: "Correct them: first report < provisional < full.",
		question: "Two target times are in the wrong order. What should they be?",
		say: ({ sooner, later, soonerIs, laterIs }, format) => ({
			title: `Target times are out of order: ${targets$3[sooner]} ${format.duration(soonerIs)}, ${targets$3[later]} ${format.duration(laterIs)}`,
			expected: `${targets$3[sooner]} < ${targets$3[later]}`,
			observed: `${format.duration(soonerIs)}, ${format.duration(laterIs)}`
		})
	},
	"target/takes-too-long": {
		means: "Rolling back, restoring or switching DNS takes longer than the target allows.",
		why: "A target that cannot be met even by starting at once is no signpost.",
		remedy: "Make the procedure shorter, or set the target to what is real.",
		question: "The work takes longer than its target time. Can it be shortened, or should the target change?",
		say: ({ what, record, takes, known, on, target, within }, format) => {
			const name = what === "dns" ? `Switching ${record}` : what === "rollback" ? "Rolling back" : "Restoring";
			const day = on === null ? "" : format.day(on);
			const source = {
				measured: ` (when it was tried on ${day})`,
				estimated: ` (as estimated in the exercise of ${day})`,
				written: ""
			}[known];
			return {
				title: `${name} takes ${format.duration(takes)} and does not fit into the ${format.duration(within)} of ${targets$3[target]}`,
				expected: `at most ${format.duration(within)}`,
				observed: `${format.duration(takes)}${source}`
			};
		}
	},
	"target/waits-too-long": {
		means: "The waits of the contact route add up to more than the target for the first report.",
		why: "The first report would be due before anybody has been reached.",
		remedy: "Shorten the waits, or change the target for the first report.",
		question: "The waits between calls add up to more than the target of the first report. Which of them should change?",
		say: ({ waitsMs, within }, format) => ({
			title: `If nobody answers, the waits take ${format.span(waitsMs)}; the first report is due after ${format.duration(within)}`,
			expected: `at most ${format.duration(within)}`,
			observed: format.span(waitsMs)
		})
	},
	"stage/missing": {
		means: "It is not settled what counts as recovered, or who takes the permanent measure by when.",
		why: "Where “it works again” means different things, reports and the decision to stand down differ too.",
		remedy: "Write under stages what each recovery is verified by, and owner and time of the permanent measure.",
		question: "What must work for each stage of recovery to count as reached?",
		say: ({ stage }) => stage === null ? "The stages of a recovery are not settled" : stage === "permanent" ? "It is not settled who takes the permanent measure, and by when" : `It is not settled what counts as ${stageNames$1[stage]}`
	},
	"rollback/missing": {
		means: "Nothing is settled about rolling back.",
		why: "Without a way back the site stays down until the cause is found.",
		remedy: "Settle when to roll back, who does it where and how, and how long it takes; write it under rollback.",
		question: "Can a release be rolled back? If not, why?",
		say: () => "No rollback is prepared"
	},
	"rollback/incomplete": {
		means: "Something that a rollback needs is not settled.",
		why: "The rollback stops at that point on the night.",
		remedy: "Settle what is missing and write it under rollback.",
		question: "About the rollback, please tell us the following.",
		say: ({ part, stage }) => ({
			title: `The rollback does not say ${rollbackParts$1[part]}`,
			observed: stage === null ? void 0 : `${stageNames$1[stage]}, which lists nothing to verify`
		})
	},
	"restore/missing": {
		means: "Nothing is settled about restoring.",
		why: "A backup that nobody knows how to restore is of no use on the night.",
		remedy: "Settle what is restored into where, from which backup and by whom; write it under restore.",
		question: "Can the site be restored from a backup? If not, why?",
		say: () => "No restore is prepared"
	},
	"restore/incomplete": {
		means: "Something that a restore needs is not settled.",
		why: "Even a good backup stops there on its way back.",
		remedy: "Settle what is missing and write it under restore.",
		question: "About the restore, please tell us the following.",
		say: ({ part, stage }) => ({
			title: `The restore does not say ${restoreParts$1[part]}`,
			observed: stage === null ? void 0 : `${stageNames$1[stage]}, which lists nothing to verify`
		})
	},
	"runbook/missing": {
		means: "No runbook is named.",
		why: "If those who know the steps are away, access alone does not help.",
		remedy: "Write a runbook and name its place in the ledger.",
		question: "Are there written steps? If so, where are they kept?",
		say: ({ of }) => `There is no runbook for ${procedureName$1(of)}`
	},
	"runbook/not-found": {
		means: "There is no readable runbook where the ledger says.",
		why: "It would be missed on the night, by whoever wants to open it.",
		remedy: "Put the runbook back, or correct its place in the ledger.",
		say: ({ of, at, trouble }) => ({
			title: `The runbook for ${procedureName$1(of)}, ${at}, cannot be read`,
			expected: at,
			observed: troubles$3[trouble]
		})
	},
	"runbook/unreachable": {
		means: "The page that holds the runbook answers with an error.",
		why: "If it does so on the night too, it is as if there were no runbook.",
		remedy: "See whether the page opens. If this goes on, keep the runbook in a second place.",
		say: ({ of, at, status }) => ({
			title: `The runbook for ${procedureName$1(of)}, ${at}, cannot be opened`,
			expected: at,
			observed: `error ${status}`
		})
	},
	"runbook/empty": {
		means: "The runbook is there and holds nothing.",
		why: "Opening an empty runbook costs time and gives nothing.",
		remedy: "Write the steps.",
		say: ({ of, at }) => ({
			title: `The runbook for ${procedureName$1(of)}, ${at}, is empty`,
			expected: at,
			observed: "nothing but headings"
		})
	},
	"runbook/section-missing": {
		means: "The runbook lacks something that it must say.",
		why: "Without criteria nobody starts, and without a way to confirm nobody can say that it is done.",
		remedy: "Add what is missing under a heading of its own (“When”, “Steps”, “How to confirm”). If it is there in other words, mark its heading: <!-- recovery-ledger: when --> (or steps, confirm).",
		say: ({ of, at, sections: missing }, format) => ({
			title: `The runbook for ${procedureName$1(of)}, ${at}, does not seem to say ${format.list(missing.map((section) => sections$1[section]))}`,
			expected: format.list(missing.map((section) => sections$1[section]))
		})
	},
	"runbook/unrehearsed": {
		means: "The steps have not been tried for a while; reading them through in a tabletop exercise counts.",
		why: "Mistakes in steps that nobody has tried are found on the night, and the estimate of the time is a guess.",
		remedy: "Try them, or read them through in a tabletop exercise, and write the day.",
		say: ({ of, rehearsed, within }, format) => ({
			title: `Try the ${of} (${lastDay$1(rehearsed, format)})`,
			expected: `tried within ${format.duration(within)}`,
			observed: rehearsed === null ? "no date is written" : format.day(rehearsed)
		})
	},
	"access/missing": {
		means: "The ledger does not describe a way in that a recovery needs.",
		why: "People would first have to find out who can get in, and where.",
		remedy: "Write the console, who can enter and where the account is kept. What the site does not use, such as a CDN, is written as none with its reason.",
		question: "Which console is used? Please give its address.",
		say: ({ access, part }) => part === "entry" ? `Access to ${accessName$1(access)} is not described` : `The console of ${accessName$1(access)} is not written`
	},
	"access/cannot": {
		means: "The ledger does not say that those who enter can do what a recovery needs.",
		why: "Getting in is no help where the step that is needed cannot be taken.",
		remedy: "Arrange for the rights, and list what can be done under can.",
		question: "What can be done in the console (restart, change settings, restore and so on)?",
		say: ({ access, lacks, any }, format) => {
			const names = lacks.map((ability) => abilities$1[ability]);
			const needed = any ? `one of ${names.join(", ")}` : format.list(names);
			return {
				title: `Access to ${accessName$1(access)} does not say that one can ${needed}`,
				expected: needed
			};
		}
	},
	"access/single-holder": {
		means: "Fewer than two can enter, or all of them belong to one party.",
		why: "On a night when that person or company cannot be reached, nobody gets in.",
		remedy: "Let two or more enter, of more than one party. If a contract allows one party only, give that reason as one-party.",
		question: "Who can enter? Please name at least two; if they all belong to one company, could another be let in too?",
		say: ({ access, holders, party }, format) => ({
			title: holders.length === 0 ? `Nobody is named who can enter ${accessName$1(access)}` : party === null ? `Only ${format.contact(holders[0])} can enter ${accessName$1(access)}` : `Only people of ${format.party(party)} can enter ${accessName$1(access)}`,
			expected: party === null ? "two holders or more" : "somebody of another party, or a reason",
			observed: holders.length === 0 ? void 0 : format.list(holders.map((id) => format.contact(id)))
		})
	},
	"access/no-login": {
		means: "It is not written where the account is kept.",
		why: "Those who may enter cannot, if they do not find the account.",
		remedy: "Write where it is kept (the vault, the password manager), never the password.",
		question: "Where is the account kept? Please tell us the place only, never the password.",
		say: ({ access }) => `It is not written where the account for ${accessName$1(access)} is kept`
	},
	"access/no-mfa": {
		means: "There is no second factor, or none is written.",
		why: "A console behind a password alone is easily taken over, and its owners locked out in the middle of a recovery.",
		remedy: "Set up a second factor, and write the method and who holds it.",
		question: "Which second factor is used, and who holds it?",
		say: ({ access }) => ({
			title: `There is no second factor for ${accessName$1(access)}`,
			expected: "the method of a second factor"
		})
	},
	"access/mfa-single-holder": {
		means: "Fewer than two people hold the second factor.",
		why: "The password is no use if nobody who can be reached receives the code.",
		remedy: "Let two or more hold it, and write who they are.",
		question: "Only one person can pass the second factor. Could another be added?",
		say: ({ access, heldBy }, format) => ({
			title: heldBy.length === 0 ? `It is not written who holds the second factor for ${accessName$1(access)}` : `Only ${format.contact(heldBy[0])} holds the second factor for ${accessName$1(access)}`,
			expected: "two or more",
			observed: heldBy.length === 0 ? void 0 : format.list(heldBy.map((id) => format.contact(id)))
		})
	},
	"access/no-emergency": {
		means: "It is not written how to get in when the holders are away.",
		why: "There is no way to hand access on when they cannot be reached.",
		remedy: "Settle how to get in then: where the access is kept, and who may open it.",
		question: "How does one enter in an emergency when the usual people are away?",
		say: ({ access }) => `There is no emergency way into ${accessName$1(access)}`
	},
	"access/doer-cannot-enter": {
		means: "Whoever is to do the work is not among those who can enter.",
		why: "The work stops at the door of the console.",
		remedy: "Give them access, or let somebody who has it do the work.",
		question: "Whoever is to do the work cannot enter. Can they be given access?",
		say: ({ access, task, doer }, format) => ({
			title: `${format.contact(doer)} is to do the ${task}, and is not among those who can enter ${accessName$1(access)}`,
			expected: `${format.contact(doer)} among those who can enter`
		})
	},
	"access/unverified": {
		means: "Nobody has confirmed for a while that this access still works.",
		why: "An account that was closed with a contract or a change of staff is noticed only on entering.",
		remedy: "Have each holder enter once, and write the day as verified.",
		say: ({ access, verified, within }, format) => ({
			title: `Confirm that ${accessName$1(access)} can still be entered (${lastDay$1(verified, format)})`,
			expected: `confirmed within ${format.duration(within)}`,
			observed: verified === null ? "no date is written" : format.day(verified)
		})
	},
	"evidence/missing": {
		means: "It is not written where the records are that show the cause.",
		why: "As long as the cause is unknown the same thing can break again.",
		remedy: "Write where it is. A log that a shared host does not show is written as none with its reason.",
		question: "Where are the records for finding a cause, and who may see or receives them?",
		say: ({ evidence }) => `It is not written where the ${evidenceName$1(evidence)} can be found`
	},
	"evidence/no-viewer": {
		means: "It is not written who may look, or whom alerts reach.",
		why: "Knowing the place is no help if nobody who is there that night may look.",
		remedy: "Write who may look, or who receives the alerts.",
		question: "Who may look at the records, or receives the alerts?",
		say: ({ evidence }) => evidence === "alerts" ? "It is not written whom alerts reach" : `It is not written who may look at the ${evidenceName$1(evidence)}`
	},
	"template/missing": {
		means: "There is no template for a report.",
		why: "Whoever starts from a blank page reports late and forgets something.",
		remedy: "Write a template and name its place in the ledger.",
		question: "Is there a template for the report? If so, could you send us the file?",
		say: ({ template }) => `There is no template for the ${templates$1[template]}`
	},
	"template/not-found": {
		means: "There is no readable template where the ledger says.",
		why: "Whoever has to report loses time looking for it.",
		remedy: "Put the template back, or correct its place in the ledger.",
		say: ({ template, at, trouble }) => ({
			title: `The template for the ${templates$1[template]}, ${at}, cannot be read`,
			expected: at,
			observed: troubles$3[trouble]
		})
	},
	"template/field-missing": {
		means: "The template lacks a field that the report must hold.",
		why: "What has no field is forgotten, and a report without impact or next update brings questions.",
		remedy: "Add the field, as a heading or a line such as “Symptom:”.",
		say: ({ template, at, fields: missing }, format) => ({
			title: `The template for the ${templates$1[template]} has no field for: ${missing.map((field) => fields$1[field]).join(", ")}`,
			expected: format.list(missing.map((field) => fields$1[field])),
			observed: at,
			remedy: `Add the field, as a heading or a line such as “Symptom:”. If it is there in other words, mark it: <!-- recovery-ledger: ${missing.join(", ")} -->.`
		})
	},
	"responsibility/missing": {
		means: "It is not written which party is responsible for what.",
		why: "While each thinks that the other acts, nobody does.",
		remedy: "Write the party for decision, operation, communication, access and accountability. A site with one party only needs that one under parties.",
		question: "When something breaks, which company is responsible for the following?",
		say: ({ topic, part }) => topic === null ? "It is not written which party is responsible for what" : {
			party: `No party is responsible for ${topics$1[topic]}`,
			emergency: "No party is named that gives access in an emergency",
			source: "No party is named as the source of what is reported",
			approval: "No party is named that approves what is reported"
		}[part]
	},
	"responsibility/no-stand-in": {
		means: "Nobody takes over when the responsible party cannot act.",
		why: "On a night when that party cannot be reached, the role is empty.",
		remedy: "Name another party as stand-in.",
		question: "Which company stands in when the responsible one cannot act?",
		say: ({ topic, party }, format) => ({
			title: `Nobody stands in for ${topics$1[topic]}`,
			expected: party === null ? null : `a party other than ${format.party(party)}`
		})
	},
	"responsibility/one-party": {
		means: "One party is responsible for everything, from decision to accountability.",
		why: "If that party cannot act everything stops, and nobody else can check.",
		remedy: "Give what another party should hold, such as decision or approval, to that party.",
		question: "Everything lies with one company. Could another take over some of it?",
		say: ({ party }, format) => ({
			title: `All five responsibilities lie with ${format.party(party)}`,
			expected: "two parties or more",
			observed: format.party(party)
		})
	},
	"responsibility/deliverable-missing": {
		means: "It is not written who fills, approves and sends a report, or where a record is kept.",
		why: "The report is ready and waits for approval or for somebody to send it.",
		remedy: "Settle who does it and where it is kept, and write it under deliverables.",
		question: "Who fills in, approves and sends the reports, and where are the records kept?",
		say: ({ deliverable, missing }, format) => `Not settled for ${deliverables$1[deliverable]}: ${format.list(missing.map((part) => deliverableParts$1[part]))}`
	},
	"responsibility/escalation-missing": {
		means: "It is not settled when, and to whom, trouble is passed on.",
		why: "Those on duty keep it to themselves, and management hears of it late.",
		remedy: "Write it: “no provisional recovery in sight after 30 minutes: to the head of communications”.",
		question: "In which case is a matter escalated, and to whom?",
		say: ({ missing }) => `It is not settled ${missing.map((part) => part === "when" ? "when" : "to whom").join(" and ")} to escalate`
	},
	"exercise/overdue": {
		means: "There has been no tabletop exercise for a while.",
		why: "Holes and misunderstandings in a ledger show only when people read it through together.",
		remedy: "Read the steps through together, estimate the times, and write one line under exercises.",
		say: ({ last, within }, format) => ({
			title: `Hold a tabletop exercise (${lastDay$1(last, format)})`,
			expected: `once within ${format.duration(within)}`,
			observed: last === null ? "none is written" : format.day(last)
		})
	},
	"incident/unreviewed": {
		means: "A past incident has not been looked back on.",
		why: "Where nobody notes what stopped the recovery, the next one stops there too.",
		remedy: "Write which items stopped it ([] if none did), what keeps it from coming back, and by when.",
		say: ({ date, what, missing }, format) => ({
			title: `The incident “${what}” of ${format.day(date)} has not been reviewed`,
			expected: format.list(missing.map((part) => ({
				"stopped-at": "what stopped it",
				prevention: "the prevention",
				until: "the date of the prevention"
			})[part])),
			observed: "not written"
		})
	},
	"incident/prevention-overdue": {
		means: "The date by which a prevention was to be done has passed.",
		why: "Until it is done the same thing can break again at any time.",
		remedy: "Write the day under done if it is; else settle a new date with its owner.",
		say: ({ what, prevention, until }, format) => ({
			title: `The prevention of “${what}” is overdue`,
			expected: `${prevention}, by ${format.day(until)}`,
			observed: "not written as done"
		})
	},
	"plan/overdue": {
		means: "A hole was to be filled by a day that has passed, and is still there.",
		why: "If something breaks meanwhile, the recovery stops at this hole.",
		remedy: "Fill it, or settle a new owner and date.",
		say: ({ item, by, until }, format) => ({
			title: `The hole in item ${item} was to be filled by now`,
			expected: `by ${format.day(until)}${by === null ? "" : ` (${format.party(by)})`}`,
			observed: "still open"
		})
	}
};

// src/messages/en/command.ts
const command$1 = {
	/** The words between the tables that `--help` is made of. */
	help: {
		/** What the program is there for. */
		program: "recovery-ledger keeps a site's operations ledger true.",
		usage: "Usage",
		command: "COMMAND",
		commands: "Commands",
		option: "OPTION",
		options: "Options",
		/** Heads the options that decide how the world is looked at. */
		looking: "How the world is looked at",
		environment: "Environment",
		examples: "Examples",
		exitStatus: "Exit status",
		repeatable: "Can be repeated.",
		/** What counts where nothing is given. */
		standard: (value) => `Default: ${value}.`,
		more: "`recovery-ledger COMMAND --help` explains a command with its options and examples."
	},
	/** `nearest` is the one of `known` that was perhaps meant. */
	unknownCommand: (command, nearest, known) => `Unknown command: ${command}. ${nearest === null ? `Commands: ${known.join(", ")}.` : `Did you mean ${nearest}?`}`,
	unknownShell: (name, nearest, known) => `There is no completion for ${name}. ${nearest === null ? `Shells: ${known.join(", ")}.` : `Did you mean ${nearest}?`}`,
	/** `command` is null before any command; `elsewhere` are the commands that have the option. */
	unknownOption: ({ command, option, nearest, elsewhere }) => [
		`${command ?? "recovery-ledger"} has no option ${option}.`,
		...nearest === null ? [] : [`Did you mean ${nearest}?`],
		...elsewhere.length === 0 ? [] : [`It is an option of ${elsewhere.join(", ")}.`]
	].join(" "),
	optionNeedsValue: (option) => `${option} needs a value.`,
	optionTakesNoValue: (option) => `${option} takes no value.`,
	operandMissing: (synopsis) => `An argument is missing: ${synopsis}`,
	operandLeft: (command, operand) => `"${operand}" is one argument too many for ${command}.`,
	/** Where the help stands: that of a command, or of the program. */
	seeHelp: (command) => `See recovery-ledger ${command === null ? "" : `${command} `}--help.`,
	inputProblem({ input, code, value, expected }) {
		const given = value === null || value === "" ? "" : ` (given: ${value})`;
		switch (code) {
			case "one-of": return `${input}: expected ${expected.join(", ")}${given}.`;
			case "duration": return `${input}: expected a span such as 30s, 5m or 2h${given}.`;
			case "moment": return `${input}: expected an ISO time such as 2026-11-23T00:00:00Z${given}.`;
			case "moment-or-duration": return `${input}: expected an ISO date such as 2026-12-01 or a span such as "1 month"${given}.`;
			case "boolean": return `${input}: expected true or false${given}.`;
			case "connect-to": return `${input}: expected lines host:port=address:port, where host and port may be *${given}.`;
			case "root-hints": return `${input}: expected lines name=address:port${given}.`;
			case "resolver": return `${input}: expected address:port or an https URL${given}.`;
			case "credentials": return `${input}: expected lines "host Header: value" or "host provider" (${value ?? ""}; the value is not shown).`;
			case "credentials-host-alone": return `${input}: a host alone opens nothing (${value ?? ""}). Name the provider whose credentials may go there, for example "store.example.jp s3"; a header is written "host Header: value".`;
			case "assignees": return `${input}: expected logins, or party=login${given}.`;
			case "shard": return `${input}: expected part/parts, such as 2/5${given}.`;
			case "web-address": return `${input}: expected an http or https address (it is not shown).`;
			case "unreadable": return `${input}: the file cannot be read${given}.`;
		}
	},
	ledgerMissing: (path, where) => `There is no ledger at ${path} (looked in ${where}). Begin one from what can be seen of the site: recovery-ledger init https://www.example.com/ --output ${path}. Or name another file.`,
	ledgerIsFolder: (path) => `${path} is a folder. Name the ledger file in it, for example ${path.replace(/\/$/, "")}/ledger.yml, or a glob such as ${path.replace(/\/$/, "")}/*.yml.`,
	ledgerNoMatch: (pattern, where) => `No file matches ${pattern} (looked in ${where}).`,
	ledgerOutside: (path) => `${path} lies outside the work tree, so it is not read.`,
	ledgerUnreadable: (path) => `${path} may not be read. Check the file's permissions.`,
	unknownRule: (rule, nearest) => `There is no rule ${rule}.${nearest === null ? "" : ` Did you mean ${nearest}?`}`,
	cannotWrite: (path, reason) => `${path} could not be written: ${reason}. Nothing half-written was left behind.`,
	/** Standard output. */
	cannotPrint: (reason) => `The result could not be written to standard output: ${reason}.`,
	/** A fault of ours. `reference` helps to find it; `ledger`: its path, where one ledger's way was broken off. */
	internalError: (reference, ledger) => `${ledger === void 0 ? "" : `${ledger}: `}Something went wrong inside recovery-ledger itself (${reference}). What could be checked is reported all the same. Please report it with this line.`,
	/** Part of the program hung; `report` is the file that holds what was seen, null where there is none. */
	unanswering: (report) => `Part of recovery-ledger itself stopped answering, and the run was ended.${report === null ? "" : ` What was seen by then is in ${report}.`} Please report it with this line.`,
	stopped: "Stopped before the check was complete. Nothing was published.",
	progress: (done) => `checking ${done}`,
	/** The step failed for these findings. */
	failedOn: (count, kinds) => `The step fails because of ${count} finding${count === 1 ? "" : "s"} of the kind ${kinds.join(", ")}.`,
	/** The step failed because fewer items are in place than before. */
	failedOnScore: (before, after) => `The step fails because fewer items would be in place than before: ${after} instead of ${before} of 10.`,
	/** Two ledgers whose paths are alike, each in its own work tree. */
	ledgerTwice: (path) => `Two ledgers are called ${path}, each in a work tree of its own. The first one is read: name the other in a run of its own.`,
	noFileToWrite: "A ledger from standard input has no file to write to: add --dry-run to see the change.",
	/** `--base` compares one ledger with one file. */
	baseNeedsOneLedger: "--base compares one ledger with one file: name exactly one ledger.",
	/** The event does not allow more than the ledger itself. */
	boundedByEvent: (event) => `The event ${event} allows no more than reading the ledger itself: nothing was looked at, no credential was read, nothing was published.`,
	notPublished: (reason) => `Not published: ${reason}`,
	issueAt: (url) => `Issue: ${url}`,
	/** This shard has no ledger. */
	emptyShard: (shard) => `No ledger falls to this job (shard ${shard}).`,
	heartbeatSent: "Heartbeat sent.",
	/** Why not, in words; the address is never shown. */
	heartbeatFailed: (reason) => `The heartbeat could not be sent: ${reason}.`
};

// src/messages/en/dates.ts
const dates$1 = {
	"certificate-ends": ({ host }) => `The certificate of ${host} ends`,
	"certificate-renewal-due": ({ host }) => `The certificate of ${host} should renew itself`,
	"certificate-deadline": ({ host }) => `Last day to start renewing the certificate of ${host}`,
	"domain-ends": ({ domain }) => `The registration of ${domain} ends`,
	"domain-deadline": ({ domain }) => `Last day to start renewing ${domain}`,
	"signature-ends": ({ zone }) => `The signatures (DNSSEC) of ${zone} end`,
	"backup-expires": ({ id }) => `The last of the good backups that ${id} has now is deleted`,
	"backup-confirmation": ({ id }) => `Look at the backup ${id} by hand`,
	"contact-verification": ({ name }) => `Confirm that ${name} can be reached`,
	"access-verification": ({ id }) => `Confirm that ${accessName$1(id)} can still be entered`,
	review: () => "Look through the whole ledger",
	rehearsal: ({ of }) => `Try the ${of} again`,
	exercise: () => "Hold the tabletop exercise",
	plan: ({ item, party }, format) => `Fill item ${item}${party === null ? "" : ` (${format.party(party)})`}`,
	prevention: ({ incident }) => `Finish the prevention of: ${incident}`,
	"exception-ends": ({ rule, subject }) => `The exception ${rule} for ${subject} ends`,
	"schedule-stops": () => "GitHub switches these checks off, unless the repository changes before",
	"next-check": () => "Next check"
};

// src/messages/en/dns.ts
const none = "no record";
/** Values as they stand in DNS, one after the other. */
const written$1 = (values) => values.length === 0 ? none : values.join(", ");
/** Records with the aliases that led to them. */
const reached$1 = (values, aliases) => aliases.length === 0 ? written$1(values) : `${written$1(values)} (via ${aliases.join(" → ")})`;
/** Where a wildcard answers in the place of a name, its own record is what is missing. */
const byWildcard$1 = (wildcard, seen, aliases) => wildcard === null ? {} : {
	observed: `${reached$1(seen, aliases)}, from the wildcard ${wildcard}`,
	remedy: `The name has no record of its own: the wildcard ${wildcard} answers for every name that nobody entered. If the record was removed by mistake, put it back; if the name is to exist no more, see whether the wildcard is still needed.`
};
/** The serials of the servers' copies of a zone. */
const serialWords$1 = (serials) => serials.length === 0 ? "" : ` (serial ${serials.join(", ")})`;
const lookAgain$1 = (at, moment) => at === null ? {} : { remedy: `Put the record back, or correct the ledger. If it was added just now, look again at ${moment(at)}: until then "there is none" may be remembered.` };
/** How many servers these are: one may be listed with several addresses. */
const countServers$1 = (lame) => new Set(lame.map((each) => each.server)).size;
const troubles$2 = {
	lame: "does not serve this domain",
	refused: "refuses (REFUSED)",
	servfail: "reports a fault (SERVFAIL)",
	malformed: "answers with something unreadable",
	timeout: "does not answer",
	"no-name": "its address cannot be looked up"
};
const tags$1 = (keys) => `key tag ${keys.join(", ")}`;
/** `tag algorithm digest-type` in words. */
const digestWords$1 = (text) => {
	const [tag, algorithm, digest] = text.split(" ");
	return `key tag ${tag}, algorithm ${algorithm}, digest type ${digest}`;
};
/** The signature over a record set, by its key. */
const signatureOf$1 = (name, type, keyTag) => `the signature of ${type} of ${name} (key tag ${keyTag})`;
/** Which name servers show it, where not all do. */
const where$1 = (servers) => servers === null ? "" : `${servers.join(", ")}: `;
/** What a resolver gives as the reason, by its extended error code (RFC 8914 §4). */
const extendedErrors$1 = {
	1: "an unsupported signature algorithm",
	2: "an unsupported digest type of the DS record",
	3: "an answer that is out of date",
	4: "an answer forged on purpose",
	5: "no verdict on the signatures (indeterminate)",
	6: "signatures that do not hold (bogus)",
	7: "an expired signature",
	8: "a signature that is not valid yet",
	9: "no key that fits the DS record",
	10: "missing signatures",
	11: "no key that may sign",
	12: "no proof that a name does not exist (NSEC)",
	13: "a fault that it remembers",
	14: "a resolver that is not ready",
	15: "a name that it blocks",
	16: "a name that it must block",
	17: "a name that it filters",
	18: "a refusal",
	19: "an outdated \"no such name\"",
	20: "name servers that do not serve the domain",
	21: "an unsupported question",
	22: "no name server in reach",
	23: "a network fault",
	24: "unreadable data",
	27: "too many rounds of NSEC3"
};
const reasons$3 = (codes) => codes.length === 0 ? "" : `: ${codes.map((code) => `${extendedErrors$1[code] ?? "an error"} (EDE ${code})`).join(", ")}`;
/** What a resolver makes of it, as a second witness. */
const refused$1 = (refusal) => refusal === null ? "" : `; ${refusal.resolver}: SERVFAIL, and an answer as soon as signatures are left unchecked${reasons$3(refusal.errors)}`;
const dns$1 = {
	"dns/no-such-name": {
		means: "The name that the ledger lists does not exist in DNS, says the domain’s own name server.",
		why: "Nobody can reach anything under a name that does not exist. In a recovery this comes before any look at the server.",
		remedy: "Find out who removed the name. Put it back in the DNS console, or take it out of the ledger if it was retired on purpose.",
		say: ({ name, type, expected, lookAgainAt }, { moment }) => ({
			title: `${name} does not exist in DNS`,
			expected: `${type} ${written$1(expected)}`,
			observed: "the name does not exist (NXDOMAIN)",
			...lookAgain$1(lookAgainAt, moment)
		})
	},
	"dns/record-missing": {
		means: "The name exists in DNS, and the record that the ledger lists does not.",
		why: "What depends on this record (the site, its mail, the issue of certificates) fails, whatever state the server is in.",
		remedy: "Find out who removed the record. Put it back in the DNS console, or correct the ledger if it was retired on purpose.",
		say: ({ name, type, expected, aliases, lookAgainAt }, { moment }) => ({
			title: `${name} has no ${type} record any more`,
			expected: `${type} ${written$1(expected)}`,
			observed: reached$1([], aliases),
			...lookAgain$1(lookAgainAt, moment)
		})
	},
	"dns/record-differs": {
		means: "DNS gives other values for this record than the ledger lists.",
		why: "Either visitors are sent to another place than agreed, or the ledger is out of date and would send the night shift to the wrong server.",
		remedy: "Ask who changed DNS. If the change was meant, write the new values into the ledger; if not, put the record back.",
		say: ({ name, type, expected, seen, aliases, wildcard }) => ({
			title: `The ${type} record of ${name} is not what the ledger says`,
			expected: written$1(expected),
			observed: reached$1(seen, aliases),
			...byWildcard$1(wildcard, seen, aliases)
		})
	},
	"dns/record-unexpected": {
		means: "DNS gives what the ledger lists, and something more that it does not list.",
		why: "Some visitors are sent to a place that nobody has on the list, so it would be left out of a rollback or a switch.",
		remedy: "Ask who added it. Add it to the ledger if it is meant; remove it in the DNS console if not.",
		say: ({ name, type, expected, seen, aliases, wildcard }) => ({
			title: `${name} has a ${type} record that the ledger does not know`,
			expected: written$1(expected),
			observed: reached$1(seen, aliases),
			...byWildcard$1(wildcard, seen, aliases)
		})
	},
	"dns/answers-disagree": {
		means: "The domain’s name servers do not all give the same answer.",
		why: "Which answer a visitor gets is left to chance: some reach the site and some do not, and a switch takes hold for a part of them only.",
		remedy: "Ask whoever runs the DNS to find the name server that is behind, and check there that it takes over changes.",
		say: ({ name, type, groups }) => ({
			title: `The name servers disagree about the ${type} record of ${name}`,
			expected: "the same answer from every name server",
			observed: groups.map(({ servers, values, trouble, serials }) => `${servers.join(", ")}${serialWords$1(serials)}: ${trouble === null ? written$1(values) : troubles$2[trouble] ?? trouble}`).join("; ")
		})
	},
	"dns/dangling-alias": {
		means: "The name is an alias (CNAME) of a name that leads nowhere.",
		why: "Visitors get nothing under this name. Where the target belonged to a service that was given up, a stranger may be able to claim it.",
		remedy: "Point the alias to where the service is now, or remove the record.",
		say: ({ name, target, because }) => ({
			title: because === "loop" ? `${name} is an alias that leads round in a circle` : because === "dead" ? `${name} points to ${target}, whose domain no name server serves` : `${name} points to ${target}, a name that no longer exists`,
			expected: "an alias of a name that exists",
			observed: {
				loop: `CNAME loop at ${target}`,
				dead: `${target}: no name server answers for the domain`,
				"no-name": `${target} does not exist (NXDOMAIN)`
			}[because]
		})
	},
	"dns/nameserver-unresolvable": {
		means: "The domain is entrusted to a name server whose own name leads to no address.",
		why: "Part of the look-ups run into nothing, and whoever registers that name could answer for the whole domain.",
		remedy: "Look for a typing error in the list of name servers at the registrar, and correct or remove the entry.",
		say: ({ zone, server }) => ({
			title: `A name server of ${zone} cannot be found: ${server}`,
			expected: "a name server with an address",
			observed: `no address of ${server} can be looked up`
		})
	},
	"dns/nameserver-is-alias": {
		means: "The domain is entrusted to a name server whose own name is an alias (CNAME), which DNS does not allow.",
		why: "Resolvers that keep to the standard (RFC 2181 §10.3) do not ask such a server, so some visitors and some mail do not find the domain.",
		remedy: "At the registrar and in the zone, name the server by the name that has the address, or ask whoever runs the DNS for address records in place of the alias.",
		say: ({ zone, server, target }) => ({
			title: `The name server ${server} of ${zone} is an alias`,
			expected: "a name with address records of its own",
			observed: `${server} CNAME ${target}`
		})
	},
	"dns/ttl-too-long": {
		means: "The old answer of DNS is remembered for longer (its TTL) than the ledger allows for a switch.",
		why: "When the site is moved to another server in an emergency, visitors keep going to the old one for this long.",
		remedy: "Lower the TTL in the DNS console now, in calm times: a lower one only takes effect once the old one has run out.",
		say: ({ name, type, ttlSeconds, limitMs, basis }, { span }) => ({
			title: `A switch of ${name} takes up to ${span(ttlSeconds * 1e3)} to reach everybody`,
			expected: basis === "ledger" ? `at most ${span(limitMs)}` : `at most ${span(limitMs)}, the target of provisional recovery`,
			observed: `TTL of ${type}: ${ttlSeconds} s`
		})
	},
	"dns/delegation-differs": {
		means: "The registry sends the world to other name servers for this domain than the ledger lists.",
		why: "Whoever runs the name servers decides where visitors and mail go. A change that nobody knows of may be a takeover; a known one makes the ledger’s DNS access worthless.",
		remedy: "Ask at once who changed the name servers at the registrar. If it was meant, correct the ledger, the access to the new DNS included.",
		say: ({ zone, expected, seen }) => ({
			title: `${zone} is run by other name servers than the ledger says`,
			expected: written$1(expected),
			observed: written$1(seen)
		})
	},
	"dns/delegation-mismatch": {
		means: "The name servers entered at the registrar are not those that the domain itself names.",
		why: "Two lists are in force at once, so a change of DNS in an emergency may reach only a part of the visitors, or none.",
		remedy: "Make both lists the same: the one at the registrar and the NS records in the DNS console. Usually a move was left half done.",
		say: ({ zone, parent, own }) => ({
			title: `The two lists of name servers of ${zone} differ`,
			expected: "the same name servers at the registry and in the domain itself",
			observed: `registry: ${written$1(parent)}; domain: ${written$1(own)}`
		})
	},
	"dns/lame-nameserver": {
		means: "Name servers to which the domain is entrusted do not answer for it.",
		why: "Look-ups become slow or fail, and if the remaining name servers drop out too, the site and its mail vanish with them.",
		remedy: "Ask whoever runs the DNS to set the domain up on these name servers, or take them off the list at the registrar.",
		say: ({ zone, lame, total, someServe }) => ({
			title: someServe ? `${countServers$1(lame)} of ${total} name servers do not answer properly for ${zone}` : `No name server answers for ${zone}`,
			expected: "every name server answers for the domain",
			observed: lame.map(({ server, address, outcome }) => `${server}${address === null ? "" : ` (${address})`}: ${troubles$2[outcome] ?? outcome}`).join("; ")
		})
	},
	"dns/caa-forbids-issuer": {
		means: "The CAA records say who may issue certificates for a name, and leave out the authority that the ledger names.",
		why: "The certificate works until it is to be renewed; then the renewal fails, by hand too, in the middle of the night.",
		remedy: "Add the authority to the CAA records, or correct the issuer in the ledger.",
		say: ({ names, issuers, at, records }, format) => ({
			title: `CAA records at ${at} keep ${format.list(issuers)} from renewing the certificate of ${format.list(names)}`,
			expected: format.list(issuers),
			observed: records.join("; ")
		})
	},
	"dns/dnssec-differs": {
		means: "Whether the domain is signed (DNSSEC) is not as the ledger says.",
		why: "A signed domain has keys that must move along in every change of DNS: whoever does not know of them takes the site off the net while repairing it.",
		remedy: "Ask who changed it at the registrar, and correct the setting or the ledger.",
		say: ({ zone, expected }) => ({
			title: expected === "signed" ? `${zone} is not signed (DNSSEC), though the ledger says so` : `${zone} is signed (DNSSEC), though the ledger says it is not`,
			expected: expected === "signed" ? "signed" : "not signed",
			observed: expected === "signed" ? "no DS record at the parent" : "a DS record at the parent"
		})
	},
	"dns/ds-mismatch": {
		means: "The registry vouches (by a DS record) for a key that the domain’s own name servers do not have, so its signatures (DNSSEC) count for nothing.",
		why: "Whoever checks signatures – most large access networks and public resolvers, and the authorities that issue certificates – treats the domain as forged: no site, no mail, no new certificate. The server may be in perfect order.",
		remedy: "Remove the DS record at the registrar, or enter the one that the DNS provider shows now. Resolvers remember the old one for up to a day. It usually remains from before a move to another DNS provider.",
		say: ({ zone, parent, keys, because, servers, refusal }) => ({
			title: `The registry vouches for a key that ${zone} does not have (DNSSEC)`,
			expected: `a key that the DS record at the registry names: ${parent.map(digestWords$1).join("; ")}`,
			observed: `${where$1(servers)}${because === "no-keys" ? "the zone has no key (DNSKEY) at all" : because === "other-digest" ? `a key with that number, but another one than the DS record describes (${tags$1(keys)})` : `only ${tags$1(keys)}`}${refused$1(refusal)}`
		})
	},
	"dns/signature-invalid": {
		means: "A signature of the domain (DNSSEC) does not hold.",
		why: "Whoever checks signatures – most large access networks and public resolvers, and the authorities that issue certificates – treats the domain as forged: no site, no mail, no new certificate. The server may be in perfect order.",
		remedy: "Have the DNS provider sign the zone anew and find out why its signing has stopped. If that takes long, remove the DS record at the registrar: the domain then works unsigned, as soon as resolvers have forgotten the record (up to a day).",
		say: ({ zone, name, type, because, keyTag, from, until, servers, refusal }, { moment }) => {
			const observed = {
				expired: () => `${signatureOf$1(name, type, keyTag)} ended on ${moment(until)}`,
				ends: () => `${signatureOf$1(name, type, keyTag)} ends on ${moment(until)}, and nobody has renewed it`,
				"not-yet-valid": () => `${signatureOf$1(name, type, keyTag)} only begins on ${moment(from)}`,
				wrong: () => `${signatureOf$1(name, type, keyTag)} does not match the record`,
				"no-key": () => `${signatureOf$1(name, type, keyTag)} was made with a key that is not the domain’s`,
				missing: () => `${type} of ${name} has no signature`
			}[because]();
			return {
				title: {
					expired: `The signatures (DNSSEC) of ${zone} have expired`,
					ends: `The signatures (DNSSEC) of ${zone} end within hours`,
					"not-yet-valid": `The signatures (DNSSEC) of ${zone} are not valid yet`,
					wrong: `A signature (DNSSEC) in ${zone} is wrong`,
					"no-key": `A signature (DNSSEC) in ${zone} is of a foreign key`,
					missing: `A signature (DNSSEC) is missing in ${zone}`
				}[because],
				expected: `a valid signature for ${type} of ${name}`,
				observed: where$1(servers) + observed + refused$1(refusal)
			};
		}
	},
	"dns/resolver-disagrees": {
		means: "The domain’s own name servers answer as the ledger says, and a resolver, which looks names up for many visitors, answers otherwise.",
		why: "Whoever uses such a resolver reaches another place than agreed, or none. From inside the DNS console everything looks right, which costs hours in a recovery.",
		remedy: "If DNS was changed in the last days, wait until the old TTL has run out and look again. Otherwise ask whoever runs the resolver, and the DNS provider, where the other answer comes from.",
		say: ({ name, type, resolver, because, expected, seen, aliases, errors }) => ({
			title: because === "signature" ? `DNS on the visitors’ side takes ${name} for forged (DNSSEC)` : `DNS on the visitors’ side gives another ${type} record for ${name} than its own name servers`,
			expected: because === "signature" ? `an answer to ${type} of ${name}` : written$1(expected),
			observed: because === "signature" ? `${resolver}: SERVFAIL, and an answer as soon as signatures are left unchecked${reasons$3(errors)}` : `${resolver}: ${reached$1(seen, aliases)}${reasons$3(errors)}`
		})
	},
	"dns/signature-expires": {
		means: "The signatures of the domain (DNSSEC) end soon: they were made for months at a time, or should have been renewed by themselves by now.",
		why: "On that day the domain vanishes for whoever checks signatures, the site and its mail alike, and nobody will have changed anything.",
		remedy: "Have the zone signed anew by that day, and ask the DNS provider for signatures that renew themselves.",
		say: ({ zone, name, type, keyTag, until }, { moment }) => ({
			title: `The signatures (DNSSEC) of ${zone} end on ${moment(until)}`,
			expected: "a renewed signature",
			observed: `${signatureOf$1(name, type, keyTag)} ends on ${moment(until)}`
		})
	}
};

// src/messages/en/domain.ts
const everythingGone$1 = "Site, mail and every name below the domain go dark together, and no work on the server helps. What is deleted can be registered by a stranger.";
const askRegistrar$1 = "Sign in to the registrar (the ledger names the way in under the entrance, domain), see what it asks for, and call it if that is not plain.";
const holders$1 = {
	registrar: "the registrar has taken it out of DNS",
	registry: "the registry has taken it out of DNS",
	"no-name-servers": "no name servers are registered for it"
};
const holdRemedies$1 = {
	registrar: `${askRegistrar$1} The usual reasons are an unpaid bill and a contact’s address that nobody confirmed.`,
	registry: "Ask the registrar which order or dispute stands behind it: it alone speaks with the registry, and it alone can have it lifted.",
	"no-name-servers": "Have the name servers registered again in the registrar’s console, and find out who removed them."
};
const phases$1 = {
	redemption: "has been deleted; it can still be had back",
	restoring: "has been deleted and is being had back",
	deleting: "is about to be deleted for good",
	suspended: "has been given up; it can still be had back for a short time"
};
const sources$1 = {
	registry: "says the registry",
	registrar: "says the registrar",
	ledger: "says the ledger"
};
const inferred$1 = " (how it is renewed is not said; write `renewal` into the ledger)";
const orNothing$3 = (words) => words.length === 0 ? "no status" : words.join(", ");
const domain$1 = {
	"domain/expired": {
		means: "The registration of the domain has ended.",
		why: everythingGone$1,
		remedy: `Renew it now. ${askRegistrar$1}`,
		say: ({ domain, expires, source }, format) => ({
			title: `The registration of ${domain} ended on ${format.day(expires)}`,
			expected: "a registration that lasts",
			observed: `ended on ${format.moment(expires)}, ${sources$1[source]}`
		})
	},
	"domain/on-hold": {
		means: "The domain is registered, and its registry does not lead anybody to it.",
		why: everythingGone$1,
		remedy: askRegistrar$1,
		say: ({ domain, by, statuses }) => ({
			title: `${domain} leads nowhere: ${holders$1[by]}`,
			expected: "a domain that is in DNS",
			observed: orNothing$3(statuses),
			remedy: holdRemedies$1[by]
		})
	},
	"domain/pending-delete": {
		means: "The domain has been deleted at the registry, or is about to be.",
		why: everythingGone$1,
		remedy: "Ask the registrar today to have it restored: that is possible for some days alone, and costs more.",
		say: ({ domain, phase, restoreBy, statuses }, format) => ({
			title: `${domain} ${phases$1[phase]}`,
			expected: "a domain that is registered",
			observed: restoreBy === null ? orNothing$3(statuses) : `${orNothing$3(statuses)}; restored until ${format.day(restoreBy)} at the latest, by the registry’s rules`,
			...phase === "deleting" ? { remedy: "It can no longer be restored. Ask the registrar to register it again the moment it is free, and tell everybody who relies on it." } : {}
		})
	},
	"domain/to-be-suspended": {
		means: "Somebody has had the .jp domain given up; it works until the end of the month, and not after that.",
		why: `It still looks fine today. ${everythingGone$1}`,
		remedy: "Call the registrar now and have the cancellation withdrawn. The usual reasons are an unpaid bill and a contract that was ended together with another service.",
		say: ({ domain, ends, state }, format) => ({
			title: ends === null ? `${domain} is to be given up` : `${domain} is to be given up and stops working after ${format.day(ends)}`,
			expected: "Active or Connected",
			observed: state
		})
	},
	"domain/not-registered": {
		means: "The registry knows no such domain.",
		why: everythingGone$1,
		remedy: "Have it registered again at once, if it is still free. If the ledger names a host below the domain (such as www.), write the registered domain itself.",
		say: ({ domain, server }) => ({
			title: `${domain} is not registered`,
			expected: "a domain that is registered",
			observed: `unknown at ${server}`
		})
	},
	"domain/expires-soon": {
		means: "The registration ends soon, and has to be renewed, or be seen to renew itself.",
		why: "When it ends, site and mail go dark together. A card that has run out and a bill sent to somebody who has left are the usual reasons.",
		remedy: `Renew it before the day named here, or confirm that it will be. ${askRegistrar$1}`,
		say: (data, format) => {
			const { domain, expires, renewBy, renewal, stage, source, evidence, isInferred, isJp } = data;
			const end = format.day(expires);
			const observed = `ends on ${format.moment(expires)}, ${sources$1[source]}${evidence === null ? "" : ` (${evidence})`}`;
			if (renewal === "automatic") return {
				title: stage === "ahead" ? `The registration of ${domain} ends on ${end} and should renew itself before` : `The registration of ${domain} has not renewed itself yet; it ends on ${end}`,
				expected: "renewed by itself",
				observed,
				remedy: stage === "ahead" ? "See that the way of payment kept at the registrar is still good. Nothing else is to be done." : `See at the registrar whether it will be renewed, and whether the payment went through. ${askRegistrar$1}`
			};
			const by = renewBy === null ? end : format.day(renewBy);
			return {
				title: stage === "past" ? `The registration of ${domain} ends on ${end}, and the time to renew it is short` : `The registration of ${domain} must be renewed by ${by}`,
				expected: `renewed by ${by}${isInferred ? inferred$1 : ""}`,
				observed,
				...isJp ? { remedy: `Renew it at the registrar, which acts earlier than the registry. The registry shows the new date only once the old one has passed: until then write what the registrar shows into the ledger (\`expires\`, \`evidence\`).` } : {},
				...source === "ledger" ? { remedy: "Renew it, or confirm that it was, and write the new date and where it was seen into the ledger." } : {}
			};
		}
	},
	"domain/registrar-differs": {
		means: "Another registrar holds the domain than the ledger says.",
		why: "Who renews it, and where name servers are changed, is then not what the ledger says. If nobody moved it on purpose, it may have been taken.",
		remedy: "Find out who moved it. If that was meant, correct the ledger: registrar, console, who may enter. If not, call both registrars at once.",
		say: ({ domain, expected, registrar }) => ({
			title: `${domain} is held by another registrar than the ledger says`,
			expected,
			observed: registrar
		})
	},
	"domain/renewed-unconfirmed": {
		means: "The registry has added a year by itself, as it does at the end of every registration, paid or not. The registrar can still take it back.",
		why: "The new date looks like a renewal. If the bill is unpaid, the registrar deletes the domain within weeks, and nobody expects it.",
		remedy: "Confirm at the registrar that the renewal is paid.",
		say: ({ domain, expires, registrarExpires, until }, format) => ({
			title: `Nobody knows yet whether the renewal of ${domain} is paid`,
			expected: "a renewal that the registrar confirms",
			observed: [
				expires === null ? "extended by the registry" : `extended by the registry to ${format.day(expires)}`,
				...registrarExpires === null ? [] : [`at the registrar it ended on ${format.day(registrarExpires)}`],
				...until === null ? [] : [`can be taken back until ${format.day(until)}`]
			].join("; ")
		})
	},
	"domain/transfer-unlocked": {
		means: "The domain is not locked against being moved to another registrar.",
		why: "Whoever gets at the registrar’s account, or at its mail, can take the domain away, and site and mail with it.",
		remedy: "Switch the transfer lock on in the registrar’s console. If a move is under way on purpose, do it when that is done.",
		say: ({ domain, isTransferring, isJp, seen }) => ({
			title: isTransferring ? `${domain} is being moved to another registrar` : `${domain} is not locked against being moved to another registrar`,
			expected: isJp ? "AgentChangeLocked" : "client transfer prohibited",
			observed: seen.length === 0 ? "no lock" : seen.join(", "),
			...isTransferring ? { remedy: "Find out who asked for it. If nobody did, call the present registrar at once and have the transfer refused." } : {}
		})
	},
	"domain/expiry-not-published": {
		means: "The registry does not tell when the registration ends; the ledger’s date is used in its place.",
		why: "This date is only as true as the ledger. Nobody is warned if it is wrong.",
		remedy: "Look the date up in the registrar’s console from time to time, and write it into the ledger with where it was seen (`expires`, `evidence`).",
		say: ({ domain, expires, evidence, reason }, format) => ({
			title: reason === "no-server" ? `The registry of ${domain} cannot be asked; the date is the ledger’s` : `The registry of ${domain} does not tell when the registration ends`,
			observed: expires === null ? "no date in the ledger either" : `${format.day(expires)}, says the ledger${evidence === null ? "" : ` (${evidence})`}`
		})
	}
};

// src/messages/en/fleet.ts
const states$2 = {
	invalid: {
		mark: "🔴",
		word: "ledger cannot be read"
	},
	drift: {
		mark: "🔴",
		word: "drift"
	},
	"not-checked": {
		mark: "⚪",
		word: "not checked"
	},
	late: {
		mark: "⚪",
		word: "checks have stopped"
	},
	incomplete: {
		mark: "🟡",
		word: "not all could be seen"
	},
	match: {
		mark: "🟢",
		word: "match"
	}
};
const sites = (count) => `${count} ${count === 1 ? "site" : "sites"}`;
const fleet$1 = {
	states: states$2,
	/** How many sites there are, and how they stand; `counts` are sentences of `counted`. */
	headline: (total, counts) => `${sites(total)}: ${counts}.`,
	counted: (state, count) => `${count} ${states$2[state].word}`,
	critical: (count) => `${sites(count)} ${count === 1 ? "needs" : "need"} somebody at once.`,
	site: "Site",
	state: "State",
	score: "In place",
	scored: (met, band) => `${met} of 10 (${band})`,
	toDo: "To do",
	toDoCount: (count, critical) => `${count}${critical === 0 ? "" : ` (${critical} critical)`}`,
	next: "Next date",
	checked: "Checked on",
	/** The check that was due on that day has not come. */
	stopped: (day) => `the check due on ${day} has not come`,
	issue: "Issue",
	mergedAt: (moment) => `As of ${moment}.`,
	/** Rows that there was no room for, the last ones. */
	more: (count) => `${count} more are not shown here; merge --format json has all of them.`,
	/** Files that should have been reports. */
	unread: (files) => `Reports that could not be read: ${files}`,
	noReports: (pattern) => `There is no report.json at ${pattern}.`,
	notReadable: (file, problem) => {
		switch (problem.type) {
			case "no-json": return `${file}: this is no JSON. It may be half written, or another file.`;
			case "version": return `${file}: a report.json of a later version (${problem.version}). Update recovery-ledger.`;
			case "no-report": return `${file}: this is no report.json of recovery-ledger${problem.at === "" ? "" : ` (see ${problem.at})`}.`;
		}
	},
	nothing: "There are no reports to merge. Name files or folders: recovery-ledger merge reports/"
};

// src/messages/en/handover.ts
const handover$1 = {
	title: (site) => `Operations ledger, for handover: ${site}`,
	confidential: "For the parties only: holds ways to reach people and the places of logins.",
	url: "Site",
	checkedAt: "Checked at",
	nextCheck: "Next check",
	toDo: "To be done before the handover",
	nothingToDo: "Nothing was found that has to be done before.",
	unseen: "Could not be checked",
	what: "What",
	who: "Who",
	until: "By when",
	notWritten: "not written",
	none: "none",
	/** The ledger says that nobody knows yet. */
	unknown: "not known yet",
	verified: "Last confirmed",
	items: "The ten items that a recovery needs",
	emergency: {
		when: "It is an emergency when",
		call: "Call, in this order",
		first: "First instruction",
		agreed: (day, by) => `Agreed on ${day} (${by})`
	},
	route: {
		order: "No.",
		wait: "Wait if nobody answers",
		tell: "What to tell"
	},
	contacts: {
		name: "Name",
		hours: "Hours",
		channels: "How",
		always: "always",
		/** One window of hours, as the ledger writes it. */
		window: (written) => written
	},
	decisions: {
		what: "What",
		decides: "Decides",
		deputy: "Deputy",
		unreachable: "If unreachable",
		needs: "Needs to know",
		names: decisions$1
	},
	targets: targets$3,
	stages: {
		provisional: "Provisional (the main paths are back)",
		full: "Full (normal operation)",
		permanent: "Permanent (a task of its own)",
		permanentBy: (who, within) => within === null ? who : `${who}, within ${within}`,
		/** What may still be broken at the provisional recovery. */
		tolerates: "Tolerated when provisional",
		also: {
			performance: "performance",
			monitoring: "monitoring",
			backups: "backups"
		}
	},
	procedure: {
		what: "What is rolled back",
		when: "Criteria",
		approvedBy: "Approved by",
		by: "Done by",
		where: "Where",
		takes: "Takes",
		runbook: "Runbook",
		verify: "It worked when",
		rehearsed: "Last rehearsed",
		covers: "What is restored",
		into: "Into",
		choose: "Which backup is chosen",
		backups: "Backups it uses",
		intos: {
			"staging-first": "staging first, then production",
			production: "production directly"
		}
	},
	access: {
		name: "What",
		console: "Console",
		holders: "Who can enter",
		login: "Where the account is kept",
		mfa: "Second factor, and who holds it",
		emergency: "Way in during an emergency",
		accessName: accessName$1,
		methods: {
			totp: "one-time codes (TOTP)",
			"security-key": "security key",
			passkey: "passkey",
			app: "authenticator app",
			sms: "text message",
			sso: "single sign-on",
			none: "none"
		},
		abilities: abilities$1
	},
	evidence: {
		where: "Where",
		viewers: "Who may look",
		alerts: "Alerts",
		changes: "Change history",
		changesInLedger: "this ledger",
		logs: logs$1
	},
	templates: templates$1,
	responsibility: {
		heading: "Who is responsible",
		topic: "Topic",
		party: "Party",
		standIn: "Stand-in",
		/** What else is agreed of a topic. */
		besides: "Also agreed",
		escalate: (when, to) => `Escalates to ${to}: ${when}`,
		emergency: (who) => `Gives access in an emergency: ${who}`,
		source: (who) => `Source: ${who}`,
		approvedBy: (who) => `Approved by: ${who}`,
		topics: topics$1,
		deliverable: "Deliverable",
		fills: "Fills in",
		approves: "Approves",
		sends: "Sends",
		keptIn: "Kept in",
		/** What nobody has yet. */
		undecided: "Not decided",
		oneParty: (party) => `All five topics lie with ${party}.`,
		deliverables: deliverables$1
	},
	incident: {
		thread: "Where news of an incident is collected",
		inGitHub: "an issue of this repository",
		keptBy: "Kept by"
	},
	reality: {
		heading: "The ledger beside reality",
		subject: "What the ledger says",
		state: "Result",
		holds: "holds",
		seenAt: "Seen at"
	},
	dates: "Dates ahead",
	changes: "Latest changes",
	signatures: {
		heading: "Handed over",
		from: "By",
		to: "To",
		day: "Day"
	}
};

// src/messages/en/probe.ts
/** Why a look failed, as the second half of "could not be checked: …". */
const failures$1 = {
	timeout: "no answer in time",
	"no-answer": "the connection came about, and no answer over it in time",
	refused: "the connection was refused",
	reset: "the connection was broken off",
	"no-route": "the network has no way there from here",
	"name-not-found": "the name does not exist in DNS",
	"no-server": "no server is known that could be asked",
	"name-unresolvable": "the name could not be resolved",
	blocked: "the address guard does not allow that address",
	"tls-failed": "the encrypted connection could not be set up",
	"response-unexpected": "the answer could not be understood",
	"too-large": "the answer was too large",
	unauthorized: "access was refused",
	"no-permission": "the token lacks the permission to look",
	"clock-differs": "access was refused, since the clock of the machine that runs this check is far from the right time",
	"not-found": "what was asked for is not there, or not visible to these credentials",
	"server-error": "the other side answered with a fault of its own",
	"rate-limited": "the other side asked to come back later",
	"credentials-missing": "no credentials were given",
	"host-not-named": "nothing is sent to this host until the input `credentials` names it with this provider",
	"not-said": "the ledger does not say where to look",
	"listing-incomplete": "the list is too long to be read to its end",
	"listing-not-available": "there is no list of backups for this account",
	"maybe-cached": "a cache may have answered with something older",
	"wrong-region": "it lies in another region than the ledger says",
	"last-good-not-said": "when the last good one was is not told",
	"state-unknown": "the newest one is in a state that this version does not know",
	"private-network": "it is open only inside a private network",
	"built-by-scripts": "scripts make what visitors read here, and this check runs none",
	"behind-proxy": "only a proxy leads out from here, and this cannot be seen through it",
	"proxy-refused": "the proxy that leads out from here did not open the way",
	"proxy-unresolved": "only a proxy leads out from here, and names cannot be resolved here: name a `resolver` by an https address, which is asked through the proxy",
	challenged: "a protection against automatic visits answered in its place",
	"no-ipv4": "this place has no IPv4",
	"no-ipv6": "this place has no IPv6",
	"port-25": "port 25 cannot be reached from this place",
	"local-fault": "the machine that runs this check could not connect",
	deadline: "the time for looking ran out first",
	crashed: "this program itself failed while looking",
	"nothing-answered": "nothing at all answered in this run, so the fault may lie here"
};
const reasons$2 = {
	"no-ipv4": "this place has no IPv4",
	"no-ipv6": "this place has no IPv6",
	"port-25": "port 25 cannot be reached from this place",
	"no-permission": "the token lacks the permission to look",
	"behind-proxy": "only a proxy leads out from this place, and it cannot be seen through one",
	"dns-blocked": "DNS servers cannot be asked directly from this place",
	"private-network": "it is open only inside a private network (an office or a VPN), where this check does not go",
	"size-not-said": "where it is kept, its size is not told",
	"number-not-said": "where it is kept, only the newest one is told",
	"age-not-said": "the ledger does not say how often one is made",
	"in-no-series": "some files there belong to no series of backups",
	"not-built": "this version does not look at this part of the ledger yet"
};
const parts$1 = {
	mail: "Mail for ",
	domains: "The registration of ",
	backups: "The backup ",
	account: "The GitHub account ",
	schedule: "How long GitHub goes on starting "
};
const named$7 = (what, part) => `${part === void 0 ? "" : parts$1[part]}${what}`;
/** What to do about the machine that runs the check, by the system's code. */
function localRemedy$1(code) {
	switch (code) {
		case "EMFILE":
		case "ENFILE": return "Nothing is said of the site. The machine that runs this check ran out of open files: raise its limit (`ulimit -n`), or check fewer ledgers at once, and run the check again.";
		case "EACCES":
		case "EPERM": return "Nothing is said of the site. A firewall on the machine that runs this check, or on its way out, does not let it connect: have it let through, and run the check again.";
		default: return "Nothing is said of the site. The machine that runs this check ran out of memory or network ports: give it more, or check fewer ledgers at once, and run the check again.";
	}
}
const probe$1 = {
	"probe/failed": {
		means: "Something could not be looked at this time. This says nothing about the site.",
		why: "Nobody knows whether this still holds, so do not count on it in a recovery before somebody has looked.",
		remedy: "Run the check again. If it fails again, look by hand and find out what keeps the check from looking.",
		say: ({ what, part, code, detail }) => ({
			title: `${named$7(what, part)} could not be checked: ${failures$1[code]}`,
			observed: detail === null ? failures$1[code] : `${failures$1[code]} (${detail})`,
			...code === "challenged" ? { remedy: "Open it by hand. It will be like this at every check: have the check let through (by its `user-agent`), or, where that is not yours to say, write an exception with its reason and a day to look again." } : {},
			...code === "built-by-scripts" ? { remedy: "Open the page by hand. For the next check, ask for words that stand in the page’s title or its data, or for an address that answers with JSON (`expect.json`)." } : {},
			...code === "clock-differs" ? { remedy: "Nothing is said of the site, nor of the credentials. Set the clock of the machine that runs this check (by NTP), and run the check again." } : {},
			...code === "local-fault" ? { remedy: localRemedy$1(detail) } : {},
			...code === "crashed" ? { remedy: "Nothing is said of the site. Please report the fault with the line about it in the log of the run, and have a person look until it is mended." } : {}
		})
	},
	"probe/blocked": {
		means: "The address guard refused a connection to an address that is not public, so nothing was looked at.",
		why: "A ledger can be edited in a pull request; it must not steer the check at internal addresses. What lies there was not checked.",
		remedy: "If the address is right and the check may go there, run it inside that network with `allow-private: true`. Else correct the ledger.",
		say: ({ what, part, address }) => ({
			title: `${named$7(what, part)} was not checked: ${address} is not a public address`,
			expected: "a public address",
			observed: address
		})
	},
	"probe/credentials-missing": {
		means: "Credentials are needed to look, and none were given.",
		why: "What nobody looks at may have stopped holding long ago.",
		remedy: "Give the check the credentials that are named here; read access is enough.",
		say: ({ what, part, needed, provider }) => provider !== void 0 ? {
			title: `${named$7(what, part)} could not be checked: nothing was sent to ${needed}, since you have not named it`,
			expected: `a line "${needed} ${provider}" in the input credentials`,
			remedy: `The ledger names ${needed}, which is no store that is known. If your credentials may go there, add the line \`${needed} ${provider}\` to the input \`credentials\`. If you do not know it, ask who changed the ledger.`
		} : needed.startsWith("permissions: ") ? {
			title: `${named$7(what, part)} could not be checked: this job cannot prove to anybody who it is`,
			expected: needed,
			remedy: "Add `id-token: write` to the `permissions` of the job in the workflow. Elsewhere than in GitHub Actions nothing can take on a role: give credentials as environment variables."
		} : needed.startsWith("role: ") ? {
			title: `${named$7(what, part)} could not be checked: its role has another form than Google’s`,
			expected: needed,
			remedy: `Write it in the ledger as \`${needed}\`, and after it, where a service account is to be taken on, \` as \` and the address of that account.`
		} : {
			title: `${named$7(what, part)} could not be checked: ${notSet(needed)}`,
			expected: waysOf$1(needed).join(", or "),
			remedy: `Give the check ${waysOf$1(needed).join(", or ")}, from a secret of the repository or as an environment variable; read access is enough.`
		}
	},
	"probe/access-denied": {
		means: "The other side refused the credentials.",
		why: "What nobody looks at may have stopped holding long ago. The same credentials may fail in the recovery.",
		remedy: "Check whether the credentials are still valid and have the permission to read.",
		say: ({ what, part, detail, permission }) => ({
			title: `${named$7(what, part)} could not be checked: access was refused`,
			expected: permission?.en ?? null,
			observed: detail,
			...permission == null ? {} : { remedy: `Check whether the credentials are still valid; if they are, what they may do. Needed: ${permission.en}.` }
		})
	},
	"probe/not-testable": {
		means: "Something that cannot be seen from this place, whatever its state.",
		why: "It was not checked, so it needs a look by hand.",
		remedy: "Look by hand from time to time, or run the check from a place that can see it.",
		say: ({ what, reason, part, names }) => ({
			title: reason === "in-no-series" ? `${named$7(what, part)}: ${reasons$2[reason]}, and were not judged` : `${named$7(what, part)} was not checked: ${reasons$2[reason]}`,
			...names === void 0 ? {} : { observed: listed$1(names) },
			...reason === "in-no-series" ? { remedy: "Look at what these are. If they are backups that have to come regularly, name their series in the ledger (`series`); if not, keep them elsewhere, or name those that count (`pattern`)." } : {},
			...reason === "age-not-said" ? { remedy: "Write into the ledger how often a backup is made (`every: 24h`): until then nobody is told when backups stop." } : {}
		})
	}
};
/** So many names are shown. */
const mostNames$2 = 8;
function listed$1(names) {
	const more = names.length - mostNames$2;
	return `${names.slice(0, mostNames$2).join(", ")}${more > 0 ? `, and ${more} more` : ""}`;
}
/** The ways to give credentials, as a provider writes them: `A / B + C`. */
function waysOf$1(needed) {
	return needed.split(" / ").map((way) => way.replaceAll(" + ", " and ").replaceAll(", ", " and "));
}
function notSet(needed) {
	const ways = waysOf$1(needed);
	if (ways.length === 1) return `${ways[0]} ${ways[0].includes(" and ") ? "are" : "is"} not set`;
	return `neither ${ways.join(", nor ")} is set`;
}

// src/messages/en/http.ts
const breakages$1 = {
	database: "the application does not reach its database",
	"fatal-error": "the application stops with a fatal error",
	"not-installed": "the application offers its installer, as if it were new",
	undecodable: "the page is not compressed as its Content-Encoding header says, so browsers cannot show it"
};
const malformedParts$1 = {
	"status-line": "its first line",
	"line-ends": "lines that end without a carriage return",
	"header-line": "a line among the headers that is no header",
	"folded-header": "a header that runs over several lines",
	length: "the length (Content-Length) given twice, beside chunks, or not as a number",
	"head-size": "headers of more than 64 kB",
	chunks: "the way in which the page is cut into chunks"
};
const vacancies$1 = {
	empty: {
		says: (by) => `the page that ${by ?? "a server"} shows where nothing is published`,
		remedy: "Have the operator look where the site’s files went: the document root, the last release or restore, the virtual host. If the server was changed, DNS may point to the wrong one."
	},
	suspended: {
		says: (by) => `${by ?? "the hoster"}’s page for a stopped account`,
		remedy: "Ask the hoster today why the account is stopped: unpaid bills, abuse, a limit that was passed. Whoever holds the contract has to act."
	},
	"unknown-domain": {
		says: (by) => `${by ?? "the hoster"}’s page for a domain that it does not know`,
		remedy: "Have the domain registered again in the hoster’s console, or DNS corrected. Until then a stranger may be able to claim the name there."
	}
};
const named$6 = ({ id, url, address }) => `${id} (${url}${address === null ? "" : ` at ${address}`})`;
const quoted$1 = (texts) => texts.map((text) => `“${text}”`).join(", ");
const titled$1 = (title) => title === null ? "a page without a title" : `a page titled “${title}”`;
const refusal$1 = ({ by, status }) => {
	if (by !== null) return `${by} refused the check`;
	return status === 403 ? "this page alone is closed to us" : "a page that keeps machines out came up";
};
const wrongPage$1 = "The page may be the wrong one, changed by others, or only half restored. A page that merely opens is no proof that the site works.";
const http$1 = {
	"http/unreachable": {
		means: "No connection to the web server came about, or no answer over it, at none of its addresses, by the last try.",
		why: "Visitors see nothing at all. This is an emergency, unless it is planned.",
		remedy: "Open the URL from another network. If it does not open, act by the first instruction in the ledger; if it does, find out what keeps this check away (a firewall, a country filter).",
		say: (data) => ({
			title: isAt(data.host, data.url) ? `${named$6(data)} cannot be reached` : `${named$6(data)} sends visitors to ${data.host}, which cannot be reached`,
			expected: "an answer",
			observed: failures$1[data.code]
		})
	},
	"http/address-unreachable": {
		means: "The page opens, and its host has addresses in DNS at which nothing takes a connection, by the last try.",
		why: "Visitors who are led there wait or see an error. When the others fail, nothing is left to fall back on.",
		remedy: "Have the operator look at the server, or the load balancer, behind that address. If it was given up, have its record removed from DNS.",
		say: (data) => ({
			title: `${named$6(data)} opens, but nothing answers at ${data.silent.map(({ address }) => address).join(", ")}`,
			expected: `a connection at every address of ${data.host}`,
			observed: data.silent.map(({ address, code }) => `${address}: ${failures$1[code]}`).join("; ")
		})
	},
	"http/server-error": {
		means: "The server answers that it has failed (a status of 500 or more), or a CDN that it gets no answer from the server behind it.",
		why: "Visitors see an error page. Whoever is called at night starts from this answer and the logs of that minute.",
		remedy: "Look into the application and system logs named in the ledger. If a release or a change came just before, consider the rollback.",
		say: (data) => ({
			title: `${named$6(data)} shows visitors a server error${data.how === null ? "" : `: ${breakages$1[data.how]}`}`,
			expected: "a page",
			observed: `HTTP ${data.status}`
		})
	},
	"http/status-differs": {
		means: "The page answers with another status than the ledger expects; without an expectation any 2xx will do.",
		why: "Visitors may not find the page. In a recovery this page is what tells whether the site is back.",
		remedy: "Open the page. If it has moved or been given up, correct the ledger; else have it put right.",
		say: (data) => ({
			...data.status === 403 ? { remedy: "Open the page. If it opens for you, a filter refused this check, by country or because it is a machine: let it through (its user agent, a header given by `credentials`, or a self-hosted runner). If not, the hoster may have stopped the account (some answer 403 to all then): look there, mend the page, or correct the ledger if it moved." } : {},
			title: data.status === 404 || data.status === 410 ? `${named$6(data)} no longer exists` : `${named$6(data)} does not answer as the ledger says`,
			expected: data.expected.length === 0 ? "2xx" : data.expected.join(", "),
			observed: data.at === data.url ? `HTTP ${data.status}` : `HTTP ${data.status} at ${data.at}`
		})
	},
	"http/text-missing": {
		means: "The page opens, and a text that must be on it is not.",
		why: wrongPage$1,
		remedy: "Open the page and look whether it is the right one. If the text was changed on purpose, correct the ledger.",
		say: (data) => ({
			title: `${named$6(data)} opens without the text it must have`,
			expected: quoted$1(data.texts),
			observed: titled$1(data.title)
		})
	},
	"http/text-forbidden": {
		means: "The page shows a text that must not be on it.",
		why: wrongPage$1,
		remedy: "Open the page and look whether it is the right one. If the text belongs there now, correct the ledger.",
		say: (data) => ({
			title: `${named$6(data)} shows a text it must not have`,
			expected: `not ${quoted$1(data.texts)}`,
			observed: `${quoted$1(data.texts)} on ${titled$1(data.title)}`
		})
	},
	"http/json-differs": {
		means: "A value in the JSON that this URL answers is not the one in the ledger.",
		why: "Such a URL usually tells the health of a part of the site; a recovery is not complete before it is well.",
		remedy: "Have the operator look at what the value says. If the answer has a new form, correct the ledger.",
		say: (data) => data.values.length === 0 ? {
			title: `${named$6(data)} does not answer with JSON`,
			expected: "JSON"
		} : {
			title: `${named$6(data)} reports another state than the ledger expects`,
			expected: data.values.map(({ pointer, expected }) => `${pointer}: ${expected}`).join(", "),
			observed: data.values.map(({ pointer, observed }) => `${pointer}: ${observed ?? "nothing"}`).join(", ")
		}
	},
	"http/redirect-differs": {
		means: "The redirects end somewhere else than the ledger says.",
		why: "Visitors land on another page or site than intended. An old or foreign address here can also be a sign of a takeover.",
		remedy: "Open the URL. If the new target is right, accept it into the ledger; else have the redirect put right at once.",
		say: (data) => ({
			title: `${named$6(data)} leads somewhere else than the ledger says`,
			expected: data.expected,
			observed: data.observed
		})
	},
	"http/redirect-loop": {
		means: "The redirects go round in a circle, or are more than ten.",
		why: "Visitors see an error of their browser and no page. A usual cause is a changed setting at the CDN or in the application.",
		remedy: "Undo the last change to redirects: at the CDN, the web server, the site URL of the CMS.",
		say: (data) => ({
			title: `${named$6(data)} sends visitors round in a circle`,
			expected: "a page after at most 10 redirects",
			observed: `${data.redirects} redirects, the last to ${data.at}`
		})
	},
	"http/https-downgraded": {
		means: "A redirect leads from the encrypted to the unencrypted site.",
		why: "What visitors send can be read and changed on the way, and browsers warn. It often comes from a wrong site URL after a move or a restore.",
		remedy: "Have the redirect point to https: the site URL of the CMS, the web server, the CDN.",
		say: (data) => ({
			title: `${named$6(data)} leads visitors from https to http`,
			expected: "https",
			observed: `${data.from} → ${data.to}`
		})
	},
	"http/site-broken": {
		means: "A page opens, and it is an error page of the application.",
		why: "Visitors cannot use the site although the server answers. An open installer can be used by anybody to take the site over.",
		remedy: "Have the operator look at the database and the last change. Where the installer shows, have it blocked at once.",
		say: (data) => ({
			title: `${named$6(data)} is broken: ${breakages$1[data.how]}`,
			expected: "the site",
			observed: `HTTP ${data.status}`
		})
	},
	"http/parked": {
		means: "In the place of the site stands a page of a registrar or a parking company.",
		why: "This is what visitors see when a domain was not renewed, or DNS points to the wrong place.",
		remedy: "Look at the domain in the registrar’s console today: renewal, name servers, DNS records.",
		say: (data) => ({
			title: `${named$6(data)} shows a parking page in the place of the site`,
			expected: "the site",
			observed: titled$1(data.title)
		})
	},
	"http/placeholder": {
		means: "In the place of the site stands a page of the hoster or of the web server itself: nothing is published, the account is stopped, or the hoster does not know the domain.",
		why: "Visitors see this page and not the site. Monitors that look at the status alone call it healthy.",
		remedy: "Have the operator look at the hoster’s console: the account, the domain’s entry, where the files went; then DNS.",
		say: ({ by, what, ...data }) => ({
			title: `${named$6(data)} shows ${vacancies$1[what].says(by)}`,
			expected: "the site",
			observed: `${titled$1(data.title)}, HTTP ${data.status}`,
			remedy: vacancies$1[what].remedy
		})
	},
	"http/not-upgraded": {
		means: "The page opens without encryption too, and does not lead visitors to https.",
		why: "What visitors send, passwords included, can be read on the way. After a restore or a move of the server this redirect is what gets lost most often.",
		remedy: "Have the web server or CDN answer http with a permanent redirect (301 or 308) to https.",
		say: (data) => ({
			title: `${data.plainUrl} does not lead visitors to https`,
			expected: "a redirect to https",
			observed: "the page, without encryption"
		})
	},
	"http/in-maintenance": {
		means: "The site says that it is under maintenance.",
		why: "A maintenance page that was forgotten, or left by an update that broke off, keeps visitors out like a failure.",
		remedy: "Ask the operator whether this maintenance is planned. If not, have maintenance mode switched off.",
		say: (data) => ({
			title: `${named$6(data)} says that it is under maintenance`,
			expected: "the site",
			observed: `HTTP ${data.status}`
		})
	},
	"http/too-slow": {
		means: "The page took longer than the ledger allows, from the start to the last byte.",
		why: "Slowness is often the first sign of a failure to come, and visitors leave.",
		remedy: "Have the operator look at load and logs of that time. If the limit is too tight for the way from here, correct the ledger.",
		say: (data, format) => ({
			title: `${named$6(data)} takes too long to load`,
			expected: `within ${format.span(data.limitMs)}`,
			observed: format.span(data.tookMs)
		})
	},
	"http/malformed-answer": {
		means: "The answer is not written as HTTP asks. Browsers show the page all the same; strict programs (apps, payment services, other checks) refuse it.",
		why: "A program that refuses it reports the site as down, and in a recovery costs time that is needed elsewhere.",
		remedy: "Hand this on to the operator: the application, or a proxy before it, writes the header wrongly. Nothing is urgent while visitors see the page.",
		say: (data) => ({
			title: `${named$6(data)} answers in a form that strict programs refuse`,
			expected: "an answer as RFC 9112 has it",
			observed: data.how.map((part) => malformedParts$1[part]).join(", ")
		})
	},
	"http/hsts-differs": {
		means: "Whether the site tells browsers to come by https alone (HSTS) is not as the ledger says.",
		why: "With HSTS nobody can click past an expired certificate; without it visitors can be led to a false site. The recovery differs.",
		remedy: "Ask the operator whether this was changed on purpose; then correct the site or the ledger.",
		say: (data) => ({
			title: data.expected ? `${named$6(data)} no longer asks browsers for https alone` : `${named$6(data)} asks browsers for https alone, against the ledger`,
			expected: data.expected ? "Strict-Transport-Security" : "no Strict-Transport-Security",
			observed: data.header ?? "no Strict-Transport-Security"
		})
	},
	"http/noindex": {
		means: "The page asks search engines not to list it.",
		why: "The site disappears from search results within days. It is often left over from a test site after a release or a restore.",
		remedy: "Have the setting taken away (in WordPress: Settings → Reading), unless the page is to be hidden; then correct the ledger.",
		say: (data) => ({
			title: `${named$6(data)} asks search engines not to list it`,
			expected: "may be listed",
			observed: `${data.from === "header" ? "X-Robots-Tag" : "meta robots"}: ${data.value}`
		})
	},
	"http/indexable": {
		means: "A page that is to stay out of search results does not ask for that.",
		why: "A test site in search results competes with the real one and shows what is not public yet.",
		remedy: "Have `noindex` set, or better a password; if the page may be listed, correct the ledger.",
		say: (data) => ({
			title: `${named$6(data)} can be listed by search engines`,
			expected: "noindex",
			observed: "no noindex"
		})
	},
	"http/not-blocked": {
		means: "A place that must not be reachable from the internet answers.",
		why: "Test sites and consoles that are open are a usual way in for attackers.",
		remedy: "Have access closed (a password, a list of addresses) and look into the access log since the last check.",
		say: (data) => ({
			title: `${named$6(data)} is open to the internet`,
			expected: "refused, timed out, 401, 403 or 404, or sent elsewhere to sign in",
			observed: `HTTP ${data.status}`
		})
	},
	"http/challenged": {
		means: "The site’s protection took this check for a machine or a visitor from abroad and refused it. The site may be fine.",
		why: "Nobody has seen the page, so do not count on it in a recovery before somebody has looked.",
		remedy: "Let the check through: allow its user agent, or a header of your own given by `credentials`; or run it on a self-hosted runner.",
		say: (data) => ({
			title: `${named$6(data)} could not be seen: ${refusal$1(data)}`,
			observed: `HTTP ${data.status}`
		})
	}
};

// src/messages/en/problems.ts
const types$1 = {
	text: "text",
	list: "a list",
	mapping: "a mapping (key: value)",
	"whole-number": "a whole number",
	number: "a number",
	"true-or-false": "true or false"
};
const targets$2 = {
	contact: {
		what: "contact",
		where: "contacts"
	},
	party: {
		what: "party",
		where: "parties"
	},
	"contact-or-party": {
		what: "contact or party",
		where: "contacts or parties"
	},
	endpoint: {
		what: "endpoint",
		where: "reality.endpoints"
	},
	backup: {
		what: "backup",
		where: "reality.backups"
	}
};
const shown$1 = (text) => `"${text.length > 80 ? `${text.slice(0, 80)}…` : text}"`;
const meant$1 = (nearest) => nearest === null ? "" : ` Did you mean ${shown$1(nearest)}?`;
const at$1 = (path) => path.length === 0 ? "The ledger" : path.join(".");
const oneOf$1 = (values) => values.length > 40 ? `${values.slice(0, 40).join(", ")}, …` : values.join(", ");
const problems$1 = {
	empty: () => "The file is empty. Start with \"version: 1\" and \"site:\" (name and url).",
	"too-large": ({ data }) => `The file has ${Math.ceil(data.bytes / 1024)} KiB; a ledger may have ${Math.round(data.limit / 1024)} KiB. It is a page of text: put other material elsewhere and link to it.`,
	"not-utf8": ({ data }) => `The file is not UTF-8${data.looksLike === null ? "" : ` (it looks like ${data.looksLike})`}. Save it as UTF-8.`,
	"yaml-syntax": ({ data }) => `This is not valid YAML: ${data.detail}. Often a quote, a colon or an indentation is missing on this line or the one above.`,
	"full-width": ({ data }) => data.found === "colon" ? "A full-width colon stands here. YAML wants \": \", a colon and a space of ordinary width." : "A space of another kind (full-width or non-breaking) stands here. YAML wants ordinary spaces: type it anew.",
	tab: () => "A tab stands in the indentation. YAML wants spaces: replace the tab by spaces.",
	"duplicate-key": ({ data }) => `The key ${shown$1(data.key)} stands twice in the same place. Keep one of them.`,
	"many-documents": () => "A second document starts here (\"---\"). A ledger is one document: put each site into a file of its own.",
	"too-many-aliases": () => "The aliases (*name) of this file unfold to too much. Write the values out, or use \"common\".",
	"too-deep": () => "The values are nested too deeply for a ledger. Check the indentation.",
	"not-a-mapping": () => "A ledger is a mapping that starts with \"version: 1\" and \"site:\". This file is something else.",
	"null-value": ({ path }) => `${at$1(path)} has no value. Write "unknown" if nobody knows it yet, { none: "why" } if there is none, or take the line away. If the value starts with # or another special sign, put it in quotes.`,
	"cut-at-comma": ({ data }) => `YAML has cut the text here, at a comma: ${shown$1(data.text)} is left without a value. Put the whole text in quotes: "…, ${data.text}".`,
	"cut-at-hash": ({ data }) => `YAML takes what follows " #" for a comment, so only ${shown$1(data.kept)} is read. If "#${data.lost}" belongs to it, put the whole in quotes: "${data.kept} #${data.lost}". If it is a comment, put a space after the #.`,
	"phone-number": ({ data }) => `YAML takes this telephone number for a number and loses its leading zero or sign. Put it in quotes: "${data.source}".`,
	"number-for-text": ({ path, data }) => `${at$1(path)} must be text, and YAML takes ${data.source} for a number. Put it in quotes: "${data.source}".`,
	required: ({ data }) => `${shown$1(data.key)} is missing here, and a ledger cannot do without it.`,
	"unknown-key": ({ data }) => `There is no key ${shown$1(data.key)} here.${meant$1(data.nearest)}${data.nearest === null && data.known.length > 0 ? ` Possible: ${oneOf$1(data.known)}.` : ""}`,
	type: ({ path, data }) => `${at$1(path)} must be ${data.expected.map((type) => types$1[type]).join(" or ")}; here stands ${types$1[data.found]}.${data.keys.length === 0 ? "" : ` Keys: ${oneOf$1(data.keys)}.`}${data.example === null ? "" : ` For example ${data.example}.`}`,
	"not-said": ({ path, data }) => `${at$1(path)} cannot be ${shown$1(data.found)}. Write "unknown" if nobody knows it yet: it counts as a hole and is asked for.`,
	"none-as-text": ({ path, data }) => `${at$1(path)} cannot be ${shown$1(data.found)}. If there is none, say why: { none: "why" }. If nobody knows yet, write "unknown".`,
	"one-of": ({ path, data }) => `${at$1(path)} must be one of ${oneOf$1(data.expected)}; here stands ${shown$1(data.found)}.${meant$1(data.nearest)}`,
	"empty-text": ({ path }) => `${at$1(path)} is empty. Write "unknown" if nobody knows it yet.`,
	"empty-list": ({ path }) => `${at$1(path)} is an empty list. Write "unknown" if nobody knows it yet.`,
	range: ({ path, data }) => `${at$1(path)} must lie between ${data.least} and ${data.most}; here stands ${data.found}.`,
	duration: ({ path, data }) => /^\d+(?:\.\d+)?$/.test(data.found) ? `${at$1(path)} needs a unit: ${data.found}m (minutes), ${data.found}h (hours) or ${data.found}d (days); here stands ${shown$1(data.found)}.` : `${at$1(path)} must be a span such as 30s, 10m (minutes), 2h, 14d, 1w, "1 month" or 1y; here stands ${shown$1(data.found)}.`,
	day: ({ path, data }) => `${at$1(path)} must be a day that exists, such as 2026-11-02; here stands ${shown$1(data.found)}.`,
	size: ({ path, data }) => `${at$1(path)} must be a size such as 50MiB or 1GB; here stands ${shown$1(data.found)}.`,
	hours: ({ data }) => `${shown$1(data.found)} is no window of time. Write 24/365, or windows such as Mon-Fri 09:00-18:00, Sat 10:00-12:00 or Fri 18:00-Mon 09:00.`,
	holiday: ({ data }) => `${shown$1(data.found)} is no day or range of days. Write 2026-08-12, 12-29 (every year) or 12-29..01-03.`,
	timezone: ({ data }) => `${shown$1(data.found)} is no time zone. Write its name, such as ${data.meant ?? "Asia/Tokyo or Europe/Berlin"}.`,
	country: ({ data }) => `No public holidays are known for ${shown$1(data.found)}. Write the country's code of two letters${data.meant === null ? ", such as JP or US, or list the days under dates" : `: ${data.meant}`}.`,
	"span-too-short": ({ path, data }) => `${at$1(path)} is shorter than ${data.least === "day" ? "a day" : "an hour"}: m stands for minutes, so ${shown$1(data.found)} would silence what it is there for. Write ${data.months === null ? "2d, or \"2 months\"" : `"${data.months}" if months are meant, else days such as 2d`}.`,
	form: ({ path, data }) => `${at$1(path)} cannot be ${shown$1(data.found)}.${data.example === null ? "" : ` It looks like this: ${shown$1(data.example)}.`}`,
	url: ({ data }) => `${shown$1(data.found)} is no web address. Write it whole, with https:// or http://, and without a user or password in it.`,
	host: ({ data }) => data.found.startsWith("*.") ? `${shown$1(data.found)} stands for many hosts, and none of them answers by that name. Write one that does, such as www${data.found.slice(1)}.` : `${shown$1(data.found)} is no host name. Write the name alone, without https:// and path.`,
	phone: ({ data }) => `${shown$1(data.found)} is no telephone number. Write digits, with + - ( ) and spaces; words belong under "see".`,
	email: ({ data }) => `${shown$1(data.found)} is no e-mail address.`,
	"dns-value": ({ data }) => `${shown$1(data.found)} cannot be the value of a record of type ${data.type}.`,
	"none-without-reason": () => "\"none\" needs its reason in words: { none: \"why there is none\" }.",
	"one-channel": ({ data }) => `A channel is one way to reach the contact, so it has one key (phone, email, slack, teams, chat, url or see); here stand ${data.found.length}${data.found.length === 0 ? "" : `: ${data.found.join(", ")}`}. Write each as a line of its own.`,
	conflict: ({ data }) => `${data.keys[0]} and ${data.keys.slice(1).join(", ")} exclude each other. Keep one side.`,
	needs: ({ data }) => `Where ${data.key} stands, ${data.needs.join(" or ")} is needed too.`,
	reference: ({ data }) => `There is no ${targets$2[data.to].what} ${shown$1(data.id)} under ${targets$2[data.to].where}.${meant$1(data.nearest)}${data.nearest === null && data.known.length > 0 ? ` There are: ${oneOf$1(data.known)}.` : ""}`,
	"rule-name": ({ data }) => `There is no rule ${shown$1(data.found)}.${meant$1(data.nearest)}`,
	"future-date": ({ path, data }) => `${at$1(path)} lies in the future (${data.found}; today is ${data.today}). Write the day on which it really took place.`,
	"path-form": ({ data }) => `${shown$1(data.found)} is no path of a file beside the ledger. Write it relative to the ledger's folder, with /, such as docs/rollback.md, or a whole web address.`,
	"path-outside": ({ data }) => `${shown$1(data.found)} leads out of the repository, so it is not read.`,
	"path-in-git": ({ data }) => `${shown$1(data.found)} lies in .git, so it is not read.`,
	"path-not-a-file": ({ data }) => `${shown$1(data.found)} is not a file. Name the file itself.`,
	"path-too-large": ({ data }) => `${shown$1(data.found)} has more than 1 MiB. Name a text that a person reads in a recovery.`,
	"too-many": ({ data }) => `${data.more} more problems. Mend these first, then check again.`
};

// src/messages/en/ledger.ts
const ledger$1 = {
	"ledger/invalid": {
		means: "The ledger cannot be read at this place, so nothing in it was checked.",
		why: "A ledger that cannot be read by a machine is often wrong for people too, and nobody is told what no longer holds.",
		remedy: "Correct the place that is named, then run the check again.",
		say: ({ problem }) => problems$1[problem.code](problem)
	},
	"ledger/secret-found": {
		means: "The ledger holds what looks like a password, a key or a token.",
		why: "Everybody who can read the repository has it, now and in its history. In a recovery the ledger is passed around to people who must not have it.",
		remedy: "Change it first where it is used: it stays in the history of the repository even when the line is gone. Then keep the new one in the vault, and write here only where it is kept.",
		say: (place, format) => ({
			title: `${secretPlace$1(place, format)} what looks like a password or key`,
			expected: "where it is kept",
			observed: "(not shown)"
		})
	},
	"ledger/secret-possible": {
		means: "Beside a word for a password stands what may be one, or a name with a number.",
		why: "If it is a password, everybody who can read the repository has it, now and in its history.",
		remedy: "If it is a password, change it where it is used, keep the new one in the vault, and write here only where it is kept. If it is none, write it without the word for a password, or name this place in exceptions, with because and until.",
		say: (place, format) => ({
			title: `${secretPlace$1(place, format)} what may be a password`,
			expected: "where it is kept",
			observed: "(not shown)"
		})
	},
	"ledger/private-data-public": {
		means: "The ledger in a public repository holds phone numbers or mail addresses of contacts.",
		why: "Numbers that everybody can read get calls from everybody, and the call at night gets lost among them. They stay in the history of the repository even when the lines are gone.",
		remedy: "Make the repository private, or write under see where the numbers are kept, in place of the numbers. If they are meant to be public, say so in exceptions, with because and until.",
		say: ({ phones, emails, contacts, isInIssues }) => ({
			title: `A public repository holds ${[...phones > 0 ? [`${phones} phone ${phones === 1 ? "number" : "numbers"}`] : [], ...emails > 0 ? [`${emails} mail ${emails === 1 ? "address" : "addresses"}`] : []].join(" and ")} of ${contacts} ${contacts === 1 ? "contact" : "contacts"}`,
			expected: "where everybody can read, only where they are kept",
			observed: isInIssues ? "site.public: true shows them in issues too" : "everybody can read the file",
			...isInIssues ? { remedy: "Make the repository private, or write under see where the numbers are kept, in place of the numbers. With site.public: false they stay at least out of issues and comments. If they are meant to be public, say so in exceptions, with because and until." } : {}
		})
	},
	"ledger/review-due": {
		means: "The ledger as a whole has not been looked through for longer than it says it should be.",
		why: "People leave, numbers change, duties move: what only people know goes out of date without a sign.",
		remedy: "Go through the ten items together, correct what has changed, and set `reviewed` to the day.",
		say: ({ reviewed, every }, format) => ({
			title: reviewed === null ? "Nobody has noted when the whole ledger was last looked through" : `The ledger was last looked through on ${format.day(reviewed)}`,
			expected: `every ${format.duration(every).replace(/^1 /, "")}`,
			observed: reviewed === null ? "not written" : format.day(reviewed)
		})
	},
	"ledger/exception-expired": {
		means: "An exception has ended: what it silenced is reported again.",
		why: "An accepted risk was to be looked at again by that day.",
		remedy: "Mend what it was about, or agree on a new day and write it down with its reason.",
		say: ({ rule, subject, until }, format) => ({
			title: `The exception for ${subject} (${rule}) ended on ${format.day(until)}`,
			expected: `until ${format.day(until)}`
		})
	},
	"ledger/exception-unused": {
		means: "An exception silences nothing any more.",
		why: "What it was made for seems to be mended; left in place, it would hide the same fault when it returns.",
		remedy: "Take the exception out of the ledger.",
		say: ({ rule, subject }) => `The exception for ${subject} (${rule}) silences nothing`
	}
};
/** Of many lines the first ten: who mends those sees the others. */
function secretPlace$1(place, format) {
	if (!("file" in place)) return place.where === null ? "a comment holds" : `${place.where} holds`;
	const lines = format.list(place.lines.slice(0, 10).map(String));
	return `${place.file} holds, in ${place.lines.length === 1 ? "line" : "lines"} ${lines},`;
}

// src/messages/en/mail.ts
const mxFaults$1 = {
	alias: "is an alias, which mail servers may refuse",
	address: "is an address in place of a name",
	"no-address": "has no address",
	"null-beside-others": "says “no mail” beside real servers"
};
const spfFaults$1 = {
	missing: () => "no record",
	"two-records": (where) => `two records at ${where}`,
	syntax: (where, term) => term === void 0 ? `a record that cannot be read at ${where}` : `“${term}” at ${where} is not valid, so receivers use none of the record`,
	"include-without-spf": (where) => `it includes ${where}, which has no record`,
	"redirect-without-spf": (where) => `it redirects to ${where}, which has no record`,
	"too-many-exchanges": (where) => `it names the mail servers of ${where}, and those are more than ten`,
	"too-many-voids": (where) => `more than two of the names in it lead to nothing, such as ${where}`
};
const mtaStsFaults$1 = {
	"no-record": "no record",
	"two-records": "several records",
	"record-invalid": "a record that cannot be read",
	"no-policy": "no policy at its address",
	certificate: "the policy’s host has no valid certificate",
	"policy-invalid": "a policy that cannot be read",
	"mode-differs": "another mode",
	"mx-not-listed": "mail servers that the policy does not list"
};
const dkimFaults$1 = {
	syntax: () => "a record that breaks the rules of DKIM",
	type: (detail) => `a key of a type that receivers do not know (k=${detail})`,
	key: () => "p= is not a key: perhaps a placeholder, or cut off",
	"too-short": (detail) => `an RSA key of ${detail} bits`,
	hash: (detail) => `a key for SHA-1 only (h=${detail})`,
	service: (detail) => `a key that is not for mail (s=${detail})`
};
const notDelivered$1 = "Enquiries, orders and the mails of this very recovery do not arrive. After a move of DNS this is what gets lost in silence.";
const asSpam$1 = "What the site sends (enquiry notices, orders, the incident’s own reports) lands in spam or is refused, and nobody is told.";
const mail$1 = {
	"mail/no-mx": {
		means: "The domain is to receive mail, and DNS names no mail server for it.",
		why: notDelivered$1,
		remedy: "Put the MX records back as the mail service gives them.",
		say: ({ domain, isNull }) => ({
			title: `Mail to ${domain} has nowhere to go`,
			expected: "an MX record",
			observed: isNull ? "a record that says “no mail”" : "none"
		})
	},
	"mail/mx-invalid": {
		means: "A mail server of the domain cannot be used as DNS names it.",
		why: notDelivered$1,
		remedy: "Have the MX records name mail servers that have addresses of their own, as the mail service gives them.",
		say: ({ domain, exchanges }) => ({
			title: `A mail server of ${domain} cannot be used`,
			expected: "names of servers that have addresses",
			observed: exchanges.map(({ host, fault }) => `${host} ${mxFaults$1[fault]}`).join("; ")
		})
	},
	"mail/mx-unreachable": {
		means: "A mail server of the domain has only addresses that nobody outside can reach.",
		why: notDelivered$1,
		remedy: "Have the MX records name the servers that the mail service gives. An address of the inner network, or of the machine itself, does not belong in public DNS.",
		say: ({ domain, exchanges }) => ({
			title: `A mail server of ${domain} cannot be reached from outside`,
			expected: "an address on the internet",
			observed: exchanges.map(({ host, addresses }) => `${host}: ${addresses.join(", ")}`).join("; ")
		})
	},
	"mail/spf-invalid": {
		means: "Receivers cannot use the domain’s SPF record, which says who may send its mail.",
		why: asSpam$1,
		remedy: "Correct the TXT record: one record that begins with v=spf1 and names every sending service.",
		say: ({ domain, fault, where, term }) => ({
			title: fault === "missing" ? `${domain} has no SPF record` : `The SPF record of ${domain} cannot be used`,
			expected: "one valid record",
			observed: spfFaults$1[fault](where, term)
		})
	},
	"mail/spf-too-many-lookups": {
		means: "The SPF record makes receivers ask DNS more than ten times, so they give up on it.",
		why: asSpam$1,
		remedy: "Take out services that no longer send, or replace an include by the addresses that it stands for.",
		say: ({ domain, lookups }) => ({
			title: `The SPF record of ${domain} needs too many DNS look-ups`,
			expected: "10 at most",
			observed: lookups >= 20 ? "20 or more" : String(lookups)
		})
	},
	"mail/spf-permits-all": {
		means: "The SPF record allows everybody to send in the domain’s name.",
		why: "Anybody can send mail that seems to come from the company, in the middle of an incident too.",
		remedy: "End the record with -all or ~all.",
		say: ({ domain, record }) => ({
			title: `The SPF record of ${domain} lets everybody send`,
			expected: "-all or ~all",
			observed: record
		})
	},
	"mail/dmarc-missing": {
		means: "The ledger says which DMARC policy the domain has, and DNS has none that can be used.",
		why: "Forged mail passes, and large mail services refuse the real one.",
		remedy: "Put the TXT record at _dmarc back. If the policy was given up, correct the ledger.",
		say: ({ domain, expected, records }) => ({
			title: `${domain} has no DMARC policy`,
			expected: `p=${expected}`,
			observed: records > 1 ? `${records} records, of which none counts` : "no record"
		})
	},
	"mail/dmarc-differs": {
		means: "The domain’s DMARC policy is not the one in the ledger.",
		why: "Either forged mail passes that should not, or real mail is refused that should pass.",
		remedy: "Ask who changed it. If it was meant, correct the ledger; else put the record back.",
		say: ({ domain, expected, policy, isTest, at }) => ({
			title: `The DMARC policy of ${domain} is not what the ledger says`,
			expected: `p=${expected}`,
			observed: `p=${policy}${isTest ? ", only being tried (t=y)" : ""} at ${at}`
		})
	},
	"mail/dkim-missing": {
		means: "A DKIM key that the ledger names is not in DNS.",
		why: asSpam$1,
		remedy: "Put the record back as the sending service gives it. If the service is no longer used, correct the ledger.",
		say: ({ domain, selector }) => ({
			title: `The DKIM key ${selector} of ${domain} is missing`,
			expected: `a key at ${selector}._domainkey.${domain}`,
			observed: "none"
		})
	},
	"mail/dkim-revoked": {
		means: "A DKIM key that the ledger names has been taken back.",
		why: asSpam$1,
		remedy: "If it was replaced, write the new selector into the ledger; else have the sending service give a new key.",
		say: ({ domain, selector }) => ({
			title: `The DKIM key ${selector} of ${domain} has been taken back`,
			expected: "a valid key",
			observed: "an empty key (p=)"
		})
	},
	"mail/dkim-invalid": {
		means: "Receivers cannot use a DKIM key that the ledger names.",
		why: asSpam$1,
		remedy: "Replace the TXT record by the one that the sending service gives, whole and unchanged.",
		say: ({ domain, selector, fault, detail }) => ({
			title: `The DKIM key ${selector} of ${domain} cannot be used`,
			expected: "a key that receivers can use (RSA of 1024 bits or more, or Ed25519)",
			observed: dkimFaults$1[fault](detail)
		})
	},
	"mail/mta-sts-invalid": {
		means: "The domain’s MTA-STS policy, which makes senders insist on encryption, is not as the ledger says.",
		why: "Where the policy is enforced, senders hold back mail that does not fit it: after a move of the mail service all of it.",
		remedy: "Correct the policy file and raise the id in the record; check the certificate of the policy’s host.",
		say: ({ domain, expected, fault, detail, code }) => ({
			title: `The MTA-STS policy of ${domain} is not in order: ${mtaStsFaults$1[fault]}`,
			expected: `mode ${expected}`,
			observed: detail ?? (code === null ? mtaStsFaults$1[fault] : failures$1[code])
		})
	}
};

// src/messages/en/people.ts
const people$1 = {
	"access/console-unreachable": {
		means: "Nothing answers at the address of a console. Any answer counts, a login page or a refusal included.",
		why: "Whoever enters on the night stands before a closed door, with the right account and the right password.",
		remedy: "Open the console from where you would enter on the night. If it opens there, only certain places are let in: write that down as an exception, with its reason. If it does not, find out where it is now and correct its address in the ledger.",
		say: ({ access, url, code }) => ({
			title: `The console for ${accessName$1(access)} does not answer: ${url}`,
			expected: "an answer",
			observed: failures$1[code]
		})
	},
	"contact/account-gone": {
		means: "The account of a contact on GitHub is not there any more: deleted, or renamed.",
		why: "An account often goes when its person goes. On the night somebody is called who has left, or somebody who has left can still get in.",
		remedy: "Ask whether this person can still be reached. If they have left, take them out of the contacts and out of every console that they could enter. If the account has only been renamed, correct `github`.",
		say: ({ contact, account, accesses }, format) => ({
			title: `The GitHub account ${account} of ${format.contact(contact)} is gone`,
			expected: account,
			observed: accesses.length === 0 ? "no such account" : `no such account; its holder may enter ${format.list(accesses.map(accessName$1))}`
		})
	}
};

// src/messages/en/questions.ts
const questions$1 = {
	topics: {
		decision: "Decision",
		operation: "Operation",
		communication: "Communication",
		access: "Access",
		accountability: "Accountability"
	},
	/** What the ledger holds as `unknown` and no other question asks for. */
	otherUnknown: "Please tell us the following, which the ledger holds as unknown.",
	/** Short names of what a question is about, by the ledger's own word. */
	things: {
		"start-recovery": "start of recovery",
		rollback: "rollback",
		restore: "restore",
		publication: "publication",
		"first-report": "first report",
		"recovery-report": "recovery report",
		"update-every": "time between updates",
		provisional: "provisional recovery",
		full: "full recovery",
		permanent: "permanent measure",
		"hours-of": "hours of the contact that the targets count in",
		what: "what is covered",
		when: "criteria",
		"approved-by": "who approves the criteria",
		by: "who does it",
		where: "where it is done",
		takes: "how long it takes",
		verify: "how success is confirmed",
		covers: "what is restored",
		into: "where it is restored to",
		choose: "how the backup is chosen",
		backups: "which backups are used",
		server: "server",
		monitoring: "monitoring",
		backup: "backup",
		cms: "CMS",
		waf: "WAF",
		domain: "domain",
		dns: "DNS",
		certificate: "certificate",
		cdn: "CDN",
		bypass: "bypass",
		access: "access log",
		application: "application log",
		system: "system log",
		alerts: "alerts",
		changes: "change history",
		"topic.all": "decision, operation, communication, access, accountability",
		"topic.decision": "decision",
		"topic.operation": "operation",
		"topic.communication": "communication",
		"topic.access": "access",
		"topic.accountability": "accountability",
		"part.emergency": "access in an emergency",
		"part.source": "source of information",
		"part.approval": "approval of what is said",
		"response-log": "log of what was done",
		"rollback-criteria": "rollback criteria"
	},
	roles: {
		client: "the client",
		maintenance: "the maintenance vendor",
		agency: "the agency"
	},
	toBeDecided: "Addressee to be decided",
	heading: (party) => `To ${party}`,
	opening: (site) => `We are putting together how to respond when ${site ?? "the site"} breaks, and would be grateful for your answers to the questions below. If you do not know, please write “unknown”; if there is no such thing, “none” and why.`,
	closing: "Please let us know if anything is unclear. Thank you for your help.",
	about: (things) => `About: ${things}`,
	keys: (keys) => `Ledger: ${keys}`,
	nothingOpen: (file) => `${file}: nothing is open.`,
	oneLedger: "questions takes one ledger."
};

// src/messages/en/recovery.ts
const recovery$1 = {
	labels: {
		incident: "The one thread of an incident (Recovery Ledger)",
		permanent: "A permanent measure after an incident (Recovery Ledger)"
	},
	title: (site, day) => `[Incident] ${site} (${day})`,
	/** At the top of the run's own part. */
	checkedAt: (moment) => `This is what the check of ${moment} saw. Every recovery check rewrites all from here to the line “From here on people write.”, and nothing of what stands below it.`,
	stage: {
		heading: "The stage that is reached",
		none: "**Not even provisionally recovered.** The main paths are not back.",
		provisional: "**Provisionally recovered.** The main paths are back. What is left before the recovery is full:",
		full: "**Fully recovered.** All that the ledger asks of a full recovery is there.",
		notKnown: "**Not known yet.** Some of it could not be seen.",
		names: {
			provisional: "Provisional (the main paths are back)",
			full: "Full (normal operation)"
		},
		states: {
			yes: "reached",
			no: "not reached",
			unknown: "not known"
		},
		table: {
			stage: "Stage",
			state: "State",
			blocking: "What is left, and who acts"
		},
		nothingBlocks: "nothing",
		/** An endpoint that was not seen. */
		notSeen: (endpoint) => `${endpoint} could not be seen`,
		byParty: (text, party) => `${text} (${party})`
	},
	confirm: {
		heading: "For people to confirm",
		explained: "No check can see these. Whoever has made sure ticks the box; from the next check on it counts towards the full recovery.",
		what: {
			performance: "Pages are as fast as usual",
			monitoring: "Monitoring is back to normal, no alert is open",
			backups: "A backup has been taken after the recovery, and is good"
		},
		waiting: (what) => `a person has to confirm: “${what}”`
	},
	hidden: {
		heading: "Pages that are back, and that some visitors do not see yet",
		oldDns: (endpoint, address) => `${endpoint}: the page is fine at its new address (${address}). Visitors whose DNS still has the old answer do not get there. Wait for the TTL to pass, or let the old address lead to the new one.`,
		cache: (endpoint) => `${endpoint}: the server answers as it should. A cache in front of it, such as a CDN, still serves the old page. Purge the cache.`
	},
	nextUpdate: {
		due: (moment, every) => `By the ledger's interval (every ${every}) the next update is due at **${moment}**.`,
		notAgreed: "The ledger does not say how often to update (targets.update-every). Settle when the next update comes before anything else.",
		/** For people to fill in. */
		field: "**Next update at**: "
	},
	timeline: {
		heading: "What the checks saw, in order",
		when: "When",
		what: "What",
		event(what, endpoint) {
			switch (what) {
				case "watching": return "the first recovery check";
				case "failed": return `${endpoint} was seen to be broken`;
				case "answered": return `${endpoint} was seen to be back`;
				case "provisional": return "provisional recovery was seen (the main paths are back)";
				case "full": return "full recovery was seen";
				case "fell-back": return "the provisional recovery was lost again";
			}
		}
	},
	drafts: {
		heading: "Drafts of the reports",
		firstReport: "Draft of the first report",
		recoveryReport: "Draft of the recovery report",
		inFiles: (files) => `The drafts are in the output of this check too: ${files}`,
		/** `isNamed`: the ledger names a template, and it could not be read. */
		noTemplate: (template, isNamed) => `There is no draft of the ${templates$1[template]}: ${isNamed ? "its template could not be read" : "the ledger names no template for it"}.`,
		tooLong: "Too long to stand here; it is in the output of the check."
	},
	full: {
		heading: "Now that it is over",
		whichItems: "At which items of the ledger did the recovery stop? Tick them.",
		proposal: "Add this line to `incidents` in the ledger (the next check puts the items that you ticked into it).",
		permanent: (number, party, day) => `The permanent measure is a task of its own: #${number}. It is with ${party}, until ${day}.`,
		/** The ledger names somebody, and there is no task yet. */
		permanentNotOpened: (party, day) => `The task of the permanent measure could not be opened yet; the next recovery check opens it. It is with ${party}, until ${day}.`,
		permanentMissing: "The ledger does not say who takes the permanent measure, and by when (stages.permanent). Name somebody and a day, and open a task of its own."
	},
	ownPart: "From here on people write. No check changes it.",
	/** What people fill in: heading and a hint. */
	people: {
		now: ["What is happening now", "(Symptoms and impact: since when, where, for whom.)"],
		done: ["What was done", "(At what time, who, what; and what came of it.)"],
		known: ["What is known, and what is not", "(Keep guesses at the cause apart from what was made sure of.)"],
		next: ["Who does what next", "(With names and times. If a decision is awaited: whose.)"]
	},
	comment: {
		provisional: "Provisional recovery was seen: the main paths are back.",
		full: "Full recovery was seen. Please say in the text above at which items it stopped.",
		fellBack: "The provisional recovery was lost again.",
		blocking: (list) => `What is left: ${list}`
	},
	permanentTask: {
		title: (site) => `Permanent measure: ${site}`,
		body: (incident, party, day) => `Incident ${incident} is fully recovered. This is the task that keeps it from happening again.\n\n- **With**: ${party}\n- **Until**: ${day}\n- [ ] the cause is known\n- [ ] a measure is agreed\n- [ ] the measure is in place, and seen to work\n- [ ] the day stands in the ledger as \`done\` under \`incidents\``
	},
	draft: {
		/** Marks a line that people have to fill in. */
		mark: "← to be filled in",
		/** Marks what the check filled in. */
		auto: "(as the check saw it)",
		note: (fills, approves, sends) => `> A draft. People fill in the lines marked “← to be filled in”. The check has written what it saw, and no guesses.${[
			fills === null ? null : `Filled in by: ${fills}`,
			approves === null ? null : `approved by: ${approves}`,
			sends === null ? null : `sent by: ${sends}`
		].filter((each) => each !== null).map((each, index) => index === 0 ? `\n> ${each}` : each).join(" / ")}`,
		symptom: (title, moment) => `${title} (seen ${moment})`,
		noSymptom: "the check sees nothing wrong at the moment",
		began: (moment) => `not known; first seen by the check of ${moment}`,
		impact: (urls) => `something is wrong with: ${urls}. How many people are affected no check can tell`,
		nextUpdate: (moment, every) => `${moment} (updates every ${every})`,
		permanent: (party, day) => `permanent measure (with ${party}, until ${day})`
	},
	/** The line that the ledger's `incidents` gets once it is over. */
	unnamedIncident: "(what happened, in a few words)",
	/** For the job's log. */
	nothingWrong: "All main paths are fine, and no incident is open. No incident issue was opened."
};

// src/messages/en/report.ts
const stages$1 = {
	reached: "met",
	notReached: "not met yet",
	notKnown: "not known",
	forPeople: "met as far as a check can see"
};
const plural = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;
const bands$1 = {
	danger: "danger",
	caution: "caution",
	minimum: "minimum",
	strong: "strong"
};
const report$1 = {
	/** Stands where something must not be published. */
	masked: "(not public)",
	bands: bands$1,
	advice: {
		danger: (items) => items === null ? "Give one more person a way in." : `Begin with ${items}.`,
		caution: (items) => `It works in office hours and may fail at night and on holidays.${items === null ? "" : ` Next: ${items}.`}`,
		minimum: (items) => `A recovery can start. Once a month look at people and dates, and write one line for each change.${items === null ? "" : ` What is left: ${items}.`}`,
		strong: (items) => `Keep what is in place from failing: keep the change history, rehearse rollback and restore, and hold a tabletop exercise at least once a year (read the steps through, estimate the times).${items === null ? "" : ` What is left: ${items}.`}`
	},
	severities: {
		critical: "critical",
		warning: "warning",
		info: "info"
	},
	kinds: {
		drift: "ledger and reality differ",
		expiring: "ends soon",
		stale: "confirmed too long ago",
		unknown: "could not be checked",
		gap: "hole (not written)",
		notice: "notice"
	},
	/** With the circled number. */
	items: {
		1: "① Emergency defined",
		2: "② First contact",
		3: "③ Decision makers",
		4: "④ Target times",
		5: "⑤ Rollback",
		6: "⑥ Restore",
		7: "⑦ Access",
		8: "⑧ Entrance (domain, DNS, certificate)",
		9: "⑨ Evidence",
		10: "⑩ Report templates"
	},
	itemStates: {
		met: {
			mark: "○",
			word: "in place"
		},
		drift: {
			mark: "×",
			word: "not as the ledger says"
		},
		stale: {
			mark: "△",
			word: "confirmed too long ago"
		},
		gap: {
			mark: "−",
			word: "not all written"
		},
		unknown: {
			mark: "?",
			word: "could not be checked"
		}
	},
	/** What stands before a number or an address. */
	channels: {
		phone: "phone",
		email: "mail",
		slack: "Slack",
		teams: "Teams",
		url: "URL"
	},
	/** What is looked at: one of it, the whole of it, and so many. */
	parts: {
		endpoints: {
			one: "endpoint",
			all: "Endpoints",
			count: (count) => plural(count, "endpoint")
		},
		certificates: {
			one: "certificate",
			all: "Certificates",
			count: (count) => plural(count, "certificate")
		},
		dns: {
			one: "DNS",
			all: "DNS",
			count: (count) => plural(count, "DNS claim")
		},
		mail: {
			one: "mail",
			all: "Mail settings",
			count: (count) => plural(count, "mail domain")
		},
		domains: {
			one: "registration",
			all: "Domain registrations",
			count: (count) => plural(count, "registration")
		},
		backups: {
			one: "backup",
			all: "Backups",
			count: (count) => plural(count, "backup")
		},
		access: {
			one: "console",
			all: "Consoles",
			count: (count) => plural(count, "console")
		},
		people: {
			one: "account, document",
			all: "Accounts of the contacts, documents on the web",
			count: (count) => plural(count, "account or document", "accounts or documents")
		}
	},
	/** What the run found, in one sentence that a reader can stop after. */
	headline: {
		match: "The ledger and reality agree.",
		/** Only a part was asked for. */
		matchOfPart: "As far as was looked this time, the ledger and reality agree.",
		/** Nothing but the ledger and the files beside it was looked at. */
		notCompared: "Nothing in the ledger contradicts itself. It was not compared with reality.",
		danger: (met) => met > 3 ? "Danger: every way in depends on one person. If nobody reaches them, no recovery can start." : `Danger: only ${met} of 10 items are in place. If it broke tonight, no recovery could start.`,
		few: (met) => `But only ${met} of the 10 items ${met === 1 ? "is" : "are"} in place.`,
		drift: "The ledger and reality differ.",
		expiring: "Something ends soon.",
		stale: "Something was confirmed too long ago.",
		incomplete: "What could be seen agrees with the ledger, but not everything could be checked.",
		invalid: "The ledger cannot be read, so nothing was checked.",
		toDo: (count, critical) => `${plural(count, "thing")} to do${critical === 0 ? "" : `, ${critical} of them critical`}.`,
		problems: (count) => `${plural(count, "place")} to correct.`
	},
	facts: {
		checkedAt: "Checked",
		lookedAt: "Looked at",
		lookedAtNothing: "the ledger's text alone (nothing outside was seen)",
		/** Nothing but the ledger and the files that it names. */
		lookedAtFiles: "the ledger and the files that it names (nothing outside was seen)",
		nextCheck: "Next check",
		score: "In place",
		scored: (met, band, claimed) => `${met} of 10 items (${band}${met > 3 && band === bands$1.danger ? ": every way in hangs on one person" : ""})${claimed === met ? "" : `; ${claimed} by the ledger's text alone`}`,
		advice: "What to do next",
		stage: (provisional, full) => `provisional recovery: ${stages$1[provisional]}; full recovery: ${stages$1[full]}`,
		stageBlocked: (stage, blocking) => `${stage} recovery still needs: ${blocking}`,
		line: (site, ledger, checkedAt, nextCheck) => `${site} · ${ledger} · checked ${checkedAt} · next check ${nextCheck} (if this date has passed and nothing changed here, the check itself has stopped)`,
		noSite: "The ledger",
		scoreLine: (scored, advice) => `${scored}. ${advice}`,
		between: ". "
	},
	findings: {
		heading: "What needs doing",
		none: "Nothing needs doing.",
		/** As `none`, where something could not be seen. */
		noneSeen: "In what could be looked at, nothing needs doing. What could not be is named below, with what to do about it.",
		expected: "The ledger says",
		proper: "It should be",
		observed: "What was seen",
		/** The same two where the ledger leaves something out: what an item needs, and what stands there. */
		needed: "Needed",
		written: "The ledger now",
		why: "Why it matters in a recovery",
		remedy: "What to do",
		who: "Who, by when",
		since: "First seen",
		place: "In the ledger",
		nobody: "the ledger names nobody",
		/** Behind the first of several that are alike. */
		andOthers: (count) => `and ${count} more`,
		now: "now",
		by: (moment) => `by ${moment}`,
		overdue: (moment) => `now (the deadline, ${moment}, has passed)`,
		byNextCheck: (moment) => `before the next check (${moment})`,
		sinceDay: (day, age) => age === null ? `${day} (this check)` : `${day} (${age} ago)`,
		line: (line) => `line ${line}`,
		/** Not looked at this time; as it was at the check of that day. */
		asOf: (moment) => `Not looked at this time; this is what the check of ${moment} saw.`
	},
	/** The monthly list to tick: people, doors, the ledger itself. */
	review: {
		contact: (name, verified) => `Reach ${name} (last confirmed: ${verified ?? "no record"})`,
		/** @param id of `access` or `entrance` */
		access: (id, verified) => `Get into ${accessName$1(id)} (last confirmed: ${verified ?? "no record"})`,
		last: "Read the ledger through and write the days into verified and reviewed"
	},
	invalid: {
		heading: "What to correct in the ledger",
		explained: "Nothing else can be checked until the ledger can be read. Correct these from the top."
	},
	items10: {
		heading: "The ten items",
		item: "Item",
		state: "State",
		because: "Because of",
		met: (count) => `${plural(count, "item")} in place`
	},
	dates: {
		heading: "Dates that come next",
		when: "When",
		what: "What",
		left: "Left",
		/** With what ends first. */
		headingWithNext: (day, what) => `Dates that come next (the next to end: ${day}, ${what})`,
		passed: "passed",
		findingNumber: (number) => `no. ${number}`,
		more: (count) => `${plural(count, "more date")} in report.json.`,
		month: (year, month) => `${[
			"Jan",
			"Feb",
			"Mar",
			"Apr",
			"May",
			"Jun",
			"Jul",
			"Aug",
			"Sep",
			"Oct",
			"Nov",
			"Dec"
		][month - 1]} ${year}`,
		day: (month, day) => `${day} ${[
			"Jan",
			"Feb",
			"Mar",
			"Apr",
			"May",
			"Jun",
			"Jul",
			"Aug",
			"Sep",
			"Oct",
			"Nov",
			"Dec"
		][month - 1]}`
	},
	unseen: {
		heading: "What could not be checked",
		explained: "Neither fine nor broken: nobody saw it. Have a person look before the next check.",
		files: "Files beside the ledger (runbooks, templates)",
		reasons: {
			offline: "this run was told to stay offline",
			only: "this run looked at a part only",
			event: "this run reads the ledger alone",
			"no-credentials": "this run may read no credentials",
			deadline: "the time for looking ran out"
		},
		notLookedAt: (what, reason) => `${what}: not looked at (${reason})`,
		/** What the last look had seen of something that could not be looked at this time. */
		before: (title, day) => `On ${day} it was: ${title}. Whether it still is, nobody knows.`
	},
	evidence: {
		probe: "Sort",
		subject: "Subject",
		from: "Answered from",
		result: "Result",
		answered: "answered",
		/** A certificate answered that none but the operator's own roots (`ca-file`) vouch for. */
		trustedByCaFile: "answered; only the roots of ca-file vouch for it",
		/** The newest good backup, if any, and what to keep in mind of the listing. */
		backup: (newest, notes) => `${newest === null ? "no good backup was seen" : `newest good one: ${newest}`}${notes.length === 0 ? "" : `; ${notes.join("; ")}`}`,
		backupNotes: {
			"failures-leave-no-trace": "failed runs leave no trace here: only age can show that backups stopped",
			"run-is-no-backup": "that the job succeeded does not say what it stored",
			"one-repository-for-all": "backups of several servers may lie in this one place",
			"listing-not-available": "this account has no listing",
			"time-without-zone": "times come without a zone and are read as UTC, as the vendor documents",
			"time-from-name": "the time stands in the name of the file",
			"maybe-cached": "a cache on the way may have answered",
			"possibly-inconsistent": "taken of a running system, so its parts may not agree"
		},
		failures: failures$1
	},
	holes: {
		heading: "Holes (what is not written)",
		explained: "In the order access → contact → procedure.",
		startWith: (items) => `Start with ${items}.`,
		item: "Item",
		missing: "What is missing",
		plan: "Who, by when",
		noPlan: "not planned (write it under plan in the ledger)",
		planned: (party, until) => until === null ? `${party} (no date)` : `${party}, by ${until}`,
		others: "Responsibility and the rest",
		count: (count) => `${count}`
	},
	notices: {
		heading: "Notices",
		count: (count) => `${plural(count, "notice")}.`
	},
	excepted: {
		heading: "Known and accepted",
		entry: (title, because, until) => `${title} (because: ${because}; until ${until})`
	},
	/** The dates as a calendar file. */
	calendar: {
		name: (site) => `Operations ledger of ${site}`,
		from: (ledger) => `A date that the check of the operations ledger (${ledger}) knows of.`
	},
	/** The change as a pull request. */
	proposal: {
		title: (site) => `Bring the operations ledger in line with reality: ${site}`,
		/** `changes`: a list of what became what, ready for Markdown. */
		body: (changes) => `The check saw values that are not what the ledger says. If reality is right, merge this. If it is not, close this and put reality right.\n\n${changes}\n\nThis pull request follows every check. Once somebody else commits to its branch, it is left as it is.`,
		commit: "Bring the ledger in line with what was seen",
		/** In the issue; `link` is ready for Markdown. */
		open: (link) => `If reality is right, the change of the ledger waits in pull request ${link}.`,
		/** Somebody works on it, or turned it down: it is left as it is. */
		left: (link) => `Pull request ${link} with this change was taken over or turned down by somebody, so it is left as it is.`,
		closing: "The ledger and reality agree again, so this pull request is closed."
	},
	patch: {
		heading: "Proposed change of the ledger",
		explained: "If reality is right, take this change into the ledger. If reality is wrong, leave it and correct reality.",
		show: "Show the change",
		hidden: "It holds what is not public, so it is not shown here. Run recovery-ledger accept to see it."
	},
	emergency: {
		heading: (when) => `This is an emergency by the ledger: ${when}`,
		unnamed: "(the ledger gives the condition no name)",
		seenAt: (moment) => `This is what was seen at the check of ${moment}: see whether it goes on before you call.`,
		shownBy: "Seen",
		firstInstruction: "First instruction",
		call: (moment) => `Call in this order (at ${moment})`,
		answers: "answers",
		outOfHours: "out of hours",
		hoursUnknown: "the ledger does not say its hours",
		ledgerLine: (path, line) => `ledger ${path}, line ${line}`,
		openChannels: (line) => `open the ways to reach them (ledger, line ${line})`,
		wait: (span) => `after ${span}, the next one`,
		waitLast: (span) => `after ${span}, there is no next one`,
		nobodyAnswers: "from here on nobody answers",
		noCall: "The ledger does not say whom to call.",
		/** All of the list are outside their hours. */
		nobodyNow: "Nobody of this list is on duty now. Call them in this order all the same; if nobody answers, follow what is settled under “Who may say go”.",
		/** The first of the list whose hours these are, where others come before. */
		firstNow: (contact) => `The first one on duty now is ${contact}.`,
		tell: "What to tell",
		go: "Who may say go",
		deputy: "Deputy",
		unreachable: "If neither can be reached",
		needs: "Needs to know",
		startRecovery: "Start the recovery",
		rollback: "Roll back (repair or go back)",
		publication: "Take the site offline, or publish it again",
		rollbackWhen: "Roll back when",
		notWritten: "not written in the ledger"
	},
	/** What did not fit, and where it is. */
	leftOut: {
		evidence: "the list of what was looked at, and parts of values",
		patch: "the proposed change of the ledger",
		holes: "the single holes",
		notices: "the single notices",
		findings: (count) => `what ${plural(count, "finding")} say`,
		where: (run) => `For want of room this is left out here (report.json holds it all${run === null ? "" : `; ${run}`}):`
	},
	/** The output `message`: plain text for a chat or a phone. */
	message: {
		heading: (site, count) => `[Recovery ledger] ${site}: ${plural(count, "new thing")} to do`,
		line: (severity, what, who, due) => `- (${severity}) ${what} — ${who}, ${due}`,
		invalid: (site) => `[Recovery ledger] ${site}: the ledger cannot be read, so nothing was checked.`
	},
	footer: {
		run: (url) => `[This check's log and report.json](${url})`,
		rewritten: "Every check rewrites this text. Write into comments what should stay.",
		tool: (version) => `recovery-ledger ${version}`
	},
	issue: {
		title: (site) => `Recovery ledger: ${site}`,
		titleWithoutSite: (ledger) => `Recovery ledger: ${ledger}`,
		labelDescription: "What the recovery ledger check found",
		news: (fresh, resolved) => {
			return `Since the last check: ${[...fresh === 0 ? [] : [`${fresh} new`], ...resolved === 0 ? [] : [`${resolved} resolved`]].join(", ")}.`;
		},
		fresh: "New",
		resolved: "Resolved",
		closing: "Nothing needs doing any more, so this issue is closed. The same issue is opened again when something comes up.",
		leftBehind: (number) => `The account that opened this issue may not write to this repository any more, so the issue is closed here. The ledger's issue is #${number}.`,
		ledgerGone: (ledger) => `The ledger \`${ledger}\` is no longer in the default branch, so this issue is closed. If the site is still running, put its ledger back.`,
		duplicateOf: (number) => `Closed as a duplicate: #${number} is the issue of the same ledger.`,
		more: (count) => `${count} more`,
		body: (moment) => `Check of ${moment}. The text of this issue tells the rest.`
	},
	pullRequest: {
		heading: "What this does to the recovery ledger",
		score: (before, after) => `In place: ${before ?? "?"} → ${after ?? "?"} of 10 items`,
		lower: "With this change fewer items are in place.",
		higher: "With this change more items are in place.",
		same: "The number of items in place stays the same.",
		invalid: "With this change the ledger cannot be read.",
		fresh: "What this change brings up",
		resolved: "What this change resolves",
		onChangedLines: "On the changed lines",
		nothing: "This change brings up nothing and resolves nothing.",
		bounded: "Checked as far as it goes without credentials."
	},
	terminal: {
		next: "What to do next",
		explain: (rule) => `Read what a rule means: recovery-ledger explain ${rule}`,
		accept: "Take reality into the ledger, if reality is right: recovery-ledger accept --dry-run",
		questions: (ledger) => `Ask whoever can fill the gaps, by party: recovery-ledger questions ${ledger}`,
		noNext: "Nothing to do until the next check."
	},
	explain: {
		rule: "Rule",
		kind: "Kind",
		severity: "Severity",
		items: "Items",
		noItem: "none (the score is not touched)",
		means: "What it means",
		why: "Why it matters in a recovery",
		remedy: "What to do",
		or: " or ",
		silence: (rule) => `To accept it knowingly, write it under exceptions in the ledger, with a reason and a day:\n  - { rule: ${rule}, subject: …, because: "reason", until: 2027-03-31 }`
	},
	/** What is missing or wrong, and which permission or setting helps. */
	publishFailures: {
		"no-token": () => "There is no GitHub token. Hand one that may write issues to github-token.",
		forbidden: (detail) => `The token is not allowed to do this (403). Add ${detail} to the workflow's permissions.`,
		refused: (detail) => `GitHub refused it and says why: “${detail}”`,
		locked: () => "The issue is locked, so GitHub takes no comment (403). The issue itself is up to date; what the comment was to say is said once the issue is unlocked.",
		"issues-disabled": () => "Issues are switched off in this repository (410). Turn them on under Settings → General → Features → Issues.",
		"pull-requests-disallowed": () => "GitHub Actions may not create pull requests here (403). Allow it under Settings → Actions → General (“Allow GitHub Actions to create and approve pull requests”), or set propose to patch.",
		"not-found": (detail) => `GitHub did not find it (404${detail === "" ? "" : `, ${detail}`}). See that the repository's name is right and that the token can read it.`,
		"rate-limited": (detail) => `GitHub's rate limit lasted longer than could be waited for${detail === "" ? "" : ` (${detail})`}. Run it again later.`,
		unavailable: (detail) => `GitHub did not answer${detail === "" ? "" : ` (${detail})`}. Run it again later.`,
		"too-long": () => "GitHub refused it as too long. report.json holds it all.",
		rejected: (detail) => `GitHub refused it${detail === "" ? "" : ` (${detail})`}.`,
		interrupted: () => "The run broke off before it got that far. Run it again."
	}
};

// src/messages/en/schedule.ts
const schedule$1 = {
	"schedule/will-stop": {
		means: "In a public repository GitHub switches scheduled workflows off, 60 days after the last activity. That will happen here soon.",
		why: "The checks then stop without a word, and nobody is warned of what ends or breaks from that day on.",
		remedy: "One of three: bring a change into the repository each month (the dates of the monthly review of the ledger will do); press “Continue running workflow” on the workflow’s page under “Actions”; or keep the ledger in a private repository, where GitHub has no such rule.",
		say: ({ pushedAt, stopsAt, isPast }, format) => ({
			title: isPast ? "GitHub may switch these checks off any day now" : `GitHub will switch these checks off around ${format.day(stopsAt)}`,
			expected: "activity in the repository within 60 days",
			observed: `the last change was pushed on ${format.day(pushedAt)}`
		})
	},
	"schedule/too-rare": {
		means: "This certificate renews itself so often that, at the interval of these checks, a failed renewal may come to light too late.",
		why: "The check may pass in one month, and the certificate have run out before the next.",
		remedy: "Add a light, more frequent schedule to the workflow (`only: certificates`), as in the example workflow.",
		say: (data) => ({
			title: `Checks are too rare for the certificate of ${placeName(data)}`,
			expected: data.everyDays === 1 ? "a check every day" : `a check every ${data.everyDays} days`,
			observed: `valid for ${data.lifetimeDays} days at a time`
		})
	},
	"schedule/was-late": {
		means: "A scheduled check came more than a day late, or not at all. GitHub delays and drops scheduled runs in busy hours.",
		why: "What broke or ended in the meantime was not told.",
		remedy: "Nothing, if it happens once. If it happens often, choose another time for the schedule, away from the start of an hour, and see whether somebody had switched the workflow off.",
		say: ({ due, came, before }, format) => ({
			title: `The check that was due on ${format.day(due)} came late, or not at all`,
			expected: `a check on ${format.moment(due)}`,
			observed: `none between ${format.moment(before)} and ${format.moment(came)}`
		})
	}
};

// src/messages/refusal.ts
const signs = {
	"unknown-name": /UNRECOGNIZED_NAME/,
	"nothing-in-common": /HANDSHAKE_FAILURE|INSUFFICIENT_SECURITY/,
	"not-encrypted": /WRONG_VERSION_NUMBER|HTTP_REQUEST/,
	"old-protocols": /PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL/,
	"no-starttls": /STARTTLS/,
	"internal-error": /INTERNAL_ERROR/,
	denied: /ACCESS_DENIED/
};
/** What OpenSSL's code of a handshake that failed means. */
function refusalOf(code) {
	return Object.entries(signs).find(([, sign]) => sign.test(code))?.[0] ?? "broken-off";
}

// src/messages/en/tls.ts
/** The host, with those of its addresses that are meant where not all are. */
const named$5 = (place) => place.addresses === void 0 || place.addresses.length === 0 ? placeName(place) : `${placeName(place)} (only at ${place.addresses.join(", ")})`;
const certificate$1 = ({ which, subject }, of) => which === "leaf" ? `The certificate of ${of}` : `The intermediate certificate “${subject}” of ${of}`;
const orNothing$2 = (names, format) => names.length === 0 ? "no name at all" : format.list(names.slice(0, 8));
const how$1 = (isInferred) => isInferred ? " (how it is renewed is a guess from who issued it; write `renewal` into the ledger)" : "";
const warned$1 = "Visitors see a full-page warning instead of the site, and apps and payment services cut off. It looks like an outage, so people search in the wrong place.";
const cannotConnect$1 = "Some visitors and most services cannot connect at all, while others see nothing wrong.";
const replaceIt$1 = "Install a certificate that browsers trust. Who may do so, and how, stands under the entrance in the ledger (certificate).";
const refusals$1 = {
	"unknown-name": "the server does not know this name",
	"nothing-in-common": "server and visitor find no common encryption",
	"not-encrypted": "what answers on this port is not encrypted",
	"old-protocols": "the server speaks none of today’s protocol versions",
	"no-starttls": "the server offers no encryption on this port",
	"internal-error": "the server reports an internal error",
	denied: "the server denies access",
	"broken-off": "the server breaks the handshake off"
};
const weaknesses$1 = (code) => {
	if (/DH_KEY_TOO_SMALL/.test(code)) return "its key exchange (DHE) is too short";
	if (/RENEGOTIATION/.test(code)) return "it lacks secure renegotiation";
	return "its encryption is outdated";
};
const tls$1 = {
	"tls/expired": {
		means: "A certificate that the server sends, and that visitors need, has run out.",
		why: warned$1,
		remedy: "Renew the certificate now and have the server load it. If renewal is automatic, find out why it failed: the log of the renewing program, the DNS records and paths that it needs.",
		say: (data, format) => ({
			title: `${certificate$1(data, named$5(data))} ran out on ${format.day(data.notAfter)}`,
			expected: "a valid certificate",
			observed: `valid until ${format.moment(data.notAfter)}`
		})
	},
	"tls/not-yet-valid": {
		means: "A certificate that the server sends becomes valid only later.",
		why: warned$1,
		remedy: "Install the certificate that is valid now; check that the right file was put in place.",
		say: (data, format) => ({
			title: `${certificate$1(data, named$5(data))} is not valid before ${format.day(data.notBefore)}`,
			expected: "a certificate that is valid now",
			observed: `valid from ${format.moment(data.notBefore)}`
		})
	},
	"tls/hostname-mismatch": {
		means: "The certificate is for other names than the one that visitors enter.",
		why: warned$1,
		remedy: "Have the server serve the certificate of this host; often the name is missing in the server’s or the CDN’s settings, or DNS leads to the wrong server.",
		say: (data, format) => ({
			title: `The certificate of ${named$5(data)} is for another site`,
			expected: data.host,
			observed: orNothing$2(data.names, format)
		})
	},
	"tls/untrusted-root": {
		means: "The certificate leads to no authority that browsers trust.",
		why: warned$1,
		remedy: replaceIt$1,
		say: (data) => ({
			title: `The certificate of ${named$5(data)} comes from an authority that browsers do not trust`,
			expected: "an authority that browsers trust",
			observed: `${data.issuer ?? "an unnamed issuer"}${data.code === null ? "" : ` (${data.code})`}`,
			...data.missing ? { remedy: "The server leaves a certificate of the chain out, and it could not be fetched to see whether that is all. Have the server send the full chain; if that does not help, install a certificate of a public authority." } : {}
		})
	},
	"tls/self-signed": {
		means: "The server vouches for itself; no authority has issued its certificate.",
		why: warned$1,
		remedy: replaceIt$1,
		say: (data) => ({
			title: `The certificate of ${named$5(data)} is self-signed`,
			expected: "an authority that browsers trust",
			observed: "self-signed"
		})
	},
	"tls/wrong-purpose": {
		means: "The certificate, or one that vouches for it, is not meant for web servers.",
		why: warned$1,
		remedy: "Have a certificate for server authentication issued and installed.",
		say: (data) => ({
			title: `The certificate of ${named$5(data)} is not meant for a server`,
			expected: "server authentication",
			observed: "other purposes only"
		})
	},
	"tls/handshake-failed": {
		means: "The server answers, yet no encrypted connection comes about.",
		why: "No visitor gets through to the site. Restarting the web server rarely helps: the fault is in its TLS settings, or in the CDN’s.",
		remedy: "Check whether the host is set up on the server or CDN that DNS leads to, with its certificate. Take back the last change of TLS settings.",
		say: (data) => ({
			title: `No encrypted connection to ${named$5(data)}: ${refusals$1[refusalOf(data.code)]}`,
			expected: "an encrypted connection",
			observed: data.code
		})
	},
	"tls/revoked": {
		means: "The authority has taken a certificate back, before its end.",
		why: "Browsers and apps refuse it one after the other, some today, some next week. Often the private key has leaked.",
		remedy: "Have a new certificate with a new key issued and installed at once. Find out why the old one was taken back.",
		say: (data, format) => ({
			title: `${certificate$1(data, named$5(data))} was revoked on ${format.day(data.revokedAt)}`,
			expected: "not revoked",
			observed: `revoked ${format.moment(data.revokedAt)}`
		})
	},
	"tls/weak-key": {
		means: "The key of a certificate is shorter than browsers accept.",
		why: cannotConnect$1,
		remedy: "Have the certificate issued anew with a key of today’s length (RSA 2048 bits or EC P-256).",
		say: (data) => ({
			title: `${certificate$1(data, named$5(data))} has a key that is too short`,
			expected: "RSA 2048 or EC P-256 at least",
			observed: data.key
		})
	},
	"tls/weak-signature": {
		means: "A certificate is signed by a method that browsers no longer accept.",
		why: cannotConnect$1,
		remedy: "Have the certificate issued anew; every public authority signs with SHA-256 or better.",
		say: (data) => ({
			title: `${certificate$1(data, named$5(data))} is signed by an outdated method`,
			expected: "SHA-256 or better",
			observed: data.algorithm
		})
	},
	"tls/old-protocol-only": {
		means: "The server speaks TLS 1.0 or 1.1 alone, which browsers have dropped.",
		why: "Today’s browsers cannot open the site. Whoever opens it does so with outdated software.",
		remedy: "Switch TLS 1.2 and 1.3 on in the server; if its software is too old for that, renew it.",
		say: (data) => ({
			title: `${named$5(data)} speaks only an outdated protocol`,
			expected: "TLS 1.2 or newer",
			observed: data.protocol
		})
	},
	"tls/incomplete-chain": {
		means: "The server leaves out a certificate between its own and the authority’s. Browsers often fetch it by themselves; apps and other servers do not.",
		why: "Payment callbacks, apps and monitoring fail while the site opens in a browser. After a recovery this passes as “it works”.",
		remedy: "Install the full chain (often called fullchain.pem) instead of the certificate alone.",
		say: (data) => ({
			title: `${named$5(data)} does not send its intermediate certificate`,
			expected: "the full chain",
			observed: `“${data.missing}” is missing`
		})
	},
	"tls/addresses-disagree": {
		means: "The servers of one host serve different certificates, and one of them seems to be left behind.",
		why: "The renewal did not reach every server. What fails depends on the server that a visitor happens to meet, so it is hard to find at night.",
		remedy: "Install the newest certificate on every server and have each load it.",
		say: (data, format) => ({
			title: `The servers of ${placeName(data)} serve different certificates`,
			expected: "the same certificate everywhere",
			observed: data.certificates.map((each) => `${each.addresses.join(", ")}: ${each.serial}, until ${format.day(each.notAfter)}`).join("; ")
		})
	},
	"tls/name-not-covered": {
		means: "The certificate does not cover a name that the ledger says it must.",
		why: "Whoever enters that name gets a warning. In a recovery such a name may be the way around the fault.",
		remedy: "Have the certificate issued with all names; if a name has been given up, correct the ledger.",
		say: (data, format) => ({
			title: `The certificate of ${named$5(data)} does not cover ${format.list(data.missing)}`,
			expected: format.list(data.missing),
			observed: orNothing$2(data.names, format)
		})
	},
	"tls/issuer-differs": {
		means: "Another authority has issued the certificate than the ledger says.",
		why: "Who renews it, where, and under which account is then not what the ledger says: on the night it runs out, people stand at the wrong door.",
		remedy: "Find out who changed the authority and how it is renewed now. Correct the ledger: issuer, renewal and who may renew it.",
		say: (data, format) => ({
			title: `The certificate of ${named$5(data)} comes from another authority than the ledger says`,
			expected: format.list(data.expected),
			observed: data.issuer ?? "no organisation named"
		})
	},
	"tls/old-protocol": {
		means: "The server still takes TLS 1.0 or 1.1 besides newer versions.",
		why: "No visitor needs it, and security reviews object to it. Nothing to do at once.",
		remedy: "Switch TLS 1.0 and 1.1 off at the next change of the server’s settings.",
		say: (data) => ({
			title: `${named$5(data)} still accepts an outdated protocol`,
			expected: "TLS 1.2 and newer alone",
			observed: `${data.protocol} too`
		})
	},
	"tls/weak-handshake": {
		means: "Browsers open the site, yet stricter programs refuse the encryption that the server prefers: short keys (DHE), no secure renegotiation, or outdated methods.",
		why: "Apps, payment callbacks and monitoring may fail while the site opens in a browser, and browsers drop such methods one after another.",
		remedy: "Bring the server’s TLS settings up to date, for example by Mozilla’s “intermediate” configuration: ECDHE instead of DHE, and current software.",
		say: (data) => ({
			title: `${named$5(data)} opens in browsers alone: ${weaknesses$1(data.code)}`,
			expected: "encryption that current programs accept",
			observed: data.code
		})
	},
	"tls/revocation-unknown": {
		means: "The authority’s list of certificates taken back could not be read, so it is not known whether this certificate is among them.",
		why: "A certificate that was taken back is refused by more and more browsers. Nothing points to that; it could not be looked up.",
		remedy: "Nothing to do at once. If it stays so for several checks, ask the authority whether its list can be fetched.",
		say: (data, format) => ({
			title: `${certificate$1(data, named$5(data))} could not be looked up in the list of revoked ones`,
			expected: "a list that can be read",
			observed: format.list(data.lists)
		})
	},
	"tls/staple-missing": {
		means: "The certificate demands that the server sends proof of its validity along (OCSP stapling, “must-staple”), and the server sends none.",
		why: "Firefox refuses such a connection. In other browsers the site opens, so the fault is hard to find.",
		remedy: "Switch OCSP stapling on in the server, or have the certificate issued anew without “must-staple”; many authorities have ended OCSP.",
		say: (data) => ({
			title: `${named$5(data)} does not send the proof of validity that its certificate demands`,
			expected: "an OCSP response with the certificate",
			observed: "none"
		})
	},
	"tls/intermediate-expires": {
		means: "A certificate that the server sends along ends before its own.",
		why: "The site’s own certificate still looks valid then, so nobody finds the reason of the warning soon.",
		remedy: "Install the authority’s current intermediate certificate beside the server’s own.",
		say: (data, format) => ({
			title: `The intermediate certificate “${data.subject}” of ${named$5(data)} ends on ${format.day(data.notAfter)}`,
			expected: "valid at least as long as the server’s own",
			observed: `until ${format.moment(data.notAfter)}`
		})
	},
	"tls/expires-soon": {
		means: "A certificate that is renewed by hand has to be renewed now: this is the last check that leaves enough time, or that time is already short.",
		why: "When it runs out, every visitor sees a warning. Renewing by hand takes days: an order, a proof, an approval, an installation.",
		remedy: "Order and install the new certificate before the day named here.",
		say: (data, format) => ({
			title: data.isPast ? `The certificate of ${placeName(data)} ends on ${format.day(data.notAfter)}, and the time to renew it is short` : `The certificate of ${placeName(data)} must be renewed by ${format.day(data.renewBy)}`,
			expected: `renewed by ${format.day(data.renewBy)}${how$1(data.isInferred)}`,
			observed: `ends on ${format.moment(data.notAfter)}`
		})
	},
	"tls/renewal-overdue": {
		means: "A certificate that renews itself should have been replaced by now, and was not.",
		why: "The automation has stopped, and nobody is told. When the certificate runs out, every visitor sees a warning.",
		remedy: "Look into the log of the renewing program and start it by hand. Frequent reasons: the web server or DNS was moved, a path is blocked, the account has ended. If it is renewed later than this by intent, write `renews-before` into the ledger.",
		say: (data, format) => ({
			title: `The certificate of ${placeName(data)} was not renewed by itself`,
			expected: `renewed around ${format.day(data.dueAt)}${how$1(data.isInferred)}`,
			observed: `not renewed; ends on ${format.moment(data.notAfter)}`
		})
	},
	"tls/renewal-ahead": {
		means: "A certificate that is renewed by hand is to be renewed before the check after the next.",
		why: "Nothing to do yet. It is named early so that a check that does not run takes no time away.",
		remedy: "Plan the renewal.",
		say: (data, format) => ({
			title: `The certificate of ${placeName(data)} is to be renewed by ${format.day(data.renewBy)}`,
			expected: `renewed by ${format.day(data.renewBy)}${how$1(data.isInferred)}`,
			observed: `ends on ${format.moment(data.notAfter)}`
		})
	}
};

// src/messages/en/index.ts
const messages$2 = {
	language: "en",
	rules: completed({
		...ledger$1,
		...http$1,
		...tls$1,
		...dns$1,
		...mail$1,
		...domain$1,
		...backup$1,
		...people$1,
		...schedule$1,
		...probe$1,
		...checklist$1,
		...change$1
	}, holeSaid$1),
	problems: problems$1,
	dates: dates$1,
	command: command$1,
	report: report$1,
	recovery: recovery$1,
	handover: handover$1,
	accept: accept$1,
	fleet: fleet$1,
	questions: questions$1
};

// src/messages/ja/accept.ts
const named$4 = ({ what, name, type }) => ({
	record: `${name} の ${type} レコード`,
	delegation: `${name} のネームサーバー`,
	issuer: `${name} の証明書の認証局`,
	redirect: `${name} の転送先`,
	registrar: `ドメイン ${name} の管理会社`
})[what];
const changed = (each) => each.to.length === 0 ? named$4(each) : `${named$4(each)}(${each.from.join("、")} → ${each.to.join("、")})`;
const accept = {
	history: (changes) => `点検で見た実際の値に、台帳を合わせた: ${changes.map(changed).join("、")}`,
	changed,
	nothing: (ledger) => `${ledger}: 台帳を現実に合わせれば済むものは、ありません。`,
	accepted: (ledger, count) => `${ledger}: ${count}か所を、実際の値に合わせて書き換えました。`,
	diffTooLong: (ledger) => `${ledger}: 変更が大きすぎるため、行ごとの差分は表示しません。`,
	wouldAccept: (ledger, count) => `${ledger}: ${count}か所を書き換えます(--dry-run のため、まだ書いていません)。`,
	refused: (title, problem) => `手で書き換えてください: ${title}(${problem})`,
	problems: {
		alias: "値が、ファイルの別の場所(エイリアス)に書かれています",
		anchor: "値が、ファイルのほかの場所でも使われています",
		"block-text": "値が、複数行の文章として書かれています",
		unreadable: "見えた値を書き込むと、台帳を読めなくなります",
		differs: "見えた値を、次の点検で一致する形では書けません",
		secret: "見えた値がパスワードや鍵のようです。台帳には書けません",
		layout: "自動では書き換えられない書き方です"
	},
	notRecorded: (ledger) => `${ledger}: changes の1行を自動で足せませんでした。手で書いてください。`,
	changedMeanwhile: (ledger) => `点検の間に ${ledger} が書き換えられたため、何も書いていません。もう一度 accept を実行してください。`,
	invalid: (ledger) => `${ledger} を読めないため、書き換えられません。check で理由を確かめてください。`,
	unseen: (ledger, count) => `${ledger}: 確かめられなかったものが${count}件あり、台帳が古いかどうか分かりません。check で理由を確かめてください。`,
	unknownParty: (ledger, id, nearest, known) => `--by: ${ledger} に ${id} という連絡先・関係者はありません。${nearest === null ? `あるのは ${known.join("、")} です。` : `${nearest} のことでしょうか。`}`,
	unknownFinding: (id, known) => known.length === 0 ? `--only: ${id} という、台帳に書き込める指摘はありません。` : `--only: ${id} という、台帳に書き込める指摘はありません。書き込めるもの: ${known.join("、")}`
};

// src/messages/ja/backup.ts
const states$1 = {
	good: "正常",
	failed: "失敗",
	"in-progress": "実行中",
	partial: "一部だけ",
	expired: "削除済み",
	unknown: "このツールでは判断できない状態"
};
/** 最新のものの日時が何を示すか。日時のあとに続く。 */
const meanings = {
	completed: "に完了",
	created: "に作成",
	started: "に開始",
	"restorable-to": "の時点まで復元可能",
	modified: "に最終更新",
	pinged: "に最後の実行報告"
};
const named$3 = (id, kind) => kind === null ? `バックアップ ${id}` : `バックアップ ${id}(${kind})`;
function attempt(last, format) {
	if (last === null) return "";
	const word = last.rawState === null ? "" : `(${last.rawState})`;
	return `。最後に試みたもの${last.at === null ? "" : `(${format.moment(last.at)})`}は${states$1[last.state]}${word}`;
}
const nothingToRestore = "いまサイトが壊れると、最後の正常なバックアップよりあとに増えたデータは戻りません。";
const runOne = "今日のうちに手動でバックアップを取ってください。そのうえで、いつものバックアップが止まった理由を調べ、次の回が正常に取れたことを確かめてください。";
const backup = {
	"backup/none": {
		means: "正常なバックアップが1つもありません。",
		why: "戻せるものがありません。誤って消した、更新に失敗した、改ざんされた、といったときに元に戻せません。",
		remedy: runOne,
		say: ({ id, kind, lastAttempt }, format) => ({
			title: `${named$3(id, kind)} に、正常なものが1つもありません`,
			expected: "正常なバックアップが1つ以上",
			observed: `なし${attempt(lastAttempt, format)}`
		})
	},
	"backup/too-old": {
		means: "正常なバックアップのうち最新のものが、台帳で決めた期間より古くなっています。新しいものが取れていないと考えられます。",
		why: nothingToRestore,
		remedy: runOne,
		say: ({ id, kind, newest, meaning, ageMs, limitMs, lastAttempt }, format) => ({
			title: `${named$3(id, kind)} の最新の正常なものが、${format.span(ageMs)}前のままです`,
			expected: `${format.span(limitMs)}以内`,
			observed: `${format.moment(newest)} ${meanings[meaning]}${attempt(lastAttempt, format)}`
		})
	},
	"backup/too-small": {
		means: "最新のバックアップが極端に小さく、中身がほとんどないと考えられます。",
		why: "空のファイルでも、使うときまではバックアップに見えます。これではサイトを戻せません。",
		remedy: "最新のバックアップを開き、中身を確かめてください。データベースに接続できない、パスワードが変わった、ディスクがいっぱい、といった原因がよくあります。意図して小さくした場合は、台帳の `smallest` にその大きさを書いてください。",
		say: ({ id, kind, newest, sizeBytes, leastBytes, usualBytes, isEmpty }, format) => ({
			title: isEmpty ? `${named$3(id, kind)} の最新のものは空です(${format.size(sizeBytes)})` : `${named$3(id, kind)} の最新のものが ${format.size(sizeBytes)} しかありません`,
			expected: leastBytes !== null ? `${format.size(leastBytes)} 以上` : usualBytes !== null && usualBytes > sizeBytes ? `いつもは約 ${format.size(usualBytes)}` : "中身があること",
			observed: `${format.size(sizeBytes)}(${format.moment(newest)})`
		})
	},
	"backup/series-stopped": {
		means: "同じ場所に何種類かのバックアップ(データベース、ファイル、プラグインなど)があり、ほかは新しくなっているのに、1種類だけ止まっています。",
		why: "毎日何かが届いているため、全体としては新しく見えます。止まった種類(多くはデータベース)に気づくのは、復元するときです。",
		remedy: "今日のうちに、その種類のバックアップを手動で取り、止まった理由を調べてください。意図してやめた場合や、名前を変えただけの場合は、古いファイルを消すか移すか、数えるものだけを台帳の `series` に書いてください。",
		say: ({ id, kind, newest, ageMs, limitMs, isGone }, format) => ({
			title: `バックアップ ${id} のうち ${kind} だけが、${format.span(ageMs)}前で止まっています`,
			expected: `${format.span(limitMs)}以内`,
			observed: isGone ? `1つも残っていません(以前の点検で見た最新のものは ${format.moment(newest)})` : `最新のものは ${format.moment(newest)}`
		})
	},
	"backup/thaws-too-late": {
		means: "最新のバックアップがアーカイブ用の保存領域にあり、取り出すだけで、台帳で決めた復元の時間を超えます。",
		why: "取り出しが終わるまで、復元を始められません。",
		remedy: "新しいバックアップは、すぐに読み出せる保存領域に置き、古いものだけをアーカイブに移してください。または、台帳の時間を見直してください。",
		say: ({ id, kind, newest, tier, thawMs, within, of }, format) => ({
			title: `${named$3(id, kind)} の最新のものは、取り出すだけで最大${format.span(thawMs)}かかります`,
			expected: of === "takes" ? `復元にかかる時間 ${format.duration(within)}` : `完全復旧の目標 ${format.duration(within)}`,
			observed: `アーカイブ用の保存領域 ${tier} にある(${format.moment(newest)})`
		})
	},
	"backup/switched-off": {
		means: "バックアップの自動取得が止められています。",
		why: "新しいバックアップはもう増えません。いまあるものは古くなり、やがて保存期限が来て消えます。",
		remedy: "自動バックアップを有効に戻し、なぜ止まっていたのかを確かめてください。誰かが止めた場合のほか、GitHub のように、動きのないリポジトリの定期実行をサービス側が止める場合もあります。",
		say: ({ id, newest }, format) => ({
			title: `バックアップ ${id} の自動取得が止められています`,
			expected: "自動取得が有効",
			observed: newest === null ? "無効" : `無効。最新の正常なものは ${format.moment(newest)}`
		})
	},
	"backup/readable-by-anyone": {
		means: "最新のバックアップが、インターネット上の誰にでも、パスワードなしで見える状態です。",
		why: "バックアップには、顧客の情報、パスワード、鍵など、サイトのすべてが入っています。見つけた人の手に、そのすべてが渡ります。",
		remedy: "今日のうちに公開を止めてください。そのうえで、中身はすでに漏れたものとして、パスワードと鍵を変更し、関係者への連絡が必要かを判断してください。",
		say: ({ id }) => ({
			title: `バックアップ ${id} が、誰でもダウンロードできる状態です`,
			expected: "認証情報がなければ見えない",
			observed: "認証情報なしで見える"
		})
	},
	"backup/failed": {
		means: "最後に試みたバックアップが失敗しています。それより前の正常なものは残っています。",
		why: "次の回も失敗が続くと、気づかないうちに最後の正常なバックアップが古くなります。",
		remedy: "最後の回が失敗した理由を調べ、もう一度実行してください。",
		say: ({ id, kind, lastAttempt, newest }, format) => ({
			title: `${named$3(id, kind)} の最後の回が${lastAttempt.state === "partial" ? "一部しか取れていません" : "失敗しています"}`,
			expected: "毎回、正常に取れること",
			observed: `${lastAttempt.rawState ?? states$1[lastAttempt.state]}${lastAttempt.at === null ? "" : `(${format.moment(lastAttempt.at)})`}。最新の正常なものは ${format.moment(newest)}`
		})
	},
	"backup/too-few": {
		means: "残っている正常なバックアップが、台帳で決めた世代数より少なくなっています。",
		why: "数週間前の改ざんのように、遅れて気づく障害では、それより前のバックアップが必要です。",
		remedy: "残す世代数を台帳のとおりに設定してください。少なくてよいと合意した場合は、台帳を直してください。",
		say: ({ id, kind, found, keep }) => ({
			title: `${named$3(id, kind)} が ${found}世代しか残っていません(台帳では ${keep}世代)`,
			expected: `${keep}世代以上`,
			observed: `${found}世代`
		})
	},
	"backup/stuck": {
		means: "実行中のまま長い時間が過ぎたバックアップがあり、途中で止まっていると考えられます。",
		why: "止まっているあいだは次のバックアップが取れず、最後の正常なものが古くなっていきます。",
		remedy: "何を待っているのかを調べ、いったん終わらせて、もう一度実行してください。",
		say: ({ id, kind, startedAt, runningMs, usualMs }, format) => ({
			title: `${named$3(id, kind)} が ${format.span(runningMs)}たっても終わりません`,
			expected: usualMs === null ? "数時間で完了" : `いつもは約${format.span(usualMs)}で完了`,
			observed: `${format.moment(startedAt)} から実行中`
		})
	},
	"backup/shrunk": {
		means: "最新のバックアップの大きさが、これまでの半分に届きません。",
		why: "何かが欠けているおそれがあります。欠けていると分かるのは、たいてい復元するときです。",
		remedy: "最新のものと前のものを比べ、データベースのテーブル、フォルダー、ディスクが丸ごと欠けていないかを確かめてください。意図して大量に削除した場合は、いまの大きさを台帳の `smallest` に書いてください。",
		say: ({ id, kind, newest, sizeBytes, usualBytes }, format) => ({
			title: `${named$3(id, kind)} の最新のものが ${format.size(sizeBytes)} に減りました(いつもは約 ${format.size(usualBytes)})`,
			expected: `約 ${format.size(usualBytes)}`,
			observed: `${format.size(sizeBytes)}(${format.moment(newest)})`
		})
	},
	"backup/future-dated": {
		means: "最新のバックアップに、まだ来ていない日時が付いています。",
		why: "日時があてにならないため、新しいバックアップが取れているのか判断できません。",
		remedy: "バックアップを取る機器の時計と、タイムゾーンの設定を直してください。",
		say: ({ id, kind, at }, format) => ({
			title: `${named$3(id, kind)} の最新のものに、未来の日時が付いています`,
			expected: "過ぎた日時",
			observed: format.moment(at)
		})
	},
	"backup/same-place": {
		means: "台帳ではサイトと別の場所にあるはずのバックアップが、サイトと同じ場所にあります。",
		why: "1つの障害、契約の停止、不正な侵入で、サイトとバックアップを同時に失います。",
		remedy: "別の契約、または別の地域に、もう1つ置いてください。同じ場所でよいと決めた場合は、台帳の `away: true` を消してください。",
		say: ({ id, location }) => ({
			title: `バックアップ ${id} が、サイトと同じ場所にあります`,
			expected: "別の契約、または別の地域",
			observed: location ?? "サイトと同じ場所"
		})
	},
	"backup/no-second-place": {
		means: "サイトと別の場所に置いたバックアップがありません。",
		why: "火災、契約の停止、不正な侵入があると、サイトと、その隣にあるバックアップをまとめて失います。同じサーバーの2台目のディスクは、別の場所とはいえません。",
		remedy: "少なくとも1つは、別の契約、または別の地域にも置き、そのバックアップに `away: true` と書いてください。置かないと決めた場合は、`away: { none: \"理由\" }` と理由を書いてください。",
		question: "バックアップを、サイトと別の契約、または別の地域にも置いていますか。置いている場合は、どのバックアップをどこに置いているか、お知らせください。",
		say: ({ ids }) => ({
			title: "サイトと別の場所に置いたバックアップがありません",
			expected: `${ids.join("、")} のどれかに \`away: true\``
		})
	},
	"backup/last-good-expires": {
		means: "最後の正常なバックアップの保存期限が近く、それまでに次のものが取れるとは言い切れません。",
		why: "期限が過ぎると、戻せるものが1つもなくなります。",
		remedy: "期限までに新しいバックアップを取るか、いまあるものの保存期限を延ばしてください。",
		say: ({ id, kind, newest, expires }, format) => ({
			title: `${named$3(id, kind)} の最後の正常なものが、${format.day(expires)} に消えます`,
			expected: "その日までに、新しい正常なもの",
			observed: `最新の正常なもの ${format.moment(newest)}、保存期限 ${format.moment(expires)}`
		})
	},
	"backup/unconfirmed": {
		means: "自動では確かめられないバックアップのため、定期的に人が見る必要があります。",
		why: "誰も見ていないバックアップは、止まっても気づかれません。必要になったときに初めて分かります。",
		remedy: "保存先の管理画面で最新のバックアップを確かめ、その日付(`newest`)と確かめた場所(`evidence`)を台帳に書いてください。",
		say: ({ id, newest, evidence, every }, format) => ({
			title: newest === null ? `バックアップ ${id} を、まだ誰も確認していません` : `バックアップ ${id} の確認が ${format.day(newest)} のままです`,
			expected: `${format.duration(every)}に1回の確認`,
			observed: newest === null ? null : `${format.day(newest)}${evidence === null ? "" : `(${evidence})`}`
		})
	}
};

// src/messages/ja/change.ts
const mostNames$1 = 3;
const change = { "change/unrecorded": {
	means: "台帳に変更履歴を残す約束ですが、変わったものについて changes に行がありません。",
	why: "障害の夜、最初に聞かれるのは「直前に何を変えたか」です。書き残していない変更は、手探りで探すことになり、切り戻しが遅れます。",
	remedy: "誰が変えたのかを確かめて、changes に1行(日付、担当、変えた内容)を書き足してください。",
	say: ({ what, names }, format) => {
		const shown = names.slice(0, mostNames$1);
		const more = names.length - shown.length;
		const list = `${format.list(shown)}${more > 0 ? `ほか${more}件` : ""}`;
		return {
			title: what === "observed" ? `${list} が変わりましたが、誰もこの変更を書き残していません` : names.length === 0 ? "台帳の reality が書き換わりましたが、誰もこの変更を書き残していません" : `台帳の ${list} が書き換わりましたが、誰もこの変更を書き残していません`,
			expected: "changes に行がある",
			observed: "新しい行がありません"
		};
	}
} };

// src/messages/ja/checklist-words.ts
const accessNames = {
	server: "サーバー",
	monitoring: "監視",
	backup: "バックアップ",
	cms: "CMS",
	waf: "WAF",
	domain: "ドメイン",
	dns: "DNS",
	certificate: "証明書",
	cdn: "CDN",
	bypass: "一時的な迂回"
};
/** 権限の名前。台帳で決めた id はそのまま。 */
function accessName(id) {
	return Object.hasOwn(accessNames, id) ? accessNames[id] : `「${id}」`;
}
/** 手順書が何のためのものか。 */
function procedureName(of) {
	if (of === "rollback") return "切り戻し";
	return of === "restore" ? "復元" : accessName(of);
}
const abilities = {
	restart: "再起動",
	"apply-settings": "設定の反映",
	resize: "サーバーの増強",
	"view-alerts": "アラートを見ること",
	"view-logs": "ログを見ること",
	restore: "復元",
	confirm: "復元できたことの確認",
	edit: "編集",
	"switch-maintenance": "メンテナンス表示への切り替え",
	renew: "更新",
	"change-nameservers": "ネームサーバーの変更",
	failover: "別の環境への切り替え",
	replace: "入れ替え",
	"block-path": "パスの遮断",
	"static-page": "静的ページへの切り替え",
	purge: "キャッシュの削除"
};
const decisions = {
	"start-recovery": "復旧開始",
	rollback: "切り戻し",
	publication: "公開・非公開"
};
const targets$1 = {
	"first-report": "一次報告",
	"update-every": "次の更新までの間隔",
	provisional: "暫定復旧",
	full: "完全復旧"
};
const rollbackParts = {
	what: "何を戻すか",
	when: "戻す判断基準",
	"approved-by": "判断基準を承認した人",
	by: "作業する人",
	where: "作業する場所(管理画面など)",
	takes: "所要時間",
	verify: "成功と判断する条件"
};
const restoreParts = {
	covers: "戻す対象",
	into: "戻す先(検証環境か本番か)",
	choose: "どの時点のバックアップを使うか",
	by: "作業する人",
	takes: "所要時間",
	verify: "成功と判断する条件",
	backups: "使うバックアップ"
};
const sections = {
	when: "いつ行うか(判断基準)",
	steps: "どうやって行うか(手順)",
	confirm: "成功したことの確かめ方"
};
const logs = {
	access: "アクセスログ",
	application: "アプリケーションログ",
	system: "システムログ"
};
const templates = {
	"first-report": "一次報告",
	"recovery-report": "復旧報告"
};
const fields = {
	symptom: "症状",
	impact: "影響",
	"provisional-measures": "暫定対応",
	"next-update": "次回更新の予定時刻",
	timeline: "時系列",
	cause: "原因",
	"what-was-done": "対応内容",
	prevention: "再発防止",
	"next-action": "次のアクション",
	"next-action-date": "次のアクションの期限"
};
const topics = {
	decision: "判断",
	operation: "作業",
	communication: "連絡",
	access: "権限",
	accountability: "説明責任"
};
const deliverables = {
	"first-report": "一次報告",
	"recovery-report": "復旧報告",
	"response-log": "対応の記録",
	"rollback-criteria": "切り戻しの判断基準"
};
const deliverableParts = {
	fills: "書く人",
	approves: "承認する人",
	sends: "送る人",
	"kept-in": "残す場所"
};
const troubles$1 = {
	missing: "その場所にファイルがありません",
	"not-a-file": "フォルダーなど、ファイルではないものがあります",
	"too-large": "大きすぎて読めません(上限は 1 MiB です)",
	"not-text": "文字として読めません(UTF-8 で保存されていません)",
	denied: "ファイルの読み取りが許可されていません",
	gone: "そのURLにページがありません(404 または 410)"
};
/** 穴が台帳でどうなっているか。 */
function holeSaid(hole) {
	if (hole === null) return "書かれていません";
	return hole.type === "unknown" ? "unknown(まだ分からない)と書かれています" : `無いと書かれています(理由: ${hole.reason})`;
}
/** 丸数字。 */
function itemNumber(item) {
	return "①②③④⑤⑥⑦⑧⑨⑩"[item - 1] ?? String(item);
}
/** 最後に確かめた日。 */
function lastDay(day, format) {
	return day === null ? "記録がありません" : `最後は ${format.day(day)}`;
}
const weekdays = [
	"月曜",
	"火曜",
	"水曜",
	"木曜",
	"金曜",
	"土曜",
	"日曜"
];
const shownWindows = 7;
const shownDays = 3;
function windowText({ days, first }) {
	if (isWholeWeek([first])) return "一週間を通して";
	const { from, to, isSameDay } = endsOf(first);
	if (days.length > 1) return `${days.length === 7 ? "毎日 " : `${weekdays[days[0]]}〜${weekdays[days.at(-1) % 7]}の `}${from.time} から${isSameDay ? " " : "翌日 "}${to.time} まで`;
	return `${weekdays[from.day]} ${from.time} から${isSameDay ? " " : `${weekdays[to.day]} `}${to.time} まで`;
}
/** 誰もいない時間: 毎週の時間帯と、祝日など。 */
function uncoveredText({ windows, days }, format) {
	const parts = [];
	if (windows.length > 0) {
		const daily = dailyWindows(windows);
		const rest = daily.length - shownWindows;
		const shown = daily.slice(0, shownWindows).map(windowText);
		parts.push(format.list(shown) + (rest > 0 ? `、ほか${rest}件` : ""));
	}
	if (days.length > 0) {
		const rest = days.length - shownDays;
		const shown = days.slice(0, shownDays).map((day) => format.day(day));
		parts.push(`祝日・休業日(${format.list(shown)}${rest > 0 ? `、ほか1年以内に${rest}日` : ""})`);
	}
	return parts.join("と、");
}

// src/messages/ja/checklist.ts
const stageNames = {
	provisional: "暫定復旧",
	full: "完全復旧",
	permanent: "恒久対応"
};
const evidenceName = (name) => name === "alerts" ? "アラート" : name === "changes" ? "変更履歴" : logs[name];
const ofCondition = (condition) => condition === null ? "緊急の条件" : `「${condition}」`;
const checklist = {
	"emergency/missing": {
		means: "何が起きたら緊急とするかが決まっていません。",
		why: "緊急かどうかをその場で議論することになり、連絡と復旧の開始が遅れます。",
		remedy: "「トップページが表示できない」のように、緊急とする状態を関係者で決めて、台帳の emergency に書いてください。",
		question: "どのような状態になったら「緊急」として動き始めますか。条件を一つ以上お知らせください。",
		say: ({ condition }) => condition === null ? "緊急の定義がありません" : `緊急の条件(${condition}番目)に、どういう状態かが書かれていません`
	},
	"emergency/not-agreed": {
		means: "緊急の定義に、合意した日または相手が書かれていません。",
		why: "合意のない定義では、夜間に連絡を受けた人が動くべきかどうかを判断できません。",
		remedy: "関係者に定義を見せて合意を取り、日付と相手を台帳に書いてください。",
		question: "緊急の定義は、いつ、どなたの間で合意したものですか。",
		say: ({ missing }) => `緊急の定義に、${missing.map((part) => part === "date" ? "合意した日" : "合意した相手").join("と")}がありません`
	},
	"emergency/no-call": {
		means: "緊急のときに、誰へどの順で連絡するかが書かれていません。",
		why: "気づいた人が連絡先を探すところから始めることになります。",
		remedy: "連絡する窓口を、連絡する順に書いてください。",
		question: "緊急のとき、どの窓口に、どの順で連絡すればよいですか。",
		say: ({ condition }) => `${ofCondition(condition)}のときの連絡先が決まっていません`
	},
	"emergency/no-first-instruction": {
		means: "緊急のときに、最初に何を優先するかが書かれていません。",
		why: "復旧を急ぐのか公開を止めるのかで、最初の一手が変わります。決まっていないと作業者は手を出せません。",
		remedy: "「暫定復旧を優先する」のように、最初の指示を一文で書いてください。",
		question: "緊急のとき、最初に出す指示は何ですか(例: 暫定復旧を優先する)。",
		say: ({ condition }) => `${ofCondition(condition)}のときの最初の指示が決まっていません`
	},
	"contact/route-missing": {
		means: "障害に気づいたとき、最初に誰へ連絡するかが決まっていません。",
		why: "連絡がつくまで、復旧は始まりません。",
		remedy: "最初に連絡する窓口と、つながらないときの次の連絡先を、順に書いてください。",
		question: "障害のとき最初に連絡する窓口と、つながらない場合の次の連絡先をお知らせください。",
		say: ({ stop }) => stop === null ? "一次連絡先が決まっていません" : `連絡する順の${stop}番目に、連絡できる相手がいません`
	},
	"contact/starts-at-person": {
		means: "最初の連絡先が、当番や代表の窓口ではありません。",
		why: "個人が最初だと、その人が寝ている、休んでいる、辞めているというだけで連絡が止まります。",
		remedy: "最初の連絡先を、当番や緊急受付などの窓口にしてください。窓口であれば、台帳に kind: desk と書いてください。",
		question: "最初の連絡先が個人になっています。当番や受付などの窓口はありますか。",
		say: ({ contact, kind }, format) => ({
			title: kind === "person" ? `最初の連絡先「${format.contact(contact)}」が個人です` : `最初の連絡先「${format.contact(contact)}」が、窓口か個人か分かりません`,
			expected: "窓口(desk)",
			observed: kind === "person" ? "個人(person)" : "書かれていません"
		})
	},
	"contact/single-channel": {
		means: "最初の連絡先に、連絡手段が二つありません。",
		why: "電話だけ、メールだけでは、その手段が使えないときに連絡が止まります。",
		remedy: "電話とメールのように、種類の違う手段を二つ以上書いてください。",
		question: "電話とメールなど、連絡手段を二つ以上お知らせください。",
		say: ({ contact, channels }, format) => ({
			title: channels === 0 ? `「${format.contact(contact)}」の連絡手段が書かれていません` : `「${format.contact(contact)}」の連絡手段が一つしかありません`,
			expected: "二つ以上の連絡手段",
			observed: channels === 0 ? void 0 : `${channels}つ`
		})
	},
	"contact/no-fallback": {
		means: "最初の連絡先につながらないときの、次の連絡先がありません。",
		why: "最初の窓口が出なければ、そこで連絡が終わります。",
		remedy: "次に連絡する相手を、別の窓口から決めて書いてください。",
		question: "最初の窓口につながらない場合、次はどちらに連絡すればよいですか。",
		say: ({ contact }, format) => ({
			title: `「${format.contact(contact)}」につながらないときの、次の連絡先がありません`,
			expected: "次の連絡先"
		})
	},
	"contact/no-wait": {
		means: "何分待ってつながらなければ次へ連絡するかが決まっていません。",
		why: "待つ時間が決まっていないと、折り返しを待ち続けて時間を失います。",
		remedy: "「10m」のように、次の連絡先に移るまで待つ時間を書いてください。",
		question: "何分つながらなければ、次の連絡先に移ってよいですか。",
		say: ({ contact, next }, format) => `「${format.contact(contact)}」から「${format.contact(next)}」に移るまで、どれだけ待つかが決まっていません`
	},
	"contact/nothing-to-tell": {
		means: "連絡するときに何を伝えるかが決まっていません。",
		why: "状況や影響が伝わらないと、受けた側は聞き返すことから始め、動き出しが遅れます。",
		remedy: "状況、影響、直近の変更など、連絡で伝えることを書いてください。",
		question: "第一報の連絡で、必ず伝えてほしい内容は何ですか(例: 状況、影響、直近の変更)。",
		say: () => "連絡するときに伝えることが決まっていません"
	},
	"contact/hours-uncovered": {
		means: "一次連絡先、または緊急のときに連絡する順に並んだ窓口の受付時間を合わせても、誰も出ない時間があります。",
		why: "その時間に起きた障害は、次に誰かが出るまで放置されます。",
		remedy: "空いている時間に出る窓口を、連絡する順に加えてください。置けない間は、誰も出ないことを関係者で承知しておいてください。",
		question: "夜間・休日も連絡がつく窓口はありますか。ない場合は、その時間帯の扱いをお知らせください。",
		say: ({ conditions, windows, days, withoutHours, said }, format) => ({
			title: `${conditions.length === 0 ? "連絡しても" : `${conditions.map(({ number, when }) => when === null ? `緊急の条件(${number}番目)` : `「${when}」`).join("")}のとき、連絡しても`}${isWholeWeek(windows) && withoutHours.length > 0 ? "誰かが出るか分かりません: 受付時間がどこにも書かれていません" : `誰も出ない時間があります: ${uncoveredText({
				windows,
				days
			}, format)}`}`,
			expected: "24時間365日、誰かにつながること",
			observed: [withoutHours.length > 0 ? `受付時間が書かれていない連絡先: ${format.list(withoutHours.map((id) => format.contact(id)))}` : null, said === null ? null : `台帳の説明: ${said}`].filter((part) => part !== null).join("。") || null
		})
	},
	"contact/unverified": {
		means: "実際につながることを、しばらく確かめていません。",
		why: "担当者の異動や番号の変更は、連絡してみるまで分かりません。障害の夜に初めて気づくことになります。",
		remedy: "実際に連絡してつながることを確かめ、verified の日付を書き直してください。",
		say: ({ contact, verified, within }, format) => ({
			title: `「${format.contact(contact)}」に今もつながるか、確かめてください(${lastDay(verified, format)})`,
			expected: `${format.duration(within)}以内に確認`,
			observed: verified === null ? "確認した日が書かれていません" : format.day(verified)
		})
	},
	"contact/channel-invalid": {
		means: "書かれている電話番号、メールアドレス、URLのどれかが、そのままでは使えない形をしています。",
		why: "連絡しようとした人が、最初の一手でつまずきます。",
		remedy: "正しい連絡先を確かめて、台帳を直してください。",
		say: ({ contact, channel }, format) => `「${format.contact(contact)}」の${{
			phone: "電話番号",
			email: "メールアドレス",
			url: "URL"
		}[channel]}が正しくありません`
	},
	"decision/missing": {
		means: "復旧のときに要る判断を、誰がするのかが決まっていません。",
		why: "作業者の準備ができていても、GOサインを出す人が決まらず、待ち時間が延びます。",
		remedy: "判断者を決めて、台帳の decisions に書いてください。",
		question: "次の判断をするのはどなたですか。",
		say: ({ decision }) => `${decisions[decision]}の判断者が決まっていません`
	},
	"decision/no-deputy": {
		means: "判断者が不在のときに、代わりに判断する人が決まっていません。",
		why: "判断者につながらない夜は、誰も決められません。",
		remedy: "判断者とは別の人を、副判断者として書いてください。",
		question: "判断者が不在のとき、代わりに判断するのはどなたですか。",
		say: ({ decision, decides }, format) => ({
			title: `${decisions[decision]}の副判断者が決まっていません`,
			expected: decides === null ? null : `「${format.contact(decides)}」とは別の人`
		})
	},
	"decision/same-person": {
		means: "判断者と副判断者が同じです。",
		why: "その人につながらなければ、代わりがいないのと同じです。",
		remedy: "副判断者を別の人にしてください。",
		question: "判断者と副判断者が同じ方になっています。副判断者を別の方にできますか。",
		say: ({ decision, decides }, format) => ({
			title: `${decisions[decision]}の判断者と副判断者が、どちらも「${format.contact(decides)}」です`,
			expected: "別の人",
			observed: format.contact(decides)
		})
	},
	"decision/no-unreachable-rule": {
		means: "判断者にも副判断者にもつながらないときに、どうするかが決まっていません。",
		why: "決まりがなければ、作業者は独断で動くか、待ち続けるしかありません。",
		remedy: "「20分つながらなければ副判断者、さらに10分で保守会社が判断する」のように書いてください。",
		question: "判断者にも副判断者にも連絡がつかないときは、どう進めてよいですか。",
		say: ({ decision }) => `${decisions[decision]}の判断者につながらないときの決まりがありません`
	},
	"decision/nothing-to-know": {
		means: "判断するために何を知る必要があるかが書かれていません。",
		why: "情報がそろわないまま判断を求めることになり、やり取りが増えて決定が遅れます。",
		remedy: "影響、所要時間など、判断に必要な情報を書いてください。",
		question: "判断のために必要な情報は何ですか(例: 影響、復旧の見込み)。",
		say: ({ decision }) => `${decisions[decision]}の判断に必要な情報が決まっていません`
	},
	"decision/unreachable-together": {
		means: "判断者と副判断者の両方につながらない時間があります。",
		why: "その時間に起きた障害では、判断できる人が誰もいません。",
		remedy: "受付時間の違う人を副判断者にするか、時間外の連絡方法を決めてください。",
		question: "判断者と副判断者のどちらにもつながらない時間帯があります。その時間はどなたが判断しますか。",
		say: ({ decision, decides, deputy, windows, days }, format) => ({
			title: `${decisions[decision]}の判断者にも副判断者にもつながらない時間があります: ${uncoveredText({
				windows,
				days
			}, format)}`,
			expected: "いつでも、どちらかにつながること",
			observed: format.list([format.contact(decides), format.contact(deputy)])
		})
	},
	"target/missing": {
		means: "報告と復旧の目標時間が決まっていません。",
		why: "いつまでに何が分かるかを示せないと、待つ側の不安が増え、問い合わせの対応に手を取られます。",
		remedy: "約束ではなく報告の節目として、目標時間を決めて書いてください。",
		question: "復旧の目標時間(約束ではなく、報告の節目です)の目安をお知らせください。",
		say: ({ target, contact }, format) => target === "hours-of" ? `目標時間を数える「${format.contact(contact ?? "")}」の受付時間が書かれていません` : `目標時間(${targets$1[target]})が決まっていません`
	},
	"target/out-of-order": {
		means: "目標時間の順序が合いません。一次報告、暫定復旧、完全復旧の順に長くなるはずです。",
		why: "節目として使えない目標では、報告の予定を立てられません。",
		remedy: "目標時間を見直して、一次報告 < 暫定復旧 < 完全復旧 の順にしてください。",
		question: "目標時間の前後が逆になっています。正しい時間をお知らせください。",
		say: ({ sooner, later, soonerIs, laterIs }, format) => ({
			title: `目標時間の順序が合いません(${targets$1[sooner]} ${format.duration(soonerIs)}、${targets$1[later]} ${format.duration(laterIs)})`,
			expected: `${targets$1[sooner]} < ${targets$1[later]}`,
			observed: `${format.duration(soonerIs)}、${format.duration(laterIs)}`
		})
	},
	"target/takes-too-long": {
		means: "切り戻し、復元、DNSの切り替えにかかる時間が、目標時間に収まりません。",
		why: "すぐに始めても間に合わない目標は、報告の節目になりません。",
		remedy: "手順を短くするか、目標時間を現実に合わせてください。",
		question: "作業の所要時間が目標時間を超えます。作業を短くできますか。目標を見直しますか。",
		say: ({ what, record, takes, known, on, target, within }, format) => {
			const name = what === "dns" ? `DNSの切り替え(${record})` : what === "rollback" ? "切り戻し" : "復元";
			const day = on === null ? "" : format.day(on);
			const source = {
				measured: `(${day} に実際に試したときの時間)`,
				estimated: `(${day} の机上演習での見積もり)`,
				written: ""
			}[known];
			return {
				title: `${name}に${format.duration(takes)}かかり、${targets$1[target]}の目標${format.duration(within)}に収まりません`,
				expected: `${format.duration(within)}以内`,
				observed: `${format.duration(takes)}${source}`
			};
		}
	},
	"target/waits-too-long": {
		means: "連絡先を順にたどる待ち時間の合計が、一次報告の目標時間を超えています。",
		why: "誰かにつながる前に、一次報告の予定時刻が過ぎてしまいます。",
		remedy: "待つ時間を短くするか、一次報告の目標時間を見直してください。",
		question: "連絡の待ち時間の合計が一次報告の目標を超えます。待ち時間と目標のどちらを見直しますか。",
		say: ({ waitsMs, within }, format) => ({
			title: `連絡の待ち時間が長すぎます(誰も出なければ${format.span(waitsMs)}、一次報告の目標は${format.duration(within)})`,
			expected: `${format.duration(within)}以内`,
			observed: format.span(waitsMs)
		})
	},
	"stage/missing": {
		means: "何がそろえば復旧とするか、恒久対応を誰がいつまでに行うかが決まっていません。",
		why: "「直った」の意味が人によって違うと、報告も解散の判断も食い違います。",
		remedy: "暫定復旧と完全復旧の確認先、恒久対応の担当と期限を、台帳の stages に書いてください。",
		question: "何がそろえば復旧したとみなすか、段階ごとにお知らせください。",
		say: ({ stage }) => stage === null ? "復旧の段階が決まっていません" : stage === "permanent" ? "恒久対応の担当と期限が決まっていません" : `何がそろえば${stageNames[stage]}とするかが決まっていません`
	},
	"rollback/missing": {
		means: "切り戻しについて、何も決まっていません。",
		why: "直すか戻すかの選択肢がなく、原因が分かるまでサイトは止まったままになります。",
		remedy: "いつ戻すか、誰がどこでどう戻すか、何分かかるかを決めて、台帳の rollback に書いてください。",
		question: "切り戻しはできますか。できない場合は、その理由をお知らせください。",
		say: () => "切り戻しの準備がありません"
	},
	"rollback/incomplete": {
		means: "切り戻しに必要なことの一部が決まっていません。",
		why: "決まっていない点で手が止まり、戻せるものも戻せません。",
		remedy: "足りない点を決めて、台帳の rollback に書いてください。",
		question: "切り戻しについて、次の点をお知らせください。",
		say: ({ part, stage }) => ({
			title: `切り戻しの「${rollbackParts[part]}」が決まっていません`,
			observed: stage === null ? void 0 : `「${stageNames[stage]}」を条件としていますが、その確認先が書かれていません`
		})
	},
	"restore/missing": {
		means: "復元について、何も決まっていません。",
		why: "バックアップがあっても、戻し方が決まっていなければ、その夜には使えません。",
		remedy: "何を、どこへ、どの時点から、誰が戻すかを決めて、台帳の restore に書いてください。",
		question: "バックアップからの復元はできますか。できない場合は、その理由をお知らせください。",
		say: () => "復元の準備がありません"
	},
	"restore/incomplete": {
		means: "復元に必要なことの一部が決まっていません。",
		why: "取得できているバックアップも、戻すところで止まります。",
		remedy: "足りない点を決めて、台帳の restore に書いてください。",
		question: "復元について、次の点をお知らせください。",
		say: ({ part, stage }) => ({
			title: `復元の「${restoreParts[part]}」が決まっていません`,
			observed: stage === null ? void 0 : `「${stageNames[stage]}」を条件としていますが、その確認先が書かれていません`
		})
	},
	"runbook/missing": {
		means: "手順書の場所が書かれていません。",
		why: "手順を知る人が不在なら、権限があっても作業できません。",
		remedy: "手順書を用意して、その場所を台帳に書いてください。",
		question: "手順書はありますか。ある場合は、保管場所をお知らせください。",
		say: ({ of }) => `${procedureName(of)}の手順書がありません`
	},
	"runbook/not-found": {
		means: "台帳に書かれた場所に、読める手順書がありません。",
		why: "障害の夜に開こうとして、初めて無いことに気づくことになります。",
		remedy: "手順書を置き直すか、台帳の場所を直してください。",
		say: ({ of, at, trouble }) => ({
			title: `${procedureName(of)}の手順書 ${at} を読めません`,
			expected: at,
			observed: troubles$1[trouble]
		})
	},
	"runbook/unreachable": {
		means: "手順書のあるページが、エラーを返しています。",
		why: "その夜も開けなければ、手順がないのと同じです。",
		remedy: "ページが開くかを確かめてください。続くようなら、手順書を別の場所にも置いてください。",
		say: ({ of, at, status }) => ({
			title: `${procedureName(of)}の手順書 ${at} を開けません`,
			expected: at,
			observed: `エラー(${status})`
		})
	},
	"runbook/empty": {
		means: "手順書のファイルはありますが、中身がありません。",
		why: "開いても何も書かれていない手順書は、時間を奪うだけです。",
		remedy: "手順を書いてください。",
		say: ({ of, at }) => ({
			title: `${procedureName(of)}の手順書 ${at} が空です`,
			expected: at,
			observed: "見出し以外に何も書かれていません"
		})
	},
	"runbook/section-missing": {
		means: "手順書に、必要なことの一部が書かれていません。",
		why: "判断基準がなければ始められず、確かめ方がなければ終われません。",
		remedy: "見出しを付けて、足りない内容を書いてください(例: 「いつ」「手順」「確認」)。別の言い方で書いてある場合は、その見出しに「<!-- recovery-ledger: when -->」(手順は steps、確認は confirm)と添えてください。",
		say: ({ of, at, sections: missing }, format) => ({
			title: `${procedureName(of)}の手順書 ${at} に、${format.list(missing.map((section) => sections[section]))}が見当たりません`,
			expected: format.list(missing.map((section) => sections[section]))
		})
	},
	"runbook/unrehearsed": {
		means: "手順を、しばらく試していません。机上演習で読み合わせたことも、試したことに数えます。",
		why: "試していない手順は、本番で初めて間違いが見つかります。所要時間もあてになりません。",
		remedy: "実際に試すか、机上演習で手順を読み合わせて、日付を書いてください。",
		say: ({ of, rehearsed, within }, format) => ({
			title: `${procedureName(of)}の手順を試してください(${lastDay(rehearsed, format)})`,
			expected: `${format.duration(within)}以内に確認`,
			observed: rehearsed === null ? "試した日が書かれていません" : format.day(rehearsed)
		})
	},
	"access/missing": {
		means: "復旧に必要な権限について、台帳に書かれていません。",
		why: "誰がどこから入れるのかを探すところから始めることになり、作業に取りかかれません。",
		remedy: "管理画面の場所、入れる人、アカウントの保管場所を書いてください。使っていないCDNなどは、理由とともに none と書いてください。",
		question: "どの管理画面から操作しますか。画面のURLをお知らせください。",
		say: ({ access, part }) => part === "entry" ? `${accessName(access)}の権限が書かれていません` : `${accessName(access)}の管理画面の場所が書かれていません`
	},
	"access/cannot": {
		means: "復旧に必要な操作ができると、台帳に書かれていません。",
		why: "管理画面に入れても、必要な操作ができなければ復旧は進みません。",
		remedy: "その操作ができる権限を用意し、台帳の can に書いてください。",
		question: "管理画面で、どこまでの操作ができますか(再起動、設定の変更、復元など)。",
		say: ({ access, lacks, any }, format) => {
			const needed = format.list(lacks.map((ability) => abilities[ability]));
			return {
				title: `${accessName(access)}で必要な操作ができると書かれていません: ${needed}${any ? "のどれか" : ""}`,
				expected: `${needed}${any ? "のどれか" : ""}`
			};
		}
	},
	"access/single-holder": {
		means: "入れる人が二人いない、または全員が同じ会社に属しています。",
		why: "その人、その会社につながらない夜は、誰も入れません。",
		remedy: "別の会社の窓口を含めて、二人以上が入れるようにしてください。契約などで一社に限る場合は、理由を one-party に書いてください。",
		question: "入れる方(窓口)を二つ以上お知らせください。一社だけの場合は、別の会社の方も入れるようにできますか。",
		say: ({ access, holders, party }, format) => ({
			title: holders.length === 0 ? `${accessName(access)}の管理画面に入れる人が書かれていません` : party === null ? `${accessName(access)}の管理画面に入れるのが「${format.contact(holders[0])}」だけです` : `${accessName(access)}の管理画面に入れるのが「${format.party(party)}」の人だけです`,
			expected: party === null ? "二人(二つの窓口)以上" : "別の会社の人、または一社に限る理由",
			observed: holders.length === 0 ? void 0 : format.list(holders.map((id) => format.contact(id)))
		})
	},
	"access/no-login": {
		means: "アカウントの保管場所が書かれていません。",
		why: "入れるはずの人も、アカウントが見つからなければ入れません。",
		remedy: "パスワードは書かず、保管している場所(金庫やパスワード管理ツールの名前)を書いてください。",
		question: "アカウントの保管場所はどこですか。パスワードそのものは書かず、場所だけをお知らせください。",
		say: ({ access }) => `${accessName(access)}のアカウントの保管場所が書かれていません`
	},
	"access/no-mfa": {
		means: "多要素認証を使っていない、または書かれていません。",
		why: "パスワードだけの管理画面は乗っ取られやすく、復旧の最中に締め出されるおそれがあります。",
		remedy: "多要素認証を設定し、方法と持っている人を書いてください。",
		question: "多要素認証の方法と、認証に必要な端末などをお持ちの方をお知らせください。",
		say: ({ access }) => ({
			title: `${accessName(access)}の多要素認証がありません`,
			expected: "多要素認証の方法"
		})
	},
	"access/mfa-single-holder": {
		means: "多要素認証の確認手段を持つ人が、二人いません。",
		why: "パスワードを知っていても、認証コードを受け取れる人がいなければ入れません。",
		remedy: "二人以上が認証できるようにし、持っている人を書いてください。",
		question: "多要素認証を通せる方がお一人だけです。もうお一人増やせますか。",
		say: ({ access, heldBy }, format) => ({
			title: heldBy.length === 0 ? `${accessName(access)}の多要素認証を誰が持っているか、書かれていません` : `${accessName(access)}の多要素認証を持つのが「${format.contact(heldBy[0])}」だけです`,
			expected: "二人以上",
			observed: heldBy.length === 0 ? void 0 : format.list(heldBy.map((id) => format.contact(id)))
		})
	},
	"access/no-emergency": {
		means: "担当者が不在のときの入り方が書かれていません。",
		why: "担当者につながらない夜に、権限を渡す方法がありません。",
		remedy: "緊急時の入り方(どこに保管し、誰が開けられるか)を決めて書いてください。",
		question: "担当の方が不在の緊急時は、どのように入りますか。",
		say: ({ access }) => `${accessName(access)}に、緊急時の入り方がありません`
	},
	"access/doer-cannot-enter": {
		means: "作業することになっている人が、入れる人に含まれていません。",
		why: "手順どおりに始めても、作業する人が管理画面に入れず止まります。",
		remedy: "その人に権限を渡すか、作業する人を入れる人に変えてください。",
		question: "作業を担当する方が、必要な画面に入れません。権限を付けられますか。",
		say: ({ access, task, doer }, format) => ({
			title: `${procedureName(task)}を行う「${format.contact(doer)}」が、${accessName(access)}の管理画面に入れることになっていません`,
			expected: `「${format.contact(doer)}」が入れること`
		})
	},
	"access/unverified": {
		means: "実際に入れることを、しばらく確かめていません。",
		why: "契約や担当の変更でアカウントが使えなくなっていても、入ろうとするまで分かりません。",
		remedy: "入れる人がそれぞれ管理画面に入ってみて、verified の日付を書き直してください。",
		say: ({ access, verified, within }, format) => ({
			title: `${accessName(access)}の管理画面に今も入れるか、確かめてください(${lastDay(verified, format)})`,
			expected: `${format.duration(within)}以内に確認`,
			observed: verified === null ? "確認した日が書かれていません" : format.day(verified)
		})
	},
	"evidence/missing": {
		means: "原因を調べるための記録がどこにあるかが書かれていません。",
		why: "原因が分からないままでは、戻しても同じ障害が繰り返されます。",
		remedy: "記録の場所を書いてください。共用サーバーで見られないログは、理由とともに none と書いてください。",
		question: "原因調査に使う記録はどこにあり、どなたが見られますか(受け取りますか)。",
		say: ({ evidence }) => `${evidenceName(evidence)}の場所が書かれていません`
	},
	"evidence/no-viewer": {
		means: "記録を誰が見られるか、アラートが誰に届くかが書かれていません。",
		why: "場所が分かっても、見られる人がその夜にいなければ調べられません。",
		remedy: "見られる人、届く相手を書いてください。",
		question: "記録を見られる方、または通知を受け取る方はどなたですか。",
		say: ({ evidence }) => evidence === "alerts" ? "アラートが誰に届くか、書かれていません" : `${evidenceName(evidence)}を見られる人が書かれていません`
	},
	"template/missing": {
		means: "報告のテンプレートがありません。",
		why: "文面を考えるところから始めると、最初の報告が遅れ、書くべきことも漏れます。",
		remedy: "テンプレートを用意して、その場所を台帳に書いてください。",
		question: "報告の書式(テンプレート)はありますか。ある場合はファイルをいただけますでしょうか。",
		say: ({ template }) => `${templates[template]}のテンプレートがありません`
	},
	"template/not-found": {
		means: "台帳に書かれた場所に、読めるテンプレートがありません。",
		why: "報告を書こうとした人が、探すところで時間を失います。",
		remedy: "テンプレートを置き直すか、台帳の場所を直してください。",
		say: ({ template, at, trouble }) => ({
			title: `${templates[template]}のテンプレート ${at} を読めません`,
			expected: at,
			observed: troubles$1[trouble]
		})
	},
	"template/field-missing": {
		means: "テンプレートに、必要な欄の一部がありません。",
		why: "欄がなければ書き忘れます。影響や次回更新の時刻がない報告には、問い合わせが集まります。",
		remedy: "足りない欄を、見出しか「症状:」のような形で加えてください。",
		say: ({ template, at, fields: missing }, format) => ({
			title: `${templates[template]}のテンプレートに欄がありません: ${format.list(missing.map((field) => fields[field]))}`,
			expected: format.list(missing.map((field) => fields[field])),
			observed: at,
			remedy: `足りない欄を、見出しか「症状:」のような形で加えてください。別の言い方で書いてある場合は、その欄に「<!-- recovery-ledger: ${missing.join(", ")} -->」と添えてください。`
		})
	},
	"responsibility/missing": {
		means: "誰が何を受け持つか(責任分界)が書かれていません。",
		why: "相手がやると思い合ううちに、誰も動かない時間ができます。",
		remedy: "判断、作業、連絡、権限、説明責任について、受け持つ当事者を書いてください。当事者が1者だけなら、parties にその1者を書けば足ります。",
		question: "障害対応で、次を受け持つのはどちらの会社ですか。",
		say: ({ topic, part }) => topic === null ? "責任分界が書かれていません" : {
			party: `${topics[topic]}を誰が受け持つか、書かれていません`,
			emergency: "緊急時に権限を渡す当事者が書かれていません",
			source: "説明のもとになる情報を誰が出すか、書かれていません",
			approval: "説明を誰が承認するか、書かれていません"
		}[part]
	},
	"responsibility/no-stand-in": {
		means: "受け持つ当事者が動けないときに、代わる当事者がいません。",
		why: "その会社につながらない夜は、その役割が空きます。",
		remedy: "代替となる別の当事者を決めて書いてください。",
		question: "担当の会社が動けないとき、代わりはどちらの会社ですか。",
		say: ({ topic, party }, format) => ({
			title: `${topics[topic]}の代替がいません`,
			expected: party === null ? null : `「${format.party(party)}」とは別の当事者`
		})
	},
	"responsibility/one-party": {
		means: "判断から説明責任まで、すべてを同じ当事者が受け持つことになっています。",
		why: "その当事者が動けないと全体が止まり、確かめる相手もいません。",
		remedy: "判断や承認など、別の当事者が持つべき役割を分けてください。",
		question: "すべての受け持ちが一社に集まっています。一部を他社が受け持てますか。",
		say: ({ party }, format) => ({
			title: `責任分界のすべてが「${format.party(party)}」に集まっています`,
			expected: "二者以上で分担",
			observed: format.party(party)
		})
	},
	"responsibility/deliverable-missing": {
		means: "報告や記録を、誰が書き、承認し、送り、どこに残すかが書かれていません。",
		why: "文面ができても承認や送付で止まり、報告が遅れます。",
		remedy: "担当と保管場所を決めて、台帳の deliverables に書いてください。",
		question: "報告や記録を、どなたが書き、承認し、送りますか。記録はどこに残しますか。",
		say: ({ deliverable, missing }, format) => `${deliverables[deliverable]}を${format.list(missing.map((part) => deliverableParts[part]))}が決まっていません`
	},
	"responsibility/escalation-missing": {
		means: "見込みが立たないときに、いつ、誰へ話を上げるかが決まっていません。",
		why: "現場だけで抱え込み、経営や広報が知るのが遅れます。",
		remedy: "「30分で暫定復旧の見込みがないとき、広報部長へ」のように書いてください。",
		question: "どのような場合に、どなたへ判断を上げますか。",
		say: ({ missing }) => `見込みが立たないときに、${missing.map((part) => part === "when" ? "いつ" : "誰に").join("、")}判断を仰ぐかが書かれていません`
	},
	"exercise/overdue": {
		means: "机上演習を、しばらく行っていません。",
		why: "台帳は読み合わせて初めて、抜けや思い違いが見つかります。",
		remedy: "関係者で手順を読み合わせ、所要時間を見積もって、exercises に一行書いてください。",
		say: ({ last, within }, format) => ({
			title: `机上演習を行ってください(${lastDay(last, format)})`,
			expected: `${format.duration(within)}に1回`,
			observed: last === null ? "記録がありません" : format.day(last)
		})
	},
	"incident/unreviewed": {
		means: "過去の障害について、見直しが終わっていません。",
		why: "どこで止まったかを残さないと、次も同じところで止まります。",
		remedy: "どの項目で復旧が止まったか(止まらなければ [])、再発をどう防ぐか、いつまでに行うかを書いてください。",
		say: ({ date, what, missing }, format) => ({
			title: `障害「${what}」(${format.day(date)})の見直しが終わっていません`,
			expected: format.list(missing.map((part) => ({
				"stopped-at": "止まった項目",
				prevention: "再発防止策",
				until: "再発防止策の期限"
			})[part])),
			observed: "書かれていません"
		})
	},
	"incident/prevention-overdue": {
		means: "再発防止策の期限が過ぎています。",
		why: "手を打つまでは、同じ障害がいつ起きてもおかしくありません。",
		remedy: "終わっていれば done に日付を書き、まだであれば、担当と相談して期限を決め直してください。",
		say: ({ what, prevention, until }, format) => ({
			title: `「${what}」の再発防止策が、期限を過ぎています`,
			expected: `${prevention}(${format.day(until)}まで)`,
			observed: "終わった日が書かれていません"
		})
	},
	"plan/overdue": {
		means: "穴を埋める予定の日を過ぎても、まだ埋まっていません。",
		why: "穴が残ったまま障害が起きれば、そこで復旧が止まります。",
		remedy: "穴を埋めるか、担当と期限を決め直してください。",
		say: ({ item, by, until }, format) => ({
			title: `項目${itemNumber(item)}の穴が、予定の日を過ぎても埋まっていません`,
			expected: `${format.day(until)}まで${by === null ? "" : `(${format.party(by)})`}`,
			observed: "埋まっていません"
		})
	}
};

// src/messages/ja/command.ts
const command = {
	help: {
		program: "recovery-ledger は、サイトの運用台帳を現実と合った状態に保ちます。",
		usage: "使い方",
		command: "コマンド",
		commands: "コマンド",
		option: "オプション",
		options: "オプション",
		looking: "確認のしかた",
		environment: "環境変数",
		examples: "例",
		exitStatus: "終了コード",
		repeatable: "繰り返し指定できます。",
		standard: (value) => `省略時は ${value}。`,
		more: "コマンドごとのオプションと例は `recovery-ledger コマンド --help` で見られます。"
	},
	unknownCommand: (command, nearest, known) => `${command} というコマンドはありません。${nearest === null ? `使えるのは ${known.join("、")} です。` : `${nearest} のことでしょうか。`}`,
	unknownShell: (name, nearest, known) => `${name} 用の補完はありません。${nearest === null ? `使えるのは ${known.join("、")} です。` : `${nearest} のことでしょうか。`}`,
	unknownOption: ({ command, option, nearest, elsewhere }) => [
		`${command ?? "recovery-ledger"} に ${option} というオプションはありません。`,
		...nearest === null ? [] : [`${nearest} のことでしょうか。`],
		...elsewhere.length === 0 ? [] : [`${elsewhere.join("、")} のオプションです。`]
	].join(""),
	optionNeedsValue: (option) => `${option} には値が必要です。`,
	optionTakesNoValue: (option) => `${option} に値は付けられません。`,
	operandMissing: (synopsis) => `指定が足りません: ${synopsis}`,
	operandLeft: (command, operand) => `${command} への指定が多すぎます: 「${operand}」`,
	seeHelp: (command) => `使い方は recovery-ledger ${command === null ? "" : `${command} `}--help で確認できます。`,
	inputProblem({ input, code, value, expected }) {
		const given = value === null || value === "" ? "" : `(指定された値: ${value})`;
		switch (code) {
			case "one-of": return `${input}: ${expected.join("、")} のいずれかを指定してください${given}。`;
			case "duration": return `${input}: 30s、5m、2h のような期間を指定してください${given}。`;
			case "moment": return `${input}: 2026-11-23T00:00:00Z のような ISO 形式の日時を指定してください${given}。`;
			case "moment-or-duration": return `${input}: 2026-12-01 のような日付か、"1 month" のような期間を指定してください${given}。`;
			case "boolean": return `${input}: true か false を指定してください${given}。`;
			case "connect-to": return `${input}: 「ホスト:ポート=アドレス:ポート」の行で指定してください。ホストとポートには * も使えます${given}。`;
			case "root-hints": return `${input}: 「名前=アドレス:ポート」の行で指定してください${given}。`;
			case "resolver": return `${input}: 「アドレス:ポート」か https の URL を指定してください${given}。`;
			case "credentials": return `${input}: 「ホスト ヘッダー: 値」か「ホスト プロバイダー」の行で指定してください(${value ?? ""}。値は表示しません)。`;
			case "credentials-host-alone": return `${input}: ホスト名だけの行では、何も許可されません(${value ?? ""})。認証情報を送ってよいプロバイダーを続けて書いてください(例: store.example.jp s3)。ヘッダーは「ホスト ヘッダー: 値」と書きます。`;
			case "assignees": return `${input}: ログイン名、または「関係者=ログイン名」で指定してください${given}。`;
			case "shard": return `${input}: 何番目/全体の数(例: 2/5)の形で指定してください${given}。`;
			case "web-address": return `${input}: http か https のアドレスを指定してください(値は表示しません)。`;
			case "unreadable": return `${input}: ファイルを読めません${given}。`;
		}
	},
	ledgerMissing: (path, where) => `台帳 ${path} が見つかりません(探した場所: ${where})。recovery-ledger init https://www.example.co.jp/ --output ${path} で、サイトを外から見た下書きを作れます。別の名前の場合は、そのパスを指定してください。`,
	ledgerIsFolder: (path) => `${path} はフォルダーです。${path.replace(/\/$/, "")}/ledger.yml のように台帳のファイルを指定するか、${path.replace(/\/$/, "")}/*.yml のように指定してください。`,
	ledgerNoMatch: (pattern, where) => `${pattern} に当てはまるファイルがありません(探した場所: ${where})。`,
	ledgerOutside: (path) => `${path} は作業ツリーの外にあるため、読みません。`,
	ledgerUnreadable: (path) => `${path} を読む権限がありません。ファイルの権限を確かめてください。`,
	unknownRule: (rule, nearest) => `${rule} というルールはありません。${nearest === null ? "" : `${nearest} のことでしょうか。`}`,
	cannotWrite: (path, reason) => `${path} に書き込めませんでした(${reason})。書きかけのファイルは残していません。`,
	cannotPrint: (reason) => `結果を標準出力に書き込めませんでした(${reason})。`,
	internalError: (reference, ledger) => `${ledger === void 0 ? "" : `${ledger}: `}recovery-ledger 自体に問題が起きました(${reference})。確認できたものはそのまま報告します。お手数ですが、この行を添えてお知らせください。`,
	unanswering: (report) => `recovery-ledger 自体の処理が止まったままになったため、実行を打ち切りました。${report === null ? "" : `それまでに確認できた内容は ${report} にあります。`}お手数ですが、この行を添えてお知らせください。`,
	stopped: "点検の途中で止められました。何も公開していません。",
	progress: (done) => `点検中: ${done}`,
	failedOn: (count, kinds) => `${kinds.join("、")} の指摘が ${count} 件あるため、このステップを失敗とします。`,
	failedOnScore: (before, after) => `そろっている項目が10項目中${before}項目から${after}項目に減るため、このステップは失敗です。`,
	ledgerTwice: (path) => `別々の作業ツリーに、${path} という台帳が2つあります。1つ目だけを読みました。もう1つは、分けて実行してください。`,
	noFileToWrite: "標準入力の台帳には、書き込み先のファイルがありません。変更の内容を見るには --dry-run を付けてください。",
	baseNeedsOneLedger: "--base は1つの台帳を1つのファイルと比べます。台帳を1つだけ指定してください。",
	boundedByEvent: (event) => `${event} イベントでは台帳そのものだけを読みます。外部の確認、認証情報の読み取り、issue の更新は行っていません。`,
	notPublished: (reason) => `公開できませんでした: ${reason}`,
	issueAt: (url) => `issue: ${url}`,
	emptyShard: (shard) => `このジョブが受け持つ台帳はありません(shard ${shard})。`,
	heartbeatSent: "ハートビートを送りました。",
	heartbeatFailed: (reason) => `ハートビートを送れませんでした(${reason})。`
};

// src/messages/ja/dates.ts
const dates = {
	"certificate-ends": ({ host }) => `${host} の証明書の有効期限`,
	"certificate-renewal-due": ({ host }) => `${host} の証明書が自動更新される時期`,
	"certificate-deadline": ({ host }) => `${host} の証明書の更新に着手する期限`,
	"domain-ends": ({ domain }) => `ドメイン ${domain} の有効期限`,
	"domain-deadline": ({ domain }) => `ドメイン ${domain} の更新に着手する期限`,
	"signature-ends": ({ zone }) => `${zone} の署名(DNSSEC)の有効期限`,
	"backup-expires": ({ id }) => `バックアップ ${id}: いまある正常なもののうち、最後の1つの保存期限`,
	"backup-confirmation": ({ id }) => `バックアップ ${id} を人の目で確認`,
	"contact-verification": ({ name }) => `${name}につながることの確認`,
	"access-verification": ({ id }) => `${accessName(id)}の管理画面に入れることの確認`,
	review: () => "台帳全体の見直し",
	rehearsal: ({ of }) => of === "rollback" ? "切り戻しの確認" : "復元の確認",
	exercise: () => "机上演習",
	plan: ({ item, party }, format) => `項目${"①②③④⑤⑥⑦⑧⑨⑩"[item - 1]}の穴を埋める${party === null ? "" : `(${format.party(party)})`}`,
	prevention: ({ incident }) => `「${incident}」の再発防止策の期限`,
	"exception-ends": ({ rule, subject }) => `例外 ${rule}(${subject})の期限`,
	"schedule-stops": () => "リポジトリの更新がなければ、GitHub がこの点検を止める日",
	"next-check": () => "次回の点検"
};

// src/messages/ja/dns.ts
/** DNS の値をそのまま並べる。 */
const written = (values) => values.length === 0 ? "レコードなし" : values.join("、");
/** 別名をたどった先の値。 */
const reached = (values, aliases) => aliases.length === 0 ? written(values) : `${written(values)}(${aliases.join(" → ")} を経由)`;
/** ワイルドカードが代わりに回答している場合、足りないのは名前自身のレコード。 */
const byWildcard = (wildcard, seen, aliases) => wildcard === null ? {} : {
	observed: `${reached(seen, aliases)}(ワイルドカード ${wildcard} の回答)`,
	remedy: `この名前自身のレコードはなく、登録のない名前すべてに回答するワイルドカード ${wildcard} が代わりに回答しています。誤って削除したのであれば戻してください。廃止した名前であれば、ワイルドカードがまだ必要かを確かめてください。`
};
/** 各サーバーが持つゾーンのシリアル番号。 */
const serialWords = (serials) => serials.length === 0 ? "" : `(シリアル ${serials.join("、")})`;
const lookAgain = (at, moment) => at === null ? {} : { remedy: `DNS の管理画面でレコードを戻すか、台帳を直してください。追加した直後であれば、「存在しない」という応答が ${moment(at)} まで残ることがあるため、その後にもう一度確かめてください。` };
/** 台数。1台が複数のアドレスで並ぶことがある。 */
const countServers = (lame) => new Set(lame.map((each) => each.server)).size;
const troubles = {
	lame: "このドメインを受け持っていません",
	refused: "回答を拒否します(REFUSED)",
	servfail: "障害を返します(SERVFAIL)",
	malformed: "応答を解釈できません",
	timeout: "応答がありません",
	"no-name": "サーバー名からアドレスを引けません"
};
const tags = (keys) => `鍵番号(キータグ)${keys.join("、")}`;
/** DS の「番号 方式 ダイジェストの種類」を言葉にする。 */
const digestWords = (text) => {
	const [tag, algorithm, digest] = text.split(" ");
	return `鍵番号 ${tag}、方式 ${algorithm}、ダイジェスト ${digest}`;
};
/** レコードの署名を、鍵の番号とともに呼ぶ。 */
const signatureOf = (name, type, keyTag) => `${name} の ${type} の署名(鍵番号 ${keyTag})`;
/** 一部のネームサーバーだけで起きている場合の、その名前。 */
const where = (servers) => servers === null ? "" : `${servers.join("、")}: `;
/** リゾルバーが理由として返す拡張エラーコード(RFC 8914 4章)。 */
const extendedErrors = {
	1: "対応していない署名方式",
	2: "対応していない DS のダイジェスト",
	3: "古い回答",
	4: "意図的に差し替えた回答",
	5: "署名の正否を判定できない",
	6: "署名が無効(bogus)",
	7: "署名の期限切れ",
	8: "署名の有効期間前",
	9: "DS に合う鍵がない",
	10: "署名がない",
	11: "署名に使える鍵がない",
	12: "名前が存在しないことの証明(NSEC)がない",
	13: "記憶している障害",
	14: "リゾルバーの準備中",
	15: "ブロック対象の名前",
	16: "検閲対象の名前",
	17: "フィルター対象の名前",
	18: "拒否",
	19: "古い「存在しない」という回答",
	20: "ドメインを受け持たないネームサーバー",
	21: "対応していない問い合わせ",
	22: "応答するネームサーバーがない",
	23: "通信の障害",
	24: "不正なデータ",
	27: "NSEC3 の繰り返し回数の超過"
};
const reasons$1 = (codes) => codes.length === 0 ? "" : `: ${codes.map((code) => `${extendedErrors[code] ?? "エラー"}(EDE ${code})`).join("、")}`;
/** 同じことをリゾルバーがどう見ているか。 */
const refused = (refusal) => refusal === null ? "" : ` / ${refusal.resolver}: SERVFAIL。署名を確かめないよう求めると回答します${reasons$1(refusal.errors)}`;
const dns = {
	"dns/no-such-name": {
		means: "台帳にある名前が DNS に存在しません。ドメインを受け持つネームサーバー自身の回答です。",
		why: "名前が存在しなければ、サーバーが動いていても誰もたどり着けません。復旧では、サーバーを見る前にここを戻す必要があります。",
		remedy: "誰が削除したかを確かめ、DNS の管理画面で戻してください。意図した廃止であれば、台帳から外してください。",
		say: ({ name, type, expected, lookAgainAt }, { moment }) => ({
			title: `${name} が DNS に存在しません`,
			expected: `${type} ${written(expected)}`,
			observed: "名前が存在しません(NXDOMAIN)",
			...lookAgain(lookAgainAt, moment)
		})
	},
	"dns/record-missing": {
		means: "名前は DNS にありますが、台帳にあるレコードがありません。",
		why: "このレコードに頼るもの(サイトの表示、メール、証明書の発行など)は、サーバーが正常でも使えません。",
		remedy: "誰が削除したかを確かめ、DNS の管理画面で戻してください。意図した廃止であれば、台帳を直してください。",
		say: ({ name, type, expected, aliases, lookAgainAt }, { moment }) => ({
			title: `${name} の ${type} レコードがなくなっています`,
			expected: `${type} ${written(expected)}`,
			observed: reached([], aliases),
			...lookAgain(lookAgainAt, moment)
		})
	},
	"dns/record-differs": {
		means: "DNS の値が台帳と違います。",
		why: "訪問者が取り決めと違う場所へ案内されているか、台帳が古くなっています。古い台帳のままでは、夜間の対応者が違うサーバーを見に行くことになります。",
		remedy: "誰が変更したかを確かめてください。意図した変更であれば台帳を新しい値に直し、そうでなければ DNS を元に戻してください。",
		say: ({ name, type, expected, seen, aliases, wildcard }) => ({
			title: `${name} の ${type} レコードが台帳と違います`,
			expected: written(expected),
			observed: reached(seen, aliases),
			...byWildcard(wildcard, seen, aliases)
		})
	},
	"dns/record-unexpected": {
		means: "DNS に、台帳にないレコードがあります。",
		why: "訪問者の一部が、誰も把握していない場所へ案内されます。切り戻しや切り替えのときにも、そこだけ取り残されます。",
		remedy: "誰が追加したかを確かめてください。必要なものであれば台帳に加え、不要であれば DNS の管理画面で削除してください。",
		say: ({ name, type, expected, seen, aliases, wildcard }) => ({
			title: `${name} に、台帳にない ${type} レコードがあります`,
			expected: written(expected),
			observed: reached(seen, aliases),
			...byWildcard(wildcard, seen, aliases)
		})
	},
	"dns/answers-disagree": {
		means: "ドメインを受け持つネームサーバーの回答がそろっていません。",
		why: "どの回答が届くかは訪問者ごとに変わるため、見える人と見えない人が出ます。緊急時に切り替えても、一部の人にしか効きません。",
		remedy: "DNS の管理者に、更新が届いていないネームサーバーを調べ、同じ内容にそろえるよう依頼してください。",
		say: ({ name, type, groups }) => ({
			title: `${name} の ${type} レコードについて、ネームサーバーの回答がそろっていません`,
			expected: "すべてのネームサーバーが同じ回答をすること",
			observed: groups.map(({ servers, values, trouble, serials }) => `${servers.join("、")}${serialWords(serials)}: ${trouble === null ? written(values) : troubles[trouble] ?? trouble}`).join(" / ")
		})
	},
	"dns/dangling-alias": {
		means: "別名(CNAME)の参照先が、どこにもつながっていません。",
		why: "この名前では何も表示されません。解約したサービスを指したままの場合は、第三者にその参照先を取得されるおそれもあります。",
		remedy: "参照先を現在のサービスに直すか、不要なレコードを削除してください。",
		say: ({ name, target, because }) => ({
			title: because === "loop" ? `${name} の別名が堂々巡りになっています` : because === "dead" ? `${name} の参照先 ${target} のドメインには、回答するネームサーバーがありません` : `${name} の参照先 ${target} は、もう存在しません`,
			expected: "別名の参照先が存在すること",
			observed: {
				loop: `${target} で CNAME が循環`,
				dead: `${target} のドメインについて回答するネームサーバーがありません`,
				"no-name": `${target} が存在しません(NXDOMAIN)`
			}[because]
		})
	},
	"dns/nameserver-unresolvable": {
		means: "ドメインに登録されたネームサーバーの名前から、アドレスを引けません。",
		why: "名前を引く問い合わせの一部が行き場を失います。その名前を第三者が取得すると、ドメイン全体を操作されるおそれがあります。",
		remedy: "ドメインの管理会社の画面で、ネームサーバーの欄に打ち間違いがないかを確かめ、直すか外してください。",
		say: ({ zone, server }) => ({
			title: `${zone} のネームサーバー ${server} が見つかりません`,
			expected: "ネームサーバーの名前からアドレスを引けること",
			observed: `${server} のアドレスを引けません`
		})
	},
	"dns/nameserver-is-alias": {
		means: "ドメインに登録されたネームサーバーの名前が、別名(CNAME)になっています。DNS では認められていない設定です。",
		why: "標準(RFC 2181 §10.3)どおりに動く DNS サーバーは、このネームサーバーに問い合わせません。サイトやメールに届かない人が出ます。",
		remedy: "ドメインの管理会社とゾーンの両方で、ネームサーバーをアドレスのある名前に直すか、別名をやめてアドレス(A、AAAA)を登録するよう DNS の運用者に依頼してください。",
		say: ({ zone, server, target }) => ({
			title: `${zone} のネームサーバー ${server} の名前が、別名になっています`,
			expected: "ネームサーバーの名前に、アドレスが直接登録されていること",
			observed: `${server} CNAME ${target}`
		})
	},
	"dns/ttl-too-long": {
		means: "DNS の値が覚えられている時間(TTL)が、切り替えにかけてよい時間より長くなっています。",
		why: "緊急時に別のサーバーへ切り替えても、この時間が過ぎるまで、訪問者は元のサーバーへ案内され続けます。",
		remedy: "平常時のうちに、DNS の管理画面で TTL を短くしてください。短くした値が効くのは、いまの TTL が過ぎてからです。",
		say: ({ name, type, ttlSeconds, limitMs, basis }, { span }) => ({
			title: `${name} を切り替えても、全員に行き渡るまで最長 ${span(ttlSeconds * 1e3)} かかります`,
			expected: basis === "ledger" ? `${span(limitMs)}以内` : `${span(limitMs)}以内(暫定復旧の目標)`,
			observed: `${type} の TTL: ${ttlSeconds}秒`
		})
	},
	"dns/delegation-differs": {
		means: "ドメインの登録先が案内しているネームサーバーが、台帳と違います。",
		why: "ネームサーバーを握る人が、サイトとメールの行き先を決めます。心当たりのない変更は乗っ取りのおそれがあり、意図した変更でも、台帳の DNS の権限は役に立たなくなっています。",
		remedy: "ドメインの管理会社で誰がネームサーバーを変更したかを、すぐに確かめてください。意図した変更であれば、新しい DNS の権限も含めて台帳を直してください。",
		say: ({ zone, expected, seen }) => ({
			title: `${zone} のネームサーバーが台帳と違います`,
			expected: written(expected),
			observed: written(seen)
		})
	},
	"dns/delegation-mismatch": {
		means: "ドメインの管理会社に登録されたネームサーバーと、ドメイン自身が名乗るネームサーバーが一致していません。",
		why: "二つの一覧が同時に使われている状態です。緊急時に DNS を変更しても、一部の訪問者にしか届かない、あるいはまったく届かないことがあります。",
		remedy: "ドメインの管理会社の設定と、DNS の管理画面の NS レコードを同じ内容にそろえてください。移転作業が途中で止まっている場合に起こります。",
		say: ({ zone, parent, own }) => ({
			title: `${zone} のネームサーバーの登録が食い違っています`,
			expected: "登録先とドメイン自身で、ネームサーバーが同じであること",
			observed: `登録先: ${written(parent)} / ドメイン自身: ${written(own)}`
		})
	},
	"dns/lame-nameserver": {
		means: "ドメインに登録されたネームサーバーが、そのドメインについて回答しません。",
		why: "名前を引くのに時間がかかったり、失敗したりします。残りのネームサーバーも止まると、サイトもメールもまとめて使えなくなります。",
		remedy: "DNS の管理者に、このネームサーバーでドメインを設定するよう依頼するか、ドメインの管理会社の登録から外してください。",
		say: ({ zone, lame, total, someServe }) => ({
			title: someServe ? `${zone} のネームサーバー ${total} 台中 ${countServers(lame)} 台が、正しく回答しません` : `${zone} について回答するネームサーバーがありません`,
			expected: "すべてのネームサーバーがドメインについて回答すること",
			observed: lame.map(({ server, address, outcome }) => `${server}${address === null ? "" : `(${address})`}: ${troubles[outcome] ?? outcome}`).join(" / ")
		})
	},
	"dns/caa-forbids-issuer": {
		means: "証明書を発行してよい認証局を決める CAA レコードに、台帳にある認証局が含まれていません。",
		why: "いまの証明書は使えますが、次の更新が失敗します。夜間に手動で更新しようとしても発行されません。",
		remedy: "CAA レコードに認証局を加えるか、台帳の認証局を直してください。",
		say: ({ names, issuers, at, records }, format) => ({
			title: `${at} の CAA レコードでは、${format.list(issuers)} が ${format.list(names)} の証明書を更新できません`,
			expected: format.list(issuers),
			observed: records.join("、")
		})
	},
	"dns/dnssec-differs": {
		means: "ドメインの署名(DNSSEC)の有無が、台帳と違います。",
		why: "署名されたドメインでは、DNS を変更するときに鍵の設定も必要です。知らずに作業すると、直すつもりの変更でサイトが見えなくなります。",
		remedy: "ドメインの管理会社で誰が変更したかを確かめ、設定か台帳を直してください。",
		say: ({ zone, expected }) => ({
			title: expected === "signed" ? `${zone} は、台帳では署名(DNSSEC)ありですが、署名されていません` : `${zone} は、台帳では署名(DNSSEC)なしですが、署名されています`,
			expected: expected === "signed" ? "署名あり" : "署名なし",
			observed: expected === "signed" ? "親の側に DS レコードがありません" : "親の側に DS レコードがあります"
		})
	},
	"dns/ds-mismatch": {
		means: "ドメインの登録先にある鍵の情報(DS レコード)と、ネームサーバーの鍵が合っていません。このため署名(DNSSEC)がすべて無効とみなされます。",
		why: "署名を確かめる通信事業者や公開 DNS、証明書の認証局からは、ドメインが偽物に見えます。サーバーが正常でも、サイトが表示されず、メールも届かず、証明書の更新も失敗します。",
		remedy: "ドメインの管理会社の画面で、DS レコードを削除するか、DNS の事業者が示す現在の値に直してください。直しても、古い情報が最長で1日ほど残ります。多くは、DNS の移転の際に以前の DS レコードが残ったものです。",
		say: ({ zone, parent, keys, because, servers, refusal }) => ({
			title: `${zone} の登録先にある鍵の情報(DS)が、実際の鍵と合っていません`,
			expected: `登録先の DS レコードが示す鍵(${parent.map(digestWords).join("、")})`,
			observed: `${where(servers)}${because === "no-keys" ? "鍵(DNSKEY)がありません" : because === "other-digest" ? `番号は同じでも、DS レコードとは別の鍵です(${tags(keys)})` : `${tags(keys)} の鍵しかありません`}${refused(refusal)}`
		})
	},
	"dns/signature-invalid": {
		means: "ドメインの署名(DNSSEC)が有効ではありません。",
		why: "署名を確かめる通信事業者や公開 DNS、証明書の認証局からは、ドメインが偽物に見えます。サーバーが正常でも、サイトが表示されず、メールも届かず、証明書の更新も失敗します。",
		remedy: "DNS の事業者に、署名をやり直し、更新が止まった原因を調べるよう依頼してください。時間がかかる場合は、ドメインの管理会社で DS レコードを削除すると、署名なしのドメインとして使えるようになります(行き渡るまで最長で1日ほど)。",
		say: ({ zone, name, type, because, keyTag, from, until, servers, refusal }, { moment }) => {
			const observed = {
				expired: () => `${signatureOf(name, type, keyTag)}は ${moment(until)} に期限が切れました`,
				ends: () => `${signatureOf(name, type, keyTag)}は ${moment(until)} に切れますが、更新されていません`,
				"not-yet-valid": () => `${signatureOf(name, type, keyTag)}は ${moment(from)} からのものです`,
				wrong: () => `${signatureOf(name, type, keyTag)}が、レコードの内容と合いません`,
				"no-key": () => `${signatureOf(name, type, keyTag)}は、このドメインの鍵で作られていません`,
				missing: () => `${name} の ${type} に署名がありません`
			}[because]();
			return {
				title: {
					expired: `${zone} の署名(DNSSEC)の期限が切れています`,
					ends: `${zone} の署名(DNSSEC)が、数時間のうちに切れます`,
					"not-yet-valid": `${zone} の署名(DNSSEC)が、まだ有効になっていません`,
					wrong: `${zone} の署名(DNSSEC)が正しくありません`,
					"no-key": `${zone} の署名(DNSSEC)が、別の鍵で作られています`,
					missing: `${zone} に、署名(DNSSEC)のないレコードがあります`
				}[because],
				expected: `${name} の ${type} に有効な署名があること`,
				observed: where(servers) + observed + refused(refusal)
			};
		}
	},
	"dns/resolver-disagrees": {
		means: "ネームサーバーは台帳どおりに回答していますが、多くの利用者が使う DNS サーバー(リゾルバー)の回答が違います。",
		why: "このリゾルバーを使う利用者は、取り決めと違う場所へ案内されるか、サイトにたどり着けません。DNS の管理画面では正しく見えるため、復旧の場面で原因探しに時間を取られます。",
		remedy: "数日以内に DNS を変更した場合は、以前の TTL が過ぎてからもう一度確かめてください。心当たりがなければ、リゾルバーの管理者と DNS の事業者に、違う回答がどこから来ているかを問い合わせてください。",
		say: ({ name, type, resolver, because, expected, seen, aliases, errors }) => ({
			title: because === "signature" ? `利用者側の DNS サーバーが、${name} を偽物とみなしています(DNSSEC)` : `利用者側の DNS サーバーが、${name} の ${type} レコードを違う内容で回答しています`,
			expected: because === "signature" ? `${name} の ${type} に回答すること` : written(expected),
			observed: because === "signature" ? `${resolver}: SERVFAIL。署名を確かめないよう求めると回答します${reasons$1(errors)}` : `${resolver}: ${reached(seen, aliases)}${reasons$1(errors)}`
		})
	},
	"dns/signature-expires": {
		means: "ドメインの署名(DNSSEC)の期限が迫っています。数か月分をまとめて作られた署名か、自動で更新されるはずの時期を過ぎた署名です。",
		why: "期限を過ぎると、署名を確かめる利用者からはサイトもメールも使えなくなります。何も変更していないのに、ある日突然起こります。",
		remedy: "期限までに署名をやり直し、自動で更新されるようにできないかを DNS の事業者に確かめてください。",
		say: ({ zone, name, type, keyTag, until }, { moment }) => ({
			title: `${zone} の署名(DNSSEC)が ${moment(until)} に切れます`,
			expected: "署名が更新されていること",
			observed: `${signatureOf(name, type, keyTag)}の期限: ${moment(until)}`
		})
	}
};

// src/messages/ja/domain.ts
const everythingGone = "サイト、メール、このドメインを使うすべての名前が同時に使えなくなり、サーバー側の作業では直りません。削除されたドメインは、第三者に取得されるおそれがあります。";
const askRegistrar = "ドメインの管理会社の管理画面(台帳の「入口」のドメインの欄)で求められている手続きを確かめ、分からなければ電話で問い合わせてください。";
const holders = {
	registrar: "管理会社が利用を停止しています",
	registry: "登録機関が利用を停止しています",
	"no-name-servers": "ネームサーバーが登録されていません"
};
const holdRemedies = {
	registrar: `${askRegistrar}料金の未払い、登録したメールアドレスの確認もれがよくある原因です。`,
	registry: "停止の理由(紛争、命令など)を管理会社に確かめ、解除を依頼してください。登録機関とのやり取りは管理会社を通じて行います。",
	"no-name-servers": "管理会社の管理画面でネームサーバーを登録し直し、誰が外したのかを確かめてください。"
};
const phases = {
	redemption: "削除されました(まだ取り戻せます)",
	restoring: "削除され、取り戻しの手続き中です",
	deleting: "まもなく完全に削除されます",
	suspended: "廃止されました(短い期間であれば取り戻せます)"
};
const sources = {
	registry: "登録機関の情報",
	registrar: "管理会社の情報",
	ledger: "台帳の記載"
};
const inferred = "(更新の方法が台帳にありません。`renewal` を書いてください)";
const orNothing$1 = (words) => words.length === 0 ? "状態の記載なし" : words.join("、");
const domain = {
	"domain/expired": {
		means: "ドメインの有効期限が切れています。",
		why: everythingGone,
		remedy: `すぐに更新してください。${askRegistrar}`,
		say: ({ domain, expires, source }, format) => ({
			title: `ドメイン ${domain} の有効期限が ${format.day(expires)} に切れています`,
			expected: "有効な登録",
			observed: `有効期限 ${format.moment(expires)}(${sources[source]})`
		})
	},
	"domain/on-hold": {
		means: "ドメインは登録されていますが、利用が停止されているか、案内先がありません。",
		why: everythingGone,
		remedy: askRegistrar,
		say: ({ domain, by, statuses }) => ({
			title: `ドメイン ${domain} が使えない状態です(${holders[by]})`,
			expected: "利用できる状態",
			observed: orNothing$1(statuses),
			remedy: holdRemedies[by]
		})
	},
	"domain/pending-delete": {
		means: "ドメインが登録機関で削除されたか、まもなく削除されます。",
		why: everythingGone,
		remedy: "今日のうちに、管理会社に復旧(登録回復)を依頼してください。受け付けられる期間は短く、通常の更新より費用がかかります。",
		say: ({ domain, phase, restoreBy, statuses }, format) => ({
			title: `ドメイン ${domain} は${phases[phase]}`,
			expected: "登録されている状態",
			observed: restoreBy === null ? orNothing$1(statuses) : `${orNothing$1(statuses)}。登録機関の規則では、取り戻せるのは遅くとも ${format.day(restoreBy)} まで`,
			...phase === "deleting" ? { remedy: "もう取り戻せません。空き次第登録し直せるように管理会社に依頼し、このドメインに頼っている関係者に知らせてください。" } : {}
		})
	},
	"domain/to-be-suspended": {
		means: ".jp ドメインの廃止が申請されています。月末までは使えますが、その後は使えなくなります。",
		why: `今日は正常に見えます。${everythingGone}`,
		remedy: "すぐに管理会社に電話し、廃止の申請を取り下げてもらってください。料金の未払いや、ほかの契約と一緒に解約したことがよくある原因です。",
		say: ({ domain, ends, state }, format) => ({
			title: ends === null ? `ドメイン ${domain} が廃止予定になっています` : `ドメイン ${domain} が廃止予定になっており、${format.day(ends)} を過ぎると使えなくなります`,
			expected: "Active または Connected",
			observed: state
		})
	},
	"domain/not-registered": {
		means: "登録機関に、このドメインの登録がありません。",
		why: everythingGone,
		remedy: "空いているうちに、すぐに登録し直してください。台帳に www. などの付いたホスト名を書いている場合は、登録したドメインそのものに直してください。",
		say: ({ domain, server }) => ({
			title: `ドメイン ${domain} が登録されていません`,
			expected: "登録されている状態",
			observed: `${server} に登録がありません`
		})
	},
	"domain/expires-soon": {
		means: "ドメインの有効期限が近づいています。更新するか、自動更新されることを確かめる時期です。",
		why: "期限が切れると、サイトとメールが同時に使えなくなります。カードの有効期限切れや、退職した人に届く請求書がよくある原因です。",
		remedy: `ここに示した日までに更新するか、更新されることを確かめてください。${askRegistrar}`,
		say: (data, format) => {
			const { domain, expires, renewBy, renewal, stage, source, evidence, isInferred, isJp } = data;
			const end = format.day(expires);
			const observed = `有効期限 ${format.moment(expires)}(${sources[source]}${evidence === null ? "" : `: ${evidence}`})`;
			if (renewal === "automatic") return {
				title: stage === "ahead" ? `ドメイン ${domain} の有効期限は ${end} です(自動更新の予定)` : `ドメイン ${domain} がまだ自動更新されていません(有効期限 ${end})`,
				expected: "自動更新",
				observed,
				remedy: stage === "ahead" ? "管理会社に登録した支払い方法が有効なことを確かめてください。ほかの対応は不要です。" : `更新される予定か、支払いが済んでいるかを管理会社で確かめてください。${askRegistrar}`
			};
			const by = renewBy === null ? end : format.day(renewBy);
			return {
				title: stage === "past" ? `ドメイン ${domain} の有効期限(${end})まで、更新に必要な日数が残っていません` : `ドメイン ${domain} を ${by} までに更新してください`,
				expected: `${by} までに更新${isInferred ? inferred : ""}`,
				observed,
				...isJp ? { remedy: "管理会社で更新してください。管理会社の締め切りは、登録機関の有効期限より早くなります。登録機関の表示が新しい期限に変わるのは、いまの期限を過ぎてからです。それまでは、管理会社の画面で確かめた期限と確かめた方法を、台帳の `expires` と `evidence` に書いてください。" } : {},
				...source === "ledger" ? { remedy: "更新するか、更新済みであることを確かめ、新しい期限と確かめた方法を台帳に書いてください。" } : {}
			};
		}
	},
	"domain/registrar-differs": {
		means: "ドメインの管理会社が、台帳と違います。",
		why: "更新の担当や、ネームサーバーを変更する場所が、台帳のとおりではなくなっています。誰も移していないのであれば、ドメインを奪われたおそれがあります。",
		remedy: "誰が移したかを確かめてください。意図した移管であれば、台帳の管理会社、管理画面、入れる人を直してください。そうでなければ、新旧両方の管理会社にすぐに連絡してください。",
		say: ({ domain, expected, registrar }) => ({
			title: `ドメイン ${domain} の管理会社が台帳と違います`,
			expected,
			observed: registrar
		})
	},
	"domain/renewed-unconfirmed": {
		means: "有効期限が、登録機関によって1年延びています。料金の支払いにかかわらず延びるもので、管理会社は後から取り消せます。",
		why: "新しい期限が表示されるため、更新が済んだように見えます。料金が未払いであれば、数週間のうちに、誰も気づかないままドメインが削除されます。",
		remedy: "更新の料金を支払い済みであることを、管理会社で確かめてください。",
		say: ({ domain, expires, registrarExpires, until }, format) => ({
			title: `ドメイン ${domain} の更新が支払い済みか、まだ分かりません`,
			expected: "管理会社で確かめた更新",
			observed: [
				expires === null ? "登録機関が期限を延長" : `登録機関が期限を ${format.day(expires)} まで延長`,
				...registrarExpires === null ? [] : [`管理会社の期限は ${format.day(registrarExpires)}`],
				...until === null ? [] : [`${format.day(until)} までは取り消されることがある`]
			].join("、")
		})
	},
	"domain/transfer-unlocked": {
		means: "ドメインを別の管理会社へ移すことを防ぐロックが、かかっていません。",
		why: "管理会社のアカウントやメールに入られると、ドメインを持ち去られ、サイトもメールも失います。",
		remedy: "管理会社の管理画面で、移管ロックをかけてください。意図した移管の途中であれば、終わってからかけてください。",
		say: ({ domain, isTransferring, isJp, seen }) => ({
			title: isTransferring ? `ドメイン ${domain} を別の管理会社へ移す手続きが進んでいます` : `ドメイン ${domain} に移管ロックがかかっていません`,
			expected: isJp ? "指定事業者変更ロック(AgentChangeLocked)" : "移管ロック(client transfer prohibited)",
			observed: seen.length === 0 ? "ロックなし" : seen.join("、"),
			...isTransferring ? { remedy: "誰が申請したかを確かめてください。心当たりがなければ、いまの管理会社にすぐに連絡し、移管を拒否してもらってください。" } : {}
		})
	},
	"domain/expiry-not-published": {
		means: "登録機関が有効期限を公開していないため、代わりに台帳の日付を使っています。",
		why: "この日付の正しさは台帳しだいです。間違っていても、誰にも知らされません。",
		remedy: "管理会社の管理画面で有効期限をときどき確かめ、確かめた方法とともに台帳の `expires` と `evidence` に書いてください。",
		say: ({ domain, expires, evidence, reason }, format) => ({
			title: reason === "no-server" ? `ドメイン ${domain} の登録機関に問い合わせる方法がないため、台帳の日付を使っています` : `ドメイン ${domain} の有効期限は、登録機関では公開されていません`,
			observed: expires === null ? "台帳にも日付がない" : `${format.day(expires)}(台帳の記載${evidence === null ? "" : `: ${evidence}`})`
		})
	}
};

// src/messages/ja/fleet.ts
const states = {
	invalid: {
		mark: "🔴",
		word: "台帳を読めません"
	},
	drift: {
		mark: "🔴",
		word: "差異あり"
	},
	"not-checked": {
		mark: "⚪",
		word: "点検されていません"
	},
	late: {
		mark: "⚪",
		word: "点検が止まっています"
	},
	incomplete: {
		mark: "🟡",
		word: "未確認あり"
	},
	match: {
		mark: "🟢",
		word: "一致"
	}
};
const fleet = {
	states,
	headline: (total, counts) => `サイト${total}件: ${counts}。`,
	counted: (state, count) => `${states[state].word} ${count}件`,
	critical: (sites) => `緊急の対応が必要なサイトは${sites}件です。`,
	site: "サイト",
	state: "状態",
	score: "そろっている項目",
	scored: (met, band) => `${met}/10(${band})`,
	toDo: "対応が必要なこと",
	toDoCount: (count, critical) => `${count}件${critical === 0 ? "" : `(緊急 ${critical}件)`}`,
	next: "次の日付",
	checked: "点検した日",
	stopped: (day) => `${day}に予定されていた点検が行われていません`,
	issue: "issue",
	mergedAt: (moment) => `${moment} の時点でまとめたものです。`,
	more: (count) => `ほかに${count}件あります。すべては、merge --format json の出力で見られます。`,
	unread: (files) => `読めなかった report.json: ${files}`,
	noReports: (pattern) => `${pattern} に report.json がありません。`,
	notReadable: (file, problem) => {
		switch (problem.type) {
			case "no-json": return `${file}: JSON として読めません。書きかけか、別のファイルです。`;
			case "version": return `${file}: 新しい版(${problem.version})の report.json です。recovery-ledger を更新してください。`;
			case "no-report": return `${file}: recovery-ledger の report.json ではありません${problem.at === "" ? "" : `(${problem.at} が違います)`}。`;
		}
	},
	nothing: "まとめる report.json がありません。recovery-ledger merge reports/ のように、ファイルかフォルダーを指定してください。"
};

// src/messages/ja/handover.ts
const days = {
	Mon: "月",
	Tue: "火",
	Wed: "水",
	Thu: "木",
	Fri: "金",
	Sat: "土",
	Sun: "日"
};
const handover = {
	title: (site) => `運用台帳(引き継ぎ): ${site}`,
	confidential: "関係者限り。連絡先と、ログイン情報の保管場所を含みます。",
	url: "サイト",
	checkedAt: "点検した日時",
	nextCheck: "次回の点検",
	toDo: "引き継ぐ前に対応すること",
	nothingToDo: "引き継ぐ前に対応することは、見つかっていません。",
	unseen: "確認できませんでした",
	what: "内容",
	who: "担当",
	until: "期限",
	notWritten: "未記入",
	none: "なし",
	unknown: "まだ分からない",
	verified: "最後に確かめた日",
	items: "復旧に必要な10項目",
	emergency: {
		when: "緊急とする条件",
		call: "連絡する順",
		first: "最初の指示",
		agreed: (day, by) => `合意: ${day}(${by})`
	},
	route: {
		order: "順",
		wait: "つながらないときに待つ時間",
		tell: "伝えること"
	},
	contacts: {
		name: "名前",
		hours: "つながる時間",
		channels: "連絡手段",
		always: "24時間365日",
		window: (written) => written.replace(/Mon|Tue|Wed|Thu|Fri|Sat|Sun/g, (day) => days[day])
	},
	decisions: {
		what: "何を",
		decides: "判断者",
		deputy: "副判断者",
		unreachable: "つながらないとき",
		needs: "判断に必要な情報",
		names: decisions
	},
	targets: targets$1,
	stages: {
		provisional: "暫定復旧(主要導線が戻る)",
		full: "完全復旧(平常の運用に戻る)",
		permanent: "恒久対応(別のタスク)",
		permanentBy: (who, within) => within === null ? who : `${who}(${within}以内)`,
		tolerates: "暫定復旧で許容する不具合",
		also: {
			performance: "表示の速さ",
			monitoring: "監視",
			backups: "バックアップ"
		}
	},
	procedure: {
		what: "戻すもの",
		when: "切り戻す基準",
		approvedBy: "基準を承認した人",
		by: "作業する人",
		where: "作業する場所",
		takes: "所要時間",
		runbook: "手順書",
		verify: "成功の判定",
		rehearsed: "最後に試した日",
		covers: "復元の対象",
		into: "復元先",
		choose: "選ぶバックアップ",
		backups: "使うバックアップ",
		intos: {
			"staging-first": "検証環境で確かめてから本番へ",
			production: "本番へ直接"
		}
	},
	access: {
		name: "対象",
		console: "管理画面",
		holders: "入れる人",
		login: "アカウントの保管場所",
		mfa: "多要素認証と、持っている人",
		emergency: "緊急時の入り方",
		accessName,
		methods: {
			totp: "ワンタイムコード(TOTP)",
			"security-key": "セキュリティキー",
			passkey: "パスキー",
			app: "認証アプリ",
			sms: "SMS",
			sso: "シングルサインオン",
			none: "なし"
		},
		abilities
	},
	evidence: {
		where: "場所",
		viewers: "見られる人",
		alerts: "アラート",
		changes: "変更履歴",
		changesInLedger: "この台帳",
		logs
	},
	templates,
	responsibility: {
		heading: "責任分界",
		topic: "受け持ち",
		party: "担当",
		standIn: "代替",
		besides: "そのほかの取り決め",
		escalate: (when, to) => `${when} → ${to}に判断を仰ぐ`,
		emergency: (who) => `緊急時に権限を渡す: ${who}`,
		source: (who) => `情報の出所: ${who}`,
		approvedBy: (who) => `承認: ${who}`,
		topics,
		deliverable: "成果物",
		fills: "書く",
		approves: "承認する",
		sends: "送る",
		keptIn: "残す場所",
		undecided: "未定",
		oneParty: (party) => `五つの受け持ちが、すべて${party}に集まっています。`,
		deliverables
	},
	incident: {
		thread: "障害の情報を集める場所",
		inGitHub: "このリポジトリの issue",
		keptBy: "まとめる人"
	},
	reality: {
		heading: "現実と突き合わせた結果",
		subject: "台帳に書いてあること",
		state: "結果",
		holds: "台帳のとおりです",
		seenAt: "応答したところ"
	},
	dates: "これからの期限",
	changes: "最近の変更",
	signatures: {
		heading: "引き継ぎの確認",
		from: "引き渡す人",
		to: "引き受ける人",
		day: "日付"
	}
};

// src/messages/ja/probe.ts
/** 確認できなかった理由。「確認できませんでした(…)」の括弧の中に入る。 */
const failures = {
	timeout: "時間内に応答がありません",
	"no-answer": "接続はできましたが、時間内に応答がありません",
	refused: "接続を拒否されました",
	reset: "接続が途中で切れました",
	"no-route": "この環境からは経路がありません",
	"name-not-found": "DNS にその名前がありません",
	"no-server": "問い合わせ先のサーバーが分かりません",
	"name-unresolvable": "名前を引けませんでした",
	blocked: "接続が許可されていないアドレスです",
	"tls-failed": "暗号化接続を確立できませんでした",
	"response-unexpected": "応答を解釈できませんでした",
	"too-large": "応答が大きすぎます",
	unauthorized: "アクセスを拒否されました",
	"no-permission": "トークンに、確認するための権限がありません",
	"clock-differs": "点検を実行するマシンの時計が大きくずれているため、アクセスを拒否されました",
	"not-found": "指定された対象が見つからないか、この認証情報では見えません",
	"server-error": "相手側のサーバーがエラーを返しました",
	"rate-limited": "相手から、時間をおくように求められました",
	"credentials-missing": "認証情報が設定されていません",
	"host-not-named": "入力 `credentials` にこのホストとプロバイダーの行がないため、何も送っていません",
	"not-said": "確認先が台帳に書かれていません",
	"listing-incomplete": "一覧が長く、最後まで読めませんでした",
	"listing-not-available": "この契約では、バックアップの一覧を読めません",
	"maybe-cached": "キャッシュが古い内容を返した可能性があります",
	"wrong-region": "台帳の region と違う地域にあります",
	"last-good-not-said": "最後に成功した日時が分かりません",
	"state-unknown": "最新のものが、このツールでは判断できない状態になっています",
	"private-network": "社内や VPN などの閉じたネットワークの中にあります",
	"built-by-scripts": "文言をブラウザー側のプログラムが組み立てていて、点検では実行していません",
	"behind-proxy": "この環境から外へ出られるのはプロキシーだけで、プロキシー越しには見えません",
	"proxy-refused": "外へ出るためのプロキシーが、接続を開きませんでした",
	"proxy-unresolved": "この環境から外へ出られるのはプロキシーだけで、名前を引けません。`resolver` に https のアドレスを指定すると、プロキシー越しに引けます",
	challenged: "自動アクセスを防ぐ仕組みが、代わりに応答しました",
	"no-ipv4": "この環境では IPv4 を使えません",
	"no-ipv6": "この環境では IPv6 を使えません",
	"port-25": "この環境からは 25 番ポートに接続できません",
	"local-fault": "点検を実行しているマシンの側の原因で、接続できませんでした",
	deadline: "点検の制限時間に達しました",
	crashed: "点検プログラムの側の不具合で、見ることができませんでした",
	"nothing-answered": "どこからも応答がなく、点検する側の問題とも考えられます"
};
const reasons = {
	"no-ipv4": "この環境では IPv4 を使えません",
	"no-ipv6": "この環境では IPv6 を使えません",
	"port-25": "この環境からは 25 番ポートに接続できません",
	"no-permission": "トークンに、確認するための権限がありません",
	"behind-proxy": "この環境から外へ出られるのはプロキシーだけで、プロキシー越しには見えません",
	"dns-blocked": "この環境からは DNS サーバーに直接問い合わせられません",
	"private-network": "社内や VPN の中からだけ開ける場所にあり、この点検からは届きません",
	"size-not-said": "保存先からは、中身の大きさが分かりません",
	"number-not-said": "保存先からは、最新の1つしか分かりません",
	"age-not-said": "何日おきに取るかが台帳に書かれていません",
	"in-no-series": "どの種類のバックアップにも当てはまらないファイルがあります",
	"not-built": "この版では、台帳のこの部分をまだ確認しません"
};
const parts = {
	mail: "メールの設定 ",
	domains: "ドメインの登録 ",
	backups: "バックアップ ",
	account: "GitHub アカウント ",
	schedule: "定期実行が止められる時期 "
};
const named$2 = (what, part) => `${part === void 0 ? "" : parts[part]}${what}`;
/** 点検を実行しているマシンに必要な対処。システムのエラーコードごと。 */
function localRemedy(code) {
	switch (code) {
		case "EMFILE":
		case "ENFILE": return "サイトの良し悪しを示すものではありません。点検を実行しているマシンで、同時に開けるファイルの数が足りなくなりました。上限(`ulimit -n`)を引き上げるか、一度に点検する台帳を減らして、もう一度実行してください。";
		case "EACCES":
		case "EPERM": return "サイトの良し悪しを示すものではありません。点検を実行しているマシン、またはその先のファイアウォールが、接続を止めています。通すように設定して、もう一度実行してください。";
		default: return "サイトの良し悪しを示すものではありません。点検を実行しているマシンで、メモリーまたは通信用のポートが足りなくなりました。増やすか、一度に点検する台帳を減らして、もう一度実行してください。";
	}
}
const probe = {
	"probe/failed": {
		means: "今回は確認できませんでした。サイトの良し悪しを示すものではありません。",
		why: "いまも台帳のとおりかどうか、誰にも分かりません。見直すまでは、復旧の前提にできません。",
		remedy: "もう一度点検を実行してください。続けて確認できないときは、人の目で確かめたうえで、点検を妨げているものを調べてください。",
		say: ({ what, part, code, detail }) => ({
			title: `${named$2(what, part)} を確認できませんでした(${failures[code]})`,
			observed: detail === null ? failures[code] : `${failures[code]}(${detail})`,
			...code === "challenged" ? { remedy: "人の目で開いて確かめてください。次の点検でも同じ結果になります。この点検(`user-agent`)を通すように設定するか、設定できない相手なら、理由と見直す日を添えて、例外(exceptions)として書いてください。" } : {},
			...code === "built-by-scripts" ? { remedy: "ページを開いて確かめてください。次回からは、ページのタイトルやデータに含まれる文言か、JSONを返すURL(`expect.json`)を確認先にしてください。" } : {},
			...code === "clock-differs" ? { remedy: "サイトの異常でも、認証情報の誤りでもありません。点検を実行するマシンの時計を(NTP などで)合わせて、もう一度点検してください。" } : {},
			...code === "local-fault" ? { remedy: localRemedy(detail) } : {},
			...code === "crashed" ? { remedy: "サイトの良し悪しは、ここからは分かりません。実行ログにある不具合の行を添えて報告し、直るまでは人の目で確かめてください。" } : {}
		})
	},
	"probe/blocked": {
		means: "公開されていないアドレスだったため、接続せず、確認もしていません。",
		why: "台帳はプルリクエストで書き換えられるため、点検が社内のアドレスへ誘導されないようにしています。その先は確認できていません。",
		remedy: "アドレスが正しく、点検から接続してよい場合は、そのネットワークの中で `allow-private: true` を付けて実行してください。誤りであれば台帳を直してください。",
		say: ({ what, part, address }) => ({
			title: `${named$2(what, part)} を確認していません(${address} は公開されていないアドレスです)`,
			expected: "公開されているアドレス",
			observed: address
		})
	},
	"probe/credentials-missing": {
		means: "確認に必要な認証情報が設定されていません。",
		why: "誰も見ていないものは、いつのまにか台帳と違っているかもしれません。",
		remedy: "ここに挙げた認証情報を点検に渡してください。読み取りの権限だけで足ります。",
		say: ({ what, part, needed, provider }) => provider !== void 0 ? {
			title: `${named$2(what, part)} を確認していません(${needed} へ送ってよいと指定されていません)`,
			expected: `入力 credentials に「${needed} ${provider}」の行があること`,
			remedy: `台帳にある ${needed} は、知られている保存先ではないため、認証情報を送っていません。送ってよい場合は、入力 \`credentials\` に \`${needed} ${provider}\` の行を加えてください。心当たりがない場合は、台帳を変更した人に確かめてください。`
		} : needed.startsWith("permissions: ") ? {
			title: `${named$2(what, part)} を確認できませんでした(このジョブは、自分の身元を証明できません)`,
			expected: needed,
			remedy: "ワークフローのジョブの `permissions` に `id-token: write` を加えてください。GitHub Actions 以外ではロールを引き受けられないため、認証情報を環境変数で渡してください。"
		} : needed.startsWith("role: ") ? {
			title: `${named$2(what, part)} を確認できませんでした(台帳の role が Google の形式ではありません)`,
			expected: needed,
			remedy: `台帳に \`${needed}\` の形で書いてください。サービスアカウントの権限を使う場合は、続けて \` as \` とそのアドレスを書きます。`
		} : {
			title: `${named$2(what, part)} を確認できませんでした(${waysOf(needed)} が設定されていません)`,
			expected: waysOf(needed),
			remedy: `${waysOf(needed)} を、リポジトリのシークレットまたは環境変数として点検に渡してください。読み取りの権限だけで足ります。`
		}
	},
	"probe/access-denied": {
		means: "認証情報が受け付けられませんでした。",
		why: "誰も見ていないものは、いつのまにか台帳と違っているかもしれません。同じ認証情報は、復旧のときにも使えないおそれがあります。",
		remedy: "認証情報が有効か、読み取る権限があるかを確かめてください。",
		say: ({ what, part, detail, permission }) => ({
			title: `${named$2(what, part)} を確認できませんでした(アクセスを拒否されました)`,
			expected: permission?.ja ?? null,
			observed: detail,
			...permission == null ? {} : { remedy: `認証情報がいまも有効かを確かめ、有効であれば権限を見直してください。必要なもの: ${permission.ja}。` }
		})
	},
	"probe/not-testable": {
		means: "この環境からは、どのような状態であっても確認できないものです。",
		why: "点検では見えないため、人の目で確かめる必要があります。",
		remedy: "定期的に人の目で確かめるか、確認できる環境から点検を実行してください。",
		say: ({ what, reason, part, names }) => ({
			title: reason === "in-no-series" ? `${named$2(what, part)} の場所に、${reasons[reason]}(確認していません)` : `${named$2(what, part)} は確認していません(${reasons[reason]})`,
			...names === void 0 ? {} : { observed: listed(names) },
			...reason === "in-no-series" ? { remedy: "何のファイルかを確かめてください。定期的に取るバックアップであれば、その名前の形を台帳の `series` に書いてください。そうでなければ別の場所に移すか、数えるものだけを `pattern` に書いてください。" } : {},
			...reason === "age-not-said" ? { remedy: "バックアップを取る間隔を、台帳に `every: 24h` のように書いてください。書くまでは、止まっても知らせることができません。" } : {}
		})
	}
};
/** 名前はこの数まで。 */
const mostNames = 8;
function listed(names) {
	const more = names.length - mostNames;
	return `${names.slice(0, mostNames).join("、")}${more > 0 ? `、ほか${more}件` : ""}`;
}
/** 認証情報の渡し方。確認先は `A / B + C` と書きます。 */
function waysOf(needed) {
	return needed.replaceAll(" + ", " と ").replaceAll(", ", " と ").replaceAll(" / ", "、または ");
}

// src/messages/ja/http.ts
const breakages = {
	database: "データベースに接続できていません",
	"fatal-error": "プログラムが重大なエラーで止まっています",
	"not-installed": "CMS の初期設定の画面が出ています",
	undecodable: "圧縮の形式がヘッダー(Content-Encoding)と合わず、ブラウザーで表示できません"
};
const malformedParts = {
	"status-line": "先頭の行",
	"line-ends": "改行(CRがない)",
	"header-line": "ヘッダーの形になっていない行",
	"folded-header": "複数の行にわたるヘッダー",
	length: "長さ(Content-Length)の重複や、数字でない値",
	"head-size": "64kBを超えるヘッダー",
	chunks: "本文の区切り方(チャンク)"
};
const vacancies = {
	empty: {
		says: (by) => `何も公開されていないときの ${by ?? "サーバー"} のページ`,
		remedy: "公開用のファイルがどうなったかを運用担当者が確認してください(公開フォルダー、直前の公開や復元、バーチャルホスト)。サーバーを変えた場合は、DNSが違うサーバーを指していないかも確認してください。"
	},
	suspended: {
		says: (by) => `契約が停止されたときの ${by ?? "サーバー会社"} のページ`,
		remedy: "停止の理由(料金の未払い、規約違反、容量などの超過)を、今日のうちにサーバー会社に確認してください。契約者でなければ解除できません。"
	},
	"unknown-domain": {
		says: (by) => `ドメインが登録されていないときの ${by ?? "サーバー会社"} のページ`,
		remedy: "サーバー会社の管理画面でドメインを登録し直すか、DNSを直してください。それまでは、第三者がこの名前を取得できる場合があります。"
	}
};
const named$1 = ({ id, url, address }) => `${id}(${url}${address === null ? "" : `、${address}`})`;
const quoted = (texts) => texts.map((text) => `「${text}」`).join("");
const titled = (title) => title === null ? "タイトルのないページ" : `「${title}」というページ`;
const refusal = ({ by, status }) => {
	if (by !== null) return `${by} に断られました`;
	return status === 403 ? "このページだけ、アクセスを断られています" : "機械からのアクセスを拒む画面が出ています";
};
const wrongPage = "別のページが出ている、改ざんされた、復元が途中までなどの可能性があります。ページが開くだけでは、サイトが動いている証拠になりません。";
const http = {
	"http/unreachable": {
		means: "Webサーバーに接続できないか、接続しても応答がありませんでした。すべてのアドレスで、間をおいて試しても同じでした。",
		why: "訪問者には何も表示されていません。計画した停止でなければ、緊急の事態です。",
		remedy: "別の回線からURLを開いてください。開かなければ、台帳の最初の指示に従ってください。開く場合は、この点検だけを遮っているもの(ファイアウォール、国別の制限)を調べてください。",
		say: (data) => ({
			title: isAt(data.host, data.url) ? `${named$1(data)} に接続できません` : `${named$1(data)} の転送先 ${data.host} に接続できません`,
			expected: "応答がある",
			observed: failures[data.code]
		})
	},
	"http/address-unreachable": {
		means: "ページは開きますが、DNSにあるアドレスの一部に接続できません。間をおいて試しても同じでした。",
		why: "そのアドレスに案内された訪問者は、待たされるかエラーになります。残りのアドレスが止まると、代わりがありません。",
		remedy: "そのアドレスのサーバー(またはロードバランサー)を運用担当者が確認してください。使わなくなったアドレスであれば、DNSからレコードを消してください。",
		say: (data) => ({
			title: `${named$1(data)} は開きますが、${data.silent.map(({ address }) => address).join("、")} に接続できません`,
			expected: `${data.host} のすべてのアドレスに接続できる`,
			observed: data.silent.map(({ address, code }) => `${address}: ${failures[code]}`).join("、")
		})
	},
	"http/server-error": {
		means: "サーバーが、処理に失敗したと答えています(500番台)。CDNが、その先のサーバーから応答を得られない場合も含みます。",
		why: "訪問者にはエラー画面が表示されています。夜間に呼ばれた人は、この応答とその時刻のログから調べ始めます。",
		remedy: "台帳にあるアプリとシステムのログを確認してください。直前に公開や変更があれば、切り戻しを検討してください。",
		say: (data) => ({
			title: `${named$1(data)} がサーバーエラーになっています${data.how === null ? "" : `。${breakages[data.how]}`}`,
			expected: "ページが表示される",
			observed: `HTTP ${data.status}`
		})
	},
	"http/status-differs": {
		means: "ページの応答(ステータス)が台帳と違います。台帳に指定がなければ、200番台なら一致とみなします。",
		why: "訪問者がページを開けていないかもしれません。復旧のときは、このページでサイトが戻ったかどうかを判断します。",
		remedy: "ページを開いて確かめてください。移転や廃止であれば台帳を直し、そうでなければページを直してください。",
		say: (data) => ({
			...data.status === 403 ? { remedy: "ページを開いて確かめてください。開く場合は、国別の制限や機械を拒む仕組みが点検だけを断っています。点検を通してください(User-Agentの許可、`credentials` で渡す専用のヘッダー、自社で用意したランナー)。開かない場合は、契約が停止されていないか(料金の未払いなどで、全ページが 403 になるサーバー会社があります)を確認してページを直し、移転や廃止であれば台帳を直してください。" } : {},
			title: data.status === 404 || data.status === 410 ? `${named$1(data)} のページが見つかりません` : `${named$1(data)} の応答が台帳と違います`,
			expected: data.expected.length === 0 ? "200番台" : data.expected.join("、"),
			observed: data.at === data.url ? `HTTP ${data.status}` : `HTTP ${data.status}(${data.at})`
		})
	},
	"http/text-missing": {
		means: "ページは開きますが、あるはずの文言がありません。",
		why: wrongPage,
		remedy: "ページを開き、正しいページかどうかを確かめてください。文言を意図して変えたのであれば、台帳を直してください。",
		say: (data) => ({
			title: `${named$1(data)} に、あるはずの文言がありません`,
			expected: quoted(data.texts),
			observed: titled(data.title)
		})
	},
	"http/text-forbidden": {
		means: "ページに、あってはならない文言があります。",
		why: wrongPage,
		remedy: "ページを開き、正しいページかどうかを確かめてください。文言が正しいのであれば、台帳を直してください。",
		say: (data) => ({
			title: `${named$1(data)} に、あってはならない文言があります`,
			expected: `${quoted(data.texts)} がない`,
			observed: `${titled(data.title)}に ${quoted(data.texts)} がある`
		})
	},
	"http/json-differs": {
		means: "このURLが返すJSONの値が台帳と違います。",
		why: "このようなURLは、たいていサイトの一部の調子を示しています。正常に戻るまで、復旧が終わったとは言えません。",
		remedy: "値の意味を運用担当者に確かめてください。応答の形が変わったのであれば、台帳を直してください。",
		say: (data) => data.values.length === 0 ? {
			title: `${named$1(data)} がJSONを返していません`,
			expected: "JSON"
		} : {
			title: `${named$1(data)} の示す状態が台帳と違います`,
			expected: data.values.map(({ pointer, expected }) => `${pointer}: ${expected}`).join("、"),
			observed: data.values.map(({ pointer, observed }) => `${pointer}: ${observed ?? "なし"}`).join("、")
		}
	},
	"http/redirect-differs": {
		means: "転送の行き着く先が台帳と違います。",
		why: "訪問者が意図しないページに着いています。古いアドレスや見覚えのないアドレスであれば、乗っ取りの兆候かもしれません。",
		remedy: "URLを開いて確かめてください。新しい転送先が正しければ台帳に取り込み、そうでなければすぐに転送を直してください。",
		say: (data) => ({
			title: `${named$1(data)} の転送先が台帳と違います`,
			expected: data.expected,
			observed: data.observed
		})
	},
	"http/redirect-loop": {
		means: "転送が同じところを回り続けているか、10回を超えています。",
		why: "訪問者にはブラウザーのエラーが出て、ページは表示されません。CDNやCMSの設定を変えたときに起こりがちです。",
		remedy: "直前に変えた転送の設定を戻してください(CDN、Webサーバー、CMSのサイトアドレス)。",
		say: (data) => ({
			title: `${named$1(data)} の転送が終わらず、ページが表示されません`,
			expected: "転送10回以内にページが表示される",
			observed: `転送${data.redirects}回、最後の転送先は ${data.at}`
		})
	},
	"http/https-downgraded": {
		means: "暗号化されたページから、暗号化されていないページへ転送しています。",
		why: "訪問者の送った内容が途中で読まれたり、書き換えられたりします。サイトの移転や復元のあと、CMSのサイトアドレスが誤っているときに起こりがちです。",
		remedy: "転送先を https に直してください(CMSのサイトアドレス、Webサーバー、CDN)。",
		say: (data) => ({
			title: `${named$1(data)} が https から http へ転送しています`,
			expected: "https",
			observed: `${data.from} → ${data.to}`
		})
	},
	"http/site-broken": {
		means: "ページは開きますが、中身がアプリのエラー画面です。",
		why: "サーバーは応答していても、訪問者はサイトを使えません。初期設定の画面が開いていると、誰でもサイトを乗っ取れます。",
		remedy: "データベースと直前の変更を運用担当者が確認してください。初期設定の画面であれば、まずアクセスを遮断してください。",
		say: (data) => ({
			title: `${named$1(data)} が壊れています。${breakages[data.how]}`,
			expected: "サイトが表示される",
			observed: `HTTP ${data.status}`
		})
	},
	"http/parked": {
		means: "サイトの代わりに、ドメインの管理会社や広告業者のページが表示されています。",
		why: "ドメインの更新もれや、DNSの設定の誤りで起こります。訪問者にはこのページしか見えていません。",
		remedy: "今日のうちに、ドメインの管理画面で、更新、ネームサーバー、DNSの記録を確認してください。",
		say: (data) => ({
			title: `${named$1(data)} に、サイトではなくドメイン管理のページが表示されています`,
			expected: "サイトが表示される",
			observed: titled(data.title)
		})
	},
	"http/placeholder": {
		means: "サイトの代わりに、サーバー会社やWebサーバーの用意したページが表示されています(何も公開されていない、契約が停止されている、ドメインが登録されていない、のいずれかです)。",
		why: "訪問者にはこのページしか見えていません。応答(ステータス)だけを見る監視では、正常に見えます。",
		remedy: "サーバー会社の管理画面で、契約の状態、ドメインの登録、公開用のファイルを確認し、続けてDNSを確認してください。",
		say: ({ by, what, ...data }) => ({
			title: `${named$1(data)} に、サイトではなく、${vacancies[what].says(by)}が表示されています`,
			expected: "サイトが表示される",
			observed: `${titled(data.title)}、HTTP ${data.status}`,
			remedy: vacancies[what].remedy
		})
	},
	"http/not-upgraded": {
		means: "ページが暗号化なし(http)でも開き、https へ転送されません。",
		why: "入力した内容(パスワードを含む)を途中で読み取られるおそれがあります。復元やサーバーの移転のあとに、最も抜けやすい設定です。",
		remedy: "http へのアクセスを https へ恒久的に転送する(301 または 308)ように、Webサーバーか CDN を設定してください。",
		say: (data) => ({
			title: `${data.plainUrl} が https へ転送されません`,
			expected: "https への転送",
			observed: "暗号化なしでページが表示される"
		})
	},
	"http/in-maintenance": {
		means: "サイトがメンテナンス中と表示しています。",
		why: "解除し忘れや、更新の失敗で残ったメンテナンス表示は、訪問者にとっては障害と同じです。",
		remedy: "予定のメンテナンスかどうかを運用担当者に確かめ、予定になければ解除してください。",
		say: (data) => ({
			title: `${named$1(data)} がメンテナンス中と表示しています`,
			expected: "サイトが表示される",
			observed: `HTTP ${data.status}`
		})
	},
	"http/too-slow": {
		means: "ページをすべて受け取るまでの時間が、台帳の上限を超えました。",
		why: "表示の遅れは障害の前ぶれであることが多く、訪問者も離れていきます。",
		remedy: "その時刻の負荷とログを運用担当者が確認してください。点検する場所から見て上限が厳しすぎる場合は、台帳を直してください。",
		say: (data, format) => ({
			title: `${named$1(data)} の表示に時間がかかりすぎています`,
			expected: `${format.span(data.limitMs)}以内`,
			observed: format.span(data.tookMs)
		})
	},
	"http/malformed-answer": {
		means: "応答がHTTPの決まりどおりに書かれていません。ブラウザーでは表示されますが、形式に厳しいプログラム(アプリ、決済、ほかの監視)は受け付けません。",
		why: "受け付けないプログラムはサイトが止まっていると報告するため、復旧のときに余計な手間がかかります。",
		remedy: "運用担当者に伝えてください。アプリか、その手前のプロキシーが、ヘッダーを誤って書いています。訪問者には表示されているので、急ぎません。",
		say: (data) => ({
			title: `${named$1(data)} の応答は、形式に厳しいプログラムでは読めません`,
			expected: "RFC 9112 どおりの応答",
			observed: data.how.map((part) => malformedParts[part]).join("、")
		})
	},
	"http/hsts-differs": {
		means: "https だけで接続するようブラウザーに求める設定(HSTS)が台帳と違います。",
		why: "HSTSがあると、証明書が切れたとき訪問者は警告を越えて進めません。ないと、偽のサイトへ誘導されやすくなります。復旧の急ぎ方が変わります。",
		remedy: "意図した変更かどうかを運用担当者に確かめ、サイトか台帳を直してください。",
		say: (data) => ({
			title: data.expected ? `${named$1(data)} で、https だけで接続させる設定(HSTS)が外れています` : `${named$1(data)} に、台帳にない HSTS の設定があります`,
			expected: data.expected ? "Strict-Transport-Security あり" : "Strict-Transport-Security なし",
			observed: data.header ?? "Strict-Transport-Security なし"
		})
	},
	"http/noindex": {
		means: "ページが、検索結果に載せないよう検索エンジンに求めています。",
		why: "数日のうちに検索結果から消えていきます。テスト用の設定が、公開や復元のあとに残っていることがよくあります。",
		remedy: "設定を外してください(WordPressでは「設定」→「表示設定」)。載せないのが正しければ、台帳を直してください。",
		say: (data) => ({
			title: `${named$1(data)} が検索結果に載らない設定になっています`,
			expected: "検索結果に載る",
			observed: `${data.from === "header" ? "X-Robots-Tag" : "meta robots"}: ${data.value}`
		})
	},
	"http/indexable": {
		means: "検索結果に載せないはずのページに、その設定がありません。",
		why: "テスト用のサイトが検索結果に出ると、本番と競合し、公開前の内容が見られてしまいます。",
		remedy: "noindex を設定するか、できればパスワードをかけてください。載せてよいページであれば、台帳を直してください。",
		say: (data) => ({
			title: `${named$1(data)} が検索結果に載る状態です`,
			expected: "noindex",
			observed: "noindex なし"
		})
	},
	"http/not-blocked": {
		means: "インターネットから見えてはならない場所が応答しています。",
		why: "開いたままのテスト用サイトや管理画面は、攻撃の入口になりがちです。",
		remedy: "アクセスを閉じ(パスワード、接続元の制限)、前回の点検からのアクセスログを確認してください。",
		say: (data) => ({
			title: `${named$1(data)} がインターネットから見えています`,
			expected: "接続できない、401・403・404、または外部の認証画面への転送",
			observed: `HTTP ${data.status}`
		})
	},
	"http/challenged": {
		means: "サイトの防御が、この点検を機械や海外からのアクセスとみなして断りました。サイトは正常かもしれません。",
		why: "ページを誰も見ていないため、人が確かめるまでは復旧の前提にできません。",
		remedy: "点検を通してください。User-Agentを許可する、`credentials` で専用のヘッダーを渡す、自社で用意したランナーで実行する、のいずれかです。",
		say: (data) => ({
			title: `${named$1(data)} を確認できませんでした(${refusal(data)})`,
			observed: `HTTP ${data.status}`
		})
	}
};

// src/messages/ja/problems.ts
const types = {
	text: "文字列",
	list: "一覧(- で始まる行、または [ ])",
	mapping: "キーと値の組",
	"whole-number": "整数",
	number: "数値",
	"true-or-false": "true か false"
};
const targets = {
	contact: {
		what: "連絡先",
		where: "contacts"
	},
	party: {
		what: "関係者",
		where: "parties"
	},
	"contact-or-party": {
		what: "連絡先・関係者",
		where: "contacts または parties"
	},
	endpoint: {
		what: "確認先",
		where: "reality.endpoints"
	},
	backup: {
		what: "バックアップ",
		where: "reality.backups"
	}
};
const shown = (text) => `「${text.length > 80 ? `${text.slice(0, 80)}…` : text}」`;
const meant = (nearest) => nearest === null ? "" : `${shown(nearest)}のことでしょうか。`;
const at = (path) => path.length === 0 ? "台帳" : path.join(".");
const oneOf = (values) => values.length > 40 ? `${values.slice(0, 40).join("、")} など` : values.join("、");
/** YAML を読む部品の誤りの種類を、書いた人の言葉で。 */
const syntaxWords = {
	MISSING_CHAR: "閉じる記号(引用符、かっこ)か、コロンの後の空白が足りません",
	BAD_INDENT: "字下げがそろっていないか、かっこが閉じていません",
	BAD_SCALAR_START: "引用符なしでは使えない記号で、値が始まっています",
	BAD_DQ_ESCAPE: "二重引用符の中の \\ の使い方に誤りがあります",
	UNEXPECTED_TOKEN: "余分な文字があります",
	MULTILINE_IMPLICIT_KEY: "コロンの位置に誤りがあります",
	BLOCK_AS_IMPLICIT_KEY: "コロンの位置に誤りがあります",
	BLOCK_IN_FLOW: "{ } や [ ] の中では使えない書き方です",
	BAD_ALIAS: "* で始まる値は、引用符で囲む必要があります"
};
function syntax(code) {
	return Object.hasOwn(syntaxWords, code) ? `(${syntaxWords[code]})` : "";
}
const problems = {
	empty: () => "ファイルが空です。「version: 1」と「site:」(name と url)から書き始めてください。",
	"too-large": ({ data }) => `ファイルが ${Math.ceil(data.bytes / 1024)} KiB あります。台帳は ${Math.round(data.limit / 1024)} KiB までです。資料は別の場所に置き、台帳には場所だけを書いてください。`,
	"not-utf8": ({ data }) => `文字コードが UTF-8 ではありません${data.looksLike === null ? "" : `(${data.looksLike} のようです)`}。UTF-8 で保存し直してください。`,
	"yaml-syntax": ({ data }) => `YAML として読めません${syntax(data.code)}。この行か、すぐ上の行の、引用符・コロン・字下げを確かめてください。`,
	"full-width": ({ data }) => data.found === "colon" ? "全角のコロン(：)が使われています。半角の「: 」(コロンと空白)にしてください。" : "全角の空白など、通常とは違う空白が使われています。半角の空白を入力し直してください。",
	tab: () => "字下げにタブが使われています。YAML では空白を使います。タブを空白に置き換えてください。",
	"duplicate-key": ({ data }) => `同じ場所にキー${shown(data.key)}が2つあります。どちらか1つにしてください。`,
	"many-documents": () => "ここから2つ目の文書(---)が始まっています。台帳は1ファイルに1つです。サイトごとにファイルを分けてください。",
	"too-many-aliases": () => "エイリアス(*名前)を展開すると大きくなりすぎます。値をそのまま書くか、common を使ってください。",
	"too-deep": () => "入れ子が深すぎます。字下げを確かめてください。",
	"not-a-mapping": () => "台帳は「version: 1」と「site:」で始まる、キーと値の組です。このファイルはその形になっていません。",
	"null-value": ({ path }) => `${at(path)} に値がありません。まだ分からなければ unknown、存在しなければ { none: "理由" } と書くか、行ごと消してください。# などの記号で始まる値は、引用符で囲んでください。`,
	"cut-at-comma": ({ data }) => `文がコンマで切れて、${shown(data.text)}だけが値のないキーになっています。文全体を引用符で囲んでください(例: "…, ${data.text}")。`,
	"cut-at-hash": ({ data }) => `空白に続く # から先はコメントとして扱われ、${shown(data.kept)}だけが読まれます。「#${data.lost}」も値の一部なら、全体を引用符で囲んでください(例: "${data.kept} #${data.lost}")。コメントなら、# のあとに空白を入れてください。`,
	"phone-number": ({ data }) => `電話番号が数値として読まれ、先頭の 0 や + が失われます。引用符で囲んでください(例: "${data.source}")。`,
	"number-for-text": ({ path, data }) => `${at(path)} には文字列が必要ですが、${data.source} は数値として読まれます。引用符で囲んでください(例: "${data.source}")。`,
	required: ({ data }) => `${shown(data.key)}がありません。これは省略できません。`,
	"unknown-key": ({ data }) => `${shown(data.key)}というキーは、ここにはありません。${meant(data.nearest)}${data.nearest === null && data.known.length > 0 ? `書けるのは ${oneOf(data.known)} です。` : ""}`,
	type: ({ path, data }) => `${at(path)} には${data.expected.map((type) => types[type]).join("か")}を書いてください(いまは${types[data.found]}です)。${data.keys.length === 0 ? "" : `書けるキーは ${oneOf(data.keys)} です。`}${data.example === null ? "" : `例えば ${data.example} のように書きます。`}`,
	"not-said": ({ path, data }) => `${at(path)} に${shown(data.found)}とは書けません。まだ分からなければ unknown と書いてください(穴として数え、質問に載せます)。`,
	"none-as-text": ({ path, data }) => `${at(path)} に${shown(data.found)}とは書けません。存在しないものは { none: "理由" }、まだ分からないものは unknown と書いてください。`,
	"one-of": ({ path, data }) => `${at(path)} は ${oneOf(data.expected)} のどれかです(いまは${shown(data.found)})。${meant(data.nearest)}`,
	"empty-text": ({ path }) => `${at(path)} が空です。まだ分からなければ unknown と書いてください。`,
	"empty-list": ({ path }) => `${at(path)} が空の一覧です。まだ分からなければ unknown と書いてください。`,
	range: ({ path, data }) => `${at(path)} は ${data.least}〜${data.most} の範囲で書いてください(いまは ${data.found})。`,
	duration: ({ path, data }) => /^\d+(?:\.\d+)?$/.test(data.found) ? `${at(path)} には単位が必要です。${data.found}m(分)、${data.found}h(時間)、${data.found}d(日)のように書いてください。` : `${at(path)} には 30s(秒)、10m(分)、2h、14d、1w、"1 month"、1y のような期間を書いてください(いまは${shown(data.found)})。`,
	day: ({ path, data }) => `${at(path)} には 2026-11-02 のような、実在する日付を書いてください(いまは${shown(data.found)})。`,
	size: ({ path, data }) => `${at(path)} には 50MiB、1GB のような大きさを書いてください(いまは${shown(data.found)})。`,
	hours: ({ data }) => `${shown(data.found)}を時間帯として読めません。24/365 か、Mon-Fri 09:00-18:00、Sat 10:00-12:00、Fri 18:00-Mon 09:00 のように書いてください。`,
	holiday: ({ data }) => `${shown(data.found)}を日付として読めません。2026-08-12、12-29(毎年)、12-29..01-03 のように書いてください。`,
	timezone: ({ data }) => `${shown(data.found)}というタイムゾーンはありません。${data.meant ?? "Asia/Tokyo"} のように書いてください。`,
	country: ({ data }) => `${shown(data.found)}の祝日は分かりません。国は2文字のコードで${data.meant === null ? " JP や US のように書くか、休みの日を dates に並べて" : `、${data.meant} と`}書いてください。`,
	"span-too-short": ({ path, data }) => `${at(path)} が1${data.least === "day" ? "日" : "時間"}より短くなっています。m は「分」のことで、${shown(data.found)}では期限の前に知らせることができません。${data.months === null ? "2d や \"2 months\"" : `月のつもりなら "${data.months}"、日数なら 2d`} のように書いてください。`,
	form: ({ path, data }) => `${at(path)} に ${shown(data.found)} とは書けません。${data.example === null ? "" : `例: ${shown(data.example)}`}`,
	url: ({ data }) => `${shown(data.found)}は URL として読めません。https:// または http:// から書き、ユーザー名やパスワードは含めないでください。`,
	host: ({ data }) => data.found.startsWith("*.") ? `${shown(data.found)}という名前では接続できないため、証明書を確認できません。実際に開ける名前(例: www${data.found.slice(1)})を書いてください。` : `${shown(data.found)}はホスト名として読めません。https:// やパスを付けず、名前だけを書いてください。`,
	phone: ({ data }) => `${shown(data.found)}は電話番号として読めません。数字と + - ( ) と空白で書いてください。言葉での説明は see に書きます。`,
	email: ({ data }) => `${shown(data.found)}はメールアドレスとして読めません。`,
	"dns-value": ({ data }) => `${shown(data.found)}は ${data.type} の値として読めません。`,
	"none-without-reason": () => "none には理由を添えてください(例: { none: \"CDNは使っていない\" })。",
	"one-channel": ({ data }) => `連絡手段は1行に1つです(phone、email、slack、teams、chat、url、see のどれか1つ)。いまは ${data.found.length} 個${data.found.length === 0 ? "" : `(${data.found.join("、")})`}あります。1つずつ行を分けてください。`,
	conflict: ({ data }) => `${data.keys[0]} と ${data.keys.slice(1).join("、")} は同時に書けません。どちらかにしてください。`,
	needs: ({ data }) => `${data.key} を書くときは、${data.needs.join(" か ")} も必要です。`,
	reference: ({ data }) => `${targets[data.to].where} に${targets[data.to].what}${shown(data.id)}がありません。${meant(data.nearest)}${data.nearest === null && data.known.length > 0 ? `あるのは ${oneOf(data.known)} です。` : ""}`,
	"rule-name": ({ data }) => `${shown(data.found)}というルールはありません。${meant(data.nearest)}`,
	"future-date": ({ path, data }) => `${at(path)} が未来の日付です(${data.found}。今日は ${data.today})。実際に行った日を書いてください。`,
	"path-form": ({ data }) => `${shown(data.found)}は、台帳から見たファイルのパスとして読めません。docs/rollback.md のように / 区切りの相対パスで書くか、URL を書いてください。`,
	"path-outside": ({ data }) => `${shown(data.found)}はリポジトリの外を指しているため、読みません。`,
	"path-in-git": ({ data }) => `${shown(data.found)}は .git の中を指しているため、読みません。`,
	"path-not-a-file": ({ data }) => `${shown(data.found)}はファイルではありません。ファイルそのものを指定してください。`,
	"path-too-large": ({ data }) => `${shown(data.found)}は 1 MiB を超えています。復旧のときに人が読む文書を指定してください。`,
	"too-many": ({ data }) => `ほかに ${data.more} 件あります。まずここまでを直してから、もう一度点検してください。`
};

// src/messages/ja/ledger.ts
const ledger = {
	"ledger/invalid": {
		means: "台帳のこの箇所を読めないため、台帳の内容を点検できていません。",
		why: "読めない台帳は、人にとっても間違っていることがあります。また、現実とのずれを誰にも知らせられません。",
		remedy: "示した箇所を直してから、もう一度点検してください。",
		say: ({ problem }) => problems[problem.code](problem)
	},
	"ledger/secret-found": {
		means: "台帳に、パスワードや鍵のように見えるものが書かれています。",
		why: "リポジトリを読める人は、いまも過去の履歴からも、これを見られます。台帳は復旧のときに、知らせてはいけない相手にも渡ることがあります。",
		remedy: "まず、その値を使っているところで変更(無効化)してください。行を消しても、リポジトリの履歴には残ります。新しい値は保管庫に入れ、台帳には保管場所だけを書いてください。",
		say: (place, format) => ({
			title: `${secretPlace(place, format)}に、パスワードや鍵のように見えるものが書かれています`,
			expected: "保管場所だけを書く",
			observed: "(値は表示しません)"
		})
	},
	"ledger/secret-possible": {
		means: "パスワードを表す言葉のそばに、パスワードかもしれないものが書かれています。",
		why: "パスワードであれば、リポジトリを読める人は、いまも過去の履歴からも、これを見られます。",
		remedy: "パスワードであれば、使っているところで変更し、新しい値は保管庫に入れて、ここには保管場所だけを書いてください。パスワードでなければ、言い方を変えるか、理由と期限を添えて exceptions に書いてください。",
		say: (place, format) => ({
			title: `${secretPlace(place, format)}に、パスワードかもしれないものが書かれています`,
			expected: "保管場所だけを書く",
			observed: "(値は表示しません)"
		})
	},
	"ledger/private-data-public": {
		means: "公開リポジトリの台帳に、連絡先の電話番号かメールアドレスが書かれています。",
		why: "誰でも読める場所にある番号には、いたずらや詐欺の連絡も来ます。夜間の緊急連絡が、それに埋もれるおそれがあります。消しても、リポジトリの履歴には残ります。",
		remedy: "リポジトリを非公開にするか、番号やアドレスの代わりに、see に保管場所を書いてください。承知のうえで公開する場合は、理由と期限を exceptions に書いてください。",
		say: ({ phones, emails, contacts, isInIssues }) => ({
			title: `公開リポジトリに、${contacts}件の連絡先の${[...phones > 0 ? [`電話番号 ${phones}件`] : [], ...emails > 0 ? [`メールアドレス ${emails}件`] : []].join("と")}が書かれています`,
			expected: "公開する場所には保管場所だけを書く",
			observed: isInIssues ? "site.public: true のため、issue にも表示されます" : "台帳のファイルで誰でも読めます",
			...isInIssues ? { remedy: "リポジトリを非公開にするか、番号やアドレスの代わりに、see に保管場所を書いてください。少なくとも site.public を false にすれば、issue やコメントには表示されなくなります。承知のうえで公開する場合は、理由と期限を exceptions に書いてください。" } : {}
		})
	},
	"ledger/review-due": {
		means: "台帳全体の見直しが、決めた間隔を過ぎています。",
		why: "担当者の異動、番号の変更、役割の移動など、人しか知らないことは気づかないうちに古くなります。",
		remedy: "10項目を関係者で見直し、変わったところを直して、reviewed をその日の日付にしてください。",
		say: ({ reviewed, every }, format) => ({
			title: reviewed === null ? "台帳全体をいつ見直したかが書かれていません" : `台帳全体の見直しは ${format.day(reviewed)} が最後です`,
			expected: `${format.duration(every)}ごと`,
			observed: reviewed === null ? "書かれていません" : format.day(reviewed)
		})
	},
	"ledger/exception-expired": {
		means: "例外の期限が過ぎ、対象の指摘が再び報告されています。",
		why: "その日までに見直すことを前提に、許容していた差異です。",
		remedy: "元の問題を直すか、関係者で合意した新しい期限を、理由とともに書いてください。",
		say: ({ rule, subject, until }, format) => ({
			title: `${subject} の例外(${rule})は ${format.day(until)} で期限切れです`,
			expected: `${format.day(until)}まで`
		})
	},
	"ledger/exception-unused": {
		means: "例外に当てはまる指摘がなくなっています。",
		why: "元の問題は直ったようです。例外を残しておくと、同じ問題が再発したときに気づけません。",
		remedy: "台帳からこの例外を消してください。",
		say: ({ rule, subject }) => `${subject} の例外(${rule})に当てはまる指摘がありません`
	}
};
/** Of many lines the first ten: who mends those sees the others. */
function secretPlace(place, format) {
	if (!("file" in place)) return place.where === null ? "コメント" : `${place.where} `;
	return `${place.file} の${format.list(place.lines.slice(0, 10).map(String))}行目`;
}

// src/messages/ja/mail.ts
const mxFaults = {
	alias: "別名(CNAME)のため、受け付けないメールサーバーがあります",
	address: "名前ではなくアドレスが書かれています",
	"no-address": "アドレスがありません",
	"null-beside-others": "「メールを受け取らない」という指定が混ざっています"
};
const spfFaults = {
	missing: () => "レコードがない",
	"two-records": (where) => `${where} にレコードが2つある`,
	syntax: (where, term) => term === void 0 ? `${where} のレコードを解釈できない` : `${where} の「${term}」が書式に合わず、レコード全体が使われない`,
	"include-without-spf": (where) => `include 先の ${where} に SPF がない`,
	"redirect-without-spf": (where) => `redirect 先の ${where} に SPF がない`,
	"too-many-exchanges": (where) => `${where} のメールサーバーを参照しているが、10台を超えている`,
	"too-many-voids": (where) => `参照先のうち、存在しない名前が2つを超えている(${where} など)`
};
const mtaStsFaults = {
	"no-record": "レコードがありません",
	"two-records": "レコードが複数あります",
	"record-invalid": "レコードを解釈できません",
	"no-policy": "ポリシーのファイルを取得できません",
	certificate: "ポリシーを置いたホストの証明書が有効ではありません",
	"policy-invalid": "ポリシーを解釈できません",
	"mode-differs": "モードが違います",
	"mx-not-listed": "ポリシーにないメールサーバーがあります"
};
const dkimFaults = {
	syntax: () => "DKIM の書式に合わないレコード",
	type: (detail) => `受信側が対応していない種類の鍵(k=${detail})`,
	key: () => "鍵として読めない p=(仮の文字のままか、途中で切れています)",
	"too-short": (detail) => `${detail}ビットの RSA 鍵(短すぎます)`,
	hash: (detail) => `SHA-1 専用の鍵(h=${detail})`,
	service: (detail) => `メール用ではない鍵(s=${detail})`
};
const notDelivered = "問い合わせや注文のメール、復旧中の連絡メールが届きません。DNSの移転のあとに、気づかれないまま失われやすい設定です。";
const asSpam = "サイトから送るメール(問い合わせの控え、注文、障害の報告)が迷惑メールになるか拒否され、そのことが誰にも知らされません。";
const mail = {
	"mail/no-mx": {
		means: "メールを受け取るはずのドメインですが、DNS にメールサーバーの指定がありません。",
		why: notDelivered,
		remedy: "メールサービスの案内どおりに、MX レコードを登録し直してください。",
		say: ({ domain, isNull }) => ({
			title: `${domain} 宛てのメールの届け先がありません`,
			expected: "MX レコードがある",
			observed: isNull ? "「メールを受け取らない」という指定がある" : "MX レコードがない"
		})
	},
	"mail/mx-invalid": {
		means: "DNS に書かれたメールサーバーの指定に、使えないものがあります。",
		why: notDelivered,
		remedy: "メールサービスの案内どおりに、アドレスを持つメールサーバーの名前を MX レコードに登録してください。",
		say: ({ domain, exchanges }) => ({
			title: `${domain} のメールサーバーの指定に、使えないものがあります`,
			expected: "アドレスを持つメールサーバーの名前",
			observed: exchanges.map(({ host, fault }) => `${host}: ${mxFaults[fault]}`).join("、")
		})
	},
	"mail/mx-unreachable": {
		means: "メールサーバーのアドレスが、外部から届かないものだけになっています。",
		why: notDelivered,
		remedy: "メールサービスの案内どおりのサーバーを MX レコードに登録してください。社内ネットワークやサーバー自身を指すアドレスは、公開の DNS に書くものではありません。",
		say: ({ domain, exchanges }) => ({
			title: `${domain} のメールサーバーに、外部から届きません`,
			expected: "インターネットから届くアドレス",
			observed: exchanges.map(({ host, addresses }) => `${host}: ${addresses.join("、")}`).join("、")
		})
	},
	"mail/spf-invalid": {
		means: "ドメインの SPF レコード(送信元の一覧)を、受信側が使えません。",
		why: asSpam,
		remedy: "v=spf1 で始まる TXT レコードを1つだけにし、メールを送るサービスをすべて書いてください。",
		say: ({ domain, fault, where, term }) => ({
			title: fault === "missing" ? `${domain} に SPF レコードがありません` : `${domain} の SPF レコードを受信側が使えません`,
			expected: "正しいレコードが1つ",
			observed: spfFaults[fault](where, term)
		})
	},
	"mail/spf-too-many-lookups": {
		means: "SPF レコードの確認に必要な DNS の問い合わせが10回を超え、受信側が確認を打ち切ります。",
		why: asSpam,
		remedy: "使っていないサービスの include を消すか、include をアドレスの一覧に置き換えてください。",
		say: ({ domain, lookups }) => ({
			title: `${domain} の SPF レコードの問い合わせ回数が多すぎます`,
			expected: "10回以内",
			observed: lookups >= 20 ? "20回以上" : `${lookups}回`
		})
	},
	"mail/spf-permits-all": {
		means: "SPF レコードが、誰にでもこのドメインの名前での送信を許しています。",
		why: "誰でも自社を名乗るメールを送れます。障害の最中に悪用されるおそれもあります。",
		remedy: "レコードの最後を -all か ~all にしてください。",
		say: ({ domain, record }) => ({
			title: `${domain} の SPF レコードが、誰の送信でも許しています`,
			expected: "-all または ~all",
			observed: record
		})
	},
	"mail/dmarc-missing": {
		means: "台帳には DMARC のポリシーが書かれていますが、DNS に有効なレコードがありません。",
		why: "なりすましのメールが通り、大手のメールサービスでは正規のメールが拒否されます。",
		remedy: "_dmarc の TXT レコードを登録し直してください。やめたのであれば、台帳を直してください。",
		say: ({ domain, expected, records }) => ({
			title: `${domain} に DMARC のポリシーがありません`,
			expected: `p=${expected}`,
			observed: records > 1 ? `レコードが${records}つあり、どれも無効` : "レコードがない"
		})
	},
	"mail/dmarc-differs": {
		means: "ドメインの DMARC のポリシーが台帳と違います。",
		why: "止めるはずのなりすましが通るか、届くはずのメールが拒否されています。",
		remedy: "誰が変更したかを確かめてください。意図した変更であれば台帳を直し、そうでなければレコードを戻してください。",
		say: ({ domain, expected, policy, isTest, at }) => ({
			title: `${domain} の DMARC のポリシーが台帳と違います`,
			expected: `p=${expected}`,
			observed: `p=${policy}${isTest ? "、試行中(t=y)" : ""}(${at})`
		})
	},
	"mail/dkim-missing": {
		means: "台帳にある DKIM の鍵が、DNS にありません。",
		why: asSpam,
		remedy: "メールを送るサービスの案内どおりに登録し直してください。使わなくなったのであれば、台帳を直してください。",
		say: ({ domain, selector }) => ({
			title: `${domain} の DKIM の鍵 ${selector} がありません`,
			expected: `${selector}._domainkey.${domain} に鍵がある`,
			observed: "鍵がない"
		})
	},
	"mail/dkim-revoked": {
		means: "台帳にある DKIM の鍵が、取り消されています。",
		why: asSpam,
		remedy: "新しい鍵に替えたのであれば、台帳のセレクターを直してください。そうでなければ、新しい鍵を発行してください。",
		say: ({ domain, selector }) => ({
			title: `${domain} の DKIM の鍵 ${selector} が取り消されています`,
			expected: "有効な鍵",
			observed: "空の鍵(p=)"
		})
	},
	"mail/dkim-invalid": {
		means: "台帳にある DKIM の鍵を、受信側が使えません。",
		why: asSpam,
		remedy: "送信サービスの案内にある TXT レコードを、そのまま全文登録し直してください。",
		say: ({ domain, selector, fault, detail }) => ({
			title: `${domain} の DKIM の鍵 ${selector} を、受信側が使えません`,
			expected: "受信側が使える鍵(1024ビット以上の RSA、または Ed25519)",
			observed: dkimFaults[fault](detail)
		})
	},
	"mail/mta-sts-invalid": {
		means: "送信側に暗号化を求める MTA-STS のポリシーが、台帳のとおりではありません。",
		why: "ポリシーが有効な場合、合わないメールは送信側で止まります。メールサービスの移転後には、すべて止まることがあります。",
		remedy: "ポリシーのファイルを直し、レコードの id を新しくしてください。ポリシーを置いたホストの証明書も確かめてください。",
		say: ({ domain, expected, fault, detail, code }) => ({
			title: `${domain} の MTA-STS に問題があります。${mtaStsFaults[fault]}`,
			expected: `mode: ${expected}`,
			observed: detail ?? (code === null ? mtaStsFaults[fault] : failures[code])
		})
	}
};

// src/messages/ja/people.ts
const people = {
	"access/console-unreachable": {
		means: "管理画面のURLから、何の応答もありません。ログイン画面やアクセスの拒否が返れば、応答があったとみなします。",
		why: "障害の夜、正しいアカウントとパスワードを持っていても、入り口そのものが開きません。",
		remedy: "当日に作業する場所から、管理画面を開いてみてください。そこからは開く場合、接続元が限られています。理由を添えて、台帳に例外(exceptions)として書いてください。開かない場合は、今のURLを確かめて、台帳を直してください。",
		say: ({ access, url, code }) => ({
			title: `${accessName(access)}の管理画面が応答しません(${url})`,
			expected: "応答がある",
			observed: failures[code]
		})
	},
	"contact/account-gone": {
		means: "連絡先のGitHubアカウントがなくなっています。削除されたか、名前が変わっています。",
		why: "アカウントは、退職や異動でなくなることが多いものです。当日に電話してもつながらないか、退いた人が今も管理画面に入れるおそれがあります。",
		remedy: "この連絡先に今もつながるか、確かめてください。退いていれば、台帳の連絡先と「入れる人」から外し、各管理画面のアカウントも止めてください。名前が変わっただけなら、github を書き直してください。",
		say: ({ contact, account, accesses }, format) => ({
			title: `「${format.contact(contact)}」のGitHubアカウント ${account} が見つかりません`,
			expected: account,
			observed: accesses.length === 0 ? "アカウントがありません" : `アカウントがありません。この人が入れる管理画面: ${format.list(accesses.map(accessName))}`
		})
	}
};

// src/messages/ja/questions.ts
const questions = {
	topics: {
		decision: "判断",
		operation: "作業",
		communication: "連絡",
		access: "権限",
		accountability: "説明責任"
	},
	otherUnknown: "台帳で「不明」としている、次の箇所をお知らせください。",
	things: {
		"start-recovery": "復旧の開始",
		rollback: "切り戻し",
		restore: "復元",
		publication: "公開・非公開",
		"first-report": "一次報告",
		"recovery-report": "復旧報告",
		"update-every": "続報の間隔",
		provisional: "暫定復旧",
		full: "完全復旧",
		permanent: "恒久対応",
		"hours-of": "目標を数える窓口の受付時間",
		what: "対象",
		when: "判断の基準",
		"approved-by": "基準を承認する人",
		by: "作業する人",
		where: "作業する場所",
		takes: "所要時間",
		verify: "成功の確認方法",
		covers: "戻す対象",
		into: "戻す先",
		choose: "使うバックアップの選び方",
		backups: "使うバックアップ",
		server: "サーバー",
		monitoring: "監視",
		backup: "バックアップ",
		cms: "CMS",
		waf: "WAF",
		domain: "ドメイン",
		dns: "DNS",
		certificate: "証明書",
		cdn: "CDN",
		bypass: "一時的な迂回",
		access: "アクセスログ",
		application: "アプリケーションログ",
		system: "システムログ",
		alerts: "アラート",
		changes: "変更履歴",
		"topic.all": "判断、作業、連絡、権限、説明責任",
		"topic.decision": "判断",
		"topic.operation": "作業",
		"topic.communication": "連絡",
		"topic.access": "権限",
		"topic.accountability": "説明責任",
		"part.emergency": "緊急時の権限",
		"part.source": "情報の出所",
		"part.approval": "説明の承認",
		"response-log": "対応の記録",
		"rollback-criteria": "切り戻しの判断基準"
	},
	roles: {
		client: "クライアント",
		maintenance: "保守会社",
		agency: "制作会社"
	},
	toBeDecided: "宛先は未定",
	heading: (party) => `${party} 宛`,
	opening: (site) => `${site === null ? "サイト" : `「${site}」`}に障害が起きたときの対応を整理しています。お手数ですが、次の点をお知らせください。分からない項目は「不明」、ないものは「なし」とその理由をご記入ください。`,
	closing: "ご不明な点がありましたら、お知らせください。よろしくお願いいたします。",
	about: (things) => `対象: ${things}`,
	keys: (keys) => `台帳の記入先: ${keys}`,
	nothingOpen: (file) => `${file}: 未回答の項目はありません。`,
	oneLedger: "questions に指定できる台帳は1つです。"
};

// src/messages/ja/recovery.ts
const recovery = {
	labels: {
		incident: "障害の情報を集める1本のスレッド(Recovery Ledger)",
		permanent: "恒久対応のタスク(Recovery Ledger)"
	},
	title: (site, day) => `【障害対応】${site}(${day})`,
	checkedAt: (moment) => `${moment} の点検で見えた状態です。ここから「ここから下は、人が書くところです」の行までは、復旧の点検のたびに書き換わります。その下に書いたことは、そのまま残ります。`,
	stage: {
		heading: "いまの段階",
		none: "**まだ暫定復旧していません。** 主要導線が戻っていません。",
		provisional: "**暫定復旧しています。** 主要導線は戻りました。完全復旧には、次のことが残っています。",
		full: "**完全復旧しています。** 台帳で決めた完全復旧の条件が、すべてそろいました。",
		notKnown: "**どの段階か、まだ分かりません。** 確認できていないものがあります。",
		names: {
			provisional: "暫定復旧(主要導線が戻る)",
			full: "完全復旧(平常の運用に戻る)"
		},
		states: {
			yes: "満たしています",
			no: "まだ満たしていません",
			unknown: "確認できていません"
		},
		table: {
			stage: "段階",
			state: "状態",
			blocking: "残っていることと担当"
		},
		nothingBlocks: "なし",
		notSeen: (endpoint) => `${endpoint} を確認できていません`,
		byParty: (text, party) => `${text}(担当: ${party})`
	},
	confirm: {
		heading: "人が確かめること",
		explained: "点検では見えないことです。確かめた人が、チェックを付けてください。次の点検から、完全復旧の判定に入ります。",
		what: {
			performance: "表示の速さが平常に戻った",
			monitoring: "監視が平常に戻り、アラートが出ていない",
			backups: "バックアップが、復旧のあとに正常に取れた"
		},
		waiting: (what) => `「${what}」を人が確かめるのを待っています`
	},
	hidden: {
		heading: "戻っているのに、まだ見えない人がいるページ",
		oldDns: (endpoint, address) => `${endpoint}: 新しい接続先(${address})では正常に表示されます。古い DNS の答えが残っている利用者には、まだ届きません。TTL が過ぎるのを待つか、古い接続先からも新しい接続先へ案内してください。`,
		cache: (endpoint) => `${endpoint}: サーバーは正常に応答しています。CDN などのキャッシュが、古い画面を返しています。キャッシュを消去(パージ)してください。`
	},
	nextUpdate: {
		due: (moment, every) => `台帳で決めた間隔(${every}ごと)では、次の更新は **${moment}** です。`,
		notAgreed: "台帳に、更新の間隔(targets.update-every)が書かれていません。次の更新の時刻を、先に決めてください。",
		field: "**次の更新の時刻**: "
	},
	timeline: {
		heading: "点検で見えた経過",
		when: "日時",
		what: "できごと",
		event(what, endpoint) {
			switch (what) {
				case "watching": return "復旧の点検を始めました";
				case "failed": return `${endpoint} の異常を確認しました`;
				case "answered": return `${endpoint} が戻ったことを確認しました`;
				case "provisional": return "暫定復旧(主要導線が戻る)を確認しました";
				case "full": return "完全復旧を確認しました";
				case "fell-back": return "暫定復旧の条件を、また満たさなくなりました";
			}
		}
	},
	drafts: {
		heading: "報告の下書き",
		firstReport: "一次報告の下書き",
		recoveryReport: "復旧報告の下書き",
		inFiles: (files) => `下書きは、この点検の出力にもあります: ${files}`,
		noTemplate: (template, isNamed) => `${templates[template]}の下書きは作れませんでした。${isNamed ? "テンプレートを読めません。" : "台帳の templates に、テンプレートが書かれていません。"}`,
		tooLong: "長いため、ここには載せていません。点検の出力にあります。"
	},
	full: {
		heading: "完全復旧のあとに",
		whichItems: "今回、台帳のどの項目で復旧が止まりましたか。止まった項目にチェックを付けてください。",
		proposal: "台帳の `incidents` に、次の1行を足してください(チェックした項目は、次の点検でこの行に入ります)。",
		permanent: (number, party, day) => `恒久対応は、別のタスク #${number} にしました。担当は${party}、期限は${day}です。`,
		permanentNotOpened: (party, day) => `恒久対応のタスクは、まだ作れていません。次の復旧の点検で作ります。担当は${party}、期限は${day}です。`,
		permanentMissing: "台帳に、恒久対応の担当と期限(stages.permanent)が書かれていません。担当と期限を決めて、別のタスクにしてください。"
	},
	ownPart: "ここから下は、人が書くところです。点検は書き換えません。",
	people: {
		now: ["いま起きていること", "(症状と影響。いつから、どこで、誰に。)"],
		done: ["対応したこと", "(何時に、誰が、何をしたか。結果はどうだったか。)"],
		known: ["分かっていること・分かっていないこと", "(原因の仮説は、確かめたことと分けて書く。)"],
		next: ["次に、誰が何をするか", "(担当と時刻。判断を待っているなら、誰の判断か。)"]
	},
	comment: {
		provisional: "暫定復旧(主要導線が戻る)を確認しました。",
		full: "完全復旧を確認しました。どの項目で止まったかを、本文で教えてください。",
		fellBack: "暫定復旧の条件を、また満たさなくなりました。",
		blocking: (list) => `残っていること: ${list}`
	},
	permanentTask: {
		title: (site) => `恒久対応: ${site}`,
		body: (incident, party, day) => `障害 ${incident} は完全復旧しました。同じことが起きないようにする恒久対応を、ここで進めます。\n\n- **担当**: ${party}\n- **期限**: ${day}\n- [ ] 原因を確かめた\n- [ ] 対策を決めた\n- [ ] 対策を行い、効いていることを確かめた\n- [ ] 台帳の \`incidents\` に \`done\` の日付を書いた`
	},
	draft: {
		mark: "← 要記入",
		auto: "(点検より)",
		note: (fills, approves, sends) => `> 下書きです。「← 要記入」の行は、人が書いてください。点検で見えたことだけを書き入れてあり、推測は書いていません。${[
			fills === null ? null : `書く人: ${fills}`,
			approves === null ? null : `承認する人: ${approves}`,
			sends === null ? null : `送る人: ${sends}`
		].filter((each) => each !== null).map((each, index) => index === 0 ? `\n> ${each}` : each).join(" / ")}`,
		symptom: (title, moment) => `${title}(${moment} に確認)`,
		noSymptom: "点検では、いま異常は見えていません",
		began: (moment) => `不明。点検で最初に見えたのは ${moment}`,
		impact: (urls) => `次のページに異常があります: ${urls}。影響を受けた方の人数や件数は、点検では分かりません`,
		nextUpdate: (moment, every) => `${moment}(${every}ごとに更新)`,
		permanent: (party, day) => `恒久対応(担当: ${party}、期限: ${day})`
	},
	unnamedIncident: "(何が起きたかを一言で)",
	nothingWrong: "主要導線はどれも正常で、続いている障害の issue もありません。障害の issue は作りませんでした。"
};

// src/messages/ja/report.ts
const stages = {
	reached: "満たしています",
	notReached: "まだ満たしていません",
	notKnown: "確認できていません",
	forPeople: "点検で見える範囲では満たしています"
};
const bands = {
	danger: "危険",
	caution: "要注意",
	minimum: "最低限OK",
	strong: "強い"
};
const report = {
	masked: "(非公開)",
	bands,
	advice: {
		danger: (items) => items === null ? "入る方法を、もう1人以上に持たせてください。" : `まず ${items} をそろえてください。`,
		caution: (items) => `平日の昼は動けても、夜間や休日は止まるおそれがあります。${items === null ? "" : `次は ${items} をそろえてください。`}`,
		minimum: (items) => `復旧を始められる状態です。月1回、人と日付を見直し、変更のたびに1行を書き足してください。${items === null ? "" : `残るのは ${items} です。`}`,
		strong: (items) => `そろった状態を保つ段階です。変更履歴を続け、切り戻しと復元を試し、年1回は机上演習(手順を読み合わせ、所要時間を見積もる)をしてください。${items === null ? "" : `残るのは ${items} です。`}`
	},
	severities: {
		critical: "緊急",
		warning: "注意",
		info: "参考"
	},
	kinds: {
		drift: "台帳と現実の差異",
		expiring: "期限が近い",
		stale: "確認が古い",
		unknown: "確認できませんでした",
		gap: "穴(未記入)",
		notice: "お知らせ"
	},
	items: {
		1: "① 緊急の定義",
		2: "② 一次連絡先",
		3: "③ 判断者",
		4: "④ 復旧の目標時間",
		5: "⑤ 切り戻し",
		6: "⑥ 復元",
		7: "⑦ 権限・アカウント",
		8: "⑧ 入口(ドメイン・DNS・証明書)",
		9: "⑨ 原因調査の情報",
		10: "⑩ 報告テンプレート"
	},
	itemStates: {
		met: {
			mark: "○",
			word: "そろっています"
		},
		drift: {
			mark: "×",
			word: "台帳のとおりではありません"
		},
		stale: {
			mark: "△",
			word: "確認が古くなっています"
		},
		gap: {
			mark: "−",
			word: "未記入があります"
		},
		unknown: {
			mark: "?",
			word: "確認できませんでした"
		}
	},
	channels: {
		phone: "電話",
		email: "メール",
		slack: "Slack",
		teams: "Teams",
		url: "URL"
	},
	parts: {
		endpoints: {
			one: "確認先",
			all: "確認先",
			count: (count) => `確認先 ${count}件`
		},
		certificates: {
			one: "証明書",
			all: "証明書",
			count: (count) => `証明書 ${count}件`
		},
		dns: {
			one: "DNS",
			all: "DNS",
			count: (count) => `DNS ${count}件`
		},
		mail: {
			one: "メール",
			all: "メールの設定",
			count: (count) => `メール ${count}件`
		},
		domains: {
			one: "ドメインの登録",
			all: "ドメインの登録",
			count: (count) => `ドメインの登録 ${count}件`
		},
		backups: {
			one: "バックアップ",
			all: "バックアップ",
			count: (count) => `バックアップ ${count}件`
		},
		access: {
			one: "管理画面",
			all: "管理画面",
			count: (count) => `管理画面 ${count}件`
		},
		people: {
			one: "アカウント・手順書",
			all: "連絡先のアカウント、ウェブ上の手順書・テンプレート",
			count: (count) => `アカウント・手順書 ${count}件`
		}
	},
	headline: {
		match: "台帳と現実は一致しています。",
		matchOfPart: "今回見た範囲では、台帳と現実は一致しています。",
		notCompared: "台帳の中に食い違いはありません。現実とは突き合わせていません。",
		danger: (met) => met > 3 ? "危険: 入る方法がすべて1人に懸かっています。その人に連絡がつかないと、復旧を始められません。" : `危険: 10項目のうち${met}項目しかそろっていません。いま夜間に障害が起きると、復旧を始められません。`,
		few: (met) => `ただし、10項目のうちそろっているのは${met}項目です。`,
		drift: "台帳と現実に差異があります。",
		expiring: "期限の近いものがあります。",
		stale: "確認が古くなっているものがあります。",
		incomplete: "見えた範囲では台帳と一致していますが、確認できなかったものがあります。",
		invalid: "台帳を読めないため、点検できませんでした。",
		toDo: (count, critical) => `対応が必要なことは${count}件${critical === 0 ? "" : `、うち緊急は${critical}件`}です。`,
		problems: (count) => `直すところは${count}か所です。`
	},
	facts: {
		checkedAt: "点検した日時",
		lookedAt: "点検したもの",
		lookedAtNothing: "台帳の記載だけ(外部は確認していません)",
		lookedAtFiles: "台帳と、台帳にあるファイル(外部は確認していません)",
		nextCheck: "次回の点検",
		score: "そろっている項目",
		scored: (met, band, claimed) => `10項目のうち ${met}項目(${band}${met > 3 && band === bands.danger ? "。入る方法がすべて1人に懸かっています" : ""})${claimed === met ? "" : `。台帳の記載だけなら ${claimed}項目`}`,
		advice: "これから進めること",
		stage: (provisional, full) => `暫定復旧の条件: ${stages[provisional]}、完全復旧の条件: ${stages[full]}`,
		stageBlocked: (stage, blocking) => `${stage === "provisional" ? "暫定" : "完全"}復旧で残っているもの: ${blocking}`,
		line: (site, ledger, checkedAt, nextCheck) => `${site}・${ledger}・${checkedAt} に点検・次回は ${nextCheck}(この日を過ぎてもここが更新されないときは、点検そのものが止まっています)`,
		noSite: "台帳",
		scoreLine: (scored, advice) => `${scored}。${advice}`,
		between: "。"
	},
	findings: {
		heading: "対応が必要なこと",
		none: "対応が必要なことはありません。",
		noneSeen: "確認できた範囲では、対応が必要なことはありません。確認できなかったことと、その対応は、下に挙げています。",
		expected: "台帳では",
		proper: "本来は",
		observed: "実際は",
		needed: "必要なこと",
		written: "台帳の記載",
		why: "復旧で困ること",
		remedy: "対応",
		who: "担当と期限",
		since: "最初に見つけた日",
		place: "台帳の場所",
		nobody: "担当は台帳に書かれていません",
		andOthers: (count) => `ほか${count}件`,
		now: "すぐに",
		by: (moment) => `${moment}まで`,
		overdue: (moment) => `すぐに(期限の${moment}を過ぎています)`,
		byNextCheck: (moment) => `次回の点検(${moment})まで`,
		sinceDay: (day, age) => age === null ? `${day}(今回)` : `${day}(${age}前)`,
		line: (line) => `${line}行目`,
		asOf: (moment) => `今回は見ていません。${moment} の点検のときの内容です。`
	},
	review: {
		contact: (name, verified) => `${name} につながることを確かめる(最後の確認: ${verified ?? "記録がありません"})`,
		access: (id, verified) => `${accessName(id)}に入れることを確かめる(最後の確認: ${verified ?? "記録がありません"})`,
		last: "台帳を読み返し、確かめた日を verified と reviewed に書く"
	},
	invalid: {
		heading: "台帳を直すところ",
		explained: "台帳を読めるようになるまで、ほかの点検はできません。上から順に直してください。"
	},
	items10: {
		heading: "10項目の状態",
		item: "項目",
		state: "状態",
		because: "理由",
		met: (count) => `そろっている${count}項目`
	},
	dates: {
		heading: "これからの日付",
		when: "いつ",
		what: "何が",
		left: "残り",
		headingWithNext: (day, what) => `これからの日付(次の期限: ${day} ${what})`,
		passed: "過ぎています",
		findingNumber: (number) => `対応 ${number}`,
		more: (count) => `ほか${count}件の日付は report.json にあります。`,
		month: (year, month) => `${year}年${month}月`,
		day: (month, day) => `${month}月${day}日`
	},
	unseen: {
		heading: "確認できなかったもの",
		explained: "良いとも悪いとも言えないものです。次の点検までに、人の目で確かめてください。",
		files: "台帳の横のファイル(手順書、テンプレート)",
		reasons: {
			offline: "外部に接続しない設定で実行しました",
			only: "今回は一部だけの点検です",
			event: "この実行では台帳だけを読みます",
			"no-credentials": "この実行では認証情報を読み取りません",
			deadline: "点検の制限時間に達しました"
		},
		notLookedAt: (what, reason) => `${what}は見ていません(${reason})`,
		before: (title, day) => `${day} には「${title}」でした。いまもそうかどうかは分かりません。`
	},
	evidence: {
		probe: "種類",
		subject: "対象",
		from: "応答したところ",
		result: "結果",
		answered: "応答あり",
		trustedByCaFile: "応答あり(ca-file の認証局だけが信頼)",
		backup: (newest, notes) => `${newest === null ? "正常なバックアップは見えませんでした" : `最新の正常なもの: ${newest}`}${notes.length === 0 ? "" : `。${notes.join("。")}`}`,
		backupNotes: {
			"failures-leave-no-trace": "失敗した回は記録に残らず、古くなったことだけが手がかりです",
			"run-is-no-backup": "ジョブの成功は、保存された中身までは示しません",
			"one-repository-for-all": "複数のサーバーのバックアップが、同じ保管先に混ざっていることがあります",
			"listing-not-available": "この契約では一覧を取得できません",
			"time-without-zone": "時刻にタイムゾーンがないため、提供元の説明に従って UTC として読みました",
			"time-from-name": "日時は、ファイル名から読みました",
			"maybe-cached": "途中のキャッシュが応答した可能性があります",
			"possibly-inconsistent": "動いている最中に取られたもので、内容に食い違いがあり得ます"
		},
		failures
	},
	holes: {
		heading: "穴(未記入のところ)",
		explained: "権限 → 連絡 → 手順 の順に並べています。",
		startWith: (items) => `まず手を付けるのは ${items} です。`,
		item: "項目",
		missing: "足りないもの",
		plan: "担当と期限",
		noPlan: "未定(台帳の plan に書いてください)",
		planned: (party, until) => until === null ? `${party}(期限は未定)` : `${party}、${until}まで`,
		others: "責任分界・そのほか",
		count: (count) => `${count}件`
	},
	notices: {
		heading: "お知らせ",
		count: (count) => `お知らせは${count}件です。`
	},
	excepted: {
		heading: "把握したうえで許容している差異",
		entry: (title, because, until) => `${title}(理由: ${because}、${until}まで)`
	},
	calendar: {
		name: (site) => `${site} の運用台帳`,
		from: (ledger) => `運用台帳(${ledger})の点検で分かった日付です。`
	},
	proposal: {
		title: (site) => `運用台帳を現実に合わせる: ${site}`,
		body: (changes) => `点検で見た実際の値が、台帳の記載と違いました。実際の状態が正しければ、この変更を取り込んでください。実際のほうが誤りであれば、取り込まずに閉じて、実際を直してください。\n\n${changes}\n\nこのプルリクエストは、点検のたびに最新の内容へ書き換わります。このブランチに人がコミットを加えると、それ以降は書き換えません。`,
		commit: "点検で見た実際の値に、台帳を合わせる",
		open: (link) => `実際の状態が正しいときの変更案は、プルリクエスト ${link} にあります。`,
		left: (link) => `この変更案のプルリクエスト ${link} は、人が手を加えたか、取り込まずに閉じたため、そのままにしています。`,
		closing: "台帳と現実が一致したため、このプルリクエストを閉じます。"
	},
	patch: {
		heading: "台帳の変更案",
		explained: "実際の状態が正しいときは、この変更を台帳に取り込んでください。実際のほうが誤りであれば、取り込まずに実際を直します。",
		show: "変更の内容を表示",
		hidden: "公開しない情報を含むため、ここには載せていません。手元で recovery-ledger accept を実行してください。"
	},
	emergency: {
		heading: (when) => `緊急の条件に当てはまります: ${when}`,
		unnamed: "(条件の名前は台帳にありません)",
		seenAt: (moment) => `これは ${moment} の点検で見たことです。連絡する前に、いまも続いているかを確かめてください。`,
		shownBy: "確認した異常",
		firstInstruction: "最初の指示",
		call: (moment) => `連絡する順(${moment} の時点)`,
		answers: "つながる時間です",
		outOfHours: "時間外です",
		hoursUnknown: "つながる時間が台帳にありません",
		ledgerLine: (path, line) => `台帳 ${path} の${line}行目`,
		openChannels: (line) => `連絡手段を開く(台帳${line}行目)`,
		wait: (span) => `${span}待って次へ`,
		waitLast: (span) => `${span}待つ(次の連絡先はありません)`,
		nobodyAnswers: "ここから先は誰も出ません",
		noCall: "連絡する相手が台帳に書かれていません。",
		nobodyNow: "いまは、どの連絡先も時間外です。それでも上から順に連絡し、誰にもつながらなければ、下の「GOサインを出せる人」の決まりに従ってください。",
		firstNow: (contact) => `いまの時間につながる最初の連絡先は、${contact} です。`,
		tell: "伝えること",
		go: "GOサインを出せる人",
		deputy: "副判断者(不在のとき)",
		unreachable: "どちらもつながらないとき",
		needs: "判断に必要な情報",
		startRecovery: "復旧を始める",
		rollback: "切り戻す(直すか、戻すか)",
		publication: "公開・非公開を決める",
		rollbackWhen: "切り戻しの基準",
		notWritten: "台帳に書かれていません"
	},
	leftOut: {
		evidence: "点検の記録と、値の一部",
		patch: "台帳の変更案",
		holes: "穴の内訳",
		notices: "お知らせの内訳",
		findings: (count) => `指摘${count}件の内容`,
		where: (run) => `長さの上限のため、ここに載せていないもの(すべて report.json にあります${run === null ? "" : `。${run}`}):`
	},
	message: {
		heading: (site, count) => `【運用台帳】${site}: 新しく対応が必要になったことが${count}件あります`,
		line: (severity, what, who, due) => `・(${severity})${what} ― ${who}、${due}`,
		invalid: (site) => `【運用台帳】${site}: 台帳を読めないため、点検できませんでした。`
	},
	footer: {
		run: (url) => `[この点検の実行記録と report.json](${url})`,
		rewritten: "この本文は点検のたびに書き換わります。人の書き込みはコメントに残してください。",
		tool: (version) => `recovery-ledger ${version}`
	},
	issue: {
		title: (site) => `運用台帳の点検: ${site}`,
		titleWithoutSite: (ledger) => `運用台帳の点検: ${ledger}`,
		labelDescription: "運用台帳の点検結果",
		news: (fresh, resolved) => {
			return `前回の点検からの変化: ${[...fresh === 0 ? [] : [`新しく見つかったもの ${fresh}件`], ...resolved === 0 ? [] : [`解消したもの ${resolved}件`]].join("、")}。`;
		},
		fresh: "新しく見つかったもの",
		resolved: "解消したもの",
		closing: "対応が必要なことがなくなったため、この issue を閉じます。次に何か見つかったときは、同じ issue を開き直します。",
		leftBehind: (number) => `このissueを作成したアカウントには、このリポジトリへの書き込み権限がなくなりました。そのためこのissueは閉じます。以後は #${number} で続けます。`,
		ledgerGone: (ledger) => `台帳\`${ledger}\`がデフォルトブランチからなくなったため、このissueは閉じます。サイトの運用が続いている場合は、台帳を元に戻してください。`,
		duplicateOf: (number) => `同じ台帳の issue が #${number} にあるため、重複として閉じます。`,
		more: (count) => `ほか${count}件`,
		body: (moment) => `${moment} の点検。くわしくはこの issue の本文にあります。`
	},
	pullRequest: {
		heading: "運用台帳への影響",
		score: (before, after) => `そろっている項目: ${before ?? "?"} → ${after ?? "?"}(10項目のうち)`,
		lower: "この変更で、そろっている項目が減ります。",
		higher: "この変更で、そろっている項目が増えます。",
		same: "そろっている項目の数は変わりません。",
		invalid: "この変更のままでは、台帳を読めません。",
		fresh: "この変更で現れるもの",
		resolved: "この変更で解消するもの",
		onChangedLines: "変更した行にあるもの",
		nothing: "この変更で増える指摘も、減る指摘もありません。",
		bounded: "認証情報を使わない範囲で確認しています。"
	},
	terminal: {
		next: "次にすること",
		explain: (rule) => `ルールの意味を読む: recovery-ledger explain ${rule}`,
		accept: "実際の値が正しければ台帳に取り込む: recovery-ledger accept --dry-run",
		questions: (ledger) => `穴を埋めるための質問を、担当ごとに用意する: recovery-ledger questions ${ledger}`,
		noNext: "次回の点検まで、することはありません。"
	},
	explain: {
		rule: "ルール",
		kind: "種類",
		severity: "重さ",
		items: "関わる項目",
		noItem: "なし(項目の数には影響しません)",
		means: "意味",
		why: "復旧で困ること",
		remedy: "対応",
		or: " または ",
		silence: (rule) => `分かったうえで許容するときは、台帳の exceptions に理由と期限を添えて書きます:\n  - { rule: ${rule}, subject: …, because: "理由", until: 2027-03-31 }`
	},
	publishFailures: {
		"no-token": () => "GitHub のトークンがありません。github-token に、issue を書けるトークンを渡してください。",
		forbidden: (detail) => `トークンに権限がありません(403)。ワークフローの permissions に ${detail} を加えてください。`,
		refused: (detail) => `GitHubに拒否されました。GitHubからの説明: 「${detail}」`,
		locked: () => "issueがロックされているため、コメントを書き込めませんでした(403)。issueの本文は最新です。コメントの内容は、ロックの解除後にお知らせします。",
		"issues-disabled": () => "このリポジトリでは issue が使えません(410)。Settings → General → Features の Issues を有効にしてください。",
		"pull-requests-disallowed": () => "GitHub Actions にプルリクエストの作成が許可されていません(403)。Settings → Actions → General の「Allow GitHub Actions to create and approve pull requests」を有効にするか、propose を patch にしてください。",
		"not-found": (detail) => `GitHub で見つかりませんでした(404${detail === "" ? "" : `、${detail}`})。リポジトリの名前と、トークンがこのリポジトリを読めるかを確かめてください。`,
		"rate-limited": (detail) => `GitHub の回数制限のため、待っても公開できませんでした${detail === "" ? "" : `(${detail})`}。時間をおいて、もう一度実行してください。`,
		unavailable: (detail) => `GitHub が応答しませんでした${detail === "" ? "" : `(${detail})`}。時間をおいて、もう一度実行してください。`,
		"too-long": () => "GitHub に「長すぎる」と断られました。report.json にはすべて書いてあります。",
		rejected: (detail) => `GitHub に断られました${detail === "" ? "" : `(${detail})`}。`,
		interrupted: () => "公開する前に、点検が異常終了しました。もう一度実行してください。"
	}
};

// src/messages/ja/schedule.ts
const schedule = {
	"schedule/will-stop": {
		means: "公開リポジトリでは、最後の更新から60日たつと、GitHub が定期実行を自動的に止めます。その日が近づいています。",
		why: "止まっても誰にも知らされません。その日から先は、期限切れや異常があっても気づけなくなります。",
		remedy: "次のどれかを行ってください。毎月、リポジトリに何か変更を入れる(月次の見直しで台帳の日付を更新すれば足ります)。「Actions」タブのワークフローのページで「Continue running workflow」を押す。台帳を非公開のリポジトリに移す(非公開なら止まりません)。",
		say: ({ pushedAt, stopsAt, isPast }, format) => ({
			title: isPast ? "この点検は、いつ GitHub に止められてもおかしくない状態です" : `この点検は、${format.day(stopsAt)}ごろに GitHub に止められます`,
			expected: "60日以内にリポジトリの更新があること",
			observed: `最後の更新は${format.day(pushedAt)}`
		})
	},
	"schedule/too-rare": {
		means: "更新の間隔が短い証明書のため、いまの点検の間隔では、自動更新の失敗に気づくのが遅れることがあります。",
		why: "ある月の点検で問題がなくても、次の点検の前に期限が切れていることがあります。",
		remedy: "ワークフローに、証明書だけを見る短い間隔の点検(`only: certificates`)を加えてください。ワークフローの例にあります。",
		say: (data) => ({
			title: `${placeName(data)} の証明書に対して、点検の間隔が長すぎます`,
			expected: data.everyDays === 1 ? "毎日の点検" : `${data.everyDays}日に1回の点検`,
			observed: `証明書の有効期間は${data.lifetimeDays}日間`
		})
	},
	"schedule/was-late": {
		means: "予定の点検が、1日以上遅れたか、行われませんでした。GitHub の定期実行は、混み合うと遅れたり抜けたりします。",
		why: "その間に起きた異常や期限切れは、知らされていません。",
		remedy: "一度だけなら対応は要りません。たびたび起こるなら、実行時刻を毎時0分ちょうどからずらし、ワークフローを誰かが止めていなかったかを確かめてください。",
		say: ({ due, came, before }, format) => ({
			title: `${format.day(due)}に予定していた点検が、遅れたか行われませんでした`,
			expected: `${format.moment(due)} の点検`,
			observed: `${format.moment(before)} から ${format.moment(came)} までの間、点検なし`
		})
	}
};

// src/messages/ja/tls.ts
/** ホスト名。一部のアドレスだけの話であれば、そのアドレスも添える。 */
const named = (place) => place.addresses === void 0 || place.addresses.length === 0 ? placeName(place) : `${placeName(place)}(${place.addresses.join("、")} のみ)`;
const certificate = ({ which, subject }, of) => which === "leaf" ? `${of} の証明書` : `${of} の中間証明書「${subject}」`;
const orNothing = (names, format) => names.length === 0 ? "名前の記載がない" : format.list(names.slice(0, 8));
const how = (isInferred) => isInferred ? "(更新の方法は認証局からの推定です。台帳に `renewal` を書いてください)" : "";
const warned = "訪問者にはサイトの代わりに警告画面が表示され、アプリや決済の接続も切れます。障害のように見えるため、原因の調査が遠回りになります。";
const cannotConnect = "一部の訪問者や多くの外部サービスが接続できません。見えている人には問題がないように見えます。";
const replaceIt = "ブラウザーが信頼する認証局の証明書に入れ替えてください。誰がどのように入れ替えるかは、台帳の「入口」の証明書の欄にあります。";
const refusals = {
	"unknown-name": "サーバーにこの名前の設定がありません",
	"nothing-in-common": "共通に使える暗号方式がありません",
	"not-encrypted": "このポートの応答は暗号化されていません",
	"old-protocols": "現在使われている版の暗号化に対応していません",
	"no-starttls": "サーバーがこのポートでの暗号化(STARTTLS)に対応していません",
	"internal-error": "サーバーが内部エラーを返しています",
	denied: "サーバーが接続を拒否しています",
	"broken-off": "サーバーが暗号化の手続きを中断しました"
};
const weaknesses = (code) => {
	if (/DH_KEY_TOO_SMALL/.test(code)) return "鍵交換(DHE)の鍵が短すぎます";
	if (/RENEGOTIATION/.test(code)) return "安全な再ネゴシエーションに対応していません";
	return "暗号化の方式が古いままです";
};
const tls = {
	"tls/expired": {
		means: "サーバーが送っている、訪問者の確認に必要な証明書の有効期限が切れています。",
		why: warned,
		remedy: "すぐに証明書を更新し、サーバーに読み込ませてください。自動更新のはずであれば、失敗した理由(更新プログラムのログ、必要なDNSレコードやパス)を調べてください。",
		say: (data, format) => ({
			title: `${certificate(data, named(data))}の有効期限が ${format.day(data.notAfter)} に切れています`,
			expected: "有効な証明書",
			observed: `有効期限 ${format.moment(data.notAfter)}`
		})
	},
	"tls/not-yet-valid": {
		means: "サーバーが送っている証明書の有効期間が、まだ始まっていません。",
		why: warned,
		remedy: "いま有効な証明書に入れ替えてください。置いたファイルが正しいかを確かめてください。",
		say: (data, format) => ({
			title: `${certificate(data, named(data))}は ${format.day(data.notBefore)} まで有効になりません`,
			expected: "いま有効な証明書",
			observed: `有効期間は ${format.moment(data.notBefore)} から`
		})
	},
	"tls/hostname-mismatch": {
		means: "証明書に書かれた名前に、訪問者が開く名前が含まれていません。",
		why: warned,
		remedy: "このホストの証明書が使われるように設定してください。サーバーやCDNにこの名前の設定がない、DNSが別のサーバーを指している、という原因がよくあります。",
		say: (data, format) => ({
			title: `${named(data)} の証明書が別のサイトのものです`,
			expected: data.host,
			observed: orNothing(data.names, format)
		})
	},
	"tls/untrusted-root": {
		means: "証明書をたどっても、ブラウザーが信頼する認証局に行き着きません。",
		why: warned,
		remedy: replaceIt,
		say: (data) => ({
			title: `${named(data)} の証明書は、ブラウザーが信頼する認証局のものではありません`,
			expected: "ブラウザーが信頼する認証局",
			observed: `${data.issuer ?? "認証局の記載なし"}${data.code === null ? "" : `(${data.code})`}`,
			...data.missing ? { remedy: "サーバーが証明書の一部を送っておらず、取り寄せて確かめることもできませんでした。まず中間証明書まで含めて設定し、それでも直らなければ、公的な認証局の証明書に入れ替えてください。" } : {}
		})
	},
	"tls/self-signed": {
		means: "認証局が発行したものではない、サーバー自身が署名した証明書(自己署名証明書)です。",
		why: warned,
		remedy: replaceIt,
		say: (data) => ({
			title: `${named(data)} の証明書が自己署名です`,
			expected: "ブラウザーが信頼する認証局",
			observed: "自己署名"
		})
	},
	"tls/wrong-purpose": {
		means: "証明書、またはそれを保証する証明書の用途が、Webサーバー用ではありません。",
		why: warned,
		remedy: "サーバー認証用の証明書を発行し、入れ替えてください。",
		say: (data) => ({
			title: `${named(data)} の証明書はサーバー用ではありません`,
			expected: "サーバー認証用",
			observed: "別の用途のみ"
		})
	},
	"tls/handshake-failed": {
		means: "サーバーは応答しますが、暗号化接続が確立できません。",
		why: "訪問者は誰もサイトを開けません。原因は暗号化(TLS)やCDNの設定にあり、Webサーバーの再起動ではまず直りません。",
		remedy: "DNSの指すサーバーやCDNに、このホストと証明書の設定があるかを確かめてください。直前の設定変更があれば元に戻してください。",
		say: (data) => ({
			title: `${named(data)} に暗号化接続ができません。${refusals[refusalOf(data.code)]}`,
			expected: "暗号化接続ができる",
			observed: data.code
		})
	},
	"tls/revoked": {
		means: "有効期限の前に、認証局が証明書を失効させています。",
		why: "ブラウザーやアプリから順に接続を拒否されていきます。秘密鍵が漏れていることもあります。",
		remedy: "新しい鍵で証明書を発行し、すぐに入れ替えてください。失効した理由も認証局に確かめてください。",
		say: (data, format) => ({
			title: `${certificate(data, named(data))}が ${format.day(data.revokedAt)} に失効しています`,
			expected: "失効していない",
			observed: `${format.moment(data.revokedAt)} に失効`
		})
	},
	"tls/weak-key": {
		means: "証明書の鍵が、ブラウザーの求める長さに足りません。",
		why: cannotConnect,
		remedy: "現在の基準の鍵(RSA 2048ビット、または楕円曲線 P-256)で証明書を発行し直してください。",
		say: (data) => ({
			title: `${certificate(data, named(data))}の鍵が短すぎます`,
			expected: "RSA 2048ビットまたは楕円曲線 P-256 以上",
			observed: data.key
		})
	},
	"tls/weak-signature": {
		means: "ブラウザーが受け付けなくなった古い方式で、証明書が署名されています。",
		why: cannotConnect,
		remedy: "証明書を発行し直してください。いまの認証局はすべて SHA-256 以上で署名します。",
		say: (data) => ({
			title: `${certificate(data, named(data))}の署名が古い方式です`,
			expected: "SHA-256 以上",
			observed: data.algorithm
		})
	},
	"tls/old-protocol-only": {
		means: "サーバーが、ブラウザーで廃止された TLS 1.0 か 1.1 にしか対応していません。",
		why: "現在のブラウザーではサイトを開けません。開けている人は古いソフトを使っています。",
		remedy: "サーバーで TLS 1.2 と 1.3 を有効にしてください。ソフトが古くて対応できなければ、更新してください。",
		say: (data) => ({
			title: `${named(data)} が古い暗号化にしか対応していません`,
			expected: "TLS 1.2 以上",
			observed: data.protocol
		})
	},
	"tls/incomplete-chain": {
		means: "サーバーが中間証明書を送っていません。ブラウザーは自分で補うことが多い一方、アプリや他のサーバーは補いません。",
		why: "ブラウザーでは見えるのに、決済の通知、アプリ、監視からの接続が失敗します。復旧の際に「見えているから大丈夫」と見落とされます。",
		remedy: "証明書単体ではなく、中間証明書まで含むファイル(fullchain.pem など)を設定してください。",
		say: (data) => ({
			title: `${named(data)} が中間証明書を送っていません`,
			expected: "中間証明書まで送る",
			observed: `「${data.missing}」がない`
		})
	},
	"tls/addresses-disagree": {
		means: "同じホストのサーバーの間で証明書が異なり、古いままのサーバーがあるようです。",
		why: "更新が一部のサーバーに届いていません。どのサーバーにつながるかで結果が変わるため、夜間には原因が見つかりにくくなります。",
		remedy: "最新の証明書をすべてのサーバーに入れ、それぞれに読み込ませてください。",
		say: (data, format) => ({
			title: `${placeName(data)} のサーバーごとに証明書が異なります`,
			expected: "すべてのサーバーで同じ証明書",
			observed: data.certificates.map((each) => `${each.addresses.join("、")}: ${each.serial}(${format.day(each.notAfter)} まで)`).join("、")
		})
	},
	"tls/name-not-covered": {
		means: "台帳で必要とされている名前が、証明書に含まれていません。",
		why: "その名前で開いた人には警告が出ます。復旧の際に、その名前が迂回路になることもあります。",
		remedy: "すべての名前を含めて証明書を発行し直してください。使わなくなった名前であれば、台帳を直してください。",
		say: (data, format) => ({
			title: `${named(data)} の証明書に ${format.list(data.missing)} が含まれていません`,
			expected: format.list(data.missing),
			observed: orNothing(data.names, format)
		})
	},
	"tls/issuer-differs": {
		means: "証明書を発行した認証局が、台帳と違います。",
		why: "誰が、どこで、どのアカウントで更新するのかが台帳と変わっています。期限が切れた夜に、違う窓口を訪ねることになります。",
		remedy: "誰が認証局を変えたのか、いまどのように更新しているのかを確かめ、台帳(認証局、更新の方法、更新できる人)を直してください。",
		say: (data, format) => ({
			title: `${named(data)} の証明書の認証局が台帳と違います`,
			expected: format.list(data.expected),
			observed: data.issuer ?? "組織名の記載なし"
		})
	},
	"tls/old-protocol": {
		means: "サーバーが、新しい版に加えて TLS 1.0 か 1.1 も受け付けています。",
		why: "必要とする訪問者はほとんどおらず、セキュリティ診断で指摘されます。急ぎの対応は不要です。",
		remedy: "次にサーバーの設定を変えるときに、TLS 1.0 と 1.1 を無効にしてください。",
		say: (data) => ({
			title: `${named(data)} が古い暗号化も受け付けています`,
			expected: "TLS 1.2 以上のみ",
			observed: `${data.protocol} も受け付ける`
		})
	},
	"tls/weak-handshake": {
		means: "ブラウザーではサイトが開けますが、サーバーの暗号化の設定が古いため(短いDHE鍵、安全な再ネゴシエーションがない、など)、基準の厳しいプログラムは接続できません。",
		why: "ブラウザーで開けていても、アプリや決済の通知、監視が失敗することがあります。古い方式は、ブラウザーでも順に使えなくなっていきます。",
		remedy: "サーバーのTLS設定を見直してください。Mozillaが公開している「intermediate」の設定が目安です(DHEではなくECDHEを使い、ソフトウェアを更新する)。",
		say: (data) => ({
			title: `${named(data)} にはブラウザーからしか接続できません。${weaknesses(data.code)}`,
			expected: "現在のプログラムが受け入れる暗号化",
			observed: data.code
		})
	},
	"tls/revocation-unknown": {
		means: "認証局の失効リストを読めなかったため、この証明書が失効しているかどうかを確認できません。",
		why: "失効した証明書は、ブラウザーから順に拒否されていきます。失効の兆しがあるわけではなく、確認できなかったという知らせです。",
		remedy: "すぐに対応する必要はありません。何回も続くようであれば、失効リストを取得できるかを認証局に確かめてください。",
		say: (data, format) => ({
			title: `${certificate(data, named(data))}が失効していないかを確認できませんでした`,
			expected: "失効リストを読める",
			observed: format.list(data.lists)
		})
	},
	"tls/staple-missing": {
		means: "証明書が、有効であることの証明(OCSPステープリング)をサーバーが一緒に送るよう求めていますが(must-staple)、サーバーが送っていません。",
		why: "Firefoxでは接続が拒否されます。ほかのブラウザーでは開けるため、原因に気づきにくくなります。",
		remedy: "サーバーでOCSPステープリングを有効にするか、must-stapleの指定がない証明書を発行し直してください。OCSPの提供を終えた認証局も増えています。",
		say: (data) => ({
			title: `${named(data)} が、証明書の求める有効性の証明を送っていません`,
			expected: "OCSP応答が証明書とともに届く",
			observed: "届かない"
		})
	},
	"tls/intermediate-expires": {
		means: "サーバーが一緒に送っている証明書の有効期限が、サイトの証明書より先に切れます。",
		why: "サイトの証明書は有効に見えるため、警告の原因がなかなか見つかりません。",
		remedy: "認証局の現在の中間証明書を、サイトの証明書と一緒に設定し直してください。",
		say: (data, format) => ({
			title: `${named(data)} の中間証明書「${data.subject}」の有効期限が ${format.day(data.notAfter)} に切れます`,
			expected: "サイトの証明書と同じかそれ以上の期間",
			observed: `有効期限 ${format.moment(data.notAfter)}`
		})
	},
	"tls/expires-soon": {
		means: "手動で更新する証明書の、更新の時期です。必要な日数を残せる最後の点検か、すでにその日数を切っています。",
		why: "期限が切れると、すべての訪問者に警告画面が表示されます。手動の更新には、申し込み、審査、承認、設置で数日かかります。",
		remedy: "ここに示した日までに、新しい証明書を取得して設置してください。",
		say: (data, format) => ({
			title: data.isPast ? `${placeName(data)} の証明書の有効期限(${format.day(data.notAfter)})まで、更新に必要な日数が残っていません` : `${placeName(data)} の証明書を ${format.day(data.renewBy)} までに更新してください`,
			expected: `${format.day(data.renewBy)} までに更新${how(data.isInferred)}`,
			observed: `有効期限 ${format.moment(data.notAfter)}`
		})
	},
	"tls/renewal-overdue": {
		means: "自動で更新されるはずの証明書が、更新されていません。",
		why: "自動更新が止まっていても、誰にも知らされません。期限が切れると、すべての訪問者に警告画面が表示されます。",
		remedy: "更新プログラムのログを確かめ、手動で実行してください。サーバーやDNSの移転、パスの遮断、アカウントの失効がよくある原因です。もともとこれより遅く更新される証明書であれば、台帳に `renews-before` を書いてください。",
		say: (data, format) => ({
			title: `${placeName(data)} の証明書が自動更新されていません`,
			expected: `${format.day(data.dueAt)} ごろに更新${how(data.isInferred)}`,
			observed: `更新されていない。有効期限 ${format.moment(data.notAfter)}`
		})
	},
	"tls/renewal-ahead": {
		means: "手動で更新する証明書を、次の次の点検までに更新する必要があります。",
		why: "まだ対応は不要です。点検が一度抜けても間に合うように、早めに知らせています。",
		remedy: "更新の予定を立ててください。",
		say: (data, format) => ({
			title: `${placeName(data)} の証明書は ${format.day(data.renewBy)} までに更新が必要です`,
			expected: `${format.day(data.renewBy)} までに更新${how(data.isInferred)}`,
			observed: `有効期限 ${format.moment(data.notAfter)}`
		})
	}
};

// src/messages/ja/index.ts
const messages$1 = {
	language: "ja",
	rules: completed({
		...ledger,
		...http,
		...tls,
		...dns,
		...mail,
		...domain,
		...backup,
		...people,
		...schedule,
		...probe,
		...checklist,
		...change
	}, holeSaid),
	problems,
	dates,
	command,
	report,
	recovery,
	handover,
	accept,
	fleet,
	questions
};

// src/messages/index.ts
const messages = {
	ja: messages$1,
	en: messages$2
};
function messagesFor(language) {
	return messages[language];
}

export { rule as a, itemNumbers as i, causeOf as n, severityRank as o, gap as r, topics$2 as s, messagesFor as t };