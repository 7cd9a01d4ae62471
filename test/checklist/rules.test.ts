import { describe, expect, it } from 'vitest';
import type { ChecklistInput } from '../../src/checklist/index.ts';
import { messages as en } from '../../src/messages/en/index.ts';
import { formatFor } from '../../src/messages/format.ts';
import { messages as ja } from '../../src/messages/ja/index.ts';
import type { RuleMessage } from '../../src/messages/rule-message.ts';
import { checklistRules } from '../../src/rules/checklist.ts';
import type { Finding } from '../../src/rules/finding.ts';
import { absences, type Changes, calendarOf, filesWith, idsOf, judged, none, unknown } from './complete.ts';

/** What is changed in a complete ledger, and all that is then found: `id item…`. */
interface Case {
  readonly changes: Changes;
  readonly more?: Partial<ChecklistInput>;
  readonly found: readonly string[];
}

const weekdays = ['Mon-Fri 09:00-18:00'];

const firing: Readonly<Record<string, Case>> = {
  'no emergency': { changes: { emergency: undefined }, found: ['emergency/missing:emergency 1'] },
  'no conditions': {
    changes: { 'emergency.conditions': [] },
    found: ['emergency/missing:emergency.conditions 1'],
  },
  'a condition without a state': {
    changes: { 'emergency.conditions.0.when': undefined },
    found: ['emergency/missing:emergency.conditions.0.when 1'],
  },
  'agreed with nobody': {
    changes: { 'emergency.agreed.by': [] },
    found: ['emergency/not-agreed:emergency.agreed 1'],
  },
  'agreed at no time': {
    changes: { 'emergency.agreed.date': undefined },
    found: ['emergency/not-agreed:emergency.agreed 1'],
  },
  'nobody to call': {
    changes: { 'emergency.conditions.0.call': [] },
    found: ['emergency/no-call:emergency.conditions.0.call 1'],
  },
  'no first instruction': {
    changes: { 'emergency.conditions.0.first-instruction': undefined },
    found: ['emergency/no-first-instruction:emergency.conditions.0.first-instruction 1'],
  },

  'no route': {
    changes: { 'first-contact.route': undefined },
    found: ['contact/route-missing:first-contact.route 2'],
  },
  'a stop that calls nobody': {
    changes: {
      'first-contact.route': [{ call: 'desk', wait: '5m' }, { call: 'client-desk', wait: '5m' }, {}],
    },
    more: absences({ 'first-contact.route.2.call': unknown }),
    found: ['contact/route-missing:first-contact.route.2.call 2'],
  },
  'a contact that is not described': {
    changes: { 'first-contact.route': [{ call: 'desk', wait: '5m' }, { call: 'nobody' }] },
    found: ['contact/route-missing:first-contact.route.1.call 2'],
  },
  'a route that begins with nobody': {
    changes: { 'first-contact.route': [{ none: 'nobody answers' }] },
    found: ['contact/route-missing:first-contact.route.0.call 2'],
  },
  'starts at a person': {
    changes: { 'contacts.desk.kind': 'person' },
    found: ['contact/starts-at-person:desk 2'],
  },
  'starts at nobody knows what': {
    changes: { 'contacts.desk.kind': undefined },
    found: ['contact/starts-at-person:desk 2'],
  },
  'one way to reach it': {
    changes: { 'contacts.desk.channels': [{ phone: '03-1111-1111' }, { phone: '03-1111-1111' }] },
    found: ['contact/single-channel:desk 2'],
  },
  'nobody next': {
    changes: { 'first-contact.route': [{ call: 'desk', wait: '10m' }] },
    found: ['contact/no-fallback:first-contact.route 2'],
  },
  'the same next': {
    changes: { 'first-contact.route': [{ call: 'desk', wait: '10m' }, { call: 'desk' }] },
    found: ['contact/no-fallback:first-contact.route 2'],
  },
  'no wait': {
    changes: { 'first-contact.route': [{ call: 'desk' }, { call: 'client-desk' }] },
    found: ['contact/no-wait:first-contact.route.0.wait 2'],
  },
  'nothing to tell': {
    changes: { 'first-contact.tell': [] },
    found: ['contact/nothing-to-tell:first-contact.tell 2'],
  },
  'a night without anybody': {
    changes: { 'contacts.desk.hours': weekdays, 'contacts.client-desk.hours': weekdays },
    found: [
      'contact/hours-uncovered:first-contact.route 2',
      'decision/unreachable-together:decisions.publication 3',
      'decision/unreachable-together:decisions.rollback 3',
      'decision/unreachable-together:decisions.start-recovery 3',
    ],
  },
  'a route that says so': {
    changes: {
      'contacts.desk.hours': weekdays,
      'first-contact.route': [{ call: 'desk', wait: '10m' }, { call: 'owner' }, { none: 'nobody at night' }],
    },
    found: ['contact/hours-uncovered:first-contact.route 2'],
  },
  'a contact long not called': {
    changes: { 'contacts.client-desk.verified': '2026-09-18' },
    found: ['contact/unverified:client-desk 2'],
  },
  'a contact never called': {
    changes: { 'contacts.client-desk.verified': undefined },
    found: ['contact/unverified:client-desk 2'],
  },
  'a contact off the route long not called': {
    changes: { 'contacts.owner.verified': '2026-01-01' },
    found: ['contact/unverified:owner'],
  },
  'channels that cannot be': {
    changes: {
      'contacts.desk.channels': [
        { phone: 'ask Ann' },
        { email: 'desk@example' },
        { url: 'call.example.com' },
        { email: 'Desk <desk@example.com>' },
      ],
    },
    found: [
      'contact/channel-invalid:desk@0 2',
      'contact/channel-invalid:desk@1 2',
      'contact/channel-invalid:desk@2 2',
    ],
  },

  'no decision': {
    changes: { 'decisions.rollback': undefined },
    found: ['decision/missing:decisions.rollback 3'],
  },
  'nobody decides': {
    changes: { 'decisions.publication.decides': undefined },
    found: ['decision/missing:decisions.publication 3'],
  },
  'no deputy': {
    changes: { 'decisions.rollback.deputy': undefined },
    more: absences({ 'decisions.rollback.deputy': none() }),
    found: ['decision/no-deputy:decisions.rollback 3'],
  },
  'deputy of oneself': {
    changes: { 'decisions.rollback.deputy': 'owner' },
    found: ['decision/same-person:decisions.rollback 3'],
  },
  'deputy of oneself by another id': {
    changes: { 'contacts.client-desk.name': 'client person' },
    found: [
      'decision/same-person:decisions.publication 3',
      'decision/same-person:decisions.rollback 3',
      'decision/same-person:decisions.start-recovery 3',
    ],
  },
  'nobody reached': {
    changes: { 'decisions.rollback.unreachable': undefined },
    found: ['decision/no-unreachable-rule:decisions.rollback 3'],
  },
  'nothing to know': {
    changes: { 'decisions.rollback.needs': [] },
    found: ['decision/nothing-to-know:decisions.rollback 3'],
  },

  'no target': {
    changes: { 'targets.update-every': undefined },
    found: ['target/missing:targets.update-every 4'],
  },
  'no targets': {
    changes: { targets: undefined },
    found: [
      'target/missing:targets.first-report 4',
      'target/missing:targets.full 4',
      'target/missing:targets.provisional 4',
      'target/missing:targets.update-every 4',
    ],
  },
  'targets counted in hours that are not written': {
    changes: { 'targets.during': 'desk', 'contacts.desk.hours': undefined },
    found: ['target/missing:targets.during 4'],
  },
  'provisional later than full': {
    changes: { 'targets.provisional': '24h' },
    found: ['target/out-of-order:targets.full 4'],
  },
  'first report later than provisional': {
    changes: { 'targets.first-report': '3h' },
    found: ['target/out-of-order:targets.provisional 4'],
  },
  'a rollback that takes too long': {
    changes: { 'rollback.takes': '3h' },
    found: ['target/takes-too-long:rollback.takes 4'],
  },
  'a restore that an exercise found to take too long': {
    changes: {
      exercises: [
        { date: '2026-06-20', estimated: { restore: '30h' } },
        { date: '2026-05-20', estimated: { restore: '1h' } },
      ],
    },
    found: ['target/takes-too-long:restore.takes 4'],
  },
  'an estimate that is older than a rehearsal with its time': {
    changes: {
      exercises: [
        { date: '2026-06-20', kind: 'tabletop', estimated: { rollback: '1h' } },
        { date: '2026-05-20', kind: 'rehearsal', estimated: { rollback: '3h' } },
      ],
    },
    found: ['target/takes-too-long:rollback.takes 4'],
  },
  'a time that was measured, whatever a later exercise estimates': {
    changes: {
      'restore.takes': '30h',
      'restore.rehearsed': '2026-04-10',
      exercises: [
        { date: '2026-06-20', kind: 'tabletop', covered: ['restore'], estimated: { restore: '1h' } },
      ],
    },
    found: ['target/takes-too-long:restore.takes 4'],
  },
  'a time that was only read through, and estimated longer that day': {
    changes: {
      exercises: [
        { date: '2026-06-20', kind: 'tabletop', covered: ['restore'], estimated: { restore: '30h' } },
      ],
    },
    found: ['target/takes-too-long:restore.takes 4'],
  },
  'nobody answers in one of two emergencies': {
    changes: {
      'emergency.conditions.1': { when: 'defaced', call: ['owner'], 'first-instruction': 'take it down' },
    },
    found: ['contact/hours-uncovered:emergency.conditions.1.call 2'],
  },
  'nobody answers in two emergencies that call the same: said once': {
    changes: {
      'emergency.conditions.0.call': ['owner'],
      'emergency.conditions.1': {
        when: 'defaced',
        call: ['owner', 'owner'],
        'first-instruction': 'take it down',
      },
    },
    found: ['contact/hours-uncovered:emergency.conditions.0.call 2'],
  },
  'nobody answers on the route, nor in an emergency that calls the same: said once': {
    changes: {
      'contacts.desk.hours': weekdays,
      'contacts.client-desk.hours': weekdays,
      'decisions.start-recovery.deputy': 'always',
      'decisions.rollback.deputy': 'always',
      'decisions.publication.deputy': 'always',
    },
    found: ['contact/hours-uncovered:first-contact.route 2'],
  },
  'a TTL that is too long': {
    changes: { 'reality.dns.0.ttl-at-most': '3h' },
    found: ['target/takes-too-long:reality.dns.0.ttl-at-most 4'],
  },
  'waits that are too long': {
    changes: { 'first-contact.route.0.wait': '31m' },
    found: ['target/waits-too-long:first-contact.route 4'],
  },
  'a wait behind the end of the route, where nobody waits': {
    changes: {
      'first-contact.route': [
        { call: 'desk', wait: '10m' },
        { call: 'client-desk' },
        { none: 'nobody beyond' },
        { call: 'desk', wait: '60m' },
      ],
    },
    found: [],
  },
  'no stages': {
    changes: { stages: undefined, 'rollback.verify': ['home'], 'restore.verify': ['home'] },
    found: ['stage/missing:stages'],
  },
  'a stage verified by nothing': {
    changes: { 'stages.full.verify': [] },
    found: ['restore/incomplete:restore.verify 6', 'stage/missing:stages.full'],
  },
  'nobody for the permanent measure': {
    changes: { 'stages.permanent.by': undefined },
    found: ['stage/missing:stages.permanent'],
  },

  'no rollback': { changes: { rollback: undefined }, found: ['rollback/missing:rollback 5'] },
  ...Object.fromEntries(
    ['what', 'when', 'approved-by', 'by', 'where', 'takes', 'verify'].map((part) => [
      `a rollback without ${part}`,
      { changes: { [`rollback.${part}`]: undefined }, found: [`rollback/incomplete:rollback.${part} 5`] },
    ]),
  ),
  'no restore': { changes: { restore: undefined }, found: ['restore/missing:restore 6'] },
  ...Object.fromEntries(
    ['covers', 'into', 'choose', 'by', 'takes', 'verify', 'backups'].map((part) => [
      `a restore without ${part}`,
      { changes: { [`restore.${part}`]: undefined }, found: [`restore/incomplete:restore.${part} 6`] },
    ]),
  ),
  'a backup that nobody has looked at for too long': {
    changes: { 'reality.backups.daily.newest': '2026-10-01' },
    found: ['backup/unconfirmed:daily 6'],
  },
  'no backup in a second place': {
    changes: { 'reality.backups.daily.away': undefined },
    found: ['backup/no-second-place:reality.backups 6'],
  },
  'backups said to be in the place of the site': {
    changes: { 'reality.backups.daily.away': false },
    found: ['backup/no-second-place:reality.backups 6'],
  },
  'a second place of which nobody knows': {
    changes: { 'reality.backups.daily.away': undefined },
    more: absences({ 'reality.backups.daily.away': unknown }),
    found: ['backup/no-second-place:reality.backups 6'],
  },
  'no second place, with its reason': {
    changes: { 'reality.backups.daily.away': undefined },
    more: absences({ 'reality.backups.daily.away': none() }),
    found: [],
  },
  'a second place of one backup, and another beside the site': {
    changes: { 'reality.backups.second': { provider: 'by-hand', newest: '2026-11-02' } },
    found: [],
  },
  'a backup that nobody has ever looked at': {
    changes: { 'reality.backups.daily.newest': undefined },
    found: ['backup/unconfirmed:daily 6'],
  },
  'no runbooks': {
    changes: {
      'rollback.runbook': undefined,
      'restore.runbook': undefined,
      'entrance.dns.runbook': undefined,
    },
    found: [
      'runbook/missing:entrance.dns.runbook 8',
      'runbook/missing:restore.runbook 6',
      'runbook/missing:rollback.runbook 5',
    ],
  },
  'runbooks that are not there': {
    changes: { 'access.server.runbook': 'docs/server.md' },
    more: filesWith({
      'docs/rollback.md': { type: 'missing' },
      'docs/server.md': { type: 'refused', reason: 'not-a-file' },
    }),
    found: ['runbook/not-found:access.server.runbook', 'runbook/not-found:rollback.runbook 5'],
  },
  'an empty runbook': {
    changes: {},
    more: filesWith({
      'docs/rollback.md': '# Rollback\n\n<!-- write this -->\n## When\n## Steps\n## Confirm\n',
    }),
    found: ['runbook/empty:rollback.runbook 5'],
  },
  'a runbook without a way to confirm': {
    changes: {},
    more: filesWith({ 'docs/rollback.md': '# Rollback\n## When\n- down\n## Steps\n1. Press it.\n' }),
    found: ['runbook/section-missing:rollback.runbook 5'],
  },
  'procedures long not tried': {
    changes: { 'rollback.rehearsed': '2025-11-22', 'restore.rehearsed': undefined },
    found: ['runbook/unrehearsed:restore.rehearsed 6', 'runbook/unrehearsed:rollback.rehearsed 5'],
  },

  'no access': {
    changes: { 'access.monitoring': undefined, 'entrance.dns': undefined },
    more: absences({ 'access.monitoring': none(), 'entrance.dns': unknown }),
    found: ['access/missing:dns 8', 'access/missing:monitoring 7'],
  },
  'no CDN said': { changes: { 'entrance.cdn': undefined }, found: ['access/missing:cdn 8'] },
  'a WAF nobody knows': {
    changes: {},
    more: absences({ 'access.waf': unknown }),
    found: ['access/missing:waf 7'],
  },
  'no console': { changes: { 'access.server.console': undefined }, found: ['access/missing:server 7'] },
  'an access and an entrance of one name': {
    changes: { 'access.dns': { ...accessEntry(), login: undefined }, 'entrance.dns.login': undefined },
    found: ['access/no-login:dns 7', 'access/no-login:dns@entrance 8'],
  },
  'what one cannot do': {
    changes: {
      'access.server.can': ['restart'],
      'entrance.certificate.can': ['renew'],
      'entrance.bypass.can': ['edit'],
    },
    found: ['access/cannot:bypass 8', 'access/cannot:certificate 8', 'access/cannot:server 7'],
  },
  'one holder': {
    changes: { 'access.backup.holders': ['desk', 'desk'] },
    found: ['access/single-holder:backup 7'],
  },
  'holders of one party': {
    changes: { 'entrance.domain.holders': ['owner', 'client-desk'] },
    found: ['access/single-holder:domain 8'],
  },
  'no login': { changes: { 'access.backup.login': undefined }, found: ['access/no-login:backup 7'] },
  'no second factor': {
    changes: { 'access.backup.mfa': { method: 'none' }, 'entrance.dns.mfa': undefined },
    found: ['access/no-mfa:backup 7', 'access/no-mfa:dns 8'],
  },
  'one second factor': {
    changes: { 'access.backup.mfa.held-by': ['desk'] },
    found: ['access/mfa-single-holder:backup 7'],
  },
  'no emergency way in': {
    changes: { 'access.backup.emergency': undefined },
    found: ['access/no-emergency:backup 7'],
  },
  'doers who cannot enter': {
    changes: { 'rollback.by': 'owner', 'restore.by': 'owner' },
    found: ['access/doer-cannot-enter:backup 7', 'access/doer-cannot-enter:server 7'],
  },
  'access long not tried': {
    changes: { 'access.server.verified': '2026-09-18', 'entrance.domain.verified': undefined },
    found: ['access/unverified:domain 8', 'access/unverified:server 7'],
  },

  'no logs': {
    changes: { 'evidence.logs.access': undefined, 'evidence.logs.system': undefined },
    more: absences({ 'evidence.logs.access': none(), 'evidence.logs.system': unknown }),
    found: ['evidence/missing:evidence.logs.access 9', 'evidence/missing:evidence.logs.system 9'],
  },
  'no evidence': {
    changes: { evidence: undefined },
    found: [
      'evidence/missing:evidence.alerts 9',
      'evidence/missing:evidence.changes 9',
      'evidence/missing:evidence.logs.access 9',
      'evidence/missing:evidence.logs.application 9',
      'evidence/missing:evidence.logs.system 9',
    ],
  },
  'nobody to look': {
    changes: { 'evidence.logs.application.viewers': [], 'evidence.alerts.to': undefined },
    found: ['evidence/no-viewer:evidence.alerts 9', 'evidence/no-viewer:evidence.logs.application 9'],
  },
  'no template': {
    changes: { 'templates.first-report': undefined },
    found: ['template/missing:templates.first-report 10'],
  },
  'a template that is not there': {
    changes: {},
    more: filesWith({ 'docs/recovery-report.md': { type: 'missing' } }),
    found: ['template/not-found:templates.recovery-report 10'],
  },
  'a template without a field': {
    changes: {},
    more: filesWith({ 'docs/first-report.md': '# First report\n- Symptom:\n- Impact:\n- Next update at:\n' }),
    found: ['template/field-missing:templates.first-report 10'],
  },

  'no responsibility': {
    changes: { responsibility: undefined },
    found: ['responsibility/missing:responsibility'],
  },
  'parts of responsibility missing': {
    changes: {
      'responsibility.decision': undefined,
      'responsibility.access.emergency': undefined,
      'responsibility.accountability.source': undefined,
    },
    found: [
      'responsibility/missing:responsibility.access.emergency',
      'responsibility/missing:responsibility.accountability.source',
      'responsibility/missing:responsibility.decision',
    ],
  },
  'no stand-in': {
    changes: { 'responsibility.operation.stand-in': 'maintenance' },
    found: ['responsibility/no-stand-in:responsibility.operation'],
  },
  'no stand-in and no approval': {
    changes: { 'responsibility.accountability.approved-by': undefined },
    found: [
      'responsibility/missing:responsibility.accountability.approved-by',
      'responsibility/no-stand-in:responsibility.accountability',
    ],
  },
  'all with one party': {
    changes: {
      'responsibility.decision': { party: 'maintenance', 'stand-in': 'client' },
    },
    found: ['responsibility/one-party:responsibility'],
  },
  'deliverables of nobody': {
    changes: {
      'responsibility.deliverables.first-report.sends': undefined,
      'responsibility.deliverables.response-log': undefined,
    },
    found: [
      'responsibility/deliverable-missing:responsibility.deliverables.first-report',
      'responsibility/deliverable-missing:responsibility.deliverables.response-log',
    ],
  },
  'no escalation': {
    changes: { 'responsibility.communication.escalate.to': undefined },
    found: ['responsibility/escalation-missing:responsibility.communication.escalate'],
  },

  'not reviewed': { changes: { reviewed: '2026-10-22' }, found: ['ledger/review-due:reviewed'] },
  'never reviewed': { changes: { reviewed: undefined }, found: ['ledger/review-due:reviewed'] },
  'no exercise': { changes: { exercises: [] }, found: ['exercise/overdue:exercises'] },
  'an old exercise': {
    changes: { exercises: [{ date: '2025-11-22' }] },
    found: ['exercise/overdue:exercises'],
  },
  'an incident without lessons': {
    changes: { incidents: [{ date: '2026-11-01', what: 'down' }] },
    found: ['incident/unreviewed:incidents.0'],
  },
  'a prevention that is late': {
    changes: { 'incidents.0.done': undefined },
    found: ['incident/prevention-overdue:incidents.0'],
  },
  'a plan that is late': {
    changes: {
      plan: [{ item: 10, by: 'maintenance', until: '2026-11-22' }],
      'templates.first-report': undefined,
    },
    found: ['plan/overdue:plan.0', 'template/missing:templates.first-report 10'],
  },
};

function accessEntry() {
  return {
    console: 'https://console.example/',
    holders: ['desk', 'client-desk'],
    login: 'vault',
    mfa: { method: 'passkey', 'held-by': ['desk', 'client-desk'] },
    emergency: 'vault',
    verified: '2026-11-02',
  };
}

const silent: Readonly<Record<string, Omit<Case, 'found'>>> = {
  'a complete ledger': { changes: {} },
  'a complete ledger with its files': { changes: {}, more: filesWith() },
  'things a site may do without': {
    changes: {
      'entrance.cdn': undefined,
      'entrance.bypass': undefined,
      'evidence.logs.application': undefined,
      'evidence.logs.system': undefined,
      'restore.covers': undefined,
    },
    more: absences({
      'entrance.cdn': none(),
      'entrance.bypass': none(),
      'access.waf': none(),
      'access.cms': none(),
      'evidence.logs.application': none(),
      'evidence.logs.system': none(),
      'restore.covers': none(),
    }),
  },
  'the last day of each date': {
    changes: {
      'contacts.desk.verified': '2026-09-19',
      'access.server.verified': '2026-09-19',
      reviewed: '2026-10-23',
      'rollback.rehearsed': '2025-11-23',
      exercises: [{ date: '2025-11-23' }],
    },
  },
  'a tabletop exercise that covered rollback and restore': {
    changes: {
      'rollback.rehearsed': undefined,
      'restore.rehearsed': undefined,
      'exercises.0.covered': ['rollback', 'restore'],
    },
  },
  'an estimate of an exercise that beats the ledger': {
    changes: { 'rollback.takes': '3h', 'exercises.0.estimated': { rollback: '30m' } },
  },
  'a TTL of mail, which nobody switches that night': {
    changes: {
      'reality.dns': [
        { name: 'example.com', type: 'MX', values: ['10 mx.example.com'], 'ttl-at-most': '1d' },
      ],
    },
  },
  'targets in the hours of a contact': {
    changes: { 'targets.during': 'owner', 'targets.provisional': '8h', 'targets.full': '2d' },
  },
  'decider and deputy who share the week': {
    changes: {
      'decisions.rollback.deputy': 'night',
      'contacts.night': {
        name: 'night desk',
        hours: ['Mon-Thu 18:00-09:00', 'Fri 18:00-Mon 09:00'],
        verified: '2026-11-02',
      },
    },
  },
  'holders of one party, for a reason': {
    changes: {
      'access.server.holders': ['owner', 'client-desk'],
      'access.server.one-party': 'by contract',
      'rollback.by': 'owner',
    },
  },
  'holders whose party is not known': {
    changes: { 'access.server.holders': ['desk', 'other'], 'contacts.other': { verified: '2026-11-02' } },
  },
  'a party that does the rollback, one of whom can enter': { changes: { 'rollback.by': 'maintenance' } },
  'single sign-on, where everybody has an own factor': {
    changes: { 'access.server.mfa': { method: 'sso' } },
  },
  'one party alone, without responsibility': {
    changes: { parties: { client: 'Client' }, responsibility: undefined },
  },
  'one party alone, with responsibility': {
    changes: {
      parties: { client: 'Client' },
      'responsibility.decision': { party: 'client' },
      'responsibility.operation': { party: 'client' },
      'responsibility.communication.party': 'client',
      'responsibility.access': { party: 'client', emergency: 'client' },
      'responsibility.accountability': { party: 'client', source: 'client', 'approved-by': 'client' },
    },
  },
  'a plan that is met, though its day has passed': {
    changes: { plan: [{ item: 7, by: 'maintenance', until: '2026-11-01' }] },
  },
  'an incident that nothing stopped': {
    changes: {
      incidents: [
        {
          date: '2026-11-01',
          what: 'down',
          'stopped-at': [],
          prevention: 'more memory',
          until: '2026-11-23',
        },
      ],
    },
  },
  'pages, which a probe looks at': {
    changes: {
      'rollback.runbook': 'https://wiki.example/a',
      'restore.runbook': 'https://wiki.example/b',
      'entrance.dns.runbook': 'https://wiki.example/c',
    },
    more: filesWith({}),
  },
  'files that make the ledger invalid as a whole': {
    changes: {},
    more: filesWith({
      'docs/rollback.md': { type: 'refused', reason: 'outside' },
      'docs/restore.md': { type: 'refused', reason: 'in-git' },
    }),
  },
  'a runbook in another format': {
    changes: { 'rollback.runbook': 'docs/rollback.pdf' },
    more: filesWith({ 'docs/rollback.pdf': { type: 'refused', reason: 'not-text' } }),
  },
  'channels as people write them': {
    changes: {
      'contacts.desk.channels': [
        { phone: '０３（１１１１）１１１１ 内線 12' },
        { phone: '119' },
        { email: 'Desk <desk@example.co.jp>' },
        { url: 'https://call.example.com/' },
        { url: 'tel:+81311111111' },
        { see: 'the vault' },
      ],
    },
  },
  'a holiday that the other desk works': {
    changes: {
      'contacts.desk.hours': ['Mon-Sun 00:00-24:00'],
      'contacts.desk.holidays': { country: 'JP' },
      'contacts.client-desk.hours': ['Mon-Sun 00:00-24:00'],
    },
    more: { holidays: calendarOf({ JP: ['2027-01-01'] }) },
  },
};

describe('the rules of the checklist', () => {
  it.each(Object.entries(firing))('%s', (_name, { changes, more, found }) => {
    const findings = judged(changes, more);
    expect(findings.map(({ id, items }) => [id, ...items].join(' ')).sort()).toEqual([...found].sort());
  });

  it.each(Object.entries(silent))('nothing of %s', (_name, { changes, more }) => {
    expect(idsOf(judged(changes, more))).toEqual([]);
  });

  const all = Object.values(firing).flatMap(({ changes, more }) => judged(changes, more));

  it('covers every rule', () => {
    const fired = new Set<string>(all.map(({ rule }) => rule));
    // A page is looked at by a probe.
    const ours = Object.keys(checklistRules).filter((rule) => rule !== 'runbook/unreachable');
    expect(ours.filter((rule) => !fired.has(rule))).toEqual([]);
  });

  it.each([ja, en])('puts each finding into words without a place that is secret ($language)', (messages) => {
    const format = formatFor(messages.language, 'Asia/Tokyo', { parties: {}, contacts: {} });
    for (const each of all.filter(({ rule }) => Object.hasOwn(checklistRules, rule))) {
      const { title, expected, observed } = (messages.rules[each.rule] as RuleMessage<unknown>).say(
        each.data,
        format,
      );
      const said = [title, expected, observed].join('\n');
      expect(title.length, each.id).toBeGreaterThan(5);
      expect(said, each.id).not.toMatch(
        /undefined|null|\[object|NaN|03-1111|desk@example|console\.example|vault/,
      );
    }
  });

  it('names the party that has the topic, and a contact’s own', () => {
    const partyOf = (changes: Changes) => judged(changes).map((each: Finding) => each.party);
    expect(partyOf({ 'access.server.login': undefined })).toEqual(['maintenance']);
    expect(partyOf({ 'contacts.client-desk.verified': undefined })).toEqual(['client']);
    expect(partyOf({ 'decisions.rollback.needs': [] })).toEqual(['client']);
    expect(partyOf({ responsibility: undefined, 'access.server.login': undefined })).toEqual([null, null]);
  });

  it('says how a hole is written', () => {
    const hole = (absence: object | null) =>
      judged({ 'rollback.takes': undefined }, absence === null ? {} : absence).map(({ data }) => data);
    expect(hole(null)).toMatchObject([{ part: 'takes', hole: null }]);
    expect(hole(absences({ 'rollback.takes': unknown }))).toMatchObject([{ hole: { type: 'unknown' } }]);
    expect(hole(absences({ 'rollback.takes': none('never tried') }))).toMatchObject([
      { hole: { type: 'none', reason: 'never tried' } },
    ]);
  });
});
