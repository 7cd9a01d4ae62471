import { t as ProbeFailure } from "./edge-failure.js";
import { n as readPages } from "./providers-pages.js";
import { a as numberOf, c as textOf, i as listOf, o as objectOf, r as jsonOf } from "./providers-reply.js";
import { n as isoOfInstant } from "./providers-times.js";

// src/providers/digitalocean/index.ts
const host = "api.digitalocean.com";
/** Sizes are given in GB. */
const gigabyte = 1e9;
/**
* Backups and snapshots of a Droplet, snapshots of a volume, or backups of a database cluster. There is no status, but
* of a database's backup under way: what is listed is there. Lists are in no promised order, and all in the account of
* what they back up.
*
* Paths, fields, scopes and pages: DigitalOcean's own OpenAPI description (`digitalocean/openapi` at 7c1300c). The
* variables: doctl reads DIGITALOCEAN_ACCESS_TOKEN, the Terraform provider both. What a Droplet's policy answers where
* there never was one is not described: nothing is made of a 404.
*/
const provider = {
	hosts: () => [host],
	async listRestorePoints({ droplet, database, volume }, edge, signal) {
		const [token] = edge.firstVariables(["DIGITALOCEAN_ACCESS_TOKEN"], ["DIGITALOCEAN_TOKEN"]);
		const headers = {
			accept: "application/json",
			authorization: `Bearer ${token}`
		};
		let clock = null;
		const ask = async (path) => {
			const reply = await edge.send({
				url: `https://${host}/v2/${path}`,
				headers
			}, signal);
			clock = reply.date ?? clock;
			return objectOf(jsonOf(reply));
		};
		return {
			...database !== void 0 ? await readDatabase(database, ask) : droplet !== void 0 ? await readDroplet(droplet, ask) : await readVolume(volume ?? "", ask),
			clock,
			evidence: "existence",
			isSamePlace: true
		};
	}
};
async function readDroplet(id, ask) {
	const backups = await readAll(`droplets/${id}/backups`, "backups", ask);
	const snapshots = await readAll(`droplets/${id}/snapshots`, "snapshots", ask);
	const all = [...backups.items, ...snapshots.items];
	const isOn = await hasBackups(id, ask);
	const isOff = isOn === false && snapshots.items.length === 0;
	return {
		points: all.map(pointOf),
		isComplete: backups.isComplete && snapshots.isComplete,
		automatic: isOn === true ? "on" : isOff ? "off" : null,
		location: regionsOf(all),
		notes: ["failures-leave-no-trace", "possibly-inconsistent"]
	};
}
/** Whether DigitalOcean takes backups of this Droplet; null where it does not say. */
async function hasBackups(id, ask) {
	try {
		const { policy } = await ask(`droplets/${id}/backups/policy`);
		const enabled = objectOf(policy, "policy").backup_enabled;
		return typeof enabled === "boolean" ? enabled : null;
	} catch (error) {
		if (error instanceof ProbeFailure && error.code === "not-found") return null;
		throw error;
	}
}
async function readVolume(id, ask) {
	const { items, isComplete } = await readAll(`volumes/${id}/snapshots`, "snapshots", ask);
	return {
		points: items.map(pointOf),
		isComplete,
		location: regionsOf(items),
		notes: ["failures-leave-no-trace", "possibly-inconsistent"]
	};
}
/** One answer holds them all. A backup that runs shows as its progress alone. */
async function readDatabase(id, ask) {
	const answer = await ask(`databases/${id}/backups`);
	const points = listOf(answer.backups, "backups").map((backup) => {
		const isIncremental = backup.incremental === true;
		return {
			...pointOf(backup),
			id: textOf(backup.created_at) ?? "",
			sizeMeaning: isIncremental ? "incremental" : "full",
			isIncremental
		};
	});
	const progress = textOf(answer.backup_progress);
	return {
		points: progress === null ? points : [{
			id: "backup_progress",
			state: "in-progress",
			at: null,
			meaning: "started",
			rawState: `${progress} %`
		}, ...points],
		isComplete: true,
		notes: ["failures-leave-no-trace"]
	};
}
async function readAll(path, list, ask) {
	return readPages(async (page) => {
		const answer = await ask(`${path}?per_page=200&page=${page ?? "1"}`);
		return {
			items: listOf(answer[list], list),
			next: nextPage(answer.links)
		};
	});
}
/** The number of the next page; its address is not followed. */
function nextPage(links) {
	const pages = objectOf(links ?? {}, "links").pages;
	const next = textOf(objectOf(pages ?? {}, "links").next);
	if (next === null) return null;
	const page = URL.parse(next)?.searchParams.get("page") ?? "";
	if (!/^\d{1,6}$/.test(page)) throw new ProbeFailure("response-unexpected", "links");
	return page;
}
/** Its size is the one that is billed. */
function pointOf(image) {
	const gigabytes = numberOf(image.size_gigabytes);
	return {
		id: textOf(image.id) ?? "",
		state: "good",
		rawState: null,
		at: isoOfInstant(image.created_at),
		meaning: "created",
		sizeBytes: gigabytes === null ? null : Math.round(gigabytes * gigabyte),
		sizeMeaning: "billable"
	};
}
function regionsOf(images) {
	const regions = images.flatMap((each) => Array.isArray(each.regions) ? each.regions.map(String) : []);
	return regions.length === 0 ? null : [...new Set(regions)].join(", ");
}

export { provider };