import { creator as preset } from '@secretlint/secretlint-rule-preset-recommend';
import type { SecretLintRuleCreator, SecretLintSourceCode } from '@secretlint/types';

// Loaded only where a ledger is read: the patterns are as large as a page of this program.

/** Where a text holds what looks like a token of a known service, by the patterns of secretlint. UTF-16 offsets. */
export async function knownSecrets(text: string): Promise<{ readonly from: number; readonly to: number }[]> {
  const found: { from: number; to: number }[] = [];
  const source = {
    content: text,
    // No rule may look at a file by its name, nor read one.
    filePath: undefined,
    ext: '.yml',
    contentType: 'text',
  } as unknown as SecretLintSourceCode;
  for (const rule of preset.rules ?? []) {
    if (rule.meta.type !== 'scanner' || !rule.meta.supportedContentTypes.includes('text')) continue;
    const handlers = (rule as SecretLintRuleCreator<object>).create(
      {
        report: ({ range }: { range: readonly [number, number] }) => {
          found.push({ from: range[0], to: range[1] });
        },
        ignore: () => {},
        // What the rules say of a secret holds the secret.
        createTranslator: () => () => '',
      } as never,
      {},
    );
    await handlers.file?.(source);
  }
  return found;
}
