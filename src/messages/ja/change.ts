import type { changeRules } from '../../rules/change.ts';
import type { RuleMessages } from '../rule-message.ts';

const mostNames = 3;

export const change: RuleMessages<typeof changeRules> = {
  'change/unrecorded': {
    means: '台帳に変更履歴を残す約束ですが、変わったものについて changes に行がありません。',
    why: '障害の夜、最初に聞かれるのは「直前に何を変えたか」です。書き残していない変更は、手探りで探すことになり、切り戻しが遅れます。',
    remedy: '誰が変えたのかを確かめて、changes に1行(日付、担当、変えた内容)を書き足してください。',
    say: ({ what, names }, format) => {
      const shown = names.slice(0, mostNames);
      const more = names.length - shown.length;
      const list = `${format.list(shown)}${more > 0 ? `ほか${more}件` : ''}`;
      return {
        title:
          what === 'observed'
            ? `${list} が変わりましたが、誰もこの変更を書き残していません`
            : names.length === 0
              ? '台帳の reality が書き換わりましたが、誰もこの変更を書き残していません'
              : `台帳の ${list} が書き換わりましたが、誰もこの変更を書き残していません`,
        expected: 'changes に行がある',
        observed: '新しい行がありません',
      };
    },
  },
};
