import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { type FailureCode, ProbeFailure } from '../../src/edge/failure.ts';
import { judgeLook } from '../../src/judge/judge-look.ts';
import { parseLedger } from '../../src/ledger/parse.ts';
import { failures } from '../../src/messages/en/probe.ts';
import { type KnownCheck, planChecks, probes } from '../../src/probes/index.ts';
import type { JudgeContext, Outcome } from '../../src/probes/probe.ts';
import type { Finding } from '../../src/rules/finding.ts';
import { ruleNames } from '../../src/rules/index.ts';

// How a look ended without anything being seen is judged alike for every probe, whatever it looks at.

const now = Temporal.Instant.from('2026-11-01T00:00:00Z');
const text = `version: 1
site: { name: A, url: "https://a.example/" }
contacts:
  desk: { name: Desk, kind: desk, github: octo-org/oncall }
access: { server: { console: "https://panel.example/" } }
rollback: { runbook: "https://wiki.example/rollback" }
reality:
  endpoints: { home: { url: "https://a.example/" } }
  certificates: { a: { host: a.example, issuer: ["Let's Encrypt"] } }
  dns: [{ name: a.example, type: A, values: [203.0.113.1] }]
  mail: { a.example: { spf: required } }
  domains: { a.example: {} }
  backups: { daily: { provider: s3, bucket: example-backups, region: us-east-1, every: 24h } }
`;
const read = parseLedger(Buffer.from(text), { file: 'ledger.yml', now: now.toString(), ruleNames });
if (!read.ok) throw new Error(JSON.stringify(read.problems));
const { ledger } = read.parsed;

const context: JudgeContext = {
  ledger,
  now,
  zone: 'Asia/Tokyo',
  next: now,
  afterNext: now,
  scheduledBy: 'review.every',
  leadTimeDays: 14,
  anythingAnswered: true,
  unreachable: new Set(),
  mainEndpoints: new Set(),
  operator: null,
};
const blind = { ...context, anythingAnswered: false };
const claimed = planChecks(ledger);
/** One claim of each probe. */
const checks: readonly KnownCheck[] = probes.flatMap(
  (probe) => claimed.find((each) => each.probe === probe) ?? [],
);

const codes = Object.keys(failures).filter((code) => code !== 'crashed') as FailureCode[];
const failed = (code: FailureCode): Outcome<unknown> => ({
  type: 'failed',
  failure: new ProbeFailure(code, code === 'blocked' ? '10.0.0.1' : null),
});
const inShort = (findings: readonly Finding[]) => [
  ...new Set(findings.map(({ rule, kind }) => `${kind} ${rule}`)),
];

test('there is a claim for every probe', () => {
  expect(checks.map(({ probe }) => probe)).toEqual(probes);
});

describe.each(checks.map((each) => [`${each.probe.name} ${each.check.subject}`, each] as const))(
  '%s',
  (_name, each) => {
    const judge = (outcome: Outcome<unknown>, how = context) => judgeLook(each, { outcome }, how);

    test('a crash of ours is unknown, and a crash', () => {
      for (const how of [context, blind]) {
        const error = new Error('ours');
        const { findings, dates, crash } = judge({ type: 'crashed', error }, how);
        expect(inShort(findings)).toEqual(['unknown probe/failed']);
        expect(new Set(findings.map(({ data }) => (data as { code?: string }).code))).toEqual(
          new Set(['crashed']),
        );
        expect(dates).toEqual([]);
        expect(crash).toEqual({ error });
      }
    });

    test('a judge that crashes leaves the claim unknown', () => {
      // No probe expects such a fact.
      const fact = new Proxy(
        {},
        {
          get: () => {
            throw new Error('ours');
          },
        },
      );
      const { findings, crash } = judge({ type: 'seen', fact });
      if (crash !== null) expect(inShort(findings)).toEqual(['unknown probe/failed']);
      // A console that answered is fine whatever it said, and is not asked what.
      else expect(each.probe.part).toBe('access');
    });

    test.each(codes)('%s is never fine, and broken only where others answer', (code) => {
      const { findings, crash } = judge(failed(code));
      expect(crash).toBeNull();
      expect(findings).not.toEqual([]);
      for (const found of judge(failed(code), blind).findings) expect(found.kind).not.toBe('drift');
      const isNotice = [
        'no-ipv4',
        'no-ipv6',
        'port-25',
        'private-network',
        'no-permission',
        'behind-proxy',
      ].includes(code);
      const short = inShort(findings);
      if (code === 'blocked') expect(short).toEqual(['unknown probe/blocked']);
      else if (isNotice) expect(short).toEqual(['notice probe/not-testable']);
      else if (!short.some((one) => one.startsWith('drift ')) && code !== 'tls-failed') {
        expect(short.map((one) => one.split(' ')[0])).toEqual(['unknown']);
      }
    });

    test('a place that only a proxy leads out of cannot see it, and names the proxy', () => {
      const proxied = { ...blind, proxy: { name: 'proxy.example:3128', isOnlyWay: true } };
      for (const code of ['timeout', 'refused', 'name-unresolvable'] as const) {
        const { findings } = judge(failed(code), proxied);
        expect(inShort(findings)).toEqual(['notice probe/not-testable']);
        for (const { data } of findings) {
          expect(data).toMatchObject({ reason: 'behind-proxy', names: ['proxy.example:3128'] });
        }
      }
    });

    test('a place without any network says nothing of the site', () => {
      for (const code of ['timeout', 'refused', 'reset', 'no-route', 'name-not-found', 'no-ipv6'] as const) {
        const { findings } = judge(failed(code), blind);
        expect(inShort(findings)).toEqual(['unknown probe/failed']);
        for (const { data } of findings) expect(data).toMatchObject({ code: 'nothing-answered' });
      }
    });
  },
);

test('what answered with a fault of its own is the claim’s, where others answer', () => {
  const drifts = checks.flatMap((each) =>
    judgeLook(each, { outcome: failed('refused') }, context)
      .findings.filter(({ kind }) => kind === 'drift')
      .map(({ rule }) => rule),
  );
  expect([...new Set(drifts)].sort()).toEqual(['access/console-unreachable', 'http/unreachable']);
});
