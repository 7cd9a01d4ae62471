import { usualFile } from '../../ledger/source.ts';
import type { InitMessages } from '../words.ts';
import { documents } from './init-documents.ts';

const address = 'https://github.com/recovery-ledger/recovery-ledger';

export const init: InitMessages = {
  header: ({ url, day }) => [
    `# 運用台帳(1枚)。${day} に ${url} を外から見て、分かったことを書き込みました。`,
    '# 「# 」で始まる行は、説明と質問です。「#」のすぐ後に文字が続く行は、# を消して書き換えると有効になります。',
    '# まだ分からないことは unknown、無いものは { none: "理由" } と書きます。パスワードは書かず、保管場所だけを書きます。',
    `# 非公開のリポジトリに置いてください。記入例: ${address}/blob/main/examples/ja/ledger.yml`,
  ],
  reviewed: '全体を見直した日。月1回の点検で書き換えます',
  timezone: null,
  first: '# ── まずこの3つ: ② 一次連絡先、⑦ 権限、⑤ 切り戻し ──',
  after: '# ── 次に: 権限(⑧)、連絡(③)、手順(①④⑥⑨)、責任分界 ──',
  questions: {
    parties: () => [
      '# 関係者はどこですか(社名)。',
      '#parties: { client: 発注者, maintenance: 保守会社, agency: 制作会社 }',
    ],
    contacts: ({ contacts: [desk, other], parties: [party, owner] }) => [
      '# 連絡先はどこですか。個人名より、当番や代表の窓口を書きます。',
      '#contacts:',
      `#  ${desk}:`,
      '#    name: 保守会社 緊急受付',
      `#    party: ${party}`,
      '#    kind: desk                 # desk(窓口・当番) | person(個人)',
      '#    hours: 24/365              # または [Mon-Fri 09:00-18:00]',
      '#    channels: unknown          # 2つ以上。例: [{ phone: "03-1234-5678" }, { email: desk@example.co.jp }]',
      '#    verified: unknown          # 実際につながることを確かめた日(例: 2026-12-01)',
      `#  ${other}:`,
      '#    name: 情報システム課(当番)',
      `#    party: ${owner}`,
      '#    kind: desk',
      '#    hours: 24/365',
      '#    channels: unknown',
      '#    verified: unknown',
    ],
    'first-contact': ({ contacts: [desk, other] }) => [
      '# ② いま止まったら、最初にどこへ連絡しますか。夜間・休日も出ますか。出ないときは何分待って、次はどこですか。',
      '#first-contact:',
      `#  route: [{ call: ${desk}, wait: 10m }, { call: ${other} }]`,
      '#  tell: [状況, 影響, 直近の変更]',
    ],
    access: ({ contacts: [desk, other], wordPressAdmin }) => [
      '# ⑦ サーバー・監視・バックアップの管理画面に、誰が入れますか(2人以上)。担当者が不在のときは、どう入りますか。',
      '#access:',
      '#  common:',
      `#    holders: [${desk}, ${other}]   # 入れる人・窓口`,
      '#    login: unknown             # アカウントの保管場所',
      `#    mfa: { method: totp, held-by: [${desk}, ${other}] }   # 多要素認証と、それを持つ人`,
      '#    emergency: unknown         # 担当者が不在のときの入り方',
      '#  server: { console: unknown, can: [restart, apply-settings, resize], verified: unknown }   # verified = 入れることを確かめた日',
      '#  monitoring: { console: unknown, can: [view-alerts, view-logs], verified: unknown }',
      '#  backup: { console: unknown, can: [restore, confirm], verified: unknown }',
      wordPressAdmin === null
        ? '#  cms: { console: unknown, can: [edit, switch-maintenance], verified: unknown }   # なければ { none: "理由" }'
        : `#  cms: { console: ${wordPressAdmin}, can: [edit, switch-maintenance], verified: unknown }   # WordPress のようです`,
    ],
    rollback: ({ contacts: [desk], parties: [, owner] }) => [
      '# ⑤ 公開した変更を、誰が・どこで・どう戻しますか。どうなったら戻しますか。その基準は誰が承認しましたか。',
      '#rollback:',
      '#  what: 直前のリリース',
      '#  when: [停止が30分を超えた, 問い合わせができない]',
      `#  approved-by: ${owner}`,
      `#  by: ${desk}`,
      '#  where: unknown             # 作業する画面',
      '#  takes: 30m',
      '#  verify: [home]             # 何が見られれば成功か(reality の endpoints)',
      '#  runbook: docs/rollback.md  # 手順を書き終えてから # を消します',
      '#  rehearsed: unknown         # 机上演習などで確かめた日',
    ],
    entrance: ({ cdn }) => [
      '# ⑧ ドメイン・DNS・証明書の管理画面に、誰が入れますか。止めたいページだけを止める方法はありますか。',
      '#entrance:',
      '#  domain: { console: unknown, can: [renew, change-nameservers], runbook: docs/domain.md, verified: unknown }',
      '#  dns: { console: unknown, can: [failover], runbook: docs/switch-dns.md, verified: unknown }',
      '#  certificate: { console: unknown, can: [renew, replace], runbook: docs/renew-certificate.md, verified: unknown }',
      '#  bypass: { console: unknown, can: [block-path, static-page], runbook: docs/bypass.md, verified: unknown }',
      cdn === null
        ? '#  cdn: { none: "CDN は使っていない" }   # 外からは、CDN は見当たりません'
        : `#  cdn: { console: unknown, can: [purge], verified: unknown }   # ${cdn} を通しているようです`,
    ],
    decisions: ({ contacts: [desk, other] }) => [
      '# ③ 復旧開始・切り戻し・公開停止の GO は、誰が出しますか。連絡がつかないときは、誰が決めますか。',
      '#decisions:',
      `#  common: { decides: ${other}, deputy: ${desk}, unreachable: "20分つながらなければ副判断者が決める" }`,
      '#  start-recovery: { needs: [影響, 復旧の見込み] }',
      '#  rollback: { needs: [影響, 切り戻しの所要時間] }',
      '#  publication: { needs: [影響] }',
    ],
    emergency: ({ contacts: [desk, other], parties: [party, owner] }) => [
      '# ① 何が起きたら緊急とみなしますか。そのとき、どこへ連絡し、最初に何をしますか。',
      '#emergency:',
      `#  agreed: { date: unknown, by: [${owner}, ${party}] }   # 合意した日と相手`,
      '#  conditions:',
      `#    - { when: トップページが表示できない, shown-by: [home], call: [${desk}, ${other}], first-instruction: 暫定復旧を優先する }`,
    ],
    targets: () => [
      '# ④ 一次報告・更新・暫定復旧・完全復旧の目標時間は、どれくらいですか(約束ではなく、報告の節目です)。',
      '#targets: { first-report: 30m, update-every: 60m, provisional: 2h, full: 24h }',
    ],
    restore: ({ contacts: [desk] }) => [
      '# ⑥ バックアップから、何を・どこへ・誰が戻しますか。どの時点を選びますか。',
      '#restore:',
      '#  covers: [database, files]',
      '#  into: staging-first        # 検証環境で確認してから。本番へ直接なら production',
      '#  choose: 障害の直前に正常終了した日次バックアップ',
      `#  by: ${desk}`,
      '#  takes: 90m',
      '#  verify: [home]',
      '#  backups: [daily]           # reality の backups',
      '#  runbook: docs/restore.md   # 手順を書き終えてから # を消します',
      '#  rehearsed: unknown',
    ],
    evidence: ({ contacts: [desk, other] }) => [
      '# ⑨ ログ・アラート・変更履歴は、どこにあり、誰が見られますか。',
      '#evidence:',
      '#  logs:',
      `#    access: { where: unknown, viewers: [${desk}, ${other}] }`,
      `#    application: { where: unknown, viewers: [${desk}] }`,
      `#    system: { where: unknown, viewers: [${desk}] }   # 見られないときは { none: "理由" }`,
      `#  alerts: { where: unknown, to: [${desk}, ${other}] }`,
      '#  changes: ledger            # ledger = このファイルの changes',
    ],
    responsibility: ({ parties: [party, owner] }) => [
      '# 判断・作業・連絡・権限・説明責任は、どこが受け持ち、どこが代わりますか。',
      '#responsibility:',
      `#  decision: { party: ${owner}, stand-in: ${party} }`,
      `#  operation: { party: ${party}, stand-in: ${owner} }`,
    ],
  },
  templates: '# ⑩ 報告テンプレート。社名や言い回しは、自由に直してください。',
  reality: (day) =>
    `# 現実: 外から見えたもの(${day})。点検のたびに、ここに書いたことと実際の状態を突き合わせます。`,
  unseen: (what, reason) => `確認できませんでした: ${what}(${reason})`,
  cdnAddresses: (what, cdn) => `${what} は ${cdn} が変えるアドレスのため、書いていません。`,
  balancerAddresses: (what, addresses) =>
    `${what} は、ロードバランサーなら知らせなく変わるため、書いていません(いまは ${addresses})。変わらないと分かっていれば、書き足してください。`,
  aliasAddresses: (what, target, addresses) =>
    `${what} は ${target} のアドレスで、その運営者が変えることがあるため、書いていません(いまは ${addresses})。変わらないと分かっていれば、書き足してください。`,
  because: {
    cdn: 'CDN のアドレスは変わるため、範囲や末尾で照合',
    rotates: '問い合わせるたびに答えが変わるため',
  },
  certificate: ({ renewal, inferredBy, lastDay, chooser }) =>
    renewal === 'automatic'
      ? `${lastDay} まで。自動更新は、${inferredBy === 'issuer' ? '認証局' : '有効期間の短さ'}からの推定です${chooser === null ? '' : `。認証局は ${chooser} が選びます`}`
      : `${lastDay} まで。手動更新は、認証局からの推定です。自動更新なら automatic に`,
  certificateDoubtful: (host) =>
    `${host} の証明書には問題が見えます。認証局は書いていません。check で詳しく確かめてください。`,
  homeStatus: (status) =>
    `ページは HTTP ${status} を返しました。正しい状態に戻ってから、status と contains を書いてください。`,
  homeSign: (sign) => `${signs[sign.type]}正しいページが見えてから、contains を書いてください。`,
  noMarkers: 'このページに必ず出る言葉(社名など)を contains に書くと、中身まで確かめられます。',
  withoutTls: (reason) => `https では開けませんでした(${reason})。http のアドレスを書いています。`,
  pages: 'ほかに、止まると困るページ(問い合わせ、予約、ログインなど)はありますか。',
  contactPage: (url) => `#contact-form: { url: ${url}, expect: { status: 200, contains: [お問い合わせ] } }`,
  backups: [
    '# バックアップは、どこに・どの間隔で・いくつ残していますか(API で確かめられるもの: docs/providers.md)。',
    '#backups:',
    '#  daily: { provider: by-hand, every: 24h, keep: 7, newest: unknown, evidence: "管理画面で見た" }',
  ],
  mail: (domain) => [
    '# メールの DKIM のセレクター名(s1 など)は、何ですか。DMARC は見つかりませんでした。',
    '#mail:',
    `#  ${domain}: { dkim: [s1] }`,
  ],
  domainEnds: (day) =>
    day === null
      ? '有効期限は公開されていません。管理画面で見て expires と evidence に書きます'
      : `有効期限 ${day}`,
  renewal: '自動更新ですか。自動更新なら renewal: automatic、手動なら renewal: manual と書き足します。',
  noRegistry: (domain) =>
    `${domain} の登録情報は、外から問い合わせられません。管理画面で有効期限を見て、次の行に書いてください。`,
  notRegistered: (domain) => `${domain} は、レジストリでは未登録とのことです。ドメイン名を確かめてください。`,
  foreignDomain: (domain) =>
    `${domain} は、このサイトの持ち主のドメインですか。違うときは、この行を消してください。メールの設定は見ていません。`,
  created: '外から見えたものから台帳を作成',
  documents,
  terminal: {
    progress: (url) => `${url} を見ています`,
    notAnAddress: (text) =>
      `「${text}」はサイトの URL ではありません。https://www.example.co.jp/ のように指定してください。`,
    exists: (file) =>
      `${file} は、すでにあります。上書きはしません。別の名前を --output で指定するか、--dry-run で内容だけを見てください。`,
    noSuchName: (host, reason) =>
      `${host} を見つけられませんでした(${reason})。URL のつづりを確かめてください。何も書いていません。`,
    nothingSeen: (url, reason) =>
      `${url} について、外から何も見えませんでした(${reason})。接続を確かめて、もう一度実行してください。何も書いていません。`,
    wrote: (file) => `書きました: ${file}`,
    wouldWrite: (file) => `書く予定(--dry-run のため、まだ書いていません): ${file}`,
    kept: (file) => `すでにあるため、そのままにしました: ${file}`,
    lacksFields: (file) =>
      `${file} には報告に必要な欄が足りないため、台帳の templates ではコメントにしています。欄を足してから # を消してください。`,
    unseen: (what, reason) => `確認できませんでした: ${what}(${reason})`,
    answersUnreadable: (file) => `--from: ${file} を読めません。`,
    answersSecret: 'パスワードや鍵のように見えるものが書かれています。',
    answersRejected: (file) => `--from: ${file} に誤りがあるため、何も書いていません。`,
    answersKey: (key) => `${key} は init が外から見て書くため、ここには書けません`,
    nextSteps: ({ ledger, hasQuestions }) =>
      [
        '次にすること:',
        hasQuestions
          ? `  1. ${ledger} の ② 一次連絡先、⑦ 権限、⑤ 切り戻しの質問に答える`
          : `  1. ${ledger} に残っている質問に答える`,
        `  2. recovery-ledger check ${ledger} で、現実と突き合わせる`,
        `  3. 毎月の点検を始める: examples/workflow.yml を .github/workflows/recovery-ledger.yml にコピーする`,
        `     (${address}/blob/main/examples/workflow.yml)`,
        ...(ledger === usualFile
          ? []
          : [`     台帳の場所が違うため、with に「ledger: ${ledger}」を加え、paths も書き換える`]),
      ].join('\n'),
  },
};

const signs: { readonly [T in 'challenge' | 'maintenance' | 'broken' | 'parked' | 'placeholder']: string } = {
  challenge: '機械からのアクセスを拒む画面が出ました。',
  maintenance: 'メンテナンス中の画面が出ました。',
  broken: 'エラーの画面が出ました。',
  parked: 'ドメイン会社の仮のページが出ました。',
  placeholder: 'サーバー会社やWebサーバーの仮のページが出ました。',
};
