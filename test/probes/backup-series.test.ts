import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { parseLedger } from '../../src/ledger/parse.ts';
import { formatFor } from '../../src/messages/format.ts';
import { messagesFor } from '../../src/messages/index.ts';
import type { RuleMessage } from '../../src/messages/rule-message.ts';
import { placeOf, type SeenBackup, type SeenBackups } from '../../src/probes/backup/earlier.ts';
import { type BackupClaim, backupProbe } from '../../src/probes/backup/index.ts';
import { factOf } from '../../src/probes/backup/observe.ts';
import { rememberBackups } from '../../src/probes/backup/remember.ts';
import type { JudgeContext, Observation } from '../../src/probes/probe.ts';
import type { FileChoice } from '../../src/providers/files/choice.ts';
import { pointsOfFiles } from '../../src/providers/files/points.ts';
import type { StoredObject } from '../../src/providers/objects.ts';
import type { Listing } from '../../src/providers/provider.ts';
import { ruleNames } from '../../src/rules/index.ts';

// Files under one prefix of a store: several series of backups, and what lies beside them.

const now = Temporal.Instant.from('2026-11-24T12:00:00Z');
const MB = 1_000_000;
const deep = { name: 'DEEP_ARCHIVE', thawMs: 12 * 3_600_000 };

/** A file of a day so many days ago, at three in the morning; `{day}` in its name is that day. */
const file = (
  name: string,
  daysAgo: number,
  sizeBytes = 10 * MB,
  more: Partial<StoredObject> = {},
): StoredObject => {
  const at = Temporal.Instant.from('2026-11-24T03:00:00Z').subtract({ minutes: Math.round(1440 * daysAgo) });
  const day = at.toString().slice(0, 10);
  return { name: name.replaceAll('{day}', day), at: at.toString(), sizeBytes, ...more };
};
/** One a day, from so many days ago to so many. */
const daily = (name: string, from: number, to = 0, size: number | ((daysAgo: number) => number) = 10 * MB) =>
  Array.from({ length: from - to + 1 }, (_each, index) => {
    const daysAgo = to + index;
    return file(name, daysAgo, typeof size === 'number' ? size : size(daysAgo));
  });
/** What UpdraftPlus leaves of one run. */
const updraft = (parts: readonly string[], from: number, to = 0) =>
  parts.flatMap((part) =>
    Array.from({ length: from - to + 1 }, (_each, index) =>
      file(
        `backup_{day}-0312_My_Site_${(to + index + 1e11).toString(16).padStart(12, '0')}-${part}`,
        to + index,
      ),
    ),
  );

interface Stored {
  readonly said?: string;
  /** What the ledger says beside the backups. */
  readonly more?: string;
  readonly files: readonly StoredObject[];
  readonly choice?: FileChoice;
  /** What earlier runs saw, in this place where nothing else is said. */
  readonly before?: Readonly<Record<string, Partial<SeenBackup> & Omit<SeenBackup, 'isNew' | 'place'>>>;
  readonly listing?: Partial<Listing>;
  readonly at?: Temporal.Instant;
}

function look({ said = 'every: 24h', more = '', files, choice = {}, before, listing, at = now }: Stored) {
  const text = `version: 1
site: { name: A, url: "https://a.example/" }
reality: { backups: { db: { provider: s3, bucket: example-backups, region: us-east-1, ${said} } } }
${more}
`;
  const result = parseLedger(Buffer.from(text), { file: 'ledger.yml', now: at.toString(), ruleNames });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const { ledger } = result.parsed;
  const [check] = backupProbe.plan(ledger);
  const backupsBefore: SeenBackups = Object.fromEntries(
    Object.entries(before ?? {}).map(([key, each]) => [
      key,
      { isNew: true, place: placeOf(check!.claim as BackupClaim), ...each },
    ]),
  );
  const context: JudgeContext = {
    ledger,
    now: at,
    zone: 'Asia/Tokyo',
    next: at.add({ hours: 24 * 33 }),
    afterNext: at.add({ hours: 24 * 64 }),
    scheduledBy: '.github/workflows/check.yml',
    leadTimeDays: 14,
    anythingAnswered: true,
    unreachable: new Set(),
    mainEndpoints: new Set(),
    operator: null,
    backupsBefore,
  };
  const seen: Listing = {
    ...pointsOfFiles(files, choice, 'modified'),
    isComplete: true,
    clock: at.toString(),
    evidence: 'existence',
    ...listing,
  };
  const fact = factOf(seen, at.toString());
  const observation: Observation = {
    check: check!,
    outcome: { type: 'seen', fact },
    from: null,
    startedAt: at,
    durationMs: 5,
    attempts: 1,
  };
  const findings = backupProbe.judge({ check: check!, fact }, context);
  const remembered = rememberBackups(['db'], [observation], findings, backupsBefore, at.epochMilliseconds);
  return { findings, remembered };
}

const cases: Record<
  string,
  Stored & { readonly found: readonly string[]; readonly others?: readonly string[] }
> = {
  'a database that stopped, hidden by a nightly log': {
    files: [...daily('db-{day}.sql.gz', 30, 4), ...daily('report-{day}.html', 30)],
    found: ['backup/series-stopped:db@db-*.sql.gz'],
  },
  'a database that stopped, beside a log, which is no backup': {
    files: [...daily('db-{day}.sql.gz', 30, 4), ...daily('run-{day}.log', 30, 0, 900)],
    found: ['backup/too-old:db'],
  },
  'an UpdraftPlus set whose database stopped while the others go on': {
    files: [
      ...updraft(['db.gz'], 20, 5),
      ...updraft(['plugins.zip', 'themes.zip', 'uploads.zip', 'uploads2.zip', 'others.zip'], 20),
      ...updraft(['log.txt'], 20),
    ],
    found: ['backup/series-stopped:db@backup_*_My_Site_*-db.gz'],
  },
  'an UpdraftPlus set that is whole': {
    files: updraft(['db.gz', 'plugins.zip', 'themes.zip', 'uploads.zip', 'uploads2.zip', 'others.zip'], 20),
    found: [],
  },
  'an UpdraftPlus set whose files come once a week, beside a daily database': {
    files: [
      ...updraft(['db.gz'], 30),
      ...[6, 13, 20, 27].flatMap((each) => updraft(['plugins.zip', 'uploads.zip'], each, each)),
    ],
    found: [],
  },
  '… and whose files stopped after that': {
    files: [
      ...updraft(['db.gz'], 60),
      ...[20, 27, 34, 41].flatMap((each) => updraft(['uploads.zip'], each, each)),
    ],
    found: ['backup/series-stopped:db@backup_*_My_Site_*-uploads.zip'],
  },
  'dumps by the day, the week and the month, each at its own pace': {
    files: [
      ...daily('daily/db-{day}.sql.gz', 7),
      ...[1, 8, 15, 22].map((each) => file('weekly/db-{day}.sql.gz', each)),
      ...[20, 51, 81].map((each) => file('monthly/db-{day}.sql.gz', each)),
    ],
    found: [],
  },
  'nothing new at all: told once': {
    files: [...daily('db-{day}.sql.gz', 30, 4), ...daily('files-{day}.tar.gz', 30, 5)],
    found: ['backup/too-old:db'],
  },
  'small sums, signatures, manifests and themes beside large dumps': {
    said: 'every: 24h, smallest: 5MB, keep: 7',
    files: [
      ...daily('db-{day}.sql.gz', 10),
      ...daily('db-{day}.sql.gz.md5', 10, 0, 97),
      ...daily('db-{day}.sql.gz.asc', 10, 0, 833),
      file('manifest.json', 0, 97),
      file('latest.txt', 0, 20),
      ...daily('themes-{day}.zip', 10, 0, 200_000),
    ],
    found: [],
  },
  'one file that somebody left long ago, and one of today': {
    files: [...daily('db-{day}.sql.gz', 10), file('before-upgrade.sql.gz', 200), file('notes.pdf', 0)],
    found: ['probe/not-testable:db@backup others'],
    others: ['before-upgrade.sql.gz'],
  },
  'three dumps of one evening long ago': {
    files: [
      ...daily('db-{day}.sql.gz', 10),
      ...[1, 2, 3].map((each) => file(`before-upgrade-${each}.sql.gz`, 100 + each / 100)),
    ],
    found: ['probe/not-testable:db@backup others'],
    others: ['before-upgrade-*.sql.gz'],
  },
  'names without anything in common: counted as one': {
    said: 'every: 24h, keep: 3',
    files: [file('lima.tar', 0), file('oslo.tar', 1), file('quito.tar', 2), file('rome.tar', 3)],
    found: ['probe/not-testable:db@backup others'],
    others: ['quito.tar', 'rome.tar'],
  },
  '… and too few of them': {
    said: 'every: 24h, keep: 3',
    files: [file('lima.tar', 0), file('oslo.tar', 1)],
    found: ['backup/too-few:db'],
  },
  'two databases told apart by a number': {
    files: [...daily('db1-{day}.sql', 10), ...daily('db2-{day}.sql', 20, 5)],
    found: ['backup/series-stopped:db@db2-*.sql'],
  },
  'too few of one series': {
    said: 'every: 24h, keep: 7',
    files: [...daily('db-{day}.sql', 3), ...daily('files-{day}.tar', 10)],
    found: ['backup/too-few:db@db-*.sql'],
  },
  'a database that is empty, beside files that are not': {
    files: [
      ...daily('db-{day}.sql.gz', 10, 0, (each) => (each < 3 ? 20 : 5 * MB)),
      ...daily('f-{day}.zip', 10),
    ],
    found: ['backup/too-small:db@db-*.sql.gz'],
  },
  'a database that was always empty': {
    files: [...daily('db-{day}.sql.gz', 10, 0, 20), ...daily('f-{day}.zip', 10)],
    found: ['backup/too-small:db@db-*.sql.gz'],
  },
  'the largest series, smaller than the ledger says': {
    said: 'every: 24h, smallest: 50MB',
    files: [...daily('db-{day}.sql', 10, 0, MB), ...daily('f-{day}.zip', 10, 0, 40 * MB)],
    found: ['backup/too-small:db@f-*.zip'],
  },
  'a stopped series in a list that was not read to its end': {
    files: [...daily('db-{day}.sql', 20, 5), ...daily('f-{day}.zip', 10)],
    listing: { isComplete: false },
    found: ['probe/failed:db@backup db-*.sql'],
  },
  'a series of the future beside others': {
    files: [...daily('db-{day}.sql', 10), ...daily('f-{day}.zip', 10), file('f-{day}.zip', -3)],
    found: ['backup/future-dated:db@f-*.zip'],
  },
  'a stopped series of which the ledger does not say how often it comes': {
    said: 'keep: 3',
    files: [...daily('db-{day}.sql', 20, 5), ...daily('f-{day}.zip', 10)],
    found: ['probe/not-testable:db@backup every'],
  },

  'a series that the ledger names, and that is not there': {
    choice: { series: ['db-*', 'f-*'] },
    files: daily('f-{day}.zip', 10),
    found: ['backup/none:db@db-*'],
  },
  'a series that the ledger names, stopped': {
    choice: { series: ['db-*', 'f-*'] },
    files: [...daily('f-{day}.zip', 10), file('db-1.sql', 3)],
    found: ['backup/series-stopped:db@db-*'],
  },
  'a series that the ledger names, and comes too rarely for what it says': {
    choice: { series: ['db-*', 'f-*'] },
    files: [...daily('db-{day}.sql', 10), ...[5, 12, 19].map((each) => file('f-{day}.zip', each))],
    found: ['backup/series-stopped:db@f-*'],
  },
  'what belongs to no series that the ledger names': {
    choice: { series: ['db-*'] },
    files: [...daily('db-{day}.sql', 10), ...daily('old-{day}.zip', 50, 40)],
    found: ['probe/not-testable:db@backup others'],
  },
  'what the ledger’s pattern leaves out': {
    choice: { pattern: 'db-*' },
    files: [...daily('db-{day}.sql', 10), ...daily('old-{day}.zip', 50, 40)],
    found: [],
  },
  'nothing of what the ledger names': {
    choice: { series: ['db-*', 'f-*'] },
    files: daily('other-{day}.zip', 10),
    found: ['backup/none:db'],
  },

  'a file that every run writes anew, of which earlier runs saw newer ones come': {
    files: [file('db.sql.gz', 20), file('files.tar.gz', 0)],
    before: { 'db@db.sql.gz': { newest: '2026-11-04T03:00:00Z', bytes: null, comes: true } },
    found: ['backup/series-stopped:db@db.sql.gz'],
  },
  'a file that nobody has seen to come again': {
    files: [file('db.sql.gz', 20), file('files.tar.gz', 0)],
    before: { 'db@db.sql.gz': { newest: '2026-11-04T03:00:00Z', bytes: null, comes: false } },
    found: ['probe/not-testable:db@backup others'],
  },
  'a series of which nothing is left, beside one that goes on': {
    files: daily('f-{day}.zip', 10),
    before: { 'db@db-*.sql.gz': { newest: '2026-10-20T03:00:00Z', bytes: MB, comes: true } },
    found: ['backup/series-stopped:db@db-*.sql.gz'],
  },
  'a series of which nothing is left, and which came once': {
    files: daily('f-{day}.zip', 10),
    before: { 'db@db-*.sql.gz': { newest: '2026-10-20T03:00:00Z', bytes: MB, comes: false } },
    found: [],
  },
  'a series of which nothing is left, and which the ledger does not name': {
    choice: { series: ['f-*'] },
    files: daily('f-{day}.zip', 10),
    before: { 'db@db-*.sql.gz': { newest: '2026-10-20T03:00:00Z', bytes: MB, comes: true } },
    found: [],
  },
  'a series of which nothing is left, beside one whose names hold nothing but the date': {
    files: daily('{day}.sql.gz', 10),
    before: { 'db@shop-*.sql.gz': { newest: '2026-10-20T03:00:00Z', bytes: MB, comes: true } },
    found: ['backup/series-stopped:db@shop-*.sql.gz'],
  },
  'a series of which nothing is left, beside one that another number tells from it': {
    files: daily('db2-{day}.sql', 10),
    before: { 'db@db1-*.sql': { newest: '2026-10-20T03:00:00Z', bytes: MB, comes: true } },
    found: ['backup/series-stopped:db@db1-*.sql'],
  },
  'a series that has another name while only few are left': {
    files: [...daily('db1-{day}.sql', 1), ...daily('f-{day}.zip', 10)],
    before: { 'db@db1-*.sql': { newest: '2026-10-20T03:00:00Z', bytes: MB, comes: true } },
    found: [],
  },
  'four small ones, after an earlier run saw large ones': {
    files: daily('f-{day}.zip', 3, 0, 20_000),
    before: { db: { newest: '2026-10-24T03:00:00Z', bytes: 5000 * MB, comes: true } },
    found: ['backup/too-small:db'],
  },
  'small ones, after an earlier run saw large ones, that the ledger says are large enough': {
    said: 'every: 24h, smallest: 10kB',
    files: daily('f-{day}.zip', 3, 0, 20_000),
    before: { db: { newest: '2026-10-24T03:00:00Z', bytes: 5000 * MB, comes: true } },
    found: [],
  },

  // https://github.com/databasus/databasus/issues/25
  'databases of several sizes under names that tell nothing': {
    files: Array.from({ length: 24 }, (_each, index) =>
      file(
        `${'0123456789abcdef'[index % 16]!.repeat(8)}-7425-40de-944b-${String(index).padStart(12, '0')}`,
        index / 2,
        index % 2 === 0 ? 3 : 5000 * MB,
      ),
    ),
    found: [],
  },
  // https://github.com/garrytan/gbrain/issues/1361
  'large dumps after a bad start with small ones': {
    files: daily('dump-{day}.pgdump', 10, 0, (daysAgo) => (daysAgo > 2 ? 13_000 : 11 * MB)),
    found: [],
  },
  // https://github.com/dokku/dokku-redis/issues/237
  'an archive of one empty folder': {
    files: daily('postgres-lollipop-db-{day}-14-59-01.tgz', 10, 0, 111),
    found: ['backup/too-small:db'],
  },
  // https://github.com/bcgov/backup-container/issues/137
  'an upload that never ends, after good ones': {
    files: [
      ...daily('daily/foo_{day}_01-06-13.sql.gz', 30, 4),
      ...daily('daily/foo_{day}_01-06-13.sql.gz.in_progress', 3, 0, 0),
    ],
    found: ['backup/too-old:db'],
  },
  // https://github.com/prodrigestivill/docker-postgres-backup-local: days, weeks and months, and links to the last ones
  'a rotation by the day, the week and the month, with pointers': {
    files: [
      ...[0, 1, 2].map((each) => file('last/mydb-{day}-114556.sql.gz', each)),
      ...daily('daily/mydb-{day}.sql.gz', 6),
      ...[0, 7, 14, 21].map((each, index) => file(`weekly/mydb-2026${48 - index}.sql.gz`, each)),
      ...[3, 33, 64, 95].map((each, index) => file(`monthly/mydb-2026${11 - index}.sql.gz`, each)),
      ...['last', 'daily', 'weekly', 'monthly'].map((each) => file(`${each}/mydb-latest.sql.gz`, 0)),
    ],
    found: [],
  },
  // https://github.com/trade-tariff/trade-tariff-backend/pull/3305: one that is overwritten, and a copy of each day
  'copies of each day that stopped, beside the one that is overwritten': {
    files: [
      file('tariff-merged.sql.gz', 0),
      ...Array.from({ length: 9 }, (_each, index) =>
        file(`2026/11/${20 - index}/tariff-merged.sql.gz`, 4 + index),
      ),
    ],
    found: ['backup/series-stopped:db@*/*/*/tariff-merged.sql.gz'],
  },
  // https://github.com/velero-io/velero/issues/6809 and others: what a failing Velero goes on to write
  'the archives of Velero, which stopped while its logs go on': {
    files: [
      ...daily('backups/velero-daily-{day}/velero-daily-{day}-logs.gz', 20, 0, 4000),
      ...daily('backups/velero-daily-{day}/velero-backup.json', 20, 0, 3000),
      ...daily('backups/velero-daily-{day}/velero-daily-{day}-podvolumebackups.json.gz', 20, 0, 29),
      ...daily('backups/velero-daily-{day}/velero-daily-{day}.tar.gz', 20, 5),
    ],
    found: ['backup/series-stopped:db@backups/velero-daily-*/velero-daily-*.tar.gz'],
  },
  // https://github.com/mighty840/orca/issues/204: what a job that fails for weeks leaves, once the old ones are deleted by age
  'empty dumps alone, after the good ones were deleted by their age': {
    files: daily('db-{day}.sql.gz', 13, 0, 20),
    before: { db: { newest: '2026-10-24T03:00:00Z', bytes: 300 * MB, comes: true } },
    found: ['backup/too-small:db'],
  },

  'a backup that thaws for longer than the restore takes': {
    files: daily('db-{day}.sql', 10).map((each) => ({ ...each, tier: deep })),
    more: 'restore: { takes: 90m, backups: [db] }\ntargets: { full: 24h }',
    found: ['backup/thaws-too-late:db'],
  },
  'a backup that thaws for longer than the whole recovery may take': {
    files: daily('db-{day}.sql', 10).map((each) => ({ ...each, tier: deep })),
    more: 'targets: { full: 8h }',
    found: ['backup/thaws-too-late:db'],
  },
  'a backup that thaws within the time': {
    files: daily('db-{day}.sql', 10).map((each) => ({ ...each, tier: deep })),
    more: 'restore: { takes: 14h, backups: [db] }\ntargets: { full: 24h }',
    found: [],
  },
  'a backup that thaws, while the newest does not': {
    files: daily('db-{day}.sql', 10).map((each, index) => (index === 0 ? each : { ...each, tier: deep })),
    more: 'restore: { takes: 90m, backups: [db] }',
    found: [],
  },
  'a backup that thaws, and that no restore names': {
    files: daily('db-{day}.sql', 10).map((each) => ({ ...each, tier: deep })),
    said: 'every: 24h } , other: { provider: by-hand, newest: 2026-11-20',
    more: 'restore: { takes: 90m, backups: [other] }',
    found: [],
  },
  'one series that thaws, beside one that does not': {
    files: [
      ...daily('db-{day}.sql', 10),
      ...daily('f-{day}.zip', 10).map((each) => ({ ...each, tier: { ...deep } })),
    ],
    more: 'restore: { takes: 90m }',
    found: ['backup/thaws-too-late:db@f-*.zip'],
  },
};

describe('files in one place', () => {
  it.each(Object.entries(cases))('%s', (_name, { found, others, ...stored }) => {
    const { findings } = look(stored);
    expect(findings.map(({ id }) => id)).toEqual(found);
    if (others !== undefined) {
      const names = findings.flatMap(({ data }) => (data as { names?: string[] }).names ?? []);
      expect(names.toSorted()).toEqual(others.toSorted());
    }
  });

  it('are spoken of in both languages', () => {
    for (const stored of Object.values(cases)) {
      for (const { rule, data } of look(stored).findings) {
        for (const language of ['ja', 'en'] as const) {
          const message = messagesFor(language).rules[rule] as RuleMessage<unknown>;
          const format = formatFor(language, 'Asia/Tokyo', { parties: {}, contacts: {} });
          const said = message.say(data, format);
          expect(Object.values(said).join()).not.toMatch(/undefined|NaN|\[object/);
          expect(said.title).toContain('db');
        }
      }
    }
  });
});

describe('what one run leaves for the next', () => {
  it('makes a stop known of which the store keeps nothing', () => {
    const october = Temporal.Instant.from('2026-10-24T12:00:00Z');
    const first = look({
      files: [...daily('db-{day}.sql.gz', 60, 31), ...daily('f-{day}.zip', 60, 31)],
      at: october,
    });
    expect(first.findings).toEqual([]);
    const second = look({ files: daily('f-{day}.zip', 20), before: first.remembered });
    expect(second.findings).toMatchObject([
      { id: 'backup/series-stopped:db@db-*.sql.gz', data: { newest: '2026-10-24T03:00:00Z', isGone: true } },
    ]);
    // It is not forgotten by being told.
    const third = look({ files: daily('f-{day}.zip', 20), before: second.remembered });
    expect(third.findings.map(({ id }) => id)).toEqual(second.findings.map(({ id }) => id));
  });

  it('keeps the size by which an alarm was raised, until the ledger says otherwise', () => {
    const large = look({
      files: daily('f-{day}.zip', 40, 31, 500 * MB),
      at: Temporal.Instant.from('2026-10-24T12:00:00Z'),
    });
    const small = { files: daily('f-{day}.zip', 3, 0, MB) };
    const alarmed = look({ ...small, before: large.remembered });
    expect(alarmed.findings.map(({ rule }) => rule)).toEqual(['backup/too-small']);
    const again = look({ ...small, before: alarmed.remembered });
    expect(again.findings.map(({ rule }) => rule)).toEqual(['backup/too-small']);
    const settled = look({ ...small, before: again.remembered, said: 'every: 24h, smallest: 500kB' });
    expect(settled.findings).toEqual([]);
    expect(look({ ...small, before: settled.remembered }).findings).toEqual([]);
  });

  it('is kept where nothing was seen, and goes with the backup', () => {
    const seen = { newest: '2026-11-01T00:00:00Z', bytes: 5, comes: true, isNew: true, place: 'here' };
    const before: SeenBackups = {
      db: seen,
      'db@f-*.zip': seen,
      other: seen,
      'db@long-ago': { ...seen, newest: '2024-11-01T00:00:00Z' },
    };
    const kept = rememberBackups(['db'], [], [], before, now.epochMilliseconds);
    expect(Object.keys(kept).toSorted()).toEqual(['db', 'db@f-*.zip']);
  });

  it('says nothing of another place than the ledger names now', () => {
    const before = {
      'db@db-*.sql.gz': { newest: '2026-10-20T03:00:00Z', bytes: 500 * MB, comes: true, place: 'elsewhere' },
      db: { newest: '2026-10-20T03:00:00Z', bytes: 500 * MB, comes: true, place: 'elsewhere' },
    };
    const { findings, remembered } = look({ files: daily('f-{day}.zip', 10), before });
    expect(findings).toEqual([]);
    expect(Object.keys(remembered).toSorted()).toEqual(['db', 'db@f-*.zip']);
  });

  it('makes a file that every run writes anew a series, once it was new at two looks', () => {
    const files = (at: string, db = at): StoredObject[] => [
      { name: 'db.sql.gz', at: db, sizeBytes: MB },
      { name: 'files.tar.gz', at, sizeBytes: 9 * MB },
    ];
    const days = ['2026-09-24T03:00:00Z', '2026-10-24T03:00:00Z', '2026-11-24T03:00:00Z'] as const;
    const at = (day: string) => Temporal.Instant.from(day).add({ hours: 9 });
    const first = look({ files: files(days[0]), at: at(days[0]) });
    const stopped = (before: SeenBackups) =>
      look({ files: files(days[2], days[1]), before }).findings.map(({ id }) => id);
    expect(stopped(first.remembered)).toEqual(['probe/not-testable:db@backup others']);
    const second = look({ files: files(days[1]), before: first.remembered, at: at(days[1]) });
    expect(stopped(second.remembered)).toEqual(['backup/series-stopped:db@db.sql.gz']);
  });
});
