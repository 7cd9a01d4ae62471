import { placeName } from '../../protocols/place.ts';
import type { InChain, TlsPlace, tlsRules } from '../../rules/tls.ts';
import type { Format } from '../format.ts';
import { type Refusal, refusalOf } from '../refusal.ts';
import type { RuleMessages } from '../rule-message.ts';

type Server = Pick<TlsPlace, 'host' | 'port'> & Partial<TlsPlace>;

/** ホスト名。一部のアドレスだけの話であれば、そのアドレスも添える。 */
const named = (place: Server) =>
  place.addresses === undefined || place.addresses.length === 0
    ? placeName(place)
    : `${placeName(place)}(${place.addresses.join('、')} のみ)`;
const certificate = ({ which, subject }: InChain, of: string) =>
  which === 'leaf' ? `${of} の証明書` : `${of} の中間証明書「${subject}」`;
const orNothing = (names: readonly string[], format: Format) =>
  names.length === 0 ? '名前の記載がない' : format.list(names.slice(0, 8));
const how = (isInferred: boolean) =>
  isInferred ? '(更新の方法は認証局からの推定です。台帳に `renewal` を書いてください)' : '';

const warned =
  '訪問者にはサイトの代わりに警告画面が表示され、アプリや決済の接続も切れます。障害のように見えるため、原因の調査が遠回りになります。';
const cannotConnect =
  '一部の訪問者や多くの外部サービスが接続できません。見えている人には問題がないように見えます。';
const replaceIt =
  'ブラウザーが信頼する認証局の証明書に入れ替えてください。誰がどのように入れ替えるかは、台帳の「入口」の証明書の欄にあります。';

const refusals: Readonly<Record<Refusal, string>> = {
  'unknown-name': 'サーバーにこの名前の設定がありません',
  'nothing-in-common': '共通に使える暗号方式がありません',
  'not-encrypted': 'このポートの応答は暗号化されていません',
  'old-protocols': '現在使われている版の暗号化に対応していません',
  'no-starttls': 'サーバーがこのポートでの暗号化(STARTTLS)に対応していません',
  'internal-error': 'サーバーが内部エラーを返しています',
  denied: 'サーバーが接続を拒否しています',
  'broken-off': 'サーバーが暗号化の手続きを中断しました',
};

const weaknesses = (code: string) => {
  if (/DH_KEY_TOO_SMALL/.test(code)) return '鍵交換(DHE)の鍵が短すぎます';
  if (/RENEGOTIATION/.test(code)) return '安全な再ネゴシエーションに対応していません';
  return '暗号化の方式が古いままです';
};

export const tls: RuleMessages<typeof tlsRules> = {
  'tls/expired': {
    means: 'サーバーが送っている、訪問者の確認に必要な証明書の有効期限が切れています。',
    why: warned,
    remedy:
      'すぐに証明書を更新し、サーバーに読み込ませてください。自動更新のはずであれば、失敗した理由(更新プログラムのログ、必要なDNSレコードやパス)を調べてください。',
    say: (data, format) => ({
      title: `${certificate(data, named(data))}の有効期限が ${format.day(data.notAfter)} に切れています`,
      expected: '有効な証明書',
      observed: `有効期限 ${format.moment(data.notAfter)}`,
    }),
  },
  'tls/not-yet-valid': {
    means: 'サーバーが送っている証明書の有効期間が、まだ始まっていません。',
    why: warned,
    remedy: 'いま有効な証明書に入れ替えてください。置いたファイルが正しいかを確かめてください。',
    say: (data, format) => ({
      title: `${certificate(data, named(data))}は ${format.day(data.notBefore)} まで有効になりません`,
      expected: 'いま有効な証明書',
      observed: `有効期間は ${format.moment(data.notBefore)} から`,
    }),
  },
  'tls/hostname-mismatch': {
    means: '証明書に書かれた名前に、訪問者が開く名前が含まれていません。',
    why: warned,
    remedy:
      'このホストの証明書が使われるように設定してください。サーバーやCDNにこの名前の設定がない、DNSが別のサーバーを指している、という原因がよくあります。',
    say: (data, format) => ({
      title: `${named(data)} の証明書が別のサイトのものです`,
      expected: data.host,
      observed: orNothing(data.names, format),
    }),
  },
  'tls/untrusted-root': {
    means: '証明書をたどっても、ブラウザーが信頼する認証局に行き着きません。',
    why: warned,
    remedy: replaceIt,
    say: (data) => ({
      title: `${named(data)} の証明書は、ブラウザーが信頼する認証局のものではありません`,
      expected: 'ブラウザーが信頼する認証局',
      observed: `${data.issuer ?? '認証局の記載なし'}${data.code === null ? '' : `(${data.code})`}`,
      ...(data.missing
        ? {
            remedy:
              'サーバーが証明書の一部を送っておらず、取り寄せて確かめることもできませんでした。まず中間証明書まで含めて設定し、それでも直らなければ、公的な認証局の証明書に入れ替えてください。',
          }
        : {}),
    }),
  },
  'tls/self-signed': {
    means: '認証局が発行したものではない、サーバー自身が署名した証明書(自己署名証明書)です。',
    why: warned,
    remedy: replaceIt,
    say: (data) => ({
      title: `${named(data)} の証明書が自己署名です`,
      expected: 'ブラウザーが信頼する認証局',
      observed: '自己署名',
    }),
  },
  'tls/wrong-purpose': {
    means: '証明書、またはそれを保証する証明書の用途が、Webサーバー用ではありません。',
    why: warned,
    remedy: 'サーバー認証用の証明書を発行し、入れ替えてください。',
    say: (data) => ({
      title: `${named(data)} の証明書はサーバー用ではありません`,
      expected: 'サーバー認証用',
      observed: '別の用途のみ',
    }),
  },
  'tls/handshake-failed': {
    means: 'サーバーは応答しますが、暗号化接続が確立できません。',
    why: '訪問者は誰もサイトを開けません。原因は暗号化(TLS)やCDNの設定にあり、Webサーバーの再起動ではまず直りません。',
    remedy:
      'DNSの指すサーバーやCDNに、このホストと証明書の設定があるかを確かめてください。直前の設定変更があれば元に戻してください。',
    say: (data) => ({
      title: `${named(data)} に暗号化接続ができません。${refusals[refusalOf(data.code)]}`,
      expected: '暗号化接続ができる',
      observed: data.code,
    }),
  },
  'tls/revoked': {
    means: '有効期限の前に、認証局が証明書を失効させています。',
    why: 'ブラウザーやアプリから順に接続を拒否されていきます。秘密鍵が漏れていることもあります。',
    remedy: '新しい鍵で証明書を発行し、すぐに入れ替えてください。失効した理由も認証局に確かめてください。',
    say: (data, format) => ({
      title: `${certificate(data, named(data))}が ${format.day(data.revokedAt)} に失効しています`,
      expected: '失効していない',
      observed: `${format.moment(data.revokedAt)} に失効`,
    }),
  },
  'tls/weak-key': {
    means: '証明書の鍵が、ブラウザーの求める長さに足りません。',
    why: cannotConnect,
    remedy: '現在の基準の鍵(RSA 2048ビット、または楕円曲線 P-256)で証明書を発行し直してください。',
    say: (data) => ({
      title: `${certificate(data, named(data))}の鍵が短すぎます`,
      expected: 'RSA 2048ビットまたは楕円曲線 P-256 以上',
      observed: data.key,
    }),
  },
  'tls/weak-signature': {
    means: 'ブラウザーが受け付けなくなった古い方式で、証明書が署名されています。',
    why: cannotConnect,
    remedy: '証明書を発行し直してください。いまの認証局はすべて SHA-256 以上で署名します。',
    say: (data) => ({
      title: `${certificate(data, named(data))}の署名が古い方式です`,
      expected: 'SHA-256 以上',
      observed: data.algorithm,
    }),
  },
  'tls/old-protocol-only': {
    means: 'サーバーが、ブラウザーで廃止された TLS 1.0 か 1.1 にしか対応していません。',
    why: '現在のブラウザーではサイトを開けません。開けている人は古いソフトを使っています。',
    remedy:
      'サーバーで TLS 1.2 と 1.3 を有効にしてください。ソフトが古くて対応できなければ、更新してください。',
    say: (data) => ({
      title: `${named(data)} が古い暗号化にしか対応していません`,
      expected: 'TLS 1.2 以上',
      observed: data.protocol,
    }),
  },
  'tls/incomplete-chain': {
    means:
      'サーバーが中間証明書を送っていません。ブラウザーは自分で補うことが多い一方、アプリや他のサーバーは補いません。',
    why: 'ブラウザーでは見えるのに、決済の通知、アプリ、監視からの接続が失敗します。復旧の際に「見えているから大丈夫」と見落とされます。',
    remedy: '証明書単体ではなく、中間証明書まで含むファイル(fullchain.pem など)を設定してください。',
    say: (data) => ({
      title: `${named(data)} が中間証明書を送っていません`,
      expected: '中間証明書まで送る',
      observed: `「${data.missing}」がない`,
    }),
  },
  'tls/addresses-disagree': {
    means: '同じホストのサーバーの間で証明書が異なり、古いままのサーバーがあるようです。',
    why: '更新が一部のサーバーに届いていません。どのサーバーにつながるかで結果が変わるため、夜間には原因が見つかりにくくなります。',
    remedy: '最新の証明書をすべてのサーバーに入れ、それぞれに読み込ませてください。',
    say: (data, format) => ({
      title: `${placeName(data)} のサーバーごとに証明書が異なります`,
      expected: 'すべてのサーバーで同じ証明書',
      observed: data.certificates
        .map((each) => `${each.addresses.join('、')}: ${each.serial}(${format.day(each.notAfter)} まで)`)
        .join('、'),
    }),
  },
  'tls/name-not-covered': {
    means: '台帳で必要とされている名前が、証明書に含まれていません。',
    why: 'その名前で開いた人には警告が出ます。復旧の際に、その名前が迂回路になることもあります。',
    remedy:
      'すべての名前を含めて証明書を発行し直してください。使わなくなった名前であれば、台帳を直してください。',
    say: (data, format) => ({
      title: `${named(data)} の証明書に ${format.list(data.missing)} が含まれていません`,
      expected: format.list(data.missing),
      observed: orNothing(data.names, format),
    }),
  },
  'tls/issuer-differs': {
    means: '証明書を発行した認証局が、台帳と違います。',
    why: '誰が、どこで、どのアカウントで更新するのかが台帳と変わっています。期限が切れた夜に、違う窓口を訪ねることになります。',
    remedy:
      '誰が認証局を変えたのか、いまどのように更新しているのかを確かめ、台帳(認証局、更新の方法、更新できる人)を直してください。',
    say: (data, format) => ({
      title: `${named(data)} の証明書の認証局が台帳と違います`,
      expected: format.list(data.expected),
      observed: data.issuer ?? '組織名の記載なし',
    }),
  },
  'tls/old-protocol': {
    means: 'サーバーが、新しい版に加えて TLS 1.0 か 1.1 も受け付けています。',
    why: '必要とする訪問者はほとんどおらず、セキュリティ診断で指摘されます。急ぎの対応は不要です。',
    remedy: '次にサーバーの設定を変えるときに、TLS 1.0 と 1.1 を無効にしてください。',
    say: (data) => ({
      title: `${named(data)} が古い暗号化も受け付けています`,
      expected: 'TLS 1.2 以上のみ',
      observed: `${data.protocol} も受け付ける`,
    }),
  },
  'tls/weak-handshake': {
    means:
      'ブラウザーではサイトが開けますが、サーバーの暗号化の設定が古いため(短いDHE鍵、安全な再ネゴシエーションがない、など)、基準の厳しいプログラムは接続できません。',
    why: 'ブラウザーで開けていても、アプリや決済の通知、監視が失敗することがあります。古い方式は、ブラウザーでも順に使えなくなっていきます。',
    remedy:
      'サーバーのTLS設定を見直してください。Mozillaが公開している「intermediate」の設定が目安です(DHEではなくECDHEを使い、ソフトウェアを更新する)。',
    say: (data) => ({
      title: `${named(data)} にはブラウザーからしか接続できません。${weaknesses(data.code)}`,
      expected: '現在のプログラムが受け入れる暗号化',
      observed: data.code,
    }),
  },
  'tls/revocation-unknown': {
    means: '認証局の失効リストを読めなかったため、この証明書が失効しているかどうかを確認できません。',
    why: '失効した証明書は、ブラウザーから順に拒否されていきます。失効の兆しがあるわけではなく、確認できなかったという知らせです。',
    remedy:
      'すぐに対応する必要はありません。何回も続くようであれば、失効リストを取得できるかを認証局に確かめてください。',
    say: (data, format) => ({
      title: `${certificate(data, named(data))}が失効していないかを確認できませんでした`,
      expected: '失効リストを読める',
      observed: format.list(data.lists),
    }),
  },
  'tls/staple-missing': {
    means:
      '証明書が、有効であることの証明(OCSPステープリング)をサーバーが一緒に送るよう求めていますが(must-staple)、サーバーが送っていません。',
    why: 'Firefoxでは接続が拒否されます。ほかのブラウザーでは開けるため、原因に気づきにくくなります。',
    remedy:
      'サーバーでOCSPステープリングを有効にするか、must-stapleの指定がない証明書を発行し直してください。OCSPの提供を終えた認証局も増えています。',
    say: (data) => ({
      title: `${named(data)} が、証明書の求める有効性の証明を送っていません`,
      expected: 'OCSP応答が証明書とともに届く',
      observed: '届かない',
    }),
  },
  'tls/intermediate-expires': {
    means: 'サーバーが一緒に送っている証明書の有効期限が、サイトの証明書より先に切れます。',
    why: 'サイトの証明書は有効に見えるため、警告の原因がなかなか見つかりません。',
    remedy: '認証局の現在の中間証明書を、サイトの証明書と一緒に設定し直してください。',
    say: (data, format) => ({
      title: `${named(data)} の中間証明書「${data.subject}」の有効期限が ${format.day(data.notAfter)} に切れます`,
      expected: 'サイトの証明書と同じかそれ以上の期間',
      observed: `有効期限 ${format.moment(data.notAfter)}`,
    }),
  },
  'tls/expires-soon': {
    means:
      '手動で更新する証明書の、更新の時期です。必要な日数を残せる最後の点検か、すでにその日数を切っています。',
    why: '期限が切れると、すべての訪問者に警告画面が表示されます。手動の更新には、申し込み、審査、承認、設置で数日かかります。',
    remedy: 'ここに示した日までに、新しい証明書を取得して設置してください。',
    say: (data, format) => ({
      title: data.isPast
        ? `${placeName(data)} の証明書の有効期限(${format.day(data.notAfter)})まで、更新に必要な日数が残っていません`
        : `${placeName(data)} の証明書を ${format.day(data.renewBy)} までに更新してください`,
      expected: `${format.day(data.renewBy)} までに更新${how(data.isInferred)}`,
      observed: `有効期限 ${format.moment(data.notAfter)}`,
    }),
  },
  'tls/renewal-overdue': {
    means: '自動で更新されるはずの証明書が、更新されていません。',
    why: '自動更新が止まっていても、誰にも知らされません。期限が切れると、すべての訪問者に警告画面が表示されます。',
    remedy:
      '更新プログラムのログを確かめ、手動で実行してください。サーバーやDNSの移転、パスの遮断、アカウントの失効がよくある原因です。もともとこれより遅く更新される証明書であれば、台帳に `renews-before` を書いてください。',
    say: (data, format) => ({
      title: `${placeName(data)} の証明書が自動更新されていません`,
      expected: `${format.day(data.dueAt)} ごろに更新${how(data.isInferred)}`,
      observed: `更新されていない。有効期限 ${format.moment(data.notAfter)}`,
    }),
  },
  'tls/renewal-ahead': {
    means: '手動で更新する証明書を、次の次の点検までに更新する必要があります。',
    why: 'まだ対応は不要です。点検が一度抜けても間に合うように、早めに知らせています。',
    remedy: '更新の予定を立ててください。',
    say: (data, format) => ({
      title: `${placeName(data)} の証明書は ${format.day(data.renewBy)} までに更新が必要です`,
      expected: `${format.day(data.renewBy)} までに更新${how(data.isInferred)}`,
      observed: `有効期限 ${format.moment(data.notAfter)}`,
    }),
  },
};
