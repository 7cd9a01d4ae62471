import * as z from 'zod';
import { exactlyOneOf, type ProviderSchema, text, uuid } from '../schema.ts';

const openStack = {
  en: 'the same, by the name of OpenStack’s tools',
  ja: '同じもの(OpenStack のツールの変数名)',
};

/** A server, a volume, or saved images by the start of their name, at ConoHa VPS (version 3). */
export const schema: ProviderSchema = {
  target: exactlyOneOf(
    z.strictObject({
      // It becomes part of a host's name.
      region: z
        .string()
        .regex(/^c\dj\d$/, 'c3j1')
        .optional(),
      server: uuid('5da9552d-93fa-4b86-8fe5-2968556017f7').optional(),
      volume: uuid('5026a03f-01e3-4188-899b-8738538f47db').optional(),
      image: text.optional(),
    }),
    'server',
    'volume',
    'image',
  ),
  variables: [
    {
      name: 'OPENSTACK_USER_ID',
      needed: true,
      purpose: { en: 'the API user’s id', ja: 'API ユーザーの ID' },
    },
    {
      name: 'OPENSTACK_PASSWORD',
      needed: true,
      purpose: { en: 'its password', ja: 'そのパスワード' },
    },
    {
      name: 'OPENSTACK_TENANT_ID',
      needed: true,
      purpose: { en: 'the tenant’s id', ja: 'テナント ID' },
    },
    { name: 'OS_USER_ID', needed: false, purpose: openStack },
    { name: 'OS_PASSWORD', needed: false, purpose: openStack },
    { name: 'OS_PROJECT_ID', needed: false, purpose: openStack },
  ],
  permission: {
    en: 'an API user; ConoHa has none that can only read',
    ja: 'API ユーザー(読み取り専用のものはありません)',
  },
};
