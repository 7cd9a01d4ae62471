import * as z from 'zod';
import { choiceKeys } from '../files/choice.ts';
import type { ProviderSchema } from '../schema.ts';

/** A place in a container of an Azure storage account. */
export const schema: ProviderSchema = {
  target: z.strictObject({
    // https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules
    'account-name': z.string().regex(/^[a-z0-9]{3,24}$/, 'examplebackups'),
    container: z.string().regex(/^(?=.{3,63}$)[a-z0-9]+(?:-[a-z0-9]+)*$/, 'backups'),
    ...choiceKeys,
  }),
  variables: [
    {
      name: 'AZURE_STORAGE_SAS_TOKEN',
      needed: false,
      purpose: { en: 'a shared access signature that may list', ja: '一覧だけを許す SAS トークン' },
    },
    {
      name: 'AZURE_STORAGE_KEY',
      needed: false,
      purpose: { en: 'a key of the storage account', ja: 'ストレージアカウントのキー' },
    },
    {
      name: 'AZURE_CLIENT_ID',
      needed: false,
      isOpen: true,
      purpose: {
        en: 'the application that trusts this repository',
        ja: 'このリポジトリを信頼するアプリのID',
      },
    },
    {
      name: 'AZURE_TENANT_ID',
      needed: false,
      isOpen: true,
      purpose: { en: 'the directory of that application', ja: 'そのアプリのテナントID' },
    },
  ],
  permission: {
    en: '`Storage Blob Data Reader` on the container, or a SAS with `sp=l`',
    ja: 'コンテナーに対する `Storage Blob Data Reader`、または `sp=l` の SAS',
  },
};
