import * as z from 'zod';
import { exactlyOneOf, numericId, type ProviderSchema, text } from '../schema.ts';
import { zoneForm } from './zone.ts';

/** A disk, archives by the start of their name, or a database appliance in a zone of Sakura Cloud. */
export const schema: ProviderSchema = {
  target: exactlyOneOf(
    z.strictObject({
      zone: z.string().regex(zoneForm, 'is1a').optional(),
      disk: numericId('113300000002').optional(),
      archive: text.optional(),
      database: numericId('113300000003').optional(),
    }),
    'disk',
    'archive',
    'database',
  ),
  variables: [
    {
      name: 'SAKURA_ACCESS_TOKEN',
      needed: true,
      purpose: { en: 'an API key’s access token', ja: 'API キーのアクセストークン' },
    },
    {
      name: 'SAKURA_ACCESS_TOKEN_SECRET',
      needed: true,
      purpose: { en: 'its secret', ja: 'そのアクセストークンシークレット' },
    },
    {
      name: 'SAKURACLOUD_ACCESS_TOKEN',
      needed: false,
      purpose: { en: 'the same, by its earlier name', ja: '同じもの(以前の変数名)' },
    },
    {
      name: 'SAKURACLOUD_ACCESS_TOKEN_SECRET',
      needed: false,
      purpose: { en: 'the same, by its earlier name', ja: '同じもの(以前の変数名)' },
    },
    {
      name: 'SAKURA_ZONE',
      needed: false,
      isOpen: true,
      purpose: {
        en: 'the zone, where the ledger names none (or SAKURACLOUD_ZONE)',
        ja: '台帳にゾーンを書かない場合のゾーン(SAKURACLOUD_ZONE も可)',
      },
    },
    {
      name: 'SAKURACLOUD_ZONE',
      needed: false,
      isOpen: true,
      purpose: { en: 'the same, by its earlier name', ja: '同じもの(以前の変数名)' },
    },
  ],
  permission: {
    en: 'an API key with the access level “View resources”',
    ja: 'アクセスレベルが「リソース閲覧」の API キー',
  },
};
