import { createHmac } from 'node:crypto';
import { ProbeFailure } from '../../edge/failure.ts';
import type { ProviderEdge, ProviderReply } from '../../edge/provider-edge.ts';
import { isoOfHttpDate } from '../../protocols/http-date.ts';
import { hourMs } from '../../text/values.ts';
import type { FileChoice } from '../files/choice.ts';
import { pointsOfFiles } from '../files/points.ts';
import { pathOf, type StoredObject } from '../objects.ts';
import { readNamedPages } from '../pages.ts';
import type { ArchiveTier, BackupProvider } from '../provider.ts';
import { isReadableByAnyone } from '../public.ts';
import { failureOfStatus, numberOf, objectOf, textOf } from '../reply.ts';
import { type Element, readXml } from '../xml.ts';

interface AzureTarget extends FileChoice {
  readonly 'account-name': string;
  readonly container: string;
}

/**
 * Rehydration at standard priority takes up to 15 hours.
 * https://learn.microsoft.com/azure/storage/blobs/archive-rehydrate-overview
 */
const archive: ArchiveTier = { name: 'Archive', thawMs: 15 * hourMs };
const tokenHost = 'login.microsoftonline.com';

/**
 * Blobs below a prefix, each taken for one backup; its time is the last write.
 * https://learn.microsoft.com/rest/api/storageservices/list-blobs
 */
export const provider: BackupProvider<AzureTarget> = {
  hosts: (target) => [hostOf(target), tokenHost],

  async listRestorePoints(target, edge, signal) {
    const prove = await proofFor(target, edge, signal);
    let clock: string | null = null;
    const { items, isComplete } = await readNamedPages(async (marker) => {
      const query = new URLSearchParams({ comp: 'list', maxresults: '5000', restype: 'container' });
      if (target.prefix !== undefined) query.set('prefix', target.prefix);
      if (marker !== null) query.set('marker', marker);
      const fixed = {
        'x-ms-date': new Date(edge.now()).toUTCString(),
        'x-ms-version': '2021-12-02',
      };
      const { headers, more } = prove(query, fixed);
      // What is signed is a space; a `+` is one by the rules of HTML forms alone (RFC 3986 has none).
      const sent = query.toString().replaceAll('+', '%20');
      const url = `https://${hostOf(target)}/${target.container}?${sent}${more}`;
      const reply = await edge.send({ url, headers: { ...fixed, ...headers } }, signal);
      const failure = blobFailure(reply);
      if (failure !== null) throw failure;
      clock = reply.date ?? clock;
      const answer = readXml(reply.text);
      if (answer.name !== 'EnumerationResults')
        throw new ProbeFailure('response-unexpected', 'EnumerationResults');
      // Nothing of the page's tree is kept.
      const blobs = answer.children('Blobs', 'Blob').filter(isBlob).map(storedObject);
      return { items: blobs, next: answer.textAt('NextMarker') };
    });
    const listing = pointsOfFiles(items, target, 'modified');
    const [newest] = listing.points;
    const path = newest === undefined ? null : pathOf(newest.id);
    const url = path === null ? null : `https://${hostOf(target)}/${target.container}/${path}`;
    return {
      ...listing,
      isComplete,
      clock,
      evidence: 'existence',
      isPublic: url === null ? null : await isReadableByAnyone({ method: 'HEAD', url }, edge, signal),
      location: null,
      notes: ['failures-leave-no-trace'],
    };
  },
};

function hostOf(target: AzureTarget): string {
  return `${target['account-name']}.blob.core.windows.net`;
}

/** Accounts with a hierarchy list their directories too. */
function isBlob(entry: Element): boolean {
  return entry.textAt('Properties', 'ResourceType') !== 'directory';
}

function storedObject(blob: Element): StoredObject {
  const name = blob.textAt('Name');
  const at = isoOfHttpDate(blob.textAt('Properties', 'Last-Modified'));
  if (name === null || at === null) throw new ProbeFailure('response-unexpected', 'Blob');
  return {
    name,
    at,
    sizeBytes: numberOf(blob.textAt('Properties', 'Content-Length')),
    // Hot, cool and cold are read at once.
    tier: blob.textAt('Properties', 'AccessTier') === 'Archive' ? archive : null,
  };
}

type Fixed = Readonly<Record<string, string>>;
type Proof = (query: URLSearchParams, fixed: Fixed) => { readonly headers: Fixed; readonly more: string };

/** What each proof needs, the narrowest first. */
const proofs = [['AZURE_STORAGE_SAS_TOKEN'], ['AZURE_STORAGE_KEY'], ['AZURE_CLIENT_ID', 'AZURE_TENANT_ID']];

/** The narrowest proof at hand: a shared access signature, the account's key, the job's own identity. */
async function proofFor(target: AzureTarget, edge: ProviderEdge, signal: AbortSignal): Promise<Proof> {
  const signature = edge.variable('AZURE_STORAGE_SAS_TOKEN');
  if (signature !== null) {
    const query = signature.replace(/^\?/, '');
    // However a part of it may be written.
    for (const part of [query, new URLSearchParams(query).get('sig')]) if (part !== null) edge.mask(part);
    return () => ({ headers: {}, more: `&${query}` });
  }
  const key = edge.variable('AZURE_STORAGE_KEY');
  if (key !== null) {
    return (query, fixed) => ({ headers: { authorization: sharedKey(target, key, query, fixed) }, more: '' });
  }
  const token = await accessToken(edge, signal);
  return () => ({ headers: { authorization: `Bearer ${token}` }, more: '' });
}

/** https://learn.microsoft.com/rest/api/storageservices/authorize-with-shared-key */
function sharedKey(target: AzureTarget, key: string, query: URLSearchParams, fixed: Fixed): string {
  const account = target['account-name'];
  const lines = [
    `GET${'\n'.repeat(11)}`,
    ...Object.entries(fixed).map(([name, value]) => `${name}:${value}`),
    `/${account}/${target.container}`,
    ...[...query].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => `${name}:${value}`),
  ];
  const hash = createHmac('sha256', Buffer.from(key, 'base64')).update(lines.join('\n')).digest('base64');
  return `SharedKey ${account}:${hash}`;
}

/**
 * Trades GitHub's token for one of the application's.
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
 */
async function accessToken(edge: ProviderEdge, signal: AbortSignal): Promise<string> {
  const client = edge.variable('AZURE_CLIENT_ID');
  const tenant = edge.variable('AZURE_TENANT_ID');
  if (client === null && tenant === null) edge.firstVariables(...proofs);
  const ids = edge.variables('AZURE_CLIENT_ID', 'AZURE_TENANT_ID');
  const assertion = await edge.identityToken('api://AzureADTokenExchange', signal);
  if (assertion === null) throw new ProbeFailure('credentials-missing', 'permissions: id-token: write');
  const body = new URLSearchParams({
    client_id: ids.AZURE_CLIENT_ID,
    scope: 'https://storage.azure.com/.default',
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
  }).toString();
  const url = `https://${tokenHost}/${encodeURIComponent(ids.AZURE_TENANT_ID)}/oauth2/v2.0/token`;
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const reply = await edge.send({ method: 'POST', url, headers, body, grants: true }, signal);
  // An application that does not trust this job is answered with 400 as well as with 401.
  if (reply.status === 400) throw new ProbeFailure('unauthorized', 'HTTP 400');
  const failure = failureOfStatus(reply.status);
  if (failure !== null) throw failure;
  const token = textOf(objectOf(reply.json()).access_token);
  if (token === null) throw new ProbeFailure('response-unexpected', 'access_token');
  edge.mask(token);
  return token;
}

/** https://learn.microsoft.com/rest/api/storageservices/common-rest-api-error-codes */
function blobFailure(reply: ProviderReply): ProbeFailure | null {
  const code = reply.header('x-ms-error-code');
  if (code === 'ServerBusy') return new ProbeFailure('rate-limited', `HTTP ${reply.status} ServerBusy`);
  // Comes with 400 as well as with 401.
  if (code === 'InvalidAuthenticationInfo')
    return new ProbeFailure('unauthorized', `HTTP ${reply.status} InvalidAuthenticationInfo`);
  return failureOfStatus(reply.status, code);
}
