import { c as textOf, i as listOf, o as objectOf, r as jsonOf } from "./providers-reply.js";
import { r as isoOfMilliseconds } from "./providers-times.js";

// src/providers/kinsta/index.ts
const host = "api.kinsta.com";
/**
* The backups of an environment at Kinsta: those made daily, those that people made, and those that Kinsta makes before
* a risky step; all can be restored, so all count. There is no status, and no size; times are milliseconds since 1970.
* One answer holds them all. https://api-docs.kinsta.com/tag/Backups
*/
const provider = {
	hosts: () => [host],
	async listRestorePoints({ environment }, edge, signal) {
		const { KINSTA_API_KEY } = edge.variables("KINSTA_API_KEY");
		const reply = await edge.send({
			url: `https://${host}/v2/sites/environments/${environment}/backups`,
			headers: {
				accept: "application/json",
				authorization: `Bearer ${KINSTA_API_KEY}`
			}
		}, signal);
		return {
			points: listOf(objectOf(objectOf(jsonOf(reply)).environment).backups).map((backup) => ({
				id: textOf(backup.id) ?? "",
				state: "good",
				rawState: null,
				at: isoOfMilliseconds(backup.created_at),
				meaning: "created"
			})),
			isComplete: true,
			clock: reply.date,
			evidence: "existence",
			isSamePlace: true,
			notes: ["failures-leave-no-trace"]
		};
	}
};

export { provider };