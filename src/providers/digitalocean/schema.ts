import * as z from 'zod';
import { exactlyOneOf, numericId, type ProviderSchema, uuid } from '../schema.ts';

/** A Droplet, a volume or a database cluster of DigitalOcean, by its id. */
export const schema: ProviderSchema = {
  target: exactlyOneOf(
    z.strictObject({
      droplet: numericId('3164444').optional(),
      database: uuid('9cc10173-e9ea-4176-9dbc-a4cee4c4ff30').optional(),
      volume: uuid('7724db7c-e098-11e5-b522-000f53304e51').optional(),
    }),
    'droplet',
    'database',
    'volume',
  ),
  variables: [
    {
      name: 'DIGITALOCEAN_ACCESS_TOKEN',
      needed: true,
      purpose: { en: 'a personal access token', ja: 'パーソナルアクセストークン' },
    },
    {
      name: 'DIGITALOCEAN_TOKEN',
      needed: false,
      purpose: { en: 'the same, where the one above is not set', ja: '上の変数がない場合に読むトークン' },
    },
  ],
  permission: {
    en: 'a token with the scope `droplet:read`; of a volume `block_storage_snapshot:read`, of a database `database:read`',
    ja: 'スコープ `droplet:read` のトークン(ボリュームなら `block_storage_snapshot:read`、データベースなら `database:read`)',
  },
};
