import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ProbeFailure } from '../../src/edge/failure.ts';
import { newestFirst } from '../../src/probes/backup/order.ts';
import type { Listing } from '../../src/providers/provider.ts';
import { providers } from '../../src/providers/registry.ts';
import {
  type Case,
  type Circumstances,
  type Exchange,
  type Expected,
  type ProviderCases,
  situations,
  type Trouble,
  troubles,
} from './cases.ts';
import { openVendor, type Script, type Vendor } from './vendor.ts';

// What every provider is held to, whoever wrote it: its vendor's own answers on loopback, asked through the program's
// own way to providers.

let vendor: Vendor;
beforeAll(async () => {
  vendor = await openVendor();
});
afterAll(() => vendor.close());

const asked = Object.entries(providers).filter(([, { load }]) => load !== null);
const brought = new Map<string, ProviderCases>();
for (const [name] of asked) {
  const { cases } = await import(`../../fixtures/responses/${name}/cases.ts`);
  brought.set(name, cases);
}

/** By provider, the variables of the environment that it read in any case. */
const read = new Map<string, Set<string>>();

type Asked = { readonly listing: Listing } | { readonly failure: ProbeFailure };

/** Asks the provider as a run would. Fails where a secret shows, or where the vendor got what it does not know. */
async function ask(
  name: string,
  cases: ProviderCases,
  circumstances: Circumstances,
  script: Omit<Script, 'provider' | 'now'>,
  account: string | null = null,
): Promise<Asked> {
  const { schema, load } = providers[name as keyof typeof providers];
  const { provider } = await load!();
  const target = schema.target.parse(circumstances.target);
  vendor.play({ ...script, provider: name, now: cases.now });
  const open = new Set(schema.variables.filter(({ isOpen }) => isOpen).map((each) => each.name));
  const way = {
    provider: name,
    account,
    open,
    written: writtenHosts(target),
    hosts: (edge: Parameters<typeof provider.hosts>[1]) => provider.hosts(target, edge),
  };
  const names = read.get(name) ?? new Set();
  read.set(name, names);
  const environment = new Proxy(circumstances.environment, {
    get(all, variable) {
      names.add(String(variable));
      return Reflect.get(all, variable);
    },
  });
  const { edge } = vendor.open({ ...circumstances, environment }, way, cases.now);
  let result: Asked;
  try {
    const wish = { keep: circumstances.keep ?? null };
    result = { listing: await provider.listRestorePoints(target, edge, new AbortController().signal, wish) };
  } catch (error) {
    if (!(error instanceof ProbeFailure)) throw error;
    result = { failure: error };
  }
  expect(vendor.unanswered, 'requests that the vendor does not know').toEqual([]);
  const shown = 'listing' in result ? JSON.stringify(result.listing) : `${result.failure.message}`;
  for (const secret of vendor.masked) {
    if (secret.length >= 12) expect(shown, 'a secret is in what the provider says').not.toContain(secret);
  }
  for (const [variable, value] of Object.entries(circumstances.environment)) {
    if (value !== '' && !open.has(variable))
      expect(shown.includes(value), `${variable} is in what the provider tells`).toBe(false);
  }
  return result;
}

function writtenHosts(target: Record<string, unknown>): ReadonlySet<string> {
  const urls = Object.values(target).filter((each) => typeof each === 'string' && URL.canParse(each));
  return new Set(urls.map((each) => new URL(each as string).hostname));
}

function requireExpected(result: Asked, expected: Expected): void {
  if ('failure' in expected) {
    const { failure: code, detail } = expected;
    expect(result).toMatchObject({ failure: detail === undefined ? { code } : { code, detail } });
    return;
  }
  if ('failure' in result) throw result.failure;
  const { points, ...rest } = expected;
  const { listing } = result;
  expect({ ...listing, points: newestFirst(listing.points) }).toMatchObject({ ...rest, points });
}

describe('the registry', () => {
  it('has a case of every situation for each provider, or says why there is none', () => {
    for (const [name, cases] of brought) {
      for (const situation of situations) {
        const each = cases.situations[situation];
        expect(each, `${name}: ${situation}`).toBeDefined();
        if ('because' in each) expect(each.because.length, `${name}: ${situation}`).toBeGreaterThan(10);
      }
    }
  });
});

describe.each(asked.map(([name]) => ({ name })))('$name', ({ name }) => {
  const cases = brought.get(name)!;
  const { schema } = providers[name as keyof typeof providers];
  const ok = cases.situations.ok as Case;
  const all = (each: Case): readonly Exchange[] => [...cases.session, ...each.exchanges];

  for (const situation of situations) {
    const each = cases.situations[situation];
    if (each === undefined || 'because' in each) continue;
    it(`is right in the situation: ${situation}`, async () => {
      requireExpected(await ask(name, cases, cases, { exchanges: all(each) }), each.expected);
    });
  }

  for (const [sentence, { exchanges, expected, ...other }] of Object.entries(cases.more ?? {})) {
    it(sentence, async () => {
      const circumstances = { ...cases, ...other };
      const script = { exchanges: [...exchanges, ...cases.session] };
      requireExpected(await ask(name, cases, circumstances, script), expected);
    });
  }

  const usual: { readonly [T in Trouble]: Expected } = {
    '401': { failure: 'unauthorized' },
    '403': { failure: 'unauthorized' },
    '404': cases.on404 ?? { failure: 'not-found' },
    '429': { failure: 'rate-limited' },
    '500': { failure: 'server-error' },
    html: { failure: 'response-unexpected' },
    truncated: { failure: 'reset' },
    slow: { failure: 'timeout' },
    huge: { failure: 'too-large' },
  };
  for (const kind of troubles) {
    const expected = cases.troubles?.[kind] ?? usual[kind];
    if ('because' in expected) continue;
    it(`never takes this for a listing: ${kind}`, async () => {
      const trouble = { of: ok.exchanges, kind };
      requireExpected(await ask(name, cases, cases, { exchanges: all(ok), trouble }), expected);
    });
    if (cases.session.length === 0 || kind === '404') continue;
    it(`never takes this for a session: ${kind}`, async () => {
      const trouble = { of: cases.session, kind };
      const result = await ask(name, cases, cases, { exchanges: all(ok), trouble });
      requireExpected(result, usual[kind]);
    });
  }

  it('asks once more where the vendor says when', async () => {
    const trouble = { of: all(ok), kind: '429', times: 1 } as const;
    requireExpected(await ask(name, cases, cases, { exchanges: all(ok), trouble }), ok.expected);
  });

  const needed = schema.variables.filter((each) => each.needed);
  if (needed.length > 0) {
    it('says which variable is missing, as it has to be set', async () => {
      for (const each of needed) {
        const environment = { ...cases.environment, [each.name]: '' };
        const result = await ask(name, cases, { ...cases, environment }, { exchanges: [] }, 'CLIENT_A');
        expect(result).toMatchObject({ failure: { code: 'credentials-missing' } });
        expect((result as { failure: ProbeFailure }).failure.detail).toContain(`CLIENT_A_${each.name}`);
      }
    });

    it('takes the variables of an account', async () => {
      requireExpected(await ask(name, cases, cases, { exchanges: all(ok) }, 'CLIENT_A'), ok.expected);
    });
  }

  it('names every variable that it read in all this', () => {
    const told = new Set(schema.variables.map((each) => each.name));
    // What the runner sets; the run's own token is read for every provider here.
    const own = [...(read.get(name) ?? [])].filter((each) => !/^ACTIONS_|^GITHUB_TOKEN$/.test(each));
    expect(own.filter((each) => !told.has(each))).toEqual([]);
    const given = Object.keys(cases.environment).filter((each) => !each.startsWith('ACTIONS_'));
    expect(given.filter((each) => !told.has(each))).toEqual([]);
  });
});
