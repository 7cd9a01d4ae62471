import type { MalformedPart } from '../../edge/http-edge.ts';
import { isAt } from '../../protocols/place.ts';
import type { Breakage, EndpointPlace, httpRules, Vacancy } from '../../rules/http.ts';
import type { RuleMessages } from '../rule-message.ts';
import { failures } from './probe.ts';

const breakages: { readonly [B in Breakage]: string } = {
  database: 'データベースに接続できていません',
  'fatal-error': 'プログラムが重大なエラーで止まっています',
  'not-installed': 'CMS の初期設定の画面が出ています',
  undecodable: '圧縮の形式がヘッダー(Content-Encoding)と合わず、ブラウザーで表示できません',
};

const malformedParts: { readonly [P in MalformedPart]: string } = {
  'status-line': '先頭の行',
  'line-ends': '改行(CRがない)',
  'header-line': 'ヘッダーの形になっていない行',
  'folded-header': '複数の行にわたるヘッダー',
  length: '長さ(Content-Length)の重複や、数字でない値',
  'head-size': '64kBを超えるヘッダー',
  chunks: '本文の区切り方(チャンク)',
};

const vacancies: {
  readonly [V in Vacancy]: { says(by: string | null): string; readonly remedy: string };
} = {
  empty: {
    says: (by) => `何も公開されていないときの ${by ?? 'サーバー'} のページ`,
    remedy:
      '公開用のファイルがどうなったかを運用担当者が確認してください(公開フォルダー、直前の公開や復元、バーチャルホスト)。サーバーを変えた場合は、DNSが違うサーバーを指していないかも確認してください。',
  },
  suspended: {
    says: (by) => `契約が停止されたときの ${by ?? 'サーバー会社'} のページ`,
    remedy:
      '停止の理由(料金の未払い、規約違反、容量などの超過)を、今日のうちにサーバー会社に確認してください。契約者でなければ解除できません。',
  },
  'unknown-domain': {
    says: (by) => `ドメインが登録されていないときの ${by ?? 'サーバー会社'} のページ`,
    remedy:
      'サーバー会社の管理画面でドメインを登録し直すか、DNSを直してください。それまでは、第三者がこの名前を取得できる場合があります。',
  },
};

const named = ({ id, url, address }: EndpointPlace) =>
  `${id}(${url}${address === null ? '' : `、${address}`})`;
const quoted = (texts: readonly string[]) => texts.map((text) => `「${text}」`).join('');
const titled = (title: string | null) =>
  title === null ? 'タイトルのないページ' : `「${title}」というページ`;

const refusal = ({ by, status }: { readonly by: string | null; readonly status: number }) => {
  if (by !== null) return `${by} に断られました`;
  return status === 403
    ? 'このページだけ、アクセスを断られています'
    : '機械からのアクセスを拒む画面が出ています';
};

const wrongPage =
  '別のページが出ている、改ざんされた、復元が途中までなどの可能性があります。ページが開くだけでは、サイトが動いている証拠になりません。';

export const http: RuleMessages<typeof httpRules> = {
  'http/unreachable': {
    means:
      'Webサーバーに接続できないか、接続しても応答がありませんでした。すべてのアドレスで、間をおいて試しても同じでした。',
    why: '訪問者には何も表示されていません。計画した停止でなければ、緊急の事態です。',
    remedy:
      '別の回線からURLを開いてください。開かなければ、台帳の最初の指示に従ってください。開く場合は、この点検だけを遮っているもの(ファイアウォール、国別の制限)を調べてください。',
    say: (data) => ({
      title: isAt(data.host, data.url)
        ? `${named(data)} に接続できません`
        : `${named(data)} の転送先 ${data.host} に接続できません`,
      expected: '応答がある',
      observed: failures[data.code],
    }),
  },
  'http/address-unreachable': {
    means: 'ページは開きますが、DNSにあるアドレスの一部に接続できません。間をおいて試しても同じでした。',
    why: 'そのアドレスに案内された訪問者は、待たされるかエラーになります。残りのアドレスが止まると、代わりがありません。',
    remedy:
      'そのアドレスのサーバー(またはロードバランサー)を運用担当者が確認してください。使わなくなったアドレスであれば、DNSからレコードを消してください。',
    say: (data) => ({
      title: `${named(data)} は開きますが、${data.silent.map(({ address }) => address).join('、')} に接続できません`,
      expected: `${data.host} のすべてのアドレスに接続できる`,
      observed: data.silent.map(({ address, code }) => `${address}: ${failures[code]}`).join('、'),
    }),
  },
  'http/server-error': {
    means:
      'サーバーが、処理に失敗したと答えています(500番台)。CDNが、その先のサーバーから応答を得られない場合も含みます。',
    why: '訪問者にはエラー画面が表示されています。夜間に呼ばれた人は、この応答とその時刻のログから調べ始めます。',
    remedy:
      '台帳にあるアプリとシステムのログを確認してください。直前に公開や変更があれば、切り戻しを検討してください。',
    say: (data) => ({
      title: `${named(data)} がサーバーエラーになっています${data.how === null ? '' : `。${breakages[data.how]}`}`,
      expected: 'ページが表示される',
      observed: `HTTP ${data.status}`,
    }),
  },
  'http/status-differs': {
    means: 'ページの応答(ステータス)が台帳と違います。台帳に指定がなければ、200番台なら一致とみなします。',
    why: '訪問者がページを開けていないかもしれません。復旧のときは、このページでサイトが戻ったかどうかを判断します。',
    remedy:
      'ページを開いて確かめてください。移転や廃止であれば台帳を直し、そうでなければページを直してください。',
    say: (data) => ({
      ...(data.status === 403
        ? {
            remedy:
              'ページを開いて確かめてください。開く場合は、国別の制限や機械を拒む仕組みが点検だけを断っています。点検を通してください(User-Agentの許可、`credentials` で渡す専用のヘッダー、自社で用意したランナー)。開かない場合は、契約が停止されていないか(料金の未払いなどで、全ページが 403 になるサーバー会社があります)を確認してページを直し、移転や廃止であれば台帳を直してください。',
          }
        : {}),
      title:
        data.status === 404 || data.status === 410
          ? `${named(data)} のページが見つかりません`
          : `${named(data)} の応答が台帳と違います`,
      expected: data.expected.length === 0 ? '200番台' : data.expected.join('、'),
      observed: data.at === data.url ? `HTTP ${data.status}` : `HTTP ${data.status}(${data.at})`,
    }),
  },
  'http/text-missing': {
    means: 'ページは開きますが、あるはずの文言がありません。',
    why: wrongPage,
    remedy:
      'ページを開き、正しいページかどうかを確かめてください。文言を意図して変えたのであれば、台帳を直してください。',
    say: (data) => ({
      title: `${named(data)} に、あるはずの文言がありません`,
      expected: quoted(data.texts),
      observed: titled(data.title),
    }),
  },
  'http/text-forbidden': {
    means: 'ページに、あってはならない文言があります。',
    why: wrongPage,
    remedy:
      'ページを開き、正しいページかどうかを確かめてください。文言が正しいのであれば、台帳を直してください。',
    say: (data) => ({
      title: `${named(data)} に、あってはならない文言があります`,
      expected: `${quoted(data.texts)} がない`,
      observed: `${titled(data.title)}に ${quoted(data.texts)} がある`,
    }),
  },
  'http/json-differs': {
    means: 'このURLが返すJSONの値が台帳と違います。',
    why: 'このようなURLは、たいていサイトの一部の調子を示しています。正常に戻るまで、復旧が終わったとは言えません。',
    remedy: '値の意味を運用担当者に確かめてください。応答の形が変わったのであれば、台帳を直してください。',
    say: (data) =>
      data.values.length === 0
        ? { title: `${named(data)} がJSONを返していません`, expected: 'JSON' }
        : {
            title: `${named(data)} の示す状態が台帳と違います`,
            expected: data.values.map(({ pointer, expected }) => `${pointer}: ${expected}`).join('、'),
            observed: data.values
              .map(({ pointer, observed }) => `${pointer}: ${observed ?? 'なし'}`)
              .join('、'),
          },
  },
  'http/redirect-differs': {
    means: '転送の行き着く先が台帳と違います。',
    why: '訪問者が意図しないページに着いています。古いアドレスや見覚えのないアドレスであれば、乗っ取りの兆候かもしれません。',
    remedy:
      'URLを開いて確かめてください。新しい転送先が正しければ台帳に取り込み、そうでなければすぐに転送を直してください。',
    say: (data) => ({
      title: `${named(data)} の転送先が台帳と違います`,
      expected: data.expected,
      observed: data.observed,
    }),
  },
  'http/redirect-loop': {
    means: '転送が同じところを回り続けているか、10回を超えています。',
    why: '訪問者にはブラウザーのエラーが出て、ページは表示されません。CDNやCMSの設定を変えたときに起こりがちです。',
    remedy: '直前に変えた転送の設定を戻してください(CDN、Webサーバー、CMSのサイトアドレス)。',
    say: (data) => ({
      title: `${named(data)} の転送が終わらず、ページが表示されません`,
      expected: '転送10回以内にページが表示される',
      observed: `転送${data.redirects}回、最後の転送先は ${data.at}`,
    }),
  },
  'http/https-downgraded': {
    means: '暗号化されたページから、暗号化されていないページへ転送しています。',
    why: '訪問者の送った内容が途中で読まれたり、書き換えられたりします。サイトの移転や復元のあと、CMSのサイトアドレスが誤っているときに起こりがちです。',
    remedy: '転送先を https に直してください(CMSのサイトアドレス、Webサーバー、CDN)。',
    say: (data) => ({
      title: `${named(data)} が https から http へ転送しています`,
      expected: 'https',
      observed: `${data.from} → ${data.to}`,
    }),
  },
  'http/site-broken': {
    means: 'ページは開きますが、中身がアプリのエラー画面です。',
    why: 'サーバーは応答していても、訪問者はサイトを使えません。初期設定の画面が開いていると、誰でもサイトを乗っ取れます。',
    remedy:
      'データベースと直前の変更を運用担当者が確認してください。初期設定の画面であれば、まずアクセスを遮断してください。',
    say: (data) => ({
      title: `${named(data)} が壊れています。${breakages[data.how]}`,
      expected: 'サイトが表示される',
      observed: `HTTP ${data.status}`,
    }),
  },
  'http/parked': {
    means: 'サイトの代わりに、ドメインの管理会社や広告業者のページが表示されています。',
    why: 'ドメインの更新もれや、DNSの設定の誤りで起こります。訪問者にはこのページしか見えていません。',
    remedy: '今日のうちに、ドメインの管理画面で、更新、ネームサーバー、DNSの記録を確認してください。',
    say: (data) => ({
      title: `${named(data)} に、サイトではなくドメイン管理のページが表示されています`,
      expected: 'サイトが表示される',
      observed: titled(data.title),
    }),
  },
  'http/placeholder': {
    means:
      'サイトの代わりに、サーバー会社やWebサーバーの用意したページが表示されています(何も公開されていない、契約が停止されている、ドメインが登録されていない、のいずれかです)。',
    why: '訪問者にはこのページしか見えていません。応答(ステータス)だけを見る監視では、正常に見えます。',
    remedy:
      'サーバー会社の管理画面で、契約の状態、ドメインの登録、公開用のファイルを確認し、続けてDNSを確認してください。',
    say: ({ by, what, ...data }) => ({
      title: `${named(data)} に、サイトではなく、${vacancies[what].says(by)}が表示されています`,
      expected: 'サイトが表示される',
      observed: `${titled(data.title)}、HTTP ${data.status}`,
      remedy: vacancies[what].remedy,
    }),
  },
  'http/not-upgraded': {
    means: 'ページが暗号化なし(http)でも開き、https へ転送されません。',
    why: '入力した内容(パスワードを含む)を途中で読み取られるおそれがあります。復元やサーバーの移転のあとに、最も抜けやすい設定です。',
    remedy:
      'http へのアクセスを https へ恒久的に転送する(301 または 308)ように、Webサーバーか CDN を設定してください。',
    say: (data) => ({
      title: `${data.plainUrl} が https へ転送されません`,
      expected: 'https への転送',
      observed: '暗号化なしでページが表示される',
    }),
  },
  'http/in-maintenance': {
    means: 'サイトがメンテナンス中と表示しています。',
    why: '解除し忘れや、更新の失敗で残ったメンテナンス表示は、訪問者にとっては障害と同じです。',
    remedy: '予定のメンテナンスかどうかを運用担当者に確かめ、予定になければ解除してください。',
    say: (data) => ({
      title: `${named(data)} がメンテナンス中と表示しています`,
      expected: 'サイトが表示される',
      observed: `HTTP ${data.status}`,
    }),
  },
  'http/too-slow': {
    means: 'ページをすべて受け取るまでの時間が、台帳の上限を超えました。',
    why: '表示の遅れは障害の前ぶれであることが多く、訪問者も離れていきます。',
    remedy:
      'その時刻の負荷とログを運用担当者が確認してください。点検する場所から見て上限が厳しすぎる場合は、台帳を直してください。',
    say: (data, format) => ({
      title: `${named(data)} の表示に時間がかかりすぎています`,
      expected: `${format.span(data.limitMs)}以内`,
      observed: format.span(data.tookMs),
    }),
  },
  'http/malformed-answer': {
    means:
      '応答がHTTPの決まりどおりに書かれていません。ブラウザーでは表示されますが、形式に厳しいプログラム(アプリ、決済、ほかの監視)は受け付けません。',
    why: '受け付けないプログラムはサイトが止まっていると報告するため、復旧のときに余計な手間がかかります。',
    remedy:
      '運用担当者に伝えてください。アプリか、その手前のプロキシーが、ヘッダーを誤って書いています。訪問者には表示されているので、急ぎません。',
    say: (data) => ({
      title: `${named(data)} の応答は、形式に厳しいプログラムでは読めません`,
      expected: 'RFC 9112 どおりの応答',
      observed: data.how.map((part) => malformedParts[part]).join('、'),
    }),
  },
  'http/hsts-differs': {
    means: 'https だけで接続するようブラウザーに求める設定(HSTS)が台帳と違います。',
    why: 'HSTSがあると、証明書が切れたとき訪問者は警告を越えて進めません。ないと、偽のサイトへ誘導されやすくなります。復旧の急ぎ方が変わります。',
    remedy: '意図した変更かどうかを運用担当者に確かめ、サイトか台帳を直してください。',
    say: (data) => ({
      title: data.expected
        ? `${named(data)} で、https だけで接続させる設定(HSTS)が外れています`
        : `${named(data)} に、台帳にない HSTS の設定があります`,
      expected: data.expected ? 'Strict-Transport-Security あり' : 'Strict-Transport-Security なし',
      observed: data.header ?? 'Strict-Transport-Security なし',
    }),
  },
  'http/noindex': {
    means: 'ページが、検索結果に載せないよう検索エンジンに求めています。',
    why: '数日のうちに検索結果から消えていきます。テスト用の設定が、公開や復元のあとに残っていることがよくあります。',
    remedy:
      '設定を外してください(WordPressでは「設定」→「表示設定」)。載せないのが正しければ、台帳を直してください。',
    say: (data) => ({
      title: `${named(data)} が検索結果に載らない設定になっています`,
      expected: '検索結果に載る',
      observed: `${data.from === 'header' ? 'X-Robots-Tag' : 'meta robots'}: ${data.value}`,
    }),
  },
  'http/indexable': {
    means: '検索結果に載せないはずのページに、その設定がありません。',
    why: 'テスト用のサイトが検索結果に出ると、本番と競合し、公開前の内容が見られてしまいます。',
    remedy:
      'noindex を設定するか、できればパスワードをかけてください。載せてよいページであれば、台帳を直してください。',
    say: (data) => ({
      title: `${named(data)} が検索結果に載る状態です`,
      expected: 'noindex',
      observed: 'noindex なし',
    }),
  },
  'http/not-blocked': {
    means: 'インターネットから見えてはならない場所が応答しています。',
    why: '開いたままのテスト用サイトや管理画面は、攻撃の入口になりがちです。',
    remedy: 'アクセスを閉じ(パスワード、接続元の制限)、前回の点検からのアクセスログを確認してください。',
    say: (data) => ({
      title: `${named(data)} がインターネットから見えています`,
      expected: '接続できない、401・403・404、または外部の認証画面への転送',
      observed: `HTTP ${data.status}`,
    }),
  },
  'http/challenged': {
    means:
      'サイトの防御が、この点検を機械や海外からのアクセスとみなして断りました。サイトは正常かもしれません。',
    why: 'ページを誰も見ていないため、人が確かめるまでは復旧の前提にできません。',
    remedy:
      '点検を通してください。User-Agentを許可する、`credentials` で専用のヘッダーを渡す、自社で用意したランナーで実行する、のいずれかです。',
    say: (data) => ({
      title: `${named(data)} を確認できませんでした(${refusal(data)})`,
      observed: `HTTP ${data.status}`,
    }),
  },
};
