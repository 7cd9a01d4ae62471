import { createHash, createHmac, type Hmac } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import { describe, expect, it } from 'vitest';
import type { ProviderRequest } from '../../src/edge/provider-edge.ts';
import { type SigningScope, signed } from '../../src/providers/aws/signature.ts';

// Signatures at a fixed moment beside those of the library that AWS's own clients sign with.

const now = '2026-11-24T01:02:03.456Z';
const credentials = {
  accessKeyId: 'AKIAEXAMPLEEXAMPLE01',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  sessionToken: null,
};

class Sha256 {
  private readonly hash: Hmac | ReturnType<typeof createHash>;
  constructor(secret?: string | Uint8Array | ArrayBuffer | DataView) {
    this.hash =
      secret === undefined ? createHash('sha256') : createHmac('sha256', secret as string | Uint8Array);
  }
  update(data: Uint8Array | string): void {
    this.hash.update(data);
  }
  async digest(): Promise<Uint8Array> {
    return new Uint8Array(this.hash.digest());
  }
  reset(): void {}
}

/** What AWS's library signs, with the headers that ours signed. */
async function signatureOfAws(
  request: ProviderRequest,
  scope: SigningScope,
  sessionToken: string | null,
  headers: Readonly<Record<string, string>>,
): Promise<string> {
  const url = new URL(request.url);
  const signer = new SignatureV4({
    service: scope.service,
    region: scope.region,
    credentials: { ...credentials, sessionToken: sessionToken ?? undefined },
    sha256: Sha256 as never,
    uriEscapePath: scope.service !== 's3',
    applyChecksum: scope.service === 's3',
  });
  const { 'x-amz-date': _date, 'x-amz-security-token': _token, authorization: _signature, ...own } = headers;
  const query = [...url.searchParams].map(([name, value]): [string, string] => [name, value]);
  const { headers: theirs } = (await signer.sign(
    {
      method: request.method ?? 'GET',
      protocol: 'https:',
      hostname: url.hostname,
      path: url.pathname,
      query: Object.fromEntries(query),
      headers: { ...own, host: url.host },
      ...(request.body === undefined ? {} : { body: request.body }),
    } as never,
    // aws4fetch leaves the body's type unsigned; AWS asks for no more than host and its own headers.
    { signingDate: new Date(now), unsignableHeaders: new Set(['content-type']) },
  )) as unknown as { headers: Record<string, string> };
  return theirs.authorization ?? '';
}

const signatureIn = (authorization: string) => /Signature=([0-9a-f]{64})/.exec(authorization)?.[1];
const namesIn = (authorization: string) => /SignedHeaders=([^,]+)/.exec(authorization)?.[1];

const form = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };
const vectors: Record<string, readonly [ProviderRequest, SigningScope]> = {
  'a listing of S3': [
    {
      url: 'https://example-backups.s3.ap-northeast-1.amazonaws.com/?list-type=2&max-keys=1000&prefix=site-a%2F',
    },
    { service: 's3', region: 'ap-northeast-1' },
  ],
  'a prefix with spaces, plus and Japanese, and a token': [
    {
      url: 'https://s3.us-west-004.backblazeb2.com/b/?continuation-token=1ueG%2Bc%2F%3D&list-type=2&prefix=%E5%A4%9C%20a%2Bb%27%28',
    },
    { service: 's3', region: 'us-west-004' },
  ],
  'a store on a port of its own': [
    { url: 'https://minio.example.com:9000/b/?list-type=2&prefix=' },
    { service: 's3', region: 'us-east-1' },
  ],
  'a query of RDS': [
    {
      method: 'POST',
      url: 'https://rds.eu-central-1.amazonaws.com/',
      headers: form,
      body: 'Action=DescribeDBSnapshots&Version=2014-10-31&DBInstanceIdentifier=db1',
    },
    { service: 'rds', region: 'eu-central-1' },
  ],
  'a path that holds an encoded name': [
    {
      url: 'https://backup.ap-northeast-1.amazonaws.com/resources/arn%3Aaws%3Ards%3Aap-northeast-1%3A123456789012%3Adb%3Adb1/recovery-points?maxResults=1000',
    },
    { service: 'backup', region: 'ap-northeast-1' },
  ],
};

describe.each(Object.entries(vectors))('%s', (_name, [request, scope]) => {
  it.each([null, 'session-token+of/the=job'])(
    'is signed as AWS’s library signs it, with the token %s',
    async (token) => {
      const ours = await signed(request, scope, { ...credentials, sessionToken: token }, now);
      const headers = ours.headers ?? {};
      const theirs = await signatureOfAws(request, scope, token, headers);
      expect(namesIn(headers.authorization!)).toBe(namesIn(theirs));
      expect(signatureIn(headers.authorization!)).toBe(signatureIn(theirs));
      expect(headers['x-amz-date']).toBe('20261124T010203Z');
    },
  );
});
