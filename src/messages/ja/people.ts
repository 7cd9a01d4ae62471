import type { PeopleRules } from '../../rules/people.ts';
import type { RuleMessages } from '../messages.ts';
import { accessName } from './checklist-words.ts';
import { failures } from './probe.ts';

export const people: RuleMessages<PeopleRules> = {
  'access/console-unreachable': {
    means:
      '管理画面のURLから、何の応答もありません。ログイン画面やアクセスの拒否が返れば、応答があったとみなします。',
    why: '障害の夜、正しいアカウントとパスワードを持っていても、入り口そのものが開きません。',
    remedy: '当日と同じやり方で管理画面を開いてみてください。移転していれば、台帳のURLを直してください。',
    say: ({ access, url, code }) => ({
      title: `${accessName(access)}の管理画面が応答しません(${url})`,
      expected: '応答がある',
      observed: failures[code],
      ...(code === 'timeout'
        ? {
            remedy:
              '当日に作業する場所から、管理画面を開いてみてください。そこからは開く場合、接続元が限られています。理由を添えて、台帳に例外(exceptions)として書いてください。開かない場合は、今のURLを確かめて、台帳を直してください。',
          }
        : {}),
    }),
  },
};
