import type { Temporal } from 'temporal-polyfill';
import { isReachableAt } from '../checklist/hours.ts';
import type { HolidayCalendar } from '../edge/holidays.ts';
import type { ParsedLedger } from '../ledger/parse.ts';
import type { Channel, Condition, Decision } from '../ledger/schema.ts';
import type { Report, ReportedFinding } from '../report/report.ts';
import { subjectOf } from '../rules/finding.ts';
import { ruleOf } from '../rules/index.ts';
import type { Duration } from '../text/values.ts';

/** One stop of a call list, at the hour that the card is for. */
export type Call =
  | {
      readonly type: 'contact';
      readonly contact: string;
      /** Null: the ledger does not say its hours, or does not know the contact. */
      readonly reachable: boolean | null;
      /** Only what may be published: everything of a public site, else `see`. */
      readonly channels: readonly Channel[];
      /** Where the ledger lists the channels. */
      readonly line: number | null;
      readonly wait: Duration | null;
    }
  /** From here on nobody answers, and why. */
  | { readonly type: 'nobody'; readonly because: string };

/** What the ledger agreed for a case that a check has just seen. Texts are the ledger's own, not yet escaped. */
export interface Emergency {
  readonly when: string | null;
  readonly firstInstruction: string | null;
  /** What was seen that shows it. */
  readonly shownBy: readonly ReportedFinding[];
  readonly calls: readonly Call[];
}

/** Somebody who may say go, at the hour that the card is for. */
export interface Decider {
  readonly contact: string;
  /** Null: the ledger does not say the hours, or does not know the contact. */
  readonly reachable: boolean | null;
}

/** What holds for all emergencies of a ledger alike. */
export interface EmergencyRules {
  readonly tell: readonly string[];
  readonly decisions: readonly {
    readonly what: 'startRecovery' | 'rollback' | 'publication';
    readonly decides: Decider | null;
    readonly deputy: Decider | null;
    readonly unreachable: string | null;
    readonly needs: readonly string[];
  }[];
  readonly rollbackWhen: readonly string[];
}

/**
 * The conditions of the ledger that this run saw to hold: an endpoint in `shown-by` has a drift.
 * What leaves the page served is no emergency. In the ledger's order; none where nothing was seen. Excepted findings show nothing.
 */
export function emergenciesOf(
  report: Report,
  parsed: ParsedLedger,
  now: Temporal.Instant,
  holidays: HolidayCalendar,
  asOf: ReadonlyMap<string, string>,
): Emergency[] {
  const seen = report.findings.filter(
    (each) =>
      each.kind === 'drift' &&
      each.part === 'endpoints' &&
      !ruleOf(each.rule).isServed &&
      each.excepted === null &&
      !asOf.has(each.id),
  );
  return (parsed.ledger.emergency?.conditions ?? []).flatMap((condition) => {
    const shownBy = seen.filter((each) => condition['shown-by']?.includes(subjectOf(each)));
    if (shownBy.length === 0) return [];
    return [
      {
        when: condition.when ?? null,
        firstInstruction: condition['first-instruction'] ?? null,
        shownBy,
        calls: callsOf(condition, parsed, now, holidays),
      },
    ];
  });
}

export function emergencyRules(
  { ledger }: ParsedLedger,
  now: Temporal.Instant,
  holidays: HolidayCalendar,
): EmergencyRules {
  const decider = (id: string | undefined): Decider | null => {
    if (id === undefined) return null;
    const contact = ledger.contacts?.[id];
    const reachable =
      contact === undefined ? null : isReachableAt(contact, now, ledger.site.timezone, holidays);
    return { contact: id, reachable };
  };
  const decision = (what: EmergencyRules['decisions'][number]['what'], said: Decision | undefined) => ({
    what,
    decides: decider(said?.decides),
    deputy: decider(said?.deputy),
    unreachable: said?.unreachable ?? null,
    needs: said?.needs ?? [],
  });
  const { decisions = {} } = ledger;
  return {
    tell: ledger['first-contact']?.tell ?? [],
    decisions: [
      decision('startRecovery', decisions['start-recovery']),
      decision('rollback', decisions.rollback),
      decision('publication', decisions.publication),
    ],
    rollbackWhen: ledger.rollback?.when ?? [],
  };
}

/** The condition's own order; else the route of the first contact. Waits and the route's end come from the route. */
function callsOf(
  condition: Condition,
  parsed: ParsedLedger,
  now: Temporal.Instant,
  holidays: HolidayCalendar,
): Call[] {
  const { ledger } = parsed;
  const written = ledger['first-contact']?.route ?? [];
  const end = written.findIndex(({ none }) => none !== undefined);
  // What stands behind `none` is not reached.
  const route = end < 0 ? written : written.slice(0, end);
  const own = condition.call ?? [];
  const ids = own.length > 0 ? own : route.flatMap(({ call }) => call ?? []);
  const calls: Call[] = ids.map((id) => {
    const contact = ledger.contacts?.[id];
    const channels = contact?.channels ?? [];
    return {
      type: 'contact',
      contact: id,
      reachable: contact === undefined ? null : isReachableAt(contact, now, ledger.site.timezone, holidays),
      channels: ledger.site.public ? channels : channels.filter(({ see }) => see !== undefined),
      line: contact === undefined ? null : parsed.locate(['contacts', id, 'channels']).line,
      wait: route.find(({ call }) => call === id)?.wait ?? null,
    };
  });
  const because = written[end]?.none;
  return because === undefined ? calls : [...calls, { type: 'nobody', because }];
}
