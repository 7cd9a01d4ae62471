import { dotted } from '../ledger/path.ts';
import type { Deliverable } from '../rules/checklist.ts';
import { type Finding, finding } from '../rules/finding.ts';
import { type Topic, topics } from '../rules/rule.ts';
import { type ChecklistInput, gapAt, partyOf } from './input.ts';

const deliverables: readonly {
  readonly name: Deliverable;
  readonly needs: readonly ('fills' | 'approves' | 'sends' | 'kept-in')[];
}[] = [
  { name: 'first-report', needs: ['fills', 'approves', 'sends'] },
  { name: 'recovery-report', needs: ['fills', 'approves', 'sends'] },
  { name: 'response-log', needs: ['kept-in'] },
  { name: 'rollback-criteria', needs: ['approves'] },
];

/** The five topics of responsibility, and who does what with each deliverable. One party alone may leave it out. */
export function judgeResponsibility(input: ChecklistInput): Finding[] {
  const { ledger } = input;
  const isAlone = Object.keys(ledger.parties ?? {}).length === 1;
  if (ledger.responsibility === undefined) {
    if (isAlone) return [];
    return [gapAt(input, 'responsibility/missing', ['responsibility'], { topic: null, part: 'party' })];
  }
  return [
    ...topics.flatMap((topic) => judgeTopic(input, topic, isAlone)),
    ...judgeParts(input),
    ...(isAlone ? [] : judgeOneParty(input)),
    ...judgeEscalation(input),
    ...deliverables.flatMap(({ name, needs }) => judgeDeliverable(input, name, needs)),
  ];
}

function judgeTopic(input: ChecklistInput, topic: Topic, isAlone: boolean): Finding[] {
  const said = input.ledger.responsibility?.[topic];
  const path = ['responsibility', topic];
  const subject = dotted(path);
  if (said?.party === undefined) {
    const at = said === undefined ? path : [...path, 'party'];
    return [gapAt(input, 'responsibility/missing', at, { topic, part: 'party' }, { subject })];
  }
  const approver =
    topic === 'accountability' ? input.ledger.responsibility?.accountability?.['approved-by'] : undefined;
  const standIns = [said['stand-in'], approver].filter((id) => id !== undefined && id !== said.party);
  if (isAlone || standIns.length > 0) return [];
  const { party } = said;
  return [
    gapAt(input, 'responsibility/no-stand-in', [...path, 'stand-in'], { topic, party }, { subject, party }),
  ];
}

/** What two of the topics need besides a party: who lets people in in an emergency, whose word counts, who approves. */
function judgeParts(input: ChecklistInput): Finding[] {
  const { access, accountability } = input.ledger.responsibility!;
  const missing: [Topic, 'emergency' | 'source' | 'approval', string][] = [];
  if (access !== undefined && access.emergency === undefined)
    missing.push(['access', 'emergency', 'emergency']);
  if (accountability !== undefined) {
    if (accountability.source === undefined) missing.push(['accountability', 'source', 'source']);
    if (accountability['approved-by'] === undefined)
      missing.push(['accountability', 'approval', 'approved-by']);
  }
  return missing.map(([topic, part, key]) => {
    const party = partyOf(input.ledger, topic);
    return gapAt(input, 'responsibility/missing', ['responsibility', topic, key], { topic, part }, { party });
  });
}

function judgeOneParty({ ledger }: ChecklistInput): Finding[] {
  const parties = topics.map((topic) => partyOf(ledger, topic));
  const first = parties[0];
  if (first == null || parties.some((party) => party !== first)) return [];
  const path = ['responsibility'];
  return [finding('responsibility/one-party', { subject: 'responsibility', data: { party: first }, path })];
}

function judgeEscalation(input: ChecklistInput): Finding[] {
  const communication = input.ledger.responsibility?.communication;
  if (communication === undefined) return [];
  const missing = (['when', 'to'] as const).filter((key) => communication.escalate?.[key] === undefined);
  if (missing.length === 0) return [];
  const path = ['responsibility', 'communication', 'escalate'];
  const party = communication.party ?? null;
  return [gapAt(input, 'responsibility/escalation-missing', path, { missing }, { party })];
}

function judgeDeliverable(
  input: ChecklistInput,
  deliverable: Deliverable,
  needs: readonly ('fills' | 'approves' | 'sends' | 'kept-in')[],
): Finding[] {
  const said: Partial<Record<string, string | undefined>> =
    input.ledger.responsibility?.deliverables?.[deliverable] ?? {};
  const missing = needs.filter((key) => said[key] === undefined);
  if (missing.length === 0) return [];
  const path = ['responsibility', 'deliverables', deliverable];
  const party = partyOf(input.ledger, 'accountability');
  return [gapAt(input, 'responsibility/deliverable-missing', path, { deliverable, missing }, { party })];
}
