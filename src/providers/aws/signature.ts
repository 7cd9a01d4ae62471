import { AwsV4Signer } from 'aws4fetch';
import type { ProviderEdge, ProviderReply, ProviderRequest } from '../../edge/provider-edge.ts';
import type { AwsCredentials } from './credentials.ts';

/** Where a signature is good for. Never guessed from the host: other stores than AWS's would get none. */
export interface SigningScope {
  readonly service: string;
  readonly region: string;
}

/**
 * The request with its signature of version 4.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 *
 * @param now ISO 8601
 */
export async function signed(
  request: ProviderRequest,
  scope: SigningScope,
  credentials: AwsCredentials,
  now: string,
): Promise<ProviderRequest> {
  const signer = new AwsV4Signer({
    method: request.method ?? 'GET',
    url: request.url,
    headers: { ...request.headers },
    body: request.body ?? null,
    accessKeyId: credentials.accessKeyId,
    secretAccessKey: credentials.secretAccessKey,
    ...(credentials.sessionToken === null ? {} : { sessionToken: credentials.sessionToken }),
    service: scope.service,
    region: scope.region,
    datetime: now.replace(/\.\d+/, '').replace(/[-:]/g, ''),
  });
  const { url, headers } = await signer.sign();
  return { ...request, url: url.href, headers: Object.fromEntries(headers) };
}

/** Signs a request and sends it. @throws ProbeFailure as `ProviderEdge.send` */
export async function sendSigned(
  request: ProviderRequest,
  scope: SigningScope,
  credentials: AwsCredentials,
  edge: ProviderEdge,
  signal: AbortSignal,
): Promise<ProviderReply> {
  return edge.send(await signed(request, scope, credentials, edge.now()), signal);
}
