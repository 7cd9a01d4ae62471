// src/report/order.ts
const severityRank = {
	critical: 0,
	warning: 1,
	info: 2
};
const causeRank = {
	access: 0,
	contact: 1,
	procedure: 2
};
/** What is most urgent first: severity, then the deadline, then access → contact → procedure. Total. */
function byUrgency(a, b) {
	return severityRank[a.severity] - severityRank[b.severity] || compare(a.deadline ?? "~", b.deadline ?? "~") || causeRank[a.cause] - causeRank[b.cause] || (a.items[0] ?? 11) - (b.items[0] ?? 11) || compare(a.id, b.id);
}
/** Items in the order in which their holes are filled: access, contact, procedure. */
const itemsByCause = [
	7,
	8,
	2,
	3,
	1,
	4,
	5,
	6,
	9,
	10
];
/** The three to start with. */
const startWith = [
	2,
	7,
	5
];
function compare(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}
function sortFindings(findings) {
	const ordered = [...findings].sort(byUrgency);
	const open = ordered.filter((each) => each.excepted === null);
	const of = (...kinds) => open.filter((each) => kinds.includes(each.kind));
	return {
		toDo: of("drift", "expiring", "stale"),
		unseen: of("unknown"),
		holes: of("gap"),
		notices: of("notice"),
		excepted: ordered.filter((each) => each.excepted !== null)
	};
}
/** The subject of a finding, without what tells two of one rule apart. */
function subjectOf(finding) {
	return finding.id.slice(finding.rule.length + 1).replace(/@.*$/s, "");
}

export { startWith as a, sortFindings as i, compare as n, subjectOf as o, itemsByCause as r, byUrgency as t };