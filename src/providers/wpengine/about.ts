import type { ProviderPage } from '../schema.ts';

export const about: ProviderPage = {
  title: { en: 'WP Engine', ja: 'WP Engine' },
  reads: {
    en: 'The backups of one environment, with the moment at which each completed, and those that run or were aborted. `install` is the environment’s id in the API (a UUID), not its name: `GET /installs` shows it.',
    ja: '1つの環境のバックアップと、それぞれの完了日時を読みます。実行中のものと中断したものも区別します。`install` には環境の名前ではなく、API での ID(UUID)を書きます。`GET /installs` で確かめられます。',
  },
  permission: {
    en: 'In the User Portal add a user of its own with partial access to this environment alone, enable API access for it, and generate its credentials. There is no right that only reads.',
    ja: 'User Portal で、この環境だけに partial access を持つ専用のユーザーを追加し、API access を有効にして認証情報を発行します。読み取りだけの権限はありません。',
  },
  example: `wp-daily:
  provider: wpengine
  install: 294deacc-d8b8-4005-82c4-0727ba8ddde0
  every: 24h
  at-most: 36h
  keep: 14
`,
  limits: {
    en: 'Size, and whether a restore works. The backups are in the same account as the site: `away: true` is contradicted. Where the account has no listing of backups yet, that is said as not seen.',
    ja: '大きさと、実際に復元できるかどうかは分かりません。サイトと同じアカウントの中にあるため、`away: true` とは一致しません。アカウントでバックアップの一覧がまだ使えない場合は「確認できませんでした」とします。',
  },
};
