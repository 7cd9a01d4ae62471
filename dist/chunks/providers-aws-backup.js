import { n as serviceHosts, t as openService } from "./providers-aws-service.js";
import { n as readPages } from "./providers-pages.js";
import { a as numberOf, c as textOf, i as listOf, o as objectOf, s as stateIn } from "./providers-reply.js";
import { i as isoOfSeconds, r as isoOfMilliseconds } from "./providers-times.js";

// src/providers/aws-backup/index.ts
const pointStates = {
	COMPLETED: "good",
	AVAILABLE: "good",
	PARTIAL: "partial",
	CREATING: "in-progress",
	DELETING: "expired",
	EXPIRED: "expired"
};
const jobStates = {
	CREATED: "in-progress",
	PENDING: "in-progress",
	RUNNING: "in-progress",
	ABORTING: "failed",
	ABORTED: "failed",
	FAILED: "failed",
	EXPIRED: "failed"
};
/**
* The recovery points of AWS Backup, and the jobs that left none. A point's time is when its job began: what it holds
* is no younger. Sizes are shown and never compared: AWS documents that they are zero for RDS, the volume's for EBS,
* the difference for EFS. Fields and states: the models of `@aws-sdk/client-backup`, and
* https://docs.aws.amazon.com/aws-backup/latest/devguide/API_RecoveryPointByBackupVault.html; a list by resource has
* other names in part (`BackupSizeBytes`) and no lifecycle. A continuous backup is one point, made once, which every later
* job brings up to date: its time is that of its last job that completed, and where none is listed it is not known.
* https://docs.aws.amazon.com/aws-backup/latest/devguide/point-in-time-recovery.html
*/
const provider = {
	hosts: (target, edge) => serviceHosts("backup", target.region, edge),
	async listRestorePoints(target, edge, signal) {
		const service = await openService("backup", target.region, edge, signal);
		const [place, filter] = target.resource === void 0 ? [`backup-vaults/${target.vault ?? ""}`, `backupVaultName=${target.vault ?? ""}`] : [`resources/${encodeURIComponent(target.resource)}`, `resourceArn=${encodeURIComponent(target.resource)}`];
		const own = await readAll(service, `${place}/recovery-points?maxResults=1000`, "RecoveryPoints");
		const jobs = await readAll(service, `backup-jobs?${filter}&maxResults=1000`, "BackupJobs");
		const points = [...own.items.map((point) => isContinuous(point) ? upToDate(point, jobs.items) : pointOf(point)), ...jobs.items.filter(({ State }) => typeof State === "string" && Object.hasOwn(jobStates, State)).filter((job) => !own.items.some((point) => isOf(job, point))).map(attemptOf)];
		return {
			points: new Set(points.flatMap(({ series }) => series ?? [])).size < 2 ? points : points.map((point) => ({
				...point,
				kind: shortNameOf(point)
			})),
			isComplete: own.isComplete && jobs.isComplete,
			clock: service.clock,
			evidence: "status",
			location: target.vault ?? target.region ?? null
		};
	}
};
function readAll(service, path, name) {
	return readPages(async (token) => {
		const answer = await service.read(token === null ? path : `${path}&nextToken=${encodeURIComponent(token)}`);
		return {
			items: listOf(answer[name], name),
			next: textOf(answer.NextToken)
		};
	});
}
/** Whether the point is what the job is making: of a continuous one, the next state of what is there already. */
function isOf(job, point) {
	return namesPoint(job, point) && !isContinuous(point);
}
function namesPoint(job, point) {
	return typeof job.RecoveryPointArn === "string" && job.RecoveryPointArn === point.RecoveryPointArn;
}
function isContinuous({ RecoveryPointArn: arn, Status: status }) {
	return status === "AVAILABLE" && /:recovery-point:continuous:/.test(textOf(arn) ?? "");
}
function upToDate(point, jobs) {
	const times = jobs.filter((job) => job.State === "COMPLETED" && namesPoint(job, point)).map(({ CreationDate }) => Date.parse(isoOfSeconds(CreationDate)));
	const made = {
		...pointOf(point),
		expiresAt: null
	};
	if (times.length === 0) return {
		...made,
		state: "unknown",
		at: null
	};
	return {
		...made,
		at: isoOfMilliseconds(Math.max(...times)),
		meaning: "started"
	};
}
/** The resource's part of its ARN: `db:example-db`, `volume/vol-0a1b2c3d`. */
function shortNameOf({ series }) {
	return series?.split(":").slice(5).join(":") || series || null;
}
function pointOf(point) {
	const rawState = textOf(point.Status);
	const deleted = point.CalculatedLifecycle ? objectOf(point.CalculatedLifecycle).DeleteAt : null;
	return {
		id: textOf(point.RecoveryPointArn) ?? "",
		state: stateIn(pointStates, rawState),
		rawState,
		at: isoOfSeconds(point.CreationDate),
		meaning: "created",
		expiresAt: deleted === void 0 || deleted === null ? null : isoOfSeconds(deleted),
		sizeBytes: numberOf(point.BackupSizeInBytes ?? point.BackupSizeBytes),
		sizeMeaning: "billable",
		series: textOf(point.ResourceArn)
	};
}
function attemptOf(job) {
	const rawState = textOf(job.State);
	return {
		id: textOf(job.BackupJobId) ?? "",
		state: stateIn(jobStates, rawState),
		rawState,
		at: isoOfSeconds(job.CreationDate),
		meaning: "started",
		startedAt: isoOfSeconds(job.CreationDate),
		series: textOf(job.ResourceArn)
	};
}

export { provider };