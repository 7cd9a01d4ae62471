import type { ProviderPage } from '../schema.ts';

export const about: ProviderPage = {
  title: {
    en: 'DigitalOcean: Droplets, volumes and managed databases',
    ja: 'DigitalOcean(Droplet、ボリューム、マネージドデータベース)',
  },
  reads: {
    en: 'Of a `droplet` its backups and snapshots, and whether its backups are switched on; of a `volume` its snapshots; of a `database` (the id of the cluster) its daily backups and whether one is running. Times are those of creation.',
    ja: '`droplet` ではバックアップとスナップショット、自動バックアップが有効かどうか、`volume` ではスナップショット、`database`(クラスターの ID)では毎日のバックアップと実行中かどうかを読みます。日時は作成された時刻です。',
  },
  permission: {
    en: 'In the control panel, under API, generate a token with custom scopes and an end date: `droplet:read` for a Droplet, `block_storage_snapshot:read` for a volume, `database:read` for a database.',
    ja: 'コントロールパネルの API で、有効期限を決め、Custom Scopes を選んでトークンを作成します。Droplet には `droplet:read`、ボリュームには `block_storage_snapshot:read`、データベースには `database:read` を付けます。',
  },
  example: `server-weekly: { provider: digitalocean, droplet: 3164444, every: 7d, at-most: 9d, keep: 4 }
database-daily: { provider: digitalocean, database: 9cc10173-e9ea-4176-9dbc-a4cee4c4ff30, every: 24h, at-most: 36h, keep: 7 }
`,
  limits: {
    en: 'Whether a backup succeeded: one that failed is not listed, so only age shows that backups have stopped. Snapshots count whoever took them. The size of backups and snapshots of Droplets and volumes is what is billed, and is not compared. Point-in-time recovery of databases is not told. They are all in the account of what they back up: `away: true` is contradicted.',
    ja: '成功したかどうかは分かりません。失敗したものは一覧に出ないため、止まったことは古さからしか分かりません。スナップショットは、誰が取ったものでも1つと数えます。Droplet とボリュームの大きさは課金対象の値のため、比べません。データベースを任意の時点に戻せる範囲は分かりません。どれも元と同じアカウントの中にあるため、`away: true` とは一致しません。',
  },
};
