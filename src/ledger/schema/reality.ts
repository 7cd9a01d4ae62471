import ipaddr from 'ipaddr.js';
import * as z from 'zod';
import { isMapping } from '../../text/mapping.ts';
import { Day, Duration, Size } from '../../text/values.ts';
import { type MistakeFinder, mistake } from '../mistake.ts';
import { checked, key, knowledge, needed, noted } from './key.ts';
import {
  byDomain,
  hostName,
  isHostName,
  pastDay,
  serverName,
  spanOfDays,
  spanOfHours,
  text,
  texts,
  webAddress,
} from './values.ts';

// What each check compares with the real world.

const Json = noted(z.union([z.string(), z.number(), z.boolean()]), 'The value.', '値。');

export const Expectation = z.strictObject({
  /** One or several; always a list here. Without it any 2xx of the last stop will do. */
  status: key(
    z
      .union([z.int().min(100).max(599), z.array(z.int().min(100).max(599)).min(1)])
      .transform((value) => (Array.isArray(value) ? value : [value])),
    'One status or several.',
    'ステータス(1つまたは複数)。',
    200,
    [200, 204],
  ),
  contains: key(
    texts,
    'Texts that visitors must be able to read on the page, however it writes them. A text with a tag in it is looked for in the source.',
    '訪問者が読めるはずの文言。全角・半角などの表記の違いは問いません。タグを含む文言はソースから探します。',
    ['Contact us'],
    ['お問い合わせ'],
  ),
  lacks: key(
    texts,
    'Texts that visitors must not find on the page, looked for in the same way.',
    '訪問者の目に触れてはならない文言。探し方は contains と同じです。',
    ['Fatal error'],
  ),
  /** JSON Pointer (RFC 6901) → value. */
  json: key(
    z.record(z.string(), Json),
    'Values by JSON Pointer (RFC 6901).',
    'JSON Pointer(RFC 6901)と値。',
    {
      '/status': 'ok',
    },
  ),
  within: key(Duration, 'Longest time to the last byte.', '読み終わるまでの最長の時間。'),
  'redirects-to': key(webAddress, 'Where redirects end.', '転送の行き着く先。', 'https://www.example.jp/'),
  hsts: key(z.boolean(), 'Whether HSTS is sent.', 'HSTS を送るか。'),
  indexable: key(
    z.boolean(),
    'Whether search engines may list it; `false` for staging.',
    '検索に載ってよいか。検証環境は `false`。',
  ),
  'accept-language': key(
    z.string().regex(/^[A-Za-z0-9*;=,. -]{1,200}$/),
    'Language that the page is asked for in, as the header is written. Default: `site.language` first.',
    'ページをどの言語で求めるか(Accept-Language ヘッダーの書き方)。省略時は `site.language` を優先します。',
    'en-US, en;q=0.8',
  ),
  blocked: key(
    z.literal(true),
    'It must not be reachable from the internet.',
    'インターネットから見えてはいけない。',
  ),
});
export type Expectation = z.infer<typeof Expectation>;

checked(Expectation, (value, path) => {
  if (!isMapping(value) || value.blocked !== true) return [];
  const others = Object.keys(value).filter((each) => each !== 'blocked');
  return others.length === 0 ? [] : mistake('conflict', path, { keys: ['blocked', ...others] });
});

export const Endpoint = noted(
  z.strictObject({
    url: needed(webAddress, 'Address of the page.', '確認先の URL。', 'https://www.example.jp/'),
    'every-address': noted(
      z.boolean().default(false),
      'Look at each address of the host on its own. Default: false.',
      'ホストのアドレスごとに確認するか。省略時は false。',
    ),
    expect: noted(
      Expectation.default({}),
      'What must be seen. Without it any 2xx will do.',
      '期待する応答。省略時は 200 番台なら一致とします。',
    ),
  }),
  'A page; the key is its id.',
  '確認先。キーが id になります。',
);
export type Endpoint = z.infer<typeof Endpoint>;

const renewal = z.enum(['automatic', 'manual']);

export const Certificate = noted(
  z.strictObject({
    host: needed(serverName, 'Host that serves it.', '証明書を使うホスト。', 'www.example.jp'),
    port: noted(z.int().min(1).max(65535).default(443), 'Port. Default: 443.', 'ポート。省略時は 443。', 587),
    starttls: key(
      z.enum(['smtp', 'imap']),
      'Ask for encryption in this protocol first.',
      '先に暗号化を求める手順(smtp、imap)。',
    ),
    names: key(z.array(hostName), 'Names that it must cover.', '証明書に含まれるべき名前。', [
      'example.jp',
      'www.example.jp',
    ]),
    /** Organisations, one of which must have issued it; always a list here. */
    issuer: key(
      z.union([text, texts]).transform((value) => (Array.isArray(value) ? value : [value])),
      'Organisation of the authority, one or several; not an intermediate’s name.',
      '認証局の組織名(1つまたは複数)。中間証明書の名前ではありません。',
      "Let's Encrypt",
    ),
    renewal: key(
      renewal,
      'Renewed by itself, or by hand. Default: guessed from the issuer.',
      '自動更新(automatic)か手動(manual)か。省略時は認証局から推定します。',
    ),
    'lead-time': key(
      spanOfDays,
      'Time that a person needs to renew it. Default: `review.lead-time`.',
      '更新に必要な日数。省略時は `review.lead-time`。',
    ),
    'renews-before': key(
      spanOfHours,
      'How long before its end it renews itself. Default: a third of its lifetime; 30 days where it lasts more than 100.',
      '期限のどれだけ前に自動更新されるか。省略時は有効期間の3分の1(100日を超えるものは30日)。',
    ),
    mutual: noted(
      z.boolean().default(false),
      'The server asks clients for a certificate. Default: false.',
      'クライアント証明書を求めるサーバーか。省略時は false。',
    ),
  }),
  'A certificate; the key is its id.',
  '証明書。キーが id になります。',
);
export type Certificate = z.infer<typeof Certificate>;

checked(Certificate, (value, path) =>
  isMapping(value) && 'starttls' in value && !('port' in value)
    ? mistake('needs', path, { key: 'starttls', needs: ['port'] })
    : [],
);

/** A claim about one record set (`type`), or about a zone (`dnssec`). */
const DnsClaim = noted(
  z.strictObject({
    name: needed(hostName, 'Name.', '名前。', 'www.example.jp'),
    type: key(
      z.enum(['A', 'AAAA', 'CNAME', 'MX', 'NS', 'TXT', 'CAA', 'HTTPS', 'SVCB', 'SRV', 'PTR']),
      'Type of the records.',
      'レコードの種類。',
    ),
    values: key(texts, 'Values, as in a zone file.', '値。', ['192.0.2.1'], ['10 mail.example.jp']),
    match: noted(
      z.enum(['exact', 'includes', 'within', 'any', 'cidr', 'suffix']).default('exact'),
      'How values are compared. Default: exact.',
      '値の比べ方。省略時は exact(完全一致)。',
    ),
    'ttl-at-most': key(Duration, 'Longest TTL.', 'TTL の上限。'),
    absent: key(z.literal(true), 'There must be none.', 'レコードがあってはならない。'),
    dnssec: key(z.enum(['signed', 'unsigned']), 'Whether the zone is signed.', 'ゾーンが署名されているか。'),
  }),
  'A record set (`type`) or a zone (`dnssec`).',
  'レコード(`type`)またはゾーン(`dnssec`)。',
);

const dnsClaim: MistakeFinder = (value, path) => {
  if (!isMapping(value)) return [];
  const has = (each: string) => each in value;
  if (has('dnssec')) {
    const others = ['type', 'values', 'match', 'ttl-at-most', 'absent'].filter(has);
    return others.length === 0 ? [] : mistake('conflict', path, { keys: ['dnssec', ...others] });
  }
  if (!has('type')) return mistake('needs', path, { key: 'name', needs: ['type', 'dnssec'] });
  if (has('absent')) {
    const others = ['values', 'match', 'ttl-at-most'].filter(has);
    return others.length === 0 ? [] : mistake('conflict', path, { keys: ['absent', ...others] });
  }
  if (!has('values') && !has('ttl-at-most'))
    return mistake('needs', path, { key: 'type', needs: ['values', 'absent'] });
  if (!Array.isArray(value.values)) return [];
  const { type, match } = value;
  return value.values.flatMap((each, index) => {
    const fits =
      typeof each !== 'string' ||
      isRecordValue(String(type), typeof match === 'string' ? match : 'exact', each.trim());
    return fits
      ? []
      : mistake('dns-value', [...path, 'values', index], { type: describeRecord(type, match), found: each });
  });
};
checked(DnsClaim, dnsClaim);

function describeRecord(type: unknown, match: unknown): string {
  if (match === 'cidr') return 'CIDR';
  return match === 'suffix' ? 'suffix' : String(type);
}

function isRecordValue(type: string, match: string, value: string): boolean {
  if (match === 'cidr') return ipaddr.isValidCIDR(value) || ipaddr.isValid(value);
  if (match === 'suffix') return value.startsWith('.') && isHostName(value.slice(1));
  switch (type) {
    case 'A':
      return ipaddr.IPv4.isValidFourPartDecimal(value);
    case 'AAAA':
      return ipaddr.IPv6.isValid(value);
    case 'MX':
      return /^\d{1,5}\s+\S+$/.test(value) && (value.endsWith(' .') || isHostName(value.split(/\s+/)[1]!));
    case 'NS':
    case 'CNAME':
    case 'PTR':
      return isHostName(value);
    case 'CAA':
      // An empty value is one: of `issue` it is that nobody may (RFC 8659 §4.2).
      return /^\d{1,3}\s+[A-Za-z0-9]+(?:\s|$)/.test(value);
    case 'SRV':
      return /^\d+\s+\d+\s+\d+\s+\S+$/.test(value);
    default:
      return value !== '';
  }
}

export const Mail = noted(
  z.strictObject({
    dkim: key(texts, 'DKIM selectors.', 'DKIM のセレクター。', ['google', 's1']),
    dmarc: key(z.enum(['none', 'quarantine', 'reject']), 'DMARC policy.', 'DMARC のポリシー。'),
    spf: key(z.enum(['required']), 'SPF must be there.', 'SPF が必要。'),
    'mta-sts': key(z.enum(['none', 'testing', 'enforce']), 'Mode of MTA-STS.', 'MTA-STS のモード。'),
    receives: key(z.boolean(), 'Whether the domain receives mail.', 'このドメインでメールを受け取るか。'),
  }),
  'Mail of a domain.',
  'メールの設定。',
);
export type Mail = z.infer<typeof Mail>;

const Domain = noted(
  z.strictObject({
    registrar: key(text, 'Registrar.', 'ドメインの管理会社(レジストラ)。', 'Example Registrar'),
    renewal: key(renewal, 'Renewed by itself, or by hand.', '自動更新(automatic)か手動(manual)か。'),
    'lead-time': key(
      spanOfDays,
      'Time that a person needs to renew it. Default: 30d, for .jp 45d.',
      '更新に必要な日数。省略時は 30d(.jp は 45d)。',
    ),
    'transfer-lock': key(
      z.boolean(),
      'Whether it is locked against transfers.',
      '移管ロックがかかっているか。',
    ),
    expires: key(
      Day,
      'Last day, where the registry does not publish it.',
      '有効期限(公開されていない場合)。',
    ),
    evidence: key(
      text,
      'Where that day was seen.',
      '有効期限を確かめた方法。',
      'seen in the console on 2026-11-02',
      '2026-11-02 に管理画面で確認',
    ),
    rdap: key(webAddress, 'Address of an RDAP server.', 'RDAP サーバーの URL。', 'https://rdap.example/'),
  }),
  'A registration.',
  'ドメイン。',
);

/** What every backup says, at any provider; each provider adds its own keys. */
export const Backup = noted(
  z.looseObject({
    provider: needed(
      text,
      'Where it is looked up; `by-hand`: a person looks.',
      '確認する先。`by-hand` は人が確かめます。',
    ),
    every: key(
      Duration,
      'How often it is made; older than 1.5 times that is too old.',
      '取得の間隔。1.5倍を超えたら古いとみなします。',
    ),
    'at-most': key(
      Duration,
      'Oldest that is good enough, instead of 1.5 times `every`.',
      '許せる古さ(`every` の1.5倍の代わり)。',
    ),
    keep: key(z.int().min(1), 'How many there must be at least.', '最低限残す世代数。', 7),
    smallest: key(
      Size,
      'Smallest believable size; of several series in one place, of the largest.',
      '正常とみなす最小の大きさ(同じ場所に何種類かあるときは、最も大きい種類のもの)。',
    ),
    away: key(
      z.boolean(),
      'Kept under another contract or in another region than the site. Where nothing is: `{ none: "why" }`.',
      'サイトと別の契約、または別の地域にある。どこにも置かないと決めたときは `{ none: "理由" }`。',
    ),
    account: key(
      text,
      'Takes the credentials from variables with this prefix.',
      '認証情報の環境変数の接頭辞。',
      'CLIENT_A',
    ),
    role: key(text, 'Role to assume.', '引き受けるロール。', 'arn:aws:iam::123456789012:role/ledger'),
  }),
  'A backup; the key is its id. Each provider has keys of its own.',
  'バックアップ。キーが id になります。プロバイダーごとのキーもここに書きます。',
);
export type Backup = z.infer<typeof Backup>;

// The day on which a person saw it is the provider's key `by-hand`.
checked(Backup, (value, path, context) =>
  isMapping(value) ? knowledge.get(pastDay)!.check!(value.newest, [...path, 'newest'], context) : [],
);

export const Reality = z.strictObject({
  endpoints: key(z.record(z.string(), Endpoint), 'Pages that are opened.', '確認先。'),
  certificates: key(z.record(z.string(), Certificate), 'Certificates.', '証明書。'),
  dns: key(z.array(DnsClaim), 'DNS records, and what is said of zones.', 'DNS レコードとゾーン。'),
  mail: key(byDomain(Mail), 'Mail, by domain.', 'メール(ドメインごと)。'),
  domains: key(byDomain(Domain), 'Registrations, by domain.', 'ドメインの登録。'),
  backups: key(z.record(z.string(), Backup), 'Backups.', 'バックアップ。'),
});
export type Reality = z.infer<typeof Reality>;
