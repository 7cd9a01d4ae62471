// Forms in which people write secrets into ledgers, runbooks and templates. Tokens are made here: no file holds one.

/** As many signs of an alphabet as a token has: no run of them says anything. */
function made(length: number, alphabet = 'aZ7bY8cX9dW0eV1fU2gT3hS4iR5jQ6kP'): string {
  return Array.from({ length }, (_, at) => alphabet[(at * 7 + (at >> 3)) % alphabet.length]).join('');
}
const hexadecimal = (length: number) => made(length, '0a1b2c3d4e5f6789');
const capitals = (length: number) => made(length, 'A2B3C4D5E6F7GHJK');

/** What a form is written as, the secret in it, and whether it can be anything else. */
export interface SecretForm {
  readonly name: string;
  readonly text: string;
  readonly secret: string;
  readonly certain: boolean;
}

function form(name: string, write: (secret: string) => string, secret: string, certain = true): SecretForm {
  return { name, text: write(secret), secret, certain };
}
const value = (secret: string) => `note: "${secret}"\n`;
const lines = (text: string, indent = '    ') =>
  text
    .split('\n')
    .map((line) => indent + line)
    .join('\n');

const pem = `${made(64)}\n${made(60)}`;
const secretKey = made(40);

/** Tokens that their makers gave a form, each beside words that say nothing. */
const ofServices: readonly SecretForm[] = [
  form(
    'AWS secret access key',
    (it) => `aws_secret_access_key: ${it}\n`,
    `wJalrXUtnFEMI/K7MDENG/${made(18)}`,
  ),
  form('AWS access key and secret', (it) => `note: "AKIA${capitals(16)} / ${it}"\n`, `wJal/${made(35)}`),
  form('Google API key', value, `AIza${made(35)}`, false),
  form('Google OAuth client secret', value, `GOCSPX-${made(28)}`),
  form(
    'Google service account',
    (it) =>
      `note: '{"type":"service_account","private_key":"-----BEGIN PRIVATE KEY-----\\n${it}\\n-----END PRIVATE KEY-----\\n"}'\n`,
    made(64),
  ),
  form(
    'Azure AccountKey',
    (it) =>
      `note: "DefaultEndpointsProtocol=https;AccountName=a;AccountKey=${it}==;EndpointSuffix=core.windows.net"\n`,
    made(86),
  ),
  form(
    'Azure SharedAccessKey',
    (it) =>
      `note: "Endpoint=sb://a.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=${it}="\n`,
    made(43),
  ),
  form(
    'Azure shared access signature',
    (it) => `note: "https://a.blob.core.windows.net/c?sv=2024-11-04&sig=${it}%3D"\n`,
    made(43),
  ),
  form('Azure client secret', value, `${made(3)}8Q~${made(34)}`),
  form('GitHub token', value, `ghp_${made(36)}`),
  form('GitHub fine-grained token', value, `github_pat_${made(22)}_${made(59)}`),
  form('GitLab token', value, `glpat-${made(20)}`),
  form('npm token', value, `npm_${made(36)}`),
  form('npmrc', (it) => `note: "//packages.example/:_authToken=${it}"\n`, made(36)),
  form('PyPI token', value, `pypi-AgEIcHlwaS5vcmc${made(60)}`),
  form('Docker Hub token', value, `dckr_pat_${made(27)}`),
  form('Stripe live key', value, `sk_live_${made(24)}`),
  form('Stripe restricted key', value, `rk_live_${made(24)}`),
  form('Stripe webhook secret', value, `whsec_${made(32)}`),
  form('SendGrid key', value, `SG.${made(22)}.${made(43)}`),
  form('Twilio key', (it) => `note: "Twilio: SK${hexadecimal(31)}0 / auth token: ${it}"\n`, hexadecimal(32)),
  form('Mailgun key', value, `key-${hexadecimal(32)}`),
  form('Mailchimp key', value, `${hexadecimal(32)}-us21`),
  form('Brevo key', value, `xkeysib-${hexadecimal(64)}-${made(16)}`),
  form('Resend key', value, `re_${made(8)}_${made(24)}`),
  form(
    'Postmark server token',
    (it) => `X-Postmark-Server-Token: ${it}\n`,
    '3f2504e0-4f89-11d3-9a0c-0305e82c3301',
    false,
  ),
  form('Slack token', value, `xoxb-${made(12, '1234567890')}-${made(12, '1234567890')}-${made(24)}`),
  form(
    'Slack webhook',
    (it) => `note: https://hooks.slack.com/services/T0${capitals(8)}/B0${capitals(8)}/${it}\n`,
    made(24),
  ),
  form(
    'Slack workflow webhook',
    (it) => `note: https://hooks.slack.com/triggers/T0${capitals(8)}/${made(13, '1234567890')}/${it}\n`,
    hexadecimal(32),
  ),
  form(
    'Discord webhook',
    (it) => `note: https://discord.com/api/webhooks/${made(19, '1234567890')}/${it}\n`,
    made(68),
  ),
  form('Discord bot token', value, `MT${made(24)}.G${made(5)}.${made(38)}`),
  form(
    'Teams webhook',
    (it) =>
      `note: https://aoba.webhook.office.com/webhookb2/3f2504e0-4f89-11d3-9a0c-0305e82c3301@3f2504e0-4f89-11d3-9a0c-0305e82c3302/IncomingWebhook/${it}/3f2504e0-4f89-11d3-9a0c-0305e82c3303\n`,
    hexadecimal(32),
  ),
  form(
    'Teams workflow webhook',
    (it) =>
      `note: https://prod-01.japaneast.logic.azure.com:443/workflows/${hexadecimal(32)}/triggers/manual/paths/invoke?api-version=2016-06-01&sig=${it}\n`,
    made(43),
  ),
  form(
    'Google Chat webhook',
    (it) =>
      `note: https://chat.googleapis.com/v1/spaces/AAAA${made(7)}/messages?key=AIza${made(35)}&token=${it}\n`,
    made(43),
  ),
  form('Chatwork token', (it) => `X-ChatWorkToken: ${it}\n`, hexadecimal(32)),
  form('Chatwork token in Japanese', (it) => `note: "Chatwork APIトークン ${it}"\n`, hexadecimal(32)),
  form(
    'LINE channel access token',
    (it) => `note: "LINE チャネルアクセストークン ${it}"\n`,
    `${made(43)}/${made(43)}+${made(80)}=`,
  ),
  form('LINE channel secret', (it) => `note: "チャネルシークレット: ${it}"\n`, hexadecimal(32)),
  form('kintone token', (it) => `X-Cybozu-API-Token: ${it}\n`, made(40)),
  form(
    'kintone password header',
    (it) => `X-Cybozu-Authorization: ${it}\n`,
    Buffer.from('admin:himitsu-9').toString('base64'),
  ),
  form('Telegram bot token', value, `${made(10, '1234567890')}:AA${made(33)}`),
  form('DigitalOcean token', value, `dop_v1_${hexadecimal(64)}`),
  form('Cloudflare token', value, `cfut_${made(48)}`),
  form('Heroku key', value, `HRKU-AA${made(58)}`),
  form('Fly.io token', value, `FlyV1 fm2_${made(80)}`),
  form('Vercel token', value, `vcp_${made(56)}`),
  form('Netlify token', value, `nfp_${made(36)}`),
  form('Shopify token', value, `shpat_${hexadecimal(32)}`),
  form('Square token', value, `EAAA${made(60)}`),
  form('OpenAI project key', value, `sk-proj-${made(74)}T3BlbkFJ${made(74)}`),
  form('OpenAI project key, short', value, `sk-proj-${made(40)}`),
  form('OpenAI old key', value, `sk-${made(48)}`),
  form('Anthropic key', value, `sk-ant-api03-${made(93)}AA`),
  form('Hugging Face token', value, `hf_${made(34, 'aZbYcXdWeVfUgThSiRjQkP')}`),
  form('Vault token', value, `hvs.${made(95)}`),
  form('1Password service account', value, `ops_eyJ${made(260)}`),
  form('Tailscale key', value, `tskey-auth-${made(16)}CNTRL-${made(32)}`),
  form('New Relic key', value, `NRAK-${capitals(27)}`),
  form('Sentry token', value, `sntrys_${made(120)}`),
  form('Datadog key', (it) => `DD_API_KEY: ${it}\n`, hexadecimal(32)),
  form('Grafana token', value, `glsa_${made(32)}_${hexadecimal(8)}`),
  form('PagerDuty key', (it) => `note: "PagerDuty integration key: ${it}"\n`, hexadecimal(32)),
  form('Backlog key', (it) => `note: https://aoba.backlog.jp/api/v2/space?apiKey=${it}\n`, made(64)),
  form('Notion token', value, `ntn_${made(46)}`),
  form('Airtable token', value, `pat${made(14)}.${hexadecimal(64)}`),
  form('Atlassian token', value, `ATATT3xFfGF0${made(180)}`),
  form('Linear key', value, `lin_api_${made(40)}`),
  form('Dropbox token', value, `sl.u.${made(130)}`),
  form('age key', value, `AGE-SECRET-KEY-1${made(58, 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L')}`),
];

/** What anybody may write, by the standards. */
const ofStandards: readonly SecretForm[] = [
  form(
    'PEM block',
    (it) =>
      `note: |\n${lines(`-----BEGIN RSA PRIVATE KEY-----\n${it}\n-----END RSA PRIVATE KEY-----`, '  ')}\n`,
    pem.split('\n')[0]!,
  ),
  form(
    'PEM block cut off',
    (it) => `note: |\n${lines(`-----BEGIN OPENSSH PRIVATE KEY-----\n${it}`, '  ')}\n`,
    pem.split('\n')[0]!,
  ),
  form(
    'PuTTY key',
    (it) =>
      `note: |\n  PuTTY-User-Key-File-3: ssh-ed25519\n  Private-Lines: 1\n  ${it}\n  Private-MAC: ${hexadecimal(64)}\n`,
    made(48),
  ),
  form(
    'PGP key',
    (it) =>
      `note: |\n${lines(`-----BEGIN PGP PRIVATE KEY BLOCK-----\n\n${it}\n-----END PGP PRIVATE KEY BLOCK-----`, '  ')}\n`,
    made(64),
  ),
  form('JWT', value, `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.${made(43)}`),
  form('user and password in a URL', (it) => `note: https://admin:${it}@www.example.jp/\n`, 'himitsu'),
  form('MySQL', (it) => `note: mysql://root:${it}@db.example.jp/site\n`, 'toor1234'),
  form('Redis', (it) => `note: redis://:${it}@cache.example.jp:6379\n`, 'hiddenword'),
  form(
    'ADO.NET',
    (it) => `note: "Server=db.example.jp;Database=site;User Id=sa;Password=${it};Encrypt=true"\n`,
    'Kaname-77x',
  ),
  form('libpq', (it) => `note: "host=db.example.jp user=site password=${it} dbname=site"\n`, 'kaname77x'),
  form('JDBC', (it) => `note: "jdbc:mysql://db.example.jp/site?user=root&password=${it}"\n`, 'kaname77x'),
  form('mysql command', (it) => `note: "mysql -u root -p${it} site < dump.sql"\n`, 'Kaname-77x'),
  form('curl command', (it) => `note: "curl -u admin:${it} https://www.example.jp/"\n`, 'Kaname-77x'),
  form('htpasswd, bcrypt', (it) => `note: "admin:${it}"\n`, `$2y$10$${made(53)}`),
  form('htpasswd, apr1', (it) => `note: "admin:${it}"\n`, `$apr1$${made(8)}$${made(22)}`),
  form('shadow', (it) => `note: "root:${it}:19000:0:99999:7:::"\n`, `$6$${made(16)}$${made(86)}`),
  form('Basic header', (it) => `note: "Authorization: Basic ${it}"\n`, 'YWRtaW46aHVudGVyMg=='),
  form('Bearer header', (it) => `note: "Authorization: Bearer ${it}"\n`, hexadecimal(24)),
  form(
    'one-time password',
    (it) => `note: "otpauth://totp/Site:admin?secret=${it}&issuer=Site"\n`,
    'JBSWY3DPEHPK3PXP',
  ),
  form('seed of one-time passwords', (it) => `note: "TOTPシークレット: ${it}"\n`, 'JBSW Y3DP EHPK 3PXP'),
  form('WordPress salt', (it) => `note: "define('AUTH_KEY', '${it}');"\n`, made(64)),
  form('WordPress database', (it) => `note: "define('DB_PASSWORD', '${it}');"\n`, 'Kaname-77x'),
  form('.env line', (it) => `DB_PASSWORD=${it}\n`, 'Kaname-77x'),
  form('netrc', (it) => `note: "machine ftp.example.jp login admin password ${it}"\n`, 'Kaname-77x'),
];

/** A word for a password, and the password beside or below it. */
const labelled: readonly SecretForm[] = [
  form('パスワード「…」', (it) => `note: "パスワード「${it}」"\n`, 'Tr0ub4dor&3'),
  form('パスワード『…』', (it) => `note: "パスワードは『${it}』です"\n`, 'Tr0ub4dor&3'),
  form('パスワード(…)', (it) => `note: "管理画面(パスワード:${it})"\n`, 'Tr0ub4dor&3'),
  form('full width', (it) => `note: "パスワード:${it}"\n`, 'Tr0ub4dor'),
  form('PW:', (it) => `note: "PW:${it}"\n`, 'x9Kf-22ab'),
  form('PASS', (it) => `note: "PASS ${it}"\n`, 'x9Kf-22ab'),
  form('ID/PASS', (it) => `note: "ID/PASS admin/${it}"\n`, 'x9Kf-22ab'),
  form('ID: …, PASS: …', (it) => `note: "ID:admin PASS:${it}"\n`, 'x9Kf-22ab'),
  form('暗証番号', (it) => `note: "暗証番号は${it}"\n`, '482915'),
  form('認証キー', (it) => `note: "認証キー:${it}"\n`, 'x9Kf22abTq'),
  form('認証コード', (it) => `note: "認証コード ${it}"\n`, 'x9Kf22abTq'),
  form('シークレット', (it) => `note: "シークレット:${it}"\n`, 'x9Kf22abTq'),
  form('接続文字列', (it) => `note: "接続文字列: Host=db;Username=a;Pwd=${it}"\n`, 'x9Kf22abTq'),
  form('秘密の鍵', (it) => `note: "秘密の鍵=${it}"\n`, 'x9Kf22abTq'),
  form('PIN', (it) => `note: "PIN: ${it}"\n`, '4829'),
  form('a block', (it) => `password: |-\n  ${it}\nnext: 1\n`, 'x9Kf-22ab'),
  form('a folded block', (it) => `admin-password: >\n  ${it}\nnext: 1\n`, 'x9Kf-22ab'),
  form('a list', (it) => `passwords:\n  - ${it}\n  - ${made(12)}\n`, 'x9Kf-22ab'),
  form('a list of JSON', (it) => `passwords: ["${it}", "${made(12)}"]\n`, 'x9Kf-22ab'),
  form('a map', (it) => `password: { admin: ${it} }\n`, 'x9Kf-22ab'),
  form('the next line', (it) => `note: |\n  パスワード\n  ${it}\n`, 'x9Kf-22ab'),
  form('the next line, with a mark', (it) => `note: |\n  パスワード:\n  - ${it}\n`, 'x9Kf-22ab'),
  form('a row of a table', (it) => `note: |\n  | パスワード | ${it} |\n`, 'x9Kf-22ab'),
  form(
    'a column of a table',
    (it) => `note: |\n  | 画面 | ID | パスワード |\n  | --- | --- | --- |\n  | 管理 | admin | ${it} |\n`,
    'x9Kf-22ab',
  ),
  form('bold', (it) => `note: "**Password**: \`${it}\`"\n`, 'x9Kf-22ab'),
  form('an equals sign', (it) => `note: password=${it}\n`, 'c0rrectH0rse9'),
  form('two words', (it) => `note: "root password is ${it}"\n`, 'x9Kf-22ab'),
  form('camel case', (it) => `adminPassword: ${it}\n`, 'x9Kf-22ab'),
  form('client secret', (it) => `client_secret: ${it}\n`, secretKey),
  form('a comment', (it) => `# 引き継ぎ: pw: ${it}\nnote: 1\n`, 'x9Kf-22ab'),
  form('recovery codes', (it) => `note: "リカバリーコード: ${it}"\n`, '7f3k-29dm 81ps-44xz'),
  form('recovery codes in a list', (it) => `recovery-codes:\n  - ${it}\n  - 81ps-44xz\n`, '7f3k-29dm'),
];

/** What may be a password, and may be a name with a number. */
const possible: readonly SecretForm[] = [
  form('a name and a year', (it) => `note: "pw: ${it}"\n`, 'ERP2000', false),
  form('a word and a number', (it) => `note: "パスワード: ${it}"\n`, 'hunter2', false),
  form('a word and a number, lower case', (it) => `note: "PASS: ${it}"\n`, 'sakura2024', false),
  form('digits', (it) => `note: "pw: ${it}"\n`, '20481024', false),
  form('a word with a sign', (it) => `note: "password: ${it}"\n`, 'sakura!', false),
];

export const secretForms: readonly SecretForm[] = [...ofServices, ...ofStandards, ...labelled, ...possible];

/** What looks like a secret and is none. */
export const harmless: readonly string[] = [
  'password: see the vault entry "web"',
  'password: 1Password',
  'note: "1Passwordに保管"',
  'note: "パスワードは1Passwordに保管"',
  'note: "パスワードは「青葉製菓」保管庫にあります"',
  'note: "パスワード「変更」ボタンを押す"',
  'note: "パスワード(金庫)"',
  'note: "パスワードは 1Password の「web-01」"',
  'note: "https://www.example.jp/PASSWORD_RESET_URL"',
  'note: "PASSWORD_RESET_URL を確認"',
  'PASSWORD_RESET_URL: https://www.example.jp/reset',
  'note: "$' + '{{ secrets.AWS_SECRET_ACCESS_KEY }}"',
  'note: "password: $' + '{DB_PASSWORD}"',
  'note: "password: <your-password-1>"',
  'note: "mysql -u root -p site < dump.sql"',
  'note: "curl -u admin: https://www.example.jp/"',
  'note: "ssh -p 2222 deploy@www.example.jp"',
  `sha256: ${hexadecimal(64)}`,
  `note: "MD5 ${hexadecimal(32)}"`,
  `note: "commit ${hexadecimal(40)}"`,
  `key: ${hexadecimal(40)}`,
  `note: "SRC_URI git://git.example.org/a;rev=${hexadecimal(40)}"`,
  `integrity: "sha512-${made(86)}=="`,
  `tokenizationId: ${hexadecimal(32)}`,
  'check: 3f2504e0-4f89-11d3-9a0c-0305e82c3301',
  `reality: { endpoints: { home: { url: "https://a.example/", expect: { fingerprint: "${hexadecimal(64)}" } } } }`,
  `note: "SHA256 Fingerprint=${hexadecimal(64).replace(/../g, '$&:').slice(0, -1)}"`,
  `note: "SSH 鍵の指紋 SHA256:${made(43)}"`,
  'note: "パスワードを3回間違えるとロックされます"',
  'note: "パスワードの再設定は03-1234-5678へ"',
  'note: "暗証番号はクライアントの代表者が知っています"',
  'note: "PIN は金庫"',
  'note: "token の期限: 90d"',
  'note: "トークンは2026-10-01に更新"',
  'note: "APIキーの名前: ledger-read-only"',
  'note: "認証キーは Cloudflare の画面「API Tokens」"',
  'note: "password manager: Bitwarden, collection Site"',
  'note: "passphrase: in the safe (2F)"',
  'note: |\n  パスワード\n  金庫の2段目にあります\n',
  'note: |\n  | 画面 | ID | パスワード |\n  | --- | --- | --- |\n  | 管理 | admin | 1Password |\n',
  'note: |\n  | 画面 | パスワード | 担当 |\n  | --- | --- | --- |\n  | 管理 | 金庫 | web-team-2 |\n',
  'passwords:\n  - kept in the vault\n  - op://Site/server/password\n',
  'password: |-\n  see the vault, entry "web"\nnext: server-01\n',
  'note: "[{ key: ctrl+shift+down }]"',
  'note: "vaultKey: \'inf-vsqt-01-secret-id\'"',
  'note: "https://hooks.slack.com/services/ で始まる URL は保管庫"',
  'note: "https://discord.com/channels/1234567890123456789/1234567890123456789"',
  'note: "https://aoba.backlog.jp/view/SITE-12"',
  'secrets: inherit',
  'note: "$' + '{{ secrets.GITHUB_TOKEN }} is made by GitHub"',
  'token: ledger-restore-token',
  'note: "recovery codes: printed 2026-04-01, safe 2F"',
  'note: "arn:aws:secretsmanager:ap-northeast-1:123456789012:secret:site/db-AbCdEf"',
  'note: "projects/aoba-123/secrets/db-password/versions/3"',
  'note: "-----BEGIN CERTIFICATE-----"',
  `note: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${made(43)} deploy"`,
];
