import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startBind } from './bind.ts';
import { startKnot } from './knot.ts';
import { startNsd, type Zone } from './nsd.ts';
import { freePort, type Running, runProgram } from './processes.ts';
import { makeKey, type SigningOrder, type ZoneKey } from './signer.ts';
import { startOverTcp, startResolver } from './unbound.ts';
import { type Checked, now, runCheck, smallLedger } from './world.ts';

// Name servers by four makers: NSD is the root and the registry of `.example`, both signed; BIND is ns1, Knot is ns2
// and ns3; Unbound is ns6, which speaks TCP alone, and the resolver that checks signatures. To the product every
// server has an address of the documentation range, which `--connect-to` leads to a loopback address.

/** A zone at `ns1.dns.example` and `ns2.dns.example`, delegated by the registry. */
export interface ServedZone {
  readonly name: string;
  /** Records in the manner of a zone file; SOA and NS are added. Null where ns1 does not serve the zone. */
  readonly records?: string | null;
  /** The same for the other servers, where they serve something else than ns1. */
  readonly second?: string | null;
  /** The name servers that the registry hands out, and those that the zone itself names. */
  readonly delegation?: readonly string[];
  readonly own?: readonly string[];
  /** More records of the zone at the registry. */
  readonly atRegistry?: string;
  /** How its servers sign it; not at all if not said. */
  readonly signed?: SigningOrder;
  /** The same for the other servers than ns1. */
  readonly secondSigned?: SigningOrder | null;
  /** What the registry makes of the key's DS: that of another key, or with a digest that is wrong. */
  readonly ds?: 'own' | 'foreign' | 'wrong' | 'none';
  /** Whether the registry gives its DS without a signature. */
  readonly unsignedDs?: boolean;
  /** The name servers that the resolver asks, where not all of the delegation. */
  readonly resolverAsks?: readonly string[];
}

export interface DnsWorld {
  /** Looks at `reality` through the committed bundle, with the resolver at hand. */
  check(reality: string, args?: readonly string[]): Promise<Checked>;
  /** What `delv` says of a record set that it checks by itself, from the root's key on. */
  askDelv(name: string, type: string): Promise<string>;
  /** What `dig` gets from each of these name servers. */
  askDig(servers: readonly string[], name: string, type: string): Promise<string>;
  stop(): Promise<void>;
}

const addressOf = { root: 1, registry: 2, resolver: 9, ns1: 53, ns2: 54, ns3: 55, ns4: 56, ns6: 57 } as const;
const usual = ['ns1.dns.example', 'ns2.dns.example'];
const startOfAuthority = '@ SOA ns.registry.example. hostmaster.registry.example. 1 3600 600 86400 300';

export async function openDnsWorld(options: {
  readonly zones: readonly ServedZone[];
  /** What the resolver answers with by itself, as `name ttl IN type data`. */
  readonly ownRecords?: readonly string[];
}): Promise<DnsWorld> {
  const folder = await mkdtemp(path.join(tmpdir(), 'recovery-ledger-dns-'));
  const servers: Running[] = [];
  const stop = async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await rm(folder, { recursive: true, force: true });
  };
  try {
    // BIND listens only at addresses that an interface has.
    const bind = { address: '127.0.0.1', port: await freePort('127.0.0.1') };
    const port = await freePort(`127.0.3.${addressOf.root}`);
    const placeOf = (last: number) => (last === addressOf.ns1 ? bind : { address: `127.0.3.${last}`, port });
    const made = await Promise.all(options.zones.map((zone) => makeZone(path.join(folder, 'keys'), zone)));
    const [rootKey, registryKey] = await Promise.all([
      makeKey(path.join(folder, 'keys', 'root'), '.'),
      makeKey(path.join(folder, 'keys', 'registry'), 'example'),
    ]);
    const root = await rootKey.sign(rootText(registryKey.ds), {});
    const registry = await registryKey.sign(registryText(made), {
      spoil: (signed) =>
        options.zones
          .filter(({ unsignedDs = false }) => unsignedDs)
          .reduce((text, { name }) => text.replace(signatureOfDs(name), ''), signed),
    });
    const at = (...lasts: number[]) => {
      const places = lasts.map(placeOf);
      return { addresses: places.map(({ address }) => address), port: places[0]!.port };
    };
    const first = made.flatMap((zone) => zone.first ?? []);
    const second = made.flatMap((zone) => zone.second ?? []);
    const starting = [
      startNsd(path.join(folder, 'root'), { ...at(addressOf.root), zones: [root] }),
      startNsd(path.join(folder, 'registry'), { ...at(addressOf.registry), zones: [registry] }),
      startBind(path.join(folder, 'ns1'), { ...at(addressOf.ns1), zones: first }),
      startKnot(path.join(folder, 'ns2'), { ...at(addressOf.ns2, addressOf.ns3), zones: second }),
      startOverTcp(path.join(folder, 'ns6'), { ...at(addressOf.ns6), zones: second }),
    ];
    const started = await Promise.allSettled(starting);
    for (const each of started) if (each.status === 'fulfilled') servers.push(each.value);
    await Promise.all(starting);
    const where = (names: readonly string[]) =>
      names.flatMap((name) => {
        const last = addressOf[name.split('.')[0] as keyof typeof addressOf];
        if (last === undefined) return [];
        const place = placeOf(last);
        return [`${place.address}@${place.port}`];
      });
    servers.push(
      await startResolver(path.join(folder, 'resolver'), {
        ...placeOf(addressOf.resolver),
        anchors: [rootKey.anchor],
        ownRecords: options.ownRecords ?? [],
        servers: {
          '.': where(['root']),
          'example.': where(['registry']),
          ...Object.fromEntries(
            options.zones.map(({ name, delegation = usual, resolverAsks = delegation }) => [
              `${name}.`,
              where(resolverAsks),
            ]),
          ),
        },
      }),
    );
    const anchors = path.join(folder, 'anchors');
    const [, key] = /DNSKEY (.*)$/.exec(rootKey.anchor)!;
    const [flags, protocol, algorithm, ...base64] = key!.split(' ');
    await writeFile(
      anchors,
      `trust-anchors { . static-key ${flags} ${protocol} ${algorithm} "${base64.join('')}"; };\n`,
    );
    const textOf = (last: number) => `${placeOf(last).address}:${placeOf(last).port}`;
    const network = [
      `--now=${now.toISOString()}`,
      `--root-hints=a.root.example=${textOf(addressOf.root)}`,
      `--resolver=${textOf(addressOf.resolver)}`,
      ...Object.values(addressOf).map((last) => `--connect-to=192.0.2.${last}:53=${textOf(last)}`),
    ];
    return {
      stop,
      check: (reality, args = []) =>
        runCheck(folder, ['--only=dns', ...args, ...network], { 'ledger.yml': smallLedger(reality) }),
      askDelv: (name, type) => askDelv(placeOf(addressOf.resolver), anchors, name, type),
      askDig: async (names, name, type) => {
        const words = await Promise.all(
          names.map(async (server) => {
            const label = server.split('.')[0]!;
            const last = addressOf[label as keyof typeof addressOf];
            return `${label}: ${await askDig(placeOf(last), name, type)}`;
          }),
        );
        return words.join('; ');
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Place {
  readonly address: string;
  readonly port: number;
}

interface MadeZone {
  readonly zone: ServedZone;
  readonly first: Zone | null;
  readonly second: Zone | null;
  /** DS for the registry. */
  readonly ds: string | null;
}

async function makeZone(folder: string, zone: ServedZone): Promise<MadeZone> {
  const { name, records, second = records, signed, secondSigned = signed, ds } = zone;
  const text = (own: string | null | undefined) =>
    own === null ? null : `$TTL 300\n${startOfAuthority}\n${nsLines('@', zone.own)}\n${own ?? ''}`;
  const at = path.join(folder, name);
  const key =
    signed === undefined && ds === undefined ? null : await makeKey(path.join(at, 'own'), name, signed);
  const serve = async (own: string | null | undefined, order: SigningOrder | null | undefined) => {
    const plain = text(own);
    if (plain === null) return null;
    return key === null || order === undefined || order === null
      ? { name, text: plain }
      : key.sign(plain, order);
  };
  return {
    zone,
    first: await serve(records, signed),
    second: await serve(second, secondSigned),
    ds: key === null ? null : await dsFor(ds ?? 'own', key, path.join(at, 'foreign'), name),
  };
}

async function dsFor(
  ds: NonNullable<ServedZone['ds']>,
  key: ZoneKey,
  folder: string,
  name: string,
): Promise<string | null> {
  switch (ds) {
    case 'own':
      return key.ds;
    case 'none':
      return null;
    case 'wrong':
      return key.ds.replace(/[0-9A-F]{8}$/, '00000000');
    case 'foreign':
      return (await makeKey(folder, name)).ds;
  }
}

function rootText(ds: string): string {
  return `$TTL 3600
${startOfAuthority}
@ NS a.root.example.
example. NS ns.registry.example.
example. ${ds}
a.root.example. A 192.0.2.${addressOf.root}
ns.registry.example. A 192.0.2.${addressOf.registry}`;
}

function signatureOfDs(name: string): RegExp {
  return new RegExp(`^${name.replaceAll('.', '\\.')}\\.\\s.*\\sRRSIG\\s+DS .*\\n`, 'm');
}

/** `example`: the delegations, and the addresses of the name servers. At ns4 nobody listens; ns7 is an alias. */
function registryText(made: readonly MadeZone[]): string {
  const hosts = (['ns1', 'ns2', 'ns3', 'ns4', 'ns6'] as const).map(
    (name) => `${name}.dns A 192.0.2.${addressOf[name]}`,
  );
  const delegations = made.map(({ zone, ds }) =>
    [
      nsLines(`${zone.name}.`, zone.delegation),
      ...(ds === null ? [] : [`${zone.name}. ${ds}`]),
      zone.atRegistry ?? '',
    ].join('\n'),
  );
  return `$TTL 3600
${startOfAuthority}
@ NS ns.registry.example.
ns.registry A 192.0.2.${addressOf.registry}
${hosts.join('\n')}
ns5.dns A 10.0.0.53
ns7.dns CNAME ns2.dns
${delegations.join('\n')}`;
}

function nsLines(owner: string, names: readonly string[] = usual): string {
  return names.map((name) => `${owner} NS ${name}.`).join('\n');
}

/** `fully validated`, `unsigned answer`, `negative response …`, or why the resolution failed. */
async function askDelv(
  { address, port }: Place,
  anchors: string,
  name: string,
  type: string,
): Promise<string> {
  const { stdout, stderr } = await runProgram('delv', [
    ...[`@${address}`, '-p', String(port), '-a', anchors, '+root=.', '+cdflag'],
    ...[name, type],
  ]);
  const failed = /^;; resolution failed: (.+)$/m.exec(stderr + stdout)?.[1];
  const verdict = /^; (fully validated|unsigned answer|negative response, .+|answer not validated)$/m.exec(
    stdout,
  )?.[1];
  return failed ?? verdict ?? (stderr + stdout).trim();
}

async function askDig({ address, port }: Place, name: string, type: string): Promise<string> {
  const ask = async (...flags: string[]) => {
    const { stdout } = await runProgram('dig', [
      ...[`@${address}`, '-p', String(port), '+norecurse', '+tries=1', '+time=1', ...flags],
      ...[name, type],
    ]);
    const status = /status: (\w+)/.exec(stdout)?.[1];
    const answer = /;; ANSWER SECTION:\n([\s\S]*?)\n\n/.exec(stdout)?.[1] ?? '';
    const values = answer.split('\n').flatMap((line) => line.split(/\s+/).slice(4).join(' ') || []);
    return status === undefined ? null : [status, ...values.sort()].join(' ');
  };
  const overUdp = await ask('+notcp');
  if (overUdp !== null) return overUdp;
  const overTcp = await ask('+tcp');
  return overTcp === null ? 'no answer' : `no answer over UDP, ${overTcp} over TCP`;
}
