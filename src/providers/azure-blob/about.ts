import type { ProviderPage } from '../schema.ts';

export const about: ProviderPage = {
  title: { en: 'Azure Blob Storage', ja: 'Azure Blob Storage' },
  reads: {
    en: 'The list of blobs below `prefix` (List Blobs). Each blob counts as one backup; its time is the last write, its size the blob’s own. Keep one sort of backup below one prefix, so that `keep` counts what it should. The newest blob is also asked for without any credentials: whether everybody on the internet could download it.',
    ja: '`prefix` 以下の BLOB の一覧(List Blobs)を読みます。BLOB 1つを1回分のバックアップと数え、日時は最後に書き込まれた時刻、大きさは BLOB の大きさです。`keep` を正しく数えられるように、1つの `prefix` には1種類だけを置いてください。最新の BLOB は、認証情報なしでも取得を試み、誰でもダウンロードできる状態になっていないかを確かめます。',
  },
  permission: {
    en: 'On GitHub, store no key: give an application the role `Storage Blob Data Reader` on the container and a federated credential for your repository with audience `api://AzureADTokenExchange`; set `AZURE_CLIENT_ID` and `AZURE_TENANT_ID`, and `permissions: id-token: write` in the workflow. Elsewhere: a SAS of the container with `sp=l` in `AZURE_STORAGE_SAS_TOKEN`. `AZURE_STORAGE_KEY` works too, and can do far more than list.',
    ja: 'GitHub では、キーを保存する必要はありません。アプリに、コンテナーに対するロール `Storage Blob Data Reader` と、自分のリポジトリを対象とするフェデレーション資格情報(audience は `api://AzureADTokenExchange`)を与え、`AZURE_CLIENT_ID` と `AZURE_TENANT_ID`、ワークフローの `permissions: id-token: write` を設定します。ほかの環境では、`sp=l` のコンテナー SAS を `AZURE_STORAGE_SAS_TOKEN` に設定してください。`AZURE_STORAGE_KEY` も使えますが、一覧よりはるかに強い権限を持ちます。',
  },
  example: `files-daily: { provider: azure-blob, account-name: examplebackups, container: backups, prefix: site-a/, every: 24h, keep: 14 }
`,
  limits: {
    en: 'A failed backup leaves no blob, so only age shows that backups have stopped. Whether a blob can be restored, nobody knows before it is tried. A copy, or a change of metadata, makes an old blob look new.',
    ja: '失敗したバックアップは一覧に残らないため、止まったことは古さからしか分かりません。復元できる中身かどうかは、試すまで分かりません。コピーやメタデータの変更をすると、古いものでも新しく見えます。',
  },
};
