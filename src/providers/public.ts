import { ProbeFailure } from '../edge/failure.ts';
import type { ProviderEdge, ProviderRequest } from '../edge/provider-edge.ts';

/** Whether somebody without any credentials gets what is there; null where that could not be seen. */
export async function isReadableByAnyone(
  request: ProviderRequest,
  edge: ProviderEdge,
  signal: AbortSignal,
): Promise<boolean | null> {
  try {
    const { status, isFromInternet } = await edge.send(request, signal);
    if (status === 200) return isFromInternet ? true : null;
    return status === 401 || status === 403 || status === 404 ? false : null;
  } catch (error) {
    if (signal.aborted || !(error instanceof ProbeFailure)) throw error;
    return null;
  }
}
