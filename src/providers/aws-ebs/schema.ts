import * as z from 'zod';
import { region } from '../aws/target.ts';
import { awsVariables } from '../aws/variables.ts';
import type { ProviderSchema } from '../schema.ts';

/** A volume of EC2's block store. */
export const schema: ProviderSchema = {
  target: z.strictObject({
    region,
    volume: z.string().regex(/^vol-[0-9a-f]{8,17}$/, 'vol-0a1b2c3d4e5f60718'),
  }),
  variables: awsVariables,
  permission: { en: '`ec2:DescribeSnapshots`', ja: '`ec2:DescribeSnapshots`' },
};
