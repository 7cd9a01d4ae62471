import type { NormalOperation } from '../../judge/stages.ts';
import type { IncidentEvent } from '../../report/history.ts';
import type { TemplateName } from '../../rules/checklist.ts';
import { templates } from './checklist-words.ts';

export const recovery = {
  labels: {
    incident: 'The one thread of an incident (Recovery Ledger)',
    permanent: 'A permanent measure after an incident (Recovery Ledger)',
  },
  title: (site: string, day: string) => `[Incident] ${site} (${day})`,
  /** At the top of the run's own part. */
  checkedAt: (moment: string) =>
    `This is what the check of ${moment} saw. Every recovery check rewrites all from here to the line “From here on people write.”, and nothing of what stands below it.`,
  stage: {
    heading: 'The stage that is reached',
    none: '**Not even provisionally recovered.** The main paths are not back.',
    provisional:
      '**Provisionally recovered.** The main paths are back. What is left before the recovery is full:',
    full: '**Fully recovered.** All that the ledger asks of a full recovery is there.',
    notKnown: '**Not known yet.** Some of it could not be seen.',
    names: { provisional: 'Provisional (the main paths are back)', full: 'Full (normal operation)' },
    states: { yes: 'reached', no: 'not reached', unknown: 'not known' },
    table: { stage: 'Stage', state: 'State', blocking: 'What is left, and who acts' },
    nothingBlocks: 'nothing',
    /** An endpoint that was not seen. */
    notSeen: (endpoint: string) => `${endpoint} could not be seen`,
    byParty: (text: string, party: string) => `${text} (${party})`,
  },
  confirm: {
    heading: 'For people to confirm',
    explained:
      'No check can see these. Whoever has made sure ticks the box; from the next check on it counts towards the full recovery.',
    what: {
      performance: 'Pages are as fast as usual',
      monitoring: 'Monitoring is back to normal, no alert is open',
      backups: 'A backup has been taken after the recovery, and is good',
    } satisfies Record<NormalOperation, string>,
    waiting: (what: string) => `a person has to confirm: “${what}”`,
  },
  hidden: {
    heading: 'Pages that are back, and that some visitors do not see yet',
    oldDns: (endpoint: string, address: string) =>
      `${endpoint}: the page is fine at its new address (${address}). Visitors whose DNS still has the old answer do not get there. Wait for the TTL to pass, or let the old address lead to the new one.`,
    cache: (endpoint: string) =>
      `${endpoint}: the server answers as it should. A cache in front of it, such as a CDN, still serves the old page. Purge the cache.`,
  },
  nextUpdate: {
    due: (moment: string, every: string) =>
      `By the ledger's interval (every ${every}) the next update is due at **${moment}**.`,
    notAgreed:
      'The ledger does not say how often to update (targets.update-every). Settle when the next update comes before anything else.',
    /** For people to fill in. */
    field: '**Next update at**: ',
  },
  timeline: {
    heading: 'What the checks saw, in order',
    when: 'When',
    what: 'What',
    event(what: IncidentEvent['what'], endpoint: string | null): string {
      switch (what) {
        case 'watching':
          return 'the first recovery check';
        case 'failed':
          return `${endpoint} was seen to be broken`;
        case 'answered':
          return `${endpoint} was seen to be back`;
        case 'provisional':
          return 'provisional recovery was seen (the main paths are back)';
        case 'full':
          return 'full recovery was seen';
        case 'fell-back':
          return 'the provisional recovery was lost again';
      }
    },
  },
  drafts: {
    heading: 'Drafts of the reports',
    firstReport: 'Draft of the first report',
    recoveryReport: 'Draft of the recovery report',
    inFiles: (files: string) => `The drafts are in the output of this check too: ${files}`,
    /** `isNamed`: the ledger names a template, and it could not be read. */
    noTemplate: (template: TemplateName, isNamed: boolean) =>
      `There is no draft of the ${templates[template]}: ${isNamed ? 'its template could not be read' : 'the ledger names no template for it'}.`,
    tooLong: 'Too long to stand here; it is in the output of the check.',
  },
  full: {
    heading: 'Now that it is over',
    whichItems: 'At which items of the ledger did the recovery stop? Tick them.',
    proposal:
      'Add this line to `incidents` in the ledger (the next check puts the items that you ticked into it).',
    permanent: (number: number, party: string, day: string) =>
      `The permanent measure is a task of its own: #${number}. It is with ${party}, until ${day}.`,
    /** The ledger names somebody, and there is no task yet. */
    permanentNotOpened: (party: string, day: string) =>
      `The task of the permanent measure could not be opened yet; the next recovery check opens it. It is with ${party}, until ${day}.`,
    permanentMissing:
      'The ledger does not say who takes the permanent measure, and by when (stages.permanent). Name somebody and a day, and open a task of its own.',
  },
  ownPart: 'From here on people write. No check changes it.',
  /** What people fill in: heading and a hint. */
  people: {
    now: ['What is happening now', '(Symptoms and impact: since when, where, for whom.)'],
    done: ['What was done', '(At what time, who, what; and what came of it.)'],
    known: [
      'What is known, and what is not',
      '(Keep guesses at the cause apart from what was made sure of.)',
    ],
    next: ['Who does what next', '(With names and times. If a decision is awaited: whose.)'],
  } satisfies Record<string, readonly [heading: string, hint: string]>,
  comment: {
    provisional: 'Provisional recovery was seen: the main paths are back.',
    full: 'Full recovery was seen. Please say in the text above at which items it stopped.',
    fellBack: 'The provisional recovery was lost again.',
    blocking: (list: string) => `What is left: ${list}`,
  },
  permanentTask: {
    title: (site: string) => `Permanent measure: ${site}`,
    body: (incident: string, party: string, day: string) =>
      `Incident ${incident} is fully recovered. This is the task that keeps it from happening again.\n\n- **With**: ${party}\n- **Until**: ${day}\n- [ ] the cause is known\n- [ ] a measure is agreed\n- [ ] the measure is in place, and seen to work\n- [ ] the day stands in the ledger as \`done\` under \`incidents\``,
  },
  draft: {
    /** Marks a line that people have to fill in. */
    mark: '← to be filled in',
    /** Marks what the check filled in. */
    auto: '(as the check saw it)',
    note: (fills: string | null, approves: string | null, sends: string | null) =>
      `> A draft. People fill in the lines marked “← to be filled in”. The check has written what it saw, and no guesses.${[
        fills === null ? null : `Filled in by: ${fills}`,
        approves === null ? null : `approved by: ${approves}`,
        sends === null ? null : `sent by: ${sends}`,
      ]
        .filter((each) => each !== null)
        .map((each, index) => (index === 0 ? `\n> ${each}` : each))
        .join(' / ')}`,
    symptom: (title: string, moment: string) => `${title} (seen ${moment})`,
    noSymptom: 'the check sees nothing wrong at the moment',
    began: (moment: string) => `not known; first seen by the check of ${moment}`,
    impact: (urls: string) =>
      `something is wrong with: ${urls}. How many people are affected no check can tell`,
    nextUpdate: (moment: string, every: string) => `${moment} (updates every ${every})`,
    permanent: (party: string, day: string) => `permanent measure (with ${party}, until ${day})`,
  },
  /** The line that the ledger's `incidents` gets once it is over. */
  unnamedIncident: '(what happened, in a few words)',
  /** For the job's log. */
  nothingWrong: 'All main paths are fine, and no incident is open. No incident issue was opened.',
};
