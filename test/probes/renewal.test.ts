import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { parseLedger } from '../../src/ledger/parse.ts';
import type {
  CertificateClaim,
  CertificateDescription,
  CertificateFact,
} from '../../src/probes/certificate/fact.ts';
import { certificateProbe } from '../../src/probes/certificate/index.ts';
import type { JudgeContext, Observation } from '../../src/probes/probe.ts';
import { ruleNames } from '../../src/rules/index.ts';
import { judged } from './judged.ts';

// When a certificate's renewal is told, from its dates alone: nothing is looked at.

const read = parseLedger(Buffer.from('version: 1\nsite: { name: A, url: "https://a.example/" }\n'), {
  file: 'ledger.yml',
  now: '2026-11-23T00:00:00Z',
  ruleNames,
});
const day = 86_400_000;
const hour = 3_600_000;
const start = '2026-06-01T00:00:00Z';

interface Situation {
  /** When the certificate begins; `start` if not said. */
  readonly begins?: string;
  readonly lifetime: number;
  /** How old it is at the check. */
  readonly age: number;
  readonly organisation?: string;
  readonly claim?: Partial<CertificateClaim>;
  /** Days between two checks. */
  readonly every?: number;
  /** Days until the first of them; as between two if not said. */
  readonly firstIn?: number;
  readonly others?: readonly { readonly lifetime: number; readonly from: number }[];
}

function judge({
  lifetime,
  age,
  organisation = 'Let’s Encrypt',
  claim = {},
  every = 7,
  others = [],
  begins = start,
  firstIn = every,
}: Situation) {
  const after = (ms: number) => Temporal.Instant.from(begins).add({ milliseconds: ms });
  const now = after(age);
  const leaf = (from: number, length: number, serial: string): CertificateDescription => ({
    subject: 'www.example',
    names: ['www.example'],
    issuerOrganisation: organisation,
    issuer: 'I1',
    serial,
    notBefore: after(from).toString(),
    notAfter: after(from + length).toString(),
    key: 'EC prime256v1',
    isWeakKey: false,
    signature: 'ecdsa-with-SHA256',
    isWeakSignature: false,
    isForServers: true,
    isNeeded: true,
    revocation: null,
  });
  const shown = (address: string, certificate: CertificateDescription) => ({
    address,
    end: {
      type: 'shown' as const,
      protocol: 'TLSv1.3',
      isOldProtocolOnly: false,
      oldProtocol: null,
      errorCode: null,
      matchesHost: true,
      uncovered: [],
      trust: { type: 'trusted', by: 'bundled' } as const,
      root: null,
      chain: [certificate],
    },
  });
  const fact: CertificateFact = {
    servers: [
      shown('203.0.113.1', leaf(0, lifetime, 'AA')),
      ...others.map((other, index) =>
        shown(`203.0.113.${index + 2}`, leaf(other.from, other.lifetime, `B${index}`)),
      ),
    ],
  };
  const observation: Observation<CertificateClaim, CertificateFact> = {
    check: {
      probe: 'certificate',
      subject: 'www.example',
      path: ['reality', 'certificates', 'www'],
      claim: {
        host: 'www.example',
        port: 443,
        starttls: null,
        names: [],
        issuers: [],
        renewal: null,
        leadTimeDays: null,
        renewsBeforeDays: null,
        mutual: false,
        ...claim,
      },
    },
    outcome: { type: 'seen', fact },
    from: null,
    startedAt: now,
    durationMs: 1,
    attempts: 1,
  };
  const context: JudgeContext = {
    ledger: (read as { parsed: { ledger: JudgeContext['ledger'] } }).parsed.ledger,
    now,
    zone: 'Asia/Tokyo',
    // As the contract counts it: the next run, and two days of slack.
    next: now.add({ milliseconds: Math.round((firstIn + 2) * day) }),
    afterNext: now.add({ milliseconds: Math.round((firstIn + every + 2) * day) }),
    scheduledBy: 'review.every',
    leadTimeDays: 14,
    anythingAnswered: true,
    unreachable: new Set(),
    mainEndpoints: new Set(),
    operator: null,
  };
  const { findings, dates } = judged(certificateProbe, observation, context);
  return {
    findings,
    told: findings.map(({ id, severity, kind }) => `${id} ${kind === 'notice' ? kind : severity}`),
    dates: dates.map(({ at, what, finding }) => [what.type, at.toString(), finding]),
  };
}

const overdue = (severity: string) => [`tls/renewal-overdue:www.example ${severity}`];
const soon = (severity: string) => [`tls/expires-soon:www.example ${severity}`];
const ahead = ['tls/renewal-ahead:www.example notice'];
const tooRare = 'schedule/too-rare:review.every@www.example notice';
/** The notice about the schedule has tests of its own. */
const dated = (situation: Situation) => judge(situation).told.filter((each) => each !== tooRare);

describe('renewed by itself', () => {
  // Lifetime, when renewal is due, when it is overdue: ages.
  test.each<[string, number, number, number]>([
    ['90 days: due on day 60, overdue after 5 more', 90 * day, 60 * day, 65 * day],
    ['64 days: overdue after 5 more', 64 * day, (64 * day * 2) / 3, (64 * day * 2) / 3 + 5 * day],
    ['a year: due on the 30th day before its end', 365 * day, 335 * day, 340 * day],
    ['101 days: as a year', 101 * day, 71 * day, 76 * day],
    ['100 days: due when a third is left', 100 * day, (100 * day * 2) / 3, (100 * day * 2) / 3 + 5 * day],
    ['45 days: overdue after 4.5 more', 45 * day, 30 * day, 34.5 * day],
    ['160 hours: due half-way, overdue after 16 hours more', 160 * hour, 80 * hour, 96 * hour],
    ['100 hours: overdue after 12 hours, not 10', 100 * hour, 50 * hour, 62 * hour],
    ['a second less than 10 days: due half-way', 10 * day - 1000, 5 * day - 500, 6 * day - 600],
    ['10 days: due when a third is left', 10 * day, (10 * day * 2) / 3, (10 * day * 2) / 3 + day],
    [
      '10 days and a second: due when a third is left',
      10 * day + 1000,
      (10 * day + 1000) * (2 / 3),
      (10 * day + 1000) * (2 / 3) + day + 100,
    ],
  ])('%s', (_name, lifetime, due, late) => {
    // Looked at again within the hour.
    const often = { lifetime, firstIn: -2 + 1 / 24 };
    expect(dated({ ...often, age: 0 })).toEqual([]);
    expect(dated({ ...often, age: Math.round(due) })).toEqual([]);
    expect(dated({ ...often, age: Math.round(late) })).toEqual([]);
    expect(dated({ ...often, age: Math.round(late) + 1000 })[0]).toMatch(/^tls\/renewal-overdue/);
  });

  test('nothing is said however few days are left, as long as renewal is not due', () => {
    expect(dated({ lifetime: 45 * day, age: 29 * day, every: 31 })).toEqual([]);
    expect(dated({ lifetime: 160 * hour, age: 79 * hour, every: 31 })).toEqual([]);
  });

  test('what is due, and ends before the next run, is a warning', () => {
    expect(dated({ lifetime: 45 * day, age: 30 * day, every: 31 })).toEqual(overdue('warning'));
    expect(dated({ lifetime: 45 * day, age: 30 * day - 1000, every: 31 })).toEqual([]);
    expect(dated({ lifetime: 45 * day, age: 30 * day, every: 12 })).toEqual([]);
    expect(dated({ lifetime: 45 * day, age: 34.6 * day, every: 31 })).toEqual(overdue('critical'));
  });

  test('is critical where it ends before the next run, or where a person has too little time', () => {
    // 90 days: overdue with 24 days left.
    expect(dated({ lifetime: 90 * day, age: 66 * day, every: 7 })).toEqual(overdue('warning'));
    expect(dated({ lifetime: 90 * day, age: 66 * day, every: 21 })).toEqual(overdue('warning'));
    expect(dated({ lifetime: 90 * day, age: 66 * day, every: 22 })).toEqual(overdue('critical'));
    expect(dated({ lifetime: 90 * day, age: 76 * day, every: 7 })).toEqual(overdue('warning'));
    expect(dated({ lifetime: 90 * day, age: 76 * day + 1000, every: 7 })).toEqual(overdue('critical'));
    const claim = { leadTimeDays: 3 };
    expect(dated({ lifetime: 90 * day, age: 76 * day + 1000, every: 7, claim })).toEqual(overdue('warning'));
  });

  test('Amazon renews 45 days before the end; a claim says when others do', () => {
    const amazon = { lifetime: 198 * day, organisation: 'Amazon' };
    expect(dated({ ...amazon, age: 158 * day })).toEqual([]);
    expect(dated({ ...amazon, age: 158 * day + 1000 })).toEqual(overdue('warning'));
    const claim = { renewal: 'automatic', renewsBeforeDays: 20 } as const;
    expect(dated({ lifetime: 90 * day, age: 75 * day, claim })).toEqual([]);
    expect(dated({ lifetime: 90 * day, age: 75 * day + 1000, claim })).toEqual(overdue('warning'));
  });
});

describe('renewed by hand', () => {
  const byHand = { lifetime: 199 * day, claim: { renewal: 'manual', leadTimeDays: 21 } } as const;
  // The last day to start is day 178.
  test('is told by the last run before the last day to start', () => {
    expect(dated({ ...byHand, age: 178 * day - 33 * day, every: 31 })).toEqual(soon('warning'));
    expect(dated({ ...byHand, age: 178 * day, every: 31 })).toEqual(soon('warning'));
    expect(dated({ ...byHand, age: 178 * day + 1000, every: 31 })).toEqual(soon('critical'));
  });

  test('is a notice one run earlier, and nothing before that', () => {
    expect(dated({ ...byHand, age: 178 * day - 33 * day - 1000, every: 31 })).toEqual(ahead);
    expect(dated({ ...byHand, age: 178 * day - 64 * day, every: 31 })).toEqual(ahead);
    expect(dated({ ...byHand, age: 178 * day - 64 * day - 1000, every: 31 })).toEqual([]);
  });

  test('takes the ledger’s lead time where the claim has none', () => {
    const claim = { renewal: 'manual' } as const;
    expect(dated({ lifetime: 199 * day, age: 185 * day, every: 7, claim })).toEqual(soon('warning'));
    expect(dated({ lifetime: 199 * day, age: 185 * day + 1000, every: 7, claim })).toEqual(soon('critical'));
  });
});

describe('where the ledger does not say how', () => {
  test.each([
    ["Let's Encrypt", true],
    ['Let’s Encrypt', true],
    ['Google Trust Services', true],
    ['Google Trust Services LLC', true],
    ['ZeroSSL GmbH', true],
    ['Amazon', true],
    ['DigiCert Inc', false],
    ['Sectigo Limited', false],
    ['Cybertrust Japan Co., Ltd.', false],
    ['Not Let’s Encrypt', false],
  ])('%s', (organisation, isAutomatic) => {
    const types = judge({ lifetime: 199 * day, age: 0, organisation }).dates.map(([type]) => type);
    expect(types).toContain(isAutomatic ? 'certificate-renewal-due' : 'certificate-deadline');
  });
});

describe('a schedule that is too rare', () => {
  test.each<[string, number, number, boolean]>([
    ['90 days, monthly', 90 * day, 31, true],
    ['90 days, weekly', 90 * day, 7, false],
    ['64 days, weekly', 64 * day, 7, false],
    ['45 days, weekly', 45 * day, 7, true],
    ['45 days, daily', 45 * day, 1, false],
    ['198 days of Amazon, monthly', 198 * day, 31, false],
    ['398 days, monthly', 398 * day, 31, true],
    ['398 days, each fortnight', 398 * day, 14, false],
  ])('%s', (name, lifetime, every, isTooRare) => {
    const organisation = name.includes('Amazon') ? 'Amazon' : 'Let’s Encrypt';
    expect(judge({ lifetime, age: day, every, organisation }).told.includes(tooRare)).toBe(isTooRare);
  });

  test('is no matter where people renew', () => {
    expect(
      judge({ lifetime: 90 * day, age: day, every: 31, claim: { renewal: 'manual' } }).told,
    ).not.toContain(tooRare);
  });
});

test('the certificate that ends first counts, of those that have not ended', () => {
  const renewed = { lifetime: 90 * day, from: 60 * day };
  expect(judge({ lifetime: 90 * day, age: 70 * day, others: [renewed] }).told).toEqual([
    'tls/addresses-disagree:www.example warning',
    ...overdue('warning'),
  ]);
  expect(dated({ lifetime: 90 * day, age: 62 * day, others: [renewed] })).toEqual([]);
  expect(judge({ lifetime: 90 * day, age: 91 * day, others: [renewed] }).told).toEqual([
    'tls/expired:www.example critical',
  ]);
});

test('the dates ahead name the finding that speaks of them', () => {
  expect(judge({ lifetime: 90 * day, age: 10 * day }).dates).toEqual([
    ['certificate-ends', '2026-08-30T00:00:00Z', null],
    ['certificate-renewal-due', '2026-07-31T00:00:00Z', null],
  ]);
  expect(judge({ lifetime: 90 * day, age: 66 * day }).dates[0]?.[2]).toBe('tls/renewal-overdue:www.example');
});

describe('how often would do', () => {
  const dataOf = (situation: Situation) =>
    judge(situation).findings.find(({ rule }) => rule === 'schedule/too-rare')?.data;

  // The last run that is soon enough: a week and the slack of two days before the end, after renewal is overdue.
  test.each<[string, number, number, number]>([
    ['90 days', 90 * day, 16, 90],
    ['64 days', 64 * day, 7, 64],
    ['60 days', 60 * day, 6, 60],
    ['45 days', 45 * day, 1, 45],
    ['160 hours', 160 * hour, 1, 7],
  ])('%s', (_name, lifetime, everyDays, lifetimeDays) => {
    const rare = { lifetime, age: hour, every: everyDays + 1 };
    expect(dataOf(rare)).toMatchObject({ everyDays, lifetimeDays, host: 'www.example', port: 443 });
    // What the notice asks for is enough.
    expect(dataOf({ ...rare, every: everyDays })).toBeUndefined();
  });

  test('the day of 25 hours is a day', () => {
    expect(dataOf({ lifetime: 160 * hour, age: hour, every: 25 / 24 })).toBeUndefined();
  });

  test('the longer of the two spans ahead counts', () => {
    const short = { lifetime: 90 * day, age: hour };
    expect(dataOf({ ...short, firstIn: 1, every: 7 })).toBeUndefined();
    expect(dataOf({ ...short, firstIn: 1, every: 31 })).toMatchObject({ everyDays: 16 });
    expect(dataOf({ ...short, firstIn: 31, every: 7 })).toMatchObject({ everyDays: 16 });
  });

  test('the claim’s own time of renewal counts', () => {
    const claim = { renewal: 'automatic', renewsBeforeDays: 60 } as const;
    expect(dataOf({ lifetime: 90 * day, age: hour, every: 31, claim })).toBeUndefined();
    expect(
      dataOf({ lifetime: 90 * day, age: hour, every: 7, claim: { ...claim, renewsBeforeDays: 7 } }),
    ).toMatchObject({ everyDays: 1 });
  });

  test('the schedule is spoken of, not the certificate', () => {
    const [finding] = judge({ lifetime: 90 * day, age: day, every: 31 }).findings;
    expect(finding).toMatchObject({
      id: 'schedule/too-rare:review.every@www.example',
      subject: 'review.every',
      kind: 'notice',
      items: [],
      deadline: null,
    });
  });
});

describe('who says how it is renewed', () => {
  const inferred = (situation: Situation) =>
    (judge(situation).findings[0]?.data as { isInferred?: boolean } | undefined)?.isInferred;

  test('the ledger, before the issuer', () => {
    const hand = { renewal: 'manual' } as const;
    const itself = { renewal: 'automatic' } as const;
    const late = { lifetime: 90 * day, age: 80 * day };
    expect(dated({ ...late, claim: hand })).toEqual(soon('critical'));
    expect(dated({ ...late, organisation: 'DigiCert Inc', claim: itself })).toEqual(overdue('critical'));
    expect(dated({ ...late, organisation: 'Amazon', claim: hand })).toEqual(soon('critical'));
    // Amazon's own time of renewal is Amazon's alone, and the ledger may say otherwise.
    const amazon = { lifetime: 198 * day, organisation: 'Amazon', age: 170 * day };
    expect(dated(amazon)).toEqual(overdue('warning'));
    expect(dated({ ...amazon, claim: { ...itself, renewsBeforeDays: 20 } })).toEqual([]);
    expect(dated({ ...amazon, organisation: 'DigiCert Inc', age: 132 * day, claim: itself })).toEqual([]);
  });

  test('a guess is said to be one', () => {
    const late = { lifetime: 90 * day, age: 80 * day };
    expect(inferred(late)).toBe(true);
    expect(inferred({ ...late, organisation: 'DigiCert Inc' })).toBe(true);
    expect(inferred({ ...late, claim: { renewal: 'automatic' } })).toBe(false);
    expect(inferred({ ...late, claim: { renewal: 'manual' } })).toBe(false);
  });
});

describe('dates that people read', () => {
  test('a leap year has its day', () => {
    const leap = { begins: '2027-12-01T00:00:00Z', lifetime: 90 * day, age: 30 * day };
    expect(judge(leap).dates).toEqual([
      ['certificate-ends', '2028-02-29T00:00:00Z', null],
      ['certificate-renewal-due', '2028-01-30T00:00:00Z', null],
    ]);
    const hand = { renewal: 'manual', leadTimeDays: 1 } as const;
    expect(judge({ ...leap, lifetime: 91 * day, claim: hand }).dates).toEqual([
      ['certificate-ends', '2028-03-01T00:00:00Z', null],
      ['certificate-deadline', '2028-02-29T00:00:00Z', null],
    ]);
    const common = { ...leap, begins: '2026-12-01T00:00:00Z' };
    expect(judge(common).dates[0]?.[1]).toBe('2027-03-01T00:00:00Z');
  });

  test('renewed by hand: the last day to start, and what speaks of it', () => {
    const claim = { renewal: 'manual', leadTimeDays: 21 } as const;
    const datesAt = (age: number) => judge({ lifetime: 199 * day, age, every: 31, claim }).dates;
    const at = { ends: '2026-12-17T00:00:00Z', deadline: '2026-11-26T00:00:00Z' };
    const ids = [null, 'tls/renewal-ahead:www.example', 'tls/expires-soon:www.example'];
    for (const [index, age] of [100 * day, 120 * day, 150 * day].entries()) {
      expect(datesAt(age)).toEqual([
        ['certificate-ends', at.ends, ids[index]],
        ['certificate-deadline', at.deadline, ids[index]],
      ]);
    }
  });

  test('findings name the day', () => {
    const [late] = judge({ lifetime: 90 * day, age: 66 * day }).findings;
    expect(late).toMatchObject({ data: { dueAt: '2026-07-31T00:00:00Z', notAfter: '2026-08-30T00:00:00Z' } });
    expect(late?.deadline?.toString()).toBe('2026-08-30T00:00:00Z');
    const claim = { renewal: 'manual' } as const;
    const [hand] = judge({ lifetime: 90 * day, age: 80 * day, claim }).findings;
    expect(hand).toMatchObject({ data: { renewBy: '2026-08-16T00:00:00Z', isPast: true } });
  });

  test('what has ended has no date ahead', () => {
    const { told, dates } = judge({ lifetime: 90 * day, age: 90 * day });
    expect(told).toEqual(['tls/expired:www.example critical']);
    expect(dates).toEqual([]);
    expect(judge({ lifetime: 90 * day, age: 90 * day - 1000 }).told).toEqual(overdue('critical'));
  });

  test('fractions of a second neither hide nor invent anything', () => {
    // A third of the lifetime is no whole second here.
    const lifetime = 64 * day + 1000;
    for (const age of [40 * day, 43 * day, 49 * day]) {
      for (const [, at] of judge({ lifetime, age }).dates) expect(at).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    }
    expect(dated({ lifetime, age: 48 * day })).toEqual(overdue('warning'));
  });
});

test('a renewal that reached one of two addresses is told with the one that it missed', () => {
  const renewed = { lifetime: 90 * day, from: 61 * day };
  const { findings, dates } = judge({ lifetime: 90 * day, age: 66 * day, others: [renewed] });
  const certificates = (findings[0]?.data as { certificates?: unknown } | undefined)?.certificates;
  expect(certificates).toEqual([
    { addresses: ['203.0.113.1'], serial: 'AA', notAfter: '2026-08-30T00:00:00Z' },
    { addresses: ['203.0.113.2'], serial: 'B0', notAfter: '2026-10-30T00:00:00Z' },
  ]);
  expect(findings[0]?.deadline?.toString()).toBe('2026-08-30T00:00:00Z');
  // The one that ends first is the one to count on, at whichever address.
  const earlier = { lifetime: 90 * day, from: -5 * day };
  expect(judge({ lifetime: 90 * day, age: day, others: [earlier] }).dates[0]?.[1]).toBe(
    '2026-08-25T00:00:00Z',
  );
  expect(dates[0]).toEqual(['certificate-ends', '2026-08-30T00:00:00Z', 'tls/renewal-overdue:www.example']);
});
