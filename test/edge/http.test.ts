import { randomBytes } from 'node:crypto';
import zlib from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { ProbeFailure } from '../../src/edge/failure.ts';
import type { HttpAnswer, HttpEdge, HttpRequest } from '../../src/edge/http-edge.ts';
import { openServers } from './http-world.ts';

const servers = openServers();
afterEach(() => servers.close());

const never = new AbortController().signal;
const limits = { timeoutMs: 5000, maxBytes: 100_000 };

function get(edge: HttpEdge, url: string, changes: Partial<HttpRequest> = {}): Promise<HttpAnswer> {
  return edge.get({ url, address: '127.0.0.1', ...limits, ...changes }, never);
}

async function failureOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ProbeFailure)) throw error ?? new Error('did not fail');
  return error.code;
}

const text = (answer: HttpAnswer) => new TextDecoder().decode(answer.body);

describe('get', () => {
  it('gives status, headers and body, and sends an honest request', async () => {
    const port = await servers.http((request, response) => {
      response.setHeader('x-seen', [request.headers['user-agent'] ?? '', request.headers.host ?? '']);
      response.writeHead(418).end(`you asked for ${request.url}`);
    });
    const edge = await servers.edge();
    const answer = await get(edge, `http://127.0.0.1:${port}/a?b=c`);
    expect(answer).toMatchObject({
      status: 418,
      bodyEnd: 'complete',
      address: '127.0.0.1',
      redirectsTo: null,
    });
    expect(answer.headers.get('x-seen')).toEqual(['test/1', `127.0.0.1:${port}`]);
    expect(text(answer)).toBe('you asked for /a?b=c');
  });

  it('keeps the name in Host and SNI where connect-to leads elsewhere', async () => {
    const port = await servers.https((request, response) => response.end(request.headers.host));
    const edge = await servers.edge({
      allowPrivate: false,
      connectTo: [{ host: 'www.example.test', port: 443, toAddress: '127.0.0.1', toPort: port }],
    });
    const answer = await get(edge, 'https://www.example.test/', { address: '203.0.113.1' });
    expect(text(answer)).toBe('www.example.test');
    expect(answer.address).toBe('203.0.113.1');
  });

  it('reads an endpoint whatever its certificate', async () => {
    const port = await servers.https((_request, response) => response.end('here'), ['other.example.test']);
    const edge = await servers.edge({ trustsRoot: false });
    expect(text(await get(edge, `https://www.example.test:${port}/`))).toBe('here');
  });

  it.each([
    ['http://[::1]:PORT/', '::1'],
    ['http://127.1:PORT/', '127.0.0.1'],
    ['http://0x7f.1:PORT/', '127.0.0.1'],
    ['http://2130706433:PORT/', '127.0.0.1'],
    ['http://[::ffff:127.0.0.1]:PORT/', '::ffff:7f00:1'],
    ['http://169.254.169.254/latest/meta-data/', '169.254.169.254'],
  ])('does not reach %s', async (url, address) => {
    let asked = false;
    const port = await servers.http((_request, response) => {
      asked = true;
      response.end();
    });
    const edge = await servers.edge({ allowPrivate: false });
    expect(await failureOf(get(edge, url.replace('PORT', String(port)), { address }))).toBe('blocked');
    expect(asked).toBe(false);
  });

  it('reports where a redirect leads, and does not follow it', async () => {
    const locations = ['/next#part', '//other.example.test/x', 'https://u:p@other.example.test/', '/日本'];
    const requests: string[] = [];
    const port = await servers.http((request, response) => {
      requests.push(request.url ?? '');
      const location = locations[Number(request.url?.slice(1))] ?? '';
      response.writeHead(302, { location: Buffer.from(location).toString('latin1') }).end('ignored');
    });
    const edge = await servers.edge();
    const targets = [];
    for (const index of locations.keys()) {
      const answer = await get(edge, `http://127.0.0.1:${port}/${index}`);
      targets.push(answer.redirectsTo?.href.replace(`:${port}`, ''));
    }
    expect(targets).toEqual([
      'http://127.0.0.1/next',
      'http://other.example.test/x',
      'https://other.example.test/',
      'http://127.0.0.1/%E6%97%A5%E6%9C%AC',
    ]);
    expect(requests).toEqual(['/0', '/1', '/2', '/3']);
  });

  it.each(['javascript:alert(1)', 'ftp://example.test/', 'http://[', 'intent://x'])(
    'knows no way to %s',
    async (location) => {
      const port = await servers.http((_request, response) =>
        response.writeHead(302, { location }).end('body'),
      );
      const edge = await servers.edge();
      const answer = await get(edge, `http://127.0.0.1:${port}/`);
      expect(answer.redirectsTo).toBe(null);
      expect(text(answer)).toBe('body');
    },
  );
});

describe('bodies', () => {
  const page = 'これは本文です。'.repeat(100);

  it.each([
    ['gzip', zlib.gzipSync(page)],
    ['br', zlib.brotliCompressSync(page)],
    ['deflate', zlib.deflateSync(page)],
    ['zstd', zlib.zstdCompressSync(page)],
    ['gzip, br', zlib.brotliCompressSync(zlib.gzipSync(page))],
  ])('undoes %s', async (encoding, body) => {
    const port = await servers.http((_request, response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(body),
    );
    const answer = await get(await servers.edge(), `http://127.0.0.1:${port}/`);
    expect(text(answer)).toBe(page);
    expect(answer.bodyEnd).toBe('complete');
  });

  it.each([
    ['gzip', zlib.gzipSync],
    ['br', zlib.brotliCompressSync],
    ['zstd', zlib.zstdCompressSync],
  ])('stops a %s bomb at the cap', async (encoding, compress) => {
    const bomb = compress(Buffer.alloc(50_000_000));
    const port = await servers.http((_request, response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(bomb),
    );
    const answer = await get(await servers.edge(), `http://127.0.0.1:${port}/`);
    expect(answer.bodyEnd).toBe('capped');
    expect(answer.body.length).toBe(100_000);
  });

  it('stops reading at the cap', async () => {
    let sent = 0;
    const port = await servers.http((_request, response) => {
      const chunk = randomBytes(65_536);
      const send = () => {
        while (!response.destroyed && response.write(chunk)) sent += chunk.length;
      };
      response.on('drain', send);
      send();
    });
    const answer = await get(await servers.edge(), `http://127.0.0.1:${port}/`);
    expect(answer.bodyEnd).toBe('capped');
    expect(answer.body.length).toBe(100_000);
    expect(sent).toBeLessThan(50_000_000);
  });

  it('stops reading encoded nothing', async () => {
    // Empty gzip members decode to nothing, for ever.
    const nothing = zlib.gzipSync('');
    const port = await servers.http((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      const chunk = Buffer.concat(Array.from({ length: 3000 }, () => nothing));
      const send = () => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on('drain', send);
      send();
    });
    expect((await get(await servers.edge(), `http://127.0.0.1:${port}/`)).bodyEnd).toBe('capped');
  });

  it('tells a body that breaks off', async () => {
    const port = await servers.http((_request, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('half of it', () => response.destroy());
    });
    const answer = await get(await servers.edge(), `http://127.0.0.1:${port}/`);
    expect(answer).toMatchObject({ status: 200, bodyEnd: 'broken-off' });
    expect(text(answer)).toBe('half of it');
  });

  it('tells a body that is not encoded as it says', async () => {
    const port = await servers.http((_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('plain'),
    );
    expect((await get(await servers.edge(), `http://127.0.0.1:${port}/`)).bodyEnd).toBe('undecodable');
  });

  it('waits for nothing longer than the idle time', async () => {
    const silent = await servers.http((_request, response) => response.writeHead(200).write('a'));
    const edge = await servers.edge({ idleTimeoutMs: 100 });
    expect((await get(edge, `http://127.0.0.1:${silent}/`)).bodyEnd).toBe('timed-out');
  });

  it('takes a body that trickles for longer than the idle time, and none for longer than the total', async () => {
    const trickle = (pieces: number) =>
      servers.http((_request, response) => {
        let left = pieces;
        response.writeHead(200);
        const timer = setInterval(() => {
          left -= 1;
          if (left > 0) response.write('a');
          else response.end('a');
        }, 20);
        response.on('close', () => clearInterval(timer));
      });
    const edge = await servers.edge({ idleTimeoutMs: 250 });
    const whole = await get(edge, `http://127.0.0.1:${await trickle(20)}/`);
    expect([whole.bodyEnd, text(whole)]).toEqual(['complete', 'a'.repeat(20)]);
    // Here only the total can end it.
    const patient = await servers.edge({ idleTimeoutMs: 60_000 });
    const slow = await get(patient, `http://127.0.0.1:${await trickle(Infinity)}/`, { timeoutMs: 300 });
    expect(slow.bodyEnd).toBe('timed-out');
  });
});

describe('failures', () => {
  it('tells refused, timed out, reset and no HTTP apart', async () => {
    const edge = await servers.edge({ idleTimeoutMs: 150 });
    const ask = (port: number, scheme = 'http') => failureOf(get(edge, `${scheme}://127.0.0.1:${port}/`));
    expect(await ask(await servers.closedPort())).toBe('refused');
    expect(await ask(await servers.raw(() => {}))).toBe('no-answer');
    expect(await ask(await servers.raw(() => {}), 'https')).toBe('timeout');
    expect(await ask(await servers.raw((socket) => socket.destroy()))).toBe('reset');
    expect(await ask(await servers.raw((socket) => socket.resetAndDestroy()))).toBe('reset');
    expect(await ask(await servers.raw((socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n')))).toBe(
      'response-unexpected',
    );
    expect(await ask(await servers.raw((socket) => socket.end('SSH-2.0\r\n')), 'https')).toBe('tls-failed');
    const huge = `HTTP/1.1 200 OK\r\nx: ${'a'.repeat(400_000)}\r\n\r\n`;
    expect(await ask(await servers.raw((socket) => socket.end(huge)))).toBe('response-unexpected');
  });

  it('stops with the reason of the signal', async () => {
    const port = await servers.raw(() => {});
    const controller = new AbortController();
    const work = (await servers.edge()).get(
      { url: `http://127.0.0.1:${port}/`, address: '127.0.0.1', ...limits },
      controller.signal,
    );
    controller.abort(new ProbeFailure('deadline'));
    expect(await failureOf(work)).toBe('deadline');
  });
});

describe('credentials', () => {
  const secret = { host: 'www.example.test', port: 443, header: 'Authorization', value: 'Bearer hidden' };

  async function seenBy(url: (ports: { http: number; https: number }) => string, changes: object = {}) {
    const seen: (string | undefined)[] = [];
    const answer = (request: { headers: { authorization?: string } }, response: { end(): void }) => {
      seen.push(request.headers.authorization);
      response.end();
    };
    const ports = {
      http: await servers.http(answer),
      https: await servers.https(answer, ['www.example.test', 'sub.www.example.test']),
    };
    const credential = { ...secret, port: ports.https };
    const edge = await servers.edge({ credentials: [credential], ...changes });
    const { credentials } = await get(edge, url(ports), { credentials: true });
    return { sent: seen[0], credentials };
  }

  it('are sent to their host over verified TLS', async () => {
    const seen = await seenBy(({ https }) => `https://www.example.test:${https}/`);
    expect(seen).toEqual({ sent: 'Bearer hidden', credentials: 'sent' });
  });

  it('are withheld from their host where the certificate cannot be verified', async () => {
    const seen = await seenBy(({ https }) => `https://www.example.test:${https}/`, { trustsRoot: false });
    expect(seen).toEqual({ sent: undefined, credentials: 'withheld' });
  });

  it('are withheld over plain http', async () => {
    const seen = await seenBy(({ http }) => `http://www.example.test:${http}/`);
    expect(seen).toEqual({ sent: undefined, credentials: 'withheld' });
  });

  it('are not for any other port of their host', async () => {
    const changes = { credentials: [secret] };
    const seen = await seenBy(({ https }) => `https://www.example.test:${https}/`, changes);
    expect(seen).toEqual({ sent: undefined, credentials: 'none' });
  });

  it('are not for any other host', async () => {
    const seen = await seenBy(({ https }) => `https://sub.www.example.test:${https}/`);
    expect(seen).toEqual({ sent: undefined, credentials: 'none' });
  });
});

describe('download', () => {
  const connectTo = (port: number) => [
    { host: 'aia.example.test', port: 80, toAddress: '127.0.0.1', toPort: port },
  ];
  const names = { 'aia.example.test': ['203.0.113.1'], 'inner.example.test': ['10.0.0.1'] };
  const small = { maxBytes: 1000, timeoutMs: 2000 };

  it('follows up to three redirects', async () => {
    const port = await servers.http((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left > 0) response.writeHead(302, { location: `/${left - 1}` }).end();
      else response.writeHead(200, { 'content-type': 'application/pkix-cert' }).end('der');
    });
    const edge = await servers.edge({ connectTo: connectTo(port), names, allowPrivate: false });
    const { status, body, contentType } = await edge.download('http://aia.example.test/3', small, never);
    expect([status, new TextDecoder().decode(body), contentType]).toEqual([
      200,
      'der',
      'application/pkix-cert',
    ]);
    expect(await failureOf(edge.download('http://aia.example.test/4', small, never))).toBe(
      'response-unexpected',
    );
  });

  it('goes to web ports and public addresses alone, by redirects too', async () => {
    const port = await servers.http((_request, response) =>
      response.writeHead(302, { location: 'http://inner.example.test/' }).end(),
    );
    const edge = await servers.edge({ connectTo: connectTo(port), names, allowPrivate: false });
    const download = (url: string) => failureOf(edge.download(url, small, never));
    expect(await download('http://aia.example.test/')).toBe('blocked');
    expect(await download('http://aia.example.test:8080/')).toBe('response-unexpected');
    expect(await download('ldap://aia.example.test/cn=CA')).toBe('response-unexpected');
    expect(await download('not a URL')).toBe('response-unexpected');
  });

  it('refuses what is too large', async () => {
    const port = await servers.http((_request, response) => response.end(Buffer.alloc(1001)));
    const edge = await servers.edge({ connectTo: connectTo(port), names });
    expect(await failureOf(edge.download('http://aia.example.test/', small, never))).toBe('too-large');
  });
});

describe('fetchStatus', () => {
  it('gives the status at which the redirects end', async () => {
    const port = await servers.http((request, response) =>
      request.url === '/'
        ? response.writeHead(302, { location: '/login' }).end()
        : response.writeHead(401).end(),
    );
    expect(await (await servers.edge()).fetchStatus(`http://127.0.0.1:${port}/`, never)).toEqual({
      status: 401,
    });
  });

  it('tries each address of a host', async () => {
    const port = await servers.http((_request, response) => response.end());
    const edge = await servers.edge({ names: { 'two.example.test': ['127.0.0.2', '127.0.0.1'] } });
    expect(await edge.fetchStatus(`http://two.example.test:${port}/`, never)).toEqual({ status: 200 });
  });

  it('of several addresses names the failure that says most, not the last', async () => {
    const port = await servers.closedPort();
    const names = { 'two.example.test': ['10.0.0.1', '192.0.2.7'] };
    const connectTo = [{ host: '192.0.2.7', port: null, toAddress: '127.0.0.1', toPort: port }];
    const edge = await servers.edge({ names, connectTo, allowPrivate: false });
    expect(await failureOf(edge.fetchStatus('http://two.example.test/', never))).toBe('blocked');
  });

  it('goes round once where a page sets a cookie first, and stops where it goes round for ever', async () => {
    let asked = 0;
    const port = await servers.http((request, response) => {
      asked += 1;
      if (request.url === '/' && request.headers.cookie === 'seen=1') response.end();
      else response.writeHead(302, { location: request.url, 'set-cookie': 'seen=1' }).end();
    });
    const edge = await servers.edge();
    expect(await edge.fetchStatus(`http://127.0.0.1:${port}/`, never)).toEqual({ status: 200 });
    asked = 0;
    expect(await failureOf(edge.fetchStatus(`http://127.0.0.1:${port}/loop`, never))).toBe(
      'response-unexpected',
    );
    expect(asked).toBe(2);
  });
});

describe('exchange', () => {
  const connectTo = (port: number) => [
    { host: 'dns.example.test', port: 443, toAddress: '127.0.0.1', toPort: port },
  ];

  it('posts a DNS message and gives the answer', async () => {
    const port = await servers.https(
      async (request, response) => {
        const body = Buffer.concat(await request.toArray());
        response.writeHead(request.headers['content-type'] === 'application/dns-message' ? 200 : 415);
        response.end(Buffer.concat([Buffer.from(`${request.method} ${request.url} `), body]));
      },
      ['dns.example.test'],
    );
    // The operator named it, so it may be private.
    const edge = await servers.edge({
      connectTo: connectTo(port),
      allowPrivate: false,
      extraRoots: [await servers.root()],
    });
    const answer = await edge.exchange('https://dns.example.test/dns-query', Buffer.from('question'), never);
    expect(new TextDecoder().decode(answer)).toBe('POST /dns-query question');
  });

  it('believes no resolver whose certificate does not hold', async () => {
    const port = await servers.https((_request, response) => response.end('answer'), ['dns.example.test']);
    const edge = await servers.edge({ connectTo: connectTo(port) });
    expect(
      await failureOf(edge.exchange('https://dns.example.test/dns-query', Buffer.from('question'), never)),
    ).toBe('tls-failed');
  });
});
