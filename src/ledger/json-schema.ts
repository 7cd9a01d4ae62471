import * as z from 'zod';
import { providerNamed } from '../providers/registry.ts';
import { isMapping } from '../text/mapping.ts';
import { forms } from '../text/values.ts';
import { providerKeys, providerNames, sharedKeys } from './providers.ts';
import { branchesOf, noteOf, stepInto } from './schema/key.ts';
import { Backup, Ledger } from './schema.ts';

type Schema = Record<string, unknown>;

/** Said to be a hole, or said not to exist. A route's stop has a `none` of its own. */
const absence: readonly Schema[] = [{ $ref: '#/definitions/unknown' }, { $ref: '#/definitions/none' }];

/**
 * The JSON Schema (draft-07, what editors read) of the ledger: made from the schema that reads it, with every value
 * open to `unknown` and `none`, and with a description of each key in English and Japanese.
 */
export function ledgerJsonSchema(): Schema {
  const { $schema, ...rest } = plainSchema(Ledger);
  return {
    $schema,
    $id: 'https://recovery-ledger.github.io/recovery-ledger/ledger.schema.json',
    title: 'Recovery Ledger: ledger / 運用台帳',
    ...explained(rest, Ledger, '', []),
    definitions: {
      unknown: {
        const: 'unknown',
        description: 'Not known yet: counts as a hole.\n\nまだ分からない(穴として数えます)。',
      },
      none: {
        type: 'object',
        properties: {
          none: { type: 'string', pattern: '\\S', description: 'Why there is none.\n\n無い理由。' },
        },
        required: ['none'],
        additionalProperties: false,
        description: 'Said not to exist, with the reason.\n\n無いものとして、理由を書きます。',
      },
    },
  };
}

/** A zod schema as JSON Schema, with the forms of texts. */
function plainSchema(schema: z.ZodType): Schema {
  return z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-7',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      Object.assign(jsonSchema, forms.get(zodSchema));
    },
  }) as Schema;
}

/** A type's schema with what is known of each key, and with absences where a value may be absent. */
function explained(
  schema: Schema,
  type: z.core.$ZodType | null,
  path: string,
  required: readonly string[],
): Schema {
  const { properties, additionalProperties, items, anyOf, ...rest } = schema;
  const done: Schema = { ...rest };
  const inside = (part: string | number) => {
    const branches = type === null ? [] : branchesOf(type);
    return branches.map((each) => stepInto(each, part)).find((each) => each !== null) ?? null;
  };
  if (path === 'reality.backups.*.provider') done.enum = [...providerNames];
  if (Array.isArray(anyOf)) done.anyOf = anyOf.map((each) => explained(each as Schema, type, path, required));
  if (isMapping(items)) {
    const inner = inside(0);
    const item = explained(items, inner, `${path}[]`, []);
    const isStop = path === 'first-contact.route';
    done.items = described(isStop ? { anyOf: [item, absence[0]] } : absent(item), inner);
  }
  if (isMapping(additionalProperties)) {
    const inner = inside('*');
    const isProviderKey = path === 'reality.backups.*';
    done.additionalProperties = isProviderKey
      ? false
      : described(absent(explained(additionalProperties, inner, `${path}.*`, [])), inner);
  } else if (additionalProperties !== undefined) done.additionalProperties = additionalProperties;
  if (isMapping(properties)) {
    const mandatory = (schema.required as string[] | undefined) ?? [];
    const entries = Object.entries(properties).map(([key, value]): [string, unknown] => {
      const inner = inside(key);
      const open = explained(value as Schema, inner, path === '' ? key : `${path}.${key}`, mandatory);
      return [key, described(mandatory.includes(key) ? known(open) : absent(open), inner)];
    });
    done.properties = Object.fromEntries(entries);
  }
  if (path === 'reality.backups.*') {
    done.properties = { ...(done.properties as Schema), ...keysOfProviders() };
    done.additionalProperties = false;
    const common = Object.keys(Backup.shape);
    done.allOf = providerNames.map((name) => ({
      if: { properties: { provider: { const: name } }, required: ['provider'] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
      then: {
        ...targetSchema(name),
        propertyNames: { enum: [...new Set([...common, ...(providerKeys(name) ?? [])])] },
      },
    }));
  }
  if (path === 'access' || path === 'contacts') done.properties = usualIds(path, done);
  return done;
}

/** The ids that an editor offers: any other is as good. */
function usualIds(path: 'access' | 'contacts', section: Schema): Schema {
  const each = section.additionalProperties as Schema;
  if (path === 'contacts') return { common: each };
  const ids = ['server', 'monitoring', 'backup', 'cms', 'waf'];
  return { common: each, ...Object.fromEntries(ids.map((id) => [id, each])) };
}

/** A text that has to be there: `unknown` will not do. */
function known(schema: Schema): Schema {
  const isText = schema.type === 'string' && schema.pattern === undefined && schema.enum === undefined;
  return isText ? { ...schema, not: { const: 'unknown' } } : schema;
}

/** What a provider's schema says of its own keys; nothing for one of a later version. */
function targetSchema(name: string): Schema {
  const built = providerNamed(name);
  if (built === null) return {};
  const { properties, required, exactlyOneOf } = plainSchema(built.schema.target) as {
    properties: Record<string, Schema>;
    required?: string[];
    exactlyOneOf?: string[];
  };
  return {
    properties: Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, absent(value)])),
    ...(required === undefined ? {} : { required }),
    ...(exactlyOneOf === undefined ? {} : oneOf(exactlyOneOf)),
  };
}

/** One of these keys has to be there, and no two of which both are known. */
function oneOf(keys: readonly string[]): Schema {
  const isKnown = { not: { const: 'unknown' } };
  const pairs = keys.flatMap((key, index) => keys.slice(index + 1).map((other) => [key, other] as const));
  return {
    anyOf: keys.map((key) => ({ required: [key] })),
    allOf: pairs.map(([key, other]) => ({
      not: { required: [key, other], properties: { [key]: isKnown, [other]: isKnown } },
    })),
  };
}

/** Every provider's own keys; what each may hold depends on the provider. Null is none. */
function keysOfProviders(): Schema {
  const keys = new Map<string, string[]>();
  for (const provider of providerNames) {
    for (const key of providerKeys(provider) ?? []) keys.set(key, [...(keys.get(key) ?? []), provider]);
  }
  return Object.fromEntries(
    [...keys].map(([key, its]) => [
      key,
      {
        description: sharedKeys.includes(key)
          ? 'A key of the provider.\n\nプロバイダーのキー。'
          : `A key of: ${its.join(', ')}.\n\n次のプロバイダーのキー: ${its.join('、')}。`,
        anyOf: [{ type: ['string', 'number', 'boolean', 'array', 'object'] }, ...absence],
      },
    ]),
  );
}

function absent(schema: Schema): Schema {
  const { description, default: standard, ...rest } = schema;
  return {
    ...(description === undefined ? {} : { description }),
    ...(standard === undefined ? {} : { default: standard }),
    anyOf: [...(Array.isArray(rest.anyOf) ? (rest.anyOf as Schema[]) : [rest]), ...absence],
  };
}

function described(schema: Schema, type: z.core.$ZodType | null): Schema {
  const { en, ja, examples } = type === null ? {} : noteOf(type as z.ZodType);
  const description = en === undefined ? {} : { description: `${en}\n\n${ja}` };
  return { ...description, ...(examples === undefined ? {} : { examples }), ...schema };
}
