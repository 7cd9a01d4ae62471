import type { ReportMessages } from '../words.ts';
import { accessName } from './checklist-words.ts';
import { failures } from './probe.ts';

const stages = {
  reached: '満たしています',
  notReached: 'まだ満たしていません',
  notKnown: '確認できていません',
  forPeople: '点検で見える範囲では満たしています',
};

const bands = { danger: '危険', caution: '要注意', minimum: '最低限OK', strong: '強い' };

export const report: ReportMessages = {
  masked: '(非公開)',
  bands,
  advice: {
    danger: (items) =>
      items === null ? '入る方法を、もう1人以上に持たせてください。' : `まず ${items} をそろえてください。`,
    caution: (items) =>
      `平日の昼は動けても、夜間や休日は止まるおそれがあります。${items === null ? '' : `次は ${items} をそろえてください。`}`,
    minimum: (items) =>
      `復旧を始められる状態です。月1回、人と日付を見直し、変更のたびに1行を書き足してください。${items === null ? '' : `残るのは ${items} です。`}`,
    strong: (items) =>
      `そろった状態を保つ段階です。変更履歴を続け、切り戻しと復元を試し、年1回は机上演習(手順を読み合わせ、所要時間を見積もる)をしてください。${items === null ? '' : `残るのは ${items} です。`}`,
  },
  severities: { critical: '緊急', warning: '注意', info: '参考' },
  kinds: {
    drift: '台帳と現実の差異',
    expiring: '期限が近い',
    stale: '確認が古い',
    unknown: '確認できませんでした',
    gap: '穴(未記入)',
    notice: 'お知らせ',
  },
  items: {
    1: '① 緊急の定義',
    2: '② 一次連絡先',
    3: '③ 判断者',
    4: '④ 復旧の目標時間',
    5: '⑤ 切り戻し',
    6: '⑥ 復元',
    7: '⑦ 権限・アカウント',
    8: '⑧ 入口(ドメイン・DNS・証明書)',
    9: '⑨ 原因調査の情報',
    10: '⑩ 報告テンプレート',
  },
  itemStates: {
    met: { mark: '○', word: 'そろっています' },
    drift: { mark: '×', word: '台帳のとおりではありません' },
    stale: { mark: '△', word: '確認が古くなっています' },
    gap: { mark: '−', word: '未記入があります' },
    unknown: { mark: '?', word: '確認できませんでした' },
  },
  channels: { phone: '電話', email: 'メール', slack: 'Slack', teams: 'Teams', url: 'URL' },
  parts: {
    endpoints: { one: '確認先', all: '確認先', count: (count) => `確認先 ${count}件` },
    certificates: { one: '証明書', all: '証明書', count: (count) => `証明書 ${count}件` },
    dns: { one: 'DNS', all: 'DNS', count: (count) => `DNS ${count}件` },
    mail: { one: 'メール', all: 'メールの設定', count: (count) => `メール ${count}件` },
    domains: { one: 'ドメインの登録', all: 'ドメインの登録', count: (count) => `ドメインの登録 ${count}件` },
    backups: { one: 'バックアップ', all: 'バックアップ', count: (count) => `バックアップ ${count}件` },
    access: { one: '管理画面', all: '管理画面', count: (count) => `管理画面 ${count}件` },
    people: {
      one: 'アカウント・手順書',
      all: '連絡先のアカウント、ウェブ上の手順書・テンプレート',
      count: (count) => `アカウント・手順書 ${count}件`,
    },
  },
  headline: {
    match: '台帳と現実は一致しています。',
    matchOfPart: '今回見た範囲では、台帳と現実は一致しています。',
    notCompared: '台帳の中に食い違いはありません。現実とは突き合わせていません。',
    danger: (met) =>
      met > 3
        ? '危険: 入る方法がすべて1人に懸かっています。その人に連絡がつかないと、復旧を始められません。'
        : `危険: 10項目のうち${met}項目しかそろっていません。いま夜間に障害が起きると、復旧を始められません。`,
    few: (met) => `ただし、10項目のうちそろっているのは${met}項目です。`,
    drift: '台帳と現実に差異があります。',
    expiring: '期限の近いものがあります。',
    stale: '確認が古くなっているものがあります。',
    incomplete: '見えた範囲では台帳と一致していますが、確認できなかったものがあります。',
    invalid: '台帳を読めないため、点検できませんでした。',
    toDo: (count, critical) =>
      `対応が必要なことは${count}件${critical === 0 ? '' : `、うち緊急は${critical}件`}です。`,
    problems: (count) => `直すところは${count}か所です。`,
  },
  facts: {
    checkedAt: '点検した日時',
    lookedAt: '点検したもの',
    lookedAtNothing: '台帳の記載だけ(外部は確認していません)',
    lookedAtFiles: '台帳と、台帳にあるファイル(外部は確認していません)',
    nextCheck: '次回の点検',
    score: 'そろっている項目',
    scored: (met, band, claimed) =>
      // 4項目以上でも「危険」なのは、もう1つの理由による。
      `10項目のうち ${met}項目(${band}${met > 3 && band === bands.danger ? '。入る方法がすべて1人に懸かっています' : ''})${claimed === met ? '' : `。台帳の記載だけなら ${claimed}項目`}`,
    advice: 'これから進めること',
    stage: (provisional, full) => `暫定復旧の条件: ${stages[provisional]}、完全復旧の条件: ${stages[full]}`,
    stageBlocked: (stage, blocking) =>
      `${stage === 'provisional' ? '暫定' : '完全'}復旧で残っているもの: ${blocking}`,
    line: (site, ledger, checkedAt, nextCheck) =>
      `${site}・${ledger}・${checkedAt} に点検・次回は ${nextCheck}(この日を過ぎてもここが更新されないときは、点検そのものが止まっています)`,
    noSite: '台帳',
    scoreLine: (scored, advice) => `${scored}。${advice}`,
    between: '。',
  },
  findings: {
    heading: '対応が必要なこと',
    none: '対応が必要なことはありません。',
    noneSeen:
      '確認できた範囲では、対応が必要なことはありません。確認できなかったことと、その対応は、下に挙げています。',
    expected: '台帳では',
    proper: '本来は',
    observed: '実際は',
    needed: '必要なこと',
    written: '台帳の記載',
    why: '復旧で困ること',
    remedy: '対応',
    who: '担当と期限',
    since: '最初に見つけた日',
    place: '台帳の場所',
    nobody: '担当は台帳に書かれていません',
    andOthers: (count) => `ほか${count}件`,
    now: 'すぐに',
    by: (moment) => `${moment}まで`,
    overdue: (moment) => `すぐに(期限の${moment}を過ぎています)`,
    byNextCheck: (moment) => `次回の点検(${moment})まで`,
    sinceDay: (day, age) => (age === null ? `${day}(今回)` : `${day}(${age}前)`),
    line: (line) => `${line}行目`,
    asOf: (moment) => `今回は見ていません。${moment} の点検のときの内容です。`,
  },
  review: {
    contact: (name, verified) =>
      `${name} につながることを確かめる(最後の確認: ${verified ?? '記録がありません'})`,
    access: (id, verified) =>
      `${accessName(id)}に入れることを確かめる(最後の確認: ${verified ?? '記録がありません'})`,
    last: '台帳を読み返し、確かめた日を verified と reviewed に書く',
  },
  invalid: {
    heading: '台帳を直すところ',
    explained: '台帳を読めるようになるまで、ほかの点検はできません。上から順に直してください。',
  },
  items10: {
    heading: '10項目の状態',
    item: '項目',
    state: '状態',
    because: '理由',
    met: (count) => `そろっている${count}項目`,
  },
  dates: {
    heading: 'これからの日付',
    when: 'いつ',
    what: '何が',
    left: '残り',
    headingWithNext: (day, what) => `これからの日付(次の期限: ${day} ${what})`,
    passed: '過ぎています',
    findingNumber: (number) => `対応 ${number}`,
    more: (count) => `ほか${count}件の日付は report.json にあります。`,
    month: (year, month) => `${year}年${month}月`,
    day: (month, day) => `${month}月${day}日`,
  },
  unseen: {
    heading: '確認できなかったもの',
    explained: '良いとも悪いとも言えないものです。次の点検までに、人の目で確かめてください。',
    files: '台帳の横のファイル(手順書、テンプレート)',
    reasons: {
      offline: '外部に接続しない設定で実行しました',
      only: '今回は一部だけの点検です',
      event: 'この実行では台帳だけを読みます',
      'no-credentials': 'この実行では認証情報を読み取りません',
      deadline: '点検の制限時間に達しました',
    },
    notLookedAt: (what, reason) => `${what}は見ていません(${reason})`,
    before: (title, day) => `${day} には「${title}」でした。いまもそうかどうかは分かりません。`,
  },
  evidence: {
    probe: '種類',
    subject: '対象',
    from: '応答したところ',
    result: '結果',
    answered: '応答あり',
    trustedByCaFile: '応答あり(ca-file の認証局だけが信頼)',
    backup: (newest, notes) =>
      `${newest === null ? '正常なバックアップは見えませんでした' : `最新の正常なもの: ${newest}`}${notes.length === 0 ? '' : `。${notes.join('。')}`}`,
    backupNotes: {
      'failures-leave-no-trace': '失敗した回は記録に残らず、古くなったことだけが手がかりです',
      'run-is-no-backup': 'ジョブの成功は、保存された中身までは示しません',
      'one-repository-for-all': '複数のサーバーのバックアップが、同じ保管先に混ざっていることがあります',
      'listing-not-available': 'この契約では一覧を取得できません',
      'time-without-zone': '時刻にタイムゾーンがないため、提供元の説明に従って UTC として読みました',
      'time-from-name': '日時は、ファイル名から読みました',
      'maybe-cached': '途中のキャッシュが応答した可能性があります',
      'possibly-inconsistent': '動いている最中に取られたもので、内容に食い違いがあり得ます',
    },
    failures,
  },
  holes: {
    heading: '穴(未記入のところ)',
    explained: '権限 → 連絡 → 手順 の順に並べています。',
    startWith: (items) => `まず手を付けるのは ${items} です。`,
    item: '項目',
    missing: '足りないもの',
    plan: '担当と期限',
    noPlan: '未定(台帳の plan に書いてください)',
    planned: (party, until) => (until === null ? `${party}(期限は未定)` : `${party}、${until}まで`),
    others: '責任分界・そのほか',
    count: (count) => `${count}件`,
  },
  notices: { heading: 'お知らせ', count: (count) => `お知らせは${count}件です。` },
  excepted: {
    heading: '把握したうえで許容している差異',
    entry: (title, because, until) => `${title}(理由: ${because}、${until}まで)`,
  },
  calendar: {
    name: (site) => `${site} の運用台帳`,
    from: (ledger) => `運用台帳(${ledger})の点検で分かった日付です。`,
  },
  proposal: {
    title: (site) => `運用台帳を現実に合わせる: ${site}`,
    body: (changes) =>
      `点検で見た実際の値が、台帳の記載と違いました。実際の状態が正しければ、この変更を取り込んでください。実際のほうが誤りであれば、取り込まずに閉じて、実際を直してください。\n\n${changes}\n\nこのプルリクエストは、点検のたびに最新の内容へ書き換わります。このブランチに人がコミットを加えると、それ以降は書き換えません。`,
    commit: '点検で見た実際の値に、台帳を合わせる',
    open: (link) => `実際の状態が正しいときの変更案は、プルリクエスト ${link} にあります。`,
    left: (link) =>
      `この変更案のプルリクエスト ${link} は、人が手を加えたか、取り込まずに閉じたため、そのままにしています。`,
    closing: '台帳と現実が一致したため、このプルリクエストを閉じます。',
  },
  patch: {
    heading: '台帳の変更案',
    explained:
      '実際の状態が正しいときは、この変更を台帳に取り込んでください。実際のほうが誤りであれば、取り込まずに実際を直します。',
    show: '変更の内容を表示',
    hidden:
      '公開しない情報を含むため、ここには載せていません。手元で recovery-ledger accept を実行してください。',
  },
  emergency: {
    heading: (when) => `緊急の条件に当てはまります: ${when}`,
    unnamed: '(条件の名前は台帳にありません)',
    seenAt: (moment) =>
      `これは ${moment} の点検で見たことです。連絡する前に、いまも続いているかを確かめてください。`,
    shownBy: '確認した異常',
    firstInstruction: '最初の指示',
    call: (moment) => `連絡する順(${moment} の時点)`,
    answers: 'つながる時間です',
    outOfHours: '時間外です',
    hoursUnknown: 'つながる時間が台帳にありません',
    ledgerLine: (path, line) => `台帳 ${path} の${line}行目`,
    openChannels: (line) => `連絡手段を開く(台帳${line}行目)`,
    wait: (span) => `${span}待って次へ`,
    waitLast: (span) => `${span}待つ(次の連絡先はありません)`,
    nobodyAnswers: 'ここから先は誰も出ません',
    noCall: '連絡する相手が台帳に書かれていません。',
    nobodyNow:
      'いまは、どの連絡先も時間外です。それでも上から順に連絡し、誰にもつながらなければ、下の「GOサインを出せる人」の決まりに従ってください。',
    firstNow: (contact) => `いまの時間につながる最初の連絡先は、${contact} です。`,
    tell: '伝えること',
    go: 'GOサインを出せる人',
    deputy: '副判断者(不在のとき)',
    unreachable: 'どちらもつながらないとき',
    needs: '判断に必要な情報',
    startRecovery: '復旧を始める',
    rollback: '切り戻す(直すか、戻すか)',
    publication: '公開・非公開を決める',
    rollbackWhen: '切り戻しの基準',
    notWritten: '台帳に書かれていません',
  },
  leftOut: {
    evidence: '点検の記録と、値の一部',
    patch: '台帳の変更案',
    holes: '穴の内訳',
    notices: 'お知らせの内訳',
    findings: (count) => `指摘${count}件の内容`,
    where: (run) =>
      `長さの上限のため、ここに載せていないもの(すべて report.json にあります${run === null ? '' : `。${run}`}):`,
  },
  message: {
    heading: (site, count) => `【運用台帳】${site}: 新しく対応が必要になったことが${count}件あります`,
    line: (severity, what, who, due) => `・(${severity})${what} ― ${who}、${due}`,
    invalid: (site) => `【運用台帳】${site}: 台帳を読めないため、点検できませんでした。`,
  },
  footer: {
    run: (url) => `[この点検の実行記録と report.json](${url})`,
    rewritten: 'この本文は点検のたびに書き換わります。人の書き込みはコメントに残してください。',
    tool: (version) => `recovery-ledger ${version}`,
  },
  issue: {
    title: (site) => `運用台帳の点検: ${site}`,
    titleWithoutSite: (ledger) => `運用台帳の点検: ${ledger}`,
    labelDescription: '運用台帳の点検結果',
    news: (fresh, resolved) => {
      const parts = [
        ...(fresh === 0 ? [] : [`新しく見つかったもの ${fresh}件`]),
        ...(resolved === 0 ? [] : [`解消したもの ${resolved}件`]),
      ];
      return `前回の点検からの変化: ${parts.join('、')}。`;
    },
    fresh: '新しく見つかったもの',
    resolved: '解消したもの',
    closing:
      '対応が必要なことがなくなったため、この issue を閉じます。次に何か見つかったときは、同じ issue を開き直します。',
    leftBehind: (number) =>
      `このissueを作成したアカウントには、このリポジトリへの書き込み権限がなくなりました。そのためこのissueは閉じます。以後は #${number} で続けます。`,
    ledgerGone: (ledger) =>
      `台帳\`${ledger}\`がデフォルトブランチからなくなったため、このissueは閉じます。サイトの運用が続いている場合は、台帳を元に戻してください。`,
    duplicateOf: (number) => `同じ台帳の issue が #${number} にあるため、重複として閉じます。`,
    more: (count) => `ほか${count}件`,
    body: (moment) => `${moment} の点検。くわしくはこの issue の本文にあります。`,
  },
  pullRequest: {
    heading: '運用台帳への影響',
    score: (before, after) => `そろっている項目: ${before ?? '?'} → ${after ?? '?'}(10項目のうち)`,
    lower: 'この変更で、そろっている項目が減ります。',
    higher: 'この変更で、そろっている項目が増えます。',
    same: 'そろっている項目の数は変わりません。',
    invalid: 'この変更のままでは、台帳を読めません。',
    fresh: 'この変更で現れるもの',
    resolved: 'この変更で解消するもの',
    onChangedLines: '変更した行にあるもの',
    nothing: 'この変更で増える指摘も、減る指摘もありません。',
    bounded: '認証情報を使わない範囲で確認しています。',
  },
  terminal: {
    next: '次にすること',
    explain: (rule) => `ルールの意味を読む: recovery-ledger explain ${rule}`,
    accept: '実際の値が正しければ台帳に取り込む: recovery-ledger accept --dry-run',
    questions: (ledger) => `穴を埋めるための質問を、担当ごとに用意する: recovery-ledger questions ${ledger}`,
    noNext: '次回の点検まで、することはありません。',
  },
  explain: {
    rule: 'ルール',
    kind: '種類',
    severity: '重さ',
    items: '関わる項目',
    noItem: 'なし(項目の数には影響しません)',
    means: '意味',
    why: '復旧で困ること',
    remedy: '対応',
    or: ' または ',
    silence: (rule) =>
      `分かったうえで許容するときは、台帳の exceptions に理由と期限を添えて書きます:\n  - { rule: ${rule}, subject: …, because: "理由", until: 2027-03-31 }`,
  },
  publishFailures: {
    'no-token': () =>
      'GitHub のトークンがありません。github-token に、issue を書けるトークンを渡してください。',
    forbidden: (detail) =>
      `トークンに権限がありません(403)。ワークフローの permissions に ${detail} を加えてください。`,
    refused: (detail) => `GitHubに拒否されました。GitHubからの説明: 「${detail}」`,
    locked: () =>
      'issueがロックされているため、コメントを書き込めませんでした(403)。issueの本文は最新です。コメントの内容は、ロックの解除後にお知らせします。',
    'issues-disabled': () =>
      'このリポジトリでは issue が使えません(410)。Settings → General → Features の Issues を有効にしてください。',
    'pull-requests-disallowed': () =>
      'GitHub Actions にプルリクエストの作成が許可されていません(403)。Settings → Actions → General の「Allow GitHub Actions to create and approve pull requests」を有効にするか、propose を patch にしてください。',
    'not-found': (detail) =>
      `GitHub で見つかりませんでした(404${detail === '' ? '' : `、${detail}`})。リポジトリの名前と、トークンがこのリポジトリを読めるかを確かめてください。`,
    'rate-limited': (detail) =>
      `GitHub の回数制限のため、待っても公開できませんでした${detail === '' ? '' : `(${detail})`}。時間をおいて、もう一度実行してください。`,
    unavailable: (detail) =>
      `GitHub が応答しませんでした${detail === '' ? '' : `(${detail})`}。時間をおいて、もう一度実行してください。`,
    'too-long': () => 'GitHub に「長すぎる」と断られました。report.json にはすべて書いてあります。',
    rejected: (detail) => `GitHub に断られました${detail === '' ? '' : `(${detail})`}。`,
    interrupted: () => '公開する前に、点検が異常終了しました。もう一度実行してください。',
  },
};
