import type { ProviderPage } from '../schema.ts';

export const about: ProviderPage = {
  title: { en: 'Any JSON document over HTTPS', ja: 'HTTPS で読める JSON' },
  reads: {
    en: `A document that says when a backup was made: what a backup plugin, a panel or a script of your own publishes. The keys are JSON Pointers (RFC 6901).

| key | leads to |
| --- | --- |
| \`time\` | when the backup was made. Null there means that there is none yet |
| \`time-format\` | \`auto\` (default), \`iso\`, \`seconds\` or \`milliseconds\` since 1970 |
| \`zone\` | the zone of times that are written without one: \`Asia/Tokyo\`, \`+09:00\`. Without it such a time is not read |
| \`status\` | its state; \`good\` lists the words that mean success, \`failed\` and \`running\` those that mean so. Any other word is unknown, and never good |
| \`size\` | its size in bytes |
| \`list\` | a list of backups; the other pointers then start in each of its items, and \`keep\` is checked |`,
    ja: `バックアップの日時を書いた JSON(バックアップ用プラグイン、管理画面、自作のスクリプトなどが公開するもの)を読みます。場所は JSON Pointer(RFC 6901)で書きます。

| キー | 示すもの |
| --- | --- |
| \`time\` | バックアップの日時。その値が null なら、まだ1つもないものとして扱います |
| \`time-format\` | \`auto\`(既定)、\`iso\`、\`seconds\`(1970年からの秒)、\`milliseconds\`(ミリ秒) |
| \`zone\` | タイムゾーンのない日時を読むときのタイムゾーン(\`Asia/Tokyo\`、\`+09:00\`)。書かなければ、そのような日時は読みません |
| \`status\` | 状態。\`good\` に成功を表す語、\`failed\` に失敗、\`running\` に実行中を表す語を並べます。それ以外の語は不明とし、成功とはみなしません |
| \`size\` | 大きさ(バイト) |
| \`list\` | バックアップの一覧。ほかのキーは一覧の各要素から見た場所になり、\`keep\` も確かめます |`,
  },
  permission: {
    en: `The input \`credentials\` of the action, never the ledger:

\`\`\`yaml
with:
  credentials: |
    backup.example.com Authorization: Bearer \${{ secrets.BACKUP_STATUS_TOKEN }}
\`\`\``,
    ja: `認証情報は台帳ではなく、アクションの入力 \`credentials\` に書きます。

\`\`\`yaml
with:
  credentials: |
    backup.example.com Authorization: Bearer \${{ secrets.BACKUP_STATUS_TOKEN }}
\`\`\``,
  },
  example: `cms-backup:
  provider: http-json
  url: https://backup.example.com/status
  time: /last/finished
  zone: Asia/Tokyo
  status: /last/state
  good: [ok]
  failed: [error]
  size: /last/bytes
  every: 24h
  at-most: 36h
`,
  limits: {
    en: 'It is as true as the document. A document that nobody writes any more keeps its last time: that shows by its age. An answer out of a cache may be an older document: where its backup is too old, that is told as not seen.',
    ja: '文書に書かれていることしか分かりません。文書が更新されなくなった場合は、日時が古くなることで分かります。キャッシュから返った可能性がある場合は、古いと判断せず「確認できませんでした」とします。',
  },
};
