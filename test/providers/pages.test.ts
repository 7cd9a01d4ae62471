import { describe, expect, it } from 'vitest';
import { parseLedger } from '../../src/ledger/parse.ts';
import { providers } from '../../src/providers/registry.ts';
import type { ProviderPage } from '../../src/providers/schema.ts';
import { ruleNames } from '../../src/rules/index.ts';

describe.each(Object.keys(providers))('the page of %s', (name) => {
  it('shows an entry that a ledger takes as it stands', async () => {
    const { about } = (await import(`../../src/providers/${name}/about.ts`)) as { about: ProviderPage };
    const entry = about.example.trimEnd().replace(/^/gm, '    ');
    const text = `version: 1\nsite: { name: A, url: "https://a.example/" }\nreality:\n  backups:\n${entry}\n`;
    const result = parseLedger(Buffer.from(text), {
      file: 'ledger.yml',
      now: '2026-11-24T00:00:00Z',
      ruleNames,
    });
    expect(result.ok ? [] : result.problems.map(({ code, path }) => [code, path.join('.')])).toEqual([]);
    expect(about.example).toContain(`provider: ${name}`);
  });

  it('says everything in both languages', async () => {
    const { about } = (await import(`../../src/providers/${name}/about.ts`)) as { about: ProviderPage };
    const { title, reads, permission, limits, more } = about;
    // A title may be a product's name, and a permission a policy to paste: the same in every language.
    for (const each of [reads, limits]) expect(each.ja).toMatch(/[\u3041-\u30ff\u4e00-\u9fff]/);
    for (const each of [title, reads, permission, limits, ...(more === undefined ? [] : [more])]) {
      expect(each.ja).not.toBe('');
      expect(each.en).not.toMatch(/[\u3041-\u30ff\u4e00-\u9fff]/);
    }
  });
});
