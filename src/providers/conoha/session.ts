import { ProbeFailure } from '../../edge/failure.ts';
import type { ProviderEdge } from '../../edge/provider-edge.ts';
import { failureOfStatus } from '../reply.ts';

export interface ConohaTarget {
  readonly region?: string;
  readonly server?: string;
  readonly volume?: string;
  readonly image?: string;
}

export const services = ['identity', 'block-storage', 'image-service'] as const;

export function regionOf({ region = 'c3j1' }: ConohaTarget): string {
  return region;
}

export function hostOf(service: (typeof services)[number], target: ConohaTarget): string {
  return `${service}.${regionOf(target)}.conoha.io`;
}

/** A token for a day. @throws ProbeFailure */
export async function logIn(
  target: ConohaTarget,
  edge: ProviderEdge,
  signal: AbortSignal,
): Promise<{ readonly token: string; readonly tenant: string }> {
  const [id = '', password = '', tenant = ''] = edge.firstVariables(
    ['OPENSTACK_USER_ID', 'OPENSTACK_PASSWORD', 'OPENSTACK_TENANT_ID'],
    ['OS_USER_ID', 'OS_PASSWORD', 'OS_PROJECT_ID'],
  );
  const identity = { methods: ['password'], password: { user: { id, password } } };
  const reply = await edge.send(
    {
      method: 'POST',
      url: `https://${hostOf('identity', target)}/v3/auth/tokens`,
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify({ auth: { identity, scope: { project: { id: tenant } } } }),
      grants: true,
    },
    signal,
  );
  const failure = failureOfStatus(reply.status);
  if (failure !== null) throw failure;
  const token = reply.header('x-subject-token');
  if (token === null) throw new ProbeFailure('response-unexpected', 'X-Subject-Token');
  edge.mask(token);
  return { token, tenant };
}
