import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { ProbeFailure } from '../../src/edge/failure.ts';
import { parseLedger } from '../../src/ledger/parse.ts';
import { formatFor } from '../../src/messages/format.ts';
import { messagesFor } from '../../src/messages/index.ts';
import type { RuleMessage } from '../../src/messages/rule-message.ts';
import { type BackupFact, backupProbe } from '../../src/probes/backup/index.ts';
import { factOf } from '../../src/probes/backup/observe.ts';
import type { JudgeContext, Observation, Outcome } from '../../src/probes/probe.ts';
import type { Listing, RestorePoint } from '../../src/providers/provider.ts';
import { ruleNames } from '../../src/rules/index.ts';
import type { Language } from '../../src/text/language.ts';
import { judged as judgedBy } from './judged.ts';

const now = '2026-11-24T00:00:00Z';
const hour = 3_600_000;
/** So many hours before now; after it, where negative. */
const ago = (hours: number) =>
  Temporal.Instant.from(now)
    .subtract({ milliseconds: hours * hour })
    .toString();
const good = (hours: number, more: Partial<RestorePoint> = {}): RestorePoint => ({
  id: `point-${hours}`,
  state: 'good',
  rawState: 'available',
  at: ago(hours),
  meaning: 'completed',
  ...more,
});
const attempt = (state: RestorePoint['state'], hours: number, more: Partial<RestorePoint> = {}) =>
  good(hours, { state, rawState: state.toUpperCase(), ...more });
const daily = (count: number, more: (index: number) => Partial<RestorePoint> = () => ({})) =>
  Array.from({ length: count }, (_each, index) => good(6 + 24 * index, more(index)));

interface Told {
  readonly said?: string;
  readonly points: readonly RestorePoint[];
  readonly listing?: Partial<Listing>;
}

function ledgerOf(said: string) {
  const text = `version: 1\nsite: { name: A, url: "https://a.example/" }\nreality: { backups: { db: { provider: s3, bucket: example-backups, region: us-east-1${said === '' ? '' : `, ${said}`} } } }\n`;
  const result = parseLedger(Buffer.from(text), { file: 'ledger.yml', now, ruleNames });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.parsed.ledger;
}

function lookAt(said: string, outcome: Outcome<BackupFact>, at = now) {
  const ledger = ledgerOf(said);
  const instant = Temporal.Instant.from(at);
  const [check] = backupProbe.plan(ledger);
  const context: JudgeContext = {
    ledger,
    now: instant,
    zone: 'Asia/Tokyo',
    next: instant.add({ hours: 24 * 33 }),
    afterNext: instant.add({ hours: 24 * 64 }),
    scheduledBy: '.github/workflows/check.yml',
    leadTimeDays: 14,
    anythingAnswered: true,
    unreachable: new Set(),
    mainEndpoints: new Set(),
    operator: 'maintenance',
  };
  const observation: Observation<never, BackupFact> = {
    check: check as never,
    outcome,
    from: null,
    startedAt: instant,
    durationMs: 5,
    attempts: 1,
  };
  return judgedBy(backupProbe, observation as never, context);
}

function judged({ said = 'every: 24h', points, listing = {} }: Told) {
  const seen: Listing = { points, isComplete: true, clock: now, evidence: 'status', ...listing };
  return lookAt(said, { type: 'seen', fact: factOf(seen, now) });
}
const format = (language: Language) => formatFor(language, 'Asia/Tokyo', { parties: {}, contacts: {} });
const idsOf = (told: Told) => judged(told).findings.map(({ id }) => id);

describe('what may be missing of a listing', () => {
  it.each<[string, Told]>([
    ['listing-incomplete', { points: [], listing: { isComplete: false } }],
    [
      'listing-not-available',
      { points: [], listing: { isComplete: false, notes: ['listing-not-available'] } },
    ],
    [
      'maybe-cached',
      { points: [good(500)], listing: { isComplete: false, isNewestOnly: true, notes: ['maybe-cached'] } },
    ],
    ['last-good-not-said', { points: [good(500)], listing: { isComplete: false, isNewestOnly: true } }],
  ])('is told for what it is: %s', (code, told) => {
    expect(judged(told).findings).toMatchObject([{ rule: 'probe/failed', data: { code } }]);
  });
});

describe('a backup', () => {
  const cases: Record<string, Told & { readonly found: readonly string[] }> = {
    'that is recent and whole': { points: daily(7), found: [] },
    'just within its time': { points: [good(36)], found: [] },
    'just past its time': { points: [good(36.1)], found: ['backup/too-old:db'] },
    'older than at-most, whatever its interval': {
      said: 'every: 24h, at-most: 25h',
      points: [good(26)],
      found: ['backup/too-old:db'],
    },
    'younger than at-most, though older than its interval': {
      said: 'every: 24h, at-most: 60h',
      points: [good(50)],
      found: [],
    },
    'of which the ledger does not say how often it is made': {
      said: '',
      points: [good(2000)],
      found: ['probe/not-testable:db@backup every'],
    },
    'of a month, early in the next': { said: 'every: 1 month', points: [good(24 * 40)], found: [] },
    'that is the newest although it stands last in the list': {
      points: [good(200), good(100), good(3)],
      found: [],
    },

    'that failed, while nobody tells when the last good one was': {
      points: [attempt('failed', 3), good(500)],
      listing: { isComplete: false, isNewestOnly: true },
      found: ['probe/failed:db@backup', 'backup/failed:db'],
    },
    'whose list was not read to its end: a failure, a size or an end that was seen may be of an older one': {
      points: [attempt('failed', 3), good(10)],
      listing: { isComplete: false },
      found: ['probe/failed:db@backup'],
    },
    'whose list was not read to its end, and the newest that was read is nearly empty': {
      points: daily(7, (index) => ({ sizeBytes: index === 0 ? 10 : 1_000_000, sizeMeaning: 'full' })),
      listing: { isComplete: false },
      found: ['probe/failed:db@backup'],
    },
    'whose list was not read to its end, and what was read is fine': {
      points: daily(7),
      listing: { isComplete: false },
      found: [],
    },
    'that builds on a full one far behind it': {
      points: [
        ...Array.from({ length: 30 }, (_each, index) => good(6 + 24 * index, { isIncremental: true })),
        good(6 + 24 * 30),
      ],
      found: [],
    },
    'that builds on a full one that is over': {
      points: [good(6, { isIncremental: true }), good(40, { expiresAt: ago(1) })],
      found: ['backup/none:db'],
    },
    'that builds on nothing before it: the full one came later': {
      points: [good(30), good(60, { isIncremental: true }), good(90, { isIncremental: true })],
      said: 'every: 24h, keep: 2',
      found: ['backup/too-few:db'],
    },

    'of which there is none': { points: [], found: ['backup/none:db'] },
    'that was tried, and never done': {
      points: [attempt('failed', 3), attempt('failed', 27)],
      found: ['backup/none:db'],
    },
    'that is being made for the first time': {
      points: [attempt('in-progress', 1)],
      found: ['backup/none:db'],
    },
    'of which all have been deleted': {
      points: [attempt('expired', 3), good(5, { expiresAt: ago(1) })],
      found: ['backup/none:db'],
    },
    'of which the list was not read to its end': {
      points: [],
      listing: { isComplete: false },
      found: ['probe/failed:db@backup'],
    },
    'that is old in a list that was not read to its end': {
      points: [good(100)],
      listing: { isComplete: false },
      found: ['probe/failed:db@backup'],
    },
    'that is recent in a list that was not read to its end': {
      said: 'every: 24h, keep: 14',
      points: [good(3)],
      listing: { isComplete: false },
      found: [],
    },
    'in a state that nobody knows, and no other': {
      points: [attempt('unknown', 3)],
      found: ['probe/failed:db@backup'],
    },
    'in a state that nobody knows, after a good one that is too old': {
      points: [attempt('unknown', 3), good(100)],
      found: ['probe/failed:db@backup'],
    },
    'in a state that nobody knows, beside a recent good one': {
      points: [attempt('unknown', 3), good(20)],
      found: [],
    },

    'whose newest attempt failed': {
      points: [attempt('failed', 3), good(20)],
      found: ['backup/failed:db'],
    },
    'whose newest attempt is only part of it': {
      points: [attempt('partial', 3), good(20)],
      found: ['backup/failed:db'],
    },
    'that failed once and was good after that': {
      points: [good(3), attempt('failed', 20), good(30)],
      found: [],
    },
    'that failed and runs again': {
      points: [attempt('in-progress', 1), attempt('failed', 3), good(20)],
      found: ['backup/failed:db'],
    },
    'that failed until it was too old': {
      points: [attempt('failed', 3), good(100)],
      found: ['backup/too-old:db'],
    },

    'that has been running for longer than six hours': {
      points: [attempt('in-progress', 7), good(20)],
      found: ['backup/stuck:db'],
    },
    'that is running': { points: [attempt('in-progress', 5), good(20)], found: [] },
    'that has been running for more than twice its time': {
      points: [attempt('in-progress', 2.5), good(20, { startedAt: ago(21) })],
      found: ['backup/stuck:db'],
    },
    'that usually runs for ten hours': {
      points: [attempt('in-progress', 15), good(20, { startedAt: ago(30) })],
      found: [],
    },
    'that is usually done in a minute': {
      points: [attempt('in-progress', 0.2), good(20, { startedAt: ago(20.01) })],
      found: [],
    },
    'that hung and was made again': { points: [good(3), attempt('in-progress', 20)], found: [] },
    'that runs without a start': { points: [attempt('in-progress', 0, { at: null }), good(20)], found: [] },

    'of which enough are kept': { said: 'every: 24h, keep: 7', points: daily(7), found: [] },
    'of which too few are kept': {
      said: 'every: 24h, keep: 7',
      points: daily(6),
      found: ['backup/too-few:db'],
    },
    'of which too few are kept, though every moment of the last days can be restored to': {
      said: 'every: 24h, keep: 7',
      points: [good(0.1, { meaning: 'restorable-to' }), ...daily(6)],
      found: ['backup/too-few:db'],
    },
    'of which enough are kept, more than are looked at one by one': {
      said: 'every: 24h, keep: 40',
      points: daily(40),
      found: [],
    },
    'of which nobody tells how many are kept': {
      said: 'every: 24h, keep: 14',
      points: [good(3)],
      listing: { isNewestOnly: true },
      found: ['probe/not-testable:db@backup keep'],
    },
    'of which failed ones are not counted': {
      said: 'every: 24h, keep: 3',
      points: [...daily(2), attempt('failed', 70)],
      found: ['backup/too-few:db'],
    },

    'larger than the smallest': {
      said: 'every: 24h, smallest: 50MB',
      points: [good(3, { sizeBytes: 50_000_000 })],
      found: [],
    },
    'smaller than the smallest': {
      said: 'every: 24h, smallest: 50MB',
      points: [good(3, { sizeBytes: 49_999_999 })],
      found: ['backup/too-small:db'],
    },
    'of a size that is not its own': {
      said: 'every: 24h, smallest: 50MB',
      points: [good(3, { sizeBytes: 20, sizeMeaning: 'billable' })],
      found: ['probe/not-testable:db@backup smallest'],
    },
    'half as large as usual': {
      points: daily(7, (index) => ({ sizeBytes: index === 0 ? 50 : 100 })),
      found: [],
    },
    'less than half as large as usual': {
      points: daily(7, (index) => ({ sizeBytes: index === 0 ? 49 : 100 })),
      found: ['backup/shrunk:db'],
    },
    'hardly anything of what is usual': {
      points: daily(7, (index) => ({ sizeBytes: index === 0 ? 9 : 100 })),
      found: ['backup/too-small:db'],
    },
    'as small as the last five, though older ones were larger': {
      points: daily(9, (index) => ({ sizeBytes: index < 6 ? 10 : 1000 })),
      found: ['backup/too-small:db'],
    },
    'as small as the last five, and as large as the ledger says': {
      said: 'every: 24h, smallest: 10B',
      points: daily(9, (index) => ({ sizeBytes: index < 6 ? 10 : 1000 })),
      found: [],
    },
    'as large as the ledger says, and hardly anything of the last five': {
      said: 'every: 24h, smallest: 10B',
      points: daily(9, (index) => ({ sizeBytes: index === 0 ? 20 : 1000 })),
      found: ['backup/too-small:db'],
    },
    'of 20 bytes for four days, after thirty of 5 GB': {
      points: daily(30, (index) => ({ sizeBytes: index < 4 ? 20 : 5e9, sizeMeaning: 'full' })),
      found: ['backup/too-small:db'],
    },
    'of less than half for a month, beside a level far back': {
      points: daily(60, (index) => ({ sizeBytes: index < 40 ? 400 : 1000 })),
      found: ['backup/shrunk:db'],
    },
    'smaller than two large ones far back, which are no level': {
      points: daily(60, (index) => ({ sizeBytes: index === 40 || index === 41 ? 1000 : 100 })),
      found: [],
    },
    'in which a large and a small one take turns': {
      points: daily(20, (index) => ({ sizeBytes: index % 2 === 0 ? 3 : 5000 })),
      found: [],
    },
    'that is an empty archive, like all before it': {
      points: daily(7, () => ({ sizeBytes: 20, sizeMeaning: 'full', isEmpty: true })),
      found: ['backup/too-small:db'],
    },
    'that holds nothing, like all before it': {
      points: daily(7, () => ({ sizeBytes: 0, sizeMeaning: 'full' })),
      found: ['backup/too-small:db'],
    },
    'that holds nothing, and is the only one': {
      points: [good(3, { sizeBytes: 0, sizeMeaning: 'full' })],
      found: ['backup/too-small:db'],
    },
    'smaller after one that was too large': {
      points: daily(6, (index) => ({ sizeBytes: index === 1 ? 1000 : 100 })),
      found: [],
    },
    'an increment after a whole one': {
      points: [
        good(3, { sizeBytes: 5, sizeMeaning: 'incremental', isIncremental: true }),
        good(30, { sizeBytes: 100, sizeMeaning: 'full' }),
      ],
      found: [],
    },
    'of another name than the large ones beside it': {
      points: [
        good(3, { sizeBytes: 5, series: 'db-#.sql' }),
        good(3.5, { sizeBytes: 5000, series: 'files-#.tar' }),
        good(27, { sizeBytes: 6, series: 'db-#.sql' }),
      ],
      found: [],
    },

    'of increments without a whole one': {
      points: [good(3, { isIncremental: true }), good(27, { isIncremental: true })],
      found: ['backup/none:db'],
    },
    'of the future': {
      points: [good(-2), good(100)],
      found: ['backup/future-dated:db'],
    },
    'within what clocks differ by': { points: [good(-0.05)], found: [] },

    'that lasts until others have come': {
      points: daily(7, (index) => ({ expiresAt: ago(6 + 24 * index - 168) })),
      found: [],
    },
    'the last of which is deleted, and no other comes': {
      said: 'every: 24h',
      points: [good(100, { expiresAt: ago(-68) }), good(124, { expiresAt: ago(-44) })],
      found: ['backup/too-old:db', 'backup/last-good-expires:db'],
    },
    'that is deleted before the next one is made': {
      said: 'every: 7d',
      points: [good(24, { expiresAt: ago(-48) })],
      found: ['backup/last-good-expires:db'],
    },
    'that is deleted, and nobody says when another comes': {
      said: '',
      points: [good(24, { expiresAt: ago(-48) })],
      found: ['backup/last-good-expires:db', 'probe/not-testable:db@backup every'],
    },
    'that is deleted long after the next look': {
      said: '',
      points: [good(24, { expiresAt: ago(-24 * 60) })],
      found: ['probe/not-testable:db@backup every'],
    },
    'beside one that stays': {
      said: '',
      points: [good(24, { expiresAt: ago(-48) }), good(1000)],
      found: ['probe/not-testable:db@backup every'],
    },

    'that is no longer made': {
      points: [good(3)],
      listing: { automatic: 'off' },
      found: ['backup/switched-off:db'],
    },
    'that everybody can read': {
      points: [good(3)],
      listing: { isPublic: true },
      found: ['backup/readable-by-anyone:db'],
    },
    'that nobody else can read': { points: [good(3)], listing: { isPublic: false }, found: [] },
    'said to be elsewhere, beside the site': {
      said: 'every: 24h, away: true',
      points: [good(3)],
      listing: { isSamePlace: true },
      found: ['backup/same-place:db'],
    },
    'beside the site, as the ledger says': { points: [good(3)], listing: { isSamePlace: true }, found: [] },
    'said to be elsewhere, nobody knows where': {
      said: 'every: 24h, away: true',
      points: [good(3)],
      listing: { isSamePlace: null },
      found: [],
    },

    'of several kinds, one of which stopped': {
      points: [good(3, { kind: 'database' }), good(100, { kind: 'files' })],
      found: ['backup/too-old:db@files'],
    },
    'of several kinds, one of which was never good': {
      points: [good(3, { kind: 'database' }), attempt('failed', 3, { kind: 'files' })],
      found: ['backup/none:db@files'],
    },
    'of several kinds, one of which has nothing at all': {
      points: [good(3, { kind: 'database' })],
      listing: { kinds: ['database', 'files'] },
      found: ['backup/none:db@files'],
    },
    'of several kinds, none of which has anything': {
      points: [],
      listing: { kinds: ['database', 'files'] },
      found: ['backup/none:db'],
    },
    'of several kinds, each with a size of its own': {
      points: [good(3, { kind: 'database', sizeBytes: 5 }), good(4, { kind: 'files', sizeBytes: 5000 })],
      found: [],
    },
  };
  it.each(Object.entries(cases))('%s', (_name, { found, ...told }) => {
    expect(idsOf(told)).toEqual(found);
  });

  it('is judged by the provider’s clock', () => {
    const points = [good(34)];
    expect(idsOf({ points, listing: { clock: ago(-3) } })).toEqual(['backup/too-old:db']);
    expect(idsOf({ points: [good(38)], listing: { clock: ago(3) } })).toEqual([]);
    // Seconds apart: the same clock.
    expect(judged({ points, listing: { clock: '2026-11-24T00:00:20Z' } }).findings).toEqual([]);
  });

  it('tells when the last good one is deleted, also where that is fine', () => {
    const points = daily(7, (index) => ({ expiresAt: ago(6 + 24 * index - 168) }));
    expect(judged({ points }).dates).toEqual([
      {
        at: Temporal.Instant.from(ago(-162)),
        what: { type: 'backup-expires', id: 'db' },
        finding: null,
      },
    ]);
    expect(judged({ points: daily(3) }).dates).toEqual([]);
  });

  it('has a title and a remedy in both languages for all that can be found', () => {
    for (const { found, ...told } of Object.values(cases)) {
      for (const each of judged(told).findings) {
        for (const language of ['ja', 'en'] as const) {
          const message = messagesFor(language).rules[each.rule] as RuleMessage<unknown>;
          const { title, observed } = message.say(each.data, format(language));
          expect(title).toContain('db');
          expect(`${title}${observed ?? ''}`).not.toMatch(/undefined|null|NaN|\[object/);
          expect(found).toContain(each.id);
        }
      }
    }
  });
});

describe('a backup that could not be seen', () => {
  const failing = (code: ProbeFailure['code'], detail: string | null = null) =>
    lookAt('every: 24h', { type: 'failed', failure: new ProbeFailure(code, detail) }).findings;

  it.each([
    ['credentials-missing', 'AWS_ACCESS_KEY_ID', 'probe/credentials-missing:db@backup'],
    ['host-not-named', 'minio.example', 'probe/credentials-missing:db@backup'],
    ['unauthorized', 'HTTP 403 AccessDenied', 'probe/access-denied:db@backup'],
    ['blocked', '10.0.0.1', 'probe/blocked:db@backup'],
    ['not-found', 'HTTP 404 NoSuchBucket', 'probe/failed:db@backup'],
    ['rate-limited', 'HTTP 429', 'probe/failed:db@backup'],
    ['server-error', 'HTTP 500', 'probe/failed:db@backup'],
    ['timeout', null, 'probe/failed:db@backup'],
    ['response-unexpected', 'XML', 'probe/failed:db@backup'],
  ] as const)('because of %s is unknown, never none', (code, detail, id) => {
    const findings = failing(code, detail);
    expect(findings.map((each) => each.id)).toEqual([id]);
    expect(findings[0]).toMatchObject({ kind: 'unknown', items: [6] });
  });

  it('for want of credentials that can be given in several ways names them all, in words', () => {
    const [found] = failing('credentials-missing', 'SAS / KEY / CLIENT + TENANT');
    for (const language of ['ja', 'en'] as const) {
      const message = messagesFor(language).rules[found!.rule] as RuleMessage<unknown>;
      const { title, expected, remedy } = message.say(found!.data, format(language));
      for (const text of [title, expected, remedy]) {
        for (const name of ['SAS', 'KEY', 'CLIENT', 'TENANT']) expect(text).toContain(name);
        expect(text).not.toMatch(/[/+]/);
      }
    }
  });

  it.each(['permissions: id-token: write', 'role: //iam.googleapis.com/projects/…/providers/…'])(
    'for want of what the workflow or the ledger has to say is not told as a secret to be set: %s',
    (needed) => {
      const [found] = failing('credentials-missing', needed);
      for (const language of ['ja', 'en'] as const) {
        const message = messagesFor(language).rules[found!.rule] as RuleMessage<unknown>;
        const { title, expected, remedy } = message.say(found!.data, format(language));
        expect(expected).toBe(needed);
        expect(remedy).toMatch(/`id-token: write`|providers/);
        expect(`${title}${remedy}`).not.toMatch(/is not set|from a secret|設定されていません|シークレット/);
      }
    },
  );

  it.each([
    ['unauthorized', 'HTTP 403'],
    ['credentials-missing', 'A_KEY, A_SECRET'],
    ['host-not-named', 'minio.example'],
    ['blocked', '10.0.0.1'],
    ['timeout', null],
  ] as const)('because of %s is called a backup, since its name alone does not say so', (code, detail) => {
    const [found] = failing(code, detail);
    const titles = (['en', 'ja'] as const).map((language) => {
      const message = messagesFor(language).rules[found!.rule] as RuleMessage<unknown>;
      return message.say(found!.data, format(language)).title;
    });
    expect(titles[0]).toMatch(/^The backup db (?:could not be|was not) checked/);
    expect(titles[1]).toMatch(/^バックアップ db を確認(?:できませんでした|していません)/);
    if (code === 'credentials-missing') {
      expect(titles[0]).toContain('A_KEY and A_SECRET are not set');
      expect(titles[1]).toContain('A_KEY と A_SECRET が設定されていません');
    }
  });

  it('names the permission that is enough', () => {
    expect(failing('unauthorized')[0]?.data).toMatchObject({
      permission: { en: expect.stringContaining('s3:ListBucket') },
    });
  });

  it('is not asked for where the ledger does not know the place yet', () => {
    const [check] = backupProbe.plan(
      (() => {
        const text =
          'version: 1\nsite: { name: A, url: "https://a.example/" }\nreality: { backups: { db: { provider: s3, bucket: unknown, every: 24h } } }\n';
        const result = parseLedger(Buffer.from(text), { file: 'ledger.yml', now, ruleNames });
        if (!result.ok) throw new Error('not read');
        return result.parsed.ledger;
      })(),
    );
    const edge = { providers: { open: () => expect.unreachable() } };
    return expect(
      backupProbe.observe(check?.claim as never, edge as never, new AbortController().signal),
    ).rejects.toMatchObject({ code: 'not-said' });
  });
});
