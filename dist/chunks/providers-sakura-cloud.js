import { t as ProbeFailure } from "./edge-failure.js";
import { n as readPages } from "./providers-pages.js";
import { a as numberOf, c as textOf, i as listOf, o as objectOf, r as jsonOf, s as stateIn } from "./providers-reply.js";
import { n as isoOfInstant } from "./providers-times.js";
import { n as zoneOf } from "./providers-sakura-cloud-zone.js";

// src/providers/sakura-cloud/index.ts
const host = "secure.sakura.ad.jp";
const pageSize = 100;
/** Of an archive, and of a database's backup. `discontinued` is explained of sources alone: it says nothing here. */
const states = {
	available: "good",
	uploading: "in-progress",
	migrating: "in-progress",
	transfering: "in-progress",
	failed: "failed"
};
/**
* Archives of a disk, or those of a name, in one zone of Sakura Cloud, by any maker (an automatic backup leaves
* archives too); of a database appliance the history of its backups. Public archives are nobody's backup. One that was
* copied from another archive, or from another zone, has the time of the copying and would make an old one look new:
* it is left out.
*
* Paths, fields, words, paging and variables: the vendor's own client (`sacloud/iaas-api-go` at e73eb3b, `usacloud` at
* ec29721) and https://manual.sakura.ad.jp/cloud-api/1.1/. Which words a database's backups have is not documented: `available`
* means the same wherever that client has it, and `discontinued`, all that its earlier test knows
* (`sacloud/libsacloud` at 41883dd), is unknown, and not good. Nor is the unit of their size documented, so none is given.
*/
const provider = {
	hosts: () => [host],
	async listRestorePoints(target, edge, signal) {
		const zone = zoneOf(target.zone, edge);
		const pair = edge.firstVariables(["SAKURA_ACCESS_TOKEN", "SAKURA_ACCESS_TOKEN_SECRET"], ["SAKURACLOUD_ACCESS_TOKEN", "SAKURACLOUD_ACCESS_TOKEN_SECRET"]);
		const basic = Buffer.from(pair.join(":")).toString("base64");
		edge.mask(basic);
		const headers = {
			accept: "application/json",
			authorization: `Basic ${basic}`
		};
		let clock = null;
		const ask = async (path) => {
			const url = `https://${host}/cloud/zone/${zone}/api/cloud/1.1/${path}`;
			const reply = await edge.send({
				url,
				headers
			}, signal);
			clock = reply.date ?? clock;
			if (reply.status === 423) throw new ProbeFailure("rate-limited", "HTTP 423");
			return objectOf(jsonOf(reply));
		};
		const { database } = target;
		return {
			...database === void 0 ? await readArchives(target, ask) : await readDatabase(database, ask),
			clock,
			evidence: "status",
			isSamePlace: true,
			location: zone
		};
	}
};
async function readArchives({ disk, archive = "" }, ask) {
	const { items, isComplete } = await readPages(async (from) => {
		const query = {
			From: Number(from ?? 0),
			Count: pageSize,
			Filter: { Scope: "user" }
		};
		const answer = await ask(`archive?${encodeURIComponent(JSON.stringify(query))}`);
		const archives = listOf(answer.Archives, "Archives");
		const next = (numberOf(answer.From) ?? query.From) + archives.length;
		return {
			items: archives,
			next: next < (numberOf(answer.Total) ?? 0) ? String(next) : null
		};
	});
	const own = items.filter((each) => {
		if (each.Scope === "shared" || isCopy(each)) return false;
		if (disk === void 0) return (textOf(each.Name) ?? "").startsWith(archive);
		return each.SourceDisk != null && textOf(objectOf(each.SourceDisk).ID) === String(disk);
	});
	if (own.length === 0 && disk !== void 0) await ask(`disk/${disk}`);
	return {
		points: own.map(pointOf),
		isComplete,
		notes: ["possibly-inconsistent"]
	};
}
function isCopy({ SourceArchive, SourceInfo }) {
	if (SourceArchive != null) return true;
	return SourceInfo != null && objectOf(SourceInfo).ArchiveUnderZone != null;
}
/** Its time is that of the start; its size the disk's. */
function pointOf(archive) {
	const rawState = textOf(archive.Availability);
	const mebibytes = numberOf(archive.SizeMB);
	return {
		id: textOf(archive.ID) ?? "",
		state: stateIn(states, rawState),
		rawState,
		at: isoOfInstant(archive.CreatedAt),
		meaning: "created",
		sizeBytes: mebibytes === null ? null : mebibytes * 2 ** 20,
		sizeMeaning: "provisioned"
	};
}
/** Continuous backups are in no list: that the history holds none proves nothing. */
async function readDatabase(id, ask) {
	const { Appliance } = await ask(`appliance/${id}/status`);
	const { history } = membersOf(membersOf(membersOf(objectOf(Appliance).SettingsResponse).DBConf).backup);
	const backups = history == null ? [] : listOf(history, "history");
	if (backups.length === 0) return {
		points: [],
		isComplete: false,
		notes: ["listing-not-available"]
	};
	return {
		points: backups.map((backup) => {
			const rawState = textOf(backup.availability);
			const at = isoOfInstant(backup.createdat);
			return {
				id: at,
				state: stateIn(states, rawState),
				rawState,
				at,
				meaning: "created"
			};
		}),
		isComplete: true
	};
}
/** What an object holds; where there is none this API writes nothing, null or an empty list. */
function membersOf(value) {
	return value == null || Array.isArray(value) && value.length === 0 ? {} : objectOf(value);
}

export { provider };