import { ProbeFailure } from '../../edge/failure.ts';
import type { ProviderEdge } from '../../edge/provider-edge.ts';

/** How AWS names its regions; also those that are still to come. */
export const regionForm = /^[a-z]{2}(?:-[a-z]+){1,3}-\d{1,2}$/;

/** The region that the ledger names, else the environment's. @throws ProbeFailure `credentials-missing` */
export function regionOf(written: string | undefined, edge: ProviderEdge): string {
  const region = written ?? edge.variable('AWS_REGION') ?? edge.variable('AWS_DEFAULT_REGION');
  // It becomes part of a host's name.
  if (region !== null && regionForm.test(region)) return region;
  if (region === null) edge.variables('AWS_REGION');
  throw new ProbeFailure('response-unexpected', 'AWS_REGION');
}

/** The domain below which a region's services are; China's have one of their own. */
export function domainOf(region: string): string {
  return region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
}
