import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { credentials } from '../../src/check/forms.ts';
import { openHttp } from '../../src/edge/http.ts';
import { openNetwork } from '../../src/edge/network.ts';
import { openProviders } from '../../src/edge/providers.ts';
import { openScrubber } from '../../src/edge/scrubber.ts';
import { openTls } from '../../src/edge/tls.ts';
import type { Listing } from '../../src/providers/provider.ts';
import { providers } from '../../src/providers/registry.ts';
import { issue, serverOf } from '../pki.ts';
import { freePort, type Running, startServer } from './processes.ts';

// Microsoft's emulator verifies signatures, and of tokens whom and when they are for; its official client fills it, and
// says what is there. Who gives tokens is played here: GitHub, and the directory that trusts it.

const account = 'examplebackups';
const key = Buffer.from('invented key of this test').toString('base64');
const host = `${account}.blob.core.windows.net`;
const tokenHost = 'login.microsoftonline.com';
const identityHost = 'run-actions-1.actions.githubusercontent.com';
const tenant = '11111111-2222-3333-4444-555555555555';
const identity = 'the-identity-of-the-job';
let directory: string;
let server: Running;
let port: number;
let tokens: https.Server;
/** What the directory gives for the job's identity. */
let given: string;
let root: string;

/** As much of the official client as is used here; it is a package of this suite alone. */
interface Container {
  create(): Promise<unknown>;
  uploadBlockBlob(name: string, body: string, length: number): Promise<unknown>;
  listBlobsFlat(options: { prefix: string }): AsyncIterable<{
    name: string;
    properties: { lastModified: Date; contentLength: number };
  }>;
}
let container: Container;

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'backups-'));
  const authority = await issue(null, { subject: 'CN=Store Test Root', ca: true });
  root = authority.pem;
  const names = [host, tokenHost, identityHost, '127.0.0.1'];
  const certificate = await serverOf(await issue(authority, { subject: 'CN=store', names }));
  await writeFile(path.join(directory, 'cert.pem'), certificate.cert);
  await writeFile(path.join(directory, 'key.pem'), certificate.key);

  port = await freePort('127.0.0.1');
  const script = path.join(import.meta.dirname, 'node_modules/azurite/dist/src/blob/main.js');
  server = await startServer(
    process.execPath,
    [
      ...[script, '--silent', '--disableTelemetry', '--skipApiVersionCheck', '--inMemoryPersistence'],
      ...['--blobHost', '127.0.0.1', '--blobPort', `${port}`, '--oauth', 'basic'],
      ...['--cert', path.join(directory, 'cert.pem'), '--key', path.join(directory, 'key.pem')],
    ],
    () =>
      new Promise((resolve) => {
        const asked = https.get({ host: '127.0.0.1', port, ca: root }, (answer) => {
          answer.resume();
          resolve(true);
        });
        asked.on('error', () => resolve(false));
      }),
    { AZURITE_ACCOUNTS: `${account}:${key}` },
  );

  tokens = https.createServer(certificate, async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const asked = `${request.method} ${request.headers.host}${request.url}`;
    if (asked.startsWith(`GET ${identityHost}/`)) {
      response.end(JSON.stringify({ value: identity }));
    } else if (
      asked === `POST ${tokenHost}/${tenant}/oauth2/v2.0/token` &&
      new URLSearchParams(body).get('client_assertion') === identity
    ) {
      response.end(JSON.stringify({ access_token: given }));
    } else {
      response.writeHead(400).end('{"error":"invalid_client"}');
    }
  });
  await new Promise<void>((resolve) => tokens.listen(0, '127.0.0.1', resolve));

  const { StorageSharedKeyCredential } = await officialClient();
  container = await containerFor(new StorageSharedKeyCredential(account, key));
  await container.create();
  for (const each of ['site-a/1 夜+&.gz', 'site-a/2.gz', 'site-b/3.gz', 'site c+d/4.gz']) {
    await container.uploadBlockBlob(each, each, Buffer.byteLength(each));
  }
});

afterAll(async () => {
  tokens.closeAllConnections();
  await new Promise((resolve) => tokens.close(resolve));
  await server.stop();
  await rm(directory, { recursive: true, force: true });
});

async function officialClient() {
  const name = '@azure/storage-blob';
  return (await import(name)) as {
    BlobServiceClient: new (
      url: string,
      credential: unknown,
      options: object,
    ) => { getContainerClient(name: string): Container };
    StorageSharedKeyCredential: new (account: string, key: string) => object;
  };
}

async function containerFor(credential: object): Promise<Container> {
  const { BlobServiceClient } = await officialClient();
  const options = { tlsOptions: { ca: root }, retryOptions: { maxTries: 1 } };
  return new BlobServiceClient(
    `https://127.0.0.1:${port}/${account}`,
    credential,
    options,
  ).getContainerClient('backups');
}

async function listed(from: Container, prefix: string): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const { name, properties } of from.listBlobsFlat({ prefix })) {
    all.push([name, properties.lastModified.getTime(), properties.contentLength]);
  }
  return all;
}

const factsOf = ({ points }: Listing) =>
  points.map(({ id, at, sizeBytes }) => [id, Date.parse(at ?? ''), sizeBytes]);

async function ask(environment: Readonly<Record<string, string>>, prefix = 'site-a/'): Promise<Listing> {
  const { port: tokenPort } = tokens.address() as AddressInfo;
  const to = (name: string, toPort: number) => ({ host: name, port: 443, toAddress: '127.0.0.1', toPort });
  const network = openNetwork({
    connectTo: [to(host, port), to(tokenHost, tokenPort), to(identityHost, tokenPort)],
    allowPrivate: false,
  });
  const resolve = async () => [{ address: '127.0.0.1', family: 4 as const }];
  const tls = openTls({ network, resolve, extraRoots: [root] });
  const http = openHttp({
    network,
    tls,
    resolve,
    userAgent: 'test/1',
    credentials: [],
    idleTimeoutMs: 10_000,
  });
  try {
    const { schema, load } = providers['azure-blob'];
    const { provider } = await load!();
    const target = schema.target.parse({ 'account-name': account, container: 'backups', prefix });
    const { edge } = openProviders({
      http,
      clock: { now: () => Temporal.Now.instant(), elapsedMs: () => 0, wait: async () => {} },
      environment: (variable) => environment[variable] ?? '',
      credentials: credentials.read('', 'credentials'),
      github: { apiUrl: 'https://api.github.com', repository: null, token: null },
      mask: () => {},
      scrubber: openScrubber(),
    }).open({
      provider: 'azure-blob',
      account: null,
      open: new Set(),
      written: new Set(),
      hosts: (own) => provider.hosts(target, own),
      role: null,
    });
    return await provider.listRestorePoints(target, edge, new AbortController().signal, { keep: null });
  } finally {
    tls.close();
    await http.close();
  }
}

describe('with the account’s key', () => {
  it('lists what the official client lists, and nothing with a wrong key', async () => {
    const ours = await ask({ AZURE_STORAGE_KEY: key });
    expect(factsOf(ours)).toEqual(await listed(container, 'site-a/'));
    expect(ours.points).toHaveLength(2);
    expect(ours.isPublic).toBe(false);
    const spaced = await ask({ AZURE_STORAGE_KEY: key }, 'site c+d/');
    expect(spaced.points.map(({ id }) => id)).toEqual(['site c+d/4.gz']);
    const wrong = Buffer.from('another key').toString('base64');
    await expect(ask({ AZURE_STORAGE_KEY: wrong })).rejects.toMatchObject({ code: 'unauthorized' });
  });

  it('reads two pages to the end, as the official client does', async () => {
    // The service gives 5000 at once and no more, whatever is asked for.
    const names = Array.from({ length: 5003 }, (_each, index) => `many/${String(index).padStart(4, '0')}.gz`);
    const queue = [...names];
    const worker = async () => {
      for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
        await container.uploadBlockBlob(name, name, name.length);
      }
    };
    await Promise.all(Array.from({ length: 8 }, worker));
    const ours = await ask({ AZURE_STORAGE_KEY: key }, 'many/');
    expect(ours.isComplete).toBe(true);
    // The newest of a series comes first; which of those of one second is left to chance.
    const byName = <T>(facts: readonly T[]) => facts.map((each) => JSON.stringify(each)).toSorted();
    expect(ours.points.map(({ id }) => id).toSorted()).toEqual(names);
    expect(byName(factsOf(ours))).toEqual(byName(await listed(container, 'many/')));
  }, 120_000);
});

describe('with the job’s own identity', () => {
  const job = {
    AZURE_CLIENT_ID: '66666666-7777-8888-9999-000000000000',
    AZURE_TENANT_ID: tenant,
    ACTIONS_ID_TOKEN_REQUEST_URL: `https://${identityHost}/77/idtoken?api-version=2.0`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'runner-token-of-this-job',
  };
  /** A token of the directory's, with a signature that nobody made: the emulator looks at the claims alone. */
  function token(claims: { aud?: string; iss?: string; exp?: number } = {}): string {
    const now = Math.floor(Date.now() / 1000);
    const all = {
      aud: 'https://storage.azure.com',
      iss: `https://sts.windows.net/${tenant}/`,
      ...{ iat: now - 60, nbf: now - 60, exp: now + 900 },
      ...claims,
    };
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    return `${part({ alg: 'RS256', typ: 'JWT' })}.${part(all)}.${Buffer.from('nobody').toString('base64url')}`;
  }

  it('lists what the official client lists with the same token', async () => {
    given = token();
    const credential = {
      getToken: async () => ({ token: given, expiresOnTimestamp: Date.now() + 900_000 }),
    };
    const theirs = await listed(await containerFor(credential), 'site-a/');
    const ours = await ask(job);
    expect(ours.points).toHaveLength(2);
    expect(factsOf(ours)).toEqual(theirs);
  });

  it.each([
    ['is for another service', { aud: 'https://management.azure.com' }],
    ['is of nobody that the service knows', { iss: 'https://directory.example/' }],
    ['has expired', { exp: Math.floor(Date.now() / 1000) - 30 }],
  ])('is refused, and no backup is said to be missing, where the token %s', async (_what, claims) => {
    given = token(claims);
    await expect(ask(job)).rejects.toMatchObject({ code: 'unauthorized' });
  });
});
