import { beforeAll, expect, test } from 'vitest';
import { httpRules } from '../../src/rules/http.ts';
import { cases } from './http-cases.ts';
import { openWorld, type World } from './world.ts';

const nameOf = (host: string) => `${host}.web.example`;

let world: World;
beforeAll(async () => {
  world = await openWorld({
    hosts: cases.flatMap(({ served: _, hasSilentTwin = false, ...each }) => {
      const name = nameOf(each.host);
      return hasSilentTwin ? [{ ...each, name }, { name }] : [{ ...each, name }];
    }),
  });
  return world.stop;
});

for (const { host, path = '', expect: expected = '{}', finds, exit, curl } of cases) {
  test(`${host}: ${finds.join(', ') || 'nothing'}`, async () => {
    const url = `https://${nameOf(host)}/${path}`;
    const checked = await world.check(`endpoints:\n  page: { url: "${url}", expect: ${expected} }`);
    const found = checked.outcome.found.map((id) => id.replace(/@192\.0\.2\.\d+$/, '@another'));
    expect({ ...checked.outcome, found }, checked.stderr).toEqual({ found: finds, exit });
    expect(await world.askCurl(url)).toBe(curl);
  });
}

test('where nothing at all answers, nothing is said to be broken', async () => {
  const url = `https://${nameOf('well')}/`;
  const checked = await world.check(`endpoints: { page: { url: "${url}" } }`, [
    '--connect-to=*:*=127.0.2.250:9',
  ]);
  expect(checked.outcome, checked.stderr).toEqual({
    found: ['probe/failed:page', `probe/failed:${nameOf('well')}`],
    exit: 3,
  });
});

test('every rule about endpoints has a case', () => {
  const found = new Set(cases.flatMap(({ finds }) => finds.map((id) => id.split(':')[0])));
  expect([...found]).toEqual(expect.arrayContaining(Object.keys(httpRules)));
});
