import type { ProviderPage } from '../schema.ts';

const policy = `\`\`\`json
{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": [
        "backup:ListRecoveryPointsByBackupVault",
        "backup:ListRecoveryPointsByResource",
        "backup:ListBackupJobs"
      ],
      "Resource": "*"
    }
  ]
}
\`\`\``;

export const about: ProviderPage = {
  title: { en: 'AWS Backup', ja: 'AWS Backup' },
  reads: {
    en: `The recovery points of a vault, or of one resource in every vault, and the jobs that failed without leaving one. A continuous backup (point-in-time recovery) is as young as the last of its jobs that completed.`,
    ja: `ボールト、または1つのリソースの復旧ポイントと、復旧ポイントを残さずに失敗したジョブを読みます。継続的バックアップ(ポイントインタイムリカバリ)の日時は、最後に完了したジョブのものです。`,
  },
  permission: { en: policy, ja: policy },
  example: `database: { provider: aws-backup, region: ap-northeast-1, vault: example-vault, every: 24h, at-most: 36h }
`,
  limits: {
    en: `Sizes are not compared: for RDS, EBS and EFS they are no size of the backup. In a vault of several resources each is judged by itself, also one that is backed up no more: write an entry with \`resource\` for each that counts.`,
    ja: `容量は比べません。RDS・EBS・EFS では、バックアップの大きさを表さないためです。1つのボールトに複数のリソースがある場合は、リソースごとに判断します。すでに使っていないリソースの古い復旧ポイントも対象になるため、必要なものだけを見るときは、リソースごとに \`resource\` を書いた項目に分けてください。`,
  },
};
