import { expect, test } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { openSimulation, type Weather } from './world.ts';

// Places from which little or nothing can be seen: what could not be looked at is neither fine nor broken.

const clear: Weather = { packetLost: 0, answerLate: 0, serverError: 0 };
const kindsOf = (report: Report) => [...new Set(report.findings.map(({ kind }) => kind))].sort();

test('in clear weather everything is as the ledger says', async () => {
  const report = await (await openSimulation(clear)).run(1);
  expect(report.verdict).toBe('match');
  expect(kindsOf(report)).toEqual(['notice']);
});

test('nothing gets out: everything is unknown, nothing broken, and the text says whose fault it may be', async () => {
  const simulation = await openSimulation({ ...clear, blocked: ['dns-udp', 'dns-tcp', 'web'] });
  const report = await simulation.run(1);
  expect(report.verdict).toBe('incomplete');
  expect(kindsOf(report)).toEqual(['notice', 'unknown']);
  const unknown = report.findings.filter(({ kind }) => kind === 'unknown');
  // Every endpoint, certificate, record and mail domain, once each.
  expect(unknown).toHaveLength(report.observations.length);
  expect(unknown.every(({ observed }) => /nothing at all answered/.test(observed ?? ''))).toBe(true);
});

test('UDP 53 is blocked: DNS goes over TCP', async () => {
  const report = await (await openSimulation({ ...clear, blocked: ['dns-udp'] })).run(1);
  expect(report.verdict).toBe('match');
});

test('the web is out of reach while DNS answers: the site is what does not answer, and each is told once', async () => {
  const report = await (await openSimulation({ ...clear, blocked: ['web'] })).run(1);
  const drift = report.findings.filter(({ kind }) => kind === 'drift').map(({ id }) => id);
  expect(drift.sort()).toEqual([
    'http/unreachable:apex',
    'http/unreachable:contact-form',
    'http/unreachable:home',
    'http/unreachable:shop',
  ]);
  const unseen = report.findings.filter(({ rule }) => rule === 'probe/failed');
  // The certificates follow from the endpoints; the registries are nobody's fault here.
  expect(unseen.map(({ kind }) => kind).sort()).toEqual(['notice', 'notice', 'unknown', 'unknown']);
  // A site that is down on the day costs no item; registrations that nobody saw do.
  const missing = report.score?.items
    .filter(({ state }) => state !== 'met')
    .map(({ item, state }) => [item, state]);
  expect(missing).toEqual([[8, 'unknown']]);
});
