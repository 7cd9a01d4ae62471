import { placeName } from '../../protocols/place.ts';
import type { scheduleRules } from '../../rules/schedule.ts';
import type { RuleMessages } from '../rule-message.ts';

export const schedule: RuleMessages<typeof scheduleRules> = {
  'schedule/will-stop': {
    means:
      '公開リポジトリでは、最後の更新から60日たつと、GitHub が定期実行を自動的に止めます。その日が近づいています。',
    why: '止まっても誰にも知らされません。その日から先は、期限切れや異常があっても気づけなくなります。',
    remedy:
      '次のどれかを行ってください。毎月、リポジトリに何か変更を入れる(月次の見直しで台帳の日付を更新すれば足ります)。「Actions」タブのワークフローのページで「Continue running workflow」を押す。台帳を非公開のリポジトリに移す(非公開なら止まりません)。',
    say: ({ pushedAt, stopsAt, isPast }, format) => ({
      title: isPast
        ? 'この点検は、いつ GitHub に止められてもおかしくない状態です'
        : `この点検は、${format.day(stopsAt)}ごろに GitHub に止められます`,
      expected: '60日以内にリポジトリの更新があること',
      observed: `最後の更新は${format.day(pushedAt)}`,
    }),
  },
  'schedule/too-rare': {
    means:
      '更新の間隔が短い証明書のため、いまの点検の間隔では、自動更新の失敗に気づくのが遅れることがあります。',
    why: 'ある月の点検で問題がなくても、次の点検の前に期限が切れていることがあります。',
    remedy:
      'ワークフローに、証明書だけを見る短い間隔の点検(`only: certificates`)を加えてください。ワークフローの例にあります。',
    say: (data) => ({
      title: `${placeName(data)} の証明書に対して、点検の間隔が長すぎます`,
      expected: data.everyDays === 1 ? '毎日の点検' : `${data.everyDays}日に1回の点検`,
      observed: `証明書の有効期間は${data.lifetimeDays}日間`,
    }),
  },
  'schedule/was-late': {
    means:
      '予定の点検が、1日以上遅れたか、行われませんでした。GitHub の定期実行は、混み合うと遅れたり抜けたりします。',
    why: 'その間に起きた異常や期限切れは、知らされていません。',
    remedy:
      '一度だけなら対応は要りません。たびたび起こるなら、実行時刻を毎時0分ちょうどからずらし、ワークフローを誰かが止めていなかったかを確かめてください。',
    say: ({ due, came, before }, format) => ({
      title: `${format.day(due)}に予定していた点検が、遅れたか行われませんでした`,
      expected: `${format.moment(due)} の点検`,
      observed: `${format.moment(before)} から ${format.moment(came)} までの間、点検なし`,
    }),
  },
};
