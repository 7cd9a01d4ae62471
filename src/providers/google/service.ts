import type { ProviderEdge } from '../../edge/provider-edge.ts';
import { objectOf } from '../reply.ts';
import { accessToken } from './credentials.ts';
import { googleFailure } from './failure.ts';

/** One of Google Cloud's services, asked with an access token. */
export interface GoogleService {
  /** A resource, below the service's host. What is null is not asked for. @throws ProbeFailure */
  read(
    path: string,
    parameters?: Readonly<Record<string, string | null>>,
  ): Promise<Readonly<Record<string, unknown>>>;
  /** The service's clock at its last answer. */
  readonly clock: string | null;
}

/** @throws ProbeFailure where there are no credentials */
export async function openService(
  host: string,
  scope: string,
  edge: ProviderEdge,
  signal: AbortSignal,
): Promise<GoogleService> {
  const authorization = `Bearer ${await accessToken(`https://www.googleapis.com/auth/${scope}`, edge, signal)}`;
  let clock: string | null = null;
  return {
    async read(path, parameters = {}) {
      const given = Object.entries(parameters).filter((each): each is [string, string] => each[1] !== null);
      const query = given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
      const reply = await edge.send(
        { url: `https://${host}${path}${query}`, headers: { authorization } },
        signal,
      );
      const failure = googleFailure(reply);
      if (failure !== null) throw failure;
      clock = reply.date ?? clock;
      return objectOf(reply.json());
    },
    get clock() {
      return clock;
    },
  };
}
