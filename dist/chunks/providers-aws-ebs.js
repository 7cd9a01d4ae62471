import { t as ProbeFailure } from "./edge-failure.js";
import { s as hourMs } from "./text-values.js";
import { n as serviceHosts, t as openService } from "./providers-aws-service.js";
import { n as readPages } from "./providers-pages.js";
import { a as numberOf, s as stateIn } from "./providers-reply.js";
import { n as isoOfInstant } from "./providers-times.js";

// src/providers/aws-ebs/index.ts
/**
* Restoring out of the archive tier takes up to 72 hours.
* https://docs.aws.amazon.com/ebs/latest/userguide/working-with-snapshot-archiving.html
*/
const archive = {
	name: "archive",
	thawMs: 72 * hourMs
};
const states = {
	completed: "good",
	pending: "in-progress",
	error: "failed",
	recoverable: "expired",
	recovering: "in-progress"
};
/**
* The account's own snapshots of one volume. A snapshot holds the volume as it was at its start, so that is its time
* here; what a running system had not written yet is not in it. States and fields: the models of
* `@aws-sdk/client-ec2`, and https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Snapshot.html.
*/
const provider = {
	hosts: (target, edge) => serviceHosts("ec2", target.region, edge),
	async listRestorePoints(target, edge, signal) {
		const ec2 = await openService("ec2", target.region, edge, signal);
		const { items, isComplete } = await readPages(async (token) => {
			const answer = await ec2.query("2016-11-15", {
				Action: "DescribeSnapshots",
				"Owner.1": "self",
				"Filter.1.Name": "volume-id",
				"Filter.1.Value.1": target.volume,
				MaxResults: "1000",
				NextToken: token
			});
			if (answer.name !== "DescribeSnapshotsResponse") throw new ProbeFailure("response-unexpected", "DescribeSnapshotsResponse");
			return {
				items: answer.children("snapshotSet", "item"),
				next: answer.textAt("nextToken")
			};
		});
		return {
			points: items.map(pointOf),
			isComplete,
			clock: ec2.clock,
			evidence: "status",
			isSamePlace: true,
			location: target.region ?? null,
			notes: ["possibly-inconsistent"]
		};
	}
};
function pointOf(snapshot) {
	const rawState = snapshot.textAt("status");
	const startedAt = isoOfInstant(snapshot.textAt("startTime"));
	const full = numberOf(snapshot.textAt("fullSnapshotSizeInBytes"));
	const gibibytes = numberOf(snapshot.textAt("volumeSize"));
	return {
		id: snapshot.textAt("snapshotId") ?? "",
		state: stateIn(states, rawState),
		rawState,
		at: startedAt,
		meaning: "started",
		startedAt,
		...snapshot.textAt("storageTier") === "archive" ? { tier: archive } : {},
		...full !== null && full > 0 ? {
			sizeBytes: full,
			sizeMeaning: "full"
		} : {
			sizeBytes: gibibytes === null ? null : gibibytes * 2 ** 30,
			sizeMeaning: "provisioned"
		}
	};
}

export { provider };