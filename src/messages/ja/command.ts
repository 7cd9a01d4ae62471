import type { CommandMessages } from '../words.ts';

export const command: CommandMessages = {
  help: {
    program: 'recovery-ledger は、サイトの運用台帳を現実と合った状態に保ちます。',
    usage: '使い方',
    command: 'コマンド',
    commands: 'コマンド',
    option: 'オプション',
    options: 'オプション',
    looking: '確認のしかた',
    environment: '環境変数',
    examples: '例',
    exitStatus: '終了コード',
    repeatable: '繰り返し指定できます。',
    standard: (value) => `省略時は ${value}。`,
    more: 'コマンドごとのオプションと例は `recovery-ledger コマンド --help` で見られます。',
  },
  unknownCommand: (command, nearest, known) =>
    `${command} というコマンドはありません。${nearest === null ? `使えるのは ${known.join('、')} です。` : `${nearest} のことでしょうか。`}`,
  unknownShell: (name, nearest, known) =>
    `${name} 用の補完はありません。${nearest === null ? `使えるのは ${known.join('、')} です。` : `${nearest} のことでしょうか。`}`,
  unknownOption: ({ command, option, nearest, elsewhere }) =>
    [
      `${command ?? 'recovery-ledger'} に ${option} というオプションはありません。`,
      ...(nearest === null ? [] : [`${nearest} のことでしょうか。`]),
      ...(elsewhere.length === 0 ? [] : [`${elsewhere.join('、')} のオプションです。`]),
    ].join(''),
  optionNeedsValue: (option) => `${option} には値が必要です。`,
  optionTakesNoValue: (option) => `${option} に値は付けられません。`,
  operandMissing: (synopsis) => `指定が足りません: ${synopsis}`,
  operandLeft: (command, operand) => `${command} への指定が多すぎます: 「${operand}」`,
  seeHelp: (command) =>
    `使い方は recovery-ledger ${command === null ? '' : `${command} `}--help で確認できます。`,
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
        return `${input}: 「ホスト ヘッダー: 値」か「ホスト プロバイダー」の行で指定してください(${value ?? ''}。値は表示しません)。`;
      case 'credentials-host-alone':
        return `${input}: ホスト名だけの行では、何も許可されません(${value ?? ''})。認証情報を送ってよいプロバイダーを続けて書いてください(例: store.example.jp s3)。ヘッダーは「ホスト ヘッダー: 値」と書きます。`;
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
    `台帳 ${path} が見つかりません(探した場所: ${where})。recovery-ledger init https://www.example.co.jp/ --output ${path} で、サイトを外から見た下書きを作れます。別の名前の場合は、そのパスを指定してください。`,
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
  unanswering: (report) =>
    `recovery-ledger 自体の処理が止まったままになったため、実行を打ち切りました。${report === null ? '' : `それまでに確認できた内容は ${report} にあります。`}お手数ですが、この行を添えてお知らせください。`,
  stopped: '点検の途中で止められました。何も公開していません。',
  progress: (done) => `点検中: ${done}`,
  failedOn: (count, kinds) =>
    `${kinds.join('、')} の指摘が ${count} 件あるため、このステップを失敗とします。`,
  failedOnScore: (before, after) =>
    `そろっている項目が10項目中${before}項目から${after}項目に減るため、このステップは失敗です。`,
  ledgerTwice: (path) =>
    `別々の作業ツリーに、${path} という台帳が2つあります。1つ目だけを読みました。もう1つは、分けて実行してください。`,
  noFileToWrite:
    '標準入力の台帳には、書き込み先のファイルがありません。変更の内容を見るには --dry-run を付けてください。',
  baseNeedsOneLedger: '--base は1つの台帳を1つのファイルと比べます。台帳を1つだけ指定してください。',
  boundedByEvent: (event) =>
    `${event} イベントでは台帳そのものだけを読みます。外部の確認、認証情報の読み取り、issue の更新は行っていません。`,
  notPublished: (reason) => `公開できませんでした: ${reason}`,
  issueAt: (url) => `issue: ${url}`,
  emptyShard: (shard) => `このジョブが受け持つ台帳はありません(shard ${shard})。`,
  heartbeatSent: 'ハートビートを送りました。',
  heartbeatFailed: (reason) => `ハートビートを送れませんでした(${reason})。`,
};
