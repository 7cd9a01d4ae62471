import type { InBoth } from '../../text/language.ts';

/** How whoever looks proves who they are, for the pages of this family. */
export const identity: InBoth = {
  en: `On GitHub, use the job's own identity instead of storing a key: \`permissions: id-token: write\` in the workflow, and in the ledger as \`role\` the full name of the workload identity provider that trusts your repository; where the right is a service account's, followed by \` as \` and its address. Restrict the provider to your repository by an attribute condition. A job that has run google-github-actions/auth needs no \`role\`. What the environment holds comes before \`role\`: first \`CLOUDSDK_AUTH_ACCESS_TOKEN\`, then the file of \`GOOGLE_APPLICATION_CREDENTIALS\`.`,
  ja: `GitHub では、キーを保存する代わりにジョブ自身の身元を使えます。ワークフローに \`permissions: id-token: write\`、台帳の \`role\` に、自分のリポジトリを信頼する Workload Identity プロバイダの完全な名前を書いてください。権限をサービスアカウントに付けた場合は、続けて \` as \` とそのメールアドレスを書きます。プロバイダの属性条件で、自分のリポジトリだけに絞ってください。google-github-actions/auth を実行したジョブでは \`role\` は不要です。環境変数があれば \`role\` より優先し、\`CLOUDSDK_AUTH_ACCESS_TOKEN\`、\`GOOGLE_APPLICATION_CREDENTIALS\` のファイルの順に使います。`,
};
