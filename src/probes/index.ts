import type { Ledger } from '../ledger/schema.ts';
import { accessProbe } from './access/index.ts';
import { accountProbe } from './account/index.ts';
import { backupProbe } from './backup/index.ts';
import { caaProbe } from './caa/index.ts';
import { certificateProbe } from './certificate/index.ts';
import { dnsProbe } from './dns/index.ts';
import { domainProbe } from './domain/index.ts';
import { endpointProbe } from './endpoint/index.ts';
import { mailProbe } from './mail/index.ts';
import type { PlannedCheck } from './observe.ts';
import type { AnyProbe, ProbeName } from './probe.ts';

/** A probe whose claims and facts are its own business: what one probe plans is only ever handed back to it. */
/** Every probe, in the order in which a report lists what was looked at. A new probe is one line here. */
const probes: readonly AnyProbe[] = [
  endpointProbe,
  certificateProbe,
  dnsProbe,
  caaProbe,
  mailProbe,
  domainProbe,
  backupProbe,
  accessProbe,
  accountProbe,
];

/** The words that `only` takes, by probe. */
const partOfProbe: { readonly [P in ProbeName]: Part } = {
  endpoint: 'endpoints',
  certificate: 'certificates',
  dns: 'dns',
  mail: 'mail',
  domain: 'domains',
  backup: 'backups',
  access: 'access',
  account: 'people',
};

/** What `only` can name. */
export const parts = [
  'endpoints',
  'certificates',
  'dns',
  'mail',
  'domains',
  'backups',
  'access',
  'people',
] as const;
export type Part = (typeof parts)[number];

/** All that is to be looked at of a ledger; with `only`, of these parts alone. */
export function planChecks(ledger: Ledger, only: ReadonlySet<Part> | null): PlannedCheck[] {
  return probes
    .filter((probe) => only === null || only.has(partOfProbe[probe.name]))
    .flatMap((probe) => probe.plan(ledger).map((check) => ({ probe, check })));
}
