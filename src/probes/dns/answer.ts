import type { ServerAnswer } from '../../protocols/dns/views.ts';

/** Whether the server said all there is to say. */
export function isComplete(answer: ServerAnswer): boolean {
  return answer.outcome === 'records' || answer.outcome === 'no-data' || answer.outcome === 'no-name';
}

/** Whether what came back proves that this server does not do its part; silence proves nothing. */
export function isLame(answer: ServerAnswer): boolean {
  return ['lame', 'refused', 'servfail', 'malformed'].includes(answer.outcome);
}
