import * as z from 'zod';
import { region } from '../aws/target.ts';
import { awsVariables } from '../aws/variables.ts';
import { exactlyOneOf, type ProviderSchema } from '../schema.ts';

// https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html#RDS_Limits.Constraints
const identifier = (example: string) => z.string().regex(/^(?=.{1,63}$)[A-Za-z](?:-?[A-Za-z0-9])*$/, example);

/** A DB instance of RDS, or a cluster of Aurora (or a Multi-AZ one). */
export const schema: ProviderSchema = {
  target: exactlyOneOf(
    z.strictObject({
      region,
      instance: identifier('example-db').optional(),
      cluster: identifier('example-cluster').optional(),
    }),
    'instance',
    'cluster',
  ),
  variables: awsVariables,
  permission: {
    en: '`rds:DescribeDBInstances`, `rds:DescribeDBSnapshots`; of a cluster `rds:DescribeDBClusters`, `rds:DescribeDBClusterSnapshots`',
    ja: '`rds:DescribeDBInstances` と `rds:DescribeDBSnapshots`(クラスターの場合は `rds:DescribeDBClusters` と `rds:DescribeDBClusterSnapshots`)',
  },
};
