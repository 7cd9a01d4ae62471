import { ProbeFailure } from '../../edge/failure.ts';
import type { ProviderEdge, ProviderRequest } from '../../edge/provider-edge.ts';
import { objectOf } from '../reply.ts';
import { googleFailure } from './failure.ts';

/** Posts a request to one of Google's token services; the token is hidden from then on. @throws ProbeFailure */
export async function askForToken(
  request: Omit<ProviderRequest, 'method'>,
  member: 'access_token' | 'accessToken',
  edge: ProviderEdge,
  signal: AbortSignal,
): Promise<string> {
  const reply = await edge.send({ ...request, method: 'POST', grants: true }, signal);
  const failure = googleFailure(reply);
  if (failure !== null) throw failure;
  const token = objectOf(reply.json())[member];
  if (typeof token !== 'string' || token === '') throw new ProbeFailure('response-unexpected', member);
  edge.mask(token);
  return token;
}
