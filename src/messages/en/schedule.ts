import { placeName } from '../../protocols/place.ts';
import type { scheduleRules } from '../../rules/schedule.ts';
import type { RuleMessages } from '../rule-message.ts';

export const schedule: RuleMessages<typeof scheduleRules> = {
  'schedule/will-stop': {
    means:
      'In a public repository GitHub switches scheduled workflows off, 60 days after the last activity. That will happen here soon.',
    why: 'The checks then stop without a word, and nobody is warned of what ends or breaks from that day on.',
    remedy:
      'One of three: bring a change into the repository each month (the dates of the monthly review of the ledger will do); press “Continue running workflow” on the workflow’s page under “Actions”; or keep the ledger in a private repository, where GitHub has no such rule.',
    say: ({ pushedAt, stopsAt, isPast }, format) => ({
      title: isPast
        ? 'GitHub may switch these checks off any day now'
        : `GitHub will switch these checks off around ${format.day(stopsAt)}`,
      expected: 'activity in the repository within 60 days',
      observed: `the last change was pushed on ${format.day(pushedAt)}`,
    }),
  },
  'schedule/too-rare': {
    means:
      'This certificate renews itself so often that, at the interval of these checks, a failed renewal may come to light too late.',
    why: 'The check may pass in one month, and the certificate have run out before the next.',
    remedy:
      'Add a light, more frequent schedule to the workflow (`only: certificates`), as in the example workflow.',
    say: (data) => ({
      title: `Checks are too rare for the certificate of ${placeName(data)}`,
      expected: data.everyDays === 1 ? 'a check every day' : `a check every ${data.everyDays} days`,
      observed: `valid for ${data.lifetimeDays} days at a time`,
    }),
  },
  'schedule/was-late': {
    means:
      'A scheduled check came more than a day late, or not at all. GitHub delays and drops scheduled runs in busy hours.',
    why: 'What broke or ended in the meantime was not told.',
    remedy:
      'Nothing, if it happens once. If it happens often, choose another time for the schedule, away from the start of an hour, and see whether somebody had switched the workflow off.',
    say: ({ due, came, before }, format) => ({
      title: `The check that was due on ${format.day(due)} came late, or not at all`,
      expected: `a check on ${format.moment(due)}`,
      observed: `none between ${format.moment(before)} and ${format.moment(came)}`,
    }),
  },
};
