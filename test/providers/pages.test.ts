import { describe, expect, it } from 'vitest';
import {
  documentedProviders,
  readProviderExample,
  readProviderPage,
} from '../../scripts/providers-reference.ts';
import { parseLedger } from '../../src/ledger/parse.ts';
import { providers } from '../../src/providers/registry.ts';
import { ruleNames } from '../../src/rules/index.ts';

const names = Object.keys(providers);

it('nothing is written of a provider that is not registered', () => {
  expect(documentedProviders().filter((name) => !names.includes(name))).toEqual([]);
});

describe.each(names)('the page of %s', (name) => {
  it('shows an entry that a ledger takes as it stands', () => {
    const example = readProviderExample(name);
    const entry = example.replace(/^/gm, '    ');
    const text = `version: 1\nsite: { name: A, url: "https://a.example/" }\nreality:\n  backups:\n${entry}\n`;
    const result = parseLedger(Buffer.from(text), {
      file: 'ledger.yml',
      now: '2026-11-24T00:00:00Z',
      ruleNames,
    });
    expect(result.ok ? [] : result.problems.map(({ code, path }) => [code, path.join('.')])).toEqual([]);
    expect(example).toContain(`provider: ${name}`);
  });

  it('says everything in both languages', () => {
    const english = Object.values(readProviderPage(name, 'en'));
    for (const each of english) expect(each).not.toMatch(/[\u3041-\u30ff\u4e00-\u9fff]/);
    // A title may be a product's name, and a permission a policy to paste: the same in every language.
    const { reads, limits } = readProviderPage(name, 'ja');
    for (const each of [reads, limits]) expect(each).toMatch(/[\u3041-\u30ff\u4e00-\u9fff]/);
  });
});
