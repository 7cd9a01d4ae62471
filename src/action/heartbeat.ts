import { ProbeFailure } from '../edge/failure.ts';
import type { HttpEdge } from '../edge/http-edge.ts';
import type { Job } from '../edge/job.ts';
import { untilAborted, within } from '../edge/within.ts';
import type { Messages } from '../messages/messages.ts';

/** For all of its redirects and addresses: it comes when the looks, and their deadline, are over. */
const heartbeatMs = 30_000;

/** Reports to a watch outside GitHub that the check still runs. Its failure is noted, and fails nothing. */
export async function sendHeartbeat(
  url: string,
  by: {
    readonly http: Pick<HttpEdge, 'fetchStatus'>;
    readonly job: Pick<Job, 'note'>;
    readonly say: Messages;
    readonly limitMs?: number;
  },
  signal: AbortSignal,
): Promise<void> {
  const { http, job, say, limitMs = heartbeatMs } = by;
  try {
    const { status } = await within(limitMs, 'timeout', signal, (enough) =>
      untilAborted(http.fetchStatus(url, enough), enough),
    );
    job.note(status < 400 ? say.command.heartbeatSent : say.command.heartbeatFailed(`HTTP ${status}`));
  } catch (error) {
    if (signal.aborted || !(error instanceof ProbeFailure)) throw error;
    job.note(say.command.heartbeatFailed(say.report.evidence.failures[error.code]));
  }
}
