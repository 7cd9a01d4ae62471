import { t as ProbeFailure } from "./edge-failure.js";

// src/providers/sakura-cloud/zone.ts
/** How Sakura Cloud names its zones: `is1a` … `is1c`, `tk1a`, `tk1b`, and those that are still to come. */
const zoneForm = /^[a-z]{2}\d[a-z]$/;
/** The zone that the ledger names, else the environment's. @throws ProbeFailure `credentials-missing` */
function zoneOf(written, edge) {
	const [zone = ""] = written === void 0 ? edge.firstVariables(["SAKURA_ZONE"], ["SAKURACLOUD_ZONE"]) : [written];
	if (!zoneForm.test(zone)) throw new ProbeFailure("response-unexpected", "SAKURA_ZONE");
	return zone;
}

export { zoneOf as n, zoneForm as t };