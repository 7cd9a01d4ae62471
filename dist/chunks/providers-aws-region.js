import { t as ProbeFailure } from "./edge-failure.js";

// src/providers/aws/region.ts
/** How AWS names its regions; also those that are still to come. */
const regionForm = /^[a-z]{2}(?:-[a-z]+){1,3}-\d{1,2}$/;
/** The region that the ledger names, else the environment's. @throws ProbeFailure `credentials-missing` */
function regionOf(written, edge) {
	const region = written ?? edge.variable("AWS_REGION") ?? edge.variable("AWS_DEFAULT_REGION");
	if (region !== null && regionForm.test(region)) return region;
	if (region === null) edge.variables("AWS_REGION");
	throw new ProbeFailure("response-unexpected", "AWS_REGION");
}
/** The domain below which a region's services are; China's have one of their own. */
function domainOf(region) {
	return region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
}

export { regionForm as n, regionOf as r, domainOf as t };