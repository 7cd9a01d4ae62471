import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openLedgerSource, openText } from '../../../src/ledger/secrets/source.ts';
import { harmless, secretForms } from './forms.ts';

const open = (text: string) => openLedgerSource('ledger.yml', new TextEncoder().encode(text));
const shown = async (text: string) => new TextDecoder().decode((await open(text)).bytes);

const pem = `-----BEGIN RSA PRIVATE KEY-----
    MIIEpAIBAAKCAQEA0Z3VS5JJcds3xfn/ygWyF8PbnGy0AHB7MhgwMbRvI0MBZhpI
    Kq2u4n8uYb0b1jYV5O3i1O8vQxw2m0yN0m5gG8g3M3Bq5eT0q9z1p2n3r4s5t6u7
    -----END RSA PRIVATE KEY-----`;

describe('what is masked', () => {
  test.each([
    ['login: "パスワード: hunter2"', 'hunter2'],
    ['login: "パスワードは Tr0ub4dor&3 です"', 'Tr0ub4dor&3'],
    ['login: "PW：x9Kf-22ab"', 'x9Kf-22ab'],
    ['login: "ID admin / pass: s3cr3t!"', 's3cr3t!'],
    ['login: "ID/PW: admin / kumo-9912"', 'kumo-9912'],
    ['login: "Basic認証(test / test1234)"', 'test1234'],
    ['login: "初期パスワード→kumo-9912"', 'kumo-9912'],
    ['login: password=correctHorse9', 'correctHorse9'],
    ['password: kumo2026kumo', 'kumo2026kumo'],
    ['login: "暗証番号: 482915"', '482915'],
    ['db: mysql://root:toor1234@db.example.jp/site', 'toor1234'],
    ['db: "postgres://site:qwerty99@10.0.0.5:5432/site"', 'qwerty99'],
    ['db: redis://:hiddenword@cache.example.jp:6379', 'hiddenword'],
    ['ftp: "ftp://kanri:himitsu@ftp.example.jp/"', 'himitsu'],
    ['header: "Authorization: Basic YWRtaW46aHVudGVyMg=="', 'YWRtaW46aHVudGVyMg=='],
    ['header: "Authorization: Bearer 0a1b2c3d4e5f60718293a4b5"', '0a1b2c3d4e5f60718293a4b5'],
    ['mfa: "otpauth://totp/Site:admin?secret=JBSWY3DPEHPK3PXP&issuer=Site"', 'JBSWY3DPEHPK3PXP'],
    [
      'slack: "https://hooks.slack.com/services/T00000000/B00000000/abcdefghijklmnopqrstuvwx"',
      'abcdefghijklmnopqrstuvwx',
    ],
    ['token: ghp_16C7e42F292c6912E7710c838347Ae178B4a', 'ghp_16C7e42F292c6912E7710c838347Ae178B4a'],
    ['emergency: "リカバリーコード: 7f3k-29dm 81ps-44xz"', '29dm'],
    [`see: |\n    ${pem}`, 'MIIEpAIBAAKCAQEA0Z3VS5JJcds3xfn'],
    ['# 引き継ぎ: pw: kumo-9912\nversion: 1', 'kumo-9912'],
    ['aws_secret_access_key: wJalrXUtnFEMI/K7MDENG/bPxRfiCYzEXAMPLEKE', 'wJalrXUtnFEMI'],
    ['see: "https://files.example.jp/a?sig=Zm9vYmFyYmF6cXV4MTIzNDU2"', 'Zm9vYmFyYmF6cXV4MTIzNDU2'],
  ])('%s', async (text, secret) => {
    const masked = await shown(text);
    expect(masked).not.toContain(secret);
    // Everything else stays where it is.
    expect(masked.split('\n').map((line) => line.length)).toEqual(
      text.split('\n').map((line) => line.length),
    );
    expect((await open(text)).secrets?.length).toBeGreaterThan(0);
  });
});

describe('the forms in which people write secrets', () => {
  test.each(secretForms)('$name', async ({ text, secret, certain }) => {
    const source = await open(text);
    const masked = new TextDecoder().decode(source.bytes);
    expect(masked).not.toContain(secret);
    expect(masked).toHaveLength(text.length);
    expect(source.secrets?.some(({ isCertain }) => isCertain)).toBe(certain);
  });

  test.each(secretForms)('in a runbook: $name', async ({ text, secret, certain }) => {
    const opened = await openText(text);
    expect(opened.text).not.toContain(secret);
    expect(opened.secrets.certain.length > 0).toBe(certain);
  });

  test.each(harmless)('and what is none of them: %s', async (text) => {
    expect((await open(text)).secrets ?? []).toEqual([]);
    expect(await openText(text)).toEqual({ text, secrets: { certain: [], possible: [] } });
  });
});

describe('what is no secret', () => {
  test.each([
    'login: "パスワードは 1Password の共有保管庫「青葉製菓」"',
    'login: "パスワード: 1Password"',
    'login: "パスワードは情報システム課の金庫"',
    'login: "ID/パスワード: Bitwarden / Shop2024"',
    'login: "Basic認証(IDとパスワードは 1Password)"',
    'login: "ID・パスワード: 共有金庫 / サンプル"',
    'login: "パスワード: 03-1234-5678 に電話"',
    'login: "password: 24/365 from the desk"',
    'emergency: "recovery codes: printed 2026-04-01"',
    'login: vault',
    'login: "ID とパスワードは LastPass の共有フォルダー"',
    'login: "password: in the vault of the agency"',
    'login: "Password manager: Bitwarden, collection Site"',
    'login: "passwords are kept in KeePassXC"',
    'login: "パスワードは 2026-10-01 に変更"',
    'login: "パスワード: https://vault.example.com/items/3f2504e0"',
    'login: "op://Site/server/password"',
    'mfa: { method: totp, held-by: [desk] }',
    'emergency: "リカバリーコードは金庫(10個)"',
    'emergency: "recovery codes: in the safe, 2nd drawer"',
    'channels: [{ email: desk@example.com }, { phone: "+81-3-1234-5678" }]',
    'url: "https://www.example.com/account/reset-password?from=mail"',
    'role: "arn:aws:iam::123456789012:role/ledger"',
    'check: 3f2504e0-4f89-11d3-9a0c-0305e82c3301',
    'sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    'what: "API キーを更新(鈴木)"',
    'what: "トークンの期限は 90d"',
    'bucket: example-backups-2026',
    'first-instruction: "パスワード再発行の案内を止める"',
    'db: "mysql://user:<password>@db.example.jp/site"',
    'db: "mysql://user:$' + '{DB_PASSWORD}@db.example.jp/site"',
    'reality: { dns: [{ name: example.jp, type: TXT, values: ["token=a8f5f167f44f4964e6c998dee827110c"] }] }',
    'reality: { dns: [{ name: s1._domainkey.example.jp, type: TXT, values: ["v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQ"] }] }',
  ])('%s', async (text) => {
    expect((await open(text)).secrets ?? []).toEqual([]);
    expect(await shown(text)).toBe(text);
  });

  test.each([
    'examples/ja/ledger.yml',
    'examples/en/ledger.yml',
    'fixtures/ledgers/all-keys.yml',
    'fixtures/world/repository.ja/ledger.yml',
  ])('%s', async (file) => {
    const text = readFileSync(path.resolve(import.meta.dirname, '../../..', file), 'utf8');
    expect((await open(text)).secrets ?? []).toEqual([]);
  });
});

test('says where a secret stands: in a value, in a comment', async () => {
  const text = 'access:\n  server:\n    login: "パスワード: hunter2" # 予備の pw: kumo9912kumo\n';
  expect((await open(text)).secrets).toEqual([
    { path: ['access', 'server', 'login'], position: { line: 3, column: 20 }, isCertain: false },
    { path: [], position: { line: 3, column: 39 }, isCertain: true },
  ]);
});

test.each([
  ['{"login":{"password":"kumo-9912","party":"desk"}}', '{"login":{"password":"●●●●●●●●●","party":"desk"}}'],
  [
    'see: |\n  -----BEGIN PRIVATE KEY-----\n  MIIEpAIBAAKCAQEA0Z3VS5JJcds3xfn\nparties:\n  desk: Desk\n',
    `see: |\n  -----BEGIN PRIVATE KEY-----\n  ${'●'.repeat(31)}\nparties:\n  desk: Desk\n`,
  ],
  [
    'see: "-----BEGIN PRIVATE KEY-----\\nMIIEpAIBAAKCAQEA0Z3VS5JJcds3xfn\\n"\nnext: 1\n',
    `see: "-----BEGIN PRIVATE KEY-----${'●'.repeat(33)}\\n"\nnext: 1\n`,
  ],
])('the mask ends with the secret: %j', async (text, masked) => {
  expect(await shown(text)).toBe(masked);
});

test('a text made of the file itself is masked on request', async () => {
  const text = 'login: "パスワード: hunter2"\n';
  const { hide } = await open(text);
  expect(hide?.(`-${text}+login: vault\n`)).toBe('-login: "パスワード: ●●●●●●●"\n+login: vault\n');
});

// A pattern that goes over the text more than once takes longer for these than a test may.
test.each([
  ['a-', '', 0],
  ['a.', '', 0],
  ['otpauth://', '', 0],
  ['-----BEGIN PRIVATE KEY-----', '', 0],
  ['eyJaaaaaaaa.', '', 6944],
  ['aaaa-', 'recovery codes: ', 0],
  [' ', 'password', 0],
  ['ab-', 'password: ', 0],
  ['pw:', '', 1],
  ['pw: [', '', 0],
  ['password:\n ', '', 0],
  ['| pw |\n|--|\n', '', 0],
  ['mysql ', '', 0],
  ['curl -u a:', '', 0],
  ['$2y$10$', '', 0],
  ['passwords:\n- a1b2c3d4e\n', '', 10_869],
  ['.', 'password: ', 0],
  ['- pw: a1b2\n', '', 22_727],
  ['- db://a:b1b2b3@c\n', '', 13_888],
])('a ledger as large as one may be is read to its end: %j', async (part, before, secrets) => {
  const text = `${before}${part.repeat(Math.floor(250_000 / part.length))}1`;
  const source = await open(text);
  expect(source.secrets?.length ?? 0).toBe(secrets);
  expect(new TextDecoder().decode(source.bytes)).toHaveLength(text.length);
});
