import { beforeAll, expect, test } from 'vitest';
import { dnsRules } from '../../src/rules/dns.ts';
import { cases, ownRecords } from './dns-cases.ts';
import { type DnsWorld, openDnsWorld } from './dns-world.ts';

const usual = ['ns1.dns.example', 'ns2.dns.example'];

let world: DnsWorld;
beforeAll(async () => {
  world = await openDnsWorld({
    zones: cases.flatMap(({ zone, above = [] }) => [zone, above].flat()),
    ownRecords,
  });
  return world.stop;
});

for (const { zone, served, claim, reality, args, finds, exit, ask, delv, dig } of cases) {
  test(`${served}: ${finds.join(', ') || 'nothing'}`, async () => {
    const [name, type] = ask.split(' ') as [string, string];
    const checked = await world.check(reality ?? `dns:\n- ${claim}`, args);
    expect(checked.outcome, checked.stderr).toEqual({ found: finds, exit });
    if (delv !== null) expect(await world.askDelv(name, type)).toBe(delv);
    if (dig !== undefined) expect(await world.askDig(zone.delegation ?? usual, name, type)).toBe(dig);
  });
}

test('every rule about DNS has a case', () => {
  const found = new Set(cases.flatMap(({ finds }) => finds.map((id) => id.split(':')[0])));
  expect([...found]).toEqual(expect.arrayContaining(Object.keys(dnsRules)));
});
