import { o as objectOf } from "./providers-reply.js";
import { t as readXml } from "./providers-xml.js";
import { i as awsFailure, n as awsCredentials, r as tokenServiceHosts, t as sendSigned } from "./providers-aws-parts.js";
import { r as regionOf, t as domainOf } from "./providers-aws-region.js";

// src/providers/aws/service.ts
/** The hosts of a service whose requests are signed: its own in the region, and those that give keys. */
function serviceHosts(name, written, edge) {
	const region = regionOf(written, edge);
	return [`${name}.${region}.${domainOf(region)}`, ...tokenServiceHosts(region)];
}
/** @throws ProbeFailure where there are no credentials or no region */
async function openService(name, written, edge, signal) {
	const region = regionOf(written, edge);
	const base = `https://${name}.${region}.${domainOf(region)}/`;
	const credentials = await awsCredentials(edge, region, signal);
	let clock = null;
	async function ask(request, path = "") {
		const scope = {
			service: name,
			region
		};
		const reply = await sendSigned({
			...request,
			url: `${base}${path}`
		}, scope, credentials, edge, signal);
		const failure = awsFailure(reply);
		if (failure !== null) throw failure;
		clock = reply.date ?? clock;
		return reply;
	}
	return {
		async query(version, parameters) {
			const given = Object.entries(parameters).filter((each) => each[1] !== null);
			const reply = await ask({
				method: "POST",
				headers: { "content-type": "application/x-www-form-urlencoded; charset=utf-8" },
				body: new URLSearchParams([...given, ["Version", version]]).toString()
			});
			return readXml(reply.text);
		},
		async call(operation, body) {
			const reply = await ask({
				method: "POST",
				headers: {
					"content-type": "application/x-amz-json-1.1",
					"x-amz-target": operation
				},
				body: JSON.stringify(body)
			});
			return objectOf(reply.json());
		},
		async read(path) {
			return objectOf((await ask({}, path)).json());
		},
		get clock() {
			return clock;
		}
	};
}

export { serviceHosts as n, openService as t };