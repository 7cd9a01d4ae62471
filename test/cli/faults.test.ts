import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtProgram, machineEnvironment } from '../../fixtures/world/built.ts';
import type { Report } from '../../src/report/report.ts';

// What goes wrong in our own code, or on our own machine, around the built command line.

const root = path.resolve(import.meta.dirname, '../..');
const preload = path.join(root, 'test/faults/preload.mjs');
const now = '2026-11-23T00:00:00Z';

let folder: string;
let answering: Server;
/** Takes connections and says nothing. */
let silent: Server;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'recovery-ledger-faults-'));
  answering = createHttpServer((_request, response) => response.end('Welcome'));
  silent = createServer(() => {});
  await Promise.all([answering, silent].map((server) => once(server.listen(0, '127.0.0.1'), 'listening')));
  await Promise.all(['a', 'b'].map((name) => writeFile(path.join(folder, `${name}.yml`), ledgerOf([name]))));
});
afterAll(async () => {
  for (const server of [answering, silent]) server.close();
  await rm(folder, { recursive: true });
});

function portOf(server: Server): number {
  return (server.address() as { port: number }).port;
}

function ledgerOf(hosts: readonly string[]): string {
  const endpoints = hosts.map((host) => `    ${host}: { url: "http://${host}.example/" }`);
  return `version: 1
site: { name: ${hosts[0]}, url: "http://${hosts[0]}.example/", language: en }
reviewed: 2026-11-20
reality:
  endpoints:
${endpoints.join('\n')}
`;
}

function isThere(file: string): Promise<boolean> {
  return access(path.join(folder, file)).then(
    () => true,
    () => false,
  );
}

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the command line; `shell` comes before it, on the same line. */
async function run(
  args: readonly string[],
  { env = {}, shell = '' }: { readonly env?: Record<string, string>; readonly shell?: string } = {},
): Promise<Run> {
  const command = `${shell} exec "$@"`;
  const child = spawn('sh', ['-c', command, 'sh', process.execPath, builtProgram('cli'), ...args], {
    cwd: folder,
    env: { ...machineEnvironment(), LANG: 'C', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const [status] = await once(child, 'close');
  return { status, stdout, stderr };
}

describe('a fault in our own code that nothing catches', () => {
  const check = (args: readonly string[], env: Record<string, string>) =>
    run(
      [
        ...['check', 'a.yml', 'b.yml', '--only', 'endpoints', '--retries', '0s', '--now', now],
        ...['--connect-to', `a.example:80=127.0.0.1:${portOf(answering)}`],
        ...['--connect-to', `b.example:80=127.0.0.1:${portOf(silent)}`],
        ...args,
      ],
      { env: { NODE_OPTIONS: `--import=${preload}`, FAULT_AT: String(portOf(silent)), ...env } },
    );
  const oneLine =
    /^Something went wrong inside recovery-ledger itself \(Error at preload\.mjs:[\d:]+\)[^\n]*\n$/;

  test.each(['exception', 'rejection'])(
    '(%s): what was checked before is reported, then one line',
    async (FAULT) => {
      const output = `out-${FAULT}`;
      const { status, stdout, stderr } = await check(['--format', 'json', '--output-dir', output], { FAULT });
      expect(stderr).toMatch(oneLine);
      expect(status).toBe(4);
      const reports = JSON.parse(stdout) as { readonly ledger: { readonly path: string } }[];
      expect(reports.map(({ ledger }) => ledger.path)).toEqual(['a.yml']);
      expect(JSON.parse(await readFile(path.join(folder, output, 'a.yml/report.json'), 'utf8'))).toEqual(
        reports[0],
      );
      expect(await isThere(`${output}/b.yml`)).toBe(false);
    },
  );

  test('where nothing was checked before: the line alone, in the user’s language', async () => {
    const { status, stdout, stderr } = await check(['--only', 'endpoints'], {
      FAULT: 'exception',
      FAULT_AT: String(portOf(answering)),
      LANG: 'ja_JP.UTF-8',
    });
    expect({ status, stdout }).toEqual({ status: 4, stdout: '' });
    expect(stderr).toMatch(/^recovery-ledger .*\(Error at preload\.mjs:[\d:]+\)[^\n]*[ぁ-ん][^\n]*\n$/);
  });

  test('and a run that hears of nothing any more ends all the same', async () => {
    const { status, stderr } = await check(['--output-dir', 'out-deaf'], { FAULT: 'deaf' });
    expect(stderr).toMatch(oneLine);
    expect(status).toBe(4);
    expect(await isThere('out-deaf/a.yml/report.json')).toBe(true);
  });

  test('so that the run waits for what never comes: it does not end as if all were fine', async () => {
    const { status, stdout, stderr } = await check([], { FAULT: 'never' });
    expect({ status, stdout }).toEqual({ status: 4, stdout: '' });
    expect(stderr).toMatch(/^Something went wrong inside recovery-ledger itself[^\n]*\n$/);
  });
});

describe('a computation that does not end, in which no timer and no signal is heard', () => {
  /** The third of the ledgers, of whose pages one answers and the other has the run hang. */
  const hang = async (FAULT: string, more: readonly string[] = []) => {
    await writeFile(path.join(folder, 'hang.yml'), ledgerOf(['a', 'b']));
    return run(
      [
        ...['check', 'a.yml', 'hang.yml', '--retries', '0s', '--now', now, ...more],
        ...['--connect-to', `a.example:80=127.0.0.1:${portOf(answering)}`],
        ...['--connect-to', `b.example:80=127.0.0.1:${portOf(late)}`],
      ],
      {
        env: {
          NODE_OPTIONS: `--import=${preload}`,
          FAULT,
          FAULT_AT: String(portOf(late)),
          LANG: 'ja_JP.UTF-8',
        },
      },
    );
  };
  let late: Server;
  beforeAll(async () => {
    late = createServer(() => {});
    await once(late.listen(0, '127.0.0.1'), 'listening');
  });
  afterAll(() => void late.close());

  test.concurrent.each(['loop', 'pattern'])(
    '(%s): what is known is in report.json, then one line, then the end',
    async (FAULT) => {
      const output = `out-${FAULT}`;
      const { status, stdout, stderr } = await hang(FAULT, ['--only', 'endpoints', '--output-dir', output]);
      const file = `${output}/hang.yml/report.json`;
      expect(stderr).toMatch(new RegExp(`^recovery-ledger [^\n]*${file}[^\n]*[ぁ-ん][^\n]*\n$`));
      expect({ status, stdout }).toEqual({ status: 4, stdout: '' });
      expect(await isThere(`${output}/a.yml/report.json`)).toBe(true);
      const { verdict, findings } = JSON.parse(await readFile(path.join(folder, file), 'utf8')) as Report;
      expect(verdict).toBe('incomplete');
      // Of what was not seen nothing is said but that.
      const said = findings.filter(({ part }) => part === 'endpoints').map(({ id }) => id);
      expect(said).toContain('probe/failed:b');
      expect(said.every((id) => id.startsWith('probe/failed:'))).toBe(true);
    },
  );

  test.concurrent('(native): the process is killed, with one line', async () => {
    const { status, stderr } = await hang('native', ['--only', 'endpoints']);
    expect(stderr).toMatch(/^recovery-ledger [^\n]*[ぁ-ん][^\n]*\n$/);
    expect(status).toBe(null);
  });

  test('and without a look there is nobody who watches: threads are for those who look', async () => {
    const { status, stderr } = await run(['check', 'a.yml', '--offline', '--now', now], {
      env: { NODE_OPTIONS: `--import=${preload}`, FAULT: 'no-threads' },
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

describe('where the result goes', () => {
  test('a full disk: not as if it had been written', async () => {
    const { status, stderr } = await run(['schema'], { shell: 'exec >/dev/full;' });
    expect(status).toBe(4);
    expect(stderr).toMatch(/^[^\n]*standard output: ENOSPC\.\n$/);
  });

  test('errors that nobody can be told of end nothing', async () => {
    const { status, stdout } = await run(['check', 'a.yml', '--offline', '--now', now], {
      shell: 'exec 2>/dev/full;',
    });
    expect(status).toBe(0);
    expect(stdout).toContain('a.example');
  });
});

describe('a machine with few files left to open', () => {
  const hosts = Array.from({ length: 80 }, (_, index) => `h${index}`);
  let busy: Server;
  beforeAll(async () => {
    await writeFile(path.join(folder, 'many.yml'), ledgerOf(hosts));
    // Answers nobody before many are connected, so that they are so at one time.
    const waiting: (() => void)[] = [];
    let isOpen = false;
    busy = createHttpServer((_request, response) => {
      waiting.push(() => response.end('Welcome'));
      isOpen ||= waiting.length >= 12;
      if (isOpen) for (const answer of waiting.splice(0)) answer();
    });
    await once(busy.listen(0, '127.0.0.1'), 'listening');
  });
  afterAll(() => void busy.close());

  test('says so, with what to do, and calls no site broken', async () => {
    const { status, stdout, stderr } = await run(
      [
        ...['check', 'many.yml', '--only', 'endpoints', '--retries', '0s', '--now', now, '--format', 'json'],
        ...['--connect-to', `*:80=127.0.0.1:${portOf(busy)}`],
      ],
      { shell: 'ulimit -n 44;' },
    );
    expect(stderr).toBe('');
    const { verdict, findings } = JSON.parse(stdout) as {
      readonly verdict: string;
      readonly findings: readonly Record<'rule' | 'kind' | 'severity' | 'observed' | 'remedy', string>[];
    };
    const unseen = findings.filter(({ rule }) => rule.startsWith('http/') || rule.startsWith('probe/'));
    expect(new Set(unseen.map(({ rule, kind }) => `${rule} ${kind}`))).toEqual(
      new Set(['probe/failed unknown']),
    );
    expect(unseen.length).toBeGreaterThan(20);
    expect(unseen.length).toBeLessThan(hosts.length);
    for (const { observed, remedy } of unseen) {
      expect(observed).toContain('EMFILE');
      expect(remedy).toContain('ulimit -n');
    }
    expect(findings.filter(({ severity }) => severity === 'critical')).toEqual([]);
    expect([status, verdict]).toEqual([3, 'incomplete']);
  });
});

test('a fault of ours on one ledger’s way is named, and stops no other', async () => {
  const crash = path.resolve(import.meta.dirname, '../faults/crash.mjs');
  await writeFile(path.join(folder, 'crash.md'), '# CRASH HERE\n');
  await writeFile(
    path.join(folder, 'c.yml'),
    'version: 1\nsite: { name: C, url: "http://c.example/" }\nrollback: { runbook: crash.md }\n',
  );
  for (const CRASH_AT of ['judge', 'issue']) {
    const { status, stdout, stderr } = await run(
      ['check', 'c.yml', 'a.yml', '--offline', '--now', now, '--format', 'markdown'],
      { env: { NODE_OPTIONS: `--import=${crash}`, CRASH_AT } },
    );
    // The first that is put into words is the first that our code fails at.
    const fails = CRASH_AT === 'judge' ? 'c.yml' : 'a.yml';
    expect(stderr).toMatch(new RegExp(`^${fails}: Something went wrong [^\n]*TypeError at crash[^\n]*\n$`));
    expect(status).toBe(4);
    expect(stdout.match(/^<!-- recovery-ledger/gm)).toHaveLength(2);
    const [other] = ['a.yml', 'c.yml'].filter((name) => name !== fails);
    expect(stdout).toContain(` · \`${other}\` · `);
    expect(stdout).not.toContain(`\`${fails}\``);
  }
});
