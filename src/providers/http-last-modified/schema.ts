import * as z from 'zod';
import type { ProviderSchema } from '../schema.ts';

/** A file that each backup overwrites. */
export const schema: ProviderSchema = {
  target: z.strictObject({
    url: z
      .string()
      .regex(/^https:\/\/[a-z0-9.-]+(?::\d{1,5})?(?:[/?][^\s#]*)?$/i, 'https://backup.example.com/db.sql.gz'),
  }),
  variables: [],
  permission: {
    en: 'a header for this host in the input `credentials`',
    ja: '入力 `credentials` に書いたこのホスト用のヘッダー',
  },
};
