import type { DkimFault, MtaStsFault, MxFault, mailRules, SpfFault } from '../../rules/mail.ts';
import type { RuleMessages } from '../rule-message.ts';
import { failures } from './probe.ts';

const mxFaults: { readonly [F in MxFault]: string } = {
  alias: '別名(CNAME)のため、受け付けないメールサーバーがあります',
  address: '名前ではなくアドレスが書かれています',
  'no-address': 'アドレスがありません',
  'null-beside-others': '「メールを受け取らない」という指定が混ざっています',
};

const spfFaults: { readonly [F in SpfFault]: (where: string, term?: string) => string } = {
  missing: () => 'レコードがない',
  'two-records': (where) => `${where} にレコードが2つある`,
  syntax: (where, term) =>
    term === undefined
      ? `${where} のレコードを解釈できない`
      : `${where} の「${term}」が書式に合わず、レコード全体が使われない`,
  'include-without-spf': (where) => `include 先の ${where} に SPF がない`,
  'redirect-without-spf': (where) => `redirect 先の ${where} に SPF がない`,
  'too-many-exchanges': (where) => `${where} のメールサーバーを参照しているが、10台を超えている`,
  'too-many-voids': (where) => `参照先のうち、存在しない名前が2つを超えている(${where} など)`,
};

const mtaStsFaults: { readonly [F in MtaStsFault]: string } = {
  'no-record': 'レコードがありません',
  'two-records': 'レコードが複数あります',
  'record-invalid': 'レコードを解釈できません',
  'no-policy': 'ポリシーのファイルを取得できません',
  certificate: 'ポリシーを置いたホストの証明書が有効ではありません',
  'policy-invalid': 'ポリシーを解釈できません',
  'mode-differs': 'モードが違います',
  'mx-not-listed': 'ポリシーにないメールサーバーがあります',
};

const dkimFaults: { readonly [F in DkimFault]: (detail: string | null) => string } = {
  syntax: () => 'DKIM の書式に合わないレコード',
  type: (detail) => `受信側が対応していない種類の鍵(k=${detail})`,
  key: () => '鍵として読めない p=(仮の文字のままか、途中で切れています)',
  'too-short': (detail) => `${detail}ビットの RSA 鍵(短すぎます)`,
  hash: (detail) => `SHA-1 専用の鍵(h=${detail})`,
  service: (detail) => `メール用ではない鍵(s=${detail})`,
};

const notDelivered =
  '問い合わせや注文のメール、復旧中の連絡メールが届きません。DNSの移転のあとに、気づかれないまま失われやすい設定です。';
const asSpam =
  'サイトから送るメール(問い合わせの控え、注文、障害の報告)が迷惑メールになるか拒否され、そのことが誰にも知らされません。';

export const mail: RuleMessages<typeof mailRules> = {
  'mail/no-mx': {
    means: 'メールを受け取るはずのドメインですが、DNS にメールサーバーの指定がありません。',
    why: notDelivered,
    remedy: 'メールサービスの案内どおりに、MX レコードを登録し直してください。',
    say: ({ domain, isNull }) => ({
      title: `${domain} 宛てのメールの届け先がありません`,
      expected: 'MX レコードがある',
      observed: isNull ? '「メールを受け取らない」という指定がある' : 'MX レコードがない',
    }),
  },
  'mail/mx-invalid': {
    means: 'DNS に書かれたメールサーバーの指定に、使えないものがあります。',
    why: notDelivered,
    remedy:
      'メールサービスの案内どおりに、アドレスを持つメールサーバーの名前を MX レコードに登録してください。',
    say: ({ domain, exchanges }) => ({
      title: `${domain} のメールサーバーの指定に、使えないものがあります`,
      expected: 'アドレスを持つメールサーバーの名前',
      observed: exchanges.map(({ host, fault }) => `${host}: ${mxFaults[fault]}`).join('、'),
    }),
  },
  'mail/mx-unreachable': {
    means: 'メールサーバーのアドレスが、外部から届かないものだけになっています。',
    why: notDelivered,
    remedy:
      'メールサービスの案内どおりのサーバーを MX レコードに登録してください。社内ネットワークやサーバー自身を指すアドレスは、公開の DNS に書くものではありません。',
    say: ({ domain, exchanges }) => ({
      title: `${domain} のメールサーバーに、外部から届きません`,
      expected: 'インターネットから届くアドレス',
      observed: exchanges.map(({ host, addresses }) => `${host}: ${addresses.join('、')}`).join('、'),
    }),
  },
  'mail/spf-invalid': {
    means: 'ドメインの SPF レコード(送信元の一覧)を、受信側が使えません。',
    why: asSpam,
    remedy: 'v=spf1 で始まる TXT レコードを1つだけにし、メールを送るサービスをすべて書いてください。',
    say: ({ domain, fault, where, term }) => ({
      title:
        fault === 'missing'
          ? `${domain} に SPF レコードがありません`
          : `${domain} の SPF レコードを受信側が使えません`,
      expected: '正しいレコードが1つ',
      observed: spfFaults[fault](where, term),
    }),
  },
  'mail/spf-too-many-lookups': {
    means: 'SPF レコードの確認に必要な DNS の問い合わせが10回を超え、受信側が確認を打ち切ります。',
    why: asSpam,
    remedy: '使っていないサービスの include を消すか、include をアドレスの一覧に置き換えてください。',
    say: ({ domain, lookups }) => ({
      title: `${domain} の SPF レコードの問い合わせ回数が多すぎます`,
      expected: '10回以内',
      observed: lookups >= 20 ? '20回以上' : `${lookups}回`,
    }),
  },
  'mail/spf-permits-all': {
    means: 'SPF レコードが、誰にでもこのドメインの名前での送信を許しています。',
    why: '誰でも自社を名乗るメールを送れます。障害の最中に悪用されるおそれもあります。',
    remedy: 'レコードの最後を -all か ~all にしてください。',
    say: ({ domain, record }) => ({
      title: `${domain} の SPF レコードが、誰の送信でも許しています`,
      expected: '-all または ~all',
      observed: record,
    }),
  },
  'mail/dmarc-missing': {
    means: '台帳には DMARC のポリシーが書かれていますが、DNS に有効なレコードがありません。',
    why: 'なりすましのメールが通り、大手のメールサービスでは正規のメールが拒否されます。',
    remedy: '_dmarc の TXT レコードを登録し直してください。やめたのであれば、台帳を直してください。',
    say: ({ domain, expected, records }) => ({
      title: `${domain} に DMARC のポリシーがありません`,
      expected: `p=${expected}`,
      observed: records > 1 ? `レコードが${records}つあり、どれも無効` : 'レコードがない',
    }),
  },
  'mail/dmarc-differs': {
    means: 'ドメインの DMARC のポリシーが台帳と違います。',
    why: '止めるはずのなりすましが通るか、届くはずのメールが拒否されています。',
    remedy:
      '誰が変更したかを確かめてください。意図した変更であれば台帳を直し、そうでなければレコードを戻してください。',
    say: ({ domain, expected, policy, isTest, at }) => ({
      title: `${domain} の DMARC のポリシーが台帳と違います`,
      expected: `p=${expected}`,
      observed: `p=${policy}${isTest ? '、試行中(t=y)' : ''}(${at})`,
    }),
  },
  'mail/dkim-missing': {
    means: '台帳にある DKIM の鍵が、DNS にありません。',
    why: asSpam,
    remedy:
      'メールを送るサービスの案内どおりに登録し直してください。使わなくなったのであれば、台帳を直してください。',
    say: ({ domain, selector }) => ({
      title: `${domain} の DKIM の鍵 ${selector} がありません`,
      expected: `${selector}._domainkey.${domain} に鍵がある`,
      observed: '鍵がない',
    }),
  },
  'mail/dkim-revoked': {
    means: '台帳にある DKIM の鍵が、取り消されています。',
    why: asSpam,
    remedy:
      '新しい鍵に替えたのであれば、台帳のセレクターを直してください。そうでなければ、新しい鍵を発行してください。',
    say: ({ domain, selector }) => ({
      title: `${domain} の DKIM の鍵 ${selector} が取り消されています`,
      expected: '有効な鍵',
      observed: '空の鍵(p=)',
    }),
  },
  'mail/dkim-invalid': {
    means: '台帳にある DKIM の鍵を、受信側が使えません。',
    why: asSpam,
    remedy: '送信サービスの案内にある TXT レコードを、そのまま全文登録し直してください。',
    say: ({ domain, selector, fault, detail }) => ({
      title: `${domain} の DKIM の鍵 ${selector} を、受信側が使えません`,
      expected: '受信側が使える鍵(1024ビット以上の RSA、または Ed25519)',
      observed: dkimFaults[fault](detail),
    }),
  },
  'mail/mta-sts-invalid': {
    means: '送信側に暗号化を求める MTA-STS のポリシーが、台帳のとおりではありません。',
    why: 'ポリシーが有効な場合、合わないメールは送信側で止まります。メールサービスの移転後には、すべて止まることがあります。',
    remedy:
      'ポリシーのファイルを直し、レコードの id を新しくしてください。ポリシーを置いたホストの証明書も確かめてください。',
    say: ({ domain, expected, fault, detail, code }) => ({
      title: `${domain} の MTA-STS に問題があります。${mtaStsFaults[fault]}`,
      expected: `mode: ${expected}`,
      observed: detail ?? (code === null ? mtaStsFaults[fault] : failures[code]),
    }),
  },
};
