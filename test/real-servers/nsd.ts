import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Running, runProgram, startServer } from './processes.ts';

/** A zone in the manner of a zone file: `text` is all of it, SOA and NS included, names relative to `name`. */
export interface Zone {
  /** `.` for the root. */
  readonly name: string;
  readonly text: string;
}

/** What a server is to serve, and where. */
export interface AnswerOptions {
  readonly addresses: readonly string[];
  readonly port: number;
  readonly zones: readonly Zone[];
  /** Words before every command: the network that it is to run in. */
  readonly within?: readonly string[];
}

/** Starts one NSD that serves `zones` at these addresses; its whole life stays inside `folder`. */
export async function startNsd(folder: string, options: AnswerOptions): Promise<Running> {
  const { addresses, port, zones, within = [] } = options;
  await mkdir(folder, { recursive: true });
  const files = await writeZones(folder, zones);
  const configuration = path.join(folder, 'nsd.conf');
  await writeFile(
    configuration,
    `
server:
  ${addresses.map((address) => `ip-address: ${address}@${port}`).join('\n  ')}
  server-count: 1
  do-ip6: ${addresses.some((address) => address.includes(':')) ? 'yes' : 'no'}
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
${zones.map((zone, index) => `zone:\n  name: "${fullName(zone)}"\n  zonefile: "${files[index]}"`).join('\n')}
`,
  );
  const [command = 'nsd', ...args] = [...within, 'nsd', '-d', '-c', configuration];
  return startServer(command, args, answersFor(options));
}

/** Writes each zone into a file of its own, for a server to load. */
export async function writeZones(folder: string, zones: readonly Zone[]): Promise<string[]> {
  return Promise.all(
    zones.map(async (zone) => {
      const file = path.join(folder, `${zone.name === '.' ? 'root' : zone.name}.zone`);
      await writeFile(file, `$ORIGIN ${fullName(zone)}\n${zone.text}\n`);
      return file;
    }),
  );
}

/** Whether every zone is answered for at every address, asked again and again until it is. */
export function answersFor(
  { addresses, port, zones, within = [] }: AnswerOptions,
  over: 'udp' | 'tcp' = 'udp',
): () => Promise<boolean> {
  let waiting = zones.flatMap(({ name }) => addresses.map((address) => ({ name, address })));
  return async () => {
    const options = ['+norecurse', '+time=1', '+tries=1', over === 'tcp' ? '+tcp' : '+notcp'];
    const answers = await Promise.all(
      addresses.map((address) => {
        const names = waiting.filter((each) => each.address === address).map(({ name }) => name);
        if (names.length === 0) return { stdout: '' };
        const questions = names.flatMap((name) => [name, 'SOA', ...options]);
        const [command = 'dig', ...args] = [
          ...within,
          'dig',
          `@${address}`,
          '-p',
          String(port),
          ...questions,
        ];
        return runProgram(command, args);
      }),
    );
    const served = (name: string, address: string) => {
      const text = answers[addresses.indexOf(address)]!.stdout.replaceAll('\t', ' ');
      return text.split('\n').some((line) => line.startsWith(`${fullName({ name })} `) && / SOA /.test(line));
    };
    waiting = waiting.filter(({ name, address }) => !served(name, address));
    return waiting.length === 0;
  };
}

/** The name with its trailing dot. */
export function fullName({ name }: Pick<Zone, 'name'>): string {
  return name === '.' ? name : `${name}.`;
}
