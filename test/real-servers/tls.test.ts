import { beforeAll, expect, test } from 'vitest';
import { tlsRules } from '../../src/rules/tls.ts';
import { cases } from './tls-cases.ts';
import { type Host, openWorld, type World } from './world.ts';

const nameOf = (host: string) => `${host}.web.example`;

let world: World;
beforeAll(async () => {
  const hosts = cases.flatMap(({ host, certificate, second, unnamed, https = '' }): Host[] => {
    const one = { name: nameOf(host), https: `${https} return 200 "Welcome";`, certificate, unnamed };
    return second === undefined ? [one] : [one, { ...one, certificate: second }];
  });
  world = await openWorld({ hosts });
  return world.stop;
});

for (const { host, claim, args, finds, exit, openssl, ...more } of cases) {
  test(`${host}: ${finds.join(', ') || 'nothing'}`, async () => {
    const reality = `certificates:\n  it: { host: ${nameOf(host)}, ${claim} }`;
    const checked = await world.check(reality, args);
    expect(checked.outcome, checked.stderr).toEqual({ found: finds, exit });
    const revocations = more.withRevocations === true ? world.withRevocations : [];
    expect(await world.askOpenssl(nameOf(host), revocations)).toBe(openssl);
    if (more.opensslUnnamed !== undefined) {
      expect(await world.askOpenssl(nameOf(host), ['-noservername'])).toBe(more.opensslUnnamed);
    }
  });
}

test('every rule about certificates has a case', () => {
  const found = new Set(cases.flatMap(({ finds }) => finds.map((id) => id.split(':')[0])));
  expect([...found]).toEqual(expect.arrayContaining([...Object.keys(tlsRules), 'schedule/too-rare']));
});
