import { X509Certificate } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { Temporal } from 'temporal-polyfill';
import { answerTo, type NameServerBehaviour, type Zone } from '../../fixtures/world/dns.ts';
import { readFolder } from '../../fixtures/world/folder.ts';
import { openAuthority } from '../../fixtures/world/pki.ts';
import { objectOf } from '../../fixtures/world/rdap.ts';
import { listingXml } from '../../fixtures/world/s3.ts';
import {
  aiaUrl,
  certificates,
  dumpsOf,
  type NameServerName,
  nameServerAddresses,
  objectStore,
  openingScene,
  type Scene,
  zonesOf,
} from '../../fixtures/world/scene.ts';
import { checkedAt } from '../../fixtures/world/story.ts';
import { encode, reply } from '../../fixtures/world/whois.ts';
import { type CheckOptions, checkLedger } from '../../src/check/check.ts';
import type { Clock } from '../../src/edge/clock.ts';
import { openDns } from '../../src/edge/dns.ts';
import { ProbeFailure } from '../../src/edge/failure.ts';
import type { HttpAnswer, HttpEdge } from '../../src/edge/http-edge.ts';
import { openNetwork } from '../../src/edge/network.ts';
import type { NetworkEdge } from '../../src/edge/open.ts';
import { openProviders } from '../../src/edge/providers.ts';
import { openScrubber } from '../../src/edge/scrubber.ts';
import type { Handshake, TlsEdge } from '../../src/edge/tls-edge.ts';
import type { Part } from '../../src/probes/index.ts';
import type { Address } from '../../src/protocols/address.ts';
import type { CheckedLedger } from '../../src/report/checked.ts';
import type { Report } from '../../src/report/report.ts';
import { random } from './random.ts';

// The embedded world without sockets: its packets are carried by hand, so that some of them get lost, and its clock
// does not wait. Real are the resolver, the retries, the probes, the judges.

/** What goes wrong on the way, each by chance. */
export interface Weather {
  /** Of each DNS packet, there or back. */
  readonly packetLost: number;
  /** Of each answer of a web or TLS server: too late to count. */
  readonly answerLate: number;
  /** Of each page: 502 in its place. */
  readonly serverError: number;
  /** What does not get out of here at all. */
  readonly blocked?: readonly ('dns-udp' | 'dns-tcp' | 'web' | 'ipv6')[];
}

/** What a fault does to the month. */
export interface Month {
  readonly scene: Scene;
  /** Host → what its servers send of their certificates, and what Node says of that. */
  readonly handshakes: Record<string, { names?: readonly string[]; ends?: string; intermediate: boolean }>;
  /** Hosts that refuse every connection. */
  readonly down: Set<string>;
  /** Changes to the zones as each server has them, the registries' too. */
  readonly zoneChanges: ((zone: Zone) => Zone)[];
  /** The zones of one name server replaced, by a change to its copy of the scene. */
  readonly divergent: Partial<Record<NameServerName, (scene: Scene) => void>>;
}

export interface Simulation {
  /** Looks at one month. The same seed gives the same weather. */
  run(seed: number, change?: (month: Month) => void): Promise<Report>;
  /** The same, with what the issue is made of; with `only`, of a light run. */
  check(
    seed: number,
    change?: (month: Month) => void,
    only?: ReadonlySet<Part> | null,
  ): Promise<CheckedLedger>;
}

export const now = Temporal.Instant.from(checkedAt[1]!);

export async function openSimulation(weather: Weather): Promise<Simulation> {
  const authority = await openAuthority({ organisation: 'Example Trust', aiaUrl });
  const repository = await readFolder(
    fileURLToPath(new URL('../../fixtures/world/repository.en', import.meta.url)),
  );
  const source = { file: 'ledger.yml', bytes: Buffer.from(repository['ledger.yml']!) };
  const [root, intermediate] = [authority.root, authority.intermediate];
  const issued = new Map<string, Promise<X509Certificate>>();
  /** The leaf that a site serves; made once for each shape. */
  function leafOf(key: string, names: readonly string[] | undefined, ends: string | undefined) {
    const { names: usual, keyType, issued: lifetimes } = certificates[key]!;
    const lifetime = lifetimes.findLast((each) => Date.parse(each.notBefore) <= now.epochMilliseconds)!;
    const request = {
      names: names ?? usual,
      notBefore: lifetime.notBefore,
      notAfter: ends ?? lifetime.notAfter,
      ...(keyType === undefined ? {} : { keyType }),
    };
    const id = JSON.stringify(request);
    const made = issued.get(id) ?? authority.issue(request).then(({ leaf }) => new X509Certificate(leaf));
    issued.set(id, made);
    return made;
  }
  const intermediateCertificate = new X509Certificate(intermediate);

  async function check(
    seed: number,
    change: (month: Month) => void = () => {},
    only: ReadonlySet<Part> | null = null,
  ): Promise<CheckedLedger> {
    const chance = random(seed);
    const happens = (probability: number) => chance() < probability;
    const scene = openingScene(authority.intermediateDer);
    const month: Month = { scene, handshakes: {}, down: new Set(), zoneChanges: [], divergent: {} };
    change(month);
    const serverNames = Object.keys(nameServerAddresses) as NameServerName[];
    const zones = new Map(
      serverNames.map((name) => {
        const own = structuredClone(scene);
        month.divergent[name]?.(own);
        const behaviour: NameServerBehaviour = scene.nameServers[name] ?? 'answering';
        const zones = zonesOf(own, name).map((zone) =>
          month.zoneChanges.reduce((changed, rewrite) => rewrite(changed), zone),
        );
        return [nameServerAddresses[name] as string, { zones, behaviour }];
      }),
    );
    const network = openNetwork({ connectTo: [], allowPrivate: true });
    const dns = openDns({
      network,
      resolver: null,
      rootHints: [{ name: 'a.root.example', address: nameServerAddresses['a.root.example'], port: 53 }],
      carrier: {
        async carry({ address }, message, over) {
          if (weather.blocked?.includes(`dns-${over}`)) return null;
          // TCP sends a lost packet again; over UDP it is gone, there or back.
          if (over === 'udp' && (happens(weather.packetLost) || happens(weather.packetLost))) return null;
          if (happens(weather.answerLate)) return null;
          const server = zones.get(address);
          return server === undefined ? null : answerTo(message, server.zones, server.behaviour, over);
        },
      },
    });
    const resolve = (host: string, _port: number, signal: AbortSignal): Promise<readonly Address[]> =>
      dns.resolve(host, signal);
    const reach = (host: string, address: string) => {
      if (weather.blocked?.includes('web')) throw new ProbeFailure('refused');
      if (weather.blocked?.includes('ipv6') && address.includes(':')) throw new ProbeFailure('no-ipv6');
      if (happens(weather.answerLate)) throw new ProbeFailure('timeout');
      if (month.down.has(host)) throw new ProbeFailure('refused');
      const site = scene.sites[host];
      if (site === undefined || !site.servers.includes(address)) throw new ProbeFailure('refused');
      return site;
    };
    const http: HttpEdge = {
      addresses: resolve,
      async reach({ host }, address) {
        reach(host, address);
      },
      async get({ url: text, address }) {
        const url = new URL(text);
        const site = reach(url.hostname, address);
        const pages = url.protocol === 'https:' ? site.pages : site.plainPages;
        const page = pages[url.pathname];
        const isBroken = happens(weather.serverError);
        const redirect = page?.redirect;
        const answer: HttpAnswer = {
          status: isBroken
            ? 502
            : page === undefined
              ? 404
              : (page.status ?? (redirect === undefined ? 200 : 301)),
          headers: new Map([['content-type', ['text/html; charset=utf-8']]]),
          redirectsTo: isBroken || redirect === undefined ? null : new URL(redirect, url),
          body: isBroken ? new Uint8Array() : new Uint8Array(Buffer.from(page?.body ?? '')),
          bodyEnd: 'complete',
          address,
          credentials: 'none',
          tookMs: 5,
        };
        return answer;
      },
      async ask({ method, url }) {
        if (weather.blocked?.includes('web')) throw new ProbeFailure('refused');
        if (happens(weather.answerLate)) throw new ProbeFailure('timeout');
        const isBroken = happens(weather.serverError);
        const text = listingXml(dumpsOf(scene, now.toString()), new URL(url).searchParams);
        return {
          status: isBroken ? 502 : method === 'HEAD' ? 403 : 200,
          headers: new Map(),
          redirectsTo: null,
          body: new Uint8Array(Buffer.from(isBroken ? '' : text)),
          bodyEnd: 'complete',
          address: objectStore.address,
          credentials: 'sent',
          tookMs: 5,
        };
      },
      async download() {
        if (happens(weather.answerLate)) throw new ProbeFailure('timeout');
        return { status: 200, body: new Uint8Array(authority.intermediateDer), contentType: null };
      },
      async fetchStatus() {
        return { status: 200 };
      },
      exchange: () => Promise.reject(new ProbeFailure('refused')),
      close: async () => {},
    };
    const tls: TlsEdge = {
      addresses: resolve,
      roots: { bundled: [], extra: [root] },
      async look({ host, address }): Promise<Handshake> {
        const site = reach(host, address);
        if (site.certificate === null) throw new ProbeFailure('tls-failed', 'ERR_SSL_WRONG_VERSION_NUMBER');
        const { names, ends, intermediate: sent = true } = month.handshakes[host] ?? { intermediate: true };
        const leaf = await leafOf(site.certificate, names, ends);
        const isNamed = leaf.checkHost(host) !== undefined;
        const errorCode = !sent
          ? 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'
          : ends !== undefined && Date.parse(ends) <= now.epochMilliseconds
            ? 'CERT_HAS_EXPIRED'
            : isNamed
              ? null
              : 'ERR_TLS_CERT_ALTNAME_INVALID';
        return {
          protocol: 'TLSv1.3',
          isOldProtocolOnly: false,
          authorized: errorCode === null,
          errorCode,
          chain: sent ? [leaf, intermediateCertificate] : [leaf],
        };
      },
      oldProtocolOf: async () => null,
      socket: () => Promise.reject(new ProbeFailure('refused')),
      close: () => {},
    };
    const registry: NetworkEdge['registry'] = {
      rdapBaseOf: () => null,
      rdapListedOn: '2026-02-13',
      async rdap(url) {
        if (weather.blocked?.includes('web')) throw new ProbeFailure('refused');
        if (happens(weather.answerLate)) throw new ProbeFailure('timeout');
        const { host, pathname } = new URL(url);
        const domain = scene.registrations.rdap.find(({ name }) => pathname === `/domain/${name}`);
        if (domain === undefined) return { type: 'not-found', isExplicit: true, host };
        return { type: 'found', body: JSON.parse(JSON.stringify(objectOf(domain, 'registry'))), host };
      },
      async whois(_server, query) {
        if (weather.blocked?.includes('web')) throw new ProbeFailure('refused');
        if (happens(weather.answerLate)) throw new ProbeFailure('timeout');
        const domain = scene.registrations.jp.find(({ name }) => query === `${name}/e`);
        return encode(
          domain === undefined ? 'No match!!\r\n' : reply(domain, 'en').replaceAll('\n', '\r\n'),
          'utf-8',
        );
      },
    };
    const options: CheckOptions = {
      mode: 'monthly',
      language: null,
      now,
      nextCheck: null,
      schedule: [],
      workflow: null,
      only,
      retryWaitsMs: [5000, 30_000],
      deadlineMs: 300_000,
      unseen: null,
      readFiles: true,
      firstSeen: new Map(),
      confirmed: new Set(),
    };
    let elapsed = 0;
    const clock: Clock = {
      now: () => now,
      elapsedMs: () => elapsed,
      wait: async (ms) => {
        elapsed += ms;
      },
    };
    const providers = openProviders({
      http,
      clock,
      environment: (name) =>
        name === 'AWS_ACCESS_KEY_ID' || name === 'AWS_SECRET_ACCESS_KEY' ? 'invented-key' : '',
      credentials: [{ host: objectStore.host, port: 443, provider: 's3' }],
      github: { apiUrl: 'https://api.github.com', repository: null, token: null },
      mask: () => {},
      scrubber: openScrubber(),
    });
    const checked = await checkLedger(source, options, {
      clock,
      edge: { dns, tls, http, registry, providers, accounts: null, scrubber: openScrubber() } as NetworkEdge,
      files: {
        read: async (name) => {
          const text = repository[name];
          return text === undefined ? { type: 'missing' } : { type: 'text', text, bytes: text.length };
        },
      },
      loadHolidays: async () => ({ isHoliday: () => false }),
      signal: new AbortController().signal,
    });
    if (checked.crashes.length > 0) throw checked.crashes[0]!.error;
    return checked;
  }
  return { check, run: async (seed, change) => (await check(seed, change)).report };
}
