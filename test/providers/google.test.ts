import { generateKeyPairSync, verify } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cases } from '../../fixtures/responses/gcs/cases.ts';
import { provider } from '../../src/providers/gcs/index.ts';
import { openVendor, type Vendor } from './vendor.ts';

// How whoever looks proves to Google who they are, beyond what the contract suite shows.

let vendor: Vendor;
const folder = mkdtempSync(path.join(tmpdir(), 'google-'));
beforeAll(async () => {
  vendor = await openVendor();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await vendor.close();
});

/** Plays one of the contract suite's cases, with another environment where one is given. */
async function ask(sentence: string, environment?: Record<string, string>, account: string | null = null) {
  const played = cases.more?.[sentence];
  if (played === undefined) throw new Error(`no case says: ${sentence}`);
  const { exchanges, expected: _, ...circumstances } = played;
  vendor.play({ provider: 'gcs', now: cases.now, exchanges });
  const target = { bucket: 'example-backups', prefix: 'site-a/' };
  const hosts = (own: Parameters<typeof provider.hosts>[1]) => provider.hosts(target, own);
  const way = {
    provider: 'gcs',
    account,
    open: new Set(['GOOGLE_APPLICATION_CREDENTIALS']),
    written: new Set<string>(),
    hosts,
  };
  const own = { ...cases, ...circumstances, ...(environment === undefined ? {} : { environment }) };
  const { edge } = vendor.open(own, way, cases.now);
  return provider.listRestorePoints(target, edge, new AbortController().signal, { keep: null });
}

function written(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text, { mode: 0o600 });
  return file;
}

it('signs so that the public half of the key proves it, for reading alone and a quarter of an hour', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const account = { type: 'service_account', client_email: 'ledger@example-project.iam.gserviceaccount.com' };
  const text = JSON.stringify({ ...account, private_key_id: 'example', private_key: key });
  await ask(
    'signs with the key of a service account',
    { GOOGLE_APPLICATION_CREDENTIALS: written('key.json', text) },
    'CLIENT_A',
  );

  const sent = vendor.received.find(({ host }) => host === 'oauth2.googleapis.com');
  const assertion = new URLSearchParams(sent?.body).get('assertion') ?? '';
  const [header = '', claims = '', signature = ''] = assertion.split('.');
  const proof = Buffer.from(signature, 'base64url');
  expect(verify('RSA-SHA256', Buffer.from(`${header}.${claims}`), publicKey, proof)).toBe(true);
  expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toEqual({
    iss: 'ledger@example-project.iam.gserviceaccount.com',
    scope: 'https://www.googleapis.com/auth/devstorage.read_only',
    aud: 'https://oauth2.googleapis.com/token',
    iat: Date.parse(cases.now) / 1000,
    exp: Date.parse(cases.now) / 1000 + 900,
  });
  for (const secret of [key, assertion, 'ya29.c.token-of-the-key']) {
    expect(vendor.masked.has(secret)).toBe(true);
  }
  expect(JSON.stringify(vendor.received)).not.toContain('PRIVATE KEY');
});

it('hides every token on the way to a service account', async () => {
  await ask('takes on a service account with the identity of the job');
  for (const secret of [
    'runner-token-of-this-job',
    'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJyZXBvIn0.c2ln',
    'ya29.d.federated-token-of-the-job',
    'ya29.c.token-of-the-account',
  ]) {
    expect([...vendor.masked]).toContain(secret);
  }
});

it.each([
  ['a folder', () => folder],
  ['a file that is larger than any with credentials', () => written('large.json', ' '.repeat(65_537))],
])('reads no credentials from %s, and names the variable', async (_, file) => {
  const environment = { GOOGLE_APPLICATION_CREDENTIALS: file() };
  const asked = ask('signs with the key of a service account', environment, 'CLIENT_A');
  await expect(asked).rejects.toMatchObject({
    code: 'credentials-missing',
    detail: 'CLIENT_A_GOOGLE_APPLICATION_CREDENTIALS',
  });
  expect(vendor.received).toEqual([]);
});
