import { beforeAll, expect, test } from 'vitest';
import { type Month, openSimulation, type Simulation } from './world.ts';

// Outages that happened, told of the embedded world's site: what a check beforehand, or on the day, would have said.

let simulation: Simulation;
beforeAll(async () => {
  simulation = await openSimulation({ packetLost: 0, answerLate: 0, serverError: 0 });
});

const registered = (changes: object) => (month: Month) => {
  const [domain] = month.scene.registrations.rdap;
  month.scene.registrations.rdap[0] = { ...domain!, ...changes };
};

test.each<[what: string, change: (month: Month) => void, expected: readonly string[]]>([
  [
    'Marketo, July 2017: automatic renewal did not take place; seen in the last week before the end',
    registered({ expires: '2026-08-08T00:00:00Z' }),
    ['domain/expires-soon:aoba-seika.example warning'],
  ],
  [
    'the same, a week later: the registrar takes the name out of DNS',
    registered({ expires: '2027-07-30T00:00:00Z', statuses: ['client hold', 'auto renew period'] }),
    ['domain/on-hold:aoba-seika.example critical', 'domain/renewed-unconfirmed:aoba-seika.example warning'],
  ],
  [
    'Zoom, April 2025: the registry puts the name on hold by mistake',
    registered({ statuses: ['server hold', 'client transfer prohibited'] }),
    ['domain/on-hold:aoba-seika.example critical'],
  ],
  [
    'a name that was let go: deleted, and to be had back for some days yet',
    registered({ statuses: ['redemption period', 'pending delete'] }),
    ['domain/pending-delete:aoba-seika.example critical'],
  ],
  [
    'many sites, every month: a certificate that stopped renewing itself, told while it still works',
    ({ handshakes }) => {
      handshakes['www.aoba-seika.example'] = { ends: '2026-08-10T00:00:00Z', intermediate: true };
    },
    ['tls/renewal-overdue:www.aoba-seika.example critical'],
  ],
])('%s', async (_what, change, expected) => {
  const { findings } = await simulation.run(1, change);
  const told = findings.filter(({ kind }) => kind === 'drift' || kind === 'expiring');
  expect(told.map(({ id, severity }) => `${id} ${severity}`)).toEqual(expected);
});
