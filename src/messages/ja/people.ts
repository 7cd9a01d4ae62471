import type { peopleRules } from '../../rules/people.ts';
import type { RuleMessages } from '../rule-message.ts';
import { accessName } from './checklist-words.ts';
import { failures } from './probe.ts';

export const people: RuleMessages<typeof peopleRules> = {
  'access/console-unreachable': {
    means:
      '管理画面のURLから、何の応答もありません。ログイン画面やアクセスの拒否が返れば、応答があったとみなします。',
    why: '障害の夜、正しいアカウントとパスワードを持っていても、入り口そのものが開きません。',
    remedy:
      '当日に作業する場所から、管理画面を開いてみてください。そこからは開く場合、接続元が限られています。理由を添えて、台帳に例外(exceptions)として書いてください。開かない場合は、今のURLを確かめて、台帳を直してください。',
    say: ({ access, url, code }) => ({
      title: `${accessName(access)}の管理画面が応答しません(${url})`,
      expected: '応答がある',
      observed: failures[code],
    }),
  },

  'contact/account-gone': {
    means: '連絡先のGitHubアカウントがなくなっています。削除されたか、名前が変わっています。',
    why: 'アカウントは、退職や異動でなくなることが多いものです。当日に電話してもつながらないか、退いた人が今も管理画面に入れるおそれがあります。',
    remedy:
      'この連絡先に今もつながるか、確かめてください。退いていれば、台帳の連絡先と「入れる人」から外し、各管理画面のアカウントも止めてください。名前が変わっただけなら、github を書き直してください。',
    say: ({ contact, account, accesses }, format) => ({
      title: `「${format.contact(contact)}」のGitHubアカウント ${account} が見つかりません`,
      expected: account,
      observed:
        accesses.length === 0
          ? 'アカウントがありません'
          : `アカウントがありません。この人が入れる管理画面: ${format.list(accesses.map(accessName))}`,
    }),
  },
};
