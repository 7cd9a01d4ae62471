import type { Ability } from '../ledger/schema.ts';
import type { Finding } from '../rules/finding.ts';
import { judgeEntry } from './access.ts';
import { type ChecklistInput, partyOf } from './input.ts';
import { judgeRunbook } from './runbook.ts';

type EntranceName = 'domain' | 'dns' | 'certificate' | 'cdn' | 'bypass';

const entrances: readonly {
  readonly id: EntranceName;
  readonly needs: { readonly abilities: readonly Ability[]; readonly any?: boolean } | null;
  readonly mayBeNone: boolean;
}[] = [
  { id: 'domain', needs: null, mayBeNone: false },
  { id: 'dns', needs: { abilities: ['failover'] }, mayBeNone: false },
  { id: 'certificate', needs: { abilities: ['renew', 'replace'] }, mayBeNone: false },
  { id: 'cdn', needs: null, mayBeNone: true },
  { id: 'bypass', needs: { abilities: ['block-path', 'static-page'], any: true }, mayBeNone: true },
];

/** ⑧ Entrance: domain, DNS, certificate, CDN and bypass as ⑦, each with a runbook. What they claim is the probes' part. */
export function judgeEntrance(input: ChecklistInput): Finding[] {
  const { ledger } = input;
  return entrances.flatMap(({ id, needs, mayBeNone }) => {
    const entry = ledger.entrance?.[id];
    const path = ['entrance', id];
    const clashes = ledger.access !== undefined && Object.hasOwn(ledger.access, id);
    const findings = judgeEntry(input, {
      id,
      path,
      entry,
      needs,
      mayBeNone,
      item: 8,
      ...(clashes ? { distinction: 'entrance' } : {}),
    });
    if (entry === undefined || Object.keys(entry).length === 0) return findings;
    return [
      ...findings,
      ...judgeRunbook(input, {
        of: id,
        path: [...path, 'runbook'],
        runbook: entry.runbook,
        sections: ['steps'],
        items: [8],
        party: partyOf(ledger, 'operation'),
      }),
    ];
  });
}
