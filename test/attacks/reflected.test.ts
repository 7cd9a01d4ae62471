import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openValidator } from '../../fixtures/world/openapi.ts';
import { runAction } from '../../fixtures/world/runner.ts';
import { startWorld, type World } from '../../fixtures/world/world.ts';
import { inputsOf, key, secretsOf, shownBy, writings } from './canaries.ts';

// Every server that is asked answers with the secrets that the run was given, in every field that it has.

const validator = openValidator();
let world: World;
beforeAll(async () => {
  world = await startWorld({ language: 'en', validator });
});
afterAll(async () => {
  expect(world.github.violations).toEqual([]);
  await world.close();
});

function reflectEverywhere(write: (text: string) => string): void {
  world.setMonth(1);
  const { scene } = world;
  const all = secretsOf(world).map(write);
  const text = all.join(' ');
  const inUrl = all.map(encodeURIComponent).join('/');
  const html = text.replaceAll('&', '&amp;');
  const headers = {
    'strict-transport-security': `max-age=0; ${all[0]}`,
    'x-robots-tag': `noindex, ${all[1]}`,
    'set-cookie': `k=${all[2]!.replaceAll(/[;,=\s]/g, '')}`,
    server: all[3]!,
    'retry-after': all[4]!,
  };
  const body = `<title>${html}</title><meta name="robots" content="noindex ${html}"><p>${html}</p>`;
  const { pages } = scene.sites['www.aoba-seika.example']!;
  Object.assign(pages, {
    '/': { status: 503, body, headers },
    '/contact/': { body: JSON.stringify({ status: text, build: all[0] }), headers },
    [`/${inUrl}`]: { status: 404, body, headers },
  });
  Object.assign(scene.sites['shop.aoba-seika.example']!.pages, {
    '/': { redirect: `https://www.aoba-seika.example/${inUrl}?q=${inUrl}`, headers },
  });
  Object.assign(scene.sites['aoba-seika.example']!.plainPages, {
    '/': { redirect: `https://${key.toLowerCase()}.example/${inUrl}`, headers },
  });
  scene.records.push(
    { name: 'aoba-seika.example', type: 'TXT', ttl: 60, values: all.map((each) => `v=${each}`) },
    { name: 'aoba-seika.example', type: 'MX', ttl: 60, values: [`20 ${key.toLowerCase()}.example`] },
  );
  const [registration] = scene.registrations.rdap;
  Object.assign(registration!, {
    statuses: ['client hold', text],
    registrar: { name: text, ianaId: all[0] },
  });
  world.show();
  const [bucket] = Object.keys(world.store.buckets);
  world.store.buckets = {
    ...world.store.buckets,
    [bucket!]: all.map((each, at) => ({
      key: `database/${each}-2026-08-0${(at % 7) + 1}.sql.gz`,
      modified: '2026-07-01T00:00:00Z',
      size: 12,
    })),
  };
}

describe('a server that gives back what it was sent', () => {
  test.each(Object.entries(writings))('brings no secret into any output: %s', async (_name, write) => {
    reflectEverywhere(write);
    const ledger = world.files['ledger.yml']!.replace(
      'expect: { status: 200, contains: [Contact] }',
      'expect: { status: 200, json: { /status: ok, /build: "1" } }',
    );
    expect(ledger).toContain('/build');
    const run = await runAction({
      world,
      files: { ...world.files, 'ledger.yml': ledger },
      inputs: {
        retries: '0s',
        mode: 'handover',
        ...inputsOf(world),
      },
      event: { name: 'workflow_dispatch' },
      environment: { GITHUB_REF: 'refs/heads/main' },
    });
    const rules = new Set(run.report!.findings.map(({ rule }) => rule));
    // What was reflected was looked at and judged.
    expect([...rules]).toEqual(
      expect.arrayContaining(['http/json-differs', 'http/in-maintenance', 'domain/on-hold']),
    );
    expect(shownBy(world, run, write)).toEqual({ leaks: [], hasHidden: true });
  });
});
