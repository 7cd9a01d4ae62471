import { beforeAll, describe, expect, test } from 'vitest';
import { isFull } from '../properties/runs.ts';
import { type Month, openSimulation, type Simulation } from './world.ts';

// Months of a network as it is: packets get lost, answers are late, servers stumble. A healthy site is never said to be
// broken; a real fault is always reported, and by its own name. A thousand of them by `npm run test:properties`.

const months = isFull ? 1000 : 60;
const weather = { packetLost: 0.01, answerLate: 0.01, serverError: 0.005 };

let simulation: Simulation;
beforeAll(async () => {
  simulation = await openSimulation(weather);
});

/** Real faults, and the rule that each is to be told by. */
const faults: readonly (readonly [rule: string, change: (month: Month) => void])[] = [
  [
    'dns/record-differs',
    ({ scene }) => {
      scene.addresses['www.aoba-seika.example'] = ['203.0.113.20'];
    },
  ],
  [
    'dns/record-unexpected',
    ({ scene }) => void scene.addresses['www.aoba-seika.example']!.push('203.0.113.20'),
  ],
  [
    'dns/record-missing',
    ({ scene }) => remove(scene.records, ({ type, name }) => type === 'MX' && name.startsWith('aoba')),
  ],
  [
    'dns/no-such-name',
    ({ scene }) => {
      delete scene.addresses['shop.aoba-seika.example'];
    },
  ],
  [
    'dns/answers-disagree',
    ({ divergent }) => {
      divergent['ns2.namae-dns.example'] = (scene) => {
        scene.addresses['www.aoba-seika.example'] = ['203.0.113.20'];
      };
    },
  ],
  [
    'dns/lame-nameserver',
    ({ scene }) => {
      scene.nameServers['ns2.namae-dns.example'] = 'lame';
    },
  ],
  [
    'http/server-error',
    ({ scene }) => {
      scene.sites['www.aoba-seika.example']!.pages['/contact/'] = { status: 500 };
    },
  ],
  [
    'http/status-differs',
    ({ scene }) => {
      delete scene.sites['www.aoba-seika.example']!.pages['/contact/'];
    },
  ],
  [
    'http/text-missing',
    ({ scene }) => {
      scene.sites['www.aoba-seika.example']!.pages['/'] = { body: '<title>Welcome</title>' };
    },
  ],
  [
    'http/redirect-differs',
    ({ scene }) => {
      scene.sites['aoba-seika.example']!.plainPages['/'] = { redirect: 'https://shop.aoba-seika.example/' };
    },
  ],
  ['http/unreachable', ({ down }) => void down.add('shop.aoba-seika.example')],
  [
    'tls/incomplete-chain',
    ({ handshakes }) => {
      handshakes['www.aoba-seika.example'] = { intermediate: false };
    },
  ],
  [
    'tls/expired',
    ({ handshakes }) => {
      handshakes['shop.aoba-seika.example'] = { ends: '2026-08-01T00:00:00Z', intermediate: true };
    },
  ],
  [
    'tls/hostname-mismatch',
    ({ handshakes }) => {
      handshakes['shop.aoba-seika.example'] = { names: ['other.example'], intermediate: true };
    },
  ],
  [
    'tls/expires-soon',
    ({ handshakes }) => {
      handshakes['shop.aoba-seika.example'] = { ends: '2026-09-01T00:00:00Z', intermediate: true };
    },
  ],
  [
    'tls/renewal-overdue',
    ({ handshakes }) => {
      handshakes['www.aoba-seika.example'] = { ends: '2026-08-10T00:00:00Z', intermediate: true };
    },
  ],
  [
    'mail/spf-permits-all',
    text('aoba-seika.example', 'v=spf1 a:mail.aoba-seika.example -all', ['v=spf1 +all']),
  ],
  [
    'mail/spf-too-many-lookups',
    text('aoba-seika.example', 'v=spf1 a:mail.aoba-seika.example -all', [
      `v=spf1 ${'a:mail.aoba-seika.example '.repeat(11)}-all`,
    ]),
  ],
  ['mail/dmarc-missing', text('_dmarc.aoba-seika.example', 'v=DMARC1', [])],
  ['mail/dmarc-differs', text('_dmarc.aoba-seika.example', 'v=DMARC1', ['v=DMARC1; p=none'])],
  ['mail/dkim-missing', text('s1._domainkey.aoba-seika.example', 'v=DKIM1', [])],
  ['mail/dkim-revoked', text('s1._domainkey.aoba-seika.example', 'v=DKIM1', ['v=DKIM1; p='])],
  ['mail/dkim-invalid', text('s1._domainkey.aoba-seika.example', 'v=DKIM1', ['v=DKIM1; p=PASTE_KEY_HERE'])],
  [
    'mail/mx-invalid',
    ({ scene }) => {
      delete scene.addresses['mail.aoba-seika.example'];
    },
  ],
  ['domain/on-hold', registered({ statuses: ['client hold'] })],
  ['domain/pending-delete', registered({ statuses: ['pending delete'] })],
  ['domain/expired', registered({ expires: '2026-07-31T00:00:00Z' })],
  ['domain/expires-soon', registered({ expires: '2026-08-08T00:00:00Z' })],
  ['domain/registrar-differs', registered({ registrar: { name: 'Somebody Else Inc.', ianaId: '1' } })],
  [
    'domain/not-registered',
    ({ scene }) => {
      scene.registrations.rdap.length = 0;
    },
  ],
  ['domain/to-be-suspended', suspended('To be suspended')],
  [
    'backup/too-old',
    ({ scene }) => {
      scene.backups.lastNight = '2026-07-20T00:00:00Z';
    },
  ],
];

/** Another text record in place of the one that begins so. */
function text(name: string, begins: string, values: readonly string[]) {
  return ({ scene }: Month) => {
    const isMeant = (each: Month['scene']['records'][number]) =>
      each.name === name && each.type === 'TXT' && String(each.values[0]).startsWith(begins);
    const { ttl } = scene.records.find(isMeant)!;
    remove(scene.records, isMeant);
    if (values.length > 0) scene.records.push({ name, type: 'TXT', ttl, values });
  };
}

/** The registry tells something else of the main domain. */
function registered(changes: object) {
  return ({ scene: { registrations } }: Month) => {
    registrations.rdap[0] = { ...registrations.rdap[0]!, ...changes };
  };
}

/** The .jp domain is in another state. */
function suspended(state: Month['scene']['registrations']['jp'][number]['state']) {
  return ({ scene: { registrations } }: Month) => {
    registrations.jp[0] = { ...registrations.jp[0]!, state };
  };
}

/** What follows from a fault and is a fault of its own to whoever meets it. */
const consequences: Readonly<Record<string, readonly string[]>> = {
  'dns/no-such-name': ['http/unreachable:shop'],
  // The record is claimed in words too, and its mail server is what SPF names.
  'mail/spf-permits-all': ['dns/record-differs:aoba-seika.example/TXT'],
  'mail/spf-too-many-lookups': ['dns/record-differs:aoba-seika.example/TXT'],
};

function remove<T>(list: readonly T[], isGone: (each: T) => boolean): void {
  const mutable = list as T[];
  for (let index = mutable.length - 1; index >= 0; index -= 1) {
    if (isGone(mutable[index]!)) mutable.splice(index, 1);
  }
}

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
      if (!told.some((each) => each.rule === rule)) missed.push(`${month}: ${rule}`);
      misnamed.push(
        ...told
          .filter((each) => each.rule !== rule && !(consequences[rule] ?? []).includes(each.id))
          .map(({ id }) => `${month}: ${rule} brought ${id}`),
      );
    }
    expect(missed).toEqual([]);
    expect(misnamed).toEqual([]);
  });
});
