import { n as isLike, r as nameBelow } from "./providers-parts.js";
import { i as wholeName, n as isEmptyFile, r as seriesOfName, t as asideOf } from "./providers-files-names.js";

// src/providers/files/points.ts
/** So many files of one name are a series of their own, though a number alone distinguishes its name from another. */
const fewestOfSeries = 3;
/**
* The backups among the files of a store, newest first: without folders, without what lies beside backups (sums, logs,
* manifests), parts of one backup as one, each with the series that it belongs to.
*/
function pointsOfFiles(files, choice, meaning) {
	const { suffix, pattern, series } = choice;
	const isMeantBy = (each, name) => isLike(nameBelow(name, choice), each);
	const meant = [...new Map(files.map((file) => [file.name, file])).values()].filter(({ name, sizeBytes }) => !(name.endsWith("/") && (sizeBytes ?? 0) === 0)).filter(({ name }) => (suffix === void 0 || name.endsWith(suffix)) && (pattern === void 0 || isMeantBy(pattern, name)));
	const aside = new Set(asideOf(meant).map(({ name }) => name));
	const isNamed = ({ name }) => series?.some((each) => isMeantBy(each, name)) ?? false;
	const backups = wholes(meant.filter((file) => !aside.has(file.name) || isNamed(file)));
	const nameOf = series === void 0 ? guessedSeries(backups, choice) : null;
	const [belonging, others] = nameOf === null ? [backups.filter(isNamed), backups.filter((file) => !isNamed(file))] : [backups, []];
	const pointOf = (file) => ({
		id: file.name,
		state: "good",
		rawState: null,
		at: file.at,
		meaning,
		sizeBytes: file.sizeBytes,
		sizeMeaning: "full",
		...file.sizeBytes !== null && isEmptyFile(file.name, file.sizeBytes) ? { isEmpty: true } : {},
		tier: file.tier ?? null,
		...nameOf === null ? { kind: series.find((each) => isMeantBy(each, file.name)) } : { series: nameOf(file.name) }
	});
	return {
		points: belonging.map(pointOf).sort((a, b) => Date.parse(b.at) - Date.parse(a.at)),
		kinds: nameOf === null ? series : [],
		isSeriesNamed: nameOf === null,
		others: others.map(({ name }) => name)
	};
}
/** Each backup that was stored in several parts as one, by its last part. */
function wholes(files) {
	return [...Map.groupBy(files, ({ name }) => wholeName(name)).values()].map((parts) => {
		const last = parts.reduce((one, other) => Date.parse(other.at) > Date.parse(one.at) ? other : one);
		const isWhole = parts.every(({ sizeBytes }) => sizeBytes !== null);
		return {
			...last,
			sizeBytes: isWhole ? parts.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) : null,
			tier: parts.find(({ tier }) => tier != null)?.tier ?? null
		};
	});
}
/** The series of each name, guessed from all of them. */
function guessedSeries(files, choice) {
	const named = new Map(files.map(({ name }) => [name, seriesOfName(nameBelow(wholeName(name), choice))]));
	const counts = /* @__PURE__ */ new Map();
	for (const { fine } of named.values()) counts.set(fine, (counts.get(fine) ?? 0) + 1);
	return (name) => {
		const { fine, coarse } = named.get(name);
		return counts.get(fine) >= fewestOfSeries ? fine : coarse;
	};
}

export { pointsOfFiles as t };