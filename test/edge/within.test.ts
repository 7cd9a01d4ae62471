import { describe, expect, test } from 'vitest';
import { untilAborted, within } from '../../src/edge/within.ts';

const never = new AbortController().signal;
const untilStopped = (signal: AbortSignal) =>
  new Promise<never>((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

describe('work within a time', () => {
  test('comes to what it comes to', async () => {
    expect(await within(60_000, 'timeout', never, async () => 'done')).toBe('done');
  });
  test('ends with the failure where the time is over, and with the run’s own reason where that stops', async () => {
    await expect(within(1, 'deadline', never, untilStopped)).rejects.toMatchObject({ code: 'deadline' });
    const stop = new AbortController();
    const work = within(60_000, 'timeout', stop.signal, untilStopped);
    stop.abort(new Error('enough'));
    await expect(work).rejects.toThrow('enough');
  });
});

test('work that goes on after the signal is left behind, and its failure is nobody’s', async () => {
  const reason = new Error('enough');
  const failing = Promise.reject(new Error('nobody waits for this'));
  await expect(untilAborted(failing, AbortSignal.abort(reason))).rejects.toMatchObject({
    code: 'deadline',
    cause: reason,
  });
});
