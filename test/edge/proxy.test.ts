import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ProbeFailure } from '../../src/edge/failure.ts';
import { openNetwork } from '../../src/edge/network.ts';
import { proxyFor, unresolvedBehind } from '../../src/edge/proxy.ts';
import { openTls } from '../../src/edge/tls.ts';
import { addressOf } from '../../src/protocols/address.ts';
import { openServers } from './http-world.ts';

const servers = openServers();
const never = new AbortController().signal;
const site = '203.0.113.10';
const names = { 'www.example.test': [site] };
const limits = { timeoutMs: 5000, maxBytes: 1000 };

/** A proxy that leads every way to one port of this machine, and what it was asked for. */
let asked: { to: string; authorization: string | undefined }[] = [];
let answer = 200;
let behind = 0;
const proxy = http.createServer();
proxy.on('connect', (request, socket) => {
  socket.on('error', () => {});
  asked.push({ to: request.url ?? '', authorization: request.headers['proxy-authorization'] });
  if (answer !== 200) return socket.end(`HTTP/1.1 ${answer} No\r\n\r\n`);
  const way = net.connect(behind, '127.0.0.1', () => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    way.pipe(socket).pipe(way);
  });
  way.on('error', () => socket.destroy());
});

beforeEach(async () => {
  asked = [];
  answer = 200;
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  for (const name of ['https_proxy', 'http_proxy', 'HTTP_PROXY', 'no_proxy', 'NO_PROXY'])
    vi.stubEnv(name, '');
  vi.stubEnv('HTTPS_PROXY', `http://user:p%40ss@${place()}`);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await servers.close();
  proxy.closeAllConnections();
  await new Promise((resolve) => proxy.close(resolve));
});

const place = () => `127.0.0.1:${(proxy.address() as AddressInfo).port}`;
const get = async (url: string, options: Parameters<typeof servers.edge>[0] = {}) => {
  const edge = await servers.edge({ names, ...options });
  const { hostname } = new URL(url);
  const address = (await edge.addresses(hostname, 443, never))[0]!.address;
  return edge.get({ url, address, credentials: true, ...limits }, never);
};

describe('a page', () => {
  test('is asked for through the proxy, by its address, with its name in TLS and Host', async () => {
    behind = await servers.https((request, response) =>
      response.end(`${request.headers.host} ${request.headers.authorization}`),
    );
    const credentials = [
      { host: 'www.example.test', port: 443, header: 'Authorization', value: 'Bearer hidden' },
    ];
    const seen = await get('https://www.example.test/', { credentials });
    expect(Buffer.from(seen.body).toString()).toBe('www.example.test Bearer hidden');
    expect(seen).toMatchObject({ address: site, credentials: 'sent' });
    const authorization = `Basic ${Buffer.from('user:p@ss').toString('base64')}`;
    expect(asked).toEqual([{ to: `${site}:443`, authorization }]);
  });

  test('over plain http too', async () => {
    vi.stubEnv('http_proxy', place());
    behind = await servers.http((request, response) => response.end(request.headers.host));
    const seen = await get('http://www.example.test/');
    expect(Buffer.from(seen.body).toString()).toBe('www.example.test');
    expect(asked).toEqual([{ to: `${site}:80`, authorization: undefined }]);
  });

  test('at an address that the guard keeps closed is not asked for', async () => {
    for (const address of ['10.0.0.1', '169.254.169.254', '127.0.0.1']) {
      const options = { allowPrivate: false, names: { 'www.example.test': [address] } };
      await expect(get('https://www.example.test/', options)).rejects.toMatchObject({ code: 'blocked' });
    }
    vi.stubEnv('http_proxy', place());
    const plain = { allowPrivate: false, names: { 'www.example.test': ['10.0.0.1'] } };
    await expect(get('http://www.example.test/', plain)).rejects.toMatchObject({ code: 'blocked' });
    const metadata = { allowPrivate: true, names: { 'www.example.test': ['169.254.169.254'] } };
    await expect(get('https://www.example.test/', metadata)).rejects.toMatchObject({ code: 'blocked' });
    expect(asked).toEqual([]);
  });

  test('of a host in NO_PROXY, and where the operator says where it goes, is asked for without it', async () => {
    const port = await servers.https((_request, response) => response.end());
    const connectTo = [{ host: 'www.example.test', port: 443, toAddress: '127.0.0.1', toPort: port }];
    expect(await get('https://www.example.test/', { connectTo })).toMatchObject({ status: 200 });
    vi.stubEnv('NO_PROXY', '.example.test');
    expect(proxyFor(new URL('https://www.example.test/'))).toBeNull();
    expect(proxyFor(new URL('https://www.example.com/'))?.name).toBe(place());
    expect(asked).toEqual([]);
  });

  test('that the proxy does not lead to is not known, and the proxy is named without its password', async () => {
    answer = 403;
    const refused = { code: 'proxy-refused', detail: `${place()}: HTTP 403` };
    await expect(get('https://www.example.test/')).rejects.toMatchObject(refused);
    vi.stubEnv('HTTPS_PROXY', `http://user:secret@127.0.0.1:${await servers.closedPort()}`);
    const gone = await get('https://www.example.test/').catch((error: unknown) => error);
    expect(gone).toMatchObject({ code: 'proxy-refused' });
    expect(JSON.stringify(gone)).not.toContain('secret');
  });
});

test('a provider is asked through the proxy, over TLS that proves it', async () => {
  behind = await servers.https((_request, response) => response.end('points'));
  const edge = await servers.edge({ names });
  const question = { method: 'GET', url: 'https://www.example.test/', headers: {}, body: null } as const;
  expect(await edge.ask({ ...question, ...limits }, never)).toMatchObject({ status: 200 });
  const other = await servers.edge({ names, trustsRoot: false });
  await expect(other.ask({ ...question, ...limits }, never)).rejects.toMatchObject({ code: 'tls-failed' });
});

test('a resolver over HTTPS is asked through the proxy, by its name', async () => {
  behind = await servers.https((_request, response) => response.end('reply'), ['dns.example.test']);
  const edge = await servers.edge({ extraRoots: [await servers.root()] });
  const reply = await edge.exchange('https://dns.example.test/dns-query', new Uint8Array(1), never);
  expect(Buffer.from(reply).toString()).toBe('reply');
  expect(asked.map(({ to }) => to)).toEqual(['dns.example.test:443']);
});

test('a certificate cannot be seen through a proxy: where there is no other way, the proxy is named', async () => {
  // Without a route nothing leaves this machine; a closed port stands for it.
  const address = '127.0.0.1';
  const closed = await servers.closedPort();
  const network = openNetwork({ connectTo: [], allowPrivate: true });
  const tls = openTls({
    network: { ...network, route: () => ({ address, port: closed }) },
    resolve: async () => [addressOf(site)],
    extraRoots: [],
  });
  const look = tls.look({ host: 'www.example.test', port: 443, address: site }, never);
  await expect(look).rejects.toMatchObject({ code: 'behind-proxy', detail: place() });
  expect(asked).toEqual([]);
});

test.each([
  ['name-not-found', false, 'proxy-unresolved'],
  ['name-unresolvable', false, 'proxy-unresolved'],
  ['timeout', true, 'proxy-unresolved'],
  // The operator's own resolver knows.
  ['name-not-found', true, 'name-not-found'],
  ['blocked', false, 'blocked'],
] as const)('a name that is %s here', (code, hasOwnResolver, reported) => {
  const failure = new ProbeFailure(code);
  const behindProxy = proxyFor(new URL('https://www.example.test/'));
  expect(unresolvedBehind(failure, behindProxy, hasOwnResolver).code).toBe(reported);
  expect(unresolvedBehind(failure, null, hasOwnResolver)).toBe(failure);
});
