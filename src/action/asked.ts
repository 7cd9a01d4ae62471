import { type CheckOptions, plainCheck } from '../check/check.ts';
import { optionsOf, readOption, readOptions, type Values } from '../check/options.ts';
import type { Job } from '../edge/job.ts';
import type { Credential } from '../edge/options.ts';
import { type Bounds, boundsOf, type RunEvent } from './bounds.ts';
import { readWorkflow } from './event.ts';

/** Everything that the workflow asks for, as far as the event allows it. */
interface Asked {
  readonly bounds: Bounds;
  readonly inputs: Values<'action'>;
  readonly options: CheckOptions;
  /** Empty where the event allows none. */
  readonly credentials: readonly Credential[];
  /** Null where none is to be sent. */
  readonly heartbeat: string | null;
}

/** Reads all inputs before anything is opened. @throws InputProblem */
export async function readAll(job: Job, event: RunEvent): Promise<Asked> {
  const inputs = readOptions('action', ({ name }) => job.input(name));
  const bounds = boundsOf(event, inputs.mode);
  const workflow = bounds.probes ? await readWorkflow(job) : null;
  const { language, now, nextCheck, only, retryWaitsMs, deadlineMs } = inputs;
  const secrets = optionsOf('action');
  return {
    bounds,
    inputs,
    options: {
      ...plainCheck,
      ...{ language, now, nextCheck, only, retryWaitsMs, deadlineMs },
      mode: bounds.mode,
      schedule: workflow?.schedule ?? [],
      workflow: workflow?.file ?? null,
      unseen: bounds.probes ? null : 'event',
      readFiles: bounds.probes,
    },
    credentials: bounds.credentials
      ? readOption(secrets.credentials, job.secret(secrets.credentials.name))
      : [],
    heartbeat: bounds.credentials
      ? readOption(secrets.heartbeatUrl, job.secret(secrets.heartbeatUrl.name))
      : null,
  };
}
