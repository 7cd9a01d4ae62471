import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import https from 'node:https';
import net, { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import tls from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { runCommandLine } from '../../fixtures/world/command-line.ts';
import { type Certificate, openAuthority } from '../../fixtures/world/pki.ts';
import { runAction } from '../../fixtures/world/runner.ts';
import { startWorld, type World } from '../../fixtures/world/world.ts';
import { providers } from '../../src/providers/registry.ts';
import type { Case, Exchange, ProviderCases } from '../providers/cases.ts';
import {
  heartbeat,
  inputsOf,
  key,
  leaksIn,
  password,
  secretsOf,
  shownBy,
  type Write,
  writings,
} from './canaries.ts';

// The servers that `reflected.test.ts` does not ask: WHOIS, what certificates say, mail servers, and every vendor of
// backups, which refuses, leads elsewhere and answers with the secrets that the run was given.

const responses = path.join(import.meta.dirname, '../../fixtures/responses');
const vendors = await Promise.all(
  Object.entries(providers)
    .filter(([, { load }]) => load !== null)
    .map(async ([name]): Promise<[string, ProviderCases]> => {
      const { cases } = await import(`../../fixtures/responses/${name}/cases.ts`);
      return [name, cases];
    }),
);
const exchanges = vendors.flatMap(([name, { session, situations }]) =>
  [...session, ...(situations.ok as Case).exchanges].map((exchange) => ({ name, exchange })),
);
const hosts = [...new Set(exchanges.map(({ exchange }) => exchange.host))];
/** In each run another one for each host: after as many runs as there are, each vendor has answered with each. */
const statuses = [200, 302, 400, 403, 503];

let world: World;
let directory: string;
let caFile: string;
/** Of every vendor's host. */
let ofVendors: Certificate;
/** Of the web site and the mail server, by the writing of the secrets in it. */
const ofSite = new Map<string, Certificate>();
const closing: (() => Promise<void>)[] = [];

beforeAll(async () => {
  world = await startWorld({ language: 'en' });
  directory = await mkdtemp(path.join(tmpdir(), 'recovery-ledger-reflected-'));
  const aiaUrl = 'http://ca.example/e7.der';
  const lifetime = { notBefore: '2026-06-20T00:00:00Z', notAfter: '2027-06-18T00:00:00Z' };
  const roots = [await readFile(world.inputs['ca-file']!, 'utf8')];
  const vendor = await openAuthority({ organisation: 'Vendors', aiaUrl });
  ofVendors = await vendor.issue({ names: hosts, ...lifetime });
  roots.push(vendor.root);
  for (const [name, write] of Object.entries(writings)) {
    const organisation = `Trust ${escaped(write(key))} ${escaped(write(password))}`;
    const authority = await openAuthority({ organisation, aiaUrl });
    roots.push(authority.root);
    const names = [
      `${hostLabel(write(key))}.example`,
      'www.aoba-seika.example',
      'mail.aoba-seika.example',
      ...secretsOf(world).map(write),
    ];
    ofSite.set(name, await authority.issue({ names, ...lifetime }));
  }
  caFile = path.join(directory, 'ca.pem');
  await writeFile(caFile, roots.join('\n'));
});
afterAll(async () => {
  await world.close();
  await rm(directory, { recursive: true, force: true });
});

/** RFC 4514 §2.4. */
const escaped = (text: string) => text.replaceAll(/[,+"\\<>;=]/g, String.raw`\$&`);
const hostLabel = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]/g, '')
    .slice(0, 60);

/** Listens until the test is over. */
async function listen(server: net.Server): Promise<number> {
  const sockets = new Set<net.Socket>();
  server.on('connection', (socket: net.Socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closing.push(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((done) => server.close(() => done()));
  });
  return (server.address() as AddressInfo).port;
}

/** What a mail server says after the greeting, EHLO and STARTTLS; with a certificate it then speaks TLS. */
function mailServer(replies: readonly string[], certificate?: Certificate): Promise<number> {
  return listen(
    net.createServer((socket) => {
      let at = 0;
      const say = () => socket.write(`${replies[at]}\r\n`);
      say();
      const onData = () => {
        at += 1;
        if (replies[at] === undefined) return;
        say();
        if (at !== 2 || certificate === undefined) return;
        socket.off('data', onData);
        const secureContext = tls.createSecureContext({ cert: certificate.chain, key: certificate.key });
        new tls.TLSSocket(socket, { isServer: true, secureContext }).on('error', () => {});
      };
      socket.on('data', onData);
    }),
  );
}

/** The vendor's good answer, with the text behind every name, word and state in it that is no time and no number. */
function spoiled(name: string, { body }: Exchange, text: string): string {
  const good = 'text' in body ? body.text : readFileSync(path.join(responses, name, body.file), 'utf8');
  const words = 'name|id|key|description|message|note|desc|label|reason|status|state|type';
  return good
    .replaceAll(
      new RegExp(`("[a-z_]*(?:${words})"\\s*:\\s*")([^"]*)`, 'gi'),
      (_all, start, value) => `${start}${value} ${JSON.stringify(text).slice(1, -1)}`,
    )
    .replaceAll(
      /(<(?:\w*)(?:name|key|message|id)>)([^<]*)/gi,
      (_all, start, value) => `${start}${value} ${inXml(text)}`,
    );
}

const inXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function refusal(host: string, text: string): string {
  if (/amazonaws|blob\.core|s3/.test(host)) {
    return `<?xml version="1.0"?><Error><Code>${inXml(text)}</Code><Message>${inXml(text)}</Message><Resource>/${inXml(text)}</Resource></Error>`;
  }
  return JSON.stringify({
    error: { code: text, message: text, status: text, errors: [{ reason: text, message: text }] },
    error_description: text,
    ...{ __type: text, code: text, message: text, detail: text, id: text, status: text, error_code: text },
  });
}

/** Every vendor on one port; `turn` moves on the status that each host answers with. */
function startVendors(all: readonly string[], turn: number): Promise<number> {
  const inUrl = all.map(encodeURIComponent).join('/');
  return listen(
    https.createServer({ cert: ofVendors.chain, key: ofVendors.key }, (request, response) => {
      const host = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
      const { pathname } = new URL(request.url ?? '/', 'https://host');
      asked.add(host);
      const status = statuses[(hosts.indexOf(host) + turn) % statuses.length]!;
      // What was sent comes back too.
      const text = [...all, request.headers.authorization ?? ''].join(' ');
      const good = exchanges.find(
        ({ exchange }) =>
          exchange.host === host &&
          exchange.path === pathname &&
          (exchange.method ?? 'GET') === request.method,
      );
      response.writeHead(status, {
        'content-type': 'application/json',
        'set-cookie': all.map((each, at) => `c${at}=${each.replaceAll(/[;,\s]/g, '')}; Path=/`),
        'www-authenticate': `Bearer error="${all[0]}", error_description="${all[1]}"`,
        'x-request-id': all[2]!,
        'x-amz-bucket-region': all[3]!,
        'x-ms-error-code': all[4]!,
        etag: `"${all[3]}"`,
        'retry-after': status === 503 ? '3600' : all[4]!,
        ...(status === 302 ? { location: `https://${host}/${inUrl}?q=${inUrl}` } : {}),
      });
      response.end(
        status === 200 && good !== undefined ? spoiled(good.name, good.exchange, text) : refusal(host, text),
      );
    }),
  );
}
const asked = new Set<string>();

function ledger(): string {
  const backups = vendors.map(
    ([name, { target, role }]) =>
      `    v-${name}: ${JSON.stringify({ provider: name, ...target, away: true, every: '24h', ...(role == null ? {} : { role }) })}\n`,
  );
  const mail = [587, 588, 589, 590].map(
    (port) => `    m${port}: { host: mail.aoba-seika.example, port: ${port}, starttls: smtp }\n`,
  );
  return world.files['ledger.yml']!.replace('  backups:\n', (line) => line + backups.join('')).replace(
    '  certificates:\n',
    (line) => line + mail.join(''),
  );
}

async function reflect(name: string, write: Write, turn: number) {
  world.setMonth(1);
  const all = secretsOf(world).map(write);
  const text = all.join(' ');
  Object.assign(world.scene.registrations.jp[0]!, {
    name: 'example.jp',
    type: 'general',
    // A state that nobody knows is no answer: then nothing of the rest is remembered.
    state: turn % 2 === 0 ? 'Active' : text,
    expires: '2026/08/31',
    nameServers: all,
    locks: all,
  });
  world.show();
  const certificate = ofSite.get(name)!;
  const site = world.siteServers['203.0.113.10:443']!;
  const { pages } = site.hosts['www.aoba-seika.example']!;
  site.hosts = { ...site.hosts, 'www.aoba-seika.example': { pages, certificate } };
  const ready = ['220 ready', `250-${text}\r\n250 STARTTLS`, '220 go ahead'];
  const [greeting, ehlo, later, through, vendorsPort] = await Promise.all([
    mailServer([`554 ${text}`]),
    mailServer(['220 ready', `550-${text}\r\n550 ${text}`]),
    mailServer([ready[0]!, ready[1]!, `454 ${text}`]),
    mailServer(ready, certificate),
    startVendors(all, turn),
  ]);
  return [
    world.inputs['connect-to']!,
    ...[greeting, ehlo, later, through].map(
      (port, at) => `mail.aoba-seika.example:${587 + at}=127.0.0.1:${port}`,
    ),
    ...hosts.map((host) => `${host}:443=127.0.0.1:${vendorsPort}`),
  ].join('\n');
}

/** What lets a run into all vendors' accounts: variables, and lines of credentials. */
function accounts() {
  const { GITHUB_TOKEN: _ofVendor, ...environment } = Object.assign(
    {},
    ...vendors.map(([, each]) => each.environment),
  ) as Record<string, string>;
  const lines = [inputsOf(world)['credentials'], ...vendors.flatMap(([, each]) => each.credentials ?? [])];
  return { environment: { ...environment, ...world.environment }, credentials: lines.join('\n') };
}

const inTurn = Object.entries(writings).map(([name, write], turn) => [name, write, turn] as const);

describe('servers of every other protocol that give back what the run was given', () => {
  afterEach(async () => {
    world.github.interfere = null;
    await Promise.all(closing.splice(0).map((close) => close()));
  });

  test.each(inTurn)('bring no secret into any output of the action: %s', async (name, write, turn) => {
    const connectTo = await reflect(name, write, turn);
    const { environment, credentials } = accounts();
    const run = await runAction({
      world,
      files: { ...world.files, 'ledger.yml': ledger() },
      inputs: {
        ...inputsOf(world),
        retries: '0s',
        mode: 'handover',
        credentials,
        'connect-to': connectTo,
        'ca-file': caFile,
      },
      event: { name: 'workflow_dispatch' },
      environment: { ...environment, GITHUB_REF: 'refs/heads/main' },
    });
    expect(run.report!.findings.map(({ rule }) => rule)).toEqual(
      // What was reflected was looked at and judged.
      expect.arrayContaining([
        'tls/name-not-covered',
        'tls/issuer-differs',
        'probe/failed',
        'probe/access-denied',
      ]),
    );
    expect(run.report!.unpublished).toEqual([]);
    expect(Object.keys(run.written).map((file) => path.basename(file))).toEqual(
      expect.arrayContaining(['report.json', 'handover.html', 'calendar.ics', 'questions.md']),
    );
    expect(shownBy(world, run, write)).toEqual({ leaks: [], hasHidden: true });
  });

  test.each(inTurn)('bring no secret into what the command line prints: %s', async (name, write, turn) => {
    const connectTo = await reflect(name, write, turn);
    const { environment, credentials } = accounts();
    const folder = await mkdtemp(path.join(directory, 'here-'));
    await writeFile(path.join(folder, 'ledger.yml'), ledger());
    // The heartbeat is the action's alone.
    const secrets = secretsOf(world).filter((secret) => secret !== heartbeat);
    const printed: string[] = [];
    for (const args of [
      ['check', '--format', 'text'],
      ['check', '--format', 'json'],
      ['accept', '--dry-run', '--by', 'maintenance-desk'],
    ]) {
      const run = await runCommandLine(
        [
          ...args,
          ...connectTo.split('\n').flatMap((line) => ['--connect-to', line]),
          ...['--root-hints', world.inputs['root-hints']!, '--ca-file', caFile, '--retries', '0s'],
          ...['--now', world.now, 'ledger.yml'],
        ],
        {
          cwd: folder,
          environment: {
            ...environment,
            RECOVERY_LEDGER_CREDENTIALS: credentials,
            GITHUB_API_URL: 'https://api.github.com',
            GITHUB_REPOSITORY: 'example/site',
            GITHUB_TOKEN: world.github.token,
          },
        },
      );
      printed.push(run.stdout, run.stderr);
    }
    const shown = printed.join('\n');
    expect(shown).toContain('***');
    expect(leaksIn(shown, write, secrets)).toEqual([]);
    expect(asked).toContain('api.github.com');
  });

  test.each(inTurn)('nor does GitHub bring in its token: %s', async (_name, write) => {
    world.setMonth(1);
    const { token } = world.github;
    world.github.interfere = ({ method }) =>
      method === 'GET' ? null : { status: 403, message: `blocked: ${write(token)}` };
    const run = await runAction({ world, inputs: { retries: '0s' } });
    expect(run.report!.unpublished).not.toEqual([]);
    expect(shownBy(world, run, write, [token])).toEqual({ leaks: [], hasHidden: true });
  });
});
