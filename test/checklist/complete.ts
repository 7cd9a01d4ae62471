import { Temporal } from 'temporal-polyfill';
import { type ChecklistInput, judgeChecklist } from '../../src/checklist/index.ts';
import type { Absence } from '../../src/ledger/absence.ts';
import { Ledger } from '../../src/ledger/schema.ts';
import type { Finding } from '../../src/rules/finding.ts';

// A ledger in which nothing is missing, `common` already merged, and ways to break one thing in it.

const contact = (party: string, kind: string, hours: unknown) => ({
  name: `${party} ${kind}`,
  party,
  kind,
  hours,
  channels: [{ phone: '03-1111-1111' }, { email: 'desk@example.com' }],
  verified: '2026-11-02',
});

const decision = {
  decides: 'owner',
  deputy: 'client-desk',
  unreachable: 'the vendor decides',
  needs: ['impact'],
};

const entry = (can: string[], more: object = {}) => ({
  console: 'https://console.example/',
  can,
  holders: ['desk', 'client-desk'],
  login: 'vault',
  mfa: { method: 'totp', 'held-by': ['desk', 'client-desk'] },
  emergency: 'vault',
  verified: '2026-11-02',
  ...more,
});

const complete = {
  version: 1,
  reviewed: '2026-11-02',
  site: { name: 'Sample', url: 'https://www.example.com/', timezone: 'Asia/Tokyo' },
  parties: { client: 'Client', maintenance: 'Maintenance' },
  contacts: {
    desk: contact('maintenance', 'desk', '24/365'),
    'client-desk': contact('client', 'desk', '24/365'),
    owner: contact('client', 'person', ['Mon-Fri 09:00-18:00']),
  },
  emergency: {
    agreed: { date: '2026-04-01', by: ['client', 'maintenance'] },
    conditions: [
      { when: 'the front page is down', call: ['desk', 'client-desk'], 'first-instruction': 'bring it back' },
    ],
  },
  'first-contact': { route: [{ call: 'desk', wait: '10m' }, { call: 'client-desk' }], tell: ['impact'] },
  decisions: { 'start-recovery': decision, rollback: decision, publication: decision },
  targets: { 'first-report': '30m', 'update-every': '60m', provisional: '2h', full: '24h' },
  stages: {
    provisional: { verify: ['home'] },
    full: { verify: ['home', 'login'] },
    permanent: { by: 'maintenance', within: '14d' },
  },
  rollback: {
    what: 'the latest release',
    when: ['down for 30 minutes'],
    'approved-by': 'owner',
    runbook: 'docs/rollback.md',
    by: 'desk',
    where: 'console',
    takes: '30m',
    verify: 'provisional',
    rehearsed: '2026-06-20',
  },
  restore: {
    covers: ['database', 'files'],
    into: 'staging-first',
    choose: 'the newest good one before the outage',
    runbook: 'docs/restore.md',
    by: 'desk',
    takes: '90m',
    verify: 'full',
    backups: ['daily'],
    rehearsed: '2026-06-20',
  },
  access: {
    server: entry(['restart', 'apply-settings', 'resize']),
    monitoring: entry(['view-alerts', 'view-logs']),
    backup: entry(['restore', 'confirm']),
  },
  entrance: {
    domain: entry(['renew'], { runbook: 'docs/domain.md' }),
    dns: entry(['failover'], { runbook: 'docs/dns.md' }),
    certificate: entry(['renew', 'replace'], { runbook: 'docs/certificate.md' }),
    cdn: entry([], { runbook: 'docs/cdn.md' }),
    bypass: entry(['static-page'], { runbook: 'docs/bypass.md' }),
  },
  evidence: {
    logs: {
      access: { where: 'https://logs.example/a', viewers: ['desk'] },
      application: { where: 'https://logs.example/b', viewers: ['desk'] },
      system: { where: 'https://logs.example/c', viewers: ['desk'] },
    },
    alerts: { where: 'https://logs.example/d', to: ['desk'] },
    changes: 'ledger',
  },
  templates: { 'first-report': 'docs/first-report.md', 'recovery-report': 'docs/recovery-report.md' },
  responsibility: {
    decision: { party: 'client', 'stand-in': 'maintenance' },
    operation: { party: 'maintenance', 'stand-in': 'client' },
    communication: {
      party: 'maintenance',
      'stand-in': 'client',
      escalate: { when: 'nothing in sight after 30 minutes', to: 'owner' },
    },
    access: { party: 'maintenance', 'stand-in': 'client', emergency: 'client' },
    accountability: { party: 'maintenance', source: 'maintenance', 'approved-by': 'client' },
    deliverables: {
      'first-report': { fills: 'maintenance', approves: 'client', sends: 'client' },
      'recovery-report': { fills: 'maintenance', approves: 'client', sends: 'client' },
      'response-log': { 'kept-in': 'the incident issue' },
      'rollback-criteria': { approves: 'client' },
    },
  },
  reality: {
    dns: [{ name: 'www.example.com', type: 'A', values: ['192.0.2.1'], 'ttl-at-most': '5m' }],
    backups: { daily: { provider: 'by-hand', every: '24h', newest: '2026-11-02', away: true } },
  },
  exercises: [{ date: '2026-06-20', kind: 'tabletop', covered: ['contacts'] }],
  incidents: [
    {
      date: '2026-08-03',
      what: 'down',
      'stopped-at': [8],
      prevention: 'renewed by itself',
      until: '2026-09-30',
      done: '2026-09-12',
    },
  ],
};

/** What to write at which dotted path; undefined takes it out. */
export type Changes = Readonly<Record<string, unknown>>;

export function ledgerWith(changes: Changes = {}): Ledger {
  const copy = JSON.parse(JSON.stringify(complete)) as Record<string, unknown>;
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.split('.');
    const last = keys.pop()!;
    let place = copy;
    for (const key of keys) place = place[key] as Record<string, unknown>;
    if (value === undefined) delete place[last];
    else place[last] = value;
  }
  return Ledger.parse(copy);
}

export const now = Temporal.Instant.from('2026-11-23T00:00:00Z');

/** A calendar with the days given, by country. */
export function calendarOf(days: Readonly<Record<string, readonly string[]>>): ChecklistInput['holidays'] {
  return { isHoliday: (country, day) => days[country]?.includes(day.toString()) ?? false };
}

export function inputWith(changes: Changes = {}, more: Partial<ChecklistInput> = {}): ChecklistInput {
  const ledger = ledgerWith(changes);
  return {
    ledger,
    absences: new Map(),
    now,
    zone: ledger.site.timezone,
    next: now.add({ hours: 24 * 33 }),
    holidays: calendarOf({}),
    files: null,
    ...more,
  };
}

export function judged(changes: Changes = {}, more: Partial<ChecklistInput> = {}): Finding[] {
  return judgeChecklist(inputWith(changes, more));
}

/** The ids of all findings, sorted. */
export function idsOf(findings: readonly Finding[]): string[] {
  return findings.map(({ id }) => id).sort();
}

export const unknown: Absence = { type: 'unknown' };
export const none = (reason = 'we do without'): Absence => ({ type: 'none', reason });

export function absences(entries: Readonly<Record<string, Absence>>): Pick<ChecklistInput, 'absences'> {
  return { absences: new Map(Object.entries(entries)) };
}

/** The files of the complete ledger, all of them good; `changes` replaces some (undefined: not looked at). */
export function filesWith(changes: Readonly<Record<string, unknown>> = {}): Pick<ChecklistInput, 'files'> {
  const runbook =
    '# Runbook\n## When\n- it is down\n## Steps\n1. Press the button.\n## How to confirm\n- It opens.\n';
  const good: Record<string, unknown> = {
    'docs/first-report.md': '- Symptom:\n- Impact:\n- Provisional measures:\n- Next update at:\n',
    'docs/recovery-report.md':
      '# Recovery report\n## Timeline\n## Impact\n## Cause\n## What was done\n## Prevention\n## Next action and its date\n',
  };
  for (const name of ['rollback', 'restore', 'domain', 'dns', 'certificate', 'cdn', 'bypass']) {
    good[`docs/${name}.md`] = runbook;
  }
  const files = new Map<string, never>();
  for (const [path, value] of Object.entries({ ...good, ...changes })) {
    if (value === undefined) continue;
    files.set(path, (typeof value === 'string' ? textOf(value) : value) as never);
  }
  return { files };
}

function textOf(text: string) {
  return { type: 'text', text, bytes: Buffer.byteLength(text) } as const;
}
