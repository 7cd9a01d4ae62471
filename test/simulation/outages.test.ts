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
    'Mastercard, 2020 to 2025: a slip of the pen in one of the name servers, which anybody could have registered',
    ({ zoneChanges }) => {
      const slip = (name: string) => (name === 'ns2.namae-dns.example' ? 'ns2.namae-dn.example' : name);
      zoneChanges.push((zone) => ({
        ...zone,
        nameServers: zone.name === 'aoba-seika.example' ? zone.nameServers.map(slip) : zone.nameServers,
        records: zone.records.map((set) =>
          set.type === 'NS' && set.name === 'aoba-seika.example'
            ? { ...set, values: set.values.map((value) => slip(String(value))) }
            : set,
        ),
      }));
    },
    [
      'dns/delegation-differs:aoba-seika.example critical',
      'dns/nameserver-unresolvable:aoba-seika.example@ns2.namae-dn.example warning',
    ],
  ],
  [
    'docomokouza.jp, July 2023: let go of by mistake; it runs out with the month',
    ({ scene: { registrations } }) => {
      registrations.jp[0] = { ...registrations.jp[0]!, state: 'To be suspended', expires: '2026/08/31' };
    },
    ['domain/to-be-suspended:example.jp critical'],
  ],
  [
    'the same, August 2023: out of DNS, and to be had back until the 20th',
    ({ scene: { registrations } }) => {
      registrations.jp[0] = { ...registrations.jp[0]!, state: 'Suspended', expires: '2026/07/31' };
    },
    ['domain/pending-delete:example.jp critical'],
  ],
  [
    'many a move of servers: the new one leaves the intermediate certificate out',
    ({ handshakes }) => {
      handshakes['www.aoba-seika.example'] = { intermediate: false };
    },
    ['tls/incomplete-chain:www.aoba-seika.example warning'],
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
