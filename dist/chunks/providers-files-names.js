// src/providers/files/names.ts
/** A date, and the time behind it if there is one, in the forms that tools write them. */
const dates = /(?<!\d)(?:19|20)\d\d([-_.]?)(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])(?:[-_. T]{0,3}\d{2}[-_.:h]?\d{2}(?:[-_.:m]?\d{2})?(?:[.,](?!7z)\d{1,9})?(?:Z|[+-]\d{4})?)?(?!\d)/gi;
const identifiers = [
	/(?<![0-9a-z])[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![0-9a-z])/gi,
	/(?<![0-9A-Za-z])[0-7][0-9A-HJKMNP-TV-Z]{25}(?![0-9A-Za-z])/g,
	/(?<![0-9a-z])(?=[a-f]*[0-9])[0-9a-f]{7,}(?![0-9a-z])/gi
];
/**
* BackWPup: eight characters of which some are random, and the number of the job, by which its archives are known from
* another job's.
*/
const backWPup = /(?<=\*_|backwpup_)[A-Z2-7]{8}(\d\d)(?![0-9A-Za-z])/g;
/** The names of days and months, which a rotation has in place of numbers. */
const calendar = /(?<![A-Za-z])(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![A-Za-z])|[月火水木金土日]曜日?/gi;
/** Digits that belong to the ending, and all others. */
const digits = /\.(?:7z|bz2|lz4|par2|mp4)(?![0-9a-z])|\d+/gi;
const shortNumber = /(?<=[A-Za-z])\d{1,3}(?!\d)/;
/** No store in use has longer names; of longer ones the beginning counts. */
const longestName = 1024;
/**
* The name without what differs from one run to the next: dates, identifiers, counters. A short number that sticks to a
* word (`db1`, `site12`) may be a counter as well as part of the word: where a date distinguishes runs, it is taken for part
* of the word in the fine name.
*/
function seriesOfName(name) {
	const own = name.slice(0, longestName);
	let known = own.replace(dates, "*");
	for (const identifier of identifiers) known = known.replace(identifier, "*");
	known = known.replace(backWPup, (_all, job) => `*${shifted(job, 1)}`).replace(calendar, "*");
	const isDated = known !== own;
	const without = (keep) => known.replace(digits, (found, at) => found.startsWith(".") || keep(at, found.length) ? found : "*").replace(/\*(?:[-_.:T +]{0,3}\*)+/g, "*").replace(/[\uE000-\uE009]+/g, (found) => shifted(found, -1));
	const sticks = (at, length) => length <= 3 && shortNumber.test(known.slice(Math.max(0, at - 1), at + length + 1));
	const coarse = without(() => false);
	return {
		fine: isDated ? without(sticks) : coarse,
		coarse
	};
}
/** Digits as characters that stand for nothing else (1), and back (-1): they are no counter. */
function shifted(text, way) {
	const distance = way * (57344 - "0".charCodeAt(0));
	return String.fromCharCode(...Array.from(text, (each) => each.charCodeAt(0) + distance));
}
/** UpdraftPlus splits what is large: `…-uploads.zip`, `…-uploads2.zip`, … of one run. Databases it numbers too: not parts. */
const updraft = /^(backup_\d{4}-\d\d-\d\d-\d{4}_.{1,200}_[0-9a-f]{12}-(?:plugins|themes|uploads|others|mu-plugins|wpcore|more))\d{1,4}(\.zip(?:\.crypt)?)$/;
/** Volumes of split archives: `.001`, `.z01`, `.part2.rar`, `-part3`, `.tar.gz-aa`, `.tar.aab`. */
const volume = /^(.{1,900}?)(?:(?<=\.(?:zip|7z|rar|tar|tgz|gz|bz2|xz|zst|enc|gpg|age))(?:\.\d{3}|[.-](?:aa[a-z]|(?!gz|xz|lz|br)[a-z]{2}))|[._-]part\d{1,4}(?=\.[0-9a-z]{2,4}$|$)|\.z\d\d)(\.[0-9a-z]{2,4})?$/i;
/** The name that all parts of one backup share; the name itself where it is no part. */
function wholeName(name) {
	const folder = name.slice(0, name.lastIndexOf("/") + 1);
	const own = name.slice(folder.length);
	const part = updraft.exec(own) ?? volume.exec(own);
	if (part === null) return name;
	const [, stem = "", ending = ""] = part;
	return `${folder}${stem}${/\.z\d\d$/i.test(own) ? ".zip" : ending}`;
}
/** What is written beside backups, by its ending: sums, signatures, locks, logs, indexes, what is not yet whole. */
const asideByEnding = /\.(?:md5|sha(?:1|224|256|384|512)|(?:md5|sha\d{1,3})sums?|sfv|crc(?:32)?|b3|blake2b?|sig|sign|minisig|p7s|par2|lock|lck|pid|tmp|temp|part|partial|filepart|crdownload|in[-_]?progress|incomplete|unfinished|uploading|swp|log|idx|toc)$/i;
const logs = /(?:\.log(?:\.\d{1,3}|[-.]\d{8})?(?:\.(?:gz|bz2|xz|zst))?|^log\.[0-9a-f]{6,64}\.txt)$/i;
/** … by its name, where it is small: manifests, lists, pointers, marks that a run has ended, what folders hold. */
const asideByName = /(?:^|[._-])(?:manifest|checksums?|md5sums?|sha\d{1,3}sums?|metadata|meta|info|index|latest|current|status|state|report|catalog|inventory|readme|robots|last[_-]?(?:success|run|backup)|success|done|complete|ok|marker|heartbeat|keep|gitkeep)(?:\.(?:json|txt|xml|ya?ml|csv|html?|php|md|ini|conf))?$/i;
const asideBytes = 1048576;
const inFolders = /^(?:\..*|thumbs\.db|desktop\.ini|web\.config)$/i;
/** What says something of another file where it bears that file's name; else it may be the backup itself. */
const companions = /\.(?:asc|json|txt|xml|ya?ml|csv|html?|md)$/i;
/** Duplicati's volumes and their indexes, of which any backup may add none: the list of files alone is a backup. */
const blocks = /\.(?:dblock|dindex)\.[0-9a-z.]{1,12}$/i;
const list = /\.dlist\.[0-9a-z.]{1,12}$/i;
/** Whether each of the files lies beside backups and is none, by its name. */
function asideOf(files) {
	const own = (name) => name.slice(name.lastIndexOf("/") + 1);
	const names = new Set(files.map(({ name }) => name));
	const stems = new Set(files.flatMap(({ name }) => companions.test(name) ? [] : [stemOf(name)]));
	const hasList = files.some(({ name }) => list.test(name));
	return files.filter(({ name, sizeBytes }) => {
		const last = own(name);
		if (asideByEnding.test(last) || logs.test(last) || inFolders.test(last)) return true;
		if (asideByName.test(last) && (sizeBytes ?? 0) <= asideBytes) return true;
		if (hasList && blocks.test(last)) return true;
		const companion = companions.exec(name);
		if (companion === null) return false;
		const base = name.slice(0, companion.index);
		return names.has(base) || !/\.asc$/i.test(name) && stems.has(stemOf(name));
	});
}
/** The name without its endings, at most three. */
function stemOf(name) {
	return name.replace(/(?<!\/)(?:\.(?:[a-z][0-9a-z]{0,7}|7z)){1,3}$/i, "");
}
/** The sizes in bytes of an archive that holds nothing, as the tools in use write it. */
const emptySizes = [
	[/\.(?:tar\.gz|tgz)$/i, (size) => size <= 120],
	[/\.(?:tar\.bz2|tbz2?)$/i, (size) => size <= 120],
	[/\.(?:tar\.xz|txz)$/i, (size) => size <= 168],
	[/\.(?:tar\.zst|tzst)$/i, (size) => size <= 100],
	[/\.tar\.lz4$/i, (size) => size <= 155],
	[/\.gz$/i, (size, name) => size === 20 || size === 23 || size === 20 + name.length - 3 + 1],
	[/\.zip$/i, (size) => size === 22],
	[/\.tar$/i, (size) => size === 1024 || size === 10240],
	[/\.xz$/i, (size) => size === 32],
	[/\.bz2$/i, (size) => size === 14],
	[/\.zst$/i, (size) => size === 9 || size === 13],
	[/\.lz4$/i, (size) => size === 11 || size === 15],
	[/\.7z$/i, (size) => size === 32]
];
/** Whether a file of this name and size is an archive that holds nothing, or holds nothing at all. */
function isEmptyFile(name, sizeBytes) {
	if (sizeBytes === 0) return true;
	const own = name.slice(name.lastIndexOf("/") + 1);
	return emptySizes.find(([ending]) => ending.test(own))?.[1](sizeBytes, own) ?? false;
}

export { wholeName as i, isEmptyFile as n, seriesOfName as r, asideOf as t };