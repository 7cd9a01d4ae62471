import { spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** A server that runs in the foreground until it is stopped. */
export interface Running {
  stop(): Promise<void>;
}

/** How long a server may take until it is ready. */
const patienceMs = 20_000;

/**
 * Starts a server and waits until `isReady` holds. Rejects with what the server wrote where it ends before, or
 * is not ready in time. Should this process end first, the server is ended with it.
 */
export async function startServer(
  command: string,
  args: readonly string[],
  isReady: () => Promise<boolean>,
  environment: Readonly<Record<string, string>> = {},
): Promise<Running> {
  const env = { ...process.env, ...environment };
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let ended: string | null = null;
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  child.on('error', (error) => (ended = error.message));
  child.on('close', (code, signal) => (ended = `ended with ${signal ?? code}`));
  const kill = () => child.kill('SIGTERM');
  process.on('exit', kill);
  const stop = async () => {
    process.off('exit', kill);
    if (ended !== null) return;
    child.kill('SIGTERM');
    await once(child, 'close');
  };
  const until = Date.now() + patienceMs;
  while (!(await isReady())) {
    if (ended !== null) throw new Error(`${command} ${ended}\n${output}`);
    if (Date.now() > until) {
      await stop();
      throw new Error(`${command} did not get ready\n${output}`);
    }
    await delay(20);
  }
  return { stop };
}

export interface Finished {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end, with nothing on its standard input. */
export async function runProgram(
  command: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Finished> {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => (stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk) => (stderr += chunk));
  const [exit] = await once(child, 'close');
  return { exit, stdout, stderr };
}

/** A port that is free on `address`, for TCP and UDP alike. */
export async function freePort(address: string): Promise<number> {
  for (;;) {
    const tcp = createServer();
    await once(tcp.listen(0, address), 'listening');
    const { port } = tcp.address() as { port: number };
    const udp = createSocket('udp4');
    const isFree = await new Promise<boolean>((resolve) => {
      udp.once('error', () => resolve(false));
      udp.bind(port, address, () => resolve(true));
    });
    if (isFree) await new Promise<void>((resolve) => udp.close(resolve));
    await new Promise((resolve) => tcp.close(resolve));
    if (isFree) return port;
  }
}
