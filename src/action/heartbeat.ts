import { ProbeFailure } from '../edge/failure.ts';
import type { HttpEdge } from '../edge/http-edge.ts';
import type { Job } from '../edge/job.ts';
import type { Messages } from '../messages/messages.ts';

/** Reports to a watch outside GitHub that the check still runs. Its failure is noted, and fails nothing. */
export async function sendHeartbeat(
  url: string,
  http: HttpEdge,
  job: Job,
  say: Messages,
  signal: AbortSignal,
): Promise<void> {
  try {
    const { status } = await http.fetchStatus(url, signal);
    job.note(status < 400 ? say.command.heartbeatSent : say.command.heartbeatFailed(`HTTP ${status}`));
  } catch (error) {
    if (signal.aborted || !(error instanceof ProbeFailure)) throw error;
    job.note(say.command.heartbeatFailed(say.report.evidence.failures[error.code]));
  }
}
