import type { ProviderPage } from '../schema.ts';

export const about: ProviderPage = {
  title: { en: 'Artifacts of GitHub Actions', ja: 'GitHub Actions のアーティファクト' },
  reads: {
    en: `The artifacts with exactly this \`name\`, of \`branch\` if one is named: when they were made, how large they are, when GitHub deletes them. What runs from forks uploaded is left out.

Without \`repository\` the repository of the check itself is read, with the check's own token.`,
    ja: `名前が \`name\` と一致するアーティファクト(\`branch\` を書くとそのブランチだけ)の、作成日時、大きさ、GitHub が削除する日時を読みます。フォークの実行が保存したものは数えません。

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
  example: `db-artifact:
  provider: github-artifact
  name: db-backup
  branch: main
  every: 24h
  keep: 7
  smallest: 1MiB
`,
  limits: {
    en: 'A failed backup leaves no artifact, so only age shows that backups have stopped. Artifacts end after 90 days at the latest in a public repository, after 400 in a private one. In a public repository everybody with a GitHub account can download them: never upload a database there unencrypted.',
    ja: '失敗したバックアップは残らないため、止まったことは古さからしか分かりません。保存期間は、公開リポジトリで最長90日、非公開リポジトリで最長400日です。公開リポジトリのアーティファクトは、GitHub のアカウントがあれば誰でもダウンロードできます。データベースを暗号化せずに置かないでください。',
  },
};
