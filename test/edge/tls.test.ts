import { once } from 'node:events';
import net, { type AddressInfo, type Socket } from 'node:net';
import tls, { type TlsOptions } from 'node:tls';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ProbeFailure } from '../../src/edge/failure.ts';
import { type ConnectTo, openNetwork } from '../../src/edge/network.ts';
import { openTls } from '../../src/edge/tls.ts';
import type { TlsEdge } from '../../src/edge/tls-edge.ts';
import { clientAuth, type Issuer, issue, serverOf } from '../pki.ts';

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

interface Options {
  readonly allowPrivate?: boolean;
  readonly trusts?: boolean;
  readonly timeoutMs?: number;
  readonly connectTo?: readonly ConnectTo[];
}

function open(options: Options = {}): TlsEdge {
  const { allowPrivate = true, trusts = true, timeoutMs = 5000, connectTo = [] } = options;
  const edge = openTls({
    network: openNetwork({ connectTo, allowPrivate }),
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

  test('keeps the order and what does not belong, as the server sent it', async () => {
    const stranger = await issue(null, { subject: 'O=Stranger, CN=Root', ca: true });
    const certificates = await serverOf(leaf, [stranger, root, intermediate]);
    const { chain, authorized } = await open().look(target((await serve(certificates)).port), never);
    expect(chain.map(({ serialNumber }) => serialNumber)).toEqual(
      [leaf, stranger, root, intermediate].map(({ certificate }) => certificate.serialNumber.toUpperCase()),
    );
    expect(authorized).toBe(true);
  });

  test('tells no session of before: another connection shows the chain as well', async () => {
    const { port } = await serve();
    const edge = open();
    const one = await edge.socket(target(port), never);
    const other = await edge.socket(target(port), never);
    expect(other.handshake.chain).toHaveLength(2);
    expect(other.socket.isSessionReused()).toBe(false);
    for (const { socket } of [one, other]) socket.destroy();
  });

  test('names the host to the server, but never an address', async () => {
    const names: (string | false | null)[] = [];
    const server = await serve({}, (socket) => names.push(socket.servername));
    const edge = open();
    await edge.look(target(server.port), never);
    await edge.look(target(server.port, '127.0.0.1'), never);
    await expect.poll(() => names).toEqual(['www.example.test', false]);
  });

  test('with a server that refuses to speak HTTP shows its certificate all the same', async () => {
    const offered: (readonly string[])[] = [];
    const server = await serve({
      ALPNCallback: ({ protocols }) => {
        offered.push(protocols);
        return undefined;
      },
    });
    expect(await open().look(target(server.port), never)).toMatchObject({ authorized: true });
    expect(offered).toEqual([['http/1.1'], ['h2']]);
    expect(server.connections).toHaveLength(3);
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

  test.each([
    ['expired', { valid: ['2020-01-01T00:00:00Z', '2021-01-01T00:00:00Z'] }, 'CERT_HAS_EXPIRED'],
    ['not valid yet', { valid: ['2090-01-01T00:00:00Z', '2091-01-01T00:00:00Z'] }, 'CERT_NOT_YET_VALID'],
    ['not for servers', { purposes: [clientAuth] }, 'INVALID_PURPOSE'],
  ] as const)('comes about with a certificate that is %s', async (_name, order, errorCode) => {
    const wrong = await issue(intermediate, { subject: 'CN=x', names: ['www.example.test'], ...order });
    const { port } = await serve(await serverOf(wrong, [intermediate]));
    const { socket, handshake } = await open().socket(target(port), never);
    expect(handshake).toMatchObject({ authorized: false, errorCode });
    expect(socket.writable).toBe(true);
    socket.destroy();
  });

  test('with a server that wants a certificate of its clients shows its own first (TLS 1.3)', async () => {
    const { port } = await serve({ requestCert: true, rejectUnauthorized: true });
    expect((await open().look(target(port), never)).chain).toHaveLength(2);
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

  test('that of an opener who gives up is made by those who wait', async () => {
    const { server, secure } = await silentAtFirst();
    const edge = open();
    const stop = new AbortController();
    const given = edge.socket(target(server.port), stop.signal);
    await expect.poll(() => server.connections.length).toBe(1);
    secure();
    const look = edge.look(target(server.port), never);
    stop.abort(new ProbeFailure('timeout'));
    await expect(given).rejects.toMatchObject({ code: 'timeout' });
    expect(await look).toMatchObject({ authorized: true });
    expect(server.connections).toHaveLength(2);
  });

  test('whoever gives up waiting gives up for nobody else', async () => {
    const { server } = await silentAtFirst();
    const edge = open();
    const [opener, waiter] = [new AbortController(), new AbortController()];
    const first = edge.look(target(server.port), opener.signal);
    const others = [
      edge.look(target(server.port), waiter.signal),
      edge.socket(target(server.port), waiter.signal),
    ];
    waiter.abort(new Error('enough'));
    for (const other of others) await expect(other).rejects.toThrow('enough');
    await expect.poll(() => server.connections.length).toBe(1);
    opener.abort(new Error('enough, too'));
    await expect(first).rejects.toThrow('enough, too');
    expect(server.connections).toHaveLength(1);
  });

  test('a server that cannot be reached is so for all who wait', async () => {
    const server = await listen(net.createServer((socket) => socket.destroy()));
    const edge = open();
    const at = target(server.port);
    const ends = await Promise.allSettled([
      edge.look(at, never),
      edge.look(at, never),
      edge.socket(at, never),
    ]);
    expect(ends.map((end) => end.status === 'rejected' && end.reason.code)).toEqual([
      'reset',
      'reset',
      'reset',
    ]);
    expect(server.connections).toHaveLength(1);
  });

  test('close leaves nothing open that comes about later', async () => {
    const { server, secure } = await silentAtFirst();
    const edge = open();
    const look = edge.look(target(server.port), never);
    await expect.poll(() => server.connections.length).toBe(1);
    edge.close();
    secure();
    await look;
    await expect.poll(() => server.connections.every(({ destroyed }) => destroyed)).toBe(true);
  });

  test('close leaves nothing open', async () => {
    const { edge, server } = await open2();
    await edge.look(target(server.port), never);
    edge.close();
    await expect.poll(() => server.connections.every(({ destroyed }) => destroyed)).toBe(true);
  });
});

/** A server that accepts nobody, and whose queue is full: who connects waits for ever. */
async function fullServer(): Promise<number> {
  const worker = new Worker(
    `const { parentPort } = require('node:worker_threads');
     const server = require('node:net').createServer();
     server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
       parentPort.postMessage(server.address().port);
       Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
     });`,
    { eval: true },
  );
  closers.push(() => worker.terminate());
  const port = await new Promise<number>((done) => worker.once('message', done));
  const inQueue = Array.from({ length: 4 }, () => {
    const socket = net.connect({ host: '127.0.0.1', port });
    socket.on('error', () => {});
    closers.push(() => socket.destroy());
    return socket;
  });
  await Promise.all(inQueue.slice(0, 2).map((socket) => once(socket, 'connect')));
  return port;
}

/** A server that says nothing on its first connections, until `secure` lets them, and all that follow, go on. */
async function silentAtFirst() {
  const waiting: Socket[] = [];
  let isSilent = true;
  const secure = tls.createServer(await serverOf(leaf, [intermediate]), (socket) =>
    socket.on('error', () => {}),
  );
  secure.on('tlsClientError', () => {});
  const server = await listen(
    net.createServer((socket) => {
      if (isSilent) waiting.push(socket);
      else secure.emit('connection', socket);
    }),
  );
  return {
    server,
    secure() {
      isSilent = false;
      for (const socket of waiting) secure.emit('connection', socket);
    },
  };
}

describe('protocols of old', () => {
  const both = { minVersion: 'TLSv1', ciphers: 'DEFAULT:@SECLEVEL=0' } as const;

  test('are found besides newer ones, and asked for once', async () => {
    const server = await serve(both);
    const edge = open();
    const at = target(server.port);
    expect(await Promise.all([edge.oldProtocolOf(at, never), edge.oldProtocolOf(at, never)])).toEqual([
      'TLSv1.1',
      'TLSv1.1',
    ]);
    expect(await edge.oldProtocolOf(at, never)).toBe('TLSv1.1');
    expect(server.connections).toHaveLength(1);
    await expect.poll(() => server.connections[0]?.destroyed).toBe(true);
  });

  test('the best of them is told', async () => {
    const { port } = await serve({ ...both, maxVersion: 'TLSv1' });
    expect(await open().oldProtocolOf(target(port), never)).toBe('TLSv1');
  });

  test('are not found where they are refused, or nothing can be seen', async () => {
    expect(await open().oldProtocolOf(target((await serve()).port), never)).toBeNull();
    const { port } = await listen(net.createServer((socket) => socket.destroy()));
    expect(await open().oldProtocolOf(target(port), never)).toBeNull();
  });

  test('are asked for afresh by those whom the signal did not stop', async () => {
    const waiting: Socket[] = [];
    const secure = tls.createServer({ ...(await serverOf(leaf, [intermediate])), ...both });
    const server = await listen(
      net.createServer((socket) => {
        if (waiting.length === 0) waiting.push(socket);
        else secure.emit('connection', socket);
      }),
    );
    const edge = open();
    const stop = new AbortController();
    const stopped = edge.oldProtocolOf(target(server.port), stop.signal);
    const other = edge.oldProtocolOf(target(server.port), never);
    await expect.poll(() => waiting.length).toBe(1);
    stop.abort(new ProbeFailure('deadline'));
    await expect(stopped).rejects.toMatchObject({ code: 'deadline' });
    expect(await other).toBe('TLSv1.1');
    expect(await edge.oldProtocolOf(target(server.port), never)).toBe('TLSv1.1');
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

  // By the numbers of RFC 8446 §6. Asked once more as browsers do, and where old protocols may be the reason by those.
  test.each<[string, number, RegExp, number]>([
    ['handshake_failure', 40, /^ERR_SSL_\S+_HANDSHAKE_FAILURE$/, 3],
    ['protocol_version', 70, /^ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION$/, 3],
    ['insufficient_security', 71, /^ERR_SSL_TLSV1_ALERT_INSUFFICIENT_SECURITY$/, 3],
    ['access_denied', 49, /^ERR_SSL_TLSV1_ALERT_ACCESS_DENIED$/, 2],
    ['internal_error', 80, /^ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR$/, 2],
    ['unrecognized_name', 112, /^ERR_SSL_TLSV1_UNRECOGNIZED_NAME$/, 2],
    ['certificate_required', 116, /^ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED$/, 2],
  ])('the alert %s', async (_name, alert, expected, asked) => {
    const server = await listen(
      net.createServer((socket) => {
        socket.once('data', () => socket.end(Buffer.from([0x15, 3, 3, 0, 2, 2, alert])));
      }),
    );
    const [code, detail] = await failing(server.port);
    expect(code).toBe('tls-failed');
    expect(detail).toMatch(expected);
    expect(server.connections).toHaveLength(asked);
  });

  test('the first refusal is told where the old protocols end otherwise', async () => {
    let asked = 0;
    const server = await listen(
      net.createServer((socket) => {
        const isFirst = asked++ === 0;
        socket.once('data', () =>
          isFirst ? socket.end(Buffer.from([0x15, 3, 3, 0, 2, 2, 70])) : socket.destroy(),
        );
      }),
    );
    const [code, detail] = await failing(server.port);
    expect([code, detail]).toEqual(['tls-failed', 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION']);
    expect(asked).toBe(3);
  });

  test('the server wants a certificate of its clients (TLS 1.2)', async () => {
    const { port } = await serve({ requestCert: true, rejectUnauthorized: true, maxVersion: 'TLSv1.2' });
    const [code, detail] = await failing(port);
    expect(code).toBe('tls-failed');
    expect(detail).toMatch(/_HANDSHAKE_FAILURE$/);
  });

  // Linux drops what does not fit into the queue of a server that accepts nobody.
  test.skipIf(process.platform !== 'linux')(
    'no connection in time, and what that means for mail',
    async () => {
      const port = await fullServer();
      expect(await failing(port, { timeoutMs: 150 })).toEqual(['timeout', null]);
      const connectTo = [{ host: null, port: 25, toAddress: '127.0.0.1', toPort: port }];
      const look = open({ timeoutMs: 150, connectTo }).look(
        { ...target(25), address: '203.0.113.1', starttls: 'smtp' },
        never,
      );
      await expect(look).rejects.toMatchObject({ code: 'port-25' });
      const stop = new AbortController();
      const stopped = open().look(target(port), stop.signal);
      stop.abort(new Error('enough'));
      await expect(stopped).rejects.toThrow('enough');
    },
  );

  test('silence in the handshake', async () => {
    const { port } = await listen(net.createServer(() => {}));
    expect(await failing(port, { timeoutMs: 150 })).toEqual(['timeout', null]);
  });

  test('the guard refuses: no connection is opened', async () => {
    const server = await serve();
    expect(await failing(server.port, { allowPrivate: false })).toEqual(['blocked', '127.0.0.1']);
    expect(server.connections).toEqual([]);
  });

  test('a signal that has been given already', async () => {
    const { port } = await serve();
    const given = AbortSignal.abort(new Error('enough'));
    const edge = open();
    await expect(edge.look(target(port), given)).rejects.toThrow('enough');
    await expect(edge.socket(target(port), given)).rejects.toThrow('enough');
    expect(await edge.look(target(port), never)).toMatchObject({ authorized: true });
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

  test('imap asks for nothing else, and in any case', async () => {
    const server = await mail('* ok [CAPABILITY IMAP4rev1 STARTTLS] ready\r\n', () => ({
      say: 'a1 ok begin\r\n',
      encrypt: true,
    }));
    await open().look({ ...target(server.port), starttls: 'imap' }, never);
    expect(server.lines).toEqual(['a1 STARTTLS']);
  });

  test('is not taken for the same server without it', async () => {
    const server = await smtp();
    const edge = open();
    await edge.look({ ...target(server.port), starttls: 'smtp' }, never);
    await expect(edge.look({ ...target(server.port), starttls: 'imap' }, never)).rejects.toMatchObject({
      code: 'response-unexpected',
    });
    expect(server.connections).toHaveLength(2);
  });

  const ends = async (server: Started, starttls: 'smtp' | 'imap', options: Options = {}) => {
    const look = open(options).look({ ...target(server.port), starttls }, never);
    await expect(look).rejects.toBeInstanceOf(ProbeFailure);
    await expect.poll(() => server.connections.every(({ destroyed }) => destroyed)).toBe(true);
    return look.catch(({ code }) => code);
  };

  test.each([
    ['for the moment', '454 TLS not available\r\n', 'response-unexpected'],
    ['since it knows no such command', '502 5.5.1 unrecognized\r\n', 'tls-failed'],
    ['in many lines', '554-no\r\n554 never\r\n', 'tls-failed'],
  ])('an SMTP server that refuses %s', async (_name, answer, code) => {
    expect(await ends(await smtp(answer), 'smtp')).toBe(code);
  });

  test.each([
    ['a server that turns clients away', () => mail('554 no service\r\n', () => ({ say: '' }))],
    [
      'a server that refuses the first command',
      () => mail('220 ready\r\n', () => ({ say: '500 what?\r\n' })),
    ],
    ['a server that speaks something else', () => mail('HTTP/1.1 400 Bad Request\r\n', () => ({ say: '' }))],
    ['a server without end', () => mail('x'.repeat(20_000), () => ({ say: '' }))],
  ])('%s', async (_name, start) => {
    const server = await start();
    await expect(open().look({ ...target(server.port), starttls: 'smtp' }, never)).rejects.toMatchObject({
      code: 'response-unexpected',
    });
    await expect.poll(() => server.connections.every(({ destroyed }) => destroyed)).toBe(true);
  });

  test.each([
    ['turns clients away', '* BYE too many\r\n', ''],
    ['refuses', '* OK ready\r\n', 'a1 NO not here\r\n'],
    ['answers another command', '* OK ready\r\n', 'a2 OK begin\r\n'],
    ['speaks SMTP', '220 ready\r\n', ''],
  ])('an IMAP server that %s', async (_name, greeting, say) => {
    expect(await ends(await mail(greeting, () => ({ say })), 'imap')).toBe('response-unexpected');
  });

  test('an IMAP server that knows no such command', async () => {
    const server = await mail('* OK ready\r\n', () => ({ say: '* OK well\r\na1 BAD what?\r\n' }));
    expect(await ends(server, 'imap')).toBe('tls-failed');
  });

  test.each([
    ['at once', () => listen(net.createServer((socket) => socket.end()))],
    ['within its greeting', () => listen(net.createServer((socket) => socket.end('220-mx')))],
    [
      'when asked',
      () =>
        listen(
          net.createServer((socket) => {
            socket.write('220 ready\r\n');
            socket.once('data', () => socket.end());
          }),
        ),
    ],
  ])('a server that hangs up %s', async (_name, start) => {
    expect(await ends(await start(), 'smtp')).toBe('reset');
  });

  test('a server that lets encryption begin and goes on without it', async () => {
    const answers: Record<string, string> = { STARTTLS: '220 go ahead\r\n' };
    const server = await mail('220 ready\r\n', (line) => ({
      say: line.startsWith('EHLO') ? '250 mx\r\n' : (answers[line] ?? '500 what?\r\n'),
    }));
    expect(await ends(server, 'smtp')).toBe('tls-failed');
  });

  test.each([
    ['in the middle of its greeting', '220-mx\r\n', ''],
    ['when asked', '220 ready\r\n', ''],
    ['in the middle of an answer', '220 ready\r\n', '250-mx\r\n'],
  ])('a server that falls silent %s', async (_name, greeting, say) => {
    const server = await mail(greeting, () => ({ say }));
    expect(await ends(server, 'smtp', { timeoutMs: 150 })).toBe('timeout');
  });

  test('the signal stops the conversation with its reason', async () => {
    const server = await mail('220 ready\r\n', () => ({ say: '' }));
    const stop = new AbortController();
    const look = open().look({ ...target(server.port), starttls: 'smtp' }, stop.signal);
    await expect.poll(() => server.lines.length).toBe(1);
    stop.abort(new Error('enough'));
    await expect(look).rejects.toThrow('enough');
    await expect.poll(() => server.connections.every(({ destroyed }) => destroyed)).toBe(true);
  });

  test('a server that says nothing', async () => {
    const server = await mail('', () => ({ say: '' }));
    await expect(
      open({ timeoutMs: 150 }).look({ ...target(server.port), starttls: 'imap' }, never),
    ).rejects.toMatchObject({ code: 'timeout' });
  });
});
