import type { PointState, TimeMeaning } from '../../providers/provider.ts';
import type { backupRules, LastAttempt } from '../../rules/backup.ts';
import type { Format } from '../format.ts';
import type { RuleMessages } from '../rule-message.ts';

const states: { readonly [S in PointState]: string } = {
  good: '正常',
  failed: '失敗',
  'in-progress': '実行中',
  partial: '一部だけ',
  expired: '削除済み',
  unknown: 'このツールでは判断できない状態',
};

/** 最新のものの日時が何を示すか。日時のあとに続く。 */
const meanings: { readonly [M in TimeMeaning]: string } = {
  completed: 'に完了',
  created: 'に作成',
  started: 'に開始',
  'restorable-to': 'の時点まで復元可能',
  modified: 'に最終更新',
  pinged: 'に最後の実行報告',
};

const named = (id: string, kind: string | null) =>
  kind === null ? `バックアップ ${id}` : `バックアップ ${id}(${kind})`;

function attempt(last: LastAttempt | null, format: Format): string {
  if (last === null) return '';
  const word = last.rawState === null ? '' : `(${last.rawState})`;
  const when = last.at === null ? '' : `(${format.moment(last.at)})`;
  return `。最後に試みたもの${when}は${states[last.state]}${word}`;
}

const nothingToRestore = 'いまサイトが壊れると、最後の正常なバックアップよりあとに増えたデータは戻りません。';
const runOne =
  '今日のうちに手動でバックアップを取ってください。そのうえで、いつものバックアップが止まった理由を調べ、次の回が正常に取れたことを確かめてください。';

export const backup: RuleMessages<typeof backupRules> = {
  'backup/none': {
    means: '正常なバックアップが1つもありません。',
    why: '戻せるものがありません。誤って消した、更新に失敗した、改ざんされた、といったときに元に戻せません。',
    remedy: runOne,
    say: ({ id, kind, lastAttempt }, format) => ({
      title: `${named(id, kind)} に、正常なものが1つもありません`,
      expected: '正常なバックアップが1つ以上',
      observed: `なし${attempt(lastAttempt, format)}`,
    }),
  },
  'backup/too-old': {
    means:
      '正常なバックアップのうち最新のものが、台帳で決めた期間より古くなっています。新しいものが取れていないと考えられます。',
    why: nothingToRestore,
    remedy: runOne,
    say: ({ id, kind, newest, meaning, ageMs, limitMs, lastAttempt }, format) => ({
      title: `${named(id, kind)} の最新の正常なものが、${format.span(ageMs)}前のままです`,
      expected: `${format.span(limitMs)}以内`,
      observed: `${format.moment(newest)} ${meanings[meaning]}${attempt(lastAttempt, format)}`,
    }),
  },
  'backup/too-small': {
    means: '最新のバックアップが極端に小さく、中身がほとんどないと考えられます。',
    why: '空のファイルでも、使うときまではバックアップに見えます。これではサイトを戻せません。',
    remedy:
      '最新のバックアップを開き、中身を確かめてください。データベースに接続できない、パスワードが変わった、ディスクがいっぱい、といった原因がよくあります。意図して小さくした場合は、台帳の `smallest` にその大きさを書いてください。',
    say: ({ id, kind, newest, sizeBytes, leastBytes, usualBytes, isEmpty }, format) => ({
      title: isEmpty
        ? `${named(id, kind)} の最新のものは空です(${format.size(sizeBytes)})`
        : `${named(id, kind)} の最新のものが ${format.size(sizeBytes)} しかありません`,
      expected:
        leastBytes !== null
          ? `${format.size(leastBytes)} 以上`
          : usualBytes !== null && usualBytes > sizeBytes
            ? `いつもは約 ${format.size(usualBytes)}`
            : '中身があること',
      observed: `${format.size(sizeBytes)}(${format.moment(newest)})`,
    }),
  },
  'backup/series-stopped': {
    means:
      '同じ場所に何種類かのバックアップ(データベース、ファイル、プラグインなど)があり、ほかは新しくなっているのに、1種類だけ止まっています。',
    why: '毎日何かが届いているため、全体としては新しく見えます。止まった種類(多くはデータベース)に気づくのは、復元するときです。',
    remedy:
      '今日のうちに、その種類のバックアップを手動で取り、止まった理由を調べてください。意図してやめた場合や、名前を変えただけの場合は、古いファイルを消すか移すか、数えるものだけを台帳の `series` に書いてください。',
    say: ({ id, kind, newest, ageMs, limitMs, isGone }, format) => ({
      title: `バックアップ ${id} のうち ${kind} だけが、${format.span(ageMs)}前で止まっています`,
      expected: `${format.span(limitMs)}以内`,
      observed: isGone
        ? `1つも残っていません(以前の点検で見た最新のものは ${format.moment(newest)})`
        : `最新のものは ${format.moment(newest)}`,
    }),
  },
  'backup/thaws-too-late': {
    means:
      '最新のバックアップがアーカイブ用の保存領域にあり、取り出すだけで、台帳で決めた復元の時間を超えます。',
    why: '取り出しが終わるまで、復元を始められません。',
    remedy:
      '新しいバックアップは、すぐに読み出せる保存領域に置き、古いものだけをアーカイブに移してください。または、台帳の時間を見直してください。',
    say: ({ id, kind, newest, tier, thawMs, within, of }, format) => ({
      title: `${named(id, kind)} の最新のものは、取り出すだけで最大${format.span(thawMs)}かかります`,
      expected:
        of === 'takes'
          ? `復元にかかる時間 ${format.duration(within)}`
          : `完全復旧の目標 ${format.duration(within)}`,
      observed: `アーカイブ用の保存領域 ${tier} にある(${format.moment(newest)})`,
    }),
  },
  'backup/switched-off': {
    means: 'バックアップの自動取得が止められています。',
    why: '新しいバックアップはもう増えません。いまあるものは古くなり、やがて保存期限が来て消えます。',
    remedy:
      '自動バックアップを有効に戻し、なぜ止まっていたのかを確かめてください。誰かが止めた場合のほか、GitHub のように、動きのないリポジトリの定期実行をサービス側が止める場合もあります。',
    say: ({ id, newest }, format) => ({
      title: `バックアップ ${id} の自動取得が止められています`,
      expected: '自動取得が有効',
      observed: newest === null ? '無効' : `無効。最新の正常なものは ${format.moment(newest)}`,
    }),
  },
  'backup/readable-by-anyone': {
    means: '最新のバックアップが、インターネット上の誰にでも、パスワードなしで見える状態です。',
    why: 'バックアップには、顧客の情報、パスワード、鍵など、サイトのすべてが入っています。見つけた人の手に、そのすべてが渡ります。',
    remedy:
      '今日のうちに公開を止めてください。そのうえで、中身はすでに漏れたものとして、パスワードと鍵を変更し、関係者への連絡が必要かを判断してください。',
    say: ({ id }) => ({
      title: `バックアップ ${id} が、誰でもダウンロードできる状態です`,
      expected: '認証情報がなければ見えない',
      observed: '認証情報なしで見える',
    }),
  },
  'backup/failed': {
    means: '最後に試みたバックアップが失敗しています。それより前の正常なものは残っています。',
    why: '次の回も失敗が続くと、気づかないうちに最後の正常なバックアップが古くなります。',
    remedy: '最後の回が失敗した理由を調べ、もう一度実行してください。',
    say: ({ id, kind, lastAttempt, newest }, format) => ({
      title: `${named(id, kind)} の最後の回が${lastAttempt.state === 'partial' ? '一部しか取れていません' : '失敗しています'}`,
      expected: '毎回、正常に取れること',
      observed: `${lastAttempt.rawState ?? states[lastAttempt.state]}${lastAttempt.at === null ? '' : `(${format.moment(lastAttempt.at)})`}。最新の正常なものは ${format.moment(newest)}`,
    }),
  },
  'backup/too-few': {
    means: '残っている正常なバックアップが、台帳で決めた世代数より少なくなっています。',
    why: '数週間前の改ざんのように、遅れて気づく障害では、それより前のバックアップが必要です。',
    remedy:
      '残す世代数を台帳のとおりに設定してください。少なくてよいと合意した場合は、台帳を直してください。',
    say: ({ id, kind, found, keep }) => ({
      title: `${named(id, kind)} が ${found}世代しか残っていません(台帳では ${keep}世代)`,
      expected: `${keep}世代以上`,
      observed: `${found}世代`,
    }),
  },
  'backup/stuck': {
    means: '実行中のまま長い時間が過ぎたバックアップがあり、途中で止まっていると考えられます。',
    why: '止まっているあいだは次のバックアップが取れず、最後の正常なものが古くなっていきます。',
    remedy: '何を待っているのかを調べ、いったん終わらせて、もう一度実行してください。',
    say: ({ id, kind, startedAt, runningMs, usualMs }, format) => ({
      title: `${named(id, kind)} が ${format.span(runningMs)}たっても終わりません`,
      expected: usualMs === null ? '数時間で完了' : `いつもは約${format.span(usualMs)}で完了`,
      observed: `${format.moment(startedAt)} から実行中`,
    }),
  },
  'backup/shrunk': {
    means: '最新のバックアップの大きさが、これまでの半分に届きません。',
    why: '何かが欠けているおそれがあります。欠けていると分かるのは、たいてい復元するときです。',
    remedy:
      '最新のものと前のものを比べ、データベースのテーブル、フォルダー、ディスクが丸ごと欠けていないかを確かめてください。意図して大量に削除した場合は、いまの大きさを台帳の `smallest` に書いてください。',
    say: ({ id, kind, newest, sizeBytes, usualBytes }, format) => ({
      title: `${named(id, kind)} の最新のものが ${format.size(sizeBytes)} に減りました(いつもは約 ${format.size(usualBytes)})`,
      expected: `約 ${format.size(usualBytes)}`,
      observed: `${format.size(sizeBytes)}(${format.moment(newest)})`,
    }),
  },
  'backup/future-dated': {
    means: '最新のバックアップに、まだ来ていない日時が付いています。',
    why: '日時があてにならないため、新しいバックアップが取れているのか判断できません。',
    remedy: 'バックアップを取る機器の時計と、タイムゾーンの設定を直してください。',
    say: ({ id, kind, at }, format) => ({
      title: `${named(id, kind)} の最新のものに、未来の日時が付いています`,
      expected: '過ぎた日時',
      observed: format.moment(at),
    }),
  },
  'backup/same-place': {
    means: '台帳ではサイトと別の場所にあるはずのバックアップが、サイトと同じ場所にあります。',
    why: '1つの障害、契約の停止、不正な侵入で、サイトとバックアップを同時に失います。',
    remedy:
      '別の契約、または別の地域に、もう1つ置いてください。同じ場所でよいと決めた場合は、台帳の `away: true` を消してください。',
    say: ({ id, location }) => ({
      title: `バックアップ ${id} が、サイトと同じ場所にあります`,
      expected: '別の契約、または別の地域',
      observed: location ?? 'サイトと同じ場所',
    }),
  },
  'backup/no-second-place': {
    means: 'サイトと別の場所に置いたバックアップがありません。',
    why: '火災、契約の停止、不正な侵入があると、サイトと、その隣にあるバックアップをまとめて失います。同じサーバーの2台目のディスクは、別の場所とはいえません。',
    remedy:
      '少なくとも1つは、別の契約、または別の地域にも置き、そのバックアップに `away: true` と書いてください。置かないと決めた場合は、`away: { none: "理由" }` と理由を書いてください。',
    question:
      'バックアップを、サイトと別の契約、または別の地域にも置いていますか。置いている場合は、どのバックアップをどこに置いているか、お知らせください。',
    say: ({ ids }) => ({
      title: 'サイトと別の場所に置いたバックアップがありません',
      expected: `${ids.join('、')} のどれかに \`away: true\``,
    }),
  },
  'backup/last-good-expires': {
    means: '最後の正常なバックアップの保存期限が近く、それまでに次のものが取れるとは言い切れません。',
    why: '期限が過ぎると、戻せるものが1つもなくなります。',
    remedy: '期限までに新しいバックアップを取るか、いまあるものの保存期限を延ばしてください。',
    say: ({ id, kind, newest, expires }, format) => ({
      title: `${named(id, kind)} の最後の正常なものが、${format.day(expires)} に消えます`,
      expected: 'その日までに、新しい正常なもの',
      observed: `最新の正常なもの ${format.moment(newest)}、保存期限 ${format.moment(expires)}`,
    }),
  },
  'backup/unconfirmed': {
    means: '自動では確かめられないバックアップのため、定期的に人が見る必要があります。',
    why: '誰も見ていないバックアップは、止まっても気づかれません。必要になったときに初めて分かります。',
    remedy:
      '保存先の管理画面で最新のバックアップを確かめ、その日付(`newest`)と確かめた場所(`evidence`)を台帳に書いてください。',
    say: ({ id, newest, evidence, every }, format) => ({
      title:
        newest === null
          ? `バックアップ ${id} を、まだ誰も確認していません`
          : `バックアップ ${id} の確認が ${format.day(newest)} のままです`,
      expected: `${format.duration(every)}に1回の確認`,
      observed: newest === null ? null : `${format.day(newest)}${evidence === null ? '' : `(${evidence})`}`,
    }),
  },
};
