import * as z from 'zod';
import { type ProviderSchema, uuid } from '../schema.ts';

/** An environment ("install") at WP Engine, by its id. */
export const schema: ProviderSchema = {
  target: z.strictObject({
    install: uuid('294deacc-d8b8-4005-82c4-0727ba8ddde0'),
  }),
  variables: [
    { name: 'WPE_API_USER_ID', needed: true, purpose: { en: 'the API user’s name', ja: 'API ユーザー名' } },
    {
      name: 'WPE_API_PASSWORD',
      needed: true,
      purpose: { en: 'the API user’s password', ja: 'API ユーザーのパスワード' },
    },
  ],
  permission: {
    en: 'API access of a user with partial access to this environment',
    ja: 'この環境だけに partial access を持つユーザーの API アクセス',
  },
};
