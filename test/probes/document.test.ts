import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, test } from 'vitest';
import type { Edge } from '../../src/edge/edge.ts';
import { ProbeFailure } from '../../src/edge/failure.ts';
import { parseLedger } from '../../src/ledger/parse.ts';
import { type DocumentFact, documentProbe } from '../../src/probes/document/index.ts';
import type { JudgeContext, Outcome } from '../../src/probes/probe.ts';
import { ruleNames } from '../../src/rules/index.ts';
import { type EdgeOptions, openServers } from '../edge/http-world.ts';
import { judged } from './judged.ts';

const servers = openServers();
afterEach(() => servers.close());

const now = Temporal.Instant.from('2026-11-01T00:00:00Z');

function ledgerOf(sections: string) {
  const text = `version: 1\nsite: { name: A, url: "https://a.example/" }\n${sections}`;
  const read = parseLedger(Buffer.from(text), { file: 'ledger.yml', now: now.toString(), ruleNames });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.parsed.ledger;
}

async function look(sections: string, options: EdgeOptions = {}, changes: Partial<JudgeContext> = {}) {
  const ledger = ledgerOf(sections);
  const edge = { http: await servers.edge(options) } as Edge;
  const context = {
    ledger,
    now,
    anythingAnswered: true,
    operator: null,
    ...changes,
  } as JudgeContext;
  const found = await Promise.all(
    documentProbe.plan(ledger).map(async (check) => {
      const outcome = await documentProbe.observe(check.claim, edge, new AbortController().signal).then(
        ({ fact }): Outcome<DocumentFact> => ({ type: 'seen', fact }),
        (failure): Outcome<DocumentFact> => {
          if (!(failure instanceof ProbeFailure)) throw failure;
          return { type: 'failed', failure };
        },
      );
      return judged(documentProbe, { check, outcome }, context).findings;
    }),
  );
  return found.flat().map(({ id, kind, items }) => `${kind} ${id} ${items.join()}`.trim());
}

const everywhere = (url: string) => `rollback: { runbook: "${url}" }
restore: { runbook: "${url}" }
access: { server: { runbook: "${url}" } }
entrance: { dns: { runbook: "${url}" } }
templates: { first-report: "${url}" }
`;
const answering = (status: number) =>
  servers.http((_request, response) => void response.writeHead(status).end());

describe('a page', () => {
  test.each([200, 204, 401, 403, 429])('that answers %i is there', async (status) => {
    expect(await look(everywhere(`http://127.0.0.1:${await answering(status)}/`))).toEqual([]);
  });

  test.each([404, 410])('that answers %i is not', async (status) => {
    expect(await look(everywhere(`http://127.0.0.1:${await answering(status)}/`))).toEqual([
      'drift runbook/not-found:rollback.runbook 5',
      'drift runbook/not-found:restore.runbook 6',
      'drift runbook/not-found:access.server.runbook',
      'drift runbook/not-found:entrance.dns.runbook 8',
      'drift template/not-found:templates.first-report 10',
    ]);
  });

  test('that fails cannot be read; of a template nobody knows', async () => {
    expect(await look(everywhere(`http://127.0.0.1:${await answering(503)}/`))).toEqual([
      'drift runbook/unreachable:rollback.runbook 5',
      'drift runbook/unreachable:restore.runbook 6',
      'drift runbook/unreachable:access.server.runbook',
      'drift runbook/unreachable:entrance.dns.runbook 8',
      'unknown probe/failed:templates.first-report 10',
    ]);
  });

  test('that nobody answers for is unknown, and not fine', async () => {
    const port = await servers.closedPort();
    const sections = `rollback: { runbook: "http://127.0.0.1:${port}/" }\n`;
    expect(await look(sections)).toEqual(['unknown probe/failed:rollback.runbook 5']);
    expect(await look(sections, {}, { anythingAnswered: false })).toEqual([
      'unknown probe/failed:rollback.runbook 5',
    ]);
  });

  test('in a place that the guard keeps closed is said so', async () => {
    expect(await look('rollback: { runbook: "http://10.1.2.3/" }\n', { allowPrivate: false })).toEqual([
      'unknown probe/blocked:rollback.runbook 5',
    ]);
  });
});

test('one look for each page, whose address no report shows; files are read elsewhere', () => {
  const checks = documentProbe.plan(ledgerOf(everywhere('https://wiki.example/?key=secret')));
  expect(checks.map(({ subject }) => subject)).toEqual(['rollback.runbook']);
  expect(documentProbe.plan(ledgerOf('rollback: { runbook: docs/rollback.md }\n'))).toEqual([]);
});

test('only what passing trouble may have caused is looked at again', () => {
  const isDoubted = (status: number) => documentProbe.needsConfirmation({} as never, { status });
  expect([200, 403, 404, 410, 429, 500, 503].filter(isDoubted)).toEqual([429, 500, 503]);
});
