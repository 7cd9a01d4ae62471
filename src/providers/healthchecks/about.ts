import type { ProviderPage } from '../schema.ts';

export const about: ProviderPage = {
  title: { en: 'Healthchecks (a backup that reports in)', ja: 'Healthchecks(バックアップからの報告)' },
  reads: {
    en: `When the backup last reported success to a check at Healthchecks.io, or, with \`endpoint\`, at a server of your own. Reports of failure, and backups that have started and not ended, are told from successes.

\`check\` is the check's \`unique_key\`: \`curl -H "X-Api-Key: …" https://healthchecks.io/api/v3/checks/\` with the read-only key shows it. The UUID works as well, but whoever knows it can report success: do not write it into a ledger that others can read. With the UUID and a key that may write, every single report is read; without it, the time of the last success before a failure is not known exactly.

A server of your own needs a line with its host alone in the input \`credentials\`: until then the key is not sent there.`,
    ja: `Healthchecks.io のチェックに、バックアップが最後に成功を報告した日時を読みます。\`endpoint\` を書くと、自社で動かしている Healthchecks を読みます。失敗の報告と、開始したまま終わっていないバックアップは、成功と区別します。

\`check\` には、チェックの \`unique_key\` を書きます。読み取り専用キーで \`curl -H "X-Api-Key: …" https://healthchecks.io/api/v3/checks/\` を実行すると分かります。UUID も使えますが、UUID を知っている人は誰でも成功を報告できてしまうため、人に見せる台帳には書かないでください。UUID と書き込みもできるキーを使うと、報告を1件ずつ読みます。使わない場合、失敗の前に最後に成功した時刻は正確には分かりません。

自社で動かしている Healthchecks には、入力 \`credentials\` にそのホスト名だけの行を加えるまで、キーを送りません。`,
  },
  permission: {
    en: 'In the project’s settings, under API Access, create the "API key (read-only)".',
    ja: 'プロジェクトの Settings にある API Access で「API key (read-only)」を作成します。',
  },
  example: `db-heartbeat:
  provider: healthchecks
  check: a6c7b0a8a66bed0df66abfdab3c77736861703ee
  every: 24h
  at-most: 36h
`,
  limits: {
    en: 'A report says that a script got to its last line. Whether anything was stored, how large it is and how many are kept, nobody says: check the store as well.',
    ja: '報告から分かるのは、スクリプトが最後まで進んだことだけです。保存されたかどうか、大きさ、残っている数は分からないため、保存先も確かめてください。',
  },
};
