import fc from 'fast-check';
import { runsOf } from './runs.ts';

/** How many broken messages of each kind are read. */
export const runs = runsOf(10_000, 1000);

/** A good message, broken: bytes changed, cut, doubled, or something put between. */
export function broken(good: readonly Uint8Array[]): fc.Arbitrary<Buffer> {
  const edit = fc.record({
    at: fc.nat(),
    how: fc.constantFrom('set', 'cut', 'drop', 'double', 'insert'),
    length: fc.integer({ min: 1, max: 64 }),
    bytes: fc.uint8Array({ maxLength: 16 }),
  });
  return fc
    .tuple(fc.constantFrom(...good), fc.array(edit, { minLength: 1, maxLength: 6 }))
    .map(([start, edits]) => {
      let message = Buffer.from(start);
      for (const { at, how, length, bytes } of edits) {
        const place = message.length === 0 ? 0 : at % message.length;
        const rest = message.subarray(place);
        if (how === 'set') {
          message = Buffer.from(message);
          Buffer.from(bytes).copy(message, place);
        } else if (how === 'cut') message = message.subarray(0, place);
        else if (how === 'drop') message = Buffer.concat([message.subarray(0, place), rest.subarray(length)]);
        else if (how === 'double') message = Buffer.concat([message, rest.subarray(0, length)]);
        else message = Buffer.concat([message.subarray(0, place), Buffer.from(bytes), rest]);
      }
      return message;
    });
}
