import { ProbeFailure } from '../../edge/failure.ts';
import type { ProviderEdge } from '../../edge/provider-edge.ts';

/** How Sakura Cloud names its zones: `is1a` … `is1c`, `tk1a`, `tk1b`, and those that are still to come. */
export const zoneForm = /^[a-z]{2}\d[a-z]$/;

/** The zone that the ledger names, else the environment's. @throws ProbeFailure `credentials-missing` */
export function zoneOf(written: string | undefined, edge: ProviderEdge): string {
  const [zone = ''] =
    written === undefined ? edge.firstVariables(['SAKURA_ZONE'], ['SAKURACLOUD_ZONE']) : [written];
  // It becomes part of a path.
  if (!zoneForm.test(zone)) throw new ProbeFailure('response-unexpected', 'SAKURA_ZONE');
  return zone;
}
