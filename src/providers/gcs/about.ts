import { identity } from '../google/about.ts';
import type { ProviderPage } from '../schema.ts';

const role = `\`\`\`sh
gcloud iam roles create recoveryLedger --project=example-project --permissions=storage.objects.list
gcloud storage buckets add-iam-policy-binding gs://example-backups \\
  --member=serviceAccount:ledger@example-project.iam.gserviceaccount.com \\
  --role=projects/example-project/roles/recoveryLedger
\`\`\``;

export const about: ProviderPage = {
  title: { en: 'Google Cloud Storage', ja: 'Google Cloud Storage' },
  reads: {
    en: `The list of objects below \`prefix\`; with \`suffix\`, those whose names end so. Each object counts as one backup; its time is when this version of it was written (\`timeCreated\`), its size the object's own. Keep one sort of backup below one prefix, or tell them apart by \`suffix\`, so that \`keep\` counts what it should. Sizes are compared between objects whose names differ in digits alone.

The newest object is also asked for without any credentials: whether everybody on the internet could download it. \`project\` is needed only where the bucket lets whoever asks pay.`,
    ja: `\`prefix\` 以下のオブジェクトの一覧を読みます。\`suffix\` を書くと、名前の末尾が一致するものだけを見ます。オブジェクト1つを1回分のバックアップと数え、日時はその世代が書き込まれた時刻(\`timeCreated\`)、大きさはオブジェクトの大きさです。\`keep\` を正しく数えられるように、1つの \`prefix\` には1種類だけを置くか、\`suffix\` で分けてください。大きさは、数字だけが違う名前どうしで比べます。

最新のオブジェクトは、認証情報なしでも取得を試み、誰でもダウンロードできる状態になっていないかを確かめます。\`project\` は、読む側が料金を払う設定(リクエスト元による支払い)のバケットだけに必要です。`,
  },
  permission: {
    en: `${role}

Reading the objects themselves is not needed.

${identity.en}`,
    ja: `${role}

オブジェクトの中身を読む権限は不要です。

${identity.ja}`,
  },
  example: `files-daily:
  provider: gcs
  bucket: example-backups
  prefix: site-a/
  suffix: .tar.gz
  role: //iam.googleapis.com/projects/123456789012/locations/global/workloadIdentityPools/github/providers/example as ledger@example-project.iam.gserviceaccount.com
  every: 24h
  keep: 14
  smallest: 50MiB
`,
  limits: {
    en: 'A failed backup leaves no object, so only age shows that backups have stopped. Whether an object can be restored, nobody knows before it is tried. A copy makes an old object look new. In which region the bucket is, the list does not say.',
    ja: '失敗したバックアップは一覧に残らないため、止まったことは古さからしか分かりません。復元できる中身かどうかは、試すまで分かりません。コピーすると、古いものでも新しく見えます。バケットがどの地域にあるかは、一覧からは分かりません。',
  },
};
