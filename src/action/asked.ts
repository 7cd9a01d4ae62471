import type { CheckOptions } from '../check/check.ts';
import {
  commaSeparated,
  readAssignees,
  readCredentials,
  readFailOn,
  readNetworkInputs,
  readNextCheck,
  readNow,
  readOnly,
  readOpenOn,
  readPropose,
  readSecretAddress,
  readShard,
  type Shard,
} from '../check/inputs.ts';
import type { Job } from '../edge/commands.ts';
import type { Credential, NetworkInputs } from '../edge/options.ts';
import type { Language } from '../text/language.ts';
import type { Bounds } from './bounds.ts';
import { readWorkflow } from './event.ts';
import type { ActionInputs } from './run-context.ts';

/** Everything that the workflow asks for. */
export interface Asked {
  readonly inputs: ActionInputs;
  readonly network: NetworkInputs;
  readonly options: CheckOptions;
  readonly shard: Shard | null;
  /** Empty where the event allows none. */
  readonly credentials: readonly Credential[];
  /** Null where none is to be sent. */
  readonly heartbeat: string | null;
}

/** Reads all inputs before anything is opened. @throws InputProblem */
export async function readAll(job: Job, bounds: Bounds, language: Language | null): Promise<Asked> {
  const network = readNetworkInputs(job.input);
  const workflow = bounds.probes ? await readWorkflow(job) : null;
  return {
    inputs: {
      openOn: readOpenOn(job.input),
      failOn: readFailOn(job.input),
      labels: commaSeparated(job.input('issue-labels') || 'recovery-ledger'),
      assignees: readAssignees(job.input),
      outputDir: job.input('output-dir').trim() || 'recovery-ledger',
      propose: readPropose(job.input),
    },
    network,
    options: {
      mode: bounds.mode,
      language,
      now: readNow(job.input),
      nextCheck: readNextCheck(job.input),
      schedule: workflow?.schedule ?? [],
      workflow: workflow?.file ?? null,
      only: readOnly(job.input),
      retryWaitsMs: network.retryWaitsMs,
      deadlineMs: network.deadlineMs,
      unseen: bounds.probes ? null : 'event',
      readFiles: bounds.probes,
      firstSeen: new Map(),
      confirmed: new Set(),
    },
    shard: readShard(job.input),
    credentials: bounds.credentials ? readCredentials(job.secret('credentials')) : [],
    heartbeat: bounds.credentials ? readSecretAddress('heartbeat-url', job.secret('heartbeat-url')) : null,
  };
}
