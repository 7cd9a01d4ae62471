// src/text/mapping.ts
/** Whether a value of YAML or JSON has keys: it is neither a list, nor null, nor a scalar. */
function isMapping(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

export { isMapping as t };