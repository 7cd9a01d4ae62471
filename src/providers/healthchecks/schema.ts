import * as z from 'zod';
import type { ProviderSchema } from '../schema.ts';

/** A check at Healthchecks.io, or at a server of one's own, that a backup reports to. */
export const schema: ProviderSchema = {
  target: z.strictObject({
    check: z
      .string()
      .regex(
        /^(?:[0-9a-f]{40}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/,
        'a6c7b0a8a66bed0df66abfdab3c77736861703ee',
      ),
    endpoint: z
      .string()
      .regex(/^https:\/\/[a-z0-9.-]+(?::\d{1,5})?(?:\/[A-Za-z0-9._~-]+)*\/?$/i, 'https://hc.example.com')
      .optional(),
  }),
  variables: [
    {
      name: 'HC_API_KEY',
      needed: true,
      purpose: { en: 'the project’s read-only API key', ja: 'プロジェクトの読み取り専用 API キー' },
    },
  ],
  permission: { en: 'API key (read-only)', ja: 'API key (read-only)' },
};
