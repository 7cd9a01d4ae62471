import { openLedgerSource } from '../../src/ledger/secrets/source.ts';
import type { TruthCase } from './case.ts';

/** What people wrote into a ledger, and whether it is taken for a secret. */
export const secretCases: readonly TruthCase[] = [
  written(
    'a token of DigitalOcean, beside no word for one',
    'gitleaks (rule `digitalocean-pat`)',
    'a secret',
    `note: "dop_v1_${'0a1b2c3d'.repeat(8)}"`,
    'a secret',
  ),
  written(
    'the address of a Discord webhook',
    'gitleaks, and Discord’s documentation of webhooks',
    'a secret',
    `note: https://discord.com/api/webhooks/1234567890123456789/${'aZ7bY8cX9dW0eV1f'.repeat(4)}`,
    'a secret',
  ),
  written(
    '`パスワード「…」`',
    'secretlint, gitleaks',
    'nothing: they know no Japanese',
    'note: "パスワード「Tr0ub4dor&3」"',
    'a secret',
  ),
  written(
    '`pw: ERP2000`, the name of a system',
    'nobody can know',
    'a password, or a name',
    'note: "pw: ERP2000"',
    'perhaps a secret',
  ),
  written(
    'a commit, as `rev=`',
    'gitleaks (issue 1775, rule `generic-api-key`)',
    'a false alarm of its own',
    'note: "SRC_URI git://git.example.org/a;rev=0a1b2c3d4e5f67890a1b2c3d4e5f67890a1b2c3d"',
    'nothing',
  ),
  written(
    "`vaultKey: 'inf-vsqt-01-secret-id'`",
    'gitleaks (issue 1321, rule `generic-api-key`)',
    'a false alarm of its own',
    'note: "vaultKey: \'inf-vsqt-01-secret-id\'"',
    'nothing',
  ),
];

function written(input: string, judge: string, says: string, text: string, ours: string): TruthCase {
  return {
    input,
    judge,
    says,
    ours,
    async find() {
      const { secrets = [] } = await openLedgerSource('ledger.yml', Buffer.from(text));
      return (
        secrets.map(({ isCertain }) => (isCertain ? 'a secret' : 'perhaps a secret')).join(', ') || 'nothing'
      );
    },
  };
}
