import * as z from 'zod';
import { Day } from '../../text/values.ts';
import { type ProviderSchema, text } from '../schema.ts';

/** Nobody to ask: a person saw the newest backup, on this day, and says where. */
export const schema: ProviderSchema = {
  target: z.strictObject({ newest: Day.optional(), evidence: text.optional() }),
  variables: [],
  permission: { en: 'none: nothing is asked', ja: '不要(問い合わせ先がないため)' },
};
