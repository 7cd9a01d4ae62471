import type { FleetMessages } from '../words.ts';

const states: FleetMessages['states'] = {
  invalid: { mark: '🔴', word: '台帳を読めません' },
  drift: { mark: '🔴', word: '差異あり' },
  'not-checked': { mark: '⚪', word: '点検されていません' },
  late: { mark: '⚪', word: '点検が止まっています' },
  incomplete: { mark: '🟡', word: '未確認あり' },
  match: { mark: '🟢', word: '一致' },
};

export const fleet: FleetMessages = {
  states,
  headline: (total, counts) => `サイト${total}件: ${counts}。`,
  counted: (state, count) => `${states[state].word} ${count}件`,
  critical: (sites) => `緊急の対応が必要なサイトは${sites}件です。`,
  site: 'サイト',
  state: '状態',
  score: 'そろっている項目',
  scored: (met, band) => `${met}/10(${band})`,
  toDo: '対応が必要なこと',
  toDoCount: (count, critical) => `${count}件${critical === 0 ? '' : `(緊急 ${critical}件)`}`,
  next: '次の日付',
  checked: '点検した日',
  stopped: (day) => `${day}に予定されていた点検が行われていません`,
  issue: 'issue',
  mergedAt: (moment) => `${moment} の時点でまとめたものです。`,
  more: (count) => `ほかに${count}件あります。すべては、merge --format json の出力で見られます。`,
  unread: (files) => `読めなかった report.json: ${files}`,
  noReports: (pattern) => `${pattern} に report.json がありません。`,
  notReadable: (file, problem) => {
    switch (problem.type) {
      case 'no-json':
        return `${file}: JSON として読めません。書きかけか、別のファイルです。`;
      case 'version':
        return `${file}: 新しい版(${problem.version})の report.json です。recovery-ledger を更新してください。`;
      case 'no-report':
        return `${file}: recovery-ledger の report.json ではありません${problem.at === '' ? '' : `(${problem.at} が違います)`}。`;
    }
  },
  nothing:
    'まとめる report.json がありません。recovery-ledger merge reports/ のように、ファイルかフォルダーを指定してください。',
};
