import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import {
  closingMarker,
  firstSeen,
  type IssueState,
  markerLimit,
  openingMarker,
  previousCheck,
  type RememberedFinding,
  readMarker,
  withoutMarkers,
} from '../../src/publish/marker.ts';
import { now } from '../documents/sample.ts';

function remembered(id: string, parts: Partial<RememberedFinding> = {}): RememberedFinding {
  return {
    id,
    rule: id.slice(0, id.indexOf(':')) as RememberedFinding['rule'],
    kind: 'unknown',
    severity: 'warning',
    cause: 'access',
    items: [8],
    part: 'dns',
    since: '2026-10-01T00:00:00Z',
    seenAt: '2026-11-01T00:00:00Z',
    deadline: null,
    party: null,
    line: 1,
    column: 1,
    excepted: false,
    unseen: false,
    title: 'タイトル --> <!-- @octocat',
    expected: null,
    observed: 'x',
    ...parts,
  };
}

const state: IssueState = {
  checkedAt: '2026-11-01T00:00:00Z',
  met: 8,
  findings: [
    remembered('probe/failed:a.example/A'),
    remembered('dns/record-differs:b.example/A', { looks: ['b.example/A', 'c.example'], seen: 'aBcD-_12' }),
  ],
  nextCheckAt: '2026-12-03T00:17:00Z',
  changes: { at: '2026-11-01T00:00:00Z', claims: 'aBcD-_12', lines: '', older: 3 },
  backups: {
    'db@db-*.sql.gz': {
      newest: '2026-10-31T03:00:00Z',
      bytes: 5_000_000,
      comes: true,
      isNew: true,
      place: 'aBcD-_12',
    },
  },
  comment: null,
  truncated: false,
};

const packed = (value: unknown) => {
  const json = typeof value === 'string' ? value : JSON.stringify(value);
  return `<!-- recovery-ledger:v1 ledger=${Buffer.from('ledger.yml').toString('base64')} state=${deflateRawSync(json).toString('base64')} -->`;
};

describe('round trip', () => {
  test('of paths and state', () => {
    for (const path of ['ledger.yml', 'sites/日本語 --> <!-- .yml', 'a b/ü.yml']) {
      const marker = openingMarker(path, state);
      expect(marker).toMatch(/^<!-- [A-Za-z0-9+/:=. -]+ -->$/);
      expect(marker.slice(4, -3)).not.toContain('--');
      expect(readMarker(`${marker}\n\ntext`, now)).toEqual({ ledger: path, state });
      expect(readMarker(`text\n${closingMarker(path)}\n`, now)).toEqual({ ledger: path, state: null });
    }
  });

  test('of a state too large: bounded, the most urgent kept', () => {
    const findings = Array.from({ length: 4000 }, (_, index) =>
      remembered(`probe/failed:host${(index * 7919) % 4001}.example/A`, { title: `${index}`.repeat(60) }),
    );
    const marker = openingMarker('ledger.yml', { ...state, findings });
    expect(marker.length).toBeLessThanOrEqual(markerLimit);
    const read = readMarker(marker, now)!.state!;
    expect(read.truncated).toBe(true);
    expect(read.findings.length).toBeGreaterThan(100);
    expect(read.findings[0]!.id).toBe(findings[0]!.id);
  });

  test('first seen by id', () => {
    expect(firstSeen(state).get('probe/failed:a.example/A')).toBe('2026-10-01T00:00:00Z');
    expect(firstSeen(null).size).toBe(0);
  });

  test('the check before, and what it announced; nothing where an older version wrote the marker', () => {
    const read = (each: object) =>
      previousCheck(readMarker(openingMarker('ledger.yml', each as IssueState), now)!.state);
    expect(read(state)?.at.toString()).toBe(state.checkedAt);
    expect(read(state)?.announced.toString()).toBe('2026-12-03T00:17:00Z');
    const { nextCheckAt: _, ...older } = state;
    expect(read(older)).toBeNull();
    expect(previousCheck(null)).toBeNull();
  });
});

describe('nonsense leaves the ledger readable and the state out', () => {
  test.each([
    ['no JSON', packed('{{{')],
    ['another shape', packed({ hello: 1 })],
    ['a time of the future', packed({ ...state, checkedAt: '2027-01-01T00:00:00Z' })],
    ['no time', packed({ ...state, checkedAt: 'yesterday' })],
    [
      'an unknown rule',
      packed({ ...state, findings: [remembered('x/y:z', { rule: 'x/y' as RememberedFinding['rule'] })] }),
    ],
    ['a bomb', packed(`"${'a'.repeat(5_000_000)}"`)],
    [
      'words in place of a digest',
      packed({ ...state, findings: [remembered('dns/record-differs:b.example/A', { seen: '<b>' })] }),
    ],
    ['garbage', packed(state).replace(/state=\S+/, 'state=AAAA')],
  ])('%s', (_name, body) => {
    expect(readMarker(body, now)).toEqual({ ledger: 'ledger.yml', state: null });
  });

  test.each([
    ['of an older version', undefined],
    ['of another shape', { at: '2026-11-01T00:00:00Z' }],
    ['with words in it', { ...state.changes, claims: '<b>@octocat' }],
    ['without end', { ...state.changes, lines: 'aaaaaaaa'.repeat(9999) }],
    ['that counts backwards', { ...state.changes, older: -1 }],
    ['of the future', { ...state.changes, at: '2027-01-01T00:00:00Z' }],
  ])('a history of changes %s is forgotten, and nothing else', (_name, changes) => {
    expect(readMarker(packed({ ...state, changes }), now)?.state).toEqual({ ...state, changes: null });
  });

  test('a finding first seen in the future is forgotten', () => {
    const late = remembered('probe/failed:b.example/A', { since: '2027-01-01T00:00:00Z' });
    const read = readMarker(packed({ ...state, findings: [...state.findings, late] }), now);
    expect(read?.state?.findings).toEqual(state.findings);
  });
});

describe('the marker is found wherever people moved it to', () => {
  const marker = closingMarker('ledger.yml');
  test.each([
    ['at the beginning', `${marker}\na note`],
    ['at the end', `a note\n${marker}`],
    ['in the middle', `text\n${marker}\ntext`],
    ['within a line', `see ${marker} of ours\ntext`],
    ['with GitHub’s line ends', `text\r\n${marker}\r\ntext`],
  ])('%s', (_name, body) => {
    expect(readMarker(body, now)?.ledger).toBe('ledger.yml');
  });

  test.each([
    ['in a quotation', `> ${marker}\ntext`],
    ['with an unreadable key', '<!-- recovery-ledger:v1 ledger=_w== -->'],
    ['of another version', marker.replace('v1', 'v2')],
    ['nowhere', ''],
  ])('but not %s', (_name, body) => {
    expect(readMarker(body, now)).toBeNull();
  });

  test('the one with the state counts, whichever comes first', () => {
    const body = `${marker}\ntext\n${openingMarker('ledger.yml', state)}`;
    expect(readMarker(body, now)?.state).toEqual(state);
  });

  test('what is without its markers is found no more', () => {
    const body = `${openingMarker('ledger.yml', state)}\n\ntext\n${marker}`;
    expect(withoutMarkers(body)).toBe('text');
  });
});
