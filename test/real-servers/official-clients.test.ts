import tls from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Listing } from '../../src/providers/provider.ts';
import { type ProviderName, providers } from '../../src/providers/registry.ts';
import type { Case, Exchange, ProviderCases } from '../providers/cases.ts';
import { openVendor, type Vendor } from '../providers/vendor.ts';

// The same answers, read by this program and by the vendors' own clients: Google's and Microsoft's.

const trusted = tls.getCACertificates('default');
const token = 'ya29.a0AExampleExampleExample';
let vendor: Vendor;
beforeAll(async () => {
  vendor = await openVendor();
  tls.setDefaultCACertificates([...trusted, vendor.root]);
});
afterAll(async () => {
  tls.setDefaultCACertificates(trusted);
  await vendor.close();
});

/** Where the clients are led to: they ask there what this program asks at the vendor's own host. */
const place = () => `localhost:${vendor.port}`;

/** Plays a situation of the contract suite: to this program, and the same answers at `place()` to a client. */
async function seenByUs(name: ProviderName, situation: 'ok' | 'two-pages'): Promise<Listing> {
  const { cases } = (await import(`../../fixtures/responses/${name}/cases.ts`)) as { cases: ProviderCases };
  const own = (cases.situations[situation] as Case).exchanges;
  const atPlace = own.map(
    ({ holds = [], sent: _sent, ...each }): Exchange => ({
      ...each,
      host: place(),
      // That a page is picked; which one is compared below, since each client encodes it in its own way.
      holds: holds.flatMap((text) => /^(?:pageToken|marker)=/.exec(text) ?? []),
      // The clients read an answer by its kind.
      headers: { 'content-type': name === 'azure-blob' ? 'application/xml' : 'application/json' },
    }),
  );
  vendor.play({ provider: name, now: cases.now, exchanges: [...own, ...atPlace] });
  const { schema, load } = providers[name];
  const { provider } = await load!();
  const target = schema.target.parse(cases.target);
  const hosts = (edge: Parameters<typeof provider.hosts>[1]) => provider.hosts(target, edge);
  const way = { provider: name, account: null, open: new Set<string>(), written: new Set<string>(), hosts };
  const { edge } = vendor.open(cases, way, cases.now);
  return provider.listRestorePoints(target, edge, new AbortController().signal, { keep: null });
}

/** What this program asked of a listing, and what the client did: these parameters of each request whose path ends so. */
function asked(ending: string, ...names: string[]): { readonly ours: unknown[]; readonly theirs: unknown[] } {
  const all = vendor.received.map(({ host, method, url }) => ({
    isTheirs: host === place(),
    method,
    url: new URL(url, `https://${host}`),
  }));
  const of = (isTheirs: boolean) =>
    all
      .filter((each) => each.isTheirs === isTheirs && each.url.pathname.endsWith(ending))
      .map(({ method, url }) => [method, url.pathname, ...names.map((name) => url.searchParams.get(name))]);
  return { ours: of(false), theirs: of(true) };
}

async function packageOf<T>(name: string): Promise<T> {
  return (await import(name)) as T;
}

/** As much of Google's clients as is used here; they are packages of this suite alone. */
interface Auth {
  setCredentials(credentials: { access_token: string }): void;
}
async function googleAuth(): Promise<Auth> {
  const { OAuth2Client } = await packageOf<{ OAuth2Client: new () => Auth }>('google-auth-library');
  const auth = new OAuth2Client();
  auth.setCredentials({ access_token: token });
  return auth;
}

const byId = (a: { id: unknown }, b: { id: unknown }) => (String(a.id) < String(b.id) ? -1 : 1);
const momentOf = (text: string | null | undefined) => (text == null ? null : new Date(text).toISOString());

describe.each(['ok', 'two-pages'] as const)('%s', (situation) => {
  it('objects of Google Cloud Storage: Google’s client sees the same', async () => {
    const ours = await seenByUs('gcs', situation);
    interface Stored {
      readonly metadata: { name: string; size: string; timeCreated: string };
    }
    const { Storage } = await packageOf<{
      Storage: new (
        options: object,
      ) => {
        bucket(name: string): { getFiles(query: object): Promise<[Stored[], object | null]> };
      };
    }>('@google-cloud/storage');
    const storage = new Storage({
      apiEndpoint: `https://${place()}`,
      useAuthWithCustomEndpoint: true,
      projectId: 'example-project',
      authClient: await googleAuth(),
      retryOptions: { autoRetry: false },
    });
    const files: Stored[] = [];
    let query: object | null = { prefix: 'site-a/', maxResults: 1000, autoPaginate: false };
    while (query !== null) {
      const [page, next] = await storage.bucket('example-backups').getFiles(query);
      files.push(...page);
      query = next;
    }
    expect(vendor.unanswered).toEqual([]);
    const theirs = files.map(({ metadata: { name, size, timeCreated } }) => ({
      id: name,
      at: momentOf(timeCreated),
      sizeBytes: Number(size),
    }));
    // The ledger's `suffix`.
    const objects = theirs.filter(({ id }) => id.endsWith('.sql.gz'));
    expect(objects.length).toBeGreaterThan(1);
    expect(
      ours.points.map(({ id, at, sizeBytes }) => ({ id, at: momentOf(at), sizeBytes })).toSorted(byId),
    ).toEqual(objects.toSorted(byId));
    const { ours: byUs, theirs: byClient } = asked('/o', 'prefix', 'maxResults', 'pageToken');
    expect(byUs).toHaveLength(situation === 'ok' ? 1 : 2);
    expect(byClient).toEqual(byUs);
  });

  it('backups of Cloud SQL: Google’s client sees the same', async () => {
    const ours = await seenByUs('google-cloud-sql', situation);
    interface Run {
      id?: string;
      status?: string;
      startTime?: string;
      endTime?: string;
      maxChargeableBytes?: string;
    }
    interface Sql {
      instances: {
        get(query: object): Promise<{
          data: {
            settings?: {
              backupConfiguration?: {
                enabled?: boolean;
                pointInTimeRecoveryEnabled?: boolean;
                location?: string;
              };
            };
            region?: string;
          };
        }>;
      };
      projects: {
        instances: {
          getLatestRecoveryTime(query: object): Promise<{ data: { latestRecoveryTime?: string } }>;
        };
      };
      backupRuns: { list(query: object): Promise<{ data: { items?: Run[]; nextPageToken?: string } }> };
    }
    const { sqladmin } = await packageOf<{ sqladmin(options: object): Sql }>('@googleapis/sqladmin');
    const sql = sqladmin({ version: 'v1', rootUrl: `https://${place()}/`, auth: await googleAuth() });
    const named = { project: 'example-project', instance: 'example-db' };
    const { settings, region } = (await sql.instances.get(named)).data;
    const backups = settings?.backupConfiguration;
    const theirs = [];
    if (backups?.pointInTimeRecoveryEnabled === true) {
      const { latestRecoveryTime } = (await sql.projects.instances.getLatestRecoveryTime(named)).data;
      theirs.push({ id: named.instance, rawState: null, at: momentOf(latestRecoveryTime) });
    }
    let pageToken: string | undefined;
    do {
      const { data } = await sql.backupRuns.list({ ...named, maxResults: 500, pageToken });
      for (const run of data.items ?? []) {
        theirs.push({
          id: run.id,
          rawState: run.status,
          at: momentOf(run.endTime),
          startedAt: momentOf(run.startTime),
          sizeBytes: Number(run.maxChargeableBytes),
        });
      }
      pageToken = data.nextPageToken;
    } while (pageToken !== undefined);
    expect(vendor.unanswered).toEqual([]);
    const told = ours.points.map(({ id, rawState, at, startedAt, sizeBytes }) => ({
      ...{ id, rawState, at: momentOf(at) },
      ...(startedAt === undefined ? {} : { startedAt: momentOf(startedAt), sizeBytes }),
    }));
    expect(told.length).toBeGreaterThan(1);
    expect(told.toSorted(byId)).toEqual(theirs.toSorted(byId));
    expect(ours.automatic).toBe(backups?.enabled === true ? 'on' : 'off');
    expect(ours.location).toBe(backups?.location ?? region);
    const { ours: byUs, theirs: byClient } = asked('/backupRuns', 'maxResults', 'pageToken');
    expect(byUs).toHaveLength(situation === 'ok' ? 1 : 2);
    expect(byClient).toEqual(byUs);
  });

  it('blobs of Azure: Microsoft’s client sees the same', async () => {
    const ours = await seenByUs('azure-blob', situation);
    interface Blob {
      name: string;
      properties: { lastModified: Date; contentLength: number };
    }
    const { ContainerClient, StorageSharedKeyCredential } = await packageOf<{
      ContainerClient: new (
        url: string,
        credential: object,
        options: object,
      ) => { listBlobsFlat(options: object): AsyncIterable<Blob> };
      StorageSharedKeyCredential: new (account: string, key: string) => object;
    }>('@azure/storage-blob');
    const credential = new StorageSharedKeyCredential('examplebackups', 'aW52ZW50ZWQ=');
    const client = new ContainerClient(`https://${place()}/backups`, credential, {
      retryOptions: { maxTries: 1 },
    });
    const theirs = [];
    for await (const { name, properties } of client.listBlobsFlat({ prefix: 'site-a/' })) {
      const { lastModified, contentLength } = properties;
      theirs.push({ id: name, at: lastModified.toISOString(), sizeBytes: contentLength });
    }
    expect(vendor.unanswered).toEqual([]);
    // What tools make so that a folder shows is no backup.
    const blobs = theirs.filter(({ id }) => !id.endsWith('/'));
    expect(blobs.length).toBeGreaterThan(1);
    expect(
      ours.points.map(({ id, at, sizeBytes }) => ({ id, at: momentOf(at), sizeBytes })).toSorted(byId),
    ).toEqual(blobs.toSorted(byId));
    const { ours: byUs, theirs: byClient } = asked('/backups', 'restype', 'comp', 'prefix', 'marker');
    expect(byUs).toHaveLength(situation === 'ok' ? 1 : 2);
    expect(byClient).toEqual(byUs);
  });
});
