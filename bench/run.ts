import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { builtProgram } from '../fixtures/world/built.ts';
import { runAction } from '../fixtures/world/runner.ts';
import { startWorld } from '../fixtures/world/world.ts';
import { buildTemporarily } from '../scripts/bundle.ts';
import { parseLedger } from '../src/ledger/parse.ts';
import { ruleNames } from '../src/rules/index.ts';
import { measureHostile } from './hostile.ts';

// `npm run bench`: how long the built program takes and how much memory it needs, on this machine. Nothing is
// asserted: figures are for people to compare. Times in milliseconds (median, least, most), memory as the process's
// peak (MiB).

const root = path.join(import.meta.dirname, '..');
await using _build = await buildTemporarily();
const cli = builtProgram('cli');
const example = path.join(root, 'examples/ja/ledger.yml');

interface Figures {
  readonly what: string;
  readonly ms: readonly number[];
  readonly peakMiB?: number;
}

const results: Figures[] = [];

/** Runs a whole process several times. */
function timeProcess(what: string, args: readonly string[], runs: number, cwd = root): void {
  // The last line on standard error is the peak, written by the process itself as it ends.
  const preload = `data:text/javascript,process.on('exit',()=>process.stderr.write('\\npeak '+process.resourceUsage().maxRSS))`;
  const ms: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const started = performance.now();
    spawnSync(process.execPath, [...args], { cwd, stdio: 'ignore' });
    ms.push(performance.now() - started);
  }
  const { stderr } = spawnSync(process.execPath, ['--import', preload, ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  const peak = Number(/\npeak (\d+)$/.exec(stderr)?.[1]);
  results.push({ what, ms, ...(Number.isNaN(peak) ? {} : { peakMiB: peak / 1024 }) });
}

async function time(what: string, runs: number, work: () => unknown): Promise<void> {
  await work();
  const ms: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const started = performance.now();
    await work();
    ms.push(performance.now() - started);
  }
  results.push({ what, ms });
}

const folder = await mkdtemp(path.join(tmpdir(), 'recovery-ledger-bench-'));
try {
  // Start-up.
  timeProcess('node -e 0', ['-e', '0'], 15);
  timeProcess('cli --version', [cli, '--version'], 15);
  timeProcess('cli --help', [cli, '--help'], 7);
  timeProcess('cli explain tls/expired', [cli, 'explain', 'tls/expired'], 7);

  // One ledger, and a hundred, without the network.
  const text = await readFile(example, 'utf8');
  timeProcess('check --offline, one ledger', [cli, 'check', example, '--offline', '--format=json'], 7);
  for (let index = 0; index < 100; index += 1) {
    await writeFile(path.join(folder, `site-${index}.yml`), text);
  }
  timeProcess(
    'check --offline, 100 ledgers',
    [cli, 'check', 'site-*.yml', '--offline', '--format=json'],
    3,
    folder,
  );

  // Reading.
  const bytes = Buffer.from(text);
  const options = { file: 'ledger.yml', now: '2026-11-23T00:00:00Z', ruleNames };
  await time(`parse, ${(bytes.length / 1024).toFixed(0)} KiB`, 50, () => parseLedger(bytes, options));
  const long = Buffer.from(`${text}\n${'# filler\n'.repeat(100_000)}`.slice(0, 1_000_000));
  await time('parse, 1 MB of comments', 5, () => parseLedger(long, options));
  const bomb = Buffer.from(
    `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghi'].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(',')}]\n`).join('')}`,
  );
  await time('parse, alias bomb', 5, () => parseLedger(bomb, options));

  // The main job: the built action against the embedded world.
  const world = await startWorld({ language: 'ja' });
  try {
    for (const month of [1, 2]) {
      world.setMonth(month);
      await time(`action, month ${month} of the world`, 5, () =>
        runAction({ world, inputs: { retries: '0s,0s' } }),
      );
    }
  } finally {
    await world.close();
  }
  // Servers that send as much as they may.
  results.push(...(await measureHostile(cli, folder)));
} finally {
  await rm(folder, { recursive: true });
}

const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
console.log(
  `recovery-ledger ${commit}, Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model}\n`,
);
console.log(
  `${'what'.padEnd(34)}${['median', 'least', 'most', 'peak MiB'].map((head) => head.padStart(10)).join('')}`,
);
for (const { what, ms, peakMiB } of results) {
  const sorted = [...ms].sort((a, b) => a - b);
  const figures = [sorted[Math.floor(sorted.length / 2)]!, sorted[0]!, sorted.at(-1)!];
  const columns = [...figures.map((figure) => figure.toFixed(1)), peakMiB?.toFixed(0) ?? ''];
  console.log(`${what.padEnd(34)}${columns.map((column) => column.padStart(10)).join('')}`);
}
