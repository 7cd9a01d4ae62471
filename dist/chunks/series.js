// src/providers/series.ts
/**
* The name of a file without what differs from one run to the next: UUIDs and ULIDs, hashes, numbers (dates, times,
* counters). Files of one name are dumps of one thing, whose sizes can be compared.
*/
function seriesOfName(name) {
	return name.replace(/(?<![0-9a-z])[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![0-9a-z])/gi, "#").replace(/(?<![0-9A-Za-z])[0-7][0-9A-HJKMNP-TV-Z]{25}(?![0-9A-Za-z])/g, "#").replace(/(?<![0-9a-z])(?=[a-f]*[0-9])[0-9a-f]{7,}(?![0-9a-z])/gi, "#").replace(/\d+/g, "#");
}

export { seriesOfName as t };