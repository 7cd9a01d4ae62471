import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Clock } from '../../src/edge/clock.ts';
import type { Edge } from '../../src/edge/edge.ts';
import { ProbeFailure } from '../../src/edge/failure.ts';
import { openScrubber } from '../../src/edge/scrubber.ts';
import { observeAll, type PlannedCheck } from '../../src/probes/observe.ts';

const edge = {} as Edge;

/** A clock that only moves when somebody waits; it keeps what was waited for. */
function standingClock(): Clock & { readonly waits: number[] } {
  let now = 0;
  const waits: number[] = [];
  return {
    waits,
    now: () => Temporal.Instant.fromEpochMilliseconds(now),
    elapsedMs: () => now,
    wait: async (ms, signal) => {
      signal.throwIfAborted();
      waits.push(ms);
      now += ms;
    },
  };
}

function planned(
  subject: string,
  look: (attempt: number, signal: AbortSignal) => unknown,
  needsConfirmation = (_fact: unknown) => false,
): PlannedCheck {
  let attempt = 0;
  return {
    check: { probe: 'endpoint', subject, path: [], claim: {} },
    probe: {
      name: 'endpoint',
      part: 'endpoints',
      rules: [],
      needs: null,
      plan: () => [],
      observe: async (_claim, _edge, signal) => {
        attempt += 1;
        return { fact: await look(attempt, signal), from: '192.0.2.1' };
      },
      needsConfirmation: (_claim, fact) => needsConfirmation(fact),
      unseen: () => [],
      judge: () => [],
      deadlines: () => [],
    },
  };
}

function observe(plan: PlannedCheck[], changes: Partial<Parameters<typeof observeAll>[1]> = {}) {
  return observeAll(plan, {
    edge,
    scrubber: openScrubber(),
    clock: standingClock(),
    retryWaitsMs: [5000, 30_000],
    deadlineMs: 60_000,
    concurrency: 10,
    signal: new AbortController().signal,
    ...changes,
  });
}

const failing = (code: ConstructorParameters<typeof ProbeFailure>[0]) => () => {
  throw new ProbeFailure(code);
};

describe('confirmation', () => {
  it('believes a look that went well at once', async () => {
    const clock = standingClock();
    const [seen] = await observe([planned('a', () => 'fine')], { clock });
    expect(seen).toMatchObject({ attempts: 1, outcome: { type: 'seen', fact: 'fine' }, from: '192.0.2.1' });
    expect(clock.waits).toEqual([]);
  });
  it('reports a failure only when the last try failed too', async () => {
    const clock = standingClock();
    const [down] = await observe([planned('a', failing('timeout'))], { clock });
    expect(down).toMatchObject({ attempts: 3, outcome: { type: 'failed', failure: { code: 'timeout' } } });
    expect(clock.waits).toEqual([5000, 30_000]);
  });
  it('believes the try that went well', async () => {
    const look = (attempt: number) => (attempt < 3 ? failing('refused')() : 'back');
    const [back] = await observe([planned('a', look)]);
    expect(back).toMatchObject({ attempts: 3, outcome: { type: 'seen', fact: 'back' }, durationMs: 35_000 });
  });
  it('tries a doubtful answer again and believes the last one', async () => {
    const look = (attempt: number) => (attempt === 1 ? 503 : 200);
    const [answer] = await observe([planned('a', look, (fact) => fact === 503)]);
    expect(answer).toMatchObject({ attempts: 2, outcome: { fact: 200 } });
  });
  it('does not try again what cannot end otherwise', async () => {
    const [blocked] = await observe([planned('a', failing('blocked'))]);
    expect(blocked!.attempts).toBe(1);
  });
});

describe('one fault never stops the others', () => {
  it('keeps a crash apart from a failure, and tells the rest', async () => {
    const broken = planned('broken', () => {
      throw new TypeError('a fault of ours');
    });
    const observations = await observe([
      broken,
      planned('fine', () => 1),
      planned('down', failing('refused')),
    ]);
    expect(observations.map(({ check, outcome }) => [check.subject, outcome.type])).toEqual([
      ['broken', 'crashed'],
      ['fine', 'seen'],
      ['down', 'failed'],
    ]);
  });
});

it('what this machine has run out of is no fault in our code: tried again, then not known', async () => {
  const exhausted = () => {
    throw Object.assign(new Error('EMFILE: too many open files'), { code: 'EMFILE' });
  };
  const [seen] = await observe([planned('a', exhausted)]);
  expect(seen).toMatchObject({
    attempts: 3,
    outcome: { type: 'failed', failure: { code: 'local-fault', detail: 'EMFILE' } },
  });
});

describe('the deadline', () => {
  it('turns what was not seen by then into a failure, also of a probe that heeds no signal', async () => {
    const deaf = planned('deaf', () => new Promise(() => {}));
    const observations = await observe([deaf, planned('quick', () => 1)], { deadlineMs: 20 });
    expect(
      observations.map(({ outcome }) => (outcome.type === 'failed' ? outcome.failure.code : 'seen')),
    ).toEqual(['deadline', 'seen']);
  });
  it('covers what had not begun', async () => {
    const plan = [planned('deaf', () => new Promise(() => {})), planned('waiting', () => 1)];
    const observations = await observe(plan, { deadlineMs: 20, concurrency: 1 });
    expect(observations[1]).toMatchObject({ attempts: 0, outcome: { failure: { code: 'deadline' } } });
  });
});

describe('stopping', () => {
  it('rejects with the reason of the signal', async () => {
    const stop = new AbortController();
    const running = observe([planned('deaf', () => new Promise(() => {}))], { signal: stop.signal });
    stop.abort(new Error('stopped'));
    await expect(running).rejects.toThrow('stopped');
  });
});

describe('concurrency', () => {
  it('never runs more looks than allowed, and gives the place back while waiting', async () => {
    let running = 0;
    let most = 0;
    const look = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise(setImmediate);
      running -= 1;
      throw new ProbeFailure('timeout');
    };
    const plan = Array.from({ length: 20 }, (_, index) => planned(`${index}`, look));
    await observe(plan, { concurrency: 3 });
    expect(most).toBe(3);
  });
});
