import type { ProviderEdge, ProviderReply, ProviderRequest } from '../../edge/provider-edge.ts';
import { objectOf } from '../reply.ts';
import { type Element, readXml } from '../xml.ts';
import { awsCredentials, tokenServiceHosts } from './credentials.ts';
import { awsFailure } from './failure.ts';
import { domainOf, regionOf } from './region.ts';
import { sendSigned } from './signature.ts';

/** One of AWS's services in one region, asked with signed requests. */
export interface AwsService {
  /** An action of a service that takes forms and answers in XML: RDS, EC2. @throws ProbeFailure */
  query(version: string, parameters: Readonly<Record<string, string | null>>): Promise<Element>;
  /** An operation of a service that takes and gives JSON under a target's name: Lightsail. @throws ProbeFailure */
  call(operation: string, body: object): Promise<Readonly<Record<string, unknown>>>;
  /** A resource of a service that answers in JSON: AWS Backup. @throws ProbeFailure */
  read(path: string): Promise<Readonly<Record<string, unknown>>>;
  /** The service's clock at its last answer. */
  readonly clock: string | null;
}

/** The hosts of a service whose requests are signed: its own in the region, and those that give keys. */
export function serviceHosts(name: string, written: string | undefined, edge: ProviderEdge): string[] {
  const region = regionOf(written, edge);
  return [`${name}.${region}.${domainOf(region)}`, ...tokenServiceHosts(region)];
}

/** @throws ProbeFailure where there are no credentials or no region */
export async function openService(
  name: string,
  written: string | undefined,
  edge: ProviderEdge,
  signal: AbortSignal,
): Promise<AwsService> {
  const region = regionOf(written, edge);
  const base = `https://${name}.${region}.${domainOf(region)}/`;
  const credentials = await awsCredentials(edge, region, signal);
  let clock: string | null = null;

  async function ask(request: Omit<ProviderRequest, 'url'>, path = ''): Promise<ProviderReply> {
    const scope = { service: name, region };
    const reply = await sendSigned({ ...request, url: `${base}${path}` }, scope, credentials, edge, signal);
    const failure = awsFailure(reply);
    if (failure !== null) throw failure;
    clock = reply.date ?? clock;
    return reply;
  }

  return {
    async query(version, parameters) {
      const given = Object.entries(parameters).filter((each): each is [string, string] => each[1] !== null);
      const reply = await ask({
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
        body: new URLSearchParams([...given, ['Version', version]]).toString(),
      });
      return readXml(reply.text);
    },
    async call(operation, body) {
      const reply = await ask({
        method: 'POST',
        headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': operation },
        body: JSON.stringify(body),
      });
      return objectOf(reply.json());
    },
    async read(path) {
      return objectOf((await ask({}, path)).json());
    },
    get clock() {
      return clock;
    },
  };
}
