import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { openAuthority } from '../../fixtures/world/pki.ts';
import { type RdapServer, startRdap } from '../../fixtures/world/rdap.ts';
import { startWhois, type WhoisServer } from '../../fixtures/world/whois.ts';
import { domainRules } from '../../src/rules/domain.ts';
import { runProgram } from './processes.ts';
import { type Case, cases, now } from './registration-cases.ts';
import { commandLine } from './world.ts';

// Registrations as registries tell them, with Debian's `whois` as the other reader of the same WHOIS server.

let folder: string;
let rdap: RdapServer;
let whois: WhoisServer;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'recovery-ledger-registrations-'));
  const authority = await openAuthority({ organisation: 'Example Trust', aiaUrl: 'http://ca.test/int.cer' });
  await writeFile(path.join(folder, 'root.pem'), authority.root);
  const certificate = await authority.issue({
    names: ['rdap.verisign.com'],
    notBefore: '2025-01-01T00:00:00Z',
    notAfter: '2040-01-01T00:00:00Z',
  });
  [rdap, whois] = await Promise.all([startRdap(certificate, []), startWhois([])]);
  return async () => {
    await Promise.all([rdap.close(), whois.close()]);
    await rm(folder, { recursive: true, force: true });
  };
});

const nameServers = ['ns1.example.net', 'ns2.example.net'];

/** Has the registries answer as the case says. */
function serve({ domain: name, habit = 'verisign', behaviour = 'answering', ...served }: Case): void {
  const common = {
    registered: '2011-05-31T00:00:00Z',
    nameServers,
    registrar: { name: 'Namae Domain K.K.' },
  };
  const { isUndated = false, ...told } = served.rdap ?? {};
  const ends = isUndated ? {} : { expires: '2027-05-31T00:00:00Z' };
  const usual = { name, ...common, statuses: ['client transfer prohibited'], ...ends };
  const domains = served.rdap == null ? [] : [{ ...usual, ...told }];
  rdap.sites = [{ host: 'rdap.verisign.com', base: '/com/v1/', habit, behaviour, domains }];
  const jp = { name, type: 'general', state: 'Active', expires: '2026/11/30' } as const;
  const locked = { nameServers, locks: ['AgentChangeLocked'] };
  whois.domains = served.jp == null ? [] : [{ ...jp, ...locked, ...served.jp }];
  Object.assign(whois, { behaviour: 'answering', speaksEnglish: true, ...served.whoisServer });
}

async function check({ domain, claim }: Case) {
  const ledger = path.join(folder, 'ledger.yml');
  await writeFile(
    ledger,
    `version: 1\nreviewed: 2026-11-01\nsite: { name: A, url: "https://www.example.com/", timezone: Asia/Tokyo }\nreality:\n  domains: { ${domain}: { ${claim} } }\n`,
  );
  const { exit, stdout, stderr } = await runProgram(
    process.execPath,
    [
      ...[commandLine, 'check', 'ledger.yml', '--format=json', '--retries=0s', '--only=domains'],
      ...[`--now=${now}`, '--ca-file=root.pem', '--allow-private'],
      `--connect-to=rdap.verisign.com:443=127.0.0.1:${rdap.port}`,
      `--connect-to=whois.jprs.jp:43=127.0.0.1:${whois.port}`,
    ],
    { cwd: folder },
  );
  const { findings } = JSON.parse(stdout) as { findings: { id: string }[] };
  const found = findings.map(({ id }) => id).filter((id) => /^(domain|probe)\//.test(id));
  return { outcome: { found: found.sort(), exit }, stderr };
}

/** What Debian's client shows of the state, in one line. */
async function askWhois(domain: string): Promise<string | undefined> {
  const { stdout } = await runProgram('whois', ['-h', '127.0.0.1', '-p', String(whois.port), `${domain}/e`]);
  const line = /^(?:\w\. )?\[(?:State|Status|状態)\].*$|^No match.*$|^Too many.*$/m.exec(stdout)?.[0];
  return line?.replace(/\s+/g, ' ').trim();
}

for (const each of cases) {
  test(`${each.domain}: ${each.finds.join(', ') || 'nothing'}`, async () => {
    serve(each);
    const { outcome, stderr } = await check(each);
    expect(outcome, stderr).toEqual({ found: each.finds, exit: each.exit });
    if (each.whois !== null) expect(await askWhois(each.domain)).toBe(each.whois);
  });
}

test('every rule about registrations has a case', () => {
  const found = new Set(cases.flatMap(({ finds }) => finds.map((id) => id.split(':')[0])));
  expect([...found]).toEqual(expect.arrayContaining(Object.keys(domainRules)));
});
