import http from 'node:http';
import https from 'node:https';
import net, { type AddressInfo } from 'node:net';
import tls from 'node:tls';
import { openAuthority } from '../../fixtures/world/pki.ts';
import { ProbeFailure } from '../../src/edge/failure.ts';
import { type HttpOptions, openHttp } from '../../src/edge/http.ts';
import type { HttpEdge } from '../../src/edge/http-edge.ts';
import { type ConnectTo, openNetwork } from '../../src/edge/network.ts';
import { addressOf } from '../../src/protocols/address.ts';

// Web servers on loopback and an HTTP edge that reaches them, for tests.

export interface Servers {
  /** Starts a server on a free port of 127.0.0.1 and returns the port. */
  http(answer: http.RequestListener): Promise<number>;
  /** As `http`, with a certificate for `names` (default www.example.test) that `root` vouches for. */
  https(
    answer: http.RequestListener,
    names?: readonly string[],
    options?: https.ServerOptions,
  ): Promise<number>;
  /** A server that does what it likes with its connections. */
  raw(onConnection: (socket: net.Socket) => void): Promise<number>;
  /** A port on which nothing listens. */
  closedPort(): Promise<number>;
  /** The root that the https servers' certificates lead to (PEM). */
  root(): Promise<string>;
  /** An edge that reaches the servers; closed with them. */
  edge(options?: EdgeOptions): Promise<HttpEdge>;
  close(): Promise<void>;
}

export interface EdgeOptions extends Partial<Omit<HttpOptions, 'tls'>> {
  readonly connectTo?: readonly ConnectTo[];
  readonly allowPrivate?: boolean;
  /** Addresses by host name; any other name does not exist. */
  readonly names?: Readonly<Record<string, readonly string[]>>;
  /** Whether the servers' root is trusted. Default: yes. */
  readonly trustsRoot?: boolean;
}

export function openServers(): Servers {
  const closers: (() => Promise<void>)[] = [];
  let authority: ReturnType<typeof openAuthority> | null = null;
  const vouch = () => {
    authority ??= openAuthority({ organisation: 'Test CA', aiaUrl: 'http://aia.example.test/ca.cer' });
    return authority;
  };
  const listen = async (server: net.Server): Promise<number> => {
    const sockets = new Set<net.Socket>();
    server.on('connection', (socket: net.Socket) => {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => sockets.delete(socket));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closers.push(() => {
      for (const socket of sockets) socket.destroy();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    });
    return (server.address() as AddressInfo).port;
  };
  return {
    http: (answer) => listen(http.createServer(answer)),
    async https(answer, names = ['www.example.test'], options = {}) {
      const certificate = await (await vouch()).issue({
        names,
        notBefore: '2025-01-01T00:00:00Z',
        notAfter: '2040-01-01T00:00:00Z',
      });
      return listen(
        https.createServer({ ...options, cert: certificate.chain, key: certificate.key }, answer),
      );
    },
    raw: (onConnection) => listen(net.createServer(onConnection)),
    async closedPort() {
      const server = net.createServer();
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const { port } = server.address() as AddressInfo;
      await new Promise<void>((resolve) => server.close(() => resolve()));
      return port;
    },
    root: async () => (await vouch()).root,
    async edge({ connectTo = [], allowPrivate = true, names = {}, trustsRoot = true, ...options } = {}) {
      const network = openNetwork({ connectTo, allowPrivate });
      const roots = trustsRoot && authority !== null ? [(await authority).root] : [];
      const edge = openHttp({
        network,
        tls: {
          async socket({ host, port, address, over }, signal) {
            const route = network.route({ host, port, address });
            const servername = net.isIP(host) === 0 ? host : '';
            const way = over === undefined ? {} : { socket: await over(signal) };
            const socket = tls.connect({
              host: route.address,
              port: route.port,
              ...way,
              servername,
              ca: roots,
              rejectUnauthorized: false,
            });
            signal.addEventListener('abort', () => socket.destroy(signal.reason));
            await new Promise<void>((resolve, reject) => {
              socket.once('secureConnect', resolve);
              socket.once('error', (error: NodeJS.ErrnoException) =>
                reject(
                  error.code?.startsWith('ERR_SSL') ? new ProbeFailure('tls-failed', error.code) : error,
                ),
              );
            });
            const authorized = socket.authorized && servername !== '';
            return { socket, handshake: { authorized } as never };
          },
        },
        resolve: async (host) => {
          if (net.isIP(host) !== 0) return [addressOf(host)];
          const found = names[host];
          if (found === undefined) throw new ProbeFailure('name-not-found', host);
          return found.map(addressOf);
        },
        userAgent: 'test/1',
        credentials: [],
        idleTimeoutMs: 2000,
        ...options,
      });
      closers.push(() => edge.close());
      return edge;
    },
    async close() {
      for (const close of closers.splice(0).reverse()) await close();
    },
  };
}
