import type { CommandMessages } from '../command.ts';

export const command: CommandMessages = {
  usage: `recovery-ledger は、サイトの運用台帳を現実と合った状態に保ちます。

使い方:
  recovery-ledger init サイトのURL  サイトを外から見て、最初の台帳を書きます(人しか知らないことは質問として残します)
  recovery-ledger check [台帳…]     現実と突き合わせて報告します(省略時は ledger.yml)
  recovery-ledger accept [台帳…]    台帳が古いだけのところを、実際の値に書き換えます
  recovery-ledger questions [台帳]  未回答の項目を、相手ごとのメール本文にします(台帳がなければ全項目)
  recovery-ledger merge レポート…   複数の report.json(ファイル、フォルダー)を、状態の悪い順の表にまとめます
  recovery-ledger explain ルール名   ルールの意味、復旧のときに困ること、対応を説明します
  recovery-ledger schema            台帳の JSON Schema を出力します
  recovery-ledger --version | --help

check のオプション:
  --format text|json|markdown|html   出力の形式(省略時は text)
  --language ja|en              報告の言語(省略時は台帳の指定)
  --offline                     台帳とその横のファイルだけを読み、外部には接続しません
  --only 対象                   endpoints,certificates,dns,mail,domains,backups,access,people
  --base ファイル               変更前の台帳。変更で良くなる点・悪くなる点を示します
  --now 日時                    この時刻(ISO 形式)で判定します
  --next-check 日付|期間        次回の点検日(省略時は台帳の review.every)
  --output-dir フォルダー       report.json と calendar.ics を フォルダー/<台帳のパス>/ にも書き出します
  --retries 5s,30s              確認に失敗したとき、もう一度試すまでの待ち時間
  --deadline 5m                 台帳ごとの、確認にかける時間の上限
  --resolver ホスト:ポート|URL  DNS リゾルバー、または DNS over HTTPS の URL
  --root-hints 名前=アドレス:ポート   DNS の問い合わせを始めるサーバー(繰り返し可)
  --connect-to ホスト:ポート=アドレス:ポート   curl の --connect-to と同じ(繰り返し可)
  --ca-file ファイル            追加で信頼するルート証明書(PEM)
  --allow-private               プライベートアドレスへの接続を許可します
  --user-agent 文字列

init のオプション: --output ファイル(省略時は ledger.yml。上書きはしません)、--from ファイル(いつもの連絡先や
  管理画面を書いた台帳の一部)、--dry-run(台帳を表示するだけで書きません)、--language、check と同じ接続のオプション

accept のオプション: --dry-run(変更を見せるだけで書きません)、--only 指摘の ID(繰り返し可)、
  --by ID(changes の行に書く連絡先か関係者)、check と同じ接続のオプション

merge のオプション: --format text|json|markdown、--ledger 台帳(あるはずの台帳。report.json がないものを
  「点検されていません」と示します。繰り返し可)、--language、--now

questions のオプション: --vendor(既存の保守会社に送る質問)、--format markdown|text、--language

認証情報は環境変数 RECOVERY_LEDGER_CREDENTIALS(「ホスト ヘッダー: 値」の行)で渡します。
終了コード: 0 一致、1 差異あり、2 台帳の誤り・使い方の誤り、3 未確認あり、4 内部エラー`,
  unknownCommand: (command) =>
    `${command} というコマンドはありません。使えるのは init、check、accept、questions、merge、explain、schema です(recovery-ledger --help)。`,
  wrongOption: (detail) => `オプションに誤りがあります: ${detail}(recovery-ledger --help)`,
  inputProblem({ input, code, value, expected }) {
    const given = value === null || value === '' ? '' : `(指定された値: ${value})`;
    switch (code) {
      case 'one-of':
        return `${input}: ${expected.join('、')} のいずれかを指定してください${given}。`;
      case 'duration':
        return `${input}: 30s、5m、2h のような期間を指定してください${given}。`;
      case 'moment':
        return `${input}: 2026-11-23T00:00:00Z のような ISO 形式の日時を指定してください${given}。`;
      case 'moment-or-duration':
        return `${input}: 2026-12-01 のような日付か、"1 month" のような期間を指定してください${given}。`;
      case 'boolean':
        return `${input}: true か false を指定してください${given}。`;
      case 'connect-to':
        return `${input}: 「ホスト:ポート=アドレス:ポート」の行で指定してください。ホストとポートには * も使えます${given}。`;
      case 'root-hints':
        return `${input}: 「名前=アドレス:ポート」の行で指定してください${given}。`;
      case 'resolver':
        return `${input}: 「アドレス:ポート」か https の URL を指定してください${given}。`;
      case 'credentials':
        return `${input}: 「ホスト ヘッダー: 値」の行で指定してください(${value ?? ''}。値は表示しません)。`;
      case 'assignees':
        return `${input}: ログイン名、または「関係者=ログイン名」で指定してください${given}。`;
      case 'shard':
        return `${input}: 何番目/全体の数(例: 2/5)の形で指定してください${given}。`;
      case 'web-address':
        return `${input}: http か https のアドレスを指定してください(値は表示しません)。`;
      case 'unreadable':
        return `${input}: ファイルを読めません${given}。`;
    }
  },
  ledgerMissing: (path, where) =>
    `台帳 ${path} が見つかりません(探した場所: ${where})。同梱の記入例(examples/ja/ledger.yml)を ${path} にコピーし、version と site から順に書き込んでください。別の名前の場合は、そのパスを指定してください。`,
  ledgerIsFolder: (path) =>
    `${path} はフォルダーです。${path.replace(/\/$/, '')}/ledger.yml のように台帳のファイルを指定するか、${path.replace(/\/$/, '')}/*.yml のように指定してください。`,
  ledgerNoMatch: (pattern, where) => `${pattern} に当てはまるファイルがありません(探した場所: ${where})。`,
  ledgerOutside: (path) => `${path} は作業ツリーの外にあるため、読みません。`,
  ledgerUnreadable: (path) => `${path} を読む権限がありません。ファイルの権限を確かめてください。`,
  unknownRule: (rule, nearest) =>
    `${rule} というルールはありません。${nearest === null ? '' : `${nearest} のことでしょうか。`}`,
  cannotWrite: (path, reason) =>
    `${path} に書き込めませんでした(${reason})。書きかけのファイルは残していません。`,
  cannotPrint: (reason) => `結果を標準出力に書き込めませんでした(${reason})。`,
  internalError: (reference, ledger) =>
    `${ledger === undefined ? '' : `${ledger}: `}recovery-ledger 自体に問題が起きました(${reference})。確認できたものはそのまま報告します。お手数ですが、この行を添えてお知らせください。`,
  stopped: '点検の途中で止められました。何も公開していません。',
  progress: (done) => `点検中: ${done}`,
  failedOn: (count, kinds) =>
    `${kinds.join('、')} の指摘が ${count} 件あるため、このステップを失敗とします。`,
  failedOnScore: (before, after) =>
    `そろっている項目が10項目中${before}項目から${after}項目に減るため、このステップは失敗です。`,
  baseNeedsOneLedger: '--base は1つの台帳を1つのファイルと比べます。台帳を1つだけ指定してください。',
  boundedByEvent: (event) =>
    `${event} イベントでは台帳そのものだけを読みます。外部の確認、認証情報の読み取り、issue の更新は行っていません。`,
  notPublished: (reason) => `公開できませんでした: ${reason}`,
  issueAt: (url) => `issue: ${url}`,
  emptyShard: (shard) => `このジョブが受け持つ台帳はありません(shard ${shard})。`,
  heartbeatSent: 'ハートビートを送りました。',
  heartbeatFailed: (reason) => `ハートビートを送れませんでした(${reason})。`,
};
