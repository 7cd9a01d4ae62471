import * as z from 'zod';
import { choiceKeys } from '../files/choice.ts';
import { project } from '../google/target.ts';
import { googleVariables } from '../google/variables.ts';
import type { ProviderSchema } from '../schema.ts';

/** A place in a bucket of Google Cloud Storage. */
export const schema: ProviderSchema = {
  target: z.strictObject({
    // https://cloud.google.com/storage/docs/buckets#naming
    bucket: z.string().regex(/^[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]$/, 'example-backups'),
    ...choiceKeys,
    // Who pays, where the bucket's owner does not.
    project: project.optional(),
  }),
  variables: googleVariables,
  permission: {
    en: '`storage.objects.list` on the bucket',
    ja: 'バケットに対する `storage.objects.list`',
  },
};
