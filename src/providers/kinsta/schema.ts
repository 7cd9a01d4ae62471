import * as z from 'zod';
import { type ProviderSchema, uuid } from '../schema.ts';

/** An environment of a site at Kinsta, by its id. */
export const schema: ProviderSchema = {
  target: z.strictObject({
    environment: uuid('54fb80af-576c-4fdc-ba4f-b596c83f15a1'),
  }),
  variables: [
    {
      name: 'KINSTA_API_KEY',
      needed: true,
      purpose: { en: 'an API key of MyKinsta', ja: 'MyKinsta の API キー' },
    },
  ],
  permission: {
    en: 'an API key of a "Company developer"; Kinsta has none that can only read',
    ja: '「Company developer」の権限を持つユーザーの API キー(読み取り専用のキーはありません)',
  },
};
