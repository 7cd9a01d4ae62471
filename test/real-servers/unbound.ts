import { Resolver } from 'node:dns/promises';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type AnswerOptions, answersFor, fullName, writeZones } from './nsd.ts';
import { type Running, startServer } from './processes.ts';

const quiet = (folder: string) => `
  directory: "${folder}"
  pidfile: "${folder}/unbound.pid"
  username: ""
  chroot: ""
  use-syslog: no
  do-daemonize: no
  do-ip6: no
  num-threads: 1
  verbosity: 0`;

export interface ResolverOptions {
  readonly address: string;
  readonly port: number;
  /** The root's keys, as DNSKEY or DS records. */
  readonly anchors: readonly string[];
  /** Where each zone's servers are, as `address@port`: names do not lead to ports. */
  readonly servers: Readonly<Record<string, readonly string[]>>;
  /** Records that it answers with by itself, whatever the zones' own servers say. */
  readonly ownRecords: readonly string[];
}

/** Starts one Unbound that looks names up for others and checks signatures; its whole life stays inside `folder`. */
export async function startResolver(folder: string, options: ResolverOptions): Promise<Running> {
  const { address, port, anchors, servers, ownRecords } = options;
  await mkdir(folder, { recursive: true });
  const configuration = path.join(folder, 'unbound.conf');
  const owners = [...new Set(ownRecords.map((record) => record.split(' ')[0]!))];
  await writeFile(
    configuration,
    `
server:${quiet(folder)}
  interface: ${address}@${port}
  access-control: 127.0.0.0/8 allow
  do-not-query-localhost: no
  ede: yes
${anchors.map((anchor) => `  trust-anchor: "${anchor}"`).join('\n')}
${owners.map((owner) => `  local-zone: "${owner}" redirect`).join('\n')}
${ownRecords.map((record) => `  local-data: "${record}"`).join('\n')}
remote-control:
  control-enable: no
${Object.entries(servers)
  .map(
    ([zone, at]) =>
      `stub-zone:\n  name: "${zone}"\n  stub-first: no\n${at.map((each) => `  stub-addr: ${each}`).join('\n')}`,
  )
  .join('\n')}
`,
  );
  const resolver = new Resolver({ timeout: 1000, tries: 1 });
  resolver.setServers([`${address}:${port}`]);
  return startServer('unbound', ['-d', '-c', configuration], () =>
    resolver.resolveNs('.').then(
      () => true,
      () => false,
    ),
  );
}

/** Starts one Unbound that serves `zones` as their own server does, over TCP alone. */
export async function startOverTcp(
  folder: string,
  { addresses, port, zones }: AnswerOptions,
): Promise<Running> {
  await mkdir(folder, { recursive: true });
  const files = await writeZones(folder, zones);
  const configuration = path.join(folder, 'unbound.conf');
  await writeFile(
    configuration,
    `
server:${quiet(folder)}
  module-config: "iterator"
  do-udp: no
  access-control: 127.0.0.0/8 allow
${addresses.map((address) => `  interface: ${address}@${port}`).join('\n')}
remote-control:
  control-enable: no
${zones
  .map(
    (zone, index) =>
      `auth-zone:\n  name: "${fullName(zone)}"\n  zonefile: "${files[index]}"\n  for-downstream: yes\n  for-upstream: no`,
  )
  .join('\n')}
`,
  );
  return startServer('unbound', ['-d', '-c', configuration], answersFor({ addresses, port, zones }, 'tcp'));
}
