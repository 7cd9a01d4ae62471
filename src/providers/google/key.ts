import { sign } from 'node:crypto';
import { ProbeFailure } from '../../edge/failure.ts';
import type { ProviderEdge } from '../../edge/provider-edge.ts';
import { askForToken } from './token.ts';

const tokenUrl = 'https://oauth2.googleapis.com/token';

/**
 * Trades what a service account's key has signed for an access token (RFC 7523 §2.1).
 * https://developers.google.com/identity/protocols/oauth2/service-account#authorizingrequests
 *
 * @throws ProbeFailure `response-unexpected` where the file holds no such key; `unauthorized` where it is no longer good
 */
export async function tokenOfKey(
  file: Readonly<Record<string, unknown>>,
  scope: string,
  edge: ProviderEdge,
  signal: AbortSignal,
): Promise<string> {
  const { client_email: email, private_key: key, private_key_id: id, token_uri: uri = tokenUrl } = file;
  if (typeof key === 'string') edge.mask(key);
  if (typeof email !== 'string' || typeof key !== 'string' || uri !== tokenUrl) throw unusable();
  const issued = Math.floor(Date.parse(edge.now()) / 1000);
  const claims = { iss: email, scope, aud: tokenUrl, iat: issued, exp: issued + 900 };
  const header = { alg: 'RS256', typ: 'JWT', ...(typeof id === 'string' ? { kid: id } : {}) };
  const signed = [header, claims].map((each) => base64url(Buffer.from(JSON.stringify(each)))).join('.');
  const assertion = `${signed}.${base64url(signatureOf(signed, key))}`;
  edge.mask(assertion);
  const request = {
    url: tokenUrl,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion,
    }).toString(),
  };
  return askForToken(request, 'access_token', edge, signal);
}

function signatureOf(text: string, key: string): Buffer {
  try {
    return sign('RSA-SHA256', Buffer.from(text), key);
  } catch {
    // No message of OpenSSL's: it may speak of the key.
    throw unusable();
  }
}

function base64url(bytes: Buffer): string {
  return bytes.toString('base64url');
}

function unusable(): ProbeFailure {
  return new ProbeFailure('response-unexpected', 'GOOGLE_APPLICATION_CREDENTIALS');
}
