import * as z from 'zod';
import { region } from '../aws/target.ts';
import { awsVariables } from '../aws/variables.ts';
import { exactlyOneOf, type ProviderSchema } from '../schema.ts';

/** What AWS Backup keeps in one vault, or of one resource in whichever vault. */
export const schema: ProviderSchema = {
  target: exactlyOneOf(
    z.strictObject({
      region,
      // https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CreateBackupVault.html
      vault: z
        .string()
        .regex(/^[A-Za-z0-9_-]{2,50}$/, 'example-vault')
        .optional(),
      resource: z
        .string()
        .regex(
          /^arn:aws(?:-[a-z]+)*:[a-z0-9-]+:[a-z0-9-]*:(?:\d{12})?:[A-Za-z0-9_./:-]{1,255}$/,
          'arn:aws:rds:ap-northeast-1:123456789012:db:example-db',
        )
        .optional(),
    }),
    'vault',
    'resource',
  ),
  variables: awsVariables,
  permission: {
    en: '`backup:ListBackupJobs`, and `backup:ListRecoveryPointsByBackupVault` of a vault or `backup:ListRecoveryPointsByResource` of a resource',
    ja: '`backup:ListBackupJobs` と、ボールトなら `backup:ListRecoveryPointsByBackupVault`、リソースなら `backup:ListRecoveryPointsByResource`',
  },
};
