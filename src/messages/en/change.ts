import type { changeRules } from '../../rules/change.ts';
import type { RuleMessages } from '../rule-message.ts';

const mostNames = 3;

export const change: RuleMessages<typeof changeRules> = {
  'change/unrecorded': {
    means:
      'The ledger promises to keep the history of changes, and something changed without a line under `changes`.',
    why: 'The first question on the night is what was changed last. What nobody wrote down is looked for by hand, and rolled back last.',
    remedy: 'Ask who made the change, and add a line to `changes`: the day, who, and what was changed.',
    say: ({ what, names }, format) => {
      const shown = names.slice(0, mostNames);
      const more = names.length - shown.length;
      const list = format.list(more > 0 ? [...shown, `${more} more`] : shown);
      return {
        title:
          what === 'observed'
            ? `Nobody wrote down that ${list} was changed`
            : names.length === 0
              ? 'Claims under reality were changed, and nobody wrote it down'
              : `The ledger says something else of ${list} now, and nobody wrote down why`,
        expected: 'a line under changes',
        observed: 'no new line',
      };
    },
  },
};
