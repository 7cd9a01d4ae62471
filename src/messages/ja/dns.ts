import type { dnsRules, Refusal } from '../../rules/dns.ts';
import type { RuleMessages } from '../rule-message.ts';

/** DNS の値をそのまま並べる。 */
const written = (values: readonly string[]) => (values.length === 0 ? 'レコードなし' : values.join('、'));

/** 別名をたどった先の値。 */
const reached = (values: readonly string[], aliases: readonly string[]) =>
  aliases.length === 0 ? written(values) : `${written(values)}(${aliases.join(' → ')} を経由)`;

/** ワイルドカードが代わりに回答している場合、足りないのは名前自身のレコード。 */
const byWildcard = (wildcard: string | null, seen: readonly string[], aliases: readonly string[]) =>
  wildcard === null
    ? {}
    : {
        observed: `${reached(seen, aliases)}(ワイルドカード ${wildcard} の回答)`,
        remedy: `この名前自身のレコードはなく、登録のない名前すべてに回答するワイルドカード ${wildcard} が代わりに回答しています。誤って削除したのであれば戻してください。廃止した名前であれば、ワイルドカードがまだ必要かを確かめてください。`,
      };

/** 各サーバーが持つゾーンのシリアル番号。 */
const serialWords = (serials: readonly number[]) =>
  serials.length === 0 ? '' : `(シリアル ${serials.join('、')})`;

const lookAgain = (at: string | null, moment: (at: string) => string) =>
  at === null
    ? {}
    : {
        remedy: `DNS の管理画面でレコードを戻すか、台帳を直してください。追加した直後であれば、「存在しない」という応答が ${moment(at)} まで残ることがあるため、その後にもう一度確かめてください。`,
      };

/** 台数。1台が複数のアドレスで並ぶことがある。 */
const countServers = (lame: readonly { server: string }[]) => new Set(lame.map((each) => each.server)).size;

const troubles: Record<string, string> = {
  lame: 'このドメインを受け持っていません',
  refused: '回答を拒否します(REFUSED)',
  servfail: '障害を返します(SERVFAIL)',
  malformed: '応答を解釈できません',
  timeout: '応答がありません',
  'no-name': 'サーバー名からアドレスを引けません',
};

const tags = (keys: readonly number[]) => `鍵番号(キータグ)${keys.join('、')}`;

/** DS の「番号 方式 ダイジェストの種類」を言葉にする。 */
const digestWords = (text: string) => {
  const [tag, algorithm, digest] = text.split(' ');
  return `鍵番号 ${tag}、方式 ${algorithm}、ダイジェスト ${digest}`;
};

/** レコードの署名を、鍵の番号とともに呼ぶ。 */
const signatureOf = (name: string, type: string, keyTag: number | null) =>
  `${name} の ${type} の署名(鍵番号 ${keyTag})`;

/** 一部のネームサーバーだけで起きている場合の、その名前。 */
const where = (servers: readonly string[] | null) => (servers === null ? '' : `${servers.join('、')}: `);

/** リゾルバーが理由として返す拡張エラーコード(RFC 8914 4章)。 */
const extendedErrors: Readonly<Record<number, string>> = {
  1: '対応していない署名方式',
  2: '対応していない DS のダイジェスト',
  3: '古い回答',
  4: '意図的に差し替えた回答',
  5: '署名の正否を判定できない',
  6: '署名が無効(bogus)',
  7: '署名の期限切れ',
  8: '署名の有効期間前',
  9: 'DS に合う鍵がない',
  10: '署名がない',
  11: '署名に使える鍵がない',
  12: '名前が存在しないことの証明(NSEC)がない',
  13: '記憶している障害',
  14: 'リゾルバーの準備中',
  15: 'ブロック対象の名前',
  16: '検閲対象の名前',
  17: 'フィルター対象の名前',
  18: '拒否',
  19: '古い「存在しない」という回答',
  20: 'ドメインを受け持たないネームサーバー',
  21: '対応していない問い合わせ',
  22: '応答するネームサーバーがない',
  23: '通信の障害',
  24: '不正なデータ',
  27: 'NSEC3 の繰り返し回数の超過',
};

const reasons = (codes: readonly number[]) =>
  codes.length === 0
    ? ''
    : `: ${codes.map((code) => `${extendedErrors[code] ?? 'エラー'}(EDE ${code})`).join('、')}`;

/** 同じことをリゾルバーがどう見ているか。 */
const refused = (refusal: Refusal | null) =>
  refusal === null
    ? ''
    : ` / ${refusal.resolver}: SERVFAIL。署名を確かめないよう求めると回答します${reasons(refusal.errors)}`;

export const dns: RuleMessages<typeof dnsRules> = {
  'dns/no-such-name': {
    means: '台帳にある名前が DNS に存在しません。ドメインを受け持つネームサーバー自身の回答です。',
    why: '名前が存在しなければ、サーバーが動いていても誰もたどり着けません。復旧では、サーバーを見る前にここを戻す必要があります。',
    remedy:
      '誰が削除したかを確かめ、DNS の管理画面で戻してください。意図した廃止であれば、台帳から外してください。',
    say: ({ name, type, expected, lookAgainAt }, { moment }) => ({
      title: `${name} が DNS に存在しません`,
      expected: `${type} ${written(expected)}`,
      observed: '名前が存在しません(NXDOMAIN)',
      ...lookAgain(lookAgainAt, moment),
    }),
  },
  'dns/record-missing': {
    means: '名前は DNS にありますが、台帳にあるレコードがありません。',
    why: 'このレコードに頼るもの(サイトの表示、メール、証明書の発行など)は、サーバーが正常でも使えません。',
    remedy:
      '誰が削除したかを確かめ、DNS の管理画面で戻してください。意図した廃止であれば、台帳を直してください。',
    say: ({ name, type, expected, aliases, lookAgainAt }, { moment }) => ({
      title: `${name} の ${type} レコードがなくなっています`,
      expected: `${type} ${written(expected)}`,
      observed: reached([], aliases),
      ...lookAgain(lookAgainAt, moment),
    }),
  },
  'dns/record-differs': {
    means: 'DNS の値が台帳と違います。',
    why: '訪問者が取り決めと違う場所へ案内されているか、台帳が古くなっています。古い台帳のままでは、夜間の対応者が違うサーバーを見に行くことになります。',
    remedy:
      '誰が変更したかを確かめてください。意図した変更であれば台帳を新しい値に直し、そうでなければ DNS を元に戻してください。',
    say: ({ name, type, expected, seen, aliases, wildcard }) => ({
      title: `${name} の ${type} レコードが台帳と違います`,
      expected: written(expected),
      observed: reached(seen, aliases),
      ...byWildcard(wildcard, seen, aliases),
    }),
  },
  'dns/record-unexpected': {
    means: 'DNS に、台帳にないレコードがあります。',
    why: '訪問者の一部が、誰も把握していない場所へ案内されます。切り戻しや切り替えのときにも、そこだけ取り残されます。',
    remedy:
      '誰が追加したかを確かめてください。必要なものであれば台帳に加え、不要であれば DNS の管理画面で削除してください。',
    say: ({ name, type, expected, seen, aliases, wildcard }) => ({
      title: `${name} に、台帳にない ${type} レコードがあります`,
      expected: written(expected),
      observed: reached(seen, aliases),
      ...byWildcard(wildcard, seen, aliases),
    }),
  },
  'dns/answers-disagree': {
    means: 'ドメインを受け持つネームサーバーの回答がそろっていません。',
    why: 'どの回答が届くかは訪問者ごとに変わるため、見える人と見えない人が出ます。緊急時に切り替えても、一部の人にしか効きません。',
    remedy:
      'DNS の管理者に、更新が届いていないネームサーバーを調べ、同じ内容にそろえるよう依頼してください。',
    say: ({ name, type, groups }) => ({
      title: `${name} の ${type} レコードについて、ネームサーバーの回答がそろっていません`,
      expected: 'すべてのネームサーバーが同じ回答をすること',
      observed: groups
        .map(
          ({ servers, values, trouble, serials }) =>
            `${servers.join('、')}${serialWords(serials)}: ${trouble === null ? written(values) : (troubles[trouble] ?? trouble)}`,
        )
        .join(' / '),
    }),
  },
  'dns/dangling-alias': {
    means: '別名(CNAME)の参照先が、どこにもつながっていません。',
    why: 'この名前では何も表示されません。解約したサービスを指したままの場合は、第三者にその参照先を取得されるおそれもあります。',
    remedy: '参照先を現在のサービスに直すか、不要なレコードを削除してください。',
    say: ({ name, target, because }) => ({
      title:
        because === 'loop'
          ? `${name} の別名が堂々巡りになっています`
          : because === 'dead'
            ? `${name} の参照先 ${target} のドメインには、回答するネームサーバーがありません`
            : `${name} の参照先 ${target} は、もう存在しません`,
      expected: '別名の参照先が存在すること',
      observed: {
        loop: `${target} で CNAME が循環`,
        dead: `${target} のドメインについて回答するネームサーバーがありません`,
        'no-name': `${target} が存在しません(NXDOMAIN)`,
      }[because],
    }),
  },
  'dns/nameserver-unresolvable': {
    means: 'ドメインに登録されたネームサーバーの名前から、アドレスを引けません。',
    why: '名前を引く問い合わせの一部が行き場を失います。その名前を第三者が取得すると、ドメイン全体を操作されるおそれがあります。',
    remedy:
      'ドメインの管理会社の画面で、ネームサーバーの欄に打ち間違いがないかを確かめ、直すか外してください。',
    say: ({ zone, server }) => ({
      title: `${zone} のネームサーバー ${server} が見つかりません`,
      expected: 'ネームサーバーの名前からアドレスを引けること',
      observed: `${server} のアドレスを引けません`,
    }),
  },
  'dns/nameserver-is-alias': {
    means:
      'ドメインに登録されたネームサーバーの名前が、別名(CNAME)になっています。DNS では認められていない設定です。',
    why: '標準(RFC 2181 §10.3)どおりに動く DNS サーバーは、このネームサーバーに問い合わせません。サイトやメールに届かない人が出ます。',
    remedy:
      'ドメインの管理会社とゾーンの両方で、ネームサーバーをアドレスのある名前に直すか、別名をやめてアドレス(A、AAAA)を登録するよう DNS の運用者に依頼してください。',
    say: ({ zone, server, target }) => ({
      title: `${zone} のネームサーバー ${server} の名前が、別名になっています`,
      expected: 'ネームサーバーの名前に、アドレスが直接登録されていること',
      observed: `${server} CNAME ${target}`,
    }),
  },
  'dns/ttl-too-long': {
    means: 'DNS の値が覚えられている時間(TTL)が、切り替えにかけてよい時間より長くなっています。',
    why: '緊急時に別のサーバーへ切り替えても、この時間が過ぎるまで、訪問者は元のサーバーへ案内され続けます。',
    remedy:
      '平常時のうちに、DNS の管理画面で TTL を短くしてください。短くした値が効くのは、いまの TTL が過ぎてからです。',
    say: ({ name, type, ttlSeconds, limitMs, basis }, { span }) => ({
      title: `${name} を切り替えても、全員に行き渡るまで最長 ${span(ttlSeconds * 1000)} かかります`,
      expected: basis === 'ledger' ? `${span(limitMs)}以内` : `${span(limitMs)}以内(暫定復旧の目標)`,
      observed: `${type} の TTL: ${ttlSeconds}秒`,
    }),
  },
  'dns/delegation-differs': {
    means: 'ドメインの登録先が案内しているネームサーバーが、台帳と違います。',
    why: 'ネームサーバーを握る人が、サイトとメールの行き先を決めます。心当たりのない変更は乗っ取りのおそれがあり、意図した変更でも、台帳の DNS の権限は役に立たなくなっています。',
    remedy:
      'ドメインの管理会社で誰がネームサーバーを変更したかを、すぐに確かめてください。意図した変更であれば、新しい DNS の権限も含めて台帳を直してください。',
    say: ({ zone, expected, seen }) => ({
      title: `${zone} のネームサーバーが台帳と違います`,
      expected: written(expected),
      observed: written(seen),
    }),
  },
  'dns/delegation-mismatch': {
    means:
      'ドメインの管理会社に登録されたネームサーバーと、ドメイン自身が名乗るネームサーバーが一致していません。',
    why: '二つの一覧が同時に使われている状態です。緊急時に DNS を変更しても、一部の訪問者にしか届かない、あるいはまったく届かないことがあります。',
    remedy:
      'ドメインの管理会社の設定と、DNS の管理画面の NS レコードを同じ内容にそろえてください。移転作業が途中で止まっている場合に起こります。',
    say: ({ zone, parent, own }) => ({
      title: `${zone} のネームサーバーの登録が食い違っています`,
      expected: '登録先とドメイン自身で、ネームサーバーが同じであること',
      observed: `登録先: ${written(parent)} / ドメイン自身: ${written(own)}`,
    }),
  },
  'dns/lame-nameserver': {
    means: 'ドメインに登録されたネームサーバーが、そのドメインについて回答しません。',
    why: '名前を引くのに時間がかかったり、失敗したりします。残りのネームサーバーも止まると、サイトもメールもまとめて使えなくなります。',
    remedy:
      'DNS の管理者に、このネームサーバーでドメインを設定するよう依頼するか、ドメインの管理会社の登録から外してください。',
    say: ({ zone, lame, total, someServe }) => ({
      title: someServe
        ? `${zone} のネームサーバー ${total} 台中 ${countServers(lame)} 台が、正しく回答しません`
        : `${zone} について回答するネームサーバーがありません`,
      expected: 'すべてのネームサーバーがドメインについて回答すること',
      observed: lame
        .map(
          ({ server, address, outcome }) =>
            `${server}${address === null ? '' : `(${address})`}: ${troubles[outcome] ?? outcome}`,
        )
        .join(' / '),
    }),
  },
  'dns/caa-forbids-issuer': {
    means: '証明書を発行してよい認証局を決める CAA レコードに、台帳にある認証局が含まれていません。',
    why: 'いまの証明書は使えますが、次の更新が失敗します。夜間に手動で更新しようとしても発行されません。',
    remedy: 'CAA レコードに認証局を加えるか、台帳の認証局を直してください。',
    say: ({ names, issuers, at, records }, format) => ({
      title: `${at} の CAA レコードでは、${format.list(issuers)} が ${format.list(names)} の証明書を更新できません`,
      expected: format.list(issuers),
      observed: records.join('、'),
    }),
  },
  'dns/dnssec-differs': {
    means: 'ドメインの署名(DNSSEC)の有無が、台帳と違います。',
    why: '署名されたドメインでは、DNS を変更するときに鍵の設定も必要です。知らずに作業すると、直すつもりの変更でサイトが見えなくなります。',
    remedy: 'ドメインの管理会社で誰が変更したかを確かめ、設定か台帳を直してください。',
    say: ({ zone, expected }) => ({
      title:
        expected === 'signed'
          ? `${zone} は、台帳では署名(DNSSEC)ありですが、署名されていません`
          : `${zone} は、台帳では署名(DNSSEC)なしですが、署名されています`,
      expected: expected === 'signed' ? '署名あり' : '署名なし',
      observed: expected === 'signed' ? '親の側に DS レコードがありません' : '親の側に DS レコードがあります',
    }),
  },
  'dns/ds-mismatch': {
    means:
      'ドメインの登録先にある鍵の情報(DS レコード)と、ネームサーバーの鍵が合っていません。このため署名(DNSSEC)がすべて無効とみなされます。',
    why: '署名を確かめる通信事業者や公開 DNS、証明書の認証局からは、ドメインが偽物に見えます。サーバーが正常でも、サイトが表示されず、メールも届かず、証明書の更新も失敗します。',
    remedy:
      'ドメインの管理会社の画面で、DS レコードを削除するか、DNS の事業者が示す現在の値に直してください。直しても、古い情報が最長で1日ほど残ります。多くは、DNS の移転の際に以前の DS レコードが残ったものです。',
    say: ({ zone, parent, keys, because, servers, refusal }) => ({
      title: `${zone} の登録先にある鍵の情報(DS)が、実際の鍵と合っていません`,
      expected: `登録先の DS レコードが示す鍵(${parent.map(digestWords).join('、')})`,
      observed: `${where(servers)}${
        because === 'no-keys'
          ? '鍵(DNSKEY)がありません'
          : because === 'other-digest'
            ? `番号は同じでも、DS レコードとは別の鍵です(${tags(keys)})`
            : `${tags(keys)} の鍵しかありません`
      }${refused(refusal)}`,
    }),
  },
  'dns/signature-invalid': {
    means: 'ドメインの署名(DNSSEC)が有効ではありません。',
    why: '署名を確かめる通信事業者や公開 DNS、証明書の認証局からは、ドメインが偽物に見えます。サーバーが正常でも、サイトが表示されず、メールも届かず、証明書の更新も失敗します。',
    remedy:
      'DNS の事業者に、署名をやり直し、更新が止まった原因を調べるよう依頼してください。時間がかかる場合は、ドメインの管理会社で DS レコードを削除すると、署名なしのドメインとして使えるようになります(行き渡るまで最長で1日ほど)。',
    say: ({ zone, name, type, because, keyTag, from, until, servers, refusal }, { moment }) => {
      const observed = {
        expired: () => `${signatureOf(name, type, keyTag)}は ${moment(until!)} に期限が切れました`,
        ends: () => `${signatureOf(name, type, keyTag)}は ${moment(until!)} に切れますが、更新されていません`,
        'not-yet-valid': () => `${signatureOf(name, type, keyTag)}は ${moment(from!)} からのものです`,
        wrong: () => `${signatureOf(name, type, keyTag)}が、レコードの内容と合いません`,
        'no-key': () => `${signatureOf(name, type, keyTag)}は、このドメインの鍵で作られていません`,
        missing: () => `${name} の ${type} に署名がありません`,
      }[because]();
      return {
        title: {
          expired: `${zone} の署名(DNSSEC)の期限が切れています`,
          ends: `${zone} の署名(DNSSEC)が、数時間のうちに切れます`,
          'not-yet-valid': `${zone} の署名(DNSSEC)が、まだ有効になっていません`,
          wrong: `${zone} の署名(DNSSEC)が正しくありません`,
          'no-key': `${zone} の署名(DNSSEC)が、別の鍵で作られています`,
          missing: `${zone} に、署名(DNSSEC)のないレコードがあります`,
        }[because],
        expected: `${name} の ${type} に有効な署名があること`,
        observed: where(servers) + observed + refused(refusal),
      };
    },
  },
  'dns/resolver-disagrees': {
    means:
      'ネームサーバーは台帳どおりに回答していますが、多くの利用者が使う DNS サーバー(リゾルバー)の回答が違います。',
    why: 'このリゾルバーを使う利用者は、取り決めと違う場所へ案内されるか、サイトにたどり着けません。DNS の管理画面では正しく見えるため、復旧の場面で原因探しに時間を取られます。',
    remedy:
      '数日以内に DNS を変更した場合は、以前の TTL が過ぎてからもう一度確かめてください。心当たりがなければ、リゾルバーの管理者と DNS の事業者に、違う回答がどこから来ているかを問い合わせてください。',
    say: ({ name, type, resolver, because, expected, seen, aliases, errors }) => ({
      title:
        because === 'signature'
          ? `利用者側の DNS サーバーが、${name} を偽物とみなしています(DNSSEC)`
          : `利用者側の DNS サーバーが、${name} の ${type} レコードを違う内容で回答しています`,
      expected: because === 'signature' ? `${name} の ${type} に回答すること` : written(expected),
      observed:
        because === 'signature'
          ? `${resolver}: SERVFAIL。署名を確かめないよう求めると回答します${reasons(errors)}`
          : `${resolver}: ${reached(seen, aliases)}${reasons(errors)}`,
    }),
  },
  'dns/signature-expires': {
    means:
      'ドメインの署名(DNSSEC)の期限が迫っています。数か月分をまとめて作られた署名か、自動で更新されるはずの時期を過ぎた署名です。',
    why: '期限を過ぎると、署名を確かめる利用者からはサイトもメールも使えなくなります。何も変更していないのに、ある日突然起こります。',
    remedy: '期限までに署名をやり直し、自動で更新されるようにできないかを DNS の事業者に確かめてください。',
    say: ({ zone, name, type, keyTag, until }, { moment }) => ({
      title: `${zone} の署名(DNSSEC)が ${moment(until)} に切れます`,
      expected: '署名が更新されていること',
      observed: `${signatureOf(name, type, keyTag)}の期限: ${moment(until)}`,
    }),
  },
};
