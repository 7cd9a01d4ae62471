// What each key of the ledger is for, in both languages: for editors, which show it beside the key. Paths are dotted;
// `*` stands for an id or a part of a section, `[]` for an entry of a list. Read by `json-schema.ts` alone.

type InBoth = readonly [en: string, ja: string];

const who: InBoth = ['Contact or party (id).', '連絡先または関係者の id。'];
const contact: InBoth = ['Contact (id).', '連絡先の id。'];
const party: InBoth = ['Party (id).', '関係者の id。'];
const runbook: InBoth = [
  'The steps, written down: a file beside the ledger (path from its folder) or a URL.',
  '手順書。台帳と同じリポジトリのファイル(台帳のフォルダーからのパス)か URL。',
];
const verify: InBoth = [
  'What decides that it worked: `provisional`, `full`, or a list of endpoints (ids).',
  '何がOKなら成功か。`provisional`、`full`、または確認先の id の一覧。',
];
const takes: InBoth = ['How long it takes.', '所要時間。'];
const rehearsed: InBoth = [
  'Day on which it was last tried, for real or around a table.',
  '実際に、または机上演習で最後に確かめた日。',
];
const by: InBoth = ['Who does it: contact or party (id).', '作業する人・窓口(連絡先または関係者の id)。'];
const standIn: InBoth = ['Party that stands in (id).', '代わりを務める関係者の id。'];
const leadTime: InBoth = [
  'Time that a person needs to renew it. Default: `review.lead-time`.',
  '更新に必要な日数。省略時は `review.lead-time`。',
];
const keptIn: InBoth = ['Where it is kept.', '残す場所。'];

export const descriptions: Readonly<Record<string, InBoth>> = {
  version: ['Version of the format: 1.', '形式の版。1 と書きます。'],
  reviewed: ['Day on which people last looked through the whole ledger.', '台帳全体を最後に見直した日。'],
  site: ['The site that this ledger is about.', 'この台帳の対象サイト。'],
  'site.name': ['Name of the site as people call it.', 'サイトの名前。'],
  'site.url': ['Address of the front page.', 'トップページの URL。'],
  'site.language': [
    'Language of the reports, `ja` or `en`. Default: Japanese where the ledger is written in it.',
    '報告の言語(`ja` または `en`)。省略時は台帳の言葉から判断します。',
  ],
  'site.timezone': [
    'Time zone of all days and times in the ledger (IANA name). Default: Asia/Tokyo.',
    '台帳の日付と時刻のタイムゾーン(IANA の名前)。省略時は Asia/Tokyo。',
  ],
  'site.public': [
    'Whether phone numbers, addresses and places of logins may appear in issues. Default: false.',
    '電話番号・メールアドレス・ログイン情報の場所を issue に出してよいか。省略時は false(出さない)。',
  ],
  parties: [
    'The parties by id: client, agency, maintenance vendor, …',
    '関係者(id: 名前)。発注元、制作会社、保守会社など。',
  ],
  'parties.*': ['Name of the party.', '関係者の名前。'],
  contacts: [
    'Whom to call. Desks rather than persons. `common` holds values that all share.',
    '連絡先。個人よりも窓口を書きます。`common` は共通の値です。',
  ],
  'contacts.*': ['A contact; the key is its id.', '連絡先。キーが id になります。'],
  'contacts.*.name': ['Name of the contact.', '連絡先の名前。'],
  'contacts.*.party': ['Party that it belongs to (id).', '所属する関係者の id。'],
  'contacts.*.kind': [
    '`desk`: somebody is always behind it; `person`: one human being.',
    '`desk`(窓口・当番)か `person`(個人)。',
  ],
  'contacts.*.hours': [
    'When it answers: `24/365`, or windows such as `Mon-Fri 09:00-18:00`.',
    'つながる時間。`24/365`、または `Mon-Fri 09:00-18:00` のような時間帯。',
  ],
  'contacts.*.hours[]': ['A window of the week.', '曜日と時間帯。'],
  'contacts.*.holidays': ['Days on which its windows do not count.', '休みの日。'],
  'contacts.*.holidays.country': [
    'Public holidays of this country (ISO 3166, such as JP).',
    '祝日を休みとする国(JP など)。',
  ],
  'contacts.*.holidays.dates': [
    'More days off: `2026-08-12`, or every year `12-29..01-03`.',
    'そのほかの休み。`2026-08-12`、毎年なら `12-29..01-03`。',
  ],
  'contacts.*.channels': ['Ways to reach it, best first.', '連絡手段。優先する順。'],
  'contacts.*.channels[]': [
    'One way to reach it: exactly one key.',
    '連絡手段を1つ。キーは1つだけ書きます。',
  ],
  'contacts.*.channels[].phone': ['Phone number, in quotes.', '電話番号(引用符で囲む)。'],
  'contacts.*.channels[].email': ['E-mail address.', 'メールアドレス。'],
  'contacts.*.channels[].slack': ['Slack channel.', 'Slack のチャンネル。'],
  'contacts.*.channels[].teams': ['Teams channel.', 'Teams のチャネル。'],
  'contacts.*.channels[].chat': ['Any other chat, in words.', 'その他のチャット(言葉で)。'],
  'contacts.*.channels[].url': ['Page of a form or call service.', 'フォームや呼び出しサービスの URL。'],
  'contacts.*.channels[].see': [
    'Where the numbers are kept, if not here.',
    '番号の保管場所(台帳に書かない場合)。',
  ],
  'contacts.*.github': ['GitHub user, or `org/team`.', 'GitHub のユーザー名、または `組織/チーム`。'],
  'contacts.*.verified': [
    'Day on which somebody last got through.',
    '実際につながることを最後に確かめた日。',
  ],
  emergency: ['① What counts as an emergency.', '① 緊急(最悪の事態)の定義。'],
  'emergency.agreed': ['When and by whom it was agreed.', '合意した日と相手。'],
  'emergency.agreed.date': ['Day of the agreement.', '合意した日。'],
  'emergency.agreed.by': ['Parties that agreed (ids).', '合意した関係者の id。'],
  'emergency.conditions': [
    'Each emergency, with whom to call and what to do first.',
    '緊急の条件と、連絡する順、最初の指示。',
  ],
  'emergency.conditions[].when': ['What has happened, in words.', 'どのような事態か。'],
  'emergency.conditions[].shown-by': [
    'Endpoints that show it: one that fails is enough. Leave out what no machine can see.',
    'どれか1つでも失敗したら緊急とみなす確認先。機械で分からないものは書きません。',
  ],
  'emergency.conditions[].call': ['Contacts to call, in this order.', '連絡する順の連絡先。'],
  'emergency.conditions[].first-instruction': ['The first thing to do.', '最初の指示。'],
  'first-contact': ['② Whom to call first, at any hour.', '② 一次連絡先(24時間365日)。'],
  'first-contact.route': [
    'Call from the top; after the wait, the next one.',
    '上から順に連絡し、待ち時間を過ぎたら次へ進みます。',
  ],
  'first-contact.route[]': ['A stop of the route.', '連絡する相手。'],
  'first-contact.route[].call': contact,
  'first-contact.route[].wait': [
    'How long to wait before the next one is called.',
    '次の連絡先に進むまでの待ち時間。',
  ],
  'first-contact.route[].none': [
    'From here on nobody answers: say so, and from when on again.',
    'この先は誰も出ないときに、その旨といつからつながるかを書きます。',
  ],
  'first-contact.tell': ['What to tell whoever answers.', '連絡するときに伝えること。'],
  decisions: [
    '③ Who says go. `common` holds what all three share.',
    '③ 判断者。`common` は3つに共通の値です。',
  ],
  'decisions.*': [
    'A decision: `start-recovery`, `rollback`, `publication`.',
    '判断(`start-recovery`、`rollback`、`publication`)。',
  ],
  'decisions.*.decides': ['Who decides: contact (id).', '判断者(連絡先の id)。'],
  'decisions.*.deputy': ['Who decides in their absence: somebody else.', '副判断者(別の連絡先の id)。'],
  'decisions.*.unreachable': [
    'What to do if neither can be reached.',
    'どちらもつながらないときの決めごと。',
  ],
  'decisions.*.needs': ['What must be known to decide.', '判断に必要な情報。'],
  targets: [
    '④ Target times: signposts for reports, no promises.',
    '④ 復旧の目標時間。約束ではなく、報告の節目です。',
  ],
  'targets.first-report': ['Until the first report.', '一次報告まで。'],
  'targets.update-every': ['Between two updates.', '次の更新までの間隔。'],
  'targets.provisional': ['Until the main paths are back.', '暫定復旧(主要導線が戻る)まで。'],
  'targets.full': ['Until normal operation.', '完全復旧まで。'],
  'targets.during': ['Count only the hours of this contact (id).', 'この連絡先の時間だけを数えます(id)。'],
  stages: ['What makes each stage of a recovery.', '復旧の3段階。何がそろえば、その段階とするか。'],
  'stages.agreed': ['Day of the agreement.', '合意した日。'],
  'stages.provisional': ['The main paths are back.', '暫定復旧。主要導線が戻った状態。'],
  'stages.provisional.verify': ['Endpoints that must answer (ids).', '正常であるべき確認先の id。'],
  'stages.provisional.tolerates': ['What may still be missing.', 'この段階で許容する不具合。'],
  'stages.full': [
    'Normal operation, monitoring and backups included.',
    '完全復旧。監視とバックアップまで平常に戻った状態。',
  ],
  'stages.full.verify': ['Endpoints that must answer (ids).', '正常であるべき確認先の id。'],
  'stages.full.also': ['What else must be normal.', 'ほかに平常であるべきもの。'],
  'stages.full.tolerates': ['What may still be missing.', 'この段階で許容する不具合。'],
  'stages.permanent': [
    'The permanent measure, a task of its own.',
    '恒久対応(再発防止)。別のタスクにします。',
  ],
  'stages.permanent.by': who,
  'stages.permanent.within': ['How soon after the recovery.', '復旧からの期限。'],
  rollback: ['⑤ Going back to what worked.', '⑤ 切り戻し。'],
  'rollback.what': ['What is taken back.', '戻す対象。'],
  'rollback.when': ['Criteria: any of these, and it is rolled back.', '切り戻しの判断基準。'],
  'rollback.approved-by': [
    'Who approved the criteria: contact or party (id).',
    '判断基準を承認した人(連絡先または関係者の id)。',
  ],
  'rollback.runbook': runbook,
  'rollback.by': by,
  'rollback.where': ['Where it is done.', '作業する場所(管理画面など)。'],
  'rollback.takes': takes,
  'rollback.verify': verify,
  'rollback.rehearsed': rehearsed,
  restore: ['⑥ Putting a backup back.', '⑥ 復元(「取得」ではなく「戻す」)。'],
  'restore.covers': [
    'What is restored: database, files, configuration, …',
    '戻す対象(database、files、configuration など)。',
  ],
  'restore.into': [
    '`staging-first`, or straight into `production`.',
    '戻す先。`staging-first`(検証環境で確認してから)か `production`(本番へ直接)。',
  ],
  'restore.choose': ['Which backup is taken.', 'どのバックアップを使うか。'],
  'restore.runbook': runbook,
  'restore.by': by,
  'restore.takes': takes,
  'restore.verify': verify,
  'restore.backups': ['Backups under `reality` (ids).', '`reality` の `backups` の id。'],
  'restore.rehearsed': rehearsed,
  access: [
    '⑦ Who may enter what: server, monitoring, backup, cms, waf and any other. `common` holds what they share.',
    '⑦ 復旧に必要な権限。server、monitoring、backup、cms、waf など。`common` は共通の値です。',
  ],
  'access.*': ['A place that has to be entered.', '入る必要のある管理画面など。'],
  'access.*.console': ['Address of the console.', '管理画面の URL。'],
  'access.*.can': ['What can be done there.', 'そこでできること。'],
  'access.*.can[]': ['An ability.', 'できること。'],
  'access.*.holders': ['Who can enter (contacts); two at least.', '入れる人・窓口(連絡先の id)。2つ以上。'],
  'access.*.login': [
    'Where the account is kept. Never the password.',
    'アカウントの保管場所。パスワードは書きません。',
  ],
  'access.*.mfa': ['The second factor.', '多要素認証。'],
  'access.*.mfa.method': ['How the second factor works.', '認証の方法。'],
  'access.*.mfa.held-by': [
    'Who holds the second factor (contacts).',
    '認証の手段を持っている人・窓口(連絡先の id)。',
  ],
  'access.*.emergency': ['How to enter when nobody of them is there.', '担当者が不在のときの入り方。'],
  'access.*.runbook': runbook,
  'access.*.one-party': ['Why all holders may belong to one party.', '入れる人が1者だけでよい理由。'],
  'access.*.verified': [
    'Day on which somebody last entered. Not in `common`.',
    '実際に入れることを最後に確かめた日。`common` には書けません。',
  ],
  entrance: [
    '⑧ Domain, DNS, certificate, CDN and the bypass.',
    '⑧ 入口。ドメイン、DNS、証明書、CDN、一時的な迂回。',
  ],
  evidence: ['⑨ What an investigation needs.', '⑨ 原因調査に必要な最低限の情報。'],
  'evidence.logs': ['The logs.', 'ログ。'],
  'evidence.logs.*': ['A log.', 'ログ。'],
  'evidence.logs.*.where': ['Where it is.', '見る場所。'],
  'evidence.logs.*.viewers': ['Who may look (contacts).', '見られる人・窓口(連絡先の id)。'],
  'evidence.alerts': ['The alerts.', 'アラート。'],
  'evidence.alerts.where': ['Where they are.', '見る場所。'],
  'evidence.alerts.to': ['Who receives them (contacts).', '届く先(連絡先の id)。'],
  'evidence.changes': [
    'Where changes are written down; `ledger`: under `changes` here.',
    '変更履歴の場所。`ledger` はこのファイルの `changes`。',
  ],
  templates: ['⑩ Templates of the two reports.', '⑩ 報告テンプレート。'],
  'templates.first-report': ['File of the first report’s template.', '一次報告のテンプレートのファイル。'],
  'templates.recovery-report': [
    'File of the recovery report’s template.',
    '復旧報告のテンプレートのファイル。',
  ],
  responsibility: [
    'Who is responsible for what, and who stands in.',
    '責任分界。誰が受け持ち、誰が代わるか。',
  ],
  'responsibility.*': ['A topic of responsibility.', '責任分界の項目。'],
  'responsibility.*.party': party,
  'responsibility.*.stand-in': standIn,
  'responsibility.communication.escalate': ['When and to whom it escalates.', '上申する条件と相手。'],
  'responsibility.communication.escalate.when': ['When.', '条件。'],
  'responsibility.communication.escalate.to': who,
  'responsibility.access.emergency': [
    'Party that opens the way in an emergency (id).',
    '緊急時に入り方を開く関係者の id。',
  ],
  'responsibility.accountability.source': [
    'Party that the facts come from (id).',
    '情報の出所となる関係者の id。',
  ],
  'responsibility.accountability.approved-by': [
    'Party that approves what is said (id).',
    '発表を承認する関係者の id。',
  ],
  'responsibility.deliverables': ['Who makes, approves, sends and keeps what.', '何を、誰が、どこに残すか。'],
  'responsibility.deliverables.*': ['A document of the recovery.', '復旧で作る文書。'],
  'responsibility.deliverables.*.fills': ['Party that fills it in (id).', '記入する関係者の id。'],
  'responsibility.deliverables.*.approves': ['Party that approves it (id).', '承認する関係者の id。'],
  'responsibility.deliverables.*.sends': ['Party that sends it (id).', '送る関係者の id。'],
  'responsibility.deliverables.*.kept-in': keptIn,
  'responsibility.deliverables.*.by': ['Party that keeps it (id).', '記録する関係者の id。'],
  incident: ['The one thread in which an incident is kept.', '障害時の情報を集める1本のスレッド。'],
  'incident.thread': ['`github`, a URL, or words.', '`github`、URL、または言葉。'],
  'incident.kept-by': contact,
  reality: ['What each check compares with the real world.', '点検のたびに、実際の状態と突き合わせるもの。'],
  'reality.endpoints': ['Pages that are opened.', '確認先。'],
  'reality.endpoints.*': ['A page; the key is its id.', '確認先。キーが id になります。'],
  'reality.endpoints.*.url': ['Address of the page.', '確認先の URL。'],
  'reality.endpoints.*.every-address': [
    'Look at each address of the host on its own. Default: false.',
    'ホストのアドレスごとに確認するか。省略時は false。',
  ],
  'reality.endpoints.*.expect': [
    'What must be seen. Without it any 2xx will do.',
    '期待する応答。省略時は 200 番台なら一致とします。',
  ],
  'reality.endpoints.*.expect.status': ['One status or several.', 'ステータス(1つまたは複数)。'],
  'reality.endpoints.*.expect.contains': [
    'Texts that visitors must be able to read on the page, however it writes them. A text with a tag in it is looked for in the source.',
    '訪問者が読めるはずの文言。全角・半角などの表記の違いは問いません。タグを含む文言はソースから探します。',
  ],
  'reality.endpoints.*.expect.lacks': [
    'Texts that visitors must not find on the page, looked for in the same way.',
    '訪問者の目に触れてはならない文言。探し方は contains と同じです。',
  ],
  'reality.endpoints.*.expect.json': ['Values by JSON Pointer (RFC 6901).', 'JSON Pointer(RFC 6901)と値。'],
  'reality.endpoints.*.expect.json.*': ['The value.', '値。'],
  'reality.endpoints.*.expect.within': ['Longest time to the last byte.', '読み終わるまでの最長の時間。'],
  'reality.endpoints.*.expect.redirects-to': ['Where redirects end.', '転送の行き着く先。'],
  'reality.endpoints.*.expect.hsts': ['Whether HSTS is sent.', 'HSTS を送るか。'],
  'reality.endpoints.*.expect.indexable': [
    'Whether search engines may list it; `false` for staging.',
    '検索に載ってよいか。検証環境は `false`。',
  ],
  'reality.endpoints.*.expect.blocked': [
    'It must not be reachable from the internet.',
    'インターネットから見えてはいけない。',
  ],
  'reality.certificates': ['Certificates.', '証明書。'],
  'reality.certificates.*': ['A certificate; the key is its id.', '証明書。キーが id になります。'],
  'reality.certificates.*.host': ['Host that serves it.', '証明書を使うホスト。'],
  'reality.certificates.*.port': ['Port. Default: 443.', 'ポート。省略時は 443。'],
  'reality.certificates.*.starttls': [
    'Ask for encryption in this protocol first.',
    '先に暗号化を求める手順(smtp、imap)。',
  ],
  'reality.certificates.*.names': ['Names that it must cover.', '証明書に含まれるべき名前。'],
  'reality.certificates.*.issuer': [
    'Organisation of the authority, one or several; not an intermediate’s name.',
    '認証局の組織名(1つまたは複数)。中間証明書の名前ではありません。',
  ],
  'reality.certificates.*.renewal': [
    'Renewed by itself, or by hand. Default: guessed from the issuer.',
    '自動更新(automatic)か手動(manual)か。省略時は認証局から推定します。',
  ],
  'reality.certificates.*.lead-time': leadTime,
  'reality.certificates.*.renews-before': [
    'How long before its end it renews itself. Default: a third of its lifetime.',
    '期限のどれだけ前に自動更新されるか。省略時は有効期間の3分の1。',
  ],
  'reality.certificates.*.mutual': [
    'The server asks clients for a certificate. Default: false.',
    'クライアント証明書を求めるサーバーか。省略時は false。',
  ],
  'reality.dns': ['DNS records, and what is said of zones.', 'DNS レコードとゾーン。'],
  'reality.dns[]': [
    'A record set (`type`) or a zone (`dnssec`).',
    'レコード(`type`)またはゾーン(`dnssec`)。',
  ],
  'reality.dns[].name': ['Name.', '名前。'],
  'reality.dns[].type': ['Type of the records.', 'レコードの種類。'],
  'reality.dns[].values': ['Values, as in a zone file.', '値。'],
  'reality.dns[].match': [
    'How values are compared. Default: exact.',
    '値の比べ方。省略時は exact(完全一致)。',
  ],
  'reality.dns[].ttl-at-most': ['Longest TTL.', 'TTL の上限。'],
  'reality.dns[].absent': ['There must be none.', 'レコードがあってはならない。'],
  'reality.dns[].dnssec': ['Whether the zone is signed.', 'ゾーンが署名されているか。'],
  'reality.mail': ['Mail, by domain.', 'メール(ドメインごと)。'],
  'reality.mail.*': ['Mail of a domain.', 'メールの設定。'],
  'reality.mail.*.dkim': ['DKIM selectors.', 'DKIM のセレクター。'],
  'reality.mail.*.dmarc': ['DMARC policy.', 'DMARC のポリシー。'],
  'reality.mail.*.spf': ['SPF must be there.', 'SPF が必要。'],
  'reality.mail.*.mta-sts': ['Mode of MTA-STS.', 'MTA-STS のモード。'],
  'reality.mail.*.receives': ['Whether the domain receives mail.', 'このドメインでメールを受け取るか。'],
  'reality.domains': ['Registrations, by domain.', 'ドメインの登録。'],
  'reality.domains.*': ['A registration.', 'ドメイン。'],
  'reality.domains.*.registrar': ['Registrar.', 'ドメインの管理会社(レジストラ)。'],
  'reality.domains.*.renewal': ['Renewed by itself, or by hand.', '自動更新(automatic)か手動(manual)か。'],
  'reality.domains.*.lead-time': [
    'Time that a person needs to renew it. Default: 30d, for .jp 45d.',
    '更新に必要な日数。省略時は 30d(.jp は 45d)。',
  ],
  'reality.domains.*.transfer-lock': [
    'Whether it is locked against transfers.',
    '移管ロックがかかっているか。',
  ],
  'reality.domains.*.expires': [
    'Last day, where the registry does not publish it.',
    '有効期限(公開されていない場合)。',
  ],
  'reality.domains.*.evidence': ['Where that day was seen.', '有効期限を確かめた方法。'],
  'reality.domains.*.rdap': ['Address of an RDAP server.', 'RDAP サーバーの URL。'],
  'reality.backups': ['Backups.', 'バックアップ。'],
  'reality.backups.*': [
    'A backup; the key is its id. Each provider has keys of its own.',
    'バックアップ。キーが id になります。プロバイダーごとのキーもここに書きます。',
  ],
  'reality.backups.*.provider': [
    'Where it is looked up; `by-hand`: a person looks.',
    '確認する先。`by-hand` は人が確かめます。',
  ],
  'reality.backups.*.every': [
    'How often it is made; older than 1.5 times that is too old.',
    '取得の間隔。1.5倍を超えたら古いとみなします。',
  ],
  'reality.backups.*.at-most': [
    'Oldest that is good enough, instead of 1.5 times `every`.',
    '許せる古さ(`every` の1.5倍の代わり)。',
  ],
  'reality.backups.*.keep': ['How many there must be at least.', '最低限残す世代数。'],
  'reality.backups.*.smallest': ['Smallest believable size.', '正常とみなす最小の大きさ。'],
  'reality.backups.*.away': [
    'Kept under another contract or in another region than the site.',
    'サイトと別の契約、または別の地域にある。',
  ],
  'reality.backups.*.account': [
    'Takes the credentials from variables with this prefix.',
    '認証情報の環境変数の接頭辞。',
  ],
  'reality.backups.*.role': ['Role to assume.', '引き受けるロール。'],
  'reality.backups.*.newest': [
    'Day of the newest one, seen by a person.',
    '人が見た、最新のバックアップの日。',
  ],
  'reality.backups.*.evidence': ['Where it was seen.', '確かめた方法。'],
  review: ['How often people and dates are looked at.', '点検のルール。'],
  'review.every': ['Review by people. Default: 1 month.', '人による点検の間隔。省略時は 1 month。'],
  'review.verify-contacts-within': [
    'How long a contact stays verified. Default: 65d.',
    '連絡先の確認の有効期間。省略時は 65d。',
  ],
  'review.verify-access-within': [
    'How long an access stays verified. Default: 65d.',
    '権限の確認の有効期間。省略時は 65d。',
  ],
  'review.exercise-within': [
    'How long a tabletop exercise counts. Default: 1y.',
    '机上演習の有効期間。省略時は 1y。',
  ],
  'review.rehearse-within': [
    'How long a rehearsal counts. Default: 1y.',
    '切り戻し・復元の確認の有効期間。省略時は 1y。',
  ],
  'review.lead-time': [
    'Days that a person needs before something runs out. Default: 14d.',
    '期限切れの何日前までに着手するか。省略時は 14d。',
  ],
  exercises: ['Exercises that were held.', '机上演習などの記録。'],
  'exercises[]': ['An exercise.', '演習の記録。'],
  'exercises[].date': ['Day.', '日付。'],
  'exercises[].kind': ['Kind, such as tabletop.', '種類(tabletop など)。'],
  'exercises[].covered': [
    'What it covered: rollback, restore, contacts, …',
    '確かめたもの(rollback、restore、contacts など)。',
  ],
  'exercises[].estimated': ['Times that were estimated.', '見積もった所要時間。'],
  'exercises[].estimated.rollback': takes,
  'exercises[].estimated.restore': takes,
  'exercises[].note': ['What came out of it.', '気づいたこと。'],
  incidents: ['Past incidents and what was learnt.', '障害のあとの見直し。'],
  'incidents[]': ['An incident.', '障害の記録。'],
  'incidents[].date': ['Day.', '日付。'],
  'incidents[].what': ['What happened.', '何が起きたか。'],
  'incidents[].stopped-at': ['Items at which the recovery stopped, 1 to 10.', '復旧が止まった項目(1〜10)。'],
  'incidents[].prevention': ['How it is kept from coming back.', '再発防止策。'],
  'incidents[].by': who,
  'incidents[].until': ['By when.', '期限。'],
  'incidents[].done': ['Day on which it was done.', '完了した日。'],
  plan: ['In which order holes are filled, by whom.', '穴を埋める順番と担当。'],
  'plan[]': ['A hole that somebody fills.', '埋める穴。'],
  'plan[].item': ['Item, 1 to 10.', '項目(1〜10)。'],
  'plan[].by': who,
  'plan[].until': ['By when.', '期限。'],
  changes: ['Changes, one line each.', '変更履歴(1行ずつ)。'],
  'changes[]': ['A change.', '変更。'],
  'changes[].date': ['Day.', '日付。'],
  'changes[].by': who,
  'changes[].what': ['What was changed.', '変更した内容。'],
  exceptions: ['Differences that are known and accepted for a time.', '把握したうえで許容している差異。'],
  'exceptions[]': [
    'Silences one rule on one subject until its day.',
    '1つの対象について、1つのルールの指摘を期限まで止めます。',
  ],
  'exceptions[].rule': ['Rule, such as tls/old-protocol.', 'ルールの名前(tls/old-protocol など)。'],
  'exceptions[].subject': ['Subject, as in the finding’s id.', '対象(指摘の id にあるもの)。'],
  'exceptions[].because': ['Reason.', '理由。'],
  'exceptions[].until': ['Last day.', '期限。'],
};

/** The description of the key at `path`; undefined for entries of plain lists. */
export function descriptionOf(path: string): string | undefined {
  const found = descriptions[path] ?? descriptions[generalised(path)];
  return found === undefined ? undefined : `${found[0]}\n\n${found[1]}`;
}

/** Sections whose parts have the same keys. */
function generalised(path: string): string {
  return path
    .replace(/^entrance\.[^.]+/, 'access.*')
    .replace(/^decisions\.[^.]+/, 'decisions.*')
    .replace(/^evidence\.logs\.[^.]+/, 'evidence.logs.*')
    .replace(/^responsibility\.deliverables\.[^.]+/, 'responsibility.deliverables.*')
    .replace(/^responsibility\.(?!deliverables)[^.]+/, 'responsibility.*');
}
