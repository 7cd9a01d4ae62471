import { harmlessLines, plainLine } from '../text/escape.ts';

/** A line on standard error that says what is being checked; none where that is no terminal. */
export interface Progress {
  show(text: string): void;
  /** Takes the line away again. */
  clear(): void;
}

export function openProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  if (stream.isTTY !== true) return { show: () => {}, clear: () => {} };
  return {
    show: (text) => stream.write(`\r\u001b[2K${plainLine(text).slice(0, (stream.columns ?? 80) - 1)}`),
    clear: () => stream.write('\r\u001b[2K'),
  };
}

/** The result could not be written to standard output. `code` is the system's: `ENOSPC`, … */
export class PrintFailure extends Error {
  override readonly name = 'PrintFailure';
  readonly code: string;

  constructor(code: string, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}

/** Keeps a reader that went away, or a full disk, from ending the process from within a stream's event. */
export function holdOutputs(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}

/**
 * Writes lines to standard error. A name in them may come from the author of a file's name: nothing in it steers a terminal, or is
 * a command to a runner.
 */
export function complain(text: string): void {
  console.error(harmlessLines(text));
}

/** Writes to standard output. A reader that goes away (`| head`) is no error. @throws PrintFailure */
export function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      const code = (error as NodeJS.ErrnoException | null | undefined)?.code;
      if (code === undefined || code === 'EPIPE') resolve();
      else reject(new PrintFailure(code, { cause: error }));
    });
  });
}
