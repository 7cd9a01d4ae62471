import type { ProviderVariable } from '../schema.ts';

/** The variables of Google Cloud's own tools, for the schemas of this family. */
export const googleVariables: readonly ProviderVariable[] = [
  {
    name: 'CLOUDSDK_AUTH_ACCESS_TOKEN',
    needed: true,
    purpose: {
      en: 'an access token; not needed with the file below, nor with `role`',
      ja: 'アクセストークン。下のファイルか `role` があれば不要',
    },
  },
  {
    name: 'GOOGLE_APPLICATION_CREDENTIALS',
    needed: false,
    // A path, no secret.
    isOpen: true,
    purpose: {
      en: 'the path of a credentials file: a service account’s key, or what google-github-actions/auth writes',
      ja: '認証情報ファイルのパス。サービスアカウントのキー、または google-github-actions/auth が作るファイル',
    },
  },
];
