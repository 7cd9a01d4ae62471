import type { FailureCode } from '../../edge/failure.ts';
import { type Finding, finding } from '../../rules/finding.ts';
import type { JudgeContext, Observation } from '../probe.ts';
import type { ConsoleClaim, ConsoleFact, Door } from './fact.ts';

/**
 * What says that nothing is there for anybody. A connection that is broken off half-way, or has no way out of here,
 * may be the work of a filter.
 */
const silentCodes: ReadonlySet<FailureCode> = new Set(['name-not-found', 'refused', 'timeout']);

/** Whether the consoles answer: one finding for each access that a silent one keeps people out of. */
export function judgeConsole(
  { check: { claim }, outcome }: Observation<ConsoleClaim, ConsoleFact>,
  context: JudgeContext,
): Finding[] {
  const each = (tell: (door: Door) => Finding) => claim.doors.map(tell);
  if (outcome.type === 'crashed') {
    return each((door) => unseen(claim, door, 'response-unexpected', null, context));
  }
  if (outcome.type === 'seen') return [];
  const { code, detail } = outcome.failure;
  if (silentCodes.has(code)) {
    if (!context.anythingAnswered) {
      return each((door) => unseen(claim, door, 'nothing-answered', null, context));
    }
    return each((door) => {
      const data = { access: door.id, url: claim.url, code };
      const items = [door.item];
      return finding('access/console-unreachable', { ...about(door, context), data, items });
    });
  }
  return each((door) => {
    const what = named(claim, door);
    const parts = { ...about(door, context), distinction: aspectOf(door) };
    switch (code) {
      case 'private-network':
        return finding('probe/not-testable', { ...parts, data: { what, reason: 'private-network' } });
      case 'no-ipv4':
      case 'no-ipv6':
        if (!context.anythingAnswered) return unseen(claim, door, 'nothing-answered', null, context);
        return finding('probe/not-testable', { ...parts, data: { what, reason: code } });
      case 'blocked': {
        const data = { what, address: detail ?? what };
        return finding('probe/blocked', { ...parts, data, items: [door.item] });
      }
      default:
        return unseen(claim, door, code, detail, context);
    }
  });
}

function about({ id, path, clashes }: Door, { ledger, operator }: JudgeContext) {
  return {
    subject: id,
    ...(clashes ? { distinction: 'entrance' } : {}),
    path: [...path, 'console'],
    party: ledger.responsibility?.access?.party ?? operator,
  };
}

/** An endpoint, a backup or a contact may have the same id. */
function aspectOf({ clashes }: Door): string {
  return clashes ? 'console entrance' : 'console';
}

function named({ url }: ConsoleClaim, { id }: Door): string {
  return `${url} (${id})`;
}

function unseen(
  claim: ConsoleClaim,
  door: Door,
  code: FailureCode,
  detail: string | null,
  context: JudgeContext,
): Finding {
  return finding('probe/failed', {
    ...about(door, context),
    distinction: aspectOf(door),
    data: { what: named(claim, door), code, detail },
    kind: 'unknown',
    severity: 'warning',
    items: [door.item],
  });
}
