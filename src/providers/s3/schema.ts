import * as z from 'zod';
import { awsVariables } from '../aws/variables.ts';
import { choiceKeys } from '../files/choice.ts';
import type { ProviderSchema } from '../schema.ts';

/** A place in an object store that speaks the S3 protocol. Without `endpoint` it is AWS's. */
export const schema: ProviderSchema = {
  target: z.strictObject({
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html; other stores allow no more.
    bucket: z.string().regex(/^[a-z0-9](?:[a-z0-9.-]{1,61}[a-z0-9])$/, 'example-backups'),
    region: z
      .string()
      .regex(/^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?$/, 'ap-northeast-1')
      .optional(),
    endpoint: z
      .string()
      .regex(/^https:\/\/[a-z0-9.-]+(?::\d{1,5})?\/?$/i, 'https://s3.example.com')
      .optional(),
    ...choiceKeys,
  }),
  variables: awsVariables,
  permission: { en: '`s3:ListBucket` on the bucket', ja: 'バケットに対する `s3:ListBucket`' },
};
