import { closeSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { endStatus } from './ending.ts';

/** Watches the thread that opened it, from another one. */
export interface Watchdog {
  close(): void;
}

/** What becomes of a thread that does not answer. */
export interface LastWords {
  /** What is done last there: at once, waiting for nothing. The process ends after it. */
  readonly end: () => void;
  /** What is said where not even that can be done. */
  readonly line: string;
}

const beatMs = 250;
const checkMs = 500;
/**
 * How often in a row the watcher finds the thread as it was before it is taken for hung: six seconds, and a runner that
 * is cancelled waits seven and a half. Counted, not measured: a machine that slept has missed one.
 */
const mostMissed = 12;

const endName = 'recovery-ledger: the thread does not answer';

/**
 * Watches over this thread from outside its event loop: timers, deadlines and signals all wait in that loop, so that one
 * endless computation would make the process deaf to each of them. What hangs in JavaScript, or in a pattern, is
 * interrupted by the inspector, does `end`, and exits as after a fault of ours. What hangs elsewhere is killed (137).
 */
export function openWatchdog({ end, line }: LastWords): Watchdog {
  const beats = new Int32Array(new SharedArrayBuffer(8));
  const beat = setInterval(() => void Atomics.add(beats, 0, 1), beatMs);
  beat.unref();
  const own = globalThis as Record<string, unknown>;
  own[endName] = () => {
    // Heard: the watcher leaves time for what follows.
    Atomics.store(beats, 1, 1);
    try {
      end();
    } finally {
      // Node would say there that it waits for a debugger.
      closeSync(2);
      process.exit(endStatus.internalError);
    }
  };
  const watcher = new Worker(watching, {
    eval: true,
    execArgv: [],
    workerData: { beats, checkMs, mostMissed, line, call: `globalThis[${JSON.stringify(endName)}]()` },
  });
  watcher.unref();
  // A machine without room for a thread: the run goes on as before.
  watcher.on('error', () => {});
  return {
    close() {
      clearInterval(beat);
      delete own[endName];
      void watcher.terminate();
    },
  };
}

/** The watcher's own program, as text: a bundle has no second entry. */
const watching = `
const { Session } = require('node:inspector');
const { writeSync } = require('node:fs');
const { workerData } = require('node:worker_threads');
const { beats, checkMs, mostMissed, line, call } = workerData;
let last = -1;
let missed = 0;
const timer = setInterval(() => {
  const beat = Atomics.load(beats, 0);
  missed = beat === last ? missed + 1 : 0;
  last = beat;
  if (missed < mostMissed) return;
  clearInterval(timer);
  const kill = () => {
    try { writeSync(2, line + '\\n'); } catch {}
    process.kill(process.pid, 'SIGKILL');
  };
  setTimeout(() => {
    if (Atomics.load(beats, 1) === 0) kill();
    setTimeout(kill, 20_000);
  }, 3000);
  const session = new Session();
  session.connectToMainThread();
  session.post('Runtime.evaluate', { expression: call });
}, checkMs);
`;
