import type { ProviderPage } from '../schema.ts';

const policy = `\`\`\`json
{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": [
        "rds:DescribeDBInstances",
        "rds:DescribeDBSnapshots",
        "rds:DescribeDBClusters",
        "rds:DescribeDBClusterSnapshots"
      ],
      "Resource": "*"
    }
  ]
}
\`\`\``;

export const about: ProviderPage = {
  title: { en: 'Amazon RDS / Aurora', ja: 'Amazon RDS / Aurora' },
  reads: {
    en: `The latest moment that the database can be restored to, its snapshots (automated, taken by a person, taken by AWS Backup), and whether automated backups are switched on. A copied snapshot counts by the time of its original.`,
    ja: `データベースを復元できる最新の時点、スナップショット(自動・手動・AWS Backup)、自動バックアップが有効かどうかを読みます。コピーしたスナップショットは、元のスナップショットの時刻で数えます。`,
  },
  permission: { en: policy, ja: policy },
  example: `database: { provider: aws-rds, region: ap-northeast-1, instance: example-db, every: 24h, at-most: 36h }
`,
  limits: {
    en: `Whether a restore works. What AWS Backup took of a cluster: \`aws-backup\` shows that. Sizes of Aurora.`,
    ja: `実際に復元できるかどうかは分かりません。AWS Backup がクラスターから取得したものは \`aws-backup\` で確認します。Aurora の容量は分かりません。`,
  },
};
