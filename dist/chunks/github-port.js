// src/edge/github-port.ts
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

export { PublishFailure as t };