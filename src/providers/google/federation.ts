import { ProbeFailure } from '../../edge/failure.ts';
import type { ProviderEdge } from '../../edge/provider-edge.ts';
import { objectOf } from '../reply.ts';
import { askForToken } from './token.ts';

/** An identity from outside Google, and what it becomes there. */
export interface Federation {
  /** The pool's provider that trusts the job: `//iam.googleapis.com/projects/…/providers/…`. */
  readonly provider: string;
  /** The audience that GitHub's token is made out to. */
  readonly audience: string;
  /** The service account that is taken on; null: the rights are the identity's own. */
  readonly account: string | null;
}

const providerForm =
  /^\/\/iam\.googleapis\.com\/projects\/\d{1,30}\/locations\/global\/workloadIdentityPools\/[a-z0-9-]{4,32}\/providers\/[a-z0-9-]{4,32}$/;
const accountForm = /^[a-z0-9][a-z0-9.-]*@[a-z0-9.-]+\.gserviceaccount\.com$/;
const exchange = 'https://sts.googleapis.com/v1/token';
const impersonation =
  /^https:\/\/iamcredentials\.googleapis\.com\/v1\/projects\/-\/serviceAccounts\/([^/:]{1,300}):generateAccessToken$/;

/**
 * What the ledger's `role` says: the provider's full name, and with ` as <email>` the service account behind it.
 *
 * @throws ProbeFailure `credentials-missing` for anything else
 */
export function federationOfRole(role: string): Federation {
  const [provider = '', account = null, ...more] = role.replace(/ +/g, ' ').split(' as ');
  const isRole =
    providerForm.test(provider) && (account === null || accountForm.test(account)) && more.length === 0;
  if (!isRole) {
    throw new ProbeFailure('credentials-missing', 'role: //iam.googleapis.com/projects/…/providers/…');
  }
  // What a provider takes unless it is set otherwise.
  return { provider, audience: `https:${provider}`, account };
}

/**
 * What a file of the type `external_account` says, as google-github-actions/auth writes it. Of its addresses only the
 * audience and the account's name are taken: a file leads nothing to any other host.
 * https://google.aip.dev/auth/4117
 *
 * @throws ProbeFailure `response-unexpected` where it is for another identity than GitHub's, or for other hosts
 */
export function federationOfFile(file: Readonly<Record<string, unknown>>): Federation {
  const source = objectOf(file.credential_source, fileName);
  const audience =
    typeof source.url === 'string' ? URL.parse(source.url)?.searchParams.get('audience') : null;
  const { audience: provider, service_account_impersonation_url: url = null } = file;
  const account = typeof url === 'string' ? impersonation.exec(url)?.[1] : null;
  const isKnown =
    file.token_url === exchange &&
    typeof provider === 'string' &&
    providerForm.test(provider) &&
    (url === null || (typeof account === 'string' && accountForm.test(account)));
  if (!isKnown || typeof audience !== 'string') throw new ProbeFailure('response-unexpected', fileName);
  return { provider: provider as string, audience, account: account ?? null };
}

const fileName = 'GOOGLE_APPLICATION_CREDENTIALS';

/**
 * Trades GitHub's token for an access token, and that, where an account is taken on, for one of the account's that
 * lasts a quarter of an hour.
 * https://cloud.google.com/iam/docs/reference/sts/rest/v1/TopLevel/token
 * https://cloud.google.com/iam/docs/reference/credentials/rest/v1/projects.serviceAccounts/generateAccessToken
 *
 * @throws ProbeFailure `credentials-missing` where the job has no identity; `unauthorized` where Google does not trust it
 */
export async function federatedToken(
  { provider, audience, account }: Federation,
  scope: string,
  edge: ProviderEdge,
  signal: AbortSignal,
): Promise<string> {
  const subjectToken = await edge.identityToken(audience, signal);
  if (subjectToken === null) throw new ProbeFailure('credentials-missing', 'permissions: id-token: write');
  const request = {
    url: exchange,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      audience: provider,
      grantType: 'urn:ietf:params:oauth:grant-type:token-exchange',
      requestedTokenType: 'urn:ietf:params:oauth:token-type:access_token',
      scope: account === null ? scope : 'https://www.googleapis.com/auth/cloud-platform',
      subjectTokenType: 'urn:ietf:params:oauth:token-type:jwt',
      subjectToken,
    }),
  };
  const token = await askForToken(request, 'access_token', edge, signal);
  if (account === null) return token;
  const asAccount = {
    url: `https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/${account}:generateAccessToken`,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ scope: [scope], lifetime: '900s' }),
  };
  return askForToken(asAccount, 'accessToken', edge, signal);
}
