import type { ProviderPage } from '../schema.ts';

export const about: ProviderPage = {
  title: { en: 'ConoHa VPS (version 3)', ja: 'ConoHa VPS(Ver.3.0)' },
  reads: {
    en: `Of a \`server\` the backups of all volumes that are attached to it, each volume by itself (one without any is told); of a \`volume\` its backups, those of the automatic backup among them; with \`image\` the saved images whose name starts so. Times are those of the data of a backup, and of the creation of an image.

The ids stand in the addresses of the control panel and in the answers of the API. \`region\` is \`c3j1\` where it is not said.`,
    ja: `\`server\` では、サーバーに接続されているすべてのボリュームのバックアップを、ボリュームごとに読みます(1つもないボリュームがあれば知らせます)。\`volume\` では、そのボリュームのバックアップを、自動バックアップのものも含めて読みます。\`image\` を書くと、名前がその文字列で始まる保存イメージを読みます。日時は、バックアップではデータの時点、イメージでは作成された時刻です。

ID は、コントロールパネルのアドレスや API の応答で分かります。\`region\` を書かない場合は \`c3j1\` です。`,
  },
  permission: {
    en: 'In the control panel, under API, add an API user, for this check alone. It can do everything in the tenant: ConoHa has no user that only reads. Keep its password in a secret of a protected environment.',
    ja: 'コントロールパネルの API で、この点検専用の API ユーザーを追加します。読み取り専用のユーザーはなく、テナントのすべてを操作できるため、パスワードは保護した環境のシークレットに置いてください。',
  },
  example: `server-daily: { provider: conoha, server: 5da9552d-93fa-4b86-8fe5-2968556017f7, every: 24h, at-most: 36h, keep: 14 }
`,
  limits: {
    en: 'Whether a restore works. If only some volumes of a server are to be backed up, name them by `volume`. That the automatic backup is switched on is not told. The size of a backup is the volume’s. Backups and images are in the same account as the server: `away: true` is contradicted. ConoHa VPS of version 2 and ConoHa WING are not looked at.',
    ja: '実際に復元できるかどうかは分かりません。サーバーの一部のボリュームだけをバックアップする場合は、`volume` で書いてください。自動バックアップが有効かどうかも分かりません。バックアップの大きさはボリュームの大きさです。どれもサーバーと同じアカウントの中にあるため、`away: true` とは一致しません。ConoHa VPS(Ver.2.0)と ConoHa WING は確認しません。',
  },
};
