import { schema as s3 } from '../s3/schema.ts';
import type { ProviderSchema } from '../schema.ts';

/** A repository of restic in an object store, as `s3` reaches one; `prefix` is where the repository begins. */
export const schema: ProviderSchema = {
  target: s3.target.omit({ suffix: true, pattern: true, series: true }),
  variables: s3.variables,
  permission: s3.permission,
};
