import type { NotTestableReason, probeRules, UnseenCode } from '../../rules/probe.ts';
import type { RuleMessages } from '../rule-message.ts';

/** 確認できなかった理由。「確認できませんでした(…)」の括弧の中に入る。 */
export const failures: { readonly [C in UnseenCode]: string } = {
  timeout: '時間内に応答がありません',
  'no-answer': '接続はできましたが、時間内に応答がありません',
  refused: '接続を拒否されました',
  reset: '接続が途中で切れました',
  'no-route': 'この環境からは経路がありません',
  'name-not-found': 'DNS にその名前がありません',
  'no-server': '問い合わせ先のサーバーが分かりません',
  'name-unresolvable': '名前を引けませんでした',
  blocked: '接続が許可されていないアドレスです',
  'tls-failed': '暗号化接続を確立できませんでした',
  'response-unexpected': '応答を解釈できませんでした',
  'too-large': '応答が大きすぎます',
  unauthorized: 'アクセスを拒否されました',
  'no-permission': 'トークンに、確認するための権限がありません',
  'clock-differs': '点検を実行するマシンの時計が大きくずれているため、アクセスを拒否されました',
  'not-found': '指定された対象が見つからないか、この認証情報では見えません',
  'server-error': '相手側のサーバーがエラーを返しました',
  'rate-limited': '相手から、時間をおくように求められました',
  'credentials-missing': '認証情報が設定されていません',
  'host-not-named': '入力 `credentials` にこのホストとプロバイダーの行がないため、何も送っていません',
  'not-said': '確認先が台帳に書かれていません',
  'listing-incomplete': '一覧が長く、最後まで読めませんでした',
  'listing-not-available': 'この契約では、バックアップの一覧を読めません',
  'maybe-cached': 'キャッシュが古い内容を返した可能性があります',
  'wrong-region': '台帳の region と違う地域にあります',
  'last-good-not-said': '最後に成功した日時が分かりません',
  'state-unknown': '最新のものが、このツールでは判断できない状態になっています',
  'private-network': '社内や VPN などの閉じたネットワークの中にあります',
  'built-by-scripts': '文言をブラウザー側のプログラムが組み立てていて、点検では実行していません',
  'behind-proxy': 'この環境から外へ出られるのはプロキシーだけで、プロキシー越しには見えません',
  'proxy-refused': '外へ出るためのプロキシーが、接続を開きませんでした',
  'proxy-unresolved':
    'この環境から外へ出られるのはプロキシーだけで、名前を引けません。`resolver` に https のアドレスを指定すると、プロキシー越しに引けます',
  challenged: '自動アクセスを防ぐ仕組みが、代わりに応答しました',
  'no-ipv4': 'この環境では IPv4 を使えません',
  'no-ipv6': 'この環境では IPv6 を使えません',
  'port-25': 'この環境からは 25 番ポートに接続できません',
  'local-fault': '点検を実行しているマシンの側の原因で、接続できませんでした',
  deadline: '点検の制限時間に達しました',
  crashed: '点検プログラムの側の不具合で、見ることができませんでした',
  'nothing-answered': 'どこからも応答がなく、点検する側の問題とも考えられます',
};

const reasons: { readonly [R in NotTestableReason]: string } = {
  'no-ipv4': 'この環境では IPv4 を使えません',
  'no-ipv6': 'この環境では IPv6 を使えません',
  'port-25': 'この環境からは 25 番ポートに接続できません',
  'no-permission': 'トークンに、確認するための権限がありません',
  'behind-proxy': 'この環境から外へ出られるのはプロキシーだけで、プロキシー越しには見えません',
  'dns-blocked': 'この環境からは DNS サーバーに直接問い合わせられません',
  'private-network': '社内や VPN の中からだけ開ける場所にあり、この点検からは届きません',
  'size-not-said': '保存先からは、中身の大きさが分かりません',
  'number-not-said': '保存先からは、最新の1つしか分かりません',
  'age-not-said': '何日おきに取るかが台帳に書かれていません',
  'in-no-series': 'どの種類のバックアップにも当てはまらないファイルがあります',
  'not-built': 'この版では、台帳のこの部分をまだ確認しません',
};

const parts = {
  mail: 'メールの設定 ',
  domains: 'ドメインの登録 ',
  backups: 'バックアップ ',
  account: 'GitHub アカウント ',
  schedule: '定期実行が止められる時期 ',
} as const;

const named = (what: string, part?: keyof typeof parts) => `${part === undefined ? '' : parts[part]}${what}`;

/** 点検を実行しているマシンに必要な対処。システムのエラーコードごと。 */
function localRemedy(code: string | null): string {
  switch (code) {
    case 'EMFILE':
    case 'ENFILE':
      return 'サイトの良し悪しを示すものではありません。点検を実行しているマシンで、同時に開けるファイルの数が足りなくなりました。上限(`ulimit -n`)を引き上げるか、一度に点検する台帳を減らして、もう一度実行してください。';
    case 'EACCES':
    case 'EPERM':
      return 'サイトの良し悪しを示すものではありません。点検を実行しているマシン、またはその先のファイアウォールが、接続を止めています。通すように設定して、もう一度実行してください。';
    default:
      return 'サイトの良し悪しを示すものではありません。点検を実行しているマシンで、メモリーまたは通信用のポートが足りなくなりました。増やすか、一度に点検する台帳を減らして、もう一度実行してください。';
  }
}

export const probe: RuleMessages<typeof probeRules> = {
  'probe/failed': {
    means: '今回は確認できませんでした。サイトの良し悪しを示すものではありません。',
    why: 'いまも台帳のとおりかどうか、誰にも分かりません。見直すまでは、復旧の前提にできません。',
    remedy:
      'もう一度点検を実行してください。続けて確認できないときは、人の目で確かめたうえで、点検を妨げているものを調べてください。',
    say: ({ what, part, code, detail }) => ({
      title: `${named(what, part)} を確認できませんでした(${failures[code]})`,
      observed: detail === null ? failures[code] : `${failures[code]}(${detail})`,
      ...(code === 'challenged'
        ? {
            remedy:
              '人の目で開いて確かめてください。次の点検でも同じ結果になります。この点検(`user-agent`)を通すように設定するか、設定できない相手なら、理由と見直す日を添えて、例外(exceptions)として書いてください。',
          }
        : {}),
      ...(code === 'built-by-scripts'
        ? {
            remedy:
              'ページを開いて確かめてください。次回からは、ページのタイトルやデータに含まれる文言か、JSONを返すURL(`expect.json`)を確認先にしてください。',
          }
        : {}),
      ...(code === 'clock-differs'
        ? {
            remedy:
              'サイトの異常でも、認証情報の誤りでもありません。点検を実行するマシンの時計を(NTP などで)合わせて、もう一度点検してください。',
          }
        : {}),
      ...(code === 'local-fault' ? { remedy: localRemedy(detail) } : {}),
      ...(code === 'crashed'
        ? {
            remedy:
              'サイトの良し悪しは、ここからは分かりません。実行ログにある不具合の行を添えて報告し、直るまでは人の目で確かめてください。',
          }
        : {}),
    }),
  },
  'probe/blocked': {
    means: '公開されていないアドレスだったため、接続せず、確認もしていません。',
    why: '台帳はプルリクエストで書き換えられるため、点検が社内のアドレスへ誘導されないようにしています。その先は確認できていません。',
    remedy:
      'アドレスが正しく、点検から接続してよい場合は、そのネットワークの中で `allow-private: true` を付けて実行してください。誤りであれば台帳を直してください。',
    say: ({ what, part, address }) => ({
      title: `${named(what, part)} を確認していません(${address} は公開されていないアドレスです)`,
      expected: '公開されているアドレス',
      observed: address,
    }),
  },
  'probe/credentials-missing': {
    means: '確認に必要な認証情報が設定されていません。',
    why: '誰も見ていないものは、いつのまにか台帳と違っているかもしれません。',
    remedy: 'ここに挙げた認証情報を点検に渡してください。読み取りの権限だけで足ります。',
    say: ({ what, part, needed, provider }) =>
      provider !== undefined
        ? {
            title: `${named(what, part)} を確認していません(${needed} へ送ってよいと指定されていません)`,
            expected: `入力 credentials に「${needed} ${provider}」の行があること`,
            remedy: `台帳にある ${needed} は、知られている保存先ではないため、認証情報を送っていません。送ってよい場合は、入力 \`credentials\` に \`${needed} ${provider}\` の行を加えてください。心当たりがない場合は、台帳を変更した人に確かめてください。`,
          }
        : needed.startsWith('permissions: ')
          ? {
              title: `${named(what, part)} を確認できませんでした(このジョブは、自分の身元を証明できません)`,
              expected: needed,
              remedy:
                'ワークフローのジョブの `permissions` に `id-token: write` を加えてください。GitHub Actions 以外ではロールを引き受けられないため、認証情報を環境変数で渡してください。',
            }
          : needed.startsWith('role: ')
            ? {
                title: `${named(what, part)} を確認できませんでした(台帳の role が Google の形式ではありません)`,
                expected: needed,
                remedy: `台帳に \`${needed}\` の形で書いてください。サービスアカウントの権限を使う場合は、続けて \` as \` とそのアドレスを書きます。`,
              }
            : {
                title: `${named(what, part)} を確認できませんでした(${waysOf(needed)} が設定されていません)`,
                expected: waysOf(needed),
                remedy: `${waysOf(needed)} を、リポジトリのシークレットまたは環境変数として点検に渡してください。読み取りの権限だけで足ります。`,
              },
  },
  'probe/access-denied': {
    means: '認証情報が受け付けられませんでした。',
    why: '誰も見ていないものは、いつのまにか台帳と違っているかもしれません。同じ認証情報は、復旧のときにも使えないおそれがあります。',
    remedy: '認証情報が有効か、読み取る権限があるかを確かめてください。',
    say: ({ what, part, detail, permission }) => ({
      title: `${named(what, part)} を確認できませんでした(アクセスを拒否されました)`,
      expected: permission?.ja ?? null,
      observed: detail,
      ...(permission == null
        ? {}
        : {
            remedy: `認証情報がいまも有効かを確かめ、有効であれば権限を見直してください。必要なもの: ${permission.ja}。`,
          }),
    }),
  },
  'probe/not-testable': {
    means: 'この環境からは、どのような状態であっても確認できないものです。',
    why: '点検では見えないため、人の目で確かめる必要があります。',
    remedy: '定期的に人の目で確かめるか、確認できる環境から点検を実行してください。',
    say: ({ what, reason, part, names }) => ({
      title:
        reason === 'in-no-series'
          ? `${named(what, part)} の場所に、${reasons[reason]}(確認していません)`
          : `${named(what, part)} は確認していません(${reasons[reason]})`,
      ...(names === undefined ? {} : { observed: listed(names) }),
      ...(reason === 'in-no-series'
        ? {
            remedy:
              '何のファイルかを確かめてください。定期的に取るバックアップであれば、その名前の形を台帳の `series` に書いてください。そうでなければ別の場所に移すか、数えるものだけを `pattern` に書いてください。',
          }
        : {}),
      ...(reason === 'age-not-said'
        ? {
            remedy:
              'バックアップを取る間隔を、台帳に `every: 24h` のように書いてください。書くまでは、止まっても知らせることができません。',
          }
        : {}),
    }),
  },
};

/** 名前はこの数まで。 */
const mostNames = 8;

function listed(names: readonly string[]): string {
  const more = names.length - mostNames;
  return `${names.slice(0, mostNames).join('、')}${more > 0 ? `、ほか${more}件` : ''}`;
}

/** 認証情報の渡し方。確認先は `A / B + C` と書きます。 */
function waysOf(needed: string): string {
  return needed.replaceAll(' + ', ' と ').replaceAll(', ', ' と ').replaceAll(' / ', '、または ');
}
