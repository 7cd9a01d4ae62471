import { judgeLook } from '../../src/judge/judge-look.ts';
import type { AnyProbe, Check, JudgeContext, KnownDate, Outcome } from '../../src/probes/probe.ts';
import type { Finding } from '../../src/rules/finding.ts';

/** Judges a look as a run does, whatever became of it. What a judge throws is no finding here. */
export function judged(
  probe: AnyProbe,
  // biome-ignore lint/suspicious/noExplicitAny: each probe has claims and facts of its own
  { check, outcome }: { readonly check: Check<any>; readonly outcome: Outcome<any> },
  context: JudgeContext,
): { readonly findings: Finding[]; readonly dates: KnownDate[] } {
  const { findings, dates, crash } = judgeLook({ probe, check }, { outcome }, context);
  if (outcome.type === 'seen' && crash !== null) throw crash.error;
  return { findings: [...findings], dates: [...dates] };
}
