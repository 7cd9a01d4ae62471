// src/edge/github-edge.ts
/** Something could not be published. Its message and detail hold no token. */
var PublishFailure = class extends Error {
	name = "PublishFailure";
	code;
	/** The permission that is missing, what was asked for, or how long the wait would be. */
	detail;
	constructor(code, detail = "", options) {
		super(detail === "" ? code : `${code}: ${detail}`, options);
		this.code = code;
		this.detail = detail;
	}
};
/** Where GitHub's REST API answers: the runner says where it is an enterprise's own. `environment`: empty where not set. */
function apiUrlOf(environment) {
	return environment("GITHUB_API_URL") || "https://api.github.com";
}

export { apiUrlOf as n, PublishFailure as t };