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

// When a certificate's renewal is told, from its dates alone: nothing is looked at.

const read = parseLedger(Buffer.from('version: 1\nsite: { name: A, url: "https://a.example/" }\n'), {
  file: 'ledger.yml',
  now: '2026-11-23T00:00:00Z',
});
const day = 86_400_000;
const hour = 3_600_000;
const start = Temporal.Instant.from('2026-06-01T00:00:00Z');
const after = (ms: number) => start.add({ milliseconds: ms });

interface Situation {
  /** Of the certificate, from `start` on. */
  readonly lifetime: number;
  /** How old it is at the check. */
  readonly age: number;
  readonly organisation?: string;
  readonly claim?: Partial<CertificateClaim>;
  /** Days between two checks. */
  readonly every?: number;
  readonly others?: readonly { readonly lifetime: number; readonly from: number }[];
}

function judge({
  lifetime,
  age,
  organisation = 'Let’s Encrypt',
  claim = {},
  every = 7,
  others = [],
}: Situation) {
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
    next: now.add({ hours: 24 * (every + 2) }),
    afterNext: now.add({ hours: 24 * (2 * every + 2) }),
    scheduledBy: 'review.every',
    leadTimeDays: 14,
    anythingAnswered: true,
    unreachable: new Set(),
    mainEndpoints: new Set(),
    operator: null,
  };
  return {
    told: certificateProbe
      .judge(observation, context)
      .map(({ id, severity, kind }) => `${id} ${kind === 'notice' ? kind : severity}`),
    dates: certificateProbe
      .deadlines(observation, context)
      .map(({ at, what, finding }) => [what.type, at.toString(), finding]),
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
    ['45 days: overdue after 4.5 more', 45 * day, 30 * day, 34.5 * day],
    ['160 hours: due half-way, overdue after 16 hours more', 160 * hour, 80 * hour, 96 * hour],
    ['100 hours: overdue after 12 hours, not 10', 100 * hour, 50 * hour, 62 * hour],
    [
      '10 days and a second: due when a third is left',
      10 * day + 1000,
      (10 * day + 1000) * (2 / 3),
      (10 * day + 1000) * (2 / 3) + day + 100,
    ],
  ])('%s', (_name, lifetime, due, late) => {
    expect(dated({ lifetime, age: 0 })).toEqual([]);
    expect(dated({ lifetime, age: Math.round(due) })).toEqual([]);
    expect(dated({ lifetime, age: Math.round(late) })).toEqual([]);
    expect(dated({ lifetime, age: Math.round(late) + 1000 })[0]).toMatch(/^tls\/renewal-overdue/);
  });

  test('nothing is said however few days are left, as long as renewal is not due', () => {
    expect(dated({ lifetime: 45 * day, age: 29 * day, every: 31 })).toEqual([]);
    expect(dated({ lifetime: 160 * hour, age: 79 * hour, every: 31 })).toEqual([]);
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
    ['398 days, monthly', 398 * day, 31, false],
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
