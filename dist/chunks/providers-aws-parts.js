import { t as ProbeFailure } from "./edge-failure.js";
import { n as regionForm, t as domainOf } from "./providers-aws-region.js";
import { n as isPlainWord, t as failureOfStatus } from "./providers-reply.js";
import { t as readXml } from "./providers-xml.js";

// src/providers/aws/failure.ts
const throttled = /^(Throttling\w{0,40}|RequestLimitExceeded|SlowDown|TooManyRequests\w{0,40}|RequestThrottled\w{0,40}|BandwidthLimitExceeded)$/;
const refused = /^(AccessDenied\w*|UnauthorizedOperation|AuthFailure|ExpiredToken\w*|InvalidClientTokenId|InvalidAccessKeyId|SignatureDoesNotMatch|InvalidSignatureException|IncompleteSignature\w*|UnrecognizedClientException|InvalidIdentityToken|IDPRejectedClaim|InvalidToken|OptInRequired|NotAuthorized\w*|MissingAuthenticationToken\w*)$/;
/** The time of signing is too far from the service's. */
const late = /^(RequestTimeTooSkewed|RequestExpired|RequestInTheFuture)$/;
const absent = /(NotFound(Fault|Exception)?|\.NotFound|NoSuchBucket|ResourceNotFoundException)$/;
/**
* The failure that an answer of AWS stands for; null for 2xx. AWS tells refusals and throttling by codes that come
* with 400 as well as with 403 and 503.
* https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
* https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html
*/
function awsFailure(reply) {
	const { status } = reply;
	if (status >= 200 && status < 300) return null;
	const code = errorCodeOf(reply);
	const detail = `HTTP ${status}${code === null ? "" : ` ${code}`}`;
	if (code !== null && throttled.test(code)) return new ProbeFailure("rate-limited", detail);
	if (code !== null && refused.test(code)) return new ProbeFailure("unauthorized", detail);
	if (code !== null && late.test(code)) return new ProbeFailure("clock-differs", detail);
	if (code !== null && absent.test(code)) return new ProbeFailure("not-found", detail);
	return failureOfStatus(status, code);
}
/** The error's code, in XML (`<Code>`) or JSON (`__type`); null where it is no plain word. Nothing else is taken. */
function errorCodeOf({ text, header }) {
	const word = header("x-amzn-errortype")?.split(":", 1)[0] ?? /<Code>([^<]*)<\/Code>/.exec(text)?.[1] ?? /"__type"\s*:\s*"(?:[^"#]*#)?([^"]*)"/.exec(text)?.[1] ?? "";
	return isPlainWord(word) ? word : null;
}

// src/providers/aws/credentials.ts
/**
* The keys in the environment; where there are none and the ledger names a `role`, that role's, taken on with the
* job's own identity. Of a store that is not AWS's there is no role: its region is any word that the ledger wrote, and
* would choose the host that the identity is shown to (`sts.s3.amazonaws.com` is somebody's bucket).
*
* @throws ProbeFailure `credentials-missing`; as `assumeRole`
*/
async function awsCredentials(edge, region, signal) {
	const accessKeyId = edge.variable("AWS_ACCESS_KEY_ID");
	const secretAccessKey = edge.variable("AWS_SECRET_ACCESS_KEY");
	if (accessKeyId === null && secretAccessKey === null && edge.role !== null && regionForm.test(region)) return assumeRole(edge.role, edge, region, signal);
	const keys = edge.variables("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY");
	return {
		accessKeyId: keys.AWS_ACCESS_KEY_ID,
		secretAccessKey: keys.AWS_SECRET_ACCESS_KEY,
		sessionToken: edge.variable("AWS_SESSION_TOKEN")
	};
}
/** The hosts that `awsCredentials` may speak to; none where the region is not one of AWS's. */
function tokenServiceHosts(region) {
	if (!regionForm.test(region)) return [];
	return [`sts.${region}.${domainOf(region)}`];
}
/**
* Trades GitHub's token for keys that last a quarter of an hour, without any signature.
* https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
*
* @throws ProbeFailure `credentials-missing` where the job has no identity; `unauthorized` where AWS does not trust it
*/
async function assumeRole(role, edge, region, signal) {
	const token = await edge.identityToken("sts.amazonaws.com", signal);
	if (token === null) throw new ProbeFailure("credentials-missing", "permissions: id-token: write");
	const reply = await edge.send({
		method: "POST",
		url: `https://sts.${region}.${domainOf(region)}/`,
		headers: { "content-type": "application/x-www-form-urlencoded; charset=utf-8" },
		body: new URLSearchParams({
			Action: "AssumeRoleWithWebIdentity",
			Version: "2011-06-15",
			RoleArn: role,
			RoleSessionName: "recovery-ledger",
			WebIdentityToken: token,
			DurationSeconds: "900"
		}).toString(),
		grants: true
	}, signal);
	const failure = awsFailure(reply);
	if (failure !== null) throw failure;
	const answer = readXml(reply.text);
	const given = (name) => answer.textAt("AssumeRoleWithWebIdentityResult", "Credentials", name);
	const [accessKeyId, secretAccessKey, sessionToken] = [
		given("AccessKeyId"),
		given("SecretAccessKey"),
		given("SessionToken")
	];
	if (accessKeyId === null || secretAccessKey === null || sessionToken === null) throw new ProbeFailure("response-unexpected", "AssumeRoleWithWebIdentity");
	for (const secret of [
		accessKeyId,
		secretAccessKey,
		sessionToken
	]) edge.mask(secret);
	return {
		accessKeyId,
		secretAccessKey,
		sessionToken
	};
}

// node_modules/aws4fetch/dist/aws4fetch.esm.mjs
/**
* @license MIT <https://opensource.org/licenses/MIT>
* @copyright Michael Hart 2024
*/
const encoder = new TextEncoder();
const HOST_SERVICES = {
	appstream2: "appstream",
	cloudhsmv2: "cloudhsm",
	email: "ses",
	marketplace: "aws-marketplace",
	mobile: "AWSMobileHubService",
	pinpoint: "mobiletargeting",
	queue: "sqs",
	"git-codecommit": "codecommit",
	"mturk-requester-sandbox": "mturk-requester",
	"personalize-runtime": "personalize"
};
const UNSIGNABLE_HEADERS = /* @__PURE__ */ new Set([
	"authorization",
	"content-type",
	"content-length",
	"user-agent",
	"presigned-expires",
	"expect",
	"x-amzn-trace-id",
	"range",
	"connection"
]);
var AwsV4Signer = class {
	constructor({ method, url, headers, body, accessKeyId, secretAccessKey, sessionToken, service, region, cache, datetime, signQuery, appendSessionToken, allHeaders, singleEncode }) {
		if (url == null) throw new TypeError("url is a required option");
		if (accessKeyId == null) throw new TypeError("accessKeyId is a required option");
		if (secretAccessKey == null) throw new TypeError("secretAccessKey is a required option");
		this.method = method || (body ? "POST" : "GET");
		this.url = new URL(url);
		this.headers = new Headers(headers || {});
		this.body = body;
		this.accessKeyId = accessKeyId;
		this.secretAccessKey = secretAccessKey;
		this.sessionToken = sessionToken;
		let guessedService, guessedRegion;
		if (!service || !region) [guessedService, guessedRegion] = guessServiceRegion(this.url, this.headers);
		this.service = service || guessedService || "";
		this.region = region || guessedRegion || "us-east-1";
		this.cache = cache || /* @__PURE__ */ new Map();
		this.datetime = datetime || (/* @__PURE__ */ new Date()).toISOString().replace(/[:-]|\.\d{3}/g, "");
		this.signQuery = signQuery;
		this.appendSessionToken = appendSessionToken || this.service === "iotdevicegateway";
		this.headers.delete("Host");
		if (this.service === "s3" && !this.signQuery && !this.headers.has("X-Amz-Content-Sha256")) this.headers.set("X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD");
		const params = this.signQuery ? this.url.searchParams : this.headers;
		params.set("X-Amz-Date", this.datetime);
		if (this.sessionToken && !this.appendSessionToken) params.set("X-Amz-Security-Token", this.sessionToken);
		this.signableHeaders = ["host", ...this.headers.keys()].filter((header) => allHeaders || !UNSIGNABLE_HEADERS.has(header)).sort();
		this.signedHeaders = this.signableHeaders.join(";");
		this.canonicalHeaders = this.signableHeaders.map((header) => header + ":" + (header === "host" ? this.url.host : (this.headers.get(header) || "").replace(/\s+/g, " "))).join("\n");
		this.credentialString = [
			this.datetime.slice(0, 8),
			this.region,
			this.service,
			"aws4_request"
		].join("/");
		if (this.signQuery) {
			if (this.service === "s3" && !params.has("X-Amz-Expires")) params.set("X-Amz-Expires", "86400");
			params.set("X-Amz-Algorithm", "AWS4-HMAC-SHA256");
			params.set("X-Amz-Credential", this.accessKeyId + "/" + this.credentialString);
			params.set("X-Amz-SignedHeaders", this.signedHeaders);
		}
		if (this.service === "s3") try {
			this.encodedPath = decodeURIComponent(this.url.pathname.replace(/\+/g, " "));
		} catch (e) {
			this.encodedPath = this.url.pathname;
		}
		else this.encodedPath = this.url.pathname.replace(/\/+/g, "/");
		if (!singleEncode) this.encodedPath = encodeURIComponent(this.encodedPath).replace(/%2F/g, "/");
		this.encodedPath = encodeRfc3986(this.encodedPath);
		const seenKeys = /* @__PURE__ */ new Set();
		this.encodedSearch = [...this.url.searchParams].filter(([k]) => {
			if (!k) return false;
			if (this.service === "s3") {
				if (seenKeys.has(k)) return false;
				seenKeys.add(k);
			}
			return true;
		}).map((pair) => pair.map((p) => encodeRfc3986(encodeURIComponent(p)))).sort(([k1, v1], [k2, v2]) => k1 < k2 ? -1 : k1 > k2 ? 1 : v1 < v2 ? -1 : v1 > v2 ? 1 : 0).map((pair) => pair.join("=")).join("&");
	}
	async sign() {
		if (this.signQuery) {
			this.url.searchParams.set("X-Amz-Signature", await this.signature());
			if (this.sessionToken && this.appendSessionToken) this.url.searchParams.set("X-Amz-Security-Token", this.sessionToken);
		} else this.headers.set("Authorization", await this.authHeader());
		return {
			method: this.method,
			url: this.url,
			headers: this.headers,
			body: this.body
		};
	}
	async authHeader() {
		return [
			"AWS4-HMAC-SHA256 Credential=" + this.accessKeyId + "/" + this.credentialString,
			"SignedHeaders=" + this.signedHeaders,
			"Signature=" + await this.signature()
		].join(", ");
	}
	async signature() {
		const date = this.datetime.slice(0, 8);
		const cacheKey = [
			this.secretAccessKey,
			date,
			this.region,
			this.service
		].join();
		let kCredentials = this.cache.get(cacheKey);
		if (!kCredentials) {
			kCredentials = await hmac(await hmac(await hmac(await hmac("AWS4" + this.secretAccessKey, date), this.region), this.service), "aws4_request");
			this.cache.set(cacheKey, kCredentials);
		}
		return buf2hex(await hmac(kCredentials, await this.stringToSign()));
	}
	async stringToSign() {
		return [
			"AWS4-HMAC-SHA256",
			this.datetime,
			this.credentialString,
			buf2hex(await hash(await this.canonicalString()))
		].join("\n");
	}
	async canonicalString() {
		return [
			this.method.toUpperCase(),
			this.encodedPath,
			this.encodedSearch,
			this.canonicalHeaders + "\n",
			this.signedHeaders,
			await this.hexBodyHash()
		].join("\n");
	}
	async hexBodyHash() {
		let hashHeader = this.headers.get("X-Amz-Content-Sha256") || (this.service === "s3" && this.signQuery ? "UNSIGNED-PAYLOAD" : null);
		if (hashHeader == null) {
			if (this.body && typeof this.body !== "string" && !("byteLength" in this.body)) throw new Error("body must be a string, ArrayBuffer or ArrayBufferView, unless you include the X-Amz-Content-Sha256 header");
			hashHeader = buf2hex(await hash(this.body || ""));
		}
		return hashHeader;
	}
};
async function hmac(key, string) {
	const cryptoKey = await crypto.subtle.importKey("raw", typeof key === "string" ? encoder.encode(key) : key, {
		name: "HMAC",
		hash: { name: "SHA-256" }
	}, false, ["sign"]);
	return crypto.subtle.sign("HMAC", cryptoKey, encoder.encode(string));
}
async function hash(content) {
	return crypto.subtle.digest("SHA-256", typeof content === "string" ? encoder.encode(content) : content);
}
const HEX_CHARS = [
	"0",
	"1",
	"2",
	"3",
	"4",
	"5",
	"6",
	"7",
	"8",
	"9",
	"a",
	"b",
	"c",
	"d",
	"e",
	"f"
];
function buf2hex(arrayBuffer) {
	const buffer = new Uint8Array(arrayBuffer);
	let out = "";
	for (let idx = 0; idx < buffer.length; idx++) {
		const n = buffer[idx];
		out += HEX_CHARS[n >>> 4 & 15];
		out += HEX_CHARS[n & 15];
	}
	return out;
}
function encodeRfc3986(urlEncodedStr) {
	return urlEncodedStr.replace(/[!'()*]/g, (c) => "%" + c.charCodeAt(0).toString(16).toUpperCase());
}
function guessServiceRegion(url, headers) {
	const { hostname, pathname } = url;
	if (hostname.endsWith(".on.aws")) {
		const match = hostname.match(/^[^.]{1,63}\.lambda-url\.([^.]{1,63})\.on\.aws$/);
		return match != null ? ["lambda", match[1] || ""] : ["", ""];
	}
	if (hostname.endsWith(".r2.cloudflarestorage.com")) return ["s3", "auto"];
	if (hostname.endsWith(".backblazeb2.com")) {
		const match = hostname.match(/^(?:[^.]{1,63}\.)?s3\.([^.]{1,63})\.backblazeb2\.com$/);
		return match != null ? ["s3", match[1] || ""] : ["", ""];
	}
	const match = hostname.replace("dualstack.", "").match(/([^.]{1,63})\.(?:([^.]{0,63})\.)?amazonaws\.com(?:\.cn)?$/);
	let service = match && match[1] || "";
	let region = match && match[2];
	if (region === "us-gov") region = "us-gov-west-1";
	else if (region === "s3" || region === "s3-accelerate") {
		region = "us-east-1";
		service = "s3";
	} else if (service === "iot") {
		if (hostname.startsWith("iot.")) service = "execute-api";
		else if (hostname.startsWith("data.jobs.iot.")) service = "iot-jobs-data";
		else service = pathname === "/mqtt" ? "iotdevicegateway" : "iotdata";
	} else if (service === "autoscaling") {
		const targetPrefix = (headers.get("X-Amz-Target") || "").split(".")[0];
		if (targetPrefix === "AnyScaleFrontendService") service = "application-autoscaling";
		else if (targetPrefix === "AnyScaleScalingPlannerFrontendService") service = "autoscaling-plans";
	} else if (region == null && service.startsWith("s3-")) {
		region = service.slice(3).replace(/^fips-|^external-1/, "");
		service = "s3";
	} else if (service.endsWith("-fips")) service = service.slice(0, -5);
	else if (region && /-\d$/.test(service) && !/-\d$/.test(region)) [service, region] = [region, service];
	return [HOST_SERVICES[service] || service, region || ""];
}

// src/providers/aws/signature.ts
/**
* The request with its signature of version 4.
* https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
*
* @param now ISO 8601
*/
async function signed(request, scope, credentials, now) {
	const { url, headers } = await new AwsV4Signer({
		method: request.method ?? "GET",
		url: request.url,
		headers: { ...request.headers },
		body: request.body ?? null,
		accessKeyId: credentials.accessKeyId,
		secretAccessKey: credentials.secretAccessKey,
		...credentials.sessionToken === null ? {} : { sessionToken: credentials.sessionToken },
		service: scope.service,
		region: scope.region,
		datetime: now.replace(/\.\d+/, "").replace(/[-:]/g, "")
	}).sign();
	return {
		...request,
		url: url.href,
		headers: Object.fromEntries(headers)
	};
}
/** Signs a request and sends it. @throws ProbeFailure as `ProviderEdge.send` */
async function sendSigned(request, scope, credentials, edge, signal) {
	return edge.send(await signed(request, scope, credentials, edge.now()), signal);
}

export { awsFailure as i, awsCredentials as n, tokenServiceHosts as r, sendSigned as t };