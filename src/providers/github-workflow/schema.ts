import * as z from 'zod';
import { repository, tokenVariables } from '../github/target.ts';
import { type ProviderSchema, text } from '../schema.ts';

/** A workflow that makes backups, by the name of its file. */
export const schema: ProviderSchema = {
  target: z.strictObject({
    repository,
    workflow: z.string().regex(/^[A-Za-z0-9_-][A-Za-z0-9._-]*\.ya?ml$/, 'backup.yml'),
    branch: text.optional(),
  }),
  variables: tokenVariables,
  permission: { en: '`actions: read`', ja: '`actions: read`' },
};
