import { once } from 'node:events';
import net, { type AddressInfo, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { ProbeFailure } from '../../src/edge/failure.ts';
import { openHttp } from '../../src/edge/http.ts';
import { openNetwork } from '../../src/edge/network.ts';
import { openTls } from '../../src/edge/tls.ts';

// Servers that do what none should. Whatever they do, it ends the look and nothing else: an error that is thrown in a
// callback of the connection (as undici's parser did, nodejs/undici#5360) fails this file.

const network = openNetwork({ connectTo: [], allowPrivate: true });
const resolve = async () => [{ address: '127.0.0.1', family: 4 as const }];
const tls = openTls({ network, resolve, extraRoots: [] });
const http = openHttp({ network, tls, resolve, userAgent: 'test', credentials: [], idleTimeoutMs: 300 });

const body = 'x'.repeat(300_000);
const head = (status: string, ...lines: string[]) => `HTTP/1.1 ${[status, ...lines].join('\r\n')}\r\n\r\n`;
const sized = (factor = 1) => `Content-Length: ${body.length * factor}`;
const location = 'Location: /elsewhere';
const close = 'Connection: close';

/** What the server does once it is asked. */
const behaviours: Readonly<Record<string, (socket: Socket) => void>> = {
  'another protocol': (socket) =>
    socket.end(head('101 Switching Protocols', 'Upgrade: x', 'Connection: Upgrade')),
  'a thousand times continue': (socket) =>
    socket.end(head('100 Continue').repeat(1000) + head('204 No Content')),
  'two answers': (socket) => socket.end(head('200 OK', 'Content-Length: 2').concat('ok').repeat(2)),
  'half a status line': (socket) => socket.end('HTTP/1.1 20'),
  'no HTTP': (socket) => socket.end('<html>'),
  nothing: (socket) => socket.end(),
  'a reset': (socket) => socket.resetAndDestroy(),
  'a body that nobody reads, then the end': (socket) =>
    socket.end(head('302 Found', location, close, sized()) + body),
  'a body that nobody reads, then a reset': (socket) =>
    socket.write(head('302 Found', location, sized(2)) + body, () => socket.resetAndDestroy()),
  'a body and the end': (socket) => socket.end(head('200 OK', close, sized()) + body),
  'half a body and the end': (socket) => socket.end(head('200 OK', close, sized(2)) + body),
  'half a body and a reset': (socket) =>
    socket.write(head('200 OK', sized(2)) + body, () => socket.resetAndDestroy()),
  'a body without a length': (socket) => socket.end(head('200 OK') + body),
  'broken chunks': (socket) => socket.end(`${head('200 OK', 'Transfer-Encoding: chunked')}zz\r\nok\r\n`),
  'a body where none may be': (socket) =>
    socket.end(head('304 Not Modified', 'Content-Length: 5').concat('abcde')),
  'two lengths': (socket) => socket.end(head('200 OK', 'Content-Length: 5', 'Transfer-Encoding: chunked')),
  'what is not gzip': (socket) => socket.end(head('200 OK', close, 'Content-Encoding: gzip, br') + body),
  'an encoding that nobody knows': (socket) =>
    socket.end(head('200 OK', close, 'Content-Encoding: x') + body),
  'headers without end': (socket) => socket.end(`HTTP/1.1 200 OK\r\nX: ${body}`),
};

test.each(Object.entries(behaviours))('%s', async (_name, behave) => {
  for (const maxBytes of [0, 1_000_000]) {
    for (const isEarly of [false, true]) {
      const sockets: Socket[] = [];
      const server = net.createServer((socket) => {
        sockets.push(socket);
        socket.on('error', () => {});
        if (isEarly) behave(socket);
        else socket.once('data', () => behave(socket));
      });
      await once(server.listen(0, '127.0.0.1'), 'listening');
      const { port } = server.address() as AddressInfo;
      const request = { url: `http://a.example:${port}/`, address: '127.0.0.1', timeoutMs: 2000, maxBytes };
      const seen = await http.get(request, new AbortController().signal).catch((error: unknown) => error);
      expect(seen instanceof ProbeFailure || (seen as { status: number }).status > 0).toBe(true);
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    }
  }
});
