import { beforeAll, describe, expect, test } from 'vitest';
import { isFull } from '../properties/runs.ts';
import { faults } from './faults.ts';
import { openSimulation, type Simulation } from './world.ts';

// Months of a network as it is: packets get lost, answers are late, servers stumble. A healthy site is never said to be
// broken; a real fault is always reported, and by its own name. A thousand of them by `npm run test:properties`.

const months = isFull ? 1000 : 60;
const weather = { packetLost: 0.01, answerLate: 0.01, serverError: 0.005 };

let simulation: Simulation;
beforeAll(async () => {
  simulation = await openSimulation(weather);
});

/** What follows from a fault and is a fault of its own to whoever meets it. */
const consequences: Readonly<Record<string, readonly string[]>> = {
  'dns/no-such-name': ['http/unreachable:shop'],
  // The record is claimed in words too, and its mail server is what SPF names.
  'mail/spf-permits-all': ['dns/record-differs:aoba-seika.example/TXT'],
  'mail/spf-too-many-lookups': ['dns/record-differs:aoba-seika.example/TXT'],
};

/** A page that is broken, and whose last answer was lost on the way, is down by another name. */
const lostOnTheWay: Readonly<Record<string, readonly string[]>> = {
  'http/server-error': ['http/unreachable'],
};

describe('many months', () => {
  test('of a healthy site: no drift, and hardly anything unseen', async () => {
    let looks = 0;
    const families = new Set<string>();
    const invented: string[] = [];
    const unseen: string[] = [];
    for (let month = 0; month < months; month += 1) {
      const report = await simulation.run(month);
      looks += report.observations.length;
      for (const { probe } of report.observations) families.add(probe);
      for (const { kind, id } of report.findings) {
        if (kind === 'unknown') unseen.push(`${month}: ${id}`);
        else if (kind !== 'notice') invented.push(`${month}: ${id}`);
      }
    }
    expect(invented).toEqual([]);
    expect(looks).toBeGreaterThan(months * 10);
    expect([...families].sort()).toEqual(
      expect.arrayContaining(['backup', 'certificate', 'dns', 'domain', 'endpoint', 'mail']),
    );
    expect(unseen.length / looks, unseen.join('\n')).toBeLessThanOrEqual(0.001);
  });

  test('with a fault each: it is reported, by its own rule', async () => {
    const missed: string[] = [];
    const misnamed: string[] = [];
    for (let month = 0; month < (isFull ? 200 : faults.length); month += 1) {
      const [rule, change] = faults[month % faults.length]!;
      const report = await simulation.run(10_000 + month, change);
      const told = report.findings.filter(({ kind }) => kind === 'drift' || kind === 'expiring');
      const names = [rule, ...(lostOnTheWay[rule] ?? [])];
      if (!told.some((each) => names.includes(each.rule))) missed.push(`${month}: ${rule}`);
      misnamed.push(
        ...told
          .filter((each) => !names.includes(each.rule) && !(consequences[rule] ?? []).includes(each.id))
          .map(({ id }) => `${month}: ${rule} brought ${id}`),
      );
    }
    expect(missed).toEqual([]);
    expect(misnamed).toEqual([]);
  });
});
