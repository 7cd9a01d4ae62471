import { judgeCrash, judgeFailure } from '../probes/judge-unseen.ts';
import type { PlannedCheck } from '../probes/observe.ts';
import type { JudgeContext, KnownDate, Observation } from '../probes/probe.ts';
import type { Finding } from '../rules/finding.ts';

/** What one look means. */
export interface JudgedLook {
  readonly findings: readonly Finding[];
  readonly dates: readonly KnownDate[];
  /** What our own code threw while it looked or judged; null where it did not. */
  readonly crash: { readonly error: unknown } | null;
}

/**
 * Judges one look. Only what was seen reaches the probe's judge: a failed look is judged alike for all probes, and a
 * crash of ours, in the look or in the judge, leaves the claim unknown.
 */
export function judgeLook(
  { probe, check }: PlannedCheck,
  { outcome }: Pick<Observation, 'outcome'>,
  context: JudgeContext,
): JudgedLook {
  const unseen = probe.unseen(check, context);
  const crashed = (error: unknown): JudgedLook => ({
    findings: unseen.flatMap(judgeCrash),
    dates: [],
    crash: { error },
  });
  switch (outcome.type) {
    case 'crashed':
      return crashed(outcome.error);
    case 'failed':
      return {
        findings: unseen.flatMap((each) => judgeFailure(each, outcome.failure, context)),
        dates: [],
        crash: null,
      };
    case 'seen': {
      const seen = { check, fact: outcome.fact };
      try {
        return { findings: probe.judge(seen, context), dates: probe.deadlines(seen, context), crash: null };
      } catch (error) {
        return crashed(error);
      }
    }
  }
}
