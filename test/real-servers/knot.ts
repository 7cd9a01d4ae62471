import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type AnswerOptions, answersFor, fullName, writeZones } from './nsd.ts';
import { type Running, startServer } from './processes.ts';

/** Starts one Knot DNS that serves `zones` at these addresses; its whole life stays inside `folder`. */
export async function startKnot(folder: string, { addresses, port, zones }: AnswerOptions): Promise<Running> {
  await mkdir(folder, { recursive: true });
  const files = await writeZones(folder, zones);
  const configuration = path.join(folder, 'knot.conf');
  await writeFile(
    configuration,
    `
server:
  rundir: "${folder}"
  listen: [ ${addresses.map((address) => `"${address}@${port}"`).join(', ')} ]
  udp-workers: 1
  tcp-workers: 1
  background-workers: 1
database:
  storage: "${folder}"
  journal-db-max-size: 16M
  kasp-db-max-size: 16M
  timer-db-max-size: 16M
log:
  - target: stderr
    any: warning
template:
  - id: default
    storage: "${folder}"
    journal-content: none
    zonefile-sync: -1
    semantic-checks: soft
zone:
${zones.map((zone, index) => `  - domain: "${fullName(zone)}"\n    file: "${files[index]}"`).join('\n')}
`,
  );
  return startServer('knotd', ['-c', configuration], answersFor({ addresses, port, zones }));
}
