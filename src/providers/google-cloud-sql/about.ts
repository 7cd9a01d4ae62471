import { identity } from '../google/about.ts';
import type { ProviderPage } from '../schema.ts';

const role = `\`\`\`sh
gcloud iam roles create recoveryLedgerSql --project=example-project \\
  --permissions=cloudsql.instances.get,cloudsql.backupRuns.list
gcloud projects add-iam-policy-binding example-project \\
  --member=serviceAccount:ledger@example-project.iam.gserviceaccount.com \\
  --role=projects/example-project/roles/recoveryLedgerSql
\`\`\``;

export const about: ProviderPage = {
  title: { en: 'Google Cloud SQL', ja: 'Google Cloud SQL' },
  reads: {
    en: `The backups of one instance, automatic ones and those that a person took, each with how it ended and when; whether automatic backups are switched on; and, where point-in-time recovery is on, the latest moment that the instance can be restored to. A backup that was skipped or whose deletion failed is not counted as good.`,
    ja: `1つのインスタンスの自動バックアップとオンデマンドバックアップについて、結果と完了日時を読みます。自動バックアップが有効かどうか、ポイントインタイムリカバリが有効な場合は復元できる最新の時点も読みます。スキップされたバックアップや削除に失敗したバックアップは、正常なものとして数えません。`,
  },
  permission: {
    en: `${role}

The predefined role \`roles/cloudsql.viewer\` is enough too. The Cloud SQL Admin API must be enabled in the project.

${identity.en}`,
    ja: `${role}

既定のロール \`roles/cloudsql.viewer\` でも足ります。プロジェクトで Cloud SQL Admin API を有効にしておいてください。

${identity.ja}`,
  },
  example: `database:
  provider: google-cloud-sql
  project: example-project
  instance: example-db
  role: //iam.googleapis.com/projects/123456789012/locations/global/workloadIdentityPools/github/providers/example as ledger@example-project.iam.gserviceaccount.com
  every: 24h
  at-most: 36h
`,
  limits: {
    en: 'Whether a restore works, and how large a backup is: only what is charged for at most. Backups that Google’s Backup and DR Service manages (the enhanced tier) are not in the list; such an instance is reported as not wholly seen. Backups are kept in the project of the instance: whoever loses the project loses both.',
    ja: '実際に復元できるかどうかは分かりません。大きさも、課金対象の上限しか分かりません。Backup and DR サービスが管理するバックアップ(拡張バックアップ)は一覧に含まれないため、そのインスタンスは「すべては確認できない」と報告します。バックアップはインスタンスと同じプロジェクトに保管されるため、プロジェクトを失うと両方を失います。',
  },
};
