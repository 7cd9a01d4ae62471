import { X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { ServerCertificate } from './authority.ts';
import { type Pebble, startPebble } from './pebble.ts';
import { openWorld, type World } from './world.ts';

// Chains that nobody here made: issued over ACME by Pebble, served by nginx.

const names = ['whole.web.example', 'leaf-only.web.example', 'half.web.example', 'other.web.example'];
let world: World;
let issued: X509Certificate[];
beforeAll(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'recovery-ledger-acme-'));
  let pebble: Pebble | null = null;
  const stop = async () => {
    await pebble?.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    pebble = await startPebble(folder, 2);
    const hosts = [];
    for (const name of names) {
      const files = await pebble.issue([name === 'other.web.example' ? 'elsewhere.web.example' : name]);
      const chain = certificatesIn(await readFile(files.chain, 'utf8'));
      issued ??= chain;
      const sends = { 'leaf-only.web.example': 1, 'half.web.example': 2 }[name] ?? chain.length;
      hosts.push({ name, https: 'return 200 "Welcome";', served: await cut(files, chain.slice(0, sends)) });
    }
    world = await openWorld({ hosts, now: new Date(), root: pebble.root });
  } catch (error) {
    await stop();
    throw error;
  }
  return async () => {
    await world.stop();
    await stop();
  };
});

function certificatesIn(pem: string): X509Certificate[] {
  return pem.match(/-----BEGIN[\s\S]+?-----END CERTIFICATE-----/g)!.map((each) => new X509Certificate(each));
}

async function cut(
  { key }: ServerCertificate,
  chain: readonly X509Certificate[],
): Promise<ServerCertificate> {
  const file = key.replace('-key', '-sent');
  await writeFile(file, chain.map(String).join(''));
  return { chain: file, key };
}

const claim = (host: string) => `certificates:\n  it: { host: ${host}, renewal: automatic }`;

test('the chain is a leaf below two intermediates', () => {
  expect(issued).toHaveLength(3);
  expect(issued.map(({ ca }) => ca)).toEqual([false, true, true]);
});

test.each([
  ['whole.web.example', [], 0, 'ok'],
  // Pebble's certificates do not say where their issuer can be fetched: what is missing stays open.
  ['leaf-only.web.example', ['tls/untrusted-root'], 1, 'unable to verify the first certificate'],
  ['half.web.example', ['tls/untrusted-root'], 1, 'unable to get local issuer certificate'],
  ['other.web.example', ['tls/hostname-mismatch'], 1, 'hostname mismatch'],
])('%s: %s', async (host, rules, exit, openssl) => {
  const checked = await world.check(claim(host), ['--next-check=7d']);
  expect(checked.outcome, checked.stderr).toEqual({ found: rules.map((rule) => `${rule}:${host}`), exit });
  expect(await world.askOpenssl(host)).toBe(openssl);
});
