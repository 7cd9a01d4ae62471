import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openHttp } from '../../src/edge/http.ts';
import { openNetwork } from '../../src/edge/network.ts';
import { openProviders } from '../../src/edge/providers.ts';
import { openTls } from '../../src/edge/tls.ts';
import { readCredentials } from '../../src/inputs.ts';
import type { Listing } from '../../src/providers/provider.ts';
import { providers } from '../../src/providers/registry.ts';
import { issue, serverOf } from '../pki.ts';
import { freePort, type Running, startServer } from './processes.ts';

// Microsoft's emulator verifies signatures; its official client fills it, and says what is there.

const account = 'examplebackups';
const key = Buffer.from('invented key of this test').toString('base64');
const host = `${account}.blob.core.windows.net`;
let directory: string;
let server: Running;
let port: number;
let front: https.Server;
let root: string;

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'backups-'));
  port = await freePort('127.0.0.1');
  const script = path.join(import.meta.dirname, 'node_modules/azurite/dist/src/blob/main.js');
  const place = ['--blobHost', '127.0.0.1', '--blobPort', `${port}`, '--location', directory];
  server = await startServer(
    process.execPath,
    [script, '--silent', '--disableTelemetry', '--skipApiVersionCheck', ...place],
    () =>
      fetch(`http://127.0.0.1:${port}/`).then(
        () => true,
        () => false,
      ),
    { AZURITE_ACCOUNTS: `${account}:${key}` },
  );
  const authority = await issue(null, { subject: 'CN=Store Test Root', ca: true });
  root = authority.pem;
  const leaf = await issue(authority, { subject: 'CN=store', names: [host] });
  // The store speaks no TLS of its own: what comes is handed on as it is, the name that was signed included.
  front = https.createServer(await serverOf(leaf), ({ method, url, headers }, answer) => {
    request({ host: '127.0.0.1', port, method, path: url, headers }, (from) => {
      answer.writeHead(from.statusCode ?? 500, from.headers);
      from.pipe(answer);
    }).end();
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
});

afterAll(async () => {
  front.closeAllConnections();
  await new Promise((resolve) => front.close(resolve));
  await server.stop();
  await rm(directory, { recursive: true, force: true });
});

async function ask(secret: string, prefix = 'site-a/'): Promise<Listing> {
  const toPort = (front.address() as AddressInfo).port;
  const network = openNetwork({
    connectTo: [{ host: null, port: null, toAddress: '127.0.0.1', toPort }],
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
    const keys: Record<string, string> = { AZURE_STORAGE_KEY: secret };
    const { edge } = openProviders({
      http,
      clock: { now: () => Temporal.Now.instant(), elapsedMs: () => 0, wait: async () => {} },
      environment: (variable) => keys[variable] ?? '',
      credentials: readCredentials(''),
      github: { apiUrl: 'https://api.github.com', repository: null, token: null },
      mask: () => {},
    }).open({
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

/** As much of the official client as is used here; it is a package of this suite alone. */
interface Client {
  getContainerClient(name: string): {
    create(): Promise<unknown>;
    uploadBlockBlob(name: string, body: string, length: number): Promise<unknown>;
    listBlobsFlat(options: { prefix: string }): AsyncIterable<{
      name: string;
      properties: { lastModified: Date; contentLength: number };
    }>;
  };
}

it('lists what the official client lists, and nothing with a wrong key', async () => {
  const name = '@azure/storage-blob';
  const { BlobServiceClient, StorageSharedKeyCredential } = await import(name);
  const client: Client = new BlobServiceClient(
    `http://127.0.0.1:${port}/${account}`,
    new StorageSharedKeyCredential(account, key),
  );
  const container = client.getContainerClient('backups');
  await container.create();
  for (const each of ['site-a/1 夜+&.gz', 'site-a/2.gz', 'site-b/3.gz', 'site c+d/4.gz'])
    await container.uploadBlockBlob(each, each, Buffer.byteLength(each));
  const theirs: unknown[] = [];
  for await (const each of container.listBlobsFlat({ prefix: 'site-a/' })) {
    const { lastModified, contentLength } = each.properties;
    theirs.push([each.name, lastModified.getTime(), contentLength]);
  }
  const { points } = await ask(key);
  expect(points.map(({ id, at, sizeBytes }) => [id, Date.parse(at ?? ''), sizeBytes])).toEqual(theirs);
  expect(points).toHaveLength(2);
  expect((await ask(key, 'site c+d/')).points.map(({ id }) => id)).toEqual(['site c+d/4.gz']);
  const wrong = Buffer.from('another key').toString('base64');
  await expect(ask(wrong)).rejects.toMatchObject({ code: 'unauthorized' });
});
