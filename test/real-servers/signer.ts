import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fullName, type Zone } from './nsd.ts';
import { runProgram } from './processes.ts';

// Zones signed by BIND's own tools, well or not.

/** How a zone is signed. Whatever is not said is as it should be. */
export interface SigningOrder {
  /** As `dnssec-keygen -a` takes it. */
  readonly algorithm?: string;
  /** First and last moment of the signatures, in hours from now. */
  readonly hours?: readonly [from: number, until: number];
  /** Whether keys are signed by a key of their own. */
  readonly split?: boolean;
  readonly nsec3?: boolean;
  /** Changes the signed zone, one record a line, after the signing. */
  readonly spoil?: (text: string) => string;
}

/** A zone's key, made once and used by every server of the zone. */
export interface ZoneKey {
  /** The DS record for the parent, without the owner: `DS …`. */
  readonly ds: string;
  /** The DNSKEY record, as a trust anchor. */
  readonly anchor: string;
  sign(text: string, order: SigningOrder): Promise<Zone>;
}

/** Makes the keys of a zone in the folder `folder`, which must be its own. */
export async function makeKey(folder: string, name: string, order: SigningOrder = {}): Promise<ZoneKey> {
  await mkdir(folder, { recursive: true });
  const { algorithm = 'ECDSAP256SHA256', split = false } = order;
  const generate = async (...flags: string[]) =>
    (await run('dnssec-keygen', '-q', '-a', algorithm, ...flags, '-K', folder, fullName({ name }))).trim();
  const key = await generate('-f', 'KSK');
  if (split) await generate();
  const record = await readFile(path.join(folder, `${key}.key`), 'utf8');
  const ds = await run('dnssec-dsfromkey', '-2', path.join(folder, key));
  let count = 0;
  return {
    ds: ds.trim().replace(/^\S+ IN /, ''),
    anchor: record.split('\n').find((line) => line.includes('DNSKEY'))!,
    async sign(text, { hours = [-24, 24 * 14], nsec3 = false, spoil = (signed) => signed }) {
      const file = path.join(folder, `${count++}.zone`);
      await writeFile(file, `$ORIGIN ${fullName({ name })}\n${text}\n`);
      await run(
        'dnssec-signzone',
        ...['-q', '-S', '-P', '-O', 'full', '-K', folder, '-d', folder, '-o', fullName({ name })],
        ...['-s', timeOf(hours[0]), '-e', timeOf(hours[1])],
        ...(split ? [] : ['-z']),
        ...(nsec3 ? ['-3', '-', '-H', '0'] : []),
        ...['-f', `${file}.signed`, file],
      );
      return { name, text: spoil(await readFile(`${file}.signed`, 'utf8')) };
    },
  };
}

async function run(command: string, ...args: string[]): Promise<string> {
  const { exit, stdout, stderr } = await runProgram(command, args);
  if (exit !== 0) throw new Error(`${command} ${args.join(' ')}\n${stderr}`);
  return stdout;
}

/** As BIND takes it: `20261101000000`. */
function timeOf(hours: number): string {
  const date = new Date(Date.now() + hours * 3_600_000);
  return date.toISOString().replace(/\.\d+Z$|[-:T]/g, '');
}
