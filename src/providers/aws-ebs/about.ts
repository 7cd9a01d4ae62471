import type { ProviderPage } from '../schema.ts';

const policy = `\`\`\`json
{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": [
        "ec2:DescribeSnapshots"
      ],
      "Resource": "*"
    }
  ]
}
\`\`\``;

export const about: ProviderPage = {
  title: { en: 'Amazon EBS', ja: 'Amazon EBS' },
  reads: {
    en: `The account’s own snapshots of one volume, by the time at which each was begun.`,
    ja: `このアカウントが取得した、1つのボリュームのスナップショットを、取得を始めた時刻で読みます。`,
  },
  permission: { en: policy, ja: policy },
  example: `database: { provider: aws-ebs, region: ap-northeast-1, volume: vol-0a1b2c3d4e5f60718, every: 24h, at-most: 36h }
`,
  limits: {
    en: `What a running system had not written to the disk yet. Snapshots of another volume, for instance of one that was replaced.`,
    ja: `稼働中のシステムがディスクに書き終えていなかったデータは含まれません。作り直す前のボリュームなど、別のボリュームのスナップショットは読みません。`,
  },
};
