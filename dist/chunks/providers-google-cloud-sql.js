import { t as ProbeFailure } from "./edge-failure.js";
import { n as tokenHosts, t as openService } from "./providers-google-parts.js";
import { n as readPages } from "./providers-pages.js";
import { a as numberOf, c as textOf, i as listOf, o as objectOf, s as stateIn } from "./providers-reply.js";
import { n as isoOfInstant } from "./providers-times.js";

// src/providers/google-cloud-sql/index.ts
const host = "sqladmin.googleapis.com";
/** https://cloud.google.com/sql/docs/mysql/admin-api/rest/v1/backupRuns#sqlbackuprunstatus */
const states = {
	SUCCESSFUL: "good",
	ENQUEUED: "in-progress",
	RUNNING: "in-progress",
	FAILED: "failed",
	OVERDUE: "failed",
	DELETION_PENDING: "expired",
	DELETED: "expired"
};
/**
* Backups of one instance, those that Cloud SQL takes and those that a person took; where point-in-time recovery is
* on, also the latest moment that the instance can be restored to. What Google's Backup and DR Service keeps of an
* instance is not in that list: the listing is then not complete.
*/
const provider = {
	hosts: () => [host, ...tokenHosts],
	async listRestorePoints(target, edge, signal) {
		const sql = await openService(host, "sqlservice.admin", edge, signal);
		const path = `/v1/projects/${encodeURIComponent(target.project)}/instances/${target.instance}`;
		const instance = await sql.read(path);
		const settings = objectOf(instance.settings ?? {}, "settings");
		const backups = objectOf(settings.backupConfiguration ?? {}, "backupConfiguration");
		const latest = backups.enabled !== false && backups.pointInTimeRecoveryEnabled === true ? await readLatest(sql, path) : null;
		const { items, isComplete } = await readPages(async (token) => {
			const answer = await sql.read(`${path}/backupRuns`, {
				maxResults: "500",
				pageToken: token
			});
			return {
				items: (answer.items === void 0 ? [] : listOf(answer.items, "items")).map(pointOf),
				next: textOf(answer.nextPageToken)
			};
		});
		return {
			points: [...latest === null ? [] : [{
				id: target.instance,
				state: "good",
				rawState: null,
				at: latest,
				meaning: "restorable-to"
			}], ...items],
			isComplete: isComplete && isKeptByCloudSql(textOf(backups.backupTier)),
			clock: sql.clock,
			evidence: "status",
			automatic: backups.enabled === true ? "on" : backups.enabled === false ? "off" : null,
			isSamePlace: true,
			location: textOf(backups.location) ?? textOf(instance.region)
		};
	}
};
/** https://cloud.google.com/sql/docs/mysql/admin-api/rest/v1/instances#backuptier */
function isKeptByCloudSql(tier) {
	return tier === null || tier === "STANDARD" || tier === "BACKUP_TIER_UNSPECIFIED";
}
/** Null where the instance keeps its logs where the service cannot tell their end, which it answers with 400. */
async function readLatest(sql, path) {
	let answer;
	try {
		answer = await sql.read(`${path}/getLatestRecoveryTime`);
	} catch (error) {
		if (error instanceof ProbeFailure && error.detail?.startsWith("HTTP 400") === true) return null;
		throw error;
	}
	const latest = textOf(answer.latestRecoveryTime);
	return latest === null ? null : isoOfInstant(latest);
}
function pointOf(run) {
	const rawState = textOf(run.status);
	const state = stateIn(states, rawState);
	const [ended, started] = [textOf(run.endTime), textOf(run.startTime) ?? textOf(run.enqueuedTime)];
	const at = state === "good" ? ended : ended ?? started ?? textOf(run.windowStartTime);
	return {
		id: textOf(run.id) ?? "",
		state,
		rawState,
		at: at === null && state !== "good" ? null : isoOfInstant(at),
		meaning: ended === null ? "started" : "completed",
		startedAt: started === null ? null : isoOfInstant(started),
		sizeBytes: numberOf(run.maxChargeableBytes),
		sizeMeaning: "billable"
	};
}

export { provider };