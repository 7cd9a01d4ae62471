import * as z from 'zod';
import { project } from '../google/target.ts';
import { googleVariables } from '../google/variables.ts';
import type { ProviderSchema } from '../schema.ts';

/** An instance of Cloud SQL. */
export const schema: ProviderSchema = {
  target: z.strictObject({
    project,
    // https://cloud.google.com/sql/docs/mysql/instance-settings
    instance: z.string().regex(/^[a-z](?:[a-z0-9-]{0,96}[a-z0-9])?$/, 'example-db'),
  }),
  variables: googleVariables,
  permission: {
    en: '`cloudsql.instances.get` and `cloudsql.backupRuns.list` in the project',
    ja: 'プロジェクトに対する `cloudsql.instances.get` と `cloudsql.backupRuns.list`',
  },
};
