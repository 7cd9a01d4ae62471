import type { ProviderPage } from '../schema.ts';

export const about: ProviderPage = {
  title: {
    en: 'Sakura Cloud: archives and database appliances',
    ja: 'さくらのクラウド(アーカイブ、データベースアプライアンス)',
  },
  reads: {
    en: `Of a \`disk\` (its resource id) the archives made of it, those of the automatic backup (Auto Backup) among them; with \`archive\` those of your own whose name starts so; of a \`database\` (the appliance’s resource id) the history of its backups. Times are those at which the making began; the size of an archive is the disk’s.

An automatic backup runs once a day at most, at no set hour, and may end on the following day: \`at-most: 48h\` is a good limit. \`zone\` is one of \`is1a\`, \`is1b\`, \`is1c\`, \`tk1a\`, \`tk1b\`.`,
    ja: `\`disk\`(ディスクのリソース ID)では、そのディスクから作られたアーカイブを、自動バックアップのものも含めて読みます。\`archive\` を書くと、名前がその文字列で始まる自分のアーカイブを読みます。\`database\`(データベースアプライアンスのリソース ID)では、バックアップの履歴を読みます。日時は作成を始めた時刻、アーカイブの大きさはディスクの大きさです。

自動バックアップは多くても1日1回で、時刻を決められず、翌日に終わることもあります。\`at-most: 48h\` が目安です。\`zone\` には \`is1a\`、\`is1b\`、\`is1c\`、\`tk1a\`、\`tk1b\` のどれかを書きます。`,
  },
  permission: {
    en: 'In the control panel, under “API Key”, create a key for operating resources with the access level “View resources”, and no access to other services. Its secret is shown once.',
    ja: 'コントロールパネルの「APIキー」で、リソース操作用のキーを、アクセスレベル「リソース閲覧」、ほかのサービスへのアクセス権なしで作成します。シークレットが表示されるのは作成した直後だけです。',
  },
  example: `server-daily: { provider: sakura-cloud, zone: is1a, disk: 113300000002, every: 24h, at-most: 48h, keep: 7 }
`,
  limits: {
    en: 'Whether a restore works, and whether the automatic backup is switched on: a run that never began leaves no archive, so only age shows it. Copies of archives, also those from another zone, have only the time of the copying, and are left out. Of a database’s backups the vendor documents no words for success: any but `available` is shown as unknown; continuous backups to an NFS appliance are in no list. Archives are in the same account and zone as the disk: `away: true` is contradicted. What Sakura’s rental servers and Sakura VPS keep is not seen here.',
    ja: '実際に復元できるかどうかと、自動バックアップが有効かどうかは分かりません。始まらなかった回はアーカイブを残さないため、止まったことは古さからしか分かりません。アーカイブのコピー(ほかのゾーンからの転送も含む)は、コピーした時刻しか分からないため数えません。データベースのバックアップは、成功を表す語が公開されていないため、`available` 以外は「確認できませんでした」とします。NFS アプライアンスへの継続的バックアップは一覧に出ません。アーカイブはディスクと同じアカウント、同じゾーンにあるため、`away: true` とは一致しません。さくらのレンタルサーバとさくらのVPS のものは、ここでは分かりません。',
  },
};
