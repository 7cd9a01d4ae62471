import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { ProbeFailure } from '../../src/edge/failure.ts';
import { contextOf, type JudgeInput, judgeContext } from '../../src/judge/judge.ts';
import { judgeLook } from '../../src/judge/judge-look.ts';
import { parseLedger } from '../../src/ledger/parse.ts';
import { planChecks } from '../../src/probes/index.ts';
import { ruleNames } from '../../src/rules/index.ts';

// A host that is down is the endpoint's to report; its certificate is then no second fault, however the place is written.

const now = Temporal.Instant.from('2026-11-01T00:00:00Z');

test.each([
  'https://www.example.jp/',
  'https://www.example.jp:8443/',
  'https://例え.jp/',
  'https://[2001:db8::1]/',
  'https://[2001:db8::1]:8443/',
])('nobody answers at %s', (url) => {
  const text = `version: 1\nsite: { name: A, url: "${url}" }\n`;
  const read = parseLedger(Buffer.from(text), { file: 'ledger.yml', now: now.toString(), ruleNames });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const outcome = { type: 'failed', failure: new ProbeFailure('refused') } as const;
  const planned = planChecks(read.parsed.ledger);
  const looked = planned.map((each) => ({ planned: each, observation: { check: each.check, outcome } }));
  const runs = { next: now, afterNext: now, by: 'every' };
  const context = judgeContext({
    parsed: read.parsed,
    now,
    runs,
    looked,
    dnsAnswered: true,
  } as unknown as JudgeInput);
  const findingsOf = (name: string) =>
    planned
      .filter(({ probe }) => probe.name === name)
      .flatMap((each) => judgeLook(each, { outcome }, context).findings)
      .map(({ rule, kind }) => `${kind} ${rule}`);
  expect(findingsOf('endpoint')).toEqual(['drift http/unreachable']);
  expect(findingsOf('certificate')).toEqual(['notice probe/failed']);
});

test('pages that answer through a proxy say nothing of what has to be asked without it', () => {
  const text = `version: 1
site: { name: A, url: "https://www.example.jp/" }
reality:
  endpoints: { home: { url: "https://www.example.jp/" } }
  dns: [{ name: www.example.jp, type: A, values: [203.0.113.10] }]
`;
  const read = parseLedger(Buffer.from(text), { file: 'ledger.yml', now: now.toString(), ruleNames });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const planned = planChecks(read.parsed.ledger).filter(({ probe }) =>
    ['endpoints', 'certificates', 'dns'].includes(probe.part),
  );
  const seen = { type: 'seen', fact: { visits: [], plain: null, silent: [] } } as const;
  const failed = { type: 'failed', failure: new ProbeFailure('timeout') } as const;
  const kinds = (proxy: string | null, dnsAnswered: boolean) => {
    const looked = planned.map((each) => {
      const outcome = each.probe.part === 'endpoints' ? seen : failed;
      return { planned: each, observation: { check: each.check, outcome } };
    });
    const runs = { next: now, afterNext: now, by: 'every' };
    const input = { parsed: read.parsed, now, runs, looked, dnsAnswered, proxy } as unknown as JudgeInput;
    const context = judgeContext(input);
    return planned
      .filter(({ probe }) => probe.part !== 'endpoints')
      .flatMap((each) => judgeLook(each, { outcome: failed }, contextOf(each, context, input)).findings)
      .map(({ kind, rule }) => `${kind} ${rule}`);
  };
  const unseen = 'notice probe/not-testable';
  expect(kinds('proxy.example:3128', false)).toEqual([unseen, unseen]);
  // A resolver within the network may have answered: nobody knows.
  expect(kinds('proxy.example:3128', true)).toEqual(['unknown probe/failed', 'unknown probe/failed']);
  expect(kinds(null, false)).not.toContain(unseen);
});
