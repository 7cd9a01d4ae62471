import type { ProviderPage } from '../schema.ts';

const policy = `\`\`\`json
{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": [
        "lightsail:GetAutoSnapshots",
        "lightsail:GetInstanceSnapshots",
        "lightsail:GetDiskSnapshots",
        "lightsail:GetRelationalDatabase",
        "lightsail:GetRelationalDatabaseSnapshots"
      ],
      "Resource": "*"
    }
  ]
}
\`\`\``;

export const about: ProviderPage = {
  title: { en: 'Amazon Lightsail', ja: 'Amazon Lightsail' },
  reads: {
    en: `Automatic snapshots and those that a person took, of an instance or a disk; of a database also the latest moment that it can be restored to.`,
    ja: `インスタンスまたはディスクの自動スナップショットと手動スナップショットを読みます。データベースの場合は、復元できる最新の時点も読みます。`,
  },
  permission: { en: policy, ja: policy },
  example: `database: { provider: aws-lightsail, region: ap-northeast-1, instance: example-wordpress, every: 24h, at-most: 36h }
`,
  limits: {
    en: `Whether a restore works. A kept copy of an automatic snapshot has only the time of the copying, and is left out.`,
    ja: `実際に復元できるかどうかは分かりません。自動スナップショットを手動で残したコピーは、コピーした時刻しか分からないため数えません。`,
  },
};
