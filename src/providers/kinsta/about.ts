import type { ProviderPage } from '../schema.ts';

export const about: ProviderPage = {
  title: { en: 'Kinsta', ja: 'Kinsta' },
  reads: {
    en: 'The backups of one environment: daily ones, those that people made, and those that Kinsta made before a risky step. `environment` is the second id in the address of the environment in MyKinsta.',
    ja: '1つの環境のバックアップ(毎日の自動、手動、Kinsta が作業の前に自動で取ったもの)を読みます。`environment` には、MyKinsta でその環境を開いたときのアドレスにある2つ目の ID を書きます。',
  },
  permission: {
    en: 'In MyKinsta add a user of its own with the role "Company developer", and create an API key as that user, with an end date. There is no key that only reads.',
    ja: 'MyKinsta で「Company developer」の権限を持つ専用のユーザーを追加し、そのユーザーで有効期限のある API キーを作成します。読み取り専用のキーはありません。',
  },
  example: `wp-daily:
  provider: kinsta
  environment: 54fb80af-576c-4fdc-ba4f-b596c83f15a1
  every: 24h
  at-most: 36h
  keep: 14
`,
  limits: {
    en: 'Whether a backup succeeded, how large it is, and whether a restore works: one that failed is not listed, so only age shows that backups have stopped. One that Kinsta made before a step counts as well. The backups are in the same account as the site: `away: true` is contradicted.',
    ja: '成功したかどうか、大きさ、実際に復元できるかどうかは分かりません。失敗したものは一覧に出ないため、止まったことは古さからしか分かりません。作業の前に自動で取られたものも1つと数えます。サイトと同じアカウントの中にあるため、`away: true` とは一致しません。',
  },
};
