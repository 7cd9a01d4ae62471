import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import type { ProviderSchema } from '../schema.ts';

/** A JSON Pointer, RFC 6901. */
const pointer = (example: string) => z.string().regex(/^(?:\/(?:[^/~]|~[01])*)*$/, example);

const words = z.array(z.union([z.string(), z.number(), z.boolean()])).min(1);

/** A zone that a time without one is in: a name, or an offset. */
const zone = z.string().superRefine((name, context) => {
  if (isZone(name)) return;
  context.addIssue({
    code: 'invalid_format',
    format: 'regex',
    pattern: '',
    input: name,
    message: 'Asia/Tokyo',
  });
});

function isZone(name: string): boolean {
  try {
    Temporal.PlainDateTime.from('2026-01-01T00:00').toZonedDateTime(name);
    return true;
  } catch {
    return false;
  }
}

/** A JSON document that says of one backup, or of several in a list, when it was made. */
export const schema: ProviderSchema = {
  target: z
    .strictObject({
      url: z
        .string()
        .regex(/^https:\/\/[a-z0-9.-]+(?::\d{1,5})?(?:[/?][^\s#]*)?$/i, 'https://backup.example.com/status'),
      list: pointer('/backups').optional(),
      time: pointer('/last/finished'),
      'time-format': z.enum(['auto', 'iso', 'seconds', 'milliseconds']).optional(),
      zone: zone.optional(),
      status: pointer('/last/state').optional(),
      good: words.optional(),
      failed: words.optional(),
      running: words.optional(),
      size: pointer('/last/bytes').optional(),
    })
    .superRefine((value, context) => {
      const needs = (key: 'status' | 'good' | 'failed' | 'running', other: 'status' | 'good') => {
        if (value[key] === undefined || value[other] !== undefined) return;
        context.addIssue({ code: 'custom', path: [key], params: { problem: 'needs', key, needs: [other] } });
      };
      needs('status', 'good');
      for (const key of ['good', 'failed', 'running'] as const) needs(key, 'status');
    }),
  variables: [],
  permission: {
    en: 'a header for this host in the input `credentials`, if it asks for one',
    ja: '確認先が認証を求める場合は、入力 `credentials` に書いたこのホスト用のヘッダー',
  },
};
