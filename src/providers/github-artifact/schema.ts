import * as z from 'zod';
import { repository, tokenVariables } from '../github/target.ts';
import { type ProviderSchema, text } from '../schema.ts';

/** What a workflow uploads under this name. */
export const schema: ProviderSchema = {
  target: z.strictObject({ repository, name: text, branch: text.optional() }),
  variables: tokenVariables,
  permission: { en: '`actions: read`', ja: '`actions: read`' },
};
