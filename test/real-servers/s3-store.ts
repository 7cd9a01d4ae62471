import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { issue, serverOf } from '../pki.ts';
import { freePort, type Running, runProgram, startServer } from './processes.ts';
import { commandLine } from './world.ts';

// A store that checks signatures, on loopback without TLS for its official clients, and behind TLS as
// `https://s3.store.example` for the product.

/** The only key that the store knows. */
export const key = { id: 'S3RVER', secret: 'S3RVER' } as const;
export const host = 's3.store.example';
export const region = 'us-east-1';

/** What a report says of one backup. */
export interface Seen {
  readonly exit: number | null;
  /** The findings' ids, sorted. */
  readonly found: readonly string[];
  /** What was observed; null where nothing could be. */
  readonly result: {
    readonly points: readonly { id: string; at: string; state: string; sizeBytes?: number | null }[];
    readonly good: Readonly<Record<string, number>>;
    readonly isComplete: boolean;
    readonly isPublic: boolean | null;
  } | null;
  /** Both streams, as printed. */
  readonly output: string;
}

export interface Store {
  /** Where the official clients ask, without TLS. */
  readonly url: string;
  /** Lets an object seem written at that moment. */
  setWritten(bucket: string, name: string, at: Date): Promise<void>;
  /** Whether who comes without a signature is let in, as to a public bucket: the store itself lets everybody in. */
  isPublic: boolean;
  /** Requests that came from the product since the start. */
  readonly asked: readonly string[];
  /** Runs `recovery-ledger check` over a ledger with this one backup (its keys, in YAML). */
  check(backup: string, secret?: string, named?: boolean): Promise<Seen>;
  stop(): Promise<void>;
}

export async function openStore(): Promise<Store> {
  const folder = await mkdtemp(path.join(tmpdir(), 's3-'));
  const directory = path.join(folder, 'objects');
  const port = await freePort('127.0.0.1');
  const url = `http://127.0.0.1:${port}`;
  const script = path.join(import.meta.dirname, 's3rver.ts');
  const server: Running = await startServer(
    process.execPath,
    ['--openssl-legacy-provider', script, '--directory', directory, '--port', `${port}`],
    () =>
      fetch(url).then(
        () => true,
        () => false,
      ),
  );
  const authority = await issue(null, { subject: 'CN=Store Test Root', ca: true });
  const roots = path.join(folder, 'root.pem');
  await writeFile(roots, authority.pem);
  const leaf = await issue(authority, { subject: 'CN=store', names: [host] });
  const asked: string[] = [];
  const front = https.createServer(await serverOf(leaf), (came, answer) => {
    const { method, url: target, headers } = came;
    asked.push(`${method} ${target}`);
    if (headers.authorization === undefined && !store.isPublic) {
      answer.writeHead(403).end();
      return;
    }
    // As it came, the name that was signed included.
    request({ host: '127.0.0.1', port, method, path: target, headers }, (from) => {
      answer.writeHead(from.statusCode ?? 500, from.headers);
      from.pipe(answer);
    }).end();
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  const { port: frontPort } = front.address() as AddressInfo;

  const store: Store = {
    url,
    setWritten: (bucket, name, at) => utimes(path.join(directory, bucket, `${name}._S3rver_object`), at, at),
    isPublic: false,
    asked,
    async check(backup, secret = key.secret, named = true) {
      const cwd = await mkdtemp(path.join(folder, 'ledger-'));
      const ledger = `version: 1
reviewed: ${new Date().toISOString().slice(0, 10)}
site: { name: Store, url: "https://www.store.example/", timezone: UTC, language: en }
reality:
  backups:
    files:
${backup.replace(/^/gm, '      ')}
      away: true
`;
      await writeFile(path.join(cwd, 'ledger.yml'), ledger);
      const args = [
        ...['check', 'ledger.yml', '--format=json', '--retries=0s', '--only=backups'],
        ...[`--ca-file=${roots}`, `--connect-to=${host}:443=127.0.0.1:${frontPort}`],
      ];
      const { exit, stdout, stderr } = await runProgram(process.execPath, [commandLine, ...args], {
        cwd,
        env: {
          ...process.env,
          AWS_ACCESS_KEY_ID: key.id,
          AWS_SECRET_ACCESS_KEY: secret,
          RECOVERY_LEDGER_CREDENTIALS: named ? `${host} ${/provider: (\S+)/.exec(backup)?.[1]}` : '',
        },
      });
      if (!stdout.startsWith('{')) throw new Error(`exit ${exit}\n${stdout}${stderr}`);
      const report = JSON.parse(stdout) as {
        findings: { id: string }[];
        observations: { probe: string; result: Seen['result'] }[];
      };
      return {
        exit,
        found: report.findings
          .map(({ id }) => id)
          .filter((id) => /^(backup|probe)\//.test(id))
          .sort(),
        result: report.observations.find(({ probe }) => probe === 'backup')?.result ?? null,
        output: stdout + stderr,
      };
    },
    async stop() {
      front.closeAllConnections();
      await new Promise<void>((resolve) => front.close(() => resolve()));
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return store;
}
