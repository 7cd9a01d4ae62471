import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { builtProgram } from '../../fixtures/world/built.ts';
import { type CertificateOrder, openAuthority, type ServerCertificate } from './authority.ts';
import { startNginx, type VirtualHost } from './nginx.ts';
import { startNsd, type Zone } from './nsd.ts';
import { freePort, type Running, runProgram } from './processes.ts';

// A small internet of real servers: nginx for web hosts, NSD for the root, the registry of `.example` and two
// name servers. To the product every server has an address of the documentation range, which `--connect-to`
// leads to the loopback address with the same last number.

/** The moment that every certificate's life is counted from, and that the product judges by. */
export const now = new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000);

/** A web host under `web.example`, with an address of its own; two hosts of one name are two addresses of it. */
export interface Host {
  readonly name: string;
  /** Where its name leads; one of the suite's own addresses if not said. */
  readonly address?: string;
  /** nginx directives of its `server` block on port 443, and its certificate. */
  readonly https?: string;
  readonly certificate?: CertificateOrder;
  /** A chain and key of another authority, in place of an order. */
  readonly served?: ServerCertificate;
  /** The page at `/`, where the directives do not answer themselves. */
  readonly file?: Uint8Array;
  /** What the server shows to whoever names no host (no SNI); else the same. */
  readonly unnamed?: CertificateOrder;
  /** The same on port 80. */
  readonly http?: string;
}

/** A zone at `ns1.dns.example` and `ns2.dns.example`, delegated by the registry. */
export interface DelegatedZone {
  readonly name: string;
  /** Records in the manner of a zone file; SOA and NS are added. Null where ns1 does not serve the zone. */
  readonly records?: string | null;
  /** The same for ns2, where it serves something else than ns1. */
  readonly second?: string | null;
  /** The name servers that the registry hands out, and those that the zone itself names. */
  readonly delegation?: readonly string[];
  readonly own?: readonly string[];
  /** More records of the zone at the registry. */
  readonly atRegistry?: string;
}

export interface Checked {
  /** The ids of the findings of the families that look at servers, sorted, and the exit status. */
  readonly outcome: { readonly found: readonly string[]; readonly exit: number | null };
  /** As printed; null where standard output is no JSON. */
  readonly report: { readonly verdict: string; readonly score: { readonly met: number } } | null;
  readonly stderr: string;
}

export interface World {
  /** Runs `recovery-ledger check` over a ledger: `reality` is what stands under that key. `args` come first. */
  check(reality: string, args?: readonly string[]): Promise<Checked>;
  /** The same over a whole ledger, with the files that it names beside it. */
  checkLedger(ledger: string, files: Readonly<Record<string, string>>): Promise<Checked>;
  /** What OpenSSL's own client says of a host's certificate, `ok` where it is fine; null where no session came about. */
  askOpenssl(host: string, args?: readonly string[]): Promise<string | null>;
  /** The status that curl sees of the first answer; null where none comes. */
  askCurl(url: string): Promise<string | null>;
  /** What OpenSSL's client needs to see which certificates were taken back. */
  readonly withRevocations: readonly string[];
  stop(): Promise<void>;
}

/** What is looked at where the ledger lists no endpoint. */
const home: Host = { name: 'www.web.example', https: 'return 200 "Welcome";' };
const nameServers = ['ns1.dns.example', 'ns2.dns.example'];
/** The last numbers of the name servers' addresses. ns3 serves what ns2 does; at ns4 nobody listens. */
const addressOf = { root: 1, registry: 2, ns1: 53, ns2: 54, ns3: 55, ns4: 56 } as const;
const firstHost = 60;

export const commandLine = builtProgram('cli');

export async function openWorld(options: {
  readonly hosts?: readonly Host[];
  readonly zones?: readonly DelegatedZone[];
  /** The moment that the product judges by; the suite's own if not said. */
  readonly now?: Date;
  /** A root (a PEM file) that is trusted beside the suite's own authority. */
  readonly root?: string;
}): Promise<World> {
  const folder = await mkdtemp(path.join(tmpdir(), 'recovery-ledger-real-'));
  const servers: Running[] = [];
  const stop = async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const port = await freePort('127.0.2.1');
    const httpsPort = await freePort(`127.0.2.${firstHost}`);
    const httpPort = await freePort(`127.0.2.${firstHost}`);
    const aia = 'ca.web.example';
    const authority = await openAuthority(path.join(folder, 'authority'), {
      now,
      aiaUrl: `http://${aia}/intermediate.cer`,
      crlUrl: `http://${aia}/list.crl`,
    });
    const roots = path.join(folder, 'roots.pem');
    const trusted = options.root === undefined ? [authority.root] : [authority.root, options.root];
    await writeFile(roots, (await Promise.all(trusted.map((file) => readFile(file, 'utf8')))).join(''));
    const download: Host = { name: aia, http: `root ${authority.downloads};` };
    const hosts = [home, download, ...(options.hosts ?? [])].map((host, index) => ({
      ...host,
      last: firstHost + index,
    }));

    const web: DelegatedZone = {
      name: 'web.example',
      records: hosts
        .map(({ name, address, last }) => `${name}. A ${address ?? `192.0.2.${last}`}`)
        .join('\n'),
    };
    const zones = [web, ...(options.zones ?? [])];
    for (const [name, ends, served] of [
      ['root', [addressOf.root], [rootZone()]],
      ['registry', [addressOf.registry], [registryZone(zones)]],
      ['ns1', [addressOf.ns1], servedZones(zones, ({ records }) => records)],
      [
        'ns2',
        [addressOf.ns2, addressOf.ns3],
        servedZones(zones, ({ records, second }) => (second === undefined ? records : second)),
      ],
    ] as const) {
      const addresses = ends.map((last) => `127.0.2.${last}`);
      servers.push(await startNsd(path.join(folder, name), { addresses, port, zones: served }));
    }

    const virtualHosts: VirtualHost[] = [];
    for (const { name, last, https, http, certificate, served, unnamed, file } of hosts) {
      const address = `127.0.2.${last}`;
      if (http !== undefined) {
        virtualHosts.push({ name, address, port: httpPort, certificate: null, directives: http });
      }
      if (https === undefined) continue;
      if (unnamed !== undefined) {
        // The first server of an address is the one for who names none.
        const files = await authority.order('unnamed.web.example', unnamed);
        virtualHosts.push({ name: '_', address, port: httpsPort, certificate: files, directives: '' });
      }
      const files = served ?? (await authority.order(name, certificate ?? {}));
      let directives = https;
      if (file !== undefined) {
        const pages = path.join(folder, 'pages', name);
        await mkdir(pages, { recursive: true });
        await writeFile(path.join(pages, 'index.html'), file);
        directives = `root ${pages}; ${https}`;
      }
      virtualHosts.push({ name, address, port: httpsPort, certificate: files, directives });
    }
    servers.push(await startNginx(path.join(folder, 'nginx'), virtualHosts));

    const judgedBy = options.now ?? now;
    const network = [
      `--now=${judgedBy.toISOString()}`,
      `--root-hints=a.root.example=127.0.2.${addressOf.root}:${port}`,
      `--ca-file=${roots}`,
      ...Object.values(addressOf).map((last) => `--connect-to=192.0.2.${last}:53=127.0.2.${last}:${port}`),
      ...hosts.flatMap(({ last }) => [
        `--connect-to=192.0.2.${last}:443=127.0.2.${last}:${httpsPort}`,
        `--connect-to=192.0.2.${last}:80=127.0.2.${last}:${httpPort}`,
      ]),
    ];
    return {
      stop,
      check: (reality, args = []) =>
        runCheck(folder, [...args, ...network], { 'ledger.yml': smallLedger(reality) }),
      checkLedger: (ledger, files) => runCheck(folder, network, { ...files, 'ledger.yml': ledger }),
      askOpenssl: (name, args = []) => {
        const { last } = hosts.find((host) => host.name === name)!;
        return askOpenssl(name, `127.0.2.${last}:${httpsPort}`, { roots, at: judgedBy, args });
      },
      askCurl: async (url) => {
        const { last } = hosts.find(({ name }) => name === new URL(url).hostname)!;
        const { stdout } = await runProgram('curl', [
          ...['--connect-to', `::127.0.2.${last}:${httpsPort}`, '--cacert', roots],
          ...['--silent', '--output', '/dev/null', '--write-out', '%{http_code}', url],
        ]);
        return stdout === '000' ? null : stdout;
      },
      withRevocations: ['-crl_check', '-CRL', authority.revocations, '-CRLform', 'DER'],
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The least that a ledger must say, and that people have looked at it. */
export function smallLedger(reality: string): string {
  return `version: 1
reviewed: ${now.toISOString().slice(0, 10)}
site: { name: Real servers, url: "https://${home.name}/", timezone: UTC, language: en }
reality:
${reality.replace(/^/gm, '  ')}
`;
}

/** Runs `recovery-ledger check` in a new folder below `folder` that holds these files, `ledger.yml` among them. */
export async function runCheck(
  folder: string,
  args: readonly string[],
  files: Readonly<Record<string, string>>,
): Promise<Checked> {
  const cwd = await mkdtemp(path.join(folder, 'ledger-'));
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(cwd, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  const command = [commandLine, 'check', 'ledger.yml', '--format=json', '--retries=0s'];
  const { exit, stdout, stderr } = await runProgram(process.execPath, [...command, ...args], { cwd });
  let report: (Checked['report'] & { findings: { id: string }[] }) | null = null;
  try {
    report = JSON.parse(stdout);
  } catch {
    // Standard error tells what went wrong; the exit status fails the test.
  }
  const found = (report?.findings ?? [])
    .map(({ id }) => id)
    .filter((id) => /^(http|tls|dns|probe|schedule)\//.test(id))
    .sort();
  return { outcome: { found, exit }, report, stderr };
}

async function askOpenssl(
  name: string,
  connect: string,
  { roots, at, args }: { roots: string; at: Date; args: readonly string[] },
): Promise<string | null> {
  const { stdout } = await runProgram('openssl', [
    ...['s_client', '-connect', connect, '-verify_hostname', name],
    ...(args.includes('-noservername') ? [] : ['-servername', name]),
    ...args,
    ...['-CAfile', roots, '-no-CApath', '-no-CAstore', '-attime', String(Math.floor(at.getTime() / 1000))],
  ]);
  const words = /^ *Verify return code: \d+ \((.+)\)$/m.exec(stdout)?.[1];
  return words === undefined || stdout.includes('Cipher is (NONE)') ? null : words;
}

const startOfAuthority = '@ SOA ns.registry.example. hostmaster.registry.example. 1 3600 600 86400 300';

function rootZone(): Zone {
  return {
    name: '.',
    text: `$TTL 3600
${startOfAuthority}
@ NS a.root.example.
example. NS ns.registry.example.
a.root.example. A 192.0.2.${addressOf.root}
ns.registry.example. A 192.0.2.${addressOf.registry}`,
  };
}

/** `example`: the delegations, and the addresses of the name servers. */
function registryZone(zones: readonly DelegatedZone[]): Zone {
  return {
    name: 'example',
    text: `$TTL 3600
${startOfAuthority}
@ NS ns.registry.example.
ns.registry A 192.0.2.${addressOf.registry}
ns1.dns A 192.0.2.${addressOf.ns1}
ns2.dns A 192.0.2.${addressOf.ns2}
ns3.dns A 192.0.2.${addressOf.ns3}
ns4.dns A 192.0.2.${addressOf.ns4}
ns5.dns A 10.0.0.53
${zones.map(({ name, delegation, atRegistry = '' }) => `${nsLines(`${name}.`, delegation)}\n${atRegistry}`).join('\n')}`,
  };
}

/** The zones of one name server, by what it is given of each. */
function servedZones(
  zones: readonly DelegatedZone[],
  recordsOf: (zone: DelegatedZone) => string | null | undefined,
): Zone[] {
  return zones.flatMap((zone) => {
    const records = recordsOf(zone);
    if (records === null) return [];
    const text = `$TTL 300\n${startOfAuthority}\n${nsLines('@', zone.own)}\n${records ?? ''}`;
    return [{ name: zone.name, text }];
  });
}

function nsLines(owner: string, names: readonly string[] = nameServers): string {
  return names.map((name) => `${owner} NS ${name}.`).join('\n');
}
