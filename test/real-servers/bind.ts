import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type AnswerOptions, answersFor, fullName, writeZones, type Zone } from './nsd.ts';
import { type Running, startServer } from './processes.ts';

/** Starts one BIND 9 that serves `zones` at this address; its whole life stays inside `folder`. */
export async function startBind(folder: string, { addresses, port, zones }: AnswerOptions): Promise<Running> {
  await mkdir(folder, { recursive: true });
  const files = await writeZones(folder, zones);
  const configuration = path.join(folder, 'named.conf');
  const zoneLine = (zone: Zone, index: number) =>
    `zone "${fullName(zone)}" { type primary; file "${files[index]}"; check-integrity no; check-names ignore; };`;
  await writeFile(
    configuration,
    `
options {
  directory "${folder}";
  pid-file "${folder}/named.pid";
  session-keyfile "${folder}/session.key";
  lock-file none;
  listen-on port ${port} { ${addresses.map((address) => `${address};`).join(' ')} };
  listen-on-v6 { none; };
  recursion no;
  dnssec-validation no;
  notify no;
  zone-statistics none;
};
controls { };
${zones.map(zoneLine).join('\n')}
`,
  );
  return startServer('named', ['-g', '-n', '1', '-c', configuration], answersFor({ addresses, port, zones }));
}
