import type { ProviderPage } from '../schema.ts';

const policy = `\`\`\`json
{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "s3:ListBucket",
      "Resource": "arn:aws:s3:::example-backups",
      "Condition": { "StringLike": { "s3:prefix": ["site-a/*"] } }
    }
  ]
}
\`\`\``;

export const about: ProviderPage = {
  title: {
    en: 'Objects in an S3 bucket (AWS, or any store that speaks S3)',
    ja: 'S3 バケットのオブジェクト(AWS、または S3 互換の保存先)',
  },
  reads: {
    en: `The list of objects below \`prefix\` (ListObjectsV2); with \`suffix\`, those whose names end so. Each object counts as one backup; its time is the last write, its size the object's own. Keep one sort of backup below one prefix, or tell them apart by \`suffix\`, so that \`keep\` counts what it should. Sizes are compared between objects whose names differ in digits alone.

The newest object is also asked for without any credentials: whether everybody on the internet could download it.

Without \`endpoint\` the bucket is AWS's, in \`region\` (else \`AWS_REGION\`). Known stores by \`endpoint\`: Cloudflare R2, Backblaze B2, Wasabi, DigitalOcean Spaces, Sakura object storage. For any other, such as MinIO, the input \`credentials\` needs a line with its host alone: until then nothing is sent there.`,
    ja: `\`prefix\` 以下のオブジェクトの一覧(ListObjectsV2)を読みます。\`suffix\` を書くと、名前の末尾が一致するものだけを見ます。オブジェクト1つを1回分のバックアップと数え、日時は最後に書き込まれた時刻、大きさはオブジェクトの大きさです。\`keep\` を正しく数えられるように、1つの \`prefix\` には1種類だけを置くか、\`suffix\` で分けてください。大きさは、数字だけが違う名前どうしで比べます。

最新のオブジェクトは、認証情報なしでも取得を試み、誰でもダウンロードできる状態になっていないかを確かめます。

\`endpoint\` がなければ AWS の \`region\`(なければ \`AWS_REGION\`)のバケットです。\`endpoint\` で指定できる保存先は Cloudflare R2、Backblaze B2、Wasabi、DigitalOcean Spaces、さくらのオブジェクトストレージです。MinIO など、それ以外の保存先には、入力 \`credentials\` にそのホスト名だけの行を加えるまで、何も送りません。`,
  },
  permission: {
    en: `${policy}

Reading the objects themselves is not needed. On GitHub, take on a role instead of storing keys: \`role\` in the ledger, \`permissions: id-token: write\` in the workflow, and a role that trusts \`token.actions.githubusercontent.com\` with audience \`sts.amazonaws.com\` and your repository as subject. Other stores: a key that can only read this bucket.`,
    ja: `${policy}

オブジェクトの中身を読む権限は不要です。GitHub では、キーを保存する代わりにロールを引き受けられます。台帳に \`role\`、ワークフローに \`permissions: id-token: write\` を書き、\`token.actions.githubusercontent.com\` を audience \`sts.amazonaws.com\`、subject を自分のリポジトリとして信頼するロールを用意してください。ほかの保存先では、このバケットの読み取りだけができるキーを使ってください。`,
  },
  example: `files-daily:
  provider: s3
  bucket: example-backups
  prefix: site-a/
  suffix: .tar.gz
  region: ap-northeast-1
  every: 24h
  keep: 14
  smallest: 50MiB
`,
  limits: {
    en: 'A failed backup leaves no object, so only age shows that backups have stopped. Whether an object can be restored, nobody knows before it is tried. A copy or a move makes an old object look new.',
    ja: '失敗したバックアップは一覧に残らないため、止まったことは古さからしか分かりません。復元できる中身かどうかは、試すまで分かりません。コピーや移動をすると、古いものでも新しく見えます。',
  },
  more: {
    en: `### Hosts without an API

Rental servers such as Xserver, ConoHa WING, Sakura or Lolipop tell nothing of their own backups. Let a cron job of the site store a dump here, and check what arrives: [backups of rental servers](../backup-recipes.md).`,
    ja: `### API のないサーバー

エックスサーバー、ConoHa WING、さくらのレンタルサーバ、ロリポップ!などは、自動バックアップの状態を外から確かめられません。サイト側の cron でここに送り、届いたものを点検します。手順は[レンタルサーバーのバックアップ](../backup-recipes.ja.md)にあります。`,
  },
};
