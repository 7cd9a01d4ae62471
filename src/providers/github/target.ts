import * as z from 'zod';
import type { ProviderVariable } from '../schema.ts';

/** `owner/name`; the run's own repository where the ledger names none. */
export const repository = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,38}\/(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/, 'example/site')
  .optional();

/** The variables of GitHub's command line, in the order in which it takes them. */
export const tokenVariables: readonly ProviderVariable[] = [
  {
    name: 'GH_TOKEN',
    needed: false,
    purpose: {
      en: 'a token that may read another repository; the run’s own is read with the run’s token',
      ja: '別のリポジトリを読めるトークン(実行中のリポジトリは、実行に付くトークンで読みます)',
    },
  },
  {
    name: 'GITHUB_TOKEN',
    needed: false,
    purpose: { en: 'the same, where `GH_TOKEN` is not set', ja: '`GH_TOKEN` がない場合に使います' },
  },
];
