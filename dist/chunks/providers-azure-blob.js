import { t as ProbeFailure } from "./edge-failure.js";
import { t as isoOfHttpDate } from "./protocols-http-date.js";
import { s as hourMs } from "./text-values.js";
import { t as pointsOfFiles } from "./providers-files-points.js";
import { t as pathOf } from "./providers-objects.js";
import { t as readNamedPages } from "./providers-pages.js";
import { t as isReadableByAnyone } from "./providers-public.js";
import { a as numberOf, c as textOf, o as objectOf, t as failureOfStatus } from "./providers-reply.js";
import { t as readXml } from "./providers-xml.js";
import { createHmac } from "node:crypto";

// src/providers/azure-blob/index.ts
/**
* Rehydration at standard priority takes up to 15 hours.
* https://learn.microsoft.com/azure/storage/blobs/archive-rehydrate-overview
*/
const archive = {
	name: "Archive",
	thawMs: 15 * hourMs
};
const tokenHost = "login.microsoftonline.com";
/**
* Blobs below a prefix, each taken for one backup; its time is the last write.
* https://learn.microsoft.com/rest/api/storageservices/list-blobs
*/
const provider = {
	hosts: (target) => [hostOf(target), tokenHost],
	async listRestorePoints(target, edge, signal) {
		const prove = await proofFor(target, edge, signal);
		let clock = null;
		const { items, isComplete } = await readNamedPages(async (marker) => {
			const query = new URLSearchParams({
				comp: "list",
				maxresults: "5000",
				restype: "container"
			});
			if (target.prefix !== void 0) query.set("prefix", target.prefix);
			if (marker !== null) query.set("marker", marker);
			const fixed = {
				"x-ms-date": new Date(edge.now()).toUTCString(),
				"x-ms-version": "2021-12-02"
			};
			const { headers, more } = prove(query, fixed);
			const sent = query.toString().replaceAll("+", "%20");
			const url = `https://${hostOf(target)}/${target.container}?${sent}${more}`;
			const reply = await edge.send({
				url,
				headers: {
					...fixed,
					...headers
				}
			}, signal);
			const failure = blobFailure(reply);
			if (failure !== null) throw failure;
			clock = reply.date ?? clock;
			const answer = readXml(reply.text);
			if (answer.name !== "EnumerationResults") throw new ProbeFailure("response-unexpected", "EnumerationResults");
			return {
				items: answer.children("Blobs", "Blob").filter(isBlob).map(storedObject),
				next: answer.textAt("NextMarker")
			};
		});
		const listing = pointsOfFiles(items, target, "modified");
		const [newest] = listing.points;
		const path = newest === void 0 ? null : pathOf(newest.id);
		const url = path === null ? null : `https://${hostOf(target)}/${target.container}/${path}`;
		return {
			...listing,
			isComplete,
			clock,
			evidence: "existence",
			isPublic: url === null ? null : await isReadableByAnyone({
				method: "HEAD",
				url
			}, edge, signal),
			location: null,
			notes: ["failures-leave-no-trace"]
		};
	}
};
function hostOf(target) {
	return `${target["account-name"]}.blob.core.windows.net`;
}
/** Accounts with a hierarchy list their directories too. */
function isBlob(entry) {
	return entry.textAt("Properties", "ResourceType") !== "directory";
}
function storedObject(blob) {
	const name = blob.textAt("Name");
	const at = isoOfHttpDate(blob.textAt("Properties", "Last-Modified"));
	if (name === null || at === null) throw new ProbeFailure("response-unexpected", "Blob");
	return {
		name,
		at,
		sizeBytes: numberOf(blob.textAt("Properties", "Content-Length")),
		tier: blob.textAt("Properties", "AccessTier") === "Archive" ? archive : null
	};
}
/** What each proof needs, the narrowest first. */
const proofs = [
	["AZURE_STORAGE_SAS_TOKEN"],
	["AZURE_STORAGE_KEY"],
	["AZURE_CLIENT_ID", "AZURE_TENANT_ID"]
];
/** The narrowest proof at hand: a shared access signature, the account's key, the job's own identity. */
async function proofFor(target, edge, signal) {
	const signature = edge.variable("AZURE_STORAGE_SAS_TOKEN");
	if (signature !== null) {
		const query = signature.replace(/^\?/, "");
		for (const part of [query, new URLSearchParams(query).get("sig")]) if (part !== null) edge.mask(part);
		return () => ({
			headers: {},
			more: `&${query}`
		});
	}
	const key = edge.variable("AZURE_STORAGE_KEY");
	if (key !== null) return (query, fixed) => ({
		headers: { authorization: sharedKey(target, key, query, fixed) },
		more: ""
	});
	const token = await accessToken(edge, signal);
	return () => ({
		headers: { authorization: `Bearer ${token}` },
		more: ""
	});
}
/** https://learn.microsoft.com/rest/api/storageservices/authorize-with-shared-key */
function sharedKey(target, key, query, fixed) {
	const account = target["account-name"];
	const lines = [
		`GET${"\n".repeat(11)}`,
		...Object.entries(fixed).map(([name, value]) => `${name}:${value}`),
		`/${account}/${target.container}`,
		...[...query].sort(([a], [b]) => a < b ? -1 : 1).map(([name, value]) => `${name}:${value}`)
	];
	return `SharedKey ${account}:${createHmac("sha256", Buffer.from(key, "base64")).update(lines.join("\n")).digest("base64")}`;
}
/**
* Trades GitHub's token for one of the application's.
* https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
*/
async function accessToken(edge, signal) {
	const client = edge.variable("AZURE_CLIENT_ID");
	const tenant = edge.variable("AZURE_TENANT_ID");
	if (client === null && tenant === null) edge.firstVariables(...proofs);
	const ids = edge.variables("AZURE_CLIENT_ID", "AZURE_TENANT_ID");
	const assertion = await edge.identityToken("api://AzureADTokenExchange", signal);
	if (assertion === null) throw new ProbeFailure("credentials-missing", "permissions: id-token: write");
	const body = new URLSearchParams({
		client_id: ids.AZURE_CLIENT_ID,
		scope: "https://storage.azure.com/.default",
		grant_type: "client_credentials",
		client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
		client_assertion: assertion
	}).toString();
	const url = `https://${tokenHost}/${encodeURIComponent(ids.AZURE_TENANT_ID)}/oauth2/v2.0/token`;
	const reply = await edge.send({
		method: "POST",
		url,
		headers: { "content-type": "application/x-www-form-urlencoded" },
		body,
		grants: true
	}, signal);
	if (reply.status === 400) throw new ProbeFailure("unauthorized", "HTTP 400");
	const failure = failureOfStatus(reply.status);
	if (failure !== null) throw failure;
	const token = textOf(objectOf(reply.json()).access_token);
	if (token === null) throw new ProbeFailure("response-unexpected", "access_token");
	edge.mask(token);
	return token;
}
/** https://learn.microsoft.com/rest/api/storageservices/common-rest-api-error-codes */
function blobFailure(reply) {
	const code = reply.header("x-ms-error-code");
	if (code === "ServerBusy") return new ProbeFailure("rate-limited", `HTTP ${reply.status} ServerBusy`);
	if (code === "InvalidAuthenticationInfo") return new ProbeFailure("unauthorized", `HTTP ${reply.status} InvalidAuthenticationInfo`);
	return failureOfStatus(reply.status, code);
}

export { provider };