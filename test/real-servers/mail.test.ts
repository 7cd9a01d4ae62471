import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { type Authority, openAuthority, type ServerCertificate } from './authority.ts';
import { type Case, cases } from './mail-tls-cases.ts';
import { accepts } from './nginx.ts';
import { freePort, type Running, runProgram, startServer } from './processes.ts';
import { now, runCheck, smallLedger } from './world.ts';

// Certificates of mail servers, over STARTTLS and at once: nginx speaks SMTP and IMAP for them.

const nameOf = ({ host }: Case) => `${host}.mail.example`;

let folder: string;
let authority: Authority;
let server: Running;
let downloadPort: number;
const portOf = new Map<string, number>();
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'recovery-ledger-mail-'));
  authority = await openAuthority(path.join(folder, 'authority'), {
    now,
    aiaUrl: 'http://ca.mail.example/intermediate.cer',
    crlUrl: 'http://ca.mail.example/list.crl',
  });
  downloadPort = await freePort('127.0.0.1');
  const blocks: string[] = [];
  for (const each of cases) {
    const port = await freePort('127.0.0.1');
    portOf.set(each.host, port);
    const { chain, key } = await authority.order(nameOf(each), each.certificate ?? {});
    blocks.push(serverBlock(each, port, { chain, key }));
  }
  const configuration = path.join(folder, 'nginx.conf');
  await writeFile(configuration, configurationOf(blocks, downloadPort));
  const [first] = portOf.values();
  server = await startServer('nginx', ['-p', folder, '-c', configuration, '-e', 'stderr'], () =>
    accepts('127.0.0.1', first!),
  );
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
});

function configurationOf(blocks: readonly string[], downloadPort: number): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `
load_module /usr/lib/nginx/modules/ngx_mail_module.so;
daemon off;
master_process off;
pid nginx.pid;
events { worker_connections 64; }
http {
  access_log off;
  ${temporary.map((each) => `${each}_temp_path ${each};`).join(' ')}
  server { listen 127.0.0.1:${downloadPort}; root ${authority.downloads}; }
}
mail {
  server_name mail.example;
  auth_http 127.0.0.1:9;
  ${blocks.join('\n  ')}
}
`;
}

function serverBlock({ protocol, encrypts }: Case, port: number, { chain, key }: ServerCertificate): string {
  const tls = encrypts === 'at-once' ? ' ssl' : '';
  const starttls = encrypts === 'starttls' ? 'starttls on;' : '';
  const keys = `ssl_certificate ${chain}; ssl_certificate_key ${key};`;
  return `server { listen 127.0.0.1:${port}${tls}; protocol ${protocol}; ${starttls} ${keys} }`;
}

async function askOpenssl(each: Case): Promise<string | null> {
  const { stdout } = await runProgram('openssl', [
    ...['s_client', '-connect', `127.0.0.1:${portOf.get(each.host)}`],
    ...(each.encrypts === 'at-once' ? [] : ['-starttls', each.protocol]),
    ...['-servername', nameOf(each), '-verify_hostname', nameOf(each)],
    ...['-CAfile', authority.root, '-no-CApath', '-no-CAstore', '-attime', String(now.getTime() / 1000)],
  ]);
  const words = /^ *Verify return code: \d+ \((.+)\)$/m.exec(stdout)?.[1];
  return words === undefined || stdout.includes('Cipher is (NONE)') ? null : words;
}

for (const each of cases) {
  test(`${each.host}: ${each.finds.join(', ') || 'nothing'}`, async () => {
    const name = nameOf(each);
    const starttls = each.encrypts === 'at-once' ? '' : `, starttls: ${each.protocol}`;
    const ledger = smallLedger(
      `certificates:\n  it: { host: ${name}, port: ${each.port}${starttls}, renewal: manual }`,
    );
    const checked = await runCheck(
      folder,
      [
        `--now=${now.toISOString()}`,
        '--only=certificates',
        `--ca-file=${authority.root}`,
        `--connect-to=${name}:${each.port}=127.0.0.1:${portOf.get(each.host)}`,
        `--connect-to=ca.mail.example:80=127.0.0.1:${downloadPort}`,
        // The site's own server is no part of this.
        `--connect-to=www.web.example:443=127.0.0.1:${portOf.get('imaps')}`,
      ],
      { 'ledger.yml': ledger },
    );
    const found = checked.outcome.found.filter((id) => id.includes(name));
    expect(found, checked.stderr).toEqual(each.finds);
    expect(await askOpenssl(each)).toBe(each.openssl);
  });
}
