import { ProbeFailure } from '../../edge/failure.ts';
import type { ProviderEdge } from '../../edge/provider-edge.ts';
import { readXml } from '../xml.ts';
import { awsFailure } from './failure.ts';
import { domainOf, regionForm } from './region.ts';

export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string | null;
}

/**
 * The keys in the environment; where there are none and the ledger names a `role`, that role's, taken on with the
 * job's own identity. Of a store that is not AWS's there is no role: its region is any word that the ledger wrote, and
 * would choose the host that the identity is shown to (`sts.s3.amazonaws.com` is somebody's bucket).
 *
 * @throws ProbeFailure `credentials-missing`; as `assumeRole`
 */
export async function awsCredentials(
  edge: ProviderEdge,
  region: string,
  signal: AbortSignal,
): Promise<AwsCredentials> {
  const accessKeyId = edge.variable('AWS_ACCESS_KEY_ID');
  const secretAccessKey = edge.variable('AWS_SECRET_ACCESS_KEY');
  if (accessKeyId === null && secretAccessKey === null && edge.role !== null && regionForm.test(region)) {
    return assumeRole(edge.role, edge, region, signal);
  }
  const keys = edge.variables('AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY');
  return {
    accessKeyId: keys.AWS_ACCESS_KEY_ID,
    secretAccessKey: keys.AWS_SECRET_ACCESS_KEY,
    sessionToken: edge.variable('AWS_SESSION_TOKEN'),
  };
}

/** The hosts that `awsCredentials` may speak to; none where the region is not one of AWS's. */
export function tokenServiceHosts(region: string): readonly string[] {
  if (!regionForm.test(region)) return [];
  return [`sts.${region}.${domainOf(region)}`];
}

/**
 * Trades GitHub's token for keys that last a quarter of an hour, without any signature.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
 *
 * @throws ProbeFailure `credentials-missing` where the job has no identity; `unauthorized` where AWS does not trust it
 */
async function assumeRole(
  role: string,
  edge: ProviderEdge,
  region: string,
  signal: AbortSignal,
): Promise<AwsCredentials> {
  const token = await edge.identityToken('sts.amazonaws.com', signal);
  if (token === null) throw new ProbeFailure('credentials-missing', 'permissions: id-token: write');
  const reply = await edge.send(
    {
      method: 'POST',
      url: `https://sts.${region}.${domainOf(region)}/`,
      headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
      body: new URLSearchParams({
        Action: 'AssumeRoleWithWebIdentity',
        Version: '2011-06-15',
        RoleArn: role,
        RoleSessionName: 'recovery-ledger',
        WebIdentityToken: token,
        DurationSeconds: '900',
      }).toString(),
      grants: true,
    },
    signal,
  );
  const failure = awsFailure(reply);
  if (failure !== null) throw failure;
  const answer = readXml(reply.text);
  const given = (name: string) => answer.textAt('AssumeRoleWithWebIdentityResult', 'Credentials', name);
  const [accessKeyId, secretAccessKey, sessionToken] = [
    given('AccessKeyId'),
    given('SecretAccessKey'),
    given('SessionToken'),
  ];
  if (accessKeyId === null || secretAccessKey === null || sessionToken === null) {
    throw new ProbeFailure('response-unexpected', 'AssumeRoleWithWebIdentity');
  }
  for (const secret of [accessKeyId, secretAccessKey, sessionToken]) edge.mask(secret);
  return { accessKeyId, secretAccessKey, sessionToken };
}
