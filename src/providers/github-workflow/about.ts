import type { ProviderPage } from '../schema.ts';

export const about: ProviderPage = {
  title: { en: 'Runs of a GitHub Actions workflow', ja: 'GitHub Actions のワークフローの実行' },
  reads: {
    en: `The runs of the workflow file \`workflow\`, of \`branch\` if one is named. A run that succeeded counts as one backup; its time is its start. Runs of pull requests and skipped ones are left out. A workflow that is disabled is told as backups switched off: GitHub does that by itself in a public repository in which nothing happens for 60 days.

Without \`repository\` the repository of the check itself is read, with the check's own token.`,
    ja: `\`workflow\` に書いたファイルのワークフローの実行(\`branch\` を書くとそのブランチだけ)を読みます。成功した実行1回をバックアップ1回と数え、日時は開始時刻です。プルリクエストの実行と、スキップされた実行は数えません。ワークフローが無効になっていれば、バックアップの停止として知らせます。公開リポジトリで60日間動きがないと、GitHub は定期実行を自動で無効にします。

\`repository\` を書かなければ、点検を実行しているリポジトリを、その実行のトークンで読みます。`,
  },
  permission: {
    en: `\`\`\`yaml
permissions:
  actions: read
\`\`\`

That reaches the check's own repository. For another one set \`GH_TOKEN\` to a fine-grained token of that repository with "Actions: read-only".`,
    ja: `\`\`\`yaml
permissions:
  actions: read
\`\`\`

これで読めるのは、点検を実行しているリポジトリだけです。別のリポジトリを読むには、そのリポジトリの「Actions: Read-only」だけを許した fine-grained トークンを \`GH_TOKEN\` に設定してください。`,
  },
  example: `db-workflow:
  provider: github-workflow
  workflow: backup.yml
  branch: main
  every: 24h
  at-most: 36h
`,
  limits: {
    en: 'A green run is no backup: it says that the commands ended without an error, not that anything was stored. Check what it stored as well (`github-artifact`, `s3`). `keep` counts runs, not stored backups.',
    ja: '実行が成功しても、バックアップがあるとは限りません。コマンドがエラーなく終わったことしか分からないため、保存されたものも `github-artifact` や `s3` で確かめてください。`keep` で数えるのも実行の回数で、保存されたバックアップの数ではありません。',
  },
};
