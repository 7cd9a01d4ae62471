import type { FailureCode } from '../../edge/failure.ts';
import { finding } from '../../rules/finding.ts';
import type { Unseen } from '../judge-unseen.ts';
import type { Check, JudgeContext } from '../probe.ts';
import type { ConsoleClaim, Door } from './fact.ts';

/**
 * What says that nothing is there for anybody. A connection that is broken off half-way, or has no way out of here,
 * may be the work of a filter.
 */
const silentCodes: ReadonlySet<FailureCode> = new Set(['name-not-found', 'refused', 'timeout', 'no-answer']);

/** A console that does not answer, once for each access that it keeps people out of. */
export function unseenConsole(
  { claim: { url, doors } }: Check<ConsoleClaim>,
  context: JudgeContext,
): readonly Unseen[] {
  return doors.map((door) => {
    const { id, item } = door;
    return {
      ...about(door, context),
      // An endpoint, a backup or a contact may have the same id.
      distinction: door.clashes ? 'console entrance' : 'console',
      items: [item],
      what: `${url} (${id})`,
      judged: ({ code }) =>
        silentCodes.has(code)
          ? [
              finding('access/console-unreachable', {
                ...about(door, context),
                data: { access: id, url, code },
                items: [item],
              }),
            ]
          : null,
    };
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
