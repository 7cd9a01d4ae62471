import net, { type AddressInfo, type Socket } from 'node:net';
import tls, { type TlsOptions } from 'node:tls';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openNetwork } from '../../src/edge/network.ts';
import { openTls, type TlsEdge } from '../../src/edge/tls.ts';
import { type Issuer, issue, serverOf } from '../pki.ts';

const never = new AbortController().signal;
let root: Issuer;
let intermediate: Issuer;
let leaf: Issuer;
beforeAll(async () => {
  root = await issue(null, { subject: 'O=Test Trust, CN=Root', ca: true });
  intermediate = await issue(root, { subject: 'O=Test Trust, CN=I1', ca: true });
  leaf = await issue(intermediate, {
    subject: 'CN=www.example.test',
    names: ['www.example.test', '127.0.0.1'],
  });
});

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

interface Started {
  readonly port: number;
  /** Every connection, open and closed. */
  readonly connections: Socket[];
}

function listen(server: net.Server): Promise<Started> {
  const connections: Socket[] = [];
  server.on('connection', (socket: Socket) => {
    connections.push(socket);
    socket.on('error', () => {});
  });
  server.on('tlsClientError', () => {});
  closers.push(() => {
    for (const socket of connections) socket.destroy();
    return new Promise((done) => server.close(done));
  });
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => done({ port: (server.address() as AddressInfo).port, connections }));
  });
}

/** A TLS server with the leaf and its intermediate; `options` on top. */
async function serve(options: TlsOptions = {}, onSecure: (socket: tls.TLSSocket) => void = () => {}) {
  const certificates = await serverOf(leaf, [intermediate]);
  return listen(
    tls.createServer({ ...certificates, ...options }, (socket) => {
      socket.on('error', () => {});
      onSecure(socket);
    }),
  );
}

function open(options: { allowPrivate?: boolean; trusts?: boolean; timeoutMs?: number } = {}): TlsEdge {
  const { allowPrivate = true, trusts = true, timeoutMs = 5000 } = options;
  const edge = openTls({
    network: openNetwork({ connectTo: [], allowPrivate }),
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    extraRoots: trusts ? [root.pem] : [],
    connectTimeoutMs: timeoutMs,
  });
  closers.push(() => edge.close());
  return edge;
}

const target = (port: number, host = 'www.example.test') => ({ host, port, address: '127.0.0.1' });

describe('a handshake', () => {
  test('tells the chain as the server sent it, and nothing that it did not send', async () => {
    const whole = await open().look(target((await serve()).port), never);
    expect(whole.chain.map(({ subject }) => subject)).toEqual(['CN=www.example.test', 'O=Test Trust\nCN=I1']);
    expect(whole).toMatchObject({
      authorized: true,
      errorCode: null,
      protocol: 'TLSv1.3',
      isOldProtocolOnly: false,
    });

    const short = await open().look(target((await serve({ ...(await serverOf(leaf)) })).port), never);
    expect(short.chain).toHaveLength(1);
    expect(short).toMatchObject({ authorized: false, errorCode: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' });
  });

  test('names the host to the server, but never an address', async () => {
    const names: (string | false | null)[] = [];
    const server = await serve({}, (socket) => names.push(socket.servername));
    const edge = open();
    await edge.look(target(server.port), never);
    await edge.look(target(server.port, '127.0.0.1'), never);
    await expect.poll(() => names).toEqual(['www.example.test', false]);
  });

  test('is judged by the host that was meant', async () => {
    const server = await serve();
    expect(await open().look(target(server.port, '127.0.0.1'), never)).toMatchObject({ authorized: true });
    expect(await open().look(target(server.port, 'other.example.test'), never)).toMatchObject({
      authorized: false,
      errorCode: 'ERR_TLS_CERT_ALTNAME_INVALID',
    });
    expect(await open({ trusts: false }).look(target(server.port), never)).toMatchObject({
      authorized: false,
    });
  });

  test('with TLS 1.1 alone is made all the same, and told', async () => {
    const server = await serve({
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1',
      ciphers: 'DEFAULT:@SECLEVEL=0',
    });
    expect(await open().look(target(server.port), never)).toMatchObject({
      isOldProtocolOnly: true,
      protocol: 'TLSv1.1',
    });
  });
});

describe('one connection serves both', () => {
  const open2 = async () => ({ edge: open(), server: await serve() });

  test('the endpoint first, then its certificate', async () => {
    const { edge, server } = await open2();
    const { socket, handshake } = await edge.socket(target(server.port), never);
    expect(await edge.look(target(server.port), never)).toBe(handshake);
    socket.destroy();
    expect(server.connections).toHaveLength(1);
  });

  test('the certificate first, then its endpoint', async () => {
    const { edge, server } = await open2();
    const handshake = await edge.look(target(server.port), never);
    const given = await edge.socket(target(server.port), never);
    expect(given.handshake).toBe(handshake);
    given.socket.destroy();
    expect(server.connections).toHaveLength(1);
  });

  test.each([
    ['the certificate first', true],
    ['the endpoint first', false],
  ])('both at once, %s', async (_name, lookFirst) => {
    const { edge, server } = await open2();
    const at = target(server.port);
    const calls = lookFirst
      ? [edge.look(at, never), edge.socket(at, never)]
      : [edge.socket(at, never), edge.look(at, never)];
    await Promise.all(calls);
    expect(server.connections).toHaveLength(1);
  });

  test('other hosts at the same address have their own, and so have two endpoints', async () => {
    const { edge, server } = await open2();
    await edge.look(target(server.port), never);
    await edge.look(target(server.port, 'other.example.test'), never);
    await edge.socket(target(server.port), never);
    await edge.socket(target(server.port), never);
    expect(server.connections).toHaveLength(3);
  });

  test('a connection that the server has closed meanwhile is not given away', async () => {
    const sockets: tls.TLSSocket[] = [];
    const server = await serve({}, (socket) => sockets.push(socket));
    const edge = open();
    await edge.look(target(server.port), never);
    await expect.poll(() => sockets.length).toBe(1);
    sockets[0]!.destroy();
    const isWritable = async () => {
      const { socket } = await edge.socket(target(server.port), never);
      const usable = !socket.destroyed;
      socket.destroy();
      return usable;
    };
    await expect.poll(isWritable).toBe(true);
  });

  test('close leaves nothing open', async () => {
    const { edge, server } = await open2();
    await edge.look(target(server.port), never);
    edge.close();
    await expect.poll(() => server.connections.every(({ destroyed }) => destroyed)).toBe(true);
  });
});

describe('a failure is named', () => {
  const failing = (port: number, options = {}) =>
    open(options)
      .look(target(port), never)
      .then(
        () => 'no failure',
        ({ code, detail }) => [code, detail],
      );

  test('nothing listens', async () => {
    const { port } = await listen(net.createServer());
    await closers.pop()?.();
    expect(await failing(port)).toEqual(['refused', null]);
  });

  test('the server hangs up', async () => {
    const { port } = await listen(net.createServer((socket) => socket.destroy()));
    expect(await failing(port)).toEqual(['reset', null]);
  });

  test('no TLS at all', async () => {
    const { port } = await listen(
      net.createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
    );
    const [code, detail] = await failing(port);
    expect(code).toBe('tls-failed');
    expect(detail).toMatch(/WRONG_VERSION_NUMBER|PACKET_LENGTH|RECORD/);
  });

  test('the server knows no such name', async () => {
    const { port } = await serve({ SNICallback: (_name, done) => done(new Error('unknown')) });
    const [code] = await failing(port);
    expect(['tls-failed', 'reset']).toContain(code);
  });

  test('silence, before and in the handshake', async () => {
    const { port } = await listen(net.createServer(() => {}));
    expect(await failing(port, { timeoutMs: 150 })).toEqual(['timeout', null]);
  });

  test('the guard refuses: no connection is opened', async () => {
    const server = await serve();
    expect(await failing(server.port, { allowPrivate: false })).toEqual(['blocked', '127.0.0.1']);
    expect(server.connections).toEqual([]);
  });

  test('is not remembered: the next look is made afresh', async () => {
    let isSilent = true;
    const certificates = await serverOf(leaf, [intermediate]);
    const secure = tls.createServer(certificates);
    const server = await listen(
      net.createServer((socket) => (isSilent ? socket.destroy() : secure.emit('connection', socket))),
    );
    const edge = open();
    await expect(edge.look(target(server.port), never)).rejects.toMatchObject({ code: 'reset' });
    isSilent = false;
    expect(await edge.look(target(server.port), never)).toMatchObject({ authorized: true });
  });

  test('the signal stops it with its reason', async () => {
    const server = await listen(net.createServer((socket) => socket.resume()));
    const stop = new AbortController();
    const look = open().look(target(server.port), stop.signal);
    await expect.poll(() => server.connections.length).toBe(1);
    stop.abort(new Error('enough'));
    await expect(look).rejects.toThrow('enough');
    await expect.poll(() => server.connections[0]?.destroyed).toBe(true);
  });
});

describe('STARTTLS', () => {
  /** A server that answers each line by the script, and goes on encrypted where the answer says so. */
  async function mail(greeting: string, answer: (line: string) => { say: string; encrypt?: boolean }) {
    const certificates = await serverOf(leaf, [intermediate]);
    const lines: string[] = [];
    const server = await listen(
      net.createServer((socket) => {
        socket.write(greeting);
        const onData = (data: Buffer) => {
          const line = data.toString().trim();
          lines.push(line);
          const { say, encrypt = false } = answer(line);
          if (encrypt) socket.off('data', onData);
          socket.write(say, () => {
            if (!encrypt) return;
            const secure = new tls.TLSSocket(socket, { isServer: true, ...certificates });
            secure.on('error', () => {});
          });
        };
        socket.on('data', onData);
      }),
    );
    return { ...server, lines };
  }

  const smtp = (starttls = '220 go ahead\r\n') =>
    mail('220-mx.example.test\r\n220 ready\r\n', (line) =>
      line.startsWith('EHLO')
        ? { say: '250-mx.example.test\r\n250-SIZE 1000\r\n250 STARTTLS\r\n' }
        : { say: starttls, encrypt: starttls.startsWith('220') },
    );

  test('smtp', async () => {
    const server = await smtp();
    const handshake = await open().look({ ...target(server.port), starttls: 'smtp' }, never);
    expect(handshake).toMatchObject({ authorized: true });
    expect(server.lines).toEqual([expect.stringMatching(/^EHLO \S+$/), 'STARTTLS']);
  });

  test('imap', async () => {
    const server = await mail('* OK ready\r\n', () => ({ say: '* NOTE\r\na1 OK begin\r\n', encrypt: true }));
    const handshake = await open().look({ ...target(server.port), starttls: 'imap' }, never);
    expect(handshake).toMatchObject({ authorized: true });
  });

  test.each([
    ['a server that refuses', () => smtp('454 TLS not available\r\n')],
    ['a server that speaks something else', () => mail('HTTP/1.1 400 Bad Request\r\n', () => ({ say: '' }))],
    ['a server without end', () => mail('x'.repeat(20_000), () => ({ say: '' }))],
  ])('%s', async (_name, start) => {
    const server = await start();
    await expect(open().look({ ...target(server.port), starttls: 'smtp' }, never)).rejects.toMatchObject({
      code: 'response-unexpected',
    });
    await expect.poll(() => server.connections.every(({ destroyed }) => destroyed)).toBe(true);
  });

  test('a server that says nothing', async () => {
    const server = await mail('', () => ({ say: '' }));
    await expect(
      open({ timeoutMs: 150 }).look({ ...target(server.port), starttls: 'imap' }, never),
    ).rejects.toMatchObject({ code: 'timeout' });
  });
});
