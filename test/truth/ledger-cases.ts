import { parseLedger } from '../../src/ledger/parse.ts';
import { ruleNames } from '../../src/rules/index.ts';
import type { TruthCase } from './case.ts';

const start = 'version: 1\nsite: { name: A, url: "https://a.example/" }\n';

/** What people wrote into a ledger, and what its reader says of it. */
export const ledgerCases: readonly TruthCase[] = [
  written(
    '`holidays: { country: Japan }`',
    'ISO 3166-1 alpha-2',
    'no such code',
    'contacts: { a: { party: client, holidays: { country: Japan } } }',
    'country 3:54',
  ),
  written(
    '`timezone: JST`',
    'the time zone database',
    'no such zone',
    { text: 'version: 1\nsite: { name: A, url: "https://a.example/", timezone: JST }\n' },
    'timezone 2:55',
  ),
  written(
    '`lead-time: 2m`, meant as months',
    'ISO 8601-1 §3.1.2',
    'an `m` is a minute',
    'review: { lead-time: 2m }',
    'span-too-short 3:22',
  ),
  written(
    'a certificate with `host: "*.a.example"`',
    'RFC 4592 §2.1.1',
    'no server answers by the name of a wildcard',
    'reality: { certificates: { a: { host: "*.a.example" } } }',
    'host 3:39',
  ),
];

function written(
  input: string,
  judge: string,
  says: string,
  line: string | { readonly text: string },
  ours: string,
): TruthCase {
  const text = typeof line === 'string' ? `${start}${line}\n` : line.text;
  return {
    input,
    judge,
    says,
    ours,
    async find() {
      const result = parseLedger(Buffer.from(text), {
        file: 'ledger.yml',
        now: '2026-11-23T00:00:00Z',
        ruleNames,
      });
      if (result.ok) return 'nothing';
      return result.problems
        .map(({ code, position }) => `${code} ${position?.line}:${position?.column}`)
        .join(', ');
    },
  };
}
