import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readlink } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { type Finished, runProgram } from './processes.ts';

/** A network of its own, in which there is what was set up in it, and nothing else. */
export interface Namespace {
  /** The words before a command that is to run in it. */
  readonly within: readonly string[];
  /** Runs a program in it, to its end. */
  run(command: readonly string[], options?: Parameters<typeof runProgram>[2]): Promise<Finished>;
  close(): Promise<void>;
}

/**
 * Opens a network namespace (network_namespaces(7)) and sets it up by these arguments of ip(8). It lives as long as
 * the process that holds it. Needs root. Rejects where it cannot be set up.
 */
export async function openNamespace(setUp: readonly string[]): Promise<Namespace> {
  const holder = spawn('unshare', ['--net', '--', 'sleep', 'infinity'], { stdio: 'ignore' });
  const kill = () => holder.kill('SIGKILL');
  process.on('exit', kill);
  const close = async () => {
    process.off('exit', kill);
    if (holder.exitCode !== null || holder.signalCode !== null) return;
    kill();
    await once(holder, 'close');
  };
  const network = (process: number | string) => readlink(`/proc/${process}/ns/net`);
  const own = await network('self');
  while ((await network(holder.pid!)) === own) {
    if (holder.exitCode !== null)
      throw new Error('unshare: no network namespace can be opened; this needs root');
    await delay(5);
  }
  const within = ['nsenter', `--net=/proc/${holder.pid}/ns/net`, '--'];
  const run: Namespace['run'] = (command, options) => {
    const [program = '', ...args] = [...within, ...command];
    return runProgram(program, args, options);
  };
  for (const line of setUp) {
    const { exit, stderr } = await run(['ip', ...line.split(' ')]);
    if (exit === 0) continue;
    await close();
    throw new Error(`ip ${line}: ${stderr}`);
  }
  return { within, run, close };
}
