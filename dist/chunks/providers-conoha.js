import { t as ProbeFailure } from "./edge-failure.js";
import { n as readPages } from "./providers-pages.js";
import { a as numberOf, c as textOf, i as listOf, o as objectOf, r as jsonOf, s as stateIn, t as failureOfStatus } from "./providers-reply.js";
import { a as isoOfUtc } from "./providers-times.js";

// src/providers/conoha/session.ts
const services = [
	"identity",
	"block-storage",
	"image-service"
];
function regionOf({ region = "c3j1" }) {
	return region;
}
function hostOf(service, target) {
	return `${service}.${regionOf(target)}.conoha.io`;
}
/** A token for a day. @throws ProbeFailure */
async function logIn(target, edge, signal) {
	const [id = "", password = "", tenant = ""] = edge.firstVariables([
		"OPENSTACK_USER_ID",
		"OPENSTACK_PASSWORD",
		"OPENSTACK_TENANT_ID"
	], [
		"OS_USER_ID",
		"OS_PASSWORD",
		"OS_PROJECT_ID"
	]);
	const identity = {
		methods: ["password"],
		password: { user: {
			id,
			password
		} }
	};
	const reply = await edge.send({
		method: "POST",
		url: `https://${hostOf("identity", target)}/v3/auth/tokens`,
		headers: {
			accept: "application/json",
			"content-type": "application/json"
		},
		body: JSON.stringify({ auth: {
			identity,
			scope: { project: { id: tenant } }
		} }),
		grants: true
	}, signal);
	const failure = failureOfStatus(reply.status);
	if (failure !== null) throw failure;
	const token = reply.header("x-subject-token");
	if (token === null) throw new ProbeFailure("response-unexpected", "X-Subject-Token");
	edge.mask(token);
	return {
		token,
		tenant
	};
}

// src/providers/conoha/index.ts
const pageSize = 100;
const backupStates = {
	available: "good",
	restoring: "good",
	creating: "in-progress",
	error: "failed",
	deleting: "expired",
	deleted: "expired",
	error_deleting: "expired"
};
const imageStates = {
	active: "good",
	queued: "in-progress",
	saving: "in-progress",
	uploading: "in-progress",
	importing: "in-progress",
	killed: "failed",
	pending_delete: "expired",
	deleted: "expired"
};
/**
* Backups of a volume, or of the volumes that are attached to a server, or images that were saved, at ConoHa VPS of
* version 3, which is OpenStack. Times without a zone are UTC there; a backup's is that of its data.
*
* Token, volumes, images, `marker` and hosts: https://doc.conoha.jp/reference/api-vps3/. Its page on the list of backups
* was not at hand: path, fields and statuses are those of OpenStack (`api-ref/source/v3/ext-backups.inc` of
* `openstack/cinder`; of images `api-ref/source/v2/images-images-v2.inc` of `openstack/glance`), and two clients of
* ConoHa's ask so (`crowdy/conoha-cli` at f434891, `leonunix/conohav3-golang-sdk` at 714c157). Any other status is unknown,
* and not good. Variables: ConoHa's own `gmo-internet/conoha_vps_mcp` at 4346549, and OpenStack's tools.
*/
const provider = {
	hosts: (target) => services.map((service) => hostOf(service, target)),
	async listRestorePoints(target, edge, signal) {
		const { token, tenant } = await logIn(target, edge, signal);
		const headers = {
			accept: "application/json",
			"x-auth-token": token
		};
		let clock = null;
		const ask = async (service, path) => {
			const base = service === "block-storage" ? `v3/${encodeURIComponent(tenant)}` : "v2";
			const url = `https://${hostOf(service, target)}/${base}/${path}`;
			const reply = await edge.send({
				url,
				headers
			}, signal);
			clock = reply.date ?? clock;
			return objectOf(jsonOf(reply));
		};
		const { image } = target;
		return {
			...image === void 0 ? await readBackups(target, ask) : await readImages(image, ask),
			clock,
			evidence: "status",
			isSamePlace: true,
			location: regionOf(target)
		};
	}
};
async function readBackups({ server, volume = "" }, ask) {
	const volumes = server === void 0 ? [volume] : await volumesOf(server, ask);
	const { items, isComplete } = await readAll("block-storage", "backups/detail", "backups", ask);
	const own = items.filter(({ volume_id }) => volumes.includes(textOf(volume_id) ?? ""));
	if (own.length === 0 && server === void 0) await ask("block-storage", `volumes/${volume}`);
	return {
		points: own.map((backup) => {
			const gibibytes = numberOf(backup.size);
			return {
				...pointOf(backup, backupStates, backup.data_timestamp ?? backup.created_at),
				sizeBytes: gibibytes === null ? null : gibibytes * 2 ** 30,
				sizeMeaning: "provisioned",
				isIncremental: backup.is_incremental === true,
				kind: volumes.length > 1 ? textOf(backup.volume_id) : null
			};
		}),
		kinds: volumes.length > 1 ? volumes : [],
		isComplete,
		notes: ["time-without-zone", "possibly-inconsistent"]
	};
}
/** The ids of all that is attached to a server. @throws ProbeFailure where nothing is, or not all can be known */
async function volumesOf(server, ask) {
	const { items, isComplete } = await readAll("block-storage", "volumes/detail", "volumes", ask);
	const attached = items.filter(({ attachments }) => listOf(attachments ?? []).some(({ server_id }) => server_id === server));
	if (!isComplete) throw new ProbeFailure("listing-incomplete");
	if (attached.length === 0) throw new ProbeFailure("not-found", server);
	return attached.flatMap(({ id }) => textOf(id) ?? []);
}
async function readImages(name, ask) {
	const { items, isComplete } = await readAll("image-service", "images", "images", ask);
	return {
		points: items.filter((each) => each.visibility !== "public" && textOf(each.name)?.startsWith(name)).map((image) => ({
			...pointOf(image, imageStates, image.created_at),
			sizeBytes: numberOf(image.size),
			sizeMeaning: "full"
		})),
		isComplete,
		notes: ["possibly-inconsistent"]
	};
}
/** Page after page, by the id of the last one that was read. */
async function readAll(service, path, list, ask) {
	return readPages(async (last) => {
		const marker = last === null ? "" : `&marker=${encodeURIComponent(last)}`;
		const answer = await ask(service, `${path}?limit=${pageSize}${marker}`);
		const items = listOf(answer[list], list);
		return {
			items,
			next: items.length >= pageSize || (answer.next ?? answer[`${list}_links`]) != null ? textOf(items.at(-1)?.id) : null
		};
	});
}
function pointOf(item, states, at) {
	const rawState = textOf(item.status);
	const state = stateIn(states, rawState);
	return {
		id: textOf(item.id) ?? "",
		state,
		rawState,
		at: isoOfUtc(at),
		meaning: "created"
	};
}

export { provider };