import type { RecoveryMessages } from '../words.ts';
import { templates } from './checklist-words.ts';

export const recovery: RecoveryMessages = {
  labels: {
    incident: '障害の情報を集める1本のスレッド(Recovery Ledger)',
    permanent: '恒久対応のタスク(Recovery Ledger)',
  },
  title: (site, day) => `【障害対応】${site}(${day})`,
  checkedAt: (moment) =>
    `${moment} の点検で見えた状態です。ここから「ここから下は、人が書くところです」の行までは、復旧の点検のたびに書き換わります。その下に書いたことは、そのまま残ります。`,
  stage: {
    heading: 'いまの段階',
    none: '**まだ暫定復旧していません。** 主要導線が戻っていません。',
    provisional: '**暫定復旧しています。** 主要導線は戻りました。完全復旧には、次のことが残っています。',
    full: '**完全復旧しています。** 台帳で決めた完全復旧の条件が、すべてそろいました。',
    notKnown: '**どの段階か、まだ分かりません。** 確認できていないものがあります。',
    names: { provisional: '暫定復旧(主要導線が戻る)', full: '完全復旧(平常の運用に戻る)' },
    states: { yes: '満たしています', no: 'まだ満たしていません', unknown: '確認できていません' },
    table: { stage: '段階', state: '状態', blocking: '残っていることと担当' },
    nothingBlocks: 'なし',
    notSeen: (endpoint) => `${endpoint} を確認できていません`,
    byParty: (text, party) => `${text}(担当: ${party})`,
  },
  confirm: {
    heading: '人が確かめること',
    explained:
      '点検では見えないことです。確かめた人が、チェックを付けてください。次の点検から、完全復旧の判定に入ります。',
    what: {
      performance: '表示の速さが平常に戻った',
      monitoring: '監視が平常に戻り、アラートが出ていない',
      backups: 'バックアップが、復旧のあとに正常に取れた',
    },
    waiting: (what) => `「${what}」を人が確かめるのを待っています`,
  },
  hidden: {
    heading: '戻っているのに、まだ見えない人がいるページ',
    oldDns: (endpoint, address) =>
      `${endpoint}: 新しい接続先(${address})では正常に表示されます。古い DNS の答えが残っている利用者には、まだ届きません。TTL が過ぎるのを待つか、古い接続先からも新しい接続先へ案内してください。`,
    cache: (endpoint) =>
      `${endpoint}: サーバーは正常に応答しています。CDN などのキャッシュが、古い画面を返しています。キャッシュを消去(パージ)してください。`,
  },
  nextUpdate: {
    due: (moment, every) => `台帳で決めた間隔(${every}ごと)では、次の更新は **${moment}** です。`,
    notAgreed:
      '台帳に、更新の間隔(targets.update-every)が書かれていません。次の更新の時刻を、先に決めてください。',
    field: '**次の更新の時刻**: ',
  },
  timeline: {
    heading: '点検で見えた経過',
    when: '日時',
    what: 'できごと',
    event(what, endpoint) {
      switch (what) {
        case 'watching':
          return '復旧の点検を始めました';
        case 'failed':
          return `${endpoint} の異常を確認しました`;
        case 'answered':
          return `${endpoint} が戻ったことを確認しました`;
        case 'provisional':
          return '暫定復旧(主要導線が戻る)を確認しました';
        case 'full':
          return '完全復旧を確認しました';
        case 'fell-back':
          return '暫定復旧の条件を、また満たさなくなりました';
      }
    },
  },
  drafts: {
    heading: '報告の下書き',
    firstReport: '一次報告の下書き',
    recoveryReport: '復旧報告の下書き',
    inFiles: (files) => `下書きは、この点検の出力にもあります: ${files}`,
    noTemplate: (template, isNamed) =>
      `${templates[template]}の下書きは作れませんでした。${isNamed ? 'テンプレートを読めません。' : '台帳の templates に、テンプレートが書かれていません。'}`,
    tooLong: '長いため、ここには載せていません。点検の出力にあります。',
  },
  full: {
    heading: '完全復旧のあとに',
    whichItems: '今回、台帳のどの項目で復旧が止まりましたか。止まった項目にチェックを付けてください。',
    proposal:
      '台帳の `incidents` に、次の1行を足してください(チェックした項目は、次の点検でこの行に入ります)。',
    permanent: (number, party, day) =>
      `恒久対応は、別のタスク #${number} にしました。担当は${party}、期限は${day}です。`,
    permanentNotOpened: (party, day) =>
      `恒久対応のタスクは、まだ作れていません。次の復旧の点検で作ります。担当は${party}、期限は${day}です。`,
    permanentMissing:
      '台帳に、恒久対応の担当と期限(stages.permanent)が書かれていません。担当と期限を決めて、別のタスクにしてください。',
  },
  ownPart: 'ここから下は、人が書くところです。点検は書き換えません。',
  people: {
    now: ['いま起きていること', '(症状と影響。いつから、どこで、誰に。)'],
    done: ['対応したこと', '(何時に、誰が、何をしたか。結果はどうだったか。)'],
    known: ['分かっていること・分かっていないこと', '(原因の仮説は、確かめたことと分けて書く。)'],
    next: ['次に、誰が何をするか', '(担当と時刻。判断を待っているなら、誰の判断か。)'],
  },
  comment: {
    provisional: '暫定復旧(主要導線が戻る)を確認しました。',
    full: '完全復旧を確認しました。どの項目で止まったかを、本文で教えてください。',
    fellBack: '暫定復旧の条件を、また満たさなくなりました。',
    blocking: (list) => `残っていること: ${list}`,
  },
  permanentTask: {
    title: (site) => `恒久対応: ${site}`,
    body: (incident, party, day) =>
      `障害 ${incident} は完全復旧しました。同じことが起きないようにする恒久対応を、ここで進めます。\n\n- **担当**: ${party}\n- **期限**: ${day}\n- [ ] 原因を確かめた\n- [ ] 対策を決めた\n- [ ] 対策を行い、効いていることを確かめた\n- [ ] 台帳の \`incidents\` に \`done\` の日付を書いた`,
  },
  draft: {
    mark: '← 要記入',
    auto: '(点検より)',
    note: (fills, approves, sends) =>
      `> 下書きです。「← 要記入」の行は、人が書いてください。点検で見えたことだけを書き入れてあり、推測は書いていません。${[
        fills === null ? null : `書く人: ${fills}`,
        approves === null ? null : `承認する人: ${approves}`,
        sends === null ? null : `送る人: ${sends}`,
      ]
        .filter((each) => each !== null)
        .map((each, index) => (index === 0 ? `\n> ${each}` : each))
        .join(' / ')}`,
    symptom: (title, moment) => `${title}(${moment} に確認)`,
    noSymptom: '点検では、いま異常は見えていません',
    began: (moment) => `不明。点検で最初に見えたのは ${moment}`,
    impact: (urls) =>
      `次のページに異常があります: ${urls}。影響を受けた方の人数や件数は、点検では分かりません`,
    nextUpdate: (moment, every) => `${moment}(${every}ごとに更新)`,
    permanent: (party, day) => `恒久対応(担当: ${party}、期限: ${day})`,
  },
  unnamedIncident: '(何が起きたかを一言で)',
  nothingWrong:
    '主要導線はどれも正常で、続いている障害の issue もありません。障害の issue は作りませんでした。',
};
