import type { Problem } from '../../ledger/problem.ts';
import type { ledgerRules, SecretPlace } from '../../rules/ledger.ts';
import type { Format } from '../format.ts';
import type { RuleMessages } from '../rule-message.ts';
import { problems } from './problems.ts';

export const ledger: RuleMessages<typeof ledgerRules> = {
  'ledger/invalid': {
    means: '台帳のこの箇所を読めないため、台帳の内容を点検できていません。',
    why: '読めない台帳は、人にとっても間違っていることがあります。また、現実とのずれを誰にも知らせられません。',
    remedy: '示した箇所を直してから、もう一度点検してください。',
    say: ({ problem }) => (problems[problem.code] as (problem: Problem) => string)(problem),
  },
  'ledger/secret-found': {
    means: '台帳に、パスワードや鍵のように見えるものが書かれています。',
    why: 'リポジトリを読める人は、いまも過去の履歴からも、これを見られます。台帳は復旧のときに、知らせてはいけない相手にも渡ることがあります。',
    remedy:
      'まず、その値を使っているところで変更(無効化)してください。行を消しても、リポジトリの履歴には残ります。新しい値は保管庫に入れ、台帳には保管場所だけを書いてください。',
    say: (place, format) => ({
      title: `${secretPlace(place, format)}に、パスワードや鍵のように見えるものが書かれています`,
      expected: '保管場所だけを書く',
      observed: '(値は表示しません)',
    }),
  },
  'ledger/secret-possible': {
    means: 'パスワードを表す言葉のそばに、パスワードかもしれないものが書かれています。',
    why: 'パスワードであれば、リポジトリを読める人は、いまも過去の履歴からも、これを見られます。',
    remedy:
      'パスワードであれば、使っているところで変更し、新しい値は保管庫に入れて、ここには保管場所だけを書いてください。パスワードでなければ、言い方を変えるか、理由と期限を添えて exceptions に書いてください。',
    say: (place, format) => ({
      title: `${secretPlace(place, format)}に、パスワードかもしれないものが書かれています`,
      expected: '保管場所だけを書く',
      observed: '(値は表示しません)',
    }),
  },
  'ledger/private-data-public': {
    means: '公開リポジトリの台帳に、連絡先の電話番号かメールアドレスが書かれています。',
    why: '誰でも読める場所にある番号には、いたずらや詐欺の連絡も来ます。夜間の緊急連絡が、それに埋もれるおそれがあります。消しても、リポジトリの履歴には残ります。',
    remedy:
      'リポジトリを非公開にするか、番号やアドレスの代わりに、see に保管場所を書いてください。承知のうえで公開する場合は、理由と期限を exceptions に書いてください。',
    say: ({ phones, emails, contacts, isInIssues }) => ({
      title: `公開リポジトリに、${contacts}件の連絡先の${[
        ...(phones > 0 ? [`電話番号 ${phones}件`] : []),
        ...(emails > 0 ? [`メールアドレス ${emails}件`] : []),
      ].join('と')}が書かれています`,
      expected: '公開する場所には保管場所だけを書く',
      observed: isInIssues
        ? 'site.public: true のため、issue にも表示されます'
        : '台帳のファイルで誰でも読めます',
      ...(isInIssues
        ? {
            remedy:
              'リポジトリを非公開にするか、番号やアドレスの代わりに、see に保管場所を書いてください。少なくとも site.public を false にすれば、issue やコメントには表示されなくなります。承知のうえで公開する場合は、理由と期限を exceptions に書いてください。',
          }
        : {}),
    }),
  },
  'ledger/review-due': {
    means: '台帳全体の見直しが、決めた間隔を過ぎています。',
    why: '担当者の異動、番号の変更、役割の移動など、人しか知らないことは気づかないうちに古くなります。',
    remedy: '10項目を関係者で見直し、変わったところを直して、reviewed をその日の日付にしてください。',
    say: ({ reviewed, every }, format) => ({
      title:
        reviewed === null
          ? '台帳全体をいつ見直したかが書かれていません'
          : `台帳全体の見直しは ${format.day(reviewed)} が最後です`,
      expected: `${format.duration(every)}ごと`,
      observed: reviewed === null ? '書かれていません' : format.day(reviewed),
    }),
  },
  'ledger/exception-expired': {
    means: '例外の期限が過ぎ、対象の指摘が再び報告されています。',
    why: 'その日までに見直すことを前提に、許容していた差異です。',
    remedy: '元の問題を直すか、関係者で合意した新しい期限を、理由とともに書いてください。',
    say: ({ rule, subject, until }, format) => ({
      title: `${subject} の例外(${rule})は ${format.day(until)} で期限切れです`,
      expected: `${format.day(until)}まで`,
    }),
  },
  'ledger/exception-unused': {
    means: '例外に当てはまる指摘がなくなっています。',
    why: '元の問題は直ったようです。例外を残しておくと、同じ問題が再発したときに気づけません。',
    remedy: '台帳からこの例外を消してください。',
    say: ({ rule, subject }) => `${subject} の例外(${rule})に当てはまる指摘がありません`,
  },
};

/** Of many lines the first ten: who mends those sees the others. */
function secretPlace(place: SecretPlace, format: Format): string {
  if (!('file' in place)) return place.where === null ? 'コメント' : `${place.where} `;
  return `${place.file} の${format.list(place.lines.slice(0, 10).map(String))}行目`;
}
