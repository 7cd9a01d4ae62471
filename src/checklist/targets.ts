import { dotted } from '../ledger/path.ts';
import { type Duration, roughMilliseconds } from '../ledger/values.ts';
import type { ChecklistRules, TargetName } from '../rules/checklist.ts';
import { type Finding, finding } from '../rules/finding.ts';
import { type ChecklistInput, holeAt, partyOf } from './input.ts';

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
    .map((target) => {
      const path = ['targets', target];
      const data = { target, contact: null, hole: holeAt(input, path) };
      return finding('target/missing', { subject: dotted(path), data, path, party });
    });
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

/** How long a procedure takes: as the newest exercise that estimated it found, else as the ledger says. */
function timeOf(
  { ledger }: ChecklistInput,
  what: 'rollback' | 'restore',
): { takes: Duration; estimatedOn: string | null } | null {
  const estimate = ledger.exercises
    .filter(({ estimated }) => estimated?.[what] !== undefined)
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
    .at(-1);
  if (estimate !== undefined) return { takes: estimate.estimated![what]!, estimatedOn: estimate.date };
  const takes = ledger[what]?.takes;
  return takes === undefined ? null : { takes, estimatedOn: null };
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
    return judgeFit(input, `${what}.takes`, [what, 'takes'], { what, record: null, ...time, target });
  });
}

function judgeDns(input: ChecklistInput): Finding[] {
  return (input.ledger.reality.dns ?? []).flatMap((claim, index) => {
    const takes = claim['ttl-at-most'];
    if (takes === undefined || !['A', 'AAAA', 'CNAME'].includes(claim.type ?? '')) return [];
    const path = ['reality', 'dns', index, 'ttl-at-most'];
    const record = `${claim.name} ${claim.type}`;
    const data = { what: 'dns' as const, record, takes, estimatedOn: null, target: 'provisional' as const };
    return judgeFit(input, dotted(path), path, data);
  });
}

function judgeFit(
  { ledger }: ChecklistInput,
  subject: string,
  path: readonly (string | number)[],
  data: Omit<ChecklistRules['target/takes-too-long'], 'within'>,
): Finding[] {
  const within = ledger.targets?.[data.target];
  if (within === undefined || roughMilliseconds(data.takes) <= roughMilliseconds(within)) return [];
  const party = partyOf(ledger, 'operation');
  return [finding('target/takes-too-long', { subject, data: { ...data, within }, path, party })];
}

function judgeWaits({ ledger }: ChecklistInput): Finding[] {
  const within = ledger.targets?.['first-report'];
  const waits = (ledger['first-contact']?.route ?? []).flatMap(({ wait }) => wait ?? []);
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
