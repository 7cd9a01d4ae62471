import { t as ProbeFailure } from "./edge-failure.js";
import { t as nextLink } from "./protocols-link-header.js";
import { t as withoutEnd } from "./text-ends.js";
import { n as readPages } from "./providers-pages.js";
import { i as listOf, o as objectOf, t as failureOfStatus } from "./providers-reply.js";

// src/providers/github/repository.ts
function apiHosts(edge) {
	return [new URL(edge.github.apiUrl).hostname];
}
/**
* @throws ProbeFailure `not-said` where no repository is named and none is known, `credentials-missing` where there
* is no token for it: the run's own reaches its own repository alone.
*/
function openRepository(name, edge, signal) {
	const { apiUrl, repository: own, token: ownToken } = edge.github;
	const full = name ?? own;
	if (full === null) throw new ProbeFailure("not-said");
	const token = (full.toLowerCase() === own?.toLowerCase() ? ownToken : null) ?? edge.variable("GH_TOKEN") ?? edge.variable("GITHUB_TOKEN") ?? edge.variables("GH_TOKEN").GH_TOKEN;
	let clock = null;
	async function ask(path, query) {
		const text = query.toString();
		const reply = await edge.send({
			url: `${withoutEnd(apiUrl, "/")}/repos/${full}/${path}${text === "" ? "" : `?${text}`}`,
			headers: {
				accept: "application/vnd.github+json",
				authorization: `Bearer ${token}`,
				"x-github-api-version": "2022-11-28"
			}
		}, signal);
		const failure = failureOf(reply);
		if (failure !== null) throw failure;
		clock = reply.date ?? clock;
		return reply;
	}
	return {
		async read(path) {
			return objectOf((await ask(path, new URLSearchParams())).json());
		},
		list(path, member, query, isEnough) {
			return readPages(async (page) => {
				const given = Object.entries(query).filter((each) => each[1] !== void 0);
				const whole = new URLSearchParams(given);
				if (page !== null) whole.set("page", page);
				const reply = await ask(path, whole);
				return {
					items: listOf(objectOf(reply.json())[member]),
					next: nextPage(reply.header("link"))
				};
			}, { isEnough });
		},
		get clock() {
			return clock;
		}
	};
}
/**
* Whether the newest, and `keep` good ones, are certain: GitHub gives the newest first, which it does not promise, so
* it is seen. A dozen good ones are read at least: enough to know the usual size.
*/
function isEnoughFor(keep, timeOf, isGood) {
	return (items) => {
		const times = items.map((item) => Date.parse(String(timeOf(item))));
		return times.every((time, index) => index === 0 || time <= times[index - 1]) && items.filter(isGood).length >= Math.max(keep ?? 0, 12);
	};
}
/** A quota that is used up comes with 403 as well as with 429. https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api */
function failureOf(reply) {
	const isLimit = reply.header("x-ratelimit-remaining") === "0" || reply.header("retry-after") !== null;
	if (reply.status === 403 && isLimit) return new ProbeFailure("rate-limited", "HTTP 403");
	return failureOfStatus(reply.status);
}
/** The number of the next page (RFC 8288); null at the end. @throws ProbeFailure `response-unexpected` where it has none */
function nextPage(link) {
	const url = nextLink(link ?? "");
	if (url === null) return null;
	const page = URL.parse(url)?.searchParams.get("page") ?? "";
	if (!/^\d{1,6}$/.test(page)) throw new ProbeFailure("response-unexpected", "Link");
	return page;
}

export { isEnoughFor as n, openRepository as r, apiHosts as t };