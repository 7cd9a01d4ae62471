import { n as serviceHosts, t as openService } from "./providers-aws-service.js";
import { n as readPages } from "./providers-pages.js";
import { a as numberOf, c as textOf, i as listOf, o as objectOf, s as stateIn } from "./providers-reply.js";
import { i as isoOfSeconds } from "./providers-times.js";

// src/providers/aws-lightsail/index.ts
/** Where the snapshots that people take of one kind of resource are, and which field names what they are of. */
const kinds = {
	instance: {
		operation: "GetInstanceSnapshots",
		list: "instanceSnapshots",
		source: "fromInstanceName"
	},
	disk: {
		operation: "GetDiskSnapshots",
		list: "diskSnapshots",
		source: "fromDiskName"
	},
	database: {
		operation: "GetRelationalDatabaseSnapshots",
		list: "relationalDatabaseSnapshots",
		source: "fromRelationalDatabaseName"
	}
};
const states = {
	Success: "good",
	InProgress: "in-progress",
	Failed: "failed",
	NotFound: "expired",
	available: "good",
	completed: "good",
	pending: "in-progress",
	creating: "in-progress",
	error: "failed",
	failed: "failed"
};
/**
* Snapshots of one resource of Lightsail, automatic ones and those that people took; of a database also the latest
* moment that it can be restored to. A kept copy of an automatic snapshot has the time of the copying and would make
* an old backup look new: it is left out. Fields and states: the models of `@aws-sdk/client-lightsail`; the states of a
* database's snapshots are no closed list there, so that any but these is unknown, and not good.
*/
const provider = {
	hosts: (target, edge) => serviceHosts("lightsail", target.region, edge),
	async listRestorePoints(target, edge, signal) {
		const kind = target.instance !== void 0 ? "instance" : target.disk !== void 0 ? "disk" : "database";
		const name = target[kind] ?? "";
		const lightsail = await openService("lightsail", target.region, edge, signal);
		const own = kind === "database" ? await readDatabase(lightsail, name) : await readAutomatic(lightsail, name);
		const { operation, list, source } = kinds[kind];
		const { items, isComplete } = await readPages(async (token) => {
			const answer = await ask(lightsail, operation, token === null ? {} : { pageToken: token });
			return {
				items: listOf(answer[list], list),
				next: textOf(answer.nextPageToken)
			};
		});
		const taken = items.filter((each) => each[source] === name && each.isFromAutoSnapshot !== true);
		return {
			points: [...own.points, ...taken.map(pointOf)],
			isComplete,
			clock: lightsail.clock,
			evidence: "status",
			automatic: own.automatic,
			isSamePlace: true,
			location: target.region ?? null,
			notes: kind === "database" ? [] : ["possibly-inconsistent"]
		};
	}
};
async function readAutomatic(lightsail, resourceName) {
	const answer = await ask(lightsail, "GetAutoSnapshots", { resourceName });
	return {
		points: listOf(answer.autoSnapshots, "autoSnapshots").map((each) => {
			const rawState = textOf(each.status);
			return {
				id: `${resourceName} ${textOf(each.date) ?? ""}`.trim(),
				state: stateIn(states, rawState),
				rawState,
				at: isoOfSeconds(each.createdAt),
				meaning: "created"
			};
		}),
		automatic: null
	};
}
async function readDatabase(lightsail, relationalDatabaseName) {
	const answer = await ask(lightsail, "GetRelationalDatabase", { relationalDatabaseName });
	const database = objectOf(answer.relationalDatabase, "relationalDatabase");
	const latest = database.latestRestorableTime;
	if (database.backupRetentionEnabled === false) return {
		points: [],
		automatic: "off"
	};
	const automatic = database.backupRetentionEnabled === true ? "on" : null;
	if (latest === void 0 || latest === null) return {
		points: [],
		automatic
	};
	return {
		points: [{
			id: relationalDatabaseName,
			state: "good",
			rawState: null,
			at: isoOfSeconds(latest),
			meaning: "restorable-to"
		}],
		automatic
	};
}
function ask(lightsail, operation, body) {
	return lightsail.call(`Lightsail_20161128.${operation}`, body);
}
function pointOf(snapshot) {
	const rawState = textOf(snapshot.state);
	const gibibytes = numberOf(snapshot.sizeInGb);
	return {
		id: textOf(snapshot.name) ?? "",
		state: stateIn(states, rawState),
		rawState,
		at: isoOfSeconds(snapshot.createdAt),
		meaning: "created",
		sizeBytes: gibibytes === null ? null : gibibytes * 2 ** 30,
		sizeMeaning: "provisioned"
	};
}

export { provider };