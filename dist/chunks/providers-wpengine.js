import { t as ProbeFailure } from "./edge-failure.js";
import { n as readPages } from "./providers-pages.js";
import { c as textOf, i as listOf, o as objectOf, r as jsonOf, s as stateIn } from "./providers-reply.js";
import { n as isoOfInstant } from "./providers-times.js";

// src/providers/wpengine/index.ts
const host = "api.wpengineapi.com";
const states = {
	completed: "good",
	requested: "in-progress",
	in_progress: "in-progress",
	initiated: "in-progress",
	aborted: "failed"
};
/**
* The backups of an environment at WP Engine, with the moment at which each completed.
* https://developers.wpengine.com/docs/managed-hosting-platform/api/reference/operations/listbackups/
*
* The listing is newer than the rest of this API: where it is not there and the environment is, nothing can be said.
*/
const provider = {
	hosts: () => [host],
	async listRestorePoints({ install }, edge, signal) {
		const { WPE_API_USER_ID, WPE_API_PASSWORD } = edge.variables("WPE_API_USER_ID", "WPE_API_PASSWORD");
		const basic = Buffer.from(`${WPE_API_USER_ID}:${WPE_API_PASSWORD}`).toString("base64");
		edge.mask(basic);
		const headers = {
			accept: "application/json",
			authorization: `Basic ${basic}`
		};
		const base = `https://${host}/v1/installs/${install}`;
		let clock = null;
		const ask = async (url) => {
			const reply = await edge.send({
				url,
				headers
			}, signal);
			clock = reply.date ?? clock;
			return reply;
		};
		const shared = {
			evidence: "status",
			isSamePlace: true
		};
		try {
			const { items, isComplete } = await readPages(async (offset) => {
				const answer = objectOf(jsonOf(await ask(`${base}/backups?limit=100&offset=${offset ?? "0"}`)));
				return {
					items: listOf(answer.results),
					next: offsetOf(textOf(answer.next))
				};
			});
			return {
				...shared,
				points: items.map(pointOf),
				isComplete,
				clock
			};
		} catch (error) {
			if (!(error instanceof ProbeFailure) || error.code !== "not-found") throw error;
			jsonOf(await ask(base));
			return {
				...shared,
				points: [],
				isComplete: false,
				clock,
				notes: ["listing-not-available"]
			};
		}
	}
};
/** Of the next page; the address itself is not followed. */
function offsetOf(next) {
	if (next === null) return null;
	const offset = URL.parse(next)?.searchParams.get("offset") ?? "";
	if (!/^\d{1,6}$/.test(offset)) throw new ProbeFailure("response-unexpected", "next");
	return offset;
}
function pointOf(backup) {
	const rawState = textOf(backup.status);
	const state = stateIn(states, rawState);
	const id = textOf(backup.id) ?? "";
	const startedAt = backup.create_time == null ? null : isoOfInstant(backup.create_time);
	if (state !== "good") return {
		id,
		state,
		rawState,
		at: startedAt,
		meaning: "created",
		startedAt
	};
	return {
		id,
		state,
		rawState,
		at: isoOfInstant(backup.complete_time),
		meaning: "completed",
		startedAt
	};
}

export { provider };