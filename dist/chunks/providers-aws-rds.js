import { t as ProbeFailure } from "./edge-failure.js";
import { n as serviceHosts, t as openService } from "./providers-aws-service.js";
import { n as readPages } from "./providers-pages.js";
import { a as numberOf, s as stateIn } from "./providers-reply.js";
import { n as isoOfInstant } from "./providers-times.js";

// src/providers/aws-rds/index.ts
const instances = {
	database: "DBInstance",
	snapshot: "DBSnapshot",
	types: [null, "awsbackup"]
};
/** The reference names no type of AWS Backup's for clusters; `aws-backup` shows those. */
const clusters = {
	database: "DBCluster",
	snapshot: "DBClusterSnapshot",
	types: [null]
};
const states = {
	available: "good",
	creating: "in-progress",
	copying: "in-progress",
	failed: "failed",
	deleting: "expired"
};
/**
* The latest moment that a database of RDS can be restored to, and its snapshots: its own, people's and AWS Backup's.
* The time of a snapshot is that of the original where it is a copy. Names and meanings of the fields, and that types
* left out give automated and manual ones alone: the models of `@aws-sdk/client-rds`, and the API reference,
* https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBSnapshots.html. The states of a snapshot are
* no closed list there: any but those above is unknown, and not good.
*/
const provider = {
	hosts: (target, edge) => serviceHosts("rds", target.region, edge),
	async listRestorePoints(target, edge, signal) {
		const words = target.cluster === void 0 ? instances : clusters;
		const name = target.instance ?? target.cluster ?? "";
		const rds = await openService("rds", target.region, edge, signal);
		const database = await readDatabase(rds, words, name);
		const retention = numberOf(database.textAt("BackupRetentionPeriod"));
		const latest = database.textAt("LatestRestorableTime");
		const points = [];
		if (latest !== null && retention !== 0) points.push({
			id: name,
			state: "good",
			rawState: null,
			at: isoOfInstant(latest),
			meaning: "restorable-to"
		});
		let isComplete = true;
		for (const type of words.types) {
			const read = await readSnapshots(rds, words, name, type);
			points.push(...read.items.map((each) => pointOf(each, words)));
			isComplete &&= read.isComplete;
		}
		return {
			points,
			isComplete,
			clock: rds.clock,
			evidence: "status",
			automatic: retention === null ? null : retention === 0 ? "off" : "on",
			isSamePlace: true,
			location: target.region ?? null
		};
	}
};
async function readDatabase(rds, { database }, name) {
	const action = `Describe${database}s`;
	const found = resultOf(await rds.query("2014-10-31", {
		Action: action,
		[`${database}Identifier`]: name
	}), action).children(`${database}s`, database)[0];
	if (found === void 0) throw new ProbeFailure("not-found", action);
	return found;
}
function readSnapshots(rds, { database, snapshot }, name, type) {
	const action = `Describe${snapshot}s`;
	return readPages(async (token) => {
		const result = resultOf(await rds.query("2014-10-31", {
			Action: action,
			[`${database}Identifier`]: name,
			SnapshotType: type,
			MaxRecords: "100",
			Marker: token
		}), action);
		return {
			items: result.children(`${snapshot}s`, snapshot),
			next: result.textAt("Marker")
		};
	});
}
function resultOf(answer, action) {
	const result = answer.child(`${action}Result`);
	if (result === null) throw new ProbeFailure("response-unexpected", `${action}Result`);
	return result;
}
function pointOf(snapshot, words) {
	const rawState = snapshot.textAt("Status");
	const state = stateOf(rawState ?? "");
	const written = snapshot.textAt("OriginalSnapshotCreateTime") ?? snapshot.textAt("SnapshotCreateTime");
	const full = numberOf(snapshot.textAt("FullSnapshotSizeInBytes"));
	const gibibytes = words === clusters ? null : numberOf(snapshot.textAt("AllocatedStorage"));
	const size = full !== null && full > 0 ? {
		sizeBytes: full,
		sizeMeaning: "full"
	} : gibibytes === null ? {} : {
		sizeBytes: gibibytes * 2 ** 30,
		sizeMeaning: "provisioned"
	};
	return {
		id: snapshot.textAt(`${words.snapshot}Identifier`) ?? "",
		state,
		rawState,
		at: written === null && state !== "good" ? null : isoOfInstant(written),
		meaning: "created",
		...size
	};
}
function stateOf(word) {
	if (word.startsWith("incompatible-")) return "failed";
	return stateIn(states, word);
}

export { provider };