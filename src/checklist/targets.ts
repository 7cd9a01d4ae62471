import { dotted, type LedgerPath } from '../ledger/path.ts';
import type { TargetName } from '../rules/checklist.ts';
import { type Finding, finding } from '../rules/finding.ts';
import type { RuleData } from '../rules/index.ts';
import { type Day, type Duration, roughMilliseconds } from '../text/values.ts';
import { type ChecklistInput, gapAt, holeAt, partyOf } from './input.ts';

const names: readonly TargetName[] = ['first-report', 'update-every', 'provisional', 'full'];

/**
 * ④ Target times: in order, and what has to fit into them fits. `during` counts the targets in one contact's hours,
 * which only makes them longer by the clock: what fits as written fits then as well.
 */
export function judgeTargets(input: ChecklistInput): Finding[] {
  return [
    ...judgeWritten(input),
    ...judgeOrder(input),
    ...judgeProcedures(input),
    ...judgeDns(input),
    ...judgeWaits(input),
  ];
}

function judgeWritten(input: ChecklistInput): Finding[] {
  const { ledger } = input;
  const { targets } = ledger;
  const party = partyOf(ledger, 'operation');
  const findings: Finding[] = names
    .filter((target) => targets?.[target] === undefined)
    .map((target) =>
      gapAt(input, 'target/missing', ['targets', target], { target, contact: null }, { party }),
    );
  const contact = targets?.during;
  if (contact !== undefined && ledger.contacts?.[contact]?.hours === undefined) {
    const path = ['contacts', contact, 'hours'];
    const data = { target: 'hours-of' as const, contact, hole: holeAt(input, path) };
    findings.push(
      finding('target/missing', { subject: 'targets.during', data, path: ['targets', 'during'], party }),
    );
  }
  return findings;
}

function judgeOrder({ ledger }: ChecklistInput): Finding[] {
  const { targets } = ledger;
  const pairs = [
    ['first-report', 'provisional'],
    ['provisional', 'full'],
    ...(targets?.provisional === undefined ? ([['first-report', 'full']] as const) : []),
  ] as const;
  return pairs.flatMap(([sooner, later]) => {
    const soonerIs = targets?.[sooner];
    const laterIs = targets?.[later];
    if (soonerIs === undefined || laterIs === undefined) return [];
    if (roughMilliseconds(soonerIs) < roughMilliseconds(laterIs)) return [];
    const path = ['targets', later];
    const data = { sooner, later, soonerIs, laterIs };
    return [
      finding('target/out-of-order', {
        subject: dotted(path),
        data,
        path,
        party: partyOf(ledger, 'operation'),
      }),
    ];
  });
}

/** How long a procedure takes, how that is known, since which day, and where the ledger says it. */
interface ProcedureTime {
  readonly takes: Duration;
  readonly known: 'measured' | 'estimated' | 'written';
  readonly on: Day | null;
  readonly path: LedgerPath;
}

/** An exercise in which the steps were carried out, not only read through. */
const carriedOut = /rehears|drill|live|actual|real|実地|実際|実機|実施|リハーサル|本番/i;

/**
 * How long a procedure takes. What was carried out beats what was estimated, however new the estimate is; of two of
 * a sort the newer one holds. `takes` was measured if the procedure was tried on a day without a tabletop exercise.
 */
function timeOf({ ledger }: ChecklistInput, what: 'rollback' | 'restore'): ProcedureTime | null {
  const { takes, rehearsed } = ledger[what] ?? {};
  const rehearsedTimes = ledger.exercises.flatMap(({ date, kind, estimated }, index): ProcedureTime[] => {
    const time = estimated?.[what];
    if (time === undefined) return [];
    const known = kind !== undefined && carriedOut.test(kind) ? 'measured' : 'estimated';
    return [{ takes: time, known, on: date, path: ['exercises', index, 'estimated', what] }];
  });
  const onlyRead = ledger.exercises.some(
    ({ date, kind, covered, estimated }) =>
      date === rehearsed &&
      !(kind !== undefined && carriedOut.test(kind)) &&
      (covered?.includes(what) === true || estimated?.[what] !== undefined),
  );
  if (takes !== undefined) {
    const known = rehearsed === undefined || onlyRead ? 'written' : 'measured';
    rehearsedTimes.push({
      takes,
      known,
      on: known === 'measured' ? rehearsed! : null,
      path: [what, 'takes'],
    });
  }
  const newest = (known: ProcedureTime['known']) =>
    rehearsedTimes
      .filter((each) => each.known === known)
      .toSorted((a, b) => ((a.on ?? '') < (b.on ?? '') ? -1 : 1))
      .at(-1);
  return newest('measured') ?? newest('estimated') ?? newest('written') ?? null;
}

function judgeProcedures(input: ChecklistInput): Finding[] {
  return (
    [
      ['rollback', 'provisional'],
      ['restore', 'full'],
    ] as const
  ).flatMap(([what, target]) => {
    const time = timeOf(input, what);
    if (time === null) return [];
    const { path, ...known } = time;
    return judgeFit(input, `${what}.takes`, path, { what, record: null, ...known, target });
  });
}

function judgeDns(input: ChecklistInput): Finding[] {
  return (input.ledger.reality.dns ?? []).flatMap((claim, index) => {
    const takes = claim['ttl-at-most'];
    if (takes === undefined || !['A', 'AAAA', 'CNAME'].includes(claim.type ?? '')) return [];
    const path = ['reality', 'dns', index, 'ttl-at-most'];
    const record = `${claim.name} ${claim.type}`;
    return judgeFit(input, dotted(path), path, {
      what: 'dns',
      record,
      takes,
      known: 'written',
      on: null,
      target: 'provisional',
    });
  });
}

function judgeFit(
  { ledger }: ChecklistInput,
  subject: string,
  path: LedgerPath,
  data: Omit<RuleData['target/takes-too-long'], 'within'>,
): Finding[] {
  const within = ledger.targets?.[data.target];
  if (within === undefined || roughMilliseconds(data.takes) <= roughMilliseconds(within)) return [];
  const party = partyOf(ledger, 'operation');
  return [finding('target/takes-too-long', { subject, data: { ...data, within }, path, party })];
}

function judgeWaits({ ledger }: ChecklistInput): Finding[] {
  const within = ledger.targets?.['first-report'];
  const route = ledger['first-contact']?.route ?? [];
  const end = route.findIndex(({ none }) => none !== undefined);
  // Nobody waits behind the stop at which the route ends.
  const waits = (end < 0 ? route : route.slice(0, end)).flatMap(({ wait }) => wait ?? []);
  const waitsMs = waits.reduce((sum, wait) => sum + roughMilliseconds(wait), 0);
  if (within === undefined || waitsMs <= roughMilliseconds(within)) return [];
  return [
    finding('target/waits-too-long', {
      subject: 'first-contact.route',
      data: { waitsMs, within },
      path: ['first-contact', 'route'],
      party: partyOf(ledger, 'communication'),
    }),
  ];
}
