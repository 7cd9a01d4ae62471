import { Resolver } from 'node:dns/promises';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Running, startServer } from './processes.ts';

/** A zone in the manner of a zone file: `text` is all of it, SOA and NS included, names relative to `name`. */
export interface Zone {
  /** `.` for the root. */
  readonly name: string;
  readonly text: string;
}

/** Starts one NSD that serves `zones` at these addresses; its whole life stays inside `folder`. */
export async function startNsd(
  folder: string,
  { addresses, port, zones }: { addresses: readonly string[]; port: number; zones: readonly Zone[] },
): Promise<Running> {
  await mkdir(folder, { recursive: true });
  const fileOf = ({ name }: Zone) => path.join(folder, `${name === '.' ? 'root' : name}.zone`);
  await Promise.all(
    zones.map((zone) => writeFile(fileOf(zone), `$ORIGIN ${fullName(zone)}\n${zone.text}\n`)),
  );
  const configuration = path.join(folder, 'nsd.conf');
  await writeFile(
    configuration,
    `
server:
  ${addresses.map((address) => `ip-address: ${address}@${port}`).join('\n  ')}
  server-count: 1
  do-ip6: no
  username: ""
  database: ""
  zonesdir: "${folder}"
  pidfile: "${folder}/nsd.pid"
  xfrdfile: "${folder}/xfrd.state"
  zonelistfile: "${folder}/zone.list"
  xfrdir: "${folder}"
  rrl-ratelimit: 0
remote-control:
  control-enable: no
${zones.map((zone) => `zone:\n  name: "${fullName(zone)}"\n  zonefile: "${fileOf(zone)}"`).join('\n')}
`,
  );
  const resolver = new Resolver({ timeout: 500, tries: 1 });
  resolver.setServers(addresses.map((address) => `${address}:${port}`));
  let waiting = [...zones];
  return startServer('nsd', ['-d', '-c', configuration], async () => {
    const answers = await Promise.allSettled(waiting.map(({ name }) => resolver.resolveSoa(name)));
    waiting = waiting.filter((_, index) => answers[index]!.status === 'rejected');
    return waiting.length === 0;
  });
}

function fullName({ name }: Zone): string {
  return name === '.' ? name : `${name}.`;
}
