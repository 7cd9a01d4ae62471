import { o as objectOf, t as failureOfStatus } from "./providers-reply.js";
import { t as ProbeFailure } from "./edge-failure.js";
import { sign } from "node:crypto";

// src/providers/google/failure.ts
const throttled = /^(?:rateLimitExceeded|userRateLimitExceeded|quotaExceeded|RESOURCE_EXHAUSTED)$/;
/** What the token services say with 400 of an identity that they do not trust (RFC 6749 §5.2, RFC 8693 §2.2.2). */
const refused = /^(?:invalid_grant|invalid_target|invalid_client|unauthorized_client|access_denied)$/;
/**
* The failure that an answer of Google Cloud stands for; null for 2xx. Throttling comes with 403 as well as with 429.
* https://cloud.google.com/storage/docs/json_api/v1/status-codes
* https://cloud.google.com/apis/design/errors
*/
function googleFailure(reply) {
	const { status } = reply;
	if (status >= 200 && status < 300) return null;
	const word = errorWordOf(reply);
	if (word !== null && throttled.test(word)) return new ProbeFailure("rate-limited", `HTTP ${status} ${word}`);
	if (word !== null && refused.test(word)) return new ProbeFailure("unauthorized", `HTTP ${status} ${word}`);
	return failureOfStatus(status, word);
}
/** The error's reason, or its status; OAuth's code. Null where there is none. Messages are never taken. */
function errorWordOf(reply) {
	let answer;
	try {
		answer = JSON.parse(reply.text);
	} catch {
		return null;
	}
	const error = memberOf(answer, "error");
	const word = [
		error,
		memberOf(memberOf(memberOf(error, "errors"), "0"), "reason"),
		memberOf(error, "status")
	].find((each) => typeof each === "string");
	return typeof word === "string" && /^[A-Za-z][A-Za-z0-9_]{0,63}$/.test(word) ? word : null;
}
function memberOf(value, name) {
	if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return void 0;
	return value[name];
}

// src/providers/google/token.ts
/** Posts a request to one of Google's token services; the token is hidden from then on. @throws ProbeFailure */
async function askForToken(request, member, edge, signal) {
	const reply = await edge.send({
		...request,
		method: "POST",
		grants: true
	}, signal);
	const failure = googleFailure(reply);
	if (failure !== null) throw failure;
	const token = objectOf(reply.json())[member];
	if (typeof token !== "string" || token === "") throw new ProbeFailure("response-unexpected", member);
	edge.mask(token);
	return token;
}

// src/providers/google/federation.ts
const providerForm = /^\/\/iam\.googleapis\.com\/projects\/\d{1,30}\/locations\/global\/workloadIdentityPools\/[a-z0-9-]{4,32}\/providers\/[a-z0-9-]{4,32}$/;
const accountForm = /^[a-z0-9][a-z0-9.-]*@[a-z0-9.-]+\.gserviceaccount\.com$/;
const exchange = "https://sts.googleapis.com/v1/token";
const impersonation = /^https:\/\/iamcredentials\.googleapis\.com\/v1\/projects\/-\/serviceAccounts\/([^/:]{1,300}):generateAccessToken$/;
/**
* What the ledger's `role` says: the provider's full name, and with ` as <email>` the service account behind it.
*
* @throws ProbeFailure `credentials-missing` for anything else
*/
function federationOfRole(role) {
	const [provider = "", account = null, ...more] = role.replace(/ +/g, " ").split(" as ");
	if (!(providerForm.test(provider) && (account === null || accountForm.test(account)) && more.length === 0)) throw new ProbeFailure("credentials-missing", "role: //iam.googleapis.com/projects/…/providers/…");
	return {
		provider,
		audience: `https:${provider}`,
		account
	};
}
/**
* What a file of the type `external_account` says, as google-github-actions/auth writes it. Of its addresses only the
* audience and the account's name are taken: a file leads nothing to any other host.
* https://google.aip.dev/auth/4117
*
* @throws ProbeFailure `response-unexpected` where it is for another identity than GitHub's, or for other hosts
*/
function federationOfFile(file) {
	const source = objectOf(file.credential_source, fileName);
	const audience = typeof source.url === "string" ? URL.parse(source.url)?.searchParams.get("audience") : null;
	const { audience: provider, service_account_impersonation_url: url = null } = file;
	const account = typeof url === "string" ? impersonation.exec(url)?.[1] : null;
	if (!(file.token_url === exchange && typeof provider === "string" && providerForm.test(provider) && (url === null || typeof account === "string" && accountForm.test(account))) || typeof audience !== "string") throw new ProbeFailure("response-unexpected", fileName);
	return {
		provider,
		audience,
		account: account ?? null
	};
}
const fileName = "GOOGLE_APPLICATION_CREDENTIALS";
/**
* Trades GitHub's token for an access token, and that, where an account is taken on, for one of the account's that
* lasts a quarter of an hour.
* https://cloud.google.com/iam/docs/reference/sts/rest/v1/TopLevel/token
* https://cloud.google.com/iam/docs/reference/credentials/rest/v1/projects.serviceAccounts/generateAccessToken
*
* @throws ProbeFailure `credentials-missing` where the job has no identity; `unauthorized` where Google does not trust it
*/
async function federatedToken({ provider, audience, account }, scope, edge, signal) {
	const subjectToken = await edge.identityToken(audience, signal);
	if (subjectToken === null) throw new ProbeFailure("credentials-missing", "permissions: id-token: write");
	const request = {
		url: exchange,
		headers: { "content-type": "application/json" },
		body: JSON.stringify({
			audience: provider,
			grantType: "urn:ietf:params:oauth:grant-type:token-exchange",
			requestedTokenType: "urn:ietf:params:oauth:token-type:access_token",
			scope: account === null ? scope : "https://www.googleapis.com/auth/cloud-platform",
			subjectTokenType: "urn:ietf:params:oauth:token-type:jwt",
			subjectToken
		})
	};
	const token = await askForToken(request, "access_token", edge, signal);
	if (account === null) return token;
	const asAccount = {
		url: `https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/${account}:generateAccessToken`,
		headers: {
			authorization: `Bearer ${token}`,
			"content-type": "application/json"
		},
		body: JSON.stringify({
			scope: [scope],
			lifetime: "900s"
		})
	};
	return askForToken(asAccount, "accessToken", edge, signal);
}

// src/providers/google/key.ts
const tokenUrl = "https://oauth2.googleapis.com/token";
/**
* Trades what a service account's key has signed for an access token (RFC 7523 §2.1).
* https://developers.google.com/identity/protocols/oauth2/service-account#authorizingrequests
*
* @throws ProbeFailure `response-unexpected` where the file holds no such key; `unauthorized` where it is no longer good
*/
async function tokenOfKey(file, scope, edge, signal) {
	const { client_email: email, private_key: key, private_key_id: id, token_uri: uri = tokenUrl } = file;
	if (typeof key === "string") edge.mask(key);
	if (typeof email !== "string" || typeof key !== "string" || uri !== tokenUrl) throw unusable();
	const issued = Math.floor(Date.parse(edge.now()) / 1e3);
	const claims = {
		iss: email,
		scope,
		aud: tokenUrl,
		iat: issued,
		exp: issued + 900
	};
	const signed = [{
		alg: "RS256",
		typ: "JWT",
		...typeof id === "string" ? { kid: id } : {}
	}, claims].map((each) => base64url(Buffer.from(JSON.stringify(each)))).join(".");
	const assertion = `${signed}.${base64url(signatureOf(signed, key))}`;
	edge.mask(assertion);
	const request = {
		url: tokenUrl,
		headers: { "content-type": "application/x-www-form-urlencoded" },
		body: new URLSearchParams({
			grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer",
			assertion
		}).toString()
	};
	return askForToken(request, "access_token", edge, signal);
}
function signatureOf(text, key) {
	try {
		return sign("RSA-SHA256", Buffer.from(text), key);
	} catch {
		throw unusable();
	}
}
function base64url(bytes) {
	return bytes.toString("base64url");
}
function unusable() {
	return new ProbeFailure("response-unexpected", "GOOGLE_APPLICATION_CREDENTIALS");
}

// src/providers/google/credentials.ts
/** The hosts that `accessToken` may speak to. */
const tokenHosts = [
	"sts.googleapis.com",
	"iamcredentials.googleapis.com",
	"oauth2.googleapis.com"
];
/**
* The token in the environment, else one for the credentials in the file that it names; where there is neither and
* the ledger names a `role`, one for the job's own identity.
*
* @param scope what derived tokens are good for
* @throws ProbeFailure `credentials-missing`; as `federatedToken` and `tokenOfKey`
*/
async function accessToken(scope, edge, signal) {
	const given = edge.variable("CLOUDSDK_AUTH_ACCESS_TOKEN");
	if (given !== null) return given;
	const text = await edge.credentialsFile("GOOGLE_APPLICATION_CREDENTIALS", signal);
	if (text !== null) return tokenOfFile(text, scope, edge, signal);
	if (edge.role !== null) return federatedToken(federationOfRole(edge.role), scope, edge, signal);
	const [token] = edge.firstVariables(["GOOGLE_APPLICATION_CREDENTIALS"], ["CLOUDSDK_AUTH_ACCESS_TOKEN"]);
	return token;
}
async function tokenOfFile(text, scope, edge, signal) {
	const file = objectOf(parsed(text), "GOOGLE_APPLICATION_CREDENTIALS");
	if (file.type === "service_account") return tokenOfKey(file, scope, edge, signal);
	if (file.type === "external_account") return federatedToken(federationOfFile(file), scope, edge, signal);
	throw new ProbeFailure("response-unexpected", "GOOGLE_APPLICATION_CREDENTIALS");
}
function parsed(text) {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

// src/providers/google/service.ts
/** @throws ProbeFailure where there are no credentials */
async function openService(host, scope, edge, signal) {
	const authorization = `Bearer ${await accessToken(`https://www.googleapis.com/auth/${scope}`, edge, signal)}`;
	let clock = null;
	return {
		async read(path, parameters = {}) {
			const given = Object.entries(parameters).filter((each) => each[1] !== null);
			const query = given.length === 0 ? "" : `?${new URLSearchParams(given)}`;
			const reply = await edge.send({
				url: `https://${host}${path}${query}`,
				headers: { authorization }
			}, signal);
			const failure = googleFailure(reply);
			if (failure !== null) throw failure;
			clock = reply.date ?? clock;
			return objectOf(reply.json());
		},
		get clock() {
			return clock;
		}
	};
}

export { tokenHosts as n, openService as t };