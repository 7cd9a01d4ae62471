import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type * as z from 'zod';
import { utf8Text } from '../text/utf8.ts';

// What our hidden comments hold: base64 proper, whose alphabet has no dash, so that nothing in it can end a comment.
// Anybody who may edit an issue may write into them: what is read is a claim, bounded in size and judged by a schema.

export function encode(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}

/** The text that was encoded; null where it is none. */
export function decode(text: string): string | null {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? utf8Text(bytes) : null;
}

export function pack(state: unknown): string {
  return deflateRawSync(JSON.stringify(state), { level: 9 }).toString('base64');
}

/** The state that was packed, where it keeps the schema and inflates to no more than `mostBytes`; else null. */
export function unpack<T>(text: string, schema: z.ZodType<T>, mostBytes: number): T | null {
  try {
    const json = inflateRawSync(Buffer.from(text, 'base64'), { maxOutputLength: mostBytes });
    const read = schema.safeParse(JSON.parse(json.toString('utf8')));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
