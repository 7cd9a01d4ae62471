import { ProbeFailure } from '../../edge/failure.ts';
import type { ProviderEdge } from '../../edge/provider-edge.ts';
import { objectOf } from '../reply.ts';
import { federatedToken, federationOfFile, federationOfRole } from './federation.ts';
import { tokenOfKey } from './key.ts';

/** The hosts that `accessToken` may speak to. */
export const tokenHosts: readonly string[] = [
  'sts.googleapis.com',
  'iamcredentials.googleapis.com',
  'oauth2.googleapis.com',
];

/**
 * The token in the environment, else one for the credentials in the file that it names; where there is neither and
 * the ledger names a `role`, one for the job's own identity.
 *
 * @param scope what derived tokens are good for
 * @throws ProbeFailure `credentials-missing`; as `federatedToken` and `tokenOfKey`
 */
export async function accessToken(scope: string, edge: ProviderEdge, signal: AbortSignal): Promise<string> {
  const given = edge.variable('CLOUDSDK_AUTH_ACCESS_TOKEN');
  if (given !== null) return given;
  const text = await edge.credentialsFile('GOOGLE_APPLICATION_CREDENTIALS', signal);
  if (text !== null) return tokenOfFile(text, scope, edge, signal);
  if (edge.role !== null) return federatedToken(federationOfRole(edge.role), scope, edge, signal);
  const [token] = edge.firstVariables(['GOOGLE_APPLICATION_CREDENTIALS'], ['CLOUDSDK_AUTH_ACCESS_TOKEN']);
  return token!;
}

async function tokenOfFile(
  text: string,
  scope: string,
  edge: ProviderEdge,
  signal: AbortSignal,
): Promise<string> {
  const file = objectOf(parsed(text), 'GOOGLE_APPLICATION_CREDENTIALS');
  if (file.type === 'service_account') return tokenOfKey(file, scope, edge, signal);
  if (file.type === 'external_account') return federatedToken(federationOfFile(file), scope, edge, signal);
  throw new ProbeFailure('response-unexpected', 'GOOGLE_APPLICATION_CREDENTIALS');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // No message of the parser's: it repeats parts of the text.
    return null;
  }
}
