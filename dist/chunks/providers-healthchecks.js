import { i as placeName, t as hostAndPort } from "./protocols-parts.js";
import { a as numberOf, c as textOf, i as listOf, o as objectOf, r as jsonOf } from "./providers-reply.js";
import { n as isoOfInstant, r as isoOfMilliseconds } from "./providers-times.js";

// src/providers/healthchecks/index.ts
/** `last_ping` and a change of status are cut to whole seconds, each on its own. */
const sameMomentMs = 2e3;
/**
* What a backup last reported to Healthchecks. `last_ping` is moved by reports of failure as well as of success, so
* it is a success only while the check is up. Of one that is down the changes of status ("flips") tell which it was:
* a report of failure takes a check down at that very moment, or comes while it is down; lateness takes it down after
* the last report, which then was a success. Pings listed one by one need the check's UUID and a key that may write.
*
* Fields, statuses and keys: https://healthchecks.io/docs/api/; what moves `last_ping`, and when a flip is written:
* `Check.ping` in `hc/api/models.py` of the project's source (at 29b5ec2), where flips come as `{ flips: […] }` and not
* as the list of the documentation. The project names no variable for its key; HC_API_KEY is this program's.
*/
const provider = {
	hosts({ endpoint }, edge) {
		if (endpoint === void 0) return ["healthchecks.io"];
		const url = new URL(endpoint);
		return edge.isNamed(url) ? [placeName(hostAndPort(url))] : [];
	},
	async listRestorePoints(target, edge, signal) {
		const ask = opened(target, edge, signal);
		const reply = await ask("");
		const check = objectOf(jsonOf(reply));
		const pings = target.check.includes("-") ? await readPings(ask) : null;
		const read = pings === null ? await pointsOfCheck(check, ask) : pointsOfPings(pings);
		return {
			...read,
			points: [...read.points, ...check.started === true ? [startOf(pings)] : []],
			isNewestOnly: true,
			clock: reply.date,
			evidence: "heartbeat",
			notes: ["run-is-no-backup"]
		};
	}
};
function opened({ check, endpoint }, edge, signal) {
	const { HC_API_KEY } = edge.variables("HC_API_KEY");
	const base = (endpoint ?? "https://healthchecks.io").replace(/\/$/, "");
	const headers = {
		accept: "application/json",
		"x-api-key": HC_API_KEY
	};
	return (path) => edge.send({
		url: `${base}/api/v3/checks/${check}${path}`,
		headers
	}, signal);
}
/** The reports one by one, newest first; null where the key may not read them. */
async function readPings(ask) {
	const reply = await ask("/pings/");
	if (reply.status === 401 || reply.status === 403) return null;
	return listOf(objectOf(jsonOf(reply)).pings);
}
function pointsOfPings(pings) {
	return {
		points: pings.flatMap((ping) => {
			const type = textOf(ping.type);
			if (type === "start" || type === "log" || type === "ign") return [];
			const state = type === "success" ? "good" : type === "fail" ? "failed" : "unknown";
			const at = isoOfInstant(ping.date);
			const seconds = numberOf(ping.duration);
			const startedAt = seconds === null ? null : isoOfMilliseconds(Date.parse(at) - seconds * 1e3);
			return [{
				id: textOf(ping.n) ?? "",
				state,
				rawState: type,
				at,
				meaning: "pinged",
				startedAt
			}];
		}),
		isComplete: pings.length === 0 || pings.some(({ type, n }) => type === "success" || n === 1)
	};
}
/** What the check alone tells of its last report, with its flips where it is down. */
async function pointsOfCheck(check, ask) {
	const status = textOf(check.status);
	if (check.last_ping == null) return {
		points: [],
		isComplete: numberOf(check.n_pings) === 0
	};
	const last = {
		id: "last_ping",
		rawState: status,
		at: isoOfInstant(check.last_ping),
		meaning: "pinged"
	};
	if (status === "up" || status === "grace") return {
		points: [{
			...last,
			state: "good"
		}],
		isComplete: true
	};
	if (status !== "down") return {
		points: [{
			...last,
			state: "unknown"
		}],
		isComplete: true
	};
	const flips = await readFlips(ask);
	const [newest] = flips;
	if (newest === void 0) return {
		points: [{
			...last,
			state: "unknown"
		}],
		isComplete: true
	};
	if (!(!newest.up && Date.parse(last.at) >= newest.at - sameMomentMs)) return {
		points: [{
			...last,
			rawState: null,
			state: "good"
		}],
		isComplete: true
	};
	const up = flips.find((flip) => flip.up);
	const good = {
		id: "up",
		state: "good",
		rawState: null,
		meaning: "pinged"
	};
	return {
		points: [{
			...last,
			rawState: "fail",
			state: "failed"
		}, ...up === void 0 ? [] : [{
			...good,
			at: isoOfMilliseconds(up.at)
		}]],
		isComplete: false
	};
}
/** Changes of status, newest first. */
async function readFlips(ask) {
	const answer = jsonOf(await ask("/flips/"));
	return listOf(Array.isArray(answer) ? answer : objectOf(answer).flips).map(({ timestamp, up }) => ({
		at: Date.parse(isoOfInstant(timestamp)),
		up: up === 1
	})).sort((a, b) => b.at - a.at);
}
/** The run that has reported its start and no end; its time is given with the pings alone. */
function startOf(pings) {
	const start = pings?.find(({ type }) => type === "start");
	const startedAt = start === void 0 ? null : isoOfInstant(start.date);
	return {
		id: "started",
		state: "in-progress",
		rawState: "started",
		at: startedAt,
		meaning: "started",
		startedAt
	};
}

export { provider };