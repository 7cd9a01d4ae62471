import type { Band, ItemState, Score } from '../checklist/score.ts';
import type { Redact } from '../documents/redact.ts';
import { messagesFor } from '../messages/index.ts';
import type { Part } from '../probes/index.ts';
import { byUrgency } from '../report/order.ts';
import type { Report, ReportedFinding } from '../report/report.ts';
import { subjectOf } from '../rules/finding.ts';
import type { ItemNumber } from '../rules/rule.ts';
import { compareText } from '../text/compare.ts';
import type { IssueState, RememberedFinding } from './marker.ts';

type NetworkPart = NonNullable<RememberedFinding['part']>;

/** A report as the issue shows it: what this run did not look at stands as the last run left it. */
export interface CarriedReport {
  readonly report: Report;
  /** When the findings that nobody looked at this time were last seen, by id. ISO times. */
  readonly asOf: ReadonlyMap<string, string>;
  /** What may or may not still hold, since its subject could not be looked at: remembered, not shown as true. */
  readonly waiting: readonly RememberedFinding[];
}

/**
 * Adds to `report` what the last run found in the parts that this one did not look at (`only`, an unreadable
 * ledger), and counts it in the score. The marker's own texts are untrusted, as all that is rendered.
 */
export function carryOver(report: Report, previous: IssueState | null): CarriedReport {
  if (previous === null) return { report, asOf: new Map(), waiting: [] };
  const found = new Set(report.findings.map(({ id }) => id));
  const missing = previous.findings.filter(({ id, rule }) => !found.has(id) && rule !== 'ledger/invalid');
  const unasked = new Set<string>(report.notAsked.map(({ what }) => what));
  const unseen = new Set(report.findings.filter(({ kind }) => kind === 'unknown').map(subjectOf));
  for (const { subject, result } of report.observations) {
    if ((result as { failed?: unknown } | null)?.failed === 'crashed') unseen.add(subject);
  }
  const carried = missing.filter(
    (each) =>
      !each.unseen &&
      !each.excepted &&
      (report.verdict === 'invalid' || (each.part !== null && unasked.has(each.part))),
  );
  const waiting = missing
    .filter((each) => !carried.includes(each))
    .filter((each) => each.kind !== 'unknown' && each.part !== null)
    .filter((each) => report.verdict === 'invalid' || unasked.has(each.part!) || unseen.has(subjectOf(each)))
    .map((each) => ({ ...each, unseen: true }));
  if (carried.length === 0) return { report, asOf: new Map(), waiting };
  const restored = carried.map((each) => restore(each, report));
  return {
    report: {
      ...report,
      findings: [...report.findings, ...restored].sort(byUrgency),
      score: report.score === null ? null : scoreWith(report.score, restored),
    },
    asOf: new Map(carried.map(({ id, seenAt }) => [id, seenAt])),
    waiting,
  };
}

/** What the marker is to remember of this run, the most urgent first. */
export function stateOf(
  { report, asOf, waiting }: CarriedReport,
  redact: Redact,
  changes: IssueState['changes'],
): IssueState {
  const clean = (text: string | null) => (text === null ? null : redact(text));
  const findings = [...report.findings].sort(byUrgency).map(
    (each): RememberedFinding => ({
      id: each.id.slice(0, 600),
      rule: each.rule,
      kind: each.kind,
      severity: each.severity,
      cause: each.cause,
      items: [...each.items],
      part: partOf(each, report),
      since: each.since,
      seenAt: asOf.get(each.id) ?? report.checkedAt,
      deadline: each.deadline,
      party: each.party?.slice(0, 100) ?? null,
      line: each.location.line,
      column: each.location.column,
      excepted: each.excepted !== null,
      unseen: false,
      title: redact(each.title),
      expected: clean(each.expected),
      observed: clean(each.observed),
    }),
  );
  return {
    checkedAt: report.checkedAt,
    nextCheckAt: report.nextCheckAt,
    met: report.score?.met ?? null,
    findings: [...findings, ...waiting],
    changes,
    truncated: false,
  };
}

const partsByFamily: Readonly<Record<string, NetworkPart>> = {
  http: 'endpoints',
  tls: 'certificates',
  dns: 'dns',
  mail: 'mail',
  domain: 'domains',
  backup: 'backups',
};

const partsByProbe: Readonly<Record<string, NetworkPart & Part>> = {
  endpoint: 'endpoints',
  certificate: 'certificates',
  dns: 'dns',
  mail: 'mail',
  domain: 'domains',
  access: 'access',
};

/** The part of the network that a finding comes from; null: the ledger's own text. */
export function partOf(finding: ReportedFinding, report: Report): NetworkPart | null {
  if (finding.rule === 'schedule/too-rare') return 'certificates';
  if (finding.rule === 'access/console-unreachable') return 'access';
  if (finding.rule === 'contact/account-gone') return 'people';
  const family = partsByFamily[finding.rule.slice(0, finding.rule.indexOf('/'))];
  if (family !== undefined) return family;
  if (!finding.rule.startsWith('probe/')) return null;
  const subject = subjectOf(finding);
  // A domain's mail and its registration share their subject with its certificate; they say which they are.
  const [, aspect = ''] = /@(.*)$/s.exec(finding.id) ?? [];
  if (aspect === 'domain') return 'domains';
  if (/^console\b/.test(aspect)) return 'access';
  if (aspect === 'github') return 'people';
  if (/^(mail|MX|SPF|DMARC|DKIM .*|MTA-STS)$/.test(aspect)) return 'mail';
  const observation = report.observations.find((each) => each.subject === subject);
  if (observation !== undefined) return partsByProbe[observation.probe] ?? null;
  const named = /^reality\.(mail|domains|backups|dns|certificates|endpoints)\./.exec(subject);
  return named === null ? null : (named[1] as NetworkPart);
}

function restore(each: RememberedFinding, report: Report): ReportedFinding {
  const rule = each.rule as ReportedFinding['rule'];
  const { means, why, remedy } = messagesFor(report.language).rules[rule];
  return {
    id: each.id,
    rule,
    kind: each.kind,
    severity: each.severity,
    cause: each.cause,
    items: each.items as ItemNumber[],
    title: each.title === '' ? `${means} (${subjectOf(each)})` : each.title,
    expected: each.expected,
    observed: each.observed,
    why,
    remedy,
    party: each.party,
    deadline: each.deadline,
    since: each.since,
    location: { path: report.ledger.path, line: each.line, column: each.column },
    acceptable: false,
    excepted: null,
  };
}

const worst: readonly ItemState[] = ['drift', 'stale', 'gap', 'unknown', 'met'];

function scoreWith(score: Score, carried: readonly ReportedFinding[]): Score {
  const items = score.items.map((item) => {
    const holding = carried.filter(
      (each) => each.items.includes(item.item) && (worst as readonly string[]).includes(each.kind),
    );
    const states = [item.state, ...holding.map(({ kind }) => kind as ItemState)];
    const state = worst.find((each) => states.includes(each))!;
    return { ...item, state, findings: [...item.findings, ...holding.map(({ id }) => id)].sort(compareText) };
  });
  const met = items.filter(({ state }) => state === 'met').length;
  return { ...score, items, met, band: bandOf(met) };
}

function bandOf(met: number): Band {
  return met <= 3 ? 'danger' : met <= 6 ? 'caution' : met <= 8 ? 'minimum' : 'strong';
}
