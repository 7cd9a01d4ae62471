import { afterEach, describe, expect, test } from 'vitest';
import { ProbeFailure } from '../../src/edge/failure.ts';
import { openServers } from './http-world.ts';

const servers = openServers();
afterEach(() => servers.close());

/**
 * Where a walk ends that begins at `start`: each place redirects, and sets cookies, until it is sent the cookie
 * `in=1`. The status that it ends with, or why there is none.
 */
async function ends(start: string, places: Readonly<Record<string, readonly [string, string[]]>>) {
  const port = await servers.http((request, response) => {
    const host = request.headers.host?.replace(/:\d+$/, '');
    const [to, cookies] = places[`${host}${request.url}`] ?? ['', []];
    if (/(?:^|; )in=1(?:;|$)/.test(request.headers.cookie ?? '') || to === '') response.end('in');
    else
      response
        .writeHead(302, { location: `http://${to.replace('/', `:${port}/`)}`, 'set-cookie': cookies })
        .end();
  });
  const hosts = Object.keys(places).map((each) => [each.split('/')[0]!, ['127.0.0.1']] as const);
  const edge = await servers.edge({ names: Object.fromEntries(hosts) });
  const url = `http://${start.replace('/', `:${port}/`)}`;
  return edge.fetchStatus(url, new AbortController().signal).then(
    ({ status }) => status,
    (error: unknown) => (error instanceof ProbeFailure ? `${error.code} ${error.detail}` : error),
  );
}

const round = 'response-unexpected redirects';

describe('a gate that sends the visitor back', () => {
  test.each([
    [
      'for the domain of both',
      'www.aoba.example',
      'gate.aoba.example',
      'in=1; Domain=aoba.example; Path=/',
      200,
    ],
    [
      'with a dot before the domain',
      'www.aoba.example',
      'gate.aoba.example',
      'in=1; domain=.AOBA.example',
      200,
    ],
    ['for itself alone', 'www.aoba.example', 'gate.aoba.example', 'in=1', round],
    [
      'for a domain above its own host',
      'aoba.example',
      'gate.aoba.example',
      'in=1; Domain=aoba.example',
      200,
    ],
    ['for another site', 'www.aoba.example', 'gate.other.example', 'in=1; Domain=aoba.example', round],
    ['for all sites of a public suffix', 'aoba.co.jp', 'gate.co.jp', 'in=1; Domain=co.jp', round],
    ['for TLS alone', 'www.aoba.example', 'gate.aoba.example', 'in=1; Domain=aoba.example; Secure', round],
    [
      'that has ended',
      'www.aoba.example',
      'gate.aoba.example',
      'in=1; Domain=aoba.example; Max-Age=0',
      round,
    ],
    [
      'that ended long ago',
      'www.aoba.example',
      'gate.aoba.example',
      'in=1; Domain=aoba.example; Expires=Thu, 01 Jan 1970 00:00:00 GMT',
      round,
    ],
    [
      'for another path',
      'www.aoba.example',
      'gate.aoba.example',
      'in=1; Domain=aoba.example; Path=/members',
      round,
    ],
  ])('by a cookie %s', async (_name, site, gate, cookie, end) => {
    const places = { [`${site}/`]: [`${gate}/`, []], [`${gate}/`]: [`${site}/`, [cookie]] } as const;
    expect(await ends(`${site}/`, places as never)).toBe(end);
  });
});

test('a cookie is taken back by the next one of its name', async () => {
  const places = {
    'www.aoba.example/': ['www.aoba.example/two', ['in=0; Path=/']],
    'www.aoba.example/two': ['www.aoba.example/three', ['in=0; Path=/; Max-Age=0', 'other=1']],
    'www.aoba.example/three': ['www.aoba.example/two', ['in=1; Path=/']],
  } as const;
  expect(await ends('www.aoba.example/', places as never)).toBe(200);
});

test('a cookie with characters that no header may hold is not sent', async () => {
  const asked: string[] = [];
  const port = await servers.raw((socket) =>
    socket.once('data', (head) => {
      asked.push(head.toString());
      socket.end('HTTP/1.1 302 Found\r\nLocation: /\r\nSet-Cookie: a=b\x01c\r\n\r\n');
    }),
  );
  const edge = await servers.edge();
  const work = edge.fetchStatus(`http://127.0.0.1:${port}/`, new AbortController().signal);
  await expect(work).rejects.toMatchObject({ code: 'response-unexpected' });
  expect(asked.join('').toLowerCase()).not.toContain('cookie');
});
