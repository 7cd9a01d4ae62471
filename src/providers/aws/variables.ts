import type { ProviderVariable } from '../schema.ts';

/** The variables of AWS's own tools, for the schemas of this family. */
export const awsVariables: readonly ProviderVariable[] = [
  {
    name: 'AWS_ACCESS_KEY_ID',
    needed: true,
    purpose: {
      en: 'the access key’s id; not needed with `role`',
      ja: 'アクセスキーのID(`role` があれば不要)',
    },
  },
  {
    name: 'AWS_SECRET_ACCESS_KEY',
    needed: true,
    purpose: {
      en: 'the access key’s secret; not needed with `role`',
      ja: 'アクセスキーのシークレット(`role` があれば不要)',
    },
  },
  {
    name: 'AWS_SESSION_TOKEN',
    needed: false,
    purpose: { en: 'goes with keys that last for a session', ja: '一時的なキーに付くトークン' },
  },
  {
    name: 'AWS_REGION',
    needed: false,
    isOpen: true,
    purpose: {
      en: 'the region, where the ledger names none',
      ja: '台帳にリージョンを書かない場合のリージョン',
    },
  },
  {
    name: 'AWS_DEFAULT_REGION',
    needed: false,
    isOpen: true,
    purpose: {
      en: 'the same, as the AWS CLI calls it; read where AWS_REGION is not set',
      ja: '同上(AWS CLI での名前)。AWS_REGION がない場合に読みます',
    },
  },
];
