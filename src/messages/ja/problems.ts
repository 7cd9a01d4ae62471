import type { ReferenceTarget, ValueType } from '../../ledger/problem.ts';
import type { Messages } from '../messages.ts';

const types: Record<ValueType, string> = {
  text: '文字列',
  list: '一覧(- で始まる行、または [ ])',
  mapping: 'キーと値の組',
  'whole-number': '整数',
  number: '数値',
  'true-or-false': 'true か false',
};

const targets: Record<ReferenceTarget, { what: string; where: string }> = {
  contact: { what: '連絡先', where: 'contacts' },
  party: { what: '関係者', where: 'parties' },
  'contact-or-party': { what: '連絡先・関係者', where: 'contacts または parties' },
  endpoint: { what: '確認先', where: 'reality.endpoints' },
  backup: { what: 'バックアップ', where: 'reality.backups' },
};

const shown = (text: string) => `「${text.length > 80 ? `${text.slice(0, 80)}…` : text}」`;
const meant = (nearest: string | null) => (nearest === null ? '' : `${shown(nearest)}のことでしょうか。`);
const at = (path: readonly (string | number)[]) => (path.length === 0 ? '台帳' : path.join('.'));
const oneOf = (values: readonly string[]) =>
  values.length > 40 ? `${values.slice(0, 40).join('、')} など` : values.join('、');

/** YAML を読む部品の誤りの種類を、書いた人の言葉で。 */
const syntaxWords: Readonly<Record<string, string>> = {
  MISSING_CHAR: '閉じる記号(引用符、かっこ)か、コロンの後の空白が足りません',
  BAD_INDENT: '字下げがそろっていないか、かっこが閉じていません',
  BAD_SCALAR_START: '引用符なしでは使えない記号で、値が始まっています',
  BAD_DQ_ESCAPE: '二重引用符の中の \\ の使い方に誤りがあります',
  UNEXPECTED_TOKEN: '余分な文字があります',
  MULTILINE_IMPLICIT_KEY: 'コロンの位置に誤りがあります',
  BLOCK_AS_IMPLICIT_KEY: 'コロンの位置に誤りがあります',
  BLOCK_IN_FLOW: '{ } や [ ] の中では使えない書き方です',
  BAD_ALIAS: '* で始まる値は、引用符で囲む必要があります',
};

function syntax(code: string): string {
  return Object.hasOwn(syntaxWords, code) ? `(${syntaxWords[code]})` : '';
}

export const problems: Messages['problems'] = {
  empty: () => 'ファイルが空です。「version: 1」と「site:」(name と url)から書き始めてください。',
  'too-large': ({ data }) =>
    `ファイルが ${Math.ceil(data.bytes / 1024)} KiB あります。台帳は ${Math.round(data.limit / 1024)} KiB までです。資料は別の場所に置き、台帳には場所だけを書いてください。`,
  'not-utf8': ({ data }) =>
    `文字コードが UTF-8 ではありません${data.looksLike === null ? '' : `(${data.looksLike} のようです)`}。UTF-8 で保存し直してください。`,
  'yaml-syntax': ({ data }) =>
    `YAML として読めません${syntax(data.code)}。この行か、すぐ上の行の、引用符・コロン・字下げを確かめてください。`,
  'full-width': ({ data }) =>
    data.found === 'colon'
      ? '全角のコロン(：)が使われています。半角の「: 」(コロンと空白)にしてください。'
      : '全角の空白など、通常とは違う空白が使われています。半角の空白を入力し直してください。',
  tab: () => '字下げにタブが使われています。YAML では空白を使います。タブを空白に置き換えてください。',
  'duplicate-key': ({ data }) => `同じ場所にキー${shown(data.key)}が2つあります。どちらか1つにしてください。`,
  'many-documents': () =>
    'ここから2つ目の文書(---)が始まっています。台帳は1ファイルに1つです。サイトごとにファイルを分けてください。',
  'too-many-aliases': () =>
    'エイリアス(*名前)を展開すると大きくなりすぎます。値をそのまま書くか、common を使ってください。',
  'too-deep': () => '入れ子が深すぎます。字下げを確かめてください。',
  'not-a-mapping': () =>
    '台帳は「version: 1」と「site:」で始まる、キーと値の組です。このファイルはその形になっていません。',
  'null-value': ({ path }) =>
    `${at(path)} に値がありません。まだ分からなければ unknown、存在しなければ { none: "理由" } と書くか、行ごと消してください。# などの記号で始まる値は、引用符で囲んでください。`,
  'cut-at-comma': ({ data }) =>
    `文がコンマで切れて、${shown(data.text)}だけが値のないキーになっています。文全体を引用符で囲んでください(例: "…, ${data.text}")。`,
  'cut-at-hash': ({ data }) =>
    `空白に続く # から先はコメントとして扱われ、${shown(data.kept)}だけが読まれます。「#${data.lost}」も値の一部なら、全体を引用符で囲んでください(例: "${data.kept} #${data.lost}")。コメントなら、# のあとに空白を入れてください。`,
  'phone-number': ({ data }) =>
    `電話番号が数値として読まれ、先頭の 0 や + が失われます。引用符で囲んでください(例: "${data.source}")。`,
  'number-for-text': ({ path, data }) =>
    `${at(path)} には文字列が必要ですが、${data.source} は数値として読まれます。引用符で囲んでください(例: "${data.source}")。`,
  required: ({ data }) => `${shown(data.key)}がありません。これは省略できません。`,
  'unknown-key': ({ data }) =>
    `${shown(data.key)}というキーは、ここにはありません。${meant(data.nearest)}${data.nearest === null && data.known.length > 0 ? `書けるのは ${oneOf(data.known)} です。` : ''}`,
  type: ({ path, data }) =>
    `${at(path)} には${data.expected.map((type) => types[type]).join('か')}を書いてください(いまは${types[data.found]}です)。${data.keys.length === 0 ? '' : `書けるキーは ${oneOf(data.keys)} です。`}${data.example === null ? '' : `例えば ${data.example} のように書きます。`}`,
  'not-said': ({ path, data }) =>
    `${at(path)} に${shown(data.found)}とは書けません。まだ分からなければ unknown と書いてください(穴として数え、質問に載せます)。`,
  'none-as-text': ({ path, data }) =>
    `${at(path)} に${shown(data.found)}とは書けません。存在しないものは { none: "理由" }、まだ分からないものは unknown と書いてください。`,
  'one-of': ({ path, data }) =>
    `${at(path)} は ${oneOf(data.expected)} のどれかです(いまは${shown(data.found)})。${meant(data.nearest)}`,
  'empty-text': ({ path }) => `${at(path)} が空です。まだ分からなければ unknown と書いてください。`,
  'empty-list': ({ path }) => `${at(path)} が空の一覧です。まだ分からなければ unknown と書いてください。`,
  range: ({ path, data }) =>
    `${at(path)} は ${data.least}〜${data.most} の範囲で書いてください(いまは ${data.found})。`,
  duration: ({ path, data }) =>
    /^\d+(?:\.\d+)?$/.test(data.found)
      ? `${at(path)} には単位が必要です。${data.found}m(分)、${data.found}h(時間)、${data.found}d(日)のように書いてください。`
      : `${at(path)} には 30s(秒)、10m(分)、2h、14d、1w、"1 month"、1y のような期間を書いてください(いまは${shown(data.found)})。`,
  day: ({ path, data }) =>
    `${at(path)} には 2026-11-02 のような、実在する日付を書いてください(いまは${shown(data.found)})。`,
  size: ({ path, data }) =>
    `${at(path)} には 50MiB、1GB のような大きさを書いてください(いまは${shown(data.found)})。`,
  hours: ({ data }) =>
    `${shown(data.found)}を時間帯として読めません。24/365 か、Mon-Fri 09:00-18:00、Sat 10:00-12:00、Fri 18:00-Mon 09:00 のように書いてください。`,
  holiday: ({ data }) =>
    `${shown(data.found)}を日付として読めません。2026-08-12、12-29(毎年)、12-29..01-03 のように書いてください。`,
  timezone: ({ data }) =>
    `${shown(data.found)}というタイムゾーンはありません。${data.meant ?? 'Asia/Tokyo'} のように書いてください。`,
  country: ({ data }) =>
    `${shown(data.found)}の祝日は分かりません。国は2文字のコードで${data.meant === null ? ' JP や US のように書くか、休みの日を dates に並べて' : `、${data.meant} と`}書いてください。`,
  'span-too-short': ({ path, data }) =>
    `${at(path)} が1${data.least === 'day' ? '日' : '時間'}より短くなっています。m は「分」のことで、${shown(data.found)}では期限の前に知らせることができません。${data.months === null ? '2d や "2 months"' : `月のつもりなら "${data.months}"、日数なら 2d`} のように書いてください。`,
  form: ({ path, data }) =>
    `${at(path)} に ${shown(data.found)} とは書けません。${data.example === null ? '' : `例: ${shown(data.example)}`}`,
  url: ({ data }) =>
    `${shown(data.found)}は URL として読めません。https:// または http:// から書き、ユーザー名やパスワードは含めないでください。`,
  host: ({ data }) =>
    data.found.startsWith('*.')
      ? `${shown(data.found)}という名前では接続できないため、証明書を確認できません。実際に開ける名前(例: www${data.found.slice(1)})を書いてください。`
      : `${shown(data.found)}はホスト名として読めません。https:// やパスを付けず、名前だけを書いてください。`,
  phone: ({ data }) =>
    `${shown(data.found)}は電話番号として読めません。数字と + - ( ) と空白で書いてください。言葉での説明は see に書きます。`,
  email: ({ data }) => `${shown(data.found)}はメールアドレスとして読めません。`,
  'dns-value': ({ data }) => `${shown(data.found)}は ${data.type} の値として読めません。`,
  'none-without-reason': () => 'none には理由を添えてください(例: { none: "CDNは使っていない" })。',
  'one-channel': ({ data }) =>
    `連絡手段は1行に1つです(phone、email、slack、teams、chat、url、see のどれか1つ)。いまは ${data.found.length} 個${data.found.length === 0 ? '' : `(${data.found.join('、')})`}あります。1つずつ行を分けてください。`,
  conflict: ({ data }) =>
    `${data.keys[0]} と ${data.keys.slice(1).join('、')} は同時に書けません。どちらかにしてください。`,
  needs: ({ data }) => `${data.key} を書くときは、${data.needs.join(' か ')} も必要です。`,
  reference: ({ data }) =>
    `${targets[data.to].where} に${targets[data.to].what}${shown(data.id)}がありません。${meant(data.nearest)}${data.nearest === null && data.known.length > 0 ? `あるのは ${oneOf(data.known)} です。` : ''}`,
  'rule-name': ({ data }) => `${shown(data.found)}というルールはありません。${meant(data.nearest)}`,
  'future-date': ({ path, data }) =>
    `${at(path)} が未来の日付です(${data.found}。今日は ${data.today})。実際に行った日を書いてください。`,
  'path-form': ({ data }) =>
    `${shown(data.found)}は、台帳から見たファイルのパスとして読めません。docs/rollback.md のように / 区切りの相対パスで書くか、URL を書いてください。`,
  'path-outside': ({ data }) => `${shown(data.found)}はリポジトリの外を指しているため、読みません。`,
  'path-in-git': ({ data }) => `${shown(data.found)}は .git の中を指しているため、読みません。`,
  'path-not-a-file': ({ data }) =>
    `${shown(data.found)}はファイルではありません。ファイルそのものを指定してください。`,
  'path-too-large': ({ data }) =>
    `${shown(data.found)}は 1 MiB を超えています。復旧のときに人が読む文書を指定してください。`,
  'too-many': ({ data }) =>
    `ほかに ${data.more} 件あります。まずここまでを直してから、もう一度点検してください。`,
};
