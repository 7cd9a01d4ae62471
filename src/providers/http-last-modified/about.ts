import type { ProviderPage } from '../schema.ts';

export const about: ProviderPage = {
  title: {
    en: 'A file over HTTPS, by the time of its last change',
    ja: 'HTTPS で取得できるファイルの更新日時',
  },
  reads: {
    en: `The header \`Last-Modified\` of a file that each backup overwrites, and its size; nothing is downloaded. Use it where nothing better is there.

It is not believed where the header is missing, or shows the moment of the request, as pages do that a program makes. An answer out of a cache may be of an older file: it is then unknown, and not too old.

The file is also asked for without credentials. If everybody can read it, that is a finding of its own: protect it, and give the check a header in the input \`credentials\`.`,
    ja: `バックアップのたびに上書きされるファイルの \`Last-Modified\` ヘッダーと大きさを読みます。ダウンロードはしません。ほかに方法がない場合に使ってください。

ヘッダーがない場合と、問い合わせた時刻がそのまま返る場合(プログラムが生成するページ)は、日時として信用しません。キャッシュから返った可能性がある場合は、古いと判断せず「確認できませんでした」とします。

認証情報なしでも取得を試みます。誰でも読める状態であれば、それ自体を知らせます。ファイルを保護し、点検用のヘッダーを入力 \`credentials\` に書いてください。`,
  },
  permission: {
    en: `The input \`credentials\` of the action, never the ledger:

\`\`\`yaml
with:
  credentials: |
    backup.example.com Authorization: Basic \${{ secrets.BACKUP_BASIC }}
\`\`\``,
    ja: `認証情報は台帳ではなく、アクションの入力 \`credentials\` に書きます。

\`\`\`yaml
with:
  credentials: |
    backup.example.com Authorization: Basic \${{ secrets.BACKUP_BASIC }}
\`\`\``,
  },
  example: `db-file:
  provider: http-last-modified
  url: https://backup.example.com/db.sql.gz
  every: 24h
  at-most: 36h
  smallest: 1MiB
`,
  limits: {
    en: 'Touching or copying the file makes it look new. Only the newest one is seen, so `keep` is not checked, and a backup that failed shows by age alone.',
    ja: 'ファイルの更新日時を変えたり、コピーしたりすると、新しく見えます。最新の1つしか見えないため、`keep` は確かめません。失敗したバックアップは、古さからしか分かりません。',
  },
};
