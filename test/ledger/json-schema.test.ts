import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { ledgerJsonSchema } from '../../src/ledger/json-schema.ts';
import { parseLedger } from '../../src/ledger/parse.ts';
import { providerKeys, providerNames } from '../../src/ledger/providers.ts';
import { branchesOf, noteOf } from '../../src/ledger/schema/key.ts';
import { Ledger } from '../../src/ledger/schema.ts';
import { providers } from '../../src/providers/registry.ts';
import { ruleNames } from '../../src/rules/index.ts';
import { forms } from '../../src/text/values.ts';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const schema = ledgerJsonSchema();
const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);
const errorsOf = (text: string) => {
  validate(parse(text));
  return validate.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`) ?? [];
};
const isRead = (text: string) =>
  parseLedger(Buffer.from(text), { file: 'ledger.yml', now: '2026-11-23T00:00:00Z', ruleNames }).ok;
const minimal = 'version: 1\nsite: { name: A, url: "https://a.example/" }\n';

test.each(['examples/ja/ledger.yml', 'fixtures/ledgers/all-keys.yml'])('%s is valid', (file) => {
  expect(errorsOf(read(file))).toEqual([]);
  expect(isRead(read(file))).toBe(true);
});

describe('accepts and refuses as the reader does', () => {
  test.each([
    ['nothing but what is required', minimal],
    ['a day for all entrances', `${minimal}entrance: { common: { verified: 2026-11-02 } }\n`],
    ['a day in common', `${minimal}access: { common: { verified: 2026-01-02 } }\n`],
    ['hours of one digit', `${minimal}contacts: { a: { hours: "Mon-Fri 9:00-18:00" } }\n`],
    ['an unknown value', `${minimal}rollback: { takes: unknown }\n`],
    ['an unknown section', `${minimal}rollback: unknown\n`],
    ['a section that does not exist', `${minimal}entrance: { cdn: { none: "no CDN" } }\n`],
    ['a value that does not exist', `${minimal}restore: { backups: { none: "static site" } }\n`],
    ['an unknown entry of a list', `${minimal}rollback: { when: [unknown, "down"] }\n`],
    ['the last stop of a route', `${minimal}first-contact: { route: [{ none: "nobody at night" }] }\n`],
    ['an unknown stop of a route', `${minimal}first-contact: { route: [unknown] }\n`],
    ['an unknown span in a list', `${minimal}incidents: [unknown]\n`],
    ['an unknown window', `${minimal}contacts: { a: { hours: [unknown, Mon-Fri 09:00-18:00] } }\n`],
    [
      'an unknown key of a provider',
      `${minimal}reality: { backups: { a: { provider: s3, bucket: unknown } } }\n`,
    ],
  ])('%s', (_name, text) => {
    expect(errorsOf(text)).toEqual([]);
    expect(isRead(text)).toBe(true);
  });

  test.each([
    ['a mistyped key', `${minimal}rolback: {}\n`],
    ['a mistyped key further in', `${minimal}rollback: { take: 30m }\n`],
    ['a value that is none of the list', `${minimal}restore: { into: stagin }\n`],
    ['a site without its address', 'version: 1\nsite: { name: A }\n'],
    ['another version', 'version: 2\nsite: { name: A, url: "https://a.example/" }\n'],
    ['a wrong span', `${minimal}rollback: { takes: 30 minuten }\n`],
    ['no reason for none', `${minimal}entrance: { cdn: { none: "" } }\n`],
    ['an address that is a list', 'version: 1\nsite: { name: A, url: [1] }\n'],
    ['an unknown address', 'version: 1\nsite: { name: A, url: unknown }\n'],
    ['an address that does not exist', 'version: 1\nsite: { name: A, url: { none: "none yet" } }\n'],
    ['an unknown host of a claim', `${minimal}reality: { certificates: { a: { host: unknown } } }\n`],
    ['a record without a name', `${minimal}reality: { dns: [{ name: { none: "x" }, dnssec: signed }] }\n`],
    ['an unknown provider', `${minimal}reality: { backups: { a: { provider: unknown } } }\n`],
    ['no such provider', `${minimal}reality: { backups: { a: { provider: s33 } } }\n`],
    [
      'a key of another provider',
      `${minimal}reality: { backups: { a: { provider: aws-rds, bucket: b } } }\n`,
    ],
    [
      'a day seen by hand where a provider looks',
      `${minimal}reality: { backups: { a: { provider: s3, newest: 2026-11-02 } } }\n`,
    ],
    ['a day that is none', `${minimal}reviewed: 2026-13-02\n`],
    ['half a year', `${minimal}rollback: { takes: 1.5y }\n`],
    ['a size without a unit', `${minimal}reality: { backups: { a: { provider: s3, smallest: "50" } } }\n`],
    ['hours in another form', `${minimal}contacts: { a: { hours: "Mo-Fr 9-18" } }\n`],
    ['a blank reason', `${minimal}entrance: { cdn: { none: " " } }\n`],
    ['more beside none', `${minimal}entrance: { cdn: { none: "x", console: "y" } }\n`],
    ['a key that no provider has', `${minimal}reality: { backups: { a: { provider: s3, buket: b } } }\n`],
  ])('%s', (_name, text) => {
    expect(errorsOf(text)).not.toEqual([]);
    expect(isRead(text)).toBe(false);
  });
});

test.each(providerNames)('%s takes its own keys and no other', (provider) => {
  const keys = providerKeys(provider) ?? [];
  const text = (key: string) =>
    `${minimal}reality: { backups: { a: { provider: ${provider}, ${key}: ${key === 'newest' ? '2026-11-02' : 'a'} } } }\n`;
  const isNamedWrong = (error: string) => error.includes('property name must be valid');
  for (const key of keys) expect([key, errorsOf(text(key)).filter(isNamedWrong)]).toEqual([key, []]);
  const others = [...new Set(providerNames.flatMap((each) => providerKeys(each) ?? []))];
  for (const key of others.filter((each) => !keys.includes(each)))
    expect(errorsOf(text(key))).not.toEqual([]);
});

describe.each(Object.entries(providers).filter(([, { load }]) => load !== null))(
  'a backup of %s',
  (provider, { schema: own }) => {
    const written = (target: object) =>
      `${minimal}reality: ${JSON.stringify({ backups: { a: { provider, every: '24h', ...target } } })}\n`;

    test('is read, and is valid, with what it needs', async () => {
      const { cases } = await import(`../../fixtures/responses/${provider}/cases.ts`);
      const text = written(cases.target);
      expect(errorsOf(text)).toEqual([]);
      expect(isRead(text)).toBe(true);
    });

    test('is neither without a key that it needs', async () => {
      const { cases } = await import(`../../fixtures/responses/${provider}/cases.ts`);
      for (const key of Object.keys(own.target.shape)) {
        const { [key]: left, ...others } = cases.target as Record<string, unknown>;
        if (left === undefined || own.target.safeParse(others).success) continue;
        expect([key, isRead(written(others))]).toEqual([key, false]);
        expect([key, isRead(written({ ...others, [key]: 'unknown' }))]).toEqual([key, true]);
      }
    });
  },
);

describe('each key of the format', () => {
  interface Key {
    readonly path: string;
    readonly type: z.ZodType;
  }

  /** Every key, where several sections share one at each of its places. */
  function keysOf(type: z.core.$ZodType, here: string): Key[] {
    return branchesOf(type).flatMap((each): Key[] => {
      if (each instanceof z.ZodRecord) return keysOf(each.valueType, `${here}.*`);
      if (each instanceof z.ZodArray) return keysOf(each.element, `${here}[]`);
      if (!(each instanceof z.ZodObject)) return [];
      return Object.entries<z.ZodType>(each.shape).flatMap(([key, value]) => {
        const path = here === '' ? key : `${here}.${key}`;
        return [{ path, type: value }, ...keysOf(value, path)];
      });
    });
  }
  const keys = keysOf(Ledger, '');

  /** Whether a ledger's plain values hold the key; what several sections share may stand in any of them. */
  function holds(value: unknown, parts: readonly string[]): boolean {
    const [first, ...rest] = parts;
    if (first === undefined) return true;
    if (typeof value !== 'object' || value === null) return false;
    if (first === '*') return Object.values(value).some((each) => holds(each, rest));
    return Object.hasOwn(value, first) && holds((value as Record<string, unknown>)[first], rest);
  }
  const alike: readonly (readonly [RegExp, string])[] = [
    [/^entrance\.[^.]+\./, 'access.*.'],
    [/^decisions\.[^.]+\./, 'decisions.*.'],
    [/^evidence\.logs\.[^.]+\./, 'evidence.logs.*.'],
  ];
  const ledgers = ['fixtures/ledgers/all-keys.yml', 'examples/ja/ledger.yml'].map((file) =>
    parse(read(file)),
  );

  test('says what it is for, in both languages', () => {
    expect(keys.length).toBeGreaterThan(250);
    const silent = keys.filter(({ type }) => {
      const { en = '', ja = '' } = noteOf(type);
      return !/[a-z]/.test(en) || !/[\u3041-\u30ff\u4e00-\u9fff]/.test(ja);
    });
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  test('has an example, a form with examples or a closed list, where it is no mapping and no list of them', () => {
    const isPlain = (type: z.core.$ZodType): boolean =>
      branchesOf(type).some((each) =>
        each instanceof z.ZodArray
          ? isPlain(each.element)
          : !(
              each instanceof z.ZodObject ||
              each instanceof z.ZodRecord ||
              each instanceof z.ZodEnum ||
              each instanceof z.ZodLiteral ||
              each instanceof z.ZodBoolean
            ),
      );
    const hasForm = (type: z.core.$ZodType): boolean =>
      forms.get(type) !== undefined ||
      ('innerType' in type._zod.def && hasForm(type._zod.def.innerType as z.core.$ZodType));
    const bare = keys.filter(
      ({ path, type }) =>
        isPlain(type) &&
        noteOf(type).examples === undefined &&
        !hasForm(type) &&
        // Its list is that of the providers.
        path !== 'reality.backups.*.provider',
    );
    expect(bare.map(({ path }) => path)).toEqual([]);
  });

  test('has no example that its type refuses', () => {
    const refused = keys.flatMap(({ path, type }) =>
      (noteOf(type).examples ?? [])
        .filter((each) => !type.safeParse(each).success)
        .map((each) => ({ path, each })),
    );
    expect(refused).toEqual([]);
  });

  test('stands in one of the complete ledgers', () => {
    const missing = keys.filter(({ path }) => {
      const [from, to] = alike.find(([pattern]) => pattern.test(path)) ?? [];
      const known = from === undefined ? path : path.replace(from, to!);
      const parts = known.replaceAll('[]', '.*').split('.');
      return !ledgers.some((ledger) => holds(ledger, parts));
    });
    expect(missing.map(({ path }) => path)).toEqual([]);
  });

  test('is seen by these tests, and one that was forgotten is named', () => {
    const forgotten = z.strictObject({ sub: z.strictObject({ forgotten: z.string().optional() }) });
    expect(keysOf(forgotten, '').map(({ path, type }) => [path, noteOf(type)])).toEqual([
      ['sub', {}],
      ['sub.forgotten', {}],
    ]);
    expect(keys.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        'reality.dns[].ttl-at-most',
        'access.*.mfa.held-by',
        'contacts.*.channels[].see',
      ]),
    );
  });
});

describe('one key of several, as the reader has it', () => {
  test.each([
    ['none of them', 'provider: aws-backup, region: us-east-1'],
    ['one', 'provider: aws-backup, region: us-east-1, vault: example-vault'],
    ['the other', 'provider: digitalocean, volume: 506f78a4-e098-11e5-ad9f-000f53306ae1'],
    ['an unknown one', 'provider: aws-backup, region: us-east-1, vault: unknown'],
    ['an unknown one beside another', 'provider: aws-rds, region: us-east-1, instance: unknown, cluster: c'],
    ['two', 'provider: digitalocean, droplet: 123, volume: 506f78a4-e098-11e5-ad9f-000f53306ae1'],
  ])('%s', (_name, entry) => {
    const text = `${minimal}reality: { backups: { a: { ${entry} } } }\n`;
    expect([entry, errorsOf(text).length === 0]).toEqual([entry, isRead(text)]);
  });
});
