import type { ProviderPage } from '../schema.ts';

export const about: ProviderPage = {
  title: { en: 'A backup that a person looks at', ja: '人が確かめるバックアップ' },
  reads: {
    en: 'Nothing is asked. `newest` is the day of the newest backup that a person has seen, `evidence` where it was seen. Once that is longer ago than `review.every`, the issue asks to look again (`backup/unconfirmed`).',
    ja: 'どこにも問い合わせません。`newest` に人が見た最新のバックアップの日付、`evidence` に確かめた場所を書きます。`review.every` より前のままになると、もう一度確かめるように知らせます(`backup/unconfirmed`)。',
  },
  permission: { en: 'None.', ja: '不要です。' },
  example: `server-snapshot:
  provider: by-hand
  every: 24h
  keep: 14
  newest: 2026-11-02
  evidence: seen in the provider's console
`,
  limits: {
    en: 'It is as true as the last look. Between two looks a backup can stop unseen: prefer a provider that can be asked.',
    ja: '最後に見たときの状態しか分かりません。次に見るまでのあいだに止まっても気づけないため、できれば問い合わせのできる方法を選んでください。',
  },
};
