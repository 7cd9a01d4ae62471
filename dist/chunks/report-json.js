// src/report/json.ts
/** JSON as it is written to files and to standard output. */
function jsonOf(value) {
	return `${JSON.stringify(value, null, 2)}\n`;
}

export { jsonOf as t };