import type { checklistRules } from '../../rules/checklist.ts';
import type { RuleMessages } from '../rule-message.ts';
import { isWholeWeek } from '../windows.ts';
import {
  abilities,
  accessName,
  decisions,
  deliverableParts,
  deliverables,
  fields,
  lastDay,
  logs,
  procedureName,
  restoreParts,
  rollbackParts,
  sections,
  targets,
  templates,
  topics,
  troubles,
  uncoveredText,
} from './checklist-words.ts';

const stageNames = {
  provisional: 'provisional recovery',
  full: 'full recovery',
  permanent: 'the permanent measure',
} as const;
const evidenceName = (name: keyof typeof logs | 'alerts' | 'changes') =>
  name === 'alerts' ? 'alerts' : name === 'changes' ? 'change history' : logs[name];
const inCondition = (condition: string | null) =>
  condition === null ? 'in an emergency' : `when “${condition}”`;

export const checklist: RuleMessages<typeof checklistRules> = {
  'emergency/missing': {
    means: 'It is not settled what counts as an emergency.',
    why: 'People would debate on the night whether this is one, and calls and recovery start late.',
    remedy:
      'Agree on the states that are an emergency (“the front page does not open”) and write them under emergency.',
    question: 'What counts as an emergency for this site? Please give at least one condition.',
    say: ({ condition }) =>
      condition === null
        ? 'No emergency is defined'
        : `Emergency condition ${condition} does not say what state it means`,
  },
  'emergency/not-agreed': {
    means: 'The definition of an emergency does not say when, or with whom, it was agreed.',
    why: 'Whoever is called at night cannot tell whether a definition nobody agreed to obliges them to act.',
    remedy: 'Show the definition to all parties, agree on it, and write the date and the parties.',
    question: 'When was the definition of an emergency agreed, and between whom?',
    say: ({ missing }) =>
      `The definition of an emergency does not say ${missing.map((part) => (part === 'date' ? 'when' : 'by whom')).join(' and ')} it was agreed`,
  },
  'emergency/no-call': {
    means: 'It is not written whom to call, in which order, in an emergency.',
    why: 'Whoever notices would first have to look for somebody to call.',
    remedy: 'Write the contacts in the order in which they are to be called.',
    question: 'In an emergency, which contacts should be called, and in which order?',
    say: ({ condition }) => `Nobody is named to be called ${inCondition(condition)}`,
  },
  'emergency/no-first-instruction': {
    means: 'It is not written what comes first in an emergency.',
    why: 'Bringing the site back and taking it down call for opposite first steps; without a word nobody dares to act.',
    remedy: 'Write the first instruction in one sentence, such as “provisional recovery first”.',
    question:
      'In an emergency, what is the first instruction (for example: provisional recovery comes first)?',
    say: ({ condition }) => `There is no first instruction ${inCondition(condition)}`,
  },

  'contact/route-missing': {
    means: 'It is not settled whom to call first when something breaks.',
    why: 'No recovery begins before somebody has been reached.',
    remedy: 'Write the desk that is called first and, in order, who comes next when nobody answers.',
    question: 'Which desk should be called first when something breaks, and whom next if nobody answers?',
    say: ({ stop }) =>
      stop === null
        ? 'There is no first contact'
        : `Stop ${stop} of the route names nobody who can be called`,
  },
  'contact/starts-at-person': {
    means: 'The first contact is not a desk or a duty roster.',
    why: 'Where one person comes first, sleep, a holiday or a new job is enough to stop everything.',
    remedy: 'Put a desk, such as an emergency line, first. If it is one, write kind: desk.',
    question: 'The first contact is a person. Is there a desk or an on-call number instead?',
    say: ({ contact, kind }, format) => ({
      title:
        kind === 'person'
          ? `The first contact, ${format.contact(contact)}, is one person`
          : `The ledger does not say whether the first contact, ${format.contact(contact)}, is a desk`,
      expected: 'desk',
      observed: kind ?? 'not written',
    }),
  },
  'contact/single-channel': {
    means: 'The first contact cannot be reached in two ways.',
    why: 'With a phone alone, or mail alone, the call ends where that one way fails.',
    remedy: 'Write at least two ways of different kinds, such as a phone number and a mail address.',
    question: 'Please give at least two ways to reach the contact, such as phone and e-mail.',
    say: ({ contact, channels }, format) => ({
      title:
        channels === 0
          ? `No way to reach ${format.contact(contact)} is written`
          : `There is only one way to reach ${format.contact(contact)}`,
      expected: 'two ways or more',
      observed: channels === 0 ? undefined : String(channels),
    }),
  },
  'contact/no-fallback': {
    means: 'Nobody comes next when the first contact does not answer.',
    why: 'If the first desk does not pick up, that is the end of it.',
    remedy: 'Name another contact to be called next.',
    question: 'Who should be called next if the first desk does not answer?',
    say: ({ contact }, format) => ({
      title: `Nobody comes next when ${format.contact(contact)} does not answer`,
      expected: 'a next contact',
    }),
  },
  'contact/no-wait': {
    means: 'It is not settled how long to wait before calling the next contact.',
    why: 'Without a limit people wait for a call back and lose the time.',
    remedy: 'Write how long to wait before the next contact is called, such as 10m.',
    question: 'How many minutes without an answer before the next contact may be called?',
    say: ({ contact, next }, format) =>
      `It is not settled how long to wait for ${format.contact(contact)} before calling ${format.contact(next)}`,
  },
  'contact/nothing-to-tell': {
    means: 'It is not settled what to tell when calling.',
    why: 'A desk that hears neither state nor impact has to ask back before it can move.',
    remedy: 'Write what to tell: the state, the impact, the latest change.',
    question:
      'What do you need to be told in the first call (for example: situation, impact, latest changes)?',
    say: () => 'It is not settled what to tell the first contact',
  },
  'contact/hours-uncovered': {
    means:
      'Even together, the contacts of the route, or of those to be called in an emergency, leave hours in which nobody answers.',
    why: 'What breaks in those hours stays broken until somebody is back.',
    remedy:
      'Add a contact that answers in those hours. Until there is one, make sure that all parties know of it.',
    question:
      'Is there a contact who answers at night and on holidays? If not, what should happen at those times?',
    say: ({ conditions, windows, days, withoutHours, said }, format) => ({
      title: `${
        isWholeWeek(windows) && withoutHours.length > 0
          ? 'No hours are written, so nobody knows who answers when'
          : 'Nobody answers at these times'
      }${
        conditions.length === 0
          ? ''
          : ` when ${format.list(conditions.map(({ number, when }) => (when === null ? `condition ${number} holds` : `“${when}”`)))}`
      }${isWholeWeek(windows) && withoutHours.length > 0 ? '' : `: ${uncoveredText({ windows, days }, format)}`}`,
      expected: 'somebody at every hour of the year',
      observed:
        [
          withoutHours.length > 0
            ? `no hours are written for ${format.list(withoutHours.map((id) => format.contact(id)))}`
            : null,
          said === null ? null : `the ledger says: ${said}`,
        ]
          .filter((part) => part !== null)
          .join('; ') || null,
    }),
  },
  'contact/unverified': {
    means: 'Nobody has confirmed for a while that this contact can be reached.',
    why: 'People move and numbers change; it would be found out on the night.',
    remedy: 'Reach them once, and write the day as verified.',
    say: ({ contact, verified, within }, format) => ({
      title: `Confirm that ${format.contact(contact)} can still be reached (${lastDay(verified, format)})`,
      expected: `confirmed within ${format.duration(within)}`,
      observed: verified === null ? 'no date is written' : format.day(verified),
    }),
  },
  'contact/channel-invalid': {
    means: 'A phone number, mail address or URL cannot be used as it is written.',
    why: 'Whoever calls stumbles at the very first step.',
    remedy: 'Find out the right one and correct the ledger.',
    say: ({ contact, channel }, format) =>
      `The ${{ phone: 'phone number', email: 'mail address', url: 'URL' }[channel]} of ${format.contact(contact)} cannot be right`,
  },

  'decision/missing': {
    means: 'Nobody is named for a decision that every recovery needs.',
    why: 'Those who could do the work stand ready and wait, because nobody says go.',
    remedy: 'Settle who decides and write it under decisions.',
    question: 'Who makes these decisions?',
    say: ({ decision }) => `Nobody is named to decide on ${decisions[decision]}`,
  },
  'decision/no-deputy': {
    means: 'Nobody decides when the decision maker is away.',
    why: 'On a night when the decision maker cannot be reached, nobody can decide.',
    remedy: 'Name somebody else as deputy.',
    question: 'Who decides when the decision maker is away?',
    say: ({ decision, decides }, format) => ({
      title: `There is no deputy for the decision on ${decisions[decision]}`,
      expected: decides === null ? null : `somebody other than ${format.contact(decides)}`,
    }),
  },
  'decision/same-person': {
    means: 'Decision maker and deputy are the same.',
    why: 'If they cannot be reached, it is as if there were no deputy.',
    remedy: 'Name somebody else as deputy.',
    question: 'Decision maker and deputy are the same person. Could somebody else be the deputy?',
    say: ({ decision, decides }, format) => ({
      title: `${format.contact(decides)} is both decision maker and deputy for ${decisions[decision]}`,
      expected: 'two people',
      observed: format.contact(decides),
    }),
  },
  'decision/no-unreachable-rule': {
    means: 'It is not settled what happens when nobody who may decide can be reached.',
    why: 'Those on duty can only act on their own authority or keep waiting.',
    remedy: 'Write it down: “after 20 minutes the deputy, after 10 more the maintenance vendor decides”.',
    question: 'How may we go on if neither the decision maker nor the deputy can be reached?',
    say: ({ decision }) =>
      `There is no rule for when nobody can be reached to decide on ${decisions[decision]}`,
  },
  'decision/nothing-to-know': {
    means: 'It is not written what must be known for the decision.',
    why: 'Without it the question goes back and forth, and the decision comes late.',
    remedy: 'Write what the decision needs: the impact, the time it takes.',
    question: 'What must be known to decide (for example: impact, expected time of recovery)?',
    say: ({ decision }) => `It is not written what must be known to decide on ${decisions[decision]}`,
  },
  'decision/unreachable-together': {
    means: 'At some hours neither the decision maker nor the deputy can be reached.',
    why: 'Nobody can decide on what breaks in those hours.',
    remedy: 'Choose a deputy with other hours, or settle how to reach one of them outside theirs.',
    question: 'There are hours when neither decision maker nor deputy can be reached. Who decides then?',
    say: ({ decision, decides, deputy, windows, days }, format) => ({
      title: `Nobody can decide on ${decisions[decision]} at these times: ${uncoveredText({ windows, days }, format)}`,
      expected: 'one of the two at every hour',
      observed: format.list([format.contact(decides), format.contact(deputy)]),
    }),
  },

  'target/missing': {
    means: 'Target times for reports and recovery are not settled.',
    why: 'Without signposts, those who wait ask again and again, and answering them takes hands from the recovery.',
    remedy: 'Settle the target times, as signposts for reports and not as promises.',
    question: 'What are the target times for recovery? They are signposts for reports, not promises.',
    say: ({ target, contact }, format) =>
      target === 'hours-of'
        ? `The targets count in the hours of ${format.contact(contact ?? '')}, which are not written`
        : `No target time is set: ${targets[target]}`,
  },
  'target/out-of-order': {
    means:
      'Target times are out of order: first report, provisional recovery and full recovery come one after another.',
    why: 'Targets out of order are no signposts for a report.',
    remedy: 'Correct them: first report < provisional < full.',
    question: 'Two target times are in the wrong order. What should they be?',
    say: ({ sooner, later, soonerIs, laterIs }, format) => ({
      title: `Target times are out of order: ${targets[sooner]} ${format.duration(soonerIs)}, ${targets[later]} ${format.duration(laterIs)}`,
      expected: `${targets[sooner]} < ${targets[later]}`,
      observed: `${format.duration(soonerIs)}, ${format.duration(laterIs)}`,
    }),
  },
  'target/takes-too-long': {
    means: 'Rolling back, restoring or switching DNS takes longer than the target allows.',
    why: 'A target that cannot be met even by starting at once is no signpost.',
    remedy: 'Make the procedure shorter, or set the target to what is real.',
    question: 'The work takes longer than its target time. Can it be shortened, or should the target change?',
    say: ({ what, record, takes, known, on, target, within }, format) => {
      const name =
        what === 'dns' ? `Switching ${record}` : what === 'rollback' ? 'Rolling back' : 'Restoring';
      const day = on === null ? '' : format.day(on);
      const source = {
        measured: ` (when it was tried on ${day})`,
        estimated: ` (as estimated in the exercise of ${day})`,
        written: '',
      }[known];
      return {
        title: `${name} takes ${format.duration(takes)} and does not fit into the ${format.duration(within)} of ${targets[target]}`,
        expected: `at most ${format.duration(within)}`,
        observed: `${format.duration(takes)}${source}`,
      };
    },
  },
  'target/waits-too-long': {
    means: 'The waits of the contact route add up to more than the target for the first report.',
    why: 'The first report would be due before anybody has been reached.',
    remedy: 'Shorten the waits, or change the target for the first report.',
    question:
      'The waits between calls add up to more than the target of the first report. Which of them should change?',
    say: ({ waitsMs, within }, format) => ({
      title: `If nobody answers, the waits take ${format.span(waitsMs)}; the first report is due after ${format.duration(within)}`,
      expected: `at most ${format.duration(within)}`,
      observed: format.span(waitsMs),
    }),
  },
  'stage/missing': {
    means: 'It is not settled what counts as recovered, or who takes the permanent measure by when.',
    why: 'Where “it works again” means different things, reports and the decision to stand down differ too.',
    remedy:
      'Write under stages what each recovery is verified by, and owner and time of the permanent measure.',
    question: 'What must work for each stage of recovery to count as reached?',
    say: ({ stage }) =>
      stage === null
        ? 'The stages of a recovery are not settled'
        : stage === 'permanent'
          ? 'It is not settled who takes the permanent measure, and by when'
          : `It is not settled what counts as ${stageNames[stage]}`,
  },

  'rollback/missing': {
    means: 'Nothing is settled about rolling back.',
    why: 'Without a way back the site stays down until the cause is found.',
    remedy:
      'Settle when to roll back, who does it where and how, and how long it takes; write it under rollback.',
    question: 'Can a release be rolled back? If not, why?',
    say: () => 'No rollback is prepared',
  },
  'rollback/incomplete': {
    means: 'Something that a rollback needs is not settled.',
    why: 'The rollback stops at that point on the night.',
    remedy: 'Settle what is missing and write it under rollback.',
    question: 'About the rollback, please tell us the following.',
    say: ({ part, stage }) => ({
      title: `The rollback does not say ${rollbackParts[part]}`,
      observed: stage === null ? undefined : `${stageNames[stage]}, which lists nothing to verify`,
    }),
  },
  'restore/missing': {
    means: 'Nothing is settled about restoring.',
    why: 'A backup that nobody knows how to restore is of no use on the night.',
    remedy: 'Settle what is restored into where, from which backup and by whom; write it under restore.',
    question: 'Can the site be restored from a backup? If not, why?',
    say: () => 'No restore is prepared',
  },
  'restore/incomplete': {
    means: 'Something that a restore needs is not settled.',
    why: 'Even a good backup stops there on its way back.',
    remedy: 'Settle what is missing and write it under restore.',
    question: 'About the restore, please tell us the following.',
    say: ({ part, stage }) => ({
      title: `The restore does not say ${restoreParts[part]}`,
      observed: stage === null ? undefined : `${stageNames[stage]}, which lists nothing to verify`,
    }),
  },
  'runbook/missing': {
    means: 'No runbook is named.',
    why: 'If those who know the steps are away, access alone does not help.',
    remedy: 'Write a runbook and name its place in the ledger.',
    question: 'Are there written steps? If so, where are they kept?',
    say: ({ of }) => `There is no runbook for ${procedureName(of)}`,
  },
  'runbook/not-found': {
    means: 'There is no readable runbook where the ledger says.',
    why: 'It would be missed on the night, by whoever wants to open it.',
    remedy: 'Put the runbook back, or correct its place in the ledger.',
    say: ({ of, at, trouble }) => ({
      title: `The runbook for ${procedureName(of)}, ${at}, cannot be read`,
      expected: at,
      observed: troubles[trouble],
    }),
  },
  'runbook/unreachable': {
    means: 'The page that holds the runbook answers with an error.',
    why: 'If it does so on the night too, it is as if there were no runbook.',
    remedy: 'See whether the page opens. If this goes on, keep the runbook in a second place.',
    say: ({ of, at, status }) => ({
      title: `The runbook for ${procedureName(of)}, ${at}, cannot be opened`,
      expected: at,
      observed: `error ${status}`,
    }),
  },
  'runbook/empty': {
    means: 'The runbook is there and holds nothing.',
    why: 'Opening an empty runbook costs time and gives nothing.',
    remedy: 'Write the steps.',
    say: ({ of, at }) => ({
      title: `The runbook for ${procedureName(of)}, ${at}, is empty`,
      expected: at,
      observed: 'nothing but headings',
    }),
  },
  'runbook/section-missing': {
    means: 'The runbook lacks something that it must say.',
    why: 'Without criteria nobody starts, and without a way to confirm nobody can say that it is done.',
    remedy:
      'Add what is missing under a heading of its own (“When”, “Steps”, “How to confirm”). If it is there in other words, mark its heading: <!-- recovery-ledger: when --> (or steps, confirm).',
    say: ({ of, at, sections: missing }, format) => ({
      title: `The runbook for ${procedureName(of)}, ${at}, does not seem to say ${format.list(missing.map((section) => sections[section]))}`,
      expected: format.list(missing.map((section) => sections[section])),
    }),
  },
  'runbook/unrehearsed': {
    means: 'The steps have not been tried for a while; reading them through in a tabletop exercise counts.',
    why: 'Mistakes in steps that nobody has tried are found on the night, and the estimate of the time is a guess.',
    remedy: 'Try them, or read them through in a tabletop exercise, and write the day.',
    say: ({ of, rehearsed, within }, format) => ({
      title: `Try the ${of} (${lastDay(rehearsed, format)})`,
      expected: `tried within ${format.duration(within)}`,
      observed: rehearsed === null ? 'no date is written' : format.day(rehearsed),
    }),
  },

  'access/missing': {
    means: 'The ledger does not describe a way in that a recovery needs.',
    why: 'People would first have to find out who can get in, and where.',
    remedy:
      'Write the console, who can enter and where the account is kept. What the site does not use, such as a CDN, is written as none with its reason.',
    question: 'Which console is used? Please give its address.',
    say: ({ access, part }) =>
      part === 'entry'
        ? `Access to ${accessName(access)} is not described`
        : `The console of ${accessName(access)} is not written`,
  },
  'access/cannot': {
    means: 'The ledger does not say that those who enter can do what a recovery needs.',
    why: 'Getting in is no help where the step that is needed cannot be taken.',
    remedy: 'Arrange for the rights, and list what can be done under can.',
    question: 'What can be done in the console (restart, change settings, restore and so on)?',
    say: ({ access, lacks, any }, format) => {
      const names = lacks.map((ability) => abilities[ability]);
      const needed = any ? `one of ${names.join(', ')}` : format.list(names);
      return {
        title: `Access to ${accessName(access)} does not say that one can ${needed}`,
        expected: needed,
      };
    },
  },
  'access/single-holder': {
    means: 'Fewer than two can enter, or all of them belong to one party.',
    why: 'On a night when that person or company cannot be reached, nobody gets in.',
    remedy:
      'Let two or more enter, of more than one party. If a contract allows one party only, give that reason as one-party.',
    question:
      'Who can enter? Please name at least two; if they all belong to one company, could another be let in too?',
    say: ({ access, holders, party }, format) => ({
      title:
        holders.length === 0
          ? `Nobody is named who can enter ${accessName(access)}`
          : party === null
            ? `Only ${format.contact(holders[0]!)} can enter ${accessName(access)}`
            : `Only people of ${format.party(party)} can enter ${accessName(access)}`,
      expected: party === null ? 'two holders or more' : 'somebody of another party, or a reason',
      observed: holders.length === 0 ? undefined : format.list(holders.map((id) => format.contact(id))),
    }),
  },
  'access/no-login': {
    means: 'It is not written where the account is kept.',
    why: 'Those who may enter cannot, if they do not find the account.',
    remedy: 'Write where it is kept (the vault, the password manager), never the password.',
    question: 'Where is the account kept? Please tell us the place only, never the password.',
    say: ({ access }) => `It is not written where the account for ${accessName(access)} is kept`,
  },
  'access/no-mfa': {
    means: 'There is no second factor, or none is written.',
    why: 'A console behind a password alone is easily taken over, and its owners locked out in the middle of a recovery.',
    remedy: 'Set up a second factor, and write the method and who holds it.',
    question: 'Which second factor is used, and who holds it?',
    say: ({ access }) => ({
      title: `There is no second factor for ${accessName(access)}`,
      expected: 'the method of a second factor',
    }),
  },
  'access/mfa-single-holder': {
    means: 'Fewer than two people hold the second factor.',
    why: 'The password is no use if nobody who can be reached receives the code.',
    remedy: 'Let two or more hold it, and write who they are.',
    question: 'Only one person can pass the second factor. Could another be added?',
    say: ({ access, heldBy }, format) => ({
      title:
        heldBy.length === 0
          ? `It is not written who holds the second factor for ${accessName(access)}`
          : `Only ${format.contact(heldBy[0]!)} holds the second factor for ${accessName(access)}`,
      expected: 'two or more',
      observed: heldBy.length === 0 ? undefined : format.list(heldBy.map((id) => format.contact(id))),
    }),
  },
  'access/no-emergency': {
    means: 'It is not written how to get in when the holders are away.',
    why: 'There is no way to hand access on when they cannot be reached.',
    remedy: 'Settle how to get in then: where the access is kept, and who may open it.',
    question: 'How does one enter in an emergency when the usual people are away?',
    say: ({ access }) => `There is no emergency way into ${accessName(access)}`,
  },
  'access/doer-cannot-enter': {
    means: 'Whoever is to do the work is not among those who can enter.',
    why: 'The work stops at the door of the console.',
    remedy: 'Give them access, or let somebody who has it do the work.',
    question: 'Whoever is to do the work cannot enter. Can they be given access?',
    say: ({ access, task, doer }, format) => ({
      title: `${format.contact(doer)} is to do the ${task}, and is not among those who can enter ${accessName(access)}`,
      expected: `${format.contact(doer)} among those who can enter`,
    }),
  },
  'access/unverified': {
    means: 'Nobody has confirmed for a while that this access still works.',
    why: 'An account that was closed with a contract or a change of staff is noticed only on entering.',
    remedy: 'Have each holder enter once, and write the day as verified.',
    say: ({ access, verified, within }, format) => ({
      title: `Confirm that ${accessName(access)} can still be entered (${lastDay(verified, format)})`,
      expected: `confirmed within ${format.duration(within)}`,
      observed: verified === null ? 'no date is written' : format.day(verified),
    }),
  },

  'evidence/missing': {
    means: 'It is not written where the records are that show the cause.',
    why: 'As long as the cause is unknown the same thing can break again.',
    remedy: 'Write where it is. A log that a shared host does not show is written as none with its reason.',
    question: 'Where are the records for finding a cause, and who may see or receives them?',
    say: ({ evidence }) => `It is not written where the ${evidenceName(evidence)} can be found`,
  },
  'evidence/no-viewer': {
    means: 'It is not written who may look, or whom alerts reach.',
    why: 'Knowing the place is no help if nobody who is there that night may look.',
    remedy: 'Write who may look, or who receives the alerts.',
    question: 'Who may look at the records, or receives the alerts?',
    say: ({ evidence }) =>
      evidence === 'alerts'
        ? 'It is not written whom alerts reach'
        : `It is not written who may look at the ${evidenceName(evidence)}`,
  },
  'template/missing': {
    means: 'There is no template for a report.',
    why: 'Whoever starts from a blank page reports late and forgets something.',
    remedy: 'Write a template and name its place in the ledger.',
    question: 'Is there a template for the report? If so, could you send us the file?',
    say: ({ template }) => `There is no template for the ${templates[template]}`,
  },
  'template/not-found': {
    means: 'There is no readable template where the ledger says.',
    why: 'Whoever has to report loses time looking for it.',
    remedy: 'Put the template back, or correct its place in the ledger.',
    say: ({ template, at, trouble }) => ({
      title: `The template for the ${templates[template]}, ${at}, cannot be read`,
      expected: at,
      observed: troubles[trouble],
    }),
  },
  'template/field-missing': {
    means: 'The template lacks a field that the report must hold.',
    why: 'What has no field is forgotten, and a report without impact or next update brings questions.',
    remedy: 'Add the field, as a heading or a line such as “Symptom:”.',
    say: ({ template, at, fields: missing }, format) => ({
      title: `The template for the ${templates[template]} has no field for: ${missing.map((field) => fields[field]).join(', ')}`,
      expected: format.list(missing.map((field) => fields[field])),
      observed: at,
      remedy: `Add the field, as a heading or a line such as “Symptom:”. If it is there in other words, mark it: <!-- recovery-ledger: ${missing.join(', ')} -->.`,
    }),
  },

  'responsibility/missing': {
    means: 'It is not written which party is responsible for what.',
    why: 'While each thinks that the other acts, nobody does.',
    remedy:
      'Write the party for decision, operation, communication, access and accountability. A site with one party only needs that one under parties.',
    question: 'When something breaks, which company is responsible for the following?',
    say: ({ topic, part }) =>
      topic === null
        ? 'It is not written which party is responsible for what'
        : {
            party: `No party is responsible for ${topics[topic]}`,
            emergency: 'No party is named that gives access in an emergency',
            source: 'No party is named as the source of what is reported',
            approval: 'No party is named that approves what is reported',
          }[part],
  },
  'responsibility/no-stand-in': {
    means: 'Nobody takes over when the responsible party cannot act.',
    why: 'On a night when that party cannot be reached, the role is empty.',
    remedy: 'Name another party as stand-in.',
    question: 'Which company stands in when the responsible one cannot act?',
    say: ({ topic, party }, format) => ({
      title: `Nobody stands in for ${topics[topic]}`,
      expected: party === null ? null : `a party other than ${format.party(party)}`,
    }),
  },
  'responsibility/one-party': {
    means: 'One party is responsible for everything, from decision to accountability.',
    why: 'If that party cannot act everything stops, and nobody else can check.',
    remedy: 'Give what another party should hold, such as decision or approval, to that party.',
    question: 'Everything lies with one company. Could another take over some of it?',
    say: ({ party }, format) => ({
      title: `All five responsibilities lie with ${format.party(party)}`,
      expected: 'two parties or more',
      observed: format.party(party),
    }),
  },
  'responsibility/deliverable-missing': {
    means: 'It is not written who fills, approves and sends a report, or where a record is kept.',
    why: 'The report is ready and waits for approval or for somebody to send it.',
    remedy: 'Settle who does it and where it is kept, and write it under deliverables.',
    question: 'Who fills in, approves and sends the reports, and where are the records kept?',
    say: ({ deliverable, missing }, format) =>
      `Not settled for ${deliverables[deliverable]}: ${format.list(missing.map((part) => deliverableParts[part]))}`,
  },
  'responsibility/escalation-missing': {
    means: 'It is not settled when, and to whom, trouble is passed on.',
    why: 'Those on duty keep it to themselves, and management hears of it late.',
    remedy: 'Write it: “no provisional recovery in sight after 30 minutes: to the head of communications”.',
    question: 'In which case is a matter escalated, and to whom?',
    say: ({ missing }) =>
      `It is not settled ${missing.map((part) => (part === 'when' ? 'when' : 'to whom')).join(' and ')} to escalate`,
  },

  'exercise/overdue': {
    means: 'There has been no tabletop exercise for a while.',
    why: 'Holes and misunderstandings in a ledger show only when people read it through together.',
    remedy: 'Read the steps through together, estimate the times, and write one line under exercises.',
    say: ({ last, within }, format) => ({
      title: `Hold a tabletop exercise (${lastDay(last, format)})`,
      expected: `once within ${format.duration(within)}`,
      observed: last === null ? 'none is written' : format.day(last),
    }),
  },
  'incident/unreviewed': {
    means: 'A past incident has not been looked back on.',
    why: 'Where nobody notes what stopped the recovery, the next one stops there too.',
    remedy: 'Write which items stopped it ([] if none did), what keeps it from coming back, and by when.',
    say: ({ date, what, missing }, format) => ({
      title: `The incident “${what}” of ${format.day(date)} has not been reviewed`,
      expected: format.list(
        missing.map(
          (part) =>
            ({
              'stopped-at': 'what stopped it',
              prevention: 'the prevention',
              until: 'the date of the prevention',
            })[part],
        ),
      ),
      observed: 'not written',
    }),
  },
  'incident/prevention-overdue': {
    means: 'The date by which a prevention was to be done has passed.',
    why: 'Until it is done the same thing can break again at any time.',
    remedy: 'Write the day under done if it is; else settle a new date with its owner.',
    say: ({ what, prevention, until }, format) => ({
      title: `The prevention of “${what}” is overdue`,
      expected: `${prevention}, by ${format.day(until)}`,
      observed: 'not written as done',
    }),
  },
  'plan/overdue': {
    means: 'A hole was to be filled by a day that has passed, and is still there.',
    why: 'If something breaks meanwhile, the recovery stops at this hole.',
    remedy: 'Fill it, or settle a new owner and date.',
    say: ({ item, by, until }, format) => ({
      title: `The hole in item ${item} was to be filled by now`,
      expected: `by ${format.day(until)}${by === null ? '' : ` (${format.party(by)})`}`,
      observed: 'still open',
    }),
  },
};
