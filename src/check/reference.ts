/** Enough to find a fault of ours, in one line: the message and the first place in our code. No folders, no stack. */
export function referenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error).slice(0, 200);
  const stack = error.stack?.split('\n').slice(1).join('\n') ?? '';
  const place = /\/([^/\s():]+:\d+:\d+)/.exec(stack);
  const message = (error.message.split('\n')[0] ?? '').slice(0, 200);
  return `${error.name}: ${message}${place === null ? '' : ` at ${place[1]}`}`;
}
