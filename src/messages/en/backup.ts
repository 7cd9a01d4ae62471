import type { PointState, TimeMeaning } from '../../providers/provider.ts';
import type { backupRules, LastAttempt } from '../../rules/backup.ts';
import type { Format } from '../format.ts';
import type { RuleMessages } from '../rule-message.ts';

const states: { readonly [S in PointState]: string } = {
  good: 'good',
  failed: 'failed',
  'in-progress': 'still running',
  partial: 'only partly done',
  expired: 'deleted',
  unknown: 'in a state that this version does not know',
};

/** What the time of the newest one says, before that time. */
const meanings: { readonly [M in TimeMeaning]: string } = {
  completed: 'completed',
  created: 'made',
  started: 'started',
  'restorable-to': 'can be restored to',
  modified: 'last written',
  pinged: 'last reported',
};

const named = (id: string, kind: string | null) =>
  kind === null ? `backup ${id}` : `backup ${id} (${kind})`;
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function attempt(last: LastAttempt | null, format: Format): string {
  if (last === null) return '';
  const word = last.rawState === null ? '' : ` (${last.rawState})`;
  const when = last.at === null ? '' : ` of ${format.moment(last.at)}`;
  return `; the last attempt${when} is ${states[last.state]}${word}`;
}

const nothingToRestore =
  'If the site is lost now, what was written since the last good backup is lost with it.';
const runOne =
  'Take a backup by hand today, then find out why the usual one stopped, and confirm that the next one comes.';

export const backup: RuleMessages<typeof backupRules> = {
  'backup/none': {
    means: 'Whoever keeps this backup lists no good one at all.',
    why: 'There is nothing to restore from. A deletion, a broken update or an attack cannot be undone.',
    remedy: runOne,
    say: ({ id, kind, lastAttempt }, format) => ({
      title: `There is no good ${named(id, kind)}`,
      expected: 'at least one good backup',
      observed: `none${attempt(lastAttempt, format)}`,
    }),
  },
  'backup/too-old': {
    means: 'The newest good backup is older than the ledger allows: it seems that no new ones are made.',
    why: nothingToRestore,
    remedy: runOne,
    say: ({ id, kind, newest, meaning, ageMs, limitMs, lastAttempt }, format) => ({
      title: `The newest good ${named(id, kind)} is ${format.span(ageMs)} old`,
      expected: `not older than ${format.span(limitMs)}`,
      observed: `${meanings[meaning]} ${format.moment(newest)}${attempt(lastAttempt, format)}`,
    }),
  },
  'backup/too-small': {
    means: 'The newest backup is so small that there is hardly anything in it.',
    why: 'An empty file looks like a backup until somebody needs it. It cannot bring the site back.',
    remedy:
      'Open the newest backup and see what is in it. Often the database could not be reached, a password had changed or the disk was full. If backups became smaller on purpose, write their size into the ledger (`smallest`).',
    say: ({ id, kind, newest, sizeBytes, leastBytes, usualBytes, isEmpty }, format) => ({
      title: isEmpty
        ? `The newest ${named(id, kind)} is empty: ${format.size(sizeBytes)}`
        : `The newest ${named(id, kind)} has only ${format.size(sizeBytes)}`,
      expected:
        leastBytes !== null
          ? `at least ${format.size(leastBytes)}`
          : usualBytes !== null && usualBytes > sizeBytes
            ? `about ${format.size(usualBytes)}, as usual`
            : 'something in it',
      observed: `${format.size(sizeBytes)} on ${format.moment(newest)}`,
    }),
  },
  'backup/series-stopped': {
    means:
      'Several series of files lie in one place (a database, files, plugins, …), and one of them gets no new ones, while others do.',
    why: 'The place looks fresh, since something new arrives every day. What has stopped, often the database, is missed only at the restore.',
    remedy:
      'Take a backup of it by hand today, and find out why the usual one stopped. If the series ended on purpose, or only has another name now, delete or move its old files, or name in the ledger those that count (`series`).',
    say: ({ id, kind, newest, ageMs, limitMs, isGone }, format) => ({
      title: `Of backup ${id}, ${kind} has stopped: the newest is ${format.span(ageMs)} old, while others go on`,
      expected: `not older than ${format.span(limitMs)}`,
      observed: isGone
        ? `nothing of it is left; an earlier check saw one of ${format.moment(newest)}`
        : `the newest is of ${format.moment(newest)}`,
    }),
  },
  'backup/thaws-too-late': {
    means:
      'The newest backup lies in an archive tier, out of which it must be fetched first, and that takes longer than the ledger gives the restore.',
    why: 'On the night of a recovery the restore cannot begin before the store has made the backup readable.',
    remedy:
      'Keep the newest backups in a tier that is read at once, and move only older ones into the archive. Or correct the times in the ledger.',
    say: ({ id, kind, newest, tier, thawMs, within, of }, format) => ({
      title: `The newest ${named(id, kind)} can be read only up to ${format.span(thawMs)} after it is asked for`,
      expected:
        of === 'takes'
          ? `a restore that takes ${format.duration(within)}`
          : `full recovery within ${format.duration(within)}`,
      observed: `in the archive tier ${tier} (${format.moment(newest)})`,
    }),
  },
  'backup/switched-off': {
    means: 'Automatic backups are switched off where this backup is made.',
    why: 'No new backup will come. What is there gets older, and is deleted in time.',
    remedy:
      'Switch automatic backups on again, and find out why they are off: somebody may have done it, or the service by itself, as GitHub does with schedules of a repository in which nothing happens.',
    say: ({ id, newest }, format) => ({
      title: `Automatic backups of ${id} are switched off`,
      expected: 'switched on',
      observed:
        newest === null ? 'switched off' : `switched off; the newest good one is of ${format.moment(newest)}`,
    }),
  },
  'backup/readable-by-anyone': {
    means: 'The newest backup can be downloaded by anybody on the internet, without a password.',
    why: 'A backup holds all that the site knows: customers, passwords, keys. Whoever finds it has everything.',
    remedy:
      'Close public access today. Then treat what is in it as known to others: change passwords and keys, and ask whether customers have to be told.',
    say: ({ id }) => ({
      title: `Anybody can download the backup ${id}`,
      expected: 'readable with credentials only',
      observed: 'readable without credentials',
    }),
  },
  'backup/failed': {
    means: 'The last attempt at a backup failed. An older good one is still there.',
    why: 'If the next attempts fail as well, the last good backup gets too old without anybody noticing.',
    remedy: 'Look up why the last attempt failed, and run it again.',
    say: ({ id, kind, lastAttempt, newest }, format) => ({
      title: `The last attempt at ${named(id, kind)} ${lastAttempt.state === 'partial' ? 'was only partly done' : 'failed'}`,
      expected: 'a good backup at every attempt',
      observed: `${lastAttempt.at === null ? '' : `${format.moment(lastAttempt.at)}: `}${lastAttempt.rawState ?? states[lastAttempt.state]}; the newest good one is of ${format.moment(newest)}`,
    }),
  },
  'backup/too-few': {
    means: 'Fewer good backups are kept than the ledger says.',
    why: 'A fault that is noticed late, such as an attack weeks ago, needs a backup from before it.',
    remedy: 'Set how many are kept to what the ledger says, or agree on fewer and correct the ledger.',
    say: ({ id, kind, found, keep }) => ({
      title: `${capital(named(id, kind))}: ${found} good ${found === 1 ? 'one is' : 'ones are'} kept, not ${keep}`,
      expected: `at least ${keep}`,
      observed: `${found}`,
    }),
  },
  'backup/stuck': {
    means: 'A backup has been running for so long that it will hardly end.',
    why: 'As long as it hangs no other is made, and the last good one gets older.',
    remedy: 'See what it waits for, end it, and run it again.',
    say: ({ id, kind, startedAt, runningMs, usualMs }, format) => ({
      title: `${capital(named(id, kind))} has been running for ${format.span(runningMs)}`,
      expected: usualMs === null ? 'done within a few hours' : `done after about ${format.span(usualMs)}`,
      observed: `running since ${format.moment(startedAt)}`,
    }),
  },
  'backup/shrunk': {
    means: 'The newest backup is less than half as large as the ones before it.',
    why: 'Something may be missing in it. That comes out only when it is restored.',
    remedy:
      'Compare the newest backup with an older one: is a table, a folder or a whole disk missing? If much was deleted on purpose, write the new size into the ledger (`smallest`).',
    say: ({ id, kind, newest, sizeBytes, usualBytes }, format) => ({
      title: `The newest ${named(id, kind)} has ${format.size(sizeBytes)} instead of about ${format.size(usualBytes)}`,
      expected: `about ${format.size(usualBytes)}`,
      observed: `${format.size(sizeBytes)} on ${format.moment(newest)}`,
    }),
  },
  'backup/future-dated': {
    means: 'The newest backup bears a time that has not come yet.',
    why: 'Its time says nothing, so nobody can tell whether new backups are still made.',
    remedy: 'Correct the clock and the time zone of the machine that makes the backup.',
    say: ({ id, kind, at }, format) => ({
      title: `The newest ${named(id, kind)} bears a time in the future`,
      expected: 'a time that has passed',
      observed: format.moment(at),
    }),
  },
  'backup/same-place': {
    means:
      'The ledger says that this backup is kept elsewhere than the site, and it is kept in the same place.',
    why: 'One fault, one closed account or one attacker takes the site and its backup together.',
    remedy:
      'Keep a copy under another contract or in another region, or take `away: true` out of the ledger.',
    say: ({ id, location }) => ({
      title: `The backup ${id} is kept in the same place as the site`,
      expected: 'another contract or another region',
      observed: location ?? 'the same place',
    }),
  },
  'backup/no-second-place': {
    means: 'No backup is kept away from the site.',
    why: 'A fire, a closed account or an attacker takes the site, and with it every backup that lies beside it. A second disk in the same machine is no second place.',
    remedy:
      'Keep a copy of one backup at least under another contract or in another region, and write `away: true` at it. If you have decided to do without, write the reason at a backup: `away: { none: "…" }`.',
    question:
      'Is a copy of the backups kept under another contract, or in another region, than the site? If so, which one and where?',
    say: ({ ids }) => ({
      title: 'No backup is said to be kept away from the site',
      expected: `\`away: true\` at one of ${ids.join(', ')}`,
    }),
  },
  'backup/last-good-expires': {
    means:
      'The last good backup will be deleted on its own date, and it is not certain that another comes before.',
    why: 'From then on there is nothing to restore from.',
    remedy: 'Take a new backup before that day, or keep the last one for longer.',
    say: ({ id, kind, newest, expires }, format) => ({
      title: `The last good ${named(id, kind)} is deleted on ${format.day(expires)}`,
      expected: 'a newer good backup before that day',
      observed: `newest good one of ${format.moment(newest)}, kept until ${format.moment(expires)}`,
    }),
  },
  'backup/unconfirmed': {
    means: 'Nobody can be asked about this backup, so a person has to look at it from time to time.',
    why: 'A backup that nobody looks at stops without a sound. That comes out only when it is needed.',
    remedy:
      'Look up the newest backup in the provider’s console and write its day (`newest`), and where you saw it (`evidence`), into the ledger.',
    say: ({ id, newest, evidence, every }, format) => ({
      title:
        newest === null
          ? `Nobody has confirmed the backup ${id} yet`
          : `The newest backup ${id} that anybody has seen is of ${format.day(newest)}`,
      expected: `seen every ${format.duration(every).replace(/^1 /, '')}`,
      observed: newest === null ? null : `${format.day(newest)}${evidence === null ? '' : ` (${evidence})`}`,
    }),
  },
};
