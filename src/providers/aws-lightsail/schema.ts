import * as z from 'zod';
import { region } from '../aws/target.ts';
import { awsVariables } from '../aws/variables.ts';
import { exactlyOneOf, type ProviderSchema } from '../schema.ts';

// https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetAutoSnapshots.html
const resource = (example: string) =>
  z
    .string()
    .regex(/^\w[\w-]{0,253}\w$/, example)
    .optional();

/** An instance, a disk or a database of Lightsail. */
export const schema: ProviderSchema = {
  target: exactlyOneOf(
    z.strictObject({
      region,
      instance: resource('example-wordpress'),
      disk: resource('example-disk'),
      database: resource('example-db'),
    }),
    'instance',
    'disk',
    'database',
  ),
  variables: awsVariables,
  permission: {
    en: '`lightsail:GetAutoSnapshots` and `lightsail:GetInstanceSnapshots` (or `GetDiskSnapshots`); of a database `lightsail:GetRelationalDatabase` and `lightsail:GetRelationalDatabaseSnapshots`',
    ja: '`lightsail:GetAutoSnapshots` と `lightsail:GetInstanceSnapshots`(ディスクなら `GetDiskSnapshots`)。データベースなら `lightsail:GetRelationalDatabase` と `lightsail:GetRelationalDatabaseSnapshots`',
  },
};
