import type { ProviderPage } from '../schema.ts';

const policy = `\`\`\`json
{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:ListBucket",
      "Resource": "arn:aws:s3:::example-backups",
      "Condition": { "StringLike": { "s3:prefix": ["site-a/snapshots/*", "site-a/locks/*"] } }
    }
  ]
}
\`\`\``;

export const about: ProviderPage = {
  title: { en: 'restic (S3)', ja: 'restic (S3)' },
  reads: {
    en: `The names and times of the snapshots and of the locks in a repository, without its password. The keys are those of \`s3\`; \`prefix\` is where the repository begins. A lock shows that a command runs, maybe another than a backup. restic replaces it every few minutes: one that is older than 30 minutes was left behind by a command that broke off, and counts for nothing.`,
    ja: `リポジトリの中のスナップショットとロックの、名前と時刻を読みます。リポジトリのパスワードは使いません。書き方は \`s3\` と同じで、\`prefix\` にはリポジトリの場所を書きます。ロックがあれば、バックアップなどのコマンドが実行中です。restic は実行中、数分ごとにロックを作り直します。30分を過ぎたロックは、途中で止まったコマンドが残したものとみなし、数えません。`,
  },
  permission: { en: policy, ja: policy },
  example: `files: { provider: restic-s3, bucket: example-backups, prefix: site-a, region: ap-northeast-1, every: 24h, at-most: 36h }
`,
  limits: {
    en: `Which host or folder a snapshot is of: give each site a repository of its own. \`restic tag\`, \`rewrite\` and \`copy\` write a new snapshot of old data, which looks new. A lock that \`prune\` left behind keeps later backups from running: that shows once the newest one is too old, and \`restic unlock\` removes it.`,
    ja: `どのサーバーの、どのフォルダーのスナップショットかは分かりません。サイトごとにリポジトリを分けてください。\`restic tag\`・\`rewrite\`・\`copy\` を実行すると、古いデータでも新しいスナップショットに見えます。\`prune\` が途中で止まってロックが残ると、次のバックアップは始まりません。最新のものが古くなった時点で報告されます。ロックは \`restic unlock\` で消せます。`,
  },
};
