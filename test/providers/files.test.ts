import { describe, expect, it } from 'vitest';
import { type FileChoice, isLike } from '../../src/providers/files/choice.ts';
import { isEmptyFile, seriesOfName, wholeName } from '../../src/providers/files/names.ts';
import { pointsOfFiles } from '../../src/providers/files/points.ts';
import type { StoredObject } from '../../src/providers/objects.ts';

describe('the series of a name', () => {
  it.each([
    ['db-2026-11-24.sql.gz', 'db-2026-11-25.sql.gz', 'db-*.sql.gz'],
    ['db-9f86d081884c7d65.sql.gz', 'db-60303ae22b998861.sql.gz', 'db-*.sql.gz'],
    [
      'a/7c9e6679-7425-40de-944b-e07fc1f90ae7/db.dump',
      'a/3f2504e0-4f89-11d3-9a0c-0305e82c3301/db.dump',
      'a/*/db.dump',
    ],
    ['db-01ARZ3NDEKTSV4RRFFQ69G5FAV.dump', 'db-01BX5ZZKBKACTAV9WEVGEMMVRZ.dump', 'db-*.dump'],
    ['20261124T020000Z_e3b0c442.tar', '20261125T020000Z_a1b2c3d4.tar', '*.tar'],
    [
      'backup_2026-11-23-0312_My_Site_0123456789ab-db.gz',
      'backup_2026-11-24-0312_My_Site_abcdef123456-db.gz',
      'backup_*_My_Site_*-db.gz',
    ],
    ['2026/11/24/files.tar', '2026/12/01/files.tar', '*/*/*/files.tar'],
    ['db-Mon.sql', 'db-Tuesday.sql', 'db-*.sql'],
    ['24-Nov-2026.zip', '01-Dec-2026.zip', '*.zip'],
    ['バックアップ月曜.zip', 'バックアップ火曜日.zip', 'バックアップ*.zip'],
    ['db1-2026-11-24.sql', 'db1-2026-11-25.sql', 'db1-*.sql'],
    ['a.tar.bz2', 'a.tar.bz2', 'a.tar.bz2'],
    ['db1.sql', 'db2.sql', 'db*.sql'],
    ['2026-11-24_03-12-00_HXM7QLXQ01.tar', '2026-11-25_03-12-09_B2M7QLAC01.tar', '*01.tar'],
    [
      'backwpup_HXM7QLXQ02_2026-11-24_03-12-00.zip',
      'backwpup_ABCDEFGH02_2026-11-25_03-12-00.zip',
      'backwpup_*02_*.zip',
    ],
    ['dump_20261124_031200.7z', 'dump_20261125_031159.7z', 'dump_*.7z'],
  ])('of %s and %s is one', (one, other, series) => {
    expect(seriesOfName(one).fine).toBe(series);
    expect(seriesOfName(other).fine).toBe(series);
  });

  it.each([
    ['db-2026-11-24.sql.gz', 'files-2026-11-24.tar.gz'],
    ['accede.sql', 'decade.sql'],
    ['shop/db-1.sql', 'blog/db-1.sql'],
    ['db1-2026-11-24.sql', 'db2-2026-11-24.sql'],
    ['2026-11-24_03-12-00_HXM7QLXQ01.tar', '2026-11-24_03-12-00_HXM7QLXQ02.tar'],
    ['marchand-2026-11-24.sql', 'sundial-2026-11-24.sql'],
  ])('of %s and %s is not', (one, other) => {
    expect(seriesOfName(one).fine).not.toBe(seriesOfName(other).fine);
  });
});

it.each([
  ['db-1.sql.gz', 'db-*.sql.gz', true],
  ['site/db-1.sql.gz', 'db-*.sql.gz', true],
  ['site/db-1.sql.gz', 'site/*.gz', true],
  ['site/db-1.sql.gz', '*/db-*', true],
  ['db-1.sql.gz', '*/db-*', false],
  ['db-1.sql.gz.md5', 'db-*.sql.gz', false],
  ['db.sql', 'db*db.sql', false],
  ['aXbXc', 'a*b*c', true],
  ['ac', 'a*b*c', false],
  ['db.sql', 'db.sql', true],
  ['db?sql', 'db.sql', false],
])('%s is like %s: %s', (name, pattern, isSo) => {
  expect(isLike(name, pattern)).toBe(isSo);
});

it.each([
  [
    'backup_2026-11-24-0312_My_Site_0123456789ab-uploads12.zip',
    'backup_2026-11-24-0312_My_Site_0123456789ab-uploads.zip',
  ],
  [
    'backup_2026-11-24-0312_My_Site_0123456789ab-db2.gz',
    'backup_2026-11-24-0312_My_Site_0123456789ab-db2.gz',
  ],
  ['a/site.zip.001', 'a/site.zip'],
  ['a/site.z01', 'a/site.zip'],
  ['site.part2.rar', 'site.rar'],
  ['site.tar.gz-ab', 'site.tar.gz'],
  ['site.tar.aab', 'site.tar'],
  ['site.tar.gz', 'site.tar.gz'],
  ['site.tar.xz', 'site.tar.xz'],
  ['site.tar.gz.2', 'site.tar.gz.2'],
])('the whole of %s is %s', (part, whole) => {
  expect(wholeName(part)).toBe(whole);
});

it.each([
  ['a.sql.gz', 20, true],
  ['a.sql.gz', 23, true],
  // With the name `a.sql` and its zero.
  ['2026/a.sql.gz', 26, true],
  ['a.sql.gz', 27, false],
  ['a.tar.gz', 45, true],
  // One empty folder.
  ['a.tgz', 111, true],
  ['a.tar.gz', 135, false],
  ['a.zip', 22, true],
  ['a.zip', 150, false],
  ['a.tar', 10_240, true],
  ['a.tar', 1024, true],
  ['a.tar', 20_480, false],
  ['a.xz', 32, true],
  ['a.bz2', 14, true],
  ['a.zst', 13, true],
  ['a.sql', 20, false],
  ['a.sql', 0, true],
])('whether %s of %i bytes is empty: %s', (name, size, isSo) => {
  expect(isEmptyFile(name, size)).toBe(isSo);
});

const file = (name: string, sizeBytes = 5_000_000, day = 24): StoredObject => ({
  name,
  at: `2026-11-${day}T03:00:00Z`,
  sizeBytes,
});
const idsOf = (files: readonly StoredObject[], choice: FileChoice = {}) =>
  pointsOfFiles(files, choice, 'modified').points.map(({ id }) => id);

describe('what lies beside backups', () => {
  const dump = file('db-2026-11-24.sql.gz', 5_000_000, 20);
  it.each([
    'db-2026-11-24.sql.gz.md5',
    'db-2026-11-24.sql.gz.sha256',
    'db-2026-11-24.sql.gz.asc',
    'db-2026-11-24.sql.gz.sig',
    'db-2026-11-24.sql.gz.json',
    'db-2026-11-24.json',
    'db-2026-11-24.sql.gz.part',
    'db-2026-11-24.sql.gz.in_progress',
    'SHA256SUMS',
    'MD5SUMS.txt',
    'manifest.json',
    'backup.manifest',
    'latest',
    'latest.txt',
    'LAST_SUCCESS',
    'backup.log',
    'backup.log.1',
    'backup.log-20261123.gz',
    'log.0123456789ab.txt',
    'backup.lock',
    'index.html',
    '.htaccess',
    'web.config',
    'folder/',
  ])('is no backup: %s', (name) => {
    expect(idsOf([file(name, name === 'folder/' ? 0 : 97), dump])).toEqual([dump.name]);
  });

  it.each([
    'files-2026-11-24.zip',
    'export-2026-11-24.json',
    'db-2026-11-23.sql.asc',
    'latest.sql.gz',
    'db-latest.sql.gz',
    'themes.zip',
  ])('and what is one is: %s', (name) => {
    expect(idsOf([file(name, 97), dump])).toEqual([name, dump.name]);
  });

  it('is meant where the ledger names it', () => {
    expect(idsOf([file('site.log'), dump], { series: ['*.log', '*.sql.gz'] })).toEqual([
      'site.log',
      dump.name,
    ]);
  });

  it('is every block of Duplicati, whose list of files alone is a backup', () => {
    const list = 'duplicati-20261124T031200Z.dlist.zip.aes';
    expect(
      idsOf([
        file('duplicati-b0123456789abcdef0123456789abcdef.dblock.zip.aes'),
        file('duplicati-i0123456789abcdef0123456789abcdef.dindex.zip.aes'),
        file(list),
      ]),
    ).toEqual([list]);
  });
});

describe('the files of a store', () => {
  it('are one backup where they are parts of one, as large as all of them, and as new as the last', () => {
    const set = 'backup_2026-11-24-0312_My_Site_0123456789ab';
    const { points } = pointsOfFiles(
      [file(`${set}-uploads.zip`, 400), file(`${set}-uploads2.zip`, 400, 25), file(`${set}-uploads3.zip`, 7)],
      {},
      'modified',
    );
    expect(points).toMatchObject([{ sizeBytes: 807, at: '2026-11-25T03:00:00Z' }]);
  });

  it('are told apart by a number in a word only where each is seen to come again', () => {
    const days = [21, 22, 23];
    const two = days.flatMap((day) => [
      file(`db1-2026-11-${day}.sql`, 1, day),
      file(`db2-2026-11-${day}.sql`, 1, day),
    ]);
    const runs = days.map((day) => file(`run${day}-2026-11-${day}.sql`, 1, day));
    const seriesOf = (files: readonly StoredObject[]) =>
      new Set(pointsOfFiles(files, {}, 'modified').points.map(({ series }) => series));
    expect(seriesOf(two)).toEqual(new Set(['db1-*.sql', 'db2-*.sql']));
    expect(seriesOf(runs)).toEqual(new Set(['run*.sql']));
  });

  it('belong to the series that the ledger names; what belongs to none is listed', () => {
    const listing = pointsOfFiles(
      [file('site/a-db.gz'), file('site/a-plugins.zip'), file('site/notes.pdf'), file('site/a-db.gz.md5')],
      { prefix: 'site/', series: ['*-db.gz', '*-plugins.zip', '*-uploads*.zip'] },
      'modified',
    );
    expect(listing).toMatchObject({
      points: [{ kind: '*-db.gz' }, { kind: '*-plugins.zip' }],
      kinds: ['*-db.gz', '*-plugins.zip', '*-uploads*.zip'],
      isSeriesNamed: true,
      others: ['site/notes.pdf'],
    });
  });

  it('are chosen by suffix and pattern', () => {
    const files = [file('site/db-1.sql.gz'), file('site/db-1.zip'), file('site/x-1.sql.gz')];
    expect(idsOf(files, { prefix: 'site/', suffix: '.sql.gz', pattern: 'db-*' })).toEqual([
      'site/db-1.sql.gz',
    ]);
  });
});
