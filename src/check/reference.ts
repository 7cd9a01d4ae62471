/**
 * Enough to find a fault of ours, in one line: its kind, a code of the system's or of Node's, and the first place in our
 * code. No message, which may quote what was read; no folders, no stack.
 */
export function referenceOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { code } = error as NodeJS.ErrnoException;
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  const place = frames
    .map((line) => /[/\\]([\w.-]+:\d+:\d+)\)?$/.exec(line)?.[1])
    .find((each) => each !== undefined);
  const kind = /^\w{1,60}$/.test(error.constructor.name) ? error.constructor.name : 'Error';
  const known = typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,60}$/.test(code) ? ` ${code}` : '';
  return `${kind}${known}${place === undefined ? '' : ` at ${place}`}`;
}
