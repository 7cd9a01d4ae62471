import dgram from 'node:dgram';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { sendHeartbeat } from '../../src/action/heartbeat.ts';
import type { HttpEdge } from '../../src/edge/http-edge.ts';
import type { Job } from '../../src/edge/job.ts';
import { messagesFor } from '../../src/messages/index.ts';
import type { Report } from '../../src/report/report.ts';
import { checked } from '../checked.ts';

// What is known while the world is looked at, and that all looks end with the deadline.

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  closing.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return portOf(server);
}

const portOf = (server: Server) => (server.address() as { port: number }).port;

/** A name server that never answers. */
async function silentNameServer(): Promise<number> {
  const socket = dgram.createSocket('udp4');
  await once(socket.bind(0, '127.0.0.1'), 'listening');
  closing.push(() => socket.close());
  return socket.address().port;
}

const ledgerOf = (hosts: readonly string[], more = '') => `version: 1
site: { name: Shop, url: "http://${hosts[0]}.example/", language: en }
reality:
  endpoints:
${hosts.map((host) => `    ${host}: { url: "http://${host}.example/" }`).join('\n')}
${more}`;

const how = (ports: Readonly<Record<string, number>>, more: Readonly<Record<string, string>> = {}) => ({
  root: '.',
  now: '2026-11-23T00:00:00Z',
  network: {
    only: 'endpoints',
    'connect-to': Object.entries(ports)
      .map(([host, port]) => `${host}.example:80=127.0.0.1:${port}`)
      .join('\n'),
    ...more,
  },
});

const unseenIn = ({ findings }: Report) =>
  findings.flatMap(({ id, rule }) => (rule === 'probe/failed' ? [id.replace('probe/failed:', '')] : []));

test('at every moment there is a report of what was seen by then', async () => {
  let release = () => {};
  const ports = {
    a: await serve((_request, response) => response.end('Welcome')),
    b: await serve((_request, response) => {
      release = () => response.end('Welcome');
    }),
  };
  let reportNow: (() => Report) | null = null;
  const looking = checked('ledger.yml', ledgerOf(['a', 'b']), {
    ...how(ports),
    onLooking: (now) => {
      reportNow = now;
      expect(unseenIn(now()).sort()).toEqual(['a', 'b']);
    },
  });
  await vi.waitFor(() => expect(unseenIn(reportNow!())).toEqual(['b']), 20_000);
  release();
  const { report } = await looking;
  expect(unseenIn(report)).toEqual([]);
  expect(reportNow!().findings).toEqual(report.findings);
});

describe('the deadline ends', () => {
  test('the second look of a recovery, and what was seen before stands', async () => {
    const { promise: asked, resolve: ask } = Promise.withResolvers<void>();
    const { promise: left, resolve: leave } = Promise.withResolvers<void>();
    const port = await serve((request, response) => {
      if (!request.url!.includes('recovery-ledger-check')) {
        response.statusCode = 500;
        response.end();
        return;
      }
      ask();
      // Without the deadline, the page would be seen to be back.
      const late = setTimeout(() => response.end('Welcome'), 12_000);
      response.on('close', () => {
        clearTimeout(late);
        leave();
      });
    });
    const { report, crashes } = await checked('ledger.yml', ledgerOf(['a']), {
      ...how({ a: port }, { deadline: '4s', 'root-hints': `a.test=127.0.0.1:${await closedPort()}` }),
      mode: 'recovery',
    });
    await Promise.all([asked, left]);
    expect(crashes).toEqual([]);
    expect(report.findings.map(({ id }) => id)).toContain('http/server-error:a');
    expect(report.recovery).toMatchObject({ hidden: [] });
  });

  test('a second look that waits for name servers', async () => {
    let looks = 0;
    const port = await serve((_request, response) => {
      looks += 1;
      response.statusCode = 500;
      response.end();
    });
    const { report, crashes } = await checked('ledger.yml', ledgerOf(['a']), {
      ...how({ a: port }, { deadline: '1s', 'root-hints': `a.test=127.0.0.1:${await silentNameServer()}` }),
      mode: 'recovery',
    });
    expect(crashes).toEqual([]);
    expect(report.recovery).toMatchObject({ hidden: [] });
    // Past the name servers, it would have asked the page once more.
    expect(looks).toBe(1);
  });

  test('a runbook behind redirects without end, each of them slow', async () => {
    let hops = 0;
    const port = await serve((_request, response) => {
      hops += 1;
      setTimeout(() => {
        response.writeHead(302, { location: `/${hops}` });
        response.end();
      }, 700);
    });
    const { report } = await checked(
      'ledger.yml',
      ledgerOf(['a'], 'rollback: { runbook: "http://a.example/runbook" }\n'),
      how({ a: port }, { only: 'people', deadline: '1.5s' }),
    );
    expect(unseenIn(report).length).toBeGreaterThan(0);
    for (const { result } of report.observations) expect(result).toMatchObject({ failed: 'deadline' });
    // Of eleven.
    expect(hops).toBeLessThan(8);
  });

  test('reading the holidays of ever more countries, and the rest count as not known', async () => {
    const { loadHolidays } = await import('../../src/edge/holidays.ts');
    const over = new AbortController();
    const loading = loadHolidays(['JP', 'DE', 'FR', 'IT'], [2026], over.signal);
    over.abort();
    const { unknownCountries } = await loading;
    expect([...unknownCountries]).toEqual(['JP', 'DE', 'FR', 'IT']);
  });
});

test('a heartbeat that nobody answers ends by itself, and fails nothing', async () => {
  const notes: string[] = [];
  const job = { note: (text: string) => void notes.push(text) } as Job;
  const http = { fetchStatus: () => new Promise(() => {}) } as unknown as HttpEdge;
  const say = messagesFor('en');
  await sendHeartbeat('https://watch.example/', { http, job, say, limitMs: 1 }, new AbortController().signal);
  expect(notes).toEqual([say.command.heartbeatFailed(say.report.evidence.failures.timeout)]);
});

/** A port at which nothing listens. */
async function closedPort(): Promise<number> {
  const socket = dgram.createSocket('udp4');
  await once(socket.bind(0, '127.0.0.1'), 'listening');
  const { port } = socket.address();
  socket.close();
  return port;
}
