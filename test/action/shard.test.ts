import { describe, expect, test } from 'vitest';
import { isInShard } from '../../src/action/shard.ts';
import { secretAddress, shard } from '../../src/check/forms.ts';
import { InputProblem } from '../../src/edge/options.ts';

const files = Array.from({ length: 200 }, (_, index) => `sites/site-${index}/ledger.yml`);

describe('a shard', () => {
  test('takes each ledger once, and all shards together take all', () => {
    for (const parts of [1, 2, 7]) {
      const taken = files.map(
        (file) =>
          Array.from({ length: parts }, (_, index) => isInShard(file, { part: index + 1, parts })).filter(
            Boolean,
          ).length,
      );
      expect(new Set(taken)).toEqual(new Set([1]));
    }
  });

  test('is of about the same size as the others', () => {
    const sizes = [1, 2, 3, 4].map(
      (part) => files.filter((file) => isInShard(file, { part, parts: 4 })).length,
    );
    for (const size of sizes) expect(size).toBeGreaterThan(25);
  });

  test.each(['0/2', '3/2', '1', 'a/b', '1/0'])('%s is none', (text) => {
    expect(() => shard.read(text, 'shard')).toThrow(InputProblem);
  });
});

test('a secret address that is none is not repeated', () => {
  try {
    secretAddress.read('hunter2', 'heartbeat-url');
    expect.unreachable();
  } catch (error) {
    expect(JSON.stringify(error) + String(error)).not.toContain('hunter2');
  }
});
