import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runAction, type Surroundings } from '../../fixtures/world/runner.ts';
import type { Report } from '../../src/report/report.ts';
import { type Namespace, openNamespace } from './namespace.ts';
import { startNsd, type Zone } from './nsd.ts';
import type { Running } from './processes.ts';
import { commandLine, now } from './world.ts';

// The built command line and the built action in networks of their own: real sockets, real routes, real name servers.
// What there is no way to is seen over what there is a way to, and what nobody can see is not known.

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'recovery-ledger-namespaces-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A page, and a record with the value that it has, or with another one. */
function ledgerOf({ value = '192.0.2.80' } = {}): string {
  return `version: 1
reviewed: ${now.toISOString().slice(0, 10)}
site: { name: Namespaces, url: "http://www.site.example/", timezone: UTC, language: en }
reality:
  endpoints:
    home: { url: "http://www.site.example/", expect: { contains: [Welcome] } }
  dns:
    - { name: www.site.example, type: A, values: [${value}] }
`;
}

/** What a run says of what it looked at: `rule kind reason`, each once. */
interface Seen {
  readonly verdict: string;
  readonly said: readonly string[];
  readonly exit: number | null;
  /** Whatever should not be there: a stack trace, for one. */
  readonly stderr: string;
}

function seenIn(report: Report | null, exit: number | null, stderr: string): Seen {
  const said = (report?.findings ?? []).flatMap(({ rule, kind, title }) =>
    kind === 'gap'
      ? []
      : [`${rule} ${kind}${rule === 'probe/not-testable' ? ` ${/IPv[46]/.exec(title)?.[0]}` : ''}`],
  );
  return { verdict: report?.verdict ?? 'no report', said: [...new Set(said)].sort(), exit, stderr };
}

type Inputs = Readonly<Record<string, string>>;

/** Runs the command line in the network. */
async function check({ run }: Namespace, ledger: string, inputs: Inputs): Promise<Seen> {
  const cwd = await mkdtemp(path.join(folder, 'ledger-'));
  await writeFile(path.join(cwd, 'ledger.yml'), ledger);
  const options = Object.entries({ retries: '0s', now: now.toISOString(), ...inputs }).flatMap(
    ([name, lines]) =>
      name === 'allow-private' ? ['--allow-private'] : lines.split('\n').map((line) => `--${name}=${line}`),
  );
  const command = [process.execPath, commandLine, 'check', '--format=json', ...options];
  const { exit, stdout, stderr } = await run(command, { cwd });
  return seenIn(stdout === '' ? null : (JSON.parse(stdout) as Report), exit, stderr);
}

/** Runs the action in the network, as the runner does. */
async function act(
  { within }: Namespace,
  ledger: string,
  inputs: Inputs,
  github: Surroundings['github'],
): Promise<Seen & { readonly isPublished: boolean }> {
  const world: Surroundings = {
    files: { 'ledger.yml': ledger },
    inputs: { retries: '0s', now: now.toISOString(), ...inputs },
    credentials: '',
    environment: {},
    month: 1,
    github,
  };
  const { report, exitCode, stderr } = await runAction({ world, within });
  const isPublished = report !== null && report.unpublished.length === 0;
  return { ...seenIn(report, exitCode, stderr), isPublished };
}

const nobody = {
  url: 'http://127.0.0.1:9',
  token: 'ghs_nobody',
  repository: 'nobody/nothing',
  settings: { private: true },
};

describe.each([
  ['nothing at all', []],
  ['loopback alone', ['link set lo up']],
] as const)('a network with %s', (_name, setUp) => {
  let network: Namespace;
  beforeAll(async () => {
    network = await openNamespace(setUp);
  });
  afterAll(() => network.close());

  const unknown = { verdict: 'incomplete', said: ['probe/failed unknown'], stderr: '' };

  test('the command line: a whole report, in which nothing is known', async () => {
    expect(await check(network, ledgerOf(), {})).toEqual({ ...unknown, exit: 3 });
    expect(await check(network, ledgerOf(), { only: 'dns' })).toEqual({ ...unknown, exit: 3 });
    // A ledger that nobody has looked through yet: a run about DNS alone does not speak of that.
    const unreviewed = ledgerOf().replace(/^reviewed:.*\n/m, '');
    expect(await check(network, unreviewed, { only: 'dns' })).toEqual({ ...unknown, exit: 3 });
  });

  test('the same where all that is claimed has IPv6 alone', async () => {
    const ledger = ledgerOf().replaceAll('www.site.example/', '[2001:db8::80]/');
    expect(await check(network, ledger, { only: 'endpoints', 'allow-private': 'true' })).toEqual({
      ...unknown,
      exit: 3,
    });
  });

  test('the action: the same report, and a step that fails because nothing was published', async () => {
    expect(await act(network, ledgerOf(), {}, nobody)).toEqual({ ...unknown, exit: 1, isPublished: false });
  });
});

const startOfAuthority = '@ SOA ns.nic.example. hostmaster.nic.example. 1 3600 600 86400 300';
/** The last numbers of the addresses of both families. */
const last = { root: 1, registry: 2, ns1: 3, www: 80 } as const;
const both = (owner: string, number: number) =>
  `${owner} A 192.0.2.${number}\n${owner} AAAA 2001:db8::${number}`;
const zones: readonly (readonly [number, Zone])[] = [
  [
    last.root,
    {
      name: '.',
      text: `$TTL 300\n${startOfAuthority}\n@ NS a.root.example.\n${both('a.root.example.', last.root)}
example. NS ns.nic.example.\n${both('ns.nic.example.', last.registry)}`,
    },
  ],
  [
    last.registry,
    {
      name: 'example',
      text: `$TTL 300\n${startOfAuthority}\n@ NS ns.nic.example.\n${both('ns.nic', last.registry)}
site NS ns1.site.example.\n${both('ns1.site', last.ns1)}`,
    },
  ],
  [
    last.ns1,
    {
      name: 'site.example',
      text: `$TTL 300\n${startOfAuthority}\n@ NS ns1\n${both('ns1', last.ns1)}\n${both('www', last.www)}`,
    },
  ],
];

const overIPv4 = {
  addressOf: (number: number) => `192.0.2.${number}`,
  device: (address: string) => `address add ${address}/32 dev lo`,
  notice: 'probe/not-testable notice IPv6',
};
const overIPv6 = {
  addressOf: (number: number) => `2001:db8::${number}`,
  device: (address: string) => `address add ${address}/128 dev lo nodad`,
  notice: 'probe/not-testable notice IPv4',
};

describe.each([
  { where: 'without IPv6', ...overIPv4, more: [] },
  // As a router says that nobody is there, and as a firewall closes what nobody looks after.
  { where: 'whose IPv6 leads nowhere', ...overIPv4, more: ['-6 route add unreachable default'] },
  { where: 'that forbids IPv6', ...overIPv4, more: ['-6 route add prohibit default'] },
  { where: 'without IPv4', ...overIPv6, more: [] },
  { where: 'whose IPv4 leads nowhere', ...overIPv6, more: ['-4 route add unreachable default'] },
  { where: 'that forbids IPv4', ...overIPv6, more: ['-4 route add prohibit default'] },
])('a network $where, and a site that has both', ({ addressOf, device, notice, more }) => {
  let network: Namespace;
  let github: Surroundings['github'];
  const servers: Running[] = [];
  const inputs = {
    'allow-private': 'true',
    'root-hints': `a.root.example=192.0.2.${last.root}:53\na.root.example=[2001:db8::${last.root}]:53`,
  };
  beforeAll(async () => {
    network = await openNamespace([
      'link set lo up',
      ...Object.values(last).map((number) => device(addressOf(number))),
      ...more,
    ]);
    const { within } = network;
    for (const [number, zone] of zones) {
      const options = { addresses: [addressOf(number)], port: 53, zones: [zone], within };
      servers.push(
        await startNsd(path.join(folder, `nsd-${addressOf(number).replaceAll(':', '-')}`), options),
      );
    }
    const script = path.join(import.meta.dirname, 'namespace-servers.ts');
    const [command = '', ...args] = [
      ...within,
      process.execPath,
      script,
      now.toISOString(),
      addressOf(last.www),
    ];
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    servers.push({
      stop: async () => {
        child.kill();
        await once(child, 'close');
      },
    });
    const [line] = await once(child.stdout.setEncoding('utf8'), 'data');
    github = JSON.parse(line);
  });
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await network?.close();
  });

  const match = { verdict: 'match', said: [notice], stderr: '' };
  const drift = { verdict: 'drift', said: ['dns/record-differs drift', notice], stderr: '' };
  const other = ledgerOf({ value: '192.0.2.81' });

  test('the command line sees that all is as the ledger says', async () => {
    expect(await check(network, ledgerOf(), inputs)).toEqual({ ...match, exit: 0 });
  });

  test('the command line sees what is not', async () => {
    expect(await check(network, other, inputs)).toEqual({ ...drift, exit: 1 });
  });

  test('the action sees both, and publishes', async () => {
    expect(await act(network, ledgerOf(), inputs, github)).toEqual({ ...match, exit: 0, isPublished: true });
    expect(await act(network, other, inputs, github)).toEqual({ ...drift, exit: 0, isPublished: true });
  });

  test('every address is looked at: one that there is no way to is not broken', async () => {
    const ledger = ledgerOf().replace('contains: [Welcome] }', 'contains: [Welcome] }, every-address: true');
    expect(await check(network, ledger, { ...inputs, only: 'endpoints' })).toEqual({ ...match, exit: 0 });
  });
});
