import fc from 'fast-check';
import { ledgerJsonSchema } from '../../src/ledger/json-schema.ts';

// Ledgers made of the format's JSON Schema alone: whatever it allows may stand there. What one part of a ledger says of
// another is left to chance, so that many cannot be read; the rest shows combinations that nobody would write by hand.

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Schema = { readonly [key: string]: unknown };

const root = ledgerJsonSchema() as Schema;
const ids = ['desk', 'owner', 'client', 'maintenance', 'home', 'daily', 'server'];
const days = ['2025-11-30', '2026-06-20', '2026-11-02', '2026-11-20'];
const spans = ['10m', '30m', '2h', '24h', '14d', '1 month'];
const sentences = [
  '停止が30分を超えた',
  'the site is down',
  '影響',
  'docs/rollback.md',
  'Example Trust',
  'x: y # z',
];
const addresses = ['https://www.example.com/', 'https://console.example.com/login'];

/** What has to fit together in itself: a few that people would write. */
const usual: Readonly<Record<string, readonly Json[]>> = {
  'reality.backups.*': [
    { provider: 'by-hand', every: '24h', newest: '2026-11-20', evidence: 'panel' },
    { provider: 's3', bucket: 'example-backups', region: 'us-east-1', every: '24h', keep: 7 },
  ],
  'reality.dns[]': [
    { name: 'www.example.com', type: 'A', values: ['192.0.2.1'], 'ttl-at-most': '5m' },
    { name: 'example.com', type: 'MX', values: ['10 mail.example.com'] },
    { name: 'example.com', dnssec: 'signed' },
  ],
  'reality.certificates.*': [{ host: 'www.example.com', renewal: 'automatic' }, { host: 'example.com' }],
  'reality.domains.*': [{ registrar: 'Example Registrar' }, { expires: '2027-03-31', evidence: 'panel' }],
  'reality.endpoints.*': [
    { url: 'https://www.example.com/' },
    { url: 'https://www.example.com/', expect: { status: 200, contains: ['Example'] } },
  ],
  'reality.mail.*': [{ dmarc: 'reject' }, { dkim: ['s1'] }],
  'first-contact.route[]': [
    { call: 'desk', wait: '10m' },
    { call: 'owner', wait: '20m' },
    { call: 'desk' },
    { none: 'nobody at night' },
  ],
  'exceptions[]': [
    { rule: 'ledger/review-due', subject: 'reviewed', because: 'moving', until: '2027-03-31' },
    { rule: 'runbook/missing', subject: 'rollback.runbook', because: 'being written', until: '2026-11-01' },
  ],
};
const pairs: Readonly<Record<string, readonly Json[]>> = {
  holidays: [{ country: 'JP' }, { dates: ['12-29..01-03'] }],
};

const known = new Map<string, fc.Arbitrary<string>>();

/** Texts that fit a pattern: of a few that people would write where some fit, else any. */
function matching(pattern: string): fc.Arbitrary<string> {
  const found = known.get(pattern);
  if (found !== undefined) return found;
  const fits = new RegExp(pattern, 'u');
  const usual = [
    ...days,
    ...spans,
    '24/365',
    'Mon-Fri 09:00-18:00',
    'Fri 18:00-Mon 09:00',
    '50MiB',
    ...ids,
    ...addresses,
  ].filter((text) => fits.test(text));
  const made = usual.length > 0 ? fc.constantFrom(...usual) : fc.stringMatching(new RegExp(pattern));
  known.set(pattern, made);
  return made;
}

function resolved(schema: Schema): Schema {
  const pointer = schema['$ref'];
  if (typeof pointer !== 'string') return schema;
  const target = pointer
    .slice(2)
    .split('/')
    .reduce<unknown>(
      (node, part) => (node as Schema)[part.replaceAll('~1', '/').replaceAll('~0', '~')],
      root,
    );
  return resolved(target as Schema);
}

function textOf(schema: Schema, path: string): fc.Arbitrary<Json> {
  // What people keep in days is no matter of hours; the schema's pattern does not say so.
  if (/^review\.|lead-time$|^stages\.permanent\.within$/.test(path))
    return fc.constantFrom(...spans.filter((span) => /d|month/.test(span)));
  if (typeof schema['pattern'] === 'string' && schema['pattern'] !== '\\S')
    return matching(schema['pattern']);
  if (/(?:verify|shown-by)\[\]$/.test(path)) return fc.constant('home');
  if (/^templates/.test(path)) return fc.constant('docs/report.md');
  if (/(?:console|url|runbook)$/.test(path)) return fc.constantFrom(...addresses, 'docs/rollback.md');
  if (/timezone$/.test(path)) return fc.constantFrom('Asia/Tokyo', 'Europe/Berlin', 'UTC');
  if (
    /(?:part(?:y|ies)|by|call|holders|held-by|decides|deputy|stand-in|approved-by|viewers|to|during|fills|approves|sends|kept-by|source|escalate)(?:\[\])?$|^responsibility\..*emergency$/.test(
      path,
    )
  ) {
    return fc.constantFrom(...ids);
  }
  if (/backups\[\]$/.test(path)) return fc.constant('daily');
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom<Json>(...sentences) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }) },
  );
}

/** What stands at a place. Sections are left out more often than what they are made of. */
function anyOf(given: Schema, path: string, depth: number): fc.Arbitrary<Json> {
  const schema = resolved(given);
  if ('const' in schema) return fc.constant(schema['const'] as Json);
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as Json[]));
  if (Array.isArray(schema['anyOf']) && schema['properties'] === undefined) {
    const [first, ...others] = (schema['anyOf'] as Schema[]).map((each) => anyOf(each, path, depth));
    // Others point at these, and at nothing else.
    if (/^(?:contacts|parties|reality|reality\.(?:endpoints|backups))(?:\.\*)?$/.test(path)) return first!;
    return fc.oneof(
      { weight: 12, arbitrary: first! },
      ...others.map((arbitrary) => ({ weight: 1, arbitrary })),
    );
  }
  switch (schema['type']) {
    case 'object':
      return objectOf(schema, path, depth);
    case 'array': {
      const items = (schema['items'] ?? {}) as Schema;
      return fc.array(anyOf(items, `${path}[]`, depth + 1), {
        minLength: (schema['minItems'] as number | undefined) ?? 1,
        maxLength: depth > 4 ? 1 : 2,
      });
    }
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'number':
      return fc.integer({ min: 1, max: 10 });
    case 'string':
      return textOf(schema, path);
    default:
      return fc.constantFrom<Json>('unknown', 'words', 3);
  }
}

function objectOf(schema: Schema, path: string, depth: number): fc.Arbitrary<Json> {
  const properties = Object.entries((schema['properties'] ?? {}) as Record<string, Schema>);
  const more = schema['additionalProperties'];
  const required = new Set((schema['required'] ?? []) as string[]);
  // A channel is one of several.
  const isChoice = /channels\[\]$/.test(path);
  if (isChoice) {
    return fc.oneof(
      fc.constant<Json>({ phone: '+81-3-1234-5678' }),
      fc.constant<Json>({ email: 'desk@example.com' }),
      fc.constant<Json>({ see: 'the wiki' }),
    );
  }
  const written = usual[path] ?? pairs[path.split('.').at(-1)!];
  if (written !== undefined) return fc.constantFrom<Json>(...written);
  const shape: Record<string, fc.Arbitrary<Json>> = {};
  for (const [key, value] of properties) {
    const inner = path === '' ? key : `${path}.${key}`;
    shape[key] = anyOf(value, inner, depth + 1);
  }
  if (typeof more === 'object' && more !== null) {
    const own = path === 'contacts' || path === 'parties' ? ids : ids.slice(0, 2);
    const named = { 'reality.endpoints': ['home'], 'reality.backups': ['daily'] }[path] ?? own;
    for (const id of named) {
      shape[id] = anyOf(more as Schema, `${path}.*`, depth + 1);
    }
  }
  const isPointedAt =
    path === 'contacts' || path === 'parties' || /^reality\.(?:endpoints|backups)$/.test(path);
  const needed = isPointedAt
    ? Object.keys(shape).filter((key) => key !== 'common')
    : [
        ...required,
        ...(path === ''
          ? ['contacts', 'parties', 'reality']
          : path === 'reality'
            ? ['endpoints', 'backups']
            : []),
      ];
  return fc.record(shape, { requiredKeys: needed.filter((key) => key in shape) }) as fc.Arbitrary<Json>;
}

/** The text of a ledger, as JSON, which is YAML. */
export const schemaLedgerText: fc.Arbitrary<string> = anyOf(root, '', 0).map((ledger) => {
  const site = { name: 'サンプル', url: 'https://www.example.com/', language: 'ja' };
  return JSON.stringify({ ...(ledger as { [key: string]: Json }), version: 1, site }, null, 1);
});
